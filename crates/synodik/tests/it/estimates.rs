//! How many people no list names, from the linked persons of an archive.

use crate::fixture::{Place, fail, succeed, write_long_list};
use crate::lists::two_lists;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const FILES: [&str; 6] = [
    "README.md",
    "captures.csv",
    "captures_by_partition.csv",
    "estimate.json",
    "plot.svg",
    "rerun.sh",
];

fn folder_of(place: &Place, name: &str) -> String {
    place.folder.join(name).to_string_lossy().into_owned()
}

/// The files of a folder.
fn files(folder: &str) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let named = entries.map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, fs::read_to_string(entry.path()).unwrap())
    });
    named.collect()
}

fn estimate(place: &Place, arguments: &[&str]) -> Value {
    let head = ["analyse", "mse", "--archive", &place.archive, "--model", "chapman", "--json"];
    serde_json::from_str(&succeed(&[&head[..], arguments].concat())).unwrap()
}

#[test]
fn the_folder_is_made_again_byte_for_byte() {
    let place = two_lists();
    let (made, again) = (folder_of(&place, "made"), folder_of(&place, "again"));
    let found = estimate(&place, &["--lists", "first,second", "--out", &made]);
    let held = &found["persons_as_held"]["estimate"];
    // 42 and 41 persons, 21 of whom stand on both lists: (43 * 42) / 22 - 1.
    assert_eq!(held["n_observed"], 62);
    assert!((held["n_hat"].as_f64().unwrap() - 81.09).abs() < 0.01, "{held}");
    assert_eq!(found["partitions"], 20);
    let interval = &found["estimate"]["interval"];
    assert_eq!(interval["method"], "sampled-partitions");
    let written = files(&made);
    assert_eq!(written.keys().collect::<Vec<_>>(), FILES);
    assert_eq!(written["captures.csv"], "first,second,count\n1,0,21\n0,1,20\n1,1,21\n");
    let table = &written["captures_by_partition.csv"];
    assert!(table.contains("\npartition,first,second,count\nplain,1,0,21\n"), "{table}");
    assert!(table.contains("# lists: first = first; second = second\n"), "{table}");
    assert!(table.contains("# build: 1\n") && table.contains("# records_withheld: 2\n"), "{table}");
    let program = env!("CARGO_BIN_EXE_synodik");
    let status = std::process::Command::new("sh")
        .args([&format!("{made}/rerun.sh"), &again])
        .env("SYNODIK", program)
        .stdout(std::process::Stdio::null())
        .status();
    assert!(status.unwrap().success());
    assert_eq!(written, files(&again));
    for (name, text) in &written {
        for secret in ["Секретик", "Сокровенный", &place.archive] {
            assert!(!text.contains(secret), "`{secret}` in {name}");
        }
    }
    let plot = &written["plot.svg"];
    assert!(plot.contains("<title id=\"title\">") && plot.contains("<desc id=\"desc\">"), "{plot}");
    let readme = &written["README.md"];
    for words in ["Missed links make the estimate too high", "20 sampled ways", "| 1 | 0 | 21 |"] {
        assert!(readme.contains(words), "{words}: {readme}");
    }
}

#[test]
fn conditions_and_strata_choose_persons() {
    let place = two_lists();
    let lists = ["--lists", "A=first,B=second"];
    let all = estimate(&place, &lists);
    let of_1937 = estimate(&place, &[&lists[..], &["--where", "event_year=1937"]].concat());
    let observed =
        |found: &Value| found["persons_as_held"]["estimate"]["n_observed"].as_u64().unwrap();
    assert_eq!(observed(&all), 62);
    assert_eq!(observed(&of_1937), 60, "the brothers were arrested in 1930");
    let strata = [&lists[..], &["--where", "event_year=1937", "--stratum", "event"]].concat();
    let strata = estimate(&place, &strata);
    assert_eq!(strata["strata"][0]["stratum"], "arrest");
    assert_eq!(observed(&strata), 60);
}

#[test]
fn refusals_say_which_assumption_fails() {
    let place = two_lists();
    place.import("third", &write_long_list(&place.folder, "third.tsv", 12));
    place.build();
    let out = folder_of(&place, "out");
    let head = ["analyse", "mse", "--archive", &place.archive, "--out", &out];
    for (arguments, expected) in [
        (
            &["--lists", "first"][..],
            "1 list(s) given, at least 2 needed: the assumption `two-lists`",
        ),
        (&["--lists", "first,nowhere"], "no source `nowhere`; it has first, second, third"),
        (&["--lists", "first,first"], "named twice"),
        (&["--lists", "a=first+second,b=second"], "stands on two lists"),
        (&["--lists", "count=first,second"], "`count` cannot be the name of a list"),
        (
            &["--lists", "first,second,third"],
            "list `third` shares nobody with any other list (all of 101, 011, 111 are 0)",
        ),
        (&["--lists", "first,second", "--where", "event_year=1901"], "counts nobody"),
        (&["--lists", "first,second", "--stratum", "source"], "the assumption `lists-overlap`"),
        (
            &["--lists", "first,second", "--never", "first,second"],
            "21 persons stand on first and second at once",
        ),
        (&["--lists", "first,second", "--never", "first,x"], "no list `x`"),
        (&["--lists", "first,second", "--model", "guess"], "`guess` is no model of 2 lists"),
    ] {
        let message = fail(&[&head[..], arguments].concat(), 2);
        assert!(message.contains(expected), "{arguments:?}: {message}");
    }
    assert!(fs::metadata(&out).is_err(), "nothing is written where there is no estimate");
    fail(&["analyse", "mse", "--archive", &place.archive], 64);
}

