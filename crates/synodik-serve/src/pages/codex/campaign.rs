//! One campaign: its time, its instruments, the figures published about it.

use super::chart::{Bar, TimeAxis, TimeChart, TimeRow};
use super::executions::is_drawn_with_executions;
use super::life::life_bars;
use super::notes::{Note, Notes};
use super::{certainty_words, in_language, in_language_if, shortened, span_words};
use crate::Text;
use crate::address::{campaign_address, instrument_address};
use crate::pages::{Frame, Page};
use askama::Template;
use std::borrow::Cow;
use synodik_codex::{Campaign, Codex, Instrument};

/// Where bars start, right of the titles.
pub(super) const LABEL_WIDTH: i32 = 310;

/// Letters of a title that fit left of its bar.
pub(super) const N_LABEL_LETTERS: usize = 40;

#[derive(Template)]
#[template(path = "codex/campaign.html")]
struct CampaignPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    name: &'a str,
    time: String,
    targets: &'a str,
    remarks: Option<&'a str>,
    certainty: Cow<'a, str>,
    entry_notes: Vec<usize>,
    chart: Option<TimeChart>,
    instruments: Vec<(String, &'a str, String)>,
    figures: Vec<FigureView<'a>>,
    kin_figures: Vec<FigureView<'a>>,
    is_drawn_with_executions: bool,
    address: String,
    notes: Vec<Note<'a>>,
}

/// A published figure in words.
struct FigureView<'a> {
    what: Cow<'a, str>,
    value: &'a str,
    when: Option<&'a str>,
    by: Option<&'a str>,
    certainty: Cow<'a, str>,
    notes: Vec<usize>,
}

/// Returns the page of a campaign.
///
/// # Errors
///
/// When the template cannot be written.
pub fn campaign_page(frame: Frame<'_>, codex: &Codex, campaign: &Campaign) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let entry_notes = notes.cite(&campaign.sources);
    let instruments: Vec<&Instrument> =
        campaign.instruments.iter().filter_map(|known| codex.instrument(known)).collect();
    let figures = campaign.figures.iter().map(|figure| FigureView {
        what: t.label("figure", &figure.kind),
        value: in_language(&figure.value, t),
        when: Some(in_language(&figure.when, t)),
        by: Some(in_language(&figure.by, t)),
        certainty: certainty_words(figure.certainty, t),
        notes: notes.cite(&figure.sources),
    });
    let figures = figures.collect();
    let kin_figures = campaign.kin_figures.iter().map(|figure| FigureView {
        what: Cow::Borrowed(in_language(&figure.measure, t)),
        value: in_language(&figure.value, t),
        when: None,
        by: None,
        certainty: certainty_words(figure.certainty, t),
        notes: notes.cite(&figure.sources),
    });
    let kin_figures = kin_figures.collect();
    CampaignPage {
        frame,
        t,
        name: in_language(&campaign.name, t),
        time: campaign_time(campaign, t),
        targets: in_language(&campaign.targets, t),
        remarks: in_language_if(campaign.notes.as_ref(), t),
        certainty: certainty_words(campaign.certainty, t),
        entry_notes,
        chart: campaign_chart(campaign, &instruments, t),
        instruments: instruments
            .iter()
            .map(|instrument| {
                let address = instrument_address(&instrument.instrument_id);
                (address, in_language(&instrument.title, t), force_words(instrument, t))
            })
            .collect(),
        figures,
        kin_figures,
        is_drawn_with_executions: is_drawn_with_executions(&campaign.campaign_id),
        address: campaign_address(&campaign.campaign_id),
        notes: notes.into_list(t),
    }
    .render()
}

/// Returns the start and end of a campaign in words.
pub(super) fn campaign_time(campaign: &Campaign, t: Text<'_>) -> String {
    if campaign.started == campaign.ended {
        return span_words(&campaign.started, t);
    }
    format!("{} – {}", span_words(&campaign.started, t), span_words(&campaign.ended, t))
}

/// Returns when an instrument was in force, in one line.
pub(super) fn force_words(instrument: &Instrument, t: Text<'_>) -> String {
    let start = span_words(&instrument.start(), t);
    let Some(ended) = instrument.ended else {
        return t.fill("force-no-end", &[("start", &start)]).into_owned();
    };
    let ending = instrument.ending.map_or("ended", |kind| kind.name());
    let (end, ending) = (span_words(&ended, t), t.label("stage", ending));
    let mut words =
        t.fill("force-line", &[("start", &start), ("end", &end), ("ending", &ending)]).into_owned();
    if let Some(other) = instrument.ended_also {
        let other = span_words(&other, t);
        words.push_str("; ");
        words.push_str(&t.fill("life-other-date", &[("date", &other)]));
    }
    words
}

/// Draws the campaign over the instruments it rested on; those that outlived it go on.
fn campaign_chart(
    campaign: &Campaign,
    instruments: &[&Instrument],
    t: Text<'_>,
) -> Option<TimeChart> {
    let (first, last) = (campaign.started.first?, campaign.ended.last?);
    let earliest = instruments.iter().filter_map(|known| known.start().first).min();
    let axis = TimeAxis::between(earliest.unwrap_or(first).min(first), last, LABEL_WIDTH);
    let name = in_language(&campaign.name, t);
    let mut told = format!("{name}: {}. ", campaign_time(campaign, t));
    let mut rows = vec![TimeRow {
        label: shortened(name, N_LABEL_LETTERS),
        bars: vec![Bar::between(axis.x(first), axis.x(last), "full")],
        ..TimeRow::default()
    }];
    for instrument in instruments {
        let title = in_language(&instrument.title, t);
        told.push_str(&format!("{title}: {}. ", force_words(instrument, t)));
        rows.push(TimeRow {
            label: shortened(title, N_LABEL_LETTERS),
            bars: life_bars(instrument, &axis),
            ..TimeRow::default()
        });
    }
    let title = t.fill("campaign-chart-title", &[("name", name)]).into_owned();
    Some(TimeChart::of_rows("campaign", (title, told), &axis, rows))
}
