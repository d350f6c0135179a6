//! Which measure fell on whom on account of whom.
//!
//! Takes the members of a family with their documented events and the ties
//! between them. A record may say it ("как ЧСИР", a household entered under its
//! head); else the order of the events and a provision on kin may speak for it.
//!
//! **Invariant:** only events that a record documents are connected; nothing is
//! made up, and what is inferred never has the ground [`CaseGround::Stated`].
//! Words and numbers stand in `data/kin/cases.toml`.

mod rules;

use crate::kin_table::{inverse, kinship_of};
use crate::ties::Tie;
use chrono::NaiveDate;
use rules::{CaseRules, RULES, StatedCause};
use synodik_model::{EventKind, KinStep, Kinship, Sex};

/// A provision that may have covered an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventProvision {
    /// The caller's id of it, as `instrument/provision`.
    pub provision_id: String,
    /// Whom it concerns: words of `data/codex/relations.toml`.
    pub relations: Vec<String>,
    /// Whether the record names the instrument or its formula, and not only agrees with it.
    pub is_named: bool,
}

/// Something that a record says happened to a member of a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyEvent {
    /// The record.
    pub record_id: String,
    /// What happened.
    pub kind: EventKind,
    /// First and last day that the record allows, both included.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The words of the record on it: article, measure, what happened.
    pub words: String,
    /// Number of the member under whom the record enters this one's household; `None` when the
    /// event is this one's own.
    pub household_of: Option<usize>,
    /// Provisions that may have covered it, the likeliest first.
    pub provisions: Vec<EventProvision>,
}

/// One member of a family; the place in the slice is the number that ties have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FamilyMember {
    /// The sex, where known.
    pub sex: Option<Sex>,
    /// What happened to this member, in any order.
    pub events: Vec<FamilyEvent>,
}

/// How it is known that a measure was for kin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseGround {
    /// The record says so, or enters the household under its head.
    Stated,
    /// The order of the events and, where there is one, a provision speak for it.
    Inferred,
}

/// A measure that fell on somebody on account of kin.
#[derive(Debug, Clone, PartialEq)]
pub struct PunishedBecause {
    /// Number of the member on whom it fell.
    pub person: usize,
    /// Number of the member on whose account.
    pub because_of: usize,
    /// The measure: its place in the events of `person`.
    pub event: usize,
    /// What had happened to `because_of`: its place there, where a record says it.
    pub cause_event: Option<usize>,
    /// Id of the likeliest provision on kin of this relation that may have covered the measure.
    pub provision: Option<String>,
    /// Days from the cause to the measure, at least and at most; below 0 where days overlap.
    pub days_between: Option<(i64, i64)>,
    /// What `person` is to `because_of`, where a tie says it.
    pub relation: Option<Kinship>,
    /// How it is known.
    pub ground: CaseGround,
    /// Probability that the measure was for this kin.
    pub p_because: f64,
    /// The words that state it, as the record has them; `None` when it is inferred.
    pub words: Option<String>,
}

/// A measure that a record says was for kin, of whom the family here has nobody that fits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnknownCause {
    /// Number of the member on whom it fell.
    pub person: usize,
    /// The measure: its place in the events of `person`.
    pub event: usize,
    /// The words that state it.
    pub words: String,
}

/// All that follows from the events of one family.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FamilyCases {
    /// Which measure fell on whom because of whom; by person, event, then the likeliest first.
    pub punished: Vec<PunishedBecause>,
    /// Measures for kin who are not known; by person and event.
    pub unknown: Vec<UnknownCause>,
}

