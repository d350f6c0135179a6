//! The parts of a name and the sex a form is made for: words that all modules here share.

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

/// The sex of a person, or the sex a form of a name is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Female (жен.).
    Female,
    /// Male (муж.).
    Male,
}
