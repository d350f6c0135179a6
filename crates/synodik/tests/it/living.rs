//! Who may be living is a placeholder in everything public.

use crate::fixture::{Person, Place, succeed};

/// A child deported in 1949 and a grown man; the man's entry names the child.
fn family() -> Vec<Person<'static>> {
    vec![
        Person {
            name: ["Тайнов", "Игнат", "Саввич"],
            birth_year: "1898",
            birth_place: "хутор Дальний",
            family: "сын Секретик, 1946 г.р.",
            arrest_date: "25.3.1949",
            ..Person::default()
        },
        Person {
            name: ["Тайнов", "Секретик", "Игнатович"],
            birth_year: "1946",
            birth_place: "хутор Сокровенный",
            arrest_date: "25.3.1949",
            ..Person::default()
        },
        Person {
            name: ["Безгодова", "Незнама", "Ивановна"], ..Person::default()
        },
    ]
}

#[test]
fn a_child_is_nowhere_in_public() {
    let place = Place::with_people(&family());
    let secrets = ["Секретик", "Сокровенный", "1946", "Незнама"];
    let outputs = [
        succeed(&["search", "--archive", &place.archive, "--json", "Тайнов"]),
        succeed(&["search", "--archive", &place.archive, "--json", "--source", "list"]),
        succeed(&["search", "--archive", &place.archive, "--json", "Sekretik"])
            .replace("Sekretik", ""),
        succeed(&["export", "--archive", &place.archive, "--table", "records"]),
        succeed(&["export", "--archive", &place.archive, "--table", "events", "--format", "jsonl"]),
        succeed(&["export", "--archive", &place.archive, "--table", "persons"]),
    ];
    for output in &outputs {
        for secret in secrets {
            assert!(!output.contains(secret), "`{secret}` in {output}");
        }
    }
    assert!(outputs[0].contains("Игнат"), "the dead are shown");
    assert!(outputs[3].contains("list.1.2,list,true,,"), "{}", outputs[3]);
    // The files the server opens hold none of it either, whatever their format.
    let public = std::path::Path::new(&place.archive).join("current/public");
    for entry in std::fs::read_dir(public).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for secret in ["Секретик", "секретик", "sekretik", "Сокровенный", "незнама"]
        {
            let is_there = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!is_there, "`{secret}` is in the public index");
        }
    }
}

#[test]
fn the_operator_alone_can_export_everything() {
    let place = Place::with_people(&family());
    let all = succeed(&["export", "--archive", &place.archive, "--table", "records", "--all"]);
    assert!(all.contains("Секретик"));
}

#[test]
fn placeholders_are_counted() {
    let place = Place::with_people(&family());
    let status = succeed(&["status", "--archive", &place.archive, "--json"]);
    let status: serde_json::Value = serde_json::from_str(&status).unwrap();
    assert_eq!(status["current_build"]["withheld"], 2);
}
