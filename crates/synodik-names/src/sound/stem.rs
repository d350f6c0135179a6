//! The stem of a name: what is left without the ending of sex or case.

use super::alphabet::plain_code;
use super::letter_tree::LetterTree;
use super::spelled::Spelled;
use crate::table;
use std::sync::LazyLock;

const NAME_STEMS_TSV: &str = include_str!("../../../../data/names/name_stems.tsv");

/// A stem has at least so many letters, or the ending is none.
const MIN_STEM_LETTERS: usize = 2;

/// The form a name stands in, as far as its ending tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Nominative, of a man or without sex.
    Base,
    /// Nominative, of a woman.
    Feminine,
    /// Another case, or a plural.
    Oblique,
    /// Of a woman, or the genitive of a man.
    FeminineOrOblique,
    /// Another case, of a woman.
    ObliqueFeminine,
}

/// The kind of name an ending belongs to; forms of one name are of one paradigm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paradigm {
    /// Surnames in -ский.
    Adjective,
    /// Lithuanian surnames.
    Lithuanian,
    /// Names without a typical ending.
    Noun,
    /// Given names in -ий and -ия.
    NounI,
    /// Patronymics in -ич and -на.
    Patronymic,
    /// Surnames in -ов and -ин.
    Possessive,
    /// No rule of the table fits.
    Unknown,
}

/// Where a word's stem ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stem {
    /// Letters of the stem.
    pub(crate) n_letters: u8,
    /// The kind of name, as far as the ending tells.
    pub(crate) paradigm: Paradigm,
    /// The form the ending makes.
    pub(crate) form: Form,
}

#[derive(Clone, Copy)]
struct Ending {
    n_letters: u8,
    paradigm: Paradigm,
    form: Form,
}

struct Endings {
    cyrillic: LetterTree<Ending>,
    latin: LetterTree<Ending>,
}

/// Endings with what is kept before them, read from the end of the word.
static ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings {
    cyrillic: LetterTree::build(endings_of(false)),
    latin: LetterTree::build(endings_of(true)),
});

fn endings_of(is_latin: bool) -> impl Iterator<Item = (Vec<u8>, Ending)> {
    let rows = table::rows(NAME_STEMS_TSV).filter(move |cells| (cells[0] == "latin") == is_latin);
    rows.map(|[_script, paradigm, kept, ending, form, _example, _source]| {
        let letters = |cell: &'static str| cell.chars().filter(|&letter| letter != '-').rev();
        let value = Ending {
            n_letters: letters(ending).count() as u8,
            paradigm: paradigm_of(paradigm),
            form: form_of(form),
        };
        (letters(ending).chain(letters(kept)).map(plain_code).collect(), value)
    })
}

fn paradigm_of(cell: &str) -> Paradigm {
    match cell {
        "adjective" => Paradigm::Adjective,
        "lithuanian" => Paradigm::Lithuanian,
        "noun" => Paradigm::Noun,
        "noun_i" => Paradigm::NounI,
        "patronymic" => Paradigm::Patronymic,
        "possessive" => Paradigm::Possessive,
        _ => Paradigm::Unknown,
    }
}

fn form_of(cell: &str) -> Form {
    match cell {
        "feminine" => Form::Feminine,
        "oblique" => Form::Oblique,
        "feminine_or_oblique" => Form::FeminineOrOblique,
        "oblique_feminine" => Form::ObliqueFeminine,
        _ => Form::Base,
    }
}

impl Stem {
    /// Returns how many letters the stem has with their accents.
    pub(crate) fn n_sounding(&self, spelled: &Spelled) -> usize {
        let n_ending = spelled.letters().len() - usize::from(self.n_letters);
        spelled.sounding().len().saturating_sub(n_ending)
    }

    /// Returns the stem of a word.
    pub(crate) fn of(spelled: &Spelled) -> Stem {
        let letters = spelled.letters();
        let endings = &*ENDINGS;
        let is_latin = letters.last().is_some_and(|&code| code >= super::LETTER_A);
        let tree = if is_latin { &endings.latin } else { &endings.cyrillic };
        let whole =
            Stem { n_letters: letters.len() as u8, paradigm: Paradigm::Unknown, form: Form::Base };
        match tree.longest(letters.iter().rev().copied()) {
            Some((ending, _)) => {
                let n_letters = letters.len().saturating_sub(usize::from(ending.n_letters));
                if n_letters < MIN_STEM_LETTERS {
                    return whole;
                }
                Stem { n_letters: n_letters as u8, paradigm: ending.paradigm, form: ending.form }
            }
            None => whole,
        }
    }
}

/// Returns whether two Cyrillic endings of one paradigm never differ in more distinct letters.
#[cfg(test)]
pub(crate) fn forms_differ_at_most(max_bits: u32) -> bool {
    let rows: Vec<[&str; 7]> =
        table::rows(NAME_STEMS_TSV).filter(|cells| cells[0] != "latin").collect();
    let mask = |ending: &str| {
        let codes = ending.chars().filter(|&letter| letter != '-').map(plain_code);
        codes.fold(0_u64, |mask, code| mask | 1 << code)
    };
    let n_bits = |a: &[&str; 7], b: &[&str; 7]| (mask(a[3]) ^ mask(b[3])).count_ones();
    rows.iter().all(|a| rows.iter().filter(|b| a[1] == b[1]).all(|b| n_bits(a, b) <= max_bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stem(word: &str) -> (usize, Paradigm, Form) {
        let stem = Stem::of(&Spelled::new(word));
        (usize::from(stem.n_letters), stem.paradigm, stem.form)
    }

    #[test]
    fn every_example_has_the_form_of_its_row() {
        for [_script, paradigm, kept, ending, form, example, _source] in
            table::rows::<7>(NAME_STEMS_TSV)
        {
            let n_letters = |cell: &str| cell.chars().filter(|&letter| letter != '-').count();
            let (n_stem, found_paradigm, found) = stem(example);
            assert_eq!(found_paradigm, paradigm_of(paradigm), "{example}");
            assert_ne!(found_paradigm, Paradigm::Unknown, "{paradigm}");
            assert_eq!(found, form_of(form), "{example}");
            assert_eq!(n_stem + n_letters(ending), n_letters(example), "{example} {kept}");
        }
    }

    #[test]
    fn forms_of_one_name_have_one_stem() {
        for (a, b) in [("Волинский", "Волинскую"), ("Иванов", "Иванову"), ("Лукич", "Лукична")]
        {
            let ((n_a, paradigm_a, _), (n_b, paradigm_b, _)) = (stem(a), stem(b));
            assert_eq!((n_a, paradigm_a), (n_b, paradigm_b), "{a} {b}");
        }
        assert_eq!(stem("Ия").0, 2);
    }
}
