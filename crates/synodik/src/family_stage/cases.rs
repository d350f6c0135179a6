//! Which measure fell on whom on account of whom, in the numbers of a family.

use super::one_family::FamilyTies;
use super::public::PublicContext;
use synodik_model::{EventKind, Kinship};

/// An event by its record and its place there.
pub(super) type EventPlace = (u32, usize);

/// A measure that fell on a member of a family for kin.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FamilyCase {
    /// Number of the member on whom it fell.
    pub(super) person: usize,
    /// Number of the member on whose account; `None` when the record tells of kin who are not known.
    pub(super) because_of: Option<usize>,
    pub(super) event: EventPlace,
    pub(super) cause: Option<EventPlace>,
    /// `instrument/provision`.
    pub(super) provisions: Vec<String>,
    pub(super) days_between: Option<(i32, i32)>,
    /// What `person` is to `because_of`.
    pub(super) relation: Option<Kinship>,
    pub(super) is_stated: bool,
    pub(super) p: f32,
    pub(super) words: Option<String>,
}

impl FamilyCase {
    pub(super) fn ground_name(&self) -> &'static str {
        if self.is_stated { "stated" } else { "inferred" }
    }
}

/// Whether an event of the head of a list was that of all who are listed.
pub(super) fn is_move(kind: EventKind) -> bool {
    matches!(kind, EventKind::Exile | EventKind::Deportation | EventKind::Dispossession)
}

/// Returns the cases of a family, by person and event.
pub(super) fn find_cases(_context: &PublicContext<'_>, _found: &FamilyTies) -> Vec<FamilyCase> {
    Vec::new()
}
