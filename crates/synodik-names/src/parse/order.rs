//! Decides which word of a name is the surname, the given name and the patronymic.

use super::words::{ends_like_patronymic, ends_like_surname, is_given};
use super::{Claim, NameOrder, ParsedName, PieceKind};

/// Gives every word of every claim its part.
pub(super) fn resolve_parts(name: &mut ParsedName<'_>) {
    let main: Vec<usize> = words_of(name, |claim| claim == Claim::Main, 0, name.pieces.len());
    let first_comma = first_main_comma(name);
    let (order, p_order) = match first_comma.filter(|at| is_between(&main, *at)) {
        Some(comma) => resolve_comma(name, &main, comma),
        None => resolve_words(name, &main),
    };
    (name.order, name.p_order) = (order, p_order);
    let first_other = name.pieces.iter().position(|piece| piece.claim != Claim::Main);
    let mut at = first_other.unwrap_or(name.pieces.len());
    while at < name.pieces.len() {
        let claim = name.pieces[at].claim;
        if claim == Claim::Main {
            at += 1;
            continue;
        }
        let start = at;
        while at < name.pieces.len() && name.pieces[at].claim == claim {
            at += 1;
        }
        let words = words_of(name, |other| other == claim, start, at);
        resolve_other_name(name, &words, start);
    }
}

fn words_of(
    name: &ParsedName<'_>,
    is_wanted: impl Fn(Claim) -> bool,
    start: usize,
    end: usize,
) -> Vec<usize> {
    (start..end)
        .filter(|at| {
            let piece = &name.pieces[*at];
            piece.kind == PieceKind::Other && is_wanted(piece.claim)
        })
        .collect()
}

fn first_main_comma(name: &ParsedName<'_>) -> Option<usize> {
    name.pieces.iter().position(|piece| {
        piece.kind == PieceKind::Punctuation
            && piece.claim == Claim::Main
            && &name.raw[piece.span.clone()] == ","
    })
}

fn is_between(words: &[usize], at: usize) -> bool {
    words.first().is_some_and(|first| *first < at) && words.last().is_some_and(|last| *last > at)
}

/// `Petrov, Ivan`, `TAMM, Jaan, Moorits`: what stands before the first comma is the surname.
fn resolve_comma(name: &mut ParsedName<'_>, words: &[usize], comma: usize) -> (NameOrder, f64) {
    let n_before = words.iter().take_while(|at| **at < comma).count();
    for at in &words[..n_before] {
        name.pieces[*at].kind = PieceKind::Surname;
    }
    let behind = &words[n_before..];
    let has_second_comma = |at: usize| {
        name.pieces[comma + 1..at].iter().any(|piece| &name.raw[piece.span.clone()] == ",")
    };
    let fathers: Vec<bool> = behind.iter().map(|at| has_second_comma(*at)).collect();
    for (place, at) in behind.iter().enumerate() {
        let is_father = fathers[place] || is_sons_mark(name, behind, place);
        set_given_or_patronymic(name, *at, place, is_father);
    }
    (NameOrder::SurnameFirst, 0.97)
}

/// Estonian `Jaani p.`: the word before a small `p.`, `t.` or `s.` is the father's name.
fn is_sons_mark(name: &ParsedName<'_>, words: &[usize], place: usize) -> bool {
    let is_mark = |at: &usize| matches!(word_at(name, *at), "p." | "t." | "s.");
    place > 0 && (is_mark(&words[place]) || words.get(place + 1).is_some_and(is_mark))
}

fn set_given_or_patronymic(name: &mut ParsedName<'_>, at: usize, place: usize, is_father: bool) {
    let word = word_at(name, at);
    let kind = match (is_initial(word), place > 0) {
        _ if matches!(word, "p." | "t." | "s.") => PieceKind::Suffix,
        (true, false) => PieceKind::GivenInitial,
        (true, true) => PieceKind::PatronymicInitial,
        (false, true) if is_father || ends_like_patronymic(word) => PieceKind::Patronymic,
        (false, _) => PieceKind::Given,
    };
    name.pieces[at].kind = kind;
}

