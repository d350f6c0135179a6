//! Pages of the codex: the facts they must show, and how they show what is not certain.

use super::sample;
use synodik_codex::{Codex, codex};
use synodik_index::ArchiveCounts;
use synodik_serve::pages::{
    Frame, InstrumentRecords, MomentForm, Page, archives_page, campaign_page, codex_page,
    estimates_page, executions_page, glossary_page, increases_page, institution_page,
    institutions_page, instrument_page, limit_months_page, limits_page,
};
use synodik_serve::{Language, Locales};

/// The most bytes of a page, before compression.
const MAX_BYTES: usize = 60_000;

fn page(language: Language, make: impl FnOnce(Frame<'_>, &Codex) -> Page) -> String {
    let (locales, archive) = (Locales::load(), sample::archive());
    let frame = Frame {
        text: locales.text(language),
        here: "/codex",
        host: "",
        archive: &archive,
        gazetteer: synodik_places::gazetteer(),
    };
    make(frame, codex()).expect("a page")
}

fn instrument_html(language: Language, instrument_id: &str) -> String {
    let instrument = codex().instrument(instrument_id).expect("in the codex");
    page(language, |frame, codex| instrument_page(frame, codex, instrument, None))
}

fn moment_html(language: Language, at: &str, relation: &str, since: &str) -> String {
    let [at, relation, since] = [at, relation, since].map(str::to_owned);
    let form = MomentForm { at, relation, since };
    let moment = form.parse(codex()).expect("a day");
    page(language, |frame, codex| codex_page(frame, codex, &form, Ok(Some(&moment))))
}

/// All pages of the codex, with a name for messages.
fn all_pages(language: Language) -> Vec<(String, String)> {
    let codex = codex();
    let blank = MomentForm::default();
    let mut pages = vec![
        ("codex".to_owned(), page(language, |f, c| codex_page(f, c, &blank, Ok(None)))),
        ("institutions".to_owned(), page(language, institutions_page)),
        ("limits".to_owned(), page(language, |f, c| limits_page(f, c, &[]))),
        (
            "limits counted".to_owned(),
            page(language, |f, c| limits_page(f, c, &sample::region_counts())),
        ),
        ("increases".to_owned(), page(language, increases_page)),
        ("months".to_owned(), page(language, |f, c| limit_months_page(f, c, &sample::counts()))),
        ("executions".to_owned(), page(language, |f, c| executions_page(f, c, &sample::counts()))),
        (
            "estimates".to_owned(),
            page(language, |f, c| estimates_page(f, c, &sample::archive_figures())),
        ),
        ("glossary".to_owned(), page(language, glossary_page)),
        ("archives".to_owned(), page(language, archives_page)),
        ("day".to_owned(), moment_html(language, "1937-09-01", "wife", "")),
    ];
    for known in &codex.instruments {
        let html = instrument_html(language, &known.instrument_id);
        pages.push((known.instrument_id.clone(), html));
    }
    for known in &codex.campaigns {
        let html = page(language, |f, c| campaign_page(f, c, known));
        pages.push((known.campaign_id.clone(), html));
    }
    for known in &codex.institutions {
        let html = page(language, |f, c| institution_page(f, c, known));
        pages.push((known.institution_id.clone(), html));
    }
    pages
}

#[track_caller]
fn check_shown(html: &str, shown: &[&str]) {
    for words in shown {
        assert!(html.contains(words), "`{words}` is missing");
    }
}

#[test]
fn pages_are_small_and_plain_and_name_their_sources() {
    for language in Language::ALL {
        for (name, html) in all_pages(language) {
            assert!(html.len() <= MAX_BYTES, "{name} {language:?}: {} bytes", html.len());
            for unwanted in ["<script", "style=", "<style", "{{", "{%", "general-knowledge\""] {
                assert!(!html.contains(unwanted), "`{unwanted}` in {name}");
            }
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
            assert_eq!(html.matches("<svg").count(), html.matches("</desc>").count(), "{name}");
            let n_tables = html.matches("<table").count();
            assert_eq!(n_tables, html.matches("<caption").count(), "{name}");
            check_notes(&name, &html);
            check_ids(&name, &html);
        }
    }
}

/// Every number of a note leads to a note.
fn check_notes(name: &str, html: &str) {
    for rest in html.split("href=\"#note-").skip(1) {
        let number = rest.split('"').next().expect("a number");
        assert!(html.contains(&format!("id=\"note-{number}\"")), "{name}: no note {number}");
    }
}

/// No identifier stands twice in a page.
fn check_ids(name: &str, html: &str) {
    let mut ids: Vec<&str> =
        html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.sort_unstable();
    let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None, "{name}");
}

