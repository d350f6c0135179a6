//! What the lists searched cover of a place and of years: so that nobody takes an empty answer
//! for "nothing happened".

use crate::Text;
use synodik_index::ArchiveSummary;

/// What the lists cover of what was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Lists of the archive.
    pub n_sources: u64,
    /// The place asked for, as typed.
    pub place: Option<String>,
    /// What names that place.
    pub of_place: Option<synodik_index::Coverage>,
    /// First and last year asked for.
    pub years: Option<(Option<i32>, Option<i32>)>,
    /// What has an event in those years.
    pub of_years: Option<synodik_index::Coverage>,
}

/// Returns what the lists cover, in sentences.
pub(super) fn coverage_words(
    coverage: &Coverage,
    archive: &ArchiveSummary,
    t: Text<'_>,
) -> Vec<String> {
    let mut sentences = vec![t.count("coverage-searched", &coverage.n_sources).into_owned()];
    if archive.n_withheld > 0 {
        sentences.push(t.count("coverage-withheld", &archive.n_withheld).into_owned());
    }
    if let Some((first, last)) = archive.event_years {
        let values = [("first", &*first.to_string()), ("last", &*last.to_string())];
        sentences.push(t.fill("coverage-years", &values).into_owned());
    }
    if let (Some(place), Some(of_place)) = (&coverage.place, &coverage.of_place) {
        sentences.extend(place_words(place, of_place, coverage.years, t));
    } else if let Some(of_years) = &coverage.of_years {
        sentences.push(t.count("coverage-in-years", &of_years.n_sources).into_owned());
    }
    sentences
}

fn place_words(
    place: &str,
    found: &synodik_index::Coverage,
    asked: Option<(Option<i32>, Option<i32>)>,
    t: Text<'_>,
) -> Vec<String> {
    if found.n_sources == 0 {
        return vec![t.fill("coverage-no-place", &[("place", place)]).into_owned()];
    }
    let lists = t.count("coverage-lists", &found.n_sources);
    let mut sentences = Vec::new();
    match found.event_years {
        None => {
            let values = [("lists", &*lists), ("place", place)];
            sentences.push(t.fill("coverage-place-undated", &values).into_owned());
        }
        Some((first, last)) => {
            let (first_words, last_words) = (first.to_string(), last.to_string());
            let values = [
                ("lists", &*lists),
                ("place", place),
                ("first", &*first_words),
                ("last", &*last_words),
            ];
            sentences.push(t.fill("coverage-place", &values).into_owned());
            let (from, to) = asked.unwrap_or_default();
            if from.is_some_and(|from| from > last) {
                let values = [("place", place), ("year", &*last_words)];
                sentences.push(t.fill("coverage-none-after", &values).into_owned());
            } else if to.is_some_and(|to| to < first) {
                let values = [("place", place), ("year", &*first_words)];
                sentences.push(t.fill("coverage-none-before", &values).into_owned());
            }
        }
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};

    fn check(coverage: &Coverage, expected: &[&str]) {
        let locales = Locales::load();
        let event_years = Some((1918, 1956));
        let archive = ArchiveSummary { event_years, ..ArchiveSummary::default() };
        let words = coverage_words(coverage, &archive, locales.text(Language::English));
        assert_eq!(words[2..], *expected, "{coverage:?}");
    }

    #[test]
    fn what_no_list_covers_is_said() {
        let found = |n_sources, event_years| synodik_index::Coverage {
            n_found: n_sources * 10,
            n_sources,
            event_years,
        };
        let tomsk = |of_place, years| Coverage {
            n_sources: 41,
            place: Some("Томск".to_owned()),
            of_place: Some(of_place),
            years,
            of_years: None,
        };
        check(
            &tomsk(found(3, Some((1930, 1938))), Some((Some(1939), None))),
            &[
                "3 lists name “Томск”; the entries that do tell of events from 1930 to 1938, there or elsewhere.",
                "None of these entries tells of an event after 1938.",
            ],
        );
        check(
            &tomsk(found(3, Some((1930, 1938))), Some((None, Some(1920)))),
            &[
                "3 lists name “Томск”; the entries that do tell of events from 1930 to 1938, there or elsewhere.",
                "None of these entries tells of an event before 1930.",
            ],
        );
        check(
            &tomsk(found(1, Some((1930, 1938))), Some((Some(1937), None))),
            &[
                "1 list names “Томск”; the entries that do tell of events from 1930 to 1938, there or elsewhere.",
            ],
        );
        check(&tomsk(found(0, None), None), &["None of them names “Томск” in this spelling."]);
        let years =
            Coverage { n_sources: 41, of_years: Some(found(2, None)), ..Coverage::default() };
        check(&years, &["2 of them have events in the years asked for."]);
    }
}
