//! Writes one sample of every page, in each language, to the folder given as argument.
//!
//! To look at the pages without an archive: `cargo run -p synodik-serve --example
//! sample_pages -- FOLDER`. All people in them are invented.

#[path = "../tests/it/sample.rs"]
mod sample;
#[path = "../tests/it/sample_family.rs"]
mod sample_family;

use anyhow::Context;
use std::fs;
use std::path::Path;
use synodik_codex::codex;
use synodik_index::ArchiveSummary;
use synodik_serve::pages::{
    Answer, Asking, ComparedPair, Coverage, EmptyAdvice, Frame, HomeView, InstrumentRecords,
    MomentForm, about_page, archives_page, campaign_page, codex_page, compare_page, estimates_page,
    executions_page, failure_page, family_page, glossary_page, home_page, increases_page,
    institution_page, institutions_page, instrument_page, limit_months_page, limits_page,
    missing_page, person_page, record_page, search_page, source_page, sources_page, withheld_page,
};
use synodik_serve::{Language, Locales, SearchForm, Text};

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).context("expected a folder as argument")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let style = include_str!("../assets/style.css");
    for language in Language::ALL {
        let pages = sample_pages(language)?.into_iter().chain(codex_pages(language)?);
        for (name, html) in pages {
            // The pages are opened as files, where the address of the style sheet leads nowhere.
            let html = html.replace("</head>", &format!("<style>{style}</style></head>"));
            fs::write(folder.join(format!("{name}.{}.html", language.tag())), html)?;
        }
    }
    Ok(())
}

fn frame_at<'a>(text: Text<'a>, archive: &'a ArchiveSummary, here: &'a str) -> Frame<'a> {
    Frame { text, here, host: "", archive, gazetteer: synodik_places::gazetteer() }
}

fn sample_pages(language: Language) -> anyhow::Result<Vec<(&'static str, String)>> {
    let locales = Locales::load();
    let (archive, sources, record) = (sample::archive(), sample::sources(), sample::record());
    let (related, person, model) = (sample::related(), sample::person(), sample::link_model());
    let pair = ComparedPair {
        records: [&person.entries[0].0, &person.entries[1].0],
        link: Some(&related.others[0].0),
        person: related.person.as_ref(),
        model: &model,
    };
    let at = |here| frame_at(locales.text(language), &archive, here);
    let (result, form) = (
        sample::result(),
        SearchForm {
            q: "Веретенникова".to_owned(),
            event: "arrest".to_owned(),
            ..SearchForm::default()
        },
    );
    let wrong = SearchForm { birth_from: "18xx".to_owned(), ..form.clone() };
    let mistakes = wrong.parse().err().unwrap_or_default();
    let search =
        |form, answer| search_page(at("/search"), (form, Asking::ByAddress), answer, &sources);
    let (coverage, advice) = (Coverage::default(), EmptyAdvice::default());
    let found =
        Answer::Found { result: &result, coverage: &coverage, families: &[], other_layout: None };
    let nothing = Answer::Nothing { coverage: &coverage, advice: &advice };
    let home = HomeView { n_sources: sources.len() as u64, ..HomeView::default() };
    Ok(vec![
        ("home", home_page(at("/"), &home)?),
        ("about", about_page(at("/about"))?),
        ("sources", sources_page(at("/sources"), &sources)?),
        ("source", source_page(at("/sources/zarechye"), &sources[0])?),
        (
            "record",
            record_page(at("/record/zarechye.1.1871"), &record, &sources, &related, &|_| None)?,
        ),
        ("person", person_page(at("/persons/zarechye.1.1871"), &person, &sources)?),
        ("family", family_page(at("/families/a"), &sample_family::family(), &sources)?),
        ("household", family_page(at("/families/b"), &sample_family::household(20), &sources)?),
        ("household-60", family_page(at("/families/c"), &sample_family::household(60), &sources)?),
        ("compare", compare_page(at("/compare/a/b"), &pair, &sources)?),
        ("withheld", withheld_page(at("/record/zarechye.1.9"), "zarechye.1.9", sources.first())?),
        ("search", search(&SearchForm::default(), Answer::Blank)?),
        ("results", search(&form, found)?),
        ("empty", search(&form, nothing)?),
        ("mistakes", search(&wrong, Answer::Mistakes(&mistakes))?),
        ("missing", missing_page(at("/nowhere"))?),
        ("failure", failure_page(at("/"))?),
    ])
}

fn codex_pages(language: Language) -> anyhow::Result<Vec<(&'static str, String)>> {
    let (locales, archive, codex) = (Locales::load(), sample::archive(), codex());
    let at = |here| frame_at(locales.text(language), &archive, here);
    let form = MomentForm {
        at: "1938-12-01".to_owned(),
        relation: "wife".to_owned(),
        since: "1937-09-01".to_owned(),
    };
    let moment = form.parse(codex).ok();
    let wrong = MomentForm { at: "1937-02-30".to_owned(), ..form.clone() };
    let mistakes = wrong.parse(codex).err().unwrap_or_default();
    let order = codex.instrument("nkvd-00486").context("no such order")?;
    let wives = codex.campaign("op-wives").context("no such campaign")?;
    let result = sample::result();
    let of_order = InstrumentRecords { n_records: 6_512, first: &result.hits };
    let nkvd = codex.institution("nkvd-ussr").context("no such body")?;
    Ok(vec![
        ("codex", codex_page(at("/codex"), codex, &MomentForm::default(), Ok(None))?),
        ("codex-day", codex_page(at("/codex"), codex, &form, Ok(moment.as_ref()))?),
        ("codex-mistake", codex_page(at("/codex"), codex, &wrong, Err(&mistakes))?),
        ("instrument", instrument_page(at("/codex"), codex, order, Some(of_order))?),
        ("campaign", campaign_page(at("/codex"), codex, wives)?),
        ("institutions", institutions_page(at("/codex/institutions"), codex)?),
        ("institution", institution_page(at("/codex"), codex, nkvd)?),
        ("limits", limits_page(at("/codex/limits"), codex, &sample::region_counts())?),
        ("increases", increases_page(at("/codex/limits/increases"), codex)?),
        ("months", limit_months_page(at("/codex/limits/months"), codex, &sample::counts())?),
        ("executions", executions_page(at("/codex/executions"), codex, &sample::counts())?),
        ("estimates", estimates_page(at("/estimates"), codex, &sample::archive_figures())?),
        ("glossary", glossary_page(at("/glossary"), codex)?),
        ("archives", archives_page(at("/archives"), codex)?),
    ])
}
