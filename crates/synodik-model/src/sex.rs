//! The sex of a human being.

/// The sex of a person, or the sex a form of a name is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Female (жен.).
    Female,
    /// Male (муж.).
    Male,
}

impl Sex {
    /// Returns the word for the sex in tables and data files.
    pub fn name(self) -> &'static str {
        match self {
            Sex::Female => "female",
            Sex::Male => "male",
        }
    }

    /// Returns the sex of that word.
    pub fn from_name(name: &str) -> Option<Sex> {
        [Sex::Female, Sex::Male].into_iter().find(|sex| sex.name() == name)
    }
}
