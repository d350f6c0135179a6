//! Text as written in, normal forms out: names, and the dates that go with them.
//!
//! Everything here is a pure function; the rules come from `data/names/` and
//! `data/calendar/`, compiled in.
//!
//! **Invariant:** no function changes what is shown. A folded name is for
//! looking up, never for display.

mod chinese;
mod compare;
mod date;
mod explain;
mod fold;
mod full_name;
mod given;
mod identifiers;
mod inflect;
mod key;
mod keyboard;
mod latin_key;
mod name_forms;
mod parse;
mod part;
mod script;
mod sound;
mod table;
mod translit;

pub use compare::{
    Agreement, Cause, Edit, NameEvidence, NameTable, PartEvidence, PartList, PreparedName,
    PreparedWord, SurnameFrequencies, WordEvidence, WordId, agreement_bits, compare_names,
    compare_words, compare_written, damerau, jaro_winkler,
};
pub use date::{DateError, birth_from_age, parse_date};
pub use explain::{NameExplanation, NameKeys, PartExplanation, explain_name};
pub use fold::{Script, fold_words};
pub use full_name::{FullName, split_full_name};
pub use given::{
    Certainty, FormKind, GivenForm, GivenMatch, GivenName, GivenNameId, Relation, given_frequency,
    given_name, given_name_entry, given_name_folded, given_names, given_p_female, related,
};
pub use inflect::{
    Case, Father, FeminineForm, NameParts, NameReading, PartReadings, Patronymic, PatronymicReason,
    Reading, SexOpinion, SexReason, Standing, SurnameForms, SurnameKind, SurnameStem,
    agreeing_names, decline, fathers_of, feminine_surname, has_patronymic_form, masculine_surname,
    nominative, nominative_name, nominative_name_with, nominative_with, patronymics_of,
    read_name_part, sex_of, surname_forms, surname_stem,
};
pub use key::{beider_morse, daitch_mokotoff, daitch_mokotoff_first, slavic_key, slavic_keys};
pub use keyboard::other_layout;
pub use latin_key::{latin_key, latin_query_keys};
pub use name_forms::{NameForm, NameFormKind, name_forms};
pub use parse::{Claim, NameOrder, NamePiece, ParsedName, PieceKind, parse_name};
pub use part::{NamePart, Sex};
pub use script::{Repair, RepairKind, find_repairs, is_ocr_confusion, modernise};
pub use translit::{
    Candidate, ReaderSpelling, Scheme, cyrillic_candidates, guess_scheme, spell_for_reader,
    transliterate,
};
