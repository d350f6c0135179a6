//! In what a record differs from a provision, with both values.

use crate::{Bilingual, Instrument, Provision};
use synodik_model::{DateSpan, DateStatement};

/// A value of the record that is not as the provision has it.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference<'c> {
    /// The event lies before the instrument.
    BeforeStart {
        /// The date of the event, in EDTF.
        date: String,
        /// When the instrument entered into force.
        start: DateSpan,
    },
    /// The event lies after the provision was lifted.
    AfterEnd {
        /// The date of the event, in EDTF.
        date: String,
        /// When the provision ended.
        end: DateSpan,
        /// The instrument that ended it, when it is in the codex.
        by: Option<&'c str>,
    },
    /// The term is shorter than the provision names.
    TermShorter {
        /// Years that the record states.
        years: f32,
        /// Shortest term of the provision, in years.
        min_years: u32,
    },
    /// The term is longer than the provision names.
    TermLonger {
        /// Years that the record states.
        years: f32,
        /// Longest term of the provision, in years.
        max_years: u32,
    },
    /// Another body decided.
    OtherBody {
        /// The body as the record writes it.
        stated: String,
        /// The body of the provision.
        expected: &'c Bilingual,
    },
    /// The measure is of another kind.
    OtherMeasure {
        /// The measure as the record writes it.
        stated: String,
        /// The measure of the provision.
        expected: &'c Bilingual,
    },
}

impl Difference<'_> {
    /// Returns the word for the kind of difference that tables use.
    pub fn name(&self) -> &'static str {
        match self {
            Difference::BeforeStart { .. } => "before_start",
            Difference::AfterEnd { .. } => "after_end",
            Difference::TermShorter { .. } => "term_shorter",
            Difference::TermLonger { .. } => "term_longer",
            Difference::OtherBody { .. } => "other_body",
            Difference::OtherMeasure { .. } => "other_measure",
        }
    }

    /// Returns the difference as a sentence without a full stop, in both languages.
    pub fn in_words(&self) -> Bilingual {
        let (en, ru) = match self {
            Difference::BeforeStart { date, start } => {
                let start = edtf(start);
                (
                    format!(
                        "the event of {date} lies before the instrument, in force from {start}"
                    ),
                    format!("событие {date} раньше акта, действовавшего с {start}"),
                )
            }
            Difference::AfterEnd { date, end, .. } => {
                let end = edtf(end);
                (
                    format!("the event of {date} lies after the rule was lifted on {end}"),
                    format!("событие {date} позже отмены правила {end}"),
                )
            }
            Difference::TermShorter { years, min_years } => (
                format!("a term of {years} years, where the instrument has {min_years} or more"),
                format!("срок в годах: {years}, в акте не менее {min_years}"),
            ),
            Difference::TermLonger { years, max_years } => (
                format!("a term of {years} years, where the instrument names {max_years}"),
                format!("срок в годах: {years}, в акте назван срок {max_years}"),
            ),
            Difference::OtherBody { stated, expected } => (
                format!("decided by “{stated}”, where the instrument has: {}", expected.en),
                format!("решение вынес орган «{stated}», в акте: {}", expected.ru),
            ),
            Difference::OtherMeasure { stated, expected } => (
                format!("the measure “{stated}”, where the instrument has: {}", expected.en),
                format!("мера «{stated}», в акте: {}", expected.ru),
            ),
        };
        Bilingual { en, ru }
    }
}

fn edtf(span: &DateSpan) -> String {
    DateStatement::plain(*span).to_edtf()
}

/// Returns how far the term of a record is from that of a provision.
pub(super) fn term_difference<'c>(provision: &Provision, years: f32) -> Option<Difference<'c>> {
    match (provision.term_years_min, provision.term_years_max) {
        (Some(min_years), _) if years < min_years as f32 => {
            Some(Difference::TermShorter { years, min_years })
        }
        (_, Some(max_years)) if years > max_years as f32 => {
            Some(Difference::TermLonger { years, max_years })
        }
        _ => None,
    }
}

/// Returns the difference of an event that lies outside the time of a provision.
pub(super) fn date_difference<'c>(
    (instrument, provision): (&'c Instrument, &Provision),
    date: &DateStatement,
    is_before: bool,
) -> Difference<'c> {
    let start = provision.from.unwrap_or_else(|| instrument.start());
    let end = provision.until.or(instrument.ended).unwrap_or(start);
    let date = date.to_edtf();
    if is_before {
        return Difference::BeforeStart { date, start };
    }
    Difference::AfterEnd { date, end, by: instrument.ended_by_instrument.as_deref() }
}
