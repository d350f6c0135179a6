use super::*;
use crate::kin_table::kinship_of_term;
use proptest::prelude::*;

/// A person as `sex birth-death`, with `?` for what is not known: `м 1880-1937`.
fn person(words: &str) -> KinPerson {
    let (sex, years) = words.split_once(' ').expect("sex and years");
    let (birth, death) = years.split_once('-').expect("birth and death");
    let years = |text: &str| text.parse().ok().map(|year: i32| (year, year));
    KinPerson {
        sex: match sex {
            "м" => Some(Sex::Male),
            "ж" => Some(Sex::Female),
            _ => None,
        },
        birth_years: years(birth),
        death_years: years(death),
        ..KinPerson::default()
    }
}

fn tie(first: usize, second: usize, term: &str, p_tie: f64) -> Tie {
    let kinship = kinship_of_term(term).unwrap_or_else(|| panic!("{term} is a term"));
    let ground = if p_tie > 0.98 { TieGround::Stated } else { TieGround::Inferred };
    Tie { first, second, kinship, ground, p_tie, evidence: Vec::new() }
}

fn check(persons: &[&str], ties: &[Tie], expected: &[(usize, usize, CutReason)]) {
    let persons: Vec<KinPerson> = persons.iter().map(|words| person(words)).collect();
    let settled = settle_ties(&persons, ties);
    let cut: Vec<(usize, usize, CutReason)> =
        settled.cut.iter().map(|cut| (cut.tie.first, cut.tie.second, cut.reason)).collect();
    assert_eq!(cut, expected, "{persons:?}");
    assert_eq!(settled.ties.len() + cut.len(), ties.len());
}

#[test]
fn births_deaths_and_sexes_forbid() {
    check(&["м 1880-?", "м 1870-?"], &[tie(0, 1, "son", 0.99)], &[(0, 1, CutReason::Birth)]);
    check(&["м 1880-1920", "м 1921-?"], &[tie(0, 1, "son", 0.99)], &[]);
    check(&["м 1880-1920", "м 1925-?"], &[tie(0, 1, "son", 0.99)], &[(0, 1, CutReason::Death)]);
    check(&["ж 1880-1920", "м 1921-?"], &[tie(0, 1, "son", 0.99)], &[(0, 1, CutReason::Death)]);
    check(&["ж 1850-?", "м 1925-?"], &[tie(1, 0, "mother", 0.9)], &[(1, 0, CutReason::Birth)]);
    check(&["? 1880-?", "м 1905-?"], &[tie(0, 1, "daughter", 0.9)], &[(0, 1, CutReason::Sex)]);
    check(&["м 1880-?", "м 1885-?"], &[tie(0, 1, "spouse", 0.9)], &[(0, 1, CutReason::Sex)]);
    check(&["м 1880-?", "м 1930-?"], &[tie(0, 1, "brother", 0.9)], &[(0, 1, CutReason::Birth)]);
    check(&["м ?-?"], &[tie(0, 0, "brother", 0.9)], &[(0, 0, CutReason::Oneself)]);
}

#[test]
fn nobody_has_two_mothers() {
    let persons = ["ж 1880-?", "ж 1882-?", "м 1878-?", "м 1905-?", "? 1870-?"];
    let ties = [
        tie(0, 3, "son", 0.7),
        tie(3, 1, "mother", 0.99),
        tie(2, 3, "son", 0.9),
        tie(3, 4, "parent", 0.6),
    ];
    check(&persons, &ties, &[(0, 3, CutReason::SecondMother), (3, 4, CutReason::ThirdParent)]);
}

#[test]
fn nobody_is_their_own_uncle() {
    let persons = ["м 1880-?", "м 1882-?", "м 1905-?"];
    let ties = [tie(0, 1, "brother", 0.99), tie(0, 2, "son", 0.95), tie(1, 2, "brother", 0.6)];
    check(&persons, &ties, &[(1, 2, CutReason::Loop)]);
    let ties = [tie(0, 1, "brother", 0.99), tie(0, 2, "son", 0.95), tie(1, 2, "nephew", 0.6)];
    check(&persons, &ties, &[]);
}

#[test]
fn the_weakest_of_a_loop_is_cut_whatever_the_order() {
    let persons = vec![KinPerson::default(); 4];
    let mut ties = vec![
        tie(0, 1, "son", 0.9),
        tie(1, 2, "son", 0.4),
        tie(2, 3, "son", 0.8),
        tie(3, 0, "brother", 0.7),
    ];
    for _ in 0..4 {
        ties.rotate_left(1);
        let settled = settle_ties(&persons, &ties);
        assert_eq!((settled.cut[0].tie.first, settled.cut[0].tie.second), (1, 2));
        assert_eq!(settled.cut[0].persons, [1, 0, 3, 2]);
    }
}

#[test]
fn two_kinships_of_a_pair_and_what_says_less() {
    let persons = ["м 1880-?", "ж 1882-?"];
    let ties = [tie(0, 1, "wife", 0.99), tie(1, 0, "brother", 0.7), tie(0, 1, "relative", 0.9)];
    check(&persons, &ties, &[(1, 0, CutReason::Disagrees)]);
    let both_sides = [tie(0, 1, "wife", 0.99), tie(1, 0, "husband", 0.99)];
    check(&persons, &both_sides, &[]);
}

