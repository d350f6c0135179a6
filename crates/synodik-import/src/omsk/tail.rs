//! Reads the statements behind the members: exile, flight, death, birth, rehabilitation.

use super::WORDS;
use crate::events::dated_event;
use crate::lines::trimmed;
use crate::word_finder::{FoundWord, WordFinder};
use regex::Regex;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;
use synodik_model::{Event, EventKind, Field, Record};

static OPENERS: LazyLock<WordFinder> = LazyLock::new(|| WordFinder::of(&WORDS, &[&["opener"]]));

static LATE_OPENERS: LazyLock<WordFinder> =
    LazyLock::new(|| WordFinder::of(&WORDS, &[&["late_opener"]]));

/// What a statement or a clause of it tells; where several words start at one letter, the first.
const TOPICS: [(Topic, &str); 14] = [
    (Topic::Rehabilitation, "rehabilitation"),
    (Topic::Birth, "birth"),
    (Topic::Death, "death"),
    (Topic::Marriage, "marriage"),
    (Topic::SubjectToExile, "subject_to_exile"),
    (Topic::Release, "release"),
    (Topic::Exile, "exile"),
    (Topic::Dispossession, "dispossession"),
    (Topic::Execution, "execution"),
    (Topic::Arrest, "arrest"),
    (Topic::Sentence, "sentence"),
    (Topic::Other, "flight"),
    (Topic::Other, "moved"),
    (Topic::Other, "returned"),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Topic {
    Rehabilitation,
    Birth,
    Death,
    Marriage,
    SubjectToExile,
    Release,
    Exile,
    Dispossession,
    Execution,
    Arrest,
    Sentence,
    Other,
}

static TOPIC_WORDS: LazyLock<WordFinder> = LazyLock::new(|| {
    let kinds = TOPICS.map(|(_, kind)| [kind]);
    let groups: Vec<&[&str]> = kinds.iter().map(|kind| kind.as_slice()).collect();
    WordFinder::of_any_case(&WORDS, &groups)
});

/// Returns the first word of a text that tells something: what it tells, and its bytes.
fn first_topic(text: &str) -> Option<(Topic, Range<usize>)> {
    let found = TOPIC_WORDS.find(text, 0)?;
    Some((TOPICS[found.group].0, found.start..found.end))
}

static OTHER_SUBJECTS: LazyLock<WordFinder> =
    LazyLock::new(|| WordFinder::of(&WORDS, &[&["other_subject"]]));

/// Returns whether a clause starts with somebody else than the head.
fn is_of_others(clause: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let start = clause.find(is_word).unwrap_or(clause.len());
    OTHER_SUBJECTS.at(clause, start).is_some()
}

/// A year, or several of a stretch.
static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^\p{L}])[вВ]\s+(?P<date>\d{4}(?:\s*-\s*\d{4})?(?:\s*гг?\.)?)")
        .expect("constant")
});

/// A day as the books write it: `10. 02. 1997 г.`, or a year.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\d{1,2}\.\s*\d{1,2}\.?\s*\d{4}(?:\s*г\.)?|(?:^|[^\p{L}])в\s+(\d{4}(?:\s*-\s*\d{4})?\s*гг?\.)")
        .expect("constant")
});

/// The place of an exile.
static EXILE_PLACE: LazyLock<Regex> =
    LazyLock::new(|| WORDS.pattern(r"(?:^|[^\p{L}])(?P<place>(?:в|во)\s+(?:[^\d]|\d+-).*)$"));

static SETTLEMENT: LazyLock<Regex> = LazyLock::new(|| WORDS.pattern(r"«settlement»"));

static BODY: LazyLock<Regex> =
    LazyLock::new(|| WORDS.pattern(r"«body»\s*(?P<body>\p{Lu}{2,}(?:\s+по\s+\p{Lu}\S+\s+обл\.)?)"));

/// The office that rehabilitated.
static OFFICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) (?: (?:ИЦ\s+)?УМ?ВД (?:\s+России)? | (?:[Пп]рокуратур|[Пп]рокурор)\p{L}* )
        (?: \s+ (?:по\s+)? \p{Lu}\p{L}+ \s+ (?:обл\.?|области|кра[юя]) )?",
    )
    .expect("constant")
});

