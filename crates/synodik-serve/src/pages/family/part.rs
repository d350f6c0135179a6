//! Parts of the page of a large family, each a page of its own so that none grows too long.

use crate::Text;
use crate::address::family_address;
use synodik_index::PublicFamily;

/// Members up to whom a family stands on one page.
const MAX_ON_ONE_PAGE: usize = 24;

/// What the page of a family shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FamilyPart {
    /// All of it.
    Whole,
    /// The tree, who was punished because of whom, and what is not known.
    Tree,
    /// The members in words.
    Members,
    /// What happened, by the years.
    Time,
    /// On what the ties rest.
    Evidence,
}

/// The parts of a large family, in their order, with their words in addresses.
const PARTS: [(FamilyPart, &str); 4] = [
    (FamilyPart::Tree, ""),
    (FamilyPart::Members, "members"),
    (FamilyPart::Time, "time"),
    (FamilyPart::Evidence, "evidence"),
];

impl FamilyPart {
    /// Returns the part of a family that a word of an address asks for; none when there is none.
    pub fn of_family(family: &PublicFamily, asked: &str) -> Option<FamilyPart> {
        let found = PARTS.iter().find(|(_, word)| *word == asked).map(|(part, _)| *part)?;
        let is_large = family.members.len() > MAX_ON_ONE_PAGE;
        Some(if is_large { found } else { FamilyPart::Whole })
    }

    /// Returns whether the page has this part.
    pub(super) fn shows(self, part: FamilyPart) -> bool {
        self == FamilyPart::Whole || self == part
    }

    /// Returns where another part stands, seen from this one: nothing when it is on the page.
    pub(super) fn way_to(self, part: FamilyPart, family_id: &str) -> String {
        if self.shows(part) { String::new() } else { address_of(part, family_id) }
    }

    /// Returns the parts with their addresses, and whether it is this one; none for a whole page.
    pub(super) fn ways(self, family_id: &str, t: Text<'_>) -> Vec<(String, String, bool)> {
        if self == FamilyPart::Whole {
            return Vec::new();
        }
        let way = |(part, word): &(FamilyPart, &str)| {
            let word = if word.is_empty() { "tree" } else { word };
            let words = t.label("family-part", word).into_owned();
            (words, address_of(*part, family_id), self == *part)
        };
        PARTS.iter().map(way).collect()
    }
}

fn address_of(part: FamilyPart, family_id: &str) -> String {
    let address = family_address(family_id);
    match PARTS.iter().find(|(known, _)| *known == part) {
        Some((_, word)) if !word.is_empty() => format!("{address}?part={word}"),
        _ => address,
    }
}
