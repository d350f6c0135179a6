//! From linked persons to a table of captures: who stands on which lists, partition by partition.

use super::super::selection::{
    Condition, CountedBuild, current_build, holds_all, parse_conditions, parse_key, visit_values,
};
use super::MseArguments;
use crate::archive_persons::ArchivePersons;
use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use synodik_analyse::{CaptureTable, PLAIN, Partition, Refusal, Stratum};
use synodik_index::CountKey;
use synodik_store::{Archive, BuildManifest};

/// Words that head other columns of a table of captures.
const RESERVED: [&str; 8] =
    ["count", "freq", "frequency", "n", "persons", "stratum", "strata", "partition"];

/// With more lists than this, histories of nobody are left out of the files.
const N_LISTS_WRITTEN_WHOLE: usize = 6;

/// A list: one source or several.
struct NamedList {
    name: String,
    source_ids: Vec<String>,
}

/// A record that stands on a list.
struct CapturedRecord {
    place: u32,
    list_idx: usize,
    /// Whether the conditions hold for it.
    is_asked_for: bool,
    /// Values of the stratum, by their place in the list of values.
    strata: Vec<u32>,
}

/// What was captured.
struct Captures {
    lists: Vec<NamedList>,
    /// Lists nobody can stand on at once.
    never: Vec<usize>,
    records: Vec<CapturedRecord>,
    /// Names of the strata, sorted; one empty one when nothing is stratified.
    strata: Vec<String>,
    is_stratified: bool,
    /// Entries of each list, and of these the entries without a value, by condition.
    n_entries: Vec<u64>,
    n_without: Vec<Vec<u64>>,
}

