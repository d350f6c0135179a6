//! The name of somebody mentioned: its parts, the surname of the family, the sex.

use crate::kin_table::shares_surname;
use crate::tokens::small_letters;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use synodik_model::{Ground, Kinship, Mention, MentionRole, Sex};
use synodik_names::{
    Claim, FormKind, PieceKind, fathers_of, feminine_surname, given_name, given_name_entry,
    has_patronymic_form, masculine_surname, parse_name, related, sex_of,
};

/// Letters up to which an unknown second word is rather a shortened patronymic: "Евдокия Ник."
const LONGEST_SHORTENED_LETTERS: usize = 4;

/// From this probability on the parts of a name say a sex.
const P_SEX: f64 = 0.9;

/// Returns the mention of the one a record is about, from the name as written.
///
/// # Shape
///
/// `name`: surname first, given name, patronymic; other spellings in brackets.
/// The span is that of `name` in itself.
///
/// # Example
///
/// ```
/// use synodik_family::head_mention;
/// use synodik_model::Sex;
/// let head = head_mention("РЯБОВ (РЕБОВ) Пантелей Лукич");
/// assert_eq!(head.surname.as_deref(), Some("Рябов"));
/// assert_eq!(head.patronymic.as_deref(), Some("Лукич"));
/// assert_eq!(head.sex.map(|(sex, _)| sex), Some(Sex::Male));
/// assert_eq!(head.name_variants, ["РЕБОВ"]);
/// ```
pub fn head_mention(name: &str) -> Mention {
    let mut head = Mention::empty(MentionRole::Head, name, 0..name.len());
    let mut words: Vec<&str> = Vec::new();
    for (part_idx, part) in name.split(['(', ')']).enumerate() {
        let inside = part_idx % 2 == 1;
        if inside {
            head.name_variants.push(part.trim().to_owned());
        } else {
            words.extend(part.split([' ', ',', '\u{a0}', '_']).filter(|word| !word.is_empty()));
        }
    }
    match words.as_slice() {
        [surname, rest @ ..] if is_capitals(surname) || rest.len() > 1 => {
            head.surname_stated = Some((*surname).to_owned());
            set_given_words(&mut head, rest);
        }
        _ => set_name(&mut head, &words),
    }
    head.surname = head.surname_stated.as_deref().map(title_case);
    settle_sex(&mut head);
    head
}

fn is_capitals(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_alphabetic()).count() > 1
        && !word.chars().any(char::is_lowercase)
}

/// First letters of the parts of a name large, the others small, where all were large.
pub(crate) fn title_case(word: &str) -> String {
    if !is_capitals(word) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut is_first = true;
    for letter in word.chars() {
        if is_first {
            out.push(letter);
        } else {
            out.extend(letter.to_lowercase());
        }
        is_first = !letter.is_alphabetic();
    }
    out
}

/// Words of which it is kept whether they are patronymics: a list repeats them.
const N_KEPT_WORDS: usize = 16_384;

thread_local! {
    static KEPT_WORDS: RefCell<FxHashMap<Box<str>, bool>> = RefCell::default();
}

/// Returns whether a word has the form of a Russian patronymic.
pub(crate) fn is_patronymic(word: &str) -> bool {
    let kept = KEPT_WORDS.with_borrow(|words| words.get(word).copied());
    kept.unwrap_or_else(|| {
        let is_patronymic = has_patronymic_form(word);
        KEPT_WORDS.with_borrow_mut(|words| {
            if words.len() >= N_KEPT_WORDS {
                words.clear();
            }
            words.insert(word.into(), is_patronymic);
        });
        is_patronymic
    })
}

/// Returns whether a word has the form of a patronymic that is no form of surnames and no given name too.
pub(crate) fn is_full_patronymic(word: &str) -> bool {
    is_patronymic(word) && !has_surname_ending(word) && !is_canonical(word)
}

/// Sets given name and patronymic from the words behind a surname.
fn set_given_words(mention: &mut Mention, words: &[&str]) {
    let patronymic_idx = words.iter().skip(1).position(|word| is_patronymic(word)).map(|at| at + 1);
    let split = match (patronymic_idx, words) {
        (Some(at), _) => at,
        (None, [first, second]) if is_initial(second) || is_initial(first) => 1,
        (None, [only]) if is_patronymic(only) && given_name(only).is_empty() => 0,
        (None, _) => words.len(),
    };
    let joined = |words: &[&str]| (!words.is_empty()).then(|| words.join(" "));
    mention.given = joined(&words[..split]);
    mention.patronymic = joined(&words[split..]);
}

fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() == 1
}

