//! Cuts the text of one entry into fields.
//!
//! `Name, род. date, birthplace, nationality, party, occupation. Адрес: …. Рассстрелян
//! date. Место захоронения: place.` Any piece may be missing; what has no place
//! becomes a note.

use super::markup::PlainText;
use super::vocabulary::{is_nationality, is_party, starts_with_repression, tells_of_repression};
use crate::whole_name::set_name_parts;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;
use synodik_model::{Event, EventKind, Field, Record, RowIssue};
use synodik_names::parse_date;

/// Where a statement with a fixed opening begins. «Рассстрелян» has three с in all the pages.
static MARKERS: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?x)
        (?P<address>  \b Адрес (?:а)? \s* : )
      | (?P<burial>   \b (?: [Мм]ест[оа] \s+ захоронения \s* :? | (?: Захоронен | Похоронен ) [аы]? \b ) )
      | (?P<execution>\b Рас+трелян [аы]? \b )
      | (?P<death>    \b (?: Умер (?:ла)? | Скончал(?:ся|ась) | Погиб (?:ла)? | Убит [аы]? | Покончил [аи]? ) \b )
      | (?P<rehabilitation> \b Реабилитирован [аы]? \b )";
    Regex::new(pattern).expect("the pattern is constant")
});

/// The opening of the date of birth.
static BORN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[Рр](?:од(?:ил(?:ся|ась))?)?(?:\.|\s|$)\s*").expect("the pattern is constant")
});

/// A date in running text.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\d{1,2}\.\d{1,2}\.\d{4}|(?:\d{1,2}\s+)?[а-я]{3,8}\s+\d{4}|\b\d{4}\b")
        .expect("the pattern is constant")
});

/// A place behind the date of an execution.
static PLACE_AFTER_DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(.*?\d{4}(?:\s*(?:г\.|года))?)\s*,?\s+((?:в|во|на|под|около)\s.+)$")
        .expect("the pattern is constant")
});

/// A full stop with a new sentence behind it.
static SENTENCE_START: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\.\s+([\p{Lu}0-9])").expect("the pattern is constant"));

/// The longest word, in letters, that a full stop may shorten: `бывш.`, `кв.`
const LONGEST_SHORTENED_WORD: usize = 4;

