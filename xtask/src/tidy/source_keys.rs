//! Every key of a source is explained in `data/sources.toml`, and every explained one is used.
//!
//! Keys stand in `source = "…"` of TOML files, in the column `source` of tables,
//! in the statements of `data/demo/people.tsv`, and after `Source:` in the first
//! lines of a file when one source holds for all of it. Several keys are
//! separated by `; `. Mappings name columns, not sources, and are left out.

use super::{Problem, RepositoryFile};
use std::collections::{BTreeMap, BTreeSet};

const SOURCES: &str = "data/sources.toml";
const DEMO_PEOPLE: &str = "data/demo/people.tsv";
/// Place of the source among the parts of a statement in the demo table.
const STATEMENT_SOURCE_IDX: usize = 6;

/// Checks the keys of all files of `data/`.
pub(crate) fn check_files(files: &[RepositoryFile]) -> Vec<Problem> {
    let text_of = |file: &RepositoryFile| file.text.clone().unwrap_or_default();
    let Some(sources) = files.iter().find(|file| file.path == SOURCES).map(text_of) else {
        return vec![Problem::new(SOURCES, 0, "is missing")];
    };
    let mut problems = Vec::new();
    let known = explained_keys(&sources, &mut problems);
    let mut used = BTreeSet::new();
    let mut named = BTreeSet::new();
    for file in files {
        let Some(path) = file.path.strip_prefix("data/") else { continue };
        for (line, key) in used_keys(path, &text_of(file)) {
            // Named once a file: a table may use a key in every row.
            if !known.contains_key(&key) && named.insert((path, key.clone())) {
                let clause = format!("source `{key}` is not explained in `{SOURCES}`");
                problems.push(Problem::new(&file.path, line, clause));
            }
            used.insert(key);
        }
    }
    for (key, line) in known {
        if !used.contains(&key) {
            problems.push(Problem::new(SOURCES, line, format!("nothing rests on `{key}`")));
        }
    }
    problems
}

/// Returns the keys that `sources.toml` explains, with their lines.
fn explained_keys(sources: &str, problems: &mut Vec<Problem>) -> BTreeMap<String, usize> {
    let mut known = BTreeMap::new();
    let mut last = String::new();
    for (line_idx, line) in sources.lines().enumerate() {
        let Some(key) = toml_text(line, "id") else { continue };
        if key <= last.as_str() {
            let clause = format!("`{key}` stands after `{last}`; entries are sorted, each once");
            problems.push(Problem::new(SOURCES, line_idx + 1, clause));
        }
        last = key.to_owned();
        known.insert(key.to_owned(), line_idx + 1);
    }
    known
}

/// Returns the keys that a file of `data/` uses, with their lines.
fn used_keys(path: &str, text: &str) -> Vec<(usize, String)> {
    let is_mapping = path.starts_with("mappings/") || path == "demo/people.toml";
    let mut used = Vec::new();
    let mut add = |line_idx: usize, keys: &str| {
        let keys = keys.split(';').map(str::trim).filter(|key| !key.is_empty());
        used.extend(keys.map(|key| (line_idx + 1, key.to_owned())));
    };
    let mut source_column = None;
    let mut events_column = None;
    let mut is_header_read = false;
    for (line_idx, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            add(line_idx, source_of_header(line).unwrap_or_default());
        } else if path.ends_with(".toml") && !is_mapping {
            add(line_idx, toml_text(line, "source").unwrap_or_default());
        } else if path.ends_with(".tsv") {
            let cells: Vec<&str> = line.split('\t').collect();
            if !is_header_read {
                is_header_read = true;
                source_column = cells.iter().position(|cell| *cell == "source");
                events_column = cells.iter().position(|cell| *cell == "events");
                continue;
            }
            let cell_of = |column: Option<usize>| cells.get(column?).copied();
            add(line_idx, cell_of(source_column).unwrap_or_default());
            if format!("data/{path}") == DEMO_PEOPLE {
                for statement in cell_of(events_column).unwrap_or_default().split(" // ") {
                    let source = statement.split(" | ").nth(STATEMENT_SOURCE_IDX);
                    add(line_idx, source.unwrap_or_default());
                }
            }
        }
    }
    used
}

/// Returns the key that stands alone after `Source:` in a comment.
///
/// A sentence in its place says that the project itself decided; it is no key.
fn source_of_header(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("Source: ")?;
    let is_key = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
    let end = rest.find(|sign| !is_key(sign)).unwrap_or(rest.len());
    let (key, following) = rest.split_at(end);
    let is_alone = ["", ".", ";"].contains(&following)
        || following.starts_with(". ")
        || following.starts_with(" (");
    is_alone.then_some(key)
}

/// Returns the text of `key = "text"`, if the line is that.
fn toml_text<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let rest = line.strip_prefix(key)?.trim_start().strip_prefix('=')?;
    rest.trim().strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::super::file_of;
    use super::*;

    const EXPLAINED: &str = "[[source]]\nid = \"a-1\"\n[[source]]\nid = \"b\"\n";

    fn clauses(path: &str, text: &str) -> Vec<String> {
        let files = [file_of(SOURCES, EXPLAINED), file_of(path, text)];
        check_files(&files).into_iter().map(|problem| problem.clause).collect()
    }

    #[test]
    fn keys_stand_in_tables_and_entries() {
        let nothing: [&str; 0] = [];
        assert_eq!(clauses("data/x.tsv", "word\tsource\nx\ta-1\ny\tb\n"), nothing);
        assert_eq!(clauses("data/x.toml", "source = \"a-1; b\"\n"), nothing);
        assert_eq!(clauses("data/x.tsv", "# Source: a-1.\n# Source: b\nword\nx\n"), nothing);
        let statement = "other | 1937 |  |  |  | text | a-1; b | high";
        assert_eq!(clauses(DEMO_PEOPLE, &format!("id\tevents\np\t{statement}\n")), nothing);
    }

    #[test]
    fn unknown_and_unused_keys_are_named() {
        assert_eq!(
            clauses("data/x.tsv", "word\tsource\nx\tc\n"),
            [
                "source `c` is not explained in `data/sources.toml`",
                "nothing rests on `a-1`",
                "nothing rests on `b`"
            ]
        );
        assert_eq!(clauses("data/mappings/x.toml", "source = \"c\"\n").len(), 2);
        assert_eq!(clauses("data/x.toml", "# Source: a decision of the project.\n").len(), 2);
    }

    #[test]
    fn sources_are_sorted() {
        let mut problems = Vec::new();
        explained_keys("id = \"b\"\nid = \"a\"\nid = \"a\"\n", &mut problems);
        assert_eq!(problems.len(), 2);
    }
}
