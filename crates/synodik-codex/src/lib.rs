//! The codex: which instruments were in force when, for whom, with what measure.
//!
//! Instruments with their provisions, campaigns, limits, institutions, published
//! estimates, archives, terms and sources stand in `data/` and are compiled in.
//! [`codex`] gives them typed; [`check_codex`] says what is wrong with the files.
//!
//! **Invariant:** nothing here reads files, clocks or the network. What a source
//! marks as doubtful stays marked: no certainty is dropped, no date made exact.

mod annotate;
mod archive_guide;
mod as_of;
mod bilingual;
mod campaign;
mod check;
mod codex;
mod edtf;
mod error;
mod estimate;
mod institution;
mod instrument;
mod limit;
mod load;
mod region;
mod source;
mod table;
mod term;
mod vocabulary;
mod where_to_ask;

pub use annotate::{
    Annotation, AnnotationRules, AnnotationStatus, Difference, EventFacts, FactField, Matched,
    Remark, annotate_event, annotate_record, annotation_rules,
};
pub use archive_guide::ArchiveGuide;
pub use as_of::{
    Change, Doubt, InForce, LifeLine, Stage, changes_between, concerns_relation, in_force_at,
    life_line,
};
pub use bilingual::{Bilingual, Certainty};
pub use campaign::{Campaign, CampaignFigure, KinFigure};
pub use check::{Finding, check_codex};
pub use codex::Codex;
pub use edtf::{EdtfError, parse_edtf};
pub use error::CodexError;
pub use estimate::Estimate;
pub use institution::{Institution, TermOfOffice};
pub use instrument::{
    Conflict, Formula, Instrument, Provision, StageKind, StageStatement, TermYears,
};
pub use limit::{
    LimitCheck, LimitIncrease, LimitIncreaseKind, LimitTotal, RegionCentre, RegionalLimit,
};
pub use load::{DataFile, codex, codex_files, load_codex, parse_codex, rule_files};
pub use region::region_of_words;
pub use source::{FurtherReading, Source};
pub use term::Term;
pub use vocabulary::{Measure, Relation};
pub use where_to_ask::{AdviceRules, ArchiveAdvice, where_to_ask};
