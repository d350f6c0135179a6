//! What the public index holds: the only data the server can show.
//!
//! **Invariant:** every type here is an allow-list. A field of a record that is
//! not named here is not public.

use crate::links::PublicPerson;
use crate::stations::StationKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use synodik_model::{EventKind, Field};
use synodik_names::NameFormKind;

/// A record as it may be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicRecord {
    /// Stable id of the record, `source.file.entry`.
    pub record_id: String,
    /// Id of its source.
    pub source_id: String,
    /// The name to show as heading, as written; empty when the entry has none.
    pub name: String,
    /// Field values as written: column name of the field, value; in table order.
    pub fields: Vec<PublicField>,
    /// Days of birth in EDTF, when the entry says anything readable.
    pub birth_edtf: Option<String>,
    /// What the entry says happened.
    pub events: Vec<PublicEvent>,
    /// The whole entry, decoded; withheld parts are replaced by `[…]`.
    pub verbatim: String,
    /// Whether a part of the verbatim entry is left out because it may name living people.
    pub has_withheld_part: bool,
    /// Name of the file in the source.
    pub file: String,
    /// Line on which the entry starts, from 1.
    pub line: u64,
    /// Bytes from the start of the file.
    pub byte_offset: u64,
}

impl PublicRecord {
    /// Returns the value of a field that is shown.
    pub fn get(&self, field: Field) -> Option<&str> {
        let shown = self.fields.iter().find(|shown| shown.name == field.name());
        shown.map(|shown| shown.value.as_str())
    }

    /// Returns the events of the one the record is about, without what it tells of relatives.
    pub fn own_events(&self) -> impl Iterator<Item = &PublicEvent> {
        self.events.iter().filter(|event| event.kind != EventKind::Kin.name())
    }
}

/// One field of a record as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicField {
    /// Column name of the field, such as `birth_place`.
    pub name: String,
    /// Value as written.
    pub value: String,
}

/// One event of a record, in the words of the entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicEvent {
    /// Identifier of the kind, such as `arrest`.
    pub kind: String,
    /// Date as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_stated: Option<String>,
    /// The days it may mean, in EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_edtf: Option<String>,
    /// Place as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Body that acted, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Article or formula, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Measure, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// What happened, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The source of this one statement, when it is not the entry's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated_source: Option<String>,
    /// How sure the source is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<String>,
}

/// What a record page shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RecordView {
    /// The record.
    Shown(Box<PublicRecord>),
    /// A placeholder: somebody who may be living.
    Withheld {
        /// Stable id of the record.
        record_id: String,
        /// Id of its source.
        source_id: String,
    },
}

/// A source as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicSource {
    /// Id of the source.
    pub source_id: String,
    /// Title; the id when none is given.
    pub title: String,
    /// How to cite it.
    pub citation: Option<String>,
    /// Who holds it.
    pub holder: Option<String>,
    /// Licence of the text.
    pub licence: Option<String>,
    /// Address of the source.
    pub url: Option<String>,
    /// Day it was received, `YYYY-MM-DD`.
    pub received: String,
    /// Format it was read as.
    pub format: String,
    /// The files as received.
    pub files: Vec<PublicFile>,
    /// Rows read; the sum of records and rejects.
    pub n_rows: u64,
    /// Rows that became records.
    pub n_records: u64,
    /// Rows that could not be read.
    pub n_rejects: u64,
    /// Records shown as placeholders because the person may be living.
    pub n_withheld: u64,
    /// Single values kept as written that could not be understood.
    pub n_issues: u64,
    /// Rejected rows, without their values; at most the first thousand.
    pub rejects: Vec<PublicReject>,
}

/// One file of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicFile {
    /// Name as received.
    pub name: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Encoding it was read in.
    pub encoding: String,
}

/// One rejected row, without its value, which may name living people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicReject {
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: u64,
    /// Field concerned; empty for the whole row.
    pub field: String,
    /// What was expected.
    pub reason: String,
}

