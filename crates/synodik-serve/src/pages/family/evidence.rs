//! On what each tie rests: the words that state it, or the features from which it is inferred.

use super::entries::{Entries, EntryLink};
use super::members::{ground_words, label_beside, member_label, tie_words};
use crate::Text;
use crate::pages::related::probability_words;
use std::borrow::Cow;
use synodik_index::{PublicFamily, PublicTie, PublicTieEvidence};

/// Ties that follow from others and are named in one line a member, at most so many.
const MAX_DERIVED: usize = 120;

/// What the page says of ties.
pub(super) struct EvidenceView<'a> {
    pub(super) stated: Vec<TieView<'a>>,
    pub(super) inferred: Vec<TieView<'a>>,
    pub(super) derived: Vec<DerivedRow<'a>>,
    pub(super) n_more_derived: u64,
    /// Two that cannot both hold, or one that age forbids.
    pub(super) contradictions: Vec<Vec<TieView<'a>>>,
    /// Ties put aside for stronger ones, each with the reason.
    pub(super) put_aside: Vec<(TieView<'a>, Cow<'a, str>)>,
}

/// One tie with its evidence.
pub(super) struct TieView<'a> {
    pub(super) number: usize,
    pub(super) words: String,
    pub(super) ground: Cow<'a, str>,
    pub(super) reasons: Vec<ReasonView<'a>>,
}

/// One reason for a tie.
pub(super) struct ReasonView<'a> {
    pub(super) words: Option<&'a str>,
    /// The entries that give it; two where the same is found in both.
    pub(super) entries: Vec<EntryLink>,
    /// What speaks for the tie and against it, in words, the weightiest first.
    pub(super) features: Vec<FeatureView<'a>>,
}

/// One feature of an inference.
pub(super) struct FeatureView<'a> {
    pub(super) words: Cow<'a, str>,
    pub(super) is_against: bool,
}

/// All that follows for one member.
pub(super) struct DerivedRow<'a> {
    pub(super) label: String,
    /// Relation and name, with the probability.
    pub(super) relatives: Vec<(Cow<'a, str>, String)>,
}

/// Returns the evidence of all ties of a family.
pub(super) fn evidence_view<'a>(
    family: &'a PublicFamily,
    entries: &Entries<'a>,
    t: Text<'a>,
) -> EvidenceView<'a> {
    let view = |tie_idx: usize| tie_view(family, (tie_idx, &family.ties[tie_idx]), entries, t);
    let n_ties = family.ties.len();
    let aside = family.put_aside.iter().enumerate().map(|(idx, aside)| {
        let tie = tie_view(family, (n_ties + idx, &aside.tie), entries, t);
        (tie, t.label("put-aside", &aside.reason))
    });
    let of_ground = |ground: &str| -> Vec<TieView<'a>> {
        let ties = family.ties.iter().enumerate();
        ties.filter(|(_, tie)| tie.ground == ground).map(|(tie_idx, _)| view(tie_idx)).collect()
    };
    let known = |tie_idx: usize| tie_idx < family.ties.len();
    let pairs = family.contradictions.iter().filter(|(a, b)| known(*a) && known(*b));
    let sides =
        |&(a, b): &(usize, usize)| if a == b { vec![view(a)] } else { vec![view(a), view(b)] };
    let is_derived = |tie: &&PublicTie| !matches!(&*tie.ground, "stated" | "inferred");
    let derived: Vec<&PublicTie> = family.ties.iter().filter(is_derived).collect();
    EvidenceView {
        stated: of_ground("stated"),
        inferred: of_ground("inferred"),
        n_more_derived: derived.len().saturating_sub(MAX_DERIVED) as u64,
        derived: derived_rows(family, &derived[..derived.len().min(MAX_DERIVED)], t),
        contradictions: pairs.map(sides).collect(),
        put_aside: aside.collect(),
    }
}

fn tie_view<'a>(
    family: &'a PublicFamily,
    (tie_idx, tie): (usize, &'a PublicTie),
    entries: &Entries<'a>,
    t: Text<'a>,
) -> TieView<'a> {
    TieView {
        number: tie_idx + 1,
        words: tie_words(family, tie, t),
        ground: ground_words(&tie.ground, tie.p, t),
        reasons: reasons(&tie.evidence, entries, t),
    }
}

/// Returns the reasons, those with the same words and features as one with several entries.
fn reasons<'a>(
    evidence: &'a [PublicTieEvidence],
    entries: &Entries<'a>,
    t: Text<'a>,
) -> Vec<ReasonView<'a>> {
    let mut grouped: Vec<(&'a PublicTieEvidence, ReasonView<'a>)> = Vec::new();
    for one in evidence {
        let link = entries.link(&one.record_id);
        let is_same = |known: &PublicTieEvidence| {
            known.words == one.words && (known.features == one.features || one.features.is_empty())
        };
        match grouped.iter_mut().find(|(known, _)| is_same(known)) {
            Some((_, reason)) => {
                let is_new = |link: &EntryLink| {
                    reason.entries.iter().all(|known| known.number != link.number)
                };
                let link = link.filter(is_new);
                reason.entries.extend(link);
            }
            None => grouped.push((
                one,
                ReasonView {
                    words: one.words.as_deref(),
                    entries: link.into_iter().collect(),
                    features: features(&one.features, t),
                },
            )),
        }
    }
    grouped.into_iter().map(|(_, reason)| reason).collect()
}

fn features<'a>(features: &'a [(String, f32)], t: Text<'a>) -> Vec<FeatureView<'a>> {
    let mut sorted: Vec<&(String, f32)> =
        features.iter().filter(|(_, bits)| *bits != 0.0).collect();
    sorted.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
    let view = |(name, bits): &'a (String, f32)| {
        let is_against = *bits < 0.0;
        FeatureView { words: feature_words(name, is_against, t), is_against }
    };
    sorted.into_iter().map(view).collect()
}

/// Returns a feature in plain words; its name with spaces when nobody has worded it.
fn feature_words<'a>(name: &'a str, is_against: bool, t: Text<'a>) -> Cow<'a, str> {
    let key = name.replace([' ', '.', ':', '='], "-");
    let absent = format!("{key}-not");
    if is_against && t.has_label("feature", &absent) {
        Cow::Owned(t.label("feature", &absent).into_owned())
    } else if t.has_label("feature", &key) {
        Cow::Owned(t.label("feature", &key).into_owned())
    } else {
        Cow::Owned(name.replace('_', " "))
    }
}

/// Returns what follows, one row for each first member.
fn derived_rows<'a>(
    family: &'a PublicFamily,
    ties: &[&'a PublicTie],
    t: Text<'a>,
) -> Vec<DerivedRow<'a>> {
    let mut firsts: Vec<usize> = ties.iter().map(|tie| tie.first).collect();
    firsts.sort_unstable();
    firsts.dedup();
    let row = |first: usize| {
        let of_first = ties.iter().filter(|tie| tie.first == first);
        let relative = |tie: &&&'a PublicTie| {
            let label = label_beside(family, tie.second, t);
            let p = probability_words(tie.p, t);
            (t.label("kin", &tie.relation), format!("{label} ({p})"))
        };
        DerivedRow {
            label: member_label(family, first, t),
            relatives: of_first.map(|tie| relative(&tie)).collect(),
        }
    };
    firsts.into_iter().map(row).collect()
}