/// Sets the parts of a name from its words, in any order.
///
/// One word is the given name; of two the second is the patronymic if it has
/// the form of one, else the one that is no known given name is the surname.
pub(crate) fn set_name(mention: &mut Mention, words: &[&str]) {
    match words {
        [] => {}
        [_] => set_given_words(mention, words),
        [first, second] => {
            let is_with_initial =
                is_initial(second) && (is_initial(first) || !given_name(first).is_empty());
            // "Мария Антонова" has a surname far oftener than a patronymic of the old short form.
            let is_surname = !given_name(first).is_empty()
                && (has_surname_ending(second) && !is_canonical(second)
                    || given_name(second).is_empty()
                        && !is_patronymic(second)
                        && second.chars().count() > LONGEST_SHORTENED_LETTERS
                        && second.starts_with(char::is_uppercase));
            if !is_surname && is_patronymic(second) || is_with_initial {
                set_given_words(mention, words);
            } else if is_surname {
                mention.given = Some((*first).to_owned());
                mention.surname_stated = Some((*second).to_owned());
            } else if !given_name(first).is_empty() && !given_name(second).is_empty() {
                mention.given = Some(words.join(" "));
            } else if looks_like_surname(first) || !given_name(second).is_empty() {
                mention.surname_stated = Some((*first).to_owned());
                set_given_words(mention, &words[1..]);
            } else {
                mention.given = Some(words.join(" "));
            }
        }
        [first, middle @ .., last] => {
            let is_given_first =
                !given_name(first).is_empty() && middle.iter().any(|word| is_full_patronymic(word));
            if is_given_first {
                mention.surname_stated = Some((*last).to_owned());
                set_given_words(mention, &words[..words.len() - 1]);
            } else if is_patronymic(last) || is_initial(last) {
                mention.surname_stated = Some((*first).to_owned());
                set_given_words(mention, &words[1..]);
            } else if middle.iter().any(|word| is_patronymic(word)) {
                mention.surname_stated = Some((*last).to_owned());
                set_given_words(mention, &words[..words.len() - 1]);
            } else {
                set_by_order(mention, words);
            }
        }
    }
}

/// Three words without a patronymic: the order that names of such words have.
fn set_by_order(mention: &mut Mention, words: &[&str]) {
    let text = words.join(" ");
    let name = parse_name(&text);
    let collected = |kinds: &[PieceKind]| {
        let found: Vec<&str> =
            kinds.iter().flat_map(|&kind| name.words(kind, Claim::Main)).collect();
        (!found.is_empty()).then(|| found.join(" "))
    };
    mention.surname_stated = collected(&[PieceKind::Particle, PieceKind::Surname]);
    mention.given = collected(&[PieceKind::Given, PieceKind::GivenInitial]);
    mention.patronymic = collected(&[PieceKind::Patronymic, PieceKind::PatronymicInitial]);
}

/// Returns whether a word is the full form of a given name that lists have.
fn is_canonical(word: &str) -> bool {
    let mut found = given_name(word).iter();
    found
        .any(|found| found.kind == FormKind::Canonical && given_name_entry(found.name_id).count > 0)
}

/// A word that is in no list of given names and ends as surnames do.
fn looks_like_surname(word: &str) -> bool {
    given_name(word).is_empty() && has_surname_ending(word)
}

fn has_surname_ending(word: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "ов", "ев", "ин", "ын", "ова", "ева", "ина", "ына", "ский", "ская", "цкий", "цкая", "енко",
        "ых", "их", "юк",
    ];
    let small = small_letters(word);
    ENDINGS.iter().any(|ending| small.ends_with(ending))
}

/// Sets the sex: from the kinship, else from the name.
pub(crate) fn settle_sex(mention: &mut Mention) {
    if mention.sex.is_some_and(|(_, ground)| ground != Ground::Name) {
        return;
    }
    if let Some(sex) = mention.kinship.as_ref().and_then(Kinship::sex) {
        mention.sex = Some((sex, Ground::Kinship));
        return;
    }
    if mention.sex.is_some() {
        return;
    }
    // A patronymic has the sex in its grammar; a name such as Мина belongs to both.
    let patronymic = mention.patronymic.as_deref().filter(|word| is_full_patronymic(word));
    let of_patronymic =
        patronymic.map_or(0.5, |word| sex_of(None, None, Some(word), None).p_female);
    if let Some(sex) = clear_sex(of_patronymic) {
        mention.sex = Some((sex, Ground::Name));
        return;
    }
    let given = mention.given.as_deref().filter(|given| !is_initial(given));
    let share = given.and_then(synodik_names::given_p_female);
    let opinion =
        sex_of(mention.surname_stated.as_deref(), given, mention.patronymic.as_deref(), share);
    mention.sex = clear_sex(opinion.p_female).map(|sex| (sex, Ground::Name));
}

