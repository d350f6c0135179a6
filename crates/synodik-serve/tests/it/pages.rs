//! Pages made from hand-made values: what they show, and that they escape everything.

use super::sample;
use std::path::Path;
use synodik_index::{LinkModel, PublicEvent, PublicRecord, PublicSource, Remembered, SearchResult};
use synodik_serve::pages::{
    Answer, Asking, ComparedPair, Coverage, EmptyAdvice, Frame, HomeView, Related, Variant,
    about_page, compare_page, failure_page, home_page, missing_page, person_page, record_page,
    search_page, source_page, sources_page, withheld_page,
};
use synodik_serve::{FoundPerson, Language, Locales, SearchForm};

/// Text that does harm where it is not escaped.
const NAUGHTY: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&\u{202E}\u{0}";

fn with_frame<T>(language: Language, make: impl FnOnce(Frame<'_>) -> T) -> T {
    let (locales, archive) = (Locales::load(), sample::archive());
    make(Frame {
        text: locales.text(language),
        here: "/search?q=a&b",
        host: "",
        archive: &archive,
        gazetteer: synodik_places::gazetteer(),
    })
}

fn record_html(language: Language, record: &PublicRecord) -> String {
    let sources = sample::sources();
    let related = sample::related();
    with_frame(language, |frame| record_page(frame, record, &sources, &related, &|_| None))
        .expect("a page")
}

/// The two entries of the sample person, side by side.
fn compared<'a>(
    related: &'a Related,
    person: &'a FoundPerson,
    model: &'a LinkModel,
) -> ComparedPair<'a> {
    ComparedPair {
        records: [&person.entries[0].0, &person.entries[1].0],
        link: Some(&related.others[0].0),
        person: related.person.as_ref(),
        model,
    }
}

fn form(q: &str) -> SearchForm {
    SearchForm { q: q.to_owned(), ..SearchForm::default() }
}

#[track_caller]
fn check_harmless(html: &str) {
    for harm in ["<script>", "<img", "onerror=alert(1)>", "\"'>"] {
        assert!(!html.contains(harm), "`{harm}` stands unescaped in a page");
    }
}

#[test]
fn a_record_shows_its_words_their_reading_and_their_place() {
    let html = record_html(Language::English, &sample::record());
    for shown in [
        "<html lang=\"en\">",
        "<h1><bdi lang=\"ru\">Веретенникова Аграфена Савельевна</bdi></h1>",
        "1893 – 1942",
        "<bdi lang=\"ru\">«10 лет ИТЛ»</bdi>",
        "read as 21 October 1937 <code>1937-10-21</code>",
        "&#60;p&#62;&#60;b&#62;Веретенникова",
        "Source of this statement: <bdi lang=\"ru\">Письмо Пелагеи Фоминичны, 1946</bdi>",
        "A part of this entry is left out",
        "<dd>402,117</dd>",
        "CC BY 4.0",
        "href=\"/sources/zarechye\"",
        "href=\"https://example.org/zarechye/1871\"",
        "/language?to=ru&#38;back=%2Fsearch%3Fq%3Da%26b",
    ] {
        assert!(html.contains(shown), "`{shown}` is missing");
    }
    let html = record_html(Language::Russian, &sample::record());
    assert!(html.contains("<html lang=\"ru\">") && html.contains("Дата реабилитации"));
}

#[test]
fn a_name_stands_beside_the_one_written_in_the_letters_of_the_reader() {
    let written = "<h1><bdi lang=\"ru\">Веретенникова Аграфена Савельевна</bdi></h1>";
    for (language, spelled) in [
        (Language::English, Some("Veretennikova Agrafena Savel’yevna")),
        (Language::Estonian, Some("Veretennikova Agrafena Saveljevna")),
        (Language::Russian, None),
        (Language::Ukrainian, None),
    ] {
        let html = record_html(language, &sample::record());
        assert!(html.contains(written), "{language:?}");
        let beside = html.split("<p class=\"spelled\"><bdi lang=\"ru-Latn\">").nth(1);
        let beside = beside.and_then(|rest| rest.split('<').next());
        assert_eq!(beside, spelled, "{language:?}");
    }
    let record = PublicRecord { name: "Mägi <b> Jüri".to_owned(), ..sample::record() };
    let html = record_html(Language::Russian, &record);
    assert!(html.contains("<bdi lang=\"et-Cyrl\">Мяги &#60;б&#62; Юри</bdi>"), "{html}");
}

