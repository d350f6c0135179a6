//! The linkage of made populations: it finds what they were made from, in any order.

mod population;

use population::{People, people, spec, table};
use proptest::prelude::*;
use synodik_link::{
    Judgement, LevelWeight, LinkConfig, Linkage, Spec, SpecError, Table, TableBuilder, evaluate,
    evaluate_candidates, evaluate_links, membership, run_linkage, run_linkage_with,
};

fn config(n_threads: usize) -> LinkConfig {
    LinkConfig { n_threads, ..LinkConfig::of_project() }
}

fn link(people: &People, spec: &Spec) -> Linkage {
    run_linkage(spec, &[table(&people.rows)], &[], &config(1)).expect("the spec fits the table")
}

/// Returns id, person found, true person and list of every record.
fn judged<'a>(
    linkage: &'a Linkage,
    people: &'a People,
) -> Vec<(&'a str, &'a str, &'a str, &'a str)> {
    let ids = linkage.ids.iter().zip(&linkage.clusters);
    ids.map(|(id, &first)| {
        let person = people.truth[id].as_str();
        (id.as_str(), linkage.ids[first as usize].as_str(), person, "")
    })
    .collect()
}

#[test]
fn persons_are_found_and_families_are_not_merged() {
    let people = people(900, 11);
    let linkage = link(&people, &spec());
    let found = evaluate(&judged(&linkage, &people));
    assert!(found.pairwise.precision > 0.97, "precision {}", found.pairwise.precision);
    assert!(found.pairwise.recall > 0.93, "recall {}", found.pairwise.recall);
    assert!(found.b_cubed.f1 > 0.97, "B-cubed {}", found.b_cubed.f1);
    let brothers = linkage.links.iter().filter(|link| {
        let (a, b) = (&linkage.ids[link.a as usize], &linkage.ids[link.b as usize]);
        people.families[a] == people.families[b] && people.truth[a] != people.truth[b]
    });
    let (mut n_kin, mut n_brothers) = (0, 0);
    for link in brothers {
        n_brothers += 1;
        n_kin += usize::from(link.p_kin > link.p_same);
    }
    assert!(n_kin * 10 > n_brothers * 9, "{n_kin} of {n_brothers} brothers are seen as kin");
}

#[test]
fn training_finds_the_error_rates() {
    let people = people(1500, 5);
    let linkage = link(&people, &spec());
    let p_same = |column: &str, wanted: fn(&str) -> bool| -> f64 {
        let levels = linkage.model.iter().filter(|level| level.column == column);
        levels.filter(|level| wanted(&level.level)).map(|level| level.p_same).sum()
    };
    let one_year = p_same("birth_year", |level| level == "one_year");
    let expected = 2.0 * population::P_YEAR_OFF * (1.0 - population::P_YEAR_OFF);
    assert!((one_year - expected).abs() < 0.03, "a year off: {one_year}, made with {expected}");
    let exact = p_same("surname", |level| level.starts_with("exact"));
    let expected = (1.0 - population::P_SURNAME_SLIP).powi(2);
    assert!((exact - expected).abs() < 0.04, "surname as it is: {exact}, made with {expected}");
}

#[test]
fn probabilities_are_true_to_what_happens() {
    let people = people(1500, 23);
    let linkage = link(&people, &spec());
    let truth: Vec<&str> = linkage.ids.iter().map(|id| people.truth[id].as_str()).collect();
    let found = evaluate_links(&linkage, &truth);
    assert!(found.expected_calibration_error < 0.05, "{found:?}");
    assert!(found.recall_of_links > 0.95, "{found:?}");
}

#[test]
fn threads_and_the_order_of_rows_change_nothing() {
    let mut people = people(400, 3);
    let mut with_samples = config(1);
    with_samples.n_samples = 20;
    let once = run_linkage(&spec(), &[table(&people.rows)], &[], &with_samples).unwrap();
    with_samples.n_threads = 2;
    let twice = run_linkage(&spec(), &[table(&people.rows)], &[], &with_samples).unwrap();
    assert!(once == twice, "two threads give another result than one");
    people.rows.reverse();
    let n_rows = people.rows.len();
    people.rows.rotate_left(n_rows / 3);
    let turned = run_linkage(&spec(), &[table(&people.rows)], &[], &with_samples).unwrap();
    assert!(once == turned, "the order of the rows changes the result");
    assert_eq!(once.samples.len(), 20);
    assert!(once.samples.iter().any(|sample| *sample != once.clusters), "samples differ somewhere");
}

