use super::*;
use proptest::prelude::*;

/// Reads kinships: `0=1` a couple, `0>2` parent and child, `2~3` siblings, `0+2:4` two rows apart.
fn kins(text: &str) -> Vec<Kin> {
    let kin = |word: &str| {
        let (sign_at, sign) =
            word.char_indices().find(|(_, letter)| "=>~+".contains(*letter)).expect("a sign");
        let number = |text: &str| text.parse().expect("a number");
        let first = number(&word[..sign_at]);
        let rest = &word[sign_at + 1..];
        let (bond, second) = match sign {
            '=' => (Bond::Couple, number(rest)),
            '>' => (Bond::Descent, number(rest)),
            '~' => (Bond::Sibling, number(rest)),
            _ => {
                let (n_rows, second) = rest.split_once(':').expect("rows and a member");
                (Bond::Apart(n_rows.parse().expect("rows")), number(second))
            }
        };
        Kin { first, second, bond, strength: 900 }
    };
    text.split_whitespace().map(kin).collect()
}

fn laid_out(n_people: usize, text: &str) -> Layout {
    let order: Vec<usize> = (0..n_people).collect();
    lay_out(&order, &kins(text))
}

/// Returns the members of each row from left to right, rows separated by `/`.
fn rows(layout: &Layout) -> String {
    let row = |row: usize| {
        let mut people: Vec<usize> =
            (0..layout.places.len()).filter(|&person| layout.places[person].row == row).collect();
        people.sort_by_key(|&person| layout.places[person].x);
        people.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
    };
    (0..layout.n_rows).map(row).collect::<Vec<_>>().join(" / ")
}

#[test]
fn generations_are_rows_and_couples_stand_together() {
    for (n_people, text, expected, why) in [
        (3, "0=1 0>2 1>2", "0 1 / 2", "a child below its parents"),
        (5, "0=1 0>2 1>2 0>3 1>3 0>4 1>4", "0 1 / 2 3 4", "children in their order"),
        (4, "0>1 2>1 0>3 2>3", "0 2 / 1 3", "parents of one child are joined"),
        (4, "0=1 0=2 1>3", "1 0 2 / 3", "who was married twice stands in the middle"),
        (3, "0~1 1~2", "0 1 2", "siblings whose parents nobody names"),
        (6, "0=1 0>2 1>2 3=4 3>5 4>5 2=5", "0 1 3 4 / 2 5", "the parents of both of a couple"),
        (7, "0=1 0>2 2=3 4>3 5>3 2>6", "0 1 4 5 / 2 3 / 6", "the same with a child"),
        (5, "0=1 0>2 1>2 2>3 0+2:3 4+2:2", "4 / 0 1 / 2 / 3", "far kin stand in their row"),
        (4, "0=1", "0 1 / 2 3", "whose place is not known stands below"),
        (2, "", "0 1", "nobody is joined"),
        (0, "", "", "nobody"),
        (3, "0>1 1>2 2>0", "0 / 1 / 2", "a circle is cut"),
        (2, "0=1 0>1", "0 1", "the first of two that contradict each other is drawn"),
    ] {
        assert_eq!(rows(&laid_out(n_people, text)), expected, "{why}: {text}");
    }
}

#[test]
fn parents_stand_over_the_middle_of_their_children() {
    let layout = laid_out(5, "0=1 0>2 1>2 0>3 1>3 0>4 1>4");
    let union = &layout.unions[0];
    assert_eq!(layout.anchor(union), layout.centre(3));
    assert_eq!(layout.couples, [(0, 1)]);
    assert_eq!(layout.width, 3 * BOX_WIDTH + 2 * GAP + 2 * MARGIN);
}

#[test]
fn children_of_two_marriages_stand_under_their_own_parents() {
    let layout = laid_out(7, "0=1 0=2 0>3 1>3 0>4 1>4 0>5 2>5 0>6 2>6");
    assert_eq!(rows(&layout), "1 0 2 / 3 4 5 6");
    assert!(layout.unions.iter().all(|union| union.level == 0), "the lines do not meet");
}

#[test]
fn lines_that_would_meet_have_levels_of_their_own() {
    let layout = laid_out(8, "0=1 2=3 0>4 0>5 2>6 2>7 4=6 5=7");
    let mut levels: Vec<usize> = layout.unions.iter().map(|union| union.level).collect();
    levels.sort_unstable();
    assert_eq!(levels, [0, 1], "two brothers who marry two sisters");
}