/// Reads the text of an entry into `record`.
///
/// # Errors
///
/// The reason why the text is no entry of a person.
pub(super) fn read_entry(record: &mut Record<'_>, plain: &PlainText) -> Result<(), String> {
    let text = plain.text.as_str();
    let name_end = name_end(plain);
    let name = text[..name_end].trim_matches(is_space_or_comma);
    if !name.chars().any(char::is_alphabetic) {
        return Err("the paragraph does not start with a name".to_owned());
    }
    let rest = text[name_end..].trim_start_matches(is_space_or_comma);
    let markers: Vec<Marker> = markers(rest).collect();
    if markers.is_empty() && !BORN.is_match(rest) && parts(rest).len() < 2 {
        return Err("neither birth, life, address, execution nor burial is stated".to_owned());
    }
    read_name(record, name);
    let life_end = markers.first().map_or(rest.len(), |marker| marker.start);
    read_life(record, &rest[..life_end]);
    let mut death = None;
    for (idx, marker) in markers.iter().enumerate() {
        let end = markers.get(idx + 1).map_or(rest.len(), |next| next.start);
        let statement = rest[marker.content..end].trim();
        match marker.kind {
            MarkerKind::Address => read_address(record, statement),
            MarkerKind::Execution => read_execution(record, statement),
            MarkerKind::Burial => read_burial(record, statement),
            MarkerKind::Death => {
                set_date(record, Field::DeathDate, statement);
                death = Some(trimmed(&rest[marker.start..end]).to_owned());
            }
            MarkerKind::Rehabilitation => {
                set_date(record, Field::RehabilitationDate, statement);
                record.push(Field::Note, trimmed(&rest[marker.start..end]).to_owned());
            }
        }
    }
    crate::events::add_birth_and_events(record);
    if let Some(death) = death {
        add_death(record, death);
    }
    Ok(())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MarkerKind {
    Address,
    Burial,
    Execution,
    Death,
    Rehabilitation,
}

struct Marker {
    kind: MarkerKind,
    start: usize,
    /// Where the opening ends and the statement begins.
    content: usize,
}

fn markers(text: &str) -> impl Iterator<Item = Marker> {
    const KINDS: [(&str, MarkerKind); 5] = [
        ("address", MarkerKind::Address),
        ("burial", MarkerKind::Burial),
        ("execution", MarkerKind::Execution),
        ("death", MarkerKind::Death),
        ("rehabilitation", MarkerKind::Rehabilitation),
    ];
    MARKERS.captures_iter(text).filter_map(|captures| {
        let (kind, found) =
            KINDS.iter().find_map(|(name, kind)| Some((*kind, captures.name(name)?)))?;
        Some(Marker { kind, start: found.start(), content: found.end() })
    })
}

/// Returns whether a text has one of the statements that come last in an entry.
pub(super) fn has_end_of_life(text: &str) -> bool {
    markers(text).any(|marker| marker.kind != MarkerKind::Address)
}

/// The name is bold; where the bold text is not closed, it ends at the first comma.
fn name_end(plain: &PlainText) -> usize {
    let text = plain.text.as_str();
    // Blanks at the end are gone from the text, also when they were bold.
    let bold_end = plain.bold_end.map(|end| text.floor_char_boundary(end));
    let limit = bold_end.unwrap_or(text.len());
    if let Some(at) = [", род.", ", род ", ", р."].iter().find_map(|word| text[..limit].find(word))
    {
        return at;
    }
    match bold_end {
        Some(end) => end,
        None => parts(text).first().map_or(text.len(), |part| part.end),
    }
}

fn read_name(record: &mut Record<'_>, name: &str) {
    record.set(Field::Name, name.to_owned());
    set_name_parts(record, name);
}

/// Reads what stands between the name and the address.
fn read_life(record: &mut Record<'_>, text: &str) {
    let text = trimmed(text);
    let born = BORN.find(text).map(|found| found.end());
    let life = &text[born.unwrap_or(0)..];
    let mut parts = parts(life);
    let is_date = |part: &Range<usize>| parse_date(&life[part.clone()]).is_ok();
    let has_digit = |part: &Range<usize>| life[part.clone()].contains(|c: char| c.is_ascii_digit());
    let is_birth = |part: &Range<usize>| is_date(part) || (born.is_some() && has_digit(part));
    if parts.first().is_some_and(is_birth) {
        let n_dates = 1 + parts[1..].iter().take_while(|part| is_date(part)).count();
        record.set(Field::Birth, life[parts[0].start..parts[n_dates - 1].end].to_owned());
        parts.drain(..n_dates);
    }
    let cut = cut_life(life, &mut parts);
    let slice = |range: &[Range<usize>]| match range {
        [first, .., last] => life[first.start..last.end].to_owned(),
        [only] => life[only.clone()].to_owned(),
        [] => String::new(),
    };
    record.set(Field::BirthPlace, slice(&parts[..cut.nationality.start]));
    record.set(Field::Nationality, slice(&parts[cut.nationality.clone()]));
    record.set(Field::Party, slice(&parts[cut.nationality.end..cut.party_end]));
    if let [first, ..] = &parts[cut.party_end..] {
        read_occupation(record, &life[first.start..]);
    }
}

/// Which parts of a life say what: birthplace, nationality, party, occupation.
struct LifeCut {
    nationality: Range<usize>,
    party_end: usize,
}

/// Finds nationality and party among the parts; a part that holds both is made two.
fn cut_life(life: &str, parts: &mut Vec<Range<usize>>) -> LifeCut {
    for idx in 0..parts.len() {
        let part = parts[idx].clone();
        let Some((head, tail)) = life[part.clone()].split_once(' ') else {
            continue;
        };
        if is_nationality(head) && is_party(tail) {
            let head_end = part.start + head.len();
            parts[idx] = part.start..head_end;
            parts.insert(idx + 1, part.end - tail.len()..part.end);
            break;
        }
    }
    let text = |idx: usize| &life[parts[idx].clone()];
    let first_party = (0..parts.len()).find(|&idx| is_party(text(idx)));
    let before = first_party.unwrap_or(parts.len());
    let nationalities: Vec<usize> = (0..before).filter(|&idx| is_nationality(text(idx))).collect();
    // A village may be called like a people: then the one beside the party, or the one
    // in small letters, is the nationality.
    let beside_party = nationalities.last().copied().filter(|idx| Some(idx + 1) == first_party);
    let is_small = |idx: &&usize| text(**idx).chars().next().is_some_and(char::is_lowercase);
    let nationality = beside_party
        .or_else(|| nationalities.iter().find(is_small).copied())
        .or_else(|| nationalities.first().copied());
    let nationality = match (nationality, first_party) {
        (Some(idx), _) => idx..idx + 1,
        (None, Some(party)) => party..party,
        // Nothing tells birthplace and occupation apart but their order.
        (None, None) => parts.len().min(1)..parts.len().min(1),
    };
    let n_party = (nationality.end..parts.len()).take_while(|&idx| is_party(text(idx))).count();
    LifeCut { party_end: nationality.end + n_party, nationality }
}

/// Reads the occupation; sentences on earlier repression among it go to their own field.
fn read_occupation(record: &mut Record<'_>, text: &str) {
    if !tells_of_repression(text) {
        record.set(Field::Occupation, trimmed(text).to_owned());
        return;
    }
    for sentence in sentences(text) {
        let is_continued = sentence.chars().next().is_some_and(char::is_lowercase);
        if !is_continued {
            let is_repression = tells_of_repression(sentence);
            let field = if is_repression { Field::EarlierRepression } else { Field::Occupation };
            record.push(field, trimmed(sentence).to_owned());
            continue;
        }
        let parts = parts(sentence);
        let n_repression = parts
            .iter()
            .take_while(|part| starts_with_repression(&sentence[(*part).clone()]))
            .count();
        if n_repression > 0 {
            let told = &sentence[..parts[n_repression - 1].end];
            record.push(Field::EarlierRepression, trimmed(told).to_owned());
        }
        if let Some(first) = parts.get(n_repression) {
            record.push(Field::Occupation, trimmed(&sentence[first.start..]).to_owned());
        }
    }
}

/// Reads the address; sentences behind it, if they tell of repression, are earlier repression.
fn read_address(record: &mut Record<'_>, text: &str) {
    let address_end = match tells_of_repression(text) {
        true => sentences(text).next().unwrap_or_default().len(),
        false => text.len(),
    };
    record.push(Field::Residence, trimmed(&text[..address_end]).to_owned());
    record.push(Field::EarlierRepression, trimmed(&text[address_end..]).to_owned());
}

fn read_execution(record: &mut Record<'_>, text: &str) {
    let sentence = sentences(text).next().unwrap_or_default();
    let stated = trimmed(sentence);
    match PLACE_AFTER_DATE.captures(stated) {
        Some(captures) => {
            record.push(Field::ExecutionDate, captures[1].to_owned());
            record.push(Field::ExecutionPlace, captures[2].to_owned());
        }
        None => record.push(Field::ExecutionDate, stated.to_owned()),
    }
    record.push(Field::Note, trimmed(&text[sentence.len()..]).to_owned());
}

fn read_burial(record: &mut Record<'_>, text: &str) {
    let sentence = sentences(text).next().unwrap_or_default();
    record.push(Field::BurialPlace, trimmed(sentence).to_owned());
    let rest = trimmed(&text[sentence.len()..]);
    record.push(Field::Note, rest.to_owned());
    if rest.contains(", род. ") {
        record.issues.push(RowIssue {
            field: Field::Note.name().to_owned(),
            value: rest.to_owned(),
            reason: "expected one person; a second seems to stand in the paragraph".to_owned(),
        });
    }
}

/// Takes the date out of a statement; without one the field stays absent.
fn set_date(record: &mut Record<'_>, field: Field, statement: &str) {
    if let Some(date) = DATE.find(statement) {
        record.set(field, date.as_str().to_owned());
    }
}

/// A death without a date is an event too; with words of its own it keeps them.
fn add_death(record: &mut Record<'_>, statement: String) {
    let known = record.events.iter_mut().find(|event| event.kind == EventKind::Death);
    match known {
        Some(event) => event.text = Some(statement.clone().into()),
        None => {
            let event =
                Event { text: Some(statement.clone().into()), ..Event::of(EventKind::Death) };
            record.events.push(event);
        }
    }
    record.push(Field::Note, statement);
}

/// Returns the stretches between commas outside brackets, without spaces around them.
///
/// A bracket that has no partner is a letter like any other: `(Польша0, поляк, член ВКП(б)`.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut open = Vec::new();
    let mut commas: Vec<usize> = Vec::new();
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => open.push((at, commas.len())),
            // The commas inside a pair do not separate.
            ')' => {
                if let Some((_, n_commas)) = open.pop() {
                    commas.truncate(n_commas);
                }
            }
            ',' => commas.push(at),
            _ => {}
        }
    }
    let mut start = 0;
    let mut parts = Vec::with_capacity(commas.len() + 1);
    for end in commas.into_iter().chain([text.len()]) {
        let part = &text[start..end];
        let part_start = start + part.len() - part.trim_start().len();
        let part_end = part_start + part.trim().len();
        if part_start < part_end {
            parts.push(part_start..part_end);
        }
        start = (end + 1).min(text.len());
    }
    parts
}

