//! The cases of a build, to be counted: which measure fell on whom on account of whom.
//!
//! Read as the public sees them: of somebody who may be living there is a person to count and
//! nothing else.

use crate::stored_tables::visit_table;
use anyhow::{Context, Result};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use synodik_store::{
    BuildManifest, Cell, TableSpec, cases_table, families_table, mentions_table, ties_table,
};

/// Days within which the middle of a date is taken for the day.
const MAX_DAYS_OF_A_DATE: i64 = 62;

/// One measure that fell on somebody on account of somebody else.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KinCase {
    /// Number of the family.
    pub(crate) family: u32,
    /// Number of the person on whom it fell.
    pub(crate) person: u32,
    /// Number of the person on whose account.
    pub(crate) because_of: u32,
    /// What the first is to the second; without sex where either may be living.
    pub(crate) relation: String,
    /// `female`, `male`, or nothing where it is not known or the person may be living.
    pub(crate) sex: Option<String>,
    /// Identifier of the kind of event.
    pub(crate) measure: String,
    /// Instrument of the likeliest provision.
    pub(crate) instrument: Option<String>,
    /// Year of what had happened to the other.
    pub(crate) cause_year: Option<i32>,
    /// Source of the record that says it of the other.
    pub(crate) cause_source: Option<String>,
    /// Day of what had happened to the other, as near as it is known.
    pub(crate) cause_day: Option<NaiveDate>,
    /// Day of the measure, as near as it is known.
    pub(crate) day: Option<NaiveDate>,
}

/// The cases of a build and who is who in them.
#[derive(Debug, Default)]
pub(crate) struct KinCases {
    /// Cases of at least the probability asked for, in the order of the tables.
    pub(crate) cases: Vec<KinCase>,
    /// Cases left out for being less probable.
    pub(crate) n_less_probable: usize,
    /// Ids of the persons by number.
    pub(crate) person_ids: Vec<String>,
    /// Persons of each family of the build, by its id.
    pub(crate) family_sizes: BTreeMap<String, u64>,
}

/// Numbers for ids, in the order in which they are met.
#[derive(Debug, Default)]
struct Numbers {
    of: BTreeMap<String, u32>,
    ids: Vec<String>,
}

impl Numbers {
    fn of(&mut self, id: &str) -> u32 {
        if let Some(&number) = self.of.get(id) {
            return number;
        }
        let number = self.ids.len() as u32;
        self.of.insert(id.to_owned(), number);
        self.ids.push(id.to_owned());
        number
    }
}

/// A build, finished or not: its folder, and the sources whose tables lie there.
type Build<'a> = (&'a Path, &'a BuildManifest);

/// Reads the cases of a build from a probability on.
///
/// # Errors
///
/// When a table is missing or damaged.
pub(crate) fn read_kin_cases(build: Build<'_>, min_p: f32) -> Result<KinCases> {
    let mut found = KinCases::default();
    let (mut families, mut persons) = (Numbers::default(), Numbers::default());
    read_cases(build, min_p, (&mut families, &mut persons), &mut found)?;
    let sexes = read_sexes(build, &persons)?;
    for case in &mut found.cases {
        case.sex = sexes.get(&case.person).cloned();
    }
    read_families(build, &mut found)?;
    found.person_ids = persons.ids;
    Ok(found)
}

