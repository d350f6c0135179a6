//! Finds what was written otherwise than modern Russian spelling has it, and puts it right.

use super::readings::{find_ending, find_reading};
use super::units::{Loose, Unit, cut_units, is_cyrillic};
use crate::fold::{cyrillic_lookalike, latin_lookalike};
use std::borrow::Cow;
use std::ops::Range;

/// Makes the kinds of repair and their names in data files.
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// Why something was written otherwise.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RepairKind { $($(#[$doc])* $variant,)+ }

        impl RepairKind {
            /// Returns the name of the kind in `data/` and in answers.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(RepairKind::$variant => $name,)+ }
            }

            /// Returns the kind of a name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<RepairKind> {
                match name { $($name => Some(RepairKind::$variant),)+ _ => None }
            }
        }
    };
}

kinds! {
    /// A Latin letter inside a Cyrillic word.
    LatinLookalike = "latin_lookalike",
    /// A Cyrillic letter inside a Latin word.
    CyrillicLookalike = "cyrillic_lookalike",
    /// A letter and a combining sign where one letter stands for both.
    Composed = "composed",
    /// A mark of stress.
    Accent = "accent",
    /// A sign that cannot be seen.
    Invisible = "invisible",
    /// Another kind of hyphen.
    Hyphen = "hyphen",
    /// Another kind of apostrophe, or one that stands for a soft sign.
    Apostrophe = "apostrophe",
    /// Orthography of before 1918 (дореформенная).
    Pre1918 = "pre_1918",
    /// Letter of church books.
    Church = "church",
    /// Ukrainian.
    Ukrainian = "ukrainian",
    /// Belarusian.
    Belarusian = "belarusian",
    /// Kazakh, and letters that Kazakh shares with its neighbours.
    Kazakh = "kazakh",
    /// Tatar.
    Tatar = "tatar",
    /// Uzbek.
    Uzbek = "uzbek",
    /// Tajik.
    Tajik = "tajik",
    /// Bashkir.
    Bashkir = "bashkir",
    /// Chuvash.
    Chuvash = "chuvash",
    /// Komi.
    Komi = "komi",
    /// Mari.
    Mari = "mari",
    /// Udmurt.
    Udmurt = "udmurt",
    /// Serbian or Macedonian.
    Serbian = "serbian",
}

/// A place where the text differs from modern Russian spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The bytes of the text that are written otherwise.
    pub span: Range<usize>,
    /// What stands there.
    pub from: String,
    /// What modern spelling has; may be empty.
    pub to: String,
    /// Why.
    pub kind: RepairKind,
}

/// Returns the text in modern Russian spelling, as far as letters and endings tell.
///
/// # Shape
///
/// Borrows when nothing differs. Doing it twice changes nothing more.
///
/// # Source
///
/// `data/names/letter_readings.tsv`, `data/names/endings_modern.tsv`, `data/names/fold.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::modernise;
/// assert_eq!(modernise("Ѳедоръ Достоевскій"), "Федор Достоевский");
/// assert_eq!(modernise("Hиколай Барысаў"), "Николай Барысов");
/// assert_eq!(modernise("Живаго"), "Живаго");
/// ```
#[must_use]
pub fn modernise(text: &str) -> Cow<'_, str> {
    let repairs = find_repairs(text);
    if repairs.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut modern = String::with_capacity(text.len());
    let mut done = 0;
    for repair in &repairs {
        modern.push_str(&text[done..repair.span.start]);
        modern.push_str(&repair.to);
        done = repair.span.end;
    }
    modern.push_str(&text[done..]);
    Cow::Owned(modern)
}

