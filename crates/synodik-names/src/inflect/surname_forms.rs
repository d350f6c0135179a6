//! A man's, a woman's and a family's form of one surname.

use super::declension::{Case, decline};
use super::letters::{cut, is_all_capitals, is_vowel, lower, push_ending};
use super::surname_rules::{
    Standing, SurnameKind, SurnameRule, consonant_rules, feminine_rules, masculine_rules,
};
use crate::part::{NamePart, Sex};

/// The forms that a surname may take in one family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurnameForms {
    /// Men's forms, the likeliest first; never empty.
    pub masculine: Vec<String>,
    /// Women's forms, the likeliest first; never empty.
    pub feminine: Vec<FeminineForm>,
    /// The family: Ивановы; `None` where no rule gives it.
    pub plural: Option<String>,
    /// How the forms differ.
    pub kind: SurnameKind,
    /// Whose form was written; `None` when it may be anybody's.
    pub written: Option<Sex>,
}

/// A woman's form of a surname.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeminineForm {
    /// The surname.
    pub text: String,
    /// Of which women it is used.
    pub standing: Standing,
}

/// Returns the forms of a surname written in the nominative.
///
/// Of a double surname each part is changed for itself where all parts are of
/// the same sex; the kind is that of the last part.
///
/// # Shape
///
/// Lists without repetition. Capitals stay. A woman's surname stands first
/// among the feminine forms as written.
///
/// # Source
///
/// `data/names/surname_forms.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{SurnameKind, surname_forms};
/// let forms = surname_forms("Трубецкая");
/// assert_eq!(forms.masculine[0], "Трубецкой");
/// assert_eq!(forms.plural.as_deref(), Some("Трубецкие"));
/// assert_eq!(surname_forms("Шевченко").kind, SurnameKind::Indeclinable);
/// let forms = surname_forms("Kazlauskas");
/// let women: Vec<&str> = forms.feminine.iter().map(|form| form.text.as_str()).collect();
/// assert_eq!(women, ["Kazlauskienė", "Kazlauskaitė"]);
/// ```
pub fn surname_forms(surname: &str) -> SurnameForms {
    if let Some(hyphen) = surname.find('-') {
        return join_forms(&surname[..hyphen], &surname[hyphen + 1..]);
    }
    let feminine: Vec<&SurnameRule> =
        feminine_rules(surname).filter(|rule| declines_as_woman(rule, surname)).collect();
    if !feminine.is_empty() {
        return forms_of_woman(surname, &feminine);
    }
    let masculine: Vec<&SurnameRule> =
        masculine_rules(surname).filter(|rule| declines_as_man(rule, surname)).collect();
    match masculine.first() {
        Some(first) if first.is_sure => {
            let sure: Vec<&SurnameRule> =
                masculine.iter().filter(|rule| rule.is_sure).copied().collect();
            forms_of_man(surname, &sure)
        }
        _ => forms_of_anybody(surname, &masculine),
    }
}

/// Returns the likeliest man's form of a surname.
pub fn masculine_surname(surname: &str) -> String {
    surname_forms(surname).masculine.swap_remove(0)
}

/// Returns the likeliest woman's form of a surname; a woman's surname stays as it is.
pub fn feminine_surname(surname: &str) -> String {
    surname_forms(surname).feminine.swap_remove(0).text
}

