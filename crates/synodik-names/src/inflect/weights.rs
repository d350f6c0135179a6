//! How likely cases, unchanged names, spellings and doubtful patronymics are.

use super::declension::Case;
use crate::part::NamePart;
use crate::table;
use std::sync::LazyLock;

const WEIGHTS_TSV: &str = include_str!("../../../../data/names/inflection_weights.tsv");

struct Weights {
    cases: [f64; 6],
    unchanged: [f64; 3],
    yo: f64,
    patronymic: [f64; 4],
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let weight_of = |kind: &str, name: &str| {
        table::rows(WEIGHTS_TSV)
            .find(|[row_kind, row_name, ..]: &[&str; 5]| *row_kind == kind && *row_name == name)
            .and_then(|[_, _, weight, ..]| weight.parse().ok())
            .expect("inflection_weights.tsv has every case and part, as its test checks")
    };
    Weights {
        cases: ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]
            .map(|name| weight_of("case", name)),
        unchanged: ["surname", "given", "patronymic"].map(|name| weight_of("unchanged", name)),
        yo: weight_of("spelling", "yo"),
        patronymic: ["unknown_given", "borne_as", "other_language", "kinship_word"]
            .map(|name| weight_of("patronymic", name)),
    }
});

/// Returns the share of a case among the names in documents.
pub(crate) fn case_weight(case: Case) -> f64 {
    WEIGHTS.cases[case as usize]
}

/// Returns how usual a name is that stays the same in all cases.
pub(crate) fn unchanged_weight(part: NamePart) -> f64 {
    WEIGHTS.unchanged[part as usize]
}

/// Returns how usual a nominative with ё is beside the same with е, where the form shows neither.
pub(crate) fn yo_weight() -> f64 {
    WEIGHTS.yo
}

/// Something that makes a patronymic or a father less likely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// The father's name is in no list.
    UnknownGiven,
    /// The patronymic was put on a name of another language.
    BorneAs,
    /// The rule is of another language than the letters of the name say.
    OtherLanguage,
    /// A kinship word beside a patronymic by suffix.
    KinshipWord,
}

/// Returns by how much a doubt lessens a weight.
pub(crate) fn doubt_weight(doubt: Doubt) -> f64 {
    WEIGHTS.patronymic[doubt as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_of_the_cases_add_up() {
        let sum: f64 = Case::ALL.into_iter().map(case_weight).sum();
        assert!((sum - 1.0).abs() < 1e-9);
        assert!(unchanged_weight(NamePart::Given) < unchanged_weight(NamePart::Surname));
    }
}
