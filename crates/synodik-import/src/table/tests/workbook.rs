//! Workbooks, made here part by part.

use super::{BASIC, Row, read_in_chunks, rows, shown};
use crate::table::workbook;
use std::io::Write;

/// Packs the parts of a workbook with one sheet.
fn packed(sheet: &str) -> Vec<u8> {
    let relations = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let styles = format!(
        "<styleSheet {main}><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let workbook = format!(
        "<workbook {main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"Список\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let sheet = format!("<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>");
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, text) in [
        ("_rels/.rels", relations("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        writer.start_file(path, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn text_cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn a_workbook_is_read_row_by_row() {
    let header: String = ["A1", "B1", "C1"]
        .iter()
        .zip(["a", "b", "c"])
        .map(|(at, text)| text_cell(at, text))
        .collect();
    let sheet = format!(
        "<row r=\"1\">{header}</row>\
         <row r=\"2\">{}<c r=\"B2\"><v>1937</v></c><c r=\"C2\" s=\"1\"><v>13920</v></c></row>\
         <row r=\"5\">{}</row>\
         <row r=\"6\">{}</row>",
        text_cell("A2", "Фомин"),
        text_cell("C5", "Ильич"),
        text_cell("D6", "x"),
    );
    let bytes = packed(&sheet);
    let read = rows(BASIC, &bytes);
    let too_wide = "! 4 cells where the table has 3 columns";
    assert_eq!(shown(&read), ["Фомин|1937|09.02.1938", "||Ильич", too_wide]);
    let Row::Record(record) = &read[1] else { panic!("a record") };
    assert_eq!((record.place.line, record.place.entry_number), (5, 2));
    assert_eq!(record.verbatim, "\t\tИльич");

    let error =
        |mapping: &str, bytes: &[u8]| read_in_chunks(mapping, bytes, 64).unwrap_err().to_string();
    let other = error(&format!("sheet = \"Лист1\"\n{BASIC}"), &bytes);
    assert!(other.contains("no sheet `Лист1`; its sheets are `Список`"), "{other}");
    let cut = error(BASIC, &bytes[..bytes.len() / 2]);
    assert!(cut.contains("the archive is broken"), "{cut}");
    let empty = error(BASIC, &packed(""));
    assert!(empty.contains("sheet `Список` is empty"), "{empty}");
    let old = error(BASIC, &[0xD0, 0xCF, 0x11, 0xE0, 0, 0]);
    assert!(old.contains("save it as `.xlsx` or CSV"), "{old}");
    let unmapped = error("[fields]\nsurname = \"a\"", &bytes);
    assert!(unmapped.contains("`b` (2), `c` (3)"), "{unmapped}");
}

#[test]
fn a_workbook_that_grows_beyond_measure_is_refused() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(&[b' '; 100_000]).unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    assert!(workbook::check_archive(&bytes, 100_000).is_ok());
    let error = workbook::check_archive(&bytes, 99_999).unwrap_err().to_string();
    assert!(error.contains("when unpacked; save the sheet as CSV"), "{error}");
}
