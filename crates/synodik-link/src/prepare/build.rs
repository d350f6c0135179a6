//! Reads all tables into rows of numbers.

use super::columns::{read_ages, read_date_parts};
use super::community::find_communities;
use super::dates::Day;
use super::names::{read_joined, read_sex, read_words, sex_of_patronymic};
use super::places::{PlaceForm, PlaceWords};
use super::values::{CodeForm, TextForm, read_category, read_text};
use super::{Comparison, FEMALE, Kind, MALE, slot};
use crate::endings::Part;
use crate::spec::{Field, Role, Spec, SpecError};
use crate::table::{Column, Table};
use crate::words::{WordBook, WordId};
use rustc_hash::FxHashMap;
use std::hash::Hash;

/// All records as rows of numbers, with the dictionaries of the numbers.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// How many records there are: the rows of all tables in turn.
    pub(crate) n_records: usize,
    /// How many numbers a row has.
    pub(crate) n_slots: usize,
    /// The rows.
    pub(crate) rows: Vec<u32>,
    /// For every record its list; 0 is none.
    pub(crate) lists: Vec<u32>,
    /// Names of the lists.
    pub(crate) list_names: Vec<String>,
    /// The slot of the date of death.
    pub(crate) death_slot: Option<usize>,
    /// What is compared.
    pub(crate) comparisons: Vec<Comparison>,
    /// The words.
    pub(crate) book: WordBook,
    /// The dates.
    pub(crate) days: Dictionary<Day>,
    /// The places.
    pub(crate) places: Dictionary<PlaceForm>,
    /// The words of places as written.
    place_words: PlaceWords,
    /// The codes.
    pub(crate) codes: Dictionary<CodeForm>,
    /// Texts, and the words of names.
    pub(crate) texts: Dictionary<TextForm>,
}

impl Prepared {
    /// Returns the row of a record.
    pub(crate) fn row(&self, record_idx: usize) -> &[u32] {
        &self.rows[record_idx * self.n_slots..(record_idx + 1) * self.n_slots]
    }
}

/// Distinct values, numbered from 1.
#[derive(Debug)]
pub(crate) struct Dictionary<T> {
    values: Vec<T>,
    numbers: FxHashMap<T, u32>,
}

impl<T: Clone + Eq + Hash> Dictionary<T> {
    fn new() -> Self {
        Self { values: Vec::new(), numbers: FxHashMap::default() }
    }

    pub(super) fn number_of(&mut self, value: T) -> u32 {
        if let Some(&number) = self.numbers.get(&value) {
            return number;
        }
        self.values.push(value.clone());
        let number = self.values.len() as u32;
        self.numbers.insert(value, number);
        number
    }

    /// Returns the value of a number that is not 0.
    pub(crate) fn get(&self, number: u32) -> &T {
        &self.values[number as usize - 1]
    }

    /// Returns how many numbers there are, 0 included.
    pub(crate) fn len(&self) -> usize {
        self.values.len() + 1
    }
}

/// Reads all tables, and what only all of them together say.
///
/// # Errors
///
/// [`SpecError::UnknownColumn`] when a table lacks a column that the spec names.
pub(crate) fn prepare(spec: &Spec, tables: &[Table]) -> Result<Prepared, SpecError> {
    for table in tables {
        find_column(table, &spec.id, || "`id`".to_owned())?;
    }
    let mut prepared = read_rows(spec, tables)?;
    let mut list_numbers = FxHashMap::default();
    for table in tables {
        read_lists(&mut prepared, spec, table, &mut list_numbers)?;
    }
    name_further_sexes(&mut prepared);
    if let Some(field_idx) = spec.fields.iter().position(|field| field.community) {
        let (_, field_slots, _) = lay_out(spec);
        find_communities(&mut prepared, field_slots[field_idx]);
    }
    Ok(prepared)
}

/// Reads what each row says by itself; neither id nor list is asked for.
///
/// # Errors
///
/// [`SpecError::UnknownColumn`] when a table lacks a column that a field of the spec names.
pub(crate) fn read_rows(spec: &Spec, tables: &[Table]) -> Result<Prepared, SpecError> {
    let (comparisons, field_slots, n_slots) = lay_out(spec);
    let mut prepared = Prepared {
        n_records: tables.iter().map(Table::n_rows).sum(),
        n_slots,
        rows: Vec::new(),
        lists: Vec::new(),
        list_names: vec![String::new()],
        death_slot: spec
            .fields
            .iter()
            .position(|field| field.role == Role::Death)
            .map(|field_idx| field_slots[field_idx]),
        comparisons,
        book: WordBook::new(),
        days: Dictionary::new(),
        places: Dictionary::new(),
        place_words: PlaceWords::default(),
        codes: Dictionary::new(),
        texts: Dictionary::new(),
    };
    prepared.rows = vec![0; prepared.n_records * n_slots];
    let mut first_row = 0;
    for table in tables {
        for (field, &field_slot) in spec.fields.iter().zip(&field_slots) {
            let target = Target { first_row, slot: field_slot };
            read_field(&mut prepared, spec, table, field, target)?;
        }
        first_row += table.n_rows();
    }
    name_sexes(&mut prepared);
    Ok(prepared)
}

