//! Searches the likeliest Cyrillic readings of a Latin word in one scheme.

use super::Scheme;
use super::forward::transliterate;
use super::letter_model::{Code, EDGE, HARD_SIGN, SOFT_SIGN, is_consonant, letter_of, ln_p_next};
use super::reading::{Readings, plain_signs, readings_of, strip_marks};

/// How many readings of the letters so far are kept.
const BEAM_WIDTH: usize = 10;
/// Longest word that is read, in bytes; no name is longer.
const MAX_BYTES: usize = 60;
/// Most Cyrillic letters of a reading.
const MAX_LETTERS: usize = 40;
/// Chance that a letter written twice is one in Cyrillic.
const P_DOUBLED: f32 = 0.2;
/// Chance of a sign that no rule reads.
const P_SIGN_SKIPPED: f32 = 0.01;
/// Chance of a spelling that differs from what the scheme writes only in marks.
const P_MARKS_DIFFER: f32 = 0.5;
/// Chance of a spelling that differs from what the scheme writes.
const P_LETTERS_DIFFER: f32 = 0.3;

/// One reading of the first letters of a word, or of all.
#[derive(Debug, Clone, Copy)]
struct Path {
    codes: [Code; MAX_LETTERS],
    n_letters: usize,
    ln_p: f32,
}

impl Path {
    fn codes(&self) -> &[Code] {
        &self.codes[..self.n_letters]
    }

    fn last_two(&self) -> [Code; 2] {
        let at =
            |back: usize| self.n_letters.checked_sub(back).map_or(EDGE, |place| self.codes[place]);
        [at(2), at(1)]
    }

    /// Returns the path with letters added, nothing if it grows longer than any name.
    fn extended(&self, codes: &[Code], ln_p: f32) -> Option<Path> {
        let mut path = *self;
        path.ln_p += ln_p;
        for code in codes {
            path.ln_p += ln_p_next(path.last_two(), *code);
            *path.codes.get_mut(path.n_letters)? = *code;
            path.n_letters += 1;
        }
        Some(path)
    }
}

/// Returns the likeliest readings of a Latin word in a scheme, with the logarithm of their weight.
///
/// # Shape
///
/// `latin`: one word, as [`plain_signs`] gives it. A letter that no rule of any
/// scheme reads is read without its marks. Best first; small letters.
pub(super) fn read_word(latin: &str, scheme: Scheme) -> Vec<(String, f32)> {
    if latin.is_empty() || latin.len() > MAX_BYTES {
        return Vec::new();
    }
    let readings = readings_of(scheme);
    let (known, ln_p) = readings.known_letters(latin);
    let latin = known.as_str();
    let mut paths_to: Vec<Vec<Path>> = vec![Vec::new(); latin.len() + 1];
    paths_to[0].push(Path { codes: [EDGE; MAX_LETTERS], n_letters: 0, ln_p });
    for at in 0..latin.len() {
        let mut paths = std::mem::take(&mut paths_to[at]);
        prune(&mut paths);
        for path in &paths {
            extend_path(path, latin, at, readings, &mut paths_to);
        }
    }
    let mut ends = std::mem::take(&mut paths_to[latin.len()]);
    for path in &mut ends {
        path.ln_p += ln_p_next(path.last_two(), EDGE);
    }
    prune(&mut ends);
    weigh_ends(latin, scheme, &ends)
}

fn extend_path(
    path: &Path,
    latin: &str,
    at: usize,
    readings: &Readings,
    paths_to: &mut [Vec<Path>],
) {
    let furthest = latin.len().min(at + readings.longest_bytes);
    let mut is_read = false;
    for end in at + 1..=furthest {
        let Some(piece) = latin.get(at..end) else { continue };
        let is_doubled = piece.len() == 1 && latin[end..].starts_with(piece);
        for reading in readings.of(piece) {
            is_read = true;
            if !reading.fits(path.codes(), end == latin.len()) {
                continue;
            }
            let Some(next) = path.extended(&reading.codes, reading.ln_p) else { continue };
            paths_to[end].push(next);
            if !next.codes().last().is_some_and(|last| is_consonant(*last)) {
                continue;
            }
            paths_to[end].extend(next.extended(&[SOFT_SIGN], readings.ln_p_silent_soft_sign));
            if readings.is_hard_sign_silent && latin[end..].starts_with(['y', 'j', 'e', 'i']) {
                paths_to[end].extend(next.extended(&[HARD_SIGN], 0.0));
            }
            if is_doubled {
                paths_to[end + 1].push(Path { ln_p: next.ln_p + P_DOUBLED.ln(), ..next });
            }
        }
    }
    if !is_read {
        skip_sign(path, latin, at, paths_to);
    }
}

/// Goes past a sign that no rule reads, as an apostrophe between letters.
fn skip_sign(path: &Path, latin: &str, at: usize, paths_to: &mut [Vec<Path>]) {
    if let Some(sign) = latin[at..].chars().next() {
        let ln_p = path.ln_p + P_SIGN_SKIPPED.ln();
        paths_to[at + sign.len_utf8()].push(Path { ln_p, ..*path });
    }
}

/// Keeps the best paths, each text once.
fn prune(paths: &mut Vec<Path>) {
    paths.sort_unstable_by(|a, b| b.ln_p.total_cmp(&a.ln_p).then_with(|| a.codes().cmp(b.codes())));
    let mut kept: Vec<Path> = Vec::with_capacity(BEAM_WIDTH);
    for path in paths.drain(..) {
        if kept.len() == BEAM_WIDTH {
            break;
        }
        if kept.iter().all(|known| known.codes() != path.codes()) {
            kept.push(path);
        }
    }
    *paths = kept;
}

/// Writes every reading by the scheme again: one that gives the same spelling weighs more.
fn weigh_ends(latin: &str, scheme: Scheme, ends: &[Path]) -> Vec<(String, f32)> {
    let stripped = strip_marks(latin);
    let mut weighed: Vec<(String, f32)> = ends
        .iter()
        .map(|path| {
            let text: String = path.codes().iter().filter_map(|code| letter_of(*code)).collect();
            let written = plain_signs(&transliterate(&text, scheme));
            let p = if written == latin {
                1.0
            } else if strip_marks(&written) == stripped {
                P_MARKS_DIFFER
            } else {
                P_LETTERS_DIFFER
            };
            (text, path.ln_p + p.ln())
        })
        .collect();
    weighed.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    weighed
}