/// Reads the statements of an entry; those that name relatives go to `family` as they stand.
pub(super) fn read_tail<'t>(record: &mut Record<'t>, tail: &'t str, family: &mut Vec<&'t str>) {
    let members = family.first().copied().unwrap_or_default();
    for statement in statements(tail) {
        let n_events = record.events.len();
        let stretch = match first_topic(statement).map(|(topic, _)| topic) {
            Some(Topic::Rehabilitation) => read_rehabilitation(record, statement),
            Some(Topic::Birth | Topic::Marriage) => Some(statement),
            Some(Topic::Death) => {
                read_death(record, statement, members);
                Some(statement).filter(|statement| names_others(record, statement))
            }
            _ => {
                clauses(statement).for_each(|clause| read_clause(record, clause));
                Some(statement).filter(|statement| names_others(record, statement))
            }
        };
        if stretch.is_some() {
            // The words that name relatives stand in one place only, where they can be withheld.
            record.events[n_events..].iter_mut().for_each(|event| event.text = None);
            record.events.retain(|event| *event != Event::of(EventKind::Other));
        }
        family.extend(stretch.map(trimmed).filter(|stretch| !stretch.is_empty()));
    }
}

/// Cuts the tail where a word stands with which statements begin.
fn statements(tail: &str) -> impl Iterator<Item = &str> {
    let mut starts = Vec::new();
    let mut from = 0;
    while let Some((start, end)) = next_opener(tail, from) {
        starts.push(start);
        from = end;
    }
    cut(tail, starts)
}

/// Returns the next word that opens a statement: at the start or behind a stop, some behind any sign.
fn next_opener(tail: &str, from: usize) -> Option<(usize, usize)> {
    let bytes_of = |found: FoundWord| (found.start, found.end);
    if from == 0
        && let Some(found) = OPENERS.at(tail, 0)
    {
        return Some(bytes_of(found));
    }
    let signs = tail[from..].char_indices().filter(|(_, letter)| !letter.is_alphabetic());
    let mut signs = signs.map(|(at, letter)| (from + at + letter.len_utf8(), letter));
    signs.find_map(|(behind, sign)| {
        let word = tail.len() - tail[behind..].trim_start().len();
        let opened = matches!(sign, '.' | ')').then(|| OPENERS.at(tail, word)).flatten();
        opened.or_else(|| LATE_OPENERS.at(tail, behind)).map(bytes_of)
    })
}

/// Cuts a statement before each comma behind which another verb or subject stands.
fn clauses(statement: &str) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = statement
        .match_indices(", ")
        .map(|(at, comma)| at + comma.len())
        .filter(|&at| {
            let clause = statement[at..].split(", ").next().unwrap_or_default();
            first_topic(clause).is_some()
        })
        .collect();
    cut(statement, starts)
}

/// Cuts a text at some places; the first piece starts at its start.
fn cut(text: &str, starts: Vec<usize>) -> impl Iterator<Item = &str> {
    let mut start = 0;
    starts.into_iter().chain([text.len()]).filter_map(move |end| {
        let piece = &text[start..end];
        start = end;
        (!piece.trim().is_empty()).then_some(piece)
    })
}

/// Reads one clause as an event of the head, or of the household in words of its own.
fn read_clause<'t>(record: &mut Record<'t>, clause: &'t str) {
    let Some((topic, _)) = first_topic(clause) else { return };
    let clause = trimmed(clause);
    let date = YEAR.captures(clause).and_then(|captures| captures.name("date"));
    let date = date.map(|found| trimmed(found.as_str()));
    let kind = match topic {
        _ if is_of_others(clause) => EventKind::Kin,
        Topic::Exile => EventKind::Exile,
        Topic::Dispossession => EventKind::Dispossession,
        Topic::Arrest => EventKind::Arrest,
        Topic::Sentence => EventKind::Sentence,
        Topic::Execution => EventKind::Execution,
        Topic::Release => EventKind::Release,
        _ => EventKind::Other,
    };
    let mut event = dated_event(record, kind, date);
    event.text = Some(Cow::Borrowed(clause));
    let body = BODY.captures(clause).and_then(|captures| captures.name("body"));
    event.body = body.map(|found| Cow::Borrowed(found.as_str()));
    let after_date = date.and_then(|date| Some(&clause[clause.find(date)? + date.len()..]));
    if matches!(kind, EventKind::Exile) {
        let settlement = SETTLEMENT.find(clause);
        let after_settlement =
            settlement.map(|found| &clause[found.start() + found.as_str().trim_end().len()..]);
        let found = EXILE_PLACE.captures(after_settlement.or(after_date).unwrap_or(clause));
        let place = found.and_then(|captures| captures.name("place"));
        event.place = place.map(|place| Cow::Borrowed(place.as_str()));
        event.measure = settlement.map(|found| Cow::Borrowed(found.as_str().trim_end()));
    }
    set_fields(record, &event);
    record.events.push(event);
}