#[test]
fn a_record_names_other_entries_of_the_person_and_those_that_may_be() {
    let html = record_html(Language::English, &sample::record());
    for shown in [
        "<h2 id=\"person\">Held to be one person</h2>",
        "<a href=\"/persons/zarechye.1.1871\">This entry and one other are held to be of one person. \
         Probability that it belongs: 97\u{a0}%.</a>",
        "<a href=\"/compare/zarechye.1.1871/letters.1.4\">Same person: 97\u{a0}%. Compare</a>",
        "<h2 id=\"maybe\">Entries that may be the same person</h2>",
        "<a href=\"/compare/zarechye.1.1871/zarechye.2.78\">Same person: 41\u{a0}%. Compare</a> \
         А. Архивист decided on 5 March 2026: open.",
    ] {
        assert!(html.contains(shown), "`{shown}` is missing in {html}");
    }
    let mut related = sample::related();
    for (link, _) in related.others.iter_mut().filter(|(link, _)| !link.is_one_person) {
        let verdict = link.verdict.as_mut().expect("the sample has a verdict");
        verdict.verdict = "different".to_owned();
    }
    let judged = with_frame(Language::English, |frame| {
        record_page(frame, &sample::record(), &sample::sources(), &related, &|_| None)
    });
    assert!(!judged.expect("a page").contains("id=\"maybe\""), "judged different is no suggestion");
}

#[test]
fn a_person_shows_statements_that_differ_side_by_side() {
    let (person, sources) = (sample::person(), sample::sources());
    let html = with_frame(Language::English, |frame| person_page(frame, &person, &sources));
    let html = html.expect("a page");
    for shown in [
        "2 entries are held to be of one person.",
        "<a href=\"/record/letters.1.4\"><bdi lang=\"ru\">Веретеникова Аграфена</bdi></a>",
        "<a href=\"/compare/zarechye.1.1871/letters.1.4\">Compare with the first",
        "<bdi>1893</bdi> <span class=\"quiet\">(1)</span></p><p><bdi>1894</bdi> \
         <span class=\"quiet\">(2)</span></p>",
        "<bdi lang=\"ru\">«десять лет»</bdi>",
        "Arrest</th><td><p><bdi lang=\"ru\">21 October 1937, г. Заречье, Заречное горотделение \
         НКВД</bdi> <span class=\"quiet\">(1, 2)</span></p>",
        "<span class=\"quiet\">written differently</span>",
    ] {
        assert!(html.contains(shown), "`{shown}` is missing in {html}");
    }
}

#[test]
fn a_comparison_shows_every_weight_and_says_it_in_words() {
    let (related, person, model) = (sample::related(), sample::person(), sample::link_model());
    let (pair, sources) = (compared(&related, &person, &model), sample::sources());
    let page = |language, pair: &ComparedPair<'_>| {
        with_frame(language, |frame| compare_page(frame, pair, &sources)).expect("a page")
    };
    let html = page(Language::English, &pair);
    for shown in [
        "the same person 97\u{a0}%, relatives 2\u{a0}%, strangers 1\u{a0}%",
        "<a href=\"/persons/zarechye.1.1871\">They are held to be one person.</a>",
        "<tr><th scope=\"row\">Birth</th><td><bdi>1893</bdi></td><td><bdi>1894</bdi></td>\
         <td>one letter or digit differs</td><td class=\"number\">+8.0</td>\
         <td class=\"number\">+6.5</td></tr>",
        "<td>the same; rare here</td><td class=\"number\">+12.3</td>",
        "<tr><th scope=\"row\" colspan=\"4\">Before anything is compared</th>\
         <td class=\"number\">−17.4</td><td class=\"number\">−12.0</td></tr>",
        "<desc id=\"waterfall-desc\">In bits: Before anything is compared −17.4; Surname +12.3; \
         Birth +8.0; Date of arrest +12.3. All in all +15.2.",
        "<rect class=\"part\"",
        "<th scope=\"row\">Note</th><td></td><td><bdi lang=\"ru\">письма к дочери</bdi></td>",
    ] {
        assert!(html.contains(shown), "`{shown}` is missing in {html}");
    }
    assert!(page(Language::Russian, &pair).contains("Сравнение двух записей"));
    let unlinked = page(Language::English, &ComparedPair { link: None, person: None, ..pair });
    assert!(unlinked.contains("share too little") && !unlinked.contains("<svg"));
}

#[test]
fn terms_of_an_entry_lead_to_the_glossary() {
    let html = record_html(Language::English, &sample::record());
    for shown in [
        "href=\"/glossary#term-58-10\" lang=\"en\" title=\"anti-Soviet agitation.",
        "<span lang=\"ru\">58-10</span></a>, ч. 1 УК РСФСР: 10 лет <a class=\"term\"",
        "\n[…]&#60;/p&#62;",
    ] {
        assert!(html.contains(shown), "`{shown}` is missing");
    }
    assert_eq!(html.matches("<a class=\"term\"").count(), 4, "тройкой, УНКВД, 58-10, ИТЛ");
}

