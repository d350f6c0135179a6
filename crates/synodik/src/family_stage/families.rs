//! Which persons are one family: those whom ties connect, and the ids of families.

use super::persons::ArchivePersons;
use super::reading::{MentionPlace, ReadArchive};
use crate::stored_tables::visit_table;
use std::collections::BTreeMap;
use synodik_link::{PersonIdInput, assign_person_ids};
use synodik_model::HeadCount;
use synodik_store::{Archive, Cell, families_table};

/// What stands before the id of the person after whom a family is named.
const FAMILY_MARK: &str = "family-";

/// Persons connected by ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Family {
    pub(super) family_id: String,
    /// In the order in which the archive first names them.
    pub(super) persons: Vec<u32>,
    /// Households that say something of them, ascending.
    pub(super) households: Vec<u32>,
}

/// What is known of every person before families are looked at.
pub(super) struct PersonPlaces {
    /// Where each is first named.
    pub(super) first: Vec<MentionPlace>,
    /// The id of each in public; none for one who may be living.
    pub(super) shown_as: Vec<Option<String>>,
}

/// Returns where each person is first named, and who is shown.
///
/// A person is shown by a record of their own that is shown, else by the first mention that is.
pub(super) fn place_persons(
    archive: &ReadArchive,
    persons: &ArchivePersons,
    shown_mentions: &[Vec<bool>],
) -> PersonPlaces {
    let nowhere = MentionPlace { record: u32::MAX, number: 0 };
    let mut places = PersonPlaces {
        first: vec![nowhere; persons.ids.len()],
        shown_as: vec![None; persons.ids.len()],
    };
    for ((link, shown_as), record) in persons.of_record.iter().zip(&persons.shown_as).zip(0..) {
        let person = link.person as usize;
        places.first[person] = places.first[person].min(MentionPlace { record, number: 0 });
        if places.shown_as[person].is_none() {
            places.shown_as[person] = shown_as.as_ref().map(|(person_id, _)| person_id.clone());
        }
    }
    for (household_idx, household) in archive.households.iter().enumerate() {
        for (mention_idx, place) in household.places.iter().enumerate() {
            let Some(link) = persons.of_mention[household_idx][mention_idx] else { continue };
            let person = link.person as usize;
            places.first[person] = places.first[person].min(*place);
            let is_shown = shown_mentions[household_idx][mention_idx] && place.number > 0;
            if is_shown && places.shown_as[person].is_none() {
                let record_id = &archive.records[place.record as usize].record_id;
                places.shown_as[person] = Some(format!("{record_id}#{}", place.number));
            }
        }
    }
    places
}

/// Two persons whom a tie connects, by number.
pub(super) type Edge = (u32, u32);

/// Returns the pairs that kinships as stated connect, where it is sure enough that the mentions
/// are of these persons.
pub(super) fn stated_edges(
    archive: &ReadArchive,
    persons: &ArchivePersons,
    min_p_family: f32,
) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (household, links) in archive.households.iter().zip(&persons.of_mention) {
        for (mention, link) in household.mentions.iter().zip(links) {
            let relative = links.get(mention.relative_to).copied().flatten();
            if let (Some(_), Some(link), Some(relative)) = (&mention.kinship, link, relative)
                && link.person != relative.person
                && link.p * relative.p >= min_p_family
            {
                edges.push((relative.person, link.person));
            }
        }
    }
    edges
}

