//! Of which person every mention is.
//!
//! Records have the persons of the stage `link`. Whoever is only named in another's entry is a
//! person too, and joined to a record or to another entry where that is sure.
//!
//! **Invariant:** records of two persons are never joined here, but for a pointer of a book.

use super::keys::{RecordKeys, record_keys};
use super::reading::{Household, MentionPlace, ReadArchive};
use super::settings::FamilySettings;
use anyhow::{Context, Result, bail};
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use synodik_model::HeadCount;
use synodik_store::{read_persons, table_path};

/// A person and how sure it is that something is of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PersonLink {
    pub(super) person: u32,
    pub(super) p: f32,
}

/// The persons of an archive.
pub(super) struct ArchivePersons {
    /// For every record its person.
    pub(super) of_record: Vec<PersonLink>,
    /// For every record that is shown its person in public, and how sure that is by what is shown.
    pub(super) shown_as: Vec<Option<(String, f32)>>,
    /// For every household and mention the person; none where several are named together.
    pub(super) of_mention: Vec<Vec<Option<PersonLink>>>,
    /// Ids, by number.
    pub(super) ids: Vec<String>,
}

/// Reads the persons of the records from the tables of the build.
pub(super) fn read_record_persons(archive: &ReadArchive, build: &Path) -> Result<ArchivePersons> {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut persons = ArchivePersons {
        of_record: Vec::with_capacity(archive.records.len()),
        shown_as: Vec::with_capacity(archive.records.len()),
        of_mention: Vec::new(),
        ids: Vec::new(),
    };
    for (source_id, records, _) in &archive.sources {
        let path = table_path(build, "persons", source_id);
        let mut is_in_order = true;
        read_persons(&path, |row| {
            let known = archive.records.get(persons.of_record.len());
            is_in_order &= known.is_some_and(|known| known.record_id == row.record_id);
            let next = persons.ids.len() as u32;
            let person = *numbers.entry(row.person_id).or_insert_with_key(|person_id| {
                persons.ids.push(person_id.clone());
                next
            });
            persons.of_record.push(PersonLink { person, p: row.p });
            persons.shown_as.push(row.shown);
        })
        .with_context(|| format!("cannot read `{}`", path.display()))?;
        if !is_in_order || persons.of_record.len() != records.end as usize {
            bail!("the table `persons` of `{source_id}` does not fit its records");
        }
    }
    Ok(persons)
}

/// Gives every mention its person.
pub(super) fn find_persons(
    archive: &ReadArchive,
    persons: &mut ArchivePersons,
    settings: &FamilySettings,
) {
    follow_pointers(archive, persons, settings);
    let mut members = Members::of(archive, persons);
    members.join_listed_twice(archive, persons, settings);
    members.find_records(archive, persons, settings);
    members.join_kin_of_one(persons, settings);
    members.number(archive, persons);
}

/// Takes the record of an entry that points elsewhere as one of the person it points to.
fn follow_pointers(archive: &ReadArchive, persons: &mut ArchivePersons, settings: &FamilySettings) {
    let mut taken_as: BTreeMap<u32, u32> = BTreeMap::new();
    for [from, to] in &archive.pointed {
        let [from, to] = [from, to].map(|place| persons.of_record[place.record as usize].person);
        // An entry within the household itself has no record of its own to take.
        if from != to && !taken_as.contains_key(&from) && !taken_as.contains_key(&to) {
            taken_as.insert(from, to);
        }
    }
    // In public both are one person where both are shown.
    let mut shown_targets: BTreeMap<u32, String> = BTreeMap::new();
    for (link, shown_as) in persons.of_record.iter().zip(&persons.shown_as) {
        if let Some((person_id, _)) = shown_as {
            shown_targets.entry(link.person).or_insert_with(|| person_id.clone());
        }
    }
    for (link, shown_as) in persons.of_record.iter_mut().zip(&mut persons.shown_as) {
        let Some(&to) = taken_as.get(&link.person) else { continue };
        *link = PersonLink { person: to, p: link.p * settings.p_pointer };
        if let (Some((person_id, p)), Some(target)) = (shown_as, shown_targets.get(&to)) {
            person_id.clone_from(target);
            *p *= settings.p_pointer;
        }
    }
}

/// A member of a household who has no record there.
struct Member {
    household: u32,
    mention: u32,
    place: MentionPlace,
    keys: RecordKeys,
    /// The member as whom this one is taken, and how sure that is; at first itself.
    same_as: u32,
    p_same: f32,
    /// The person of a record, where one was found.
    found: Option<PersonLink>,
}

/// All members without a record, in the order of households.
struct Members {
    members: Vec<Member>,
    /// For every household the place of its first member.
    first_of: Vec<u32>,
}

