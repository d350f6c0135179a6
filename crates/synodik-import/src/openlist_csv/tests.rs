//! Invented rows in the form of the table.

use crate::read_for_tests::{check, check_family, read_file};
use crate::{Format, ImportError, plan_file};
use proptest::prelude::{any, prop, proptest};
use synodik_model::Field::{
    ArrestDate, Birth, ExecutionDate, Family, Given, Name, Note, Residence, StatedSource, Surname,
};

const HEADER: &str = "fullname_y,bplace,sex,nationality,party,reab_date,rasstrel_date,arest_date,pmj,obvin,osujd_date,osujd_org,prigovor,source,extra,bdate,relatives\n";

#[test]
fn cells_become_what_they_hold() {
    let row = format!(
        "{HEADER}Небылов Тит Саввич (1890),дер. Ивушка,мужчина,,,,9 мая 1938\u{a0}г.,9 мая 1938\u{a0}г.,2 мая 1938\u{a0}г.,,,,ВМН,Книга,,1890,\" Жена: Небылова Дарья (1893); Дети: Небылов Пров (1931)Источники данных: Книга, \"\n"
    );
    let entry = check(
        &Format::OpenlistCsv,
        &row,
        &[
            (Name, "Небылов Тит Саввич"),
            (Surname, "Небылов"),
            (Given, "Тит"),
            (Birth, "1890"),
            (ExecutionDate, "9 мая 1938\u{a0}г."),
            (ArrestDate, "2 мая 1938\u{a0}г."),
            (Residence, ""),
            (Note, ""),
            (Family, "Жена: Небылова Дарья (1893); Дети: Небылов Пров (1931)"),
            (StatedSource, "Книга; Источники данных: Книга"),
        ],
    );
    assert_eq!(entry.birth, "1890");
}

#[test]
fn the_year_beside_the_name_stands_in() {
    for (name, birth, stated, read) in [
        ("Небылов Тит (1890)", "", "1890", "1890"),
        ("Небылов Тит (1890)", "9 аста 1890", "9 аста 1890", "1890"),
        ("Небылов Тит", "", "", ""),
        ("Небылов (Тихов) Тит", "1891", "1891", "1891"),
    ] {
        let row = format!("{HEADER}{name},,,,,,,,,,,,,,Жена: Дарья,{birth},\n");
        let expected = [(Birth, stated), (Family, "Жена: Дарья")];
        assert_eq!(check(&Format::OpenlistCsv, &row, &expected).birth, read, "{name} {birth}");
    }
}

#[test]
fn rows_that_cannot_be_read_are_rejects() {
    let rows = format!(
        "{HEADER}=Биография,,,,,,,,,,,,,,,,\nодна ячейка\n\"не закрыто,,,,\nНебылов Тит,,,,,,,,,,,,,,,,\n"
    );
    let entries = read_file(&Format::OpenlistCsv, rows.as_bytes());
    let is_record: Vec<bool> = entries.iter().map(|entry| entry.fields.is_ok()).collect();
    assert_eq!(is_record, [false, false, false, true]);
}

#[test]
fn another_header_is_refused() {
    for (header, expected) in [
        ("name,year\n", "no column `fullname_y`"),
        ("fullname_y,year\n", "unknown column `year`"),
        ("fullname_y,bplace\n", "no column `sex`"),
    ] {
        let refused = plan_file(&Format::OpenlistCsv, None, header.as_bytes(), true);
        let message = refused.map_err(|error: ImportError| error.to_string()).expect_err(header);
        assert!(message.contains(expected), "{message}");
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut file = HEADER.as_bytes().to_vec();
        file.extend(bytes);
        check_family(&read_file(&Format::OpenlistCsv, &file));
    }
}