/// Returns the families, by where the archive first names one of each.
///
/// Somebody of whom an entry says that there were kin, without naming any, is a family alone.
pub(super) fn connect_families(
    archive: &ReadArchive,
    persons: &ArchivePersons,
    places: &PersonPlaces,
    edges: &[Edge],
) -> Vec<Family> {
    let mut parents: Vec<u32> = (0..persons.ids.len() as u32).collect();
    for &(a, b) in edges {
        let (a, b) = (root_of(&mut parents, a), root_of(&mut parents, b));
        parents[a.max(b) as usize] = a.min(b);
    }
    let mut is_in_family = vec![false; parents.len()];
    for &(a, b) in edges {
        is_in_family[a as usize] = true;
        is_in_family[b as usize] = true;
    }
    for (household, links) in archive.households.iter().zip(&persons.of_mention) {
        for mention in &household.mentions[1..] {
            let counted = mention.count != HeadCount::One && mention.kinship.is_some();
            let relative = links.get(mention.relative_to).copied().flatten();
            if let Some(relative) = relative.filter(|_| counted) {
                is_in_family[relative.person as usize] = true;
            }
        }
    }
    let mut households: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (links, household_idx) in persons.of_mention.iter().zip(0..) {
        let persons = links.iter().flatten().map(|link| link.person);
        let persons = persons.filter(|person| is_in_family[*person as usize]);
        let mut roots: Vec<u32> = persons.map(|person| root_of(&mut parents, person)).collect();
        roots.sort_unstable();
        roots.dedup();
        for root in roots {
            households.entry(root).or_default().push(household_idx);
        }
    }
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for person in (0..parents.len() as u32).filter(|person| is_in_family[*person as usize]) {
        members.entry(root_of(&mut parents, person)).or_default().push(person);
    }
    let mut families: Vec<Family> = members
        .into_iter()
        .map(|(root, mut persons)| {
            persons.sort_by_key(|person| places.first[*person as usize]);
            let households = households.remove(&root).unwrap_or_default();
            Family { family_id: String::new(), persons, households }
        })
        .collect();
    families.sort_by_key(|family| places.first[family.persons[0] as usize]);
    families
}

fn root_of(parents: &mut [u32], person: u32) -> u32 {
    let mut root = person;
    while parents[root as usize] != root {
        // Halving the way keeps it short.
        parents[root as usize] = parents[parents[root as usize] as usize];
        root = parents[root as usize];
    }
    root
}

/// Gives every family its id, the one it had before where it can be known again.
pub(super) fn name_families(
    families: &mut [Family],
    persons: &ArchivePersons,
    places: &PersonPlaces,
    previous: &[(String, String)],
) {
    let in_order = || families.iter().flat_map(|family| family.persons.iter().copied());
    let record_ids: Vec<String> = in_order()
        .map(|person| {
            let shown = places.shown_as[person as usize].as_ref();
            shown.unwrap_or(&persons.ids[person as usize]).clone()
        })
        .collect();
    let may_lend: Vec<bool> =
        in_order().map(|person| places.shown_as[person as usize].is_some()).collect();
    let mut clusters = Vec::with_capacity(record_ids.len());
    for family in families.iter() {
        let first = clusters.len() as u32;
        clusters.extend(family.persons.iter().map(|_| first));
    }
    let given = assign_person_ids(&PersonIdInput {
        record_ids: &record_ids,
        clusters: &clusters,
        may_lend: &may_lend,
        previous,
    });
    let mut first = 0;
    for family in families {
        family.family_id = format!("{FAMILY_MARK}{}", given.person_ids[first]);
        first += family.persons.len();
    }
}

/// Reads the families of the build shown now, as pairs of family, without the mark, and person.
pub(super) fn previous_families(archive: &Archive) -> Vec<(String, String)> {
    let mut families = Vec::new();
    // A build of another version, without this table, has no families to keep.
    let Ok(Some((folder, manifest))) = archive.current_build() else { return families };
    let table = families_table();
    let [family_idx, person_idx, shown_idx] =
        table.places(["family_id", "person_id", "shown_person_id"]);
    let read = visit_table((&folder, &manifest), &table, |row| {
        let family = row.cells[family_idx].to_text();
        let person = match &row.cells[shown_idx] {
            Cell::Absent => row.cells[person_idx].to_text(),
            shown => shown.to_text(),
        };
        let founder = family.strip_prefix(FAMILY_MARK).unwrap_or(&family);
        families.push((founder.to_owned(), person.into_owned()));
        Ok(())
    });
    if read.is_err() {
        families.clear();
    }
    families
}
