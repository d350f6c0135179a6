//! Ids of persons that stay when an archive is built again.
//!
//! A person found anew takes the id of the person it shares most records with. A new
//! id is that of a record: the first of the person, or the first that may lend one.

use rustc_hash::{FxHashMap, FxHashSet};

/// What is known before ids are given.
#[derive(Debug, Clone, Copy)]
pub struct PersonIdInput<'a> {
    /// The ids of all records, in the order of the archive, which breaks ties.
    pub record_ids: &'a [String],
    /// For every record the place of the first record of its person.
    pub clusters: &'a [u32],
    /// For every record whether its id may become that of its person. A person with such a
    /// record never bears the id of one that may not lend it.
    pub may_lend: &'a [bool],
    /// Persons of the build before, as pairs of person and record.
    pub previous: &'a [(String, String)],
}

/// The ids given, and what has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonIds {
    /// For every record the id of its person.
    pub person_ids: Vec<String>,
    /// What has changed since the build before, by old id.
    pub changes: Vec<PersonChange>,
}

/// How a person of an earlier build changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// All of its records are now of another person, together with those of others.
    Merged,
    /// Some of its records are now of another person.
    Split,
    /// The same person, under another id.
    Renamed,
    /// None of its records is left.
    Removed,
}

/// One change of a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonChange {
    /// Id in the build before.
    pub before: String,
    /// Id now; empty when the person was removed.
    pub now: String,
    /// What happened.
    pub kind: ChangeKind,
    /// The records concerned, in the order of the archive.
    pub record_ids: Vec<String>,
}

impl ChangeKind {
    /// Returns the word used in tables.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Merged => "merged",
            ChangeKind::Split => "split",
            ChangeKind::Renamed => "renamed",
            ChangeKind::Removed => "removed",
        }
    }
}

/// Stands between the id of a record and a number where two persons would bear the same id.
const NUMBER_MARK: char = '~';

/// Gives every person an id, the one it had before where it can be known again.
///
/// # Example
///
/// ```
/// use synodik_link::{PersonIdInput, assign_person_ids};
/// let record_ids = ["a.1", "b.1"].map(String::from);
/// let previous = [("b.1".to_owned(), "b.1".to_owned())];
/// let given = assign_person_ids(&PersonIdInput {
///     record_ids: &record_ids,
///     clusters: &[0, 0],
///     may_lend: &[true, true],
///     previous: &previous,
/// });
/// assert_eq!(given.person_ids, ["b.1", "b.1"]);
/// ```
pub fn assign_person_ids(input: &PersonIdInput<'_>) -> PersonIds {
    let places: FxHashMap<&str, u32> =
        input.record_ids.iter().zip(0..).map(|(id, place)| (id.as_str(), place)).collect();
    let overlaps = count_overlaps(input, &places);
    let mut id_of: FxHashMap<u32, String> = FxHashMap::default();
    let mut taken: FxHashSet<&str> = FxHashSet::default();
    let lends = persons_that_lend(input);
    let mut ranked: Vec<&Overlap<'_>> = overlaps.iter().collect();
    ranked.sort_unstable_by_key(|overlap| {
        (std::cmp::Reverse(overlap.records.len()), overlap.records[0], overlap.before)
    });
    for overlap in ranked {
        // An id stays among persons that lend, or among those that do not: neither the bearer of
        // an id nor the number behind it may tell of the other kind.
        let founder = overlap.before.split(NUMBER_MARK).next().unwrap_or_default();
        let may_lend = places.get(founder).is_some_and(|&place| input.may_lend[place as usize]);
        let is_allowed = may_lend == lends[overlap.person as usize];
        if is_allowed && !taken.contains(overlap.before) && !id_of.contains_key(&overlap.person) {
            taken.insert(overlap.before);
            id_of.insert(overlap.person, overlap.before.to_owned());
        }
    }
    name_others(input, &lends, &mut id_of, &taken);
    let person_ids: Vec<String> =
        input.clusters.iter().map(|person| id_of[person].clone()).collect();
    let changes = list_changes(input, &overlaps, &id_of, &places);
    PersonIds { person_ids, changes }
}

/// Records that a person before and a person now have in common.
struct Overlap<'a> {
    before: &'a str,
    /// The place of the first record of the person now.
    person: u32,
    /// Ascending, at least one.
    records: Vec<u32>,
}

/// Returns the overlaps, by the id before and then by the person now.
fn count_overlaps<'a>(
    input: &PersonIdInput<'a>,
    places: &FxHashMap<&str, u32>,
) -> Vec<Overlap<'a>> {
    let mut rows: Vec<(&str, u32, u32)> = Vec::with_capacity(input.previous.len());
    for (before, record_id) in input.previous {
        if let Some(&place) = places.get(record_id.as_str()) {
            rows.push((before, input.clusters[place as usize], place));
        }
    }
    rows.sort_unstable();
    rows.dedup();
    let of_pair = |rows: &[(&'a str, u32, u32)]| Overlap {
        before: rows[0].0,
        person: rows[0].1,
        records: rows.iter().map(|row| row.2).collect(),
    };
    rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).map(of_pair).collect()
}

