//! Terms of kinship: how far apart they stand in a drawing, and what they are the other way round.
//!
//! Read from `data/kin/drawing.tsv`.

use std::sync::OnceLock;

const TABLE: &str = include_str!("../../../../../data/kin/drawing.tsv");

/// A term of kinship: what the second is to the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KinTerm {
    pub(super) term: &'static str,
    /// The same without sex.
    pub(super) kinship: &'static str,
    sex: &'static str,
    /// Rows by which the second stands below the first.
    pub(super) generations: Option<i32>,
    pub(super) line: Line,
    /// The kinship of the first to the second.
    inverse: &'static str,
}

/// What line a kinship is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Couple,
    Descent,
    Sibling,
    None,
}

/// Returns the term of that identifier; none for one that the table does not know.
pub(super) fn kin_term(term: &str) -> Option<&'static KinTerm> {
    terms().iter().find(|known| known.term == term)
}

/// Returns what the first is to the second, for a member of that sex.
///
/// A term that the table does not know is `relative` both ways.
pub(super) fn inverse_term(term: &str, sex: Option<char>) -> &'static str {
    let kinship = kin_term(term).map_or("relative", |known| known.inverse);
    let sex = match sex {
        Some('m') => "male",
        Some('f') => "female",
        _ => "any",
    };
    let of_sex = |sex| {
        let mut found = terms().iter().filter(move |known| known.kinship == kinship);
        found.find(|known| known.sex == sex)
    };
    of_sex(sex).or_else(|| of_sex("any")).map_or("relative", |known| known.term)
}

/// Returns all terms, in the order of the table.
pub(super) fn terms() -> &'static [KinTerm] {
    static TERMS: OnceLock<Vec<KinTerm>> = OnceLock::new();
    TERMS.get_or_init(|| {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
        rows.map(|line| read_term(line).expect("the table compiled in is well formed")).collect()
    })
}

fn read_term(line: &'static str) -> Option<KinTerm> {
    let [term, kinship, sex, generations, line, inverse] =
        line.split('\t').collect::<Vec<_>>()[..].try_into().ok()?;
    let line = match line {
        "couple" => Line::Couple,
        "descent" => Line::Descent,
        "sibling" => Line::Sibling,
        "none" => Line::None,
        _ => return None,
    };
    Some(KinTerm { term, kinship, sex, generations: generations.parse().ok(), line, inverse })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};
    use std::collections::BTreeSet;

    #[test]
    fn every_term_of_the_relations_is_in_the_table_and_has_words() {
        let relations = include_str!("../../../../../data/kin/relations.toml");
        let quoted = |line: &'static str| line.split('"').skip(1).step_by(2);
        let of_file: BTreeSet<&str> =
            relations.lines().filter(|line| line.starts_with("terms")).flat_map(quoted).collect();
        let known: BTreeSet<&str> = terms().iter().map(|term| term.term).collect();
        assert_eq!(known, of_file);
        assert_eq!(known.len(), terms().len(), "a term stands twice");
        let locales = Locales::load();
        for language in Language::ALL {
            let t = locales.text(language);
            for term in &known {
                assert!(t.has_label("kin", term), "kin-{term} {language:?}");
            }
        }
    }

    #[test]
    fn what_is_turned_round_twice_is_the_same_kinship() {
        for term in terms() {
            assert!(terms().iter().any(|other| other.kinship == term.inverse), "{}", term.term);
            let there = kin_term(inverse_term(term.term, None)).expect("a term");
            if let (Some(rows), Some(back)) = (term.generations, there.generations) {
                assert_eq!(rows, -back, "{}", term.term);
            }
        }
        for (term, sex, expected) in [
            ("wife", Some('m'), "husband"),
            ("wife", None, "spouse"),
            ("son", Some('f'), "mother"),
            ("father", Some('f'), "daughter"),
            ("daughter_in_law", Some('f'), "mother_in_law"),
            ("niece", Some('m'), "uncle"),
            ("dependant", Some('f'), "supporter"),
            ("godfather", Some('m'), "male_relative"),
        ] {
            assert_eq!(inverse_term(term, sex), expected, "{term}");
        }
    }
}
