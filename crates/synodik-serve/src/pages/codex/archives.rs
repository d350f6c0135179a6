//! Where to ask: archives that may hold a file, and what they want to see.

use super::notes::{Note, Notes};
use super::{certainty_words, in_language, in_language_if, span_words};
use crate::Text;
use crate::address::web_address;
use crate::pages::{Frame, Page};
use askama::Template;
use std::borrow::Cow;
use synodik_codex::{ArchiveGuide, Codex};

#[derive(Template)]
#[template(path = "codex/archives.html")]
struct ArchivesPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    countries: Vec<CountryGuides<'a>>,
    notes: Vec<Note<'a>>,
}

/// The guides of one country.
struct CountryGuides<'a> {
    code: &'a str,
    name: Cow<'a, str>,
    guides: Vec<GuideView<'a>>,
}

/// An archive in words.
struct GuideView<'a> {
    archive_id: &'a str,
    name: &'a str,
    facts: Vec<(Cow<'a, str>, &'a str)>,
    fonds: Vec<&'a str>,
    link: Option<&'a str>,
    verified: String,
    certainty: Cow<'a, str>,
    notes: Vec<usize>,
}

/// Returns the page of all guides, by country.
///
/// # Errors
///
/// When the template cannot be written.
pub fn archives_page(frame: Frame<'_>, codex: &Codex) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let mut countries: Vec<CountryGuides<'_>> = Vec::new();
    for guide in &codex.archives {
        let code = guide.countries.first().map_or("INT", String::as_str);
        let view = guide_view(guide, &mut notes, t);
        match countries.iter_mut().find(|country| country.code == code) {
            Some(country) => country.guides.push(view),
            None => {
                let name = t.label("country", code);
                countries.push(CountryGuides { code, name, guides: vec![view] });
            }
        }
    }
    // The country with most guides first; the others by their name.
    countries.sort_by(|a, b| {
        b.guides.len().cmp(&a.guides.len()).then_with(|| a.name.as_ref().cmp(b.name.as_ref()))
    });
    ArchivesPage { frame, t, countries, notes: notes.into_list(t) }.render()
}

fn guide_view<'a>(guide: &'a ArchiveGuide, notes: &mut Notes<'a>, t: Text<'a>) -> GuideView<'a> {
    let facts = [
        (t.say("archive-holdings"), Some(&guide.holdings)),
        (t.say("archive-access"), Some(&guide.access)),
        (t.say("archive-needs"), Some(&guide.needs)),
        (t.say("archive-warning"), guide.warning.as_ref()),
    ];
    GuideView {
        archive_id: &guide.archive_id,
        name: in_language(&guide.name, t),
        facts: facts
            .into_iter()
            .filter_map(|(label, text)| Some((label, in_language_if(text, t)?)))
            .collect(),
        fonds: guide.fonds.iter().map(|fond| in_language(fond, t)).collect(),
        link: guide.address.as_deref().and_then(web_address),
        verified: verified_words(guide, t),
        certainty: certainty_words(guide.certainty, t),
        notes: notes.cite(&guide.sources),
    }
}

/// Says when the rules of an archive were verified, and how old their source is.
pub(in crate::pages) fn verified_words(guide: &ArchiveGuide, t: Text<'_>) -> String {
    let Some(verified) = &guide.verified else { return t.say("archive-unverified").into_owned() };
    let verified = span_words(verified, t);
    let Some(as_of) = &guide.as_of else {
        return t.fill("archive-verified", &[("day", &verified)]).into_owned();
    };
    let as_of = span_words(as_of, t);
    t.fill("archive-verified-dated", &[("day", &verified), ("source", &as_of)]).into_owned()
}