#[test]
fn a_household_of_sixty_has_a_place_for_everybody() {
    let mut text = "0=1".to_owned();
    for child in 2..40 {
        text.push_str(&format!(" 0>{child} 1>{child}"));
    }
    let layout = laid_out(60, &text);
    check_no_overlap(&layout);
    assert_eq!(layout.first_loose_row, Some(2));
    assert_eq!(layout.n_rows, 3, "twenty more fit into one row as wide as the children");
}

fn check_no_overlap(layout: &Layout) {
    let mut places: Vec<(usize, i32)> =
        layout.places.iter().map(|place| (place.row, place.x)).collect();
    places.sort_unstable();
    for pair in places.windows(2) {
        let is_apart = pair[0].0 != pair[1].0 || pair[0].1 + BOX_WIDTH < pair[1].1;
        assert!(is_apart, "{places:?}");
    }
    let in_drawing = |&(row, x): &(usize, i32)| {
        row < layout.n_rows && x >= MARGIN && x + BOX_WIDTH + MARGIN <= layout.width
    };
    assert!(places.iter().all(in_drawing), "{places:?} in {}", layout.width);
}

/// Any kinships between some members, possible or not.
fn any_kins() -> impl Strategy<Value = (usize, Vec<Kin>)> {
    (1..24_usize).prop_flat_map(|n_people| {
        let bond = prop_oneof![
            Just(Bond::Couple),
            Just(Bond::Descent),
            Just(Bond::Sibling),
            (-3..3_i32).prop_map(Bond::Apart)
        ];
        let kin = (0..n_people, 0..n_people, bond, 0..1000_i32)
            .prop_map(|(first, second, bond, strength)| Kin { first, second, bond, strength });
        (Just(n_people), prop::collection::vec(kin, 0..40))
    })
}

/// A simple family: each in turn is a child of an earlier couple, or marries in.
fn simple_family() -> impl Strategy<Value = (usize, Vec<Kin>)> {
    prop::collection::vec((any::<bool>(), 0..100_usize), 1..40).prop_map(|steps| {
        let mut kins = Vec::new();
        // The spouse of each; who marries in has no parents and no second spouse.
        let mut spouse: Vec<Option<usize>> = vec![None];
        let kin = |first, second, bond| Kin { first, second, bond, strength: 990 };
        for (is_marriage, pick) in steps {
            let (who, person) = (pick % spouse.len(), spouse.len());
            spouse.push(None);
            match spouse[who] {
                None if is_marriage => {
                    (spouse[who], spouse[person]) = (Some(person), Some(who));
                    kins.push(kin(who, person, Bond::Couple));
                }
                other => {
                    kins.push(kin(who, person, Bond::Descent));
                    kins.extend(other.map(|other| kin(other, person, Bond::Descent)));
                }
            }
        }
        (spouse.len(), kins)
    })
}

proptest! {
    #[test]
    fn everybody_has_a_place_of_their_own((n_people, kins) in any_kins()) {
        let order: Vec<usize> = (0..n_people).collect();
        let layout = lay_out(&order, &kins);
        prop_assert_eq!(layout.places.len(), n_people);
        check_no_overlap(&layout);
        prop_assert_eq!(&layout, &lay_out(&order, &kins), "the same again");
    }

    #[test]
    fn lines_of_a_simple_family_do_not_cross((n_people, kins) in simple_family()) {
        let order: Vec<usize> = (0..n_people).collect();
        let layout = lay_out(&order, &kins);
        check_no_overlap(&layout);
        for (above, upper) in layout.unions.iter().enumerate() {
            for (below, lower) in layout.unions.iter().enumerate() {
                let row = |union: &Union| layout.places[union.children[0]].row;
                let is_over = row(upper) == row(lower) && upper.level < lower.level;
                prop_assert!(!is_over || layout.crossings(above, below) == 0, "{:?}", layout);
                let is_beside = above == below || row(upper) != row(lower) || is_over
                    || lower.level < upper.level || layout.span(upper).1 < layout.span(lower).0
                    || layout.span(lower).1 < layout.span(upper).0;
                prop_assert!(is_beside, "two lines lie on each other: {:?}", layout);
            }
        }
        for (left, right) in &layout.couples {
            let between = layout.places[*right].x - layout.places[*left].x;
            prop_assert_eq!(between, BOX_WIDTH + COUPLE_GAP, "a couple stands together");
        }
    }
}
