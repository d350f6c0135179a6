//! Collects the best hits and counts facets in one pass.

use crate::view::{Facet, FacetValue};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

/// Columns counted by value, with their names.
const TEXT_COLUMNS: [&str; 12] = [
    "source",
    "event",
    "measure",
    "nationality",
    "instrument",
    "event_in_year",
    "event_in_month",
    "sex",
    "region",
    "article",
    "body",
    "age",
];
/// Columns of years.
const YEAR_COLUMNS: [&str; 2] = ["birth_decade", "event_year"];
/// Most values of a facet that are given.
const MAX_FACET_VALUES: usize = 30;

/// What a search counts.
pub(crate) const SEARCH_FACETS: [&str; 7] =
    ["source", "event", "measure", "nationality", "instrument", "birth_decade", "event_year"];

/// What a search for one kind of event counts: the years are those of that kind.
pub(crate) const SEARCH_FACETS_OF_EVENT: [&str; 7] =
    ["source", "event", "measure", "nationality", "instrument", "birth_decade", "event_in_year"];

/// What statistics count.
pub(crate) const STATISTICS_FACETS: [&str; 13] = [
    "event",
    "event_in_year",
    "event_in_month",
    "measure",
    "body",
    "article",
    "region",
    "nationality",
    "sex",
    "age",
    "birth_decade",
    "source",
    "instrument",
];

/// The columns of one segment; opening them costs more than most searches.
pub(crate) struct SegmentColumns {
    ordinals: Column<u64>,
    texts: Vec<(&'static str, StrColumn)>,
    stays: Option<StrColumn>,
    years: Vec<(&'static str, Column<i64>)>,
}

impl SegmentColumns {
    pub(crate) fn open(segment: &SegmentReader) -> tantivy::Result<SegmentColumns> {
        let columns = segment.fast_fields();
        let mut texts = Vec::new();
        for name in TEXT_COLUMNS {
            texts.extend(columns.str(name)?.map(|column| (name, column)));
        }
        let mut years = Vec::new();
        for name in YEAR_COLUMNS {
            let column = columns.i64(name)?;
            // Years are four digits; a wider column is empty or damaged and is not counted.
            if (0..10_000).contains(&(column.max_value() - column.min_value())) {
                years.push((name, column));
            }
        }
        let stays = columns.str("stay")?;
        Ok(SegmentColumns { ordinals: columns.u64("ordinal")?, texts, stays, years })
    }

    /// Returns the column of places.
    pub(crate) fn stays(&self) -> Option<&StrColumn> {
        self.stays.as_ref()
    }
}

/// Collects the best `n_best` hits, and counts.
pub(crate) struct BestHits<'a> {
    pub(crate) n_best: usize,
    /// Names of the columns whose values are counted.
    pub(crate) facets: &'static [&'static str],
    /// What a record must score to count as found as typed.
    pub(crate) typed_score: Score,
    /// By segment.
    pub(crate) columns: &'a [SegmentColumns],
}

/// A hit: better ones compare as less.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FoundRecord {
    pub(crate) score: Score,
    pub(crate) ordinal: u64,
    pub(crate) address: DocAddress,
}

