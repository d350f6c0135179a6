//! Children who were left without both parents.
//!
//! Takes a family as it is public, gives its children with what is known of their parents, and of
//! those both of whose parents were taken away while they were children, when and by what. Years
//! are compared, for days are often not known.
//!
//! **Invariant:** only people who are shown are spoken of; nothing is said of a child whose birth or
//! one of whose parents is not known, and none is said to be in an orphanage unless an entry says it.

use crate::family::{MemberEvent, PublicFamily, PublicMember, ShownMember};
use serde::Deserialize;
use std::sync::LazyLock;

const RULES_TOML: &str = include_str!("../../../data/kin/children_left.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChildrenLeftRules {
    takes_away: Vec<String>,
    goes_along: Vec<String>,
    follows: Vec<String>,
    grown_up_years: i32,
    min_p_tie: f32,
}

static RULES: LazyLock<ChildrenLeftRules> =
    LazyLock::new(|| toml::from_str(RULES_TOML).expect("a test reads data/kin/children_left.toml"));

/// Somebody of whom the family knows a parent.
#[derive(Debug, Clone, PartialEq)]
pub struct FamilyChild<'f> {
    /// Number of the child among the members.
    pub child: usize,
    /// Year of birth.
    pub born: Option<i32>,
    /// Numbers of the parents who are shown, ascending.
    pub parents: Vec<usize>,
    /// Both parents, when both were taken away while this was a child.
    pub left: Option<ChildLeft<'f>>,
}

impl FamilyChild<'_> {
    /// Returns whether enough is known to say if both parents were taken from the child.
    pub fn is_known(&self) -> bool {
        self.born.is_some() && self.parents.len() == 2
    }

    /// Returns the years in which the child could have been left: from birth until grown up, or
    /// until it was left.
    ///
    /// # Shape
    ///
    /// Empty where not enough is known.
    pub fn years_at_risk(&self) -> std::ops::RangeInclusive<i32> {
        let Some(born) = self.born.filter(|_| self.is_known()) else { return 1..=0 };
        let grown_up = born + RULES.grown_up_years - 1;
        born..=self.left.as_ref().map_or(grown_up, |left| left.year)
    }
}