/// What an archive holds, for the home page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveSummary {
    /// Name of the archive by language tag (`en`, `ru`); the id otherwise.
    pub name: String,
    /// Records in all sources.
    pub n_records: u64,
    /// Records shown as placeholders.
    pub n_withheld: u64,
    /// First and last year of a dated act of persecution, if there is any.
    pub event_years: Option<(i32, i32)>,
    /// Different places of birth, residence and events, as written; nought in a build of an
    /// older version.
    #[serde(default)]
    pub n_places: u64,
    /// Name of the first record that is shown, as an example of a search.
    pub example_name: Option<String>,
    /// Kinds of events that are shown, each with the records that have one; by identifier.
    pub event_kinds: Vec<(String, u64)>,
    /// Number of the build.
    pub build: u64,
    /// Day for which the living rule was applied, `YYYY-MM-DD`.
    pub as_of: String,
    /// Version of the program that built it.
    pub program_version: String,
}

/// What the index says of archive and sources, beside the records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveFile {
    /// The archive.
    pub summary: ArchiveSummary,
    /// Its sources, by id.
    pub sources: Vec<PublicSource>,
    /// Counts over all records that are shown.
    pub counts: ArchiveCounts,
    /// What the keys mean that statements name as their source.
    pub citations: BTreeMap<String, Citation>,
}

/// Counts over all records that are shown, for the pages of the codex.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveCounts {
    /// Records by instrument of the codex, with at least one event counted for it.
    pub by_instrument: BTreeMap<String, u64>,
    /// Executions by month, `YYYY-MM`; those dated less exactly are left out.
    pub executions_by_month: BTreeMap<String, u64>,
    /// Sentences counted for order 00447 by region of its table; empty for none named.
    pub limits: BTreeMap<String, LimitCount>,
    /// The same by month of the decision, `YYYY-MM`, then by region; those dated less exactly
    /// are left out.
    #[serde(default)]
    pub limits_by_month: BTreeMap<String, BTreeMap<String, LimitCount>>,
    /// Executions within the time of the order by month and region, stated by records in
    /// which no event names a body or an article: whether the order was behind them is open.
    #[serde(default)]
    pub open_executions: BTreeMap<String, BTreeMap<String, u64>>,
    /// Records with an event of that kind, by year of the event `YYYY`: arrests, sentences…
    pub events_by_year: BTreeMap<String, BTreeMap<String, u64>>,
    /// Persons, with the doubt of the links; nought in a build of an older version.
    #[serde(default)]
    pub persons: PersonCounts,
    /// Families and measures on kin; nought in a build of an older version.
    #[serde(default)]
    pub families: FamilyStatistics,
}

/// Families of an archive, and how many kin measures fell on.
///
/// Of whoever may be living it holds a number, and a relation without sex.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyStatistics {
    /// Families.
    pub n_families: u64,
    /// Persons in them.
    pub n_persons: u64,
    /// Families in which a measure fell on somebody on account of another.
    pub n_families_with_case: u64,
    /// Families by the number of their persons.
    pub by_size: BTreeMap<u64, u64>,
    /// Kin for each person taken: `all`, `year`, `source`, `relation`, `sex`, `measure`,
    /// `instrument`, each by value; the value is empty where it is not known.
    pub multipliers: BTreeMap<String, BTreeMap<String, KinRatio>>,
    /// Kin by relation and kind of measure.
    pub measures: BTreeMap<String, BTreeMap<String, u64>>,
    /// Members of whom a parent is known; all are shown.
    #[serde(default)]
    pub n_children: u64,
    /// Children left without both parents: `all`, `year`, `region`, by value, among those of whom
    /// birth and both parents are known, by year among those who were children then; `followed`
    /// by what became of them, among those left. The value is empty where it is not known.
    #[serde(default)]
    pub children_left: BTreeMap<String, BTreeMap<String, KinRatio>>,
}

/// Kin for each person on whose account measures fell; or children left among the children of
/// whom it can be said. The interval is one of 95 %.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KinRatio {
    /// Persons on whom measures fell.
    pub n_kin: u64,
    /// Persons on whose account.
    pub n_head: u64,
    /// Kin for each, in thousandths, with the ends of the interval; none where too few families
    /// say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_thousand: Option<[u64; 3]>,
}

/// Entries and persons of all records that are shown, with the doubt of the links.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCounts {
    /// Partitions that were sampled.
    pub n_partitions: u64,
    /// All of them.
    pub all: CountedPersons,
    /// By id of the source.
    pub by_source: BTreeMap<String, CountedPersons>,
    /// By kind of event and by its year `YYYY`, for dates that lie in one year.
    pub by_event_year: BTreeMap<String, BTreeMap<String, CountedPersons>>,
}

