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
    KinKind, KinPair, KinPerson, calibrate_kin_model, candidate_kin_pairs, kin_model,
    learn_kin_model,
};

/// What a household is used for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Learn,
    Calibrate,
    Test,
}

/// A pair with what it is known to be; `is_open` when two households may be of one kin.
struct KnownPair {
    pair: KinPair,
    kind: Option<KinKind>,
    is_open: bool,
    used_for: Use,
}

/// The pairs of one list, and how many kin there are to be found in the part for the test.
struct KnownPairs {
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
                    list.pairs.iter().filter(|known| known.used_for == used_for && !known.is_open)
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
        let of_test = || known.pairs.iter().filter(|known| known.used_for == Use::Test);
        let judge =
            |known: &KnownPair, pair: &KinPair| Judged::of(learnt.p_kinds(pair), known.kind);
        let sure = of_test().filter(|known| !known.is_open);
        let with_case: Vec<Judged> = sure.clone().map(|known| judge(known, &known.pair)).collect();
        let without = |known: &KnownPair| {
            judge(known, &known.pair.without("case").unwrap_or_else(|| known.pair.clone()))
        };
        let without_case: Vec<Judged> = sure.map(without).collect();
        let all: Vec<Judged> = of_test().map(|known| judge(known, &known.pair)).collect();
        print_measures(name, &with_case, known.n_kin_in_test);
        print_measures(&format!("{name}, without case files"), &without_case, known.n_kin_in_test);
        let title = format!("{name}, pairs of two households all strangers");
        print_measures(&title, &all, known.n_kin_in_test);
    }
    Ok(())
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
        let is_open =
            one != other && matches!(pair.level("names"), Some("same_named" | "same_shared"));
        (uses[other] == used_for && is_known).then_some(KnownPair { pair, kind, is_open, used_for })
    });
    KnownPairs { pairs: pairs.collect(), n_kin_in_test }
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
