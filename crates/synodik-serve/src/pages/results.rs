//! Search: the form, what was found, and ways to narrow it.

use super::dates::date_in_words;
use super::facets::{Chip, FacetView, chips, facet_views};
use super::record::heading;
use super::{Frame, Page, field_value};
use crate::address::{person_address, record_address};
use crate::question::{MAX_OFFSET, N_HITS_PER_PAGE};
use crate::{FormMistake, SearchForm, Text};
use askama::Template;
use std::borrow::Cow;
use synodik_index::{
    Hit, MatchKind, PublicEvent, PublicSource, SearchResult, WordMatch, measure_ids,
};
use synodik_model::EventKind;

/// Events named in one hit; a fifth would break the line on most screens.
const N_EVENTS_PER_HIT: usize = 4;

/// What became of a question.
#[derive(Debug, Clone, Copy)]
pub enum Answer<'a> {
    /// Nothing was asked.
    Blank,
    /// It could not be asked.
    Mistakes(&'a [FormMistake]),
    /// It was answered, leaving out so many hits.
    Found(&'a SearchResult, usize),
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    form: &'a SearchForm,
    title: Cow<'a, str>,
    sources: &'a [PublicSource],
    chips: Vec<Chip>,
    mistakes: Vec<Mistake>,
    found: Option<Found<'a>>,
    is_blank: bool,
}

/// A mistake in words, with the field to mend.
struct Mistake {
    field: &'static str,
    words: String,
}

/// What was found, ready to be shown.
struct Found<'a> {
    n_exact: u64,
    n_similar: u64,
    range: String,
    /// Whether a name stands beside one in the letters of the reader.
    has_spelled: bool,
    hits: Vec<HitView<'a>>,
    facets: Vec<FacetView>,
    earlier: Option<String>,
    later: Option<String>,
}

/// One record found.
struct HitView<'a> {
    address: String,
    name: Cow<'a, str>,
    reasons: Vec<Cow<'a, str>>,
    birth: Vec<&'a str>,
    events: Vec<EventView<'a>>,
    n_more_events: u64,
    source: &'a str,
    /// Words and address of the person, when other entries of that person are shown.
    person: Option<(Cow<'a, str>, String)>,
}

struct EventView<'a> {
    label: Cow<'a, str>,
    date: Option<Cow<'a, str>>,
}

/// Returns the search page.
///
/// # Errors
///
/// When the template cannot be written.
pub fn search_page(
    frame: Frame<'_>,
    form: &SearchForm,
    answer: Answer<'_>,
    sources: &[PublicSource],
) -> Page {
    let t = frame.text;
    let query = form.q.trim();
    let title = if query.is_empty() || matches!(answer, Answer::Mistakes(_)) {
        t.say("search-title")
    } else {
        t.fill("results-title", &[("query", query)])
    };
    let mistakes = match answer {
        Answer::Mistakes(mistakes) => mistakes.iter().map(|found| mistake(*found, t)).collect(),
        _ => Vec::new(),
    };
    let found = match answer {
        Answer::Found(result, offset) => Some(found_view(form, (result, offset), sources, t)),
        _ => None,
    };
    SearchPage {
        frame,
        t,
        form,
        title,
        sources,
        chips: if found.is_some() { chips(form, sources, t) } else { Vec::new() },
        mistakes,
        found,
        is_blank: matches!(answer, Answer::Blank),
    }
    .render()
}

impl SearchPage<'_> {
    fn event_kinds(&self) -> impl Iterator<Item = &'static str> {
        EventKind::ALL.iter().map(|kind| kind.name())
    }

    fn measures(&self) -> Vec<&'static str> {
        measure_ids()
    }

    fn years(&self) -> [(&'static str, &str); 4] {
        let form = self.form;
        [
            ("birth_from", &form.birth_from),
            ("birth_to", &form.birth_to),
            ("event_from", &form.event_from),
            ("event_to", &form.event_to),
        ]
    }

    fn address_without_filters(&self) -> String {
        SearchForm { q: self.form.q.clone(), ..SearchForm::default() }.address_with(&[])
    }

    fn is_wrong(&self, field: &str) -> bool {
        self.mistakes.iter().any(|mistake| mistake.field == field)
    }

    fn is_filter_open(&self) -> bool {
        self.is_blank
            || self.mistakes.iter().any(|mistake| !matches!(mistake.field, "" | "q" | "offset"))
    }
}

