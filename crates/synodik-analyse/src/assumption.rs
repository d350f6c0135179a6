//! What an estimator takes for granted, in words that a reader can check.
//!
//! The words stand in `data/analyse/assumptions.toml`; code knows only the ids.

use serde::Deserialize;
use std::fmt;
use std::sync::LazyLock;

macro_rules! assumptions {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)*) => {
        /// Something that an estimator takes for granted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Assumption { $($(#[$doc])* $name,)* }

        impl Assumption {
            /// All assumptions, in the order of `data/analyse/assumptions.toml`.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Returns the id under which the words stand.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }
        }
    };
}

assumptions! {
    /// Nobody joins or leaves the population.
    Closed = "closed",
    /// Counts are numbers of persons.
    CountsOfPersons = "counts-of-persons",
    /// Everybody has the same chance to stand on a list.
    EqualChance = "equal-chance",
    /// How chances differ follows a stated shape.
    HeterogeneityShape = "heterogeneity-shape",
    /// To stand on one list says nothing of standing on another.
    Independent = "independent",
    /// The classes of like chances are few.
    LatentClasses = "latent-classes",
    /// The order of the lists is the order in which they were made.
    ListOrder = "list-order",
    /// Every list shares somebody with another.
    ListsOverlap = "lists-overlap",
    /// The estimate is a lower bound.
    LowerBound = "lower-bound",
    /// The dependences are among those that the model allows.
    ModelledDependence = "modelled-dependence",
    /// The highest interaction of all lists is nil.
    NoHighestInteraction = "no-highest-interaction",
    /// The prior was chosen, not observed.
    PriorChosen = "prior-chosen",
    /// Every stratum counts somebody.
    StrataFilled = "strata-filled",
    /// Two entries of one person were recognised, and only such.
    TrueLinks = "true-links",
    /// There are at least two lists.
    TwoLists = "two-lists",
}

/// One entry of the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    text: String,
    text_ru: String,
    fails: String,
    fails_ru: String,
    #[serde(rename = "source")]
    _source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entries {
    assumption: Vec<Entry>,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let text = include_str!("../../../data/analyse/assumptions.toml");
    let entries: Entries = toml::from_str(text).expect("a test reads the file");
    entries.assumption
});

impl Assumption {
    fn entry(self) -> &'static Entry {
        let entry = ENTRIES.iter().find(|entry| entry.id == self.id());
        entry.expect("a test compares the ids of the code with those of the file")
    }

    /// Returns the assumption in one sentence.
    #[must_use]
    pub fn text(self) -> &'static str {
        &self.entry().text
    }

    /// Returns in one sentence what happens to the estimate where the assumption fails.
    #[must_use]
    pub fn consequence(self) -> &'static str {
        &self.entry().fails
    }

    /// Returns [`Assumption::text`] in a language, `ru` or otherwise English.
    #[must_use]
    pub fn text_in(self, language: &str) -> &'static str {
        if language == "ru" { &self.entry().text_ru } else { self.text() }
    }

    /// Returns [`Assumption::consequence`] in a language, `ru` or otherwise English.
    #[must_use]
    pub fn consequence_in(self, language: &str) -> &'static str {
        if language == "ru" { &self.entry().fails_ru } else { self.consequence() }
    }
}

impl fmt::Display for Assumption {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the assumption `{}` fails ({})", self.id(), self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_explains_each_assumption_once_and_no_other() {
        let in_file: Vec<&str> = ENTRIES.iter().map(|entry| entry.id.as_str()).collect();
        let in_code: Vec<&str> = Assumption::ALL.iter().map(|assumption| assumption.id()).collect();
        assert_eq!(in_file, in_code);
        for language in ["en", "ru"] {
            let long = |words: &str| words.len() > 20 && !words.ends_with('.');
            let is_explained =
                |a: &Assumption| long(a.text_in(language)) && long(a.consequence_in(language));
            assert!(Assumption::ALL.iter().all(is_explained), "{language}");
        }
    }
}