/// Returns which measures fell on members of a family on account of others.
///
/// The gravest event of the other that lies before the measure is its cause; one that
/// may lie before or after it, by its dates, only where none surely lies before.
/// Where several kin fit the words, each is given, the less likely with less
/// probability.
///
/// # Shape
///
/// `ties`: between places in `members`, in any direction; ties of others are
/// passed over. One measure may have several causes, one cause many measures.
///
/// # Units
///
/// Whole days.
///
/// # Source
///
/// `data/kin/cases.toml`
///
/// # Example
///
/// ```
/// use chrono::NaiveDate;
/// use synodik_family::{
///     CaseGround, FamilyEvent, FamilyMember, Tie, TieGround, cases_of_family, kinship_of_term,
/// };
/// use synodik_model::{EventKind, Sex};
/// let event = |kind, [year, month, day]: [u32; 3], words: &str| {
///     let day = NaiveDate::from_ymd_opt(year as i32, month, day).expect("a day");
///     FamilyEvent {
///         record_id: "r".to_owned(), kind, days: Some((day, day)), words: words.to_owned(),
///         household_of: None, provisions: Vec::new(),
///     }
/// };
/// let husband = FamilyMember {
///     sex: Some(Sex::Male),
///     events: vec![event(EventKind::Execution, [1937, 11, 2], "ВМН")],
/// };
/// let wife = FamilyMember {
///     sex: Some(Sex::Female),
///     events: vec![event(EventKind::Sentence, [1938, 1, 11], "как ЧСИР, 8 лет ИТЛ")],
/// };
/// let married = Tie {
///     first: 0, second: 1, kinship: kinship_of_term("wife").expect("a term"),
///     ground: TieGround::Stated, p_tie: 0.99, evidence: Vec::new(),
/// };
/// let cases = cases_of_family(&[husband, wife], &[married]);
/// let case = &cases.punished[0];
/// assert_eq!((case.person, case.because_of, case.days_between), (1, 0, Some((70, 70))));
/// assert_eq!((case.ground, case.words.as_deref()), (CaseGround::Stated, Some("ЧСИР")));
/// ```
pub fn cases_of_family(members: &[FamilyMember], ties: &[Tie]) -> FamilyCases {
    let mut cases = FamilyCases::default();
    for (person, member) in members.iter().enumerate() {
        let kin = kin_of(person, members, ties);
        for (event_idx, event) in member.events.iter().enumerate() {
            if RULES.is_consequence(event.kind) {
                let measure = MeasureOf { members, person, event_idx, event };
                measure.find_causes(&kin, &mut cases);
            }
        }
    }
    cases
}

/// Returns whether the words on a measure say that it was for kin: «как ЧСИР».
///
/// # Source
///
/// `data/kin/cases.toml`
///
/// # Example
///
/// ```
/// use synodik_family::states_kin_cause;
/// assert!(states_kin_cause("ОСО при НКВД, как ЧСИР"));
/// assert!(!states_kin_cause("ст. 58-10"));
/// ```
pub fn states_kin_cause(words: &str) -> bool {
    RULES.stated_cause(words).is_some()
}

/// Somebody tied to the one punished.
struct Kin {
    member: usize,
    /// What they are to the one punished, without sex.
    any_term: &'static str,
    /// What the one punished is to them.
    relation: Kinship,
    p_tie: f64,
}

/// Everybody tied to a member, each once by the surest tie.
fn kin_of(person: usize, members: &[FamilyMember], ties: &[Tie]) -> Vec<Kin> {
    let sex_of = |idx: usize| members.get(idx).and_then(|member| member.sex);
    let mut kin: Vec<Kin> = Vec::new();
    for tie in ties {
        let (member, to_person, relation) = if tie.second == person {
            (tie.first, inverse(&tie.kinship, sex_of(tie.first)), tie.kinship.clone())
        } else if tie.first == person {
            (tie.second, tie.kinship.clone(), inverse(&tie.kinship, sex_of(person)))
        } else {
            continue;
        };
        if member == person || member >= members.len() {
            continue;
        }
        let Some(any_term) = without_sex(&to_person).term else { continue };
        kin.push(Kin { member, any_term, relation, p_tie: tie.p_tie });
    }
    kin.sort_by(|a, b| {
        let surest = b.p_tie.total_cmp(&a.p_tie);
        a.member.cmp(&b.member).then(surest).then(a.any_term.cmp(b.any_term))
    });
    kin.dedup_by_key(|kin| kin.member);
    kin
}

fn without_sex(kinship: &Kinship) -> Kinship {
    kinship_of(kinship.steps.iter().map(|step| KinStep { sex: None, ..*step }).collect())
}

/// An event of somebody that may be the cause.
struct Cause {
    event_idx: Option<usize>,
    days_between: Option<(i64, i64)>,
    /// How likely it is by time and circumstances alone.
    p_cause: f64,
}

/// One measure whose cause is looked for.
struct MeasureOf<'f> {
    members: &'f [FamilyMember],
    person: usize,
    event_idx: usize,
    event: &'f FamilyEvent,
}

