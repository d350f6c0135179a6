//! Small invented pages with the quirks of the real ones.

use crate::{Chunk, Format, ImportError, encoding_from_label, plan_file, read_chunk};
use encoding_rs::{Encoding, UTF_8, UTF_16LE, WINDOWS_1251};
use proptest::prelude::{any, prop, proptest};
use synodik_model::{EntryPlace, EventKind, Field};

/// One entry as read: its place, its verbatim text, its fields or the reason of the reject.
struct Entry {
    place: EntryPlace,
    verbatim: String,
    fields: Result<Vec<(Field, String)>, String>,
    birth: String,
    kinds: Vec<EventKind>,
    has_invalid_bytes: bool,
}

impl Entry {
    fn get(&self, field: Field) -> &str {
        let fields = self.fields.as_ref().unwrap();
        fields.iter().find(|(known, _)| *known == field).map_or("", |(_, value)| value)
    }
}

fn read_as(bytes: &[u8], encoding: &'static Encoding) -> Vec<Entry> {
    let format = Format::MoscowLists;
    let plan = plan_file(&format, Some(encoding), bytes, true).unwrap();
    read_with(&format, &plan, bytes)
}

fn read_with(format: &Format, plan: &crate::FilePlan, bytes: &[u8]) -> Vec<Entry> {
    let header_bytes = plan.header_bytes;
    let chunk = Chunk {
        file_number: 3,
        first_line: 1,
        first_entry: 1,
        byte_offset: header_bytes as u64,
        bytes: bytes[header_bytes..].to_vec(),
    };
    let mut entries = Vec::new();
    let read = read_chunk(format, plan, &chunk, &mut |outcome| {
        entries.push(match outcome {
            Ok(record) => Entry {
                place: record.place,
                verbatim: record.verbatim.to_string(),
                birth: record.birth.as_ref().map(|birth| birth.to_edtf()).unwrap_or_default(),
                kinds: record.events.iter().map(|event| event.kind).collect(),
                has_invalid_bytes: record.has_invalid_bytes,
                fields: Ok(record.fields().map(|(field, text)| (field, text.to_owned())).collect()),
            },
            Err(reject) => Entry {
                place: reject.place,
                verbatim: reject.verbatim,
                birth: String::new(),
                kinds: Vec::new(),
                has_invalid_bytes: false,
                fields: Err(reject.issue.reason),
            },
        });
    });
    read.unwrap();
    entries
}

fn read(page: &str) -> Vec<Entry> {
    read_as(page.as_bytes(), UTF_8)
}

/// Reads a page of one paragraph.
fn read_one(paragraph: &str) -> Entry {
    let mut entries = read(&format!("<p class=pers>{paragraph}</p>"));
    assert_eq!(entries.len(), 1, "{paragraph}");
    entries.remove(0)
}

fn check(paragraph: &str, expected: &[(Field, &str)]) {
    let entry = read_one(paragraph);
    for (field, value) in expected {
        assert_eq!(entry.get(*field), *value, "{} of {paragraph}", field.name());
    }
}

const PAGE: &str = "<HTML><BODY>\r
<p class=Street><a name=s1></a>Мельничная   ул.</p>\r
<Table border=1>
<tr><td rowspan=2><h4>д.3</h4><p class=right>2&nbsp;чел.</p></td><td><h5>&nbsp;кв.7</h5></td><td>\
<p class=pers><B>Рябов (Рябой) Пантелей Лукич</B>, род. 11.02.1872 (по другим данным - 1870), \
Тверская губ., Осташковский уезд, д. Заречье, русский, б/п, артель \"Колос\": мельник. Адрес: \
Мельничная ул., 3-7. Рассстрелян 5.03.1938. Место захоронения: Бутово.</p></td></tr>\
<tr><td></td><td><P CLASS='Pers x'><b>Штейн Ида Карловна</b>, род. в мае 1890, в Риге, \
латышка, член ВКП(б) с 1919, учительница. Адрес: Мельничная ул., д.3. Рассстреляна 7.04.1938. \
Место захоронения: Коммунарка.</P></td></tr>
<tr><td rowspan=1>д.5</td><td><h5>кв.1</h5><p class=\"pers\"><B>Ким-Со</B>, род. 1901, кореец, \
прачка. Адрес: ул. Новая. Рассстрелян 1.02.1938. Место захоронения: Бутово.
</table></BODY>";

