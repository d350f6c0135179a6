//! Two records in, the level of every comparison out.
//!
//! Levels are those of `data/link/levels.tsv`; how much each weighs is not
//! decided here.

mod communities;
mod names;
mod places;
mod scorer;
mod times;
mod values;

use crate::levels::{BAND_SHARES, MISSING, N_BANDS};
use crate::prepare::{Comparison, Kind, Prepared, slot};
use crate::words::{Likeness, WordId};
use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use communities::write_community_bands;
use scorer::CountedValues;
pub(crate) use scorer::{CountedLanes, OtherRecord, Scorer};

/// How many comparisons have bands within a community.
pub(crate) const N_COMMUNITY_COMPARISONS: usize = 8;

/// How many comparisons a pattern can hold.
pub(crate) const MAX_COMPARISONS: usize = 25;

/// Bits of a pattern for each comparison.
const LEVEL_BITS: usize = 5;

/// The levels of all comparisons of a pair of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) struct Pattern(pub(crate) u128);

impl Pattern {
    /// Returns the level of a comparison.
    pub(crate) fn level(self, comparison_idx: usize) -> u8 {
        (self.0 >> (comparison_idx * LEVEL_BITS) & 31) as u8
    }

    /// Sets the level of a comparison.
    pub(crate) fn set(&mut self, comparison_idx: usize, level: u8) {
        let place = comparison_idx * LEVEL_BITS;
        self.0 = self.0 & !(31 << place) | u128::from(level) << place;
    }
}

/// Values that stand for each other, found in the tables: the number of the comparison and both values.
pub(crate) type Learnt = FxHashSet<(usize, u32, u32)>;

/// What comparing needs besides the rows.
#[derive(Debug)]
pub(crate) struct Comparer<'a> {
    /// The records.
    pub(crate) prepared: &'a Prepared,
    /// For every comparison the band of every value.
    pub(crate) bands: Vec<Vec<u8>>,
    /// For every comparison the share of the records that have every value.
    pub(crate) shares: Vec<Vec<f32>>,
    /// For words of texts their information in bits.
    pub(crate) word_bits: FxHashMap<WordId, f32>,
    /// Values that stand for each other.
    pub(crate) learnt: Learnt,
    /// For every comparison whether a value is one of them; empty if none is.
    has_learnt: Vec<Vec<bool>>,
    /// The counted values of all records.
    pub(crate) values: CountedValues,
    /// The comparisons, those first that are cheap and say most.
    order: Vec<usize>,
    /// For every comparison with bands within communities, how likely each is within one by chance.
    pub(crate) by_chance: Vec<Option<[f64; N_BANDS]>>,
}

/// Likenesses of words met before; one a thread.
#[derive(Debug)]
pub(crate) struct Memo {
    /// At the place that the first bits of a hash say the others and one more than the likeness.
    entries: Vec<u64>,
}

/// How many bits of a hash are the place of its entry.
const MEMO_PLACE_BITS: u32 = 16;

impl Memo {
    /// Starts an empty memo.
    pub(crate) fn new() -> Self {
        Self { entries: vec![0; 1 << MEMO_PLACE_BITS] }
    }

    fn likeness(&mut self, prepared: &Prepared, a: WordId, b: WordId) -> Likeness {
        if a == b {
            return Likeness::Exact;
        }
        let key = u64::from(a.min(b)) << 32 | u64::from(a.max(b));
        // Multiplied by an odd number, no two keys become one.
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let entry = &mut self.entries[(hash >> (64 - MEMO_PLACE_BITS)) as usize];
        let (known, rest) = ((*entry & 0xFF) as usize, hash << MEMO_PLACE_BITS);
        if known != 0 && *entry & !0xFF == rest {
            return Likeness::ALL[known - 1];
        }
        let likeness = prepared.book.likeness(a, b);
        *entry = rest | (likeness as u64 + 1);
        likeness
    }
}

impl<'a> Comparer<'a> {
    /// Counts how frequent every value is.
    pub(crate) fn new(prepared: &'a Prepared, by_chance: Vec<Option<[f64; N_BANDS]>>) -> Self {
        let mut bands = Vec::new();
        let mut shares = Vec::new();
        for comparison in &prepared.comparisons {
            let found = value_shares(prepared, comparison);
            bands.push(found.iter().map(|&share| frequency_band(f64::from(share))).collect());
            shares.push(found);
        }
        let word_bits = values::word_bits(prepared);
        let mut order: Vec<usize> = (0..prepared.comparisons.len()).collect();
        order.sort_by_key(|&idx| prepared.comparisons[idx].kind.rank());
        Self {
            prepared,
            bands,
            shares,
            word_bits,
            learnt: Learnt::default(),
            has_learnt: vec![Vec::new(); prepared.comparisons.len()],
            values: CountedValues::new(prepared),
            order,
            by_chance,
        }
    }

