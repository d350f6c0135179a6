//! Compares two words of one part of a name.

use super::agreement::{Agreement, Cause, Edit};
use super::prepared::PreparedWord;
use super::similarity::damerau_of_codes;
use crate::fold::Script;
use crate::part::NamePart;
use crate::script::is_ocr_confusion;
use crate::sound::{Form, align_sounds, letter_of, score_of_letters};

/// Words shorter than this have no typing errors: Ким and Кин are two names.
const MIN_TYPO_LETTERS: usize = 4;

/// Words shorter than this have no two typing errors.
const MIN_TWO_TYPOS_LETTERS: usize = 7;

/// Two words of distance two or less differ in at most so many distinct letters.
const MAX_TYPO_MASK_BITS: u32 = 4;

/// Words whose consonants differ in more classes do not sound alike.
const MAX_CLASS_BITS: u32 = 5;

/// From this score a sound on two words are one name (see `bench/names/README.md`).
const SAME_SCORE_PER_SOUND: i16 = 20;

/// From this score on two words sound alike: one in a thousand random pairs does.
const ALIKE_SCORE: i16 = 35;

/// From this score on they sound somewhat alike: five in a thousand random pairs do.
const NEAR_SCORE: i16 = -25;

/// Compares two words of one part of a name.
///
/// # Shape
///
/// Symmetric. Allocates nothing.
///
/// # Source
///
/// `data/names/name_stems.tsv`, `data/names/sounds.tsv`, `data/names/sound_scores.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{Agreement, NamePart, PreparedWord, compare_words};
/// let compare = |a, b| {
///     compare_words(NamePart::Surname, &PreparedWord::new(a), &PreparedWord::new(b))
/// };
/// assert_eq!(compare("Щукин", "Szczukin"), Agreement::Transliteration);
/// assert_eq!(compare("Щукин", "Ким"), Agreement::Different);
/// ```
pub fn compare_words(part: NamePart, a: &PreparedWord, b: &PreparedWord) -> Agreement {
    if a.folded_hash == b.folded_hash && a.n_letters == b.n_letters {
        return if a.written_hash == b.written_hash && !a.is_missing() {
            Agreement::Same
        } else if a.is_missing() {
            Agreement::Missing
        } else {
            Agreement::Spelling
        };
    }
    if a.is_missing() || b.is_missing() {
        return Agreement::Missing;
    }
    if a.is_initial || b.is_initial {
        return compare_initial(a, b);
    }
    if a.stem_hash == b.stem_hash && a.stem_letters() == b.stem_letters() {
        return agreement_of_forms(a.stem.form, b.stem.form);
    }
    let n_mask_bits = (a.letter_mask ^ b.letter_mask).count_ones();
    if n_mask_bits <= MAX_TYPO_MASK_BITS
        && let Some(typo) = compare_letters(a, b)
    {
        return typo;
    }
    if (a.class_mask ^ b.class_mask).count_ones() > MAX_CLASS_BITS {
        return Agreement::Different;
    }
    compare_sounds(part, a, b)
}

/// Compares two words of which one is the beginning of the other.
fn compare_initial(a: &PreparedWord, b: &PreparedWord) -> Agreement {
    let (short, long) = if a.n_letters <= b.n_letters { (a, b) } else { (b, a) };
    let is_start = long.letters().starts_with(short.letters());
    let (short_sounds, long_sounds) = (short.sounds.as_slice(), long.sounds.as_slice());
    let sounds_alike = || {
        a.script != b.script
            && match (short_sounds.first(), long_sounds.first()) {
                (Some(&a), Some(&b)) => crate::sound::score_of_sounds(a, b) > 0,
                _ => false,
            }
    };
    if is_start || (short.n_letters <= 2 && sounds_alike()) {
        Agreement::Initial
    } else {
        Agreement::Different
    }
}

fn agreement_of_forms(a: Form, b: Form) -> Agreement {
    let is_feminine = |form| matches!(form, Form::Feminine | Form::FeminineOrOblique);
    let is_base = |form| form == Form::Base;
    if (is_base(a) && is_feminine(b)) || (is_base(b) && is_feminine(a)) {
        Agreement::FeminineForm
    } else {
        Agreement::Declined
    }
}