#[test]
fn a_group_that_is_too_large_is_reported() {
    let n_persons = LIMITS.max_component_persons + 2;
    let persons = vec![KinPerson::default(); n_persons];
    let ties: Vec<Tie> = (1..n_persons).map(|at| tie(at - 1, at, "brother", 0.9)).collect();
    let settled = settle_ties(&persons, &ties);
    assert_eq!(settled.too_large.len(), 1);
    assert_eq!((settled.ties.len(), settled.cut.len()), (n_persons - 1, 0));
}

const TERMS: [&str; 8] =
    ["son", "father", "mother", "brother", "uncle", "grandfather", "wife", "daughter"];

/// People, ties between them, and the ties in another order.
fn any_family() -> impl Strategy<Value = (Vec<KinPerson>, Vec<Tie>, Vec<Tie>)> {
    let people = prop::collection::vec((0..3_usize, 0..8_i32), 8);
    let links = prop::collection::vec((0..8_usize, 0..8_usize, 0..8_usize, 1..101_u8), 0..30);
    let family = (people, links).prop_map(|(people, links)| {
        let persons: Vec<KinPerson> = people
            .iter()
            .map(|&(sex, decade)| {
                let birth =
                    if decade == 0 { "?".to_owned() } else { (1850 + decade * 10).to_string() };
                person(&format!("{} {birth}-?", ["м", "ж", "?"][sex]))
            })
            .collect();
        let ties: Vec<Tie> = links
            .iter()
            .map(|&(first, second, term, p)| tie(first, second, TERMS[term], f64::from(p) / 100.0))
            .collect();
        (persons, ties)
    });
    family.prop_flat_map(|(persons, ties)| {
        let shuffled = Just(ties.clone()).prop_shuffle();
        (Just(persons), Just(ties), shuffled)
    })
}

/// Parents and children by what is held, whichever way it is said.
fn parents(ties: &[Tie]) -> Vec<(usize, usize)> {
    let mut parents: Vec<(usize, usize)> =
        ties.iter().filter_map(parent_and_child).map(|(parent, child)| (child, parent)).collect();
    parents.sort_unstable();
    parents.dedup();
    parents
}

/// How strong a tie is: what records state first, then the probability.
fn strength(tie: &Tie) -> (bool, f64) {
    (tie.ground == TieGround::Stated, tie.p_tie)
}

proptest! {
    #[test]
    fn what_is_kept_can_hold((persons, ties, _) in any_family()) {
        let settled = settle_ties(&persons, &ties);
        prop_assert_eq!(settled.ties.len() + settled.cut.len(), ties.len());
        // Nothing more is cut the second time.
        prop_assert!(settle_ties(&persons, &settled.ties).cut.is_empty());
        let parents = parents(&settled.ties);
        for child in 0..persons.len() {
            let of_child: Vec<usize> =
                parents.iter().filter(|(of, _)| *of == child).map(|(_, parent)| *parent).collect();
            prop_assert!(of_child.len() <= 2, "{of_child:?}");
            if let [one, other] = of_child[..] {
                let sexes = (persons[one].sex, persons[other].sex);
                prop_assert!(sexes.0.is_none() || sexes.0 != sexes.1, "{one} and {other} of {child}");
            }
            // Nobody is found among their own ancestors.
            let mut above = of_child;
            for _ in 0..persons.len() {
                prop_assert!(!above.contains(&child));
                above = parents
                    .iter()
                    .filter(|(of, _)| above.contains(of))
                    .map(|(_, parent)| *parent)
                    .collect();
            }
        }
    }

    #[test]
    fn the_order_of_ties_changes_nothing((persons, ties, shuffled) in any_family()) {
        let (one, other) = (settle_ties(&persons, &ties), settle_ties(&persons, &shuffled));
        let kept = |settled: &Settled| {
            let mut kept: Vec<String> = settled.ties.iter().map(|tie| format!("{tie:?}")).collect();
            kept.sort();
            kept
        };
        prop_assert_eq!(kept(&one), kept(&other));
        prop_assert_eq!(one.cut, other.cut);
    }

    #[test]
    fn what_is_cut_is_the_weakest_of_those_that_contradict((persons, ties, _) in any_family()) {
        let settled = settle_ties(&persons, &ties);
        for cut in &settled.cut {
            let held = |a: usize, b: usize| {
                let of_pair = |tie: &&Tie| [(a, b), (b, a)].contains(&(tie.first, tie.second));
                settled.ties.iter().filter(of_pair).map(strength).collect::<Vec<_>>()
            };
            let stronger = |held: &[(bool, f64)]| held.iter().any(|held| *held >= strength(&cut.tie));
            match cut.reason {
                CutReason::Loop => for step in cut.persons.windows(2) {
                    let held = held(step[0], step[1]);
                    prop_assert!(stronger(&held), "{cut:?} at {step:?}: {held:?}");
                },
                CutReason::SecondFather | CutReason::SecondMother | CutReason::ThirdParent => {
                    let child = cut.persons[0];
                    let others = cut.persons[2..].iter().map(|&other| held(child, other));
                    prop_assert!(others.into_iter().all(|held| stronger(&held)), "{cut:?}");
                }
                CutReason::Disagrees => {
                    prop_assert!(stronger(&held(cut.tie.first, cut.tie.second)), "{cut:?}");
                }
                CutReason::Oneself | CutReason::Sex | CutReason::Birth | CutReason::Death => {}
            }
        }
    }
}
