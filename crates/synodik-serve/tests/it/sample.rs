//! Values as the public index would give them. All people here are invented.

use synodik_index::{
    ArchiveCounts, ArchiveSummary, ComparisonWeights, Facet, FacetValue, Hit, LevelWeights,
    LimitCount, LinkModel, MatchKind, PublicEvent, PublicField, PublicFile, PublicLink,
    PublicPerson, PublicRecord, PublicReject, PublicSource, PublicVerdict, SearchResult, WordMatch,
};
use synodik_serve::FoundPerson;
use synodik_serve::pages::{ArchiveFigure, RegionCount, Related};

/// The summary of an archive.
pub(crate) fn archive() -> ArchiveSummary {
    ArchiveSummary {
        name: "Память Заречья".to_owned(),
        n_records: 1_204_318,
        n_withheld: 1_872,
        event_years: Some((1918, 1956)),
        n_places: 3_204,
        example_name: Some("Небылицын Фёдор Лукич".to_owned()),
        event_kinds: vec![("arrest".to_owned(), 3)],
        build: 7,
        as_of: "2026-11-22".to_owned(),
        program_version: "0.1.0".to_owned(),
    }
}

/// What an archive may count for the limits of order 00447.
pub(crate) fn region_counts() -> Vec<RegionCount> {
    let limit_id = "omsk-oblast".to_owned();
    vec![RegionCount { limit_id, n_first_category: 1_712, n_second_category: 604, n_unknown: 9 }]
}

/// What an archive may count of executions by month.
pub(crate) fn counts() -> ArchiveCounts {
    let months = [("1937-07", 12), ("1937-08", 1_203), ("1938-03", 2_045), ("1938-12", 3)];
    let by_month = months.map(|(month, n)| (month.to_owned(), n));
    let by_year = [("1937", 1_220), ("1938", 2_050)].map(|(year, n)| (year.to_owned(), n));
    let troika = LimitCount { n_first: 312, n_second: 41, n_unknown: 2 };
    let moscow = |n: u64| [("moscow-oblast".to_owned(), n)].into();
    ArchiveCounts {
        executions_by_month: by_month.into(),
        limits_by_month: [("1937-12".to_owned(), [("omsk-oblast".to_owned(), troika)].into())]
            .into(),
        open_executions: [("1938-03".to_owned(), moscow(1_977))].into(),
        events_by_year: [("execution".to_owned(), by_year.into())].into(),
        ..ArchiveCounts::default()
    }
}

/// What an archive may count beside published estimates.
pub(crate) fn archive_figures() -> Vec<ArchiveFigure> {
    let (group, unit) = ("great-terror".to_owned(), "executions".to_owned());
    let (event, years) = ("execution".to_owned(), (1937, 1938));
    vec![ArchiveFigure { group, unit, event, years, n_records: 21_407 }]
}

/// Two sources, one of them with rejected rows.
pub(crate) fn sources() -> Vec<PublicSource> {
    let file = |name: &str| PublicFile {
        name: name.to_owned(),
        size_bytes: 4_718_592,
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        encoding: "windows-1251".to_owned(),
    };
    let zarechye = PublicSource {
        source_id: "zarechye".to_owned(),
        title: "Книга памяти Заречного края".to_owned(),
        citation: Some("Книга памяти Заречного края. Т. 1–3. Заречье, 1994–1999.".to_owned()),
        holder: Some("Заречный краевой архив".to_owned()),
        licence: Some("CC BY 4.0".to_owned()),
        url: Some("https://example.org/zarechye".to_owned()),
        received: "2026-03-14".to_owned(),
        format: "table".to_owned(),
        files: vec![file("zarechye-1.tsv"), file("zarechye-2.tsv")],
        n_rows: 12_440,
        n_records: 12_437,
        n_rejects: 3,
        n_withheld: 212,
        n_issues: 57,
        rejects: vec![
            reject("zarechye-1.tsv", 1_871, "birth", "a date, such as 17.05.1893"),
            reject("zarechye-2.tsv", 40, "", "12 columns, found 11"),
            reject("zarechye-2.tsv", 9_000, "arrest_date", "a month from 1 to 12"),
        ],
    };
    let letters = PublicSource {
        source_id: "letters".to_owned(),
        title: "Letters of the Severny settlement".to_owned(),
        citation: None,
        holder: None,
        licence: None,
        url: Some("javascript:alert(1)".to_owned()),
        n_records: 1,
        n_rejects: 0,
        n_rows: 1,
        rejects: Vec::new(),
        ..zarechye.clone()
    };
    vec![zarechye, letters]
}

