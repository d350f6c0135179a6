//! Dates stand in their order: adopted, in force, ended.

use super::{Checked, Finding};
use crate::Instrument;
use chrono::NaiveDate;
use synodik_model::{DateSpan, DateStatement};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Vec<Finding>) {
    for instrument in &checked.codex.instruments {
        check_instrument(checked, instrument, findings);
    }
    for of in &checked.codex.campaigns {
        let what = "the campaign ends before it starts";
        findings.extend(order(checked, (&of.file, &of.campaign_id), what, &of.started, &of.ended));
    }
    for of in &checked.codex.institutions {
        let entry = (of.file.as_str(), of.institution_id.as_str());
        if let Some(ended) = &of.ended {
            let what = "the institution ends before it starts";
            findings.extend(order(checked, entry, what, &of.started, ended));
        }
        for head in &of.heads {
            let what = "a term of office ends before it starts";
            findings.extend(order(checked, entry, what, &head.from, &head.to));
        }
    }
}

fn check_instrument(checked: &Checked<'_>, of: &Instrument, findings: &mut Vec<Finding>) {
    let entry = (of.file.as_str(), of.instrument_id.as_str());
    let start = of.start();
    findings.extend(order(checked, entry, "in force before it was adopted", &of.adopted, &start));
    if let Some(ended) = &of.ended {
        findings.extend(order(checked, entry, "ended before it was in force", &start, ended));
    }
    for stage in &of.stages {
        let what = "a stage before the adoption";
        findings.extend(order(checked, entry, what, &of.adopted, &stage.date));
    }
    for rule in &of.provisions {
        let entry = (of.file.as_str(), rule.provision_id.as_str());
        let from = rule.from.unwrap_or(start);
        findings.extend(order(
            checked,
            entry,
            "a provision before its instrument",
            &of.adopted,
            &from,
        ));
        if let Some(until) = &rule.until {
            findings.extend(order(
                checked,
                entry,
                "a provision ends before it starts",
                &from,
                until,
            ));
        }
        if rule.term_years_min.zip(rule.term_years_max).is_some_and(|(min, max)| min > max) {
            let what = "the shortest term is longer than the longest";
            findings.push(checked.finding(entry, what, "term_years_min", "min <= max"));
        }
    }
    if of.ended.is_some() != of.ending.is_some() {
        let what = "`ended` and `ending` stand together or not at all";
        findings.push(checked.finding(entry, what, "end", "both or none"));
    }
}

/// Returns a finding when every day of `later` lies before every day of `earlier`.
fn order(
    checked: &Checked<'_>,
    entry: (&str, &str),
    what: &str,
    earlier: &DateSpan,
    later: &DateSpan,
) -> Option<Finding> {
    let first = earlier.first.unwrap_or(NaiveDate::MIN);
    let last = later.last.unwrap_or(NaiveDate::MAX);
    (last < first).then(|| {
        let value = DateStatement::plain(*later).to_edtf();
        let expected = format!("{} or later", DateStatement::plain(*earlier).to_edtf());
        checked.finding(entry, what, &value, &expected)
    })
}