impl MeasureOf<'_> {
    fn find_causes(&self, kin: &[Kin], cases: &mut FamilyCases) {
        let first_idx = cases.punished.len();
        if let Some(head) = self.event.household_of.filter(|&head| head != self.person) {
            cases.punished.extend(self.with_household(head, kin));
        } else if let Some((stated, words)) = self.stated_cause() {
            self.add_stated(stated, &words, kin, cases);
        } else {
            cases.punished.extend(kin.iter().filter_map(|kin| self.inferred(kin)));
        }
        let found = &mut cases.punished[first_idx..];
        found.sort_by(|a, b| {
            b.p_because.total_cmp(&a.p_because).then(a.because_of.cmp(&b.because_of))
        });
    }

    /// What the record says of the cause, at this event or at another of the same case.
    fn stated_cause(&self) -> Option<(&'static StatedCause, String)> {
        let rules: &'static CaseRules = &RULES;
        let events = &self.members[self.person].events;
        let same_case = events.iter().filter(|other| {
            other.record_id == self.event.record_id
                && rules.is_consequence(other.kind)
                && lag_days(other.days, self.event.days)
                    .is_none_or(|(least, _)| least.abs() <= rules.numbers.same_case_days)
        });
        let found = std::iter::once(self.event)
            .chain(same_case)
            .find_map(|event| rules.stated_cause(&event.words))?;
        Some((found.0, found.1.to_owned()))
    }

    fn with_household(&self, head: usize, kin: &[Kin]) -> Option<PunishedBecause> {
        self.members.get(head)?;
        let tie = kin.iter().find(|kin| kin.member == head);
        let numbers = &RULES.numbers;
        let cause = self.cause_in(head, numbers.half_life_stated_days, |_| true);
        let is_dated = |cause: &Cause| cause.days_between.is_some();
        let cause = cause.filter(|cause| is_dated(cause) || cause.event_idx.is_some());
        Some(PunishedBecause {
            person: self.person,
            because_of: head,
            event: self.event_idx,
            cause_event: cause.as_ref().and_then(|cause| cause.event_idx),
            provision: self.provision_for(tie).map(|(id, _)| id),
            days_between: cause.and_then(|cause| cause.days_between),
            relation: tie.map(|kin| kin.relation.clone()),
            ground: CaseGround::Stated,
            p_because: numbers.p_household,
            words: Some(self.event.words.clone()).filter(|words| !words.is_empty()),
        })
    }

    fn add_stated(&self, stated: &StatedCause, words: &str, kin: &[Kin], cases: &mut FamilyCases) {
        let numbers = &RULES.numbers;
        let allowed = kin
            .iter()
            .filter(|kin| stated.allows(kin.any_term, self.members[kin.member].sex))
            .filter_map(|kin| {
                let is_other = |cause: &FamilyEvent| !is_same_measure(cause, self.event);
                let cause = self.cause_in(kin.member, numbers.half_life_stated_days, is_other);
                let cause = cause.unwrap_or(Cause {
                    event_idx: None,
                    days_between: None,
                    p_cause: numbers.p_no_cause_event,
                });
                let weight = RULES.weight_of(kin.any_term) * cause.p_cause;
                (weight > 0.0).then_some((kin, cause, weight))
            });
        let found: Vec<(&Kin, Cause, f64)> = allowed.collect();
        let most = found.iter().map(|(kin, _, weight)| kin.p_tie * weight).fold(0.0, f64::max);
        let n_before = cases.punished.len();
        for (kin, cause, weight) in found {
            // The likeliest is as sure as its tie; the others in proportion to it.
            let p_because = numbers.p_stated * kin.p_tie * (kin.p_tie * weight / most);
            let p_because = match cause.event_idx {
                Some(_) => p_because,
                None => p_because * numbers.p_no_cause_event,
            };
            if p_because < numbers.min_p {
                continue;
            }
            cases.punished.push(PunishedBecause {
                person: self.person,
                because_of: kin.member,
                event: self.event_idx,
                cause_event: cause.event_idx,
                provision: self.provision_for(Some(kin)).map(|(id, _)| id),
                days_between: cause.days_between,
                relation: Some(kin.relation.clone()),
                ground: CaseGround::Stated,
                p_because,
                words: Some(words.to_owned()),
            });
        }
        if cases.punished.len() == n_before {
            cases.unknown.push(UnknownCause {
                person: self.person,
                event: self.event_idx,
                words: words.to_owned(),
            });
        }
    }

    fn inferred(&self, kin: &Kin) -> Option<PunishedBecause> {
        let numbers = &RULES.numbers;
        let provision = self.provision_for(Some(kin));
        let p_rule = match &provision {
            Some((_, true)) => numbers.p_provision_named,
            Some((_, false)) => numbers.p_provision_consistent,
            None => numbers.p_order,
        };
        let may_be = |cause: &FamilyEvent| {
            !is_same_measure(cause, self.event) && !self.had_begun_before(cause.days)
        };
        let cause = self.cause_in(kin.member, numbers.half_life_inferred_days, may_be)?;
        match cause.days_between {
            // Events of one day say nothing of which came first.
            Some((_, most)) if most <= 0 => return None,
            Some((least, _)) if least > numbers.max_inferred_days => return None,
            None if provision.is_none() => return None,
            _ => {}
        }
        let own_ground =
            if RULES.has_own_ground(&self.event.words) { numbers.p_own_ground } else { 1.0 };
        let weight = RULES.weight_of(kin.any_term);
        let p_because = p_rule * kin.p_tie * weight * cause.p_cause * own_ground;
        (p_because >= numbers.min_p).then(|| PunishedBecause {
            person: self.person,
            because_of: kin.member,
            event: self.event_idx,
            cause_event: cause.event_idx,
            provision: provision.map(|(id, _)| id),
            days_between: cause.days_between,
            relation: Some(kin.relation.clone()),
            ground: CaseGround::Inferred,
            p_because,
            words: None,
        })
    }

    /// Whether the case to which the measure belongs had surely begun before these days.
    fn had_begun_before(&self, days: Option<(NaiveDate, NaiveDate)>) -> bool {
        let events = &self.members[self.person].events;
        events.iter().any(|step| {
            step.record_id == self.event.record_id
                && RULES.leads_to(step.kind, self.event.kind)
                && lag_days(step.days, days).is_some_and(|(least, _)| least > 0)
                && lag_days(step.days, self.event.days)
                    .is_some_and(|(least, _)| least <= RULES.numbers.same_case_days)
        })
    }

    /// The likeliest provision on kin of this relation, and whether the record names it.
    fn provision_for(&self, kin: Option<&Kin>) -> Option<(String, bool)> {
        let term = kin.and_then(|kin| kin.relation.term).unwrap_or_default();
        let found = self
            .event
            .provisions
            .iter()
            .find(|provision| RULES.concerns(term, &provision.relations))?;
        Some((found.provision_id.clone(), found.is_named))
    }

    /// The gravest event of a member that may lie before the measure.
    ///
    /// `may_be`: which events are thought of; the very event that a record says of head and
    /// household counts for these only.
    fn cause_in(
        &self,
        member: usize,
        half_life_days: f64,
        may_be: impl Fn(&FamilyEvent) -> bool,
    ) -> Option<Cause> {
        let numbers = &RULES.numbers;
        let causes = self.members[member].events.iter().enumerate().filter_map(|(idx, cause)| {
            let rank = RULES.cause_rank(cause.kind)?;
            let lag = lag_days(cause.days, self.event.days);
            if lag.is_some_and(|(_, most)| most < -numbers.slack_days) {
                return None;
            }
            if !may_be(cause) {
                return None;
            }
            let p_time = match lag {
                Some(lag) => p_before(lag) * 0.5_f64.powf(lag.0.max(0) as f64 / half_life_days),
                None => numbers.p_undated,
            };
            let is_for_kin = cause.household_of.is_some_and(|head| head != member)
                || RULES.stated_cause(&cause.words).is_some();
            let p_own = if is_for_kin { numbers.p_cause_is_kin_too } else { 1.0 };
            let cause = Cause { event_idx: Some(idx), days_between: lag, p_cause: p_time * p_own };
            // A husband's arrest led to that of his wife, not the sentence that came after both.
            let may_be_later = lag.is_some_and(|(least, _)| least < -numbers.slack_days);
            Some(((lag.is_none(), may_be_later, rank, idx), cause))
        });
        causes.min_by_key(|(order, _)| *order).map(|(_, cause)| cause)
    }
}

/// Both in one record, of one kind and day: the record says it of both together.
fn is_same_measure(cause: &FamilyEvent, event: &FamilyEvent) -> bool {
    cause.kind == event.kind && cause.days == event.days && cause.record_id == event.record_id
}

/// Days from one event to another, at least and at most.
fn lag_days(
    cause: Option<(NaiveDate, NaiveDate)>,
    event: Option<(NaiveDate, NaiveDate)>,
) -> Option<(i64, i64)> {
    let (cause, event) = (cause?, event?);
    Some(((event.0 - cause.1).num_days(), (event.1 - cause.0).num_days()))
}

/// How likely the cause lay before the measure, every day between these being as likely.
fn p_before((least, most): (i64, i64)) -> f64 {
    let slack_days = RULES.numbers.slack_days;
    if least >= -slack_days {
        return 1.0;
    }
    (most + slack_days + 1).max(0) as f64 / (most - least + 1) as f64
}

#[cfg(test)]
mod tests;