#[test]
fn latin_text_is_not_marked_as_russian() {
    let record = PublicRecord { name: "Anna Lind".to_owned(), ..sample::record() };
    assert!(record_html(Language::English, &record).contains("<h1><bdi>Anna Lind</bdi></h1>"));
}

#[test]
fn deaths_that_disagree_give_no_year_of_death() {
    let mut record = sample::record();
    let other = PublicEvent { date_edtf: Some("1938".to_owned()), ..record.events[2].clone() };
    record.events.push(other);
    let html = record_html(Language::English, &record);
    assert!(html.contains("born 1893") && !html.contains("1893 –"));
}

#[test]
fn nothing_of_a_record_is_left_unescaped() {
    let record = naughty_record();
    for language in Language::ALL {
        let html = record_html(language, &record);
        check_harmless(&html);
        assert!(!html.contains("href=\"javascript:"));
    }
}

#[test]
fn nothing_of_a_search_is_left_unescaped() {
    let mut result = sample::result();
    result.hits[0].record = naughty_record();
    result.facets[0].values[0].value = NAUGHTY.to_owned();
    result.facets[3].values[0].value = NAUGHTY.to_owned();
    let mut sources = sample::sources();
    sources[0].title = NAUGHTY.to_owned();
    let form = SearchForm {
        place: NAUGHTY.to_owned(),
        nationality: NAUGHTY.to_owned(),
        source: NAUGHTY.to_owned(),
        birth_from: NAUGHTY.to_owned(),
        ..form(NAUGHTY)
    };
    let mistakes = form.parse().expect_err("a mistake");
    let coverage = Coverage {
        n_sources: 2,
        place: Some(NAUGHTY.to_owned()),
        of_place: Some(synodik_index::Coverage::default()),
        ..Coverage::default()
    };
    let variant = Variant {
        key: "variant-without",
        value: NAUGHTY.to_owned(),
        address: form.address_with(&[]),
        n_found: 1,
    };
    let advice = EmptyAdvice { variants: vec![variant] };
    let families = [Some(NAUGHTY.to_owned())];
    for answer in [
        Answer::Found {
            result: &result,
            coverage: &coverage,
            families: &families,
            other_layout: None,
        },
        Answer::Nothing { coverage: &coverage, advice: &advice },
        Answer::Mistakes(&mistakes),
        Answer::Blank,
    ] {
        for asking in [Asking::ByAddress, Asking::ByPost] {
            let page = with_frame(Language::English, |frame| {
                search_page(frame, (&form, asking), answer, &sources)
            });
            check_harmless(&page.expect("a page"));
        }
    }
}

#[test]
fn nothing_of_a_source_is_left_unescaped() {
    let mut source = sample::sources().remove(0);
    let text = || NAUGHTY.to_owned();
    (source.title, source.format, source.received) = (text(), text(), text());
    (source.citation, source.holder, source.licence) = (Some(text()), Some(text()), Some(text()));
    (source.files[0].name, source.files[0].encoding) = (text(), text());
    (source.rejects[0].file, source.rejects[0].field) = (text(), text());
    source.rejects[0].reason = text();
    let page = with_frame(Language::English, |frame| source_page(frame, &source));
    check_harmless(&page.expect("a page"));
    let sources = [source];
    let page = with_frame(Language::Russian, |frame| sources_page(frame, &sources));
    check_harmless(&page.expect("a page"));
    let page =
        with_frame(Language::Russian, |frame| withheld_page(frame, NAUGHTY, sources.first()));
    check_harmless(&page.expect("a page"));
}

#[test]
fn a_source_shows_its_counts_and_links_only_to_the_web() {
    let sources = sample::sources();
    let page = with_frame(Language::English, |frame| source_page(frame, &sources[0]));
    let html = page.expect("a page");
    assert!(html.contains("12,440 = 12,437 + 3"));
    assert!(html.contains("<td class=\"figure\">1,871</td><td>Birth</td>"));
    assert!(html.contains("the whole row"));
    let page = with_frame(Language::English, |frame| source_page(frame, &sources[1]));
    let html = page.expect("a page");
    assert!(html.contains("javascript:alert(1)") && !html.contains("href=\"javascript"));
}

