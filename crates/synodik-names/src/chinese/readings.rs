//! How likely the syllables of two words are readings of the same characters.

use super::syllables::{
    MAX_NUCLEUS, MAX_SYLLABLES, is_nuclear, may_be_latin_reading, may_be_reading,
};
use crate::sound::plain_code;
use crate::table;
use std::sync::LazyLock;

const READINGS_TSV: &str = include_str!("../../../../data/names/chinese_readings.tsv");

/// A longer word is no reading of two characters: Schwangschwang.
const MAX_LETTERS: usize = 14;

/// From this score on, in tenths of a bit, one syllable is a reading of the other.
const MIN_SCORE: i16 = 0;

/// From this score a syllable on two syllables are readings of two others.
const MIN_SCORE_OF_TWO: i16 = 10;

/// Initials and codas that stand for one another in no name that was counted.
const UNKNOWN_CONSONANT: i8 = -60;

/// Vowels that stand for one another in no name that was counted.
const UNKNOWN_NUCLEUS: i8 = -30;

/// The consonants or vowels of one place in a syllable, in two scripts.
struct Place {
    cyrillic: Vec<Box<[u8]>>,
    latin: Vec<Box<[u8]>>,
    /// By Cyrillic, then by Latin.
    scores: Vec<Vec<i8>>,
}

struct Readings {
    initials: Place,
    nuclei: Place,
    codas: Place,
}

static READINGS: LazyLock<Readings> = LazyLock::new(|| Readings {
    initials: load_place("initial", UNKNOWN_CONSONANT),
    nuclei: load_place("nucleus", UNKNOWN_NUCLEUS),
    codas: load_place("coda", UNKNOWN_CONSONANT),
});

fn load_place(wanted: &str, unknown: i8) -> Place {
    let rows: Vec<[&str; 5]> =
        table::rows::<5>(READINGS_TSV).filter(|[part, ..]| *part == wanted).collect();
    let codes = |cell: &str| -> Box<[u8]> {
        cell.chars().filter(|&letter| letter != '-').map(plain_code).collect()
    };
    let column = |cells: Vec<&str>| {
        let mut known: Vec<Box<[u8]>> = cells.into_iter().map(codes).collect();
        known.sort();
        known.dedup();
        known
    };
    let cyrillic = column(rows.iter().map(|row| row[1]).collect());
    let latin = column(rows.iter().map(|row| row[2]).collect());
    let mut scores = vec![vec![unknown; latin.len()]; cyrillic.len()];
    for [_part, from, to, score, _source] in rows {
        let place = |known: &[Box<[u8]>], cell| {
            known.binary_search(&codes(cell)).expect("the column was made of these cells")
        };
        scores[place(&cyrillic, from)][place(&latin, to)] =
            score.parse().expect("scores are whole numbers");
    }
    Place { cyrillic, latin, scores }
}

/// Places of initial, nucleus and coda in the columns of their tables; the nucleus may be unknown.
type Syllable = (usize, Option<usize>, usize);

/// Returns whether a Cyrillic and a Latin word are readings of the same one or two characters.
///
/// # Source
///
/// `data/names/chinese_readings.tsv`
pub(crate) fn are_readings(cyrillic: &[u8], latin: &[u8]) -> bool {
    if cyrillic.len().max(latin.len()) > MAX_LETTERS
        || !may_be_reading(cyrillic)
        || !may_be_latin_reading(latin)
    {
        return false;
    }
    let readings = &*READINGS;
    let mut best = CyrillicSyllables { n_syllables: usize::MAX, ..CyrillicSyllables::default() };
    best_syllables(readings, cyrillic, CyrillicSyllables::default(), &mut best);
    match best.n_syllables {
        1 => best_score(readings, &best.syllables[..1], latin) >= MIN_SCORE,
        2 if best.is_marked => best_score(readings, &best.syllables, latin) >= 2 * MIN_SCORE_OF_TWO,
        _ => false,
    }
}

/// A Cyrillic word as syllables.
#[derive(Clone, Copy, Default)]
struct CyrillicSyllables {
    syllables: [Syllable; MAX_SYLLABLES],
    n_syllables: usize,
    /// Syllables behind the first that begin with a vowel.
    n_open: usize,
    /// Whether the word has a coda, a diphthong or an initial of two letters.
    is_marked: bool,
}

/// Finds the fewest syllables that make up `letters`; of these, those that begin with consonants.
fn best_syllables(
    readings: &Readings,
    letters: &[u8],
    so_far: CyrillicSyllables,
    best: &mut CyrillicSyllables,
) {
    if letters.is_empty() {
        let is_better = (so_far.n_syllables, so_far.n_open) < (best.n_syllables, best.n_open);
        if so_far.n_syllables > 0 && is_better {
            *best = so_far;
        }
        return;
    }
    if so_far.n_syllables == MAX_SYLLABLES {
        return;
    }
    let columns =
        [&readings.initials.cyrillic, &readings.nuclei.cyrillic, &readings.codas.cyrillic];
    each_syllable(columns, letters, &mut |syllable, lengths| {
        let mut next = so_far;
        next.syllables[next.n_syllables] = syllable;
        next.n_open += usize::from(lengths[0] == 0 && next.n_syllables > 0);
        next.is_marked |= lengths[0] > 1 || lengths[1] > 1 || lengths[2] > 0;
        next.n_syllables += 1;
        best_syllables(readings, &letters[lengths.iter().sum()..], next, best);
    });
}

