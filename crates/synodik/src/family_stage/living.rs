//! Who of those mentioned may be living, and what may be said of them.
//!
//! **Invariant:** doubt counts as living, and in an entry that is withheld everybody is.

use super::keys::birth_days;
use super::reading::{Household, ReadArchive};
use super::settings::FamilySettings;
use chrono::NaiveDate;
use synodik_index::PublicRules;
use synodik_model::{
    BirthEvidence, EventEvidence, EventKind, HeadCount, KinLink, Kinship, Mention,
};
use synodik_store::{EventRow, RecordRow};

/// Returns whether the subject of a record may be living by birth and age at events alone,
/// whatever is known of a death.
///
/// Who died young a short time ago may have living parents.
pub(super) fn may_be_living_record(
    rules: &PublicRules,
    record: RecordRow<'_>,
    events: &[EventRow<'_>],
) -> bool {
    use synodik_model::Field;
    let birth = BirthEvidence {
        born_by: record.birth_last(),
        is_stated: record.get(Field::Birth).is_some() || record.get(Field::Age).is_some(),
        is_approximate: record.birth_edtf().is_some_and(|edtf| edtf.contains(['~', '?', '%'])),
    };
    let events: Vec<EventEvidence<'_>> = events
        .iter()
        .filter_map(|event| {
            let kind = EventKind::from_name(event.kind())?;
            let is_date_stated = event.date_stated().is_some();
            let last_day = event.date_last();
            Some(EventEvidence { kind, is_date_stated, last_day, details: [None; 4] })
        })
        .filter(|event| !event.kind.is_end_of_life())
        .collect();
    rules.living_rule.may_be_living(birth, &events, rules.as_of)
}

/// Returns for every household and mention whether it is shown in public.
pub(super) fn shown_mentions(
    archive: &ReadArchive,
    rules: &PublicRules,
    settings: &FamilySettings,
) -> Vec<Vec<bool>> {
    let households = archive.households.iter();
    let shown = households.map(|household| {
        let old = old_mentions(household, rules, settings);
        let places = household.places.iter().zip(&household.mentions).zip(old);
        places
            .map(|((place, mention), is_old)| {
                let is_record_shown = archive.records[place.record as usize].is_shown;
                let is_one = mention.count == HeadCount::One;
                is_record_shown && is_one && (place.number == 0 || is_old)
            })
            .collect()
    });
    shown.collect()
}

/// For every mention whether it is of somebody born or grown up so long ago that they do not live.
fn old_mentions(
    household: &Household,
    rules: &PublicRules,
    settings: &FamilySettings,
) -> Vec<bool> {
    let rule = &rules.living_rule;
    let years_ago = |day: NaiveDate, years: i32| {
        u32::try_from(years)
            .ok()
            .and_then(|years| day.checked_add_months(chrono::Months::new(years * 12)))
            .is_some_and(|anniversary| anniversary <= rules.as_of)
    };
    let is_old =
        |day: Option<NaiveDate>| day.is_some_and(|day| years_ago(day, rule.adult_event_years));
    let (is_list_old, is_death_old) = (is_old(household.listed_by), is_old(household.died_by));
    let mut old: Vec<bool> = household
        .mentions
        .iter()
        .enumerate()
        .map(|(mention_idx, mention)| {
            let is_stated = mention.birth.is_some() || mention.age.is_some();
            if mention_idx == 0 && household.is_first_old {
                return true;
            }
            // A son's wife may have married him long after his father's death.
            let is_own_kin = mention.relative_to == 0
                && mention.kinship.as_ref().is_some_and(|kinship| kinship.steps.len() == 1);
            let is_adult = (is_list_old || is_death_old && is_own_kin)
                && !is_stated
                && is_adult_kin(mention, settings);
            let birth = BirthEvidence {
                born_by: birth_days(mention).and_then(|(_, last)| last),
                is_stated,
                is_approximate: is_approximate(mention),
            };
            let told: Vec<EventEvidence<'_>> = told_of(household, mention_idx).collect();
            is_adult
                || household.is_reviewed && !is_stated && mention.given.is_some()
                || !rule.may_be_living(birth, &told, rules.as_of)
        })
        .collect();
    // A parent is older than the child, and only a stated birth can speak against it.
    for mention_idx in 1..household.mentions.len() {
        let mention = &household.mentions[mention_idx];
        let Some(kinship) = mention.kinship.as_ref().filter(|kinship| is_ancestor(kinship)) else {
            continue;
        };
        let is_stated = mention.birth.is_some() || mention.age.is_some();
        let years_older = settings.min_parent_years * kinship.steps.len() as u32;
        let child = &household.mentions[mention.relative_to];
        let is_born_long_ago = || {
            let child_born_by = birth_days(child).and_then(|(_, last)| last);
            let months_older = chrono::Months::new(years_older * 12);
            let birth = BirthEvidence {
                born_by: child_born_by.and_then(|day| day.checked_sub_months(months_older)),
                is_stated: true,
                is_approximate: is_approximate(child),
            };
            !rule.may_be_living(birth, &[], rules.as_of)
        };
        if !is_stated && (old[mention.relative_to] || is_born_long_ago()) {
            old[mention_idx] = true;
        }
    }
    old
}

/// What an entry says happened to somebody it names, as the rule wants it.
fn told_of(household: &Household, mention_idx: usize) -> impl Iterator<Item = EventEvidence<'_>> {
    let of_mention = household.fates.iter().filter(move |fate| fate.mention == mention_idx);
    of_mention.map(|fate| EventEvidence {
        kind: fate.kind,
        is_date_stated: fate.date.is_some(),
        last_day: fate.date.as_ref().and_then(synodik_model::DateStatement::last),
        details: [Some(fate.words.as_str()), None, None, None],
    })
}

