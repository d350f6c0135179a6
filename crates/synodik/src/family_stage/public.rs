//! What is public of a family.
//!
//! **Invariant:** it rests on records that are shown alone. Of a member who may be living no
//! more is said than that there is a relative; a tie that only a withheld record knows is not
//! there, and neither is a member whom only such ties connect.

use super::cases::{EventPlace, FamilyCase};
use super::facts::{RecordFacts, Told};
use super::families::{Family, PersonPlaces};
use super::fates::add_fates;
use super::inference::FoundKin;
use super::keys::birth_days;
use super::living::{term_of, term_without_sex};
use super::one_family::{FamilyMember, FamilyTies};
use super::persons::ArchivePersons;
use super::reading::ReadArchive;
use super::settings::FamilySettings;
use synodik_family::{Contradiction, Tie, TieGround};
use synodik_index::{
    MemberEvent, PublicCase, PublicFamily, PublicMember, PublicTie, PublicTieEvidence, PutAsideTie,
    ShownMember,
};
use synodik_model::{DateSpan, DateStatement, EventKind, HeadCount, Mention, Precision, Sex};

/// All that is known of the archive when families are made public.
pub(super) struct PublicContext<'a> {
    pub(super) archive: &'a ReadArchive,
    pub(super) persons: &'a ArchivePersons,
    pub(super) places: &'a PersonPlaces,
    /// For every household and mention whether it is shown.
    pub(super) shown_mentions: &'a [Vec<bool>],
    /// For every household and mention whether its words may be shown.
    pub(super) shown_words: &'a [Vec<bool>],
    /// For every record of a family what it says.
    pub(super) facts: &'a [Option<Box<RecordFacts>>],
    /// Persons and their records, sorted.
    pub(super) person_records: &'a [(u32, u32)],
    pub(super) settings: &'a FamilySettings,
    /// Kin of whom no record says it, by their persons.
    pub(super) inferred: &'a [FoundKin],
}

/// What the public sees of the ties and cases of a family, by their places.
#[derive(Debug, Default)]
pub(super) struct ShownFamily {
    /// The family; `None` when nobody of it is shown.
    pub(super) family: Option<PublicFamily>,
    /// For every tie its public form, also where the page has no room for it.
    pub(super) ties: Vec<Option<PublicTie>>,
    /// The same for every tie that was put aside.
    pub(super) cut: Vec<Option<PublicTie>>,
    /// For every member whether it is part of what is public.
    pub(super) is_kept: Vec<bool>,
}

impl ShownFamily {
    /// Returns whether a tie of these two is public.
    pub(super) fn has_tie(&self, a: usize, b: usize) -> bool {
        let mut ties = self.ties.iter().flatten();
        ties.any(|tie| [tie.first, tie.second] == [a, b] || [tie.first, tie.second] == [b, a])
    }
}

/// What a member is in public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Shown,
    Unnamed,
    Living,
}