/// Makes the table of captures of an archive, with what it is about in lines that start with `#`.
pub(super) fn captures_text(arguments: &MseArguments, archive: &Path) -> Result<String> {
    let archive = Archive::open(archive)?;
    let (folder, manifest) = current_build(&archive)?;
    let lists = parse_lists(&arguments.lists, &manifest)?;
    let never = parse_never(&arguments.never, &lists)?;
    let conditions = parse_conditions(&arguments.conditions, &manifest)?;
    let stratum = arguments.stratum.as_deref().map(parse_key).transpose()?;
    let persons = ArchivePersons::read(&folder, &manifest)?;
    let build = CountedBuild { archive: &archive, folder: &folder, manifest: &manifest };
    let captures = gather(&build, &persons, (lists, never), (stratum, &conditions))?;
    let mut partitions = Vec::new();
    let mut n_in_no_stratum = 0;
    for (partition_idx, person_of) in persons.partitions().enumerate() {
        let name = if partition_idx == 0 { PLAIN.to_owned() } else { partition_idx.to_string() };
        let (strata, n_without) = captures.tables(person_of, &name)?;
        if partition_idx == 0 {
            n_in_no_stratum = n_without;
        }
        partitions.push(Partition { name, strata });
    }
    let manifest_text = std::fs::read(folder.join("manifest.toml"))
        .context("cannot read the manifest of the build")?;
    let mut says = vec![
        ("archive", manifest.archive_name.clone()),
        ("build", manifest.build.to_string()),
        ("build_sha256", sha256(&manifest_text)),
        ("living_rule_as_of", manifest.as_of.clone()),
        ("lists", captures.lists_in_words()),
        ("where", conditions.iter().map(Condition::words).collect::<Vec<_>>().join(" and ")),
        ("stratum", stratum.map_or("", CountKey::name).to_owned()),
        ("never", arguments.never.join("; ")),
        ("entries", captures.entries_in_words()),
        ("entries_without_value", captures.without_in_words(&conditions)),
        ("records_withheld", manifest.n_withheld.to_string()),
        ("sampled_partitions", persons.n_partitions().to_string()),
    ];
    if captures.is_stratified {
        says.push(("persons_in_no_stratum", n_in_no_stratum.to_string()));
    }
    let mut text = String::new();
    for (key, value) in says.iter().filter(|(_, value)| !value.is_empty()) {
        // A name with a line break must not become a row.
        let value: Vec<&str> = value.split_whitespace().collect();
        writeln!(text, "# {key}: {}", value.join(" "))?;
    }
    text.push_str(&rows_text(&partitions, true)?);
    Ok(text)
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes partitions as CSV, with or without the column of their names.
pub(super) fn rows_text(partitions: &[Partition], with_names: bool) -> Result<String> {
    let Some(first) = partitions.first().and_then(|partition| partition.strata.first()) else {
        bail!("there is no table of captures");
    };
    let is_stratified = partitions
        .iter()
        .any(|partition| partition.strata.len() > 1 || !partition.strata[0].name.is_empty());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut header: Vec<&str> = Vec::new();
    header.extend(with_names.then_some("partition"));
    header.extend(is_stratified.then_some("stratum"));
    header.extend(first.table.lists().iter().map(String::as_str));
    header.push("count");
    writer.write_record(&header)?;
    let writes_all = first.table.n_lists() <= N_LISTS_WRITTEN_WHOLE;
    for partition in partitions {
        for Stratum { name, table } in &partition.strata {
            for history in 1..1_usize << table.n_lists() {
                let count = table.count(history);
                let is_possible = table.is_possible(history);
                if count == 0 && is_possible && !writes_all {
                    continue;
                }
                let mut row: Vec<String> = Vec::new();
                row.extend(with_names.then(|| partition.name.clone()));
                row.extend(is_stratified.then(|| name.clone()));
                row.extend(table.history_text(history).chars().map(String::from));
                row.push(if is_possible { count.to_string() } else { "NA".to_owned() });
                writer.write_record(&row)?;
            }
        }
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// Reads `A,B` or `name=A+B` and looks the sources up.
fn parse_lists(texts: &[String], manifest: &BuildManifest) -> Result<Vec<NamedList>> {
    let known: Vec<&str> = manifest.sources.iter().map(|source| source.id.as_str()).collect();
    let mut lists: Vec<NamedList> = Vec::new();
    for text in texts {
        let (name, sources) = text.split_once('=').unwrap_or((text, text));
        let source_ids: Vec<String> = sources.split('+').map(|id| id.trim().to_owned()).collect();
        let name = name.trim().to_owned();
        if RESERVED.contains(&name.to_lowercase().as_str())
            || name.is_empty()
            || name.starts_with('#')
        {
            bail!("`{name}` cannot be the name of a list; name it otherwise: OTHER={sources}");
        }
        if lists.iter().any(|list| list.name == name) {
            bail!("the list `{name}` is named twice");
        }
        for source_id in &source_ids {
            if !known.contains(&source_id.as_str()) {
                bail!("the archive has no source `{source_id}`; it has {}", known.join(", "));
            }
            let mut before = lists.iter().flat_map(|list| &list.source_ids);
            if before.any(|taken| taken == source_id) {
                bail!("the source `{source_id}` stands on two lists; a source is one list only");
            }
        }
        lists.push(NamedList { name, source_ids });
    }
    if lists.len() < 2 {
        let assumption = synodik_analyse::Assumption::TwoLists;
        return Err(Refusal::TooFewLists { n_lists: lists.len(), n_needed: 2, assumption }.into());
    }
    Ok(lists)
}

/// Reads `A,B`: lists nobody can stand on at once, as bits.
fn parse_never(texts: &[String], lists: &[NamedList]) -> Result<Vec<usize>> {
    let mut never = Vec::new();
    for text in texts {
        let mut together = 0_usize;
        for name in text.split(',').map(str::trim) {
            let found = lists.iter().position(|list| list.name == name);
            let list_idx = found.with_context(|| format!("`--never {text}`: no list `{name}`"))?;
            together |= 1 << list_idx;
        }
        if together.count_ones() < 2 {
            bail!("`--never {text}` names one list; expected two or more, separated by commas");
        }
        never.push(together);
    }
    Ok(never)
}

fn gather(
    build: &CountedBuild<'_>,
    persons: &ArchivePersons,
    (lists, never): (Vec<NamedList>, Vec<usize>),
    (stratum, conditions): (Option<CountKey>, &[Condition]),
) -> Result<Captures> {
    let n_first = usize::from(stratum.is_some());
    let keys: Vec<CountKey> =
        stratum.into_iter().chain(conditions.iter().map(|condition| condition.key)).collect();
    let mut list_of: BTreeMap<String, usize> = BTreeMap::new();
    for (list_idx, list) in lists.iter().enumerate() {
        list_of.extend(list.source_ids.iter().map(|id| (id.clone(), list_idx)));
    }
    let mut n_entries = vec![0; lists.len()];
    let mut n_without = vec![vec![0; conditions.len()]; lists.len()];
    let mut records: Vec<(CapturedRecord, BTreeSet<String>)> = Vec::new();
    visit_values(build, persons, &keys, &mut |record| {
        let Some(&list_idx) = list_of.get(record.source_id) else { return };
        n_entries[list_idx] += 1;
        for condition_idx in 0..conditions.len() {
            let has_none = record.rows.iter().all(|row| row[n_first + condition_idx].is_empty());
            n_without[list_idx][condition_idx] += u64::from(has_none);
        }
        let kept = record.rows.iter().filter(|row| holds_all(conditions, row, n_first));
        let kept: Vec<&Vec<Vec<String>>> = kept.collect();
        let values = kept.iter().flat_map(|row| row[..n_first].iter().flatten().cloned());
        let is_asked_for = !kept.is_empty();
        let captured =
            CapturedRecord { place: record.place, list_idx, is_asked_for, strata: Vec::new() };
        records.push((captured, values.collect()));
    })?;
    let mut strata: BTreeSet<String> =
        records.iter().flat_map(|(_, values)| values.clone()).collect();
    if stratum.is_none() {
        strata.insert(String::new());
    }
    if strata.is_empty() {
        bail!("no entry of these lists that is asked for has a value to stratify by");
    }
    let strata: Vec<String> = strata.into_iter().collect();
    let number_of: BTreeMap<&String, u32> = strata.iter().zip(0..).collect();
    let records = records
        .into_iter()
        .map(|(record, values)| {
            let strata = values.iter().filter_map(|value| number_of.get(value).copied()).collect();
            CapturedRecord { strata, ..record }
        })
        .collect();
    let is_stratified = stratum.is_some();
    Ok(Captures { lists, never, records, strata, is_stratified, n_entries, n_without })
}

impl Captures {
    /// Counts the persons of one partition by their histories; gives also how many persons are
    /// in no stratum.
    ///
    /// A person is asked for when one of its entries on the lists is, and then counts with all
    /// of them. Its stratum is the value most of its entries have, the first of equal ones.
    fn tables(&self, person_of: &[u32], partition: &str) -> Result<(Vec<Stratum>, u64)> {
        let n_numbers = person_of.iter().max().map_or(0, |&most| most as usize + 1);
        let mut histories = vec![0_usize; n_numbers];
        let mut is_asked_for = vec![false; n_numbers];
        let mut values: Vec<(u32, u32)> = Vec::new();
        for record in &self.records {
            let person = person_of[record.place as usize];
            histories[person as usize] |= 1 << record.list_idx;
            is_asked_for[person as usize] |= record.is_asked_for;
            values.extend(record.strata.iter().map(|&stratum| (person, stratum)));
        }
        let stratum_of = commonest(values);
        let names: Vec<String> = self.lists.iter().map(|list| list.name.clone()).collect();
        let mut tables = vec![CaptureTable::empty(names)?; self.strata.len()];
        let mut n_in_no_stratum = 0;
        for (person, &history) in (0_u32..).zip(&histories) {
            if history == 0 || !is_asked_for[person as usize] {
                continue;
            }
            if let Some(&together) = self.never.iter().find(|&&lists| history & lists == lists) {
                return Err(self.contradiction(together, partition, (&histories, &is_asked_for)));
            }
            match (self.is_stratified, stratum_of.get(&person)) {
                (false, _) => tables[0].add(history, 1),
                (true, Some(&stratum)) => tables[stratum as usize].add(history, 1),
                (true, None) => n_in_no_stratum += 1,
            }
        }
        for table in &mut tables {
            self.never.iter().for_each(|&together| table.forbid(together));
        }
        let strata = self.strata.iter().cloned().zip(tables);
        Ok((strata.map(|(name, table)| Stratum { name, table }).collect(), n_in_no_stratum))
    }

    fn contradiction(
        &self,
        together: usize,
        partition: &str,
        (histories, is_asked_for): (&[usize], &[bool]),
    ) -> anyhow::Error {
        let both = histories.iter().zip(is_asked_for);
        let n = both.filter(|&(&history, &asked)| asked && history & together == together).count();
        let names = self.lists.iter().enumerate().filter(|(idx, _)| together >> idx & 1 == 1);
        let names: Vec<&str> = names.map(|(_, list)| list.name.as_str()).collect();
        let place = match partition {
            PLAIN => String::new(),
            name => format!(" in sampled partition {name}"),
        };
        anyhow::anyhow!(
            "{n} persons stand on {} at once{place}, which `--never` says nobody can: either the \
             lists can overlap, or these links are wrong (`synodik link review`)",
            names.join(" and ")
        )
    }

    fn lists_in_words(&self) -> String {
        let lists = self
            .lists
            .iter()
            .map(|list| format!("{} = {}", list.name, list.source_ids.join(" + ")));
        lists.collect::<Vec<_>>().join("; ")
    }

    fn entries_in_words(&self) -> String {
        let lists = self.lists.iter().zip(&self.n_entries);
        lists.map(|(list, n)| format!("{} {n}", list.name)).collect::<Vec<_>>().join("; ")
    }

    /// Says how many entries of each list leave open whether a condition holds.
    fn without_in_words(&self, conditions: &[Condition]) -> String {
        let mut parts = Vec::new();
        for (list, n_without) in self.lists.iter().zip(&self.n_without) {
            for (condition, n) in conditions.iter().zip(n_without).filter(|(_, n)| **n > 0) {
                parts.push(format!("{} {} {n}", list.name, condition.key.name()));
            }
        }
        parts.join("; ")
    }
}

/// Returns for each person the value that most often stands with it, the least of equal ones.
fn commonest(mut values: Vec<(u32, u32)>) -> BTreeMap<u32, u32> {
    values.sort_unstable();
    let mut commonest: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
    for equal in values.chunk_by(|a, b| a == b) {
        let (person, value) = equal[0];
        let best = commonest.entry(person).or_insert((value, 0));
        if equal.len() > best.1 {
            *best = (value, equal.len());
        }
    }
    commonest.into_iter().map(|(person, (value, _))| (person, value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_has_the_stratum_of_most_entries() {
        let values = vec![(2, 5), (1, 9), (1, 3), (1, 9), (2, 4)];
        assert_eq!(commonest(values), BTreeMap::from([(1, 9), (2, 4)]));
    }
}
