//! Every identifier that is named exists.

use super::{Checked, Finding};
use std::collections::BTreeSet;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    let codex = checked.codex;
    let instruments: BTreeSet<&str> =
        codex.instruments.iter().map(|of| of.instrument_id.as_str()).collect();
    let institutions: BTreeSet<&str> =
        codex.institutions.iter().map(|of| of.institution_id.as_str()).collect();
    let relations: BTreeSet<&str> =
        codex.relations.iter().map(|of| of.relation_id.as_str()).collect();
    let measures: BTreeSet<&str> = codex.measures.iter().map(|of| of.measure_id.as_str()).collect();
    let mut resolve =
        |known: &BTreeSet<&str>, (file, entry): (&str, &str), name: &str, kind: &str| {
            if !known.contains(name) {
                let (what, expected) = (format!("no such {kind}"), format!("{kind} of the codex"));
                findings.push(checked.finding((file, entry), &what, name, &expected));
            }
        };
    for of in &codex.instruments {
        let entry = (of.file.as_str(), of.instrument_id.as_str());
        let acts = of.stages.iter().filter_map(|stage| stage.by.as_deref());
        for act in acts.chain(of.ended_by_instrument.as_deref()) {
            resolve(&instruments, entry, act, "instrument");
        }
        for rule in &of.provisions {
            let entry = (of.file.as_str(), rule.provision_id.as_str());
            rule.relations.iter().for_each(|word| resolve(&relations, entry, word, "relation"));
            rule.measures.iter().for_each(|word| resolve(&measures, entry, word, "measure"));
            rule.bodies.iter().for_each(|body| resolve(&institutions, entry, body, "institution"));
        }
    }
    for of in &codex.campaigns {
        let entry = (of.file.as_str(), of.campaign_id.as_str());
        of.instruments.iter().for_each(|act| resolve(&instruments, entry, act, "instrument"));
    }
    for of in &codex.institutions {
        let entry = (of.file.as_str(), of.institution_id.as_str());
        of.successor.iter().for_each(|next| resolve(&institutions, entry, next, "institution"));
    }
    for of in &codex.relations {
        let entry = ("codex/relations.toml", of.relation_id.as_str());
        of.broader.iter().for_each(|word| resolve(&relations, entry, word, "relation"));
    }
}
