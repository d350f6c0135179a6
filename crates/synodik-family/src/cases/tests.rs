use super::*;
use crate::kin_table::kinship_of_term;
use crate::ties::TieGround;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn event(kind: EventKind, at: NaiveDate, words: &str) -> FamilyEvent {
    FamilyEvent {
        record_id: words.to_owned(),
        kind,
        days: Some((at, at)),
        words: words.to_owned(),
        household_of: None,
        provisions: Vec::new(),
    }
}

fn man(events: Vec<FamilyEvent>) -> FamilyMember {
    FamilyMember { sex: Some(Sex::Male), events }
}

fn woman(events: Vec<FamilyEvent>) -> FamilyMember {
    FamilyMember { sex: Some(Sex::Female), events }
}

fn tie(first: usize, second: usize, term: &str) -> Tie {
    Tie {
        first,
        second,
        kinship: kinship_of_term(term).expect("a term"),
        ground: TieGround::Stated,
        p_tie: 0.99,
        evidence: Vec::new(),
    }
}

#[test]
fn words_for_any_kin_choose_the_likeliest() {
    let brother = man(vec![event(EventKind::Execution, day(1937, 10, 1), "ВМН")]);
    let husband = man(vec![event(EventKind::Execution, day(1937, 11, 2), "58-6, ВМН")]);
    let wife = woman(vec![event(EventKind::Sentence, day(1938, 1, 11), "ЧСИР, 8 лет")]);
    let ties = [tie(1, 2, "wife"), tie(2, 0, "brother")];
    let cases = cases_of_family(&[brother, husband, wife], &ties);
    let causes: Vec<usize> = cases.punished.iter().map(|case| case.because_of).collect();
    assert_eq!(causes, [1, 0]);
    assert!(cases.punished[0].p_because > 0.9, "{}", cases.punished[0].p_because);
    assert!(cases.punished[1].p_because < 0.6);
    assert_eq!(
        cases.punished[1].relation.as_ref().and_then(|kinship| kinship.term),
        Some("sister")
    );
}

#[test]
fn the_cause_is_what_surely_came_before() {
    let check = |arrested: [(i32, u32, u32); 2], expected: usize| {
        let [first, last] = arrested.map(|(year, month, at)| day(year, month, at));
        let husband = man(vec![
            event(EventKind::Arrest, day(1937, 8, 2), "58-10"),
            event(EventKind::Sentence, day(1937, 11, 2), "ВМН"),
        ]);
        let mut arrest = event(EventKind::Arrest, first, "как ЧСИР");
        arrest.days = Some((first, last));
        let cases = cases_of_family(&[husband, woman(vec![arrest])], &[tie(0, 1, "wife")]);
        assert_eq!(cases.punished[0].cause_event, Some(expected), "{first} to {last}");
    };
    // Between his arrest and his sentence.
    check([(1937, 9, 2), (1937, 9, 2)], 0);
    // Some day of that year: the sentence may have come later.
    check([(1937, 8, 20), (1937, 12, 31)], 0);
    check([(1937, 12, 2), (1937, 12, 2)], 1);
}

#[test]
fn a_cause_of_which_only_the_year_is_known_counts_by_the_days_before_the_measure() {
    let p_because = |measured: NaiveDate| -> Option<f64> {
        let year = Some((day(1938, 1, 1), day(1938, 12, 31)));
        let shot = FamilyEvent { days: year, ..event(EventKind::Execution, measured, "ВМН") };
        let wife = woman(vec![event(EventKind::Arrest, measured, "арест")]);
        let cases = cases_of_family(&[man(vec![shot]), wife], &[tie(0, 1, "wife")]);
        cases.punished.first().map(|case| case.p_because)
    };
    assert_eq!(p_because(day(1938, 1, 2)), None, "two days of the year lie before it");
    let half = p_because(day(1938, 7, 1)).expect("half of them do");
    let all = p_because(day(1939, 1, 1)).expect("all do");
    assert!((half / all - 0.5).abs() < 0.02, "{half} of {all}");
}