/// A record with many fields, events and a statement with its own source.
pub(crate) fn record() -> PublicRecord {
    let fields = [
        ("entry_id", "1871"),
        ("name", "Веретенникова Аграфена Савельевна"),
        ("name_variants", "Веретенникова Агриппина Савватьевна"),
        ("birth", "1893"),
        ("birth_place", "дер. Малые Ключи Заречного уезда"),
        ("nationality", "русская"),
        ("education", "начальное"),
        ("occupation", "портниха, артель «Игла»"),
        ("social_origin", "кулачка"),
        ("residence", "г. Заречье, ул. Кузнечная, 14"),
        ("family", "муж Веретенников Фома Лукич, дочь Пелагея 1919 г.р."),
        ("arrest_date", "21.10.1937"),
        ("article", "58-10, ч. 1 УК РСФСР"),
        ("sentence", "10 лет ИТЛ"),
        ("death_date", "февраль 1942"),
        ("rehabilitation_date", "17.05.1957"),
        ("stated_source", "Дело Р-114, л. 7"),
        ("stated_source_url", "https://example.org/zarechye/1871"),
    ];
    let arrest = PublicEvent {
        date_stated: Some("21.10.1937".to_owned()),
        date_edtf: Some("1937-10-21".to_owned()),
        place: Some("г. Заречье".to_owned()),
        body: Some("Заречное горотделение НКВД".to_owned()),
        ..event("arrest")
    };
    let sentence = PublicEvent {
        date_stated: Some("_.12.1937".to_owned()),
        date_edtf: Some("1937-12".to_owned()),
        body: Some("Тройка при УНКВД".to_owned()),
        article: Some("58-10, ч. 1 УК РСФСР".to_owned()),
        measure: Some("10 лет ИТЛ".to_owned()),
        ..event("sentence")
    };
    let death = PublicEvent {
        date_stated: Some("февраль 1942".to_owned()),
        date_edtf: Some("1942-02".to_owned()),
        place: Some("лагпункт на реке Серой".to_owned()),
        text: Some("Умерла в лагере; весть дошла до дочери в 1946 году.".to_owned()),
        stated_source: Some("Письмо Пелагеи Фоминичны, 1946".to_owned()),
        certainty: Some("со слов родных".to_owned()),
        ..event("death")
    };
    let rehabilitation = PublicEvent {
        date_stated: Some("17.05.1957".to_owned()),
        date_edtf: Some("1957-05-17".to_owned()),
        body: Some("Заречный краевой суд".to_owned()),
        ..event("rehabilitation")
    };
    PublicRecord {
        record_id: "zarechye.1.1871".to_owned(),
        source_id: "zarechye".to_owned(),
        name: "Веретенникова Аграфена Савельевна".to_owned(),
        fields: fields.iter().map(|(name, value)| field(name, value)).collect(),
        birth_edtf: Some("1893".to_owned()),
        events: vec![arrest, sentence, death, rehabilitation],
        verbatim: "<p><b>Веретенникова Аграфена Савельевна</b>, 1893 г.р., дер. Малые Ключи \
                   Заречного уезда, русская, портниха.<br>\nАрестована 21.10.1937. Приговорена \
                   тройкой при УНКВД _.12.1937 по ст. 58-10, ч. 1 УК РСФСР: 10 лет ИТЛ. \
                   Умерла: февраль 1942.<br>\n[…]</p>"
            .to_owned(),
        has_withheld_part: true,
        file: "zarechye-1.tsv".to_owned(),
        line: 1_872,
        byte_offset: 402_117,
    }
}

/// An answer with an exact and two similar hits and all facets.
pub(crate) fn result() -> SearchResult {
    let second = PublicRecord {
        record_id: "zarechye.2.77".to_owned(),
        name: "Веретеников Фома Лукич".to_owned(),
        fields: vec![field("birth", "около 1890"), field("birth_place", "с. Ольховка")],
        events: vec![
            PublicEvent { date_stated: Some("1930".to_owned()), ..event("dispossession") },
            PublicEvent {
                date_stated: Some("1930".to_owned()),
                date_edtf: Some("1930".to_owned()),
                ..event("exile")
            },
            event("arrest"),
            PublicEvent { date_edtf: Some("1938-01-19".to_owned()), ..event("sentence") },
            PublicEvent { date_edtf: Some("1938-01-27".to_owned()), ..event("execution") },
        ],
        ..record()
    };
    let third = PublicRecord {
        record_id: "letters.1.1".to_owned(),
        source_id: "letters".to_owned(),
        name: String::new(),
        fields: vec![field("birth_place", "Severny")],
        events: Vec::new(),
        ..record()
    };
    let hit = |record, is_similar| {
        let kind = if is_similar { MatchKind::OneError } else { MatchKind::AsTyped };
        let matches = vec![WordMatch {
            typed: "Небылицын".to_owned(),
            found: "Небылицин".to_owned(),
            kind,
            place: "surname".to_owned(),
        }];
        Hit { record, score: 1.0, is_similar, matches, person: None }
    };
    SearchResult {
        n_found: 1_243,
        n_exact: 21,
        hits: vec![hit(record(), false), hit(second, true), hit(third, true)],
        facets: facets(),
    }
}

