//! The first page: what this is, what is in it, one search box, three ways in.

use super::record::heading;
use super::{Frame, Page};
use crate::Text;
use crate::address::{family_address, percent_encode, record_address};
use askama::Template;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use synodik_index::Remembered;

/// What the first page shows beside the summary of the archive.
#[derive(Debug, Clone, Default)]
pub struct HomeView<'a> {
    /// Lists.
    pub n_sources: u64,
    /// Persons that the records are held to be of; nought where nobody counted.
    pub n_persons: u64,
    /// Families.
    pub n_families: u64,
    /// Id of a family, as an example.
    pub family: Option<&'a str>,
    /// Today, and what happened on this day of the year to people whose death is dated.
    pub remembered: Option<(NaiveDate, &'a [Remembered])>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    view: &'a HomeView<'a>,
    family: Option<String>,
    today: Option<TodayView<'a>>,
}

/// What happened on this day of the year.
struct TodayView<'a> {
    title: String,
    people: Vec<RememberedView<'a>>,
}

struct RememberedView<'a> {
    address: String,
    name: Cow<'a, str>,
    /// What happened in which year.
    events: Vec<(Cow<'a, str>, &'a str)>,
}

/// The years of the Great Terror, offered when the archive has events in them.
const EXAMPLE_YEARS: (i32, i32) = (1937, 1938);

impl HomePage<'_> {
    fn name_address(&self, name: &str) -> String {
        format!("/search?q={}", percent_encode(name))
    }

    /// Entries that are shown.
    fn n_shown(&self) -> u64 {
        self.frame.archive.n_records.saturating_sub(self.frame.archive.n_withheld)
    }

    fn example_years(&self) -> Option<(i32, i32)> {
        let (first, last) = self.frame.archive.event_years?;
        (first <= EXAMPLE_YEARS.1 && last >= EXAMPLE_YEARS.0).then_some(EXAMPLE_YEARS)
    }
}

/// Returns the first page.
///
/// # Errors
///
/// When the template cannot be written.
pub fn home_page(frame: Frame<'_>, view: &HomeView<'_>) -> Page {
    let t = frame.text;
    let today = view.remembered.filter(|(_, people)| !people.is_empty());
    HomePage {
        frame,
        t,
        view,
        family: view.family.map(family_address),
        today: today.map(|(day, people)| today_view(day, people, t)),
    }
    .render()
}

fn today_view<'a>(day: NaiveDate, people: &'a [Remembered], t: Text<'a>) -> TodayView<'a> {
    let month = t.label("month-of", &format!("{:02}", day.month()));
    let values = [("day", &*day.day().to_string()), ("month", &*month)];
    let person = |remembered: &'a Remembered| {
        let record = &remembered.record;
        let events = remembered.events.iter().filter_map(|event_idx| record.events.get(*event_idx));
        RememberedView {
            address: record_address(&record.record_id),
            name: heading(record, t),
            events: events
                .map(|event| {
                    let year = event.date_edtf.as_deref().and_then(|edtf| edtf.get(..4));
                    (t.label("event", &event.kind), year.unwrap_or_default())
                })
                .collect(),
        }
    };
    TodayView {
        title: t.fill("home-on-this-day", &values).into_owned(),
        people: people.iter().map(person).collect(),
    }
}
