//! Invented events against the provisions they have to be set beside.

use super::*;
use std::borrow::Cow;
use synodik_model::{DateSpan, DateStatement, EntryPlace, Event, EventKind, Field};

const CASES: &str = include_str!("../../tests/cases/annotate.tsv");

/// Fills a record with one event from a row of the case table.
fn record_of(cells: &[&'static str]) -> Record<'static> {
    let place =
        EntryPlace { file_number: 1, entry_number: 1, line: 1, byte_offset: 0, byte_length: 0 };
    let mut record = Record::empty(place, "".into());
    let part = |column: usize| Some(cells[column].into()).filter(|_| !cells[column].is_empty());
    let kind = EventKind::from_name(cells[0]).expect("a kind of event");
    let date = (!cells[1].is_empty())
        .then(|| DateStatement::plain(crate::parse_edtf(cells[1]).expect("a date")));
    record.events.push(Event {
        date,
        body: part(2),
        article: part(3),
        measure: part(4),
        place: part(5),
        ..Event::of(kind)
    });
    record.set(Field::Nationality, cells[6]);
    record.set(Field::SocialOrigin, cells[7]);
    record.set(Field::Sex, cells[8]);
    if let [text, family, ..] = cells[9..] {
        record.events[0].text = Some(text.into()).filter(|text: &Cow<'_, str>| !text.is_empty());
        record.set(Field::Family, family);
    }
    record
}

/// Writes annotations as the case table does: `+` named, `~` consistent, `!` differs.
fn written(annotations: &[Annotation<'_>]) -> String {
    let sign = |status| match status {
        AnnotationStatus::NamedInRecord => '+',
        AnnotationStatus::ConsistentWith => '~',
        AnnotationStatus::RecordDiffers => '!',
    };
    let written = annotations.iter().map(|annotation| {
        format!("{}{}", sign(annotation.status), annotation.provision.provision_id)
    });
    written.collect::<Vec<_>>().join(" ")
}

fn annotations_of(record: &Record<'_>) -> Vec<Annotation<'static>> {
    annotate_event(annotation_rules(), &EventFacts::of(record, &record.events[0]))
}

#[test]
fn events_stand_beside_the_right_provisions() {
    let rows = CASES.lines().filter(|line| !line.starts_with('#')).skip(1);
    let mut wrong = Vec::new();
    for row in rows {
        let cells: Vec<&str> = row.split('\t').collect();
        let given = written(&annotations_of(&record_of(&cells)));
        if given != cells[11] {
            wrong.push(format!("{}: expected `{}`, given `{given}`", cells[12], cells[11]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn differences_name_both_values() {
    let cells = ["sentence", "1938-02-01", "ОСО", "как ЧСИР", "к 3 годам ИТЛ", "", "", "", "ж"];
    let annotations = annotations_of(&record_of(&cells));
    let wives = annotations
        .iter()
        .find(|annotation| annotation.provision.provision_id == "p486-wife")
        .expect("the provision on wives");
    assert_eq!(wives.differences, [Difference::TermShorter { years: 3.0, min_years: 5 }]);
    let words = wives.differences[0].in_words();
    assert_eq!(words.en, "a term of 3 years, where the instrument has 5 or more");
    assert!(words.ru.contains('3') && words.ru.contains('5'));
}

#[test]
fn what_the_record_leaves_open_is_told() {
    let exile = ["exile", "1931", "", "", "спецпоселение", "Нарым", "", "", "м"];
    let wife = ["sentence", "1938-02-01", "", "как ЧСИР", "к 8 годам ИТЛ", "", "", "", "ж"];
    let undated = ["sentence", "", "ОСО", "как ЧСИР", "к 8 годам ИТЛ", "", "", "", "ж"];
    let year = ["sentence", "1937", "ОСО", "как ЧСИР", "к 8 годам ИТЛ", "", "", "", "ж"];
    for (cells, remark) in [
        (exile, Remark::CategoryNotStated),
        (wife, Remark::BodyNotStated),
        (undated, Remark::NoDate),
        (year, Remark::DatePartlyWithin),
    ] {
        assert_eq!(annotations_of(&record_of(&cells))[0].remarks, [remark], "{cells:?}");
    }
    let stated = ["exile", "1931", "", "", "2-я категория, спецпоселение", "", "", "", "м"];
    assert!(annotations_of(&record_of(&stated)).iter().all(|known| known.remarks.is_empty()));
}

#[test]
fn the_term_is_within_or_outside_that_of_the_provision() {
    for (measure, standing) in [
        ("к 8 годам ИТЛ", Some("within")),
        ("к 5 годам ИТЛ", Some("within")),
        ("к 3 годам ИТЛ", Some("shorter")),
        ("к 10 годам ИТЛ", Some("longer")),
        ("ИТЛ", None),
    ] {
        let cells = ["sentence", "1938-02-01", "ОСО", "как ЧСИР", measure, "", "", "", "ж"];
        assert_eq!(annotations_of(&record_of(&cells))[0].term_standing(), standing, "{measure}");
    }
}

#[test]
fn a_sentence_after_the_rule_was_lifted_says_so() {
    let cells = ["sentence", "1940-02-01", "ОСО", "как ЧСИР", "к 8 годам ИТЛ", "", "", "", "ж"];
    let annotations = annotations_of(&record_of(&cells));
    assert_eq!(annotations[0].instrument.instrument_id, "nkvd-00689");
    let lifted = annotations.last().expect("an annotation");
    let after = Difference::AfterEnd {
        date: "1940-02-01".to_owned(),
        end: DateSpan::day(1938, 10, 17).expect("a day"),
        by: Some("nkvd-00689"),
    };
    assert_eq!(lifted.differences, [after]);
    assert!(
        lifted.differences[0].in_words().en.contains("after the rule was lifted on 1938-10-17")
    );
}

#[test]
fn an_event_without_words_or_outside_every_instrument_has_none() {
    for cells in [
        ["sentence", "", "", "", "", "", "", "", ""],
        ["sentence", "1905-01-01", "тройка", "", "ВМН", "", "", "", ""],
        ["birth", "", "", "", "", "", "", "", ""],
    ] {
        let mut cells = cells;
        if cells[0] == "birth" {
            cells[0] = "burial";
        }
        assert_eq!(written(&annotations_of(&record_of(&cells))), "");
    }
}
