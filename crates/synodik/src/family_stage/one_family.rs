//! The members of one family and the ties between them.

use super::families::Family;
use super::inference::{FoundKin, kin_within};
use super::kin_person::birth_years_of;
use super::persons::ArchivePersons;
use super::reading::{Household, ReadArchive};
use std::collections::BTreeMap;
use synodik_family::{
    Contradiction, CutReason, CutTie, KinPerson, Tie, TieEvidence, TieGround, find_contradictions,
    merge_ties, settle_ties, ties_of_mentions,
};
use synodik_model::{DateSpan, DateStatement, HeadCount, Mention, MentionRole, Sex};

/// Where a mention is kept: household and place in it.
pub(super) type MentionIdx = (u32, u32);

/// One member: a person, or several human beings named together.
#[derive(Debug, Clone)]
pub(super) struct FamilyMember {
    /// The person; none for several named together.
    pub(super) person: Option<u32>,
    /// Mentions in households, ascending.
    pub(super) mentions: Vec<MentionIdx>,
    /// What is known of them from all of these, for checks of age and sex.
    pub(super) known: Mention,
}

/// The ties of a family; members are numbered by their place.
#[derive(Debug, Clone)]
pub(super) struct FamilyTies {
    pub(super) members: Vec<FamilyMember>,
    /// Those that can hold together.
    pub(super) ties: Vec<Tie>,
    /// Those put aside for stronger ones, with the reason.
    pub(super) cut: Vec<CutTie>,
    /// What speaks for ties that no record states, by first and second.
    features: BTreeMap<(usize, usize), Vec<(String, f32)>>,
    /// Of those in `ties`.
    pub(super) contradictions: Vec<Contradiction>,
    /// The mention of whose words a piece of evidence is, by record, first byte and end.
    by_words: BTreeMap<(String, usize, usize), MentionIdx>,
}

/// Puts together what households say of a family.
///
/// `inferred`: kin of whom no record says it, of the whole archive.
pub(super) fn ties_of_family(
    archive: &ReadArchive,
    persons: &ArchivePersons,
    family: &Family,
    inferred: &[FoundKin],
    records_of: &dyn Fn(u32) -> Vec<u32>,
) -> FamilyTies {
    let mut numbers = MemberNumbers::of(archive, persons, family);
    let mut ties = Vec::new();
    let mut by_words = BTreeMap::new();
    for &household_idx in &family.households {
        let household = &archive.households[household_idx as usize];
        for mention_idx in 0..household.mentions.len() {
            let key = words_key(archive, household, mention_idx);
            by_words.insert(key, (household_idx, mention_idx as u32));
        }
        for tie in ties_of_mentions("", &household.mentions) {
            ties.extend(numbers.number_tie(tie, (household_idx, household), archive, persons));
        }
    }
    let mut members = std::mem::take(&mut numbers.members);
    for member in &mut members {
        fill_from_records(archive, member, records_of);
    }
    let sex_of = |number: usize| sex_of_member(&members[number]);
    let mut ties = merge_ties(&ties, &sex_of);
    let kin: Vec<&FoundKin> = kin_within(inferred, &family.persons);
    let (found, features) = inferred_ties(archive, &numbers.of_person, &kin);
    let found = merge_ties(&found, &sex_of);
    let has_tie = |tie: &Tie| {
        let pair = (tie.first, tie.second);
        ties.binary_search_by_key(&pair, |known| (known.first, known.second)).is_ok()
    };
    // What a record states of two people leaves nothing to infer.
    let found: Vec<Tie> = found.into_iter().filter(|tie| !has_tie(tie)).collect();
    ties.extend(found);
    ties.sort_by_key(|tie| (tie.first, tie.second, tie.ground));
    let (ties, cut) = settle_members(archive, &members, &ties, records_of);
    let known: Vec<Mention> = members.iter().map(|member| member.known.clone()).collect();
    let contradictions = find_contradictions(&known, &ties);
    FamilyTies { members, ties, cut, features, contradictions, by_words }
}

/// What speaks for ties, by first and second.
type Features = BTreeMap<(usize, usize), Vec<(String, f32)>>;

