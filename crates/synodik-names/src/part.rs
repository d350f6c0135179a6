//! The parts of a name and the sex a form is made for: words that all modules here share.

pub use synodik_model::Sex;

/// A part of a personal name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamePart {
    /// Surname (фамилия).
    Surname,
    /// Given name (имя).
    Given,
    /// Patronymic (отчество).
    Patronymic,
}