/// Returns everything in the text that modern Russian spelling writes otherwise.
///
/// # Shape
///
/// In the order of the text; spans do not overlap.
#[must_use]
pub fn find_repairs(text: &str) -> Vec<Repair> {
    let mut repairs = Vec::new();
    if is_plain(text) {
        return repairs;
    }
    let units = cut_units(text, |span, loose| {
        let kind = match loose {
            Loose::Invisible => RepairKind::Invisible,
            Loose::Accent => RepairKind::Accent,
        };
        repairs.push(Repair { from: text[span.clone()].to_owned(), span, to: String::new(), kind });
    });
    let mut at = 0;
    while at < units.len() {
        let end = word_end(&units, at);
        if end == at {
            repair_hyphen(text, &units, at, &mut repairs);
            at += 1;
        } else {
            repair_word(text, &units[at..end], &mut repairs);
            at = end;
        }
    }
    repairs.sort_by_key(|repair| (repair.span.start, repair.span.end));
    repairs
}

/// Says quickly that nothing can differ: modern letters only, no word ends in a hard sign or -го.
fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter, 'а'..='щ' | 'ы'..='я' | 'А'..='Щ' | 'Ы'..='Я' | 'ё' | 'Ё' | ' ' | '-' | '.' | ',')
    }) && !text.contains("каго")
        && !text.contains("КАГО")
        && !text.contains("ьк")
        && !text.contains("ЬК")
}

/// Returns the end of the word that starts at `at`; `at` itself if none does.
fn word_end(units: &[Unit], at: usize) -> usize {
    let is_letter_at = |idx: usize| units.get(idx).is_some_and(is_letter);
    let mut end = at;
    while is_letter_at(end) || (end > at && is_apostrophe(units, end) && is_letter_at(end + 1)) {
        end += 1;
    }
    end
}

/// Says whether a unit is a letter or digit; one apostrophe counts as a letter in Unicode.
fn is_letter(unit: &Unit) -> bool {
    unit.letter.is_alphanumeric() && unit.letter != 'ʼ'
}

fn is_apostrophe(units: &[Unit], at: usize) -> bool {
    let is_one = |unit: &Unit| matches!(unit.letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '′' | '´');
    units.get(at).is_some_and(is_one)
}

fn repair_hyphen(text: &str, units: &[Unit], at: usize, repairs: &mut Vec<Repair>) {
    let unit = &units[at];
    let is_inner = at > 0 && is_letter(&units[at - 1]) && units.get(at + 1).is_some_and(is_letter);
    if is_inner && matches!(unit.letter, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}') {
        push_repair(text, unit, "-", RepairKind::Hyphen, repairs);
    }
}

fn repair_word(text: &str, units: &[Unit], repairs: &mut Vec<Repair>) {
    let n_cyrillic = n_cyrillic_kept(units);
    let is_latin = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, 'ß'..='\u{24f}');
    let n_latin = units.iter().filter(|unit| is_latin(unit.letter)).count();
    if n_cyrillic >= n_latin && n_cyrillic > 0 {
        repair_cyrillic(text, units, repairs);
    } else if n_cyrillic > 0 {
        for unit in units {
            if let Some(to) = latin_lookalike(small_of(unit.letter)) {
                push_repair(text, unit, to, RepairKind::CyrillicLookalike, repairs);
            }
        }
    }
    if n_cyrillic < n_latin {
        for at in 0..units.len() {
            if is_apostrophe(units, at) && units[at].letter != '\'' {
                push_repair(text, &units[at], "'", RepairKind::Apostrophe, repairs);
            }
        }
    }
}

/// Counts the Cyrillic letters but for hard signs at the end, which fall away: a word
/// must be of the same script before and after.
fn n_cyrillic_kept(units: &[Unit]) -> usize {
    let is_hard_sign = |unit: &&Unit| matches!(unit.letter, 'ъ' | 'Ъ');
    let n_hard_signs = units.iter().rev().take_while(is_hard_sign).count();
    let n_cyrillic = units.iter().filter(|unit| is_cyrillic(unit.letter)).count();
    if n_hard_signs == units.len() { n_cyrillic } else { n_cyrillic - n_hard_signs }
}

