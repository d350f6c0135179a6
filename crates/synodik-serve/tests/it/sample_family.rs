//! Families as the public index would give them. All people here are invented.

use synodik_index::{
    MemberEvent, PublicCase, PublicFamily, PublicMember, PublicTie, PublicTieEvidence, ShownMember,
};

/// Three generations: a man shot, his wife sent to a camp, a daughter to a home, his brother only
/// probably his, parents, two children without names and a grandchild who may be living.
pub(crate) fn family() -> PublicFamily {
    let fedor = ShownMember {
        sex: Some('m'),
        birth_edtf: Some("1893".to_owned()),
        events: vec![
            event("arrest", "1937-10-21", "с. Малые Ключи", "", "zarechye.1.12"),
            event("sentence", "1937-12-02", "", "расстрел", "zarechye.1.12"),
            event("execution", "1937-12-09", "г. Заречье", "", "zarechye.1.12"),
            event("rehabilitation", "1957-05", "", "", "zarechye.1.12"),
        ],
        ..shown("Небылицын Фёдор Лукич", "zarechye.1.12")
    };
    let agrafena = ShownMember {
        sex: Some('f'),
        birth_edtf: Some("1896~".to_owned()),
        death_edtf: Some("1942".to_owned()),
        events: vec![
            event("arrest", "1937-12-01", "с. Малые Ключи", "", "zarechye.1.13"),
            event(
                "sentence",
                "1938",
                "",
                "8 лет ИТЛ как член семьи изменника родины",
                "zarechye.1.13",
            ),
        ],
        ..shown("Небылицына Аграфена Савельевна", "zarechye.1.13")
    };
    let pelageya = ShownMember {
        sex: Some('f'),
        birth_edtf: Some("1919".to_owned()),
        death_edtf: Some("1988-03".to_owned()),
        events: vec![event("orphanage", "", "", "", "letters.1.4")],
        ..shown("Небылицына Пелагея Фёдоровна", "letters.1.4")
    };
    let luka = ShownMember {
        sex: Some('m'),
        birth_edtf: Some("1866".to_owned()),
        events: vec![event(
            "exile",
            "1930-03",
            "Нарымский край",
            "выселен с семьёй",
            "zarechye.2.7",
        )],
        ..shown("Небылицын Лука Фомич", "zarechye.2.7")
    };
    let members = vec![
        boxed(fedor),
        boxed(agrafena),
        boxed(pelageya),
        boxed(luka),
        boxed(named_only("", 'f', "zarechye.2.7", "жена")),
        boxed(ShownMember {
            sex: Some('m'),
            events: vec![event("arrest", "1938-02-03", "", "", "zarechye.3.5")],
            ..shown("Небылицын Пётр Лукич", "zarechye.3.5")
        }),
        PublicMember::Unnamed { count: Some(2) },
        PublicMember::Living,
    ];
    let ties = vec![
        stated(0, 1, "wife", "zarechye.1.12", "жена Аграфена Савельевна"),
        stated(0, 2, "daughter", "zarechye.1.12", "дочь Пелагея 1919 г.р."),
        derived(1, 2, "daughter", 0.97),
        inferred(0, 3, "father", 0.87),
        stated(3, 4, "wife", "zarechye.2.7", "с женой и двумя детьми"),
        stated(3, 6, "child", "zarechye.2.7", "с женой и двумя детьми"),
        derived(4, 6, "child", 0.97),
        inferred(3, 5, "son", 0.71),
        derived(0, 5, "brother", 0.62),
        derived(2, 3, "grandfather", 0.86),
        PublicTie { evidence: vec![reason("letters.1.4", None)], ..stated(2, 7, "child", "", "") },
        stated(5, 0, "nephew", "zarechye.3.5", "племянник Фёдор"),
    ];
    PublicFamily {
        family_id: "zarechye.1.12~f".to_owned(),
        members,
        ties,
        cases: cases(),
        contradictions: vec![(8, 11)],
        put_aside: Vec::new(),
        n_left_out: 0,
    }
}

fn cases() -> Vec<PublicCase> {
    let execution = event("execution", "1937-12-09", "г. Заречье", "", "zarechye.1.12");
    vec![
        PublicCase {
            person: 1,
            because_of: Some(0),
            event: event("arrest", "1937-12-01", "с. Малые Ключи", "", "zarechye.1.13"),
            cause: Some(event("arrest", "1937-10-21", "с. Малые Ключи", "", "zarechye.1.12")),
            days_between: Some((41, 41)),
            provisions: vec!["nkvd-00486/p486-wife".to_owned()],
            ground: "stated".to_owned(),
            p: 0.99,
            words: Some("как член семьи изменника родины".to_owned()),
        },
        PublicCase {
            person: 2,
            because_of: Some(0),
            event: event("orphanage", "", "", "", "letters.1.4"),
            cause: Some(execution),
            days_between: None,
            provisions: vec!["nkvd-00486/p486-file".to_owned(), "no-such/order".to_owned()],
            ground: "inferred".to_owned(),
            p: 0.64,
            words: None,
        },
    ]
}