#[test]
fn the_order_on_wives_shows_its_rollback_and_the_disagreement() {
    let html = instrument_html(Language::English, "nkvd-00486");
    check_shown(
        &html,
        &[
            "<strong>repealed in part</strong>: 17 October 1938; <em>other sources: 17 October 1937</em>",
            "href=\"/codex/instruments/nkvd-00689\"",
            "«состоявшие в юридическом или фактическом браке с осужденным в момент его ареста»",
            "paraphrase, not a quotation",
            "5 to 8",
            "rank only; GUGB was led by M. P. Frinovskii",
            "href=\"/codex/campaigns/op-wives\"",
            "<code>/codex/instruments/nkvd-00486</code>",
            "id=\"p486-infant\"",
            "no end is recorded",
        ],
    );
    assert!(!html.contains("/search?instrument="), "no link without a count");
    assert!(!html.contains("«конфискуется»"), "a paraphrase is not quoted");
    let html = instrument_html(Language::Russian, "nkvd-00486");
    check_shown(&html, &["по другим источникам: 17 октября 1937", "пересказ, не цитата"]);
}

#[test]
fn words_of_the_codex_are_marked_where_the_reader_has_another_language() {
    for (language, note) in [
        (Language::Ukrainian, "тут їх подано англійською"),
        (Language::Estonian, "siin on need inglise keeles"),
    ] {
        let html = instrument_html(language, "nkvd-00486");
        check_shown(&html, &["<h1><span lang=\"en\">NKVD operational order 00486", note]);
    }
    for language in [Language::English, Language::Russian] {
        assert!(!instrument_html(language, "nkvd-00486").contains("<span lang=\"en\">"));
    }
}

#[test]
fn the_order_of_rollback_keeps_both_years_side_by_side() {
    let html = instrument_html(Language::English, "nkvd-00689");
    check_shown(&html, &["1938 (all scholarly sources)", "1937 (newsland article; misprint)"]);
}

#[test]
fn records_are_linked_when_they_were_counted() {
    let order = codex().instrument("nkvd-00486").expect("in the codex");
    let found = sample::result();
    let records = InstrumentRecords { n_records: 6_512, first: &found.hits };
    let html = page(Language::English, |f, c| instrument_page(f, c, order, Some(records)));
    check_shown(&html, &["href=\"/record/", "in the order of the archive"]);
    check_shown(&html, &["href=\"/search?instrument=nkvd-00486\"", "6,512 records"]);
}

#[test]
fn a_day_lists_what_was_in_force_for_a_relation() {
    let html = moment_html(Language::English, "1937-09-01", "wife", "");
    check_shown(
        &html,
        &["In force on 1 September 1937: ", "nkvd-00486#p486-wife", "law-1934-06-08-izmena#"],
    );
    assert!(!html.contains("#o689-a"), "the order of 1938 was not in force in 1937");
    let html = moment_html(Language::English, "1938-12-01", "wife", "1937-09-01");
    check_shown(
        &html,
        &[
            "#o689-a",
            "What changed after 1 September 1937, up to 1 December 1938",
            "<strong>17 October 1938</strong>, repealed in part",
        ],
    );
    assert!(!html.contains("nkvd-00486#p486-future"), "point 36 had been cancelled");
}

