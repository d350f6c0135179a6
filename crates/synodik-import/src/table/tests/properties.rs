//! What holds for any input.

use super::{BASIC, Row, read_in_chunks};
use crate::table::Mapping;
use proptest::prelude::*;
use synodik_model::Field;

/// Cells as the csv crate, which knows only whole files, splits them.
fn cells_of_csv_crate(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).terminator(csv::Terminator::Any(b'\n'));
    let mut rows = Vec::new();
    for row in reader.from_reader(text.as_bytes()).records() {
        rows.push(row.expect("valid UTF-8").iter().map(str::to_owned).collect());
    }
    rows
}

/// Rows and rejects must account for every line that is not empty.
const LETTERS: &str = "[ab,;\t\"\r\nжё]{0,60}";

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(
        bytes in proptest::collection::vec(any::<u8>(), 1..400),
        chunk_bytes in 1_usize..64,
        is_workbook: bool,
    ) {
        let bytes = if is_workbook { [b"PK\x03\x04", bytes.as_slice()].concat() } else { bytes };
        let mapping = "header = false\nragged = true\n[fields]\nsurname = \"1\"";
        let _ = read_in_chunks(mapping, &bytes, chunk_bytes);
        let _ = read_in_chunks(BASIC, &bytes, chunk_bytes);
    }

    #[test]
    fn a_mapping_of_any_text_never_panics(text in "[a-z\\[\\]{}=\"'\n .(?<>)|*]{0,80}") {
        let _ = Mapping::parse(&text);
    }

    #[test]
    fn the_size_of_chunks_changes_nothing(
        text in LETTERS,
        unit in 0_usize..3,
    ) {
        let mapping = "header = false\nignore = [\"2\", \"3\", \"4\"]\nragged = true\n\
                       columns = [\"1\", \"2\", \"3\", \"4\"]\ndelimiter = \",\"\n[fields]\nsurname = \"1\"";
        let bytes: Vec<u8> = match unit {
            0 => text.clone().into_bytes(),
            1 => "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
            _ => "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        };
        prop_assume!(!bytes.is_empty());
        let Ok(whole) = read_in_chunks(mapping, &bytes, 1 << 20) else { return Ok(()) };
        for chunk_bytes in [1, 7, 64] {
            let parts = read_in_chunks(mapping, &bytes, chunk_bytes).expect("as whole");
            prop_assert_eq!(&parts, &whole);
        }
        let n_bytes: u64 = whole
            .iter()
            .map(|row| match row {
                Row::Record(record) => record.place.byte_length,
                Row::Reject(reject) => reject.place.byte_length,
            })
            .sum();
        prop_assert!(n_bytes <= bytes.len() as u64);
    }

    #[test]
    fn cells_are_those_of_the_csv_crate(rows in proptest::collection::vec(
        proptest::collection::vec("[ab,\"\nж]{0,6}", 3..4), 1..6,
    )) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(",");
        let text = format!("a,b,c\n{}\n", rows.iter().map(line).collect::<Vec<_>>().join("\n"));
        let expected: Vec<Vec<String>> = cells_of_csv_crate(&text).split_off(1);
        let read = read_in_chunks(BASIC, text.as_bytes(), 7).expect("a table");
        prop_assert_eq!(read.len(), expected.len());
        for (row, cells) in read.iter().zip(expected) {
            let trimmed: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
            match row {
                Row::Record(record) => {
                    let fields = [Field::Surname, Field::Given, Field::Patronymic];
                    prop_assert_eq!(fields.map(|field| record.get(field).unwrap_or("")).to_vec(), trimmed);
                }
                Row::Reject(_) => prop_assert!(trimmed.iter().all(|cell| cell.is_empty())),
            }
        }
    }

    #[test]
    fn every_unquoted_line_is_a_record_or_a_reject(text in "[ab,;\t\"\nж]{1,80}") {
        let mapping = "quote = \"\"\nheader = false\ncolumns = [\"1\"]\nragged = true\n\
                       encoding = \"utf-8\"\n[fields]\nsurname = \"1\"";
        let n_lines = text.split('\n').filter(|line| !line.is_empty()).count();
        prop_assert_eq!(read_in_chunks(mapping, text.as_bytes(), 5).expect("a table").len(), n_lines);
    }
}
