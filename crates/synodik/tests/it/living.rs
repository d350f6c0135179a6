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
        succeed(&["export", "--archive", &place.archive, "--table", "links"]),
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

/// Rows of a table that look like a death or an old birth and are neither.
#[test]
fn what_only_looks_like_a_death_is_a_doubt() {
    let place = Place::new();
    let table = "id;name;born;age;arrested;died;note\n\
        1;Тайнов Первый;1985;;;-;\n\
        2;Тайнов Второй;1985;;;жив;\n\
        3;Тайнов Третий;1985;;;нет данных;\n\
        4;Тайнов Четвёртый;35 г.р.;;1939;;\n\
        5;Тайнов Пятый;;пять лет;1939;;\n\
        6;Тайнов Шестой;1920 (в паспорте 1935);;1949;;\n\
        7;Тайнов Седьмой;01.01.0001;;1937;;\n\
        8;Тайнов Восьмой;около 1925;;1949;;\n\
        9;Явленный Девятый;1898;;1937;1942;жена Анна, сын Сокрытов 1940 г.р.\n";
    std::fs::write(place.folder.join("list.csv"), table).unwrap();
    let mapping = "delimiter = \";\"\n[fields]\nentry_id = \"id\"\nname = \"name\"\n\
        birth = { column = \"born\", pattern = '(?<value>.*[0-9.]{4,}.*)' }\n\
        age = { column = \"age\", pattern = '\\d+' }\narrest_date = \"arrested\"\n\
        death_date = \"died\"\nnote = \"note\"\n\
        family = { column = \"note\", pattern = '(?<value>сын .*)', optional = true }\n";
    let mapping_path = place.folder.join("list.toml");
    std::fs::write(&mapping_path, mapping).unwrap();
    succeed(&[
        "import",
        "--archive",
        &place.archive,
        "--format",
        "table",
        "--mapping",
        &mapping_path.to_string_lossy(),
        &place.folder.join("list.csv").to_string_lossy(),
    ]);
    succeed(&["build", "--archive", &place.archive, "--as-of", "2026-11-22"]);
    assert!(place.found(&["Тайнов"]).is_empty());
    assert_eq!(place.found(&["Явленный"]), ["list.1.9"], "the dead are shown");
    let public = succeed(&["export", "--archive", &place.archive, "--table", "records"]);
    assert!(!public.contains("Тайнов"), "{public}");
    assert!(!public.contains("Сокрытов"), "withheld words stay withheld in every field: {public}");
    assert!(public.contains("жена Анна, […]"), "{public}");
}

#[test]
fn a_stated_day_is_obeyed() {
    let place = Place::with_people(&family());
    let withheld = || {
        let status = succeed(&["status", "--archive", &place.archive, "--json"]);
        let status: serde_json::Value = serde_json::from_str(&status).unwrap();
        status["current_build"]["withheld"].as_u64().unwrap()
    };
    succeed(&["build", "--archive", &place.archive, "--as-of", "2126-01-01"]);
    assert_eq!(withheld(), 1, "in a hundred years only the person without any date is a doubt");
    succeed(&["build", "--archive", &place.archive]);
    assert_eq!(withheld(), 2, "a day in the future does not stay in force");
}

#[test]
fn a_private_column_is_kept_and_never_shown() {
    let place = Place::new();
    let mapping = "private = [\"Телефон\"]\n[fields]\nsurname = \"Фамилия\"\nbirth = \"Рожд\"\n";
    let mapping = place.write("phones.toml", mapping);
    let list = "Фамилия;Рожд;Телефон\nНебылицын;1880;8-800-выдумка\n";
    let list = place.write("phones.csv", list);
    let import = ["import", "--archive", &place.archive, "--format", "table"];
    succeed(&[&import[..], &["--mapping", &mapping, "--source", "phones", &list]].concat());
    succeed(&["build", "--archive", &place.archive]);
    let search = succeed(&["search", "--archive", &place.archive, "--json", "Небылицын"]);
    let public = succeed(&["export", "--archive", &place.archive, "--table", "records"]);
    assert!(search.contains("Небылицын;1880;[…]"), "{search}");
    assert!(!search.contains("выдумка") && !public.contains("выдумка"), "{public}");
    let all = ["export", "--archive", &place.archive, "--table", "records", "--all"];
    assert!(succeed(&all).contains("8-800-выдумка"));
}

/// Heads long dead whose entries name children; a child's own entry; in every format of relatives.
#[test]
fn children_of_households_are_nowhere_in_public() {
    let header = "fullname_y,bplace,sex,nationality,party,reab_date,rasstrel_date,arest_date,pmj,obvin,osujd_date,osujd_org,prigovor,source,extra,bdate,relatives";
    let lists = [
        (
            "omsk",
            "ТАЙНОВ Игнат Саввич, 1880 г. р. Житель д. Ивушка. Состав семьи: жена, 40 л., сын Секретик, 1928 г. р. \
             Выслан вместе с сыном Секретиком в 1931 г. Родился на спецпоселении внук Секретик, 1935 г. р. \
             Бежал со спецпоселения Секретик, скрылся в 1936 г. Реабилитированы УВД по Омской обл. ТАЙНОВЫ: Игнат \
             Саввич, Секретик Игнатович 01. 02. 1999 г. (ГАОО. Ф. 1. Оп. 2. Д. 3)\n"
                .to_owned(),
        ),
        (
            "estonia-memento",
            "===ТАЙНОВ, Игнат, Савва===, 12.03.1880 Narva, arr. 14.06.41 Narva, surn. 10.05.42. Poeg Секретик sünd. 1940. \
             [1M] Секретик, Mari, Jaan, tütar, 1939. [1M]\n=== Секретик, Jaan, Игнат===, poeg, 1940; Omski obl. Isa surn. 1942.\n"
                .to_owned(),
        ),
        (
            "openlist-csv",
            format!("{header}\nТайнов Игнат (1880),,,,,,,,,,,,,,,1880,\"Дети: Секретик \"\"младший\"\" (1940), Секретик (1941)Источники данных: \"\nСекретик Тайнов (1940),,,,,,,,,,,,,,,1940,Отец: Тайнов Игнат (1880)\n"),
        ),
        (
            "memorial-texts",
            "n\tkin_words\ttext\n1\t\tРодился в 1880 г., Тайнов; ⏎ Проживал: д. Ивушка, с сыном Секретик Петром. ⏎ \
             Приговорен: ОСО 5 мая 1938 г., обв.: за побег сына Секретика. ⏎ Приговор: 5 лет с дочерью Секретик\n"
                .to_owned(),
        ),
    ];
    let place = Place::new();
    for (format, list) in &lists {
        let list = place.write(&format!("{format}.txt"), list);
        let import = ["import", "--archive", &place.archive, "--format", format];
        succeed(&[&import[..], &["--source", format, &list]].concat());
    }
    succeed(&["build", "--archive", &place.archive, "--as-of", "2026-11-22"]);
    for table in ["records", "events"] {
        let public = succeed(&["export", "--archive", &place.archive, "--table", table]);
        assert!(!public.contains("Секрет"), "{public}");
        let all = succeed(&["export", "--archive", &place.archive, "--table", table, "--all"]);
        assert!(table == "events" || all.contains("Секретик"), "{all}");
    }
    let public = succeed(&["export", "--archive", &place.archive, "--table", "records"]);
    for format in ["omsk", "estonia-memento", "openlist-csv", "memorial-texts"] {
        assert!(
            public.contains(&format!("{format}.1.1,{format},false")),
            "the dead are shown: {public}"
        );
    }
    assert!(place.found(&["Секретик"]).is_empty());
}
