//! Which measure fell on whom on account of whom, in the numbers of a family.

use super::facts::{EventFacts, RecordFacts, Told};
use super::one_family::{FamilyMember, FamilyTies, sex_of_member};
use super::public::PublicContext;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use synodik_family::{CaseGround, EventProvision, FamilyEvent, cases_of_family};
use synodik_model::{EventKind, Kinship};

/// An event by its record and where that tells of it.
pub(super) type EventPlace = (u32, Told);

/// A measure that fell on a member of a family for kin.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FamilyCase {
    /// Number of the member on whom it fell.
    pub(super) person: usize,
    /// Number of the member on whose account; `None` when the record tells of kin who are not known.
    pub(super) because_of: Option<usize>,
    pub(super) event: EventPlace,
    pub(super) cause: Option<EventPlace>,
    /// `instrument/provision`.
    pub(super) provisions: Vec<String>,
    pub(super) days_between: Option<(i32, i32)>,
    /// What `person` is to `because_of`.
    pub(super) relation: Option<Kinship>,
    pub(super) is_stated: bool,
    pub(super) p: f32,
    pub(super) words: Option<String>,
}

impl FamilyCase {
    pub(super) fn ground_name(&self) -> &'static str {
        if self.is_stated { "stated" } else { "inferred" }
    }
}

/// Whether an event of the head of a list was that of all who are listed.
pub(super) fn is_move(kind: EventKind) -> bool {
    matches!(kind, EventKind::Exile | EventKind::Deportation | EventKind::Dispossession)
}

/// Returns the cases of a family, by person and event.
pub(super) fn find_cases(context: &PublicContext<'_>, found: &FamilyTies) -> Vec<FamilyCase> {
    let numbers = member_numbers(found);
    let collected: Vec<Vec<(EventPlace, FamilyEvent)>> =
        found.members.iter().map(|member| events_of(context, member, &numbers)).collect();
    if collected.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let members: Vec<synodik_family::FamilyMember> = found
        .members
        .iter()
        .zip(&collected)
        .map(|(member, events)| synodik_family::FamilyMember {
            sex: sex_of_member(member),
            events: events.iter().map(|(_, event)| event.clone()).collect(),
        })
        .collect();
    let cases = cases_of_family(&members, &found.ties);
    let place_of = |person: usize, event: usize| collected[person][event].0;
    let days =
        |(least, most): (i64, i64)| Some((i32::try_from(least).ok()?, i32::try_from(most).ok()?));
    let punished = cases.punished.into_iter().map(|case| FamilyCase {
        person: case.person,
        because_of: Some(case.because_of),
        event: place_of(case.person, case.event),
        cause: case.cause_event.map(|event| place_of(case.because_of, event)),
        provisions: case.provision.into_iter().collect(),
        days_between: case.days_between.and_then(days),
        relation: case.relation,
        is_stated: case.ground == CaseGround::Stated,
        p: case.p_because as f32,
        words: case.words,
    });
    let unknown = cases.unknown.into_iter().map(|case| FamilyCase {
        person: case.person,
        because_of: None,
        event: place_of(case.person, case.event),
        cause: None,
        provisions: Vec::new(),
        days_between: None,
        relation: None,
        is_stated: true,
        p: 1.0,
        words: Some(case.words),
    });
    let mut all: Vec<FamilyCase> = punished.chain(unknown).collect();
    all.sort_by_key(|case| (case.person, case.event));
    all
}

/// The members by household: the number of the one under whom each household is entered.
fn member_numbers(found: &FamilyTies) -> BTreeMap<u32, usize> {
    let mut heads = BTreeMap::new();
    for (number, member) in found.members.iter().enumerate() {
        let first = member.mentions.iter().filter(|(_, mention_idx)| *mention_idx == 0);
        heads.extend(first.map(|(household, _)| (*household, number)));
    }
    heads
}

