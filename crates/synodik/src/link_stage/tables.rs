//! Writes the tables of the link stage, one file a source, and what changed.

use super::OrderedLinkage;
use super::records::ArchiveRecords;
use anyhow::Result;
use synodik_link::PersonChange;
use synodik_store::{
    BuildInProgress, LinkRow, PersonRow, write_links, write_partitions, write_persons,
};

/// Name of the file that says how persons changed.
const PERSONS_CHANGED: &str = "persons_changed.tsv";

pub(super) fn write_tables(
    building: &BuildInProgress,
    records: &ArchiveRecords,
    linkage: &OrderedLinkage,
) -> Result<()> {
    let id = |place: usize| records.record_ids[place].as_str();
    for (source_id, places) in &records.sources {
        let persons = places.clone().map(|place| PersonRow {
            person_id: linkage.ids.person_ids[place].clone(),
            record_id: id(place).to_owned(),
            p: linkage.p[place],
            shown: linkage.shown[place].clone(),
        });
        write_persons(&building.table("persons", source_id)?, persons)?;
        let first = linkage.pairs.partition_point(|pair| (pair.a as usize) < places.start);
        let end = linkage.pairs.partition_point(|pair| (pair.a as usize) < places.end);
        let links = linkage.pairs[first..end].iter().map(|pair| LinkRow {
            record_a: id(pair.a as usize).to_owned(),
            record_b: id(pair.b as usize).to_owned(),
            p_same: pair.p_same,
            p_kin: pair.p_kin,
            levels: pair.levels.clone(),
            judged: pair.verdict.as_ref().map(|verdict| verdict.verdict.clone()),
        });
        write_links(&building.table("links", source_id)?, links)?;
        let partitions = places
            .clone()
            .map(|place| (id(place), linkage.samples.iter().map(|sample| sample[place]).collect()));
        write_partitions(&building.table("partitions", source_id)?, partitions)?;
    }
    building.write_file(PERSONS_CHANGED, changes_text(&linkage.ids.changes).as_bytes())?;
    Ok(())
}

fn changes_text(changes: &[PersonChange]) -> String {
    let mut text = "person_before\tperson_now\twhat\trecords\n".to_owned();
    for change in changes {
        let records = change.record_ids.join(" ");
        let what = change.kind.name();
        text.push_str(&format!("{}\t{}\t{what}\t{records}\n", change.before, change.now));
    }
    text
}
