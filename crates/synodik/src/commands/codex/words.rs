//! Parts of the codex in lines for people, in one language.

use super::document::edtf;
use synodik_codex::{
    Annotation, ArchiveAdvice, ArchiveGuide, Certainty, Change, Formula, InForce, Instrument,
    Provision, Stage, codex, life_line,
};
use synodik_model::DateStatement;

/// Returns the text of the language asked for: English, Russian.
fn said<'a>(language: &str, english: &'a str, russian: &'a str) -> &'a str {
    if language == "ru" { russian } else { english }
}

/// Returns how certain a statement is, in brackets.
fn certainty_mark(certainty: Certainty, language: &str) -> String {
    format!(" ({})", certainty.in_words().of(language))
}

pub(super) fn in_force(act: &InForce<'_>, language: &str) -> Vec<String> {
    let instrument = act.instrument;
    let mut lines = vec![format!(
        "{}\t{}{}",
        instrument.instrument_id,
        instrument.title.of(language),
        certainty_mark(instrument.certainty, language)
    )];
    let doubts = act.doubts.iter().map(|doubt| doubt.in_words());
    lines.extend(doubts.map(|doubt| format!("  {}", doubt.of(language))));
    // The end of an act and a stage of it may tell the same dispute.
    lines.dedup();
    lines.extend(act.provisions.iter().map(|found| provision(found, language)));
    lines
}

fn provision(provision: &Provision, language: &str) -> String {
    let formula = match provision.formula() {
        Some(Formula::Quotation(text)) => format!(" «{text}»"),
        Some(Formula::Paraphrase(text)) => {
            format!(" ({}: {text})", said(language, "paraphrase", "пересказ"))
        }
        None => String::new(),
    };
    format!(
        "  {}: {}: {}{formula}{}",
        provision.relation.of(language),
        provision.condition.of(language),
        provision.measure.of(language),
        certainty_mark(provision.certainty, language)
    )
}

pub(super) fn change(change: &Change<'_>, language: &str) -> String {
    let title = change.instrument.title.of(language);
    format!("{}\t{}\t{title}", stage(&change.stage, language), change.instrument.instrument_id)
}

/// Writes a stage in one line; dates that sources disagree on stand side by side.
fn stage(stage: &Stage<'_>, language: &str) -> String {
    let others = stage.date.others.iter().map(edtf);
    let others: Vec<String> = others.collect();
    let others = match others.is_empty() {
        true => String::new(),
        false => {
            let words = said(language, "other sources", "по другим источникам");
            format!(" ({words}: {})", others.join(", "))
        }
    };
    let date = DateStatement::plain(stage.date.primary).to_edtf();
    let kind = stage.kind.in_words();
    let by = stage.by.map_or(String::new(), |by| format!(", {by}"));
    let note = stage.note.map_or(String::new(), |note| format!(": {}", note.of(language)));
    let certainty = certainty_mark(stage.certainty, language);
    let sources = stage.sources.join("; ");
    format!("{date}{others}\t{}{by}{note}{certainty} [{sources}]", kind.of(language))
}

pub(super) fn instrument(instrument: &Instrument, language: &str) -> Vec<String> {
    let mut lines = vec![
        format!(
            "{}{}",
            instrument.title.of(language),
            certainty_mark(instrument.certainty, language)
        ),
        instrument.summary.of(language).to_owned(),
        instrument.issuer.of(language).to_owned(),
    ];
    lines.extend(life_line(instrument).stages.iter().map(|found| stage(found, language)));
    lines.extend(instrument.provisions.iter().map(|found| provision(found, language)));
    for conflict in &instrument.conflicts {
        let topic = conflict.topic.of(language);
        let disagree = said(language, "Sources disagree", "Источники расходятся");
        lines.push(format!("{disagree}: {topic} [{}]", conflict.sources.join("; ")));
        lines.extend(conflict.values.iter().map(|value| format!("  - {}", value.of(language))));
    }
    for key in &instrument.sources {
        let citation = codex().source(key).map_or(key.as_str(), |source| &source.citation);
        lines.push(format!("[{key}] {citation}"));
    }
    lines
}

pub(super) fn annotation(annotation: &Annotation<'_>, language: &str) -> Vec<String> {
    let status = annotation.status.in_words();
    let mut lines = vec![format!(
        "  {}\t{} {}\t{}{}",
        status.of(language),
        annotation.instrument.instrument_id,
        annotation.provision.provision_id,
        annotation.provision.measure.of(language),
        certainty_mark(annotation.provision.certainty, language)
    )];
    let differences = annotation.differences.iter().map(|found| found.in_words());
    let remarks = annotation.remarks.iter().map(|remark| remark.in_words());
    lines.extend(differences.chain(remarks).map(|words| format!("    {}", words.of(language))));
    lines
}

pub(super) fn advice(advice: &ArchiveAdvice<'_>, language: &str) -> Vec<String> {
    let archive = advice.archive;
    let head = said(language, "where to ask", "куда обратиться");
    let mut lines = vec![format!("{head}: {}", archive.name.of(language))];
    lines.extend(advice.reasons.iter().map(|reason| format!("  {}", reason.of(language))));
    lines.push(format!("  {}", archive.needs.of(language)));
    lines.push(format!("  {}", verified(archive, language)));
    lines
}

/// Says when the rules of an archive were verified, and how old their source is.
fn verified(archive: &ArchiveGuide, language: &str) -> String {
    let Some(verified) = archive.verified.as_ref().map(edtf) else {
        let unverified = said(language, "not verified", "не проверено");
        return format!("{unverified}{}", certainty_mark(archive.certainty, language));
    };
    let words = said(language, "verified", "проверено");
    let stated = archive.as_of.as_ref().map(edtf);
    let source = said(language, "source of", "источник от");
    stated.map_or(format!("{words} {verified}"), |stated| {
        format!("{words} {verified}, {source} {stated}")
    })
}
