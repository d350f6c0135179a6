//! Counts over all records that are shown, for the pages of the codex.

use crate::measures::measures_of;
use crate::view::{ArchiveCounts, LimitCount, PublicRecord};
use synodik_model::EventKind;

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
            sum.n_first += count.n_first;
            sum.n_second += count.n_second;
            sum.n_unknown += count.n_unknown;
        }
        for (kind, years) in other.events_by_year {
            let sums = self.events_by_year.entry(kind).or_default();
            for (year, n_records) in years {
                *sums.entry(year).or_default() += n_records;
            }
        }
    }

    /// Adds one sentence that counts for order 00447.
    pub(crate) fn add_limited(&mut self, region: Option<&str>, measure: Option<&str>) {
        let measures = measure.map(measures_of).unwrap_or_default();
        let count: &mut LimitCount =
            self.limits.entry(region.unwrap_or_default().to_owned()).or_default();
        match (measures.contains(&"execution"), measures.is_empty()) {
            (true, _) => count.n_first += 1,
            (false, false) => count.n_second += 1,
            (false, true) => count.n_unknown += 1,
        }
    }

    /// Adds executions by month, and records by kind and year of their events.
    pub(crate) fn add_dated_events(&mut self, shown: &PublicRecord) {
        let mut seen: Vec<(&str, &str)> = Vec::new();
        for event in &shown.events {
            let Some(edtf) = event.date_edtf.as_deref() else { continue };
            let Some(year) = edtf.get(..4).filter(|year| is_digits(year)) else { continue };
            // An interval or a choice lies in no one year or month.
            if edtf.contains(['/', ',', '[', '{']) {
                continue;
            }
            let month = edtf.get(..7).filter(|month| is_digits(&month[5..]));
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

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
