//! Compares two whole names: which word stands for which, and what it all weighs.

use super::agreement::{Agreement, agreement_bits};
use super::assignment::Assignment;
use super::evidence::{NameEvidence, PartEvidence, PartList};
use super::pairing::missing_bits;
use super::prepared::PreparedWord;
use super::prepared_name::{NameWord, PreparedName};
use super::probability::{PROBABILITY, p_same};
use crate::fold::Script;
use crate::part::NamePart;

/// Two words written as one differ at most so much in length from the one they are compared with.
const MAX_JOINED_DIFFERENCE: usize = 2;

/// If all are Cyrillic, they differ from it in at most so many distinct letters.
const MAX_JOINED_LETTER_BITS: u32 = 7;

/// In whatever script, they differ from it in at most so many classes of consonants.
const MAX_JOINED_CLASS_BITS: u32 = 4;

/// Probabilities that differ by less are equal.
const EQUAL_P: f64 = 1e-9;

/// Compares two names.
///
/// Every word of the shorter name is given the word of the longer one with which the
/// whole agrees best; order does not matter. Names in brackets count for the word
/// before them. Words that one writes together and the other apart are joined.
///
/// # Shape
///
/// Symmetric but for the order of `parts`, which borrow the text of the names. Allocates
/// nothing, except where words are joined.
///
/// # Source
///
/// `data/names/agreement_weights.tsv`, `data/names/name_probability.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{PreparedName, compare_names};
/// let [a, b] = ["Волин Пётр Лукич", "Piotr Wolin"].map(PreparedName::of_text);
/// assert!(compare_names(&a, &b).p_same > 0.9);
/// let [a, b] = ["Волин Пётр Лукич", "Волин Иван Лукич"].map(PreparedName::of_text);
/// assert!(compare_names(&a, &b).p_same < 0.5);
/// ```
pub fn compare_names<'a>(a: &'a PreparedName, b: &'a PreparedName) -> NameEvidence<'a> {
    let mut best = compare_main(a, b);
    let with_b = a.aliases.iter().map(|alias| (alias, b));
    let with_a = b.aliases.iter().map(|alias| (a, alias));
    let both = a.aliases.iter().flat_map(|alias| b.aliases.iter().map(move |other| (alias, other)));
    for (a, b) in with_b.chain(with_a).chain(both) {
        let evidence = compare_main(a, b);
        let is_equal = (evidence.p_same - best.p_same).abs() < EQUAL_P;
        if evidence.p_same > best.p_same && !is_equal || is_equal && evidence.bits > best.bits {
            best = evidence;
        }
    }
    best
}

/// The text of a name and its words; the words may be joined, their text is as written.
#[derive(Clone, Copy)]
struct Side<'text, 'words> {
    raw: &'text str,
    words: &'words [NameWord],
}

impl<'text> Side<'text, '_> {
    fn text_of(&self, word: &NameWord) -> &'text str {
        &self.raw[word.span.clone()]
    }
}

fn side_of(name: &PreparedName) -> Side<'_, '_> {
    Side { raw: &name.raw, words: &name.words }
}

/// Compares two names without their aliases.
fn compare_main<'a>(a: &'a PreparedName, b: &'a PreparedName) -> NameEvidence<'a> {
    let as_written = compare_as_written(side_of(a), side_of(b));
    if a.words.len() == b.words.len() || a.words.is_empty() || b.words.is_empty() {
        return as_written;
    }
    let (longer, other) = if a.words.len() > b.words.len() { (a, b) } else { (b, a) };
    // A word that agrees already gains nothing by two others being joined.
    let is_open = |word: &NameWord| {
        let text = &other.raw[word.span.clone()];
        let mut parts = as_written.parts.iter().filter(|part| part.a == text || part.b == text);
        !parts.any(|part| is_one_name(part.agreement))
    };
    let mut best = None;
    for at in 0..longer.words.len() - 1 {
        let [first, second] = [at, at + 1].map(|at| &longer.words[at].prepared);
        let mut words = other.words.iter().filter(|word| is_open(word));
        if !words.any(|word| may_be_joined(first, second, &word.prepared)) {
            continue;
        }
        let words = longer.joined_words(at);
        let joined = Side { raw: &longer.raw, words: &words };
        let evidence = if a.words.len() > b.words.len() {
            compare_as_written(joined, side_of(other))
        } else {
            compare_as_written(side_of(other), joined)
        };
        let best_bits = best.as_ref().unwrap_or(&as_written).bits;
        if evidence.bits > best_bits && agrees_in(&evidence, joined.text_of(&words[at])) {
            best = Some(evidence);
        }
    }
    best.unwrap_or(as_written)
}

