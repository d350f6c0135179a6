//! Pages of families made from hand-made values.

use super::sample;
use super::sample_family::{family, household};
use synodik_index::{ArchiveSummary, PublicCase, PublicFamily, PublicMember, PublicTie};
use synodik_serve::pages::{
    FamilyPart, Frame, Related, family_page, family_part_page, person_page, record_page,
};
use synodik_serve::{FoundPerson, Language, Locales, Text};

const NAUGHTY: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&\u{202E}\u{0}";

fn frame_at<'a>(text: Text<'a>, archive: &'a ArchiveSummary, here: &'a str) -> Frame<'a> {
    Frame { text, here, host: "", archive, gazetteer: synodik_places::gazetteer() }
}

fn page(language: Language, family: &PublicFamily) -> String {
    let (locales, archive, sources) = (Locales::load(), sample::archive(), sample::sources());
    let frame = frame_at(locales.text(language), &archive, "/families/a");
    family_page(frame, family, &sources).expect("a page")
}

#[track_caller]
fn check_shown(html: &str, shown: &[&str]) {
    for shown in shown {
        assert!(html.contains(shown), "`{shown}` is missing in {html}");
    }
}

#[test]
fn a_family_is_named_after_whom_most_is_documented_of() {
    let html = page(Language::English, &family());
    check_shown(&html, &["Family of Небылицын Фёдор Лукич (born 1893)</bdi></h1>"]);
    let html = page(Language::Russian, &family());
    check_shown(&html, &["Семья: Небылицын Фёдор Лукич (род. 1893)</bdi></h1>"]);
    let nobody = PublicFamily { members: vec![PublicMember::Living], ..empty() };
    check_shown(&page(Language::English, &nobody), &[">A family</bdi></h1>"]);
}

#[test]
fn the_tree_draws_what_is_probable_otherwise_than_what_is_stated() {
    let html = page(Language::English, &family());
    check_shown(
        &html,
        &[
            // Stated: a plain line with its meaning.
            "<path class=\"sure\"",
            "<title>Небылицын Фёдор Лукич · wife: Небылицына Аграфена Савельевна (stated)</title>",
            // Inferred: a dashed line that can be reached by keyboard and leads to the evidence.
            "<a href=\"#t4\"><title>Небылицын Фёдор Лукич · father: Небылицын Лука Фомич \
             (inferred, 87\u{a0}%)</title>",
            "<path class=\"probable\"",
            "<text class=\"odds\"",
            "<a href=\"#m8\" class=\"living\">",
            "<a href=\"#m7\" class=\"unnamed\">",
        ],
    );
    assert_eq!(html.matches("<rect x=").count(), 8, "everybody has a box");
}

#[test]
fn the_tree_stands_in_words_beside_it() {
    check_shown(
        &page(Language::English, &family()),
        &[
            "<li id=\"m4\"><a href=\"/record/zarechye.2.7\">",
            "son: <bdi lang=\"ru\">Небылицын Фёдор Лукич</bdi> (inferred, 87\u{a0}%)",
            "wife: <bdi>no name written</bdi>",
            "child: <bdi>2 without a name</bdi>",
            // Who has no name is called after whose they are.
            "<bdi lang=\"ru\">wife (Небылицын Лука Фомич)</bdi>",
            "<bdi lang=\"ru\">child (Небылицын Лука Фомич), 2 without a name</bdi>",
            "<bdi lang=\"ru\">child (Небылицына Пелагея Фёдоровна), may be living</bdi>",
        ],
    );
}

#[test]
fn a_case_that_is_inferred_looks_and_reads_otherwise_than_one_that_is_stated() {
    let html = page(Language::English, &family());
    check_shown(
        &html,
        &[
            "<li class=\"stated\">",
            "<blockquote>«<bdi lang=\"ru\">как член семьи изменника родины</bdi>»</blockquote>",
            "41 days after",
            "Stated: an entry says so.",
            "href=\"/codex/instruments/nkvd-00486",
            "<li class=\"inferred\">",
            "Inferred, no entry says so. Probability: 64\u{a0}%.",
        ],
    );
    assert!(!html.contains("no-such"), "a provision the codex does not know is no link");
}