    /// Takes values that stand for each other.
    pub(crate) fn learn(&mut self, learnt: Learnt) {
        self.has_learnt = vec![Vec::new(); self.prepared.comparisons.len()];
        #[expect(clippy::iter_over_hash_type, reason = "marks do not depend on the order")]
        for &(idx, x, y) in &learnt {
            let marks = &mut self.has_learnt[idx];
            marks.resize(self.shares[idx].len(), false);
            (marks[x as usize], marks[y as usize]) = (true, true);
        }
        self.learnt = learnt;
    }

    /// Whether a value stands for another.
    fn has_learnt(&self, comparison_idx: usize, value: u32) -> bool {
        self.has_learnt[comparison_idx].get(value as usize).is_some_and(|&is_learnt| is_learnt)
    }

    /// Sets the levels that the values that stand for each other may have changed.
    pub(crate) fn compare_learnt(
        &self,
        (a, b): (usize, usize),
        comparisons: &[usize],
        pattern: &mut Pattern,
        memo: &mut Memo,
    ) {
        let (row_a, row_b) = (self.prepared.row(a), self.prepared.row(b));
        // Whether a lone word is a given name or a surname depends on given names.
        let is_lone = names::is_loose(row_a) || names::is_loose(row_b);
        for &idx in comparisons {
            let is_open = is_lone && self.prepared.comparisons[idx].kind.is_name();
            if is_open || self.reads_learnt(idx, row_a) && self.reads_learnt(idx, row_b) {
                pattern.set(idx, self.level(FieldPair { idx, row_a, row_b }, memo));
            }
        }
    }

    /// Whether a comparison reads of a row a value that stands for another.
    fn reads_learnt(&self, idx: usize, row: &[u32]) -> bool {
        let Prepared { book, places, comparisons, .. } = self.prepared;
        let value = row[comparisons[idx].slot];
        match comparisons[idx].kind {
            _ if value == 0 => false,
            Kind::Given | Kind::Patronymic => self.has_learnt(idx, book.stem(value)),
            Kind::Place { .. } => {
                let place = places.get(value);
                let words = [place.settlement, place.district, place.region];
                words.into_iter().any(|word| self.has_learnt(idx, word))
            }
            _ => self.has_learnt(idx, value),
        }
    }

    /// Returns the levels of a pair.
    pub(crate) fn compare(&self, a: usize, b: usize, memo: &mut Memo) -> Pattern {
        let mut pattern = Pattern::default();
        let (row_a, row_b) = (self.prepared.row(a), self.prepared.row(b));
        for idx in 0..self.prepared.comparisons.len() {
            pattern.set(idx, self.level(FieldPair { idx, row_a, row_b }, memo));
        }
        pattern
    }

    /// Returns the comparisons whose levels depend on the values that stand for each other.
    pub(crate) fn comparisons_with_learnt(&self) -> Vec<usize> {
        let comparisons = &self.prepared.comparisons;
        let mut has_learnt = vec![false; comparisons.len()];
        let mut is_given_learnt = false;
        #[expect(clippy::iter_over_hash_type, reason = "marks do not depend on the order")]
        for &(idx, _, _) in &self.learnt {
            has_learnt[idx] = true;
            is_given_learnt |= comparisons[idx].kind == Kind::Given;
        }
        // Whether a lone word is a given name or a surname depends on given names.
        let is_touched = |idx: usize| {
            has_learnt[idx] || is_given_learnt && comparisons[idx].kind == Kind::Surname
        };
        (0..comparisons.len()).filter(|&idx| is_touched(idx)).collect()
    }

