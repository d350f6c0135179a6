//! Decides which word of a name is the surname, the given name and the patronymic.

use super::facts::{PatronymicEnding, WordFacts, facts_of, has_known_father, is_given};
use super::marks::{Wish, Wishes};
use super::other_names::resolve_other_names;
use super::syllables::{is_east_asian_surname, is_of_syllables};
use super::words::is_capital_letter;
use super::{Claim, NameOrder, ParsedName, PieceKind};
use PieceKind::{Given, GivenInitial, Patronymic, PatronymicInitial, Surname};

/// Words behind these stay without a part; no name of the lists has as many.
const N_WORDS_MAX: usize = 16;

/// A word that may be a part of the name, and its place among the pieces.
#[derive(Clone, Copy, Default)]
pub(super) struct Word<'a> {
    pub(super) at: usize,
    text: &'a str,
    pub(super) facts: WordFacts,
    /// A word behind says that this is the father's name (оглы).
    is_father: bool,
    /// A word before says that this is a given name (Гаджи).
    is_after_honorific: bool,
}

impl Word<'_> {
    /// Whether it is a form of a given name; none ends like a patronymic.
    pub(super) fn is_given(&self) -> bool {
        self.is_after_honorific || !self.facts.is_like_patronymic() && is_given(self.text)
    }
}

/// The words of one name, without an allocation.
pub(super) struct Words<'a> {
    list: [Word<'a>; N_WORDS_MAX],
    n_words: usize,
}

impl<'a> Words<'a> {
    pub(super) fn as_slice(&self) -> &[Word<'a>] {
        &self.list[..self.n_words]
    }
}

/// The parts of the words, in their order.
type Kinds = [PieceKind; N_WORDS_MAX];

/// Gives every word of every claim its part.
pub(super) fn resolve_parts(name: &mut ParsedName<'_>, wishes: &Wishes) {
    let words = words_of(name, wishes, Claim::Main, 0..name.pieces.len());
    let words = words.as_slice();
    let comma = first_main_comma(name).filter(|comma| {
        words.first().is_some_and(|first| first.at < *comma)
            && words.last().is_some_and(|last| last.at > *comma)
    });
    (name.order, name.p_order) = match comma {
        Some(comma) => resolve_comma(name, words, comma),
        None => resolve_words(name, words),
    };
    take_title_for_surname(name, words);
    resolve_other_names(name, wishes);
    for (at, wish) in wishes {
        let beside = match wish {
            Wish::SameAsBefore => at.checked_sub(1),
            Wish::SameAsBehind if name.pieces[*at].kind == PieceKind::Other => Some(at + 1),
            _ => None,
        };
        let kind = beside.and_then(|place| name.pieces.get(place)).map(|piece| piece.kind);
        if let Some(kind @ (Surname | Given | Patronymic)) = kind {
            name.pieces[*at].kind = kind;
        }
    }
}

/// Барон Натан Ефимович, GRAF Evald: a title in the place of the surname is one.
fn take_title_for_surname(name: &mut ParsedName<'_>, words: &[Word<'_>]) {
    let Some(first) = name.pieces.first() else { return };
    let text = &name.raw[first.span.clone()];
    let is_full_word = text.starts_with(is_capital_letter) && !text.ends_with('.');
    if !matches!(first.kind, PieceKind::Title | PieceKind::Suffix) || !is_full_word {
        return;
    }
    let has = |kind| words.iter().any(|word| name.pieces[word.at].kind == kind);
    let is_in_capitals =
        facts_of(text).is_capitals && words.iter().all(|word| !word.facts.is_capitals);
    if !has(Surname) && has(Given) && (has(Patronymic) || is_in_capitals) {
        name.pieces[0].kind = Surname;
        name.order = NameOrder::SurnameFirst;
    }
}