#[test]
fn a_case_on_account_of_nobody_named_says_nothing_beside_one_that_names_somebody() {
    let mut family = family();
    let of_nobody = |because_of| PublicCase {
        because_of: Some(because_of),
        cause: None,
        words: None,
        ..family.cases[0].clone()
    };
    let (of_living, of_unnamed) = (of_nobody(7), of_nobody(6));
    family.cases.extend([of_living.clone(), of_unnamed]);
    let html = page(Language::English, &family);
    assert_eq!(html.matches("<li class=\"stated\">").count(), 1);
    family.cases = vec![of_living];
    let html = page(Language::English, &family);
    assert_eq!(html.matches("<li class=\"stated\">").count(), 1, "the only one is shown");
}

#[test]
fn siblings_whose_parents_nobody_names_are_joined_within_the_drawing() {
    let mut family = family();
    family.ties =
        vec![PublicTie { relation: "brother".to_owned(), second: 5, ..family.ties[0].clone() }];
    let html = page(Language::English, &family);
    let tree = html.split("<svg").nth(1).expect("a drawing");
    assert!(tree.contains("<path class=\"sure\""));
    for above in [" -", "V-", "H-", "\"-"] {
        assert!(!tree.contains(above), "`{above}` lies outside the drawing");
    }
    check_shown(&html, &["Whose they were is not known"]);
}

#[test]
fn time_has_a_line_a_person_marks_and_decrees_and_a_table() {
    let html = page(Language::English, &family());
    check_shown(
        &html,
        &[
            "<use href=\"#k-cross\"",
            "<title>Execution, 9 December 1937, г. Заречье</title>",
            "class=\"band\"",
            "<td>9 December 1937</td><td><bdi lang=\"ru\">Небылицын Фёдор Лукич</bdi></td>",
            "<td>not dated</td>",
            "<bdi lang=\"ru\">«расстрел»</bdi>",
        ],
    );
    assert!(!html.contains("href=\"#k-open-right\""), "the key has no shape that does not occur");
}

#[test]
fn evidence_quotes_and_disagreement_stands_side_by_side() {
    check_shown(
        &page(Language::English, &family()),
        &[
            "<q><bdi lang=\"ru\">жена Аграфена Савельевна</bdi></q>",
            "<li id=\"t4\" class=\"inferred\">",
            "<h3>What cannot all be true</h3>",
            "nephew: Небылицын Фёдор Лукич",
            "<h3>Following from the ties above</h3>",
        ],
    );
}

#[test]
fn what_is_not_known_is_said() {
    check_shown(
        &page(Language::English, &family()),
        &[
            "2 relatives are mentioned without a name.",
            "No name is written: wife (Небылицын Лука Фомич).",
            "What became of them could be read from no entry; its words may say more: wife (Небылицын Лука Фомич).",
            "One member may be living. Only the place in the family is shown.",
            "is not dated: Небылицына Пелагея Фёдоровна.",
        ],
    );
    check_shown(&page(Language::Russian, &family()), &["Чего мы не знаем", "Имя не записано"]);
}

#[test]
fn a_record_and_a_person_name_their_relatives() {
    let (locales, archive, sources) = (Locales::load(), sample::archive(), sample::sources());
    let text = locales.text(Language::English);
    let frame = frame_at(text, &archive, "/");
    let mut record = sample::record();
    record.record_id = "zarechye.1.12".to_owned();
    let related = Related { family: Some(Box::new(family())), ..Related::default() };
    let html = record_page(frame, &record, &sources, &related, &|_| None).expect("a page");
    check_shown(
        &html,
        &[
            "<h2 id=\"relatives\">Relatives</h2>",
            "wife: <a href=\"/record/zarechye.1.13\">",
            "<li class=\"inferred\">father: ",
            "<h3>Led to</h3>",
            "Arrest, 1 December 1937",
            "Inferred, no entry says so. Probability: 64\u{a0}%.",
            "<a href=\"/families/zarechye.1.12~f\">",
        ],
    );
    assert!(!html.contains("Because of a relative"));
    record.record_id = "zarechye.1.13".to_owned();
    let entries = vec![(record, 1.0)];
    let person =
        FoundPerson { person_id: "zarechye.1.13".to_owned(), entries, family: Some(family()) };
    let html = person_page(frame, &person, &sources).expect("a page");
    check_shown(&html, &["husband: <a", "<h3>Because of a relative</h3>"]);
    let elsewhere = Related { family: Some(Box::new(household(3))), ..Related::default() };
    let html = record_page(frame, &person.entries[0].0, &sources, &elsewhere, &|_| None);
    assert!(!html.expect("a page").contains("id=\"relatives\""), "nobody of that family");
}

