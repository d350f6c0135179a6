//! Counts over all records that are shown, for the pages of the codex.

use crate::annotate::{limit_months, limit_region};
use crate::countable::{single_month, single_year};
use crate::measures::measures_of;
use crate::view::{ArchiveCounts, LimitCount, PublicEvent, PublicRecord};
use crate::write::IndexCounts;
use synodik_model::EventKind;

/// Kinds of events by whose years persons are counted.
pub const PERSONS_BY_YEAR: [EventKind; 3] =
    [EventKind::Arrest, EventKind::Sentence, EventKind::Execution];

/// A record with an event of one of [`PERSONS_BY_YEAR`] in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DatedRecord {
    /// Place of the kind in [`PERSONS_BY_YEAR`].
    pub kind_idx: u8,
    /// Year.
    pub year: u16,
    /// Position of the record among all records of the archive.
    pub ordinal: u32,
}

impl IndexCounts {
    /// Notes the years of a record's events.
    pub(crate) fn add_dated(&mut self, ordinal: u64, shown: &PublicRecord) {
        let first = self.dated.len();
        for event in &shown.events {
            let kind = PERSONS_BY_YEAR.iter().zip(0..).find(|(kind, _)| kind.name() == event.kind);
            let year = event.date_edtf.as_deref().and_then(single_year);
            let year = year.and_then(|year| year.parse().ok());
            if let (Some((_, kind_idx)), Some(year), Ok(ordinal)) = (kind, year, ordinal.try_into())
            {
                let dated = DatedRecord { kind_idx, year, ordinal };
                if !self.dated[first..].contains(&dated) {
                    self.dated.push(dated);
                }
            }
        }
    }
}

impl ArchiveCounts {
    /// Adds the counts of other records.
    pub(crate) fn merge(&mut self, other: ArchiveCounts) {
        for (instrument_id, n_records) in other.by_instrument {
            *self.by_instrument.entry(instrument_id).or_default() += n_records;
        }
        for (month, n_executions) in other.executions_by_month {
            *self.executions_by_month.entry(month).or_default() += n_executions;
        }
        for (region, count) in other.limits {
            let sum = self.limits.entry(region).or_default();
            sum.add(&count);
        }
        for (month, regions) in other.limits_by_month {
            let sums = self.limits_by_month.entry(month).or_default();
            for (region, count) in regions {
                sums.entry(region).or_default().add(&count);
            }
        }
        for (month, regions) in other.open_executions {
            let sums = self.open_executions.entry(month).or_default();
            for (region, n_executions) in regions {
                *sums.entry(region).or_default() += n_executions;
            }
        }
        for (kind, years) in other.events_by_year {
            let sums = self.events_by_year.entry(kind).or_default();
            for (year, n_records) in years {
                *sums.entry(year).or_default() += n_records;
            }
        }
    }

    /// Adds one sentence that counts for order 00447.
    pub(crate) fn add_limited(&mut self, region: Option<&str>, sentence: &PublicEvent) {
        let measures = sentence.measure.as_deref().map(measures_of).unwrap_or_default();
        let count = match (measures.contains(&"execution"), measures.is_empty()) {
            (true, _) => LimitCount { n_first: 1, ..LimitCount::default() },
            (false, false) => LimitCount { n_second: 1, ..LimitCount::default() },
            (false, true) => LimitCount { n_unknown: 1, ..LimitCount::default() },
        };
        let region = region.unwrap_or_default();
        self.limits.entry(region.to_owned()).or_default().add(&count);
        if let Some(month) = sentence.date_edtf.as_deref().and_then(single_month) {
            let regions = self.limits_by_month.entry(month.to_owned()).or_default();
            regions.entry(region.to_owned()).or_default().add(&count);
        }
    }

    /// Adds the executions within the time of order 00447 that a record states without
    /// naming a body or an article anywhere.
    pub(crate) fn add_open_executions(&mut self, shown: &PublicRecord) {
        let is_stated =
            |part: &Option<String>| part.as_deref().is_some_and(|text| !text.is_empty());
        if shown.events.iter().any(|event| is_stated(&event.body) || is_stated(&event.article)) {
            return;
        }
        for event in shown.events.iter().filter(|event| event.kind == EventKind::Execution.name()) {
            let Some(month) = event.date_edtf.as_deref().and_then(single_month) else { continue };
            if !limit_months().contains(&month) {
                continue;
            }
            let region = limit_region(shown, event).unwrap_or_default();
            let regions = self.open_executions.entry(month.to_owned()).or_default();
            *regions.entry(region.to_owned()).or_default() += 1;
        }
    }

    /// Adds executions by month, and records by kind and year of their events.
    pub(crate) fn add_dated_events(&mut self, shown: &PublicRecord) {
        let mut seen: Vec<(&str, &str)> = Vec::new();
        for event in shown.own_events() {
            let Some(edtf) = event.date_edtf.as_deref() else { continue };
            let Some(year) = single_year(edtf) else { continue };
            let month = single_month(edtf);
            if event.kind == EventKind::Execution.name()
                && let Some(month) = month
            {
                *self.executions_by_month.entry(month.to_owned()).or_default() += 1;
            }
            if !seen.contains(&(&event.kind, year)) {
                seen.push((&event.kind, year));
                let years = self.events_by_year.entry(event.kind.clone()).or_default();
                *years.entry(year.to_owned()).or_default() += 1;
            }
        }
    }
}

impl LimitCount {
    fn add(&mut self, other: &LimitCount) {
        self.n_first += other.n_first;
        self.n_second += other.n_second;
        self.n_unknown += other.n_unknown;
    }
}