/// How many persons some records are of. The interval is one of 95 %, its ends rounded outwards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedPersons {
    /// Records.
    pub n_entries: u64,
    /// Persons they are held to be of.
    pub n_persons: u64,
    /// Lower end over the sampled partitions.
    pub low: u64,
    /// Median over them.
    pub median: u64,
    /// Upper end.
    pub high: u64,
}

/// Sentences of an archive counted for one region of order 00447.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitCount {
    /// To be shot.
    pub n_first: u64,
    /// To camp or prison.
    pub n_second: u64,
    /// Without a measure that tells which.
    pub n_unknown: u64,
}

/// A work that statements name by its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// How to cite it.
    pub citation: String,
    /// Where it is: addresses, separated by ` ; `, or words.
    pub locator: Option<String>,
}

/// A question to the index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchRequest {
    /// Words typed: names in any order, places, years. May be empty when a filter is set.
    pub query: String,
    /// Restrictions.
    pub filters: Filters,
    /// How many hits to leave out.
    pub offset: usize,
    /// How many hits to give, at most [`MAX_HITS`].
    pub limit: usize,
}

/// The most hits one request gives.
pub const MAX_HITS: usize = 100;

/// Restrictions of a search; `None` restricts nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// Id of a source.
    pub source: Option<String>,
    /// Earliest year of birth.
    pub birth_from: Option<i32>,
    /// Latest year of birth.
    pub birth_to: Option<i32>,
    /// Words of a place of birth, residence or event.
    pub place: Option<String>,
    /// Id of a place of the gazetteer, in which a station of the record lies.
    pub place_id: Option<String>,
    /// What happened there; restricts nothing without a place.
    pub place_kind: Option<StationKind>,
    /// Nationality as the facet gives it.
    pub nationality: Option<String>,
    /// Identifier of an event kind.
    pub event: Option<String>,
    /// Identifier of a measure, as in `data/measures.tsv`.
    pub measure: Option<String>,
    /// Id of an instrument of the codex.
    pub instrument: Option<String>,
    /// Earliest year of an event.
    pub event_from: Option<i32>,
    /// Latest year of an event.
    pub event_to: Option<i32>,
    /// Month `YYYY-MM` of an event; of the kind `event` when that is set, too.
    pub month: Option<String>,
    /// `female` or `male`, as the entry states it.
    pub sex: Option<String>,
    /// Id of a region of order 00447.
    pub region: Option<String>,
    /// Article, such as `58-10`.
    pub article: Option<String>,
    /// Identifier of a kind of body, as in `data/bodies.tsv`.
    pub body: Option<String>,
    /// First year of a decade of age, of two digits.
    pub age: Option<String>,
}

/// Counts over all records that a [`SearchRequest`] finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statistics {
    /// All records found: the denominator.
    pub n_found: u64,
    /// By property, in a fixed order.
    pub tables: Vec<StatisticsTable>,
}

/// Counts of one property. A record may count under several values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatisticsTable {
    /// `event`, `event_in_year`, `event_in_month`, `measure`, `body`, `article`, `region`,
    /// `nationality`, `sex`, `age`, `birth_decade`, `source` or `instrument`.
    pub name: &'static str,
    /// Records that have any value: the rest of those found do not say.
    pub n_with_value: u64,
    /// By value; those of `event_in_year` and `event_in_month` begin with kind and `/`.
    pub values: Vec<FacetValue>,
}

/// What the sources of the archive cover of a place and of years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Records found.
    pub n_found: u64,
    /// Sources that have one of them.
    pub n_sources: u64,
    /// First and last year of their dated events.
    pub event_years: Option<(i32, i32)>,
}

/// Something remembered on a day of the year.
#[derive(Debug, Clone, PartialEq)]
pub struct Remembered {
    /// The record, of somebody whose death is dated.
    pub record: PublicRecord,
    /// Places of its events of that day.
    pub events: Vec<usize>,
}

impl Remembered {
    /// Returns the date of the first of its events of that day, in EDTF.
    pub(crate) fn first_date(&self) -> Option<&str> {
        let dates = self.events.iter().filter_map(|&place| self.record.events.get(place));
        dates.filter_map(|event| event.date_edtf.as_deref()).min()
    }
}

