//! Sets documented events of the archive beside the provisions that may have covered them.
//!
//! The rules are data, `data/codex/rules/`. Several provisions may fit an event; all are
//! given, ranked, none is forced. An event outside the time of an instrument has no
//! annotation, unless the record itself names the instrument or its formula.
//!
//! **Invariant:** only an event of a record can be annotated ([`EventFacts`]); nothing is
//! claimed about a person, and nothing about what is not in the record.

mod difference;
mod facts;
mod phrases;
mod rules;
mod scanned;
mod term;

#[cfg(test)]
mod tests;

pub use difference::Difference;
pub use facts::{EventFacts, FactField};
pub(crate) use phrases::{FoldedWords, PhraseIndex, PhraseSet};
pub use rules::AnnotationRules;

use crate::load::rule_files;
use crate::{Bilingual, Instrument, Provision, codex};
use scanned::Scanned;
use std::sync::LazyLock;
use synodik_model::Record;

/// How an event stands to a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnnotationStatus {
    /// The record names the instrument or its formula, and nothing in it differs.
    NamedInRecord,
    /// Nothing in the record differs, and it says what the provision is about.
    ConsistentWith,
    /// The provision was in force or is named, but the record differs.
    RecordDiffers,
}

/// A provision that may have covered an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotation<'c> {
    /// The instrument.
    pub instrument: &'c Instrument,
    /// The provision.
    pub provision: &'c Provision,
    /// How the event stands to it.
    pub status: AnnotationStatus,
    /// What of the record fits.
    pub matched: Vec<Matched<'c>>,
    /// What of the record differs; empty unless the status says so.
    pub differences: Vec<Difference<'c>>,
    /// What the record leaves open.
    pub remarks: Vec<Remark>,
    /// The term that the record states, in years.
    pub term_years: Option<f32>,
}

/// Words of the record that a rule looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matched<'c> {
    /// Where they stand.
    pub field: FactField,
    /// As the rule writes them: small letters, `*` after the beginning of a word.
    pub words: &'c str,
}

/// Something the record leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// The event has no readable date.
    NoDate,
    /// Only some of the days the event may mean lie in the time of the provision.
    DatePartlyWithin,
    /// The record does not say who decided, and the provision names a body.
    BodyNotStated,
    /// The record does not state the category on which the provision turned.
    CategoryNotStated,
}

impl Remark {
    /// Returns the word for the remark that tables and translations use.
    pub fn name(self) -> &'static str {
        match self {
            Remark::NoDate => "no_date",
            Remark::DatePartlyWithin => "date_partly_within",
            Remark::BodyNotStated => "body_not_stated",
            Remark::CategoryNotStated => "category_not_stated",
        }
    }

    /// Returns the remark as a sentence without a full stop, in both languages.
    pub fn in_words(self) -> Bilingual {
        let (en, ru) = match self {
            Remark::NoDate => ("the record does not date the event", "запись не датирует событие"),
            Remark::DatePartlyWithin => (
                "only some of the days that the record allows lie within the time of the provision",
                "лишь часть возможных дней события приходится на время действия положения",
            ),
            Remark::BodyNotStated => (
                "the record does not state which body decided",
                "запись не называет орган, вынесший решение",
            ),
            Remark::CategoryNotStated => (
                "the record does not state the category on which the provision turned",
                "запись не называет категорию, от которой зависело положение",
            ),
        };
        Bilingual { en: en.to_owned(), ru: ru.to_owned() }
    }
}

impl AnnotationStatus {
    /// Returns the word for the status that tables use.
    pub fn name(self) -> &'static str {
        match self {
            AnnotationStatus::NamedInRecord => "named",
            AnnotationStatus::ConsistentWith => "consistent",
            AnnotationStatus::RecordDiffers => "differs",
        }
    }

    /// Returns the status in words, as the pages say it.
    pub fn in_words(self) -> Bilingual {
        let (en, ru) = match self {
            AnnotationStatus::NamedInRecord => ("named in the record", "названо в записи"),
            AnnotationStatus::ConsistentWith => {
                ("consistent with the record", "согласуется с записью")
            }
            AnnotationStatus::RecordDiffers => (
                "in force or named, but the record differs",
                "действовало или названо, но запись расходится",
            ),
        };
        Bilingual { en: en.to_owned(), ru: ru.to_owned() }
    }
}

impl Annotation<'_> {
    /// Returns how the term that the record states stands to that of the provision: `within`,
    /// `shorter` or `longer`; nothing when one of the two names none.
    ///
    /// A provision that names one term without an end is its shortest.
    pub fn term_standing(&self) -> Option<&'static str> {
        let years = self.term_years?;
        self.provision.term_years()?;
        Some(match difference::term_difference(self.provision, years) {
            None => "within",
            Some(Difference::TermShorter { .. }) => "shorter",
            Some(_) => "longer",
        })
    }
}

static RULES: LazyLock<AnnotationRules<'static>> = LazyLock::new(|| {
    AnnotationRules::compile(codex(), &rule_files())
        .expect("a test compiles the rules that are compiled in")
});

/// Returns the rules that are compiled in; the first call compiles them.
pub fn annotation_rules() -> &'static AnnotationRules<'static> {
    &RULES
}

/// Returns the provisions that may have covered an event, the likeliest first.
///
/// # Shape
///
/// Sorted: named in the record; named and in force, though the record differs; consistent
/// with; other differences; then by how much of the record fits; then the latest instrument
/// first. Each provision once.
///
/// # Source
///
/// `data/codex/rules/`, `data/codex/measure_words.toml`, `data/instruments/`
pub fn annotate_event<'c>(
    rules: &'c AnnotationRules<'c>,
    facts: &EventFacts<'_>,
) -> Vec<Annotation<'c>> {
    Scanned::of(rules).annotate(facts)
}

/// Annotates every event of a record; events without annotation are left out.
///
/// # Shape
///
/// Position of the event in the record with its annotations, in the order of the record.
pub fn annotate_record<'c>(
    rules: &'c AnnotationRules<'c>,
    record: &Record<'_>,
) -> Vec<(usize, Vec<Annotation<'c>>)> {
    let mut scanned = Scanned::of(rules);
    let events = record.events.iter().enumerate();
    events
        .map(|(event_idx, event)| (event_idx, scanned.annotate(&EventFacts::of(record, event))))
        .filter(|(_, annotations)| !annotations.is_empty())
        .collect()
}