    fn level(&self, field: FieldPair, memo: &mut Memo) -> u8 {
        let FieldPair { idx, row_a, row_b } = field;
        let comparison = &self.prepared.comparisons[idx];
        let (value_a, value_b) = (row_a[comparison.slot], row_b[comparison.slot]);
        match comparison.kind {
            Kind::Middle => self.middle(field),
            Kind::Surname | Kind::Given if names::is_loose(row_a) || names::is_loose(row_b) => {
                self.loose(field, comparison.kind == Kind::Surname, memo)
            }
            Kind::Birth if value_a == 0 || value_b == 0 => self.age(field),
            _ if value_a == 0 || value_b == 0 => MISSING,
            Kind::Surname => self.surname(field, memo),
            Kind::Given => self.given(field, memo),
            Kind::Patronymic => self.patronymic(field, memo),
            Kind::Birth => self.birth(field),
            Kind::Date => self.date(field, comparison.slot),
            Kind::Place { first } => self.place(field, (comparison.slot, first), memo),
            Kind::Category => self.category(field, comparison.slot, memo),
            Kind::Code => self.code(field, comparison.slot),
            Kind::Text => self.text(value_a, value_b),
            Kind::Sex if value_a == value_b => crate::levels::sex::SAME,
            Kind::Sex => crate::levels::sex::DIFFERS,
        }
    }

    /// Returns the level of exact agreement on this value.
    fn exact(&self, field: FieldPair, value: u32) -> u8 {
        let FieldPair { idx, row_a, row_b } = field;
        if row_a[slot::COMMUNITY] == row_b[slot::COMMUNITY] && idx < N_COMMUNITY_COMPARISONS {
            let band = row_a[slot::COMMUNITY_BANDS] >> (4 * idx) & 15;
            if band != 15 {
                return 1 + band as u8;
            }
        }
        1 + self.bands[idx][value as usize]
    }

    /// Returns the last level of a comparison at which the values are the same or nearly so.
    pub(crate) fn last_alike(&self, comparison_idx: usize) -> u8 {
        match self.prepared.comparisons[comparison_idx].kind {
            Kind::Given | Kind::Patronymic => crate::levels::given::INITIAL,
            Kind::Place { .. } => crate::levels::place::CLOSE,
            _ => crate::levels::category::SIMILAR,
        }
    }

    fn is_learnt(&self, comparison_idx: usize, a: u32, b: u32) -> bool {
        !self.learnt.is_empty() && self.learnt.contains(&(comparison_idx, a.min(b), a.max(b)))
    }
}

/// A pair of rows under one comparison.
#[derive(Debug, Clone, Copy)]
struct FieldPair<'a> {
    idx: usize,
    row_a: &'a [u32],
    row_b: &'a [u32],
}

/// Returns the value by which the agreement of a record in a comparison is counted.
///
/// For most this is its number; for places the settlement, for given and father's names the stem.
pub(crate) fn counted_value(prepared: &Prepared, comparison: &Comparison, row: &[u32]) -> u32 {
    let value = row[comparison.slot];
    match comparison.kind {
        _ if value == 0 => 0,
        Kind::Given | Kind::Patronymic => prepared.book.stem(value),
        Kind::Place { .. } => prepared.places.get(value).settlement,
        _ => value,
    }
}

/// Returns for every counted value its share of the records that have one.
fn value_shares(prepared: &Prepared, comparison: &Comparison) -> Vec<f32> {
    let mut counts: Vec<u32> = Vec::new();
    let mut n_stated = 0u32;
    for row in prepared.rows.chunks_exact(prepared.n_slots) {
        let value = value_if_clear(prepared, comparison, row) as usize;
        if value != 0 {
            if counts.len() <= value {
                counts.resize(value + 1, 0);
            }
            counts[value] += 1;
            n_stated += 1;
        }
    }
    let n_numbers = match comparison.kind {
        Kind::Surname | Kind::Given | Kind::Patronymic | Kind::Place { .. } | Kind::Category => {
            prepared.book.len().max(prepared.book.n_keys())
        }
        Kind::Middle | Kind::Text => prepared.texts.len(),
        Kind::Birth | Kind::Date => prepared.days.len(),
        Kind::Code => prepared.codes.len(),
        Kind::Sex => 3,
    };
    counts.resize(n_numbers.max(counts.len()), 0);
    let total = f64::from(n_stated.max(1));
    counts.iter().map(|&count| (f64::from(count) / total) as f32).collect()
}

/// Returns the counted value; none of a lone word, which may be either name.
pub(crate) fn value_if_clear(prepared: &Prepared, comparison: &Comparison, row: &[u32]) -> u32 {
    if names::is_loose(row) && comparison.slot == slot::SURNAME {
        return 0;
    }
    counted_value(prepared, comparison, row)
}

/// Returns the band of exact agreement on a value that this share of the records has, 0 to 1: the
/// greater the band, the more it says.
pub fn frequency_band(share: f64) -> u8 {
    BAND_SHARES.iter().take_while(|&&bound| share < bound).count() as u8
}