/// Cuts a text into sentences; each keeps its full stop and the space behind it.
///
/// A short word before the full stop is a shortened one and ends no sentence,
/// but capitals (`ОГПУ.`) and `г.` behind a year do.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let starts = SENTENCE_START
        .captures_iter(text)
        .filter_map(|captures| {
            let (stop, next) = (captures.get(0)?.start(), captures.get(1)?.start());
            ends_sentence(&text[..stop]).then_some(next)
        })
        .chain([text.len()])
        .collect::<Vec<_>>();
    starts.into_iter().filter_map(move |end| {
        let sentence = &text[start..end];
        start = end;
        (!sentence.is_empty()).then_some(sentence)
    })
}

fn ends_sentence(before_stop: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphabetic();
    let rest = before_stop.trim_end_matches(is_letter);
    let word = &before_stop[rest.len()..];
    match word {
        "г" | "гг" => rest.trim_end().ends_with(|letter: char| letter.is_ascii_digit()),
        "" => true,
        _ if word.chars().count() > 1 && word.chars().all(char::is_uppercase) => true,
        _ => word.chars().count() > LONGEST_SHORTENED_WORD,
    }
}

fn is_space_or_comma(letter: char) -> bool {
    letter.is_whitespace() || letter == ','
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(is_space_or_comma).trim_end_matches(['.', ' ', ','])
}
