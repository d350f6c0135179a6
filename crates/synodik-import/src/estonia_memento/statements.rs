//! Groups the parts of an entry into statements by the words they begin with.

use super::WORDS;
use super::parts::{Begin, Part, parts};
use regex::Regex;
use std::sync::LazyLock;

/// The words with which statements begin; some may follow a number: `2. arr.`
static MARK: LazyLock<Regex> = LazyLock::new(|| {
    WORDS.pattern(
        r"(?x)^(?:\d\.\s?)? (?: (?P<residence>«residence») | (?P<arrest>«arrest») | (?P<court>«court»)
          | (?P<deportation>«deportation») | (?P<release>«release») | (?P<execution>«execution»)
          | (?P<death>«death») | (?P<camp>«camp») | (?P<not_deported>«not_deported»)
          | (?P<family>«family») | (?P<see>«see») | (?P<verdict>surmaotsus) )",
    )
});

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    Birth,
    Life,
    Residence,
    Arrest,
    Court,
    Verdict,
    Deportation,
    Place,
    Camp,
    Release,
    Death,
    Execution,
    NotDeported,
    Family,
    See,
    Remark,
}

/// A statement: its topic, where it starts, where its content starts, where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Statement {
    pub(super) topic: Topic,
    pub(super) start: usize,
    pub(super) content: usize,
    pub(super) end: usize,
}

/// Groups the parts of a text into statements.
pub(super) fn statements(text: &str, start: usize) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut topic = Topic::Birth;
    let mut last_is_of_kin = false;
    for part in parts(&text[start..]) {
        let part = Part { start: part.start + start, end: part.end + start, ..part };
        let words = &text[part.start..part.end];
        // A remark on relatives goes on to its full stop, and a death behind words on
        // relatives is theirs: `Abikaasa Mari, surn. 1950`.
        let is_remark = last_is_of_kin && topic == Topic::Remark && part.begin != Begin::Sentence;
        let is_theirs = |topic: Topic| {
            let is_death = matches!(topic, Topic::Death | Topic::Execution);
            is_death && last_is_of_kin && part.begin == Begin::Comma
        };
        let found = mark_of(words);
        let is_kept = is_remark || found.is_some_and(|(topic, _)| is_theirs(topic));
        let mark = found.filter(|_| !is_kept);
        let is_first = statements.is_empty();
        let next = match (mark, part.begin) {
            _ if is_kept => topic,
            (Some((topic, _)), _) => topic,
            (None, Begin::Comma) if is_first && words.starts_with(char::is_uppercase) => {
                Topic::Birth
            }
            (None, Begin::Comma) if is_first => Topic::Life,
            (None, Begin::Semicolon) => Topic::Place,
            (None, Begin::Sentence) => Topic::Remark,
            (None, Begin::Comma) if goes_on(topic, words) => topic,
            (None, Begin::Comma) => Topic::Life,
        };
        let is_of_kin = speaks_of_kin(words);
        let is_continued =
            is_kept || mark.is_none() && part.begin == Begin::Comma && goes_on(topic, words);
        match statements.last_mut().filter(|_| is_continued) {
            Some(last) => {
                last.end = part.end;
                last_is_of_kin |= is_of_kin;
            }
            None => {
                let content = part.start + mark.map_or(0, |(_, length)| length);
                statements.push(Statement {
                    topic: next,
                    start: part.start,
                    content,
                    end: part.end,
                });
                last_is_of_kin = is_of_kin;
            }
        }
        topic = next;
    }
    statements
}

/// Returns the topic a part begins with, and the bytes of its mark.
pub(super) fn mark_of(words: &str) -> Option<(Topic, usize)> {
    const TOPICS: [(&str, Topic); 12] = [
        ("residence", Topic::Residence),
        ("arrest", Topic::Arrest),
        ("court", Topic::Court),
        ("deportation", Topic::Deportation),
        ("release", Topic::Release),
        ("execution", Topic::Execution),
        ("death", Topic::Death),
        ("camp", Topic::Camp),
        ("not_deported", Topic::NotDeported),
        ("family", Topic::Family),
        ("see", Topic::See),
        ("verdict", Topic::Verdict),
    ];
    let captures = MARK.captures(words)?;
    TOPICS.iter().find_map(|(name, topic)| Some((*topic, captures.name(name)?.end())))
}

/// Returns whether a part without a mark goes on with the statement before it.
fn goes_on(topic: Topic, words: &str) -> bool {
    let has_digit = words.contains(|letter: char| letter.is_ascii_digit());
    let is_capital = words.starts_with(char::is_uppercase);
    match topic {
        Topic::Residence => is_capital && has_digit && !is_education(words),
        Topic::Arrest => is_capital || (has_digit && !is_education(words)),
        Topic::Court | Topic::Verdict | Topic::Place | Topic::Camp => true,
        Topic::Deportation | Topic::Release | Topic::Death | Topic::Execution => true,
        Topic::Remark | Topic::NotDeported | Topic::Family | Topic::See => true,
        Topic::Birth | Topic::Life => false,
    }
}

/// Returns whether a part tells of schooling: `6 kl.`, `keskharidus`.
pub(super) fn is_education(words: &str) -> bool {
    words.split(' ').any(|word| WORDS.has("education", word) || word.ends_with("haridus"))
}

/// Returns whether some words are about relatives.
pub(super) fn speaks_of_kin(words: &str) -> bool {
    words.split(|letter: char| !letter.is_alphabetic()).any(|word| WORDS.matches("kin", word))
}