#[test]
fn nobody_stands_twice_in_a_single_person_list() {
    let people = people(600, 17);
    let mut spec = spec();
    spec.list = Some("list".to_owned());
    spec.single_person_lists = true;
    let linkage = link(&people, &spec);
    let mut seen = std::collections::BTreeSet::new();
    for (id, first) in linkage.ids.iter().zip(&linkage.clusters) {
        assert!(seen.insert((first, &people.lists[id])), "{id} is the second of its list");
    }
}

#[test]
fn judgements_win() {
    let people = people(200, 29);
    let linkage = link(&people, &spec());
    let strong = linkage.links.iter().find(|link| link.p_same > 0.99).unwrap();
    let id = |place: u32| linkage.ids[place as usize].clone();
    let (a, b) = (id(strong.a), id(strong.b));
    let far =
        linkage.clusters.iter().position(|&first| first != linkage.clusters[strong.a as usize]);
    let far = linkage.ids[far.unwrap()].clone();
    let judgements = [
        Judgement { id_a: a.clone(), id_b: b.clone(), is_same: false },
        Judgement { id_a: a.clone(), id_b: far.clone(), is_same: true },
    ];
    let judged = run_linkage(&spec(), &[table(&people.rows)], &judgements, &config(1)).unwrap();
    let person = |id: &String| judged.clusters[judged.ids.binary_search(id).unwrap()];
    assert_ne!(person(&a), person(&b));
    assert_eq!(person(&a), person(&far));
}

#[test]
fn a_judgement_outweighs_contradicting_ones_and_limits() {
    let mut builder = TableBuilder::new("t", ["person_id", "surname", "given", "death"]);
    for (id, death) in [("a", "1931"), ("b", "1942"), ("c", "1931")] {
        builder.push_row([id, "Небылицын", "Фёдор", death]);
    }
    let spec = Spec::from_toml(
        "id = 'person_id'\n[[field]]\ncolumn = 'surname'\nrole = 'surname'\n\
         [[field]]\ncolumn = 'given'\nrole = 'given'\n\
         [[field]]\ncolumn = 'death'\nrole = 'death'",
    )
    .expect("a spec");
    let tables = [builder.finish()];
    let judge = |id_a: &str, id_b: &str, is_same: bool| Judgement {
        id_a: id_a.to_owned(),
        id_b: id_b.to_owned(),
        is_same,
    };
    let clusters = |judgements: &[Judgement]| {
        run_linkage(&spec, &tables, judgements, &config(1)).expect("a linkage").clusters
    };
    assert_eq!(clusters(&[judge("a", "b", true)])[1], 0, "two deaths far apart, judged the same");
    let all = [judge("a", "b", true), judge("b", "c", true), judge("a", "c", false)];
    let found = clusters(&all);
    assert_ne!(found[0], found[2], "what is judged different stays apart: {found:?}");
}

#[test]
fn evidence_adds_up_to_the_probability() {
    let people = people(400, 3);
    let config = LinkConfig { keeps_evidence: true, ..config(1) };
    let tables = [table(&people.rows)];
    let linkage = run_linkage(&spec(), &tables, &[], &config).expect("the spec fits the table");
    let mut comparisons: Vec<&[LevelWeight]> = Vec::new();
    comparisons.extend(linkage.model.chunk_by(|a, b| (&a.column, a.kind) == (&b.column, b.kind)));
    assert!(linkage.evidence.len() >= linkage.links.len() && !linkage.links.is_empty());
    for link in &linkage.links {
        let found =
            linkage.evidence.binary_search_by_key(&(link.a, link.b), |pair| (pair.a, pair.b));
        let pair = &linkage.evidence[found.expect("every link has evidence")];
        let (mut same, mut kin) = (linkage.report.prior_same_bits, linkage.report.prior_kin_bits);
        for (idx, levels) in comparisons.iter().enumerate() {
            if let Some(level) = usize::from(pair.level(idx)).checked_sub(1) {
                same += levels[level].same_bits;
                kin += levels[level].kin_bits;
            }
        }
        let p_same = same.exp2() / (same.exp2() + kin.exp2() + 1.0);
        assert!((p_same - link.p_same).abs() < 1e-3, "{p_same} is not {}", link.p_same);
    }
    let all = vec![true; linkage.ids.len()];
    let p = membership(&linkage.evidence, &linkage.clusters, &all);
    let alone = membership(&linkage.evidence, &linkage.clusters, &vec![false; all.len()]);
    assert!(p.iter().any(|&p| p < 1.0) && p.iter().all(|&p| p > 0.0), "doubt is told");
    assert!(alone.iter().all(|&p| p == 1.0), "who does not count lowers nobody's probability");
}

