//! Questions about many records at once: statistics, coverage, what is remembered on a day, and
//! names that begin as typed.

use crate::collect::STATISTICS_FACETS;
use crate::error::IndexError;
use crate::search::PublicIndex;
use crate::statistics_fields::remembered_day;
use crate::view::{
    Coverage, Filters, MatchKind, PublicRecord, RecordView, Remembered, SearchRequest, Statistics,
    StatisticsTable,
};
use tantivy::query::{EnableScoring, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, TERMINATED, Term};

/// Records of a search that are looked at for names to suggest.
const N_SUGGESTED_FROM: usize = 60;

/// Names that are suggested.
const N_SUGGESTIONS: usize = 8;

/// Shortest beginning, in letters, that is completed.
const MIN_SUGGEST_LETTERS: usize = 2;

/// A name or a place that completes what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// As the entry writes it; searching for it finds the entry.
    pub words: String,
    /// Year of birth, for a name whose entry states one.
    pub born: Option<String>,
}

impl PublicIndex {
    /// Counts over all records that a request finds, going no further than the words typed.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn statistics(&self, request: &SearchRequest) -> Result<Statistics, IndexError> {
        let asked = SearchRequest { offset: 0, limit: 0, ..request.clone() };
        let is_everything = asked.query.trim().is_empty() && asked.filters == Filters::default();
        if let (true, Some(counted)) = (is_everything, self.statistics_of_all().get()) {
            return Ok(counted.clone());
        }
        let (_, found) = match is_everything {
            true => self.find_everything(&STATISTICS_FACETS)?,
            false => self.find(&asked, &STATISTICS_FACETS)?,
        };
        let table = |name: &'static str| StatisticsTable {
            name,
            n_with_value: found.n_with(name),
            values: found.values_of(name),
        };
        let tables = STATISTICS_FACETS.into_iter().map(table).collect();
        let statistics = Statistics { n_found: found.n_found, tables };
        Ok(match is_everything {
            true => self.statistics_of_all().get_or_init(|| statistics).clone(),
            false => statistics,
        })
    }

    /// Returns the first records that a request finds, in the order of a search, and how many
    /// there are.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn list(&self, request: &SearchRequest) -> Result<(u64, Vec<PublicRecord>), IndexError> {
        let (_, found) = self.find(request, &[])?;
        let mut records = Vec::new();
        for hit in found.best.iter().skip(request.offset) {
            if let RecordView::Shown(record) = self.view(hit.address)? {
                records.push(*record);
            }
        }
        Ok((found.n_found, records))
    }

    /// Returns what the sources cover of the filters of a request, its words left aside.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn coverage(&self, filters: &Filters) -> Result<Coverage, IndexError> {
        const FACETS: [&str; 2] = ["source", "event_year"];
        let asked = SearchRequest { filters: filters.clone(), ..SearchRequest::default() };
        let (_, found) = match *filters == Filters::default() {
            true => self.find_everything(&FACETS)?,
            false => self.find_typed(&asked, &FACETS)?,
        };
        let years: Vec<i32> = found
            .values_of("event_year")
            .iter()
            .filter_map(|year| year.value.parse().ok())
            .collect();
        Ok(Coverage {
            n_found: found.n_found,
            n_sources: found.values_of("source").len() as u64,
            event_years: years.first().copied().zip(years.last().copied()),
        })
    }

    /// Returns what happened on a day of the year to people whose death is dated.
    ///
    /// The choice among many depends on `year` alone, so that it is another one next year.
    ///
    /// # Shape
    ///
    /// `day`: month and day, `MM-DD`. At most `n_most`, in the order of the archive.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn on_day(
        &self,
        day: &str,
        year: i32,
        n_most: usize,
    ) -> Result<Vec<Remembered>, IndexError> {
        let (searcher, fields) = self.searching();
        let query =
            TermQuery::new(Term::from_field_text(fields.day, day), IndexRecordOption::Basic);
        let weight = query.weight(EnableScoring::disabled_from_searcher(searcher))?;
        let mut addresses: Vec<DocAddress> = Vec::new();
        for (segment, segment_ord) in searcher.segment_readers().iter().zip(0..) {
            let mut found = weight.scorer(segment, 1.0)?;
            while found.doc() != TERMINATED {
                addresses.push(DocAddress::new(segment_ord, found.doc()));
                found.advance();
            }
        }
        let mut remembered = Vec::new();
        for place in spread(addresses.len(), n_most, year.unsigned_abs() as usize) {
            let RecordView::Shown(record) = self.view(addresses[place])? else { continue };
            let is_of_day = |event| remembered_day(event) == Some(day);
            let places = record.events.iter().enumerate().filter(|(_, event)| is_of_day(event));
            let events = places.map(|(event_idx, _)| event_idx).collect();
            remembered.push(Remembered { record: *record, events });
        }
        remembered.sort_by(|a, b| a.first_date().cmp(&b.first_date()));
        Ok(remembered)
    }

    /// Returns names of people and places that begin as typed, the nearest first.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn suggest(&self, typed: &str) -> Result<Vec<Suggestion>, IndexError> {
        let typed = typed.trim().trim_end_matches('*');
        let n_letters = typed.chars().rev().take_while(|letter| letter.is_alphanumeric()).count();
        if n_letters < MIN_SUGGEST_LETTERS {
            return Ok(Vec::new());
        }
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for rest in rests_of_letter(typed) {
            self.suggest_into(&mut suggestions, typed, rest)?;
        }
        Ok(suggestions)
    }

    /// Adds what begins as typed with the rest of its last letter, up to the most that is suggested.
    fn suggest_into(
        &self,
        suggestions: &mut Vec<Suggestion>,
        typed: &str,
        rest: &str,
    ) -> Result<(), IndexError> {
        if suggestions.len() >= N_SUGGESTIONS {
            return Ok(());
        }
        let request = SearchRequest {
            query: format!("{typed}{rest}*"),
            limit: N_SUGGESTED_FROM,
            ..SearchRequest::default()
        };
        let (widened, found) = self.find_typed(&request, &[])?;
        for hit in &found.best {
            let RecordView::Shown(record) = self.view(hit.address)? else { continue };
            let matches = crate::matched::match_words(self.searching().1, &widened, &record);
            let suggestion = match matches.last() {
                Some(last) if last.kind == MatchKind::Place => {
                    let words = last.found.trim();
                    Suggestion { words: completed(typed, words), born: None }
                }
                Some(last)
                    if matches!(last.kind, MatchKind::KinName | MatchKind::KinSound)
                        || last.kind == MatchKind::Year =>
                {
                    continue;
                }
                _ => name_suggestion(&record),
            };
            if !suggestion.words.is_empty() && !suggestions.contains(&suggestion) {
                suggestions.push(suggestion);
            }
            if suggestions.len() == N_SUGGESTIONS {
                break;
            }
        }
        Ok(())
    }
}