/// A child whose parents were both taken away.
#[derive(Debug, Clone, PartialEq)]
pub struct ChildLeft<'f> {
    /// Number of the child among the members.
    pub child: usize,
    /// Each parent's number and what took them away, the earlier first.
    pub parents: [(usize, &'f MemberEvent); 2],
    /// The year in which the second of them was.
    pub year: i32,
    /// What an entry says became of the child: an orphanage, else the first that followed.
    pub followed: Option<&'f MemberEvent>,
}

impl PublicFamily {
    /// Returns the members of whom a parent is known, in the order of the members.
    ///
    /// # Shape
    ///
    /// Each once, only of those who are shown.
    ///
    /// # Source
    ///
    /// `data/kin/children_left.toml`
    pub fn children(&self) -> Vec<FamilyChild<'_>> {
        let child = |child: usize| {
            let shown = self.shown_member(child)?;
            let of = self.parents_of(child);
            let is_shown = |parent: &usize| self.shown_member(*parent).is_some();
            let parents: Vec<usize> = of.iter().copied().filter(is_shown).collect();
            let born = shown.birth_edtf.as_deref().and_then(year_of);
            // A parent who may be living is there to be taken away, and nothing is said of it.
            let is_whole = parents.len() == of.len();
            let both = <[usize; 2]>::try_from(parents.as_slice()).ok().filter(|_| is_whole);
            let left = born.zip(both).and_then(|(born, both)| self.child_left(child, born, both));
            (!parents.is_empty()).then_some(FamilyChild { child, born, parents, left })
        };
        (0..self.members.len()).filter_map(child).collect()
    }

    /// Returns the children who were left without both parents, in the order of the members.
    ///
    /// # Shape
    ///
    /// Each child once. A child that an entry says was sent away with the parents is not left.
    ///
    /// # Source
    ///
    /// `data/kin/children_left.toml`
    pub fn children_left(&self) -> Vec<ChildLeft<'_>> {
        self.children().into_iter().filter_map(|child| child.left).collect()
    }

    fn child_left(&self, child: usize, born: i32, parents: [usize; 2]) -> Option<ChildLeft<'_>> {
        let shown = self.shown_member(child)?;
        let taken_away = |parent: usize| {
            let events = self.shown_member(parent)?.events.iter();
            let away = events.filter_map(|event| {
                let year = year_of(event.date_edtf.as_deref()?)?;
                (RULES.takes_away.contains(&event.kind) && year >= born).then_some((year, event))
            });
            let (year, event) = away.min_by_key(|(year, _)| *year)?;
            Some((year, parent, event))
        };
        let mut taken = [taken_away(parents[0])?, taken_away(parents[1])?];
        taken.sort_by_key(|(year, parent, _)| (*year, *parent));
        let [(_, one, first), (year, other, second)] = taken;
        // Whoever came to an orphanage did not go with the parents.
        let in_orphanage = shown.events.iter().any(|event| event.kind == "orphanage");
        let goes_along = !in_orphanage
            && shown.events.iter().any(|event| {
                let before =
                    event.date_edtf.as_deref().and_then(year_of).is_none_or(|at| at <= year);
                RULES.goes_along.contains(&event.kind) && before
            });
        if goes_along || year - born >= RULES.grown_up_years {
            return None;
        }
        let followed = what_followed(shown, year);
        Some(ChildLeft { child, parents: [(one, first), (other, second)], year, followed })
    }

    fn shown_member(&self, number: usize) -> Option<&ShownMember> {
        match self.members.get(number)? {
            PublicMember::Shown(shown) => Some(shown),
            PublicMember::Unnamed { .. } | PublicMember::Living => None,
        }
    }

    /// The numbers of the parents, ascending.
    fn parents_of(&self, child: usize) -> Vec<usize> {
        let sure = self.ties.iter().filter(|tie| tie.p >= RULES.min_p_tie);
        let parents = sure.filter_map(|tie| match tie.relation.as_str() {
            "son" | "daughter" | "child" if tie.second == child => Some(tie.first),
            "father" | "mother" | "parent" if tie.first == child => Some(tie.second),
            _ => None,
        });
        let mut parents: Vec<usize> = parents.collect();
        parents.sort_unstable();
        parents.dedup();
        parents
    }
}

/// An orphanage, whenever it was; else the first that an entry dates from that year on.
fn what_followed(child: &ShownMember, year: i32) -> Option<&MemberEvent> {
    let orphanage = child.events.iter().find(|event| event.kind == "orphanage");
    let later = child.events.iter().filter_map(|event| {
        let at = year_of(event.date_edtf.as_deref()?)?;
        (RULES.follows.contains(&event.kind) && at >= year).then_some((at, event))
    });
    orphanage.or_else(|| later.min_by_key(|(at, _)| *at).map(|(_, event)| event))
}