#[test]
fn a_day_without_anything_says_so() {
    let html = moment_html(Language::English, "1900-01-01", "wife", "1899-01-01");
    check_shown(&html, &["nothing that was in force on this day", "records no change"]);
}

#[test]
fn what_cannot_be_answered_keeps_what_was_typed() {
    let form = MomentForm { at: "1937-02-30\"><b>".to_owned(), ..MomentForm::default() };
    let mistakes = form.parse(codex()).expect_err("no such day");
    let html = page(Language::Russian, |f, c| codex_page(f, c, &form, Err(&mistakes)));
    check_shown(
        &html,
        &["<a href=\"#at\">День: напишите существующий день", "aria-invalid=\"true\""],
    );
    assert!(!html.contains("<b>"));
}

#[test]
fn limits_show_rows_sums_increases_and_the_archive_only_when_counted() {
    let html = page(Language::English, |f, c| limits_page(f, c, &[]));
    check_shown(
        &html,
        &[
            "75,950",
            "193,000",
            "268,950",
            "+3,000 to be shot",
            "/codex/limits.csv",
            "/codex/limits/increases",
            "/codex/limits/months",
        ],
    );
    let increases = page(Language::English, increases_page);
    check_shown(&increases, &["47,450", "72,950", "asked for; not known to be granted"]);
    assert_eq!(html.matches("<tr id=").count(), 65);
    assert!(!html.contains("In this archive"));
    let counts = sample::region_counts();
    let html = page(Language::English, |f, c| limits_page(f, c, &counts));
    check_shown(
        &html,
        &["In this archive", "1,712 + 604 + 9?", "covers only the lists loaded here"],
    );
}

#[test]
fn the_coverage_of_the_limits_is_stated() {
    let counts = sample::region_counts();
    let html = page(Language::English, |f, c| limits_page(f, c, &counts));
    check_shown(
        &html,
        &[
            "counts 2,325 sentences",
            "about 767,000",
            "0.3 %",
            "limit_regions.tsv",
            "0 of them name",
        ],
    );
    let html = page(Language::English, |f, c| limits_page(f, c, &[]));
    assert!(!html.contains("limit_regions.tsv"), "nothing is said of counts that are not there");
}

#[test]
fn executions_stand_by_month_beside_the_operations() {
    let html = page(Language::English, |f, c| executions_page(f, c, &sample::counts()));
    check_shown(
        &html,
        &[
            "Counted are 3,263 executions",
            "7 more are dated to a year only",
            "<th scope=\"row\">August 1937 – November 1938</th><td>3,248</td>",
            "<title>March 1938: 2,045</title>",
            "5 August 1937 – 17 November 1938",
            "/codex/executions.csv",
            "does not say that it was part of it",
        ],
    );
    let none = ArchiveCounts::default();
    let html = page(Language::Russian, |f, c| executions_page(f, c, &none));
    check_shown(&html, &["Ни одна запись этого архива не датирует расстрел месяцем"]);
    assert!(!html.contains("<svg") && !html.contains("executions.csv"));
}

#[test]
fn executions_without_a_body_are_counted_apart_and_why_is_said() {
    let words = ["does not say which of them decided", "it is not counted for it"];
    let html = page(Language::English, |f, c| limit_months_page(f, c, &sample::counts()));
    check_shown(&html, &words);
    let december =
        "<tr><th scope=\"row\">December 1937</th><td>312</td><td>41</td><td>2</td><td>0</td>";
    let moscow =
        "<tr><th scope=\"row\">Moscow oblast</th><td>0</td><td>0</td><td>0</td><td>1,977</td>";
    check_shown(&html, &[december, moscow, "/codex/limits-by-month.csv"]);
    let html = page(Language::English, |f, c| executions_page(f, c, &sample::counts()));
    check_shown(&html, &words);
    check_shown(&html, &["1,977 executions fall into the months of order 00447"]);
    let none = ArchiveCounts::default();
    let html = page(Language::Russian, |f, c| limit_months_page(f, c, &none));
    check_shown(&html, &["Ни одну из показанных записей"]);
}