/// Returns whether two words written as one may be this word: about as long, and of
/// about the same letters and consonants.
fn may_be_joined(first: &PreparedWord, second: &PreparedWord, word: &PreparedWord) -> bool {
    let [first_letters, second_letters, letters] =
        [first, second, word].map(|word| usize::from(word.n_letters()));
    let n_joined = first_letters + second_letters;
    let is_as_long = letters > first_letters.max(second_letters)
        && letters.abs_diff(n_joined) <= MAX_JOINED_DIFFERENCE;
    let are_cyrillic = [first, second, word].iter().all(|word| word.script() == Script::Cyrillic);
    let letter_mask = first.written.letter_mask | second.written.letter_mask;
    let n_letter_bits = (letter_mask ^ word.written.letter_mask).count_ones();
    let class_mask = first.sounded.class_mask | second.sounded.class_mask;
    let n_class_bits = (class_mask ^ word.sounded.class_mask).count_ones();
    let are_initials = first.is_initial() && second.is_initial();
    is_as_long
        && !are_initials
        && n_class_bits <= MAX_JOINED_CLASS_BITS
        && (!are_cyrillic || n_letter_bits <= MAX_JOINED_LETTER_BITS)
}

/// Returns whether an agreement leaves nothing to be wished.
fn is_one_name(agreement: Agreement) -> bool {
    matches!(
        agreement,
        Agreement::Same
            | Agreement::Spelling
            | Agreement::Transliteration
            | Agreement::FeminineForm
            | Agreement::Declined
    )
}

/// Returns whether a word is as good as the same in the other name.
fn agrees_in(evidence: &NameEvidence<'_>, word: &str) -> bool {
    evidence.parts.iter().filter(|part| part.a == word || part.b == word).any(|part| {
        !matches!(
            part.agreement,
            Agreement::Initial
                | Agreement::SoundsNear
                | Agreement::TwoTypos
                | Agreement::Missing
                | Agreement::Different
        )
    })
}

fn compare_as_written<'a>(a: Side<'a, '_>, b: Side<'a, '_>) -> NameEvidence<'a> {
    let is_turned = a.words.len() > b.words.len();
    let (short, long) = if is_turned { (b, a) } else { (a, b) };
    let assignment = Assignment::of(short.words, long.words);
    let mut parts = PartList::empty();
    let mut used = 0_u8;
    for (short_word, (long_idx, pairing)) in short.words.iter().zip(assignment.chosen()) {
        let long_word = &long.words[long_idx];
        used |= 1 << long_idx;
        let [short_text, long_text] = [short.text_of(short_word), long.text_of(long_word)];
        if pairing.is_incomparable {
            parts.push(missing_part(short_word, short_text, !is_turned));
            parts.push(missing_part(long_word, long_text, is_turned));
            continue;
        }
        let (a_text, b_text) =
            if is_turned { (long_text, short_text) } else { (short_text, long_text) };
        parts.push(PartEvidence {
            part: pairing.part,
            a: a_text,
            b: b_text,
            agreement: pairing.agreement,
            is_swapped: pairing.is_swapped,
            is_alternative: pairing.is_alternative,
            bits: pairing.bits,
            rarity_bits: pairing.rarity_bits,
        });
    }
    for (long_idx, word) in long.words.iter().enumerate() {
        if used & 1 << long_idx == 0 {
            parts.push(missing_part(word, long.text_of(word), is_turned));
        }
    }
    settle_forms(parts.as_mut_slice());
    let bits = parts.iter().map(|part| part.bits).sum();
    let p_same = p_same(&parts);
    NameEvidence { parts, bits, p_same }
}

/// Says of endings that a woman's name and another case share which of them it is.
///
/// A patronymic in another case shows that the whole name stands in it. Where no
/// full given name agrees, Волин and Волина are rather husband and wife.
fn settle_forms(parts: &mut [PartEvidence<'_>]) {
    let agreement_of = |wanted: NamePart| {
        let part = parts.iter().find(|part| part.part == Some(wanted) && !part.is_swapped);
        part.map(|part| part.agreement)
    };
    let is_declined = agreement_of(NamePart::Patronymic) == Some(Agreement::Declined);
    let given = agreement_of(NamePart::Given);
    for part in parts.iter_mut().filter(|part| part.agreement == Agreement::FeminineForm) {
        let is_cyrillic = !part.a.is_ascii() && !part.b.is_ascii();
        let is_other_sex = match given {
            Some(Agreement::Initial) => true,
            Some(Agreement::Diminutive) => is_cyrillic,
            _ => false,
        };
        if is_declined {
            part.agreement = Agreement::Declined;
            part.bits =
                agreement_bits(part.part, Agreement::Declined) + part.rarity_bits.unwrap_or(0.0);
        } else if is_other_sex && part.part == Some(NamePart::Surname) {
            part.bits = PROBABILITY.other_sex_bits;
            part.rarity_bits = None;
        }
    }
}

fn missing_part<'a>(word: &NameWord, text: &'a str, is_in_a: bool) -> PartEvidence<'a> {
    let (a, b) = if is_in_a { (text, "") } else { ("", text) };
    PartEvidence {
        part: word.part,
        a,
        b,
        agreement: Agreement::Missing,
        is_swapped: false,
        is_alternative: false,
        bits: missing_bits(word),
        rarity_bits: None,
    }
}
