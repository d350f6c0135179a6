//! The description of a linkage: which columns say what.
//!
//! A spec is a small TOML file. It names columns and their roles and holds no
//! weight and no threshold: those are learnt from the tables themselves.

use serde::Deserialize;
use thiserror::Error;

/// What the values of a column are, which decides how two of them are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A family name.
    Surname,
    /// A given name, or several.
    Given,
    /// A father's name (отчество), or the name of the father itself.
    Patronymic,
    /// A whole name: given names first, surname last.
    FullName,
    /// The date or the year of birth.
    Birth,
    /// An age in years; `at` names the columns with the date at which it was so.
    Age,
    /// The date of an event of which a person has one.
    Date,
    /// The date of death: as [`Role::Date`], and no person has two that are far apart.
    Death,
    /// A place as written.
    Place,
    /// One of a set of values: nationality, occupation, article.
    Category,
    /// A postcode, a number of a file or another code.
    Code,
    /// Free text, compared word by word.
    Text,
    /// Male or female.
    Sex,
}

/// One column and its role.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The column.
    pub column: String,
    /// What it holds.
    pub role: Role,
    /// Columns with further values of the same thing, such as a name at birth.
    #[serde(default)]
    pub alternatives: Vec<String>,
    /// For a date whose column holds the year only: the column with the month.
    #[serde(default)]
    pub month: Option<String>,
    /// And the column with the day of the month.
    #[serde(default)]
    pub day: Option<String>,
    /// For an age: the columns with the date at which the person had it, first stated wins.
    #[serde(default)]
    pub at: Vec<String>,
    /// For a category: whether its values are peoples, each with its own names and places,
    /// so that a name is rare or common within one of them.
    #[serde(default)]
    pub community: bool,
}

/// The description of a linkage.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// The column with the id of a record.
    pub id: String,
    /// The column that names the list a record stands in; without it each table is one list.
    #[serde(default)]
    pub list: Option<String>,
    /// Whether no list names a person twice.
    #[serde(default)]
    pub single_person_lists: bool,
    /// Whether relatives are to be expected among the records; without it, if a table names surnames.
    #[serde(default)]
    pub kin: Option<bool>,
    /// Texts that stand for "not stated".
    #[serde(default)]
    pub missing: Vec<String>,
    /// Words that are no part of a name: titles, ranks.
    #[serde(default)]
    pub drop_words: Vec<String>,
    /// How many pairs a record is compared in on average; without it, the number of the project.
    #[serde(default)]
    pub pairs_per_record: Option<f64>,
    /// The columns that are compared.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
}

/// Why a spec cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum SpecError {
    /// It is not TOML of the expected form.
    #[error("cannot read the spec: {0}")]
    Syntax(String),
    /// A column that the spec names is in none of the tables.
    #[error(
        "{place} names the column `{column}`, which table `{table}` does not have; it has {known}"
    )]
    UnknownColumn {
        /// Where in the spec.
        place: String,
        /// The column.
        column: String,
        /// The table.
        table: String,
        /// The columns there are.
        known: String,
    },
    /// A role that can be given once is given again.
    #[error(
        "field `{column}` has the role `{role}`, which `{first}` has already; expected one such field"
    )]
    RoleTwice {
        /// The second field.
        column: String,
        /// The role.
        role: &'static str,
        /// The first field.
        first: String,
    },
    /// An option is given with a role it does not fit.
    #[error("field `{column}` has `{option}`, which is expected with {expected} only")]
    OptionDoesNotFit {
        /// The field.
        column: String,
        /// The option.
        option: &'static str,
        /// Roles with which it fits.
        expected: &'static str,
    },
    /// Nothing is compared, or too much.
    #[error("the spec has {n_fields} fields; expected 1 to {max}")]
    FieldCount {
        /// How many there are.
        n_fields: usize,
        /// How many there may be.
        max: usize,
    },
}

/// How many fields a spec may name.
pub const MAX_FIELDS: usize = 22;

impl Spec {
    /// Reads a spec.
    ///
    /// # Errors
    ///
    /// [`SpecError`] says which part of the spec, its value, and what was expected.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_link::{Role, Spec, SpecError};
    /// let spec = Spec::from_toml("id = 'n'\n[[field]]\ncolumn = 'name'\nrole = 'surname'").unwrap();
    /// assert_eq!(spec.fields[0].role, Role::Surname);
    /// assert!(matches!(Spec::from_toml("id = 'n'\nfield = []"), Err(SpecError::FieldCount { .. })));
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, SpecError> {
        let spec: Self =
            toml::from_str(text).map_err(|error| SpecError::Syntax(error.to_string()))?;
        spec.check()?;
        Ok(spec)
    }

    fn check(&self) -> Result<(), SpecError> {
        let n_fields = self.fields.len();
        if n_fields == 0 || n_fields > MAX_FIELDS {
            return Err(SpecError::FieldCount { n_fields, max: MAX_FIELDS });
        }
        for (field_idx, field) in self.fields.iter().enumerate() {
            let column = field.column.clone();
            if let Some(role) = only_once(field.role)
                && let Some(first) =
                    self.fields[..field_idx].iter().find(|other| other.role == field.role)
            {
                return Err(SpecError::RoleTwice { column, role, first: first.column.clone() });
            }
            if !field.at.is_empty() && field.role != Role::Age {
                let expected = "the role `age`";
                return Err(SpecError::OptionDoesNotFit { column, option: "at", expected });
            }
            let is_date = matches!(field.role, Role::Birth | Role::Date | Role::Death);
            if (field.month.is_some() || field.day.is_some()) && !is_date {
                let expected = "the roles `birth`, `date` and `death`";
                let option = if field.month.is_some() { "month" } else { "day" };
                return Err(SpecError::OptionDoesNotFit { column, option, expected });
            }
            if field.community && field.role != Role::Category {
                let expected = "the role `category`";
                let option = "community";
                return Err(SpecError::OptionDoesNotFit { column, option, expected });
            }
            if !field.alternatives.is_empty() && field.role != Role::Surname {
                let expected = "the role `surname`";
                return Err(SpecError::OptionDoesNotFit {
                    column,
                    option: "alternatives",
                    expected,
                });
            }
        }
        Ok(())
    }
}

impl Field {
    /// Returns every column that the field reads, its own first.
    pub fn columns(&self) -> impl Iterator<Item = &String> {
        let further = self.alternatives.iter().chain(&self.at).chain(&self.month).chain(&self.day);
        std::iter::once(&self.column).chain(further)
    }
}

impl Spec {
    /// Returns every column that is read, some of them perhaps twice.
    pub fn columns(&self) -> Vec<String> {
        let fields = self.fields.iter().flat_map(Field::columns);
        std::iter::once(&self.id).chain(&self.list).chain(fields).cloned().collect()
    }
}

fn only_once(role: Role) -> Option<&'static str> {
    match role {
        Role::Surname => Some("surname"),
        Role::Given => Some("given"),
        Role::Patronymic => Some("patronymic"),
        Role::FullName => Some("full_name"),
        Role::Birth => Some("birth"),
        Role::Age => Some("age"),
        Role::Death => Some("death"),
        Role::Sex => Some("sex"),
        Role::Date | Role::Place | Role::Category | Role::Code | Role::Text => None,
    }
}
