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
    let found = |text: &str| {
        let mut measures = Vec::new();
        for stem in STEMS.iter().filter(|stem| !is_sign(stem.measure)) {
            if !measures.contains(&stem.measure) && text.contains(stem.stem) {
                measures.push(stem.measure);
            }
        }
        measures
    };
    let mut measures = found(&folded);
    if measures.contains(&DEATH) && is_commuted(&folded, &|text| found(text).contains(&DEATH)) {
        measures.retain(|measure| *measure != DEATH);
    }
    measures
}

/// The measure that another may take the place of.
const DEATH: &str = "execution";

/// Returns whether a row of the file is a sign of commutation, and no measure.
fn is_sign(measure: &str) -> bool {
    measure.starts_with('=')
}

/// Returns whether another measure took the place of the death sentence: it stands before the
/// word for "replaced", or behind the word for "instead of", and on no other side.
fn is_commuted(folded: &str, names_death: &dyn Fn(&str) -> bool) -> bool {
    let split = |sign: &str| {
        let stem = STEMS.iter().find(|stem| stem.measure == sign)?;
        folded.split_once(stem.stem)
    };
    match (split("=instead"), split("=commuted")) {
        (Some((before, _)), _) => !names_death(before),
        (None, Some((_, after))) => !names_death(after),
        (None, None) => false,
    }
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
    for stem in STEMS.iter().filter(|stem| !is_sign(stem.measure)) {
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
        for stem in STEMS.iter().filter(|stem| !is_sign(stem.measure)) {
            assert!(measures_of(stem.example).contains(&stem.measure), "{}", stem.example);
        }
    }

    #[test]
    fn a_death_sentence_that_was_commuted_is_none() {
        for (stated, measures) in [
            ("ВМН с заменой на 10 лет ИТЛ", &["camp"][..]),
            ("расстрел, заменён 10 годами", &[]),
            ("10 лет ИТЛ взамен расстрела", &["camp"]),
            ("10 лет ИТЛ заменены расстрелом", &["execution", "camp"]),
            ("8 лет ИТЛ, заменены ссылкой", &["camp", "exile"]),
            ("высшая мера наказания", &["execution"]),
        ] {
            assert_eq!(measures_of(stated), measures, "{stated}");
        }
    }

    #[test]
    fn a_sentence_may_count_under_several() {
        assert_eq!(measures_of("раскулачивание, спецпоселение"), ["special_settlement"]);
        assert_eq!(measures_of("8 лет ИТЛ, поражение в правах"), ["camp", "disenfranchisement"]);
        assert!(measures_of("неизвестно").is_empty());
    }
}
