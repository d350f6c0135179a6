//! Values that stand for each other, learnt from the tables themselves.
//!
//! Where everything else says that two records are one person and their given
//! names differ in the same way again and again (Ян and Иван), the two names
//! stand for each other. Relatives leak into such pairs, but their names are
//! drawn at random, so a pair of names must occur much more often than chance.

use crate::compare::{Comparer, Learnt};
use crate::config::LinkConfig;
use crate::model::{Model, Odds};
use crate::prepare::Kind;
use crate::train::{TrainingPair, value_of};
use rustc_hash::FxHashMap;

/// The other comparisons must say "same" with this many bits.
const MIN_OTHER_BITS: f32 = 4.0;
/// Two values must be met together in at least so many pairs.
const MIN_PAIRS: u32 = 3;
/// And so many times more often than chance.
const MIN_LIFT: f64 = 10.0;

/// Finds the values that stand for each other.
pub(crate) fn learn_values(
    comparer: &Comparer,
    model: &Model,
    pairs: &[TrainingPair],
    config: &LinkConfig,
) -> Learnt {
    let weights = model.weights(config.max_comparison_bits);
    let mut learnt = Learnt::default();
    // No comparison can say more against a pair than that.
    let least = MIN_OTHER_BITS - config.max_comparison_bits;
    let alike: Vec<(&TrainingPair, Odds)> = pairs
        .iter()
        .filter(|pair| !pair.is_excluded)
        .map(|pair| (pair, weights.score(pair.pattern)))
        .filter(|(_, all)| all.same_bits >= least)
        .collect();
    for (idx, comparison) in comparer.prepared.comparisons.iter().enumerate() {
        let can_differ = matches!(
            comparison.kind,
            Kind::Given | Kind::Patronymic | Kind::Place { .. } | Kind::Category
        );
        if !can_differ {
            continue;
        }
        let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let mut n_differing = 0u32;
        for &(pair, all) in &alike {
            if pair.pattern.level(idx) <= comparer.last_alike(idx) {
                continue;
            }
            let part = weights.part(pair.pattern, idx);
            let others = Odds {
                same_bits: all.same_bits - part.same_bits,
                kin_bits: all.kin_bits - part.kin_bits,
            };
            if others.pair_bits() < MIN_OTHER_BITS {
                continue;
            }
            let (x, y) = (
                value_of(comparer.prepared, idx, pair.a),
                value_of(comparer.prepared, idx, pair.b),
            );
            if x != 0 && y != 0 && x != y {
                *counts.entry((x.min(y), x.max(y))).or_default() += 1;
                n_differing += 1;
            }
        }
        let share = |value: u32| f64::from(comparer.shares[idx][value as usize]);
        let mut found: Vec<(u32, u32)> = counts
            .into_iter()
            .filter(|&((x, y), count)| {
                let by_chance = 2.0 * share(x) * share(y) * f64::from(n_differing);
                count >= MIN_PAIRS && f64::from(count) >= MIN_LIFT * by_chance
            })
            .map(|(values, _)| values)
            .collect();
        found.sort_unstable();
        learnt.extend(found.into_iter().map(|(x, y)| (idx, x, y)));
    }
    learnt
}
