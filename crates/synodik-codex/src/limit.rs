//! The limits of NKVD order 00447 by region, their increases and sums.

use crate::table::{Row, read_rows};
use crate::{Bilingual, Certainty, CodexError, parse_edtf};
use synodik_model::DateSpan;

/// The limits of one row of the order, in persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionalLimit {
    /// Identifier, never used again.
    pub limit_id: String,
    /// Group of regions in the order.
    pub group: String,
    /// Position in its list, from 1; the lists of the Ukrainian and the Kazakh SSR count anew.
    pub number_in_order: u32,
    /// Name of the region.
    pub name: Bilingual,
    /// Persons to be shot.
    pub first_category: u32,
    /// Persons to be sent to camp or prison for 8 to 10 years.
    pub second_category: u32,
    /// Both together, as printed.
    pub total: u32,
    /// How the row is known, and what disagrees with it.
    pub note: Option<Bilingual>,
    /// How sure the row is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    pub sources: Vec<String>,
}

/// The administrative centre of a region in 1937.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionCentre {
    /// The region: a row of the order.
    pub limit_id: String,
    /// Name of the town then, with its name today where that is another.
    pub name: Bilingual,
    /// Degrees north, WGS 84.
    pub latitude: f64,
    /// Degrees east, WGS 84.
    pub longitude: f64,
    /// How sure it is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    pub sources: Vec<String>,
}

/// What an entry of the later increases is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitIncreaseKind {
    /// An increase that was decided.
    Increase,
    /// An increase that was asked for; not known to be granted.
    Request,
    /// A summary of all increases.
    Summary,
}

/// A later increase of a limit, in persons.
#[derive(Debug, Clone, PartialEq)]
pub struct LimitIncrease {
    /// Identifier, never used again.
    pub increase_id: String,
    /// Whether it was decided, asked for, or sums others up.
    pub kind: LimitIncreaseKind,
    /// The row of the order; `None` for a region formed later and for sums.
    pub limit_id: Option<String>,
    /// Name of the region.
    pub region: Bilingual,
    /// When.
    pub date: DateSpan,
    /// More persons to be shot, when the split is known.
    pub first_category: Option<u32>,
    /// More persons to be sent to camp or prison, when the split is known.
    pub second_category: Option<u32>,
    /// Both together, when only the sum is known.
    pub total: Option<u32>,
    /// The decision.
    pub decision: Bilingual,
    /// How sure it is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    pub sources: Vec<String>,
}

/// A sum over groups of rows, in persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitTotal {
    /// Identifier, never used again.
    pub total_id: String,
    /// The groups that are added up, or `increases` with a date for those of that day.
    pub groups: Vec<String>,
    /// Sum of the first category.
    pub first_category: u32,
    /// Sum of the second category.
    pub second_category: u32,
    /// Sum of both.
    pub total: u32,
    /// How sure it is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    pub sources: Vec<String>,
}

/// A published claim about the sums, compared with the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitCheck {
    /// Identifier, never used again.
    pub check_id: String,
    /// What is claimed.
    pub claim: Bilingual,
    /// What the table gives.
    pub computed: Bilingual,
    /// How they compare.
    pub result: Bilingual,
    /// How sure it is.
    pub certainty: Certainty,
    /// Keys of `data/sources.toml`.
    pub sources: Vec<String>,
}

const LIMIT_COLUMNS: &[&str] = &[
    "id",
    "group",
    "number_in_order",
    "name_en",
    "name_ru",
    "first_category",
    "second_category",
    "total",
    "note_en",
    "note_ru",
    "certainty",
    "source",
];
const CENTRE_COLUMNS: &[&str] =
    &["id", "centre_en", "centre_ru", "latitude", "longitude", "certainty", "source"];
const INCREASE_COLUMNS: &[&str] = &[
    "id",
    "kind",
    "region",
    "region_en",
    "region_ru",
    "date",
    "first_category",
    "second_category",
    "total",
    "decision_en",
    "decision_ru",
    "certainty",
    "source",
];
const TOTAL_COLUMNS: &[&str] =
    &["id", "groups", "first_category", "second_category", "total", "certainty", "source"];
