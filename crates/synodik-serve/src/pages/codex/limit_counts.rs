//! What an archive counts for order 00447, and what share of the known numbers that is.

use super::notes::Notes;
use super::{certainty_words, in_language};
use crate::Text;
use std::borrow::Cow;
use synodik_codex::Codex;

/// The campaign of the order.
const CAMPAIGN: &str = "op-00447";

/// The sum of the limits as they were set first.
const SUM_OF_ALL: &str = "all";

/// What the archive counts for a region.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegionCount {
    /// Row of the order; empty for sentences whose words name no region of it.
    pub limit_id: String,
    /// Sentences to death under the order that public records state.
    pub n_first_category: u64,
    /// Those to camp or prison.
    pub n_second_category: u64,
    /// Those without a measure that tells which.
    pub n_unknown: u64,
}

impl RegionCount {
    /// Returns the sum of the three counts.
    pub fn n_all(&self) -> u64 {
        self.n_first_category + self.n_second_category + self.n_unknown
    }
}

/// What the archive covers, in words.
pub(super) struct Coverage<'a> {
    pub(super) counted: String,
    pub(super) without_region: String,
    pub(super) shares: Vec<ShareView<'a>>,
}

/// The archive's count as a share of a known number.
pub(super) struct ShareView<'a> {
    /// What the number is, and who gives it.
    pub(super) of: String,
    pub(super) known: Cow<'a, str>,
    pub(super) share: String,
    pub(super) certainty: Cow<'a, str>,
    pub(super) notes: Vec<usize>,
}

/// Returns the sum of counts.
pub(super) fn sum_of<'c>(counts: impl Iterator<Item = &'c RegionCount>) -> RegionCount {
    counts.fold(RegionCount::default(), |sum, count| RegionCount {
        limit_id: sum.limit_id,
        n_first_category: sum.n_first_category + count.n_first_category,
        n_second_category: sum.n_second_category + count.n_second_category,
        n_unknown: sum.n_unknown + count.n_unknown,
    })
}

/// Returns what the archive covers; none when nothing was counted.
pub(super) fn coverage<'a>(
    codex: &'a Codex,
    counts: &[RegionCount],
    notes: &mut Notes<'a>,
    t: Text<'a>,
) -> Option<Coverage<'a>> {
    let sum = sum_of(counts.iter());
    if sum.n_all() == 0 {
        return None;
    }
    let nowhere = sum_of(counts.iter().filter(|count| count.limit_id.is_empty()));
    let mut shares = Vec::new();
    if let Some(limits) = codex.limit_totals.iter().find(|known| known.total_id == SUM_OF_ALL) {
        shares.push(ShareView {
            of: t.say("coverage-limits").into_owned(),
            known: Cow::Owned(t.number(&u64::from(limits.total))),
            share: share_words(sum.n_all(), u64::from(limits.total), t),
            certainty: certainty_words(limits.certainty, t),
            notes: notes.cite(&limits.sources),
        });
    }
    for (kind, n) in [("convicted", sum.n_all()), ("executed", sum.n_first_category)] {
        let figures = codex.campaign(CAMPAIGN).map_or(&[][..], |campaign| &campaign.figures);
        for figure in figures.iter().filter(|figure| figure.kind == kind) {
            let Some(number) = figure.number else { continue };
            shares.push(ShareView {
                of: format!("{}: {}", t.label("figure", kind), in_language(&figure.by, t)),
                known: Cow::Borrowed(in_language(&figure.value, t)),
                share: share_words(n, number, t),
                certainty: certainty_words(figure.certainty, t),
                notes: notes.cite(&figure.sources),
            });
        }
    }
    Some(Coverage {
        counted: count_words("coverage-counted", &sum, t),
        without_region: count_words("coverage-without-region", &nowhere, t),
        shares,
    })
}

fn count_words(key: &str, count: &RegionCount, t: Text<'_>) -> String {
    let numbers = [count.n_all(), count.n_first_category, count.n_second_category, count.n_unknown];
    let [all, first, second, unknown] = numbers.map(|n| t.number(&n));
    let values = [("all", &*all), ("first", &*first), ("second", &*second), ("unknown", &*unknown)];
    t.fill(key, &values).into_owned()
}

/// Returns a part in percent with one decimal, or that it is less than that shows.
pub(in crate::pages) fn share_words(n: u64, of: u64, t: Text<'_>) -> String {
    let percent = 100.0 * n as f64 / of.max(1) as f64;
    if n > 0 && percent < 0.1 {
        return t.say("coverage-tiny").into_owned();
    }
    format!("{} %", t.decimal(&format!("{percent:.1}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};
    use synodik_codex::codex;

    #[test]
    fn shares_are_told_with_one_decimal_and_never_as_nought() {
        let locales = Locales::load();
        for (n, of, expected) in [
            (1, 4, ["25.0 %", "25,0 %", "25,0 %", "25,0 %"]),
            (0, 767_000, ["0.0 %", "0,0 %", "0,0 %", "0,0 %"]),
            (1, 767_000, ["less than 0.1 %", "менее 0,1 %", "менше ніж 0,1 %", "alla 0,1 %"]),
            (400_000, 268_950, ["148.7 %", "148,7 %", "148,7 %", "148,7 %"]),
        ] {
            for (language, expected) in Language::ALL.into_iter().zip(expected) {
                assert_eq!(share_words(n, of, locales.text(language)), expected);
            }
        }
    }

    #[test]
    fn the_archive_is_set_beside_the_limits_and_the_known_totals() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        let count = |limit_id: &str, n_first_category, n_unknown| RegionCount {
            limit_id: limit_id.to_owned(),
            n_first_category,
            n_second_category: 100,
            n_unknown,
        };
        let counts = [count("omsk-oblast", 7_000, 500), count("", 60, 10)];
        let mut notes = Notes::none(codex());
        let coverage = coverage(codex(), &counts, &mut notes, t).expect("counts");
        assert!(coverage.counted.contains("7,770"), "{}", coverage.counted);
        assert!(coverage.without_region.contains("170"), "{}", coverage.without_region);
        let shares: Vec<(&str, &str)> =
            coverage.shares.iter().map(|share| (&*share.known, share.share.as_str())).collect();
        let expected =
            [("268,950", "2.9 %"), ("about 767,000", "1.0 %"), ("about 387,000", "1.8 %")];
        assert_eq!(shares, expected);
        assert!(super::coverage(codex(), &[], &mut notes, t).is_none());
    }
}