#[test]
fn every_page_says_how_to_cite_it_with_host_and_day() {
    let (locales, archive) = (Locales::load(), sample::archive());
    let text = locales.text(Language::English);
    let frame = Frame {
        text,
        here: "/codex?at=1937-09-01",
        host: "list.example",
        archive: &archive,
        gazetteer: synodik_places::gazetteer(),
    };
    let blank = MomentForm::default();
    let pages = [
        ("/codex?at=1937-09-01", codex_page(frame, codex(), &blank, Ok(None))),
        ("/codex/institutions", institutions_page(frame, codex())),
        ("/codex/limits", limits_page(frame, codex(), &[])),
        ("/codex/limits/increases", increases_page(frame, codex())),
        ("/codex/limits/months", limit_months_page(frame, codex(), &sample::counts())),
        ("/codex/executions", executions_page(frame, codex(), &sample::counts())),
        ("/estimates", estimates_page(frame, codex(), &[])),
        ("/glossary", glossary_page(frame, codex())),
        ("/archives", archives_page(frame, codex())),
    ];
    for (address, html) in pages {
        let html = html.expect("a page");
        let (_, cited) = html.split_once("class=\"cite\"").expect(address);
        check_shown(cited, &["22 November 2026", &format!("<code>list.example{address}</code>")]);
    }
}

#[test]
fn the_pages_of_the_operations_lead_to_the_executions() {
    let link = "href=\"/codex/executions\"";
    assert!(instrument_html(Language::English, "nkvd-00447").contains(link));
    assert!(!instrument_html(Language::English, "nkvd-00486").contains(link));
    for (campaign_id, has_link) in
        [("op-00447", true), ("op-national-total", true), ("op-wives", false)]
    {
        let known = codex().campaign(campaign_id).expect("in the codex");
        let html = page(Language::Russian, |f, c| campaign_page(f, c, known));
        assert_eq!(html.contains(link), has_link, "{campaign_id}");
    }
}

#[test]
fn estimates_name_who_how_and_what_and_the_archive_apart() {
    let html = page(Language::English, |f, c| estimates_page(f, c, &[]));
    check_shown(&html, &["681,692", "Conquest", "read in part", "35 %"]);
    assert_eq!(html.matches("<tr id=").count(), codex().estimates.len());
    assert!(!html.contains("21,407"));
    let figures = sample::archive_figures();
    let html = page(Language::English, |f, c| estimates_page(f, c, &figures));
    check_shown(
        &html,
        &["21,407", "class=\"archive\"", "That is no estimate", "Execution, 1937–1938"],
    );
}

#[test]
fn every_entry_of_the_codex_is_reached() {
    let blank = MomentForm::default();
    let overview = page(Language::English, |f, c| codex_page(f, c, &blank, Ok(None)));
    for known in &codex().instruments {
        assert!(overview.contains(&format!("/codex/instruments/{}\"", known.instrument_id)));
    }
    for known in &codex().campaigns {
        assert!(overview.contains(&format!("/codex/campaigns/{}\"", known.campaign_id)));
    }
    let list = page(Language::Russian, institutions_page);
    for known in &codex().institutions {
        assert!(list.contains(&format!("/codex/institutions/{}\"", known.institution_id)));
    }
    let glossary = page(Language::Russian, glossary_page);
    assert_eq!(glossary.matches("<div id=\"term-").count(), codex().terms.len());
    let archives = page(Language::Russian, archives_page);
    assert_eq!(archives.matches("class=\"guide\"").count(), codex().archives.len());
}

#[test]
fn chiefs_stand_on_an_axis_and_in_a_table() {
    let nkvd = codex().institution("nkvd-ussr").expect("in the codex");
    let html = page(Language::Russian, |f, c| institution_page(f, c, nkvd));
    check_shown(&html, &["Н. И. Ежов: 26 сентября 1936 – 25 ноября 1938", "подал в отставку"]);
}
