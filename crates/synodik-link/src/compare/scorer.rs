//! Scores the pairs of one record with many others, and ends as soon as a pair cannot become a link.
//!
//! Whether two values are equal says already how much their comparison can add at most, and the
//! processor asks that of eight comparisons at once. Most pairs are turned away by this alone.

use super::{
    Comparer, FieldPair, MAX_COMPARISONS, Memo, N_COMMUNITY_COMPARISONS, counted_value, names,
};
use crate::config::LinkConfig;
use crate::levels::{birth, date, given, place, sex};
use crate::model::{Odds, Weights};
use crate::prepare::{Kind, Prepared, slot};

/// How many comparisons are bounded at once.
const LANES: usize = 8;
/// No value has this number.
const NEVER: u32 = u32::MAX;
/// A place without a settlement is known by its own number and this bit.
const NO_SETTLEMENT: u32 = 1 << 31;

/// Counted values side by side.
pub(crate) type CountedLanes = [u32; LANES];

/// The counted values of all records; 0 is not stated.
#[derive(Debug)]
pub(crate) struct CountedValues {
    values: Vec<CountedLanes>,
    /// How many times [`LANES`] values a record has.
    pub(crate) n_chunks: usize,
}

impl CountedValues {
    /// Reads the rows.
    pub(super) fn new(prepared: &Prepared) -> Self {
        let n_chunks = prepared.comparisons.len().div_ceil(LANES);
        let mut values = vec![[0; LANES]; prepared.n_records * n_chunks];
        let rows = prepared.rows.chunks_exact(prepared.n_slots);
        for (chunks, row) in values.chunks_exact_mut(n_chunks.max(1)).zip(rows) {
            let chunks = chunks.as_flattened_mut();
            for (value, comparison) in chunks.iter_mut().zip(&prepared.comparisons) {
                *value = match (counted_value(prepared, comparison, row), row[comparison.slot]) {
                    (0, number) if number != 0 => NO_SETTLEMENT | number,
                    (counted, _) => counted,
                };
            }
        }
        Self { values, n_chunks }
    }

    /// Returns those of a record.
    pub(crate) fn of(&self, record: usize) -> &[CountedLanes] {
        &self.values[record * self.n_chunks..(record + 1) * self.n_chunks]
    }
}

/// The most that a comparison adds, by whether the other value is the same, another, or not stated.
#[derive(Debug, Clone, Copy)]
struct Bound {
    equal: Odds,
    other: Odds,
    missing: Odds,
}

const NONE: Odds = Odds { same_bits: 0.0, kin_bits: 0.0 };

/// Bounds side by side.
#[derive(Debug, Clone)]
struct BoundLanes {
    values: [u32; LANES],
    /// For equal, other and missing values.
    same: [[f32; LANES]; 3],
    kin: [[f32; LANES]; 3],
}

impl BoundLanes {
    const EMPTY: Self =
        Self { values: [NEVER; LANES], same: [[0.0; LANES]; 3], kin: [[0.0; LANES]; 3] };

    fn add_to(&self, values: &CountedLanes, same: &mut [f32; LANES], kin: &mut [f32; LANES]) {
        for lane in 0..LANES {
            let is_equal = values[lane] == self.values[lane];
            let is_missing = values[lane] == 0;
            let choose = |of: &[[f32; LANES]; 3]| {
                let (equal, other, missing) = (of[0][lane], of[1][lane], of[2][lane]);
                let stated = if is_equal { equal } else { other };
                if is_missing { missing } else { stated }
            };
            same[lane] += choose(&self.same);
            kin[lane] += choose(&self.kin);
        }
    }
}

/// A comparison of a record with others.
#[derive(Debug, Clone, Copy)]
struct Step {
    idx: usize,
    value: u32,
    /// Whether it says something even if the other value is missing.
    is_open: bool,
    bound: Bound,
}

/// What a worker knows of the record whose pairs it scores.
#[derive(Debug)]
pub(crate) struct Scorer<'a> {
    weights: &'a Weights,
    /// The comparisons in which the record says something, those first that are cheap and say most.
    steps: Vec<Step>,
    lanes: Vec<BoundLanes>,
    min_bits: Odds,
    record: usize,
}

impl<'a> Scorer<'a> {
    /// Starts without a record.
    pub(crate) fn new(weights: &'a Weights, config: &LinkConfig) -> Self {
        let bits = |p: f64| (p / (1.0 - p)).log2() as f32;
        let min_bits =
            Odds { same_bits: bits(config.min_p_same), kin_bits: bits(config.min_p_kin) };
        Self { weights, steps: Vec::new(), lanes: Vec::new(), min_bits, record: 0 }
    }

    /// Turns to a record.
    pub(crate) fn begin(&mut self, comparer: &Comparer, record: usize) {
        let row = comparer.prepared.row(record);
        let values = comparer.values.of(record).as_flattened();
        self.record = record;
        self.steps.clear();
        self.lanes.clear();
        self.lanes.resize(comparer.values.n_chunks, BoundLanes::EMPTY);
        for &idx in &comparer.order {
            let comparison = &comparer.prepared.comparisons[idx];
            let is_open = comparison.kind.is_name() || comparison.kind == Kind::Birth;
            if row[comparison.slot] == 0 && !is_open {
                continue;
            }
            let value = if values[idx] == 0 { NEVER } else { values[idx] };
            let bound = self.bound(comparer, idx, row, value);
            let lanes = &mut self.lanes[idx / LANES];
            lanes.values[idx % LANES] = value;
            for (case, odds) in [bound.equal, bound.other, bound.missing].iter().enumerate() {
                lanes.same[case][idx % LANES] = odds.same_bits;
                lanes.kin[case][idx % LANES] = odds.kin_bits;
            }
            self.steps.push(Step { idx, value, is_open, bound });
        }
    }

