//! Goes through everything of a codex that cites, or is written in two languages.

use crate::{Bilingual, Codex, Conflict};

/// A list of source keys, with the file and the entry it belongs to.
pub(super) struct Cited<'c> {
    pub(super) file: &'c str,
    pub(super) entry: &'c str,
    pub(super) keys: &'c [String],
}

/// A text in two languages, with its file.
pub(super) struct Written<'c> {
    pub(super) file: &'c str,
    pub(super) entry: &'c str,
    pub(super) text: &'c Bilingual,
}

/// Returns all lists of source keys.
pub(super) fn cited(codex: &Codex) -> Vec<Cited<'_>> {
    let mut all = Vec::new();
    let mut add = |file, entry, keys| all.push(Cited { file, entry, keys });
    for of in &codex.instruments {
        let (file, entry) = (of.file.as_str(), of.instrument_id.as_str());
        add(file, entry, &of.sources[..]);
        of.stages.iter().for_each(|stage| add(file, entry, &stage.sources));
        of.conflicts.iter().for_each(|conflict| add(file, entry, &conflict.sources));
        of.provisions.iter().for_each(|rule| add(file, &rule.provision_id, &rule.sources));
    }
    for of in &codex.campaigns {
        let (file, entry) = (of.file.as_str(), of.campaign_id.as_str());
        add(file, entry, &of.sources);
        of.figures.iter().for_each(|figure| add(file, entry, &figure.sources));
        of.kin_figures.iter().for_each(|figure| add(file, entry, &figure.sources));
    }
    for of in &codex.institutions {
        add(&of.file, &of.institution_id, &of.sources);
        of.conflicts
            .iter()
            .for_each(|conflict| add(&of.file, &of.institution_id, &conflict.sources));
    }
    codex.limits.iter().for_each(|of| add("limits/00447.tsv", &of.limit_id, &of.sources));
    for of in &codex.limit_centres {
        add("limits/00447_centres.tsv", &of.limit_id, &of.sources);
    }
    for of in &codex.limit_increases {
        add("limits/00447_increases.tsv", &of.increase_id, &of.sources);
    }
    codex
        .limit_totals
        .iter()
        .for_each(|of| add("limits/00447_totals.tsv", &of.total_id, &of.sources));
    codex
        .limit_checks
        .iter()
        .for_each(|of| add("limits/00447_checks.tsv", &of.check_id, &of.sources));
    codex.estimates.iter().for_each(|of| add("estimates.toml", &of.estimate_id, &of.sources));
    codex.archives.iter().for_each(|of| add("archives.toml", &of.archive_id, &of.sources));
    codex.terms.iter().for_each(|of| add("glossary/terms.toml", &of.term_id, &of.sources));
    for of in &codex.further_reading {
        add("codex/further_reading.tsv", &of.source, std::slice::from_ref(&of.source));
    }
    all
}

/// Returns all texts in two languages.
pub(super) fn written(codex: &Codex) -> Vec<Written<'_>> {
    let mut all = instruments(codex);
    all.extend(campaigns(codex));
    all.extend(institutions(codex));
    all.extend(lists(codex));
    all
}

fn instruments(codex: &Codex) -> Vec<Written<'_>> {
    let mut all = Vec::new();
    for of in &codex.instruments {
        let (file, entry) = (of.file.as_str(), of.instrument_id.as_str());
        let mut add = |text| all.push(Written { file, entry, text });
        [&of.title, &of.summary, &of.issuer, &of.scope].into_iter().for_each(&mut add);
        let optional = [
            &of.signatory,
            &of.archival_reference,
            &of.adopted_note,
            &of.in_force_note,
            &of.ended_by,
            &of.ended_note,
        ];
        optional.into_iter().flatten().for_each(&mut add);
        of.stages.iter().for_each(|stage| add(&stage.note));
        conflicts(&of.conflicts, &mut add);
        for rule in &of.provisions {
            [&rule.relation, &rule.condition, &rule.measure].into_iter().for_each(&mut add);
            rule.body.iter().for_each(&mut add);
        }
    }
    all
}

fn campaigns(codex: &Codex) -> Vec<Written<'_>> {
    let mut all = Vec::new();
    for of in &codex.campaigns {
        let mut add = |text| all.push(Written { file: &of.file, entry: &of.campaign_id, text });
        [&of.name, &of.targets].into_iter().for_each(&mut add);
        of.notes.iter().for_each(&mut add);
        for figure in &of.figures {
            [&figure.value, &figure.when, &figure.by].into_iter().for_each(&mut add);
        }
        for figure in &of.kin_figures {
            [&figure.measure, &figure.value].into_iter().for_each(&mut add);
        }
    }
    all
}

fn institutions(codex: &Codex) -> Vec<Written<'_>> {
    let mut all = Vec::new();
    for of in &codex.institutions {
        let mut add = |text| all.push(Written { file: &of.file, entry: &of.institution_id, text });
        add(&of.name);
        let optional = [&of.started_note, &of.ended_note, &of.place, &of.summary, &of.notes];
        optional.into_iter().flatten().for_each(&mut add);
        for head in &of.heads {
            add(&head.name);
            head.note.iter().for_each(&mut add);
        }
        conflicts(&of.conflicts, &mut add);
    }
    all
}

fn conflicts<'c>(conflicts: &'c [Conflict], add: &mut impl FnMut(&'c Bilingual)) {
    for conflict in conflicts {
        add(&conflict.topic);
        conflict.values.iter().for_each(&mut *add);
    }
}

fn lists(codex: &Codex) -> Vec<Written<'_>> {
    let mut all = Vec::new();
    let mut add = |file, entry, text| all.push(Written { file, entry, text });
    for of in &codex.limits {
        add("limits/00447.tsv", of.limit_id.as_str(), &of.name);
        of.note.iter().for_each(|text| add("limits/00447.tsv", &of.limit_id, text));
    }
    for of in &codex.limit_increases {
        add("limits/00447_increases.tsv", &of.increase_id, &of.region);
        add("limits/00447_increases.tsv", &of.increase_id, &of.decision);
    }
    for of in &codex.limit_checks {
        for text in [&of.claim, &of.computed, &of.result] {
            add("limits/00447_checks.tsv", &of.check_id, text);
        }
    }
    for of in &codex.estimates {
        for text in [&of.topic, &of.author, &of.method].into_iter().chain(&of.note) {
            add("estimates.toml", &of.estimate_id, text);
        }
    }
    for of in &codex.archives {
        let optional = of.warning.iter().chain(&of.fonds);
        for text in [&of.name, &of.holdings, &of.access, &of.needs].into_iter().chain(optional) {
            add("archives.toml", &of.archive_id, text);
        }
    }
    for of in &codex.terms {
        add("glossary/terms.toml", &of.term_id, &of.full);
        add("glossary/terms.toml", &of.term_id, &of.meaning);
    }
    codex.relations.iter().for_each(|of| add("codex/relations.toml", &of.relation_id, &of.name));
    codex.measures.iter().for_each(|of| add("codex/measures.toml", &of.measure_id, &of.name));
    all
}
