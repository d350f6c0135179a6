//! What relatives named in the records say of whether records are of one person.
//!
//! Two men of one name with the same wife and sons are one; with another wife and other children
//! they are two, and who stands among the other's brothers is not that other. The relatives of all
//! records of a group are taken together.
//!
//! **Invariant:** no record is joined or parted here; only bits are given to the linkage.

use crate::family_stage::{birth_years_of, kin_reader, learn_person, record_to_read};
use std::collections::BTreeSet;
use std::sync::OnceLock;
use synodik_family::{KinPerson, KinReader, KnownRelative, mentions_of_record, relatives_evidence};
use synodik_import::Format;
use synodik_link::Table;
use synodik_model::{Field, Record};
use synodik_store::{EventRow, RecordRow};

/// The relatives of all records, read when a record first has to be told from another.
#[derive(Default)]
pub(super) struct NamedRelatives {
    /// In the order of the archive; none for a record that names no relatives.
    records: Vec<Option<Box<NamedIn>>>,
}

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

    /// Returns whether any record names relatives.
    pub(super) fn is_empty(&self) -> bool {
        self.records.iter().all(Option::is_none)
    }

    /// Returns what relatives say of two groups of records being one person, in bits.
    ///
    /// Groups hold places in the archive; exchanging the two changes nothing.
    pub(super) fn bits(&self, table: &Table, one: &[u32], other: &[u32]) -> f32 {
        let names = |group: &[u32]| group.iter().any(|&at| self.records[at as usize].is_some());
        if !names(one) && !names(other) {
            return 0.0;
        }
        let ((person_a, of_a), (person_b, of_b)) =
            (self.pooled(table, one), self.pooled(table, other));
        relatives_evidence([&person_a, &person_b], [&of_a, &of_b]).bits as f32
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
            let known = mentions[1..]
                .iter()
                .filter_map(|mention| KnownRelative::of_mention(mention, birth_years_of(mention)));
            known.collect()
        })
    }
}

/// The one a record is about, by what is compared of records.
fn compared_person(table: &Table, row_idx: usize) -> KinPerson {
    let text = |column: &str| {
        let text = table.column(column).map(|column| column.text(row_idx)).unwrap_or_default();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let birth = text("birth").and_then(|birth| birth.get(..4)?.parse::<i32>().ok());
    KinPerson {
        given: text("given"),
        patronymic: text("patronymic"),
        birth_years: birth.map(|year| (year, year)),
        ..KinPerson::default()
    }
}
