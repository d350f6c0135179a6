//! Who is who among the records that are shown: the persons held, and the sampled partitions.
//!
//! Whatever is counted of persons is counted over these. Records that are withheld are left
//! out, so that no count says anything of them.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use synodik_analyse::count_over_partitions;
use synodik_index::{CountedPersons, DatedRecord, PERSONS_BY_YEAR, PersonCounts};
use synodik_store::{BuildManifest, read_partitions, read_persons, table_path};

/// Coverage of the intervals on the pages.
const PAGE_LEVEL: f64 = 0.95;

/// The persons of the records that are shown, in the order of the archive.
pub(crate) struct ArchivePersons {
    /// Ids of the records.
    record_ids: Vec<String>,
    /// Their positions among all records, those that are withheld included.
    ordinals: Vec<u32>,
    /// The records of each source.
    sources: Vec<(String, Range<u32>)>,
    /// Number of the person of each.
    plain: Vec<u32>,
    /// The same in each sampled partition.
    samples: Vec<Vec<u32>>,
}

/// How many there are of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PersonCount {
    /// Records.
    pub(crate) n_entries: u64,
    /// Persons they are held to be of.
    pub(crate) n_persons: u64,
    /// Persons in each sampled partition.
    pub(crate) by_partition: Vec<u64>,
}

impl ArchivePersons {
    /// Reads the tables `persons` and `partitions` of a build, finished or not.
    pub(crate) fn read(build: &Path, manifest: &BuildManifest) -> Result<ArchivePersons> {
        let mut persons = ArchivePersons {
            record_ids: Vec::new(),
            ordinals: Vec::new(),
            sources: Vec::new(),
            plain: Vec::new(),
            samples: Vec::new(),
        };
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut n_records = 0_u32;
        for source_id in manifest.sources.iter().map(|source| source.id.as_str()) {
            let first = persons.plain.len() as u32;
            let mut is_shown = Vec::new();
            read_persons(&table_path(build, "persons", source_id), |row| {
                is_shown.push(row.shown.is_some());
                if let Some((person_id, _)) = row.shown {
                    let next = numbers.len() as u32;
                    persons.plain.push(*numbers.entry(person_id).or_insert(next));
                    persons.record_ids.push(row.record_id);
                    persons.ordinals.push(n_records);
                }
                n_records += 1;
            })
            .context("run `synodik build` again")?;
            let mut row_idx = 0;
            read_partitions(&table_path(build, "partitions", source_id), |_, numbers| {
                if is_shown.get(row_idx).copied().unwrap_or(false) {
                    persons.samples.resize(numbers.len(), Vec::new());
                    for (sample, &number) in persons.samples.iter_mut().zip(numbers) {
                        sample.push(number);
                    }
                }
                row_idx += 1;
            })
            .context("run `synodik build` again")?;
            if row_idx != is_shown.len() {
                bail!("the tables of `{source_id}` do not fit together; run `synodik build` again");
            }
            persons.sources.push((source_id.to_owned(), first..persons.plain.len() as u32));
        }
        Ok(persons)
    }

    /// Counts the persons for the pages: all, by source, and by year of an event.
    pub(crate) fn count_for_pages(&self, dated: &[DatedRecord]) -> Result<PersonCounts> {
        let n_shown = self.plain.len() as u32;
        let mut cells: Vec<Vec<u32>> = vec![(0..n_shown).collect()];
        cells.extend(self.sources.iter().map(|(_, places)| places.clone().collect()));
        let years: Vec<&[DatedRecord]> =
            dated.chunk_by(|a, b| (a.kind_idx, a.year) == (b.kind_idx, b.year)).collect();
        for of_year in &years {
            let places = of_year.iter().map(|dated| self.ordinals.binary_search(&dated.ordinal));
            let places = places.map(|place| place.map(|place| place as u32).ok());
            let places: Option<Vec<u32>> = places.collect();
            cells.push(places.context("a record of the index is not among the persons shown")?);
        }
        let counted = self.count(&cells).into_iter().map(|count| counted_persons(&count));
        let mut counted = counted.collect::<Result<Vec<_>>>()?.into_iter();
        let mut counts = PersonCounts {
            n_partitions: self.samples.len() as u64,
            all: counted.next().unwrap_or_default(),
            ..PersonCounts::default()
        };
        for ((source_id, _), counted) in self.sources.iter().zip(counted.by_ref()) {
            counts.by_source.insert(source_id.clone(), counted);
        }
        for (of_year, counted) in years.into_iter().zip(counted) {
            let kind = PERSONS_BY_YEAR[usize::from(of_year[0].kind_idx)].name();
            let years = counts.by_event_year.entry(kind.to_owned()).or_default();
            years.insert(format!("{:04}", of_year[0].year), counted);
        }
        Ok(counts)
    }

