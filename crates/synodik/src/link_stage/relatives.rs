//! What relatives named in the records say of whether records are of one person.
//!
//! Two men of one name with the same wife and sons are one; with another wife and other children
//! they are two, and who stands among the other's brothers is not that other. The relatives of all
//! records of a group are taken together. A third record of the family that lists two people, one like
//! each, tells them apart too.
//!
//! **Invariant:** no record is joined or parted here; only bits are given to the linkage.

use crate::family_stage::{birth_years_of, kin_reader, learn_person, record_to_read};
use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;
use synodik_family::{
    KinPerson, KinReader, KnownRelative, mentions_of_record, relatives_evidence, roster_bits,
};
use synodik_import::Format;
use synodik_link::Table;
use synodik_model::{Field, Record, Sex};
use synodik_names::masculine_surname;
use synodik_store::{EventRow, RecordRow};

/// The relatives of all records, read when a record first has to be told from another.
#[derive(Default)]
pub(super) struct NamedRelatives {
    /// In the order of the archive; none for a record that names no relatives.
    records: Vec<Option<Box<NamedIn>>>,
    /// The records that name relatives, by surname and day.
    by_family: HashMap<u64, Vec<u32>>,
}

/// Columns of the days on which families were taken, the most telling first.
const DAYS: [&str; 3] = ["exile_date", "arrest_date", "sentence_date"];

/// Of more records of one surname and day those behind these are not asked.
const MAX_ROSTERS: usize = 32;

/// A record that names relatives.
struct NamedIn {
    record: Record<'static>,
    reader: KinReader,
    /// The relatives it names.
    read: OnceLock<Vec<KnownRelative>>,
}

impl NamedRelatives {
    /// Keeps what a record of the archive says of names and relatives.
    pub(super) fn add(&mut self, format: &Format, row: RecordRow<'_>, events: &[EventRow<'_>]) {
        let named = row.get(Field::Family).map(|_| {
            Box::new(NamedIn {
                record: record_to_read(row, events),
                reader: kin_reader(format),
                read: OnceLock::new(),
            })
        });
        self.records.push(named);
    }

    /// Finds the records of each family by surname and day; called when all records are there.
    pub(super) fn find_families(&mut self, table: &Table) {
        for (at, named) in (0..).zip(&self.records) {
            if named.is_some()
                && let Some(key) = family_key(table, at)
            {
                self.by_family.entry(key).or_default().push(at);
            }
        }
    }

    /// Returns whether any record names relatives.
    pub(super) fn is_empty(&self) -> bool {
        self.records.iter().all(Option::is_none)
    }

    /// Returns what relatives say of two groups of records being one person, in bits.
    ///
    /// Groups hold places in the archive; exchanging the two changes nothing.
    pub(super) fn bits(&self, table: &Table, one: &[u32], other: &[u32]) -> f32 {
        let names = |group: &[u32]| group.iter().any(|&at| self.records[at as usize].is_some());
        let ((person_a, of_a), (person_b, of_b)) =
            (self.pooled(table, one), self.pooled(table, other));
        let own_bits = match names(one) || names(other) {
            true => relatives_evidence([&person_a, &person_b], [&of_a, &of_b]).bits,
            false => 0.0,
        };
        let rosters = self.rosters(table, [one, other]);
        (own_bits + roster_bits([&person_a, &person_b], rosters)) as f32
    }

    /// Those listed in other records of the family of two groups.
    fn rosters<'a>(
        &'a self,
        table: &'a Table,
        groups: [&'a [u32]; 2],
    ) -> impl Iterator<Item = Vec<&'a KinPerson>> {
        let members = move || groups.into_iter().flatten().copied();
        let keys: BTreeSet<u64> = members().filter_map(|at| family_key(table, at)).collect();
        let listed = keys.into_iter().filter_map(|key| self.by_family.get(&key));
        let others = listed.flat_map(|of_family| of_family.iter().take(MAX_ROSTERS).copied());
        let others = others.filter(move |at| !members().any(|member| member == *at));
        others
            .filter_map(|at| self.records[at as usize].as_ref())
            .map(|named| named.relatives().iter().map(|relative| &relative.person).collect())
    }

    /// The person of a group by all its records, and their relatives, each once.
    fn pooled(&self, table: &Table, group: &[u32]) -> (KinPerson, Vec<KnownRelative>) {
        let mut group: Vec<u32> = group.to_vec();
        group.sort_unstable();
        let mut person = KinPerson::default();
        let mut relatives: Vec<KnownRelative> = Vec::new();
        let mut known: BTreeSet<(Option<&'static str>, String)> = BTreeSet::new();
        for at in group {
            learn_person(&mut person, &compared_person(table, at as usize));
            let Some(named) = &self.records[at as usize] else { continue };
            for relative in named.relatives() {
                let given = relative.person.given.clone().unwrap_or_default();
                if known.insert((relative.kinship.term, given)) {
                    relatives.push(relative.clone());
                }
            }
        }
        (person, relatives)
    }
}

impl NamedIn {
    fn relatives(&self) -> &[KnownRelative] {
        self.read.get_or_init(|| {
            let mentions = mentions_of_record(&self.record, self.reader);
            // A line of a book without a name mentions nobody, not even a subject.
            let known = mentions
                .iter()
                .skip(1)
                .filter_map(|mention| KnownRelative::of_mention(mention, birth_years_of(mention)));
            known.collect()
        })
    }
}

/// Under what the records of one family are found: the surname and the day of the measure.
fn family_key(table: &Table, at: u32) -> Option<u64> {
    let text = |column: &str| table.column(column).map(|column| column.text(at as usize));
    let surname = text("surname").filter(|surname| !surname.is_empty())?;
    let day = DAYS
        .iter()
        .filter_map(|column| text(column))
        .find(|day| day.len() == "1930-02-15".len())?;
    let surname = masculine_surname(surname).to_lowercase().replace('ё', "е");
    let mut hasher = DefaultHasher::new();
    (surname, day).hash(&mut hasher);
    Some(hasher.finish())
}

/// The one a record is about, by what is compared of records.
fn compared_person(table: &Table, row_idx: usize) -> KinPerson {
    let text = |column: &str| {
        let text = table.column(column).map(|column| column.text(row_idx)).unwrap_or_default();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let year = |column: &str| text(column)?.get(..4)?.parse::<i32>().ok();
    let by_age = || {
        let age = text("age")?.parse::<i32>().ok()?;
        let at = DAYS.iter().find_map(|column| year(column))?;
        Some((at - age - 1, at - age))
    };
    KinPerson {
        given: text("given"),
        patronymic: text("patronymic"),
        sex: text("sex").as_deref().and_then(sex_of),
        birth_years: year("birth").map(|year| (year, year)).or_else(by_age),
        ..KinPerson::default()
    }
}

/// The sex as lists write it.
fn sex_of(written: &str) -> Option<Sex> {
    match written.trim().to_lowercase().chars().next()? {
        'м' | 'm' => Some(Sex::Male),
        'ж' | 'f' => Some(Sex::Female),
        _ => None,
    }
}
