//! In which order the records are kept while they are linked.
//!
//! Records with the same names stand one after the other, since they are compared with each other:
//! what is compared is then at hand. Outside, records are numbered by their ids.
//!
//! **Invariant:** the order depends on names and ids, never on the order of the rows.

use crate::linkage::{LinkError, Linkage};
use crate::prepare::{Prepared, slot};
use crate::spec::Spec;
use crate::table::Table;
use crate::words::WordId;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The ids, and where records stand.
#[derive(Debug)]
pub(crate) struct RecordOrder {
    /// All ids, sorted.
    pub(crate) ids: Vec<String>,
    /// For every record as it is kept here the place of its id.
    places: Vec<u32>,
    /// For every place of an id the record.
    records: Vec<u32>,
}

/// Brings the records into their order.
///
/// # Errors
///
/// [`LinkError::RepeatedId`] when two records have the same id.
pub(crate) fn order_records(
    prepared: &mut Prepared,
    spec: &Spec,
    tables: &[Table],
) -> Result<RecordOrder, LinkError> {
    // The first bytes decide most comparisons without a look at the text.
    let mut ids: Vec<(u64, &str, u32)> = Vec::with_capacity(prepared.n_records);
    for table in tables {
        let column = table.column(&spec.id).expect("`prepare` has found the column of the ids");
        for row_idx in 0..table.n_rows() {
            let id = column.text(row_idx);
            ids.push((first_bytes(id), id, ids.len() as u32));
        }
    }
    ids.par_sort_unstable();
    if let Some(same) = ids.windows(2).find(|pair| pair[0].1 == pair[1].1) {
        return Err(LinkError::RepeatedId(same[0].1.to_owned()));
    }
    let by_name = |place: usize| {
        let row = prepared.row(ids[place].2 as usize);
        let hash = |word: WordId| u64::from(prepared.book.sound_hash(word));
        (hash(row[slot::SURNAME]) << 32 | hash(row[slot::GIVEN]), place as u32)
    };
    let mut order: Vec<(u64, u32)> = (0..ids.len()).map(by_name).collect();
    order.par_sort_unstable();
    let places: Vec<u32> = order.into_iter().map(|(_, place)| place).collect();
    let n_slots = prepared.n_slots;
    let mut rows = Vec::with_capacity(prepared.rows.len());
    let mut lists = Vec::with_capacity(prepared.lists.len());
    let mut records = vec![0; places.len()];
    for (record, &place) in places.iter().enumerate() {
        let row_idx = ids[place as usize].2 as usize;
        rows.extend_from_slice(&prepared.rows[row_idx * n_slots..][..n_slots]);
        lists.push(prepared.lists[row_idx]);
        records[place as usize] = record as u32;
    }
    prepared.rows = rows;
    prepared.lists = lists;
    let ids = ids.into_iter().map(|(_, id, _)| id.to_owned()).collect();
    Ok(RecordOrder { ids, places, records })
}

/// Returns the first eight bytes as a number that sorts as they do.
fn first_bytes(id: &str) -> u64 {
    let mut bytes = [0; 8];
    let n_bytes = id.len().min(8);
    bytes[..n_bytes].copy_from_slice(&id.as_bytes()[..n_bytes]);
    u64::from_be_bytes(bytes)
}

impl RecordOrder {
    /// Returns the record with this id.
    pub(crate) fn record(&self, id: &String) -> Option<u32> {
        self.ids.binary_search(id).ok().map(|place| self.records[place])
    }

    /// Returns the ids of the records as they are kept.
    pub(crate) fn ids_of_records(&self) -> impl Iterator<Item = &str> {
        self.places.iter().map(|&place| self.ids[place as usize].as_str())
    }

    /// Returns the places of the ids of records.
    pub(crate) fn places_of(&self, records: &[u32]) -> Vec<u32> {
        records.iter().map(|&record| self.places[record as usize]).collect()
    }

    /// Returns for every record of a group of several all its members, as they are kept.
    pub(crate) fn members_of_groups(&self, groups: &[u32]) -> BTreeMap<u32, Rc<Vec<u32>>> {
        let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (place, &first) in groups.iter().enumerate() {
            members.entry(first).or_default().push(self.records[place]);
        }
        let mut groups = BTreeMap::new();
        for members in members.into_values().filter(|members| members.len() > 1).map(Rc::new) {
            for &record in members.iter() {
                groups.insert(record, Rc::clone(&members));
            }
        }
        groups
    }

    /// Numbers all records of a result by their ids, and sorts it.
    pub(crate) fn number_by_id(&self, linkage: &mut Linkage) {
        linkage.links.par_iter_mut().for_each(|link| {
            let (a, b) = (self.places[link.a as usize], self.places[link.b as usize]);
            (link.a, link.b) = (a.min(b), a.max(b));
        });
        linkage.links.par_sort_unstable_by_key(|link| u64::from(link.a) << 32 | u64::from(link.b));
        linkage.evidence.par_iter_mut().for_each(|pair| {
            let (a, b) = (self.places[pair.a as usize], self.places[pair.b as usize]);
            (pair.a, pair.b) = (a.min(b), a.max(b));
        });
        linkage
            .evidence
            .par_sort_unstable_by_key(|pair| u64::from(pair.a) << 32 | u64::from(pair.b));
        linkage.clusters = self.number_persons(&linkage.clusters);
        linkage.groups = self.number_persons(&linkage.groups);
        for sample in &mut linkage.samples {
            *sample = self.number_persons(sample);
        }
    }

    /// Returns for every id the place of the first id of its person.
    fn number_persons(&self, clusters: &[u32]) -> Vec<u32> {
        let mut first = vec![u32::MAX; clusters.len()];
        let mut numbered = Vec::with_capacity(clusters.len());
        for (place, &record) in self.records.iter().enumerate() {
            let person = clusters[record as usize] as usize;
            if first[person] == u32::MAX {
                first[person] = place as u32;
            }
            numbered.push(first[person]);
        }
        numbered
    }
}
