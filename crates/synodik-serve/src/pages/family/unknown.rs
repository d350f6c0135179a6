//! What nobody has told of a family, in plain sentences.

use super::members::{death_edtf, member_label, shown_members};
use crate::Text;
use synodik_index::{PublicFamily, PublicMember, ShownMember};

/// Names that one sentence lists; the others are counted.
const MAX_NAMES: usize = 12;

/// Returns what is not known, one sentence each.
pub(super) fn unknown_sentences(family: &PublicFamily, t: Text<'_>) -> Vec<String> {
    let mut sentences = Vec::new();
    sentences.extend(unnamed(family, t));
    let is_nameless = |shown: &ShownMember| shown.name.trim().is_empty();
    let listed = [
        ("family-unknown-name", names(family, is_nameless, t)),
        (
            "family-unknown-fate",
            names(family, |shown| shown.events.is_empty() && death_edtf(shown).is_none(), t),
        ),
        (
            "family-unknown-end",
            names(family, |shown| !shown.events.is_empty() && !has_end(shown), t),
        ),
        ("family-unknown-birth", names(family, |shown| shown.birth_edtf.is_none(), t)),
        (
            "family-unknown-date",
            names(family, |shown| shown.events.iter().any(|event| event.date_edtf.is_none()), t),
        ),
    ];
    for (key, names) in listed {
        sentences.extend(names.map(|names| t.fill(key, &[("names", &names)]).into_owned()));
    }
    let living = |member: &&PublicMember| matches!(member, PublicMember::Living);
    let n_living = family.members.iter().filter(living).count() as u64;
    if n_living > 0 {
        sentences.push(t.count("family-unknown-living", &n_living).into_owned());
    }
    if family.n_left_out > 0 {
        sentences.push(t.count("family-left-out", &(family.n_left_out as u64)).into_owned());
    }
    sentences
}

fn has_end(shown: &ShownMember) -> bool {
    let is_end = |kind: &str| matches!(kind, "execution" | "death" | "burial");
    shown.death_edtf.is_some() || shown.events.iter().any(|event| is_end(&event.kind))
}

/// Says who is only mentioned: so many people, and others whose number nobody gives.
fn unnamed(family: &PublicFamily, t: Text<'_>) -> Vec<String> {
    let mut sentences = Vec::new();
    let counts = family.members.iter().filter_map(|member| match member {
        PublicMember::Unnamed { count } => *count,
        PublicMember::Shown(_) | PublicMember::Living => None,
    });
    let n_unnamed: u64 = counts.map(u64::from).sum();
    if n_unnamed > 0 {
        sentences.push(t.count("family-unknown-unnamed", &n_unnamed).into_owned());
    }
    let is_uncounted =
        |member: &PublicMember| matches!(member, PublicMember::Unnamed { count: None });
    let uncounted = family.members.iter().enumerate().filter(|(_, member)| is_uncounted(member));
    let labels = uncounted.map(|(member_idx, _)| member_label(family, member_idx, t));
    sentences.extend(
        listed(labels.collect(), t)
            .map(|names| t.fill("family-unknown-number", &[("names", &names)]).into_owned()),
    );
    sentences
}

/// Returns the names of the shown members of whom something is so; none when of nobody.
fn names(
    family: &PublicFamily,
    is_so: impl Fn(&ShownMember) -> bool,
    t: Text<'_>,
) -> Option<String> {
    let members = shown_members(family).filter(|(_, shown)| is_so(shown));
    listed(members.map(|(member_idx, _)| member_label(family, member_idx, t)).collect(), t)
}

fn listed(labels: Vec<String>, t: Text<'_>) -> Option<String> {
    if labels.is_empty() {
        return None;
    }
    let n_more = labels.len().saturating_sub(MAX_NAMES) as u64;
    let mut words = labels.into_iter().take(MAX_NAMES).collect::<Vec<_>>().join("; ");
    if n_more > 0 {
        words.push_str("; ");
        words.push_str(&t.count("family-and-more", &n_more));
    }
    Some(words)
}