#[test]
fn nothing_of_a_family_is_left_unescaped() {
    let mut family = family();
    family.family_id = NAUGHTY.to_owned();
    for member in &mut family.members {
        if let PublicMember::Shown(shown) = member {
            shown.name = NAUGHTY.to_owned();
            shown.birth_edtf = Some(NAUGHTY.to_owned());
            shown.records[..].iter_mut().for_each(|(id, _)| *id = NAUGHTY.to_owned());
            for event in &mut shown.events {
                event.kind = NAUGHTY.to_owned();
                event.place = Some(NAUGHTY.to_owned());
                event.measure = Some(NAUGHTY.to_owned());
            }
        }
    }
    for tie in &mut family.ties {
        tie.relation = NAUGHTY.to_owned();
        for evidence in &mut tie.evidence {
            evidence.words = Some(NAUGHTY.to_owned());
            evidence.record_id = NAUGHTY.to_owned();
            evidence.features.push((NAUGHTY.to_owned(), 1.0));
        }
    }
    for case in &mut family.cases {
        case.words = Some(NAUGHTY.to_owned());
        case.provisions.push(NAUGHTY.to_owned());
        case.event.place = Some(NAUGHTY.to_owned());
    }
    for language in Language::ALL {
        let html = page(language, &family);
        for harm in ["<script", "<img", "onerror=alert(1)>", "\"'>", "style=", "<style"] {
            assert!(!html.contains(harm), "`{harm}` stands unescaped in a page");
        }
        assert_eq!(html.matches("<h1").count(), 1);
    }
}

#[test]
fn numbers_that_name_nobody_break_nothing() {
    let mut family = family();
    family.members.truncate(3);
    for language in Language::ALL {
        page(language, &family);
    }
    page(Language::English, &empty());
}

#[test]
fn a_household_of_twenty_is_a_page_of_sixty_kilobytes() {
    for language in Language::ALL {
        let html = page(language, &household(20));
        assert!(html.len() <= 60 * 1024, "{} bytes", html.len());
    }
}

#[test]
fn a_large_family_stands_on_pages_of_sixty_kilobytes_that_lead_to_each_other() {
    let (family, sources) = (household(60), sample::sources());
    let at = |word: &str| format!("href=\"/families/{}?part={word}\"", family.family_id);
    for language in Language::ALL {
        let (locales, archive) = (Locales::load(), sample::archive());
        let frame = frame_at(locales.text(language), &archive, "/families/a");
        for (word, anchor) in [
            ("", "id=\"tree\""),
            ("members", "id=\"m1\""),
            ("time", "id=\"table\""),
            ("evidence", ""),
        ] {
            let part = FamilyPart::of_family(&family, word).expect("a part");
            let page = family_part_page(frame, (&family, part), &sources);
            let html = page.expect("a page");
            assert!(html.len() <= 60 * 1024, "{word}: {} bytes", html.len());
            assert!(html.contains(anchor), "{word}");
            assert_eq!(html.matches("aria-current=\"page\"").count(), 1, "{word}");
            for other in ["members", "time", "evidence"].into_iter().filter(|other| *other != word)
            {
                assert!(html.contains(&at(other)), "{word} leads to {other}");
            }
        }
    }
    assert_eq!(FamilyPart::of_family(&family, "nothing"), None);
    assert_eq!(FamilyPart::of_family(&household(3), "time"), Some(FamilyPart::Whole));
    assert!(page(Language::English, &family).contains("?part=members#m2\""), "the tree leads on");
}

fn empty() -> PublicFamily {
    PublicFamily {
        family_id: "a.1.1~f".to_owned(),
        members: Vec::new(),
        ties: Vec::new(),
        cases: Vec::new(),
        contradictions: Vec::new(),
        put_aside: Vec::new(),
        n_left_out: 0,
    }
}