/// A household of so many: a head, his wife, and their children.
pub(crate) fn household(n_members: usize) -> PublicFamily {
    let record_id = "zarechye.2.40";
    let given = ["Тихон", "Анна", "Иван", "Мария", "Егор", "Дарья", "Степан", "Ульяна"];
    let mut members = Vec::new();
    let mut ties = Vec::new();
    for member_idx in 0..n_members {
        let name = format!(
            "Криволапов{} {}",
            if member_idx % 2 == 1 { "а" } else { "" },
            given[member_idx % 8]
        );
        members.push(boxed(ShownMember {
            is_surname_inherited: member_idx > 0,
            sex: Some(if member_idx % 2 == 1 { 'f' } else { 'm' }),
            birth_edtf: Some((1880 + member_idx * 2).to_string()),
            events: vec![event("exile", "1930-05-17", "Васюганье", "", record_id)],
            ..shown(&name, record_id)
        }));
        match member_idx {
            0 => {}
            1 => ties.push(stated(0, 1, "wife", record_id, "жена Анна 48 лет")),
            _ => {
                ties.push(stated(0, member_idx, "child", record_id, "сын Иван 12 лет"));
                ties.push(derived(1, member_idx, "child", 0.97));
                for other in 2..member_idx {
                    ties.push(derived(other, member_idx, "sibling", 0.96));
                }
            }
        }
    }
    let cases = (1..n_members).map(|person| PublicCase {
        person,
        because_of: Some(0),
        event: event("exile", "1930-05-17", "Васюганье", "", record_id),
        cause: Some(event("dispossession", "1930-03-01", "", "", record_id)),
        days_between: Some((77, 77)),
        provisions: vec!["decree-1930-02-01/".to_owned()],
        ground: "stated".to_owned(),
        p: 0.99,
        words: Some("выселен с семьёй".to_owned()),
    });
    PublicFamily {
        family_id: "zarechye.2.40~f".to_owned(),
        cases: cases.collect(),
        members,
        ties,
        contradictions: Vec::new(),
        put_aside: Vec::new(),
        n_left_out: 0,
    }
}

fn boxed(shown: ShownMember) -> PublicMember {
    PublicMember::Shown(Box::new(shown))
}

fn shown(name: &str, record_id: &str) -> ShownMember {
    ShownMember {
        person_id: record_id.to_owned(),
        name: name.to_owned(),
        records: vec![(record_id.to_owned(), 1.0)],
        ..ShownMember::default()
    }
}

fn named_only(name: &str, sex: char, record_id: &str, words: &str) -> ShownMember {
    ShownMember {
        person_id: format!("{record_id}~2"),
        name: name.to_owned(),
        sex: Some(sex),
        named_in: vec![(record_id.to_owned(), Some(words.to_owned()))],
        ..ShownMember::default()
    }
}

fn event(kind: &str, date: &str, place: &str, measure: &str, record_id: &str) -> MemberEvent {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    MemberEvent {
        kind: kind.to_owned(),
        date_edtf: given(date),
        place: given(place),
        measure: given(measure),
        reason: None,
        record_id: record_id.to_owned(),
    }
}

fn reason(record_id: &str, words: Option<&str>) -> PublicTieEvidence {
    PublicTieEvidence {
        record_id: record_id.to_owned(),
        words: words.map(str::to_owned),
        features: Vec::new(),
    }
}

fn stated(first: usize, second: usize, relation: &str, record_id: &str, words: &str) -> PublicTie {
    PublicTie {
        first,
        second,
        relation: relation.to_owned(),
        ground: "stated".to_owned(),
        p: 0.99,
        evidence: vec![reason(record_id, Some(words))],
    }
}

fn derived(first: usize, second: usize, relation: &str, p: f32) -> PublicTie {
    let ground = "derived".to_owned();
    let evidence = vec![reason("zarechye.1.12", None)];
    PublicTie { ground, p, evidence, ..stated(first, second, relation, "", "") }
}

fn inferred(first: usize, second: usize, relation: &str, p: f32) -> PublicTie {
    let features = [("patronymic_from_given", 6.2), ("same_surname_stem", 5.1), ("age_gap", -0.8)];
    let features: Vec<(String, f32)> =
        features.iter().map(|(name, bits)| ((*name).to_owned(), *bits)).collect();
    let one = |record_id: &str| PublicTieEvidence {
        features: features.clone(),
        ..reason(record_id, None)
    };
    let evidence = vec![one("zarechye.1.12"), one("zarechye.2.7")];
    PublicTie {
        ground: "inferred".to_owned(),
        p,
        evidence,
        ..stated(first, second, relation, "", "")
    }
}
