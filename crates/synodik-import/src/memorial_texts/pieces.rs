//! Reads the pieces of a text by the words they begin with.

use super::WORDS;
use crate::events::add_birth_and_events;
use regex::Regex;
use std::sync::LazyLock;
use synodik_model::{Field, Record};
use synodik_names::parse_date;

/// What stands for a line end in the text.
const LINE_END: char = '⏎';

static MARK: LazyLock<Regex> = LazyLock::new(|| {
    WORDS.pattern(
        r"(?x)^ (?: (?P<born>«born») | (?P<residence>«residence»):? | (?P<arrest>«arrest»)
          | (?P<sentenced>«sentenced»):? | (?P<sentence>«sentence») | (?P<execution>«execution»)
          | (?P<burial>«burial») | (?P<rehabilitation>«rehabilitation»)
          | (?P<death>«death») | (?P<release>«release») | (?P<variants>«variants») ) \s*",
    )
});

/// A date in running text, with the month in words or figures.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) (?:(?:^|[^\p{L}])в\s+)? (?P<date> \d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}) | \d{1,2}\s+[а-я]{3,8}\s+\d{4}
             | (?:январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]*\s+\d{4}
             | 1[89]\d\d | 20[0-2]\d ) (?:\s*(?:гг?\.|года))?",
    )
    .expect("the pattern is constant")
});

/// `1911 г.р., урож. …`: another template that begins with the year.
static YEAR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?P<year>1[89]\d\d)\s*г\.\s*р(?:ожд)?\.").expect("the pattern is constant")
});

/// The charge stands behind these letters.
const CHARGE: &str = "обв.:";

/// Reads a text into `record`.
pub(super) fn read_text<'t>(record: &mut Record<'t>, text: &'t str) {
    for piece in text.split(LINE_END) {
        read_piece(record, piece.trim());
    }
    let values = record.fields().flat_map(|(_, value)| value.split("; "));
    let family: Vec<&str> = values.filter_map(kin_stretch).collect();
    let family = family.join("\n");
    record.set(Field::Family, family);
    add_birth_and_events(record);
}

fn read_piece<'t>(record: &mut Record<'t>, piece: &'t str) {
    if let Some(captures) = YEAR_FIRST.captures(piece) {
        let year = captures.name("year").map_or("", |found| found.as_str());
        record.set(Field::Birth, year);
        record.push(Field::Note, trimmed(&piece[captures[0].len()..]));
        return;
    }
    let Some(captures) = MARK.captures(piece) else {
        record.push(Field::Occupation, trimmed(piece));
        return;
    };
    let content = piece[captures[0].len()..].trim_start_matches([':', ' ', '-', '.']);
    let has = |name: &str| captures.name(name).is_some();
    match () {
        () if has("born") => read_life(record, content),
        () if has("residence") => record.push(Field::Residence, trimmed(content)),
        () if has("arrest") => {
            read_dated(record, content, [Field::ArrestDate, Field::ArrestBody]);
        }
        () if has("sentenced") => read_sentence(record, content),
        () if has("sentence") => record.push(Field::Sentence, trimmed(content)),
        () if has("execution") => {
            read_dated(record, content, [Field::ExecutionDate, Field::ExecutionPlace]);
        }
        () if has("burial") => {
            let place = content.strip_prefix("место захоронения").unwrap_or(content);
            record.push(Field::BurialPlace, trimmed(place.trim_start_matches([' ', '-', '–'])));
        }
        () if has("rehabilitation") => {
            read_dated(record, content, [Field::RehabilitationDate, Field::RehabilitationBody]);
        }
        () if has("death") => read_dated(record, content, [Field::DeathDate, Field::DeathPlace]),
        () if has("release") => read_dated(record, content, [Field::ReleaseDate, Field::Note]),
        () => record.push(Field::NameVariants, content.trim_end_matches([')', '.', ' '])),
    }
}

