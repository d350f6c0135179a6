//! Writes one sample of every page, in each language, to the folder given as argument.
//!
//! To look at the pages without an archive: `cargo run -p synodik-serve --example
//! sample_pages -- FOLDER`. All people in them are invented.

#[path = "../tests/it/sample.rs"]
mod sample;

use anyhow::Context;
use std::fs;
use std::path::Path;
use synodik_index::SearchResult;
use synodik_serve::pages::{
    Answer, Frame, about_page, failure_page, home_page, missing_page, record_page, search_page,
    source_page, sources_page, withheld_page,
};
use synodik_serve::{Language, Locales, SearchForm};

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).context("expected a folder as argument")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let style = include_str!("../assets/style.css");
    for language in Language::ALL {
        for (name, html) in sample_pages(language)? {
            // The pages are opened as files, where the address of the style sheet leads nowhere.
            let html = html.replace("</head>", &format!("<style>{style}</style></head>"));
            fs::write(folder.join(format!("{name}.{}.html", language.tag())), html)?;
        }
    }
    Ok(())
}

fn sample_pages(language: Language) -> anyhow::Result<Vec<(&'static str, String)>> {
    let locales = Locales::load();
    let (archive, sources, record) = (sample::archive(), sample::sources(), sample::record());
    let at = |here| Frame { text: locales.text(language), here, archive: &archive };
    let (result, form) = (
        sample::result(),
        SearchForm {
            q: "Веретенникова".to_owned(),
            event: "arrest".to_owned(),
            ..SearchForm::default()
        },
    );
    let nothing = SearchResult { n_found: 0, n_exact: 0, hits: Vec::new(), facets: Vec::new() };
    let wrong = SearchForm { birth_from: "18xx".to_owned(), ..form.clone() };
    let mistakes = wrong.parse().err().unwrap_or_default();
    let search = |form, answer| search_page(at("/search"), form, answer, &sources);
    Ok(vec![
        ("home", home_page(at("/"), sources.len() as u64)?),
        ("about", about_page(at("/about"))?),
        ("sources", sources_page(at("/sources"), &sources)?),
        ("source", source_page(at("/sources/zarechye"), &sources[0])?),
        (
            "record",
            record_page(at("/record/zarechye.1.1871"), &record, sources.first(), &|_| None)?,
        ),
        ("withheld", withheld_page(at("/record/zarechye.1.9"), "zarechye.1.9", sources.first())?),
        ("search", search(&SearchForm::default(), Answer::Blank)?),
        ("results", search(&form, Answer::Found(&result, 20))?),
        ("empty", search(&form, Answer::Found(&nothing, 0))?),
        ("mistakes", search(&wrong, Answer::Mistakes(&mistakes))?),
        ("missing", missing_page(at("/nowhere"))?),
        ("failure", failure_page(at("/"))?),
    ])
}
