//! The nouns of Synodik: what a source says, before anyone claims anything.
//!
//! A [`Record`] is one entry of a source, verbatim and field by field; an
//! [`Event`] is something the entry says happened; a [`DateStatement`] is the
//! set of days a written date may mean; a [`Mention`] is one
//! human being it names. A record is never a person: a person is
//! a claim over records and lives in later stages.
//!
//! **Invariant:** nothing here reads files, clocks or the network, and no type
//! is `Serialize`: each output format has one owner elsewhere.

mod date;
mod event;
mod field;
mod kinship;
mod living;
mod mention;
mod record;
mod sex;

pub use date::{Combination, DateSpan, DateStatement, Precision};
pub use event::{Event, EventKind};
pub use field::{Field, FieldSpec, N_FIELDS};
pub use kinship::{KinLink, KinStep, Kinship};
pub use living::{BirthEvidence, EventEvidence, LivingRule};
pub use mention::{AgeStatement, Ground, HeadCount, Mention, MentionRole};
pub use record::{EntryPlace, Record, Reject, RowIssue};
pub use sex::Sex;
