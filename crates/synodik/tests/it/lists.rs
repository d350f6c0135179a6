//! Two invented lists about many of the same long-dead people, spelt differently.

use crate::fixture::{Person, Place, write_list};

const SURNAMES: [&str; 12] = [
    "Выдумкин",
    "Небывалов",
    "Сказочкин",
    "Мнимов",
    "Притчин",
    "Былинкин",
    "Баснев",
    "Загадкин",
    "Призраков",
    "Туманцев",
    "Грёзов",
    "Химерин",
];
const GIVEN: [&str; 7] = ["Фёдор", "Пётр", "Семён", "Игнат", "Савва", "Лука", "Кузьма"];
const FATHERS: [&str; 5] = ["Ильич", "Егорович", "Фомич", "Саввич", "Петрович"];
const PLACES: [&str; 8] = [
    "дер. Ивушкино",
    "с. Ольховка",
    "г. Заречье",
    "дер. Малые Ключи",
    "с. Небывалово",
    "хут. Дальний",
    "пос. Северный",
    "дер. Верхняя Гора",
];

/// How many invented people there are besides the named ones.
const N_PEOPLE: usize = 60;

/// Texts of a person, owned, since [`Person`] borrows.
struct Texts {
    name: [String; 3],
    birth_year: String,
    birth_place: String,
    arrest_date: String,
}

/// The n-th invented person; in the second list with other spellings.
fn texts(n: usize, is_second_list: bool) -> Texts {
    let mut name =
        [SURNAMES[n % 12], GIVEN[(n / 3 + n) % 7], FATHERS[(n / 7 + n) % 5]].map(str::to_owned);
    if is_second_list {
        name[0] = match n % 4 {
            0 => name[0].replace('ё', "е").replace("ин", "ен"),
            _ => name[0].clone(),
        };
        name[1] = name[1].replace('ё', "е");
    }
    let day = (n * 7) % 28 + 1;
    let month = (n * 5) % 12 + 1;
    let arrest_date = match is_second_list {
        true => format!("{day:02}.{month:02}.1937"),
        false => format!("{day}.{month}.1937"),
    };
    Texts {
        name,
        birth_year: (1870 + (n * 11) % 37).to_string(),
        birth_place: PLACES[(n * 3) % 8].to_owned(),
        arrest_date,
    }
}

fn person(texts: &Texts) -> Person<'_> {
    Person {
        name: [&texts.name[0], &texts.name[1], &texts.name[2]],
        birth_year: &texts.birth_year,
        birth_place: &texts.birth_place,
        arrest_date: &texts.arrest_date,
        ..Person::default()
    }
}

/// A man and his brother, and a child that may be living.
fn named() -> Vec<Person<'static>> {
    let brother = Person {
        name: ["Чаровников", "Иван", "Кузьмич"],
        birth_year: "1890",
        birth_place: "дер. Небытиево",
        arrest_date: "3.3.1930",
        ..Person::default()
    };
    vec![
        brother.clone(),
        Person {
            name: ["Чаровников", "Степан", "Кузьмич"], birth_year: "1894", ..brother.clone()
        },
        Person {
            name: ["Тайнов", "Секретик", "Игнатович"],
            birth_year: "1946",
            birth_place: "хутор Сокровенный",
            arrest_date: "25.3.1949",
            ..Person::default()
        },
    ]
}

/// The first list: 40 of the people, then the two brothers and the child: entries 41 to 43.
pub(crate) fn write_first(place: &Place) -> std::path::PathBuf {
    let texts: Vec<Texts> = (0..40).map(|n| texts(n, false)).collect();
    let people: Vec<Person<'_>> = texts.iter().map(person).chain(named()).collect();
    write_list(&place.folder, "first.tsv", &people)
}

/// The second list: 40 of them, the first 20 of which are the last 20 of the first list; then
/// the younger brother and the child.
pub(crate) fn write_second(place: &Place) -> std::path::PathBuf {
    let texts: Vec<Texts> = (20..N_PEOPLE).map(|n| texts(n, true)).collect();
    let mut named = named().split_off(1);
    named[0].name[2] = "Кузмич";
    let people: Vec<Person<'_>> = texts.iter().map(person).chain(named).collect();
    write_list(&place.folder, "second.tsv", &people)
}

/// An archive of both lists, built.
pub(crate) fn two_lists() -> Place {
    let place = Place::new();
    place.import("first", &write_first(&place));
    place.import("second", &write_second(&place));
    place.build();
    place
}

/// Entry of the first list that is the same person as the `n`-th entry of the second, both from 1.
pub(crate) fn twin_of(n: usize) -> String {
    format!("first.1.{}", n + 20)
}
