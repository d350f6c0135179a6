//! Values that stand in several columns: dates in parts, ages with their dates.

use super::build::{Prepared, Target, find_column, read_column};
use super::dates::Day;
use super::slot;
use crate::spec::{Field, Spec, SpecError};
use crate::table::Table;

/// Reads dates whose year, month and day stand in columns of their own.
pub(super) fn read_date_parts(
    prepared: &mut Prepared,
    spec: &Spec,
    table: &Table,
    field: &Field,
    target: Target,
) -> Result<(), SpecError> {
    let read = |name: &String| -> Result<Vec<u32>, SpecError> {
        let column = find_column(table, name, || format!("field `{}`", field.column))?;
        let numbers = read_column(column, spec, |raw| raw.parse::<u32>().unwrap_or(0));
        Ok(column.values.iter().map(|&value| numbers[value as usize]).collect())
    };
    let years = read(&field.column)?;
    let part = |name: &Option<String>| name.as_ref().map(read).transpose();
    let (months, days) = (part(&field.month)?, part(&field.day)?);
    for (row_idx, &year) in years.iter().enumerate() {
        let part = |parts: &Option<Vec<u32>>| parts.as_ref().map_or(0, |parts| parts[row_idx]);
        if let Some(day) = Day::of(year, part(&months), part(&days)) {
            let place = (target.first_row + row_idx) * prepared.n_slots + target.slot;
            prepared.rows[place] = prepared.days.number_of(day);
        }
    }
    Ok(())
}

/// Where no birth is stated, takes the year of the date at which the age was so, less the age.
pub(super) fn read_ages(
    prepared: &mut Prepared,
    spec: &Spec,
    table: &Table,
    field: &Field,
    target: Target,
) -> Result<(), SpecError> {
    let place = || format!("field `{}`", field.column);
    let ages = find_column(table, &field.column, place)?;
    let ages_years = read_column(ages, spec, |raw| raw.parse::<u16>().ok());
    let mut dates = Vec::new();
    for name in &field.at {
        let column = find_column(table, name, || format!("`at` of field `{}`", field.column))?;
        dates.push((column, read_column(column, spec, Day::read)));
    }
    for row_idx in 0..table.n_rows() {
        let stated = dates.iter().find_map(|(column, days)| days[column.values[row_idx] as usize]);
        let first = (target.first_row + row_idx) * prepared.n_slots;
        if let Some(day) = stated {
            prepared.rows[first + slot::AGE_YEAR] = u32::from(day.year);
        }
        let Some(age) = ages_years[ages.values[row_idx] as usize] else { continue };
        if prepared.rows[first + slot::BIRTH] != 0 {
            continue;
        }
        match stated {
            Some(day) if age < day.year => {
                let birth = Day { year: day.year - age, month: 0, day: 0, is_from_age: true };
                prepared.rows[first + slot::BIRTH] = prepared.days.number_of(birth);
            }
            _ => prepared.rows[first + slot::AGE] = u32::from(age) + 1,
        }
    }
    Ok(())
}
