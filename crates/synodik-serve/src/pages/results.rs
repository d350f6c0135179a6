//! Search: the form, what was found, and ways to narrow it.

use super::coverage::{Coverage, coverage_words};
use super::dates::date_in_words;
use super::decrees::{Advice, advice_for};
use super::export::ExportFormat;
use super::facets::{Chip, FacetView, chips, facet_views};
use super::record::heading;
use super::related::probability_words;
use super::years_chart::YearsChart;
use super::{Frame, Page, field_value};
use crate::address::{family_address, percent_encode, person_address, record_address};
use crate::question::{MAX_OFFSET, N_HITS_PER_PAGE, SEXES};
use crate::{FormMistake, SearchForm, Text};
use askama::Template;
use std::borrow::Cow;
use synodik_index::{
    Hit, MatchKind, PublicEvent, PublicField, PublicRecord, PublicSource, SearchResult, WordMatch,
    body_ids, measure_ids,
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
    /// It was answered with something.
    Found {
        /// What was found.
        result: &'a SearchResult,
        /// What the lists cover of what was asked.
        coverage: &'a Coverage,
        /// Ids of the families of the hits, by their place; may be shorter than the hits.
        families: &'a [Option<String>],
        /// The same keys in the other script, where nothing is found as typed and this is.
        other_layout: Option<&'a Variant>,
    },
    /// It was answered with nothing.
    Nothing {
        /// What the lists cover of what was asked.
        coverage: &'a Coverage,
        /// What may help.
        advice: &'a EmptyAdvice,
    },
}

/// How a search came, and so how its page leads on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// Its words stand in the address.
    ByAddress,
    /// They do not, nor in any address that the page leads to.
    ByPost,
}

/// What may help where nothing was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EmptyAdvice {
    /// Searches near this one that find something.
    pub variants: Vec<Variant>,
}

/// A search near one that found nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Key of the words that say what differs.
    pub key: &'static str,
    /// What differs.
    pub value: String,
    /// Address of the search.
    pub address: String,
    /// What it finds.
    pub n_found: u64,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    form: &'a SearchForm,
    asking: Asking,
    title: Cow<'a, str>,
    sources: &'a [PublicSource],
    chips: Vec<Chip>,
    mistakes: Vec<Mistake>,
    found: Option<Found<'a>>,
    nothing: Option<NothingView<'a>>,
    is_blank: bool,
}

/// What is said where nothing was found.
struct NothingView<'a> {
    coverage: Vec<String>,
    variants: Vec<(String, &'a str, String)>,
    /// Address of the page about the spellings of the names.
    names: Option<String>,
    archives: Vec<Advice>,
}

/// A mistake in words, with the field to mend.
struct Mistake {
    field: &'static str,
    words: String,
}

/// What was found, ready to be shown.
struct Found<'a> {
    /// Words, address and number of what the same keys write in the other script.
    other_layout: Option<(String, &'a str, String)>,
    n_exact: u64,
    n_similar: u64,
    coverage: Vec<String>,
    /// The years of the records found, when they are asked for as time.
    time: Option<YearsChart>,
    is_time: bool,
    exports: Vec<(&'static str, String)>,
    is_export_cut: bool,
    map: String,
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
    /// How near the entry is to what was typed.
    certainty: Cow<'a, str>,
    reasons: Vec<Cow<'a, str>>,
    family: Option<String>,
    birth: Vec<&'a str>,
    /// What the entry notes of the person as a whole.
    note: Option<Cow<'a, str>>,
    events: Vec<EventView<'a>>,
    n_more_events: u64,
    source: &'a str,
    /// Words and address of the person, when other entries of that person are shown.
    person: Option<(Cow<'a, str>, String)>,
}

struct EventView<'a> {
    label: Cow<'a, str>,
    date: Option<Cow<'a, str>>,
    /// The words of the entry, of an event that has no name of its own.
    words: Option<Cow<'a, str>>,
}

/// Returns the search page.
///
/// # Errors
///
/// When the template cannot be written.
pub fn search_page(
    frame: Frame<'_>,
    (form, asking): (&SearchForm, Asking),
    answer: Answer<'_>,
    sources: &[PublicSource],
) -> Page {
    let t = frame.text;
    let query = form.q.trim();
    // The history of a browser keeps titles.
    let is_untold = query.is_empty() || asking == Asking::ByPost;
    let title = if is_untold || matches!(answer, Answer::Mistakes(_)) {
        t.say("search-title")
    } else {
        t.fill("results-title", &[("query", query)])
    };
    let mistakes = match answer {
        Answer::Mistakes(mistakes) => mistakes.iter().map(|found| mistake(*found, t)).collect(),
        _ => Vec::new(),
    };
    let found = match answer {
        Answer::Found { result, coverage, families, other_layout } => {
            let mut found = found_view(form, result, sources, frame);
            found.other_layout = other_layout.map(|variant| variant_view(variant, t));
            found.coverage = coverage_words(coverage, frame.archive, t);
            for (hit, family) in found.hits.iter_mut().zip(families) {
                hit.family = family.as_deref().map(family_address);
            }
            Some(found)
        }
        _ => None,
    };
    let nothing = match answer {
        Answer::Nothing { coverage, advice } => Some(NothingView {
            coverage: coverage_words(coverage, frame.archive, t),
            variants: advice.variants.iter().map(|variant| variant_view(variant, t)).collect(),
            names: names_address(query, coverage),
            // What they say of a record would be said of none.
            archives: advice_for(&asked_record(form), t)
                .into_iter()
                .map(|advice| Advice { reasons: Vec::new(), ..advice })
                .collect(),
        }),
        _ => None,
    };
    SearchPage {
        frame,
        t,
        form,
        asking,
        title,
        sources,
        chips: if found.is_some() || nothing.is_some() {
            chips(form, sources, frame)
        } else {
            Vec::new()
        },
        mistakes,
        found,
        nothing,
        is_blank: matches!(answer, Answer::Blank),
    }
    .render()
}

/// Returns the address of the page about the spellings of the words that may be names; none where
/// none may.
fn names_address(query: &str, coverage: &Coverage) -> Option<String> {
    let is_name = |word: &&str| {
        word.chars().all(|sign| !sign.is_ascii_digit())
            && !coverage.place.as_deref().is_some_and(|place| place.contains(word))
    };
    let words: Vec<&str> = query.split_whitespace().filter(is_name).collect();
    (!words.is_empty()).then(|| format!("/names?q={}", percent_encode(&words.join(" "))))
}

fn variant_view<'a>(variant: &'a Variant, t: Text<'_>) -> (String, &'a str, String) {
    let words = t.fill(variant.key, &[("value", &variant.value)]).into_owned();
    (words, &variant.address, t.count("variant-found", &variant.n_found).into_owned())
}

