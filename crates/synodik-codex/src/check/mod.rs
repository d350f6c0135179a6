//! What is wrong with the files of the codex, found before they are used.
//!
//! Every check is a function from the codex and its files to findings; a test
//! with a broken copy shows for each that it can fail.

mod dates;
mod entries;
mod limits;
mod references;
mod sources;
mod visit;
mod wording;

#[cfg(test)]
mod tests;

use crate::load::{is_of_the_codex, read_file, sort_codex};
use crate::{AdviceRules, AnnotationRules, Codex, CodexError, DataFile};
use std::fmt;

/// Something that is wrong with a file of `data/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path below `data/`.
    pub file: String,
    /// Line from 1, when it is known.
    pub line: Option<usize>,
    /// What is wrong, in a few words.
    pub what: String,
    /// The value that is wrong.
    pub value: String,
    /// What is expected.
    pub expected: String,
    /// What to do about it; empty when that is plain.
    pub hint: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "data/{}", self.file)?;
        if let Some(line) = self.line {
            write!(out, ":{line}")?;
        }
        write!(out, ": {}: `{}`; expected {}", self.what, self.value, self.expected)?;
        if !self.hint.is_empty() {
            write!(out, "\nhint: {}", self.hint)?;
        }
        Ok(())
    }
}

/// Checks the files of the codex: form, identifiers, dates, references, sums, languages.
///
/// # Shape
///
/// `files`: all text files of `data/`, also those of other readers, for a source may be
/// used there. Findings are sorted by file and line; none means that all is well.
///
/// # Source
///
/// `data/codex/counts.tsv`, `data/codex/relations.toml`, `data/codex/measures.toml`
pub fn check_codex(files: &[DataFile<'_>]) -> Vec<Finding> {
    let mut codex = Codex::default();
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| is_of_the_codex(file.path)) {
        if let Err(error) = read_file(*file, &mut codex) {
            findings.push(finding_of(error));
        }
    }
    let is_readable = findings.is_empty();
    sort_codex(&mut codex);
    let checked = Checked { codex: &codex, files };
    entries::check(&checked, &mut findings);
    dates::check(&checked, &mut findings);
    wording::check(&checked, &mut findings);
    limits::check(&checked, &mut findings);
    // A file that cannot be read takes its entries with it: what refers to them is not at fault.
    if is_readable {
        references::check(&checked, &mut findings);
        sources::check(&checked, &mut findings);
        check_rules(&checked, &mut findings);
    }
    findings.sort();
    findings.dedup();
    findings
}

/// Compiles the rules of annotation, which name instruments, provisions and campaigns.
fn check_rules(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    let is_rule =
        |path: &str| path.starts_with("codex/rules/") || path == "codex/measure_words.toml";
    let rules: Vec<DataFile<'_>> =
        checked.files.iter().filter(|file| is_rule(file.path)).copied().collect();
    if let Err(error) = AnnotationRules::compile(checked.codex, &rules) {
        findings.push(finding_of(error));
    }
    let is_advice = |file: &&DataFile<'_>| file.path == "codex/where_to_ask.toml";
    for file in checked.files.iter().filter(is_advice) {
        if let Err(error) = AdviceRules::compile(checked.codex, file) {
            findings.push(finding_of(error));
        }
    }
}

/// The codex with the files it was read from.
struct Checked<'c> {
    codex: &'c Codex,
    files: &'c [DataFile<'c>],
}

impl Checked<'_> {
    /// Returns the first line of a file that holds `needle`, at or after the one that holds `entry`.
    fn line_of(&self, file: &str, entry: &str, needle: &str) -> Option<usize> {
        let text = self.files.iter().find(|known| known.path == file)?.text;
        let start = text.lines().position(|line| line.contains(entry)).unwrap_or(0);
        let found = text.lines().skip(start).position(|line| line.contains(needle))?;
        Some(start + found + 1)
    }

    /// Returns a finding about a value of an entry.
    fn finding(
        &self,
        (file, entry): (&str, &str),
        what: &str,
        value: &str,
        expected: &str,
    ) -> Finding {
        Finding {
            file: file.to_owned(),
            line: self.line_of(file, entry, value),
            what: what.to_owned(),
            value: value.to_owned(),
            expected: expected.to_owned(),
            hint: String::new(),
        }
    }
}

fn finding_of(error: CodexError) -> Finding {
    let (file, line, value) = match error {
        CodexError::Unreadable { file, line, message } => (file, Some(line), message),
        CodexError::Unknown { file } => (file, None, "no loader reads this file".to_owned()),
    };
    Finding {
        file,
        line,
        what: "the file is not of its form".to_owned(),
        value,
        expected: "the form of the other files of this folder".to_owned(),
        hint: String::new(),
    }
}
