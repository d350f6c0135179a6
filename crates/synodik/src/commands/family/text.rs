//! Families in words for a terminal.

use super::why::Reason;
use crate::commands::counted;
use synodik_index::{
    ChildLeft, MemberEvent, PublicCase, PublicFamily, PublicMember, PublicTie, ShownMember,
};

/// Returns the lines that show a family.
pub(super) fn family_lines(family: &PublicFamily) -> Vec<String> {
    let n_members = family.members.len() as u64;
    let mut lines = vec![format!("{}: {}", family.family_id, counted(n_members, "member"))];
    for (member, number) in family.members.iter().zip(1..) {
        lines.push(format!("{number:>3}  {}", member_line(member)));
        if let PublicMember::Shown(shown) = member {
            lines.extend(shown.events.iter().map(|event| format!("       {}", event_line(event))));
        }
    }
    if family.n_left_out > 0 {
        lines.push(format!("     and {} more", family.n_left_out));
    }
    lines.push("Ties:".to_owned());
    for (tie, tie_idx) in family.ties.iter().zip(0..) {
        lines.push(format!("  {}", tie_line(family, tie)));
        let doubts = family.contradictions.iter().filter(|(a, b)| *a == tie_idx || *b == tie_idx);
        for (a, b) in doubts {
            lines.push(match a == b {
                true => "      the years of birth speak against it".to_owned(),
                false => "      contradicts another tie of these two".to_owned(),
            });
        }
    }
    if !family.put_aside.is_empty() {
        lines.push("Put aside, for stronger ties forbid them:".to_owned());
        let aside = family.put_aside.iter();
        lines.extend(aside.map(|aside| {
            format!("  {} ({})", tie_line(family, &aside.tie), aside.reason.replace('_', " "))
        }));
    }
    if !family.cases.is_empty() {
        lines.push("Because of kin:".to_owned());
        lines.extend(family.cases.iter().map(|case| format!("  {}", case_line(family, case))));
    }
    let spared = spared_lines(family);
    if !spared.is_empty() {
        lines.push("Spared:".to_owned());
        lines.extend(spared);
    }
    let left = family.children_left();
    if !left.is_empty() {
        let n_left = left.len() as u64;
        lines.push(format!("Left without both parents: {}", counted_children(n_left)));
        lines.extend(left.iter().map(|left| format!("  {}", child_left_line(family, left))));
    }
    lines
}

/// Who was spared, and why as far as an entry says it.
fn spared_lines(family: &PublicFamily) -> Vec<String> {
    let line = |(number, event): (usize, &MemberEvent)| {
        let reason = event.reason.as_deref().unwrap_or("reason not said").replace('_', " ");
        format!("  {}: {}: {reason}", name_of(family, number), event_line(event))
    };
    family.spared().map(line).collect()
}

fn counted_children(n_children: u64) -> String {
    if n_children == 1 { "1 child".to_owned() } else { format!("{n_children} children") }
}

fn child_left_line(family: &PublicFamily, left: &ChildLeft<'_>) -> String {
    let date = |event: &MemberEvent| event.date_edtf.as_deref().unwrap_or("(no date)").to_owned();
    let taken = left.parents.map(|(parent, event)| {
        format!("{} {} {}", name_of(family, parent), event.kind, date(event))
    });
    let mut line = format!("{}: {}", name_of(family, left.child), taken.join(", "));
    if let Some(followed) = left.followed {
        line += &format!("; then {} {} ({})", followed.kind, date(followed), followed.record_id);
    }
    line
}

/// Returns the lines that tell why two people are one family.
pub(super) fn reason_lines(reason: &Reason<'_>) -> Vec<String> {
    let Some(family) = reason.family else {
        return vec!["No tie is known between them: they are of two families".to_owned()];
    };
    let mut lines = Vec::new();
    for tie in &reason.path {
        lines.push(tie_line(family, tie));
        for evidence in &tie.evidence {
            let words = match (&evidence.words, tie.ground.as_str()) {
                (Some(words), _) => words,
                (None, "inferred") => "compared",
                (None, _) => "(words withheld)",
            };
            lines.push(format!("    {}: {}", evidence.record_id, one_line(words)));
            let features = evidence.features.iter();
            lines.extend(features.map(|(name, bits)| format!("      {name}: {bits:+.1} bits")));
        }
    }
    if lines.is_empty() {
        lines.push("No tie is known between them".to_owned());
    }
    lines.extend(reason.cases().into_iter().map(|case| case_line(family, case)));
    lines
}

fn member_line(member: &PublicMember) -> String {
    match member {
        PublicMember::Living => "(somebody who may be living)".to_owned(),
        PublicMember::Unnamed { count: Some(1) } => "(one not named)".to_owned(),
        PublicMember::Unnamed { count: Some(count) } => format!("({count} not named)"),
        PublicMember::Unnamed { count: None } => "(several not named)".to_owned(),
        PublicMember::Shown(shown) => shown_line(shown),
    }
}

fn shown_line(shown: &ShownMember) -> String {
    let name = if shown.name.is_empty() { "(no name)" } else { &shown.name };
    let mut parts = vec![shown.person_id.clone(), name.to_owned()];
    parts.extend(shown.birth_edtf.as_ref().map(|birth| format!("born {birth}")));
    parts.extend(shown.death_edtf.as_ref().map(|death| format!("died {death}")));
    parts.join("\t")
}

fn event_line(event: &MemberEvent) -> String {
    let date = event.date_edtf.as_deref().unwrap_or("no date");
    let texts = [event.place.as_deref(), event.measure.as_deref()];
    let texts: Vec<&str> = texts.into_iter().flatten().collect();
    format!("{date} {} {} ({})", event.kind, one_line(&texts.join(", ")), event.record_id)
}

fn tie_line(family: &PublicFamily, tie: &PublicTie) -> String {
    format!(
        "{} is {} of {} ({}, p {:.2})",
        name_of(family, tie.second),
        tie.relation.replace('_', " "),
        name_of(family, tie.first),
        tie.ground,
        tie.p
    )
}

fn case_line(family: &PublicFamily, case: &PublicCase) -> String {
    let mut line = format!(
        "{}: {} {} because of {}",
        name_of(family, case.person),
        case.event.kind,
        case.event.date_edtf.as_deref().unwrap_or("(no date)"),
        case.because_of.map_or("kin not named".to_owned(), |other| name_of(family, other))
    );
    if let Some(cause) = &case.cause {
        line += &format!(", {} {}", cause.kind, cause.date_edtf.as_deref().unwrap_or("(no date)"));
    }
    match case.days_between {
        Some((least, most)) if least == most => line += &format!(", {least} days later"),
        Some((least, most)) => line += &format!(", {least} to {most} days later"),
        None => {}
    }
    if !case.provisions.is_empty() {
        line += &format!(", {}", case.provisions.join(", "));
    }
    let ground = match (family.states(case), case.ground.as_str()) {
        (false, "stated") => "for kin stated, for whom inferred",
        (_, ground) => ground,
    };
    line += &format!(" ({ground}, p {:.2})", case.p);
    if let Some(words) = &case.words {
        line += &format!(": {}", one_line(words));
    }
    line
}

fn name_of(family: &PublicFamily, number: usize) -> String {
    match &family.members[number] {
        PublicMember::Shown(shown) if !shown.name.is_empty() => shown.name.clone(),
        PublicMember::Shown(shown) => shown.person_id.clone(),
        other => format!("no. {} {}", number + 1, member_line(other)),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