fn is_approximate(mention: &Mention) -> bool {
    mention.birth.as_ref().is_some_and(|birth| {
        let mut spans = std::iter::once(&birth.primary).chain(&birth.others);
        spans.any(|span| span.is_approximate || span.is_uncertain)
    })
}

fn is_adult_kin(mention: &Mention, settings: &FamilySettings) -> bool {
    let last = mention.kinship.as_ref().and_then(|kinship| kinship.steps.last());
    last.is_some_and(|step| settings.adult_links.contains(&step.link))
}

fn is_ancestor(kinship: &Kinship) -> bool {
    kinship.steps.iter().all(|step| step.link == KinLink::Parent)
}

/// Returns the term for a kinship that says nothing of anybody's sex.
pub(super) fn term_without_sex(kinship: &Kinship) -> &'static str {
    let [step] = kinship.steps.as_slice() else { return "relative" };
    match step.link {
        KinLink::Spouse | KinLink::FormerSpouse | KinLink::Partner => "spouse",
        KinLink::Parent | KinLink::StepParent | KinLink::AdoptiveParent | KinLink::FosterParent => {
            "parent"
        }
        KinLink::Child | KinLink::StepChild | KinLink::AdoptedChild | KinLink::FosterChild => {
            "child"
        }
        KinLink::Sibling | KinLink::HalfSibling | KinLink::StepSibling | KinLink::FosterSibling => {
            "sibling"
        }
        _ => "relative",
    }
}

/// Returns the term for a kinship, or its steps where the chain has none.
pub(super) fn term_of(kinship: &Kinship) -> String {
    match kinship.term {
        Some(term) => term.to_owned(),
        None => {
            let steps: Vec<&str> = kinship.steps.iter().map(|step| step.link.name()).collect();
            steps.join(".")
        }
    }
}

/// Returns for every mention of one record whether its words may be shown.
///
/// Words of somebody who is shown stay out where they reach into those of somebody who is not, and
/// where they hold a name that is not of anybody shown, unless the page of the record has them.
///
/// # Shape
///
/// `mentions`: those of the record, each with whether it is shown; `shown_text`: the entry as its
/// page shows it.
pub(super) fn shown_words(mentions: &[(&Mention, bool)], shown_text: &str) -> Vec<bool> {
    let names: Vec<String> = mentions
        .iter()
        .filter(|(_, is_shown)| *is_shown)
        .flat_map(|(mention, _)| names_of(mention))
        .collect();
    let may_show = |mention: &Mention| {
        let reaches_in = mentions.iter().any(|(other, is_shown)| {
            !is_shown && other.span.start < mention.span.end && mention.span.start < other.span.end
        });
        !mention.words.is_empty()
            && !reaches_in
            && (shown_text.contains(&mention.words) || has_only_names(&mention.words, &names))
    };
    mentions.iter().map(|(mention, is_shown)| *is_shown && may_show(mention)).collect()
}

fn names_of(mention: &Mention) -> impl Iterator<Item = String> {
    let parts = [&mention.surname, &mention.surname_stated, &mention.given, &mention.patronymic];
    let parts = parts.into_iter().flatten().chain(&mention.name_variants);
    let words: Vec<String> = parts.flat_map(|part| words_of(part)).collect();
    words.into_iter()
}

fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(|word| word.to_lowercase().replace('ё', "е")).collect()
}

/// Letters from the start by which a name in another case is known.
const SAME_NAME_LETTERS: usize = 3;

fn has_only_names(text: &str, names: &[String]) -> bool {
    let mut words = text.split(|sign: char| !sign.is_alphabetic());
    words.all(|word| {
        let is_name = word.starts_with(char::is_uppercase);
        let start: String =
            word.to_lowercase().replace('ё', "е").chars().take(SAME_NAME_LETTERS).collect();
        !is_name || names.iter().any(|name| name.starts_with(&start))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use synodik_model::MentionRole;

    fn mention(text: &str, words: &str, given: &str) -> Mention {
        let start = text.find(words).expect("the words stand there");
        let mut mention = Mention::empty(MentionRole::Member, text, start..start + words.len());
        mention.given = Some(given.to_owned());
        mention
    }

    #[test]
    fn words_that_name_others_stay_out() {
        let text = "жена Устинья с сыном Провом, мать Дарья из Лога, отец Лука";
        let all = [
            mention(text, "жена Устинья", "Устинья"),
            mention(text, "Устинья с сыном Провом", "Устинья"),
            mention(text, "с сыном Провом", "Пров"),
            mention(text, "мать Дарья из Лога", "Дарья"),
            mention(text, "отец Лука", "Лука"),
        ];
        let shown = [true, true, false, true, true];
        let pairs: Vec<(&Mention, bool)> = all.iter().zip(shown).collect();
        assert_eq!(shown_words(&pairs, "[…]"), [true, false, false, false, true]);
        let with_page = shown_words(&pairs, "жена […], мать Дарья из Лога");
        assert_eq!(with_page, [true, false, false, true, true]);
    }

    #[test]
    fn terms_without_sex() {
        let check = |term: &str, expected: &str| {
            let kinship = synodik_family::kinship_of_term(term).expect("a term");
            assert_eq!(term_without_sex(&kinship), expected, "{term}");
        };
        check("daughter", "child");
        check("wife", "spouse");
        check("step_father", "parent");
        check("half_brother", "sibling");
        check("daughter_in_law", "relative");
        check("grandmother", "relative");
    }
}