/// The fields hold the first event of their kind.
fn set_fields<'t>(record: &mut Record<'t>, event: &Event<'t>) {
    let fields = match event.kind {
        EventKind::Exile => [Some(Field::ExileDate), Some(Field::ExilePlace), None],
        EventKind::Arrest => [Some(Field::ArrestDate), None, Some(Field::ArrestBody)],
        EventKind::Sentence => [Some(Field::SentenceDate), None, Some(Field::SentenceBody)],
        EventKind::Execution => [Some(Field::ExecutionDate), None, None],
        EventKind::Release => [Some(Field::ReleaseDate), None, None],
        EventKind::Death => [Some(Field::DeathDate), Some(Field::DeathPlace), None],
        _ => [None; 3],
    };
    if record.events.iter().any(|known| known.kind == event.kind) {
        return;
    }
    for (field, value) in fields.into_iter().zip([&event.date_stated, &event.place, &event.body]) {
        if let (Some(field), Some(value)) = (field, value) {
            record.set(field, value.clone());
        }
    }
}

/// Reads who died; the head's death becomes an event.
fn read_death<'t>(record: &mut Record<'t>, statement: &'t str, members: &str) {
    let given = record.get(Field::Given).unwrap_or_default().to_owned();
    let patronymic = record.get(Field::Patronymic).unwrap_or_default().to_owned();
    let is_head = |item: &str| {
        let names: Vec<&str> =
            item.split(' ').filter(|word| word.starts_with(char::is_uppercase)).collect();
        match names[..] {
            [name] => name == given && !has_word(members, &given),
            [name, father, ..] => name == given && father == patronymic,
            [] => false,
        }
    };
    let Some((_, verb)) = first_topic(statement) else { return };
    let text = trimmed(&statement[verb.end..]);
    let verb = &statement[verb];
    let text = text
        .strip_prefix("на спецпоселении")
        .map_or(text, |rest| rest.trim_start_matches([':', ' ']));
    let has_name = text.split([' ', ',']).any(|word| word.starts_with(char::is_uppercase));
    let items: Vec<&str> = text.split(", ").collect();
    let Some(item) = (match has_name {
        // Without a name it is the head, if the verb says so: `Умер в 1935 г.`
        false => is_singular_of_head(record, verb).then_some(text),
        true => items.iter().find(|item| is_head(item)).copied(),
    }) else {
        return;
    };
    let date = YEAR.captures(item).and_then(|captures| captures.name("date"));
    let mut event =
        dated_event(record, EventKind::Death, date.map(|found| trimmed(found.as_str())));
    event.place = SETTLEMENT.find(statement).map(|found| Cow::Borrowed(found.as_str().trim_end()));
    event.text = Some(Cow::Owned(trimmed(verb).to_owned()));
    set_fields(record, &event);
    record.events.push(event);
}

/// The verb has the sex of the head, seen by the patronymic.
fn is_singular_of_head(record: &Record<'_>, verb: &str) -> bool {
    let patronymic = record.get(Field::Patronymic).unwrap_or_default();
    let is_woman = patronymic.ends_with("на");
    verb.ends_with("ла") == is_woman && !verb.ends_with("ли")
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|letter: char| !letter.is_alphabetic()).any(|other| other == word)
}