/// Returns the words of one claim that may be parts of a name.
pub(super) fn words_of<'a>(
    name: &ParsedName<'a>,
    wishes: &Wishes,
    claim: Claim,
    places: std::ops::Range<usize>,
) -> Words<'a> {
    let mut words = Words { list: [Word::default(); N_WORDS_MAX], n_words: 0 };
    for at in places {
        let piece = &name.pieces[at];
        if piece.kind != PieceKind::Other || piece.claim != claim || words.n_words == N_WORDS_MAX {
            continue;
        }
        let text = &name.raw[piece.span.clone()];
        let facts = facts_of(text);
        // A small word in a name of capitals is none (крестьянин), unless a syllable (Ван Фу чин).
        let is_name_small = words.n_words > 0 && words.list[0].facts.starts_small;
        if facts.starts_small && words.n_words > 0 && !is_name_small && !is_of_syllables(text) {
            continue;
        }
        let is_father = wishes.contains(&(at + 1, Wish::FatherBefore));
        words.list[words.n_words] = Word { at, text, facts, is_father, is_after_honorific: false };
        words.n_words += 1;
    }
    if !wishes.is_empty() {
        leave_out_honorifics(name, wishes, &mut words);
    }
    words
}

/// Leaves out the words that are the same part as the word behind them (Гаджи Али).
fn leave_out_honorifics(name: &ParsedName<'_>, wishes: &Wishes, words: &mut Words<'_>) {
    let mut kept = 0;
    for place in 0..words.n_words {
        let word = words.list[place];
        let next = words.list[..words.n_words].get(place + 1).copied();
        let is_before_name = next.is_some_and(|next| {
            let is_next = next.at == word.at + 1;
            let last = words.list[words.n_words - 1];
            let is_alone = words.n_words == 2 && !next.facts.is_like_surname;
            is_next
                && !next.facts.is_like_patronymic()
                && (place > 0 || is_alone || next.is_given() && !last.facts.is_like_patronymic())
        });
        let is_honorific = wishes.contains(&(word.at, Wish::SameAsBehind))
            && !name.raw[name.pieces[word.at].span.clone()].ends_with('.');
        if !(is_honorific && is_before_name) {
            words.list[kept] = word;
            kept += 1;
        } else if place == 0 {
            words.list[1].is_after_honorific = true;
        }
    }
    words.n_words = kept;
}

fn first_main_comma(name: &ParsedName<'_>) -> Option<usize> {
    name.pieces.iter().position(|piece| {
        piece.kind == PieceKind::Punctuation
            && piece.claim == Claim::Main
            && name.raw.as_bytes()[piece.span.start] == b','
    })
}

/// `Petrov, Ivan`, `TAMM, Jaan, Moorits`: what stands before the first comma is the surname.
fn resolve_comma(name: &mut ParsedName<'_>, words: &[Word<'_>], comma: usize) -> (NameOrder, f64) {
    let n_before = words.iter().take_while(|word| word.at < comma).count();
    let (before, behind) = words.split_at(n_before);
    // A whole name before the comma: what stands behind is the father, or nothing we know.
    if n_before > 1 && before.iter().any(|word| word.is_given() || word.facts.is_initial) {
        let order = resolve_words(name, before);
        let has_father = before.iter().any(|word| name.pieces[word.at].kind == Patronymic);
        for word in behind {
            if !has_father && (word.facts.is_like_patronymic() || word.is_given()) {
                name.pieces[word.at].kind = Patronymic;
            }
        }
        return order;
    }
    for word in before {
        name.pieces[word.at].kind = Surname;
    }
    for (place, word) in behind.iter().enumerate() {
        let has_second_comma = name.pieces[comma + 1..word.at]
            .iter()
            .any(|piece| name.raw.as_bytes()[piece.span.start] == b',');
        let is_father = has_second_comma
            || word.is_father
            || word.facts.patronymic > PatronymicEnding::None && !word.is_given();
        name.pieces[word.at].kind = match (word.facts.is_initial, place > 0) {
            (true, false) => GivenInitial,
            (true, true) => PatronymicInitial,
            (false, true) if is_father => Patronymic,
            (false, _) => Given,
        };
    }
    (NameOrder::SurnameFirst, 0.97)
}

