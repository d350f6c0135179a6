//! The glossary: words and abbreviations of the sources, each with its own anchor.

use super::notes::{Note, Notes};
use super::{certainty_words, in_language};
use crate::Text;
use crate::pages::{Frame, Page};
use askama::Template;
use std::borrow::Cow;
use synodik_codex::{Codex, Term};

/// Kinds of terms in the order of the page.
const CATEGORIES: [&str; 9] =
    ["charge", "sentence", "status", "body", "procedure", "settlement", "camp", "file", "slang"];

#[derive(Template)]
#[template(path = "codex/glossary.html")]
struct GlossaryPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    categories: Vec<(&'static str, Cow<'a, str>, Vec<TermView<'a>>)>,
    notes: Vec<Note<'a>>,
}

/// A term with its meaning.
struct TermView<'a> {
    term_id: &'a str,
    term: &'a str,
    full: &'a str,
    /// Written out in Russian, where the page is in another language.
    full_original: Option<&'a str>,
    meaning: &'a str,
    certainty: Cow<'a, str>,
    notes: Vec<usize>,
}

/// Returns the glossary.
///
/// # Errors
///
/// When the template cannot be written.
pub fn glossary_page(frame: Frame<'_>, codex: &Codex) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let categories = CATEGORIES.map(|category| {
        let mut terms: Vec<&Term> =
            codex.terms.iter().filter(|term| term.category == category).collect();
        terms.sort_by_key(|term| term.term.to_lowercase());
        let terms = terms.into_iter().map(|term| term_view(term, &mut notes, t)).collect();
        (category, t.label("term-category", category), terms)
    });
    GlossaryPage { frame, t, categories: categories.into(), notes: notes.into_list(t) }.render()
}

fn term_view<'a>(term: &'a Term, notes: &mut Notes<'a>, t: Text<'a>) -> TermView<'a> {
    let full = in_language(&term.full, t);
    TermView {
        term_id: &term.term_id,
        term: &term.term,
        full,
        full_original: Some(term.full.ru.as_str())
            .filter(|original| *original != full && *original != term.term),
        meaning: in_language(&term.meaning, t),
        certainty: certainty_words(term.certainty, t),
        notes: notes.cite(&term.sources),
    }
}