/// The first year that a date in EDTF names: of `1937-10`, `1937?`, `[1930, 1931]`, `1930/1931`.
fn year_of(edtf: &str) -> Option<i32> {
    let digits = edtf.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    digits.get(..4)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::family::PublicTie;

    /// A member as `birth: kind year, kind year`.
    fn member(words: &str) -> PublicMember {
        let (birth, events) = words.split_once(':').expect("birth and events");
        let events = events.split(',').filter_map(|event| event.trim().split_once(' '));
        let events = events.map(|(kind, year)| MemberEvent {
            kind: kind.to_owned(),
            date_edtf: Some(year.to_owned()),
            ..MemberEvent::default()
        });
        PublicMember::Shown(Box::new(ShownMember {
            birth_edtf: (!birth.is_empty()).then(|| birth.to_owned()),
            events: events.collect(),
            ..ShownMember::default()
        }))
    }

    /// Father, mother and child.
    fn family(members: [PublicMember; 3]) -> PublicFamily {
        let tie = |first, relation: &str, second| PublicTie {
            first,
            second,
            relation: relation.to_owned(),
            ground: "stated".to_owned(),
            p: 0.98,
            evidence: Vec::new(),
        };
        PublicFamily {
            family_id: "family-a".to_owned(),
            members: members.to_vec(),
            ties: vec![tie(0, "son", 2), tie(2, "mother", 1)],
            cases: Vec::new(),
            contradictions: Vec::new(),
            put_aside: Vec::new(),
            n_left_out: 0,
        }
    }

    #[test]
    fn a_child_is_left_when_both_parents_are_taken() {
        let father = "1890: execution 1937-11-02";
        let mother = "1895: sentence 1938-01, release 1946";
        let check = |father: &str, mother: &str, child: &str, expected: Option<i32>| {
            let family = family([member(father), member(mother), member(child)]);
            let left = family.children_left();
            assert_eq!(left.first().map(|left| left.year), expected, "{father}; {mother}; {child}");
        };
        check(father, mother, "1926:", Some(1938));
        check(father, "1895: release 1946", "1926:", None);
        check(father, mother, "1915:", None);
        check(father, mother, ":", None);
        // Sent away with the parents, or long after.
        check("1890: exile 1930", "1895: exile 1930", "1926: exile 1930", None);
        check(father, mother, "1926: arrest 1949", Some(1938));
        check(father, mother, "1926: arrest 1937, orphanage 1938", Some(1938));
        // Who died before the child was born took nothing from it.
        check("1890: death 1920", mother, "1926:", None);
    }

    #[test]
    fn what_followed_is_the_first_from_that_year_on() {
        let check = |child: &str, expected: Option<&str>| {
            let parents = ["1890: execution 1937", "1895: arrest 1938"].map(member);
            let [father, mother] = parents;
            let family = family([father, mother, member(child)]);
            let left = family.children_left();
            let followed = left.first().and_then(|left| left.followed);
            assert_eq!(followed.map(|event| event.kind.as_str()), expected, "{child}");
        };
        check("1926: dismissal 1935", None);
        check("1926: sentence 1951, arrest 1950", Some("arrest"));
        check("1926: death 1942, orphanage 1938", Some("orphanage"));
        check("1926: rehabilitation 1990", None);
    }

    #[test]
    fn a_child_could_be_left_until_grown_up_or_left() {
        let years = |mother: &str, child: &str| {
            let [father, mother] = ["1890: execution 1937", mother].map(member);
            let family = family([father, mother, member(child)]);
            family.children().first().map(FamilyChild::years_at_risk)
        };
        assert_eq!(years("1895: arrest 1938", "1926:"), Some(1926..=1938));
        assert_eq!(years("1895:", "1926:"), Some(1926..=1943));
        assert!(years("1895:", ":").is_some_and(|years| years.is_empty()));
        let [father, _] = ["1890: execution 1937", "1895:"].map(member);
        let family = family([father, PublicMember::Living, member("1926:")]);
        assert!(!family.children()[0].is_known(), "one parent may be living");
    }

    #[test]
    fn an_orphanage_is_named_where_an_entry_does_and_the_living_are_not_spoken_of() {
        let parents = || [member("1890: execution 1937"), member("1895: arrest 1937")];
        let [father, mother] = parents();
        let with_home = family([father, mother, member("1930: orphanage 1938")]);
        let left = with_home.children_left();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].child, 2);
        assert_eq!(left[0].followed.map(|event| event.kind.as_str()), Some("orphanage"));
        let [father, mother] = parents();
        assert!(family([father, mother, PublicMember::Living]).children_left().is_empty());
        let [father, _] = parents();
        assert!(family([father, PublicMember::Living, member("1930:")]).children_left().is_empty());
    }
}
