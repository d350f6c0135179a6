//! Reads an entry: surname, given name, father's name, kin word, aliases, birth.

use super::kin_chain::read_kin_chain;
use super::lexicon::LEXICON;
use super::pointer::FamilyPointer;
use crate::bearer::{settle_sex, title_case};
use std::ops::Range;
use synodik_model::{Combination, DateSpan, DateStatement, Kinship, Mention, MentionRole};

/// What one line of the books says of whom.
#[derive(Debug, Clone, PartialEq)]
pub struct EstonianEntry {
    /// The one of the line and those whose entries were run into it.
    ///
    /// A head has the role of one and no kinship; the kinship of a member is to
    /// the head whose entry stands before. All have `relative_to` 0.
    pub mentions: Vec<Mention>,
    /// For each mention the entry to which the line sends its reader.
    pub pointers: Vec<Option<FamilyPointer>>,
    /// Whether the line says of the first that they were not deported.
    pub is_not_deported: bool,
}

/// Reads one line of the books R5 and R6 (Estonian: Represseeritud isikute registrid).
///
/// # Shape
///
/// `line`: an entry with the marks of its edition (`<…>`, `===…===`) or without.
/// Spans are bytes in `line`. A head is written in capitals. A line that goes on
/// with the entry before it gives no mention.
///
/// # Units
///
/// Years of two digits are of the century that `data/kin/et.toml` names.
///
/// # Source
///
/// `data/kin/et.toml`, `data/kin/relations.toml`
///
/// # Example
///
/// ```
/// use synodik_family::read_estonian_entry;
/// let entry = read_estonian_entry("=== Kuusk, Leena, Mihkel===, abikaasa õde, 03.04.09; Kirovi obl.");
/// let member = &entry.mentions[0];
/// assert_eq!(member.kinship.as_ref().and_then(|kinship| kinship.term), Some("sister_in_law"));
/// assert_eq!(member.birth.as_ref().map(|birth| birth.to_edtf()).as_deref(), Some("1909-04-03"));
/// let pointer = read_estonian_entry("===SAAR, Leena, Mihkel=== 1909 perek. Kuusk A.");
/// assert_eq!(pointer.pointers[0].as_ref().map(|to| to.surname.as_str()), Some("Kuusk"));
/// ```
pub fn read_estonian_entry(line: &str) -> EstonianEntry {
    let mut entry =
        EstonianEntry { mentions: Vec::new(), pointers: Vec::new(), is_not_deported: false };
    let starts = entry_starts(line);
    for (start_idx, &start) in starts.iter().enumerate() {
        let end = starts.get(start_idx + 1).copied().unwrap_or(line.len());
        if let Some((mention, pointer)) = read_one(line, start..end) {
            if start_idx == 0 {
                entry.is_not_deported = line[start..end].contains(&LEXICON.not_deported);
            }
            entry.mentions.push(mention);
            entry.pointers.push(pointer);
        }
    }
    entry
}

/// Where entries start in a line: at its start, and behind the end of an entry run into it.
fn entry_starts(line: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let ends = line.char_indices().filter(|(_, sign)| matches!(sign, '.' | ']' | ';' | ')'));
    for (at, sign) in ends {
        let from = at + sign.len_utf8();
        let rest = line[from..].trim_start_matches([' ', '=', '<', '\t']);
        let start = line.len() - rest.len();
        if start == from || !rest.starts_with(char::is_uppercase) {
            continue;
        }
        if is_entry_start(rest) && starts.last().is_none_or(|last| *last < start) {
            starts.push(start);
        }
    }
    starts
}

/// Whether a member with a kin word starts here, or a head in capitals that sends elsewhere.
fn is_entry_start(rest: &str) -> bool {
    let parts: Vec<&str> = rest.split(',').take(5).collect();
    let [surname, given, others @ ..] = parts.as_slice() else { return false };
    let is_name = |part: &str| {
        let name = clean(part);
        name.split(' ').count() <= 2 && name.starts_with(char::is_uppercase) && !name.contains('.')
    };
    if !is_name(surname) || !is_name(given) && clean(given) != "?" {
        return false;
    }
    if is_capitals(surname) && surname.chars().count() > 2 {
        let name_end = surname.len() + ','.len_utf8() + given.len();
        return rest[name_end..].chars().take(40).collect::<String>().contains("perek.");
    }
    others.iter().take(2).any(|part| {
        let phrase = part.split([';', '.']).next().unwrap_or(part);
        read_kin_chain(&clean(phrase)).is_some()
    })
}

fn is_capitals(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|letter| letter.is_alphabetic()).collect();
    letters.len() > 1 && letters.iter().all(|letter| letter.is_uppercase())
}

