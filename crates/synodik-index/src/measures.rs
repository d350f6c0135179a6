//! Under which measures a sentence counts in search.

use std::sync::LazyLock;
use synodik_model::EventKind;

const MEASURES_TSV: &str = include_str!("../../../data/measures.tsv");

struct MeasureStem {
    measure: &'static str,
    stem: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests run the examples"))]
    example: &'static str,
}

static STEMS: LazyLock<Vec<MeasureStem>> = LazyLock::new(|| {
    MEASURES_TSV
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some(MeasureStem {
                measure: cells.next()?,
                stem: cells.next()?,
                example: cells.next()?,
            })
        })
        .collect()
});

/// Returns the measures under which a sentence as stated counts; none twice.
///
/// # Source
///
/// `data/measures.tsv`
pub(crate) fn measures_of(stated: &str) -> Vec<&'static str> {
    let folded = stated.to_lowercase().replace('ё', "е");
    let mut measures = Vec::new();
    for stem in STEMS.iter() {
        if !measures.contains(&stem.measure) && folded.contains(stem.stem) {
            measures.push(stem.measure);
        }
    }
    measures
}

/// Returns the measure of a flag that states a death sentence, if it does.
pub(crate) fn measure_of_flag(flag: &str) -> Option<&'static str> {
    matches!(flag, "T" | "t" | "true" | "1" | "да").then_some("execution")
}

/// Returns the measure that an event of a kind carries out, if it does.
pub(crate) fn measure_of_event(kind: &str) -> Option<&'static str> {
    (kind == EventKind::Execution.name()).then_some("execution")
}

/// Returns the identifiers of all measures, in the order of the file.
pub fn measure_ids() -> Vec<&'static str> {
    let mut ids = Vec::new();
    for stem in STEMS.iter() {
        if !ids.contains(&stem.measure) {
            ids.push(stem.measure);
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_counts_under_its_measure() {
        for stem in STEMS.iter() {
            assert!(measures_of(stem.example).contains(&stem.measure), "{}", stem.example);
        }
    }

    #[test]
    fn a_sentence_may_count_under_several() {
        assert_eq!(measures_of("раскулачивание, спецпоселение"), ["special_settlement"]);
        assert_eq!(measures_of("8 лет ИТЛ, поражение в правах"), ["camp", "disenfranchisement"]);
        assert!(measures_of("неизвестно").is_empty());
    }
}
