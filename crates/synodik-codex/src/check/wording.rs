//! Both languages are there, and each is in its place.

use super::visit::written;
use super::{Checked, Finding};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    for text in written(checked.codex) {
        let (en, ru) = (text.text.en.trim(), text.text.ru.trim());
        let mut add = |what: &str, value: &str, expected: &str| {
            findings.push(checked.finding((text.file, text.entry), what, value, expected));
        };
        if en.is_empty() {
            add("no English text", ru, "the text in both languages");
        }
        if ru.is_empty() {
            add("no Russian text", en, "the text in both languages");
        }
        if is_words(en) && !ru.is_empty() && !has_cyrillic(ru) {
            add("the Russian text has no Russian letter", ru, "Russian");
        }
        if n_cyrillic(en) * 2 > en.chars().count() {
            add("the English text is mostly Russian", en, "English");
        }
    }
    for (instrument, provision) in checked.codex.provisions() {
        if provision.quotation.is_some() && provision.paraphrase.is_some() {
            let (file, entry) = (&instrument.file, &provision.provision_id);
            let what = "a formula that was both seen and not seen";
            findings.push(checked.finding((file, entry), what, entry, "quotation or paraphrase"));
        }
    }
}

/// Returns whether a text has a word of its own: numbers, abbreviations and names stay as they are.
fn is_words(text: &str) -> bool {
    let is_word = |word: &str| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    text.split(|sign: char| !sign.is_alphanumeric() && sign != '.').any(is_word)
}

fn has_cyrillic(text: &str) -> bool {
    n_cyrillic(text) > 0
}

fn n_cyrillic(text: &str) -> usize {
    text.chars().filter(|sign| matches!(sign, '\u{400}'..='\u{52f}')).count()
}