#[test]
fn a_page_gives_people_with_their_headings() {
    let entries = read(PAGE);
    let place = |entry: &Entry| {
        [Field::Street, Field::House, Field::Flat].map(|field| entry.get(field).to_owned())
    };
    let places: Vec<_> = entries.iter().map(place).collect();
    assert_eq!(places[0], ["Мельничная ул.", "д.3", "кв.7"]);
    assert_eq!(places[1], ["Мельничная ул.", "д.3", ""]);
    assert_eq!(places[2], ["Мельничная ул.", "д.5", "кв.1"]);
    let first = &entries[0];
    assert_eq!(first.get(Field::NameVariants), "Рябой");
    assert_eq!(first.birth, "{1872-02-11,1870}");
    assert_eq!(first.get(Field::BirthPlace), "Тверская губ., Осташковский уезд, д. Заречье");
    assert_eq!(first.get(Field::Nationality), "русский");
    assert_eq!(first.get(Field::Party), "б/п");
    assert_eq!(first.get(Field::Occupation), "артель \"Колос\": мельник");
    assert_eq!(first.get(Field::Residence), "Мельничная ул., 3-7");
    assert_eq!(first.get(Field::ExecutionDate), "5.03.1938");
    assert_eq!(first.get(Field::BurialPlace), "Бутово");
    assert_eq!(first.kinds, [EventKind::Execution, EventKind::Burial]);
    assert_eq!(entries[1].birth, "1890-05");
    assert_eq!(entries[2].get(Field::Given), "");
}

#[test]
fn an_entry_lies_where_its_place_says() {
    let mut with_mark = vec![0xff, 0xfe];
    with_mark.extend(PAGE.encode_utf16().flat_map(u16::to_le_bytes));
    let cp1251 = WINDOWS_1251.encode(PAGE).0.into_owned();
    for (bytes, encoding) in
        [(PAGE.as_bytes().to_vec(), UTF_8), (cp1251, WINDOWS_1251), (with_mark, UTF_16LE)]
    {
        let entries = read_as(&bytes, encoding);
        for (idx, entry) in entries.iter().enumerate() {
            let start = entry.place.byte_offset as usize;
            let received = &bytes[start..start + entry.place.byte_length as usize];
            let (text, _) = encoding.decode_without_bom_handling(received);
            assert_eq!(text, entry.verbatim, "{}", encoding.name());
            assert_eq!(entry.place.entry_number, idx as u64 + 1);
            assert_eq!(entry.place.file_number, 3);
        }
        let lines: Vec<u64> = entries.iter().map(|entry| entry.place.line).collect();
        assert_eq!(lines, [4, 4, 5]);
        assert!(entries[0].verbatim.starts_with("<p class=pers><B>Рябов"));
        assert!(entries[0].verbatim.ends_with("Бутово.</p>"));
        assert!(entries[2].verbatim.ends_with("Бутово."));
    }
}

#[test]
fn invalid_bytes_move_no_entry() {
    let mut bytes = b"<p>\xff\xe2\x82 \xf0</p>".to_vec();
    bytes.extend("<p class=pers><B>Рябов П.Л.</B>, род. 1890, г. Т".bytes());
    bytes.extend(b"\xd0\xffver</p>");
    let entries = read_as(&bytes, UTF_8);
    let start = entries[0].place.byte_offset as usize;
    assert!(bytes[start..].starts_with(b"<p class=pers>"));
    assert_eq!(start + entries[0].place.byte_length as usize, bytes.len());
    assert!(entries[0].has_invalid_bytes);
}

#[test]
fn broken_markup_loses_nobody() {
    let life = "род. 1890, русский, б/п. Рассстрелян 5.03.1938. Место захоронения: Бутово.";
    let count = |page: String| read(&page).iter().filter(|entry| entry.fields.is_ok()).count();
    assert_eq!(
        count(format!("<p class=pers><B>А Б В</B>, {life}<p class=pers><B>Г Д Е, {life}")),
        2
    );
    assert_eq!(count(format!("<P CLASS = \"pers\" id=x><b>А Б В</b>, {life}</td>")), 1);
    assert_eq!(count(format!("<p class=pers><B>А Б В</B>, {life} <B>Г Д Е</B>, {life}</p>")), 2);
    assert_eq!(count(format!("<p class=pers><B>А Б В</B>, {life}<br><B>Г Д Е</B>, {life}</p>")), 2);
    assert_eq!(count(format!("<p class=pres><B>А Б В</B>, {life}</p>")), 1);
    assert_eq!(count(format!("<td><strong>А Б В</strong>, {life}</td>")), 1);
    assert_eq!(count(format!("<p class=pers>А Б В, {life}</p>")), 1);
    assert_eq!(
        count(format!("<p class=pers <B>А Б В</B>, {life}</p <p class='pers'>Г Д Е, {life}")),
        2
    );
    assert_eq!(count(format!("<!-- <p class=pers> --> <p class=pers><B>А Б В</B>, {life}")), 1);
    assert_eq!(count(format!("<!-- <p class=pers><B>А Б В</B>, {life}")), 1);
}

