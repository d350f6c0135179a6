//! The closed list of fields a record can have.
//!
//! Every importer maps what it reads onto these; what fits none stays in the
//! verbatim entry. The names are those of the `records` table and of mapping
//! files.
//!
//! **Invariant:** there is no field for a telephone, e-mail, identity number or
//! present address, and none may be added.

macro_rules! fields {
    ($($variant:ident $name:literal $meaning:literal)*) => {
        /// A field of a record; its value is text as the source wrote it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $(#[doc = $meaning] $variant,)*
        }

        /// How many fields there are.
        pub const N_FIELDS: usize = [$($name),*].len();

        /// Name and meaning of every field, in table order.
        const SPECS: [FieldSpec; N_FIELDS] = [
            $(FieldSpec { field: Field::$variant, name: $name, meaning: $meaning },)*
        ];
    };
}

/// The name and meaning of a field.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// The field.
    pub field: Field,
    /// Column name in the `records` table and in mapping files.
    pub name: &'static str,
    /// What the source says in it.
    pub meaning: &'static str,
}

fields! {
    EntryId "entry_id" "Number or code the source itself gives the entry."
    Name "name" "The whole name as written, when the source has it in one piece."
    Surname "surname" "Surname as written."
    Given "given" "Given name as written."
    Patronymic "patronymic" "Patronymic as written."
    NameVariants "name_variants" "Other spellings and second names the entry gives, separated by `; `."
    Sex "sex" "Sex as written."
    Birth "birth" "Date or year of birth as written."
    Age "age" "Age as written."
    BirthPlace "birth_place" "Place of birth as written."
    Nationality "nationality" "Nationality as written."
    Citizenship "citizenship" "Citizenship as written."
    Education "education" "Education as written."
    Occupation "occupation" "Occupation and place of work as written."
    Party "party" "Party membership as written."
    SocialOrigin "social_origin" "Social origin or category in the words of the source."
    Residence "residence" "Place of residence at the time of the events, as written."
    Street "street" "Street under which the source files the entry."
    House "house" "House under which the source files the entry."
    Flat "flat" "Flat under which the source files the entry."
    Family "family" "What the entry says of relatives, as written."
    ArrestDate "arrest_date" "Date of arrest as written."
    ArrestBody "arrest_body" "Body that made the arrest, as written."
    ArrestType "arrest_type" "Kind of arrest or first measure, as written."
    CaseNumber "case_number" "Number of the criminal file."
    SentenceDate "sentence_date" "Date of sentence as written."
    SentenceBody "sentence_body" "Body that passed sentence, as written."
    Article "article" "Article or formula of the charge, as written."
    Sentence "sentence" "Measure imposed, as written."
    DeathSentence "death_sentence" "Whether the source flags a death sentence, as written."
    ExileDate "exile_date" "Date of exile or deportation as written."
    ExilePlace "exile_place" "Place of exile or special settlement, as written."
    ReleaseDate "release_date" "Date of release as written."
    ExecutionDate "execution_date" "Date of execution as written."
    ExecutionPlace "execution_place" "Place of execution as written."
    DeathDate "death_date" "Date of death as written."
    DeathPlace "death_place" "Place of death as written."
    BurialPlace "burial_place" "Place of burial as written."
    EarlierRepression "earlier_repression" "Earlier persecution the entry mentions, as written."
    LaterRepression "later_repression" "Later persecution the entry mentions, as written."
    RehabilitationDate "rehabilitation_date" "Date of rehabilitation as written."
    RehabilitationBody "rehabilitation_body" "Body that rehabilitated, as written."
    RehabilitationReason "rehabilitation_reason" "Ground of rehabilitation as written."
    StatedSource "stated_source" "The book, file or list the entry itself cites."
    StatedSourceUrl "stated_source_url" "Address the entry itself gives for its source."
    ArchiveReference "archive_reference" "Archive, fonds, inventory and file the entry cites."
    Note "note" "Anything else the mapping keeps as a field."
    Private "private" "Values of columns that the mapping keeps from everything public, one a line."
}

impl Field {
    /// All fields with their names and meanings, in table order.
    pub fn specs() -> &'static [FieldSpec; N_FIELDS] {
        &SPECS
    }

    /// Returns the column name of the field.
    pub fn name(self) -> &'static str {
        SPECS[self as usize].name
    }

    /// Returns the field of that column name, if there is one.
    pub fn from_name(name: &str) -> Option<Field> {
        SPECS.iter().find(|spec| spec.name == name).map(|spec| spec.field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_name() {
        for spec in Field::specs() {
            assert_eq!(Field::from_name(spec.name), Some(spec.field));
            assert_eq!(spec.field.name(), spec.name);
        }
        assert_eq!(Field::from_name("telephone"), None);
    }
}