#[test]
fn who_was_arrested_before_was_not_sentenced_because_of_it() {
    let n_cases = |arrested: NaiveDate| {
        let of_one_entry = |event: FamilyEvent| FamilyEvent { record_id: "r".to_owned(), ..event };
        let husband = man(vec![
            of_one_entry(event(EventKind::Arrest, arrested, "арест")),
            of_one_entry(event(EventKind::Sentence, day(1938, 3, 1), "10 лет")),
        ]);
        let wife = woman(vec![event(EventKind::Arrest, day(1938, 1, 15), "арест жены его")]);
        let cases = cases_of_family(&[husband, wife], &[tie(0, 1, "wife")]);
        cases.punished.iter().filter(|case| case.person == 0).count()
    };
    assert_eq!(n_cases(day(1937, 10, 1)), 0);
    assert_eq!(n_cases(day(1938, 2, 1)), 2, "arrest and sentence follow hers");
}

#[test]
fn a_sentence_follows_from_what_came_before_the_arrest() {
    let of_one_entry = |event: FamilyEvent| FamilyEvent { record_id: "r".to_owned(), ..event };
    let husband = man(vec![
        event(EventKind::Arrest, day(1937, 7, 5), "арест"),
        event(EventKind::Execution, day(1937, 12, 25), "ВМН"),
    ]);
    let wife = woman(vec![
        of_one_entry(event(EventKind::Arrest, day(1937, 10, 19), "арест")),
        of_one_entry(event(EventKind::Sentence, day(1938, 1, 28), "8 лет")),
    ]);
    let cases = cases_of_family(&[husband, wife], &[tie(0, 1, "wife")]);
    let found: Vec<(usize, Option<usize>)> =
        cases.punished.iter().map(|case| (case.event, case.cause_event)).collect();
    assert_eq!(found, [(0, Some(0)), (1, Some(0))], "the arrest led to both, not the execution");
}

#[test]
fn words_that_name_the_kin_pass_over_others() {
    let husband = man(vec![event(EventKind::Execution, day(1937, 11, 2), "ВМН")]);
    let brother = man(vec![event(EventKind::Arrest, day(1937, 12, 2), "58-10")]);
    let exiled = event(EventKind::Exile, day(1938, 2, 1), "выслана в связи с осуждением брата");
    let ties = [tie(0, 2, "wife"), tie(1, 2, "sister")];
    let cases = cases_of_family(&[husband, brother, woman(vec![exiled])], &ties);
    let causes: Vec<usize> = cases.punished.iter().map(|case| case.because_of).collect();
    assert_eq!(causes, [1]);
}

#[test]
fn a_household_follows_its_head() {
    let exile =
        |head| FamilyEvent { household_of: head, ..event(EventKind::Exile, day(1931, 5, 20), "") };
    let head =
        man(vec![exile(None), event(EventKind::Arrest, day(1931, 2, 20), "арестован как кулак")]);
    let daughter = woman(vec![exile(Some(0))]);
    let cases = cases_of_family(&[head, daughter], &[tie(0, 1, "daughter")]);
    let case = &cases.punished[0];
    assert_eq!((case.person, case.cause_event, case.days_between), (1, Some(1), Some((89, 89))));
    assert_eq!(case.ground, CaseGround::Stated);
    assert_eq!(cases.punished.len(), 1, "the head is not exiled because of the daughter");
}

