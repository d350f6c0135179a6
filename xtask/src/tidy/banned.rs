//! Words that say nothing in the name of a type.

use super::{Problem, RepositoryFile};

/// Banned as a part of the name of a type: each could stand in any name, so it tells nothing.
const BANNED: [&str; 10] = [
    "Manager",
    "Service",
    "Handler",
    "Processor",
    "Engine",
    "Helper",
    "Base",
    "Impl",
    "Info",
    "Object",
];

/// Keywords that declare a type.
const DECLARING: [&str; 5] = ["struct", "enum", "trait", "type", "union"];

/// Finds types with a banned word in their name.
pub(crate) fn check_file(file: &RepositoryFile) -> Vec<Problem> {
    let (Some(text), true) = (&file.text, file.path.ends_with(".rs")) else { return Vec::new() };
    let mut problems = Vec::new();
    for (line_idx, line) in text.lines().enumerate() {
        let Some(name) = declared_type(line) else { continue };
        if let Some(word) = words_of(name).into_iter().find(|word| BANNED.contains(word)) {
            let clause = format!("type `{name}`: `{word}` says nothing, name what it is");
            problems.push(Problem::new(&file.path, line_idx + 1, clause));
        }
    }
    problems
}

/// Returns the name of the type that a line declares, if it does.
fn declared_type(line: &str) -> Option<&str> {
    let mut words = line.split_whitespace().skip_while(|word| word.starts_with("pub"));
    if !DECLARING.contains(&words.next()?) {
        return None;
    }
    words.next()?.split(|sign: char| !sign.is_alphanumeric()).next()
}

/// Splits a name in camel case.
fn words_of(name: &str) -> Vec<&str> {
    let mut starts: Vec<usize> =
        name.char_indices().filter(|(_, sign)| sign.is_uppercase()).map(|(at, _)| at).collect();
    starts.push(name.len());
    starts.windows(2).map(|pair| &name[pair[0]..pair[1]]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::file_of;
    use super::*;

    #[test]
    fn only_whole_words_of_types_count() {
        for good in
            ["pub struct Baseline {", "struct Objection;", "let Info = 1;", "/// struct Base"]
        {
            assert!(check_file(&file_of("a.rs", good)).is_empty(), "{good}");
        }
        for bad in [
            "pub(crate) struct NameHandler<'a> {",
            "enum RecordInfo {",
            "pub trait Base {",
            "type JsonObject = u8;",
        ] {
            assert_eq!(check_file(&file_of("a.rs", bad)).len(), 1, "{bad}");
        }
        assert!(check_file(&file_of("a.md", "struct Base")).is_empty());
    }
}