/// Text without marks of the edition and breaks of lines.
fn clean(text: &str) -> String {
    let kept: String =
        text.chars().filter(|sign| !matches!(sign, '=' | '<' | '>' | '\u{ad}')).collect();
    let mut out = String::with_capacity(kept.len());
    let mut letters = kept.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        out.push(letter);
        // A word broken at the end of a line: "Kures- saare".
        if letter == '-' && letters.peek() == Some(&' ') {
            let mut ahead = letters.clone();
            ahead.next();
            if ahead.peek().is_some_and(|next| next.is_lowercase()) {
                out.pop();
                letters.next();
            }
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A part between commas, with its bytes.
struct Part {
    text: String,
    span: Range<usize>,
    /// Whether a semicolon or the end of a sentence stands behind it.
    is_last: bool,
}

/// The parts of an entry up to where it says what happened.
fn parts_of(line: &str, span: Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = span.start;
    let push = |parts: &mut Vec<Part>, from: usize, to: usize, is_last: bool| {
        let text = clean(&line[from..to]);
        if !text.is_empty() {
            parts.push(Part { text, span: from..to, is_last });
        } else if let Some(before) = parts.last_mut() {
            before.is_last |= is_last;
        }
    };
    for (offset, sign) in line[span.clone()].char_indices() {
        let at = span.start + offset;
        let is_closed = line[..at].ends_with("==")
            && sign == '='
            && !line[at + 1..].starts_with('=')
            && at > span.start + 3;
        match sign {
            ',' => {
                push(&mut parts, start, at, false);
                start = at + 1;
            }
            ';' => {
                push(&mut parts, start, at, true);
                start = at + 1;
            }
            '=' if is_closed => {
                push(&mut parts, start, at + 1, false);
                start = at + 1;
            }
            _ => {}
        }
        if parts.len() > 9 {
            return parts;
        }
    }
    push(&mut parts, start, span.end, true);
    parts
}

fn read_one(line: &str, span: Range<usize>) -> Option<(Mention, Option<FamilyPointer>)> {
    let parts = parts_of(line, span.clone());
    let surname_part = parts.first()?;
    let surname_word = surname_part.text.trim_end_matches('.');
    let is_continuation =
        LEXICON.continuations.iter().any(|word| *word == surname_word.to_lowercase());
    if is_continuation || !surname_word.starts_with(char::is_uppercase) {
        return None;
    }
    let is_head = is_capitals(surname_word);
    let role = if is_head { MentionRole::Head } else { MentionRole::Member };
    let mut mention = Mention::empty(role, line, span);
    let (surname, variant) = split_variant(surname_word);
    mention.surname = Some(title_case(surname));
    mention.surname_stated = Some(surname.to_owned());
    mention.name_variants.extend(variant);
    let n_names = read_names(&mut mention, &parts);
    let pointer = read_facts(&mut mention, &parts[n_names..], line);
    settle_sex(&mut mention);
    Some((mention, pointer))
}

/// `NOORMETS (MUST)`: the surname and another one in brackets.
fn split_variant(surname: &str) -> (&str, Option<String>) {
    match surname.split_once('(') {
        Some((main, other)) => (main.trim(), Some(other.trim_end_matches(')').trim().to_owned())),
        None => (surname, None),
    }
}

/// Reads given name and father's name; gives how many parts the name has.
fn read_names(mention: &mut Mention, parts: &[Part]) -> usize {
    for (part_idx, part) in parts.iter().enumerate().take(3).skip(1) {
        let name = part.text.trim_end_matches('.').trim();
        let first = name.split([' ', '.']).next().unwrap_or_default();
        let is_name = first.starts_with(char::is_uppercase) || first == "?";
        let is_plain = is_name
            && !name.contains(|sign: char| sign.is_ascii_digit())
            && name.split(' ').count() <= 3
            && !LEXICON.ends.contains(&first.to_lowercase());
        if !is_plain {
            return part_idx;
        }
        let value = (name != "?").then(|| name.to_owned());
        if part_idx == 1 {
            mention.given = value;
        } else {
            mention.patronymic = value;
        }
        if part.is_last {
            return part_idx + 1;
        }
    }
    parts.len().min(3)
}

/// Reads kin word, aliases, birth and pointer from the parts behind the name.
fn read_facts(mention: &mut Mention, parts: &[Part], line: &str) -> Option<FamilyPointer> {
    let mut pointer = None;
    for (part_idx, part) in parts.iter().enumerate() {
        if let Some((before, target)) = split_pointer(&part.text) {
            pointer = FamilyPointer::parse(target);
            read_birth(mention, before);
            break;
        }
        let first = part.text.split([' ', '.', '-']).next().unwrap_or_default().to_lowercase();
        if LEXICON.ends.contains(&first) {
            break;
        }
        if mention.role == MentionRole::Member && mention.kinship.is_none() {
            read_kinship(mention, &parts[part_idx..], line);
        }
        if LEXICON.aliases.contains(&first) && mention.kinship.as_ref().is_none_or(|_| part_idx < 3)
        {
            read_alias(mention, &part.text);
        }
        if mention.birth.is_none() {
            read_birth(mention, &part.text);
        }
        if part.is_last {
            break;
        }
    }
    pointer
}

fn split_pointer(text: &str) -> Option<(&str, &str)> {
    LEXICON.pointers.iter().find_map(|word| {
        let (before, target) = text.split_once(&format!("{word}. "))?;
        Some((before, target))
    })
}

/// Reads the kin word at the start of a part, and of the next where a comma stands in the chain.
fn read_kinship(mention: &mut Mention, parts: &[Part], line: &str) {
    let part = &parts[0];
    // The words up to a number, a point that ends a sentence or another mark.
    let end = part.text.find(|sign: char| sign.is_ascii_digit()).unwrap_or(part.text.len());
    let sentence = part.text[..end].split(". ").next().unwrap_or_default();
    let Some((mut kinship, sentence)) = longest_chain(sentence) else { return };
    let mut span = part.span.clone();
    let next = parts.get(1).filter(|next| read_kin_chain(&next.text).is_some());
    if let Some(next) = next.filter(|_| sentence == "abikaasa")
        && let Some(longer) = read_kin_chain(&format!("{sentence} {}", next.text))
    {
        kinship = longer;
        span.end = next.span.end;
    }
    let stated = line[span].trim();
    let words = if sentence.len() < part.text.len() { sentence.trim() } else { stated };
    mention.relation_stated = Some(clean(words).trim_end_matches([' ', '.']).to_owned());
    mention.kinship = Some(kinship);
}

/// The kinship that the first words of a text state, as many as do.
fn longest_chain(text: &str) -> Option<(Kinship, &str)> {
    let ends = text.char_indices().filter(|(_, sign)| *sign == ' ').map(|(at, _)| at);
    let mut ends: Vec<usize> = ends.chain([text.len()]).collect();
    ends.reverse();
    // A word that is no kin word behind the chain is another name or a people.
    ends.into_iter().find_map(|end| Some((read_kin_chain(&text[..end])?, &text[..end])))
}

/// Reads "ka Marlen", "np. Aare", "en. ka Maire".
fn read_alias(mention: &mut Mention, text: &str) {
    let words = text.split([' ', '.']).filter(|word| !word.is_empty());
    let names: Vec<&str> = words
        .skip_while(|word| LEXICON.aliases.contains(&word.to_lowercase()))
        .take_while(|word| word.starts_with(char::is_uppercase))
        .collect();
    if !names.is_empty() {
        mention.name_variants.push(names.join(" "));
    }
}

/// Reads the first date of a text as the day of birth, and a second behind "ka".
fn read_birth(mention: &mut Mention, text: &str) {
    let Some((span, behind)) = read_span(text) else { return };
    let second = behind.split_once("ka ").and_then(|(_, rest)| read_span(rest));
    mention.birth = Some(DateStatement {
        primary: span,
        others: second.map(|(span, _)| span).into_iter().collect(),
        combination: Combination::Conflict,
    });
}

/// The first `12.07.07`, `03.02.1881`, `09.1882` or `1905` of a text, and what stands behind.
fn read_span(text: &str) -> Option<(DateSpan, &str)> {
    let start = text.find(|sign: char| sign.is_ascii_digit())?;
    let rest = &text[start..];
    let end = rest
        .find(|sign: char| !sign.is_ascii_digit() && sign != '.' && sign != ' ')
        .unwrap_or(rest.len());
    let numbers: Vec<&str> =
        rest[..end].split(['.', ' ']).filter(|number| !number.is_empty()).take(3).collect();
    let year = |number: &str| -> Option<i32> {
        let value: i32 = number.parse().ok()?;
        match number.len() {
            4 if (1780..=1999).contains(&value) => Some(value),
            2 => Some(LEXICON.century + value),
            _ => None,
        }
    };
    let small = |number: &str| number.parse::<u32>().ok().filter(|_| number.len() <= 2);
    let span = match numbers.as_slice() {
        [number, ..] if number.len() == 4 => DateSpan::year(year(number)?)?,
        [day, month, number] => DateSpan::day(year(number)?, small(month)?, small(day)?)?,
        [month, number] if number.len() == 4 => DateSpan::month(year(number)?, small(month)?)?,
        _ => return None,
    };
    Some((span, &rest[end..]))
}

#[cfg(test)]
mod tests;
