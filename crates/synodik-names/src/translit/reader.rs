//! A name in the letters of its reader, to be shown beside the name as written.

use super::Scheme;
use super::forward::transliterate;
use super::to_cyrillic::write_cyrillic;
use crate::script::{is_cyrillic, modernise};
use crate::table;

const READER_SCRIPTS_TSV: &str = include_str!("../../../../data/names/reader_scripts.tsv");

/// A name in the letters of a reader: made by rules, said by no source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReaderSpelling {
    /// The name in those letters.
    pub text: String,
    /// Its language and script as a language tag (BCP 47), such as `ru-Latn`.
    pub tag: &'static str,
}

/// Writes a name in the letters of its reader, by the rules chosen for the reader's language.
///
/// Nothing comes out for a name in the reader's own letters, in letters of two scripts, or with
/// a letter that the rules do not name: it is then shown as written and nothing beside it.
///
/// # Shape
///
/// `name`: as written, in any order. `reader`: the tag of a language, such as `en`.
///
/// # Source
///
/// `data/names/reader_scripts.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::spell_for_reader;
/// let spelled = spell_for_reader("Щукин Пётр", "en").expect("in Cyrillic");
/// assert_eq!((spelled.text.as_str(), spelled.tag), ("Shchukin Pëtr", "ru-Latn"));
/// assert_eq!(spell_for_reader("Mägi Jaan", "ru").expect("in Latin").text, "Мяги Яан");
/// assert_eq!(spell_for_reader("Щукин Пётр", "ru"), None);
/// ```
#[must_use]
pub fn spell_for_reader(name: &str, reader: &str) -> Option<ReaderSpelling> {
    let script = script_of(name)?;
    let mut rows = table::rows::<4>(READER_SCRIPTS_TSV);
    let [_, _, rules, tag] =
        rows.find(|[of_reader, of_script, ..]| *of_reader == reader && *of_script == script)?;
    let text = match Scheme::from_name(rules) {
        Some(scheme) if is_old_spelling(name) => transliterate(&modernise(name), scheme),
        Some(scheme) => transliterate(name, scheme),
        None => write_cyrillic(name, rules)?,
    };
    Some(ReaderSpelling { text, tag })
}

/// Returns whether a name is in the spelling of before 1918: its `ъ` at the end is no sound.
fn is_old_spelling(name: &str) -> bool {
    let mut words = name.split(|sign: char| !sign.is_alphabetic());
    name.contains(['ѣ', 'Ѣ', 'ѳ', 'Ѳ', 'ѵ', 'Ѵ']) || words.any(|word| word.ends_with(['ъ', 'Ъ']))
}

/// Returns the script of all letters of a name; none for a name in two scripts or without letters.
fn script_of(name: &str) -> Option<&'static str> {
    let mut letters = name.chars().filter(|sign| sign.is_alphabetic());
    let is_first_cyrillic = is_cyrillic(letters.next()?);
    letters.all(|letter| is_cyrillic(letter) == is_first_cyrillic).then_some(if is_first_cyrillic {
        "cyrillic"
    } else {
        "latin"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cases: `tests/cases/reader_spellings.tsv`.
    #[test]
    fn names_are_written_in_the_letters_of_the_reader() {
        let cases = include_str!("../../tests/cases/reader_spellings.tsv");
        for [name, reader, expected, why] in table::rows(cases) {
            let spelled = spell_for_reader(name, reader).map(|spelled| spelled.text);
            assert_eq!(spelled.unwrap_or_default(), expected, "{name} for {reader}: {why}");
        }
    }

    #[test]
    fn every_row_names_rules_that_exist() {
        for [reader, script, rules, tag] in table::rows(READER_SCRIPTS_TSV) {
            assert!(["cyrillic", "latin"].contains(&script), "{reader}");
            let name = if script == "latin" { "Tamm" } else { "Тамм" };
            let spelled = spell_for_reader(name, reader).expect("the rules exist");
            assert!(spelled.tag == tag && spelled.text != name, "{rules}");
        }
    }
}