/// Gives the words of one name without a comma their parts.
pub(super) fn resolve_words(name: &mut ParsedName<'_>, words: &[Word<'_>]) -> (NameOrder, f64) {
    let is_one_letter = |word: &Word<'_>| name.pieces[word.at].span.len() <= 3;
    let is_whole = |word: &Word<'_>| !word.text.ends_with('.');
    // У Ли Сян: a syllable of one letter is no initial.
    let is_east_asian = words.len() > 1
        && words.iter().any(|word| word.facts.is_initial)
        && words.iter().any(|word| !word.facts.is_initial)
        && words.iter().all(|word| is_whole(word) && is_of_syllables(word.text));
    if is_east_asian {
        for (place, word) in words.iter().enumerate() {
            name.pieces[word.at].kind = if place == 0 { Surname } else { Given };
        }
        return (NameOrder::SurnameFirst, 0.8);
    }
    if words.iter().any(|word| word.facts.is_initial && (words.len() > 1 || is_one_letter(word))) {
        return resolve_initials(name, words);
    }
    let mut kinds: Kinds = [Given; N_WORDS_MAX];
    let (order, p_order) = kinds_of(name, words, &mut kinds);
    for (word, kind) in words.iter().zip(kinds) {
        name.pieces[word.at].kind = kind;
        // The word оглы behind a surname is part of it (Искандер Оглы).
        if word.is_father && kind == Surname {
            name.pieces[word.at + 1].kind = kind;
        }
    }
    (order, p_order)
}

fn resolve_initials(name: &mut ParsedName<'_>, words: &[Word<'_>]) -> (NameOrder, f64) {
    let n_full = words.iter().filter(|word| !word.facts.is_initial).count();
    let mut n_seen = 0;
    let mut has_given = false;
    for (place, word) in words.iter().enumerate() {
        let is_next_given =
            words.get(place + 1).is_some_and(|next| next.is_given() && !next.facts.is_initial);
        name.pieces[word.at].kind = if word.facts.is_initial {
            n_seen += 1;
            match has_given || n_seen > 1 {
                false => GivenInitial,
                true => PatronymicInitial,
            }
        } else if n_full > 1 && !has_given && n_seen == 0 && word.is_given() && !is_next_given {
            has_given = true;
            Given
        } else if word.facts.is_like_patronymic() && n_full > 1 && n_seen > 0 {
            Patronymic
        } else {
            Surname
        };
    }
    let is_given_first =
        words.first().is_some_and(|word| matches!(name.pieces[word.at].kind, GivenInitial | Given));
    match is_given_first {
        true => (NameOrder::GivenFirst, 0.97),
        false => (NameOrder::SurnameFirst, 0.97),
    }
}

/// Finds the parts of full words without initials; gives their order and how sure it is.
fn kinds_of(name: &ParsedName<'_>, words: &[Word<'_>], kinds: &mut Kinds) -> (NameOrder, f64) {
    let n_words = words.len();
    if n_words == 0 {
        return (NameOrder::Single, 0.0);
    }
    if let Some(father) = words.iter().position(|word| word.is_father) {
        return kinds_with_father(name, words, father, kinds);
    }
    if n_words == 1 {
        let facts = words[0].facts;
        let (kind, p_order) = match facts.patronymic {
            PatronymicEnding::Sure => (Patronymic, 0.8),
            _ if words[0].is_given() && !facts.is_like_surname => (Given, 0.7),
            _ => (Surname, 0.6),
        };
        kinds[0] = kind;
        return (NameOrder::Single, p_order);
    }
    match patronymic_place(words) {
        Some(0) | None if n_words == 2 => kinds_of_two(name, words, kinds),
        Some(_) if n_words == 2 => kinds_of_two_with_patronymic(name, words, kinds),
        Some(0) | None => kinds_of_many(words, kinds),
        Some(place) => kinds_around_patronymic(words, place, kinds),
    }
}

