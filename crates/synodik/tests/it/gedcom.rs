//! Family trees in and out.

use crate::fixture::{Place, run, succeed};
use std::path::Path;

/// Three generations of invented people; the grandchild may be living.
const TREE: &str = "0 HEAD\n1 GEDC\n2 VERS 7.0\n\
    0 @I1@ INDI\n1 NAME Фрол Титович /Небылов/\n1 SEX M\n1 BIRT\n2 DATE BET 1878 AND 1880\n2 PLAC д. Ивушка\n\
    1 OCCU кузнец\n1 EVEN\n2 TYPE arrest\n2 DATE 14 FEB 1930\n2 AGNC ОГПУ\n1 DEAT\n2 DATE 3 MAR 1938\n2 CAUS расстрелян\n1 FAMS @F1@\n\
    0 @I2@ INDI\n1 NAME Фёкла Саввична /Небылова/\n1 SEX F\n1 BIRT\n2 DATE ABT 1885\n1 FAMS @F1@\n\
    0 @I3@ INDI\n1 NAME Тит Фролович /Небылов/\n1 SEX M\n1 BIRT\n2 DATE 1908\n1 FAMC @F1@\n1 FAMS @F2@\n\
    0 @I4@ INDI\n1 NAME Дарья Фроловна /Небылова/\n1 SEX F\n1 BIRT\n2 DATE 1911\n1 FAMC @F1@\n2 PEDI ADOPTED\n\
    0 @I5@ INDI\n1 NAME Пелагея Титовна /Тайная/\n1 SEX F\n1 BIRT\n2 DATE 1950\n1 FAMC @F2@\n1 NOTE Пелагея Тайная живёт в городе.\n\
    0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n1 CHIL @I3@\n1 CHIL @I4@\n1 MARR\n2 DATE 1905\n\
    0 @F2@ FAM\n1 HUSB @I3@\n1 CHIL @I5@\n\
    0 TRLR\n";

fn import(place: &Place, source: &str, file: &str) -> String {
    let arguments =
        ["import", "--archive", &place.archive, "--format", "gedcom", "--source", source, file];
    let output = run(&arguments);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    told
}

fn with_tree() -> Place {
    let place = Place::new();
    let file = place.write("tree.ged", TREE);
    let told = import(&place, "tree", &file);
    assert!(told.contains("5 rows into `tree`: 5 records, 0 rejected"), "{told}");
    assert!(told.contains("2 families") && told.contains("FAM 2, HEAD 1, TRLR 1"), "{told}");
    place.build();
    place
}

/// Exports the persons and returns the file, and what is said of it.
fn export(place: &Place, further: &[&str]) -> (String, String) {
    let out = place.folder.join("out.ged");
    let path = out.to_string_lossy();
    let arguments =
        ["export", "--archive", &place.archive, "--table", "persons", "--format", "gedcom"];
    let output = run(&[&arguments[..], further, &["--out", &path]].concat());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    (std::fs::read_to_string(Path::new(path.as_ref())).unwrap(), told)
}

#[test]
fn what_is_written_is_read_again_with_the_same_counts() {
    let place = with_tree();
    for version in ["7.0", "5.5.1"] {
        let (text, told) = export(&place, &["--gedcom-version", version]);
        assert!(told.contains("4 individuals and"), "{told}");
        let again = Place::new();
        let file = again.write("out.ged", &text);
        let read = import(&again, "out", &file);
        let n_families = text.matches(" FAM\n").count();
        assert!(read.contains("4 records, 0 rejected"), "{read}");
        assert!(read.contains(&format!("FAM {n_families}, ")), "{read}");
        assert!(told.contains(&format!(" and {n_families} famil")), "{told}");
        let issues = again.folder.join("archive/sources/out/reading/issues.tsv");
        let issues = std::fs::read_to_string(issues).unwrap_or_default();
        assert!(issues.lines().count() <= 1, "{issues}");
        // Kind and days of every event come back.
        again.build();
        let kinds = |place: &Place| {
            let events = succeed(&["export", "--archive", &place.archive, "--table", "events"]);
            let mut rows: Vec<String> = events
                .lines()
                .skip(1)
                .map(|row| row.split(',').skip(3).take(3).collect::<Vec<_>>().join(","))
                .collect();
            rows.sort();
            rows
        };
        assert_eq!(kinds(&again), kinds(&place), "version {version}");
    }
}

#[test]
fn families_come_back_from_ties() {
    let place = with_tree();
    let (text, _) = export(&place, &[]);
    let number_of = |name: &str| {
        let before = &text[..text.find(name).unwrap_or_else(|| panic!("{name} in {text}"))];
        let start = before.rfind("0 @I").unwrap() + 2;
        before[start..].split(' ').next().unwrap().to_owned()
    };
    let [frol, fekla, tit, darya] =
        ["Фрол Титович", "Фёкла Саввична", "Тит Фролович", "Дарья Фроловна"].map(number_of);
    let family = format!("0 @F1@ FAM\n1 HUSB {frol}\n1 WIFE {fekla}\n");
    assert!(text.contains(&family), "{text}");
    for child in [&tit, &darya] {
        assert!(text.contains(&format!("1 CHIL {child}\n")), "{text}");
    }
    assert!(text.contains("2 PEDI ADOPTED"), "{text}");
    assert!(text.contains("1 NAME Frol Titovich /Nebylov/"), "{text}");
}

#[test]
fn the_possibly_living_are_in_no_public_file() {
    let place = with_tree();
    let (text, _) = export(&place, &[]);
    assert!(!text.contains("Тайная") && !text.contains("Пелагея"), "{text}");
    for table in ["records", "events", "persons", "mentions", "ties", "families"] {
        let rows = succeed(&["export", "--archive", &place.archive, "--table", table]);
        assert!(!rows.contains("Тайная") && !rows.contains("Пелагея"), "{table}: {rows}");
    }
    let found = place.found(&["Тайная"]);
    assert!(found.is_empty(), "{found:?}");
    let (all, _) = export(&place, &["--all"]);
    assert!(all.contains("Тайная") && all.contains("must not be published"));
}

#[test]
fn a_public_entry_keeps_its_words_but_for_relatives() {
    let place = with_tree();
    let records = succeed(&[
        "export",
        "--archive",
        &place.archive,
        "--table",
        "records",
        "--format",
        "jsonl",
    ]);
    let first: serde_json::Value = serde_json::from_str(records.lines().next().unwrap()).unwrap();
    let verbatim = first["verbatim"].as_str().unwrap();
    assert!(verbatim.contains("1 OCCU кузнец") && verbatim.ends_with("[…]"), "{verbatim}");
    assert!(first.get("family").is_none());
}
