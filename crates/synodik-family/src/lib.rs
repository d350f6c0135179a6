//! Who was whose: kin named in records, and what follows from it.
//!
//! Readers take the text of an entry and give [`Mention`]s, one for each human
//! being it names, with the kinship in its words. Ties come from mentions, each
//! with its evidence.
//!
//! **Invariant:** nothing here reads a file, a clock or the environment. Words,
//! chains and rules stand in `data/kin/`; no text is changed, every mention
//! names the bytes it came from.
//!
//! [`Mention`]: synodik_model::Mention

mod bearer;
mod cases;
mod estonian;
mod fates;
mod gedcom;
mod gedcom_write;
mod guess;
mod identity;
mod infer;
mod kin_table;
mod record_mentions;
mod russian;
mod settle;
mod ties;
mod tokens;

pub use bearer::head_mention;
pub use cases::{
    CaseGround, EventProvision, FamilyCases, FamilyEvent, FamilyMember, PunishedBecause,
    UnknownCause, cases_of_family, states_kin_cause,
};
pub use estonian::{EstonianEntry, FamilyPointer, HeadIndex, read_estonian_entry};
pub use fates::{Fate, fates_of_mentions};
pub use gedcom_write::{
    ChildKind, GedcomAssociation, GedcomCitation, GedcomDate, GedcomFact, GedcomFamily,
    GedcomFamilyFile, GedcomIndividual, GedcomName, GedcomSource, GedcomTie, GedcomVersion,
    families_of_ties, gedcom_date, write_gedcom,
};
pub use guess::guess_kinships;
pub use identity::{
    KnownRelative, RelativeEvidence, RelativeFinding, RelativesEvidence, relatives_evidence,
    roster_bits,
};
pub use infer::{
    Dwelling, InferredTie, KinEvidence, KinFate, KinInference, KinKind, KinModel, KinPair,
    KinPairs, KinPerson, LearnError, PairOdds, calibrate_kin_model, candidate_kin_pairs,
    feature_names, infer_kin, kin_model, learn_kin_model, read_dwelling, share_roles,
};
pub use kin_table::{
    Composed, compose, inverse, kin_terms, kinship_of, kinship_of_term, shares_surname,
};
pub use record_mentions::{KinReader, mentions_of_record, subject_mention};
pub use russian::{Household, read_household, read_kin_statements, read_relatives_cell};
pub use settle::{CutReason, CutTie, Settled, settle_ties};
pub use ties::{
    Contradiction, Tie, TieEvidence, TieGround, find_contradictions, merge_ties, ties_of_mentions,
};