/// The inferred kin of a family as ties between its members, with what speaks for each.
fn inferred_ties(
    archive: &ReadArchive,
    of_person: &BTreeMap<u32, usize>,
    kin: &[&FoundKin],
) -> (Vec<Tie>, Features) {
    let (mut ties, mut features) = (Vec::new(), Features::new());
    for found in kin {
        let (a, b) = found.persons;
        let (Some(&first), Some(&second)) = (of_person.get(&a), of_person.get(&b)) else {
            continue;
        };
        let evidence = found.records.map(|record| TieEvidence {
            record_id: archive.records[record as usize].record_id.clone(),
            span: 0..0,
            words: String::new(),
        });
        ties.push(Tie {
            first,
            second,
            kinship: found.kinship.clone(),
            ground: TieGround::Inferred,
            p_tie: found.p,
            evidence: evidence.to_vec(),
        });
        features.insert((first.min(second), first.max(second)), found.features.clone());
    }
    (ties, features)
}

/// Parts the ties that can hold together from those that stronger ones forbid.
///
/// What a record states of two people and a year or a sex of another speaks against stays: it is
/// shown as a contradiction, for the year may be the mistake.
fn settle_members(
    archive: &ReadArchive,
    members: &[FamilyMember],
    ties: &[Tie],
    records_of: &dyn Fn(u32) -> Vec<u32>,
) -> (Vec<Tie>, Vec<CutTie>) {
    let persons: Vec<KinPerson> =
        members.iter().map(|member| person_to_settle(archive, member, records_of)).collect();
    let mut settled = settle_ties(&persons, ties);
    let (kept, cut): (Vec<CutTie>, Vec<CutTie>) = settled.cut.into_iter().partition(|cut| {
        let is_of_years =
            matches!(cut.reason, CutReason::Birth | CutReason::Death | CutReason::Sex);
        is_of_years && cut.tie.ground == TieGround::Stated
    });
    settled.ties.extend(kept.into_iter().map(|cut| cut.tie));
    settled.ties.sort_by_key(|tie| (tie.first, tie.second, tie.ground));
    (settled.ties, cut)
}

fn person_to_settle(
    archive: &ReadArchive,
    member: &FamilyMember,
    records_of: &dyn Fn(u32) -> Vec<u32>,
) -> KinPerson {
    let records = member.person.map(records_of).unwrap_or_default();
    let deaths = records.iter().filter_map(|record| {
        archive.records[*record as usize].kin.as_ref().and_then(|kin| kin.death_years)
    });
    KinPerson {
        sex: sex_of_member(member),
        birth_years: birth_years_of(&member.known),
        death_years: deaths.min(),
        ..KinPerson::default()
    }
}

pub(super) fn sex_of_member(member: &FamilyMember) -> Option<Sex> {
    member.known.sex.map(|(sex, _)| sex)
}

impl FamilyTies {
    /// Returns the mention whose words a piece of evidence gives.
    pub(super) fn mention_of(&self, evidence: &synodik_family::TieEvidence) -> Option<MentionIdx> {
        let key = (evidence.record_id.clone(), evidence.span.start, evidence.span.end);
        self.by_words.get(&key).copied()
    }

    /// Returns what speaks for a tie that no record states.
    pub(super) fn features_of(&self, tie: &Tie) -> Option<&[(String, f32)]> {
        let features = self.features.get(&(tie.first, tie.second))?;
        (tie.ground == TieGround::Inferred).then_some(features.as_slice())
    }

    /// Returns whether a tie disagrees with another or with the years of birth.
    pub(super) fn contradicts(&self, tie_idx: usize) -> bool {
        self.contradictions.iter().any(|found| match *found {
            Contradiction::Disagree(a, b) => a == tie_idx || b == tie_idx,
            Contradiction::Age(a) => a == tie_idx,
        })
    }
}

fn words_key(
    archive: &ReadArchive,
    household: &Household,
    mention_idx: usize,
) -> (String, usize, usize) {
    let span = household.mentions[mention_idx].span.clone();
    (record_id_of(archive, household, mention_idx), span.start, span.end)
}

fn record_id_of(archive: &ReadArchive, household: &Household, mention_idx: usize) -> String {
    archive.records[household.places[mention_idx].record as usize].record_id.clone()
}

/// Numbers the members of a family: persons first, then those named together.
struct MemberNumbers {
    members: Vec<FamilyMember>,
    of_person: BTreeMap<u32, usize>,
    of_group: BTreeMap<MentionIdx, usize>,
}

