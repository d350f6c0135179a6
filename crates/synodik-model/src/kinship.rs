//! What one human being is to another, as steps from one to the next.
//!
//! "Spouse's brother's son" (abikaasa vennapoeg) is three steps. Which word of
//! English a chain has, and what two chains make together, is decided in
//! `data/kin/relations.toml` and nowhere here.

use crate::Sex;

macro_rules! kin_links {
    ($($variant:ident $name:literal $inverse:ident $meaning:literal)*) => {
        /// What somebody is to somebody else in one step.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum KinLink {
            $(#[doc = $meaning] $variant,)*
        }

        impl KinLink {
            /// All links, in the order of the enum.
            pub const ALL: &'static [KinLink] = &[$(KinLink::$variant),*];

            /// Returns the word for the link in tables and data files.
            pub fn name(self) -> &'static str {
                match self {
                    $(KinLink::$variant => $name,)*
                }
            }

            /// Returns what the first is to the second where the second is this to the first.
            pub fn inverse(self) -> KinLink {
                match self {
                    $(KinLink::$variant => KinLink::$inverse,)*
                }
            }
        }
    };
}

kin_links! {
    Spouse "spouse" Spouse "Husband or wife."
    FormerSpouse "former_spouse" FormerSpouse "Husband or wife of the past."
    Partner "partner" Partner "One who lives with somebody as a spouse."
    Parent "parent" Child "Father or mother."
    Child "child" Parent "Son or daughter."
    Sibling "sibling" Sibling "Brother or sister."
    HalfSibling "half_sibling" HalfSibling "Brother or sister by one parent."
    StepSibling "step_sibling" StepSibling "Child of a parent's spouse."
    FosterSibling "foster_sibling" FosterSibling "Brother or sister by upbringing."
    StepParent "step_parent" StepChild "Spouse of a parent."
    StepChild "step_child" StepParent "Child of a spouse."
    AdoptiveParent "adoptive_parent" AdoptedChild "One who has adopted."
    AdoptedChild "adopted_child" AdoptiveParent "One who was adopted (приёмный)."
    FosterParent "foster_parent" FosterChild "One who brings up another's child."
    FosterChild "foster_child" FosterParent "Another's child brought up (воспитанник, kasulaps)."
    Cousin "cousin" Cousin "Child of an uncle or aunt."
    Relative "relative" Relative "Kin, the source does not say how."
    FamilyMember "family_member" FamilyMember "Counted to the same family, the source does not say how."
    Supporter "supporter" Dependant "One on whom somebody depends (на иждивении)."
    Dependant "dependant" Supporter "One who depends on somebody (иждивенец)."
    Employer "employer" Servant "One who employs somebody in the household."
    Servant "servant" Employer "One who works in the household."
    Housemate "housemate" Housemate "One who lives in the same household, not said to be kin."
}

impl KinLink {
    /// Returns the link of that name, if there is one.
    pub fn from_name(name: &str) -> Option<KinLink> {
        KinLink::ALL.iter().copied().find(|link| link.name() == name)
    }
}

/// One step of a kinship: from somebody to their spouse, child, parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KinStep {
    /// What the next is to the one before.
    pub link: KinLink,
    /// The sex of the next, where the words or the rest of the chain say it.
    pub sex: Option<Sex>,
}

/// What one human being is to another (родство).
///
/// # Shape
///
/// `steps`: from the first to the second, never empty. "Son's wife" is a child,
/// male, then a spouse, female.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kinship {
    /// The steps from the first to the second.
    pub steps: Vec<KinStep>,
    /// The term of `data/kin/relations.toml` for the whole chain, where it has one.
    pub term: Option<&'static str>,
}

impl Kinship {
    /// Returns the sex of the second, if the kinship says it.
    pub fn sex(&self) -> Option<Sex> {
        self.steps.last().and_then(|step| step.sex)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inverse_twice_is_the_link_itself() {
        for &link in KinLink::ALL {
            assert_eq!(link.inverse().inverse(), link, "{}", link.name());
            assert_eq!(KinLink::from_name(link.name()), Some(link));
        }
        assert_eq!(KinLink::Parent.inverse(), KinLink::Child);
        assert_eq!(KinLink::from_name("godparent"), None);
    }
}