impl Members {
    fn of(archive: &ReadArchive, persons: &mut ArchivePersons) -> Members {
        let mut members = Vec::new();
        let mut first_of = Vec::with_capacity(archive.households.len());
        for (household, household_idx) in archive.households.iter().zip(0..) {
            first_of.push(members.len() as u32);
            let mut links = vec![None; household.mentions.len()];
            for (mention_idx, place) in household.places.iter().enumerate() {
                let mention = &household.mentions[mention_idx];
                if place.number == 0 {
                    links[mention_idx] = Some(persons.of_record[place.record as usize]);
                } else if let Some(link) = pointed_person(archive, persons, mention, *place)
                    && !links.iter().flatten().any(|known| known.person == link.person)
                {
                    links[mention_idx] = Some(link);
                } else if mention.count == HeadCount::One {
                    let same_as = members.len() as u32;
                    members.push(Member {
                        household: household_idx,
                        mention: mention_idx as u32,
                        place: *place,
                        keys: record_keys(mention),
                        same_as,
                        p_same: 1.0,
                        found: None,
                    });
                }
            }
            persons.of_mention.push(links);
        }
        first_of.push(members.len() as u32);
        Members { members, first_of }
    }

    fn of_household(&self, household: usize) -> std::ops::Range<usize> {
        self.first_of[household] as usize..self.first_of[household + 1] as usize
    }

    /// Joins members whom two entries of one person list.
    fn join_listed_twice(
        &mut self,
        archive: &ReadArchive,
        persons: &ArchivePersons,
        settings: &FamilySettings,
    ) {
        let mut by_head: Vec<(u32, u32)> = Vec::new();
        for (links, household_idx) in persons.of_mention.iter().zip(0..) {
            by_head.extend(links[0].map(|head| (head.person, household_idx)));
        }
        let steps = |member: &Member| {
            let household: &Household = &archive.households[member.household as usize];
            let mention = &household.mentions[member.mention as usize];
            mention.kinship.as_ref().map(|kinship| kinship.steps.clone())
        };
        let is_kin_alike = |a: &Member, b: &Member| steps(a) == steps(b);
        self.join_where_shared(by_head, &is_kin_alike, settings);
    }

    /// Joins members whom the entries of two people name who are kin themselves: the daughter's
    /// mother is the father's wife.
    fn join_kin_of_one(&mut self, persons: &ArchivePersons, settings: &FamilySettings) {
        let mut by_person: Vec<(u32, u32)> = Vec::new();
        for (links, household_idx) in persons.of_mention.iter().zip(0..) {
            let links = links.iter().flatten();
            by_person.extend(links.map(|link| (link.person, household_idx)));
        }
        for member in &self.members {
            let first = &self.members[member.same_as as usize];
            let found = member.found.or(first.found);
            by_person.extend(found.map(|link| (link.person, member.household)));
        }
        let is_patronymic_same = |a: &Member, b: &Member| {
            a.keys.patronymic != 0 && a.keys.patronymic == b.keys.patronymic
        };
        self.join_where_shared(by_person, &is_patronymic_same, settings);
    }

    /// Joins members of households that share a person.
    ///
    /// `by_person`: persons with the households they are in; `is_alike`: whether more than the
    /// names agrees.
    fn join_where_shared(
        &mut self,
        mut by_person: Vec<(u32, u32)>,
        is_alike: &dyn Fn(&Member, &Member) -> bool,
        settings: &FamilySettings,
    ) {
        by_person.sort_unstable();
        by_person.dedup();
        for of_one in by_person.chunk_by(|a, b| a.0 == b.0).filter(|of_one| of_one.len() > 1) {
            for (later_idx, (_, later)) in of_one.iter().enumerate().skip(1) {
                for (_, earlier) in &of_one[..later_idx] {
                    self.join_households([*earlier, *later], is_alike, settings);
                }
            }
        }
    }

    fn join_households(
        &mut self,
        [earlier, later]: [u32; 2],
        is_alike: &dyn Fn(&Member, &Member) -> bool,
        settings: &FamilySettings,
    ) {
        for member_idx in self.of_household(later as usize) {
            let member = &self.members[member_idx];
            if member.same_as as usize != member_idx || member.keys.names == 0 {
                continue;
            }
            let mut same = self.of_household(earlier as usize).filter(|&other| {
                let other = &self.members[other];
                other.keys.names == member.keys.names
                    && other.keys.may_be(&member.keys)
                    && (other.keys.has_close_birth(&member.keys) || is_alike(other, member))
            });
            if let (Some(found), None) = (same.next(), same.next()) {
                let (same_as, p) = (self.members[found].same_as, self.members[found].p_same);
                self.members[member_idx].same_as = same_as;
                self.members[member_idx].p_same = p * settings.p_same_household;
            }
        }
    }

