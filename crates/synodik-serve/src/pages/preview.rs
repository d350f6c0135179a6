//! A small page about a person, to be shown in a frame beside somebody's own list.

use super::Page;
use crate::Text;
use crate::address::person_address;
use crate::found_person::FoundPerson;
use askama::Template;
use synodik_index::PublicRecord;
use synodik_model::Field;

/// Entries that a preview tells of.
const N_ENTRIES: usize = 3;

#[derive(Template)]
#[template(path = "preview.html")]
struct PreviewPage<'a> {
    t: Text<'a>,
    style: String,
    name: &'a str,
    address: String,
    entries: Vec<PreviewEntry<'a>>,
    n_more: u64,
}

struct PreviewEntry<'a> {
    birth: &'a str,
    birth_place: &'a str,
    events: Vec<String>,
}

/// Returns the preview of a person.
///
/// # Errors
///
/// When the template cannot be written.
pub(crate) fn preview_page(t: Text<'_>, person: &FoundPerson, site: &str) -> Page {
    let entries = person.entries.iter().take(N_ENTRIES);
    PreviewPage {
        t,
        style: format!("{site}{}", crate::asset::STYLE.address()),
        name: &person.first().name,
        address: format!("{site}{}", person_address(&person.person_id)),
        entries: entries.map(|(record, _)| entry_view(record, t)).collect(),
        n_more: person.entries.len().saturating_sub(N_ENTRIES) as u64,
    }
    .render()
}

fn entry_view<'a>(record: &'a PublicRecord, t: Text<'_>) -> PreviewEntry<'a> {
    let events = record.events.iter().map(|event| {
        let date = event.date_stated.as_deref().or(event.date_edtf.as_deref()).unwrap_or_default();
        format!("{} {date}", t.label("event", &event.kind)).trim().to_owned()
    });
    PreviewEntry {
        birth: record.get(Field::Birth).unwrap_or_default(),
        birth_place: record.get(Field::BirthPlace).unwrap_or_default(),
        events: events.collect(),
    }
}