fn repair_cyrillic(text: &str, units: &[Unit], repairs: &mut Vec<Repair>) {
    // The word as its writer meant it: small Cyrillic letters, look-alikes put right.
    let word: Vec<char> = units.iter().map(meant_letter).collect();
    let n_hard_signs = word.iter().rev().take_while(|letter| **letter == 'ъ').count();
    let stem_end = if n_hard_signs == word.len() { word.len() } else { word.len() - n_hard_signs };
    let ending = find_ending(&word).or_else(|| find_ending(&word[..stem_end]));
    let ending = ending.filter(|ending| word[..stem_end].ends_with(&ending.from));
    let ending_start = ending.map_or(stem_end, |ending| stem_end - ending.from.len());
    for (at, unit) in units.iter().enumerate().take(ending_start) {
        repair_letter(text, unit, &word[..stem_end], at, repairs);
    }
    if let Some(ending) = ending {
        let span = units[ending_start].span.start..units[stem_end - 1].span.end;
        // Signs between the letters of the ending fall away with it.
        repairs.retain(|repair| repair.span.end <= span.start || repair.span.start >= span.end);
        let is_capital = units[ending_start].letter.is_uppercase();
        let to = if is_capital { ending.to.to_uppercase() } else { ending.to.to_owned() };
        repairs.push(Repair { from: text[span.clone()].to_owned(), span, to, kind: ending.kind });
    }
    for unit in &units[stem_end..] {
        push_repair(text, unit, "", RepairKind::Pre1918, repairs);
    }
}

fn repair_letter(text: &str, unit: &Unit, word: &[char], at: usize, repairs: &mut Vec<Repair>) {
    let written = small_of(unit.letter);
    if matches!(word[at], '\'') {
        let next = word.get(at + 1).copied();
        let read =
            next.and_then(|_| find_reading(word, at + 1)).and_then(|read| read.to.chars().next());
        let is_soft = read.or(next).is_some_and(|next| "яюеёи".contains(next));
        let to = if is_soft { "ь" } else { "'" };
        if to != "'" || unit.letter != '\'' {
            push_small_repair(text, unit, to, RepairKind::Apostrophe, repairs);
        }
        return;
    }
    let is_lookalike = written != word[at];
    let reading = find_reading(word, at);
    let mut letter = [0; 4];
    match reading {
        Some(reading) => push_repair(text, unit, reading.to, reading.kind, repairs),
        None if is_lookalike => {
            let to: &str = word[at].encode_utf8(&mut letter);
            push_repair(text, unit, to, RepairKind::LatinLookalike, repairs);
        }
        None if unit.span.len() > unit.letter.len_utf8() && !unit.is_marked => {
            let to: &str = written.encode_utf8(&mut letter);
            push_repair(text, unit, to, RepairKind::Composed, repairs);
        }
        None => {}
    }
}

/// Returns the small Cyrillic letter that stands there or was meant.
fn meant_letter(unit: &Unit) -> char {
    let small = small_of(unit.letter);
    if is_cyrillic(small) || unit.is_marked {
        return small;
    }
    if matches!(small, '’' | '‘' | 'ʼ' | '`' | '′' | '´') {
        return '\'';
    }
    cyrillic_lookalike(small).and_then(|to| to.chars().next()).unwrap_or(small)
}

/// Returns the small letter; a capital that has none of one piece stays.
fn small_of(letter: char) -> char {
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) => small,
        _ => letter,
    }
}

/// Adds a repair in the case of the letter it replaces.
fn push_repair(text: &str, unit: &Unit, to: &str, kind: RepairKind, repairs: &mut Vec<Repair>) {
    if !unit.letter.is_uppercase() {
        return push_small_repair(text, unit, to, kind, repairs);
    }
    let mut letters = to.chars();
    let title = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let from = text[unit.span.clone()].to_owned();
    repairs.push(Repair { span: unit.span.clone(), from, to: title, kind });
}

fn push_small_repair(
    text: &str,
    unit: &Unit,
    to: &str,
    kind: RepairKind,
    repairs: &mut Vec<Repair>,
) {
    let from = text[unit.span.clone()].to_owned();
    repairs.push(Repair { span: unit.span.clone(), from, to: to.to_owned(), kind });
}
