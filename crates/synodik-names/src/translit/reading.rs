//! What Latin letters may stand for in a scheme: its rules read backwards.

use super::Scheme;
use super::letter_model::{Code, code_of, letter_of};
use super::rules::{Place, rules_of};
use crate::fold::folded_letter;
use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const COMMON_READS_TSV: &str = include_str!("../../../../data/names/translit/common_reads.tsv");

/// Chance of a spelling that is the scheme's but for its marks above the letters.
const P_WITHOUT_MARKS: f32 = 0.2;
/// Chances of the readings that the file of a scheme adds, first to last.
const P_SCHEME_READS: [f32; 4] = [0.3, 0.15, 0.1, 0.05];
/// Weights of the endings that the file of a scheme adds: an ending speaks for the scheme.
const SCHEME_ENDING_WEIGHTS: [f32; 4] = [4.0, 2.0, 1.0, 0.5];
/// Chances of the readings that count in every scheme, first to last.
const P_COMMON_READS: [f32; 4] = [0.06, 0.03, 0.02, 0.01];
/// Weights of the endings that count in every scheme, first to last.
const COMMON_ENDING_WEIGHTS: [f32; 4] = [3.0, 1.0, 0.3, 0.1];
/// Chance of a letter that the scheme does not have.
const P_FOREIGN_LETTER: f32 = 0.05;
/// Chance that a soft sign is left out where the scheme writes it.
const P_SOFT_SIGN_LOST: f32 = 0.1;

/// Cyrillic letters that a piece of Latin may stand for.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) codes: Vec<Code>,
    pub(super) ln_p: f32,
    place: Place,
}

impl Reading {
    /// Says whether the reading holds after the letters read so far.
    ///
    /// What follows is not known yet; the scheme is asked when the word is whole.
    pub(super) fn fits(&self, read: &[Code], is_word_end: bool) -> bool {
        match self.place {
            Place::Any | Place::Before(_) => true,
            Place::Start => read.is_empty(),
            Place::End => is_word_end && !read.is_empty(),
            Place::After(letters) | Place::Between(letters) => {
                let last = read.last().and_then(|code| letter_of(*code));
                last.is_some_and(|last| letters.contains(last))
            }
        }
    }
}

/// All readings of one scheme.
pub(super) struct Readings {
    by_latin: HashMap<String, Vec<Reading>>,
    pub(super) longest_bytes: usize,
    /// Chance, as a logarithm, that a soft sign stands where nothing is written.
    pub(super) ln_p_silent_soft_sign: f32,
    /// The scheme writes nothing for a hard sign.
    pub(super) is_hard_sign_silent: bool,
}

static READINGS: LazyLock<Vec<Readings>> =
    LazyLock::new(|| Scheme::ALL.into_iter().map(load_readings).collect());

/// Returns the readings of a scheme.
pub(super) fn readings_of(scheme: Scheme) -> &'static Readings {
    &READINGS[scheme as usize]
}

impl Readings {
    /// Returns what a piece of Latin may stand for, nothing if no rule names it.
    pub(super) fn of(&self, latin: &str) -> &[Reading] {
        self.by_latin.get(latin).map_or(&[], Vec::as_slice)
    }

    /// Returns the word with the marks taken from letters that no rule names, and the logarithm
    /// of the chance of such letters.
    pub(super) fn known_letters(&self, latin: &str) -> (String, f32) {
        let mut ln_p = 0.0;
        let mut known = String::with_capacity(latin.len());
        let mut bytes = [0; 4];
        for letter in latin.chars() {
            let piece: &str = letter.encode_utf8(&mut bytes);
            if self.by_latin.contains_key(piece) {
                known.push(letter);
            } else {
                known.push_str(folded_letter(letter).unwrap_or(piece));
                ln_p += P_FOREIGN_LETTER.ln();
            }
        }
        (known, ln_p)
    }

    /// Adds a reading; of two that give the same letters the likelier stays.
    fn add(&mut self, latin: &str, reading: Reading) {
        if latin.is_empty() {
            return;
        }
        self.longest_bytes = self.longest_bytes.max(latin.len());
        let readings = self.by_latin.entry(latin.to_owned()).or_default();
        let is_same =
            |known: &&mut Reading| known.codes == reading.codes && known.place == reading.place;
        match readings.iter_mut().find(is_same) {
            Some(known) => known.ln_p = known.ln_p.max(reading.ln_p),
            None => readings.push(reading),
        }
    }
}

/// Returns Latin text in small letters, with one kind of apostrophe and of quotation mark.
pub(super) fn plain_signs(latin: &str) -> String {
    latin
        .chars()
        .flat_map(char::to_lowercase)
        .map(|sign| match sign {
            '’' | '‘' | 'ʼ' | 'ʹ' | '′' | '`' | '´' => '\'',
            '”' | '“' | 'ʺ' | '″' => '"',
            // Some schemes keep the Cyrillic letter, which Latin keyboards write with two points.
            'ё' => 'ë',
            _ => sign,
        })
        .collect()
}

/// Returns Latin text without marks above, below and between the letters.
pub(super) fn strip_marks(latin: &str) -> String {
    let mut stripped = String::with_capacity(latin.len());
    for letter in latin.chars() {
        match letter {
            '\'' | '"' | '·' | '\u{300}'..='\u{36f}' => {}
            _ => match folded_letter(letter) {
                Some(to) => stripped.push_str(to),
                None => stripped.push(letter),
            },
        }
    }
    stripped
}

fn load_readings(scheme: Scheme) -> Readings {
    let rules = rules_of(scheme);
    let is_silent = |sign: &str| rules.writes().any(|rule| rule.from == sign && rule.to.is_empty());
    let mut readings = Readings {
        by_latin: HashMap::new(),
        longest_bytes: 1,
        ln_p_silent_soft_sign: if is_silent("ь") { 0.0 } else { P_SOFT_SIGN_LOST.ln() },
        is_hard_sign_silent: is_silent("ъ"),
    };
    for rule in rules.writes() {
        let latin = plain_signs(rule.to);
        add_reading(&mut readings, &latin, rule.from, (1.0, rule.place));
    }
    for rule in &rules.reads {
        let weights = if rule.is_ending { SCHEME_ENDING_WEIGHTS } else { P_SCHEME_READS };
        let place = place_of(rule.is_ending);
        for (cyrillic, p) in rule.to.split('|').zip(weights) {
            add_reading(&mut readings, rule.from, cyrillic, (p, place));
        }
    }
    for [place, latin, alternatives] in table::rows(COMMON_READS_TSV) {
        let is_ending = place == "end";
        let chances = if is_ending { COMMON_ENDING_WEIGHTS } else { P_COMMON_READS };
        for (cyrillic, p) in alternatives.split('|').zip(chances) {
            add_reading(&mut readings, latin, cyrillic, (p, place_of(is_ending)));
        }
    }
    readings
}

fn place_of(is_ending: bool) -> Place {
    if is_ending { Place::End } else { Place::Any }
}

/// Adds a reading, and the same for the spelling without marks.
fn add_reading(readings: &mut Readings, latin: &str, cyrillic: &str, (p, place): (f32, Place)) {
    // Letters outside the Russian alphabet are written by schemes, but not read back.
    let codes: Option<Vec<Code>> = cyrillic.chars().map(code_of).collect();
    let Some(codes) = codes else { return };
    let bare = Reading { codes: codes.clone(), ln_p: (p * P_WITHOUT_MARKS).ln(), place };
    readings.add(latin, Reading { codes, ln_p: p.ln(), place });
    readings.add(&strip_marks(latin), bare);
}
