//! Every source key is explained, and every explained source is used.

use super::visit::cited;
use super::{Checked, Finding};
use std::collections::BTreeSet;

const SOURCES: &str = "sources.toml";

pub(super) fn check(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    for citation in cited(checked.codex) {
        for key in citation.keys {
            if checked.codex.source(key).is_none() {
                let mut finding = checked.finding(
                    (citation.file, citation.entry),
                    "no such source",
                    key,
                    "a key of data/sources.toml",
                );
                finding.hint = "put the source into data/sources.toml, sorted by id".to_owned();
                findings.push(finding);
            }
        }
        if citation.keys.is_empty() {
            let (file, entry) = (citation.file, citation.entry);
            findings.push(checked.finding((file, entry), "no source", entry, "at least one key"));
        }
    }
    for archive in &checked.codex.archives {
        let is_read = |key: &String| {
            checked.codex.source(key).is_some_and(|source| source.checked != "not opened")
        };
        let entry = archive.archive_id.as_str();
        let (what, value, expected) = match (archive.verified, archive.as_of) {
            (Some(_), _) if !archive.sources.iter().any(is_read) => {
                ("verified without a source that was opened", entry, "no day")
            }
            (None, Some(_)) => ("as of a day that nobody verified", entry, "`verified` too"),
            _ => continue,
        };
        findings.push(checked.finding(("archives.toml", entry), what, value, expected));
    }
    let used = used_words(checked);
    for source in &checked.codex.sources {
        let key = source.source_id.as_str();
        if !used.contains(key) {
            let mut finding = checked.finding(
                (SOURCES, key),
                "nothing rests on the source",
                key,
                "a use in data/",
            );
            finding.hint = "name it in data/codex/further_reading.tsv or drop it".to_owned();
            findings.push(finding);
        }
        if !matches!(source.checked.as_str(), "read in full" | "excerpt read" | "not opened") {
            let expected = "read in full, excerpt read or not opened";
            findings.push(checked.finding(
                (SOURCES, key),
                "unknown mark",
                &source.checked,
                expected,
            ));
        }
    }
}

/// Returns every word of the other files that could be a key.
fn used_words<'c>(checked: &Checked<'c>) -> BTreeSet<&'c str> {
    let is_sign = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    let others = checked.files.iter().filter(|file| file.path != SOURCES);
    others.flat_map(|file| file.text.split(move |sign| !is_sign(sign))).collect()
}