fn resolve_words(name: &mut ParsedName<'_>, words: &[usize]) -> (NameOrder, f64) {
    let n_initials = words.iter().filter(|at| is_initial(word_at(name, **at))).count();
    if n_initials > 0 {
        return resolve_initials(name, words);
    }
    let (kinds, order, p_order) = kinds_of(name, words);
    for (at, kind) in words.iter().zip(kinds) {
        name.pieces[*at].kind = kind;
    }
    (order, p_order)
}

fn resolve_initials(name: &mut ParsedName<'_>, words: &[usize]) -> (NameOrder, f64) {
    let n_full = words.iter().filter(|at| !is_initial(word_at(name, **at))).count();
    let mut n_seen = 0;
    let mut has_given = false;
    for at in words {
        let word = word_at(name, *at);
        name.pieces[*at].kind = if is_initial(word) {
            n_seen += 1;
            match has_given || n_seen > 1 {
                false => PieceKind::GivenInitial,
                true => PieceKind::PatronymicInitial,
            }
        } else if n_full > 1 && !has_given && n_seen == 0 && is_given(word) {
            has_given = true;
            PieceKind::Given
        } else if ends_like_patronymic(word) && n_full > 1 && n_seen > 0 {
            PieceKind::Patronymic
        } else {
            PieceKind::Surname
        };
    }
    let is_given_first = words.first().is_some_and(|at| {
        matches!(name.pieces[*at].kind, PieceKind::GivenInitial | PieceKind::Given)
    });
    match is_given_first {
        true => (NameOrder::GivenFirst, 0.97),
        false => (NameOrder::SurnameFirst, 0.97),
    }
}

/// Returns the parts of full words without initials, their order and how sure it is.
fn kinds_of(name: &ParsedName<'_>, words: &[usize]) -> (Vec<PieceKind>, NameOrder, f64) {
    use PieceKind::{Given, Patronymic, Surname};
    let word = |place: usize| word_at(name, words[place]);
    let n_words = words.len();
    // The word before оглы or кызы is the father's name.
    let before_suffix = words.iter().position(|at| {
        name.pieces.get(at + 1).is_some_and(|next| next.kind == PieceKind::Patronymic)
    });
    let by_ending = || (0..n_words).rev().find(|place| ends_like_patronymic(word(*place)));
    let patronymic = before_suffix.filter(|place| *place > 0).or_else(by_ending);
    match (n_words, patronymic) {
        (0, _) => (Vec::new(), NameOrder::Single, 0.0),
        (1, _) if is_given(word(0)) && !ends_like_surname(word(0)) => {
            (vec![Given], NameOrder::Single, 0.7)
        }
        (1, _) => (vec![Surname], NameOrder::Single, 0.6),
        (2, Some(1)) if is_given(word(0)) => (vec![Given, Patronymic], NameOrder::GivenFirst, 0.9),
        (2, Some(1)) => (vec![Surname, Patronymic], NameOrder::SurnameFirst, 0.5),
        (2, _) => kinds_of_two(word(0), word(1)),
        (3, Some(2))
            if is_given(word(0)) && ends_like_patronymic(word(1)) && !is_given(word(1)) =>
        {
            (vec![Given, Patronymic, Surname], NameOrder::GivenFirst, 0.85)
        }
        (_, Some(last)) if last + 1 == n_words => {
            let is_double = n_words > 3 && !is_given(word(1)) && is_given(word(2));
            let n_surname = if is_double { 2 } else { 1 };
            let mut kinds = vec![Given; n_words];
            kinds[..n_surname].fill(Surname);
            kinds[last] = Patronymic;
            (kinds, NameOrder::SurnameFirst, if is_given(word(n_surname)) { 0.99 } else { 0.95 })
        }
        (_, Some(middle)) if middle > 0 => {
            let mut kinds = vec![Given; n_words];
            kinds[middle] = Patronymic;
            kinds[middle + 1..].fill(Surname);
            (kinds, NameOrder::GivenFirst, if is_given(word(0)) { 0.98 } else { 0.85 })
        }
        _ => kinds_of_many(name, words),
    }
}

