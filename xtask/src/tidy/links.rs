//! Paths that documents name, and whether they exist.

use super::{Problem, RepositoryFile};

/// Folders of the root: a path in backticks that starts with one is a path of the repository.
const FOLDERS: [&str; 11] = [
    ".cargo", ".ci", "bench", "crates", "data", "deploy", "docs", "fuzz", "tests", "tools", "xtask",
];

/// Folders whose paths are also looked for in comments of Rust files.
const NAMED_IN_CODE: [&str; 2] = ["data", "docs"];

/// Finds paths in a document, or in the comments of a Rust file, that do not exist.
pub(crate) fn check_file(file: &RepositoryFile, exists: &impl Fn(&str) -> bool) -> Vec<Problem> {
    let Some(text) = &file.text else { return Vec::new() };
    let is_document = file.path.ends_with(".md")
        && (!file.path.contains('/')
            || ["docs/", "data/", "bench/"].iter().any(|folder| file.path.starts_with(folder)));
    if is_document {
        return check_document(&file.path, text, exists);
    }
    if !file.path.ends_with(".rs") {
        return Vec::new();
    }
    let comments = text.lines().map(|line| match line.trim_start() {
        comment if comment.starts_with("//") => comment,
        _ => "",
    });
    let mut problems = Vec::new();
    for (line_idx, comment) in comments.enumerate() {
        for path in spans(comment).filter_map(|word| repository_path(word, &NAMED_IN_CODE)) {
            check_path(&file.path, line_idx + 1, path, exists, &mut problems);
        }
    }
    problems
}

fn check_document(document: &str, text: &str, exists: &impl Fn(&str) -> bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut is_fenced = false;
    for (line_idx, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        }
        if is_fenced {
            continue;
        }
        for path in spans(line).filter_map(|word| repository_path(word, &FOLDERS)) {
            check_path(document, line_idx + 1, path, exists, &mut problems);
        }
        let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
        for target in link_targets(line) {
            check_path(document, line_idx + 1, &join(folder, target), exists, &mut problems);
        }
    }
    problems
}

fn check_path(
    file: &str,
    line: usize,
    path: &str,
    exists: &impl Fn(&str) -> bool,
    problems: &mut Vec<Problem>,
) {
    if !exists(path) {
        let clause = format!("names `{path}`, which does not exist");
        problems.push(Problem::new(file, line, clause));
    }
}

/// Returns the words that stand in backticks on a line.
fn spans(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2).flat_map(str::split_whitespace)
}

/// Returns the path that a word names in the repository; up to the first placeholder in it.
fn repository_path<'a>(word: &'a str, folders: &[&str]) -> Option<&'a str> {
    let is_root_file = !word.contains('/')
        && (word.ends_with(".md") || word.starts_with("LICENSE-"))
        && word.starts_with(|sign: char| sign.is_ascii_uppercase());
    if is_root_file {
        return Some(word);
    }
    let (folder, _) = word.split_once('/')?;
    if !folders.contains(&folder) {
        return None;
    }
    // `docs/decisions/*.md` and `data/demo/<name>.tsv` name a folder that must be there.
    match word.find(['*', '<', '{', '…']) {
        Some(end) => word[..end].rfind('/').map(|end| &word[..end]),
        None => Some(word.trim_end_matches([':', ',', '.'])),
    }
}

/// Returns the targets of links on a line that are paths.
fn link_targets(line: &str) -> Vec<&str> {
    let after_texts = line.split("](").skip(1);
    after_texts
        .filter_map(|rest| rest.split([')', '#', ' ']).next())
        .filter(|target| !target.is_empty() && !target.contains(':'))
        .collect()
}

/// Joins a folder and a relative path that may start with `../`.
fn join(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::file_of;
    use super::*;

    fn dead(path: &str, text: &str) -> Vec<String> {
        let exists = |path: &str| ["data/names", "docs/privacy.md", "README.md"].contains(&path);
        let problems = check_file(&file_of(path, text), &exists);
        problems.into_iter().map(|problem| problem.clause).collect()
    }

    #[test]
    fn dead_paths_are_found_in_documents() {
        assert!(dead("README.md", "`data/names` `docs/privacy.md` and `README.md`").is_empty());
        assert!(dead("README.md", "`sources/<id>/original/` `a/b.rs` `synodik.toml`").is_empty());
        assert!(dead("README.md", "`data/names/*.tsv`").is_empty());
        assert!(dead("README.md", "```\ndata/gone.tsv `data/gone.tsv`\n```\n").is_empty());
        assert_eq!(dead("README.md", "`cat data/gone.tsv`").len(), 1);
        assert_eq!(dead("docs/a.md", "`GONE.md`").len(), 1);
    }

    #[test]
    fn links_are_relative_to_their_document() {
        assert!(dead("docs/a.md", "[x](privacy.md) [y](../README.md#z)").is_empty());
        assert!(dead("docs/a.md", "[x](https://example.org) [y](#part)").is_empty());
        assert_eq!(dead("README.md", "[x](privacy.md)").len(), 1);
    }

    #[test]
    fn comments_of_code_name_data_that_is_there() {
        assert!(dead("crates/a/src/lib.rs", "/// `data/names` `crates/gone`\n").is_empty());
        assert!(dead("crates/a/src/lib.rs", "let a = \"`data/gone.tsv`\";\n").is_empty());
        assert_eq!(dead("crates/a/src/lib.rs", "/// `data/gone.tsv`\n").len(), 1);
    }
}