/// Reads the rehabilitation; gives the stretch that names others than the head.
fn read_rehabilitation<'t>(record: &mut Record<'t>, statement: &'t str) -> Option<&'t str> {
    let office = OFFICE.find(statement);
    let verb_end = first_topic(statement).map_or(0, |(_, word)| word.end);
    let names_start = office.map_or(verb_end, |found| found.end());
    let names = &statement[names_start..];
    let exception = WORDS.words("exception").iter().filter_map(|word| names.find(word)).min();
    let (listed, excepted) = names.split_at(exception.unwrap_or(names.len()));
    let listed_names = DAY.find(listed).map_or(listed, |day| &listed[..day.start()]);
    let has_names = listed_names.chars().any(char::is_uppercase);
    let given = record.get(Field::Given).unwrap_or_default().to_owned();
    let at = match has_names {
        true => find_head(record, listed),
        false => (!starts_with_stem(excepted, &given)).then_some(0),
    };
    if let Some(at) = at {
        let day = DAY.captures(&listed[at..]).and_then(|day| day.get(1).or_else(|| day.get(0)));
        let day = day.or_else(|| DAY.find(statement)).map(|day| day.as_str());
        let mut event = dated_event(record, EventKind::Rehabilitation, day);
        event.body = office.map(|found| Cow::Borrowed(found.as_str()));
        if let Some(day) = day {
            record.set(Field::RehabilitationDate, day);
        }
        record.set(Field::RehabilitationBody, office.map_or("", |found| found.as_str()));
        record.events.push(event);
    }
    let stretch = if has_names { names } else { excepted };
    Some(stretch).filter(|stretch| names_others(record, stretch))
}

/// Finds the given name of the head among those listed; the surname before it has to be the head's.
fn find_head(record: &Record<'_>, listed: &str) -> Option<usize> {
    let given = record.get(Field::Given)?;
    let patronymic = record.get(Field::Patronymic).unwrap_or_default();
    listed.match_indices(given).map(|(at, _)| at).find(|&at| {
        let after = listed[at + given.len()..].trim_start();
        let is_whole = !listed[at + given.len()..].starts_with(char::is_alphabetic);
        let father = after.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
        is_whole
            && (father == patronymic
                || patronymic.is_empty()
                || !father.starts_with(char::is_uppercase))
    })
}

fn starts_with_stem(text: &str, name: &str) -> bool {
    let n_letters = name.chars().count().saturating_sub(1).max(2);
    let stem: String = name.chars().take(n_letters).collect();
    text.split(|letter: char| !letter.is_alphabetic()).any(|word| word.starts_with(&stem))
}

/// Returns whether a statement names anybody but the head; what may be a name counts as one.
///
/// A word with a capital that does not start the statement is a name unless it is
/// one of the head's, of a body, or of a place by the words beside it.
fn names_others(record: &Record<'_>, statement: &str) -> bool {
    let fields = [Field::Surname, Field::Given, Field::Patronymic, Field::NameVariants];
    let is_heads = |word: &str| {
        fields.iter().filter_map(|field| record.get(*field)).any(|name| has_word(name, word))
    };
    let words: Vec<(usize, &str)> = words_of(statement).collect();
    let mut is_place = false;
    words.iter().enumerate().any(|(idx, &(at, word))| {
        let is_capital = word.starts_with(char::is_uppercase);
        let is_number = word.starts_with(|letter: char| letter.is_ascii_digit());
        let (_, before) = words.get(idx.wrapping_sub(1)).copied().unwrap_or((0, ""));
        let follows_stop = statement[..at].trim_end().ends_with('.');
        let has_mark = follows_stop && WORDS.has("place_mark", before);
        let follows = has_mark || WORDS.has("before_place", before);
        let is_beside = |word: &&(usize, &str)| WORDS.has("place_word", word.1);
        is_place = match is_capital || is_number {
            true => {
                is_place
                    || follows
                    || words[idx..].iter().skip(1).take(2).any(|word| is_beside(&word))
            }
            false => is_place && WORDS.has("place_word", word),
        };
        is_capital && idx > 0 && !is_place && !WORDS.has("body_word", word) && !is_heads(word)
    })
}

/// Iterates over the words with their places; `с/с` and `Усть-Ишимский` are one word.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_inside = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '-');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_inside)?;
        let length = text[start..].find(|letter| !is_inside(letter));
        at = length.map_or(text.len(), |length| start + length);
        Some((start, &text[start..at]))
    })
}