/// Returns what may follow so that the last Latin letter is one of the Cyrillic ones that are
/// written with two: `buk` may be on the way to `bukh` (Бух…).
fn rests_of_letter(typed: &str) -> &'static [&'static str] {
    match typed.chars().next_back().map(|letter| letter.to_ascii_lowercase()) {
        Some('c' | 'k' | 's' | 'z') => &["", "h"],
        Some('t') => &["", "s"],
        Some('j' | 'y') => &["", "a", "u"],
        _ => &[""],
    }
}

/// Returns what was typed with its last word replaced by the whole one.
fn completed(typed: &str, word: &str) -> String {
    let rest = typed.trim_end_matches(char::is_alphanumeric);
    format!("{rest}{word}")
}

fn name_suggestion(record: &PublicRecord) -> Suggestion {
    let born = record.birth_edtf.as_deref().and_then(crate::countable::single_year);
    Suggestion {
        words: record.name.split_whitespace().collect::<Vec<_>>().join(" "),
        born: born.map(str::to_owned),
    }
}

/// Returns places evenly spread over so many, beginning where the seed says; in order, none twice.
fn spread(n_places: usize, n_most: usize, seed: usize) -> Vec<usize> {
    let n_chosen = n_places.min(n_most);
    let mut chosen: Vec<usize> =
        (0..n_chosen).map(|number| (number * n_places / n_chosen + seed) % n_places).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_spread_and_differ_from_year_to_year() {
        assert_eq!(spread(0, 3, 2026), [0; 0]);
        assert_eq!(spread(2, 3, 2026), [0, 1]);
        assert_eq!(spread(9, 3, 0), [0, 3, 6]);
        assert_eq!(spread(9, 3, 1), [1, 4, 7]);
        for n_places in 1..40 {
            assert_eq!(spread(n_places, 3, 2026).len(), n_places.min(3), "{n_places}");
        }
    }

    #[test]
    fn half_a_letter_may_go_on() {
        assert_eq!(rests_of_letter("Ivan Buk"), ["", "h"]);
        assert_eq!(rests_of_letter("T"), ["", "s"]);
        assert_eq!(rests_of_letter("Бух"), [""]);
        assert_eq!(rests_of_letter(""), [""]);
    }

    #[test]
    fn the_last_word_is_completed() {
        assert_eq!(completed("Иванов Том", "Томск"), "Иванов Томск");
        assert_eq!(completed("том", "Томск"), "Томск");
    }
}