#[test]
fn order_alone_is_a_weak_ground_and_needs_an_order() {
    let check = |lag_days: i64, words: &str, expected: Option<bool>| {
        let father = man(vec![event(EventKind::Execution, day(1937, 11, 2), "ВМН")]);
        let at = day(1937, 11, 2) + chrono::Duration::days(lag_days);
        let son = man(vec![event(EventKind::Arrest, at, words)]);
        let cases = cases_of_family(&[father, son], &[tie(0, 1, "son")]);
        let found = cases.punished.first();
        let is_weak = found.map(|case| case.ground == CaseGround::Inferred && case.p_because < 0.5);
        assert_eq!(is_weak, expected, "{lag_days} {words}");
    };
    check(30, "", Some(true));
    check(30, "58-10", Some(true));
    check(0, "", None);
    check(-40, "", None);
    check(3000, "", None);
}

#[test]
fn a_provision_on_such_kin_makes_it_likely() {
    let check = |relations: &[&str], is_named, range: std::ops::Range<f64>| {
        let father = man(vec![event(EventKind::Execution, day(1937, 11, 2), "ВМН")]);
        let mut placed = event(EventKind::Orphanage, day(1937, 12, 2), "детский дом");
        placed.provisions.push(EventProvision {
            provision_id: "order/children".to_owned(),
            relations: relations.iter().map(|&word| word.to_owned()).collect(),
            is_named,
        });
        let cases = cases_of_family(&[father, man(vec![placed])], &[tie(0, 1, "son")]);
        assert!(range.contains(&cases.punished[0].p_because), "{relations:?} {is_named}");
        assert_eq!(cases.punished[0].provision.is_some(), relations != ["wife"]);
    };
    check(&["child_under_15"], true, 0.8..0.95);
    check(&["child"], false, 0.6..0.7);
    check(&["wife"], true, 0.2..0.4);
}

#[test]
fn a_measure_for_kin_who_are_not_known_is_kept() {
    let wife = woman(vec![event(EventKind::Sentence, day(1938, 1, 11), "как ЧСИР")]);
    let cases = cases_of_family(&[wife], &[]);
    assert!(cases.punished.is_empty());
    assert_eq!(cases.unknown, [UnknownCause { person: 0, event: 0, words: "ЧСИР".to_owned() }]);
}

#[test]
fn words_hold_for_the_other_measures_of_the_case() {
    let husband = man(vec![event(EventKind::Arrest, day(1937, 7, 2), "")]);
    let mut arrest = event(EventKind::Arrest, day(1937, 9, 2), "");
    arrest.record_id = "как ЧСИР".to_owned();
    let sentence = event(EventKind::Sentence, day(1938, 1, 11), "как ЧСИР");
    let wife = woman(vec![arrest, sentence]);
    let cases = cases_of_family(&[husband, wife], &[tie(0, 1, "wife")]);
    let stated = cases.punished.iter().filter(|case| case.ground == CaseGround::Stated);
    assert_eq!(stated.map(|case| case.event).collect::<Vec<_>>(), [0, 1]);
}

proptest! {
    #[test]
    fn probabilities_lie_between_and_causes_are_others(
        lags in prop::collection::vec((-4000..4000_i64, 0..8_usize, 0..3_u8), 2..6),
        terms in prop::collection::vec(0..5_usize, 5),
    ) {
        let words = ["", "как ЧСИР", "58-10"];
        let members: Vec<FamilyMember> = lags
            .iter()
            .map(|&(lag, kind, text)| {
                let at = day(1937, 1, 1) + chrono::Duration::days(lag);
                man(vec![event(EventKind::ALL[kind], at, words[usize::from(text)])])
            })
            .collect();
        let term = |at: usize| ["wife", "son", "brother", "father", "uncle"][terms[at]];
        let ties: Vec<Tie> = (1..members.len()).map(|at| tie(at - 1, at, term(at - 1))).collect();
        let cases = cases_of_family(&members, &ties);
        for case in &cases.punished {
            prop_assert!(case.person != case.because_of);
            prop_assert!((0.0..=1.0).contains(&case.p_because));
            prop_assert!(case.days_between.is_none_or(|(least, most)| least <= most));
            prop_assert_eq!(case.words.is_some(), case.ground == CaseGround::Stated);
        }
    }
}