/// Returns the best score of the Cyrillic syllables with as many syllables that make up `latin`.
fn best_score(readings: &Readings, syllables: &[Syllable], latin: &[u8]) -> i16 {
    let Some((&(initial, nucleus, coda), others)) = syllables.split_first() else {
        return if latin.is_empty() { 0 } else { i16::MIN / 2 };
    };
    let columns = [&readings.initials.latin, &readings.nuclei.latin, &readings.codas.latin];
    let mut best = i16::MIN / 2;
    each_syllable(columns, latin, &mut |(latin_initial, latin_nucleus, latin_coda), lengths| {
        let vowels = match (nucleus, latin_nucleus) {
            (Some(a), Some(b)) => readings.nuclei.scores[a][b],
            _ => UNKNOWN_NUCLEUS,
        };
        let score = i16::from(readings.initials.scores[initial][latin_initial])
            + i16::from(vowels)
            + i16::from(readings.codas.scores[coda][latin_coda]);
        let rest = best_score(readings, others, &latin[lengths.iter().sum()..]);
        best = best.max(score + rest);
    });
    best
}

/// Calls `on_syllable` for every syllable that begins `letters`, with the lengths of its parts.
fn each_syllable(
    columns: [&Vec<Box<[u8]>>; 3],
    letters: &[u8],
    on_syllable: &mut impl FnMut(Syllable, [usize; 3]),
) {
    for (initial, n_initial) in parts_that_begin(columns[0], letters) {
        let rest = &letters[n_initial..];
        let n_vowels = rest.iter().enumerate().take_while(|(at, code)| is_nuclear(**code, *at));
        let n_vowels = n_vowels.count().min(MAX_NUCLEUS);
        // Wade-Giles writes ssu and tzu, others sz and tz.
        let n_least = usize::from(n_vowels > 0 || n_initial == 0);
        for n_nucleus in n_least..=n_vowels {
            let nucleus = place_of_nucleus(columns[1], &rest[..n_nucleus]);
            for (coda, n_coda) in parts_that_begin(columns[2], &rest[n_nucleus..]) {
                on_syllable((initial, nucleus, coda), [n_initial, n_nucleus, n_coda]);
            }
        }
    }
}

/// Returns the places in a column of the parts that begin `letters`, with their lengths.
fn parts_that_begin(column: &[Box<[u8]>], letters: &[u8]) -> impl Iterator<Item = (usize, usize)> {
    let known = column.iter().enumerate();
    known.filter(|(_, part)| letters.starts_with(part)).map(|(place, part)| (place, part.len()))
}

/// Returns the place of vowels in their column, w read as u and y as i.
fn place_of_nucleus(column: &[Box<[u8]>], vowels: &[u8]) -> Option<usize> {
    let [y, i, w, u] = ['y', 'i', 'w', 'u'].map(plain_code);
    let mut read = [0; MAX_NUCLEUS];
    for (read, &code) in read.iter_mut().zip(vowels) {
        *read = match code {
            _ if code == y => i,
            _ if code == w => u,
            _ => code,
        };
    }
    column.binary_search_by(|known| (**known).cmp(&read[..vowels.len()])).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cyrillic: &str, latin: &str) -> bool {
        let [cyrillic, latin] =
            [cyrillic, latin].map(|word| word.chars().map(plain_code).collect::<Vec<u8>>());
        are_readings(&cyrillic, &latin)
    }

    #[test]
    fn one_character_is_known_in_its_readings() {
        for (cyrillic, latin) in [
            ("цзинь", "kim"),
            ("цзинь", "gam"),
            ("цзян", "chiang"),
            ("чжао", "jiu"),
            ("чжан", "cheung"),
            ("хуан", "wong"),
            ("вэньсин", "manhing"),
            ("юань", "ngian"),
        ] {
            assert!(check(cyrillic, latin), "{cyrillic} {latin}");
        }
    }

    #[test]
    fn other_words_are_not() {
        for (cyrillic, latin) in [
            ("цзинь", "wong"),
            ("хуан", "lei"),
            ("иванов", "kim"),
            ("чжао", "petrov"),
            ("", ""),
            ("ъ", "sz"),
            ("ми", "tanaka"),
        ] {
            assert!(!check(cyrillic, latin), "{cyrillic} {latin}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_letters_panic(a in "[а-я]{0,16}", b in "[a-z]{0,16}") {
            check(&a, &b);
        }
    }
}