/// Reads `в 1911 г., place; nationality; education; party;`.
fn read_life<'t>(record: &mut Record<'t>, content: &'t str) {
    let date = DATE.find(content).filter(|found| content[..found.start()].trim().is_empty());
    let rest = match date {
        Some(found) => {
            record.set(Field::Birth, date_text(content, &found));
            &content[found.end()..]
        }
        None => content,
    };
    let rest = rest.trim_start();
    let has_place = rest.starts_with(',') || date.is_none();
    let rest = rest.trim_start_matches([',', ' ', '.']);
    for (idx, part) in rest.split(';').enumerate() {
        let part = trimmed(part);
        let first = part.split([' ', ':']).next().unwrap_or_default();
        let field = match () {
            () if WORDS.matches("education", first) => Field::Education,
            () if WORDS.matches("party", first) => Field::Party,
            () if idx == 0 && has_place => Field::BirthPlace,
            () if record.get(Field::Nationality).is_none() && !part.contains(char::is_numeric) => {
                Field::Nationality
            }
            () => Field::Note,
        };
        let is_education = field == Field::Education;
        let value = part.strip_prefix("образование").filter(|_| is_education).unwrap_or(part);
        record.push(field, value.trim());
    }
}

/// Reads a date at the start, and what stands behind it.
fn read_dated<'t>(record: &mut Record<'t>, content: &'t str, fields: [Field; 2]) {
    let [date_field, rest_field] = fields;
    let date = DATE.find(content).filter(|found| content[..found.start()].trim().is_empty());
    let rest = match date {
        Some(found) => {
            if record.get(date_field).is_none() {
                record.set(date_field, date_text(content, &found));
            }
            &content[found.end()..]
        }
        None => content,
    };
    record.push(rest_field, trimmed(rest));
}

/// Reads `body date, обв.: charge.`
fn read_sentence<'t>(record: &mut Record<'t>, content: &'t str) {
    let (decision, charge) = content.split_once(CHARGE).unwrap_or((content, ""));
    record.push(Field::Article, trimmed(charge));
    // The last date counts: a body may have a year in its name.
    let date = DATE.find_iter(decision).last().filter(|date| {
        parse_date(date.as_str().trim_start_matches(',')).is_ok()
            && decision[date.end()..].trim_matches([' ', ',', '.']).is_empty()
    });
    if let Some(date) = date {
        record.set(Field::SentenceDate, date_text(decision, &date));
    }
    record.push(
        Field::SentenceBody,
        trimmed(&decision[..date.map_or(decision.len(), |date| date.start())]),
    );
}

/// Returns a value without what the template puts around it; it adds a full stop of its own.
fn trimmed(text: &str) -> &str {
    let text = text.trim_matches([' ', ',', ';']);
    text.strip_suffix('.').unwrap_or(text).trim_end_matches([' ', ','])
}

/// Returns the date without the word before it.
fn date_text<'t>(text: &'t str, found: &regex::Match<'t>) -> &'t str {
    let start =
        found.as_str().find(|letter: char| letter.is_ascii_digit() || letter.is_alphabetic());
    let start = found.start() + start.unwrap_or_default();
    let date = &text[start..found.end()];
    date.strip_prefix('в').map_or(date, str::trim_start)
}

/// Returns the stretch of a value that names relatives: from the word of kinship to its end.
fn kin_stretch(piece: &str) -> Option<&str> {
    let words: Vec<(usize, &str)> = words_of(piece).collect();
    let idx = words.iter().enumerate().position(|(idx, (_, word))| {
        let is_name = |word: &(usize, &str)| {
            word.1.starts_with(char::is_uppercase) && !WORDS.has("not_kin", word.1)
        };
        WORDS.matches("kin", &word.to_lowercase())
            && words[idx + 1..].iter().take(NAME_WITHIN_WORDS).any(is_name)
    })?;
    Some(trimmed(&piece[words[idx].0..]))
}

/// Behind a word of kinship a name is looked for in so many words.
const NAME_WITHIN_WORDS: usize = 4;

fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphabetic)?;
        let length = text[start..].find(|letter: char| !letter.is_alphabetic());
        at = length.map_or(text.len(), |length| start + length);
        Some((start, &text[start..at]))
    })
}