    fn bound(&self, comparer: &Comparer, idx: usize, row: &[u32], value: u32) -> Bound {
        let weights = self.weights;
        let comparison = &comparer.prepared.comparisons[idx];
        let of_level = |level: u8| weights.of_level(idx, level);
        let any = weights.most(idx);
        let is_lone_name = comparison.kind.is_name() && names::is_loose(row);
        if value == NEVER || is_lone_name || matches!(comparison.kind, Kind::Middle | Kind::Text) {
            let is_open = comparison.kind.is_name() || comparison.kind == Kind::Birth;
            return Bound { equal: any, other: any, missing: if is_open { any } else { NONE } };
        }
        let mut other = weights.most_otherwise(idx);
        if comparer.has_learnt(idx, value) {
            other = any;
        }
        let exact = || {
            let band = comparer.bands[idx][value as usize];
            let community = (row[slot::COMMUNITY_BANDS] >> (4 * idx.min(7)) & 15) as u8;
            let has_community = idx < N_COMMUNITY_COMPARISONS && row[slot::COMMUNITY] != 0;
            let exact = of_level(1 + band).max(NONE);
            match community {
                0..15 if has_community => exact.max(of_level(1 + community)),
                _ => exact,
            }
        };
        let is_full = |number: u32| comparer.prepared.days.get(number).is_full();
        let equal = match comparison.kind {
            Kind::Sex => of_level(sex::SAME),
            Kind::Given => exact().max(of_level(given::STEM)),
            Kind::Birth if !is_full(value) => {
                of_level(birth::YEAR).max(of_level(birth::YEAR_FROM_AGE))
            }
            Kind::Date if !is_full(value) => of_level(date::PARTIAL).max(NONE),
            Kind::Place { .. } if value & NO_SETTLEMENT != 0 => other,
            Kind::Place { .. } => exact().max(of_level(place::OTHER_AREA)),
            _ => exact(),
        };
        let missing = match comparison.kind {
            Kind::Birth => other,
            kind if kind.is_name() => any,
            _ => NONE,
        };
        if comparison.kind == Kind::Sex {
            other = of_level(sex::DIFFERS);
        }
        Bound { equal, other, missing }
    }

    /// Returns the most that all comparisons with a record can say.
    fn most(&self, values: &[CountedLanes]) -> Odds {
        let (mut same, mut kin) = ([0.0; LANES], [0.0; LANES]);
        for (lanes, values) in self.lanes.iter().zip(values) {
            lanes.add_to(values, &mut same, &mut kin);
        }
        let prior = self.weights.prior;
        Odds {
            same_bits: prior.same_bits + same.iter().sum::<f32>(),
            kin_bits: prior.kin_bits + kin.iter().sum::<f32>(),
        }
    }

    /// Whether so much evidence, with at most so much to come, cannot become a link.
    fn is_hopeless(&self, most: Odds) -> bool {
        most.same_bits < self.min_bits.same_bits && most.kin_bits < self.min_bits.kin_bits
    }
}

/// A record with which that of the scorer is compared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OtherRecord<'a> {
    /// Its row.
    pub(crate) row: &'a [u32],
    /// Its counted values.
    pub(crate) values: &'a [CountedLanes],
}

impl Comparer<'_> {
    /// Returns the odds of the scorer's record and another, or none as soon as they cannot become a link.
    pub(crate) fn score(
        &self,
        other: OtherRecord<'_>,
        scorer: &Scorer,
        memo: &mut Memo,
    ) -> Option<Odds> {
        let row_a = self.prepared.row(scorer.record);
        let (row_b, values_b) = (other.row, other.values.as_flattened());
        let mut most = scorer.most(other.values);
        if scorer.is_hopeless(most) {
            return None;
        }
        let mut odds = scorer.weights.prior;
        let mut n_equal = 0;
        let mut equal = [0u8; MAX_COMPARISONS];
        // What differs or is missing may say less than it could; what is equal brings no surprise.
        for (place, step) in scorer.steps.iter().enumerate() {
            let value = values_b[step.idx];
            if value == 0 && !step.is_open {
                continue;
            }
            if value == step.value {
                equal[n_equal] = place as u8;
                n_equal += 1;
                continue;
            }
            let bound = if value == 0 { step.bound.missing } else { step.bound.other };
            let level = self.level(FieldPair { idx: step.idx, row_a, row_b }, memo);
            let part = scorer.weights.of_level(step.idx, level);
            odds = odds.plus(part);
            most = most.plus(part).minus(bound);
            if scorer.is_hopeless(most) {
                return None;
            }
        }
        for &place in &equal[..n_equal] {
            let step = &scorer.steps[usize::from(place)];
            let level = self.level(FieldPair { idx: step.idx, row_a, row_b }, memo);
            odds = odds.plus(scorer.weights.of_level(step.idx, level));
        }
        (!scorer.is_hopeless(odds)).then_some(odds)
    }
}
