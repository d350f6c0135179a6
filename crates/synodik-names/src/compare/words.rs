//! Compares two words of one part of a name.

use super::agreement::{Agreement, Cause, Edit};
use super::initials::may_begin;
use super::prepared::PreparedWord;
use super::similarity::damerau_of_codes;
use super::sounded_word::SoundedWord;
use super::written_word::WrittenWord;
use crate::chinese::{are_readings, are_readings_alike};
use crate::fold::Script;
use crate::given::{Certainty, FormKind, relation_of};
use crate::key::are_of_one_class;
use crate::part::NamePart;
use crate::script::is_ocr_confusion;
use crate::sound::{Form, Paradigm, Sounds, align_sounds, letter_of};

/// Words shorter than this have no typing errors: Ким and Кин are two names.
const MIN_TYPO_LETTERS: usize = 4;

/// Words shorter than this have no two typing errors.
const MIN_TWO_TYPOS_LETTERS: usize = 7;

/// Letters that one Cyrillic letter has at most in Latin: Schtsch.
const MAX_BEGINNING: usize = 7;

/// Two words of distance two or less differ in at most so many distinct letters.
const MAX_TYPO_MASK_BITS: u32 = 4;

/// Two Cyrillic words that sound alike differ in at most so many distinct letters.
const MAX_CYRILLIC_MASK_BITS: u32 = 6;

/// Sounds that a clerk may take for one another have a higher score.
const MISHEARD_SCORE: i8 = -50;

/// A syllable of a Chinese or Korean name has at most so many Cyrillic letters: Чжуан.
const MAX_SYLLABLE_LETTERS: u8 = 6;

/// Words whose consonants differ in more classes do not sound alike.
const MAX_CLASS_BITS: u32 = 3;

/// Words of one script that sound alike differ in fewer.
const MAX_CLASS_BITS_OF_SCRIPT: u32 = 2;

/// Words that sound alike differ at most so much in the number of their consonants.
const MAX_KEY_DIFFERENCE: u8 = 2;

/// From this score a sound on two words are one name (see `bench/names/README.md`).
const SAME_SCORE_PER_SOUND: i16 = 20;

/// From this score on two words sound alike: one in a thousand random pairs does.
const ALIKE_SCORE: i16 = 35;

/// Words that sound alike have at least this score a sound.
const ALIKE_SCORE_PER_SOUND: i16 = 8;

/// Words of one script that sound somewhat alike have at least this score a sound.
const SCRIPT_SCORE_PER_SOUND: i16 = 20;

/// Given names that are known as two have at least this score a sound if they are one after all.
const TWO_NAMES_SCORE_PER_SOUND: i16 = 30;

/// From this score on they sound somewhat alike: four in a thousand random pairs do.
const NEAR_SCORE: i16 = -15;

/// Compares two words of one part of a name.
///
/// # Shape
///
/// Symmetric. Allocates nothing.
///
/// # Source
///
/// `data/names/name_stems.tsv`, `data/names/sounds.tsv`, `data/names/sound_scores.tsv`,
/// `data/names/chinese_readings.tsv`
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
    compare_written_words(part, &a.written, &b.written).unwrap_or_else(|| {
        compare_sounded(part, (&a.written, &a.sounded), (&b.written, &b.sounded))
    })
}

/// Compares two words by their letters; none if only their sounds can tell.
pub(super) fn compare_written_words(
    part: NamePart,
    a: &WrittenWord,
    b: &WrittenWord,
) -> Option<Agreement> {
    if a.folded_hash == b.folded_hash && a.n_letters == b.n_letters {
        return Some(if a.written_hash == b.written_hash && !a.is_missing() {
            Agreement::Same
        } else if a.is_missing() {
            Agreement::Missing
        } else {
            Agreement::Spelling
        });
    }
    if a.is_missing() || b.is_missing() {
        return Some(Agreement::Missing);
    }
    if a.is_initial || b.is_initial {
        return None;
    }
    let are_patronymics = [a, b].iter().all(|word| word.stem.paradigm == Paradigm::Patronymic);
    if are_patronymics && a.is_of_stem(b) {
        return Some(match is_of_other_sex(a.stem.form, b.stem.form) {
            true => Agreement::FeminineForm,
            false => Agreement::Declined,
        });
    }
    let are_given = a.is_given() && b.is_given();
    if are_given && let Some(agreement) = compare_given(part, a, b) {
        return Some(agreement);
    }
    if a.is_of_stem(b) {
        return Some(match agreement_of_forms(a.stem.form, b.stem.form) {
            // Ивана is no woman's name; Александра is.
            Agreement::FeminineForm if part == NamePart::Given && !are_given => Agreement::Declined,
            agreement => agreement,
        });
    }
    // Two names that are known and not related, Мария and Марина, are no misspellings.
    let are_two_names = are_given && part == NamePart::Given;
    if are_two_names && a.script == b.script {
        return Some(Agreement::Different);
    }
    let n_mask_bits = (a.letter_mask ^ b.letter_mask).count_ones();
    if n_mask_bits <= MAX_TYPO_MASK_BITS
        && let Some(typo) = compare_letters(a, b)
    {
        return Some(typo);
    }
    let are_cyrillic = a.script == Script::Cyrillic && b.script == Script::Cyrillic;
    (are_cyrillic && n_mask_bits > MAX_CYRILLIC_MASK_BITS).then_some(Agreement::Different)
}

