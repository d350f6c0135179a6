//! Human beings named in one record, each as its words name them.

use crate::{DateStatement, Kinship, Sex};
use std::ops::Range;

/// What somebody is in the record that names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionRole {
    /// The one the record is about.
    Subject,
    /// The one under whom a household is entered.
    Head,
    /// Anybody else whom the record names.
    Member,
}

/// Where a part of a mention comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// The record says it.
    Stated,
    /// It follows from the kinship: a wife is a woman, a son has his father's surname.
    Kinship,
    /// The form of the name says it.
    Name,
    /// A rule of the list says it: who stands first without a word is the wife.
    Place,
}

/// How many human beings a mention stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadCount {
    /// One.
    One,
    /// As many as stated ("трое детей").
    Stated(u16),
    /// More than one, the record does not say how many ("дети").
    Several,
}

/// The age that a record gives.
#[derive(Debug, Clone, PartialEq)]
pub struct AgeStatement {
    /// Months of age; years are given as twelve times as many.
    pub months: u32,
    /// A second age that the record gives beside the first.
    pub other_months: Option<u32>,
    /// The day at which it was so, as far as the record says.
    pub at: Option<DateStatement>,
}

impl AgeStatement {
    /// Returns full years.
    pub fn years(&self) -> u32 {
        self.months / 12
    }
}

/// One human being named in a record, or several named together.
///
/// A mention says what the record says; that two mentions are one person is
/// claimed elsewhere.
///
/// # Shape
///
/// `span`: bytes in the text that was read, on character boundaries.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// What they are in the record.
    pub role: MentionRole,
    /// How many human beings are meant.
    pub count: HeadCount,
    /// What they are to the mention at `relative_to`.
    pub kinship: Option<Kinship>,
    /// Where the kinship comes from.
    pub kinship_ground: Ground,
    /// The words that state the kinship.
    pub relation_stated: Option<String>,
    /// Place of the one the kinship refers to among the mentions of the record.
    pub relative_to: usize,
    /// Surname, nominative, in the bearer's gender; stated or that of the kin.
    pub surname: Option<String>,
    /// Surname as written, if one is.
    pub surname_stated: Option<String>,
    /// Given name, nominative, or initial.
    pub given: Option<String>,
    /// Patronymic or father's name, nominative, or initial.
    pub patronymic: Option<String>,
    /// Other names the record gives, as written: spellings, maiden names.
    pub name_variants: Vec<String>,
    /// The number or code of this human being's own entry in the same source, where the record gives it.
    pub pointer: Option<String>,
    /// Days of birth that the record allows.
    pub birth: Option<DateStatement>,
    /// Age that the record gives.
    pub age: Option<AgeStatement>,
    /// Sex, and how it is known.
    pub sex: Option<(Sex, Ground)>,
    /// Bytes in the text that was read.
    pub span: Range<usize>,
    /// The words at `span`.
    pub words: String,
}

impl Mention {
    /// Returns a mention of one human being of whom nothing but the place in the text is known.
    pub fn empty(role: MentionRole, text: &str, span: Range<usize>) -> Mention {
        Mention {
            role,
            count: HeadCount::One,
            kinship: None,
            kinship_ground: Ground::Stated,
            relation_stated: None,
            relative_to: 0,
            surname: None,
            surname_stated: None,
            given: None,
            patronymic: None,
            name_variants: Vec::new(),
            pointer: None,
            birth: None,
            age: None,
            sex: None,
            words: text.get(span.clone()).unwrap_or_default().to_owned(),
            span,
        }
    }

    /// Returns whether the record gives any name.
    pub fn is_named(&self) -> bool {
        self.given.is_some() || self.surname_stated.is_some() || self.patronymic.is_some()
    }
}