impl PublicContext<'_> {
    /// Returns the records of a person.
    pub(super) fn records_of(&self, person: u32) -> impl Iterator<Item = u32> + '_ {
        super::records_of(self.person_records, person)
    }

    fn shown_as(&self, member: &FamilyMember) -> Option<&str> {
        self.places.shown_as[member.person? as usize].as_deref()
    }

    fn standing(&self, member: &FamilyMember) -> Standing {
        if self.shown_as(member).is_some() {
            return Standing::Shown;
        }
        let has_record =
            member.person.is_some_and(|person| self.records_of(person).next().is_some());
        let is_described = |mention: &Mention| {
            mention.is_named() || mention.birth.is_some() || mention.age.is_some()
        };
        if has_record || is_described(&member.known) { Standing::Living } else { Standing::Unnamed }
    }

    /// Returns what the public sees of a family.
    pub(super) fn show_family(
        &self,
        family: &Family,
        found: &FamilyTies,
        cases: &[FamilyCase],
    ) -> ShownFamily {
        let standings: Vec<Standing> =
            found.members.iter().map(|member| self.standing(member)).collect();
        let ties: Vec<Option<PublicTie>> =
            found.ties.iter().map(|tie| self.show_tie(tie, found, &standings)).collect();
        let cut: Vec<Option<PublicTie>> =
            found.cut.iter().map(|cut| self.show_tie(&cut.tie, found, &standings)).collect();
        let mut is_kept = vec![false; found.members.len()];
        for tie in ties.iter().chain(&cut).flatten() {
            is_kept[tie.first] = true;
            is_kept[tie.second] = true;
        }
        let mut shown = ShownFamily { family: None, ties, cut, is_kept };
        let kept: Vec<usize> =
            (0..found.members.len()).filter(|number| shown.is_kept[*number]).collect();
        if kept.len() < 2 {
            return shown;
        }
        let n_left_out = kept.len().saturating_sub(self.settings.max_members_shown);
        let on_page = &kept[..kept.len() - n_left_out];
        let number_of = |member: usize| on_page.binary_search(&member).ok();
        let members = on_page
            .iter()
            .map(|&member| self.show_member(family, &found.members[member], standings[member]));
        let members = members.collect();
        let mut places: Vec<Option<usize>> = Vec::new();
        let mut page_ties: Vec<PublicTie> = Vec::new();
        for tie in &shown.ties {
            let numbers =
                tie.as_ref().and_then(|tie| Some((number_of(tie.first)?, number_of(tie.second)?)));
            places.push(numbers.map(|_| page_ties.len()));
            if let (Some((first, second)), Some(tie)) = (numbers, tie) {
                page_ties.push(PublicTie { first, second, ..tie.clone() });
            }
        }
        let contradictions = found.contradictions.iter().filter_map(|found| match *found {
            Contradiction::Disagree(a, b) => Some((places[a]?, places[b]?)),
            Contradiction::Age(a) => Some((places[a]?, places[a]?)),
        });
        let put_aside = shown.cut.iter().zip(&found.cut).filter_map(|(tie, cut)| {
            let tie = tie.as_ref()?;
            let (first, second) = (number_of(tie.first)?, number_of(tie.second)?);
            let tie = PublicTie { first, second, ..tie.clone() };
            Some(PutAsideTie { tie, reason: cut.reason.name().to_owned() })
        });
        let put_aside = put_aside.collect();
        let cases =
            cases.iter().filter_map(|case| self.show_case(case, &shown, &standings, &number_of));
        shown.family = Some(PublicFamily {
            family_id: family.family_id.clone(),
            members,
            ties: page_ties,
            cases: cases.collect(),
            contradictions: contradictions.collect(),
            put_aside,
            n_left_out,
        });
        shown
    }

    /// A tie as the public sees it: on evidence of records that are shown.
    fn show_tie(&self, tie: &Tie, found: &FamilyTies, standings: &[Standing]) -> Option<PublicTie> {
        let both = [standings[tie.first], standings[tie.second]];
        let is_open = both == [Standing::Shown, Standing::Shown];
        // What names and ages tell of somebody who may be living is theirs.
        if !both.contains(&Standing::Shown) || (!is_open && tie.ground == TieGround::Inferred) {
            return None;
        }
        let evidence: Vec<PublicTieEvidence> = match found.features_of(tie) {
            Some(features) => self.compared_records(tie, features),
            None => self.stated_words(tie, found, is_open),
        };
        // What follows from two statements is public where both are.
        let is_whole = evidence.len() == tie.evidence.len();
        if evidence.is_empty() || (tie.ground == TieGround::Derived && !is_whole) {
            return None;
        }
        let relation = match is_open {
            true => term_of(&tie.kinship),
            false => term_without_sex(&tie.kinship).to_owned(),
        };
        Some(PublicTie {
            first: tie.first,
            second: tie.second,
            relation,
            ground: ground_name(tie.ground).to_owned(),
            p: tie.p_tie as f32,
            evidence,
        })
    }

    /// The records compared for a tie that none of them states; what was found stands with the first.
    fn compared_records(&self, tie: &Tie, features: &[(String, f32)]) -> Vec<PublicTieEvidence> {
        let compared = tie.evidence.iter().enumerate();
        compared
            .map(|(idx, evidence)| PublicTieEvidence {
                record_id: evidence.record_id.clone(),
                words: None,
                features: if idx == 0 { features.to_vec() } else { Vec::new() },
            })
            .collect()
    }

    /// The records that state a tie, those that are shown.
    fn stated_words(&self, tie: &Tie, found: &FamilyTies, is_open: bool) -> Vec<PublicTieEvidence> {
        tie.evidence
            .iter()
            .filter_map(|evidence| {
                let (household, mention) = found.mention_of(evidence)?;
                let place = self.archive.households[household as usize].places[mention as usize];
                let record = &self.archive.records[place.record as usize];
                let may_show = self.shown_words[household as usize][mention as usize];
                record.is_shown.then(|| PublicTieEvidence {
                    record_id: record.record_id.clone(),
                    words: (is_open && may_show).then(|| evidence.words.clone()),
                    features: Vec::new(),
                })
            })
            .collect()
    }

    fn show_member(
        &self,
        family: &Family,
        member: &FamilyMember,
        standing: Standing,
    ) -> PublicMember {
        match standing {
            Standing::Living => PublicMember::Living,
            Standing::Unnamed => PublicMember::Unnamed {
                count: match member.known.count {
                    HeadCount::One => Some(1),
                    HeadCount::Stated(count) => Some(u32::from(count)),
                    HeadCount::Several => None,
                },
            },
            Standing::Shown => PublicMember::Shown(Box::new(self.show_person(family, member))),
        }
    }

    fn show_person(&self, family: &Family, member: &FamilyMember) -> ShownMember {
        let person = member.person.unwrap_or_default();
        let mut shown = ShownMember {
            person_id: self.shown_as(member).unwrap_or(&family.family_id).to_owned(),
            ..ShownMember::default()
        };
        let mut sex = None;
        for record in self.records_of(person) {
            let kept = &self.archive.records[record as usize];
            let facts = self.facts[record as usize].as_deref();
            let shown_as = self.persons.shown_as[record as usize].as_ref();
            // Records that only a withheld one holds together are of two persons in public.
            let own = shown_as.filter(|(person_id, _)| *person_id == shown.person_id);
            let (Some(facts), Some((_, p))) = (facts, own) else { continue };
            if shown.name.is_empty() {
                shown.name = facts.shown_name.clone().unwrap_or_default();
            }
            sex = sex.or(facts.sex);
            shown.birth_edtf = shown.birth_edtf.or_else(|| facts.birth_edtf.clone());
            shown.records.push((kept.record_id.clone(), *p));
            let events = facts.events.iter().filter(|event| event.kind != EventKind::Kin);
            shown.events.extend(events.map(|event| event.to_shown(&kept.record_id)));
            add_fates(&mut shown, facts, 0, &kept.record_id);
        }
        for &(household, mention_idx) in &member.mentions {
            if self.shown_mentions[household as usize][mention_idx as usize] {
                self.add_mention((household, mention_idx), &mut shown, &mut sex);
            }
        }
        shown.sex = sex.map(|sex| if sex == Sex::Male { 'm' } else { 'f' });
        let is_death =
            |event: &&MemberEvent| ["execution", "death", "burial"].contains(&event.kind.as_str());
        shown.death_edtf = shown.events.iter().filter(is_death).find_map(|e| e.date_edtf.clone());
        shown.events.sort_by(|a, b| {
            let undated = |event: &MemberEvent| event.date_edtf.is_none();
            (undated(a), &a.date_edtf).cmp(&(undated(b), &b.date_edtf))
        });
        shown
    }

    /// Adds what a shown mention in another's entry says.
    fn add_mention(
        &self,
        (household_idx, mention_idx): (u32, u32),
        shown: &mut ShownMember,
        sex: &mut Option<Sex>,
    ) {
        let household = &self.archive.households[household_idx as usize];
        let mention = &household.mentions[mention_idx as usize];
        let place = household.places[mention_idx as usize];
        if sex.is_none() {
            *sex = mention.sex.map(|(sex, _)| sex);
        }
        if place.number == 0 {
            return;
        }
        let record = &self.archive.records[place.record as usize];
        if shown.name.is_empty() {
            shown.name = name_of(mention);
            shown.is_surname_inherited =
                mention.surname_stated.is_none() && mention.surname.is_some();
        }
        shown.birth_edtf = shown.birth_edtf.take().or_else(|| birth_edtf(mention));
        let may_show = self.shown_words[household_idx as usize][mention_idx as usize];
        let words = may_show.then(|| mention.words.clone());
        shown.named_in.push((record.record_id.clone(), words));
        if household.is_list
            && let Some(facts) = &self.facts[place.record as usize]
        {
            let moves = facts.events.iter().filter(|event| super::cases::is_move(event.kind));
            shown.events.extend(moves.map(|event| event.to_shown(&record.record_id)));
        }
        if let Some(facts) = self.facts[place.record as usize].as_ref().filter(|_| record.is_shown)
        {
            add_fates(shown, facts, place.number, &record.record_id);
        }
    }

    /// A case as the public sees it; `None` where only a withheld record tells of it.
    ///
    /// Who is not shown stays a placeholder: a household's exile is told of all who were in it,
    /// without words or provisions, which may tell sex and age.
    fn show_case(
        &self,
        case: &FamilyCase,
        shown: &ShownFamily,
        standings: &[Standing],
        number_of: &dyn Fn(usize) -> Option<usize>,
    ) -> Option<PublicCase> {
        if !self.is_case_shown(case, shown) {
            return None;
        }
        let is_shown = |member: usize| standings[member] == Standing::Shown;
        let is_open = is_shown(case.person) && case.because_of.is_none_or(is_shown);
        let because_of = match case.because_of {
            Some(other) => Some(number_of(other)?),
            None => None,
        };
        let event_of = |(record, told): EventPlace| {
            let facts = self.facts[record as usize].as_deref()?;
            let kept = &self.archive.records[record as usize];
            kept.is_shown.then(|| facts.event(told).to_shown(&kept.record_id))
        };
        // What an entry tells of somebody it mentions is public where that one is.
        if matches!(case.event.1, Told::OfMention(_)) && !is_shown(case.person) {
            return None;
        }
        let is_cause_open = case.because_of.is_some_and(is_shown);
        let cause = case.cause.filter(|_| is_cause_open).and_then(event_of);
        Some(PublicCase {
            person: number_of(case.person)?,
            because_of,
            event: match is_shown(case.person) {
                true => event_of(case.event)?,
                // Where to is told of those who are shown.
                false => MemberEvent { place: None, measure: None, ..event_of(case.event)? },
            },
            days_between: cause.as_ref().and(case.days_between),
            cause,
            provisions: if is_shown(case.person) { case.provisions.clone() } else { Vec::new() },
            ground: case.ground_name().to_owned(),
            p: case.p,
            words: case.words.clone().filter(|_| is_open),
        })
    }

    /// Returns whether a case rests on a record that is shown, and on a tie that is public.
    pub(super) fn is_case_shown(&self, case: &FamilyCase, shown: &ShownFamily) -> bool {
        let is_tied = case.because_of.is_none_or(|other| shown.has_tie(case.person, other));
        is_tied && self.archive.records[case.event.0 as usize].is_shown
    }

    /// Returns the id of a member in public.
    pub(super) fn public_id(&self, member: &FamilyMember) -> Option<&str> {
        self.shown_as(member)
    }
}

pub(super) fn ground_name(ground: TieGround) -> &'static str {
    match ground {
        TieGround::Stated => "stated",
        TieGround::Derived => "derived",
        TieGround::Inferred => "inferred",
    }
}

/// Surname, given name and patronymic, as far as they are known.
fn name_of(mention: &Mention) -> String {
    let parts = [&mention.surname, &mention.given, &mention.patronymic];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    parts.join(" ")
}

/// Days of birth by a stated birth, else the years that an age allows.
pub(super) fn birth_edtf(mention: &Mention) -> Option<String> {
    use chrono::Datelike;
    if let Some(birth) = &mention.birth {
        return Some(birth.to_edtf());
    }
    let (first, last) = birth_days(mention)?;
    let (first, last) = (first?.year(), last?.year());
    let span = match first == last {
        true => DateSpan::year(first),
        false => DateSpan::years(first, last, Precision::Interval),
    };
    span.map(|span| DateStatement::plain(span).to_edtf())
}