    /// Finds the records of members, where it is sure which they are.
    fn find_records(
        &mut self,
        archive: &ReadArchive,
        persons: &ArchivePersons,
        settings: &FamilySettings,
    ) {
        let by_names = NameIndex::of(archive);
        let by_subject = households_of_records(archive);
        for member_idx in 0..self.members.len() {
            let member = &self.members[member_idx];
            if member.keys.names == 0 {
                continue;
            }
            let links = &persons.of_mention[member.household as usize];
            let in_household =
                |person: u32| links.iter().flatten().any(|link| link.person == person);
            let head = OnceCell::new();
            let head_keys = || {
                *head.get_or_init(|| {
                    record_keys(&archive.households[member.household as usize].mentions[0])
                })
            };
            let mut found: Vec<PersonLink> = Vec::new();
            for &(_, record) in by_names.of_names(member.keys.names) {
                let kept = &archive.records[record as usize];
                let person = persons.of_record[record as usize].person;
                if !kept.keys.may_be(&member.keys) || in_household(person) {
                    continue;
                }
                let names_head = || {
                    let household = by_subject.get(&record);
                    household.is_some_and(|&at| self.names_somebody(archive, at, &head_keys()))
                };
                let is_same_patronymic =
                    member.keys.patronymic != 0 && member.keys.patronymic == kept.keys.patronymic;
                let p = if names_head() {
                    settings.p_each_names_other
                } else if is_same_patronymic && kept.keys.has_close_birth(&member.keys) {
                    settings.p_same_names
                } else {
                    continue;
                };
                match found.iter_mut().find(|link| link.person == person) {
                    Some(link) => link.p = link.p.max(p),
                    None => found.push(PersonLink { person, p }),
                }
            }
            // One whom both entries name goes before one of the same name.
            let most = found.iter().map(|link| link.p).fold(0.0, f32::max);
            found.retain(|link| link.p >= most);
            if let [only] = found[..] {
                self.members[member_idx].found = Some(only);
            }
        }
    }

    /// Whether a household names somebody who may be this one, by the same names.
    fn names_somebody(&self, archive: &ReadArchive, household: usize, sought: &RecordKeys) -> bool {
        let is_sought = |keys: &RecordKeys| keys.names == sought.names && keys.may_be(sought);
        let members = &self.members[self.of_household(household)];
        if sought.names == 0 {
            return false;
        }
        let mentions = &archive.households[household].mentions;
        // Members who have records of their own are not among them; keys are costly.
        let are_all = members.len() + 1 == mentions.len();
        members.iter().any(|member| is_sought(&member.keys))
            || !are_all && mentions.iter().skip(1).any(|mention| is_sought(&record_keys(mention)))
    }

    /// Numbers the persons of members, and sets them.
    fn number(mut self, archive: &ReadArchive, persons: &mut ArchivePersons) {
        // A record found for one of several mentions of somebody is that of all.
        for member_idx in 0..self.members.len() {
            let Member { same_as, found, .. } = self.members[member_idx];
            let first = &mut self.members[same_as as usize].found;
            if first.is_none() {
                *first = found;
            }
        }
        let mut numbers: Vec<u32> = Vec::with_capacity(self.members.len());
        for member in &self.members {
            let first = &self.members[member.same_as as usize];
            let number = match first.found {
                Some(link) => link.person,
                None if numbers.len() == member.same_as as usize => {
                    let record_id = &archive.records[member.place.record as usize].record_id;
                    persons.ids.push(format!("{record_id}#{}", member.place.number));
                    persons.ids.len() as u32 - 1
                }
                None => numbers[member.same_as as usize],
            };
            numbers.push(number);
            let p = member.p_same * first.found.map_or(1.0, |link| link.p);
            let links = &mut persons.of_mention[member.household as usize];
            // Two members of one household are two people.
            let is_taken = links.iter().flatten().any(|link| link.person == number);
            links[member.mention as usize] = Some(match is_taken {
                false => PersonLink { person: number, p },
                true => {
                    let record_id = &archive.records[member.place.record as usize].record_id;
                    persons.ids.push(format!("{record_id}#{}", member.place.number));
                    PersonLink { person: persons.ids.len() as u32 - 1, p: 1.0 }
                }
            });
        }
    }
}

/// The person of the entry that a mention points to.
fn pointed_person(
    archive: &ReadArchive,
    persons: &ArchivePersons,
    mention: &synodik_model::Mention,
    place: MentionPlace,
) -> Option<PersonLink> {
    let record_id = &archive.records[place.record as usize].record_id;
    let record = archive.entries.find(record_id, mention.pointer.as_deref()?)?;
    Some(persons.of_record[record as usize])
}

/// The household in which the subject of a record stands first.
fn households_of_records(archive: &ReadArchive) -> HashMap<u32, usize> {
    let households = archive.households.iter().enumerate();
    households
        .map(|(household_idx, household)| (household.places[0].record, household_idx))
        .collect()
}

/// The records by the names of their subjects, sorted.
struct NameIndex(Vec<(u64, u32)>);

impl NameIndex {
    fn of(archive: &ReadArchive) -> NameIndex {
        let records = archive.records.iter().zip(0..);
        let mut named: Vec<(u64, u32)> = records
            .filter(|(kept, _)| kept.keys.names != 0)
            .map(|(kept, record)| (kept.keys.names, record))
            .collect();
        named.sort_unstable();
        NameIndex(named)
    }

    fn of_names(&self, names: u64) -> &[(u64, u32)] {
        let first = self.0.partition_point(|(key, _)| *key < names);
        let n_same = self.0[first..].partition_point(|(key, _)| *key == names);
        &self.0[first..first + n_same]
    }
}
