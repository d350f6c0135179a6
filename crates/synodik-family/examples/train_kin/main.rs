//! Learns the weights of `data/kin/model.toml` from lists whose ties are known, and measures them.
//!
//! `cargo run -p synodik-family --example train_kin -- OUT.toml OMSK_FILE… ESTONIAN_FILE…` (UTF-8; a
//! file of which a line has `Состав семьи` is read as one of the Omsk lists). The households of three
//! districts in five teach the weights, one calibrates them, one tests them. Relations are taken
//! away before; sexes come from names alone. OUT.toml is the part of the model behind its limits.

#![expect(clippy::print_stdout, reason = "an example prints")]

mod households;
mod measures;

use households::{Household, read_households};
use measures::{Judged, print_measures};
use std::collections::BTreeMap;
use std::error::Error;
use synodik_family::{
    KinKind, KinPair, KinPerson, PairOdds, calibrate_kin_model, candidate_kin_pairs, kin_model,
    learn_kin_model, share_roles,
};

/// What a household is used for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Learn,
    Calibrate,
    Test,
}

/// A pair with what it is known to be.
struct KnownPair {
    pair: KinPair,
    kind: Option<KinKind>,
    /// Whether two households may be of one kin: brothers who farm apart.
    is_open: bool,
    /// Of those, as many as would share a father's name by chance: strangers as a rule.
    is_chance: bool,
    used_for: Use,
}

/// The pairs of one list, and how many kin there are to be found in the part for the test.
struct KnownPairs {
    persons: Vec<KinPerson>,
    pairs: Vec<KnownPair>,
    n_kin_in_test: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut paths = std::env::args().skip(1);
    let out = paths.next().ok_or("expected OUT.toml and files")?;
    let mut lists: BTreeMap<&'static str, Vec<Household>> = BTreeMap::new();
    for path in paths {
        let (name, households) = read_households(&std::fs::read_to_string(&path)?);
        println!("{path}: {name}, {} households", households.len());
        lists.entry(name).or_default().extend(households);
    }
    let known: Vec<(&str, KnownPairs)> =
        lists.iter().map(|(name, households)| (*name, known_pairs(households))).collect();
    let taken = |used_for: Use| -> Vec<(KinPair, Option<KinKind>)> {
        let of_use = |list: &KnownPairs| {
            list.pairs.iter().filter(|known| known.used_for == used_for).count().max(1)
        };
        let most = known.iter().map(|(_, list)| of_use(list)).max().unwrap_or(1);
        let mut taken = Vec::new();
        for (_, list) in &known {
            // Each list weighs as much as the largest, each pair counts once more as without case files.
            for _ in 0..(most / of_use(list)).max(1) {
                for known in
                    list.pairs.iter().filter(|known| known.used_for == used_for && known.is_taken())
                {
                    taken.push((known.pair.clone(), known.kind));
                    let without = known.pair.without("case");
                    taken.extend(
                        without.filter(|pair| *pair != known.pair).map(|pair| (pair, known.kind)),
                    );
                }
            }
        }
        taken
    };
    let learnt = learn_kin_model(kin_model(), &taken(Use::Learn))?;
    let learnt = calibrate_kin_model(&learnt, &taken(Use::Calibrate));
    std::fs::write(out, learnt.to_toml())?;
    for (name, known) in &known {
        let tested: Vec<&KnownPair> =
            known.pairs.iter().filter(|known| known.used_for == Use::Test).collect();
        // Pairs are judged as an archive has them: all together, one spouse, father and mother each.
        let judge = |look: &dyn Fn(&KinPair) -> KinPair| -> Vec<(&KnownPair, Judged)> {
            let mut odds: Vec<PairOdds> = tested
                .iter()
                .map(|known| PairOdds {
                    first: known.pair.first,
                    second: known.pair.second,
                    p_kinds: learnt.p_kinds(&look(&known.pair)),
                })
                .collect();
            share_roles(&known.persons, &mut odds);
            let judged = tested.iter().zip(&odds);
            judged.map(|(known, odds)| (*known, Judged::of(odds.p_kinds, known.kind))).collect()
        };
        let taken = |judged: &[(&KnownPair, Judged)]| -> Vec<Judged> {
            let taken = judged.iter().filter(|(known, _)| known.is_taken());
            taken.map(|(_, judged)| *judged).collect()
        };
        let as_they_are = judge(&|pair| pair.clone());
        let with_case = taken(&as_they_are);
        let without_case =
            taken(&judge(&|pair| pair.without("case").unwrap_or_else(|| pair.clone())));
        let all: Vec<Judged> = as_they_are.iter().map(|(_, judged)| *judged).collect();
        print_measures(name, &with_case, known.n_kin_in_test);
        print_measures(&format!("{name}, without case files"), &without_case, known.n_kin_in_test);
        let title = format!("{name}, pairs of two households all strangers");
        print_measures(&title, &all, known.n_kin_in_test);
    }
    Ok(())
}