fn replaced(surname: &str, from: &str, to: &str) -> String {
    let mut out = cut(surname, from.chars().count()).to_owned();
    // One capital letter and an ending in capitals would not look written.
    push_ending(&mut out, to, is_all_capitals(surname));
    match surname.chars().next().is_some_and(char::is_uppercase) && !is_all_capitals(surname) {
        true if cut(surname, from.chars().count()).is_empty() => capitalised(&out),
        _ => out,
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn forms_of_woman(surname: &str, rules: &[&SurnameRule]) -> SurnameForms {
    let first = rules[0];
    let mut masculine = Vec::new();
    for rule in rules {
        push_once(&mut masculine, replaced(surname, rule.feminine, rule.masculine));
    }
    let mut feminine = vec![FeminineForm { text: surname.to_owned(), standing: first.standing }];
    for other in masculine_rules(&masculine[0]) {
        let text = replaced(&masculine[0], other.masculine, other.feminine);
        push_form(&mut feminine, text, other.standing);
    }
    let plural = first.plural.map(|plural| replaced(surname, first.feminine, plural));
    SurnameForms { masculine, feminine, plural, kind: first.kind, written: Some(Sex::Female) }
}

fn forms_of_man(surname: &str, rules: &[&SurnameRule]) -> SurnameForms {
    let first = rules[0];
    let mut feminine = Vec::new();
    for rule in rules {
        let text = replaced(surname, rule.masculine, rule.feminine);
        push_form(&mut feminine, text, rule.standing);
    }
    SurnameForms {
        masculine: vec![surname.to_owned()],
        feminine,
        plural: first.plural.map(|plural| replaced(surname, first.masculine, plural)),
        kind: first.kind,
        written: Some(Sex::Male),
    }
}

/// The forms of a surname that may be anybody's, with the women's forms that are possible.
fn forms_of_anybody(surname: &str, possible: &[&'static SurnameRule]) -> SurnameForms {
    let same = FeminineForm { text: surname.to_owned(), standing: Standing::Any };
    let mut feminine = vec![same];
    for rule in possible.iter().copied().chain(consonant_rules(surname)) {
        let text = replaced(surname, rule.masculine, rule.feminine);
        push_form(&mut feminine, text, rule.standing);
    }
    let genitive = decline(surname, NamePart::Surname, Sex::Male, Case::Genitive);
    let is_cyrillic = surname.chars().next_back().is_some_and(|last| last > '\u{3ff}');
    let is_same = genitive == surname && is_cyrillic;
    SurnameForms {
        masculine: vec![surname.to_owned()],
        feminine,
        plural: if is_same { Some(surname.to_owned()) } else { plural_of(surname, &genitive) },
        kind: if is_same { SurnameKind::Indeclinable } else { SurnameKind::Common },
        written: None,
    }
}

/// Returns the plural of a Russian noun from its nominative and genitive: Кравец, Кравца, Кравцы.
fn plural_of(surname: &str, genitive: &str) -> Option<String> {
    if genitive == surname {
        return None;
    }
    let small = lower(genitive);
    let mut endings = small.chars().rev();
    let ending = match (endings.next()?, endings.next()?) {
        // Капицы, Дубинки: the genitive is the plural.
        ('ы' | 'и', _) => return Some(genitive.to_owned()),
        ('а', 'г' | 'к' | 'х' | 'ж' | 'ч' | 'ш' | 'щ') => "и",
        ('а', letter) if !is_vowel(letter) => "ы",
        ('я', _) => "и",
        _ => return None,
    };
    let mut out = cut(genitive, 1).to_owned();
    push_ending(&mut out, ending, is_all_capitals(surname));
    Some(out)
}

/// Returns whether a man's surname with a Russian ending declines as its type does; Грин does not.
fn declines_as_man(rule: &SurnameRule, surname: &str) -> bool {
    let form = |case| lower(&decline(surname, NamePart::Surname, Sex::Male, case));
    let is_cyrillic = rule.masculine.chars().next().is_some_and(|first| first > '\u{3ff}');
    match rule.kind {
        _ if !rule.is_russian || !is_cyrillic => true,
        SurnameKind::Possessive => form(Case::Instrumental).ends_with("ым"),
        _ => form(Case::Genitive).ends_with("го"),
    }
}

/// Returns whether a woman's surname with a Russian ending declines as its type does; Сова does not.
fn declines_as_woman(rule: &SurnameRule, surname: &str) -> bool {
    let is_cyrillic = rule.feminine.chars().next().is_some_and(|first| first > '\u{3ff}');
    if !rule.is_russian || !is_cyrillic {
        return true;
    }
    let genitive = lower(&decline(surname, NamePart::Surname, Sex::Female, Case::Genitive));
    genitive.ends_with("ой") || genitive.ends_with("ей")
}

fn push_once(texts: &mut Vec<String>, text: String) {
    if !texts.contains(&text) {
        texts.push(text);
    }
}

fn push_form(forms: &mut Vec<FeminineForm>, text: String, standing: Standing) {
    if forms.iter().all(|form| form.text != text) {
        forms.push(FeminineForm { text, standing });
    }
}

/// The forms of a double surname: the likeliest of each part.
fn join_forms(first: &str, rest: &str) -> SurnameForms {
    let (head, tail) = (surname_forms(first), surname_forms(rest));
    // A man's part before a woman's is no double surname of one type: Тер-Петрова.
    let is_fixed = head.written.is_some() && head.written != tail.written;
    let joined = |part: &str, last: &str| match is_fixed {
        true => format!("{first}-{last}"),
        false => format!("{part}-{last}"),
    };
    let (masculine, feminine) = (&head.masculine[0], &head.feminine[0].text);
    let plural =
        tail.plural.as_ref().map(|last| joined(head.plural.as_ref().unwrap_or(masculine), last));
    SurnameForms {
        masculine: tail.masculine.iter().map(|last| joined(masculine, last)).collect(),
        feminine: tail
            .feminine
            .iter()
            .map(|last| FeminineForm {
                text: joined(feminine, &last.text),
                standing: last.standing,
            })
            .collect(),
        plural,
        kind: tail.kind,
        written: tail.written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table;
    use proptest::prelude::*;

    const SURNAME_FORMS_TSV: &str = include_str!("../../../../data/names/surname_forms.tsv");

    #[test]
    fn every_row_gives_its_example() {
        for [_, _, _, _, masculine, feminine, _, _, _, example, _] in
            table::rows::<11>(SURNAME_FORMS_TSV)
        {
            let words: Vec<&str> = example.split(' ').collect();
            let forms = surname_forms(words[0]);
            assert!(
                forms.feminine.iter().any(|form| form.text == words[1]),
                "{masculine} {feminine}: {forms:?}"
            );
            let back = surname_forms(words[1]);
            assert!(back.masculine.iter().any(|text| text == words[0]), "{example}: {back:?}");
            assert_eq!(back.written, Some(Sex::Female), "{example}");
            if words[2] != "-" {
                let is_plural = |forms: &SurnameForms| forms.plural.as_deref() == Some(words[2]);
                assert!(is_plural(&forms) || is_plural(&back), "{example}: {forms:?} {back:?}");
            }
        }
    }

    #[test]
    fn surnames_without_a_womans_form() {
        let check = |name: &str, kind, plural: Option<&str>| {
            let forms = surname_forms(name);
            assert_eq!((forms.kind, forms.plural.as_deref()), (kind, plural), "{name}");
            assert_eq!((forms.masculine[0].as_str(), forms.written), (name, None));
            assert_eq!(forms.feminine[0].text, name);
        };
        check("Ковальчук", SurnameKind::Common, Some("Ковальчуки"));
        check("Кравец", SurnameKind::Common, Some("Кравцы"));
        check("Гоголь", SurnameKind::Common, Some("Гоголи"));
        check("Капица", SurnameKind::Common, Some("Капицы"));
        check("Грин", SurnameKind::Common, Some("Грины"));
        check("Цой", SurnameKind::Common, Some("Цои"));
        check("Сова", SurnameKind::Common, Some("Совы"));
        check("Черных", SurnameKind::Indeclinable, Some("Черных"));
        check("Дурново", SurnameKind::Indeclinable, Some("Дурново"));
        check("Schmidt", SurnameKind::Common, None);
    }

    #[test]
    fn double_surnames_change_in_all_parts() {
        let check = |name: &str, masculine: &str, feminine: &str| {
            assert_eq!(masculine_surname(name), masculine, "{name}");
            assert_eq!(feminine_surname(name), feminine, "{name}");
        };
        check("Римская-Корсакова", "Римский-Корсаков", "Римская-Корсакова");
        check("Римский-Корсаков", "Римский-Корсаков", "Римская-Корсакова");
        check("ТЕР-ПЕТРОВ", "ТЕР-ПЕТРОВ", "ТЕР-ПЕТРОВА");
    }

    proptest! {
        #[test]
        fn a_womans_surname_comes_back(
            cyrillic in "[А-Я]а[а-я]{1,4}н", latin in "[A-Z][a-z]{1,4}ak", row_idx in 0..200usize, is_capital in any::<bool>(),
        ) {
            let rows: Vec<[&str; 11]> = table::rows(SURNAME_FORMS_TSV).collect();
            let row = rows[row_idx % rows.len()];
            let is_latin = row[5].chars().all(|letter| letter < '\u{400}');
            let stem = if is_latin { latin } else { cyrillic };
            let surname = if row[2] == "whole" { row[5].to_owned() } else { stem + row[5] };
            let surname = if is_capital { surname.to_uppercase() } else { surname };
            let forms = surname_forms(&surname);
            if forms.written == Some(Sex::Female) {
                for masculine in &forms.masculine {
                    let back = surname_forms(masculine);
                    prop_assert!(
                        back.feminine.iter().any(|form| form.text == surname),
                        "{surname} {masculine} {back:?}"
                    );
                }
            }
        }

        #[test]
        fn any_text_has_forms(text in any::<String>()) {
            let forms = surname_forms(&text);
            prop_assert!(!forms.masculine.is_empty() && !forms.feminine.is_empty());
        }
    }
}
