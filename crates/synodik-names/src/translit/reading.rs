//! What Latin letters may stand for in a scheme: its rules read backwards.

use super::Scheme;
use super::letter_model::{Code, code_of};
use super::rules::rules_of;
use crate::fold::folded_letter;
use crate::table;
use std::collections::HashMap;
use std::sync::LazyLock;

const COMMON_READS_TSV: &str = include_str!("../../../../data/names/translit/common_reads.tsv");

/// Chance of a spelling that is the scheme's but for its marks above the letters.
const P_WITHOUT_MARKS: f32 = 0.2;
/// Chances of the readings that the file of a scheme adds, first to last.
const P_SCHEME_READS: [f32; 4] = [0.3, 0.15, 0.1, 0.05];
/// Chances of the readings that count in every scheme, first to last.
const P_COMMON_READS: [f32; 4] = [0.03, 0.015, 0.01, 0.005];
/// Chance that a soft sign is left out where the scheme writes it.
const P_SOFT_SIGN_LOST: f32 = 0.1;

/// Cyrillic letters that a piece of Latin may stand for.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) codes: Vec<Code>,
    pub(super) ln_p: f32,
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

    fn add(&mut self, latin: &str, cyrillic: &str, p: f32) {
        let codes: Option<Vec<Code>> = cyrillic.chars().map(code_of).collect();
        let Some(codes) = codes.filter(|_| !latin.is_empty()) else { return };
        self.longest_bytes = self.longest_bytes.max(latin.len());
        let ln_p = p.ln();
        let readings = self.by_latin.entry(latin.to_owned()).or_default();
        match readings.iter_mut().find(|reading| reading.codes == codes) {
            Some(reading) => reading.ln_p = reading.ln_p.max(ln_p),
            None => readings.push(Reading { codes, ln_p }),
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
        readings.add(&latin, rule.from, 1.0);
        readings.add(&strip_marks(&latin), rule.from, P_WITHOUT_MARKS);
    }
    for rule in &rules.reads {
        add_alternatives(&mut readings, [rule.from, rule.to], &P_SCHEME_READS);
    }
    for row in table::rows(COMMON_READS_TSV) {
        add_alternatives(&mut readings, row, &P_COMMON_READS);
    }
    readings
}

fn add_alternatives(readings: &mut Readings, [latin, cyrillic]: [&str; 2], chances: &[f32; 4]) {
    for (alternative, p) in cyrillic.split('|').zip(chances) {
        readings.add(latin, alternative, *p);
        readings.add(&strip_marks(latin), alternative, p * P_WITHOUT_MARKS);
    }
}
