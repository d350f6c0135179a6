//! Parts of the codex in lines for people, in one language.

use super::certainty_mark;
use super::document::{edtf, status_name};
use synodik_codex::{
    Annotation, ArchiveAdvice, Change, Formula, InForce, Instrument, Provision, Stage, codex,
    life_line,
};

pub(super) fn in_force(act: &InForce<'_>, language: &str) -> Vec<String> {
    let instrument = act.instrument;
    let doubt = if act.doubts.is_empty() { "" } else { " (?)" };
    let mut lines = vec![format!(
        "{}\t{}{doubt}{}",
        instrument.instrument_id,
        instrument.title.of(language),
        certainty_mark(instrument.certainty)
    )];
    lines.extend(act.provisions.iter().map(|found| provision(found, language)));
    lines
}

fn provision(provision: &Provision, language: &str) -> String {
    let formula = match provision.formula() {
        Some(Formula::Quotation(text)) => format!(" «{text}»"),
        Some(Formula::Paraphrase(text)) => format!(" ({text})"),
        None => String::new(),
    };
    format!(
        "  {}: {}: {}{formula}{}",
        provision.relation.of(language),
        provision.condition.of(language),
        provision.measure.of(language),
        certainty_mark(provision.certainty)
    )
}

pub(super) fn change(change: &Change<'_>, language: &str) -> String {
    let title = change.instrument.title.of(language);
    format!("{}\t{}\t{title}", stage(&change.stage, language), change.instrument.instrument_id)
}

fn stage(stage: &Stage<'_>, language: &str) -> String {
    let disputed = if stage.is_disputed { " (disputed)" } else { "" };
    let note = stage.note.map_or(String::new(), |note| format!(": {}", note.of(language)));
    let by = stage.by.map_or(String::new(), |by| format!(" by {by}"));
    format!("{}{disputed}\t{}{by}{note}", stage.date.to_edtf(), stage.kind.name().replace('_', " "))
}

pub(super) fn instrument(instrument: &Instrument, language: &str) -> Vec<String> {
    let mut lines = vec![
        format!("{}{}", instrument.title.of(language), certainty_mark(instrument.certainty)),
        instrument.summary.of(language).to_owned(),
        instrument.issuer.of(language).to_owned(),
    ];
    lines.extend(life_line(instrument).stages.iter().map(|found| stage(found, language)));
    lines.extend(instrument.provisions.iter().map(|found| provision(found, language)));
    for conflict in &instrument.conflicts {
        let values: Vec<&str> = conflict.values.iter().map(|value| value.of(language)).collect();
        lines.push(format!("? {}: {}", conflict.topic.of(language), values.join(" / ")));
    }
    for key in &instrument.sources {
        let citation = codex().source(key).map_or(key.as_str(), |source| &source.citation);
        lines.push(format!("[{key}] {citation}"));
    }
    lines
}

pub(super) fn annotation(annotation: &Annotation<'_>, language: &str) -> Vec<String> {
    let status = status_name(annotation.status).replace('_', " ");
    let mut lines = vec![format!(
        "  {status}\t{} {}\t{}",
        annotation.instrument.instrument_id,
        annotation.provision.provision_id,
        annotation.provision.measure.of(language)
    )];
    for difference in &annotation.differences {
        lines.push(format!("    {}", difference.in_words().of(language)));
    }
    lines
}

pub(super) fn advice(advice: &ArchiveAdvice<'_>, language: &str) -> Vec<String> {
    let archive = advice.archive;
    let mut lines = vec![format!("? {}", archive.name.of(language))];
    lines.extend(advice.reasons.iter().map(|reason| format!("  {}", reason.of(language))));
    lines.push(format!("  {}", archive.needs.of(language)));
    lines.push(format!("  {}", edtf(&archive.as_of)));
    lines
}