const CHECK_COLUMNS: &[&str] = &[
    "id",
    "claim_en",
    "claim_ru",
    "computed_en",
    "computed_ru",
    "result_en",
    "result_ru",
    "certainty",
    "source",
];

pub(crate) fn read_limits(file: &str, text: &str) -> Result<Vec<RegionalLimit>, CodexError> {
    let read = |row: Row<'_>| {
        let has_note = !(row.cell("note_en").is_empty() && row.cell("note_ru").is_empty());
        Ok(RegionalLimit {
            limit_id: row.text("id"),
            group: row.text("group"),
            number_in_order: row.count("number_in_order")?,
            name: row.bilingual("name"),
            first_category: row.count("first_category")?,
            second_category: row.count("second_category")?,
            total: row.count("total")?,
            note: has_note.then(|| row.bilingual("note")),
            certainty: row.certainty()?,
            sources: row.sources(),
        })
    };
    read_rows(file, text, LIMIT_COLUMNS)?.into_iter().map(read).collect()
}

pub(crate) fn read_centres(file: &str, text: &str) -> Result<Vec<RegionCentre>, CodexError> {
    let read = |row: Row<'_>| {
        let degrees = |column: &str, most: f64| match row.cell(column).parse::<f64>() {
            Ok(degrees) if degrees.abs() <= most => Ok(degrees),
            _ => Err(row.bad(column, "degrees as 55.75")),
        };
        Ok(RegionCentre {
            limit_id: row.text("id"),
            name: row.bilingual("centre"),
            latitude: degrees("latitude", 90.0)?,
            longitude: degrees("longitude", 180.0)?,
            certainty: row.certainty()?,
            sources: row.sources(),
        })
    };
    read_rows(file, text, CENTRE_COLUMNS)?.into_iter().map(read).collect()
}

pub(crate) fn read_increases(file: &str, text: &str) -> Result<Vec<LimitIncrease>, CodexError> {
    let read = |row: Row<'_>| {
        let kind = match row.cell("kind") {
            "increase" => LimitIncreaseKind::Increase,
            "request" => LimitIncreaseKind::Request,
            "summary" => LimitIncreaseKind::Summary,
            _ => return Err(row.bad("kind", "increase, request or summary")),
        };
        Ok(LimitIncrease {
            increase_id: row.text("id"),
            kind,
            limit_id: Some(row.text("region")).filter(|region| !region.is_empty()),
            region: row.bilingual("region"),
            date: parse_edtf(row.cell("date")).map_err(|_| row.bad("date", "a date in EDTF"))?,
            first_category: row.optional_count("first_category")?,
            second_category: row.optional_count("second_category")?,
            total: row.optional_count("total")?,
            decision: row.bilingual("decision"),
            certainty: row.certainty()?,
            sources: row.sources(),
        })
    };
    read_rows(file, text, INCREASE_COLUMNS)?.into_iter().map(read).collect()
}

pub(crate) fn read_totals(file: &str, text: &str) -> Result<Vec<LimitTotal>, CodexError> {
    let read = |row: Row<'_>| {
        Ok(LimitTotal {
            total_id: row.text("id"),
            groups: crate::source::split_keys(row.cell("groups")),
            first_category: row.count("first_category")?,
            second_category: row.count("second_category")?,
            total: row.count("total")?,
            certainty: row.certainty()?,
            sources: row.sources(),
        })
    };
    read_rows(file, text, TOTAL_COLUMNS)?.into_iter().map(read).collect()
}

pub(crate) fn read_checks(file: &str, text: &str) -> Result<Vec<LimitCheck>, CodexError> {
    let read = |row: Row<'_>| {
        Ok(LimitCheck {
            check_id: row.text("id"),
            claim: row.bilingual("claim"),
            computed: row.bilingual("computed"),
            result: row.bilingual("result"),
            certainty: row.certainty()?,
            sources: row.sources(),
        })
    };
    read_rows(file, text, CHECK_COLUMNS)?.into_iter().map(read).collect()
}
