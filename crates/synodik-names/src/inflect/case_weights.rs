//! How likely each case is, and a name that never changes.

use super::declension::Case;
use crate::part::NamePart;
use crate::table;
use std::sync::LazyLock;

const CASE_WEIGHTS_TSV: &str = include_str!("../../../../data/names/case_weights.tsv");

struct Weights {
    cases: [f64; 6],
    unchanged: [f64; 3],
    yo: f64,
}

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let weight_of = |kind: &str, name: &str| {
        table::rows(CASE_WEIGHTS_TSV)
            .find(|[row_kind, row_name, ..]: &[&str; 5]| *row_kind == kind && *row_name == name)
            .and_then(|[_, _, weight, ..]| weight.parse().ok())
            .expect("case_weights.tsv has every case and part, as its test checks")
    };
    Weights {
        cases: ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]
            .map(|name| weight_of("case", name)),
        unchanged: ["surname", "given", "patronymic"].map(|name| weight_of("unchanged", name)),
        yo: weight_of("spelling", "yo"),
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