/// Compares two words of which the letters alone do not tell whether they are one.
pub(super) fn compare_sounded(
    part: NamePart,
    (a, a_sounded): (&WrittenWord, &SoundedWord),
    (b, b_sounded): (&WrittenWord, &SoundedWord),
) -> Agreement {
    if a.is_initial || b.is_initial {
        return compare_initial((a, a_sounded), (b, b_sounded));
    }
    let (max_bits, max_difference) = if a.script == b.script {
        (MAX_CLASS_BITS_OF_SCRIPT, MAX_KEY_DIFFERENCE - 1)
    } else {
        (MAX_CLASS_BITS, MAX_KEY_DIFFERENCE)
    };
    if (a_sounded.class_mask ^ b_sounded.class_mask).count_ones() > max_bits
        || a_sounded.n_key_classes.abs_diff(b_sounded.n_key_classes) > max_difference
    {
        return compare_readings((a, a_sounded), (b, b_sounded));
    }
    match compare_sounds(part, (a, a_sounded), (b, b_sounded)) {
        Agreement::Different => compare_readings((a, a_sounded), (b, b_sounded)),
        agreement => agreement,
    }
}

/// Compares two words that do not sound alike: Chinese characters are read in many ways,
/// and clerks wrote what they heard of them, Ко for Го.
fn compare_readings(
    (a, a_sounded): (&WrittenWord, &SoundedWord),
    (b, b_sounded): (&WrittenWord, &SoundedWord),
) -> Agreement {
    if a.script == Script::Cyrillic && b.script == Script::Cyrillic {
        let are_short = a.n_letters.max(b.n_letters) <= MAX_SYLLABLE_LETTERS;
        let are_near = are_short
            && a_sounded.keys[0] == b_sounded.keys[0]
            && begin_alike(a_sounded, b_sounded)
            && are_readings_alike(a.letters(), b.letters());
        return if are_near { Agreement::SoundsNear } else { Agreement::Different };
    }
    let are_one = match (a.script, b.script) {
        // Two known given names are no readings of a third.
        _ if a.is_given() && b.is_given() => false,
        (Script::Cyrillic, Script::Latin) => are_readings(a.letters(), b.letters()),
        (Script::Latin, Script::Cyrillic) => are_readings(b.letters(), a.letters()),
        _ => false,
    };
    if are_one { Agreement::OtherLanguage } else { Agreement::Different }
}

/// Returns whether the first sounds of two words may be taken for one another: г for к, not с for ч.
fn begin_alike(a: &SoundedWord, b: &SoundedWord) -> bool {
    match (a.sounds.as_slice().first(), b.sounds.as_slice().first()) {
        (Some(&a), Some(&b)) => crate::sound::score_of_sounds(a, b) > MISHEARD_SCORE,
        _ => false,
    }
}

/// Compares two words by the given names they are forms of; none if these are not related.
fn compare_given(part: NamePart, a: &WrittenWord, b: &WrittenWord) -> Option<Agreement> {
    let of_b = || b.given.iter().filter(|matches| !matches.is_empty());
    let relation = a
        .given
        .iter()
        .filter(|matches| !matches.is_empty())
        .find_map(|of_a| of_b().find_map(|of_b| relation_of(of_a, of_b)))?;
    let has_endings = [a, b].iter().all(|word| word.stem.paradigm == Paradigm::Patronymic);
    if part == NamePart::Patronymic && has_endings && is_of_other_sex(a.stem.form, b.stem.form) {
        return Some(Agreement::FeminineForm);
    }
    let weaker = relation.kind_a.max(relation.kind_b);
    Some(match weaker {
        _ if relation.certainty == Certainty::Low => Agreement::Diminutive,
        FormKind::Canonical | FormKind::PreReform | FormKind::Variant | FormKind::Church => {
            Agreement::Variant
        }
        _ if relation.kind_a == FormKind::Diminutive || relation.kind_b == FormKind::Diminutive => {
            Agreement::Diminutive
        }
        _ => Agreement::OtherLanguage,
    })
}

/// Returns whether one patronymic is a son's and the other a daughter's.
fn is_of_other_sex(a: Form, b: Form) -> bool {
    let is_feminine = |form| matches!(form, Form::Feminine | Form::ObliqueFeminine);
    is_feminine(a) != is_feminine(b)
}

