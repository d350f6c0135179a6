//! What can be counted of a record that is shown: values by key, event by event.
//!
//! The same rules as those of the facets of a search stand behind them; what is withheld has
//! no values here.

use crate::annotate::{annotate_shown, is_counted, limit_region};
use crate::measures::{measure_of_event, measure_of_flag, measures_of};
use crate::view::{PublicEvent, PublicRecord};
use synodik_model::{EventKind, Field};

macro_rules! count_keys {
    ($($variant:ident $name:literal $meaning:literal)*) => {
        /// A property by which records and persons are counted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CountKey { $(#[doc = $meaning] $variant,)* }

        impl CountKey {
            /// All keys, in a fixed order.
            pub const ALL: &[CountKey] = &[$(CountKey::$variant),*];

            /// Returns the word for command lines and files.
            pub fn name(self) -> &'static str {
                match self { $(CountKey::$variant => $name),* }
            }

            /// Returns what is counted, in words.
            pub fn meaning(self) -> &'static str {
                match self { $(CountKey::$variant => $meaning),* }
            }

            /// Returns the key of a word.
            pub fn from_name(name: &str) -> Option<CountKey> {
                match name { $($name => Some(CountKey::$variant),)* _ => None }
            }
        }
    };
}

count_keys! {
    Source "source" "Id of the source."
    Event "event" "Kind of an event, such as `arrest`."
    Measure "measure" "Measure of an event, as in `data/measures.tsv`."
    EventYear "event_year" "Year of an event whose date lies in one year."
    EventMonth "event_month" "Month `YYYY-MM` of an event whose date lies in one month."
    Nationality "nationality" "Nationality as written, in small letters."
    Sex "sex" "`female` or `male`, where the entry states it."
    BirthDecade "birth_decade" "First year of the decade of birth."
    Region "region" "Region of order 00447 that body, place, burial or residence names."
    Instrument "instrument" "Instrument of the codex that an event counts for."
    Article "article" "Article of an event as written, in small letters."
}

impl CountKey {
    /// Returns whether each event has values of its own.
    pub fn is_of_event(self) -> bool {
        !matches!(
            self,
            CountKey::Source | CountKey::Nationality | CountKey::Sex | CountKey::BirthDecade
        )
    }
}

/// Returns the values of a record under some keys, event by event.
///
/// A death sentence that stands in a field of its own is a row like an event, with nothing
/// but its measure, unless an event says the same.
///
/// # Shape
///
/// At least one row; in each, for every key of `keys` in order, its values: none, one or
/// several, none twice. Values of the record stand in all rows.
pub fn countable_values(record: &PublicRecord, keys: &[CountKey]) -> Vec<Vec<Vec<String>>> {
    let of_record: Vec<Vec<String>> = keys.iter().map(|key| record_values(record, *key)).collect();
    if !keys.iter().any(|key| key.is_of_event()) {
        return vec![of_record];
    }
    let instruments = match keys.contains(&CountKey::Instrument) {
        true => instruments_by_event(record),
        false => Vec::new(),
    };
    let nothing = PublicEvent::default();
    let is_own = |(_, event): &(usize, &PublicEvent)| event.kind != EventKind::Kin.name();
    let mut events: Vec<(usize, &PublicEvent)> =
        record.events.iter().enumerate().filter(is_own).collect();
    if events.is_empty() {
        events.push((usize::MAX, &nothing));
    }
    let row_of = |event_idx: usize, event: &PublicEvent| -> Vec<Vec<String>> {
        let values = keys.iter().zip(&of_record).map(|(key, of_record)| match key {
            CountKey::Instrument => instruments.get(event_idx).cloned().unwrap_or_default(),
            key if key.is_of_event() => event_values(record, event, *key),
            _ => of_record.clone(),
        });
        values.collect()
    };
    let mut rows: Vec<Vec<Vec<String>>> =
        events.into_iter().map(|(event_idx, event)| row_of(event_idx, event)).collect();
    let flag = record.get(Field::DeathSentence).and_then(measure_of_flag);
    if let (Some(measure), Some(at)) = (flag, keys.iter().position(|key| *key == CountKey::Measure))
        && !rows.iter().any(|row| row[at].iter().any(|known| known == measure))
    {
        let mut row = row_of(usize::MAX, &nothing);
        row[at] = vec![measure.to_owned()];
        rows.push(row);
    }
    rows
}

