//! The forms of Russian and neighbouring names: cases, women's and men's surnames, patronymics, sex.
//!
//! Rules stand in `data/names/`: each row of a rule carries an example that a test runs.
//!
//! **Invariant:** no function here panics, whatever the text; a name for which
//! no rule is known comes back as written.

mod case_weights;
mod declension;
mod declension_rules;
mod kinship_words;
mod letters;
mod nominative;
mod nominative_name;
mod surname_forms;
mod surname_rules;
mod surname_stem;

pub use declension::{Case, decline};
pub use nominative::{Reading, nominative, nominative_with};
pub use nominative_name::{NameParts, NameReading, nominative_name, nominative_name_with};
pub use surname_forms::{
    FeminineForm, SurnameForms, feminine_surname, masculine_surname, surname_forms,
};
pub use surname_rules::{Standing, SurnameKind};
pub use surname_stem::{SurnameStem, surname_stem};
