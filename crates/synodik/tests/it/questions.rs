//! What can be asked without a list: names, the codex, tables of one's own.

use crate::fixture::{Place, fail, succeed, three_people};
use std::io::Write;
use std::process::{Command, Stdio};

fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&succeed(arguments)).unwrap()
}

#[test]
fn a_name_is_explained_in_its_nominative() {
    let name = json(&["names", "explain", "--json", "Гусевой Анны Петровны"]);
    assert_eq!(name["surname"], "Гусевой");
    assert_eq!(name["parts"][0]["nominative"], "Гусева");
    assert_eq!(name["readings"][0]["case"], "genitive");
    assert!(name["sex"]["p_female"].as_f64().unwrap() > 0.95);
    assert!(succeed(&["names", "explain", "Небылицын Фёдор"]).contains("Фёдорович"), "children");
}

#[test]
fn two_names_are_compared_by_hand_and_in_a_batch() {
    let same = json(&["names", "compare", "--json", "Фёдоров Иван", "Iwan Fiodorow"]);
    assert_eq!(same["is_same"], true, "{same}");
    let brothers = ["Небылицын Иван Лукич", "Небылицын Пётр Лукич"];
    let other = json(&["names", "compare", "--json", brothers[0], brothers[1]]);
    assert_eq!(other["is_same"], false, "{other}");
    let mut batch = Command::new(env!("CARGO_BIN_EXE_synodik"))
        .args(["names", "batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = format!("Небылицын Иван\n{}\t{}\n", brothers[0], brothers[1]);
    batch.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = String::from_utf8(batch.wait_with_output().unwrap().stdout).unwrap();
    let documents: Vec<serde_json::Value> =
        output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(documents[0]["given"], "Иван");
    assert_eq!(documents[1]["p_same"], other["p_same"]);
}

#[test]
fn names_are_declined_and_transliterated() {
    let cases = succeed(&["names", "decline", "Небылицына", "--sex", "female"]);
    assert!(cases.contains("instrumental\tНебылицыной"), "{cases}");
    let latin = ["names", "transliterate", "Щукин", "--scheme", "bgn_pcgn"];
    assert_eq!(succeed(&latin).trim(), "Shchukin");
    let wrong = fail(&["names", "transliterate", "Щукин", "--scheme", "own"], 2);
    assert!(wrong.contains("unknown scheme `own`; expected one of"), "{wrong}");
}

#[test]
fn the_codex_answers_for_a_day() {
    let day = |date, relation| json(&["codex", "at", date, "--relation", relation, "--json"]);
    let has = |document: &serde_json::Value, id: &str| {
        document["in_force"].as_array().unwrap().iter().any(|act| act["instrument"] == id)
    };
    assert!(has(&day("1937-09-01", "wife"), "nkvd-00486"));
    assert!(!has(&day("1937-08-14", "wife"), "nkvd-00486"));
    let since = ["codex", "at", "1938-11-01", "--since", "1938-10-01", "--json"];
    let changes = json(&since)["changes"].clone();
    let rollback = changes.as_array().unwrap().iter().find(|change| {
        change["instrument"] == "nkvd-00486" && change["stage"]["kind"] == "repealed_in_part"
    });
    assert_eq!(rollback.unwrap()["stage"]["is_disputed"], true, "two sources disagree on the year");
    let wrong = fail(&["codex", "at", "1937"], 2);
    assert!(wrong.contains("expected one such as 1937-09-01"), "{wrong}");
    let wrong = fail(&["codex", "at", "1937-09-01", "--relation", "friend"], 2);
    assert!(wrong.contains("unknown relation `friend`; expected one of"), "{wrong}");
    let wrong = fail(&["search", "--instrument", "no-1"], 2);
    assert!(wrong.contains("unknown value `no-1` of `--instrument`"), "{wrong}");
    let wrong = fail(&["codex", "show", "00486"], 2);
    assert!(wrong.contains("perhaps nkvd-00486"), "{wrong}");
}

#[test]
fn the_codex_is_exported_whole() {
    let table = succeed(&["codex", "export", "--format", "tsv"]);
    assert_eq!(table.lines().count(), 2 + 145, "licence, header, provisions");
    let document = json(&["codex", "export"]);
    for (part, n_entries) in [
        ("instruments", 64),
        ("campaigns", 29),
        ("institutions", 30),
        ("limits", 65),
        ("estimates", 39),
        ("archives", 24),
        ("terms", 90),
    ] {
        assert_eq!(document[part].as_array().unwrap().len(), n_entries, "{part}");
    }
    assert!(document["license"].is_string() && document["creditText"].is_string());
}

#[test]
fn a_record_is_set_beside_the_codex() {
    let place = Place::with_people(&three_people());
    let record = json(&["codex", "record", "--archive", &place.archive, "list.1.1", "--json"]);
    assert_eq!(record["record_id"], "list.1.1");
    assert!(!record["where_to_ask"].as_array().unwrap().is_empty());
    let wrong = fail(&["codex", "record", "--archive", &place.archive, "list.1.9"], 2);
    assert!(wrong.contains("no record `list.1.9`"), "{wrong}");
}

#[test]
fn tables_are_linked_and_judged() {
    let place = Place::new();
    let rows = "id,surname,given,birth\n1,Небылицын,Фёдор,1889\n2,Небылицин,Федор,1889\n3,Выдумкина,Анна,1901\n";
    let table = place.write("people.csv", rows);
    let spec = "id = \"id\"\n\n[[field]]\ncolumn = \"surname\"\nrole = \"surname\"\n\n\
                [[field]]\ncolumn = \"given\"\nrole = \"given\"\n\n\
                [[field]]\ncolumn = \"birth\"\nrole = \"birth\"\n";
    let spec = place.write("spec.toml", spec);
    let out = place.folder.join("linked").to_string_lossy().into_owned();
    succeed(&["link", "run", "--spec", &spec, &table, "--out", &out]);
    let clusters = format!("{out}/clusters.csv");
    assert_eq!(std::fs::read_to_string(&clusters).unwrap().lines().count(), 4);
    let truth = place.write("truth.csv", "id,cluster\n1,a\n2,a\n3,b\n");
    let judged = json(&["link", "evaluate", "--clusters", &clusters, "--truth", &truth, "--json"]);
    assert_eq!(judged["n_records"], 3);
    let wrong = fail(&["link", "evaluate", "--clusters", &clusters, "--truth", &table], 2);
    assert!(wrong.contains("has no column `cluster`"), "{wrong}");
}

#[test]
fn a_population_is_estimated_or_refused() {
    let place = Place::new();
    let table = place.write("captures.csv", "A,B,count\n1,1,20\n1,0,80\n0,1,60\n");
    let mse = ["analyse", "mse", "--table", &table, "--model", "chapman", "--json"];
    let estimate = json(&mse);
    let n_hat = estimate["estimate"]["n_hat"].as_f64().unwrap();
    assert!((n_hat - (101.0 * 81.0 / 21.0 - 1.0)).abs() < 1e-6, "{n_hat}");
    assert_eq!(estimate["estimate"]["n_observed"], 160);
    let apart = place.write("apart.csv", "A,B,count\n1,0,80\n0,1,60\n");
    let refused = fail(&["analyse", "mse", "--table", &apart, "--model", "lincoln-petersen"], 2);
    assert!(refused.contains("no estimate by `lincoln-petersen`"), "{refused}");
}
