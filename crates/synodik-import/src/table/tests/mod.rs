//! Tables of invented people, from bytes to records.

mod mapping;
mod properties;
mod workbook;

use super::Mapping;
use crate::{Format, ImportError, plan_file, read_chunk, split_chunks};
use encoding_rs::{Encoding, IBM866, KOI8_R, WINDOWS_1251};
use synodik_model::{Event, Field, Record, Reject};

const BASIC: &str = "[fields]\nsurname = \"a\"\ngiven = \"b\"\npatronymic = \"c\"\n";

/// What was read of one row, for comparing.
#[derive(Debug, Clone, PartialEq)]
enum Row {
    Record(Box<Record<'static>>),
    Reject(Reject),
}

fn owned(record: &Record<'_>) -> Record<'static> {
    let mut copy = Record::empty(record.place, record.verbatim.clone().into_owned().into());
    for (field, value) in record.fields() {
        copy.set(field, value.to_owned());
    }
    copy.has_invalid_bytes = record.has_invalid_bytes;
    copy.birth = record.birth.clone();
    copy.issues = record.issues.clone();
    copy.events = record.events.iter().map(dated).collect();
    copy
}

/// Keeps of an event what the tests look at.
fn dated(event: &Event<'_>) -> Event<'static> {
    let text = |text: &Option<std::borrow::Cow<'_, str>>| {
        text.clone().map(|text| text.into_owned().into())
    };
    Event { date: event.date.clone(), place: text(&event.place), ..Event::of(event.kind) }
}

fn read_in_chunks(
    mapping: &str,
    bytes: &[u8],
    chunk_bytes: usize,
) -> Result<Vec<Row>, ImportError> {
    let format = Format::Table(Box::new(Mapping::parse(mapping).expect("a mapping")));
    let plan = plan_file(&format, None, bytes, true)?;
    let mut rows = Vec::new();
    for chunk in split_chunks(bytes, 1, &plan, chunk_bytes) {
        let chunk = chunk.expect("memory does not fail");
        read_chunk(&format, &plan, &chunk, &mut |entry| {
            rows.push(match entry {
                Ok(record) => Row::Record(Box::new(owned(&record))),
                Err(reject) => Row::Reject(reject),
            });
        })?;
    }
    Ok(rows)
}

fn rows(mapping: &str, bytes: &[u8]) -> Vec<Row> {
    read_in_chunks(mapping, bytes, 1 << 20).expect("the file fits the mapping")
}

/// Writes rows as `surname|given|patronymic`, rejects as `! reason`.
fn shown(rows: &[Row]) -> Vec<String> {
    let cell = |record: &Record<'_>, field| record.get(field).unwrap_or_default().to_owned();
    let show = |row: &Row| match row {
        Row::Record(record) => [Field::Surname, Field::Given, Field::Patronymic]
            .map(|field| cell(record, field))
            .join("|"),
        Row::Reject(reject) => format!("! {}", reject.issue.reason),
    };
    rows.iter().map(show).collect()
}

fn check(mapping: &str, text: &str, expected: &[&str]) {
    assert_eq!(shown(&rows(mapping, text.as_bytes())), expected, "{text:?}");
}

fn check_error(mapping: &str, text: &str, expected: &str) {
    let error = read_in_chunks(mapping, text.as_bytes(), 64).expect_err("an error");
    assert!(error.to_string().contains(expected), "`{error}` lacks `{expected}`");
}

#[test]
fn quoting_follows_rfc_4180() {
    check(BASIC, "a,b,c\nФомин,Пётр,Ильич", &["Фомин|Пётр|Ильич"]);
    check(BASIC, "a,b,c\r\nФомин,Пётр,Ильич\r\n", &["Фомин|Пётр|Ильич"]);
    check(BASIC, "a,b,c\n1,\"\",\"\"\n2,3,4\n", &["1||", "2|3|4"]);
    check(BASIC, "a,b,c\n\"г. Вятка, слобода\",x,y\n", &["г. Вятка, слобода|x|y"]);
    check(BASIC, "a,b,c\n1,\"он же \"\"Лис\"\"\",2\n", &["1|он же \"Лис\"|2"]);
    check(BASIC, "a,b,c\n\"раз\r\nдва\",5,6\r\n7,8,9\r\n", &["раз\r\nдва|5|6", "7|8|9"]);
    check(BASIC, "a,b,c\n\n1,2,3\n\n", &["1|2|3"]);
    // A mark inside a cell that does not start with one is a letter.
    check(BASIC, "a,b,c\nк-з \"Карас\",5\",x\n1,2,3\n", &["к-з \"Карас\"|5\"|x", "1|2|3"]);
    check(BASIC, "a,b,c\n\"1\"2,\"3\" ,4\n", &["12|3|4"]);
    check(
        "quote = \"'\"\n[fields]\nsurname = \"a\"\ngiven = \"b\"",
        "a;b\n'x;\"y';z\n",
        &["x;\"y|z|"],
    );
    let unquoted = format!("quote = \"\"\n{BASIC}");
    check(&unquoted, "a\tb\tc\n\"Лис\tx\ty\n1\t2\t\"3\"\n", &["\"Лис|x|y", "1|2|\"3\""]);
}

#[test]
fn an_open_quote_costs_one_line_and_not_the_file() {
    let reason = "! the quotation mark that opens cell 2 is not closed within 100 lines or 1 MiB; \
                  reading goes on at the next line";
    check(BASIC, "a,b,c\n1,\"2,3\n4,5,6\n7,8,9", &[reason, "4|5|6", "7|8|9"]);
    let long = format!("a,b,c\n1,\"2,3\n{}", "4,5,6\n".repeat(500));
    for chunk_bytes in [1, 64, 1 << 20] {
        let rows = read_in_chunks(BASIC, long.as_bytes(), chunk_bytes).unwrap();
        assert_eq!((rows.len(), shown(&rows)[0].as_str()), (501, reason));
        let Row::Record(last) = &rows[500] else { panic!("the last row is a record") };
        assert_eq!((last.place.line, last.place.entry_number), (502, 501));
    }
}

#[test]
fn rows_of_another_width_are_rejects_unless_the_mapping_says_otherwise() {
    let text = "a,b,c\n1,2\n1,2,3,\n1,2,3,4\n,,\n1,2,3\n";
    let (two, four) =
        ("! 2 cells where the table has 3 columns", "! 4 cells where the table has 3 columns");
    let empty = "! no cell of the row has a value";
    check(BASIC, text, &[two, four, four, empty, "1|2|3"]);
    let ragged = format!("ragged = true\n{BASIC}");
    check(&ragged, text, &["1|2|", "1|2|3", four, empty, "1|2|3"]);
}

#[test]
fn the_columns_of_the_file_must_be_those_of_the_mapping() {
    check_error(BASIC, "a,b\n1,2\n", "no column `c` in the header; the file has a, b");
    check_error(BASIC, "a,b,c,d,\n", "nothing about the columns `d` (4), `5` (5)");
    check_error(BASIC, "a,b,c,b\n", "`b` at positions 2 and 4");
    check_error(BASIC, "a,\"b,c\n1,2,3\n", "opens cell 2 of line 1 is not closed");
    let headless =
        "header = false\ncolumns = [\"a\", \"b\"]\n[fields]\nsurname = \"a\"\ngiven = \"b\"";
    check_error(headless, "1,2,3\n", "the first row has 3 cells, and `columns` names 2");
    check(headless, "1,2\n3,4\n", &["1|2|", "3|4|"]);
    check("header = false\nignore = [\"2\"]\n[fields]\nsurname = \"1\"", "1;2\n", &["1||"]);
    check_error(BASIC, "\u{d0}", "the file has");
}

#[test]
fn every_encoding_gives_the_same_text() {
    let text = "a;b;c\nФомин;Пётр;Ильич\n";
    let coded = |encoding: &'static Encoding| encoding.encode(text).0.into_owned();
    let utf16 = |mark: bool, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    let declared = |label: &str| format!("encoding = \"{label}\"\n{BASIC}");
    for (mapping, bytes) in [
        (BASIC.to_owned(), text.as_bytes().to_vec()),
        (BASIC.to_owned(), ["\u{feff}", text].concat().into_bytes()),
        (BASIC.to_owned(), utf16(true, u16::to_le_bytes)),
        (BASIC.to_owned(), utf16(true, u16::to_be_bytes)),
        (BASIC.to_owned(), utf16(false, u16::to_le_bytes)),
        (BASIC.to_owned(), utf16(false, u16::to_be_bytes)),
        (declared("cp1251"), coded(WINDOWS_1251)),
        (declared("koi8-r"), coded(KOI8_R)),
        (declared("cp866"), coded(IBM866)),
        // A mark is stronger than a declaration.
        (declared("cp866"), utf16(true, u16::to_le_bytes)),
    ] {
        for chunk_bytes in [1, 1 << 20] {
            let rows = read_in_chunks(&mapping, &bytes, chunk_bytes).unwrap();
            assert_eq!(shown(&rows), ["Фомин|Пётр|Ильич"], "{bytes:?}");
            let Row::Record(record) = &rows[0] else { panic!("a record") };
            let place = record.place;
            assert_eq!(place.byte_offset + place.byte_length, bytes.len() as u64);
            assert_eq!((place.line, record.verbatim.as_ref()), (2, "Фомин;Пётр;Ильич"));
        }
    }
}

#[test]
fn invalid_bytes_lose_no_row() {
    let mut bytes = "a,b,c\nФомин,".to_owned().into_bytes();
    bytes.extend(b"\xff\xfe,x\n1,2,3\n");
    let rows = rows(&format!("encoding = \"utf-8\"\n{BASIC}"), &bytes);
    assert_eq!(shown(&rows), ["Фомин|\u{fffd}\u{fffd}|x", "1|2|3"]);
    let flags =
        rows.iter().map(|row| matches!(row, Row::Record(record) if record.has_invalid_bytes));
    assert_eq!(flags.collect::<Vec<_>>(), [true, false]);
}
