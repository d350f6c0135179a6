//! Kin of whom no entry says it, and what relatives say of who is one person.

use crate::fixture::{Place, succeed};
use serde_json::Value;

const AS_OF: &str = "2026-11-22";

/// Two brothers of one village by a rare father's name, a neighbour, and a man of that name far away;
/// the last of the brothers was a child, and may be living.
const HEADS: &str = "НЕБЫЛОВ Фрол Пантелеймонович, 1880 г. р. Житель д. Ивушка Тарского р-на Омского окр. \
    Выслан в 1931 г. на спецпоселение в Нарымский край.\n\
    НЕБЫЛОВ Лука Пантелеймонович, 1884 г. р. Житель д. Ивушка Тарского р-на Омского окр. \
    Выслан в 1931 г. на спецпоселение в Нарымский край.\n\
    ВЫДУМОВ Савва Иванович, 1883 г. р. Житель д. Ивушка Тарского р-на Омского окр. \
    Выслан в 1931 г. на спецпоселение в Нарымский край.\n\
    НЕБЫЛОВ Прокл Пантелеймонович, 1935 г. р. Житель д. Ивушка Тарского р-на Омского окр. \
    Выслан в 1936 г. на спецпоселение в Нарымский край.\n";

fn import(place: &Place, format: &str, source: &str, text: &str) {
    let list = place.write(&format!("{source}.txt"), text);
    let archive = place.archive.as_str();
    succeed(&["import", "--archive", archive, "--format", format, "--source", source, &list]);
}

