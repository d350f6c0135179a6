//! Later increases of the limits of order 00447, and how published sums compare with its table.

use super::notes::{Note, Notes};
use super::{certainty_words, in_language, span_words};
use crate::Text;
use crate::pages::{Frame, Page};
use askama::Template;
use std::borrow::Cow;
use synodik_codex::{Codex, LimitIncrease, LimitIncreaseKind};

#[derive(Template)]
#[template(path = "codex/increases.html")]
struct IncreasesPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    increases: Vec<IncreaseView<'a>>,
    checks: Vec<CheckView<'a>>,
    notes: Vec<Note<'a>>,
}

struct IncreaseView<'a> {
    region: &'a str,
    date: String,
    kind: Cow<'a, str>,
    amount: String,
    decision: &'a str,
    certainty: Cow<'a, str>,
    notes: Vec<usize>,
}

struct CheckView<'a> {
    claim: &'a str,
    computed: &'a str,
    result: &'a str,
    certainty: Cow<'a, str>,
    notes: Vec<usize>,
}

/// Returns the page of increases and of sums checked.
///
/// # Errors
///
/// When the template cannot be written.
pub fn increases_page(frame: Frame<'_>, codex: &Codex) -> Page {
    let t = frame.text;
    let mut notes = Notes::none(codex);
    let increases =
        codex.limit_increases.iter().map(|known| increase_view(known, &mut notes, t)).collect();
    let checks = codex.limit_checks.iter().map(|check| CheckView {
        claim: in_language(&check.claim, t),
        computed: in_language(&check.computed, t),
        result: in_language(&check.result, t),
        certainty: certainty_words(check.certainty, t),
        notes: notes.cite(&check.sources),
    });
    let checks = checks.collect();
    IncreasesPage { frame, t, increases, checks, notes: notes.into_list(t) }.render()
}

/// Returns how many more of each category, or the sum when no split is known.
pub(super) fn amount_words(increase: &LimitIncrease, t: Text<'_>) -> String {
    let number = |n: u32| t.number(&u64::from(n));
    match (increase.first_category, increase.second_category, increase.total) {
        (None, None, Some(total)) => {
            t.fill("increase-total", &[("n", &number(total))]).into_owned()
        }
        (None, None, None) => "–".to_owned(),
        (first, second, _) => {
            let parts = [("increase-first", first), ("increase-second", second)];
            let words = |(key, n): (&str, Option<u32>)| {
                let n = n.filter(|n| *n > 0)?;
                Some(t.fill(key, &[("n", &number(n))]).into_owned())
            };
            parts.into_iter().filter_map(words).collect::<Vec<_>>().join(", ")
        }
    }
}

fn increase_view<'a>(
    increase: &'a LimitIncrease,
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> IncreaseView<'a> {
    let kind = match increase.kind {
        LimitIncreaseKind::Increase => "increase-decided",
        LimitIncreaseKind::Request => "increase-request",
        LimitIncreaseKind::Summary => "increase-summary",
    };
    IncreaseView {
        region: in_language(&increase.region, t),
        date: span_words(&increase.date, t),
        kind: t.say(kind),
        amount: amount_words(increase, t),
        decision: in_language(&increase.decision, t),
        certainty: certainty_words(increase.certainty, t),
        notes: notes.cite(&increase.sources),
    }
}