/// Gives every field its slot, and every comparison.
fn lay_out(spec: &Spec) -> (Vec<Comparison>, Vec<usize>, usize) {
    let mut comparisons: Vec<Comparison> = Vec::new();
    let mut slots = Vec::new();
    let mut n_slots = slot::N_FIXED;
    let mut first_place = None;
    for field in &spec.fields {
        let mut free = || {
            n_slots += 1;
            n_slots - 1
        };
        let (kind, field_slot) = match field.role {
            Role::Surname => (Kind::Surname, slot::SURNAME),
            Role::Given | Role::FullName => (Kind::Given, slot::GIVEN),
            Role::Patronymic => (Kind::Patronymic, slot::PATRONYMIC),
            Role::Birth | Role::Age => (Kind::Birth, slot::BIRTH),
            Role::Sex => (Kind::Sex, slot::SEX),
            Role::Date | Role::Death => (Kind::Date, free()),
            Role::Place => (Kind::Place { first: first_place }, free()),
            Role::Category => (Kind::Category, free()),
            Role::Code => (Kind::Code, free()),
            Role::Text => (Kind::Text, free()),
        };
        if field.role == Role::Place {
            first_place = first_place.or(Some(field_slot));
        }
        slots.push(field_slot);
        if field.role == Role::FullName {
            for kind in [Kind::Surname, Kind::Middle] {
                let slot = if kind == Kind::Surname { slot::SURNAME } else { slot::NAME_WORDS };
                comparisons.push(Comparison { kind, slot, label: field.column.clone() });
            }
        }
        let is_known = comparisons.iter().any(|known| known.slot == field_slot);
        if !is_known {
            comparisons.push(Comparison { kind, slot: field_slot, label: field.column.clone() });
        }
    }
    (comparisons, slots, n_slots)
}

pub(super) fn find_column<'t>(
    table: &'t Table,
    column: &str,
    place: impl FnOnce() -> String,
) -> Result<&'t Column, SpecError> {
    table.column(column).ok_or_else(|| {
        let known: Vec<String> =
            table.columns.iter().map(|column| format!("`{}`", column.name)).collect();
        SpecError::UnknownColumn {
            place: place(),
            column: column.to_owned(),
            table: table.name.clone(),
            known: known.join(", "),
        }
    })
}

/// Where the numbers of a field go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    pub(super) first_row: usize,
    pub(super) slot: usize,
}

fn read_field(
    prepared: &mut Prepared,
    spec: &Spec,
    table: &Table,
    field: &Field,
    target: Target,
) -> Result<(), SpecError> {
    let place = || format!("field `{}`", field.column);
    let column = find_column(table, &field.column, place)?;
    match field.role {
        Role::FullName => {
            let names = read_column(column, spec, |raw| {
                let words = read_words(raw, &spec.drop_words, &mut prepared.book);
                full_name(words, prepared)
            });
            for (slot_idx, slot) in
                [slot::GIVEN, slot::SURNAME, slot::NAME_WORDS].into_iter().enumerate()
            {
                let numbers: Vec<u32> = names.iter().map(|name| name[slot_idx]).collect();
                write_slot(prepared, column, &numbers, Target { slot, ..target });
            }
        }
        Role::Given => {
            let names = read_column(column, spec, |raw| {
                let joined = read_joined(raw, Part::Given, &mut prepared.book);
                let words = read_words(raw, &spec.drop_words, &mut prepared.book);
                let list = if words.len() > 1 { prepared.texts.number_of(words.into()) } else { 0 };
                [joined, list]
            });
            for (slot_idx, slot) in [slot::GIVEN, slot::NAME_WORDS].into_iter().enumerate() {
                let numbers: Vec<u32> = names.iter().map(|name| name[slot_idx]).collect();
                write_slot(prepared, column, &numbers, Target { slot, ..target });
            }
        }
        Role::Surname => {
            let surname = |raw: &str, book: &mut WordBook| read_joined(raw, Part::Surname, book);
            let numbers = read_column(column, spec, |raw| surname(raw, &mut prepared.book));
            write_slot(prepared, column, &numbers, target);
            for name in &field.alternatives {
                let column = find_column(table, name, place)?;
                let numbers = read_column(column, spec, |raw| surname(raw, &mut prepared.book));
                write_slot(prepared, column, &numbers, Target { slot: slot::SURNAME_2, ..target });
            }
        }
        Role::Age => return read_ages(prepared, spec, table, field, target),
        Role::Birth | Role::Date | Role::Death if field.month.is_some() || field.day.is_some() => {
            return read_date_parts(prepared, spec, table, field, target);
        }
        _ => {
            let numbers = read_column(column, spec, |raw| read_value(field.role, raw, prepared));
            write_slot(prepared, column, &numbers, target);
        }
    }
    Ok(())
}