/// Returns what was asked as the record that would answer it, to find the archives for it.
fn asked_record(form: &SearchForm) -> PublicRecord {
    let year = [&form.event_from, &form.event_to].into_iter().find(|year| year.len() == 4);
    let kind = if form.event.is_empty() { "arrest" } else { &form.event };
    let event = PublicEvent {
        kind: kind.to_owned(),
        date_edtf: year.cloned(),
        place: Some(form.place.clone()).filter(|place| !place.is_empty()),
        ..PublicEvent::default()
    };
    let place = if form.place.is_empty() { &form.q } else { &form.place };
    PublicRecord {
        record_id: String::new(),
        source_id: String::new(),
        name: String::new(),
        fields: vec![PublicField { name: "residence".to_owned(), value: place.clone() }],
        birth_edtf: None,
        events: vec![event],
        verbatim: String::new(),
        has_withheld_part: false,
        file: String::new(),
        line: 0,
        byte_offset: 0,
    }
}

impl SearchPage<'_> {
    fn event_kinds(&self) -> impl Iterator<Item = &'static str> {
        EventKind::ALL.iter().map(|kind| kind.name())
    }

    fn is_hidden(&self) -> bool {
        self.asking == Asking::ByPost
    }

    fn method(&self) -> &'static str {
        if self.is_hidden() { "post" } else { "get" }
    }

    /// Choices that have no field of their own in the form.
    fn unseen(&self) -> [(&'static str, &str); 7] {
        let form = self.form;
        [
            ("place_id", form.place_id.as_str()),
            ("place_kind", &form.place_kind),
            ("instrument", &form.instrument),
            ("month", &form.month),
            ("region", &form.region),
            ("age", &form.age),
            ("view", &form.view),
        ]
    }

    /// Those of them that are made stay chosen.
    fn kept(&self) -> Vec<(&'static str, &str)> {
        let is_kept = |(name, value): &(&str, &str)| !value.is_empty() && !self.is_wrong(name);
        self.unseen().into_iter().filter(is_kept).collect()
    }

    /// Whether a field can be seen and mended in the form.
    fn has_field(&self, name: &str) -> bool {
        let is_unseen = self.unseen().iter().any(|(unseen, _)| *unseen == name);
        !is_unseen && !["", "offset"].contains(&name)
    }

    fn list_address(&self) -> String {
        self.form.address_with(&[("view", "")])
    }

    fn time_address(&self) -> String {
        self.form.address_with(&[("view", "time")])
    }

    fn statistics_address(&self) -> String {
        self.form.address_at("/statistics", &[("view", "")])
    }

    fn sexes(&self) -> [&'static str; 2] {
        SEXES
    }

    fn bodies(&self) -> Vec<&'static str> {
        body_ids()
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
    result: &'a SearchResult,
    sources: &'a [PublicSource],
    frame: Frame<'a>,
) -> Found<'a> {
    let t = frame.text;
    let offset: usize = form.offset.trim().parse().unwrap_or(0);
    let last = offset as u64 + result.hits.len() as u64;
    let [first_words, last_words] = [offset as u64 + 1, last].map(|n| t.number(&n));
    let at = |offset: usize| form.address_with(&[("offset", &offset.to_string())]);
    let earlier_offset = offset.saturating_sub(N_HITS_PER_PAGE);
    let later_offset = offset + N_HITS_PER_PAGE;
    let has_later = last < result.n_found && later_offset <= MAX_OFFSET;
    let is_time = form.view == "time";
    let years = result.facets.iter().find(|facet| facet.name == "event_year");
    let export = |format: &ExportFormat| {
        let address = form.address_at("/search/export", &[("view", "")]);
        (format.label(), format!("{address}&format={}", format.name()))
    };
    Found {
        n_exact: result.n_exact,
        n_similar: result.n_found.saturating_sub(result.n_exact),
        coverage: Vec::new(),
        other_layout: None,
        time: years.filter(|_| is_time).and_then(|years| YearsChart::of(form, &years.values, t)),
        is_time,
        exports: ExportFormat::ALL.iter().map(export).collect(),
        is_export_cut: result.n_found > ExportFormat::MAX_ROWS as u64,
        map: form.address_at("/map", &[("view", "")]),
        range: t
            .fill("results-range", &[("first", &first_words), ("last", &last_words)])
            .into_owned(),
        has_spelled: !is_time && result.hits.iter().any(|hit| t.spell(&hit.record.name).is_some()),
        hits: match is_time {
            true => Vec::new(),
            false => result.hits.iter().map(|hit| hit_view(hit, sources, t)).collect(),
        },
        facets: facet_views(form, &result.facets, sources, frame),
        earlier: (offset > 0).then(|| match earlier_offset {
            0 => form.address_with(&[]),
            _ => at(earlier_offset),
        }),
        later: (has_later && !is_time).then(|| at(later_offset)),
    }
}

