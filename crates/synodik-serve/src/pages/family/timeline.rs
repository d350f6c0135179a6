//! The shared time axis: one line a person, events as marks, decrees in force behind.

use super::decree_bands::{Band, NamedDecree, bands_of};
use super::happenings::Happening;
use super::members::MemberView;
use super::year_axis::{YearAxis, YearTick};
use crate::Text;
use crate::pages::codex::chart::CHART_WIDTH;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Where names end and the axis starts.
const LEFT: i32 = 190;
const RIGHT: i32 = CHART_WIDTH - 12;
const ROW_HEIGHT: i32 = 26;
/// Height of the bar of a decree over the rows.
const BAND_HEIGHT: i32 = 14;
/// Room for the years over everything.
const HEAD_HEIGHT: i32 = 22;
/// Letters of a name that fit left of the axis.
const N_NAME_LETTERS: usize = 24;
/// The least room between the middles of two marks of one person.
const MARK_SPACE: i32 = 13;

/// Kinds of event and the shapes that stand for them, in the order of the key.
const SHAPES: [(&str, &str); 16] = [
    ("disenfranchisement", "open-down"),
    ("dispossession", "down"),
    ("dismissal", "bar"),
    ("arrest", "square"),
    ("sentence", "diamond"),
    ("imprisonment", "open-square"),
    ("exile", "right"),
    ("deportation", "open-right"),
    ("orphanage", "house"),
    ("release", "ring"),
    ("spared", "ring"),
    ("execution", "cross"),
    ("death", "end"),
    ("burial", "end"),
    ("rehabilitation", "ringed-dot"),
    ("other", "dot"),
];

