//! How two words are related as given names.

use super::{Certainty, FormKind, GivenMatch, GivenNameId, given_name};

/// A name that two words are both forms of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// What the first word is to the name.
    pub kind_a: FormKind,
    /// What the second word is to the name.
    pub kind_b: FormKind,
    /// The less sure of the two.
    pub certainty: Certainty,
    /// The name.
    pub name_id: GivenNameId,
}

/// Returns the strongest relation of two words as given names.
///
/// Two words that one name was replaced by in papers (Хаим: Ефим, Виталий) are
/// not related for that, nor two that are both only doubtfully its forms.
///
/// # Shape
///
/// Symmetric but for the order of the kinds. Two unknown words have no relation,
/// even if equal: the caller compares spellings.
///
/// # Source
///
/// `data/names/given/`
///
/// # Example
///
/// ```
/// use synodik_names::{FormKind, related};
/// let relation = related("Иоанн", "Ваня").expect("both are forms of Иван");
/// assert_eq!((relation.kind_a, relation.kind_b), (FormKind::Church, FormKind::Diminutive));
/// assert_eq!(related("Иван", "Пётр"), None);
/// ```
pub fn related(a: &str, b: &str) -> Option<Relation> {
    relation_of(given_name(a), given_name(b))
}

/// Returns the strongest relation of two words whose names are known.
pub(crate) fn relation_of(of_a: &[GivenMatch], of_b: &[GivenMatch]) -> Option<Relation> {
    let mut best: Option<Relation> = None;
    for in_a in of_a {
        let Some(in_b) = of_b.iter().find(|in_b| in_b.name_id == in_a.name_id) else { continue };
        let is_doubtful = in_a.certainty == Certainty::Low && in_b.certainty == Certainty::Low;
        let is_replaced = in_a.kind == FormKind::Russified && in_b.kind == FormKind::Russified;
        if is_doubtful || is_replaced {
            continue;
        }
        let relation = Relation {
            kind_a: in_a.kind,
            kind_b: in_b.kind,
            certainty: in_a.certainty.max(in_b.certainty),
            name_id: in_a.name_id,
        };
        if best.is_none_or(|best| strength(&relation) < strength(&best)) {
            best = Some(relation);
        }
    }
    best
}

/// The order of strength, the strongest first; the name's place decides between equals.
fn strength(relation: &Relation) -> (Certainty, FormKind, FormKind, GivenNameId) {
    let weaker = relation.kind_a.max(relation.kind_b);
    let stronger = relation.kind_a.min(relation.kind_b);
    (relation.certainty, weaker, stronger, relation.name_id)
}