/// Returns how near an entry is to what was typed, by the farthest of the words.
fn certainty<'a>(hit: &Hit, t: Text<'a>) -> Cow<'a, str> {
    let kinds = hit.matches.iter().map(|found| found.kind);
    t.say(match kinds.max() {
        None | Some(MatchKind::AsTyped) => "hit-as-typed",
        Some(kind) if kind <= MatchKind::Year => "hit-as-typed",
        Some(MatchKind::KinName) => "hit-kin",
        Some(kind) if kind <= MatchKind::DeclinedForm => "hit-same-name",
        Some(MatchKind::Missing) => "hit-in-part",
        Some(_) => "hit-similar",
    })
}

fn hit_view<'a>(hit: &'a Hit, sources: &'a [PublicSource], t: Text<'a>) -> HitView<'a> {
    let record = &hit.record;
    let birth = ["birth", "birth_place"];
    let source = sources.iter().find(|source| source.source_id == record.source_id);
    let mut events: Vec<&PublicEvent> = record.own_events().collect();
    let n_events = events.len();
    // What has a name of its own goes before what has not.
    let is_other = |event: &PublicEvent| event.kind == EventKind::Other.name();
    events.sort_by_key(|event| (is_other(event), event.date_edtf.is_none(), first_day_key(event)));
    events.truncate(N_EVENTS_PER_HIT);
    HitView {
        address: record_address(&record.record_id),
        name: heading(record, t),
        certainty: certainty(hit, t),
        family: None,
        reasons: hit.matches.iter().filter_map(|found| reason(found, t)).collect(),
        birth: birth.iter().filter_map(|name| field_value(&record.fields, name)).collect(),
        note: field_value(&record.fields, "note").map(shortened),
        events: events.into_iter().map(|event| event_view(event, t)).collect(),
        n_more_events: n_events.saturating_sub(N_EVENTS_PER_HIT) as u64,
        source: source.map_or(&record.source_id, |source| &source.title),
        person: hit.person.as_ref().map(|person| {
            let entries = t.count("hit-person", &u64::from(person.n_records));
            let p = t.fill("person-p", &[("p", &probability_words(person.p, t))]);
            (Cow::Owned(format!("{entries}. {p}")), person_address(&person.person_id))
        }),
    }
}

/// Returns why a word was found, unless it stands there as typed.
fn reason<'a>(found: &WordMatch, t: Text<'a>) -> Option<Cow<'a, str>> {
    if matches!(found.kind, MatchKind::AsTyped | MatchKind::Year) {
        return None;
    }
    if found.kind == MatchKind::Place {
        let of_event = || t.say("match-place-event");
        let place =
            if found.place == "event" { of_event() } else { t.label("field", &found.place) };
        return Some(t.fill("match-place-where", &[("found", &found.found), ("place", &place)]));
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
    let is_other = event.kind == EventKind::Other.name();
    let words = event.text.as_deref().or(event.measure.as_deref()).filter(|_| is_other);
    EventView {
        label: t.label("event", &event.kind),
        date: in_words.map(Cow::Owned).or(event.date_stated.as_deref().map(Cow::Borrowed)),
        words: words.map(shortened),
    }
}

/// Letters of an event or a note that stand in a hit.
const MAX_WORDS: usize = 110;

/// Returns the words, cut between two of them where they are long.
fn shortened(words: &str) -> Cow<'_, str> {
    let Some((end, _)) = words.char_indices().nth(MAX_WORDS) else { return Cow::Borrowed(words) };
    let cut =
        words[..end].rsplit_once(char::is_whitespace).map_or(&words[..end], |(start, _)| start);
    Cow::Owned(format!("{} …", cut.trim_end_matches([',', ';', '.'])))
}