/// The answer to a [`SearchRequest`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SearchResult {
    /// All records found.
    pub n_found: u64,
    /// Those among them found as typed, in either script; the others have another form or spelling.
    pub n_exact: u64,
    /// The hits of this page, best first; equal ones in record order.
    pub hits: Vec<Hit>,
    /// Counts over all records found.
    pub facets: Vec<Facet>,
}

/// One record found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hit {
    /// The record.
    pub record: PublicRecord,
    /// Relevance; higher is better. Comparable within one answer only.
    pub score: f32,
    /// Whether a word was found only in another form or spelling.
    pub is_similar: bool,
    /// Why it was found: one line a typed word, in the order typed.
    pub matches: Vec<WordMatch>,
    /// The person it is held to be of, when other records of that person are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PublicPerson>,
}

/// Why a typed word was found in a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordMatch {
    /// The word as typed.
    pub typed: String,
    /// The word of the record, as written there; empty when the word is missing.
    pub found: String,
    /// How the two belong together.
    pub kind: MatchKind,
    /// Where it stands: the column of a field, `event`, or empty when missing.
    pub place: String,
}

/// Counts of one property over all records found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facet {
    /// `source`, `event`, `measure`, `nationality`, `instrument`, `birth_decade` or `event_year`.
    pub name: String,
    /// Value and count, most frequent first; years in order.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// The value as a filter takes it.
    pub value: String,
    /// Records found that have it.
    pub n_records: u64,
}

macro_rules! match_kinds {
    ($($variant:ident $name:literal $meaning:literal)*) => {
        /// How a word found belongs to the word typed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum MatchKind { $(#[doc = $meaning] $variant,)* }

        impl MatchKind {
            /// All kinds, the nearest first.
            pub const ALL: &[MatchKind] = &[$(MatchKind::$variant),*];

            /// Returns the identifier used in JSON and in the words of the site.
            pub fn name(self) -> &'static str {
                match self { $(MatchKind::$variant => $name),* }
            }
        }
    };
}

match_kinds! {
    AsTyped "as_typed" "As typed; case, ё and е, and letters of before 1918 count as the same."
    LatinSpelling "latin_spelling" "The same name in the other script."
    AskedBeginning "asked_beginning" "Begins as typed, which ended in `*`."
    Initial "initial" "The initial typed."
    Place "place" "A word of a place."
    Year "year" "A year of birth or of an event."
    FeminineForm "feminine_form" "The feminine form of the surname typed."
    MasculineForm "masculine_form" "The masculine form of the surname typed."
    PluralForm "plural_form" "The plural form of the surname typed."
    Variant "variant" "Another form of the same name."
    DeclinedForm "declined_form" "What was typed is this name in another grammatical case."
    KinName "kin_name" "A word of what the entry says of relatives."
    Diminutive "diminutive" "Diminutive and full form of one name."
    OtherLanguage "other_language" "The name in another language."
    RelatedName "related_name" "Another name that often stands for the one typed."
    Beginning "beginning" "Begins as typed."
    SameSound "same_sound" "Sounds the same."
    KinSound "kin_sound" "A word of what the entry says of relatives that sounds the same."
    OneError "one_error" "One letter differs, or two are swapped."
    PlaceSound "place_sound" "A word of a place that sounds the same."
    PlaceBeginning "place_beginning" "A word of a place that begins as typed."
    PlaceOneError "place_one_error" "A word of a place in which one letter differs."
    TwoErrors "two_errors" "Two letters differ."
    Missing "missing" "The record has no such word."
}

impl MatchKind {
    /// Returns the kind that a form from the rules of names has.
    pub(crate) fn of_form(kind: NameFormKind) -> MatchKind {
        match kind {
            NameFormKind::Feminine => MatchKind::FeminineForm,
            NameFormKind::Masculine => MatchKind::MasculineForm,
            NameFormKind::Plural => MatchKind::PluralForm,
            NameFormKind::Nominative => MatchKind::DeclinedForm,
            NameFormKind::Variant => MatchKind::Variant,
            NameFormKind::Diminutive => MatchKind::Diminutive,
            NameFormKind::OtherLanguage => MatchKind::OtherLanguage,
            NameFormKind::Related => MatchKind::RelatedName,
        }
    }
}
