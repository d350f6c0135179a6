//! Decrees named in the cases of a family, as bands behind the time axis.

use super::year_axis::YearAxis;
use crate::Text;
use crate::address::instrument_address;
use crate::pages::codex::in_language;
use crate::pages::dates::date_in_words;
use chrono::NaiveDate;
use synodik_codex::{Codex, Instrument, Provision};
use synodik_index::PublicFamily;

/// The most decrees behind one axis.
const MAX_BANDS: usize = 6;

/// One decree behind the axis.
pub(super) struct Band {
    /// The letter by which the drawing names it.
    pub(super) letter: char,
    pub(super) x: i32,
    pub(super) width: i32,
    /// Whether no end is recorded; the band then ends with the axis.
    pub(super) is_open: bool,
    pub(super) title: &'static str,
    pub(super) address: String,
    /// From when to when it was in force.
    pub(super) days: String,
}

/// A provision as the cases name it: `instrument/provision`.
pub(super) struct NamedProvision {
    pub(super) instrument: &'static Instrument,
    pub(super) provision: Option<&'static Provision>,
}

/// Returns the provision of that name, if the codex has its instrument.
pub(super) fn find_provision(codex: &'static Codex, name: &str) -> Option<NamedProvision> {
    let (instrument_id, provision_id) = name.split_once('/').unwrap_or((name, ""));
    let instrument = codex.instrument(instrument_id)?;
    Some(NamedProvision { instrument, provision: instrument.provision(provision_id) })
}

impl NamedProvision {
    /// Returns the address of the provision on the page of its instrument.
    pub(super) fn address(&self) -> String {
        let page = instrument_address(&self.instrument.instrument_id);
        match self.provision {
            Some(provision) => format!("{page}#{}", provision.provision_id),
            None => page,
        }
    }

    /// Returns the first and last day on which it was in force; a provision ends with its
    /// instrument where nothing else is said, and no end is recorded for some.
    fn period(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let start = self.provision.and_then(|provision| provision.from);
        let start = start.unwrap_or_else(|| self.instrument.start());
        let until = self.provision.and_then(|provision| provision.until);
        let end = until.or(self.instrument.ended);
        (start.first.or(start.last), end.and_then(|end| end.last))
    }
}

/// A decree that the cases name, with the days in which what they name of it was in force.
pub(super) struct NamedDecree {
    instrument: &'static Instrument,
    from: NaiveDate,
    /// None when no end is recorded.
    until: Option<NaiveDate>,
}

/// Returns the decrees that the cases name, by the day of their start.
pub(super) fn decrees_of(codex: &'static Codex, family: &PublicFamily) -> Vec<NamedDecree> {
    let mut found: Vec<NamedDecree> = Vec::new();
    for name in family.cases.iter().flat_map(|case| &case.provisions) {
        let Some(named) = find_provision(codex, name) else { continue };
        let (Some(from), until) = named.period() else { continue };
        let instrument = named.instrument;
        match found.iter_mut().find(|known| std::ptr::eq(known.instrument, instrument)) {
            Some(known) => {
                known.from = known.from.min(from);
                known.until = known.until.zip(until).map(|(known, until)| known.max(until));
            }
            None => found.push(NamedDecree { instrument, from, until }),
        }
    }
    found.sort_by_key(|decree| (decree.from, &decree.instrument.instrument_id));
    found
}

/// Returns the decrees as bands, as far as they were in force within the axis.
pub(super) fn bands_of(decrees: &[NamedDecree], axis: &YearAxis, t: Text<'_>) -> Vec<Band> {
    let Some((first, last)) = axis.days() else { return Vec::new() };
    let within = decrees
        .iter()
        .filter(|decree| decree.from <= last && decree.until.is_none_or(|until| until >= first));
    let band = |(decree, letter): (&NamedDecree, char)| {
        let (x, end) = (axis.x(decree.from), axis.x(decree.until.unwrap_or(last)));
        Band {
            letter,
            x,
            width: (end - x).max(3),
            is_open: decree.until.is_none(),
            title: in_language(&decree.instrument.title, t),
            address: instrument_address(&decree.instrument.instrument_id),
            days: days_words(decree, t),
        }
    };
    within.take(MAX_BANDS).zip('A'..='Z').map(band).collect()
}

fn days_words(decree: &NamedDecree, t: Text<'_>) -> String {
    let words = |day: NaiveDate| {
        let edtf = day.to_string();
        date_in_words(&edtf, t).unwrap_or(edtf)
    };
    let first = words(decree.from);
    match decree.until.map(words) {
        Some(last) => t.fill("family-in-force", &[("first", &first), ("last", &last)]),
        None => t.fill("family-in-force-open", &[("first", &first)]),
    }
    .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_codex::codex;

    #[test]
    fn a_provision_may_outlast_its_order() {
        for (name, from, until) in [
            // Wives were no longer arrested from October 1938; the file of the family had no end.
            ("nkvd-00486/p486-wife", Some("1937-08-15"), Some("1938-10-17")),
            ("nkvd-00486/p486-file", Some("1937-08-15"), None),
        ] {
            let named = find_provision(codex(), name).expect("in the codex");
            let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
            let (first, last) = named.period();
            assert_eq!((day(first).as_deref(), day(last).as_deref()), (from, until), "{name}");
        }
        assert!(find_provision(codex(), "no-such/order").is_none());
    }
}
