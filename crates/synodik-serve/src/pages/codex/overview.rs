//! The first page of the codex: all instruments by campaign, or those of one day.

use super::campaign::{LABEL_WIDTH, N_LABEL_LETTERS, campaign_time, force_words};
use super::chart::{TimeAxis, TimeChart, TimeRow};
use super::in_language;
use super::life::life_bars;
use super::moment::{Moment, MomentForm, MomentView, moment_view};
use super::notes::{Note, Notes};
use super::shortened;
use crate::address::{campaign_address, instrument_address};
use crate::pages::{Frame, Page};
use crate::{FormMistake, Text};
use askama::Template;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use synodik_codex::{Codex, Instrument};

/// The years drawn; later laws, which repair, stand in the list only.
const DRAWN_YEARS: (i32, i32) = (1918, 1956);

#[derive(Template)]
#[template(path = "codex/overview.html")]
struct CodexPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    form: &'a MomentForm,
    relations: Vec<(&'a str, &'a str)>,
    mistakes: Vec<(&'static str, String)>,
    moment: Option<MomentView<'a>>,
    chart: Option<TimeChart>,
    campaigns: Vec<CampaignEntry<'a>>,
    notes: Vec<Note<'a>>,
}

/// The instruments of a campaign, or those that belong to none.
struct CampaignEntry<'a> {
    /// Of the page of the campaign; none for instruments without one.
    address: Option<String>,
    id: String,
    name: String,
    time: Option<String>,
    instruments: Vec<InstrumentEntry<'a>>,
}

struct InstrumentEntry<'a> {
    address: String,
    title: &'a str,
    /// None when the instrument was named under an earlier campaign.
    force: Option<String>,
    instrument: &'a Instrument,
}

impl CodexPage<'_> {
    fn is_wrong(&self, field: &str) -> bool {
        self.mistakes.iter().any(|(wrong, _)| *wrong == field)
    }
}

/// Returns the first page of the codex.
///
/// # Shape
///
/// `asked`: the form understood; `Ok(None)` gives all instruments by campaign.
///
/// # Errors
///
/// When the template cannot be written.
pub fn codex_page(
    frame: Frame<'_>,
    codex: &Codex,
    form: &MomentForm,
    asked: Result<Option<&Moment>, &[FormMistake]>,
) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let moment = match asked {
        Ok(Some(moment)) => Some(moment_view(codex, moment, &mut notes, t)),
        _ => None,
    };
    let campaigns = if matches!(asked, Ok(None)) { campaign_entries(codex, t) } else { Vec::new() };
    CodexPage {
        frame,
        t,
        form,
        relations: relations(codex, t),
        mistakes: asked.err().unwrap_or_default().iter().map(|one| mistake(one, t)).collect(),
        moment,
        chart: (!campaigns.is_empty()).then(|| overview_chart(&campaigns, t)),
        campaigns,
        notes: notes.into_list(t),
    }
    .render()
}

/// Returns the relations that a provision names, by their words.
fn relations<'a>(codex: &'a Codex, t: Text<'_>) -> Vec<(&'a str, &'a str)> {
    let mut relations: Vec<(&str, &str)> = codex
        .relations
        .iter()
        .map(|relation| (relation.relation_id.as_str(), in_language(&relation.name, t)))
        .collect();
    relations.sort_by_key(|(_, name)| name.to_lowercase());
    relations
}

fn mistake(mistake: &FormMistake, t: Text<'_>) -> (&'static str, String) {
    let field = t.label("moment", mistake.field);
    let key = format!("moment-error-{}", mistake.kind);
    (mistake.field, t.fill(&key, &[("field", &field)]).into_owned())
}

fn campaign_entries<'a>(codex: &'a Codex, t: Text<'a>) -> Vec<CampaignEntry<'a>> {
    let mut named = BTreeSet::new();
    let mut entries = Vec::new();
    for campaign in codex.campaigns.iter() {
        let instruments = codex
            .instruments
            .iter()
            .filter(|known| campaign.instruments.contains(&known.instrument_id))
            .map(|known| entry(known, named.insert(&known.instrument_id), t))
            .collect();
        entries.push(CampaignEntry {
            address: Some(campaign_address(&campaign.campaign_id)),
            id: campaign.campaign_id.clone(),
            name: in_language(&campaign.name, t).to_owned(),
            time: Some(campaign_time(campaign, t)),
            instruments,
        });
    }
    let instruments = codex
        .instruments
        .iter()
        .filter(|known| !named.contains(&known.instrument_id))
        .map(|known| entry(known, true, t))
        .collect();
    let name = t.say("codex-no-campaign").into_owned();
    entries.push(CampaignEntry {
        address: None,
        id: "none".to_owned(),
        name,
        time: None,
        instruments,
    });
    entries
}

fn entry<'a>(instrument: &'a Instrument, is_first: bool, t: Text<'a>) -> InstrumentEntry<'a> {
    InstrumentEntry {
        address: instrument_address(&instrument.instrument_id),
        title: in_language(&instrument.title, t),
        force: is_first.then(|| force_words(instrument, t)),
        instrument,
    }
}

/// Draws when each instrument was in force, once, under the first campaign that rested on it.
fn overview_chart(campaigns: &[CampaignEntry<'_>], t: Text<'_>) -> TimeChart {
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
    let axis = TimeAxis::between(day(DRAWN_YEARS.0), day(DRAWN_YEARS.1), LABEL_WIDTH);
    let mut rows = Vec::new();
    for campaign in campaigns {
        let drawn: Vec<TimeRow> = campaign
            .instruments
            .iter()
            .filter(|entry| entry.force.is_some())
            .map(|entry| TimeRow {
                label: shortened(entry.title, N_LABEL_LETTERS),
                bars: life_bars(entry.instrument, &axis),
                ..TimeRow::default()
            })
            .filter(|row| !row.bars.is_empty())
            .collect();
        if !drawn.is_empty() {
            let label = shortened(&campaign.name, 2 * N_LABEL_LETTERS);
            rows.push(TimeRow { label, is_heading: true, ..TimeRow::default() });
            rows.extend(drawn);
        }
    }
    let words = (t.say("codex-chart-title").into_owned(), t.say("codex-chart-text").into_owned());
    TimeChart::of_rows("overview", words, &axis, rows)
}
