//! Kin stated twice: in a cell beside the text, or again without the name.

use super::is_kin_word;
use crate::russian::lexicon::LEXICON;
use crate::tokens::{Token, TokenKind, small_letters};
use std::ops::Range;
use synodik_model::{HeadCount, KinLink, KinStep, Mention};
use synodik_names::Case;

/// Returns the cells of a row that say nothing a longer cell does not say in the same words.
///
/// Beside a text a table may list the kin words that stand in it.
pub(super) fn repeated_cells(tokens: &[Token]) -> Vec<Range<usize>> {
    if !tokens.iter().any(|token| token.is_sign("\t")) {
        return Vec::new();
    }
    let mut cells: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (at, _) in tokens.iter().enumerate().filter(|(_, token)| token.is_sign("\t")) {
        cells.push(start..at);
        start = at + 1;
    }
    cells.push(start..tokens.len());
    let words = |cell: &Range<usize>| {
        tokens[cell.clone()].iter().filter(|token| token.kind == TokenKind::Word)
    };
    let has_all = |other: &Range<usize>, cell: &Range<usize>| {
        words(cell).all(|word| words(other).any(|known| known.small == word.small))
    };
    let with_kin = cells.iter().filter(|cell| tokens[(*cell).clone()].iter().any(is_kin_word));
    let repeated = with_kin
        .filter(|cell| cells.iter().any(|other| other.len() > cell.len() && has_all(other, cell)));
    repeated.cloned().collect()
}

/// Drops who is mentioned again without a name: "сын Рябова Ф. И. … вместе с отцом".
///
/// A father, a mother and a spouse are one wherever they are mentioned. A brother without a name is
/// the one named before where the words refer back to him, as an oblique case does and a list does not.
pub(super) fn drop_repeated(mentions: &mut Vec<Mention>) {
    let is_repeated: Vec<bool> = (0..mentions.len())
        .map(|at| {
            is_bare(&mentions[at]) && (1..mentions.len()).any(|other| repeats(mentions, at, other))
        })
        .collect();
    let mut is_repeated = is_repeated.into_iter();
    mentions.retain(|_| !is_repeated.next().unwrap_or(false));
}

/// Whether the mention at one place speaks of the one at another.
fn repeats(mentions: &[Mention], at: usize, other: usize) -> bool {
    let (mention, named) = (&mentions[at], &mentions[other]);
    let (Some(steps), Some(other_steps)) = (steps_of(mention), steps_of(named)) else {
        return false;
    };
    if at == other || steps != other_steps || mention.count != named.count {
        return false;
    }
    let is_after = other < at;
    match (is_bare(named), is_only_one(steps)) {
        (true, is_only_one) => is_after && (is_only_one || is_household(steps)),
        (false, true) => true,
        (false, false) => is_after && is_oblique(mention),
    }
}

fn steps_of(mention: &Mention) -> Option<&[KinStep]> {
    Some(mention.kinship.as_ref()?.steps.as_slice())
}

/// Whether nothing but the kinship is said of them.
fn is_bare(mention: &Mention) -> bool {
    let is_household = steps_of(mention).is_some_and(is_household);
    let is_counted =
        mention.count == HeadCount::One || is_household && mention.count == HeadCount::Several;
    is_counted && !mention.is_named() && mention.birth.is_none() && mention.age.is_none()
}

/// A kin of whom a human being has one: father, mother, spouse.
fn is_only_one(steps: &[KinStep]) -> bool {
    match steps {
        [step] => match step.link {
            KinLink::Parent => step.sex.is_some(),
            link => link == KinLink::Spouse,
        },
        _ => false,
    }
}

fn is_household(steps: &[KinStep]) -> bool {
    steps.iter().all(|step| step.link == KinLink::FamilyMember)
}

/// Whether the kin word stands in no nominative.
fn is_oblique(mention: &Mention) -> bool {
    let stated = mention.relation_stated.as_deref().unwrap_or_default();
    let last = small_letters(stated.rsplit(' ').next().unwrap_or_default());
    let forms = LEXICON.forms(&last);
    !forms.is_empty() && forms.iter().all(|form| form.case != Case::Nominative)
}
