//! The entries on which the page of a family rests, numbered once.

use super::members::shown_members;
use crate::address::record_address;
use synodik_index::{PublicFamily, PublicSource};

/// The entries of a page, by number.
pub(super) struct Entries<'a> {
    record_ids: Vec<&'a str>,
}

/// One entry in the list.
pub(super) struct EntryView<'a> {
    pub(super) number: usize,
    pub(super) address: String,
    /// Whose entry it is; its id where it is nobody's of the family.
    pub(super) label: &'a str,
    pub(super) source: &'a str,
}

/// A number that leads to an entry.
pub(super) struct EntryLink {
    pub(super) number: usize,
    pub(super) address: String,
}

impl<'a> Entries<'a> {
    /// Returns all entries that a family names: those of its members first.
    pub(super) fn of(family: &'a PublicFamily) -> Entries<'a> {
        let mut record_ids: Vec<&'a str> = Vec::new();
        let mut add = |record_id: &'a str| {
            if !record_id.is_empty() && !record_ids.contains(&record_id) {
                record_ids.push(record_id);
            }
        };
        for (_, shown) in shown_members(family) {
            shown.records.iter().for_each(|(record_id, _)| add(record_id));
        }
        for (_, shown) in shown_members(family) {
            shown.named_in.iter().for_each(|(record_id, _)| add(record_id));
            shown.events.iter().for_each(|event| add(&event.record_id));
        }
        let aside = family.put_aside.iter().map(|aside| &aside.tie);
        for evidence in family.ties.iter().chain(aside).flat_map(|tie| &tie.evidence) {
            add(&evidence.record_id);
        }
        for case in &family.cases {
            add(&case.event.record_id);
            case.cause.iter().for_each(|cause| add(&cause.record_id));
        }
        Entries { record_ids }
    }

    /// Returns the number of an entry with its address.
    pub(super) fn link(&self, record_id: &str) -> Option<EntryLink> {
        let entry_idx = self.record_ids.iter().position(|known| *known == record_id)?;
        Some(EntryLink { number: entry_idx + 1, address: record_address(record_id) })
    }

    /// Returns the list of all.
    pub(super) fn into_list(
        self,
        family: &'a PublicFamily,
        sources: &'a [PublicSource],
    ) -> Vec<EntryView<'a>> {
        let view = |(entry_idx, record_id): (usize, &'a str)| {
            let is_theirs = |shown: &synodik_index::ShownMember| {
                shown.records.iter().any(|(own, _)| own == record_id) && !shown.name.is_empty()
            };
            let owner = shown_members(family).find(|(_, shown)| is_theirs(shown));
            let source = sources.iter().find(|source| is_of_source(record_id, &source.source_id));
            EntryView {
                number: entry_idx + 1,
                address: record_address(record_id),
                label: owner.map_or(record_id, |(_, shown)| &shown.name),
                source: source.map_or("", |source| &source.title),
            }
        };
        self.record_ids.into_iter().enumerate().map(view).collect()
    }
}

/// Returns whether a record id is one of a source: the id of the source stands before a dot.
fn is_of_source(record_id: &str, source_id: &str) -> bool {
    record_id.strip_prefix(source_id).is_some_and(|rest| rest.starts_with('.'))
}
