//! What people and rules have decided about pairs of records: one file that only grows.
//!
//! A withdrawal is a row of its own, so nothing that was decided is ever lost
//! ([why a file](../../../docs/decisions/0005-judgements-in-a-file.md)).

use crate::archive::{Archive, WriteLock};
use crate::error::{StoreError, file_error};
use crate::files::{create_folder, hash_bytes, sync_parent};
use crate::reading::tsv_cell;
use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Folder of the judgements in an archive.
const JUDGEMENTS: &str = "judgements";
const JUDGEMENTS_FILE: &str = "judgements.tsv";
const HEADER: &str =
    "judgement\tat\tby\tauthor_kind\trecord_a\trecord_b\tverdict\twithdraws\treason\n";

/// What somebody decides about two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// They are of one person.
    Same,
    /// They are not of one person.
    Different,
    /// It was looked at and stays open.
    Unsure,
}

/// Who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AuthorKind {
    /// A rule; what a person decides goes before it.
    Rule,
    /// A person.
    Person,
}

/// One row: a judgement, or the withdrawal of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgementRow {
    /// Its number, from 1 in the order of time.
    pub number: u64,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Name of the author.
    pub by: String,
    /// What the author is.
    pub author_kind: AuthorKind,
    /// What was decided.
    pub act: JudgementAct,
    /// Why.
    pub reason: String,
}

/// What a row does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JudgementAct {
    /// Decides about two records; their order says nothing.
    Judge {
        /// The one.
        record_a: String,
        /// The other.
        record_b: String,
        /// What they are held to be.
        verdict: Verdict,
    },
    /// Takes back the judgement of that number.
    Withdraw(u64),
}

impl Verdict {
    /// Returns the word used in tables and commands.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::Different => "different",
            Verdict::Unsure => "unsure",
        }
    }

    /// Returns the verdict of a word.
    pub fn from_name(name: &str) -> Option<Verdict> {
        [Verdict::Same, Verdict::Different, Verdict::Unsure]
            .into_iter()
            .find(|verdict| verdict.name() == name)
    }
}

impl AuthorKind {
    /// Returns the word used in tables.
    pub fn name(self) -> &'static str {
        match self {
            AuthorKind::Rule => "rule",
            AuthorKind::Person => "person",
        }
    }
}

/// Reads all rows in the order of time; none when nothing was ever decided.
///
/// A row that was being written when the power went is not there: it was never confirmed.
///
/// # Errors
///
/// [`StoreError`] when the file cannot be read or a row is not understood.
pub fn read_judgements(archive: &Archive) -> Result<Vec<JudgementRow>, StoreError> {
    let path = judgements_path(archive);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(file_error("read", &path)(error)),
    };
    let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
    let mut rows = Vec::new();
    for (line_idx, line) in whole.lines().enumerate().skip(1) {
        let row = parse_row(line).ok_or_else(|| StoreError::Judgement {
            path: path.clone(),
            line: line_idx as u64 + 1,
        })?;
        rows.push(row);
    }
    Ok(rows)
}

/// Appends a row and brings it to disk; its number is given here and returned.
///
/// # Errors
///
/// [`StoreError`] when the disk does not take it.
pub fn append_judgement(
    archive: &Archive,
    _lock: &WriteLock,
    row: &JudgementRow,
) -> Result<u64, StoreError> {
    let number = read_judgements(archive)?.last().map_or(0, |last| last.number) + 1;
    let path = judgements_path(archive);
    create_folder(&archive.folder().join(JUDGEMENTS))?;
    let write = || {
        let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
        let before = fs::read(&path)?;
        // The rest of a row that a killed writer did not finish.
        let n_whole = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        file.set_len(n_whole as u64)?;
        let header = if n_whole == 0 { HEADER } else { "" };
        file.write_all(format!("{header}{}", print_row(row, number)).as_bytes())?;
        file.sync_all()
    };
    write().map_err(file_error("write", &path))?;
    sync_parent(&path)?;
    Ok(number)
}

/// Returns the judgements in force: of each pair the last one that was not withdrawn, a
/// person's before a rule's. By their records, the smaller id first.
pub fn judgements_in_force(rows: &[JudgementRow]) -> BTreeMap<(String, String), &JudgementRow> {
    let withdrawn: Vec<u64> = rows
        .iter()
        .filter_map(|row| match row.act {
            JudgementAct::Withdraw(number) => Some(number),
            JudgementAct::Judge { .. } => None,
        })
        .collect();
    let mut in_force: BTreeMap<(String, String), &JudgementRow> = BTreeMap::new();
    for row in rows.iter().filter(|row| !withdrawn.contains(&row.number)) {
        let JudgementAct::Judge { record_a, record_b, .. } = &row.act else { continue };
        let (first, second) =
            if record_a < record_b { (record_a, record_b) } else { (record_b, record_a) };
        let known = in_force.entry((first.clone(), second.clone())).or_insert(row);
        if (row.author_kind, row.number) >= (known.author_kind, known.number) {
            *known = row;
        }
    }
    in_force
}

/// Returns a hash over what is in force, so that a build knows whether it has changed.
pub fn judgements_sha256(rows: &[JudgementRow]) -> String {
    let in_force = judgements_in_force(rows);
    if in_force.is_empty() {
        return String::new();
    }
    let text: String = in_force.values().map(|row| print_row(row, row.number)).collect();
    hash_bytes(text.as_bytes())
}

fn judgements_path(archive: &Archive) -> PathBuf {
    archive.folder().join(JUDGEMENTS).join(JUDGEMENTS_FILE)
}

