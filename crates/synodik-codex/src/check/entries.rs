//! Identifiers are unique and sorted, files named after their entry, and none is missing.

use super::{Checked, Finding};
use crate::table::read_rows;
use std::collections::BTreeSet;
use synodik_model::{DateSpan, DateStatement};

const COUNTS: &str = "codex/counts.tsv";

pub(super) fn check(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    check_unique(checked, findings);
    check_sorted(checked, findings);
    check_file_names(checked, findings);
    check_counts(checked, findings);
    check_forms(checked, findings);
}

/// Returns every list of identifiers, with the file of each.
fn identifiers<'c>(checked: &Checked<'c>) -> Vec<(&'static str, Vec<(&'c str, &'c str)>)> {
    let codex = checked.codex;
    let provisions =
        codex.provisions().map(|(of, rule)| (of.file.as_str(), rule.provision_id.as_str()));
    vec![
        (
            "instruments",
            codex
                .instruments
                .iter()
                .map(|of| (of.file.as_str(), of.instrument_id.as_str()))
                .collect(),
        ),
        ("provisions", provisions.collect()),
        (
            "campaigns",
            codex.campaigns.iter().map(|of| (of.file.as_str(), of.campaign_id.as_str())).collect(),
        ),
        (
            "institutions",
            codex
                .institutions
                .iter()
                .map(|of| (of.file.as_str(), of.institution_id.as_str()))
                .collect(),
        ),
        (
            "limits",
            codex.limits.iter().map(|of| ("limits/00447.tsv", of.limit_id.as_str())).collect(),
        ),
        (
            "increases",
            codex
                .limit_increases
                .iter()
                .map(|of| ("limits/00447_increases.tsv", of.increase_id.as_str()))
                .collect(),
        ),
        (
            "estimates",
            codex.estimates.iter().map(|of| ("estimates.toml", of.estimate_id.as_str())).collect(),
        ),
        (
            "archives",
            codex.archives.iter().map(|of| ("archives.toml", of.archive_id.as_str())).collect(),
        ),
        (
            "terms",
            codex.terms.iter().map(|of| ("glossary/terms.toml", of.term_id.as_str())).collect(),
        ),
        (
            "sources",
            codex.sources.iter().map(|of| ("sources.toml", of.source_id.as_str())).collect(),
        ),
        (
            "relations",
            codex
                .relations
                .iter()
                .map(|of| ("codex/relations.toml", of.relation_id.as_str()))
                .collect(),
        ),
        (
            "measures",
            codex
                .measures
                .iter()
                .map(|of| ("codex/measures.toml", of.measure_id.as_str()))
                .collect(),
        ),
    ]
}

fn check_unique(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    for (kind, entries) in identifiers(checked) {
        let mut seen = BTreeSet::new();
        for (file, entry) in entries {
            if !seen.insert(entry) {
                let what = format!("an identifier of {kind} stands twice");
                findings.push(checked.finding((file, entry), &what, entry, "each identifier once"));
            }
            let is_word = |sign: char| {
                sign.is_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '_')
            };
            if entry.is_empty() || !entry.chars().all(is_word) {
                let expected = "small letters, digits and hyphens";
                findings.push(checked.finding((file, entry), "a bad identifier", entry, expected));
            }
        }
    }
}

fn check_sorted(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    for (kind, entries) in identifiers(checked) {
        // These stand in the order of their instrument, of time, or one in a file.
        if matches!(kind, "instruments" | "provisions" | "campaigns" | "limits" | "increases") {
            continue;
        }
        for pair in entries.windows(2) {
            if pair[0].1 > pair[1].1 {
                let expected = format!("a place before `{}`", pair[0].1);
                let what = format!("{kind} are sorted by identifier");
                findings.push(checked.finding((pair[1].0, pair[1].1), &what, pair[1].1, &expected));
            }
        }
    }
}

/// A form of a term is something else than the term, and stands once.
fn check_forms(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    for term in &checked.codex.terms {
        let entry = ("glossary/terms.toml", term.term_id.as_str());
        let mut seen = BTreeSet::from([term.term.as_str()]);
        for form in &term.forms {
            if !seen.insert(form) {
                let what = "a form of a term stands twice, or is the term";
                findings.push(checked.finding(entry, what, form, "each form once"));
            }
            if form.chars().count() < 2 || form.trim() != form {
                let what = "a form of a term is no word";
                findings.push(checked.finding(entry, what, form, "a word or words"));
            }
        }
    }
}

fn check_file_names(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    let codex = checked.codex;
    let dated = |folder: &str, date: &DateSpan, entry: &str| {
        format!("{folder}/{}-{entry}.toml", start_of(date))
    };
    let instruments = codex.instruments.iter().map(|of| {
        let expected = dated("instruments", &of.adopted, &of.instrument_id);
        (of.file.as_str(), of.instrument_id.as_str(), expected)
    });
    let campaigns = codex.campaigns.iter().map(|of| {
        let expected = dated("campaigns", &of.started, &of.campaign_id);
        (of.file.as_str(), of.campaign_id.as_str(), expected)
    });
    let institutions = codex.institutions.iter().map(|of| {
        let expected = format!("institutions/{}.toml", of.institution_id);
        (of.file.as_str(), of.institution_id.as_str(), expected)
    });
    for (file, entry, expected) in instruments.chain(campaigns).chain(institutions) {
        // The name may be less exact than the day an interval starts with.
        let is_named = file == expected
            || (file.ends_with(&format!("-{entry}.toml"))
                && is_earlier_part(file, &expected, entry));
        if !is_named {
            let what = "the file is not named after its entry";
            findings.push(checked.finding((file, entry), what, file, &expected));
        }
    }
}

/// Returns whether the date in `file` is the beginning of the one in `expected`.
fn is_earlier_part(file: &str, expected: &str, entry: &str) -> bool {
    let tail = format!("-{entry}.toml");
    match (file.strip_suffix(&tail), expected.strip_suffix(&tail)) {
        (Some(date), Some(whole)) => whole.starts_with(date) && date.len() > "campaigns/19".len(),
        _ => false,
    }
}

/// Returns the date as it is written in the name of a file.
fn start_of(date: &DateSpan) -> String {
    let edtf = DateStatement::plain(*date).to_edtf();
    edtf.split('/').next().unwrap_or_default().trim_end_matches(['~', '?', '%']).to_owned()
}

fn check_counts(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    let Some(file) = checked.files.iter().find(|file| file.path == COUNTS) else { return };
    let lists = identifiers(checked);
    let rows = match read_rows(COUNTS, file.text, &["what", "count"]) {
        Ok(rows) => rows,
        Err(error) => {
            findings.push(super::finding_of(error));
            return;
        }
    };
    for row in rows {
        let what = row.cell("what");
        let n_entries = lists.iter().find(|(kind, _)| *kind == what).map(|(_, list)| list.len());
        let (value, expected) = (row.cell("count"), n_entries.map(|count| count.to_string()));
        if expected.as_deref() != Some(value) {
            let expected = expected.unwrap_or_else(|| "a kind of entry".to_owned());
            let wrong = format!("the number of {what} is another");
            let mut finding = checked.finding((COUNTS, what), &wrong, value, &expected);
            finding.hint =
                "an entry was lost; or change the number in the commit that adds or drops one"
                    .to_owned();
            findings.push(finding);
        }
    }
}
