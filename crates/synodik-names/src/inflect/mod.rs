//! The forms of Russian and neighbouring names: cases, women's and men's surnames, patronymics, sex.
//!
//! Rules stand in `data/names/`: each row of a rule carries an example that a test runs.
//!
//! **Invariant:** no function here panics, whatever the text; a name for which
//! no rule is known comes back as written.

mod declension;
mod declension_rules;
mod fathers;
mod kinship_words;
mod letters;
mod nominative;
mod nominative_name;
mod patronymic;
mod patronymic_rules;
mod sex;
mod surname_forms;
mod surname_rules;
mod surname_stem;
mod weights;

pub use declension::{Case, decline};
pub(crate) use fathers::possible_fathers;
pub use fathers::{Father, fathers_of, has_patronymic_form};
pub use nominative::{Reading, nominative, nominative_with};
pub use nominative_name::{
    NameParts, NameReading, PartReadings, agreeing_names, nominative_name, nominative_name_with,
    read_name_part,
};
pub use patronymic::{Patronymic, patronymics_of};
pub use patronymic_rules::PatronymicReason;
pub use sex::{SexOpinion, SexReason, sex_of};
pub use surname_forms::{
    FeminineForm, SurnameForms, feminine_surname, masculine_surname, surname_forms,
};
pub use surname_rules::{Standing, SurnameKind};
pub use surname_stem::{SurnameStem, surname_stem};
