//! The stage `link` of a build: which records are one person.
//!
//! Reads the records of all sources, applies what people have judged, and writes the
//! tables `persons`, `links` and `partitions`, the changes of persons since the build
//! before, and a report. No record is changed.

mod description;
mod records;
mod relatives;
mod report;
mod tables;

pub(crate) use description::LinkDescription;
pub(crate) use records::compared_values;
pub(crate) use report::{LINK_REPORT, LinkReport};

use crate::progress::{Progress, Unit};
use anyhow::{Context, Result};
use records::{ArchiveRecords, read_records};
use report::{describe_linkage, report_text};
use synodik_index::{FoundLinks, FoundPair, LinkModel, PublicLinks, PublicRules, PublicVerdict};
use synodik_link::{
    Judgement, LinkConfig, Linkage, PersonIdInput, PersonIds, assign_person_ids,
    clusters_of_counted, ids_of_counted, membership, run_linkage, run_linkage_with,
};
use synodik_store::{
    Archive, AuthorKind, BuildInProgress, JudgementAct, JudgementRow, StoredSource, Verdict,
    judgements_in_force, level_sign, read_persons, table_path,
};

/// What the other stages need of the linkage.
pub(crate) struct LinkedArchive {
    /// What is public of it.
    pub(crate) public: PublicLinks,
    /// What agreement weighs.
    pub(crate) model: LinkModel,
    /// How many persons the records are held to be of.
    pub(crate) n_persons: u64,
}

/// A linkage in the order of the archive.
struct OrderedLinkage {
    /// For every record the first record of its person.
    clusters: Vec<u32>,
    /// Ids of the persons, and what has changed.
    ids: PersonIds,
    /// For every record the probability that it belongs to its person.
    p: Vec<f32>,
    /// For every record its person and probability in public.
    shown: Vec<Option<(String, f32)>>,
    /// The pairs, by their records.
    pairs: Vec<FoundPair>,
    /// Sampled partitions, each as `clusters`.
    samples: Vec<Vec<u32>>,
}

/// Links the records of all sources and writes what was found into the build.
pub(crate) fn link_archive(
    building: &BuildInProgress,
    archive: &Archive,
    sources: &[StoredSource],
    judgements: &[JudgementRow],
    rules: &PublicRules,
) -> Result<LinkedArchive> {
    let description = LinkDescription::load()?;
    let n_records = sources
        .iter()
        .filter_map(|source| source.reading.as_ref())
        .map(|read| read.counts.n_records);
    let mut progress = Progress::start("link", Unit::Records, n_records.sum());
    let records = read_records(sources, &description, rules, &mut progress)?;
    let config = LinkConfig {
        n_samples: description.n_samples,
        keeps_evidence: true,
        merge_bits: description.merge_bits,
        ..LinkConfig::of_project()
    };
    let in_force = judgements_in_force(judgements);
    let decided: Vec<Judgement> = in_force
        .iter()
        .filter_map(|((id_a, id_b), row)| {
            let is_same = match verdict_of(row)? {
                Verdict::Same => true,
                Verdict::Different => false,
                Verdict::Unsure => return None,
            };
            Some(Judgement { id_a: id_a.clone(), id_b: id_b.clone(), is_same })
        })
        .collect();
    let tables = std::slice::from_ref(&records.table);
    // The linkage numbers records by their ids in order.
    let by_id = places_by_id(&records.record_ids);
    let further = |one: &[u32], other: &[u32]| {
        let places = |group: &[u32]| -> Vec<u32> {
            group.iter().map(|&place| by_id[place as usize]).collect()
        };
        records.relatives.bits(&records.table, &places(one), &places(other))
    };
    let linkage = match records.relatives.is_empty() {
        true => run_linkage(&description.spec, tables, &decided, &config)?,
        false => run_linkage_with(&description.spec, tables, &decided, &config, &further)?,
    };
    let previous = previous_persons(archive)?;
    let mut ordered = order_linkage(&linkage, &records, &previous);
    for pair in &mut ordered.pairs {
        let ids = [pair.a, pair.b].map(|place| records.record_ids[place as usize].clone());
        let [id_a, id_b] = ids;
        let key = if id_a < id_b { (id_a, id_b) } else { (id_b, id_a) };
        pair.verdict = in_force.get(&key).and_then(|row| public_verdict(row));
    }
    let report = describe_linkage(&linkage, &ordered, &decided, &records, &description);
    tables::write_tables(building, &records, &ordered)?;
    building.write_file(LINK_REPORT, report_text(&report)?.as_bytes())?;
    for unmet in &report.unmet_judgements {
        let [record_a, record_b] = &unmet.records;
        eprintln!(
            "The judgement that {record_a} and {record_b} are {} contradicts others and is not met",
            unmet.verdict
        );
    }
    let n_persons = report.n_persons;
    let found =
        FoundLinks { record_ids: records.record_ids, shown: ordered.shown, pairs: ordered.pairs };
    let public = PublicLinks::new(found, description.shown_p_same);
    Ok(LinkedArchive { public, model: report.model, n_persons })
}

fn verdict_of(row: &JudgementRow) -> Option<Verdict> {
    match row.act {
        JudgementAct::Judge { verdict, .. } => Some(verdict),
        JudgementAct::Withdraw(_) => None,
    }
}

