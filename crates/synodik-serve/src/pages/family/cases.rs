//! Which measure fell on whom on account of whom, under which provision, after how many days.

use super::decree_bands::find_provision;
use super::entries::{Entries, EntryLink};
use super::happenings::date_words;
use super::members::{member_label, shown_member};
use crate::Text;
use crate::pages::codex::in_language;
use crate::pages::record::quoted;
use crate::pages::related::probability_words;
use std::borrow::Cow;
use synodik_codex::Codex;
use synodik_index::{MemberEvent, PublicCase, PublicFamily};

/// One case.
pub(super) struct CaseView<'a> {
    /// `stated` or `inferred`: the class of the case.
    pub(super) kind: &'static str,
    /// How it is known.
    pub(super) ground: String,
    /// On whom it fell, alike.
    pub(super) people: Vec<String>,
    pub(super) event: EventWords<'a>,
    pub(super) because_of: String,
    pub(super) cause: Option<EventWords<'a>>,
    pub(super) after: Option<String>,
    pub(super) provisions: Vec<ProvisionView>,
    pub(super) words: Option<&'a str>,
}

/// An event in words.
pub(super) struct EventWords<'a> {
    pub(super) label: Cow<'a, str>,
    pub(super) date: String,
    pub(super) place: Option<&'a str>,
    pub(super) measure: Option<Cow<'a, str>>,
    pub(super) entry: Option<EntryLink>,
}

/// A provision of the codex that may have covered the measure.
pub(super) struct ProvisionView {
    pub(super) title: &'static str,
    /// Under which condition it provided for what.
    pub(super) rule: Option<(&'static str, &'static str)>,
    pub(super) address: String,
}

/// Returns the cases of a family in their order; a household on whom the same fell is one case.
pub(super) fn case_views<'a>(
    codex: &'static Codex,
    family: &'a PublicFamily,
    entries: &Entries<'a>,
    t: Text<'a>,
) -> Vec<CaseView<'a>> {
    let mut grouped: Vec<(&'a PublicCase, Vec<usize>)> = Vec::new();
    for case in told_cases(family) {
        match grouped.iter_mut().find(|(first, _)| is_alike(first, case)) {
            Some((_, people)) => people.push(case.person),
            None => grouped.push((case, vec![case.person])),
        }
    }
    let view = |(case, people): (&'a PublicCase, Vec<usize>)| CaseView {
        kind: if family.states(case) { "stated" } else { "inferred" },
        ground: case_ground(family, case, t),
        people: people.into_iter().map(|person| member_label(family, person, t)).collect(),
        event: event_words(&case.event, entries, t),
        because_of: because_of_words(family, case, t),
        cause: case.cause.as_ref().map(|cause| event_words(cause, entries, t)),
        after: case.days_between.and_then(|days| days_words(days, t)),
        provisions: case.provisions.iter().filter_map(|name| provision(codex, name, t)).collect(),
        words: case.words.as_deref(),
    };
    grouped.into_iter().map(view).collect()
}

/// Returns the cases that say something: one on account of somebody who is not shown, of whom
/// nothing is known to have happened, says nothing beside one for the same measure that does.
pub(super) fn told_cases(family: &PublicFamily) -> impl Iterator<Item = &PublicCase> {
    let is_told = |case: &PublicCase| {
        let because_of = case.because_of.and_then(|other| family.members.get(other));
        case.cause.is_some() || because_of.and_then(shown_member).is_some()
    };
    family.cases.iter().filter(move |case| {
        let is_same =
            |other: &&PublicCase| (other.person, &other.event) == (case.person, &case.event);
        is_told(case) || !family.cases.iter().filter(is_same).any(is_told)
    })
}

/// Returns on whose account it was.
pub(super) fn because_of_words(family: &PublicFamily, case: &PublicCase, t: Text<'_>) -> String {
    match case.because_of {
        Some(other) => member_label(family, other, t),
        None => t.say("family-because-unnamed").into_owned(),
    }
}

/// Returns whether two cases differ in nothing but the person.
fn is_alike(first: &PublicCase, other: &PublicCase) -> bool {
    PublicCase { person: first.person, ..other.clone() } == *first
}

/// Returns how a case is known, so that an inference is never read as a statement.
pub(super) fn case_ground(family: &PublicFamily, case: &PublicCase, t: Text<'_>) -> String {
    if family.states(case) {
        return t.say("family-case-stated").into_owned();
    }
    // An entry says that it was for kin, and not whose.
    let is_for_kin = case.ground == "stated";
    let key = if is_for_kin { "family-case-for-kin" } else { "family-case-inferred" };
    t.fill(key, &[("p", &probability_words(case.p, t))]).into_owned()
}

pub(super) fn event_words<'a>(
    event: &'a MemberEvent,
    entries: &Entries<'a>,
    t: Text<'a>,
) -> EventWords<'a> {
    EventWords {
        label: t.label("event", &event.kind),
        date: date_words(event.date_edtf.as_deref(), t),
        place: event.place.as_deref(),
        measure: event.measure.as_deref().map(quoted),
        entry: entries.link(&event.record_id),
    }
}

fn provision(codex: &'static Codex, name: &str, t: Text<'_>) -> Option<ProvisionView> {
    let named = find_provision(codex, name)?;
    Some(ProvisionView {
        title: in_language(&named.instrument.title, t),
        rule: named.provision.map(|provision| {
            (in_language(&provision.condition, t), in_language(&provision.measure, t))
        }),
        address: named.address(),
    })
}

/// Returns how long after the cause it was; nothing when it may have been before.
fn days_words((least, most): (i32, i32), t: Text<'_>) -> Option<String> {
    let most = u64::try_from(most).ok()?;
    Some(match u64::try_from(least) {
        Ok(0) if most == 0 => t.say("family-same-day").into_owned(),
        Ok(least) if least == most => t.count("family-days-after", &most).into_owned(),
        Ok(least) if least > 0 => {
            let least = t.number(&least);
            t.fill("family-days-between", &[("least", &least), ("most", &t.number(&most))])
                .into_owned()
        }
        _ => t.count("family-days-at-most", &most).into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};

    #[test]
    fn days_are_counted_in_words() {
        let locales = Locales::load();
        for (days, expected) in [
            (
                (41, 41),
                ["41 days after", "через 41 день после", "через 41 день після", "41 päeva hiljem"],
            ),
            ((0, 0), ["on the same day", "в тот же день", "того самого дня", "samal päeval"]),
            (
                (30, 61),
                [
                    "between 30 and 61 days after",
                    "через 30–61 дн. после",
                    "через 30–61 дн. після",
                    "30–61 päeva hiljem",
                ],
            ),
            (
                (-3, 28),
                [
                    "at most 28 days after",
                    "не позже чем через 28 дней после",
                    "не пізніше ніж через 28 днів після",
                    "kõige rohkem 28 päeva hiljem",
                ],
            ),
            ((-9, -2), [""; 4]),
        ] {
            for (language, expected) in Language::ALL.into_iter().zip(expected) {
                let words = days_words(days, locales.text(language)).unwrap_or_default();
                assert_eq!(words, expected, "{days:?}");
            }
        }
    }
}
