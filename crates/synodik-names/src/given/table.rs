//! Reads `data/names/given/` once, and finds a folded word in it.

use super::{Certainty, FormKind, GivenForm, GivenMatch, GivenName, GivenNameId};
use crate::fold::fold_name_word;
use crate::part::Sex;
use crate::table;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

const NAMES_TSV: &str = include_str!("../../../../data/names/given/names.tsv");
const FORMS_TSV: &str = include_str!("../../../../data/names/given/forms.tsv");

pub(super) static TABLE: LazyLock<GivenTable> = LazyLock::new(read_tables);

type WordMap = HashMap<Box<str>, WordEntry, BuildHasherDefault<WordHasher>>;

struct WordEntry {
    first: u32,
    n_matches: u32,
    count: u32,
}

pub(super) struct GivenTable {
    pub(super) names: Vec<GivenName>,
    by_word: WordMap,
    matches: Vec<GivenMatch>,
}

impl GivenTable {
    pub(super) fn matches_of(&self, folded: &str) -> Option<&[GivenMatch]> {
        let entry = self.by_word.get(folded)?;
        let first = entry.first as usize;
        Some(&self.matches[first..first + entry.n_matches as usize])
    }

    pub(super) fn count_of(&self, folded: &str) -> Option<u32> {
        self.by_word.get(folded).map(|entry| entry.count)
    }
}

/// Multiplies and folds words of eight bytes: the keys are ours and short, so a keyed hash would only cost time.
#[derive(Default)]
pub(crate) struct WordHasher(u64);

/// 2^64 divided by the golden ratio, made odd; its bits are well spread.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let word =
                u64::from_le_bytes(chunk.try_into().expect("chunks_exact gives eight bytes"));
            self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(GOLDEN);
        }
        let mut rest = [0_u8; 8];
        rest[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
        self.0 = (self.0.rotate_left(23) ^ u64::from_le_bytes(rest)).wrapping_mul(GOLDEN);
    }

    fn write_u8(&mut self, _end_of_text: u8) {}

    fn finish(&self) -> u64 {
        let hash = (self.0 ^ (self.0 >> 32)).wrapping_mul(GOLDEN);
        hash ^ (hash >> 29)
    }
}

fn read_tables() -> GivenTable {
    let mut names = Vec::new();
    let mut ids = HashMap::new();
    let mut found: Vec<(Box<str>, GivenMatch, u32)> = Vec::new();
    for [id, canonical, sex, tradition, count, _source] in table::rows(NAMES_TSV) {
        let name_id = GivenNameId(u32::try_from(names.len()).expect("fewer names than 2^32"));
        let sex = if sex == "f" { Sex::Female } else { Sex::Male };
        let count = count_of_cell(count);
        ids.insert(id, name_id);
        let certainty = Certainty::High;
        let as_found = GivenMatch { name_id, kind: FormKind::Canonical, certainty };
        fold_name_word(canonical, |word| found.push((word.into(), as_found, count)));
        names.push(GivenName { id, canonical, sex, tradition, count, forms: Vec::new() });
    }
    for [id, kind, form, certainty, count, _source] in table::rows(FORMS_TSV) {
        let name_id = ids[id];
        let (kind, certainty) = (kind_of_cell(kind), certainty_of_cell(certainty));
        let count = count_of_cell(count);
        let as_found = GivenMatch { name_id, kind, certainty };
        fold_name_word(form, |word| found.push((word.into(), as_found, count)));
        names[name_id.0 as usize].forms.push(GivenForm { form, kind, certainty, count });
    }
    found.sort_by(|(word, a, _), (other_word, b, _)| {
        let strength = |found: &GivenMatch| (found.certainty == Certainty::Low, found.kind);
        let count = |found: &GivenMatch| names[found.name_id.0 as usize].count;
        (word, strength(a))
            .cmp(&(other_word, strength(b)))
            .then_with(|| count(b).cmp(&count(a)))
            .then_with(|| a.name_id.cmp(&b.name_id))
    });
    // One word stands for one name once: with its strongest kind.
    let mut by_word = WordMap::default();
    let mut matches: Vec<GivenMatch> = Vec::with_capacity(found.len());
    for (word, as_found, count) in found {
        let first = u32::try_from(matches.len()).expect("fewer forms than 2^32");
        let entry = by_word.entry(word).or_insert(WordEntry { first, n_matches: 0, count });
        let known = &matches[entry.first as usize..];
        if !known.iter().any(|known| known.name_id == as_found.name_id) {
            entry.n_matches += 1;
            matches.push(as_found);
        }
    }
    GivenTable { names, by_word, matches }
}

fn count_of_cell(cell: &str) -> u32 {
    cell.parse().expect("a count of data/names/given is a whole number")
}

fn certainty_of_cell(cell: &str) -> Certainty {
    match cell {
        "high" => Certainty::High,
        "medium" => Certainty::Medium,
        "low" => Certainty::Low,
        other => unreachable!("forms.tsv: unknown certainty `{other}`"),
    }
}

fn kind_of_cell(cell: &str) -> FormKind {
    match cell {
        "variant" => FormKind::Variant,
        "diminutive" => FormKind::Diminutive,
        "church" => FormKind::Church,
        "pre_reform" => FormKind::PreReform,
        "ukrainian" => FormKind::Ukrainian,
        "belarusian" => FormKind::Belarusian,
        "polish" => FormKind::Polish,
        "german" => FormKind::German,
        "estonian" => FormKind::Estonian,
        "latvian" => FormKind::Latvian,
        "lithuanian" => FormKind::Lithuanian,
        "finnish" => FormKind::Finnish,
        "jewish" => FormKind::Jewish,
        "turkic" => FormKind::Turkic,
        "georgian" => FormKind::Georgian,
        "armenian" => FormKind::Armenian,
        "press" => FormKind::Press,
        "russified" => FormKind::Russified,
        other => unreachable!("forms.tsv: unknown kind `{other}`"),
    }
}