/// What happened to a member: events of their own records, and of the list of the household.
fn events_of(
    context: &PublicContext<'_>,
    member: &FamilyMember,
    heads: &BTreeMap<u32, usize>,
) -> Vec<(EventPlace, FamilyEvent)> {
    let mut events = Vec::new();
    // Under whom a record of a book enters its subject, and whose list names this one.
    let mut entered_under: BTreeMap<u32, usize> = BTreeMap::new();
    for &(household_idx, mention_idx) in &member.mentions {
        let household = &context.archive.households[household_idx as usize];
        let place = household.places[mention_idx as usize];
        let Some(&head) = heads.get(&household_idx).filter(|_| mention_idx > 0) else { continue };
        if place.number == 0 {
            entered_under.insert(place.record, head);
        } else if household.is_list {
            add_events(context, place.record, &mut events, |kind| {
                is_move(kind).then_some(Some(head))
            });
        }
    }
    let records = member.person.into_iter().flat_map(|person| context.records_of(person));
    for record in records {
        let head = entered_under.get(&record).copied();
        add_events(context, record, &mut events, |kind| Some(head.filter(|_| is_move(kind))));
    }
    add_told(context, member, &mut events);
    events
}

/// Adds what entries of others tell became of a member, where it is not known already.
fn add_told(
    context: &PublicContext<'_>,
    member: &FamilyMember,
    events: &mut Vec<(EventPlace, FamilyEvent)>,
) {
    for &(household_idx, mention_idx) in member.mentions.iter().filter(|(_, idx)| *idx > 0) {
        let household = &context.archive.households[household_idx as usize];
        let place = household.places[mention_idx as usize];
        let fates = context.facts[place.record as usize].iter().flat_map(|facts| &facts.fates);
        let of_member =
            fates.enumerate().filter(|(_, kept)| place.number > 0 && kept.number == place.number);
        for (fate_idx, kept) in of_member {
            let may_be = |known: &FamilyEvent| {
                known.kind == kept.event.kind && may_be_one(known.days, kept.event.days)
            };
            if !events.iter().any(|(_, known)| may_be(known)) {
                let record_id = &context.archive.records[place.record as usize].record_id;
                let told = (place.record, Told::OfMention(fate_idx));
                events.push((told, family_event(record_id, &kept.event, None)));
            }
        }
    }
}

/// Whether events of these days may be one; of one without a day nothing speaks against it.
fn may_be_one(a: Option<Days>, b: Option<Days>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a.0 <= b.1 && b.0 <= a.1)
}

/// First and last day that an entry allows.
type Days = (NaiveDate, NaiveDate);

/// Adds the events of a record; `household_of` says under whom each is, or that it is not theirs.
fn add_events(
    context: &PublicContext<'_>,
    record: u32,
    events: &mut Vec<(EventPlace, FamilyEvent)>,
    household_of: impl Fn(EventKind) -> Option<Option<usize>>,
) {
    let facts: Option<&RecordFacts> = context.facts[record as usize].as_deref();
    let record_id = &context.archive.records[record as usize].record_id;
    for (event_idx, event) in facts.iter().flat_map(|facts| facts.events.iter()).enumerate() {
        if let Some(head) = household_of(event.kind).filter(|_| event.kind != EventKind::Kin) {
            let place = (record, Told::OfSubject(event_idx));
            events.push((place, family_event(record_id, event, head)));
        }
    }
}

fn family_event(record_id: &str, event: &EventFacts, household_of: Option<usize>) -> FamilyEvent {
    let provisions = event.provisions.iter().map(|provision| EventProvision {
        provision_id: format!("{}/{}", provision.instrument_id, provision.provision_id),
        relations: provision.relations.to_vec(),
        is_named: provision.is_named,
    });
    FamilyEvent {
        record_id: record_id.to_owned(),
        kind: event.kind,
        days: event.days,
        words: event.words.clone(),
        household_of,
        provisions: provisions.collect(),
    }
}