/// The drawing.
pub(super) struct Timeline {
    pub(super) height: i32,
    pub(super) ticks: Vec<YearTick>,
    pub(super) bands: Vec<Band>,
    pub(super) rows: Vec<LifeRow>,
    /// The shapes that occur, with what they stand for.
    pub(super) key: Vec<(&'static str, String)>,
}

/// One person.
pub(super) struct LifeRow {
    /// Baseline of the name.
    pub(super) y: i32,
    pub(super) label: String,
    /// The life as far as it is known: solid, and dashed where only the bounds are.
    pub(super) sure: Option<(i32, i32)>,
    pub(super) unsure: Vec<(i32, i32)>,
    pub(super) marks: Vec<LifeMark>,
}

/// One event.
pub(super) struct LifeMark {
    pub(super) x: i32,
    pub(super) shape: &'static str,
    pub(super) title: String,
}

impl Timeline {
    /// Returns the top of the bar of a decree.
    pub(super) fn band_y(&self, band_idx: &usize) -> i32 {
        HEAD_HEIGHT + *band_idx as i32 * BAND_HEIGHT
    }
}

/// Returns the time axis of a family; none when nothing of it is dated.
///
/// # Shape
///
/// `happenings`: all of the family. `decrees`: in the order of their start.
pub(super) fn draw_timeline(
    members: &[MemberView],
    happenings: &[Happening<'_>],
    decrees: &[NamedDecree],
    t: Text<'_>,
) -> Option<Timeline> {
    let axis = axis_over(happenings)?;
    let bands = bands_of(decrees, &axis, t);
    let mut y = HEAD_HEIGHT + bands.len() as i32 * BAND_HEIGHT;
    let mut rows = Vec::new();
    for member in members {
        let of_member = |happening: &&Happening<'_>| happening.member_idx + 1 == member.number;
        let dated = happenings.iter().filter(of_member).filter(|one| one.days.is_some());
        let dated: Vec<&Happening<'_>> = dated.collect();
        if !dated.is_empty() {
            y += ROW_HEIGHT;
            rows.push(life_row(&member.label, y, &dated, (&axis, t)));
        }
    }
    let is_drawn = |shape: &str| {
        rows.iter().flat_map(|row: &LifeRow| &row.marks).any(|mark| mark.shape == shape)
    };
    let mut key: Vec<(&'static str, String)> = Vec::new();
    for (kind, shape) in SHAPES.into_iter().filter(|(_, shape)| is_drawn(shape)) {
        let occurs = happenings.iter().any(|one| one.kind == kind && one.days.is_some());
        match key.iter_mut().find(|(known, _)| *known == shape) {
            _ if !occurs => {}
            Some((_, words)) => *words = format!("{words}, {}", t.label("event", kind)),
            None => key.push((shape, t.label("event", kind).into_owned())),
        }
    }
    Some(Timeline { height: y + 16, ticks: axis.ticks(), bands, rows, key })
}

/// Returns an axis from the first year named to the last, wide where events are.
fn axis_over(happenings: &[Happening<'_>]) -> Option<YearAxis> {
    let years = |happening: &Happening<'_>| {
        let days = happening.days?;
        let (first, last) = (days.first.or(days.last)?, days.last.or(days.first)?);
        Some((first.year(), last.year()))
    };
    let all: Vec<(i32, i32)> = happenings.iter().filter_map(years).collect();
    let first = all.iter().map(|(first, _)| *first).min()?;
    let last = all.iter().map(|(_, last)| *last).max()?;
    let events = happenings.iter().filter(|happening| happening.kind != "birth");
    // An event known to a decade only makes no year of it wide.
    let of_one_year = events.filter_map(years).filter(|(first, last)| first == last);
    let eventful: BTreeSet<i32> = of_one_year.map(|(year, _)| year).collect();
    Some(YearAxis::over((first, last), eventful, (LEFT, RIGHT)))
}

fn life_row(
    label: &str,
    y: i32,
    dated: &[&Happening<'_>],
    (axis, t): (&YearAxis, Text<'_>),
) -> LifeRow {
    let place = |day: Option<NaiveDate>, open: i32| day.map_or(open, |day| axis.x(day));
    let ends = |happening: &Happening<'_>| {
        let days = happening.days?;
        Some((place(days.first, axis.left()), place(days.last, axis.right())))
    };
    let mut unsure = Vec::new();
    let births = dated.iter().filter(|happening| happening.kind == "birth");
    let others = dated.iter().filter(|happening| happening.kind != "birth");
    let birth = births.filter_map(|happening| ends(happening)).next();
    let first_event = others.clone().filter_map(|one| ends(one)).map(|(start, _)| start).min();
    let is_end = |happening: &&&Happening<'_>| matches!(happening.kind, "execution" | "death");
    let death = others.clone().filter(is_end).filter_map(|happening| ends(happening)).next();
    // What came after the death, such as rehabilitation, is no part of the life.
    let last_event = others.clone().filter_map(|one| ends(one)).map(|(_, end)| end).max();
    let start = birth.map(|(_, end)| end).or(first_event);
    let end = death.map(|(start, _)| start).or(last_event).or(start);
    let span = |(start, end): (i32, i32)| (end - start >= 2).then_some((start, end));
    unsure.extend(birth.and_then(span));
    unsure.extend(death.and_then(span));
    let mut marks: Vec<LifeMark> = others
        .filter_map(|happening| {
            let details = happening.details();
            let words = [happening.label(t), Cow::Owned(happening.date(t)), Cow::Owned(details)];
            let words: Vec<&str> =
                words.iter().map(AsRef::as_ref).filter(|words| !words.is_empty()).collect();
            Some(LifeMark {
                x: axis.x(happening.middle_day()?),
                shape: shape_of(happening.kind),
                title: words.join(", "),
            })
        })
        .collect();
    part_marks(&mut marks);
    LifeRow {
        y,
        label: shortened(label),
        sure: start.zip(end).filter(|(start, end)| start < end),
        unsure,
        marks,
    }
}

fn shape_of(kind: &str) -> &'static str {
    let known = SHAPES.iter().find(|(known, _)| *known == kind);
    known.map_or("dot", |(_, shape)| shape)
}

/// Moves marks apart that would lie on each other, and back from the end of the axis.
fn part_marks(marks: &mut [LifeMark]) {
    marks.sort_by_key(|mark| mark.x);
    for mark_idx in 1..marks.len() {
        marks[mark_idx].x = marks[mark_idx].x.max(marks[mark_idx - 1].x + MARK_SPACE);
    }
    let mut end = RIGHT;
    for mark in marks.iter_mut().rev() {
        mark.x = mark.x.min(end);
        end = mark.x - MARK_SPACE;
    }
}

fn shortened(label: &str) -> String {
    if label.chars().count() <= N_NAME_LETTERS {
        return label.to_owned();
    }
    let kept: String = label.chars().take(N_NAME_LETTERS - 1).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_model::EventKind;

    #[test]
    fn every_kind_of_event_has_a_shape() {
        let known: Vec<&str> = SHAPES.iter().map(|(kind, _)| *kind).collect();
        // What is told of a relative is no event of the family's member.
        let own = EventKind::ALL.iter().filter(|kind| **kind != EventKind::Kin);
        let kinds: Vec<&str> = own.map(|kind| kind.name()).collect();
        assert_eq!(known, kinds);
    }

    #[test]
    fn marks_do_not_lie_on_each_other() {
        let mark = |x| LifeMark { x, shape: "dot", title: String::new() };
        let mut marks: Vec<LifeMark> = [RIGHT, 300, 302, 290, RIGHT - 2].map(mark).into();
        part_marks(&mut marks);
        let places: Vec<i32> = marks.iter().map(|mark| mark.x).collect();
        assert_eq!(places, [290, 303, 316, RIGHT - 13, RIGHT]);
    }
}