/// Returns for the first record of every person whether one of its records may lend its id.
fn persons_that_lend(input: &PersonIdInput<'_>) -> Vec<bool> {
    let mut lends = vec![false; input.clusters.len()];
    for (&person, &may_lend) in input.clusters.iter().zip(input.may_lend) {
        lends[person as usize] |= may_lend;
    }
    lends
}

/// Names the persons that have no id from before.
fn name_others(
    input: &PersonIdInput<'_>,
    lends: &[bool],
    id_of: &mut FxHashMap<u32, String>,
    taken: &FxHashSet<&str>,
) {
    let mut given: FxHashSet<String> = FxHashSet::default();
    for (place, &person) in input.clusters.iter().enumerate() {
        if id_of.contains_key(&person) || (lends[person as usize] && !input.may_lend[place]) {
            continue;
        }
        let record_id = &input.record_ids[place];
        let mut person_id = record_id.clone();
        let mut number = 1;
        while taken.contains(person_id.as_str()) || given.contains(&person_id) {
            number += 1;
            person_id = format!("{record_id}{NUMBER_MARK}{number}");
        }
        given.insert(person_id.clone());
        id_of.insert(person, person_id);
    }
}

fn list_changes(
    input: &PersonIdInput<'_>,
    overlaps: &[Overlap<'_>],
    id_of: &FxHashMap<u32, String>,
    places: &FxHashMap<&str, u32>,
) -> Vec<PersonChange> {
    let mut n_before: FxHashMap<u32, u32> = FxHashMap::default();
    for overlap in overlaps {
        *n_before.entry(overlap.person).or_default() += 1;
    }
    let mut changes = Vec::new();
    for of_person in overlaps.chunk_by(|a, b| a.before == b.before) {
        for overlap in of_person.iter().filter(|overlap| id_of[&overlap.person] != overlap.before) {
            let kind = match n_before[&overlap.person] {
                _ if of_person.len() > 1 => ChangeKind::Split,
                1 => ChangeKind::Renamed,
                _ => ChangeKind::Merged,
            };
            let ids = overlap.records.iter().map(|&place| &input.record_ids[place as usize]);
            changes.push(PersonChange {
                before: overlap.before.to_owned(),
                now: id_of[&overlap.person].clone(),
                kind,
                record_ids: ids.cloned().collect(),
            });
        }
    }
    let kept: FxHashSet<&str> = overlaps.iter().map(|overlap| overlap.before).collect();
    let mut gone: Vec<&(String, String)> =
        input.previous.iter().filter(|row| !kept.contains(row.0.as_str())).collect();
    gone.sort_unstable();
    for rows in gone.chunk_by(|a, b| a.0 == b.0) {
        debug_assert!(rows.iter().all(|row| !places.contains_key(row.1.as_str())));
        changes.push(PersonChange {
            before: rows[0].0.clone(),
            now: String::new(),
            kind: ChangeKind::Removed,
            record_ids: rows.iter().map(|row| row.1.clone()).collect(),
        });
    }
    changes.sort_unstable();
    changes
}

/// Returns under which id each record that counts is shown; `None` for the others.
///
/// A person of whom all records count keeps its id. If it is divided (see
/// [`crate::clusters_of_counted`]), the part with the record that lent the id keeps it, or
/// else the first; another part takes the id of its own first record.
///
/// # Shape
///
/// `person_ids` and `clusters`: for every record the id of its person, and the first record
/// of the part it is in.
pub fn ids_of_counted(
    record_ids: &[String],
    person_ids: &[String],
    clusters: &[u32],
    is_counted: &[bool],
) -> Vec<Option<String>> {
    let mut parts: Vec<(&str, u32, u32)> = Vec::new();
    for (record, (&part, person_id)) in clusters.iter().zip(person_ids).enumerate() {
        if is_counted[record] {
            parts.push((person_id, part, record as u32));
        }
    }
    parts.sort_unstable();
    let mut taken: FxHashSet<String> = parts.iter().map(|part| part.0.to_owned()).collect();
    let mut shown: Vec<Option<String>> = vec![None; clusters.len()];
    for rows in parts.chunk_by(|a, b| a.0 == b.0) {
        let person_id = rows[0].0;
        let founder = person_id.split(NUMBER_MARK).next().unwrap_or_default();
        let lender = rows.iter().find(|row| record_ids[row.2 as usize] == founder);
        let heir = lender.unwrap_or(&rows[0]).1;
        for part in rows.chunk_by(|a, b| a.1 == b.1) {
            let mut id = person_id.to_owned();
            if part[0].1 != heir {
                let first = &record_ids[part[0].2 as usize];
                id.clone_from(first);
                let mut number = 1;
                while !taken.insert(id.clone()) {
                    number += 1;
                    id = format!("{first}{NUMBER_MARK}{number}");
                }
            }
            for row in part {
                shown[row.2 as usize] = Some(id.clone());
            }
        }
    }
    shown
}
