//! A made population of brothers in overlapping lists, with known errors. All are invented.

use std::collections::BTreeMap;
use synodik_link::{Spec, Table, TableBuilder};

/// Probability that the year of birth is one off in a record.
pub(crate) const P_YEAR_OFF: f64 = 0.1;
/// Probability that one letter of the surname is wrong in a record.
pub(crate) const P_SURNAME_SLIP: f64 = 0.06;
/// Probability that the place of birth, the sentence or the arrest is not stated.
const P_MISSING: f64 = 0.15;

/// The records and what they were made from, by id.
pub(crate) struct People {
    pub(crate) rows: Vec<Vec<String>>,
    pub(crate) truth: BTreeMap<String, String>,
    pub(crate) families: BTreeMap<String, String>,
    pub(crate) lists: BTreeMap<String, String>,
}

const COLUMNS: [&str; 9] =
    ["id", "surname", "given", "patronymic", "birth_year", "sex", "birth_place", "arrest", "list"];

pub(crate) fn spec() -> Spec {
    Spec::from_toml(
        "id = 'id'
         field = [
           { column = 'surname', role = 'surname' },
           { column = 'given', role = 'given' },
           { column = 'patronymic', role = 'patronymic' },
           { column = 'birth_year', role = 'birth' },
           { column = 'sex', role = 'sex' },
           { column = 'birth_place', role = 'place' },
           { column = 'arrest', role = 'date' },
         ]",
    )
    .expect("the spec is right")
}

pub(crate) fn table(rows: &[Vec<String>]) -> Table {
    let mut builder = TableBuilder::new("made", COLUMNS);
    for row in rows {
        builder.push_row(row.iter().map(String::as_str));
    }
    builder.finish()
}

const ROOTS: [&str; 20] = [
    "Барсук",
    "Вихр",
    "Гребн",
    "Дубр",
    "Жердев",
    "Зубар",
    "Камыш",
    "Лопух",
    "Мохнач",
    "Норк",
    "Ольх",
    "Песк",
    "Рябин",
    "Сорок",
    "Тополь",
    "Уток",
    "Филин",
    "Хорьк",
    "Цапл",
    "Шишк",
];
const SUFFIXES: [&str; 8] = ["ов", "ин", "евский", "енко", "ук", "ников", "ович", "аев"];
const GIVEN: [&str; 16] = [
    "Иван",
    "Пётр",
    "Степан",
    "Фёдор",
    "Лука",
    "Захар",
    "Тихон",
    "Назар",
    "Роман",
    "Емельян",
    "Прохор",
    "Савва",
    "Кузьма",
    "Игнат",
    "Макар",
    "Демьян",
];
const FATHERS: [&str; 12] = [
    "Иванович",
    "Петрович",
    "Степанович",
    "Фёдорович",
    "Лукич",
    "Захарович",
    "Тихонович",
    "Назарович",
    "Романович",
    "Прохорович",
    "Игнатович",
    "Макарович",
];

struct Dice {
    state: u64,
}

impl Dice {
    fn next(&mut self, bound: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.state >> 33) as usize) % bound
    }

    fn is_met(&mut self, p: f64) -> bool {
        self.next(1_000_000) < (p * 1e6) as usize
    }
}

pub(crate) fn people(n_persons: usize, seed: u64) -> People {
    let mut dice = Dice { state: seed };
    let mut made = People {
        rows: Vec::new(),
        truth: BTreeMap::new(),
        families: BTreeMap::new(),
        lists: BTreeMap::new(),
    };
    let mut n_families = 0;
    let mut n_made = 0;
    while n_made < n_persons {
        n_families += 1;
        let surname = format!("{}{}", ROOTS[dice.next(20)], SUFFIXES[dice.next(8)]);
        let father = FATHERS[dice.next(12)];
        let village = format!("{}{}", ROOTS[dice.next(20)], ["ово", "ка", "ичи"][dice.next(3)]);
        let first_given = dice.next(16);
        let first_year = 1870 + dice.next(35);
        for brother in 0..1 + dice.next(3) {
            n_made += 1;
            let given = GIVEN[(first_given + brother * 3) % 16];
            let year = first_year + brother * 3;
            let day = (1 + dice.next(28), 1 + dice.next(12), 1930 + dice.next(9));
            for list in ["book", "trial", "camp"] {
                if !dice.is_met(0.6) {
                    continue;
                }
                let id = format!("r{:05}", made.rows.len());
                let year = match dice.is_met(P_YEAR_OFF) {
                    true => year + 1,
                    false => year,
                };
                let mut letters: Vec<char> = surname.chars().collect();
                if dice.is_met(P_SURNAME_SLIP) {
                    let place = 1 + dice.next(letters.len() - 2);
                    letters[place] = 'щ';
                }
                let place =
                    if dice.is_met(P_MISSING) { String::new() } else { format!("с. {village}") };
                let arrest = match dice.is_met(P_MISSING) {
                    true => String::new(),
                    false => format!("{}.{}.{}", day.0, day.1, day.2),
                };
                made.truth.insert(id.clone(), format!("p{n_made}"));
                made.families.insert(id.clone(), format!("f{n_families}"));
                made.lists.insert(id.clone(), list.to_owned());
                made.rows.push(vec![
                    id,
                    letters.into_iter().collect(),
                    given.to_owned(),
                    father.to_owned(),
                    year.to_string(),
                    "м".to_owned(),
                    place,
                    arrest,
                    list.to_owned(),
                ]);
            }
        }
    }
    made
}
