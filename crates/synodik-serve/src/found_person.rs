//! Persons of the index, with all their entries: found by id, or one after the other.

use synodik_index::{
    Filters, IndexError, PublicFamily, PublicIndex, PublicMember, PublicRecord, RecordView,
    WalkedRecord,
};

/// Entries looked at for each person wanted: a person of many entries is met with each of them
/// and given with the first.
const RECORDS_FOR_PERSON: usize = 3;

/// A person with its entries.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundPerson {
    /// Id of the person; that of the entry when only one is known.
    pub person_id: String,
    /// Every entry with the probability that it belongs, in the order of the archive; not empty.
    pub entries: Vec<(PublicRecord, f32)>,
    /// The family of the person, when one is known.
    pub family: Option<PublicFamily>,
}

impl FoundPerson {
    /// Returns the first entry.
    pub fn first(&self) -> &PublicRecord {
        &self.entries[0].0
    }

    /// Returns the family and the number of this person in it, when one is known.
    pub(crate) fn place_in_family(&self) -> Option<(&PublicFamily, usize)> {
        let family = self.family.as_ref()?;
        let is_theirs =
            |record_id: &str| self.entries.iter().any(|(record, _)| record.record_id == record_id);
        let member_idx = family.members.iter().position(|member| match member {
            PublicMember::Shown(shown) => shown.records.iter().any(|(id, _)| is_theirs(id)),
            PublicMember::Unnamed { .. } | PublicMember::Living => false,
        })?;
        Some((family, member_idx))
    }
}

/// Returns a person, if there is one of that id. The id of an entry that is of a larger person
/// now gives that person.
///
/// # Errors
///
/// [`IndexError`] when the index cannot be read.
pub fn find_person(
    index: &PublicIndex,
    person_id: &str,
) -> Result<Option<FoundPerson>, IndexError> {
    if let Some(found) = person_of_entries(index, person_id)? {
        return Ok(Some(found));
    }
    let record_id = person_id.split('~').next().unwrap_or_default();
    let Some(RecordView::Shown(record)) = index.record(record_id)? else { return Ok(None) };
    match index.links(record_id)?.person {
        Some(person) => person_of_entries(index, &person.person_id),
        None => with_family(index, record_id.to_owned(), vec![(*record, 1.0)]).map(Some),
    }
}

/// Returns persons in the order of their first entries, from a position on, and the position
/// from which to go on; `None` behind the last. They may be fewer than asked for.
///
/// # Errors
///
/// [`IndexError`] when the index cannot be read.
pub fn persons_from(
    index: &PublicIndex,
    from: u64,
    limit: usize,
) -> Result<(Vec<FoundPerson>, Option<u64>), IndexError> {
    let n_looked = limit * RECORDS_FOR_PERSON;
    let walked = index.records_from(&Filters::default(), from, n_looked + 1)?;
    let mut persons = Vec::new();
    for (walked, record_idx) in walked.into_iter().zip(0..) {
        if persons.len() == limit || record_idx == n_looked {
            return Ok((persons, Some(walked.ordinal)));
        }
        persons.extend(person_starting_with(index, walked)?);
    }
    Ok((persons, None))
}

/// Returns the person whose first entry this is.
fn person_starting_with(
    index: &PublicIndex,
    walked: WalkedRecord,
) -> Result<Option<FoundPerson>, IndexError> {
    match walked.links.person {
        None => {
            let person_id = walked.record.record_id.clone();
            with_family(index, person_id, vec![(walked.record, 1.0)]).map(Some)
        }
        Some(person) if index.first_of_person(&person.person_id)? == Some(walked.ordinal) => {
            person_of_entries(index, &person.person_id)
        }
        Some(_) => Ok(None),
    }
}

/// Returns the person of whom entries say this id; none for the id of an entry.
pub(crate) fn person_of_entries(
    index: &PublicIndex,
    person_id: &str,
) -> Result<Option<FoundPerson>, IndexError> {
    let mut entries = Vec::new();
    for record in index.person(person_id)? {
        let p = index.links(&record.record_id)?.person.map_or(1.0, |person| person.p);
        entries.push((record, p));
    }
    if entries.is_empty() {
        return Ok(None);
    }
    with_family(index, person_id.to_owned(), entries).map(Some)
}

fn with_family(
    index: &PublicIndex,
    person_id: String,
    entries: Vec<(PublicRecord, f32)>,
) -> Result<FoundPerson, IndexError> {
    let family_id =
        entries.iter().find_map(|(record, _)| index.family_of_record(&record.record_id));
    let family = family_id.map(|family_id| index.family(&family_id)).transpose()?.flatten();
    Ok(FoundPerson { person_id, entries, family })
}