fn clear_sex(p_female: f64) -> Option<Sex> {
    match p_female {
        p_female if p_female > P_SEX => Some(Sex::Female),
        p_female if p_female < 1.0 - P_SEX => Some(Sex::Male),
        _ => None,
    }
}

/// Sets the surname: as stated, else that of the kin in the bearer's gender where kin usually share it.
pub(crate) fn settle_surname(mention: &mut Mention, kin: &Mention) {
    if let Some(stated) = &mention.surname_stated {
        mention.surname = Some(title_case(stated));
        return;
    }
    let shares = mention.kinship.as_ref().is_none_or(shares_surname);
    let (true, Some(surname)) = (shares, &kin.surname) else { return };
    let known_sex = |mention: &Mention| mention.sex.map(|(sex, _)| sex);
    mention.surname = Some(match mention.sex {
        // A man named Пащина has sons named Пащина.
        _ if known_sex(mention) == known_sex(kin) => surname.clone(),
        Some((Sex::Female, _)) => feminine_surname(surname),
        Some((Sex::Male, _)) => masculine_surname(surname),
        None => surname.clone(),
    });
}

/// Returns whether a patronymic or father's name may come from this given name.
pub(crate) fn is_father_name(given: &str, patronymic: &str) -> bool {
    let same = |a: &str, b: &str| small_letters(a) == small_letters(b) || related(a, b).is_some();
    if same(given, patronymic) {
        return true;
    }
    fathers_of(patronymic, &|_| true).iter().take(6).any(|father| same(&father.given, given))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_name_find_their_parts() {
        let check = |words: &str, expected: [&str; 3]| {
            let mut mention = Mention::empty(MentionRole::Member, "", 0..0);
            set_name(&mut mention, &words.split(' ').collect::<Vec<_>>());
            let parts = [&mention.surname_stated, &mention.given, &mention.patronymic];
            assert_eq!(parts.map(|part| part.as_deref().unwrap_or("")), expected, "{words}");
        };
        check("Устинья", ["", "Устинья", ""]);
        check("Устинья Лукинична", ["", "Устинья", "Лукинична"]);
        check("Низенко Кирилл", ["Низенко", "Кирилл", ""]);
        check("Кирилл Рябов", ["Рябов", "Кирилл", ""]);
        check("Устинья Антонова", ["Антонова", "Устинья", ""]);
        check("Светлана Аллилуева", ["Аллилуева", "Светлана", ""]);
        check("Арнольд Грейц", ["Грейц", "Арнольд", ""]);
        check("Вернер Анна Петровна", ["Вернер", "Анна", "Петровна"]);
        check("Иосиф Сталин", ["Сталин", "Иосиф", ""]);
        check("Анна Антонина", ["", "Анна Антонина", ""]);
        check("Устинья Евгеньевна Гриневич", ["Гриневич", "Устинья", "Евгеньевна"]);
        check("Рябова Устинья Лукинична", ["Рябова", "Устинья", "Лукинична"]);
        check("Устинья Лукинична Рябова", ["Рябова", "Устинья", "Лукинична"]);
        check("У. Л.", ["", "У.", "Л."]);
        check("Рябова У. Л.", ["Рябова", "У.", "Л."]);
        check("Анна Мария", ["", "Анна Мария", ""]);
        check("Лукинична", ["", "", "Лукинична"]);
    }

    #[test]
    fn a_family_shares_its_surname_in_both_genders() {
        let head = head_mention("ГРАЧЁВСКИЙ Пантелей Лукич");
        let mut wife = Mention::empty(MentionRole::Member, "", 0..0);
        wife.kinship = crate::kinship_of_term("wife");
        settle_sex(&mut wife);
        settle_surname(&mut wife, &head);
        assert_eq!(wife.surname.as_deref(), Some("Грачёвская"));
        let mut wifes_mother = Mention::empty(MentionRole::Member, "", 0..0);
        wifes_mother.kinship = crate::kinship_of_term("mother_in_law");
        settle_surname(&mut wifes_mother, &head);
        assert_eq!(wifes_mother.surname, None);
    }

    #[test]
    fn a_patronymic_names_the_father() {
        assert!(is_father_name("Лука", "Лукинична"));
        assert!(is_father_name("Jaan", "Jaan"));
        assert!(!is_father_name("Пётр", "Лукинична"));
    }
}