fn kinds_of_two(first: &str, second: &str) -> (Vec<PieceKind>, NameOrder, f64) {
    let surname_first =
        |p_order| (vec![PieceKind::Surname, PieceKind::Given], NameOrder::SurnameFirst, p_order);
    let given_first =
        |p_order| (vec![PieceKind::Given, PieceKind::Surname], NameOrder::GivenFirst, p_order);
    match (is_given(first), is_given(second)) {
        _ if is_all_capitals(first) && !is_all_capitals(second) => surname_first(0.95),
        _ if is_all_capitals(second) && !is_all_capitals(first) => given_first(0.95),
        // The given name of a Chinese name has its second syllable in small letters (Фу-чин).
        _ if has_small_syllable(second) => surname_first(0.85),
        (false, true) => surname_first(0.95),
        (true, false) => given_first(0.9),
        _ if ends_like_surname(second) && !ends_like_surname(first) => given_first(0.75),
        _ => surname_first(0.65),
    }
}

/// Three words and more without the ending of a patronymic.
fn kinds_of_many(name: &ParsedName<'_>, words: &[usize]) -> (Vec<PieceKind>, NameOrder, f64) {
    use PieceKind::{Given, Patronymic, Surname};
    let word = |place: usize| word_at(name, words[place]);
    let last = words.len() - 1;
    let is_short = |at: &usize| word_at(name, *at).chars().count() <= 5;
    let n_given = words.iter().filter(|at| is_given(word_at(name, **at))).count();
    let mut kinds = vec![Given; words.len()];
    if is_all_capitals(word(last)) && !is_all_capitals(word(0))
        || (is_given(word(0)) && !is_given(word(last)) && ends_like_surname(word(last)))
    {
        kinds[last] = Surname;
        return (kinds, NameOrder::GivenFirst, 0.85);
    }
    kinds[0] = Surname;
    // Korean and Chinese names have no father's name (Ким Чер Су).
    if words.iter().all(is_short) && n_given < 2 {
        return (kinds, NameOrder::SurnameFirst, 0.85);
    }
    let is_latin = word(last).is_ascii();
    if !is_latin {
        let n_before = if last > 2 { 2 } else { last };
        kinds[n_before..].fill(Patronymic);
    }
    (kinds, NameOrder::SurnameFirst, 0.7)
}

/// Another name: one word is the part it stands behind, several are a name of their own.
fn resolve_other_name(name: &mut ParsedName<'_>, words: &[usize], start: usize) {
    let is_name =
        |kind| matches!(kind, PieceKind::Surname | PieceKind::Given | PieceKind::Patronymic);
    let behind = name.pieces[..start].iter().rev().map(|piece| piece.kind).find(|k| is_name(*k));
    let is_list = words.len() > 1 && has_punctuation_between(name, words);
    match (words, behind) {
        ([], _) => {}
        ([only], _) if !is_list => {
            let kind = kind_of_other_word(name, *only, behind);
            name.pieces[*only].kind = kind;
        }
        (_, Some(kind)) if is_list => {
            for at in words {
                name.pieces[*at].kind = kind;
            }
        }
        _ => {
            resolve_words(name, words);
        }
    }
}

fn has_punctuation_between(name: &ParsedName<'_>, words: &[usize]) -> bool {
    (words[0]..words[words.len() - 1]).all(|at| {
        name.pieces[at].kind != PieceKind::Other
            || name.pieces[at + 1].kind == PieceKind::Punctuation
    })
}

fn kind_of_other_word(name: &ParsedName<'_>, at: usize, behind: Option<PieceKind>) -> PieceKind {
    let word = word_at(name, at);
    match (name.pieces[at].claim, behind) {
        (Claim::Maiden | Claim::Married | Claim::TrueName, _) => PieceKind::Surname,
        (_, Some(PieceKind::Given)) if !ends_like_surname(word) => PieceKind::Given,
        (_, Some(PieceKind::Patronymic)) if ends_like_patronymic(word) => PieceKind::Patronymic,
        (_, Some(PieceKind::Patronymic)) if is_given(word) => PieceKind::Given,
        _ => PieceKind::Surname,
    }
}

fn word_at<'a>(name: &ParsedName<'a>, at: usize) -> &'a str {
    &name.raw[name.pieces[at].span.clone()]
}

/// Whether a word is one capital letter, with or without its point.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && matches!(letters.as_str(), "" | ".")
}

fn has_small_syllable(word: &str) -> bool {
    word.split_once('-').is_some_and(|(_, behind)| behind.starts_with(char::is_lowercase))
}

fn is_all_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
}
