//! Other entries that are held to be of the same person, or may be.

use super::record::heading;
use crate::Text;
use crate::address::{compare_address, person_address, record_address};
use std::borrow::Cow;
use synodik_index::{
    PublicFamily, PublicLink, PublicPerson, PublicRecord, PublicSource, PublicVerdict,
};

/// Person and links of a record, with the other records as far as they are named.
#[derive(Debug, Default)]
pub struct Related {
    /// The person, when other entries of it are shown.
    pub person: Option<PublicPerson>,
    /// Links with the records they lead to, the most probable first.
    pub others: Vec<(PublicLink, PublicRecord)>,
    /// The family of whom the entry tells, when one is known.
    pub family: Option<Box<PublicFamily>>,
}

/// The most other entries that a page names.
pub const MAX_RELATED: usize = 12;

/// What the page of a record shows of [`Related`].
pub(super) struct RelatedView<'a> {
    /// Words and address of the person.
    pub(super) person: Option<(String, String)>,
    /// Entries of the same person.
    pub(super) same: Vec<OtherEntry<'a>>,
    /// Entries that may be, and are not held to be.
    pub(super) maybe: Vec<OtherEntry<'a>>,
}

/// Another entry.
pub(super) struct OtherEntry<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) address: String,
    pub(super) source: &'a str,
    pub(super) probability: String,
    pub(super) compare: String,
    pub(super) decided: Option<String>,
}

pub(super) fn related_view<'a>(
    record_id: &str,
    related: &'a Related,
    sources: &'a [PublicSource],
    t: Text<'a>,
) -> RelatedView<'a> {
    let entry = |(link, record): &'a (PublicLink, PublicRecord)| OtherEntry {
        name: heading(record, t),
        address: record_address(&record.record_id),
        source: source_title(record, sources),
        probability: probability_words(link.p_same, t),
        compare: compare_address(record_id, &record.record_id),
        decided: link.verdict.as_ref().map(|verdict| verdict_words(verdict, t)),
    };
    // What somebody has judged to be two persons is no suggestion any more; the comparison shows it.
    let is_open = |link: &PublicLink| {
        link.is_one_person
            || link.verdict.as_ref().is_none_or(|verdict| verdict.verdict != "different")
    };
    let (same, maybe): (Vec<_>, Vec<_>) = related
        .others
        .iter()
        .filter(|(link, _)| is_open(link))
        .partition(|(link, _)| link.is_one_person);
    RelatedView {
        person: related.person.as_ref().map(|person| {
            let others = u64::from(person.n_records.saturating_sub(1));
            let words = t.count("person-of-others", &others).into_owned();
            let probability = probability_words(person.p, t);
            let words = format!("{words} {}", t.fill("person-p", &[("p", &probability)]));
            (words, person_address(&person.person_id))
        }),
        same: same.into_iter().map(entry).collect(),
        maybe: maybe.into_iter().map(entry).collect(),
    }
}

pub(super) fn source_title<'a>(record: &'a PublicRecord, sources: &'a [PublicSource]) -> &'a str {
    let source = sources.iter().find(|source| source.source_id == record.source_id);
    source.map_or(&record.source_id, |source| &source.title)
}

/// Returns a probability in per cent, without claiming certainty.
pub(super) fn probability_words(p: f32, t: Text<'_>) -> String {
    let percent = (p * 100.0).round();
    let (key, percent) = match percent {
        percent if percent < 1.0 => ("probability-under", 1.0),
        percent if percent > 99.0 => ("probability-over", 99.0),
        percent => ("probability", percent),
    };
    t.fill(key, &[("percent", &format!("{percent:.0}"))]).into_owned()
}

/// Returns who decided what, and when.
pub(super) fn verdict_words(verdict: &PublicVerdict, t: Text<'_>) -> String {
    let decided = t.label("verdict", &verdict.verdict);
    let day = super::dates::date_in_words(&verdict.on, t).unwrap_or_else(|| verdict.on.clone());
    let key = if verdict.is_rule { "decided-by-rule" } else { "decided-by" };
    t.fill(key, &[("by", &verdict.by), ("day", &day), ("verdict", &decided)]).into_owned()
}
