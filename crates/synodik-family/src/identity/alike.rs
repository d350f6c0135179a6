//! Whether what is said of two human beings can be said of one: by given name, patronymic, birth.

use super::NUMBERS;
use crate::infer::KinPerson;
use crate::tokens::small_letters;
use synodik_names::{Agreement, NamePart, compare_written, given_name, related};

/// Whether given name and birth are those of one person; `None` where that cannot be told.
pub(super) fn is_like(a: &KinPerson, b: &KinPerson) -> Option<bool> {
    let (one, other) = (a.given.as_deref()?, b.given.as_deref()?);
    let gap = a.birth_years.zip(b.birth_years).map(|(a, b)| (a.0 - b.1).max(b.0 - a.1));
    if gap.is_some_and(|gap| gap > NUMBERS.max_birth_gap_years) {
        return Some(false);
    }
    is_one_name(one, other)
}

/// Whether births are known of both and lie as near as those of one person do.
pub(super) fn share_a_year(a: &KinPerson, b: &KinPerson) -> bool {
    a.birth_years.zip(b.birth_years).is_some_and(|(a, b)| {
        let gap = (a.0 - b.1).max(b.0 - a.1);
        gap <= NUMBERS.max_birth_gap_years
    })
}

/// Whether nothing in the patronymics speaks against one person: they agree, or one is not known.
pub(super) fn is_patronymic_alike(a: &KinPerson, b: &KinPerson) -> bool {
    let (Some(one), Some(other)) = (a.patronymic.as_deref(), b.patronymic.as_deref()) else {
        return true;
    };
    one == other
        || compare_written(NamePart::Patronymic, one, other).agreement != Agreement::Different
}

/// Whether two given names are one, in whatever spelling, script or form.
///
/// A slip of one letter makes no other name of it, unless it makes one that people bear: Мария
/// and Марта are two.
fn is_one_name(one: &str, other: &str) -> Option<bool> {
    let [a, b] = [one, other].map(letters_of);
    if a == b {
        return Some(true);
    }
    if n_letters(one) == 1 || n_letters(other) == 1 {
        let is_same = a.chars().next() == b.chars().next();
        return if is_same { None } else { Some(false) };
    }
    if related(one, other).is_some() {
        return Some(true);
    }
    let is_known = |name: &str| !given_name(name).is_empty();
    let are_two = is_known(one) && is_known(other);
    match compare_written(NamePart::Given, one, other).agreement {
        Agreement::Different => Some(false),
        Agreement::Typo { .. } if are_two => Some(false),
        Agreement::TwoTypos | Agreement::SoundsAlike | Agreement::SoundsNear if are_two => {
            Some(false)
        }
        Agreement::TwoTypos | Agreement::SoundsNear | Agreement::Initial | Agreement::Missing => {
            None
        }
        _ => Some(true),
    }
}

/// Whether of the given name only the first letter is known.
pub(super) fn has_initial(person: &KinPerson) -> bool {
    person.given.as_deref().is_some_and(|given| n_letters(given) == 1)
}

/// Small letters without what stands between them: Хак Не, Хак-Не.
fn letters_of(name: &str) -> String {
    small_letters(name).chars().filter(|letter| letter.is_alphabetic()).collect()
}

fn n_letters(name: &str) -> usize {
    name.chars().filter(|letter| letter.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_in_any_spelling_and_a_slip_makes_no_other() {
        for (one, other, expected) in [
            ("Иван", "Иван", Some(true)),
            ("Фёкла", "ФЕКЛА", Some(true)),
            ("Дария", "Одарка", Some(true)),
            ("Ян", "Jan", Some(true)),
            ("Хак Не", "Хак-Не", Some(true)),
            ("Ольга", "Оьга", Some(true)),
            ("Мария", "Марта", Some(false)),
            ("Пётр", "Борис", Some(false)),
            ("И.", "Иван", None),
            ("Г.", "Иван", Some(false)),
        ] {
            assert_eq!(is_one_name(one, other), expected, "{one} {other}");
            assert_eq!(is_one_name(other, one), expected, "{other} {one}");
        }
    }
}