/// The reason stays behind: it may name people who are living.
fn public_verdict(row: &JudgementRow) -> Option<PublicVerdict> {
    Some(PublicVerdict {
        verdict: verdict_of(row)?.name().to_owned(),
        by: row.by.clone(),
        is_rule: row.author_kind == AuthorKind::Rule,
        on: row.at.chars().take("YYYY-MM-DD".len()).collect(),
    })
}

/// Reads the persons of the build shown now, as pairs of person and record.
fn previous_persons(archive: &Archive) -> Result<Vec<(String, String)>> {
    let mut persons = Vec::new();
    // A build of another version, without these tables, has no persons to keep.
    let Ok(Some((folder, manifest))) = archive.current_build() else { return Ok(persons) };
    for source in &manifest.sources {
        let path = table_path(&folder, "persons", &source.id);
        let before = persons.len();
        if read_persons(&path, |row| persons.push((row.person_id, row.record_id))).is_err() {
            persons.truncate(before);
            eprintln!(
                "The persons of build {} cannot be read; those of `{}` get new ids",
                manifest.build, source.id
            );
        }
    }
    Ok(persons)
}

/// Returns the places of the records in the order of their ids.
fn places_by_id(record_ids: &[String]) -> Vec<u32> {
    let mut places: Vec<u32> = (0..record_ids.len() as u32).collect();
    places.sort_unstable_by_key(|&place| &record_ids[place as usize]);
    places
}

/// Brings a linkage from the order of its ids into that of the archive, and names the persons.
fn order_linkage(
    linkage: &Linkage,
    records: &ArchiveRecords,
    previous: &[(String, String)],
) -> OrderedLinkage {
    let n_records = records.record_ids.len();
    let place_of = places_by_id(&records.record_ids);
    let is_shown: Vec<bool> =
        place_of.iter().map(|&place| records.is_shown[place as usize]).collect();
    let everyone = vec![true; n_records];
    let p = membership(&linkage.evidence, &linkage.clusters, &everyone);
    let shown_clusters = clusters_of_counted(&linkage.evidence, &linkage.clusters, &is_shown);
    let p_shown = membership(&linkage.evidence, &shown_clusters, &is_shown);
    let clusters = reorder_clusters(&linkage.clusters, &place_of);
    let ids = assign_person_ids(&PersonIdInput {
        record_ids: &records.record_ids,
        clusters: &clusters,
        may_lend: &records.is_shown,
        previous,
    });
    let shown_ids = ids_of_counted(
        &records.record_ids,
        &ids.person_ids,
        &reorder_clusters(&shown_clusters, &place_of),
        &records.is_shown,
    );
    let p_shown = reorder(&p_shown, &place_of);
    let shown = shown_ids.into_iter().zip(p_shown).map(|(id, p)| Some((id?, p))).collect();
    let n_comparisons =
        linkage.model.chunk_by(|a, b| (&a.column, a.kind) == (&b.column, b.kind)).count();
    let mut pairs: Vec<FoundPair> = linkage
        .evidence
        .iter()
        .map(|pair| {
            let (a, b) = (place_of[pair.a as usize], place_of[pair.b as usize]);
            FoundPair {
                a: a.min(b),
                b: a.max(b),
                p_same: pair.p_same,
                p_kin: pair.p_kin,
                levels: (0..n_comparisons).map(|idx| level_sign(pair.level(idx))).collect(),
                verdict: None,
            }
        })
        .collect();
    pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
    let samples =
        linkage.samples.iter().map(|sample| reorder_clusters(sample, &place_of)).collect();
    OrderedLinkage { clusters, ids, p: reorder(&p, &place_of), shown, pairs, samples }
}

/// Returns the values in the order of the archive; `place_of` says where each belongs.
fn reorder<T: Copy + Default>(values: &[T], place_of: &[u32]) -> Vec<T> {
    let mut ordered = vec![T::default(); values.len()];
    for (&value, &place) in values.iter().zip(place_of) {
        ordered[place as usize] = value;
    }
    ordered
}

/// Returns for every record of the archive the first record of its person there.
fn reorder_clusters(clusters: &[u32], place_of: &[u32]) -> Vec<u32> {
    let mut first_of = vec![u32::MAX; clusters.len()];
    for (&person, &place) in clusters.iter().zip(place_of) {
        let first = &mut first_of[person as usize];
        *first = (*first).min(place);
    }
    let firsts: Vec<u32> = clusters.iter().map(|&person| first_of[person as usize]).collect();
    reorder(&firsts, place_of)
}

/// Reads the report of the build shown now.
pub(crate) fn read_report(archive: &Archive) -> Result<LinkReport> {
    let Some((folder, _)) = archive.current_build()? else {
        return Err(synodik_store::StoreError::NoBuild(archive.folder().to_owned()).into());
    };
    let path = folder.join(LINK_REPORT);
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read `{}`; run `synodik build` again", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("cannot read `{}`", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_archive_is_kept() {
        // Sorted ids stand at places 2, 0, 1 of the archive; the first and last are one person.
        assert_eq!(reorder_clusters(&[0, 1, 0], &[2, 0, 1]), [0, 1, 1]);
        assert_eq!(reorder(&['a', 'b', 'c'], &[2, 0, 1]), ['b', 'c', 'a']);
    }
}