#[test]
fn empty_tables_and_columns_are_linked_to_nothing() {
    let empty = table(&[]);
    let linkage = run_linkage(&spec(), &[empty], &[], &config(1)).unwrap();
    assert!(linkage.ids.is_empty() && linkage.links.is_empty());
    assert!(run_linkage(&spec(), &[], &[], &config(1)).unwrap().ids.is_empty());
    let rows: Vec<Vec<String>> = (0..5)
        .map(|n| std::iter::once(n.to_string()).chain(vec![String::new(); 8]).collect())
        .collect();
    let linkage = run_linkage(&spec(), &[table(&rows)], &[], &config(1)).unwrap();
    assert_eq!(linkage.clusters, [0, 1, 2, 3, 4]);
}

#[test]
fn where_nobody_stands_twice_hardly_anybody_is_merged() {
    let mut people = people(1500, 41);
    let mut seen = std::collections::BTreeSet::new();
    people.rows.retain(|row| seen.insert(people.truth[&row[0]].clone()));
    let linkage = link(&people, &spec());
    let n_merged = people.rows.len() - linkage.report.n_persons;
    assert!(n_merged * 500 < people.rows.len(), "{n_merged} of {} are merged", people.rows.len());
}

#[test]
fn two_equal_ids_are_an_error() {
    let mut people = people(20, 1);
    people.rows[1][0] = people.rows[0][0].clone();
    let error = run_linkage(&spec(), &[table(&people.rows)], &[], &config(1)).unwrap_err();
    assert!(error.to_string().contains("expected ids that differ"), "{error}");
}