fn rows(place: &Place, table: &str) -> Vec<Value> {
    let archive = place.archive.as_str();
    let all = ["export", "--archive", archive, "--format", "jsonl", "--table", table, "--all"];
    succeed(&all).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn brothers_are_tied_by_names_and_place_and_a_child_is_left_out() {
    let place = Place::new();
    import(&place, "omsk", "omsk", HEADS);
    succeed(&["build", "--archive", &place.archive, "--as-of", AS_OF]);
    let ties = rows(&place, "ties");
    let told: Vec<(&str, &str, &str, &str)> = ties
        .iter()
        .map(|tie| {
            let text = |key: &str| tie[key].as_str().unwrap_or_default();
            (text("first"), text("second"), text("relation"), text("ground"))
        })
        .collect();
    assert_eq!(told, [("omsk.1.1", "omsk.1.2", "brother", "inferred")], "{ties:?}");
    // That they are kin is surer than that they are brothers.
    assert!(ties[0]["p"].as_f64().unwrap() >= 0.57, "{}", ties[0]);
    assert!(ties[0]["put_aside"].is_null(), "{}", ties[0]);
    let evidence: Value = serde_json::from_str(ties[0]["evidence"].as_str().unwrap()).unwrap();
    assert_eq!(evidence[0]["record_id"], "omsk.1.1");
    assert_eq!(evidence[1]["record_id"], "omsk.1.2");
    let features = evidence[0]["features"].as_array().unwrap();
    let named = |id: &str| features.iter().any(|feature| feature[0] == id);
    assert!(named("names=same_shared_rare") && named("ages=2_5"), "{features:?}");
    let why = ["family", "why", "omsk.1.1", "omsk.1.2", "--archive", &place.archive];
    let why = succeed(&why);
    assert!(why.contains("inferred") && why.contains("names=same_shared_rare"), "{why}");
}

/// A man shot in Moscow, filed under today's name of his street, and a woman of the camp of Akmolinsk
/// with his home: nothing names the one beside the other.
#[test]
fn a_wife_of_another_list_is_found_by_the_home_and_told_as_inferred() {
    let place = Place::new();
    let page = "<html><head><meta charset=utf-8></head><body><table>\n\
        <tr><td colspan=3><h3><a name=s1></a>Новая ул.</h3></td></tr>\n\
        <tr><td><h4>д.3</h4></td><td><h5>кв.7</h5></td><td>\
        <p class=pers><B>Небылов Фрол Титович</B>, род. 1890, г. Ивушка, русский, б/п, бухгалтер. \
        Адрес: ул. Старая, д.3, кв. 7. Рассстрелян 5.11.1937. Место захоронения: Бутово.</p></td></tr>\n\
        </table></body></html>";
    let list = place.write("1.htm", page);
    let archive = place.archive.as_str();
    let import = ["import", "--archive", archive, "--encoding", "utf-8"];
    let told = ["--format", "moscow-lists", "--source", "moscow", &list];
    succeed(&[&import[..], &told[..]].concat());
    let mut cells = vec![""; 45];
    for (column, cell) in [
        (0, "1."),
        (2, "Небылова"),
        (3, "Дарья"),
        (4, "Саввична"),
        (6, "ж"),
        (7, "1893"),
        (9, "г. Рябов"),
        (14, "Москва, ул.Старая, д.3, кв.7"),
        (20, "ОСО при НКВД СССР"),
        (21, "22"),
        (22, "11"),
        (23, "1937"),
        (24, "как ЧСИР"),
        (25, "к 8 годам ИТЛ"),
    ] {
        cells[column] = cell;
    }
    let list = place.write("wives.csv", &format!("{}\n", cells.join(";")));
    let told = ["--format", "table", "--mapping", "alzhir", "--source", "alzhir", &list];
    succeed(&[&import[..], &told[..]].concat());
    succeed(&["build", "--archive", archive, "--as-of", AS_OF]);
    let ties = rows(&place, "ties");
    let tie =
        ties.iter().find(|tie| tie["ground"] == "inferred").unwrap_or_else(|| panic!("{ties:?}"));
    assert_eq!((&tie["first"], &tie["second"]), (&"alzhir.1.1".into(), &"moscow.1.1".into()));
    assert_eq!(tie["relation"], "husband");
    assert!(tie["p"].as_f64().unwrap() > 0.8, "{tie}");
    let evidence = tie["evidence"].as_str().unwrap();
    assert!(
        evidence.contains("dwelling=same_flat") && evidence.contains("lists=other"),
        "{evidence}"
    );
    let why = succeed(&["family", "why", "alzhir.1.1", "moscow.1.1", "--archive", archive]);
    let case =
        "sentence 1937-11-22 because of Небылов Фрол Титович, execution 1937-11-05, 17 days later";
    assert!(why.contains(case) && why.contains("for kin stated, for whom inferred"), "{why}");
}

/// Lists of the Open List's form: two entries of one man by wife and sons, and a third of another.
#[test]
fn the_same_wife_and_sons_are_one_man_and_others_two() {
    let check = |other_kin: &str, n_persons: usize| {
        let place = Place::new();
        let entry = |kin: &str| {
            let columns = "fullname_y,bplace,sex,nationality,party,reab_date,rasstrel_date,arest_date,pmj,\
                obvin,osujd_date,osujd_org,prigovor,source,extra,bdate,relatives\n";
            format!("{columns}Небылов Иван Титович,,,,,,,,,,,,,,,1880,\"{kin}\"\n")
        };
        import(
            &place,
            "openlist-csv",
            "one",
            &entry("Жена: Небылова Фёкла Саввична; Дети: Небылов Прокл Иванович"),
        );
        import(&place, "openlist-csv", "two", &entry(other_kin));
        succeed(&["build", "--archive", &place.archive, "--as-of", AS_OF, "--until", "link"]);
        let text = std::fs::read_to_string(
            std::path::Path::new(&place.archive).join("builds/linked/link/report.json"),
        );
        let report: Value = serde_json::from_str(&text.unwrap()).unwrap();
        assert_eq!(report["n_persons"], n_persons, "{other_kin}: {report}");
    };
    check("Жена: Небылова Фёкла Саввична; Дети: Небылов Прокл Иванович", 1);
    check("Жена: Небылова Устинья Лукична; Дети: Небылов Тит Иванович", 2);
}
