//! Records as GEDCOM 7: one individual a record, with its source.
//!
//! A record is not a person: two entries of one human being are two individuals here, and say so
//! in their source.

use super::Place;
use crate::pages::field_value;
use synodik_index::{PublicEvent, PublicRecord};

/// Names of the months.
const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// Returns the file.
pub(super) fn write(records: &[PublicRecord], place: &Place<'_>) -> String {
    let mut file = Gedcom::default();
    file.line(0, "HEAD", "");
    file.line(1, "GEDC", "");
    file.line(2, "VERS", "7.0");
    file.line(1, "SOUR", "SYNODIK");
    file.line(2, "NAME", place.archive);
    let mut sources: Vec<&str> = records.iter().map(|record| record.source_id.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    for (record, number) in records.iter().zip(1..) {
        individual(&mut file, record, number, place);
        let source_number = sources.partition_point(|id| *id < record.source_id.as_str()) + 1;
        file.line(1, "SOUR", &format!("@S{source_number}@"));
        file.line(2, "PAGE", &record.record_id);
    }
    for (source_id, number) in sources.iter().zip(1..) {
        file.record(&format!("@S{number}@"), "SOUR");
        let source = place.sources.iter().find(|source| source.source_id == *source_id);
        file.line(1, "TITL", source.map_or(source_id, |source| &source.title));
        let citation = source.and_then(|source| source.citation.as_deref());
        if let Some(citation) = citation {
            file.line(1, "PUBL", citation);
        }
        if let Some(licence) = source.and_then(|source| source.licence.as_deref()) {
            file.line(1, "NOTE", licence);
        }
    }
    file.line(0, "TRLR", "");
    file.text
}

fn individual(file: &mut Gedcom, record: &PublicRecord, number: usize, place: &Place<'_>) {
    let get = |name: &str| field_value(&record.fields, name);
    file.record(&format!("@I{number}@"), "INDI");
    let name = match (get("surname"), get("given"), get("patronymic")) {
        (Some(surname), given, patronymic) => {
            let given: Vec<&str> = [given, patronymic].into_iter().flatten().collect();
            format!("{} /{surname}/", given.join(" ")).trim_start().to_owned()
        }
        _ => record.name.clone(),
    };
    file.line(1, "NAME", &name);
    match get("sex").and_then(|sex| sex.trim().to_lowercase().chars().next()) {
        Some('м' | 'm') => file.line(1, "SEX", "M"),
        Some('ж' | 'f') => file.line(1, "SEX", "F"),
        _ => {}
    }
    if get("birth").is_some() || get("birth_place").is_some() {
        file.line(1, "BIRT", "");
        file.date(record.birth_edtf.as_deref(), get("birth"));
        if let Some(birth_place) = get("birth_place") {
            file.line(2, "PLAC", birth_place);
        }
    }
    for happened in &record.events {
        event(file, happened);
    }
    if let Some(occupation) = get("occupation") {
        file.line(1, "OCCU", occupation);
    }
    file.line(1, "NOTE", &record.verbatim);
    file.line(1, "REFN", &record.record_id);
    file.line(2, "TYPE", &place.address(record));
}

fn event(file: &mut Gedcom, event: &PublicEvent) {
    let is_death = matches!(event.kind.as_str(), "execution" | "death");
    if event.kind == "burial" {
        file.line(1, "BURI", "");
    } else if is_death {
        file.line(1, "DEAT", "");
    } else {
        let said = [&event.article, &event.measure, &event.text];
        let said: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
        file.line(1, "EVEN", &said.join(", "));
    }
    file.line(2, "TYPE", &event.kind);
    file.date(event.date_edtf.as_deref(), event.date_stated.as_deref());
    if let Some(place) = &event.place {
        file.line(2, "PLAC", place);
    }
    if let Some(body) = &event.body {
        file.line(2, "AGNC", body);
    }
    if is_death && let Some(text) = &event.text {
        file.line(2, "NOTE", text);
    }
}

#[derive(Default)]
struct Gedcom {
    text: String,
}

impl Gedcom {
    fn record(&mut self, id: &str, tag: &str) {
        self.text.push_str(&format!("0 {id} {tag}\n"));
    }

    /// Writes a line and those that go on; an `@` at the start is doubled, as GEDCOM 7 asks.
    fn line(&mut self, level: u8, tag: &str, value: &str) {
        let mut parts = value.split('\n').map(|part| part.trim_end_matches('\r'));
        let mut put = |level: u8, tag: &str, part: &str| {
            // A pointer stands as it is.
            let is_text = part.starts_with('@') && tag != "SOUR";
            let mark = if is_text { "@" } else { "" };
            let space = if part.is_empty() { "" } else { " " };
            self.text.push_str(&format!("{level} {tag}{space}{mark}{part}\n"));
        };
        put(level, tag, parts.next().unwrap_or_default());
        for part in parts {
            put(level + 1, "CONT", part);
        }
    }

    /// Writes a date: what one day, month or year says as such, anything else as a phrase.
    fn date(&mut self, edtf: Option<&str>, stated: Option<&str>) {
        let read = edtf.and_then(gedcom_date);
        if read.is_none() && stated.is_none() {
            return;
        }
        self.line(2, "DATE", read.as_deref().unwrap_or_default());
        if let Some(stated) = stated {
            self.line(3, "PHRASE", stated);
        }
    }
}

/// Returns a date in the words of GEDCOM, when it is one day, month or year.
fn gedcom_date(edtf: &str) -> Option<String> {
    let (plain, about) = match edtf.strip_suffix(['~', '%']) {
        Some(plain) => (plain, "ABT "),
        None => (edtf, ""),
    };
    let mut parts = plain.split('-');
    let number = |part: &str| part.parse::<usize>().ok();
    let year = number(parts.next().filter(|year| year.len() == 4)?)?;
    let words = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => year.to_string(),
        (Some(month), None, _) => format!("{} {year}", MONTHS.get(number(month)?.checked_sub(1)?)?),
        (Some(month), Some(day), None) => {
            let month = MONTHS.get(number(month)?.checked_sub(1)?)?;
            format!("{} {month} {year}", number(day)?)
        }
        _ => return None,
    };
    Some(format!("{about}{words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_where_they_are_certain() {
        for (edtf, words) in [
            ("1937-08-05", Some("5 AUG 1937")),
            ("1937-08", Some("AUG 1937")),
            ("1893", Some("1893")),
            ("1893~", Some("ABT 1893")),
            ("1893/1894", None),
            ("189X", None),
            ("1937-13", None),
        ] {
            assert_eq!(gedcom_date(edtf).as_deref(), words, "{edtf}");
        }
    }

    #[test]
    fn lines_go_on_and_marks_are_doubled() {
        let mut file = Gedcom::default();
        file.line(1, "NOTE", "@a\nb\n\n@c");
        assert_eq!(file.text, "1 NOTE @@a\n2 CONT b\n2 CONT\n2 CONT @@c\n");
    }
}