/// Compares two words of which one is the beginning of the other.
fn compare_initial(a: (&WrittenWord, &SoundedWord), b: (&WrittenWord, &SoundedWord)) -> Agreement {
    // Of two initials the Latin one is asked what it may stand for, whichever comes first.
    let order = |word: &WrittenWord| (word.n_letters, word.script != Script::Latin);
    let (short, long) = if order(a.0) <= order(b.0) { (a, b) } else { (b, a) };
    let [short_sounds, long_sounds] = [short, long].map(|(_, sounded)| sounded.sounds);
    let (short, long) = (short.0, long.0);
    let is_start = long.letters().starts_with(short.letters());
    let sounds_alike = || {
        short.script != long.script
            && match (short_sounds.as_slice().first(), long_sounds.as_slice().first()) {
                (Some(&a), Some(&b)) => crate::sound::score_of_sounds(a, b) > 0,
                _ => false,
            }
    };
    let may_begin = || match (short.script, long.script) {
        (Script::Latin, Script::Cyrillic) => may_begin(short.letters(), long.letters[0]),
        (Script::Cyrillic, Script::Latin) if short.n_letters == 1 => {
            (2..=long.letters().len().min(MAX_BEGINNING))
                .any(|n_letters| may_begin(&long.letters()[..n_letters], short.letters[0]))
        }
        _ => false,
    };
    if is_start || may_begin() || (short.n_letters <= 2 && sounds_alike()) {
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
fn compare_letters(a: &WrittenWord, b: &WrittenWord) -> Option<Agreement> {
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
        // Голубев and Голубин are made of one word with two suffixes: two families.
        2 if is_other_suffix(a_letters, b_letters) => Some(Agreement::Different),
        2 if n_letters >= MIN_TWO_TYPOS_LETTERS => Some(Agreement::TwoTypos),
        _ => None,
    }
}

/// Returns whether two words differ in nothing but their last two letters.
fn is_other_suffix(a: &[u8], b: &[u8]) -> bool {
    let n_prefix = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    a.len() == b.len() && n_prefix + 2 == a.len()
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
    let (a_letter, b_letter) = (a[n_prefix], b[n_prefix]);
    let cause = if are_of_one_class(a_letter, b_letter) {
        Cause::Sound
    } else if is_alike_in_shape(a_letter, b_letter) {
        Cause::Shape
    } else {
        Cause::Unknown
    };
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

/// Returns whether a letter may be left out without changing the sound: ь, ъ.
fn is_silent(code: u8) -> bool {
    Sounds::of_letters(&[code]).as_slice().is_empty()
}

fn compare_sounds(
    part: NamePart,
    (a, a_sounded): (&WrittenWord, &SoundedWord),
    (b, b_sounded): (&WrittenWord, &SoundedWord),
) -> Agreement {
    let (mut a_sounds, mut b_sounds) = (a_sounded.sounds.as_slice(), b_sounded.sounds.as_slice());
    if part == NamePart::Patronymic && a.stem.paradigm == b.stem.paradigm {
        // The endings of patronymics are the same for all; they prove nothing.
        a_sounds = &a_sounds[..a_sounds.len().min(usize::from(a_sounded.n_stem_sounds))];
        b_sounds = &b_sounds[..b_sounds.len().min(usize::from(b_sounded.n_stem_sounds))];
    }
    let score = align_sounds(a_sounds, b_sounds);
    let n_sounds = a_sounds.len().max(b_sounds.len()) as i16;
    let are_two_names = part == NamePart::Given && a.is_given() && b.is_given();
    let is_guessed = a.is_given_guessed || b.is_given_guessed;
    let min_score = match (are_two_names, a.script == b.script) {
        (true, false) if is_guessed => SAME_SCORE_PER_SOUND * n_sounds,
        (true, _) => TWO_NAMES_SCORE_PER_SOUND * n_sounds,
        (false, true) => SCRIPT_SCORE_PER_SOUND * n_sounds,
        (false, false) => NEAR_SCORE,
    };
    if score < min_score {
        return Agreement::Different;
    }
    if score >= SAME_SCORE_PER_SOUND * n_sounds {
        let is_other_form = a.stem.paradigm == b.stem.paradigm && a.stem.form != b.stem.form;
        return match (is_other_form, a.script, b.script) {
            (true, _, _) => agreement_of_forms(a.stem.form, b.stem.form),
            (_, Script::Cyrillic, Script::Cyrillic) => Agreement::SoundsAlike,
            _ => Agreement::Transliteration,
        };
    }
    let is_alike = score >= ALIKE_SCORE.max(ALIKE_SCORE_PER_SOUND * n_sounds)
        && a_sounded.n_key_classes.abs_diff(b_sounded.n_key_classes) < MAX_KEY_DIFFERENCE;
    if is_alike { Agreement::SoundsAlike } else { Agreement::SoundsNear }
}
