//! The community of a record: its people, stated or told by its names.

use super::{Prepared, slot};
use rustc_hash::FxHashMap;

/// Probability from which the names tell the community.
const MIN_P_COMMUNITY: f64 = 0.9;

/// Writes the community of every record; where none is stated, names that tell it clearly do.
pub(crate) fn find_communities(prepared: &mut Prepared, category_slot: usize) {
    let n_slots = prepared.n_slots;
    let name_slots = [slot::SURNAME, slot::GIVEN, slot::PATRONYMIC];
    let mut sizes: FxHashMap<u32, f64> = FxHashMap::default();
    let mut counts: FxHashMap<(usize, u32), Vec<(u32, f64)>> = FxHashMap::default();
    for row in prepared.rows.chunks_exact(n_slots).filter(|row| row[category_slot] != 0) {
        let community = row[category_slot];
        *sizes.entry(community).or_default() += 1.0;
        for name_slot in name_slots.into_iter().filter(|&name_slot| row[name_slot] != 0) {
            let known = counts.entry((name_slot, row[name_slot])).or_default();
            match known.iter_mut().find(|(other, _)| *other == community) {
                Some((_, count)) => *count += 1.0,
                None => known.push((community, 1.0)),
            }
        }
    }
    for row in prepared.rows.chunks_exact_mut(n_slots) {
        if row[category_slot] == 0 {
            row[category_slot] = tell_community(row, &sizes, &counts, &name_slots);
        }
        row[slot::COMMUNITY] = row[category_slot];
    }
}

/// Returns the community that the names tell, 0 if none is clear.
fn tell_community(
    row: &[u32],
    sizes: &FxHashMap<u32, f64>,
    counts: &FxHashMap<(usize, u32), Vec<(u32, f64)>>,
    name_slots: &[usize],
) -> u32 {
    let mut odds: Vec<(u32, f64)> = Vec::new();
    for &name_slot in name_slots {
        let Some(known) = counts.get(&(name_slot, row[name_slot])) else { continue };
        if odds.is_empty() {
            odds = known.iter().map(|&(community, _)| (community, sizes[&community])).collect();
            // Sums depend on their order, which is not to be that of the rows.
            odds.sort_unstable_by(|a, b| a.1.total_cmp(&b.1));
        }
        for (community, odds) in &mut odds {
            let count =
                known.iter().find(|(other, _)| other == community).map_or(0.0, |found| found.1);
            // Half a record for a name that this community was not seen with.
            *odds *= (count + 0.5) / (sizes[community] + 1.0);
        }
    }
    let total: f64 = odds.iter().map(|(_, odds)| odds).sum();
    let clear = odds.iter().find(|(_, odds)| *odds >= MIN_P_COMMUNITY * total);
    clear.map_or(0, |&(community, _)| community)
}
