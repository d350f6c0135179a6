use super::*;
use synodik_index::PublicField;

fn source() -> PublicSource {
    PublicSource {
        source_id: "list".to_owned(),
        title: "Книга, том 1".to_owned(),
        citation: None,
        holder: None,
        licence: Some("CC BY 4.0".to_owned()),
        url: Some("javascript:alert(1)".to_owned()),
        received: "2026-01-01".to_owned(),
        format: "table".to_owned(),
        files: Vec::new(),
        n_rows: 1,
        n_records: 1,
        n_rejects: 0,
        n_withheld: 0,
        n_issues: 0,
        rejects: Vec::new(),
    }
}

fn record() -> PublicRecord {
    let field = |(name, value): (&str, &str)| PublicField {
        name: name.to_owned(),
        value: value.to_owned(),
    };
    let fields = [("surname", "Небылицын"), ("given", "Фёдор"), ("sex", "М"), ("birth", "1893")];
    PublicRecord {
        record_id: "list.1.1".to_owned(),
        source_id: "list".to_owned(),
        name: "Небылицын Фёдор".to_owned(),
        fields: fields.map(field).to_vec(),
        birth_edtf: Some("1893".to_owned()),
        events: vec![PublicEvent {
            kind: "execution".to_owned(),
            date_stated: Some("5.08.1937".to_owned()),
            date_edtf: Some("1937-08-05".to_owned()),
            place: Some("Заречье".to_owned()),
            ..PublicEvent::default()
        }],
        verbatim: "Небылицын Фёдор,\n1893 г.р.".to_owned(),
        has_withheld_part: false,
        file: "list.tsv".to_owned(),
        line: 1,
        byte_offset: 0,
    }
}

fn exported(format: ExportFormat) -> String {
    let (records, sources) = ([record()], [source()]);
    let place = Place { host: "example.org", sources: &sources, archive: "Память" };
    match format {
        ExportFormat::Csv => csv(&records, &place),
        ExportFormat::Json => json_document(&records, &place),
        ExportFormat::Gedcom => gedcom::write(&records, &place),
    }
}

#[test]
fn a_table_has_one_line_a_record_and_names_its_source() {
    let table = exported(ExportFormat::Csv);
    let (head, row) = table.split_once("\r\n").expect("two lines");
    assert!(head.starts_with("record_id,name,birth,"));
    assert!(row.contains("\"execution: 1937-08-05, Заречье\",\"Книга, том 1\",CC BY 4.0"), "{row}");
}

#[test]
fn json_keeps_the_entry_and_drops_what_is_no_address() {
    let document: Value = serde_json::from_str(&exported(ExportFormat::Json)).expect("JSON");
    let first = &document["records"][0];
    assert_eq!(first["record"]["verbatim"], "Небылицын Фёдор,\n1893 г.р.");
    assert_eq!(first["address"], "example.org/record/list.1.1");
    assert_eq!(first["source"]["address"], Value::Null);
}

#[test]
fn gedcom_has_an_individual_with_its_source() {
    let file = exported(ExportFormat::Gedcom);
    for lines in [
        "0 HEAD\n1 GEDC\n2 VERS 7.0\n",
        "0 @I1@ INDI\n1 NAME Фёдор /Небылицын/\n1 SEX M\n1 BIRT\n2 DATE 1893\n3 PHRASE 1893\n",
        "1 DEAT\n2 TYPE execution\n2 DATE 5 AUG 1937\n3 PHRASE 5.08.1937\n2 PLAC Заречье\n",
        "1 NOTE Небылицын Фёдор,\n2 CONT 1893 г.р.\n",
        "1 SOUR @S1@\n2 PAGE list.1.1\n0 @S1@ SOUR\n1 TITL Книга, том 1\n",
    ] {
        assert!(file.contains(lines), "`{lines}` is missing in {file}");
    }
    assert!(file.ends_with("0 TRLR\n"));
}
