//! A name in one piece.

use synodik_model::{Field, Record};
use synodik_names::split_full_name;

/// Sets surname, given name, patronymic and second names from a name in one piece.
pub(crate) fn set_name_parts(record: &mut Record<'_>, name: &str) {
    let parts = split_full_name(name);
    record.set(Field::Surname, parts.surname.into_owned());
    record.set(Field::Given, parts.given.into_owned());
    record.set(Field::Patronymic, parts.patronymic.into_owned());
    for variant in parts.variants {
        record.push(Field::NameVariants, variant.to_owned());
    }
}
