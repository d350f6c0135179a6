//! Sizes of files, and white space at the ends.

use super::{Problem, RepositoryFile};

/// Most lines of a source file, tests left out.
const MAX_PRODUCTION_LINES: usize = 600;
/// Most lines of the tests inside a source file; more belong in `tests.rs` beside it.
const MAX_INLINE_TEST_LINES: usize = 150;
/// Most bytes of a file in the repository.
const MAX_FILE_BYTES: u64 = 1_000_000;
/// The same for the work of others that the site serves as its makers publish it.
const MAX_VENDOR_BYTES: u64 = 1_300_000;

/// Checks the size of a file and its white space.
pub(crate) fn check_file(file: &RepositoryFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    let path = &file.path;
    let max_bytes =
        if path.contains("/assets/vendor/") { MAX_VENDOR_BYTES } else { MAX_FILE_BYTES };
    if file.size_bytes > max_bytes {
        let clause = format!("has {} bytes; at most {max_bytes} are kept", file.size_bytes);
        problems.push(Problem::new(path, 0, clause));
    }
    let Some(text) = &file.text else { return problems };
    if !is_given_input(path) {
        problems.extend(check_white_space(path, text));
    }
    if path.ends_with(".rs") && !is_test_file(path) {
        problems.extend(check_lines(path, text));
    }
    problems
}

/// Files that tests read as they are: their ends of lines may be the point.
fn is_given_input(path: &str) -> bool {
    path.contains("/fixtures/") || path.contains("/scenarios/")
}

fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

fn check_white_space(path: &str, text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !text.is_empty() && !text.ends_with('\n') {
        problems.push(Problem::new(path, 0, "does not end with a line end"));
    }
    // A row of a table may end with empty cells.
    let allowed = if path.ends_with(".tsv") { "\t" } else { "" };
    for (line_idx, line) in text.split('\n').enumerate() {
        let stray = |end: char| end.is_whitespace() && !allowed.contains(end);
        if line.ends_with(stray) {
            problems.push(Problem::new(path, line_idx + 1, "ends with white space"));
        }
    }
    problems
}

fn check_lines(path: &str, text: &str) -> Vec<Problem> {
    let (n_production, n_tests) = count_lines(text);
    let mut problems = Vec::new();
    if n_production > MAX_PRODUCTION_LINES {
        let clause = format!(
            "has {n_production} lines without its tests; split it, {MAX_PRODUCTION_LINES} is the most"
        );
        problems.push(Problem::new(path, 0, clause));
    }
    if n_tests > MAX_INLINE_TEST_LINES {
        let clause = format!(
            "has {n_tests} lines of tests; move them to `tests.rs` beside it, {MAX_INLINE_TEST_LINES} is the most"
        );
        problems.push(Problem::new(path, 0, clause));
    }
    problems
}

/// Counts the lines before the tests of a file, and those from there on.
fn count_lines(text: &str) -> (usize, usize) {
    let lines: Vec<&str> = text.lines().collect();
    let starts_tests = |pair: &[&str]| {
        pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{')
    };
    match lines.windows(2).position(starts_tests) {
        Some(n_production) => (n_production, lines.len() - n_production),
        None => (lines.len(), 0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::file_of;
    use super::*;

    fn clauses(path: &str, text: &str) -> usize {
        check_file(&file_of(path, text)).len()
    }

    #[test]
    fn ends_of_lines_are_bare() {
        assert_eq!(clauses("README.md", "a\nb\n"), 0);
        assert_eq!(clauses("README.md", "a \nb"), 2);
        assert_eq!(clauses("README.md", "a\r\n"), 1);
        assert_eq!(clauses("data/a.tsv", "a\t\t\n"), 0);
        assert_eq!(clauses("data/a.tsv", "a \n"), 1);
        assert_eq!(clauses("crates/a/tests/fixtures/a.csv", "a\r\nb"), 0);
    }

    #[test]
    fn tests_are_counted_apart() {
        let inline = "fn a() {}\n\n#[cfg(test)]\nmod tests {\n}\n";
        assert_eq!(count_lines(inline), (2, 3));
        assert_eq!(count_lines("fn a() {}\n#[cfg(test)]\nmod tests;\n"), (3, 0));
        assert_eq!(count_lines("#[cfg(test)]\nfn helps() {}\n"), (2, 0));
    }

    #[test]
    fn long_files_are_named() {
        let long = "// a line\n".repeat(MAX_PRODUCTION_LINES + 1);
        assert_eq!(clauses("crates/a/src/lib.rs", &long), 1);
        assert_eq!(clauses("crates/a/src/tests.rs", &long), 0);
        let tests = "// a line\n".repeat(MAX_INLINE_TEST_LINES);
        let inline = format!("#[cfg(test)]\nmod tests {{\n{tests}");
        assert_eq!(clauses("crates/a/src/lib.rs", &inline), 1);
    }

    #[test]
    fn large_files_are_not_kept() {
        let large = "a\n".repeat(600_000);
        assert_eq!(clauses("data/a.tsv", &large), 1);
    }
}
