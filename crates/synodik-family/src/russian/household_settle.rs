//! What follows from kinship and place in the list of a household.

use crate::bearer::{settle_sex, settle_surname};
use crate::guess::guess_kinships;
use crate::kin_table::{kinship_of, kinship_of_term};
use synodik_model::{Ground, HeadCount, Mention};

/// Sets what follows from kinship and place: sex, surname, missing kinships.
pub(super) fn settle_household(mentions: &mut [Mention]) {
    for member_idx in 1..mentions.len() {
        settle_group_sex(&mut mentions[member_idx]);
        settle_daughter_in_law(mentions, member_idx);
    }
    guess_kinships(mentions);
    for member_idx in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(member_idx);
        let Some(member) = rest.first_mut() else { continue };
        let kin = before.get(member.relative_to).unwrap_or(&before[0]);
        settle_surname(member, kin);
    }
    settle_listed(mentions);
}

/// Who stands in the list of a family without a word for the kinship is of the family: that much the list says.
fn settle_listed(mentions: &mut [Mention]) {
    for mention in mentions.iter_mut().skip(1).filter(|mention| mention.kinship.is_none()) {
        mention.kinship = kinship_of_term("family_member");
        mention.kinship_ground = Ground::Place;
    }
}

/// A named child is a son or a daughter, by the name.
fn settle_group_sex(mention: &mut Mention) {
    settle_sex(mention);
    let (Some((sex, _)), Some(kinship), HeadCount::One) =
        (mention.sex, &mention.kinship, mention.count)
    else {
        return;
    };
    if kinship.sex().is_none() {
        let mut steps = kinship.steps.clone();
        if let Some(last) = steps.last_mut() {
            last.sex = Some(sex);
        }
        mention.kinship = Some(kinship_of(steps));
    }
}

/// Right behind a brother a "сноха" is his wife, and behind a sister a "зять" her husband.
fn settle_daughter_in_law(mentions: &mut [Mention], member_idx: usize) {
    let term_of = |idx: usize| mentions[idx].kinship.as_ref().and_then(|kinship| kinship.term);
    let changed = match (term_of(member_idx - 1), term_of(member_idx)) {
        (Some("brother"), Some("daughter_in_law")) => "sister_in_law",
        (Some("sister"), Some("son_in_law")) => "brother_in_law",
        _ => return,
    };
    mentions[member_idx].kinship = kinship_of_term(changed);
    mentions[member_idx].kinship_ground = Ground::Place;
}