#[test]
fn lists_that_cannot_overlap_leave_cells_impossible() {
    let place = two_lists();
    place.import("third", &write_long_list(&place.folder, "third.tsv", 12));
    place.build();
    let out = folder_of(&place, "out");
    let head = ["analyse", "mse", "--archive", &place.archive, "--out", &out, "--model", "[1,2,3]"];
    let lists = ["--lists", "first,second,third", "--never", "second,third"];
    let message = fail(&[&head[..], &lists[..]].concat(), 2);
    // The third list meets nobody on the first either: still no estimate, and the cell says so.
    assert!(message.contains("list `third` shares nobody"), "{message}");
}

#[test]
fn a_table_with_partitions_is_joined() {
    let place = Place::new();
    let rows = "plain,1,1,20\nplain,1,0,60\nplain,0,1,40\n1,1,1,24\n1,1,0,56\n1,0,1,36\n2,1,1,17\n2,1,0,63\n2,0,1,43\n";
    let table = place
        .write("captures.csv", &format!("# about: an invented town\npartition,a,b,count\n{rows}"));
    let text = succeed(&["analyse", "mse", "--table", &table, "--model", "chapman", "--json"]);
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(found["partitions"], 2);
    assert_eq!(found["about"]["about"], "an invented town");
    let width = |estimate: &Value| {
        let interval = &estimate["interval"];
        interval["high"].as_f64().unwrap() - interval["low"].as_f64().unwrap()
    };
    assert!(width(&found["estimate"]) > width(&found["persons_as_held"]["estimate"]));
    let words = succeed(&["analyse", "mse", "--table", &table, "--model", "chapman"]);
    assert!(
        words.contains("for the persons as they are held, without the doubt of links: 234"),
        "{words}"
    );
}

#[test]
fn kin_are_counted_family_by_family() {
    let place = Place::new();
    let table =
        place.write("families.csv", "family,n_head,n_kin\na,1,3\nb,1,0\nc,2,2\nd,1,1\ne,1,4\n");
    let text = succeed(&["analyse", "multiplier", "--table", &table, "--json"]);
    let found: Value = serde_json::from_str(&text).unwrap();
    let multiplier = found["multiplier"]["value"].as_f64().unwrap();
    assert!((multiplier - 10.0 / 6.0).abs() < 1e-9);
    assert_eq!(found["kin_share"]["value"], 0.625);
    let twice = place.write("twice.csv", "family,n_head,n_kin\na,1,3\na,1,0\n");
    let message = fail(&["analyse", "multiplier", "--table", &twice], 2);
    assert!(message.contains("line 3: the family `a` stands twice"), "{message}");
    let bare = place.write("bare.csv", "family,n_kin\na,1\n");
    let message = fail(&["analyse", "multiplier", "--table", &bare], 2);
    assert!(message.contains("no column `n_head`"), "{message}");
}

#[test]
fn a_break_of_lags_is_found_on_its_day() {
    let place = Place::new();
    let mut rows = String::from("start,end,group\n");
    for n in 0..24 {
        let month = 1 + n / 2;
        let day = 10 + n % 2;
        // Until the middle of October each is followed after some days, later only every other.
        let end = match month {
            1..=9 => format!("1938-{:02}-{:02}", month, day + 5 + n % 4),
            _ if n % 2 == 0 => String::new(),
            _ => format!("1939-01-{day}"),
        };
        rows.push_str(&format!("1938-{month:02}-{day},{end},wives\n"));
    }
    let table = place.write("lags.csv", &rows);
    let arguments =
        ["analyse", "lags", "--table", &table, "--break-at", "1938-10-01", "--side", "3"];
    let found: Value =
        serde_json::from_str(&succeed(&[&arguments[..], &["--json"]].concat())).unwrap();
    let group = &found["groups"][0];
    assert_eq!((group["group"].as_str(), group["without_end"].as_u64()), (Some("wives"), Some(3)));
    let lags = &group["breaks"][0];
    assert_eq!(lags["of"], "lag_days");
    assert!(lags["at_the_day"]["p_value"].as_f64().unwrap() < 0.05, "{lags}");
    assert_eq!(lags["greatest"]["first_after"], "1938-10-11");
    assert!(succeed(&arguments).contains("wives: 24 rows, 3 without an end; median"));
    let wrong = place.write("wrong.csv", "start,end,group\n1938-05-02,1938-05-01,x\n");
    let message = fail(&["analyse", "lags", "--table", &wrong], 2);
    assert!(message.contains("line 2: the end lies 1 days before the start"), "{message}");
}