#[test]
fn what_is_no_person_is_rejected_with_a_reason() {
    let entries =
        read("<p class=pers>1 чел.</p><p class=pers></p><p class=pers><B></B>, род. 1890</p>");
    let reasons: Vec<_> = entries.iter().map(|entry| entry.fields.clone().unwrap_err()).collect();
    assert_eq!(reasons.len(), 2, "an empty paragraph is no entry");
    assert!(reasons[0].starts_with("neither birth"), "{}", reasons[0]);
    assert!(reasons[1].contains("name"), "{}", reasons[1]);
}

#[test]
fn names_end_where_the_entry_begins() {
    check("<B>Рябов  Пантелей&nbsp;Лукич</B>, род. 1890", &[(Field::Name, "Рябов Пантелей Лукич")]);
    check(
        "<B>Рябов Пантелей (Понтий, Пантюша) Лукич, в Твери, русский. Рассстрелян 5.03.1938.",
        &[
            (Field::Name, "Рябов Пантелей (Понтий, Пантюша) Лукич"),
            (Field::BirthPlace, "в Твери"),
            (Field::Nationality, "русский"),
            (Field::Birth, ""),
        ],
    );
    check(
        "<B>Рябов Hил Лукич, род. 1890, </B>г. Тверь",
        &[(Field::Given, "Hил"), (Field::Birth, "1890")],
    );
    check(
        "<B>О'Рябов &laquo;Нил&raquo; &#1051;укич</B> род. 1890",
        &[(Field::Patronymic, "Лукич")],
    );
}

#[test]
fn a_life_is_cut_at_nationality_and_party() {
    use Field::{Birth, BirthPlace, Nationality, Occupation, Party};
    check(
        "<B>А Б</B>, род. 1890, г. Калиш (Польша0, поляк, член ВКП(б), слесарь. Адрес: ул. Новая.",
        &[
            (BirthPlace, "г. Калиш (Польша0"),
            (Nationality, "поляк"),
            (Party, "член ВКП(б)"),
            (Occupation, "слесарь"),
        ],
    );
    check(
        "<B>А Б</B>, род. 1890, Самарская губ., Татарка, русский, бывший член Бунда, б/п, токарь, член месткома.",
        &[
            (BirthPlace, "Самарская губ., Татарка"),
            (Nationality, "русский"),
            (Party, "бывший член Бунда, б/п"),
            (Occupation, "токарь, член месткома"),
        ],
    );
    check(
        "<B>А Б</B>, род. 1890, г. Тверь, русский (по другим данным - еврей), член Союза писателей.",
        &[
            (Nationality, "русский (по другим данным - еврей)"),
            (Party, ""),
            (Occupation, "член Союза писателей"),
        ],
    );
    check(
        "<B>А Б</B>, род. 1890, г. Тверь, б/п, пекарь.",
        &[(BirthPlace, "г. Тверь"), (Nationality, ""), (Party, "б/п"), (Occupation, "пекарь")],
    );
    check(
        "<B>А Б</B>, род. 1890, г. Тверь, пекарь.",
        &[(BirthPlace, "г. Тверь"), (Occupation, "пекарь")],
    );
    check(
        "<B>А Б</B>, 3 декабря 1890 г., г. Тверь, русский б/п, пекарь.",
        &[
            (Birth, "3 декабря 1890 г."),
            (BirthPlace, "г. Тверь"),
            (Nationality, "русский"),
            (Party, "б/п"),
        ],
    );
    check("<B>А Б</B>, род. в Твери, русский.", &[(Birth, ""), (BirthPlace, "в Твери")]);
}

#[test]
fn earlier_repression_has_its_own_field() {
    use Field::{EarlierRepression, Occupation, Residence};
    check(
        "<B>А Б</B>, род. 1890, русский, б/п, пекарь. В 1931 г. приговорен к 3 годам ИТЛ ОГПУ. \
         Освобожден в 1934 г. Сторож в порту. Адрес: ул. Новая, д.2 (общежитие).",
        &[
            (Occupation, "пекарь; Сторож в порту"),
            (EarlierRepression, "В 1931 г. приговорен к 3 годам ИТЛ ОГПУ; Освобожден в 1934 г"),
            (Residence, "ул. Новая, д.2 (общежитие)"),
        ],
    );
    check(
        "<B>А Б</B>, род. 1890, русский, б/п, освобожден из ИТЛ в 1936 г., сторож. Адрес: г.Дмитров, ул.Новая, \
         кв.2$ другой адрес: ул. Старая. В 1930 г. Коллегией ОГПУ выслан. Оба раза бежал. Рассстрелян 5.03.1938.",
        &[
            (Occupation, "сторож"),
            (Residence, "г.Дмитров, ул.Новая, кв.2$ другой адрес: ул. Старая"),
            (
                EarlierRepression,
                "освобожден из ИТЛ в 1936 г; В 1930 г. Коллегией ОГПУ выслан. Оба раза бежал",
            ),
        ],
    );
    check(
        "<B>А Б</B>, род. 1890, русский, б/п, 6 июля 1937 г. освобожден с должности начальника порта.",
        &[
            (Occupation, "6 июля 1937 г. освобожден с должности начальника порта"),
            (EarlierRepression, ""),
        ],
    );
}

