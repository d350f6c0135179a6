//! What mappings mean, and what is said when they cannot be meant.

use super::{Row, rows, shown};
use crate::table::Mapping;
use crate::{Format, plan_file, read_chunk, split_chunks};
use encoding_rs::WINDOWS_1251;
use synodik_model::{EventKind, Field};

/// Every kind of rule.
const RULES: &str = r#"
empty_values = ["None", "-"]
ignore = ["x"]
reviewed_public = ["family"]
[source]
title = "Список"
[fields]
name = "n"
sex = { constant = "ж" }
arrest_date = { columns = ["d", "m", "y"], join = "." }
residence = { columns = ["m", "x2"], join = ", " }
birth = { column = "b", pattern = '(?<value>\d{4})' }
name_variants = { column = "v", separator = ";" }
[[event]]
column = "e"
separator = " // "
pattern = '(?<kind>[a-z]+) (?<date>[^@]*)(?:@(?<place>.*))?'
"#;

#[test]
fn rules_say_where_a_field_comes_from() {
    let parsed = Mapping::parse(RULES).unwrap();
    assert_eq!(parsed.source().title.as_deref(), Some("Список"));
    assert_eq!(parsed.reviewed_public(), [Field::Family]);
    let text = "n\td\tm\ty\tb\tv\te\tx\tx2\n\
        Фомина Анна Ильинична\t\t05\t1938\tок. 1901 г.\tНюра; Аня ;-\trelease 5.6.1940@Кемь // exile вчера\t?\t-\n\
        None\t-\tNone\t\tнет\t\t-\t?\tМезень\n";
    let format = Format::Table(Box::new(parsed));
    let plan = plan_file(&format, None, text.as_bytes(), true).unwrap();
    let chunk = split_chunks(text.as_bytes(), 1, &plan, 1 << 20).next().unwrap().unwrap();
    let mut lines = Vec::new();
    read_chunk(&format, &plan, &chunk, &mut |entry| {
        let record = entry.expect("a record");
        lines.extend(record.fields().map(|(field, value)| format!("{}={value}", field.name())));
        lines.extend(record.birth.iter().map(|birth| format!("born {}", birth.to_edtf())));
        lines.extend(record.events.iter().map(|event| {
            let date = event.date.as_ref().map(|date| date.to_edtf()).unwrap_or_default();
            format!("{} {date} {}", event.kind.name(), event.place.as_deref().unwrap_or_default())
        }));
        lines.extend(
            record.issues.iter().map(|issue| format!("? {}: {}", issue.field, issue.value)),
        );
    })
    .unwrap();
    let expected = [
        "name=Фомина Анна Ильинична",
        "surname=Фомина",
        "given=Анна",
        "patronymic=Ильинична",
        "name_variants=Нюра; Аня",
        "sex=ж",
        "birth=1901",
        "residence=05",
        "arrest_date=_.05.1938",
        "born 1901",
        "arrest 1938-05 ",
        "release 1940-06-05 Кемь",
        "exile  ",
        "? e: вчера",
        "sex=ж",
        "birth=нет",
        "residence=Мезень",
        "? birth: нет",
    ];
    assert_eq!(lines, expected);
}