/// Reads a value of a role that needs one number.
fn read_value(role: Role, raw: &str, prepared: &mut Prepared) -> u32 {
    match role {
        Role::Birth | Role::Date | Role::Death => {
            Day::read(raw).map_or(0, |day| prepared.days.number_of(day))
        }
        Role::Place => {
            let form = PlaceForm::read(raw, &mut prepared.place_words, &mut prepared.book);
            if form == PlaceForm::default() { 0 } else { prepared.places.number_of(form) }
        }
        Role::Patronymic => read_joined(raw, Part::Patronymic, &mut prepared.book),
        Role::Category => read_category(raw, &mut prepared.book),
        Role::Code => CodeForm::read(raw).map_or(0, |code| prepared.codes.number_of(code)),
        Role::Text => {
            let words = read_text(raw, &mut prepared.book);
            if words.is_empty() { 0 } else { prepared.texts.number_of(words) }
        }
        Role::Sex => read_sex(raw),
        Role::Surname | Role::Given | Role::FullName | Role::Age => 0,
    }
}

/// Returns given name, surname and all words of a whole name.
fn full_name(words: Vec<WordId>, prepared: &mut Prepared) -> [u32; 3] {
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return [0; 3] };
    let key = prepared.book.key(last).to_owned();
    let surname = prepared.book.number_of(Part::Surname, &key);
    let given = if words.len() == 1 { 0 } else { first };
    [given, surname, prepared.texts.number_of(words.into())]
}

/// Reads every distinct text of a column once.
pub(super) fn read_column<T: Clone + Default>(
    column: &Column,
    spec: &Spec,
    mut read: impl FnMut(&str) -> T,
) -> Vec<T> {
    column
        .texts
        .iter()
        .map(|text| {
            let is_missing = text.is_empty() || spec.missing.contains(text);
            if is_missing { T::default() } else { read(text) }
        })
        .collect()
}

fn write_slot(prepared: &mut Prepared, column: &Column, numbers: &[u32], target: Target) {
    let n_slots = prepared.n_slots;
    let rows = prepared.rows[target.first_row * n_slots..].chunks_exact_mut(n_slots);
    for (row, &value) in rows.zip(&column.values) {
        let number = numbers[value as usize];
        if number != 0 {
            row[target.slot] = number;
        }
    }
}

fn read_lists(
    prepared: &mut Prepared,
    spec: &Spec,
    table: &Table,
    list_numbers: &mut FxHashMap<String, u32>,
) -> Result<(), SpecError> {
    let mut number_of = |name: &str| {
        *list_numbers.entry(name.to_owned()).or_insert_with(|| {
            prepared.list_names.push(name.to_owned());
            prepared.list_names.len() as u32 - 1
        })
    };
    match &spec.list {
        None => {
            let number = number_of(&table.name);
            prepared.lists.extend(std::iter::repeat_n(number, table.n_rows()));
        }
        Some(name) => {
            let column = find_column(table, name, || "`list`".to_owned())?;
            let mut numbers = Vec::with_capacity(column.texts.len());
            for text in &column.texts {
                let is_missing = text.is_empty() || spec.missing.contains(text);
                numbers.push(if is_missing { 0 } else { number_of(text) });
            }
            prepared.lists.extend(column.values.iter().map(|&value| numbers[value as usize]));
        }
    }
    Ok(())
}

/// Writes the sex that is stated, or that the father's name says.
fn name_sexes(prepared: &mut Prepared) {
    for row in prepared.rows.chunks_exact_mut(prepared.n_slots) {
        row[slot::NAMED_SEX] = row[slot::SEX];
        if row[slot::SEX] == 0 && row[slot::PATRONYMIC] != 0 {
            let key = prepared.book.key(row[slot::PATRONYMIC]);
            row[slot::NAMED_SEX] = sex_of_patronymic(key);
        }
    }
}

/// Where neither says it, writes the sex of nearly all others with the given name.
fn name_further_sexes(prepared: &mut Prepared) {
    let n_slots = prepared.n_slots;
    let mut counts = vec![[0u32; 2]; prepared.book.len()];
    for row in prepared.rows.chunks_exact(n_slots).filter(|row| row[slot::NAMED_SEX] != 0) {
        counts[row[slot::GIVEN] as usize][row[slot::NAMED_SEX] as usize - 1] += 1;
    }
    for row in prepared.rows.chunks_exact_mut(n_slots) {
        if row[slot::NAMED_SEX] == 0 && row[slot::GIVEN] != 0 {
            let [n_male, n_female] = counts[row[slot::GIVEN] as usize];
            // Ten to one is beyond slips of the pen in the column of the sex.
            if n_male > 10 * n_female {
                row[slot::NAMED_SEX] = MALE;
            } else if n_female > 10 * n_male {
                row[slot::NAMED_SEX] = FEMALE;
            }
        }
    }
}
