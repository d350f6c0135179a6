//! Which Cyrillic letters follow one another in names: the likelihood of a reading.

use crate::table;
use std::sync::LazyLock;

const LETTER_TRIPLES_TSV: &str = include_str!("../../../../data/names/letter_triples.tsv");

/// Number of a letter: а to я, then ё, then the edge of a word.
pub(super) type Code = u8;
const N_CODES: usize = 34;
const YO: Code = 32;
/// The place before the first letter and after the last.
pub(super) const EDGE: Code = 33;
pub(super) const SOFT_SIGN: Code = 28;
pub(super) const HARD_SIGN: Code = 26;

/// Natural logarithms of the chance of a letter after two others.
struct LetterModel {
    ln_p: Vec<f32>,
}

static MODEL: LazyLock<LetterModel> = LazyLock::new(load_model);

/// Returns the code of a small Russian letter.
pub(super) fn code_of(letter: char) -> Option<Code> {
    match letter {
        'а'..='я' => u8::try_from(letter as u32 - 'а' as u32).ok(),
        'ё' => Some(YO),
        _ => None,
    }
}

/// Returns the small letter of a code; nothing for the edge.
pub(super) fn letter_of(code: Code) -> Option<char> {
    match code {
        0..32 => char::from_u32('а' as u32 + u32::from(code)),
        YO => Some('ё'),
        _ => None,
    }
}

/// Says whether a letter is a consonant that a soft sign may follow.
pub(super) fn is_consonant(code: Code) -> bool {
    letter_of(code).is_some_and(|letter| "бвгджзклмнпрстфхчшщ".contains(letter))
}

/// Returns the natural logarithm of the chance that `next` follows the two letters before it.
pub(super) fn ln_p_next(before: [Code; 2], next: Code) -> f32 {
    MODEL.ln_p[triple_idx(before, next)]
}

fn triple_idx([first, second]: [Code; 2], next: Code) -> usize {
    (usize::from(first) * N_CODES + usize::from(second)) * N_CODES + usize::from(next)
}

fn load_model() -> LetterModel {
    let mut triples = vec![0.0_f32; N_CODES * N_CODES * N_CODES];
    let mut pairs = vec![0.0_f32; N_CODES * N_CODES];
    let mut singles = vec![0.0_f32; N_CODES];
    let code = |letter: char| if letter == '_' { Some(EDGE) } else { code_of(letter) };
    for [before, followers] in table::rows(LETTER_TRIPLES_TSV) {
        let mut letters = before.chars().filter_map(code);
        let (first, second) = (letters.next(), letters.next());
        let before = [first.expect("two letters"), second.expect("two letters")];
        for follower in followers.split(' ') {
            let mut signs = follower.chars();
            let next = signs.next().and_then(code).expect("a follower starts with a letter");
            let n: f32 = signs.as_str().parse().expect("a follower has a count");
            triples[triple_idx(before, next)] += n;
            pairs[usize::from(before[1]) * N_CODES + usize::from(next)] += n;
            singles[usize::from(next)] += n;
        }
    }
    let uniform = vec![1.0 / N_CODES as f32; N_CODES];
    let singles = smooth(&singles, &uniform);
    let pairs = smooth(&pairs, &singles);
    let triples = smooth(&triples, &pairs);
    LetterModel { ln_p: triples.into_iter().map(f32::ln).collect() }
}

/// Turns counts into chances; what was not seen takes its share from the shorter context.
///
/// The share is that of Witten and Bell: the number of different followers
/// seen, beside the number of all seen.
fn smooth(counts: &[f32], shorter: &[f32]) -> Vec<f32> {
    let mut chances = Vec::with_capacity(counts.len());
    for (context_idx, followers) in counts.chunks(N_CODES).enumerate() {
        let n: f32 = followers.iter().sum();
        let n_kinds = followers.iter().filter(|n| **n > 0.0).count().max(1) as f32;
        let start = context_idx * N_CODES % shorter.len();
        for (next, count) in followers.iter().enumerate() {
            chances.push((count + n_kinds * shorter[start + next]) / (n + n_kinds));
        }
    }
    chances
}