/// A mapping, and what the error says.
const MAPPING_ERRORS: &[(&str, &str)] = &[
    ("", "it maps no column"),
    (
        "[fields]\nsurnam = \"a\"",
        "line 2 of the mapping, `surnam = \"a\"`: unknown field `surnam`; did you mean `surname`?",
    ),
    (
        "[fields]\nphone = \"a\"",
        "line 2 of the mapping, `phone = \"a\"`: unknown field `phone`; the fields",
    ),
    (
        "titel = \"x\"\n[fields]",
        "line 1 of the mapping, `titel = \"x\"`: unknown field `titel`, expected one of `title`",
    ),
    ("[fields]\nsex = 5", "expected the name of a column, or a rule such as"),
    ("[fields]\nsex = { colum = \"a\" }", "unknown field `colum`"),
    ("[fields]\nsex = { column = \"a\", constant = \"b\" }", "expected only one of"),
    ("[fields]\nsex = {}", "the rule says nothing"),
    ("[fields]\nsex = { columns = [] }", "`columns` is empty"),
    ("[fields]\nsex = { column = \"a\", join = \".\" }", "`join` goes with `columns`"),
    ("[fields]\nsex = { columns = [\"a\"], pattern = 'x' }", "go with `column`"),
    ("[fields]\nsex = { column = \"a\", optional = true }", "`optional` goes with `pattern`"),
    ("[fields]\n\nsex = { column = \"a\", pattern = '(' }", "line 3 of the mapping"),
    ("[fields]\nsex = { column = \"a\", pattern = '(?<valu>x)' }", "unknown group `valu`"),
    ("[fields]\nsex = { column = \"a\", pattern = '(?<date>x)' }", "the one of a field is `value`"),
    ("[fields]\nsex = { column = \"a\", pattern = '\\w{9999}' }", "the pattern cannot be read"),
    ("[[event]]\nkind = \"relase\"\ncolumn = \"a\"", "did you mean `release`?"),
    ("[[event]]\ncolumn = \"a\"", "an event needs its kind once"),
    ("[[event]]\nkind = \"exile\"\ncolumn = \"a\"\npattern = '(?<value>x)'", "belongs to a field"),
    ("delimiter = \"ab\"", "`ab` cannot stand between cells"),
    ("quote = \"ж\"", "cannot be a quotation mark"),
    ("delimiter = \";\"\nquote = \";\"\n[fields]\nsex = \"a\"", "are the same"),
    ("encoding = \"cp1252a\"", "unknown encoding `cp1252a`"),
    ("columns = [\"a\"]\n[fields]\nsex = \"a\"", "add `header = false`"),
    ("header = false\ncolumns = [\"a\", \"a\"]\n[fields]\nsex = \"a\"", "has `a` twice"),
    ("ignore = [\"a\"]\n[fields]\nsex = \"a\"", "both mapped and in `ignore`"),
    ("private = [\"a\"]\n[fields]\nsex = \"a\"", "both mapped and in `private`"),
    ("private = [\"a\"]\nignore = [\"a\"]\n[fields]\nsex = \"b\"", "in `ignore` and in `private`"),
    ("[fields]\nprivate = \"a\"", "`private` is no field to map"),
    ("reviewed_public = [\"famly\"]", "did you mean `family`?"),
    ("[fields\n", "line 1 of the mapping, `[fields`"),
];

#[test]
fn mapping_errors_say_what_where_and_what_to_do() {
    for (mapping, expected) in MAPPING_ERRORS {
        let error = Mapping::parse(mapping).expect_err(mapping).to_string();
        assert!(error.contains(expected), "`{error}` lacks `{expected}`");
    }
}

#[test]
fn the_mappings_of_data_and_docs_can_be_read() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let folder = std::fs::read_dir(format!("{root}/data/mappings")).unwrap();
    for path in folder.map(|entry| entry.unwrap().path()) {
        let text = std::fs::read_to_string(&path).unwrap();
        let parsed = Mapping::parse(&text);
        assert!(parsed.is_ok(), "{}: {}", path.display(), parsed.unwrap_err());
    }
    let guide = std::fs::read_to_string(format!("{root}/docs/mappings.md")).unwrap();
    for spec in Field::specs() {
        assert!(guide.contains(&format!("`{}`", spec.name)), "the guide lacks {}", spec.name);
    }
    for kind in EventKind::ALL {
        assert!(guide.contains(&format!("`{}`", kind.name())), "the guide lacks {}", kind.name());
    }
    let block = |start: &str| guide.split_once(start).unwrap().1.split_once("```").unwrap().0;
    let (table, _, _) = WINDOWS_1251.encode(block("in windows-1251:\n\n```\n"));
    let read = rows(block("```toml\n"), &table);
    assert_eq!(shown(&read), ["Фомина|Анна|Ильинична", "Жданов|Игнатий|Саввич"]);
    let Row::Record(record) = &read[0] else { panic!("a record") };
    let kinds = record.events.iter().map(|event| {
        (event.kind.name(), event.date.as_ref().map(|date| date.to_edtf()).unwrap_or_default())
    });
    let expected =
        [("arrest", "1937-11"), ("imprisonment", "1938-02-05"), ("release", "1940-06-05")];
    assert_eq!(kinds.collect::<Vec<_>>(), expected.map(|(kind, date)| (kind, date.to_owned())));
    assert_eq!(record.issues, []);
}