/// Returns where the patronymic stands, by its ending.
fn patronymic_place(words: &[Word<'_>]) -> Option<usize> {
    let last = words.len() - 1;
    let find = |wanted: PatronymicEnding| {
        (0..=last).rev().find(|place| words[*place].facts.patronymic >= wanted)
    };
    if let Some(place) = find(PatronymicEnding::Sure) {
        return Some(place);
    }
    if let Some(place) = find(PatronymicEnding::Strong) {
        // Иван Петрович Рабинович: of two the first is the patronymic.
        let is_behind_another = place > 1 && words[place - 1].facts.is_like_patronymic();
        return Some(if is_behind_another { place - 1 } else { place });
    }
    let is_weak = |place: usize| {
        let facts = words[place].facts;
        facts.patronymic == PatronymicEnding::Weak && !words[place].is_given()
    };
    let first = words[0].facts;
    let is_in_the_middle =
        words.len() == 3 && is_weak(1) && (!first.is_like_surname || words[0].is_given());
    match last {
        _ if is_in_the_middle && !is_weak(2) && !words[2].is_given() => Some(1),
        1.. if is_weak(last) => Some(last),
        _ => None,
    }
}

/// A word behind one of the words says that it is the father's name.
fn kinds_with_father(
    name: &ParsedName<'_>,
    words: &[Word<'_>],
    father: usize,
    kinds: &mut Kinds,
) -> (NameOrder, f64) {
    let last = words.len() - 1;
    let is_part_of_name =
        name.pieces.get(words[father].at + 1).is_some_and(|piece| piece.kind == Patronymic);
    kinds[father] = Patronymic;
    match father {
        0 if last == 0 => (NameOrder::Single, 0.8),
        0 if is_part_of_name => {
            // Искандер Оглы Тевфик: a surname.
            kinds[0] = Surname;
            kinds[2..].fill(Patronymic);
            (NameOrder::SurnameFirst, 0.6)
        }
        0 => (NameOrder::SurnameFirst, 0.4),
        1 if last == 1 => match words[0].is_given() && !words[0].facts.is_like_surname {
            true => (NameOrder::GivenFirst, 0.7),
            false => {
                kinds[0] = Surname;
                (NameOrder::SurnameFirst, 0.5)
            }
        },
        _ if father == last => {
            kinds[0] = Surname;
            kinds[2..=last].fill(Patronymic);
            (NameOrder::SurnameFirst, 0.95)
        }
        _ => {
            kinds[father + 1..=last].fill(Surname);
            (NameOrder::GivenFirst, 0.9)
        }
    }
}

fn kinds_of_two_with_patronymic(
    name: &ParsedName<'_>,
    words: &[Word<'_>],
    kinds: &mut Kinds,
) -> (NameOrder, f64) {
    let (first, second) = (words[0].facts, words[1].facts);
    let is_sure = second.patronymic == PatronymicEnding::Sure;
    let is_patronymic = is_sure || has_known_father(words[1].text);
    let (parts, order, p_order) = match (words[0].is_given(), is_patronymic) {
        (true, true) => ([Given, Patronymic], NameOrder::GivenFirst, 0.9),
        (true, false) => ([Given, Surname], NameOrder::GivenFirst, 0.7),
        (false, true) if first.is_like_surname || is_sure => {
            ([Surname, Patronymic], NameOrder::SurnameFirst, 0.5)
        }
        (false, true) => ([Given, Patronymic], NameOrder::GivenFirst, 0.5),
        (false, false) => return kinds_of_two(name, words, kinds),
    };
    kinds[..2].copy_from_slice(&parts);
    (order, p_order)
}

/// Three words and more with a patronymic that is not the first.
fn kinds_around_patronymic(
    words: &[Word<'_>],
    place: usize,
    kinds: &mut Kinds,
) -> (NameOrder, f64) {
    let last = words.len() - 1;
    let is_given = |place: usize| words[place].is_given();
    let is_like_surname = |place: usize| words[place].facts.is_like_surname;
    kinds[place] = Patronymic;
    if place == last {
        let is_surname_second =
            last == 2 && is_like_surname(1) && !is_like_surname(0) && is_given(0) && !is_given(1);
        if is_surname_second && !is_east_asian_surname(words[0].text) {
            kinds[1] = Surname;
            return (NameOrder::GivenFirst, 0.6);
        }
        let is_double = last > 2 && is_like_surname(1) && !is_like_surname(2) && !is_given(1);
        let n_surname = if is_double { 2 } else { 1 };
        kinds[..n_surname].fill(Surname);
        return (NameOrder::SurnameFirst, if is_given(n_surname) { 0.99 } else { 0.95 });
    }
    kinds[place + 1..=last].fill(Surname);
    // Рябова Устинья Лукинична Штейн: a surname on both sides.
    if place > 1 && is_like_surname(0) && !is_given(0) && is_given(1) {
        kinds[0] = Surname;
        return (NameOrder::SurnameFirst, 0.8);
    }
    (NameOrder::GivenFirst, if is_given(0) { 0.98 } else { 0.85 })
}

fn kinds_of_two(name: &ParsedName<'_>, words: &[Word<'_>], kinds: &mut Kinds) -> (NameOrder, f64) {
    let (first, second) = (words[0].facts, words[1].facts);
    let is_given = (words[0].is_given(), words[1].is_given());
    let has_asian_surname = is_east_asian_surname(words[0].text);
    let has_syllables = is_of_syllables(words[1].text);
    let is_east_asian = is_cut_word(name, words)
        || has_asian_surname && (has_syllables || is_given.1)
        || has_syllables && is_of_syllables(words[0].text) && !is_given.0;
    let is_asian_second = is_given.0 && is_east_asian_surname(words[1].text);
    let (is_surname_first, p_order) = match is_given {
        _ if first.is_capitals && !second.is_capitals => (true, 0.95),
        _ if second.is_capitals && !first.is_capitals => (false, 0.95),
        _ if is_east_asian => (true, 0.85),
        _ if is_asian_second => (false, 0.8),
        (false, true) => (true, 0.95),
        (true, false) => (false, 0.9),
        _ if second.is_like_surname && !first.is_like_surname => (false, 0.75),
        _ if first.is_like_surname && !second.is_like_surname => (true, 0.8),
        _ => (true, 0.65),
    };
    match is_surname_first {
        true => {
            kinds[0] = Surname;
            (NameOrder::SurnameFirst, p_order)
        }
        false => {
            kinds[1] = Surname;
            (NameOrder::GivenFirst, p_order)
        }
    }
}

/// Three words and more without the ending of a patronymic.
fn kinds_of_many(words: &[Word<'_>], kinds: &mut Kinds) -> (NameOrder, f64) {
    let last = words.len() - 1;
    let (first_facts, last_facts) = (words[0].facts, words[last].facts);
    // Korean and Chinese names have no father's name (Ким Чер Су).
    if words.iter().all(|word| is_of_syllables(word.text)) {
        kinds[0] = Surname;
        return (NameOrder::SurnameFirst, 0.85);
    }
    let is_behind = !first_facts.is_capitals
        && (last_facts.is_like_surname || last_facts.is_latin)
        && words[0].is_given()
        && !words[last].is_given();
    if is_behind || last_facts.is_capitals && !first_facts.is_capitals {
        kinds[last] = Surname;
        return (NameOrder::GivenFirst, 0.85);
    }
    kinds[0] = Surname;
    let is_short = |word: &Word<'_>| word.text.chars().count() <= 5;
    let n_given = words.iter().filter(|word| word.is_given()).count();
    if words.iter().all(is_short) && n_given < 2 {
        return (NameOrder::SurnameFirst, 0.85);
    }
    if !last_facts.is_latin {
        kinds[2..=last].fill(Patronymic);
    }
    (NameOrder::SurnameFirst, 0.7)
}

/// Whether two words are one that was cut behind a Chinese or Korean surname.
fn is_cut_word(name: &ParsedName<'_>, words: &[Word<'_>]) -> bool {
    let (first, second) = (&name.pieces[words[0].at].span, &name.pieces[words[1].at].span);
    first.end + 1 == second.start && name.raw.as_bytes()[first.end] == b'-'
}
