//! Latin spellings that are in no table: transliterations of the common names.

use super::table::{TABLE, WordHasher};
use super::{Certainty, FormKind, GivenMatch, GivenNameId};
use crate::fold::fold_name_word;
use crate::latin_key::{latin_key, latin_query_keys};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

/// A shorter key is the key of too many words.
const N_KEY_LETTERS_MIN: usize = 4;

/// A rarer spelling is more often the surname of another people.
const COUNT_MIN: u32 = 20;

type KeyMap = HashMap<String, Vec<GivenMatch>, BuildHasherDefault<WordHasher>>;

/// The names in Cyrillic letters by their Latin key; the names of one key by frequency.
static BY_KEY: LazyLock<KeyMap> = LazyLock::new(|| {
    let mut found: Vec<(String, u32, GivenMatch)> = Vec::new();
    for (place, name) in TABLE.names.iter().enumerate() {
        let name_id = GivenNameId(u32::try_from(place).expect("fewer names than 2^32"));
        let as_found = GivenMatch { name_id, kind: FormKind::Press, certainty: Certainty::Medium };
        let forms = name.forms.iter().filter(|form| {
            form.certainty == Certainty::High
                && matches!(form.kind, FormKind::Variant | FormKind::Church)
        });
        let spellings = forms.map(|form| (form.form, form.count));
        for (spelling, count) in spellings.chain([(name.canonical, name.count)]) {
            let key = fold_name_word(spelling, latin_key);
            if count >= COUNT_MIN && key.len() >= N_KEY_LETTERS_MIN && !spelling.is_ascii() {
                found.push((key, count, as_found));
            }
        }
    }
    found.sort_by_key(|(_, count, as_found)| (std::cmp::Reverse(*count), as_found.name_id));
    let mut by_key = KeyMap::default();
    for (key, _, as_found) in found {
        let matches = by_key.entry(key).or_default();
        if !matches.iter().any(|known| known.name_id == as_found.name_id) {
            matches.push(as_found);
        }
    }
    by_key
});

/// Returns the common names that a folded word in Latin letters may transliterate.
pub(super) fn matches_of_latin(folded: &str) -> Option<&'static [GivenMatch]> {
    let is_latin = folded.len() > 2 && folded.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_latin {
        return None;
    }
    latin_query_keys(folded).iter().find_map(|key| BY_KEY.get(key)).map(Vec::as_slice)
}