impl KnownPair {
    fn is_taken(&self) -> bool {
        !self.is_open || self.is_chance
    }
}

/// Takes of the open pairs as many for strangers as share a father's name by chance.
///
/// How many that are tell the pairs of two households with different surnames, who are hardly ever
/// kin: as often as these share such a name, the others do by chance.
fn mark_chance(pairs: &mut [KnownPair]) {
    const SHARED: [&str; 4] = ["named", "named_rare", "shared", "shared_rare"];
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    for known in pairs.iter().filter(|known| known.kind.is_none()) {
        let level = known.pair.level("names").unwrap_or_default();
        *counts.entry(level.to_owned()).or_default() += 1.0;
    }
    let count = |surname: &str, name: &str| {
        counts.get(&format!("{surname}_{name}")).copied().unwrap_or_default()
    };
    let n_not = |surname: &str| count(surname, "not_named") + count(surname, "not_shared");
    for name in SHARED {
        let by_chance = count("other", name) / n_not("other").max(1.0) * n_not("same");
        let n_open = count("same", name);
        let share = (by_chance / n_open.max(1.0)).min(1.0);
        println!("{name}: {n_open} open pairs, of which {share:.3} by chance");
        let level = format!("same_{name}");
        // Every so manieth pair, so that nothing is drawn.
        let mut sum = 0.0;
        for known in pairs
            .iter_mut()
            .filter(|known| known.is_open && known.pair.level("names") == Some(level.as_str()))
        {
            sum += share;
            known.is_chance = sum >= 1.0;
            sum -= f64::from(u8::from(known.is_chance));
        }
    }
}

fn known_pairs(households: &[Household]) -> KnownPairs {
    let mut persons: Vec<KinPerson> = Vec::new();
    let mut household_of: Vec<usize> = Vec::new();
    let mut kinds: BTreeMap<(usize, usize), KinKind> = BTreeMap::new();
    let uses: Vec<Use> = households.iter().map(|household| use_of(&household.region)).collect();
    let mut n_kin_in_test = 0;
    for (household_idx, household) in households.iter().enumerate() {
        let start = persons.len();
        for &(first, second, kind) in &household.ties {
            kinds.insert((start + first.min(second), start + first.max(second)), kind);
        }
        if uses[household_idx] == Use::Test {
            n_kin_in_test += household.ties.len();
        }
        persons.extend(household.persons.iter().cloned());
        household_of.resize(persons.len(), household_idx);
    }
    let found = candidate_kin_pairs(&persons, kin_model());
    println!(
        "{} persons, {} pairs, {} groups passed over",
        persons.len(),
        found.pairs.len(),
        found.n_passed_over
    );
    let pairs = found.pairs.into_iter().filter_map(|pair| {
        let (one, other) = (household_of[pair.first], household_of[pair.second]);
        let used_for = uses[one];
        let kind = kinds.get(&(pair.first.min(pair.second), pair.first.max(pair.second))).copied();
        // In one household without a tie: nobody says what they are to each other.
        let is_known = one != other || kind.is_some();
        let names = pair.level("names").unwrap_or_default();
        let is_open = one != other
            && ["same_named", "same_shared"].iter().any(|level| names.starts_with(level));
        let known = KnownPair { pair, kind, is_open, is_chance: false, used_for };
        (uses[other] == used_for && is_known).then_some(known)
    });
    let mut pairs: Vec<KnownPair> = pairs.collect();
    mark_chance(&mut pairs);
    KnownPairs { persons, pairs, n_kin_in_test }
}

/// By the district, so that neighbours are on one side.
fn use_of(region: &str) -> Use {
    let hash = region.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    match (hash >> 17) % 5 {
        0 => Use::Test,
        1 => Use::Calibrate,
        _ => Use::Learn,
    }
}