/// Compares letter by letter; none if more differ than typing errors explain.
fn compare_letters(a: &PreparedWord, b: &PreparedWord) -> Option<Agreement> {
    // Forms of one paradigm are compared without their endings.
    let is_of_one_paradigm = a.stem.paradigm == b.stem.paradigm && a.stem.form != b.stem.form;
    let (a_letters, b_letters) = if is_of_one_paradigm {
        (a.stem_letters(), b.stem_letters())
    } else {
        (a.letters(), b.letters())
    };
    let n_letters = a_letters.len().max(b_letters.len());
    if n_letters < MIN_TYPO_LETTERS || a_letters.len().abs_diff(b_letters.len()) > 2 {
        return None;
    }
    match damerau_of_codes(a_letters, b_letters) {
        0 | 1 => Some(typo(a_letters, b_letters)),
        2 if n_letters >= MIN_TWO_TYPOS_LETTERS => Some(Agreement::TwoTypos),
        _ => None,
    }
}

/// Returns the kind of the one edit between two words.
fn typo(a: &[u8], b: &[u8]) -> Agreement {
    let n_prefix = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    if a.len() != b.len() {
        let longer = if a.len() > b.len() { a } else { b };
        let dropped = longer[n_prefix];
        let neighbours = [n_prefix.checked_sub(1), Some(n_prefix + 1)];
        let is_doubled =
            neighbours.into_iter().flatten().any(|at| longer.get(at) == Some(&dropped));
        let cause = if is_doubled || is_silent(dropped) { Cause::Sound } else { Cause::Unknown };
        return Agreement::Typo { edit: Edit::Omission, cause };
    }
    let n_differing = a.iter().zip(b).filter(|(a, b)| a != b).count();
    if n_differing != 1 {
        return Agreement::Typo { edit: Edit::Transposition, cause: Cause::Unknown };
    }
    let cause =
        if score_of_letters(a[n_prefix], b[n_prefix]) > 0 { Cause::Sound } else { Cause::Unknown };
    Agreement::Typo { edit: Edit::Substitution, cause }
}

fn is_alike_in_shape(a: u8, b: u8) -> bool {
    let (mut a_text, mut b_text) = ([0; 4], [0; 4]);
    match (letter_of(a), letter_of(b)) {
        (Some(a), Some(b)) => {
            is_ocr_confusion(a.encode_utf8(&mut a_text), b.encode_utf8(&mut b_text))
        }
        _ => false,
    }
}

/// Returns whether a letter may be left out without changing the sound: ь, ъ, Latin h.
fn is_silent(code: u8) -> bool {
    score_of_letters(code, code) == 0
}

fn compare_sounds(part: NamePart, a: &PreparedWord, b: &PreparedWord) -> Agreement {
    let (mut a_sounds, mut b_sounds) = (a.sounds.as_slice(), b.sounds.as_slice());
    if part == NamePart::Patronymic && a.stem.paradigm == b.stem.paradigm {
        // The endings of patronymics are the same for all; they prove nothing.
        a_sounds = &a_sounds[..a_sounds.len().min(usize::from(a.n_stem_sounds))];
        b_sounds = &b_sounds[..b_sounds.len().min(usize::from(b.n_stem_sounds))];
    }
    let score = align_sounds(a_sounds, b_sounds);
    if score < NEAR_SCORE {
        return Agreement::Different;
    }
    let n_sounds = a_sounds.len().max(b_sounds.len()) as i16;
    if score >= SAME_SCORE_PER_SOUND * n_sounds {
        let is_other_form = a.stem.paradigm == b.stem.paradigm && a.stem.form != b.stem.form;
        return match (is_other_form, a.script, b.script) {
            (true, _, _) => agreement_of_forms(a.stem.form, b.stem.form),
            (_, Script::Cyrillic, Script::Cyrillic) => Agreement::SoundsAlike,
            _ => Agreement::Transliteration,
        };
    }
    if score >= ALIKE_SCORE { Agreement::SoundsAlike } else { Agreement::SoundsNear }
}
