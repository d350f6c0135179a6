use super::*;
use crate::{head_mention, read_household, read_relatives_cell};

fn terms(ties: &[Tie], ground: TieGround) -> Vec<(usize, usize, &'static str)> {
    ties.iter()
        .filter(|tie| tie.ground == ground)
        .map(|tie| (tie.first, tie.second, tie.kinship.term.unwrap_or("?")))
        .collect()
}

#[test]
fn a_household_has_stated_and_derived_ties() {
    let text = "Состав семьи: жена Устинья, 50 л., сын Фрол, 28 л., сноха Дарья, 27 л., внучка Анна, 3 г., \
                сын Лука, 20 л., мать Агафья, 75 л.";
    let household = read_household(text, head_mention("РЯБОВ Пантелей Лукич"), None);
    let ties = ties_of_mentions("r1", &household.mentions);
    assert_eq!(terms(&ties, TieGround::Stated).len(), 6);
    let derived = terms(&ties, TieGround::Derived);
    for expected in [
        (1, 2, "son"),
        (2, 3, "wife"),
        (2, 4, "daughter"),
        (3, 4, "daughter"),
        (2, 5, "brother"),
        (3, 5, "brother_in_law"),
        (1, 6, "mother_in_law"),
        (2, 6, "grandmother"),
    ] {
        assert!(derived.contains(&expected), "{expected:?} in {derived:?}");
    }
    assert!(find_contradictions(&household.mentions, &ties).is_empty());
}

#[test]
fn what_age_forbids_is_named_and_kept() {
    let text = "Состав семьи: сын Фрол, 1860 г. р.";
    let mut head = head_mention("РЯБОВ Пантелей Лукич");
    head.birth = synodik_names::parse_date("1870").ok();
    let household = read_household(text, head, None);
    let ties = ties_of_mentions("r1", &household.mentions);
    assert_eq!(ties.len(), 1);
    assert_eq!(find_contradictions(&household.mentions, &ties), [Contradiction::Age(0)]);
}

#[test]
fn both_directions_are_one_tie_and_disagreement_stays() {
    let husband = read_relatives_cell(
        "Жена: Рябова Устинья Фомична (1890)",
        head_mention("Рябов Лука Ильич"),
    );
    let wife =
        read_relatives_cell("Муж: Рябов Лука Ильич (1880)", head_mention("Рябова Устинья Фомична"));
    let uncle =
        read_relatives_cell("Дяди/тети: Рябов Лука Ильич", head_mention("Рябова Устинья Фомична"));
    let numbered = |record: &str, mentions: &[Mention], persons: [usize; 2]| -> Vec<Tie> {
        let ties = ties_of_mentions(record, mentions).into_iter();
        ties.map(|tie| Tie { first: persons[tie.first], second: persons[tie.second], ..tie })
            .collect()
    };
    let mut ties = numbered("a", &husband, [0, 1]);
    ties.extend(numbered("b", &wife, [1, 0]));
    let sex_of = |person: usize| [Some(Sex::Male), Some(Sex::Female)][person];
    let merged = merge_ties(&ties, &sex_of);
    assert_eq!(merged.len(), 1);
    assert_eq!((merged[0].kinship.term, merged[0].evidence.len()), (Some("wife"), 2));
    ties.extend(numbered("c", &uncle, [1, 0]));
    assert_eq!(merge_ties(&ties, &sex_of).len(), 2);
    let mentions = [husband[0].clone(), wife[0].clone()];
    assert_eq!(find_contradictions(&mentions, &ties).len(), 2);
}

#[test]
fn probabilities_are_probabilities() {
    let numbers = [
        NUMBERS.p_stated,
        NUMBERS.p_by_name,
        NUMBERS.p_by_place,
        NUMBERS.p_composed_certain,
        NUMBERS.p_composed_likely,
    ];
    assert!(numbers.iter().all(|p| (0.5..=1.0).contains(p)));
}