#[test]
fn a_bad_spec_says_what_where_and_what_was_expected() {
    let field = |text: &str| format!("id = 'id'\n[[field]]\ncolumn = 'a'\n{text}");
    for (spec, expected) in [
        ("field = []".to_owned(), "missing field `id`"),
        (field("role = 'name'"), "unknown variant `name`, expected one of `surname`"),
        (field("role = 'sex'\nat = ['b']"), "`at`, which is expected with the role `age`"),
        (field("role = 'sex'\ncommunity = true"), "expected with the role `category`"),
        (field("role = 'sex'\nmonth = 'm'"), "`month`, which is expected with the roles `birth`"),
        (field("role = 'sex'\nweight = 3"), "unknown field `weight`"),
        (
            field("role = 'sex'\n[[field]]\ncolumn = 'b'\nrole = 'sex'"),
            "`sex`, which `a` has already",
        ),
    ] {
        let error = Spec::from_toml(&spec).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
    let spec = Spec::from_toml(&field("role = 'surname'")).unwrap();
    let table: Table = TableBuilder::new("list", ["id", "b"]).finish();
    let error = run_linkage(&spec, &[table], &[], &config(1)).unwrap_err();
    let expected =
        "field `a` names the column `a`, which table `list` does not have; it has `id`, `b`";
    assert_eq!(error.to_string(), expected);
    let first_error = Spec::from_toml("id = 'x'\nfield = []").unwrap_err();
    assert!(matches!(first_error, SpecError::FieldCount { n_fields: 0, .. }));
}

#[test]
fn nearly_all_true_pairs_are_compared() {
    let people = people(1500, 31);
    let true_person = |id: &str| people.truth.get(id).map(String::as_str);
    let tables = [table(&people.rows)];
    let found = evaluate_candidates(&spec(), &tables, &[], true_person, &config(1)).unwrap();
    assert!(found.recall > 0.97, "{found:?}");
    let n_records = people.rows.len() as u64;
    assert!(found.n_candidates < n_records * 14, "{found:?}");
    let nobody = evaluate_candidates(&spec(), &tables, &[], |_| None, &config(1)).unwrap();
    assert_eq!((nobody.n_true, nobody.n_candidates), (0, found.n_candidates));
    let groups = link(&people, &spec()).groups;
    let all = evaluate_candidates(&spec(), &tables, &groups, true_person, &config(1)).unwrap();
    assert!(all.recall >= found.recall && all.n_candidates >= found.n_candidates, "{all:?}");
}

#[test]
fn a_date_in_three_columns_is_a_date() {
    let people = people(300, 7);
    let fields = |birth: &str| {
        Spec::from_toml(&format!(
            "id = 'id'
             field = [
               {{ column = 'surname', role = 'surname' }},
               {{ column = 'given', role = 'given' }},
               {birth},
             ]"
        ))
        .expect("the spec is right")
    };
    let mut whole = TableBuilder::new("made", ["id", "surname", "given", "birth"]);
    let mut parts = TableBuilder::new("made", ["id", "surname", "given", "y", "m", "d"]);
    for (n, row) in people.rows.iter().enumerate() {
        let (year, month, day) =
            (row[4].as_str(), (n % 12 + 1).to_string(), (n % 28 + 1).to_string());
        let is_stated = !year.is_empty();
        let date = if is_stated { format!("{year}-{month}-{day}") } else { String::new() };
        whole.push_row([row[0].as_str(), &row[1], &row[2], &date]);
        parts.push_row([row[0].as_str(), &row[1], &row[2], year, &month, &day]);
    }
    let whole = run_linkage(
        &fields("{ column = 'birth', role = 'birth' }"),
        &[whole.finish()],
        &[],
        &config(1),
    );
    let parts = run_linkage(
        &fields("{ column = 'y', month = 'm', day = 'd', role = 'birth' }"),
        &[parts.finish()],
        &[],
        &config(1),
    );
    let (whole, parts) = (whole.unwrap(), parts.unwrap());
    assert!(whole.links == parts.links && whole.clusters == parts.clusters);
    assert!(whole.report.n_persons < people.rows.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_cells_are_divided_into_persons(
        cells in prop::collection::vec(prop::collection::vec("[а-гa-c0-9., -]{0,7}", 8), 0..25),
    ) {
        let rows: Vec<Vec<String>> = cells
            .into_iter()
            .enumerate()
            .map(|(n, cells)| std::iter::once(n.to_string()).chain(cells).collect())
            .collect();
        let linkage = run_linkage(&spec(), &[table(&rows)], &[], &config(1)).unwrap();
        for (place, &first) in linkage.clusters.iter().enumerate() {
            prop_assert!(first as usize <= place);
            prop_assert_eq!(linkage.clusters[first as usize], first);
        }
    }
}

#[test]
fn further_evidence_parts_what_the_pairs_leave_open() {
    let people = people(300, 17);
    let tables = [table(&people.rows)];
    let config = LinkConfig { n_samples: 2, ..config(1) };
    let plain = run_linkage(&spec(), &tables, &[], &config).unwrap();
    let with = |bits: f32| {
        let further = move |_: &[u32], _: &[u32]| bits;
        run_linkage_with(&spec(), &tables, &[], &config, &further).unwrap()
    };
    assert_eq!(with(0.0), plain, "what says nothing changes nothing");
    let n_persons = |linkage: &Linkage| linkage.report.n_persons;
    assert!(n_persons(&with(-12.0)) > n_persons(&plain));
    assert!(n_persons(&with(12.0)) <= n_persons(&plain));
    // Groups are told by the places of their ids, each record once.
    let n_records = plain.ids.len() as u32;
    let further = |one: &[u32], other: &[u32]| {
        let mut both: Vec<u32> = one.iter().chain(other).copied().collect();
        let n_both = both.len();
        both.sort_unstable();
        both.dedup();
        assert_eq!(both.len(), n_both);
        assert!(both.iter().all(|record| *record < n_records));
        0.0
    };
    run_linkage_with(&spec(), &tables, &[], &config, &further).unwrap();
}
