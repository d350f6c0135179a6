//! Given names of a Latin word that no table has as written: those whose Cyrillic form sounds the same.

use super::prepared::PreparedWord;
use crate::fold::Script;
use crate::given::{GivenMatch, given_name, given_names};
use crate::sound::{Sounds, align_sounds};
use std::collections::HashMap;
use std::sync::LazyLock;

/// From this score a sound on, in tenths of a bit, a Latin word is read as a Cyrillic form.
const READING_SCORE_PER_SOUND: i16 = 20;

/// A word with fewer sounds is not looked for: too many forms are as short.
const MIN_SOUNDS: usize = 3;

struct SoundedForm {
    sounds: Sounds,
    matches: &'static [GivenMatch],
}

/// The Cyrillic forms of all given names by their keys, in the order of the table.
static FORMS: LazyLock<HashMap<u64, Vec<SoundedForm>>> = LazyLock::new(|| {
    let mut forms: HashMap<u64, Vec<SoundedForm>> = HashMap::new();
    for name in given_names() {
        let others = name.forms.iter().map(|form| form.form);
        for form in [name.canonical].into_iter().chain(others) {
            let prepared = PreparedWord::new(form);
            if prepared.script() == Script::Cyrillic {
                let sounded =
                    SoundedForm { sounds: prepared.sounded.sounds, matches: given_name(form) };
                forms.entry(prepared.keys()[0]).or_default().push(sounded);
            }
        }
    }
    forms
});

/// Returns the given names whose Cyrillic form sounds most like a Latin word; empty if none does.
pub(super) fn given_by_sound(word: &PreparedWord) -> &'static [GivenMatch] {
    let sounds = word.sounded.sounds.as_slice();
    if sounds.len() < MIN_SOUNDS {
        return &[];
    }
    let [first, second] = word.keys();
    let n_keys = if first == second { 1 } else { 2 };
    let mut best: (i16, &'static [GivenMatch]) = (i16::MIN, &[]);
    for form in word.keys()[..n_keys].iter().filter_map(|key| FORMS.get(key)).flatten() {
        let form_sounds = form.sounds.as_slice();
        let n_sounds = sounds.len().max(form_sounds.len()) as i16;
        let score = align_sounds(sounds, form_sounds);
        if score >= READING_SCORE_PER_SOUND * n_sounds && score > best.0 {
            best = (score, form.matches);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given::given_name_entry;

    #[test]
    fn a_latin_spelling_is_read() {
        for (word, canonical) in
            [("Ievguéni", "Евгений"), ("Afanassij", "Афанасий"), ("Wassilissa", "Василиса")]
        {
            let matches = given_by_sound(&PreparedWord::new(word));
            let names: Vec<&str> =
                matches.iter().map(|found| given_name_entry(found.name_id).canonical).collect();
            assert!(names.contains(&canonical), "{word} {names:?}");
        }
        assert!(given_by_sound(&PreparedWord::new("Kzhrtov")).is_empty());
    }
}