    /// Returns an error unless the record at this place has this id.
    pub(crate) fn check(&self, place: usize, record_id: &str) -> Result<()> {
        if self.record_ids.get(place).is_some_and(|known| known == record_id) {
            return Ok(());
        }
        bail!("the build was made with other rules of who is shown; run `synodik build` again")
    }

    /// Returns how many sampled partitions there are.
    pub(crate) fn n_partitions(&self) -> usize {
        self.samples.len()
    }

    /// Returns the partitions, the persons held first: for each record the number of its person.
    pub(crate) fn partitions(&self) -> impl Iterator<Item = &[u32]> {
        std::iter::once(self.plain.as_slice()).chain(self.samples.iter().map(Vec::as_slice))
    }

    /// Counts entries and persons of each cell; a cell names its records once each.
    pub(crate) fn count(&self, cells: &[Vec<u32>]) -> Vec<PersonCount> {
        let mut counts: Vec<PersonCount> = cells
            .iter()
            .map(|cell| PersonCount {
                n_entries: cell.len() as u64,
                n_persons: 0,
                by_partition: Vec::with_capacity(self.samples.len()),
            })
            .collect();
        for (partition_idx, partition) in self.partitions().enumerate() {
            for (count, n_persons) in counts.iter_mut().zip(count_cells(cells, partition)) {
                match partition_idx {
                    0 => count.n_persons = n_persons,
                    _ => count.by_partition.push(n_persons),
                }
            }
        }
        counts
    }
}

fn counted_persons(count: &PersonCount) -> Result<CountedPersons> {
    // A build that samples no partition says nothing of the doubt.
    let of_partitions = match count.by_partition.as_slice() {
        [] => std::slice::from_ref(&count.n_persons),
        counts => counts,
    };
    let over = count_over_partitions(of_partitions, PAGE_LEVEL)?;
    Ok(CountedPersons {
        n_entries: count.n_entries,
        n_persons: count.n_persons,
        low: over.interval.low.floor() as u64,
        median: over.median.round() as u64,
        high: over.interval.high.ceil() as u64,
    })
}

/// Counts the distinct persons of each cell.
pub(crate) fn count_cells(cells: &[Vec<u32>], person_of: &[u32]) -> Vec<u64> {
    let n_numbers = person_of.iter().max().map_or(0, |&most| most as usize + 1);
    // For each person the last cell that counted it.
    let mut counted_in = vec![u32::MAX; n_numbers];
    let mut counts = Vec::with_capacity(cells.len());
    for (cell, cell_idx) in cells.iter().zip(0_u32..) {
        let mut n_persons = 0;
        for &place in cell {
            let counted = &mut counted_in[person_of[place as usize] as usize];
            if *counted != cell_idx {
                *counted = cell_idx;
                n_persons += 1;
            }
        }
        counts.push(n_persons);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_counts_once_in_each_cell() {
        let cells = [vec![0, 1, 2], vec![2, 3], vec![]];
        assert_eq!(count_cells(&cells, &[7, 7, 0, 0]), [2, 1, 0]);
        assert_eq!(count_cells(&cells, &[0, 1, 2, 3]), [3, 2, 0]);
    }
}