/// What was collected.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) n_found: u64,
    /// Those among them that reach the score of words as typed.
    pub(crate) n_typed: u64,
    /// Best first.
    pub(crate) best: Vec<FoundRecord>,
    text_counts: BTreeMap<(&'static str, String), u64>,
    year_counts: BTreeMap<(&'static str, i64), u64>,
    /// Records with any value, by column.
    n_with: BTreeMap<&'static str, u64>,
}

impl PartialEq for FoundRecord {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for FoundRecord {}

impl PartialOrd for FoundRecord {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FoundRecord {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then(self.ordinal.cmp(&other.ordinal))
    }
}

impl Found {
    /// Returns the facets of a search, most frequent values first, years in order.
    ///
    /// # Shape
    ///
    /// `kind`: the kind of event of which the years are, if they are of one.
    pub(crate) fn facets(&self, kind: Option<&str>) -> Vec<Facet> {
        let mut facets = Vec::new();
        for name in ["source", "event", "measure", "nationality", "instrument"] {
            let mut values = self.values_of(name);
            values.sort_by_key(|value| std::cmp::Reverse(value.n_records));
            values.truncate(MAX_FACET_VALUES);
            facets.push(Facet { name: name.to_owned(), values });
        }
        let years = match kind {
            Some(kind) => self.values_of_kind("event_in_year", kind),
            None => self.values_of("event_year"),
        };
        let decades = self.values_of("birth_decade");
        facets.push(Facet { name: "birth_decade".to_owned(), values: decades });
        facets.push(Facet { name: "event_year".to_owned(), values: years });
        facets
    }

    /// Returns the values of a column by value, years in order, each with its records.
    pub(crate) fn values_of(&self, name: &'static str) -> Vec<FacetValue> {
        let texts = self
            .text_counts
            .range((name, String::new())..)
            .take_while(|((facet, _), _)| *facet == name)
            .map(|((_, value), &n_records)| FacetValue { value: value.clone(), n_records });
        let years = self
            .year_counts
            .range((name, i64::MIN)..)
            .take_while(|((facet, _), _)| *facet == name)
            .map(|((_, year), &n_records)| FacetValue { value: year.to_string(), n_records });
        texts.chain(years).collect()
    }

    /// Returns how many of the records found have a value in a column.
    pub(crate) fn n_with(&self, name: &str) -> u64 {
        self.n_with.get(name).copied().unwrap_or_default()
    }

    /// Returns the values that stand behind a kind of event in a column, without the kind.
    pub(crate) fn values_of_kind(&self, name: &'static str, kind: &str) -> Vec<FacetValue> {
        let of_kind = self.values_of(name).into_iter().filter_map(|value| {
            let rest = value.value.strip_prefix(kind)?.strip_prefix('/')?;
            Some(FacetValue { value: rest.to_owned(), n_records: value.n_records })
        });
        of_kind.collect()
    }
}

/// Counts the values of one text column by their number in the segment.
struct TextCounter {
    name: &'static str,
    column: StrColumn,
    counts: Vec<u32>,
    n_with: u64,
}

/// Counts the years of one column.
struct YearCounter {
    name: &'static str,
    column: Column<i64>,
    /// Smallest year of the column; `counts` starts there.
    first_year: i64,
    counts: Vec<u32>,
    n_with: u64,
}

pub(crate) struct SegmentHits {
    segment_ord: SegmentOrdinal,
    n_best: usize,
    typed_score: Score,
    n_found: u64,
    n_typed: u64,
    /// The worst of the best is on top.
    best: BinaryHeap<FoundRecord>,
    ordinals: Column<u64>,
    text_counters: Vec<TextCounter>,
    year_counters: Vec<YearCounter>,
}

impl Collector for BestHits<'_> {
    type Fruit = Found;
    type Child = SegmentHits;

    fn for_segment(
        &self,
        segment_ord: SegmentOrdinal,
        _segment: &SegmentReader,
    ) -> tantivy::Result<SegmentHits> {
        let columns = &self.columns[segment_ord as usize];
        let mut text_counters = Vec::new();
        let mut year_counters = Vec::new();
        for (name, column) in columns.texts.iter().filter(|(name, _)| self.facets.contains(name)) {
            let counts = vec![0; column.num_terms()];
            text_counters.push(TextCounter { name, column: column.clone(), counts, n_with: 0 });
        }
        for (name, column) in columns.years.iter().filter(|(name, _)| self.facets.contains(name)) {
            let first_year = column.min_value();
            let n_years = (column.max_value() - first_year + 1) as usize;
            let (column, counts) = (column.clone(), vec![0; n_years]);
            year_counters.push(YearCounter { name, column, first_year, counts, n_with: 0 });
        }
        Ok(SegmentHits {
            segment_ord,
            n_best: self.n_best,
            typed_score: self.typed_score,
            n_found: 0,
            n_typed: 0,
            best: BinaryHeap::with_capacity(self.n_best.min(1024) + 1),
            ordinals: columns.ordinals.clone(),
            text_counters,
            year_counters,
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Found>) -> tantivy::Result<Found> {
        let mut merged = Found::default();
        for segment in segments {
            merged.n_found += segment.n_found;
            merged.n_typed += segment.n_typed;
            merged.best.extend(segment.best);
            for (key, n_records) in segment.text_counts {
                *merged.text_counts.entry(key).or_default() += n_records;
            }
            for (key, n_records) in segment.year_counts {
                *merged.year_counts.entry(key).or_default() += n_records;
            }
            for (name, n_records) in segment.n_with {
                *merged.n_with.entry(name).or_default() += n_records;
            }
        }
        merged.best.sort_unstable();
        merged.best.truncate(self.n_best);
        Ok(merged)
    }
}

impl SegmentCollector for SegmentHits {
    type Fruit = Found;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.n_found += 1;
        self.n_typed += u64::from(score >= self.typed_score);
        if self.n_best > 0 {
            let is_worse = self.best.len() == self.n_best
                && self.best.peek().is_some_and(|worst| score < worst.score);
            if !is_worse {
                let ordinal = self.ordinals.first(doc).unwrap_or(u64::MAX);
                let address = DocAddress::new(self.segment_ord, doc);
                self.best.push(FoundRecord { score, ordinal, address });
                if self.best.len() > self.n_best {
                    self.best.pop();
                }
            }
        }
        for counter in &mut self.text_counters {
            let mut has_value = false;
            for term_ord in counter.column.term_ords(doc) {
                counter.counts[term_ord as usize] += 1;
                has_value = true;
            }
            counter.n_with += u64::from(has_value);
        }
        for counter in &mut self.year_counters {
            let mut has_value = false;
            for year in counter.column.values_for_doc(doc) {
                counter.counts[(year - counter.first_year) as usize] += 1;
                has_value = true;
            }
            counter.n_with += u64::from(has_value);
        }
    }

    fn harvest(self) -> Found {
        let mut found = Found { n_found: self.n_found, n_typed: self.n_typed, ..Found::default() };
        found.best = self.best.into_sorted_vec();
        for counter in self.text_counters {
            found.n_with.insert(counter.name, counter.n_with);
            let mut value = String::new();
            for (term_ord, &count) in counter.counts.iter().enumerate() {
                if count == 0 {
                    continue;
                }
                value.clear();
                if counter.column.ord_to_str(term_ord as u64, &mut value).is_ok() {
                    found.text_counts.insert((counter.name, value.clone()), u64::from(count));
                }
            }
        }
        for counter in self.year_counters {
            found.n_with.insert(counter.name, counter.n_with);
            for (year_idx, &count) in counter.counts.iter().enumerate() {
                if count > 0 {
                    let year = counter.first_year + year_idx as i64;
                    found.year_counts.insert((counter.name, year), u64::from(count));
                }
            }
        }
        found
    }
}
