//! From lists that name kin to the tables of families, what is public of them, and the commands.

use crate::fixture::{Person, Place, fail, succeed, write_list};
use crate::site::Site;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The day for which it is decided in these tests who may be living.
const AS_OF: &str = "2026-11-22";

impl Place {
    fn import_as(&self, format: &str, source: &str, text: &str) {
        let list = self.write(&format!("{source}.txt"), text);
        let archive = self.archive.as_str();
        succeed(&["import", "--archive", archive, "--format", format, "--source", source, &list]);
    }

    fn build_as_of(&self) {
        succeed(&["build", "--archive", &self.archive, "--as-of", AS_OF]);
    }

    /// Returns the rows of a table as the program exports them; `options` such as `--all`.
    fn rows(&self, table: &str, options: &[&str]) -> Vec<Value> {
        let mut all =
            vec!["export", "--archive", &self.archive, "--format", "jsonl", "--table", table];
        all.extend(options);
        succeed(&all).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn family(&self, arguments: &[&str]) -> Value {
        let mut all = vec!["family"];
        all.extend(arguments);
        all.extend(["--archive", &self.archive, "--json"]);
        serde_json::from_str(&succeed(&all)).unwrap()
    }
}

/// Two households as the books of the exiled have them.
const HOUSEHOLDS: &str = "НЕБЫЛОВ Фрол Титович, 1880 г. р. Житель д. Ивушка Тарского р-на Омского окр. \
    Состав семьи: жена Фёкла, 45 л., сын Тит, 1905 г. р., жена сына Дарья, 1907 г. р., дочь Мавра, 1931 г. р. \
    Выслан вместе с семьей в 1931 г. на спецпоселение в Нарымский край.\n\
    ВЫДУМОВ Савва Лукич, 1875 г. р. Житель д. Ивушка Тарского р-на Омского окр. Состав семьи: \
    жена Устинья, трое детей. Выслан вместе с семьей в 1931 г. на спецпоселение в Нарымский край.\n";

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

/// A list as Open List has it: both parents are taken from a child under eighteen.
const PARENTS_TAKEN: &str = "fullname_y,bplace,sex,nationality,party,reab_date,rasstrel_date,arest_date,pmj,obvin,osujd_date,osujd_org,prigovor,source,extra,bdate,relatives\n\
    Небылов Фрол Титович (1893),Омск,мужчина,русский,б/п,,14 ноября 1937 г.,2 октября 1937 г.,г. Омск,,,,,Книга,,1893,\"Жена: Небылова Фёкла Ильинична (1895)\nСын: Небылов Тит Фролович (1921)\"\n\
    Небылова Фёкла Ильинична (1895),Омск,женщина,русская,б/п,,,9 января 1938 г.,г. Омск,,,,,Книга,,1895,\"Муж: Небылов Фрол Титович (1893)\nСын: Небылов Тит Фролович (1921)\"\n\
    Небылов Тит Фролович (1921),Омск,мужчина,русский,б/п,,,3 мая 1941 г.,г. Омск,,,,,Книга,,1921,\"Отец: Небылов Фрол Титович (1893)\nМать: Небылова Фёкла Ильинична (1895)\"\n";

#[test]
fn a_child_left_and_what_followed_are_a_row_and_a_line() {
    let place = Place::new();
    place.import_as("openlist-csv", "ol", PARENTS_TAKEN);
    place.build_as_of();
    let children = place.rows("children", &[]);
    let told: Vec<[&str; 4]> = children
        .iter()
        .map(|row| {
            ["first_kind", "second_kind", "followed_kind", "place"].map(|key| text(row, key))
        })
        .collect();
    assert_eq!(told, [["arrest", "arrest", "arrest", "г. Омск"]]);
    assert_eq!(children[0]["left_year"], 1938);
    let words = succeed(&["family", "show", "--archive", &place.archive, "ol.1.3"]);
    assert!(words.contains("Left without both parents: 1 child"), "{words}");
    assert!(words.contains("then arrest 1941-05-03 (ol.1.3)"), "{words}");
}

#[test]
fn who_was_spared_is_told_and_a_line_without_a_name_stops_nothing() {
    let place = Place::new();
    place.import_as(
        "estonia-memento",
        "book",
        "===NEBÕL, Juhan, Mihkel=== 1885, eluk. Tartu, arr. 05.03.45 Tartu. [1M]\n\
         === Nebõl, Anna, Jaan===, abikaasa, 1888, Otsus 14.02.46 jätta välja saatmata, kuna poeg Rein on Punaarmees.\n\
         === Arr.=== 10.46, 5a., vab. asum. 08.51. [1M]\n",
    );
    place.build_as_of();
    let words = succeed(&["family", "show", "--archive", &place.archive, "book.1.1"]);
    let spared = words.lines().find(|line| line.ends_with("kin in army"));
    let spared = spared.expect("the decision stands there with its reason");
    assert!(spared.contains("1946-02-14") && !spared.contains("Rein"), "{spared}");
    let mentions = place.rows("mentions", &["--all"]);
    let fates: Vec<&Value> = mentions.iter().filter(|row| !row["fates"].is_null()).collect();
    assert_eq!(fates.len(), 1);
    assert_eq!(text(fates[0], "mention_id"), "book.1.2#0");
    assert!(text(fates[0], "fates").contains("kuna poeg Rein"), "the whole archive has the words");
}

#[test]
fn a_household_becomes_mentions_ties_a_family_and_cases() {
    let place = Place::new();
    place.import_as("omsk", "omsk", HOUSEHOLDS);
    place.build_as_of();
    let mentions = place.rows("mentions", &["--all"]);
    let told: Vec<[&str; 5]> = mentions
        .iter()
        .map(|row| ["mention_id", "role", "relation", "surname", "given"].map(|key| text(row, key)))
        .collect();
    assert_eq!(
        told[..5],
        [
            ["omsk.1.1#0", "head", "", "Небылов", "Фрол"],
            ["omsk.1.1#1", "member", "wife", "Небылова", "Фёкла"],
            ["omsk.1.1#2", "member", "son", "Небылов", "Тит"],
            ["omsk.1.1#3", "member", "daughter_in_law", "Небылова", "Дарья"],
            ["omsk.1.1#4", "member", "daughter", "Небылова", "Мавра"],
        ]
    );
    let wife = &mentions[1];
    assert_eq!(wife["record"]["source"], "omsk");
    assert_eq!(wife["record"]["line"], 1);
    assert_eq!(wife["record"]["offset"], 0);
    assert_eq!(wife["age"], 45);
    assert_eq!(text(wife, "relation_stated"), "жена");
    assert!(text(wife, "verbatim").contains("Фёкла"), "{wife}");
    let [first, end] = [0, 1].map(|at| wife["span"][at].as_u64().unwrap() as usize);
    assert_eq!(&HOUSEHOLDS[first..end], text(wife, "verbatim"), "the span is of the entry");
    let ties = place.rows("ties", &["--all"]);
    let is_tie = |first: &str, second: &str, relation: &str, ground: &str| {
        ties.iter().any(|tie| {
            ["first", "second", "relation", "ground"].map(|key| text(tie, key))
                == [first, second, relation, ground]
        })
    };
    assert!(is_tie("omsk.1.1", "omsk.1.1#1", "wife", "stated"));
    assert!(is_tie("omsk.1.1#2", "omsk.1.1#3", "wife", "derived"));
    assert!(is_tie("omsk.1.1#1", "omsk.1.1#2", "son", "derived"));
    let families = place.rows("families", &["--all"]);
    assert_eq!(families.len(), 7, "five named of the one, two of the other: {families:?}");
    assert_eq!(text(&families[0], "family_id"), "family-omsk.1.1");
    let cases = place.rows("cases", &["--all"]);
    let because_of_head = cases.iter().filter(|case| text(case, "because_of") == "omsk.1.1");
    let punished: BTreeSet<&str> = because_of_head.map(|case| text(case, "person_id")).collect();
    assert_eq!(punished.len(), 4, "the household was exiled with its head: {cases:?}");
}

#[test]
fn a_family_is_shown_and_explained() {
    let place = Place::new();
    place.import_as("omsk", "omsk", HOUSEHOLDS);
    place.build_as_of();
    let family = place.family(&["show", "omsk.1.1"]);
    assert_eq!(family["family_id"], "family-omsk.1.1");
    for id in ["family-omsk.1.1", "omsk.1.1#0", "omsk.1.1#3"] {
        assert_eq!(place.family(&["show", id]), family, "{id}");
    }
    let members = family["members"].as_array().unwrap();
    assert_eq!(members.iter().filter(|member| *member == "Living").count(), 1);
    assert_eq!(members[1]["Shown"]["name"], "Небылова Фёкла");
    assert_eq!(members[1]["Shown"]["is_surname_inherited"], true);
    assert_eq!(members[1]["Shown"]["events"][0]["kind"], "exile");
    let with_living = family["ties"].as_array().unwrap().iter().filter(|tie| tie["second"] == 4);
    let relations: BTreeSet<&str> = with_living.map(|tie| text(tie, "relation")).collect();
    assert!(
        relations.is_subset(&BTreeSet::from(["child", "sibling", "relative"])),
        "{relations:?}"
    );
    let all = place.family(&["show", "omsk.1.1#4", "--all"]);
    assert!(all.to_string().contains("Мавра"), "the operator sees everybody");
    let unnamed = place.family(&["show", "omsk.1.2"]);
    let others = unnamed["members"].as_array().unwrap();
    assert!(others.contains(&serde_json::json!({ "Unnamed": { "count": 3 } })), "{others:?}");
    let why = place.family(&["why", "omsk.1.1", "omsk.1.1#3"]);
    assert_eq!(why["path"][0]["relation"], "daughter_in_law");
    assert!(text(&why["path"][0]["evidence"][0], "words").contains("Дарья"), "{why}");
    let lines = succeed(&["family", "why", "omsk.1.1", "omsk.1.1#1", "--archive", &place.archive]);
    assert!(lines.contains("because of"), "{lines}");
    assert_eq!(place.family(&["why", "omsk.1.1", "omsk.1.2"])["path"], serde_json::json!([]));
}

#[test]
fn what_belongs_to_no_family_is_told() {
    let place = Place::new();
    place.import_as("omsk", "omsk", HOUSEHOLDS);
    place.build_as_of();
    let archive = place.archive.as_str();
    let message = fail(&["family", "show", "omsk.1.9", "--archive", archive], 2);
    assert!(message.contains("`omsk.1.9`") && message.contains("hint"), "{message}");
    let hidden = fail(&["family", "show", "omsk.1.1#4", "--archive", archive], 2);
    assert!(hidden.contains("`omsk.1.1#4`"), "one who may be living leads nowhere: {hidden}");
    let whole = fail(&["family", "why", "family-omsk.1.1", "omsk.1.1", "--archive", archive], 2);
    assert!(whole.contains("is a family"), "{whole}");
}

#[test]
fn entries_that_name_each_other_are_one_family() {
    let place = Place::new();
    place.import_as(
        "openlist-csv",
        "list",
        &open_list(&[
            OPEN_LIST[0],
            OPEN_LIST[1],
            ["Небылов Тит Фролович", "1901", "Отец/мать: Небылов Фрол Титович (1870)"],
        ]),
    );
    place.build_as_of();
    let mentions = place.rows("mentions", &["--all"]);
    let by_id: BTreeMap<&str, &Value> =
        mentions.iter().map(|row| (text(row, "mention_id"), row)).collect();
    assert_eq!(text(by_id["list.1.1#1"], "person_id"), "list.1.2");
    assert_eq!(text(by_id["list.1.2#1"], "person_id"), "list.1.1");
    assert!(by_id["list.1.1#1"]["p"].as_f64().unwrap() < 1.0, "never silently");
    assert_eq!(text(by_id["list.1.3#1"], "person_id"), "list.1.3#1", "nobody's own record");
    let ties = place.rows("ties", &["--all"]);
    let couple: Vec<&Value> =
        ties.iter().filter(|tie| text(tie, "family_id") == "family-list.1.1").collect();
    assert_eq!(couple.len(), 1, "both directions are one tie: {couple:?}");
    let evidence: Value = serde_json::from_str(text(couple[0], "evidence")).unwrap();
    assert_eq!(evidence.as_array().unwrap().len(), 2, "with the words of both");
}

#[test]
fn families_keep_their_ids_and_a_stage_can_be_the_last() {
    let place = Place::new();
    place.import_as("omsk", "omsk", HOUSEHOLDS);
    place.build_as_of();
    let ids = |place: &Place| {
        let rows = place.rows("families", &["--all"]);
        rows.iter()
            .map(|row| (text(row, "person_id").to_owned(), text(row, "family_id").to_owned()))
            .collect::<BTreeMap<_, _>>()
    };
    let before = ids(&place);
    let other =
        HOUSEHOLDS.lines().next().unwrap().replace("Фрол", "Карп").replace("Фёкла", "Пелагея");
    place.import_as("omsk", "another", &format!("{other}\n"));
    let archive = place.archive.as_str();
    succeed(&["build", "--archive", archive, "--as-of", AS_OF, "--until", "family"]);
    let aside = Path::new(archive).join("builds/linked");
    for table in ["mentions", "ties", "families", "cases"] {
        assert!(aside.join(table).join("another.parquet").is_file(), "{table}");
    }
    assert!(!aside.join("public").exists(), "nothing is served from it");
    place.build_as_of();
    let after = ids(&place);
    for (person, family) in &before {
        assert_eq!(after.get(person), Some(family), "{person}");
    }
}

#[test]
fn two_builds_have_the_same_bytes() {
    let contents = || {
        let place = Place::new();
        place.import_as("omsk", "omsk", HOUSEHOLDS);
        place.import_as("openlist-csv", "list", &open_list(&OPEN_LIST));
        place.build_as_of();
        let build = Path::new(&place.archive).join("current");
        let tables = ["mentions", "ties", "families", "cases"]
            .into_iter()
            .flat_map(|table| ["omsk", "list"].map(|source| format!("{table}/{source}.parquet")));
        let public = ["public/families.lz4", "public/families_by_id.tsv"].map(str::to_owned);
        let files: Vec<Vec<u8>> =
            tables.chain(public).map(|path| std::fs::read(build.join(path)).unwrap()).collect();
        files
    };
    assert!(contents() == contents());
}

/// A couple of whom each entry names the other: name, birth, relatives.
const OPEN_LIST: [[&str; 3]; 2] = [
    ["Небылов Тит Саввич", "1890", "Жена: Небылова Дарья Фоминична (1893)"],
    ["Небылова Дарья Фоминична", "1893", "Муж: Небылов Тит Саввич (1890)"],
];

/// Returns a table in the form of the Open List.
fn open_list(rows: &[[&str; 3]]) -> String {
    let mut text =
        "fullname_y,bplace,sex,nationality,party,reab_date,rasstrel_date,arest_date,pmj,obvin,\
        osujd_date,osujd_org,prigovor,source,extra,bdate,relatives\n"
            .to_owned();
    for [name, birth, relatives] in rows {
        text += &format!("{name},,,,,,,,,,,,,,,{birth},\"{relatives}\"\n");
    }
    text
}

/// A given name that is nobody's, of letters only, with a stem by which all are found.
fn planted(number: usize) -> String {
    let syllables = ["ба", "ве", "ги", "до", "жу", "за", "ке", "ли", "мо", "ну"];
    let digits = [number / 1000 % 10, number / 100 % 10, number / 10 % 10, number % 10];
    digits.iter().fold("Сокрыт".to_owned(), |name, digit| name + syllables[*digit])
}

/// Lists of four formats in which 10,000 children and grandchildren may be living.
fn plant(place: &Place) {
    let mut names = (0..10_000).map(planted);
    let mut take = |count: usize| -> Vec<String> { names.by_ref().take(count).collect() };
    let (mut omsk, mut relatives, mut books) = (String::new(), Vec::new(), String::new());
    for household in 0..250 {
        let surname = format!(
            "НЕБЫЛ{}ОВ",
            ["А", "Е", "И", "О", "У"][household % 5].repeat(household / 50 + 1)
        );
        let children = take(10);
        let listed: Vec<String> = children
            .iter()
            .enumerate()
            .map(|(at, name)| match at % 5 {
                0 => format!("сын {name}, 1930 г. р."),
                1 => format!("дочь {name}"),
                2 => format!("внук {name}, 3 мес."),
                3 => format!("жена {name}, 1931 г. р."),
                _ => format!("брат {name} (1935) г. р."),
            })
            .collect();
        omsk += &format!(
            "{surname} Фрол Титович, 1880 г. р. Житель д. Ивушка Тарского р-на Омского окр. Состав семьи: \
             жена Фёкла, 45 л., {}. Выслан вместе с семьей в 1931 г. на спецпоселение в Нарымский край.\n",
            listed.join(", ")
        );
        let children = take(10).join(" Фролович (1932), Небылов ");
        relatives.push((
            format!("Небылов Фрол{} Титович", "а".repeat(household % 20)),
            format!("Жена: Небылова Дарья (1893); Дети: Небылов {children} (1934)"),
        ));
        books += &format!("=== OLEMATU, Juhan, Mihkel===, 18{:02}, talu.\n", household % 90 + 10);
        for name in take(10) {
            books += &format!("=== Olematu, {name}, Juhan===, poeg, 1936; Omski obl.\n");
        }
    }
    place.import_as("omsk", "omsk", &omsk);
    let rows: Vec<[&str; 3]> =
        relatives.iter().map(|(name, relatives)| [name.as_str(), "1890", relatives]).collect();
    place.import_as("openlist-csv", "open", &open_list(&rows));
    place.import_as("estonia-memento", "books", &books);
    let families: Vec<String> = (0..250)
        .map(|_| {
            format!("жена Агафья, 1899 г.р., дети: {}, 1933 г.р.", take(10).join(", 1931 г.р., "))
        })
        .collect();
    let people: Vec<Person<'_>> = families
        .iter()
        .map(|family| Person {
            name: ["Небывалов", "Пётр", "Кузьмич"],
            birth_year: "1890",
            arrest_date: "12.8.1937",
            family,
            ..Person::default()
        })
        .collect();
    place.import("memorial", &write_list(&place.folder, "people.tsv", &people));
    assert_eq!(names.next(), None, "all are planted");
}

#[test]
fn ten_thousand_who_may_be_living_are_nowhere() {
    let place = Place::new();
    plant(&place);
    place.build_as_of();
    let archive = place.archive.as_str();
    let everything = succeed(&["export", "--archive", archive, "--table", "mentions", "--all"]);
    let n_known = (0..10_000).filter(|number| everything.contains(&planted(*number))).count();
    assert!(n_known > 9_000, "the readers find most of those planted: {n_known}");
    let mut outputs: Vec<(String, String)> = Vec::new();
    for table in ["mentions", "ties", "families", "cases"] {
        for format in ["csv", "jsonl"] {
            let arguments = ["export", "--archive", archive, "--table", table, "--format", format];
            outputs.push((format!("{table} as {format}"), succeed(&arguments)));
        }
        let file = place.folder.join(format!("{table}.parquet")).to_string_lossy().into_owned();
        let arguments = ["export", "--archive", archive, "--table", table, "--format", "parquet"];
        succeed(&[&arguments[..], &["--out", &file]].concat());
        let bytes = std::fs::read(&file).unwrap();
        outputs.push((file, String::from_utf8_lossy(&bytes).into_owned()));
    }
    for id in ["omsk.1.1", "omsk.1.250", "open.1.1", "memorial.1.1"] {
        for options in [&["--json"][..], &[]] {
            let shown = [&["family", "show", id, "--archive", archive], options].concat();
            outputs.push((format!("family show {id}"), succeed(&shown)));
        }
        let why = ["family", "why", id, id, "--archive", archive];
        outputs.push((format!("family why {id}"), succeed(&why)));
    }
    // A head of whom only withheld entries tell kin has no family in public.
    outputs.push((
        "no family".to_owned(),
        fail(&["family", "show", "books.1.1", "--archive", archive], 2),
    ));
    for format in ["ftm", "jsonld"] {
        for table in ["records", "persons", "families"] {
            let arguments = ["export", "--archive", archive, "--table", table, "--format", format];
            outputs.push((format!("{table} as {format}"), succeed(&arguments)));
        }
    }
    outputs.extend(Site::of(&place).everything(&[planted(0), planted(9_999), "Sokryt".to_owned()]));
    for entry in std::fs::read_dir(Path::new(archive).join("current/public")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        outputs.push((path.to_string_lossy().into_owned(), text));
    }
    for (name, output) in &outputs {
        for secret in ["Сокрыт", "сокрыт", "sokryt"] {
            assert!(!output.contains(secret), "`{secret}` in {name}");
        }
    }
    let shown = &outputs[0].1;
    assert!(shown.contains("Фёкла") && shown.contains("Агафья"), "the dead are shown");
    assert_neutral(&place);
}

/// Of whoever is not shown nothing is told but that there is a relative.
fn assert_neutral(place: &Place) {
    let allowed = BTreeSet::from(["", "child", "parent", "sibling", "spouse", "relative"]);
    let mut n_hidden = 0;
    for row in place.rows("mentions", &[]).iter().filter(|row| row["is_shown"] == false) {
        n_hidden += 1;
        assert!(allowed.contains(text(row, "relation")), "{row}");
        for told in
            ["surname", "given", "sex", "age", "birth_from", "person_id", "verbatim", "span"]
        {
            assert!(row.get(told).is_none(), "`{told}` in {row}");
        }
    }
    assert!(n_hidden > 6_000, "of the 7,500 who have no records of their own: {n_hidden}");
    let ties = place.rows("ties", &[]);
    let hidden =
        ties.iter().filter(|row| row.get("first").is_none() || row.get("second").is_none());
    for row in hidden {
        assert!(allowed.contains(text(row, "relation")), "{row}");
    }
}

#[test]
fn kin_are_counted_for_each_person_taken() {
    let place = Place::new();
    place.import_as("omsk", "omsk", HOUSEHOLDS);
    place.build_as_of();
    let count = |options: &[&str]| -> Value {
        let mut all = vec!["analyse", "multiplier", "--json", "--archive", &place.archive];
        all.extend(options);
        serde_json::from_str(&succeed(&all)).unwrap()
    };
    let all = count(&[]);
    // Four of the household of Небылов, one of that of Выдумов; three children have no name.
    assert_eq!(
        (all["groups"][0]["heads"].as_u64(), all["groups"][0]["kin"].as_u64()),
        (Some(2), Some(5))
    );
    let multiplier = &all["groups"][0]["multiplier"];
    assert!((multiplier["value"].as_f64().unwrap() - 2.5).abs() < 1e-9, "{all}");
    assert!(multiplier["low"].as_f64() < Some(2.5) && multiplier["high"].as_f64() > Some(2.5));
    let share = all["groups"][0]["kin_share"]["value"].as_f64().unwrap();
    assert!((share - 2.5 / 3.5).abs() < 1e-9, "{all}");
    let by_relation = count(&["--by", "relation"]);
    let groups = by_relation["groups"].as_array().unwrap();
    let names: Vec<&str> = groups.iter().map(|group| text(group, "group")).collect();
    assert_eq!(names, ["child", "daughter_in_law", "son", "wife"], "a living daughter is a child");
    assert!(groups.iter().all(|group| group["heads"] == 2), "{by_relation}");
    let by_sex = count(&["--by", "sex"]);
    let unknown =
        by_sex["groups"].as_array().unwrap().iter().find(|group| group["group"] == "(not known)");
    assert_eq!(unknown.unwrap()["kin"], 1, "nobody's sex is told who may be living: {by_sex}");
    let lags = fail(&["analyse", "lags", "--archive", &place.archive], 2);
    assert!(lags.contains("has a day for both"), "a year is no day: {lags}");
}

#[test]
fn the_wife_of_somebody_long_dead_was_grown_up_and_the_sons_wife_need_not_be() {
    let place = Place::new();
    let people = [Person {
        name: ["Небылов", "Фрол", "Титович"],
        birth_year: "1880",
        family: "Жена Фёкла Ивановна, сын Тит, жена сына Дарья Петровна",
        death_date: "5.11.1937",
        ..Person::default()
    }];
    let list = write_list(&place.folder, "list.tsv", &people);
    place.import("list", &list);
    place.build_as_of();
    let told: Vec<(String, String)> = place
        .rows("mentions", &["--all"])
        .iter()
        .map(|row| (text(row, "relation").to_owned(), row["is_shown"].to_string()))
        .collect();
    let expected = [("", "true"), ("wife", "true"), ("son", "false"), ("daughter_in_law", "false")];
    assert_eq!(told, expected.map(|(relation, shown)| (relation.to_owned(), shown.to_owned())));
}

/// A table in which two entries of one family name relatives.
const TOLD_FATES: &str = "id\tname\tsex\tborn\tshot\tfamily\n\
    1\tНебылов Фрол Титович\tм\t1893\t1937-11-05\tжена Фёкла Ильинична Выдумова, расстреляна в 1941 г.; братья Савва и Лука, расстреляны; сестра Дарья; сын Тит; дочь Мавра\n\
    2\tНебылова Мавра Фроловна\tж\t1926-12-30\t1944-03-01\tотец Небылов Фрол Титович; мать Фёкла Ильинична Выдумова; сестра Устинья\n";

const TOLD_FATES_MAPPING: &str = "title = \"Fates\"\ndelimiter = \"\\t\"\nquote = \"\"\n[source]\n\
    title = \"Fates\"\ncitation = \"invented\"\nholder = \"nobody\"\nlicence = \"CC0\"\n[fields]\nentry_id = \"id\"\nname = \"name\"\n\
    sex = \"sex\"\nbirth = \"born\"\nexecution_date = \"shot\"\nfamily = \"family\"\n";

/// Returns the names of relatives that may be shown, of a build of the table with this mapping.
fn shown_relatives(mapping: &str) -> Vec<String> {
    let place = Place::new();
    let (list, mapping) = (place.write("list.tsv", TOLD_FATES), place.write("list.toml", mapping));
    let archive = place.archive.as_str();
    let options = ["--format", "table", "--mapping", &mapping, "--source", "fates", &list];
    succeed(&[&["import", "--archive", archive][..], &options].concat());
    place.build_as_of();
    let mentions = place.rows("mentions", &["--all"]);
    let mothers: BTreeSet<&str> = mentions
        .iter()
        .filter(|row| text(row, "given") == "Фёкла")
        .map(|row| text(row, "person_id"))
        .collect();
    assert_eq!(mothers.len(), 1, "his wife is her mother: {mothers:?}");
    let relatives = mentions.iter().filter(|row| text(row, "role") == "member");
    let shown = relatives.filter(|row| row["is_shown"] == true);
    shown.map(|row| text(row, "given").to_owned()).collect()
}

#[test]
fn what_an_entry_tells_of_relatives_decides_whether_they_are_shown() {
    // Savva and Luka were shot; a mother is older than a daughter born in 1926.
    assert_eq!(shown_relatives(TOLD_FATES_MAPPING), ["Фёкла", "Савва", "Лука", "Фрол", "Фёкла"]);
    let reviewed = format!("reviewed_public = [\"family\"]\n{TOLD_FATES_MAPPING}");
    assert_eq!(
        shown_relatives(&reviewed),
        ["Фёкла", "Савва", "Лука", "Дарья", "Тит", "Мавра", "Фрол", "Фёкла", "Устинья"]
    );
}

/// A father and a son who tell what became of those without an entry of their own, and a sister who has hers.
const TOLD_CASES: &str = "id\tname\tsex\tborn\tarrested\tshot\tfamily\n\
    1\tНебылов Фрол Титович\tм\t1893\t1937-10-02\t1937-11-05\tжена Фёкла Ильинична Небылова, 1895 г. р., арестована в 1938 г.; сын Тит Фролович, 1912 г. р.; дочь Мавра Фроловна Небылова, 1915 г. р., арестована в 1938 г.; сын Пров, сослан в 1938 г.\n\
    2\tВыдумов Савва Лукич\tм\t1910\t1938-02-11\t1938-04-01\tотец Лука, 1880 г. р., раскулачен в 1930 г., расстрелян в 1937 г.\n\
    3\tНебылова Мавра Фроловна\tж\t1915\t1938-03-07\t\tотец Небылов Фрол Титович, 1893 г. р.\n";

const TOLD_CASES_MAPPING: &str = "title = \"Cases\"\ndelimiter = \"\\t\"\nquote = \"\"\n[source]\n\
    title = \"Cases\"\ncitation = \"invented\"\nholder = \"nobody\"\nlicence = \"CC0\"\n[fields]\nentry_id = \"id\"\nname = \"name\"\n\
    sex = \"sex\"\nbirth = \"born\"\narrest_date = \"arrested\"\nexecution_date = \"shot\"\nfamily = \"family\"\n";

#[test]
fn what_an_entry_tells_of_relatives_is_a_measure_or_a_cause() {
    let place = Place::new();
    let (list, mapping) =
        (place.write("list.tsv", TOLD_CASES), place.write("list.toml", TOLD_CASES_MAPPING));
    let archive = place.archive.as_str();
    let options = ["--format", "table", "--mapping", &mapping, "--source", "told", &list];
    succeed(&[&["import", "--archive", archive][..], &options].concat());
    place.build_as_of();
    let told = |options: &[&str]| -> BTreeSet<[String; 5]> {
        let keys = ["relation", "event_kind", "event_record_id", "cause_kind", "cause_record_id"];
        let rows = place.rows("cases", options);
        rows.iter().map(|row| keys.map(|key| text(row, key).to_owned())).collect()
    };
    let all = told(&["--all"]);
    for (expected, why) in [
        (["wife", "arrest", "told.1.1", "execution", "told.1.1"], "she has no entry of her own"),
        (["son", "exile", "told.1.1", "execution", "told.1.1"], "nor has he"),
        (["daughter", "arrest", "told.1.3", "execution", "told.1.1"], "she has one"),
        (["son", "arrest", "told.1.2", "execution", "told.1.2"], "the father as his entry tells"),
    ] {
        assert!(all.contains(&expected.map(str::to_owned)), "{why}: {all:?}");
    }
    let mut of_daughter = all.iter().filter(|row| row[0] == "daughter");
    assert!(of_daughter.all(|row| row[2] == "told.1.3"), "told twice, it is one arrest: {all:?}");
    // The son whose birth nobody states may be living: nothing is told of him in public.
    assert!(!told(&[]).iter().any(|row| row[1] == "exile"));
    let words = succeed(&["family", "show", "--archive", archive, "told.1.1"]);
    assert!(words.contains("1938") && !words.contains("Пров"), "{words}");
}