#[test]
fn the_end_of_a_life_may_be_told_otherwise() {
    use Field::{BurialPlace, DeathDate, ExecutionDate, ExecutionPlace, Note, RehabilitationDate};
    check(
        "<B>А Б</B>, род. 1890. Расстрелян 5 марта 1938 г. в Твери. Реабилитирован в мае 1956 г.",
        &[
            (ExecutionDate, "5 марта 1938 г."),
            (ExecutionPlace, "в Твери"),
            (RehabilitationDate, "мае 1956"),
        ],
    );
    check(
        "<B>А Б</B>, род. 1890. Рассстрелян 5.03.1938 (по другим данным - 7.03.1938). Место захоронения неизвестно. Жена выслана.",
        &[
            (ExecutionDate, "5.03.1938 (по другим данным - 7.03.1938)"),
            (BurialPlace, "неизвестно"),
            (Note, "Жена выслана"),
        ],
    );
    let paragraph = "<B>А Б</B>, род. 1890. Адрес: ул. Новая. Умер под следствием 7.04.1938.";
    check(paragraph, &[(DeathDate, "7.04.1938"), (Note, "Умер под следствием 7.04.1938")]);
    assert_eq!(read_one(paragraph).kinds, [EventKind::Death]);
    let undated = read_one("<B>А Б</B>, род. 1890. Адрес: ул. Новая. Покончил с собой в тюрьме.");
    assert_eq!(undated.kinds, [EventKind::Death]);
}

#[test]
fn another_file_is_refused_with_what_was_found() {
    let found = |head: &[u8]| match plan_file(&Format::MoscowLists, None, head, true) {
        Err(ImportError::WrongFormat { found, .. }) => found,
        other => panic!("expected a wrong format, not {other:?}"),
    };
    assert!(found("<html><title>Погода</title>Дождь".as_bytes()).contains("Погода"));
    assert!(
        found("имя;год\nРябов;1890".as_bytes())
            .contains("no HTML but text that starts with `имя;год")
    );
}

#[test]
fn a_first_person_behind_the_head_is_found() {
    let mut page = format!("<html>{}", " ".repeat(crate::HEAD_BYTES));
    page.push_str("<p class=pers><B>А Б</B>, род. 1890</p>");
    let format = Format::MoscowLists;
    let head = &page.as_bytes()[..crate::HEAD_BYTES];
    let plan = plan_file(&format, encoding_from_label("cp1251"), head, false).unwrap();
    assert_eq!(read_with(&format, &plan, page.as_bytes()).len(), 1);
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = plan_file(&Format::MoscowLists, None, &bytes, true)
            .map(|plan| read_with(&Format::MoscowLists, &plan, &bytes));
    }

    #[test]
    fn no_pieces_of_a_page_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..25)) {
        let page = format!("<p class=pers>А Б, род. 1890</p>{}", pieces.concat());
        for entry in read(&page) {
            let start = entry.place.byte_offset as usize;
            assert_eq!(&page[start..start + entry.place.byte_length as usize], entry.verbatim);
        }
    }
}

const PIECES: &[&str] = &[
    "<p class=pers>",
    "<p class=",
    "</p>",
    "<B>",
    "</B>",
    "<",
    ">",
    "<!--",
    "-->",
    "&",
    "&#x41;",
    "&nbsp",
    "Рябов Нил",
    ", род. ",
    "1890",
    " (",
    ")",
    ", ",
    "русский",
    "б/п",
    " Адрес: ",
    "г. ",
    "Рассстрелян ",
    "5.03.1938",
    ". ",
    "Место захоронения: ",
    "Бутово",
    "Умер ",
    "приговорен ",
    "<h4>",
    "<h5>",
    "<td rowspan=1>",
    "<br>",
    "\n",
    "\"",
    "'",
    "-",
    "Реабилитирован ",
];