fn facets() -> Vec<Facet> {
    let values = |name: &str, values: &[(&str, u64)]| Facet {
        name: name.to_owned(),
        values: values
            .iter()
            .map(|(value, n_records)| FacetValue {
                value: (*value).to_owned(),
                n_records: *n_records,
            })
            .collect(),
    };
    vec![
        values("source", &[("zarechye", 1_240), ("letters", 3)]),
        values(
            "event",
            &[("arrest", 1_100), ("sentence", 1_021), ("execution", 402), ("exile", 96)],
        ),
        values("measure", &[("camp", 590), ("execution", 402), ("special_settlement", 31)]),
        values(
            "nationality",
            &[
                ("русский", 611),
                ("поляк", 122),
                ("немец", 99),
                ("украинец", 90),
                ("еврей", 51),
                ("латыш", 44),
                ("мордвин", 21),
                ("эстонец", 12),
                ("финн", 9),
                ("кореец", 4),
            ],
        ),
        values("birth_decade", &[("1880", 402), ("1890", 611), ("1900", 190)]),
        values("event_year", &[("1930", 96), ("1931", 40), ("1937", 800), ("1938", 251)]),
    ]
}

fn event(kind: &str) -> PublicEvent {
    PublicEvent { kind: kind.to_owned(), ..PublicEvent::default() }
}

fn field(name: &str, value: &str) -> PublicField {
    PublicField { name: name.to_owned(), value: value.to_owned() }
}

fn reject(file: &str, line: u64, field: &str, reason: &str) -> PublicReject {
    PublicReject { file: file.to_owned(), line, field: field.to_owned(), reason: reason.to_owned() }
}

/// A person of two entries, and one more that may be the same.
pub(crate) fn related() -> Related {
    let link = |record_id: &str, p_same, levels: &str, is_one_person| PublicLink {
        record_id: record_id.to_owned(),
        p_same,
        p_kin: 0.02,
        levels: levels.to_owned(),
        is_one_person,
        verdict: None,
    };
    let verdict = PublicVerdict {
        verdict: "unsure".to_owned(),
        by: "А. Архивист".to_owned(),
        is_rule: false,
        on: "2026-03-05".to_owned(),
    };
    let third = PublicRecord { record_id: "zarechye.2.78".to_owned(), ..record() };
    let maybe = PublicLink { verdict: Some(verdict), ..link("zarechye.2.78", 0.41, "1203", false) };
    Related {
        person: Some(PublicPerson {
            person_id: "zarechye.1.1871".to_owned(),
            n_records: 2,
            p: 0.9731,
        }),
        others: vec![(link("letters.1.4", 0.9731, "1021", true), other_entry()), (maybe, third)],
        family: None,
    }
}

/// Another entry about the person of [`record`], with another year of birth.
fn other_entry() -> PublicRecord {
    let fields = [
        ("surname", "Веретеникова"),
        ("given", "Аграфена"),
        ("birth", "1894"),
        ("sentence", "десять лет"),
        ("note", "письма к дочери"),
    ];
    PublicRecord {
        record_id: "letters.1.4".to_owned(),
        source_id: "letters".to_owned(),
        name: "Веретеникова Аграфена".to_owned(),
        fields: fields.iter().map(|(name, value)| field(name, value)).collect(),
        birth_edtf: Some("1894".to_owned()),
        has_withheld_part: false,
        ..record()
    }
}

/// Both entries of the person.
pub(crate) fn person() -> FoundPerson {
    FoundPerson {
        person_id: "zarechye.1.1871".to_owned(),
        entries: vec![(record(), 0.9731), (other_entry(), 0.9731)],
        family: None,
    }
}

/// What agreement weighs, for four columns.
pub(crate) fn link_model() -> LinkModel {
    let level = |name: &str, same_bits, kin_bits| LevelWeights {
        name: name.to_owned(),
        p_same: 0.5,
        p_kin: 0.25,
        p_stranger: 0.01,
        same_bits,
        kin_bits,
    };
    let columns = ["surname", "given", "birth", "arrest_date"];
    let comparisons = columns.map(|column| ComparisonWeights {
        column: column.to_owned(),
        kind: column.to_owned(),
        levels: vec![
            level("exact_3", 12.3, 9.1),
            level("one_edit", 8.0, 6.5),
            level("differs", -4.2, 0.4),
        ],
    });
    LinkModel {
        prior_same_bits: -17.4,
        prior_kin_bits: Some(-12.0),
        shown_p_same: 0.1,
        comparisons: comparisons.to_vec(),
    }
}