#[test]
fn results_name_both_counts_and_narrow_by_links() {
    let (result, sources) = (sample::result(), sample::sources());
    let offset = "20".to_owned();
    let asked =
        SearchForm { event: "arrest".to_owned(), offset, ..form("Веретенникова") };
    let html = found_page(&asked, Asking::ByAddress, &result, &sources);
    let query = "q=%D0%92%D0%B5%D1%80%D0%B5%D1%82%D0%B5%D0%BD%D0%BD%D0%B8%D0%BA%D0%BE%D0%B2%D0%B0";
    for shown in [
        "21 records found as typed, 1,222 with another form or spelling",
        "“Небылицин”: one letter differs from “Небылицын”",
        "and 1 more event",
        &format!("href=\"/search?{query}&#38;event=arrest\" rel=\"prev\""),
        &format!("href=\"/search?{query}&#38;event=arrest&#38;offset=40\" rel=\"next\""),
        &format!("href=\"/search/export?{query}&#38;event=arrest&#38;format=gedcom\""),
        "Searched 2 lists. 1,872 entries are withheld, since the people may be living, and were not searched.",
        "What they date of arrests, sentences, exiles and executions lies between 1918 and 1956.",
        "<p class=\"why\">As typed</p>",
        "<a href=\"/families/a%231\">Family",
        &format!("href=\"/search?{query}&#38;birth_from=1880&#38;birth_to=1889&#38;event=arrest\""),
        // The value chosen is taken away by its own link.
        &format!("href=\"/search?{query}\" rel=\"nofollow\" aria-current=\"true\""),
    ] {
        assert!(html.contains(shown), "`{shown}` is missing");
    }
}

/// The page of a result that lies in one family.
fn found_page(
    asked: &SearchForm,
    asking: Asking,
    result: &SearchResult,
    sources: &[PublicSource],
) -> String {
    let coverage = Coverage { n_sources: 2, ..Coverage::default() };
    let families = [Some("a#1".to_owned())];
    let answer =
        Answer::Found { result, coverage: &coverage, families: &families, other_layout: None };
    with_frame(Language::English, |frame| search_page(frame, (asked, asking), answer, sources))
        .expect("a page")
}

#[test]
fn a_search_by_post_leaves_its_words_in_no_address() {
    let (result, sources) = (sample::result(), sample::sources());
    let asked =
        SearchForm { place: "Заречье".to_owned(), ..form("Веретенникова") };
    let html = found_page(&asked, Asking::ByPost, &result, &sources);
    let words = synodik_percent_encoded("Веретенникова");
    let addresses: Vec<&str> =
        html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(addresses.len() > 10, "the page leads on");
    for address in addresses {
        assert!(!address.contains(&words) && !address.contains("Веретенникова"), "{address}");
    }
    assert!(html.contains("<title>Search ·"), "the history keeps titles");
    assert!(html.contains("form=\"again\" name=\"again\" value=\"/search?q="));
    assert!(html.contains("<form action=\"/search\" method=\"post\""));
}

fn synodik_percent_encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn results_are_shown_by_year_with_a_table() {
    let (result, sources) = (sample::result(), sample::sources());
    let asked = SearchForm { view: "time".to_owned(), ..form("Веретенникова") };
    let html = found_page(&asked, Asking::ByAddress, &result, &sources);
    for shown in [
        "most in 1937: 800",
        "&#38;event_from=1938&#38;event_to=1938\" rel=\"nofollow\">1938</a></th><td>251</td>",
        "<title>1931: 40</title>",
    ] {
        assert!(html.contains(shown), "`{shown}` is missing");
    }
    assert!(!html.contains("hit-list"));
}

#[test]
fn nothing_found_says_what_was_searched_and_what_is_near() {
    let coverage = Coverage { n_sources: 2, ..Coverage::default() };
    let variant = Variant {
        key: "variant-without",
        value: "Лукич".to_owned(),
        address: "/search?q=a".to_owned(),
        n_found: 3,
    };
    let advice = EmptyAdvice { variants: vec![variant] };
    let answer = Answer::Nothing { coverage: &coverage, advice: &advice };
    let asked = SearchForm { event_from: "1937".to_owned(), ..form("Иванов Лукич") };
    let html = with_frame(Language::English, |frame| {
        search_page(frame, (&asked, Asking::ByAddress), answer, &[])
    })
    .expect("a page");
    for shown in [
        "Searched 2 lists.",
        "<a href=\"/search?q=a\" rel=\"nofollow\">Without “Лукич”</a> <span class=\"quiet\">3 records",
        "href=\"/archives#",
        "href=\"/names?q=",
    ] {
        assert!(html.contains(shown), "`{shown}` is missing in {html}");
    }
}

