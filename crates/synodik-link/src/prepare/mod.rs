//! Tables and spec in, one row of numbers a record out.
//!
//! Every distinct text is read once; afterwards a record is a row of small
//! numbers, and two records are compared without touching a text unless their
//! numbers differ.

mod build;
mod columns;
mod community;
mod dates;
mod names;
mod places;
mod values;

pub(crate) use build::{Prepared, prepare, read_rows};
pub(crate) use dates::Day;
pub(crate) use places::PlaceForm;
pub(crate) use values::CodeForm;

/// What a comparison looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Family names.
    Surname,
    /// Given names.
    Given,
    /// The words of a whole name between the first and the last.
    Middle,
    /// Father's names.
    Patronymic,
    /// Dates of birth.
    Birth,
    /// Sex.
    Sex,
    /// Dates of an event.
    Date,
    /// Places; `first` is the slot of the first place of the record, if this is a later one.
    Place {
        /// The slot of the first place.
        first: Option<usize>,
    },
    /// One of a set of values.
    Category,
    /// A code.
    Code,
    /// Free text.
    Text,
}

impl Kind {
    /// Whether it looks at parts of a name, which a lone word may be any of.
    pub(crate) fn is_name(self) -> bool {
        matches!(self, Self::Surname | Self::Given | Self::Middle)
    }

    /// Returns its place in the order of comparing: cheap ones that say much come first.
    pub(crate) fn rank(self) -> u8 {
        match self {
            Self::Given => 0,
            Self::Birth => 1,
            Self::Patronymic => 2,
            Self::Sex => 3,
            Self::Date => 4,
            Self::Code => 5,
            Self::Surname => 6,
            Self::Middle => 7,
            Self::Place { .. } => 8,
            Self::Category => 9,
            Self::Text => 10,
        }
    }
}

/// One comparison of two records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// What is compared.
    pub(crate) kind: Kind,
    /// Where its number stands in the row of a record.
    pub(crate) slot: usize,
    /// The column, for reports.
    pub(crate) label: String,
}

/// The slots that every row begins with.
pub(crate) mod slot {
    /// Family name.
    pub(crate) const SURNAME: usize = 0;
    /// A further family name.
    pub(crate) const SURNAME_2: usize = 1;
    /// Given name.
    pub(crate) const GIVEN: usize = 2;
    /// Father's name.
    pub(crate) const PATRONYMIC: usize = 3;
    /// All words of a name of several words.
    pub(crate) const NAME_WORDS: usize = 4;
    /// Sex as stated.
    pub(crate) const SEX: usize = 5;
    /// Sex as stated or as the name says.
    pub(crate) const NAMED_SEX: usize = 6;
    /// Date of birth.
    pub(crate) const BIRTH: usize = 7;
    /// An age whose date is not stated, in years and one more.
    pub(crate) const AGE: usize = 8;
    /// The year of the date at which an age would be stated.
    pub(crate) const AGE_YEAR: usize = 9;
    /// The community: a value of the category that is one.
    pub(crate) const COMMUNITY: usize = 10;
    /// Bands of the first eight comparisons within the community, four bits each; 15 is none.
    pub(crate) const COMMUNITY_BANDS: usize = 11;
    /// How many there are.
    pub(crate) const N_FIXED: usize = 12;
}

/// The number of the male sex.
pub(crate) const MALE: u32 = 1;
/// The number of the female sex.
pub(crate) const FEMALE: u32 = 2;
