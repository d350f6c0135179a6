//! What is public of families: who was whose, and who was punished because of whom.
//!
//! **Invariant:** of a member who may be living nothing is here but the place in the family,
//! and that without sex: a daughter is a child.

use serde::{Deserialize, Serialize};

/// Persons connected by ties, as they may be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicFamily {
    /// Stable id of the family.
    pub family_id: String,
    /// Its members; the place in this list is the number that ties and cases use.
    pub members: Vec<PublicMember>,
    /// Who was whose, by first and second.
    pub ties: Vec<PublicTie>,
    /// Which measure fell on whom on account of whom, by the day of the later event.
    pub cases: Vec<PublicCase>,
    /// Pairs of ties that cannot both hold, by their places in `ties`, and ties that age forbids
    /// (both places are then the same).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contradictions: Vec<(usize, usize)>,
    /// Ties put aside because they cannot hold beside stronger ones; not among `ties`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub put_aside: Vec<PutAsideTie>,
    /// Members left out because the family is too large for one page.
    #[serde(default)]
    pub n_left_out: usize,
}

impl PublicFamily {
    /// Returns whether an entry says it of a case: that it was for kin, and that the two were kin.
    pub fn states(&self, case: &PublicCase) -> bool {
        let are_inferred_kin = |other: usize| {
            let is_theirs = |tie: &&PublicTie| {
                [(tie.first, tie.second), (tie.second, tie.first)].contains(&(case.person, other))
            };
            let mut ties = self.ties.iter().filter(is_theirs).peekable();
            ties.peek().is_some() && ties.all(|tie| tie.ground == "inferred")
        };
        case.ground == "stated" && !case.because_of.is_some_and(are_inferred_kin)
    }

    /// Returns who was spared what fell on others, by number, with what an entry says of it; in
    /// the order of the members.
    pub fn spared(&self) -> impl Iterator<Item = (usize, &MemberEvent)> {
        let members = self.members.iter().enumerate().filter_map(|(number, member)| match member {
            PublicMember::Shown(shown) => Some((number, shown)),
            PublicMember::Unnamed { .. } | PublicMember::Living => None,
        });
        members.flat_map(|(number, shown)| {
            let spared = shown.events.iter().filter(|event| event.kind == "spared");
            spared.map(move |event| (number, event))
        })
    }
}

/// One member of a family.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum PublicMember {
    /// Somebody who is shown.
    Shown(Box<ShownMember>),
    /// Somebody of whom an entry says no more than that they were there: "two children".
    Unnamed {
        /// How many are meant; `None` when the entry says "children".
        count: Option<u32>,
    },
    /// Somebody who may be living.
    Living,
}

/// A member who is shown.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ShownMember {
    /// Id of the person, or of the mention when no entry of their own is known.
    pub person_id: String,
    /// Name as written, or as it follows from the words of the entry; empty when none is known.
    pub name: String,
    /// Whether the surname is not written with this member but taken from the kin named.
    #[serde(default)]
    pub is_surname_inherited: bool,
    /// `m` or `f`, when known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<char>,
    /// Days of birth in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_edtf: Option<String>,
    /// Days of death in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub death_edtf: Option<String>,
    /// Records of this person's own, each with the probability that it belongs.
    pub records: Vec<(String, f32)>,
    /// Records of others in which this person is named, with the words, when these may be shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_in: Vec<(String, Option<String>)>,
    /// What happened, by day; undated last.
    pub events: Vec<MemberEvent>,
}

/// One event of a member.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MemberEvent {
    /// Identifier of the kind, such as `arrest`.
    pub kind: String,
    /// Days in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_edtf: Option<String>,
    /// Place as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Measure as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Why somebody was spared: an id of `data/kin/fates.toml`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The record that says so.
    pub record_id: String,
}

/// A kinship between two members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicTie {
    /// Number of one member.
    pub first: usize,
    /// Number of the other.
    pub second: usize,
    /// What the second is to the first: a term of `data/kin/relations.toml`. Without sex
    /// (`child`, `parent`, `sibling`, `spouse`, `relative`) where either may be living.
    pub relation: String,
    /// `stated`, `derived` or `inferred`.
    pub ground: String,
    /// Probability that it holds.
    pub p: f32,
    /// On what it rests; not empty.
    pub evidence: Vec<PublicTieEvidence>,
}

/// A tie that was put aside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PutAsideTie {
    /// The tie.
    pub tie: PublicTie,
    /// Why: `oneself`, `sex`, `birth`, `death`, `disagrees`, `second_father`, `second_mother`,
    /// `third_parent` or `loop`.
    pub reason: String,
}

/// One reason for a tie.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicTieEvidence {
    /// The record that says so, or one of the records compared.
    pub record_id: String,
    /// The words; `None` where they name somebody who may be living.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// For what is inferred: the identifier of each feature and its weight in bits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<(String, f32)>,
}

/// A measure that fell on one member on account of another.
///
/// Either may be a placeholder; then the measure is one that the entry of somebody who is shown
/// tells of a whole household, and no words and no provision are given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicCase {
    /// Number of the member on whom it fell.
    pub person: usize,
    /// Number of the member on whose account; `None` when an entry says that it was for kin, and
    /// nobody of the family is known who may be meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because_of: Option<usize>,
    /// The measure that fell on `person`.
    pub event: MemberEvent,
    /// What had happened to `because_of`, when a dated event is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<MemberEvent>,
    /// Days from the cause to the event, at least and at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_between: Option<(i32, i32)>,
    /// Provisions of the codex that may have covered it, `instrument/provision`.
    pub provisions: Vec<String>,
    /// `stated` or `inferred`.
    pub ground: String,
    /// Probability.
    pub p: f32,
    /// The words that say so; `None` when it is inferred or they name somebody who may be living.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}
