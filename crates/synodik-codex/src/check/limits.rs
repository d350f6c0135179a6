//! The sums of the table of order 00447.

use super::{Checked, Finding};
use crate::{LimitIncrease, LimitIncreaseKind};
use synodik_model::DateStatement;

const TABLE: &str = "limits/00447.tsv";
const CENTRES: &str = "limits/00447_centres.tsv";
const TOTALS: &str = "limits/00447_totals.tsv";
const INCREASES: &str = "limits/00447_increases.tsv";

pub(super) fn check(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    for (row_idx, row) in checked.codex.limits.iter().enumerate() {
        let sum = row.first_category + row.second_category;
        if row.total != sum {
            let what = "the total of a row is not the sum of its categories";
            let (value, expected) = (row.total.to_string(), sum.to_string());
            findings.push(checked.finding((TABLE, &row.limit_id), what, &value, &expected));
        }
        let before = row_idx.checked_sub(1).map(|before_idx| &checked.codex.limits[before_idx]);
        let is_next = before.is_none_or(|before| {
            before.group != row.group || before.number_in_order < row.number_in_order
        });
        if !is_next {
            let what = "the rows of a group do not stand in their order";
            let value = row.number_in_order.to_string();
            let expected = "a higher number than in the row before";
            findings.push(checked.finding((TABLE, &row.limit_id), what, &value, expected));
        }
    }
    for centre in &checked.codex.limit_centres {
        if !checked.codex.limits.iter().any(|row| row.limit_id == centre.limit_id) {
            let place = (CENTRES, centre.limit_id.as_str());
            let expected = "a row of 00447.tsv";
            findings.push(checked.finding(place, "no such region", &centre.limit_id, expected));
        }
    }
    check_totals(checked, findings);
    for increase in &checked.codex.limit_increases {
        check_increase(checked, increase, findings);
    }
}

fn check_totals(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    for total in &checked.codex.limit_totals {
        let mut sums = [0; 3];
        for group in &total.groups {
            let summands = summands(checked, group);
            if summands.is_empty() {
                let what = "nothing is of this group";
                let expected = "a group of 00447.tsv, or `increases` and a date";
                findings.push(checked.finding((TOTALS, &total.total_id), what, group, expected));
            }
            for summand in summands {
                sums = [sums[0] + summand[0], sums[1] + summand[1], sums[2] + summand[2]];
            }
        }
        let stated = [total.first_category, total.second_category, total.total];
        for (column_idx, column) in
            ["first category", "second category", "total"].into_iter().enumerate()
        {
            if sums[column_idx] != stated[column_idx] {
                let what = format!("the {column} of the rows does not give the stated sum");
                let value = stated[column_idx].to_string();
                let expected = sums[column_idx].to_string();
                let entry = (TOTALS, total.total_id.as_str());
                findings.push(checked.finding(entry, &what, &value, &expected));
            }
        }
    }
    for row in &checked.codex.limits {
        if !checked.codex.limit_totals.iter().any(|total| total.groups.contains(&row.group)) {
            let what = "no sum holds this group";
            let expected = "a group of 00447_totals.tsv";
            findings.push(checked.finding((TABLE, &row.limit_id), what, &row.group, expected));
        }
    }
}

/// Returns first category, second category and total of each row of a group.
fn summands(checked: &Checked<'_>, group: &str) -> Vec<[u32; 3]> {
    let Some(day) = group.strip_prefix("increases ") else {
        let rows = checked.codex.limits.iter().filter(|row| row.group == group);
        return rows.map(|row| [row.first_category, row.second_category, row.total]).collect();
    };
    let increases = checked.codex.limit_increases.iter().filter(|increase| {
        increase.kind == LimitIncreaseKind::Increase
            && DateStatement::plain(increase.date).to_edtf() == day
    });
    let numbers = |of: &LimitIncrease| {
        let (first, second) = (of.first_category.unwrap_or(0), of.second_category.unwrap_or(0));
        [first, second, of.total.unwrap_or(first + second)]
    };
    increases.map(numbers).collect()
}

fn check_increase(checked: &Checked<'_>, of: &LimitIncrease, findings: &mut Vec<Finding>) {
    let mut add = |what: &str, value: &str, expected: &str| {
        findings.push(checked.finding((INCREASES, &of.increase_id), what, value, expected));
    };
    if let Some(limit_id) = &of.limit_id
        && !checked.codex.limits.iter().any(|row| row.limit_id == *limit_id)
    {
        add("no such region", limit_id, "a row of 00447.tsv");
    }
    let split = of.first_category.zip(of.second_category);
    if of.kind != LimitIncreaseKind::Summary && split.is_none() && of.total.is_none() {
        add("an increase without a number", &of.increase_id, "both categories or the total");
    }
    if let (Some((first, second)), Some(total)) = (split, of.total)
        && first + second != total
    {
        let expected = (first + second).to_string();
        add("the total is not the sum of the categories", &total.to_string(), &expected);
    }
    let adopted = checked.codex.instrument("nkvd-00447").and_then(|order| order.adopted.first);
    if of.date.last.zip(adopted).is_some_and(|(date, adopted)| date < adopted) {
        add("an increase before the order", &of.increase_id, "a date after 30 July 1937");
    }
}
