//! How rare a value is within the community of its record.
//!
//! Ким is one name in five among Koreans and one in two hundred among all; in 1937 one day of
//! September was that of one Korean in thirty. Two records of one people agree on it by the
//! first chance, and that they are of one people is counted by the comparison of that category.

use super::{N_COMMUNITY_COMPARISONS, frequency_band, value_if_clear};
use crate::levels::N_BANDS;
use crate::prepare::{Comparison, Kind, Prepared, slot};
use rustc_hash::FxHashMap;

/// Writes the bands within communities into the rows; returns how likely each is by chance in one.
pub(crate) fn write_community_bands(prepared: &mut Prepared) -> Vec<Option<[f64; N_BANDS]>> {
    let n_slots = prepared.n_slots;
    for row in prepared.rows.chunks_exact_mut(n_slots) {
        row[slot::COMMUNITY_BANDS] = u32::MAX;
    }
    let mut by_chance = vec![None; prepared.comparisons.len()];
    if prepared.rows.chunks_exact(n_slots).all(|row| row[slot::COMMUNITY] == 0) {
        return by_chance;
    }
    for (idx, by_chance) in by_chance.iter_mut().enumerate().take(N_COMMUNITY_COMPARISONS) {
        let kind = prepared.comparisons[idx].kind;
        let is_of_people = matches!(
            kind,
            Kind::Surname | Kind::Given | Kind::Patronymic | Kind::Place { .. } | Kind::Date
        );
        if is_of_people {
            *by_chance = Some(write_bands(prepared, idx));
        }
    }
    by_chance
}

fn write_bands(prepared: &mut Prepared, idx: usize) -> [f64; N_BANDS] {
    let comparison = prepared.comparisons[idx].clone();
    let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let mut totals: FxHashMap<u32, u32> = FxHashMap::default();
    let mut values = Vec::with_capacity(prepared.n_records);
    for row in prepared.rows.chunks_exact(prepared.n_slots) {
        let value = value_if_clear(prepared, &comparison, row);
        let community = row[slot::COMMUNITY];
        values.push(value);
        if value != 0 && community != 0 {
            *counts.entry((community, value)).or_default() += 1;
            *totals.entry(community).or_default() += 1;
        }
    }
    let share = |community: u32, count: u32| f64::from(count) / f64::from(totals[&community]);
    let rows = prepared.rows.chunks_exact_mut(prepared.n_slots);
    for (row, value) in rows.zip(values) {
        let community = row[slot::COMMUNITY];
        if value != 0 && community != 0 {
            let band = u32::from(frequency_band(share(community, counts[&(community, value)])));
            row[slot::COMMUNITY_BANDS] &= !(15 << (4 * idx));
            row[slot::COMMUNITY_BANDS] |= band << (4 * idx);
        }
    }
    let mut equal: Vec<((u32, u32), u32)> = counts.into_iter().collect();
    equal.sort_unstable();
    let n_stated: u64 = totals.values().map(|&total| u64::from(total)).sum();
    let mut by_chance: [Vec<f64>; N_BANDS] = std::array::from_fn(|_| Vec::new());
    for members in equal.chunk_by(|a, b| a.0.0 == b.0.0) {
        let community = members[0].0.0;
        // Whole numbers have the same sum in any order.
        let mut n_equal = [0u64; N_BANDS];
        let told_apart =
            members.iter().filter(|&&((_, value), _)| is_told_apart(prepared, &comparison, value));
        for &(_, count) in told_apart {
            n_equal[usize::from(frequency_band(share(community, count)))] +=
                u64::from(count).pow(2);
        }
        // Of two records of one people, this is the people by its share of the records; the
        // share of its pairs would count a small people again with every rare name of its own.
        let n_pairs = f64::from(totals[&community]) * n_stated as f64;
        for (parts, n_equal) in by_chance.iter_mut().zip(n_equal) {
            parts.push(n_equal as f64 / n_pairs);
        }
    }
    by_chance.map(|mut parts| {
        // The numbers of the peoples depend on the order of the rows, and sums on that of their parts.
        parts.sort_unstable_by(f64::total_cmp);
        parts.iter().sum()
    })
}

/// Whether two records with this value agree exactly: a date must state its day.
fn is_told_apart(prepared: &Prepared, comparison: &Comparison, value: u32) -> bool {
    comparison.kind != Kind::Date || prepared.days.get(value).is_full()
}