impl MemberNumbers {
    fn of(archive: &ReadArchive, persons: &ArchivePersons, family: &Family) -> MemberNumbers {
        let nobody = || Mention::empty(MentionRole::Member, "", 0..0);
        let members = family.persons.iter();
        let members: Vec<FamilyMember> = members
            .map(|&person| FamilyMember {
                person: Some(person),
                mentions: Vec::new(),
                known: nobody(),
            })
            .collect();
        let of_person = family.persons.iter().zip(0..).map(|(&person, number)| (person, number));
        let mut numbers =
            MemberNumbers { members, of_person: of_person.collect(), of_group: BTreeMap::new() };
        for &household_idx in &family.households {
            let household = &archive.households[household_idx as usize];
            let links = &persons.of_mention[household_idx as usize];
            for (mention_idx, mention) in household.mentions.iter().enumerate() {
                let at = (household_idx, mention_idx as u32);
                let number = match links[mention_idx] {
                    Some(link) => numbers.of_person.get(&link.person).copied(),
                    None => numbers.number_group(mention, at, links),
                };
                let Some(number) = number else { continue };
                let member = &mut numbers.members[number];
                member.mentions.push(at);
                learn(&mut member.known, mention);
            }
        }
        numbers
    }

    /// Several named together are a member where one of the family is their kin.
    fn number_group(
        &mut self,
        mention: &Mention,
        at: MentionIdx,
        links: &[Option<super::persons::PersonLink>],
    ) -> Option<usize> {
        let relative = links.get(mention.relative_to).copied().flatten()?;
        let is_kin = mention.count != HeadCount::One && mention.kinship.is_some();
        if !is_kin || !self.of_person.contains_key(&relative.person) {
            return None;
        }
        let number = self.members.len();
        let known =
            Mention { count: mention.count, ..Mention::empty(MentionRole::Member, "", 0..0) };
        self.members.push(FamilyMember { person: None, mentions: Vec::new(), known });
        self.of_group.insert(at, number);
        Some(number)
    }

    /// Gives a tie the numbers of the family, and its evidence the records of its words.
    fn number_tie(
        &self,
        mut tie: Tie,
        (household_idx, household): (u32, &Household),
        archive: &ReadArchive,
        persons: &ArchivePersons,
    ) -> Option<Tie> {
        let [first, second] = [tie.first, tie.second];
        let links = &persons.of_mention[household_idx as usize];
        let number = |mention_idx: usize| match links.get(mention_idx)? {
            Some(link) => Some((self.of_person.get(&link.person).copied()?, link.p)),
            None => Some((self.of_group.get(&(household_idx, mention_idx as u32)).copied()?, 1.0)),
        };
        let ((first_number, p_first), (second_number, p_second)) =
            (number(first)?, number(second)?);
        if first_number == second_number {
            return None;
        }
        // What is stated stands with the words of the second, what follows with those of both.
        let of_evidence: &[usize] = match tie.ground {
            TieGround::Derived => &[first, second],
            TieGround::Stated | TieGround::Inferred => &[second],
        };
        for (evidence, &mention_idx) in tie.evidence.iter_mut().zip(of_evidence) {
            evidence.record_id = record_id_of(archive, household, mention_idx);
        }
        tie.first = first_number;
        tie.second = second_number;
        tie.p_tie *= f64::from(p_first * p_second);
        Some(tie)
    }
}

/// Adds what a mention says and is not yet known.
fn learn(known: &mut Mention, mention: &Mention) {
    known.sex = known.sex.or(mention.sex);
    if known.birth.is_none() {
        known.birth.clone_from(&mention.birth);
    }
    if known.age.is_none() {
        known.age.clone_from(&mention.age);
    }
    for (known, said) in [
        (&mut known.given, &mention.given),
        (&mut known.patronymic, &mention.patronymic),
        (&mut known.surname, &mention.surname),
        (&mut known.surname_stated, &mention.surname_stated),
    ] {
        if known.is_none() {
            known.clone_from(said);
        }
    }
}

/// Adds sex and year of birth from the member's own records.
fn fill_from_records(
    archive: &ReadArchive,
    member: &mut FamilyMember,
    records_of: &dyn Fn(u32) -> Vec<u32>,
) {
    for record in member.person.map(records_of).unwrap_or_default() {
        let keys = &archive.records[record as usize].keys;
        if member.known.sex.is_none() {
            member.known.sex = keys.sex.map(|sex| (sex, synodik_model::Ground::Name));
        }
        let (first, last) = keys.birth_years;
        if member.known.birth.is_none() && first == last && first != 0 {
            let year = DateSpan::year(i32::from(first));
            member.known.birth = year.map(DateStatement::plain);
        }
    }
}
