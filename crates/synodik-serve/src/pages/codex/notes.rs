//! Numbered notes: each page names its sources once, and statements point to them.

use crate::Text;
use crate::address::web_address;
use std::borrow::Cow;
use synodik_codex::Codex;

/// The sources a page has named so far, in the order of their first mention.
pub(super) struct Notes<'a> {
    codex: &'a Codex,
    keys: Vec<&'a str>,
}

/// A source as it stands in the list at the end of a page.
pub(super) struct Note<'a> {
    /// The number by which the page points to it.
    pub(super) number: usize,
    /// Author, title and year; the key itself when the codex does not know it.
    pub(super) citation: &'a str,
    /// Addresses, shelf marks and pages.
    pub(super) locators: Vec<Locator<'a>>,
    /// How far the compilers have read it.
    pub(super) checked: Option<Cow<'a, str>>,
}

/// Where a source is found.
pub(super) struct Locator<'a> {
    pub(super) text: &'a str,
    /// The same, when it leads to a web page.
    pub(super) link: Option<&'a str>,
}

impl<'a> Notes<'a> {
    /// Starts a page that has named no source.
    pub(super) fn none(codex: &'a Codex) -> Notes<'a> {
        Notes { codex, keys: Vec::new() }
    }

    /// Returns the numbers of sources, ascending; those named first get the next ones.
    pub(super) fn cite(&mut self, keys: &'a [String]) -> Vec<usize> {
        let mut numbers: Vec<usize> = keys.iter().map(|key| self.number(key)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn number(&mut self, key: &'a str) -> usize {
        let known = self.keys.iter().position(|known| *known == key);
        let key_idx = known.unwrap_or_else(|| {
            self.keys.push(key);
            self.keys.len() - 1
        });
        key_idx + 1
    }

    /// Returns the list of all sources named.
    pub(super) fn into_list(self, t: Text<'a>) -> Vec<Note<'a>> {
        let codex = self.codex;
        let note = |(key_idx, key): (usize, &'a str)| match codex.source(key) {
            Some(source) => Note {
                number: key_idx + 1,
                citation: &source.citation,
                locators: source.locator.as_deref().map(locators).unwrap_or_default(),
                checked: Some(t.label("checked", &source.checked.replace(' ', "-")))
                    .map(|words| Cow::Owned(words.into_owned())),
            },
            None => {
                Note { number: key_idx + 1, citation: key, locators: Vec::new(), checked: None }
            }
        };
        self.keys.into_iter().enumerate().map(note).collect()
    }
}

fn locators(stated: &str) -> Vec<Locator<'_>> {
    stated
        .split(" ; ")
        .map(|text| Locator { text, link: web_address(text) })
        .filter(|locator| locator.text != "no locator")
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};
    use synodik_codex::codex;

    #[test]
    fn a_source_keeps_its_number_and_links_only_to_the_web() {
        let keys: Vec<String> =
            ["werth-2008", "order-00486-newsland", "werth-2008"].map(str::to_owned).into();
        let mut notes = Notes::none(codex());
        assert_eq!(notes.cite(&keys[..2]), [1, 2]);
        assert_eq!(notes.cite(&keys[1..]), [1, 2]);
        let locales = Locales::load();
        let list = notes.into_list(locales.text(Language::English));
        assert_eq!(list.len(), 2);
        assert_eq!(list[0].number, 1);
        let places = locators("https://example.org/a ; p. 7");
        assert_eq!(places[0].link, Some("https://example.org/a"));
        assert_eq!((places[1].text, places[1].link), ("p. 7", None));
    }
}