pub(crate) fn record_values(record: &PublicRecord, key: CountKey) -> Vec<String> {
    let value = match key {
        CountKey::Source => Some(record.source_id.clone()),
        CountKey::Nationality => record.get(Field::Nationality).and_then(small_letters),
        CountKey::Sex => record.get(Field::Sex).and_then(sex_stated).map(str::to_owned),
        CountKey::BirthDecade => record.birth_edtf.as_deref().and_then(decade),
        _ => None,
    };
    value.into_iter().collect()
}

fn event_values(record: &PublicRecord, event: &PublicEvent, key: CountKey) -> Vec<String> {
    let edtf = event.date_edtf.as_deref();
    match key {
        CountKey::Event if event.kind.is_empty() => Vec::new(),
        CountKey::Event => vec![event.kind.clone()],
        CountKey::Measure => {
            let mut measures: Vec<&str> =
                event.measure.as_deref().map(measures_of).unwrap_or_default();
            measures.extend(measure_of_event(&event.kind));
            measures.sort_unstable();
            measures.dedup();
            measures.into_iter().map(str::to_owned).collect()
        }
        CountKey::EventYear => edtf.and_then(single_year).map(str::to_owned).into_iter().collect(),
        CountKey::EventMonth => {
            edtf.and_then(single_month).map(str::to_owned).into_iter().collect()
        }
        CountKey::Region => limit_region(record, event).map(str::to_owned).into_iter().collect(),
        CountKey::Article => event.article.as_deref().and_then(small_letters).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn instruments_by_event(record: &PublicRecord) -> Vec<Vec<String>> {
    let mut of_events = vec![Vec::new(); record.events.len()];
    for (event_idx, annotations) in annotate_shown(record) {
        let counted = annotations.iter().filter(|annotation| is_counted(annotation));
        let mut ids: Vec<String> =
            counted.map(|annotation| annotation.instrument.instrument_id.clone()).collect();
        ids.sort_unstable();
        ids.dedup();
        of_events[event_idx] = ids;
    }
    of_events
}

fn small_letters(text: &str) -> Option<String> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn sex_stated(text: &str) -> Option<&'static str> {
    match text.trim().to_lowercase().chars().next()? {
        'м' | 'm' => Some("male"),
        'ж' | 'f' => Some("female"),
        _ => None,
    }
}

/// Returns the year of a date that lies in one.
pub(crate) fn single_year(edtf: &str) -> Option<&str> {
    if edtf.contains([',', '[', '{']) {
        return None;
    }
    let year = edtf.get(..4).filter(|year| is_digits(year))?;
    let ends_in_it = |last: &str| last.starts_with(year);
    edtf.split_once('/').is_none_or(|(_, last)| ends_in_it(last)).then_some(year)
}

/// Returns the month `YYYY-MM` of a date that lies in one.
pub(crate) fn single_month(edtf: &str) -> Option<&str> {
    single_year(edtf)?;
    let month = edtf.get(..7)?;
    let is_in_one = edtf.split_once('/').is_none_or(|(_, last)| last.starts_with(month));
    (is_in_one && month.as_bytes()[4] == b'-' && is_digits(&month[5..])).then_some(month)
}

/// Returns the day of the year `MM-DD` of a date that is one day, and stated as certain.
pub(crate) fn single_day(edtf: &str) -> Option<&str> {
    let month = single_month(edtf)?;
    let day = edtf.get(month.len() + 1..)?;
    (edtf.len() == 10 && edtf.as_bytes()[7] == b'-' && is_digits(day)).then(|| &edtf[5..])
}

/// Returns the decade of birth, when all dates allowed lie in one.
fn decade(edtf: &str) -> Option<String> {
    let dates = edtf.split(['/', ',', '[', ']', '{', '}']).map(str::trim);
    let mut found: Option<&str> = None;
    for date in dates.filter(|date| !date.is_empty()) {
        let digits = date.get(..3).filter(|digits| is_digits(digits))?;
        if found.is_some_and(|known| known != digits) {
            return None;
        }
        found = Some(digits);
    }
    found.map(|digits| format!("{digits}0"))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::PublicField;

    fn record() -> PublicRecord {
        let event = |kind: &str, edtf: &str, measure: Option<&str>| PublicEvent {
            kind: kind.to_owned(),
            date_edtf: Some(edtf.to_owned()),
            measure: measure.map(str::to_owned),
            ..PublicEvent::default()
        };
        PublicRecord {
            record_id: "list.1.1".to_owned(),
            source_id: "list".to_owned(),
            name: String::new(),
            fields: vec![
                PublicField { name: "nationality".to_owned(), value: " Поляк ".to_owned() },
                PublicField { name: "death_sentence".to_owned(), value: "T".to_owned() },
            ],
            birth_edtf: Some("1891/1892".to_owned()),
            events: vec![
                event("arrest", "1937-08", None),
                event("sentence", "1937/1938", Some("8 лет ИТЛ, поражение в правах")),
            ],
            verbatim: String::new(),
            has_withheld_part: false,
            file: String::new(),
            line: 1,
            byte_offset: 0,
        }
    }

    #[test]
    fn values_of_one_event_stand_together() {
        let keys = [CountKey::Event, CountKey::Measure, CountKey::EventYear, CountKey::Nationality];
        let rows = countable_values(&record(), &keys);
        let text = |row: &Vec<Vec<String>>| {
            row.iter().map(|values| values.join("+")).collect::<Vec<_>>().join("|")
        };
        let rows: Vec<String> = rows.iter().map(text).collect();
        assert_eq!(
            rows,
            ["arrest||1937|поляк", "sentence|camp+disenfranchisement||поляк", "|execution||поляк"]
        );
    }

    #[test]
    fn a_key_of_the_record_needs_no_event() {
        let mut bare = record();
        bare.events.clear();
        assert_eq!(countable_values(&bare, &[CountKey::BirthDecade]), [[["1890"]]]);
        assert_eq!(countable_values(&bare, &[CountKey::EventYear]), [[[""; 0]]]);
    }

    #[test]
    fn dates_count_where_they_surely_lie() {
        for (edtf, year, month, born) in [
            ("1937-08-15", Some("1937"), Some("1937-08"), Some("1930")),
            ("1937", Some("1937"), None, Some("1930")),
            ("1937?", Some("1937"), None, Some("1930")),
            ("193X", None, None, Some("1930")),
            ("1937-XX-15", Some("1937"), None, Some("1930")),
            ("1937/1938", None, None, Some("1930")),
            ("[1889,1890]", None, None, None),
            ("18XX", None, None, None),
            ("", None, None, None),
        ] {
            assert_eq!(single_year(edtf), year, "{edtf}");
            assert_eq!(single_month(edtf), month, "{edtf}");
            assert_eq!(decade(edtf).as_deref(), born, "{edtf}");
        }
    }

    #[test]
    fn a_day_of_the_year_is_one_that_is_certain() {
        for (edtf, day) in [
            ("1937-08-15", Some("08-15")),
            ("1937-08-15?", None),
            ("1937-08-1X", None),
            ("1937-08", None),
            ("1937-08-15/1937-08-16", None),
        ] {
            assert_eq!(single_day(edtf), day, "{edtf}");
        }
    }

    #[test]
    fn every_key_is_found_by_its_name() {
        for key in CountKey::ALL {
            assert_eq!(CountKey::from_name(key.name()), Some(*key));
            assert!(!key.meaning().is_empty());
        }
    }
}