fn mistake(mistake: FormMistake, t: Text<'_>) -> Mistake {
    let field = t.label("filter", mistake.field);
    let words = t.fill(&format!("error-{}", mistake.kind), &[("field", &field)]);
    Mistake { field: mistake.field, words: words.into_owned() }
}

fn found_view<'a>(
    form: &SearchForm,
    (result, offset): (&'a SearchResult, usize),
    sources: &'a [PublicSource],
    t: Text<'a>,
) -> Found<'a> {
    let n_shown_before = offset as u64;
    let last = n_shown_before + result.hits.len() as u64;
    let [first_words, last_words] = [n_shown_before + 1, last].map(|n| t.number(&n));
    let at = |offset: usize| form.address_with(&[("offset", &offset.to_string())]);
    let earlier_offset = offset.saturating_sub(N_HITS_PER_PAGE);
    let later_offset = offset + N_HITS_PER_PAGE;
    let has_later = last < result.n_found && later_offset <= MAX_OFFSET;
    Found {
        n_exact: result.n_exact,
        n_similar: result.n_found.saturating_sub(result.n_exact),
        range: t
            .fill("results-range", &[("first", &first_words), ("last", &last_words)])
            .into_owned(),
        has_spelled: result.hits.iter().any(|hit| t.spell(&hit.record.name).is_some()),
        hits: result.hits.iter().map(|hit| hit_view(hit, sources, t)).collect(),
        facets: facet_views(form, &result.facets, sources, t),
        earlier: (offset > 0).then(|| match earlier_offset {
            0 => form.address_with(&[]),
            _ => at(earlier_offset),
        }),
        later: has_later.then(|| at(later_offset)),
    }
}

fn hit_view<'a>(hit: &'a Hit, sources: &'a [PublicSource], t: Text<'a>) -> HitView<'a> {
    let record = &hit.record;
    let birth = ["birth", "birth_place"];
    let source = sources.iter().find(|source| source.source_id == record.source_id);
    let mut events: Vec<&PublicEvent> = record.events.iter().collect();
    events.sort_by_key(|event| (event.date_edtf.is_none(), first_day_key(event)));
    events.truncate(N_EVENTS_PER_HIT);
    HitView {
        address: record_address(&record.record_id),
        name: heading(record, t),
        reasons: hit.matches.iter().filter_map(|found| reason(found, t)).collect(),
        birth: birth.iter().filter_map(|name| field_value(&record.fields, name)).collect(),
        events: events.into_iter().map(|event| event_view(event, t)).collect(),
        n_more_events: record.events.len().saturating_sub(N_EVENTS_PER_HIT) as u64,
        source: source.map_or(&record.source_id, |source| &source.title),
        person: hit.person.as_ref().map(|person| {
            let words = t.count("hit-person", &u64::from(person.n_records));
            (words, person_address(&person.person_id))
        }),
    }
}

/// Returns why a word was found, unless it stands there as typed.
fn reason<'a>(found: &WordMatch, t: Text<'a>) -> Option<Cow<'a, str>> {
    if matches!(found.kind, MatchKind::AsTyped | MatchKind::Place | MatchKind::Year) {
        return None;
    }
    let key = format!("match-{}", found.kind.name());
    Some(t.fill(&key, &[("typed", &found.typed), ("found", &found.found)]))
}

/// Returns what brings dates in EDTF into order.
fn first_day_key(event: &PublicEvent) -> &str {
    let edtf = event.date_edtf.as_deref().unwrap_or_default();
    edtf.trim_start_matches(['[', '{', '.', '/'])
}

fn event_view<'a>(event: &'a PublicEvent, t: Text<'a>) -> EventView<'a> {
    let in_words = event.date_edtf.as_deref().and_then(|edtf| date_in_words(edtf, t));
    EventView {
        label: t.label("event", &event.kind),
        date: in_words.map(Cow::Owned).or(event.date_stated.as_deref().map(Cow::Borrowed)),
    }
}
