//! Pages of the codex: instruments, campaigns, institutions, limits, estimates, terms, archives.
//!
//! The codex is public data compiled into the program; nothing of an archive is in it.
//! What an archive counts is handed in, and may be empty.

mod archive_figures;
mod archives;
mod campaign;
pub(in crate::pages) mod chart;
pub(in crate::pages) mod csv;
mod estimates;
mod executions;
mod glossary;
mod increases;
mod institution;
mod instrument;
mod life;
mod limit_counts;
mod limit_months;
mod limits;
mod moment;
mod notes;
mod overview;

pub use archive_figures::archive_figures;
pub use archives::archives_page;
pub(in crate::pages) use archives::verified_words;
pub use campaign::campaign_page;
pub use estimates::{ArchiveFigure, estimates_page};
pub use executions::{executions_csv, executions_page};
pub use glossary::glossary_page;
pub use increases::increases_page;
pub use institution::{institution_page, institutions_page};
pub(in crate::pages) use instrument::term_words;
pub use instrument::{InstrumentRecords, instrument_page};
pub use limit_counts::RegionCount;
pub(in crate::pages) use limit_counts::share_words;
pub use limit_months::{limit_months_csv, limit_months_page};
pub use limits::{limits_csv, limits_page};
pub use moment::{Moment, MomentForm};
pub use overview::codex_page;

use super::dates::date_in_words;
use crate::Text;
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use synodik_codex::{Bilingual, Certainty};
use synodik_model::{DateSpan, DateStatement, Precision};

/// Returns the text in the language of the page, or in the one shown instead.
pub(in crate::pages) fn in_language<'a>(text: &'a Bilingual, t: Text<'_>) -> &'a str {
    text.of(t.codex_language().tag())
}

/// Returns the same, if there is a text.
fn in_language_if<'a>(text: Option<&'a Bilingual>, t: Text<'_>) -> Option<&'a str> {
    text.map(|text| in_language(text, t))
}

pub(in crate::pages) fn certainty_words<'a>(certainty: Certainty, t: Text<'a>) -> Cow<'a, str> {
    t.label("certainty", certainty.name())
}

/// Returns the days of a span in words; whole years and months are named as such.
pub(in crate::pages) fn span_words(span: &DateSpan, t: Text<'_>) -> String {
    if let (Precision::Interval, Some(first), Some(last)) = (span.precision, span.first, span.last)
        && let Some(words) = whole_months(first, last, t)
    {
        return words;
    }
    let edtf = DateStatement::plain(*span).to_edtf();
    date_in_words(&edtf, t).unwrap_or(edtf)
}

/// Returns `1921–1953`, or two months, when the days are the first and last of such.
fn whole_months(first: NaiveDate, last: NaiveDate, t: Text<'_>) -> Option<String> {
    let ends_month = last.succ_opt()?.day() == 1;
    if first.day() != 1 || !ends_month {
        return None;
    }
    if first.month() == 1 && last.month() == 12 {
        return Some(format!("{}–{}", first.year(), last.year()));
    }
    let month = |day: NaiveDate| date_in_words(&day.format("%Y-%m").to_string(), t);
    Some(format!("{} – {}", month(first)?, month(last)?))
}

/// Returns the first letters of a text, with an ellipsis where it was cut.
fn shortened(text: &str, n_letters: usize) -> String {
    if text.chars().count() <= n_letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(n_letters).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};
    use synodik_codex::parse_edtf;

    #[test]
    fn spans_are_named_as_they_are_stated() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        for (edtf, words) in [
            ("1921/1953", "1921–1953"),
            ("1937-08/1938-02", "August 1937 – February 1938"),
            ("1937-08-15", "15 August 1937"),
            ("1937-08-15/1938-10-17", "between 15 August 1937 and 17 October 1938"),
            ("1940~", "about 1940"),
            ("195X", "the 1950s"),
        ] {
            assert_eq!(span_words(&parse_edtf(edtf).expect(edtf), t), words);
        }
    }

    #[test]
    fn long_titles_are_cut_at_letters() {
        assert_eq!(shortened("Приказ", 6), "Приказ");
        assert_eq!(shortened("Приказ № 1", 7), "Приказ…");
    }
}