/// Hands on the cells of the rows of a table of the family stage.
fn visit_rows(
    build: Build<'_>,
    table: &TableSpec,
    mut take: impl FnMut(&[Cell<'_>]),
) -> Result<()> {
    visit_table(build, table, |row| {
        take(row.cells);
        Ok(())
    })
    .context("run `synodik build` again")
}

fn text(cell: &Cell<'_>) -> Option<String> {
    match cell {
        Cell::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    }
}

fn day(cell: &Cell<'_>) -> Option<NaiveDate> {
    match cell {
        Cell::Day(day) => Some(*day),
        _ => None,
    }
}

/// The middle of the days of a date that is not too wide.
fn middle_day(first: &Cell<'_>, last: &Cell<'_>) -> Option<NaiveDate> {
    let (first, last) = (day(first)?, day(last)?);
    let n_days = last.signed_duration_since(first).num_days();
    let half = chrono::Days::new(u64::try_from(n_days / 2).ok()?);
    (n_days <= MAX_DAYS_OF_A_DATE).then(|| first.checked_add_days(half)).flatten()
}

fn one_year(first: &Cell<'_>, last: &Cell<'_>) -> Option<i32> {
    use chrono::Datelike as _;
    let (first, last) = (day(first)?.year(), day(last)?.year());
    (first == last).then_some(first)
}

fn read_cases(
    build: Build<'_>,
    min_p: f32,
    (families, persons): (&mut Numbers, &mut Numbers),
    found: &mut KinCases,
) -> Result<()> {
    let table = cases_table();
    let [family, person, other, relation, p] =
        table.places(["family_id", "person_id", "because_of", "shown_relation", "p"]);
    let [kind, first, last] = table.places(["event_kind", "event_first", "event_last"]);
    let [cause_record, cause_first, cause_last, provisions] =
        table.places(["cause_record_id", "cause_first", "cause_last", "provisions"]);
    visit_rows(build, &table, |row| {
        let (Some(person), Some(other)) = (text(&row[person]), text(&row[other])) else { return };
        let is_probable = matches!(row[p], Cell::Share(p) if p >= min_p);
        if !is_probable {
            found.n_less_probable += 1;
            return;
        }
        let provisions = text(&row[provisions]);
        let instrument = provisions.as_deref().and_then(|list| list.split(['/', ';']).next());
        let cause = text(&row[cause_record]);
        // A record id is `source.file.entry`.
        let source = cause.as_deref().and_then(|record_id| record_id.split('.').next());
        found.cases.push(KinCase {
            family: families.of(&row[family].to_text()),
            person: persons.of(&person),
            because_of: persons.of(&other),
            relation: row[relation].to_text().into_owned(),
            sex: None,
            measure: row[kind].to_text().into_owned(),
            instrument: instrument.map(str::to_owned),
            cause_year: one_year(&row[cause_first], &row[cause_last]),
            cause_source: source.map(str::to_owned),
            cause_day: middle_day(&row[cause_first], &row[cause_last]),
            day: middle_day(&row[first], &row[last]),
        });
    })
}

/// The sex of each person of a case, from the mentions that are shown.
fn read_sexes(build: Build<'_>, persons: &Numbers) -> Result<BTreeMap<u32, String>> {
    let table = mentions_table();
    let [person, sex, is_shown] = table.places(["person_id", "sex", "is_shown"]);
    let mut sexes = BTreeMap::new();
    visit_rows(build, &table, |row| {
        let number = text(&row[person]).and_then(|person| persons.of.get(&person).copied());
        if let (Some(number), Some(sex), Cell::Flag(true)) =
            (number, text(&row[sex]), &row[is_shown])
        {
            sexes.entry(number).or_insert(sex);
        }
    })?;
    Ok(sexes)
}

fn read_families(build: Build<'_>, found: &mut KinCases) -> Result<()> {
    let table = families_table();
    let [family] = table.places(["family_id"]);
    visit_rows(build, &table, |row| {
        *found.family_sizes.entry(row[family].to_text().into_owned()).or_default() += 1;
    })
}

/// Reads the kin of those on whose account a measure fell, each once: that one, the kin, what the
/// kin is to them. Who is in no case has a number behind those of the cases.
pub(crate) fn read_kin_of_heads(
    build: Build<'_>,
    found: &KinCases,
) -> Result<Vec<(u32, u32, String)>> {
    let table = ties_table();
    let [first, second, relation, put_aside] =
        table.places(["first", "second", "shown_relation", "put_aside"]);
    let heads: BTreeSet<u32> = found.cases.iter().map(|case| case.because_of).collect();
    let mut persons = Numbers::default();
    found.person_ids.iter().for_each(|person_id| {
        persons.of(person_id);
    });
    let mut ties = BTreeMap::new();
    visit_rows(build, &table, |row| {
        let (Some(first), Some(second)) = (text(&row[first]), text(&row[second])) else { return };
        if text(&row[put_aside]).is_some() {
            return;
        }
        if let Some(head) = persons.of.get(&first).copied().filter(|head| heads.contains(head)) {
            let kin = persons.of(&second);
            ties.entry((head, kin)).or_insert_with(|| row[relation].to_text().into_owned());
        }
    })?;
    Ok(ties.into_iter().map(|((head, kin), relation)| (head, kin, relation)).collect())
}