#[test]
fn the_first_page_remembers_the_day() {
    let record = sample::record();
    let remembered = [Remembered { record, events: vec![0] }];
    let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 21).expect("a day");
    let view = HomeView {
        n_sources: 2,
        n_persons: 41,
        n_families: 1,
        family: Some("a"),
        remembered: Some((day, &remembered)),
    };
    for (language, title, event) in [
        (Language::English, "21 October</h2>", "Arrest 1937"),
        (Language::Russian, "21 октября</h2>", "Арест 1937"),
    ] {
        let html = with_frame(language, |frame| home_page(frame, &view)).expect("a page");
        assert!(html.contains(title) && html.contains(event), "{html}");
        assert!(
            html.contains("href=\"/families/a\"")
                && html.contains("3,204") | html.contains("3\u{202F}204")
        );
    }
    let without = HomeView { remembered: Some((day, &[])), ..view };
    let html = with_frame(Language::English, |frame| home_page(frame, &without)).expect("a page");
    assert!(!html.contains("id=\"today\""));
}

#[test]
fn a_mistake_keeps_what_was_typed_and_points_to_the_field() {
    let wrong = SearchForm { birth_from: "18xx".to_owned(), ..form("Лукич") };
    let mistakes = wrong.parse().expect_err("a mistake");
    let page = with_frame(Language::Russian, |frame| {
        search_page(frame, (&wrong, Asking::ByAddress), Answer::Mistakes(&mistakes), &[])
    });
    let html = page.expect("a page");
    assert!(html.contains("<a href=\"#birth_from\">Год рождения не раньше: напишите год цифрами"));
    assert!(html.contains("value=\"18xx\"") && html.contains("value=\"Лукич\""));
}

#[test]
fn pages_need_no_script_and_no_style_of_their_own() {
    let (record, sources, result) = (sample::record(), sample::sources(), sample::result());
    let (related, person, model) = (sample::related(), sample::person(), sample::link_model());
    let pair = compared(&related, &person, &model);
    let coverage = Coverage::default();
    let found =
        Answer::Found { result: &result, coverage: &coverage, families: &[], other_layout: None };
    for language in Language::ALL {
        let pages = with_frame(language, |frame| {
            [
                home_page(frame, &HomeView { n_sources: 2, ..HomeView::default() }),
                about_page(frame),
                sources_page(frame, &sources),
                source_page(frame, &sources[0]),
                record_page(frame, &record, &sources, &related, &|_| None),
                person_page(frame, &person, &sources),
                compare_page(frame, &pair, &sources),
                withheld_page(frame, "a.1.1", None),
                search_page(frame, (&form("а"), Asking::ByAddress), found, &sources),
                search_page(frame, (&form("а"), Asking::ByPost), found, &sources),
                missing_page(frame),
                failure_page(frame),
            ]
        });
        for page in pages {
            // The one script there is completes names; it is a file of the site. Data is no script.
            let html = page
                .expect("a page")
                .replace("<script src=\"/suggest.js?v=", "")
                .replace("<script type=\"application/ld+json\">", "");
            for unwanted in ["<script", "style=", "<style", " onclick", "//fonts", "{{", "{%"] {
                assert!(!html.contains(unwanted), "`{unwanted}` in a page");
            }
            assert_eq!(html.matches("<h1").count(), 1);
            assert_eq!(html.matches("<main").count(), 1);
        }
    }
}

#[test]
fn the_first_page_is_light() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let style = std::fs::read(folder.join("assets/style.css")).expect("the style sheet");
    for language in Language::ALL {
        let html = with_frame(language, |frame| {
            home_page(frame, &HomeView { n_sources: 2, ..HomeView::default() })
        });
        let html = html.expect("a page");
        assert!(html.len() + style.len() <= 40 * 1024, "{} + {}", html.len(), style.len());
    }
}

/// A record in which every value is text that does harm unescaped.
fn naughty_record() -> PublicRecord {
    let text = || Some(NAUGHTY.to_owned());
    let mut record = sample::record();
    for field in &mut record.fields {
        field.value = NAUGHTY.to_owned();
    }
    PublicRecord {
        record_id: NAUGHTY.to_owned(),
        name: NAUGHTY.to_owned(),
        birth_edtf: text(),
        verbatim: NAUGHTY.to_owned(),
        file: NAUGHTY.to_owned(),
        events: vec![PublicEvent {
            kind: NAUGHTY.to_owned(),
            date_stated: text(),
            date_edtf: text(),
            place: text(),
            body: text(),
            article: text(),
            measure: text(),
            text: text(),
            stated_source: text(),
            certainty: text(),
        }],
        ..record
    }
}