fn print_row(row: &JudgementRow, number: u64) -> String {
    let (records, verdict, withdraws) = match &row.act {
        JudgementAct::Judge { record_a, record_b, verdict } => {
            ([record_a.as_str(), record_b.as_str()], verdict.name(), String::new())
        }
        JudgementAct::Withdraw(number) => (["", ""], "", number.to_string()),
    };
    let cells = [
        &number.to_string(),
        &row.at,
        &row.by,
        row.author_kind.name(),
        records[0],
        records[1],
        verdict,
        &withdraws,
        &row.reason,
    ];
    let mut line = cells.map(tsv_cell).join("\t");
    line.push('\n');
    line
}

fn parse_row(line: &str) -> Option<JudgementRow> {
    let cells: Vec<String> = line.split('\t').map(cell_text).collect();
    let [number, at, by, author_kind, record_a, record_b, verdict, withdraws, reason] =
        <[String; 9]>::try_from(cells).ok()?;
    let act = match withdraws.as_str() {
        "" => JudgementAct::Judge { record_a, record_b, verdict: Verdict::from_name(&verdict)? },
        number => JudgementAct::Withdraw(number.parse().ok()?),
    };
    let author_kind = match author_kind.as_str() {
        "person" => AuthorKind::Person,
        "rule" => AuthorKind::Rule,
        _ => return None,
    };
    Some(JudgementRow { number: number.parse().ok()?, at, by, author_kind, act, reason })
}

/// Returns the text that [`tsv_cell`] made a cell of.
fn cell_text(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => text.push(match letters.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                other => other.unwrap_or('\\'),
            }),
            letter => text.push(letter),
        }
    }
    text
}

/// Returns the path of the file, for messages.
pub fn judgements_file(folder: &Path) -> PathBuf {
    folder.join(JUDGEMENTS).join(JUDGEMENTS_FILE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::ArchiveConfig;

    fn judge(pair: [&str; 2], verdict: Verdict, author_kind: AuthorKind) -> JudgementRow {
        JudgementRow {
            number: 0,
            at: "2026-01-02T03:04:05Z".to_owned(),
            by: "Анна".to_owned(),
            author_kind,
            act: JudgementAct::Judge {
                record_a: pair[0].to_owned(),
                record_b: pair[1].to_owned(),
                verdict,
            },
            reason: "a\ttab, a \\ and\na line".to_owned(),
        }
    }

    fn withdraw(number: u64) -> JudgementRow {
        let row = judge(["", ""], Verdict::Same, AuthorKind::Person);
        JudgementRow { act: JudgementAct::Withdraw(number), ..row }
    }

    #[test]
    fn rows_are_appended_and_a_broken_one_is_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("archive");
        let archive = Archive::init(&path, ArchiveConfig::of_name("test")).expect("an archive");
        let lock = archive.lock().expect("the lock");
        assert!(read_judgements(&archive).expect("no file is no judgement").is_empty());
        let row = judge(["b", "a"], Verdict::Different, AuthorKind::Person);
        assert_eq!(append_judgement(&archive, &lock, &row).expect("it is written"), 1);
        let file = judgements_file(&path);
        let mut text = fs::read_to_string(&file).expect("the file");
        text.push_str("2\t2026-01-02T03:04:05Z\tcut off");
        fs::write(&file, text).expect("it can be written");
        assert_eq!(read_judgements(&archive).expect("it is read").len(), 1);
        assert_eq!(append_judgement(&archive, &lock, &withdraw(1)).expect("it is written"), 2);
        let rows = read_judgements(&archive).expect("it is read");
        assert_eq!(
            rows,
            [JudgementRow { number: 1, ..row }, JudgementRow { number: 2, ..withdraw(1) }]
        );
        fs::write(&file, "header\nnonsense\n").expect("it can be written");
        let message = read_judgements(&archive).expect_err("it is not understood").to_string();
        assert!(
            message.ends_with(
                "line 2: expected a row of nine cells as `synodik link judge` writes them"
            ),
            "{message}"
        );
    }

    /// Rows as words: same, different, unsure by a person; SAME and so on by a rule; a number
    /// withdraws. Gives what is in force.
    fn in_force(acts: &str) -> Option<Verdict> {
        let rows: Vec<JudgementRow> = acts
            .split(' ')
            .zip(1..)
            .map(|(act, number)| {
                let row = match (act.parse(), Verdict::from_name(act)) {
                    (Ok(withdrawn), _) => withdraw(withdrawn),
                    (_, Some(verdict)) => judge(["b", "a"], verdict, AuthorKind::Person),
                    _ => {
                        let verdict = Verdict::from_name(&act.to_lowercase()).expect("a verdict");
                        judge(["a", "b"], verdict, AuthorKind::Rule)
                    }
                };
                JudgementRow { number, ..row }
            })
            .collect();
        let found = judgements_in_force(&rows);
        let row = found.get(&("a".to_owned(), "b".to_owned()))?;
        match row.act {
            JudgementAct::Judge { verdict, .. } => Some(verdict),
            JudgementAct::Withdraw(_) => None,
        }
    }

    #[test]
    fn the_last_word_of_a_person_counts() {
        for (acts, expected) in [
            ("same", Some(Verdict::Same)),
            ("same different", Some(Verdict::Different)),
            ("same different 2", Some(Verdict::Same)),
            ("same 1", None),
            ("same unsure", Some(Verdict::Unsure)),
            ("same DIFFERENT", Some(Verdict::Same)),
            ("DIFFERENT same 2", Some(Verdict::Different)),
            ("SAME DIFFERENT", Some(Verdict::Different)),
        ] {
            assert_eq!(in_force(acts), expected, "{acts}");
        }
    }
}
