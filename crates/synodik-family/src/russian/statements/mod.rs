//! Reads kin stated in running text: "ЧСИР: сын Гусева И. М.", "на иждивении сестры".
//!
//! A kin word says either what the subject is to somebody ("жена Рябова И. М.")
//! or what somebody is to the subject ("вместе с матерью Рябовой А. А."). Case,
//! the words around and the sex of the subject decide.

mod names;
mod repeated;

use super::age::Years;
use super::kin_phrase::{KinPhrase, read_kin_phrase};
use super::lexicon::LEXICON;
use super::name_case::is_genitive_name;
use super::name_run::{joint_tokens, read_name_run, set_declined_name};
use crate::bearer::{settle_sex, settle_surname};
use crate::kin_table::{inverse, kinship_of_term};
use crate::tokens::{Token, TokenKind, tokenise};
use repeated::{drop_repeated, repeated_cells};
use std::ops::Range;
use synodik_model::{AgeStatement, HeadCount, KinLink, Kinship, Mention, MentionRole, Sex};
use synodik_names::Case;

/// Reads the kin whom the text of an entry states.
///
/// # Shape
///
/// `subject`: the one the entry is about; becomes the first of the mentions.
/// Each other mention has the kinship that somebody has to the subject, named
/// or not; spans are bytes in `text` and take in kin word and name. A formula
/// such as ЧСИР gives a member of the family who is not named.
///
/// # Source
///
/// `data/kin/ru.toml`, `data/kin/relations.toml`
///
/// # Example
///
/// ```
/// use synodik_family::{head_mention, read_kin_statements};
/// let text = "Приговорён: обв.: ЧСИР: сын Гусева И.М. и Гусевой А.А.";
/// let mentions = read_kin_statements(text, head_mention("Гусев Фрол Ильич"));
/// let terms: Vec<_> =
///     mentions.iter().filter_map(|mention| mention.kinship.as_ref()?.term).collect();
/// assert_eq!(terms, ["father", "mother"]);
/// assert_eq!(mentions[2].surname_stated.as_deref(), Some("Гусева"));
/// assert_eq!(read_kin_statements("медицинская сестра", head_mention("Гусева А. И.")).len(), 1);
/// ```
pub fn read_kin_statements(text: &str, subject: Mention) -> Vec<Mention> {
    let tokens = tokenise(text);
    let starts = phrase_starts(&tokens, &repeated_cells(&tokens));
    if starts.is_empty() {
        return vec![subject];
    }
    let marked = || tokens.iter().find_map(|token| LEXICON.sex_mark(&token.small));
    let sex = subject.sex.map(|(sex, _)| sex).or_else(marked);
    let mut reader = Reader { text, tokens: &tokens, at: 0, sex, mentions: vec![subject] };
    for start in starts {
        while reader.at < start.end {
            reader.at = reader.at.max(start.start);
            reader.step();
        }
    }
    let mut mentions = reader.mentions;
    drop_repeated(&mut mentions);
    for member_idx in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(member_idx);
        let Some(member) = rest.first_mut() else { continue };
        settle_sex(member);
        if member.is_named() {
            settle_surname(member, &before[0]);
        }
    }
    mentions
}

/// The tokens at which a kin phrase or a formula may start: kin words, and the few tokens before each
/// that may belong to its phrase.
fn phrase_starts(tokens: &[Token], left_out: &[Range<usize>]) -> Vec<Range<usize>> {
    const N_BEFORE: usize = 8;
    let mut starts: Vec<Range<usize>> = Vec::new();
    let mut cell_start = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.is_sign("\t") {
            cell_start = at + 1;
        }
        if !is_kin_word(token) || left_out.iter().any(|cell| cell.contains(&at)) {
            continue;
        }
        // No phrase goes from cell to cell.
        let first = at.saturating_sub(N_BEFORE).max(cell_start);
        match starts.last_mut().filter(|last| last.end >= first && last.end > cell_start) {
            Some(last) => last.end = at + 1,
            None => starts.push(first..at + 1),
        }
    }
    starts
}

fn is_kin_word(token: &Token) -> bool {
    token.kind == TokenKind::Word && LEXICON.is_kin_word(&token.small)
}

/// Whose kin a kin word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    /// The subject is this to somebody.
    SubjectIsKin,
    /// Somebody is this to the subject.
    KinOfSubject,
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    at: usize,
    sex: Option<Sex>,
    mentions: Vec<Mention>,
}

impl<'t> Reader<'t> {
    fn step(&mut self) {
        let rest = &self.tokens[self.at..];
        let token = &rest[0];
        if LEXICON.is_kin_formula(&token.small) {
            return self.read_formula();
        }
        let phrase = read_kin_phrase(rest).filter(|phrase| self.is_statement(phrase));
        match phrase {
            Some(phrase) => self.take_phrase(&self.as_singular(phrase)),
            None => self.at += 1,
        }
    }

    /// Whether a capital opens a sentence, be it without a stop before it.
    fn opens_sentence(&self, start: usize, end: usize) -> bool {
        let Some(before) = start.checked_sub(1).map(|at| &self.tokens[at]) else { return true };
        if before.kind == TokenKind::Sign {
            return !["-", "(", ",", "«"].contains(&before.text);
        }
        let next = self.tokens.get(end);
        let is_small =
            next.is_some_and(|next| next.kind == TokenKind::Word && !next.is_capitalised());
        !before.is_capitalised() && is_small
    }

    /// Whether a kin word states kin here, and is no trap and no name.
    fn is_statement(&self, phrase: &KinPhrase) -> bool {
        const N_AROUND: usize = 3;
        let (start, end) = (self.at, self.at + phrase.n_tokens);
        // The text goes on with a capital only at the start of a sentence.
        if self.tokens[start].is_capitalised() && !self.opens_sentence(start, end) {
            return false;
        }
        if self.tokens[start].is_capitalised() && self.is_part_of_name(end) {
            return false;
        }
        let small = |tokens: &'t [Token<'t>]| -> Vec<&'t str> {
            tokens.iter().map(|token| &*token.small).collect()
        };
        let before = small(&self.tokens[start.saturating_sub(N_AROUND)..end - 1]);
        let behind = small(&self.tokens[end..(end + 2).min(self.tokens.len())]);
        let form = &self.tokens[end - 1].small;
        let second = form.split_once('-').map_or("", |(_, second)| second);
        let is_abbreviated = form == "муж"
            && self.tokens.get(end).is_some_and(|next| next.is_sign("."))
            && self.tokens.get(end + 1).is_some_and(|next| !next.is_capitalised());
        let is_household = phrase.kinship.steps.iter().any(|step| {
            matches!(step.link, KinLink::Servant | KinLink::Dependant | KinLink::Housemate)
        });
        !is_abbreviated
            && !is_household
            && !LEXICON.is_trap(form, &before, &behind)
            && !LEXICON.is_trap(form, &[], &[second])
    }

    /// Whether a kin word with a capital is a name before another: Сын Ирато.
    fn is_part_of_name(&self, end: usize) -> bool {
        let run = self.tokens.get(end..).and_then(read_name_run);
        run.is_some_and(|run| {
            run.words.len() == 1 && !self.is_name(&run, end, &[Case::Nominative, Case::Genitive])
        })
    }

    /// "Из письма жены" is one wife; "жены высланы" are several.
    fn as_singular(&self, phrase: KinPhrase) -> KinPhrase {
        let form = &self.tokens[self.at + phrase.n_tokens - 1].small;
        let next = self.tokens.get(self.at + phrase.n_tokens).map_or("", |next| &*next.small);
        let has_plural_verb = LEXICON.is_verb(next) && next.ends_with(['ы', 'и']);
        let genitive =
            LEXICON.forms(form).iter().find(|form| form.case == Case::Genitive && !form.is_several);
        match genitive {
            Some(form) if phrase.is_several && phrase.count.is_none() && !has_plural_verb => {
                KinPhrase {
                    is_several: false,
                    kinship: form.kinship.clone(),
                    cases: vec![Case::Genitive],
                    ..phrase
                }
            }
            _ => phrase,
        }
    }

    /// ЧСИР without a kin word behind it: the family of somebody not named.
    fn read_formula(&mut self) {
        let n_joint = joint_tokens(&self.tokens[self.at + 1..]);
        let next = self.at + 1 + n_joint;
        let is_explained =
            self.tokens.get(next..).is_some_and(|rest| read_kin_phrase(rest).is_some());
        if !is_explained {
            let span = self.tokens[self.at].span.clone();
            self.push_family(span);
        }
        self.at += 1;
    }

    fn push_family(&mut self, span: Range<usize>) {
        let mut mention = Mention::empty(MentionRole::Member, self.text, span);
        mention.relation_stated = Some(mention.words.clone());
        mention.kinship = kinship_of_term("family_member");
        self.mentions.push(mention);
    }

    fn take_phrase(&mut self, phrase: &KinPhrase) {
        let start = self.at;
        let end = start + phrase.n_tokens;
        self.at = end;
        let is_family = phrase.kinship.steps.iter().all(|step| step.link == KinLink::FamilyMember);
        if is_family {
            return self.take_family(start, end);
        }
        let direction = self.direction(phrase, start, end);
        let is_spouse = phrase.kinship.steps.iter().all(|step| step.link == KinLink::Spouse);
        if direction == Direction::KinOfSubject
            && is_spouse
            && self.sex.is_some()
            && self.sex == phrase.kinship.sex()
        {
            // A woman has no wife: somebody else's.
            return;
        }
        if direction == Direction::KinOfSubject && self.is_said_of_last(phrase, start, end) {
            return;
        }
        let (names, last) = self.read_names(phrase, direction, end);
        if names.is_empty() {
            let span = self.tokens[start].span.start..self.tokens[end - 1].span.end;
            let mention = self.mention_of(phrase, direction, span, start..end);
            self.mentions.push(mention);
            return;
        }
        for named in names {
            let first = if named.tokens.start == self.first_name_start(end) {
                start
            } else {
                named.tokens.start
            };
            let span = self.tokens[first].span.start..self.tokens[named.tokens.end - 1].span.end;
            let mut mention = self.mention_of(phrase, direction, span, start..end);
            mention.count = HeadCount::One;
            set_declined_name(&mut mention, &named.run, &named.cases);
            match named.years {
                Some(Years::Birth(birth)) => mention.birth = Some(birth),
                Some(Years::Age { months, other_months }) => {
                    mention.age = Some(AgeStatement { months, other_months, at: None });
                }
                None => {}
            }
            self.settle_kinship(&mut mention, phrase, direction);
            self.mentions.push(mention);
        }
        self.at = last;
    }

    /// "член семьи кулака" is said of the subject, "вместе с семьёй" of its kin; "семьи отца" is the father's.
    fn take_family(&mut self, start: usize, end: usize) {
        let next = self.tokens.get(end..).unwrap_or_default();
        if read_kin_phrase(next).is_some() {
            return;
        }
        let first = self.member_word(start);
        let is_member = first < start;
        let n_status = self.status_tokens(end);
        if is_member && self.is_said_of_wife(first) {
            self.at = end + n_status;
            return;
        }
        let span = self.tokens[first].span.start..self.tokens[end + n_status - 1].span.end;
        self.push_family(span);
        if let Some(mention) = self.mentions.last_mut().filter(|_| !is_member) {
            mention.count = HeadCount::Several;
        }
        self.at = end + n_status;
    }

    /// Whether a kin word says whose kin the one named just before is: «жена Ольга, сестра Троцкого».
    fn is_said_of_last(&self, phrase: &KinPhrase, start: usize, end: usize) -> bool {
        let Some(last) = self.mentions.last() else { return false };
        let is_beside = start.checked_sub(1).is_some_and(|comma| {
            self.tokens[comma].is_sign(",") && self.tokens[comma].span.start <= last.span.end + 1
        });
        let is_of_other =
            self.tokens.get(end..).and_then(read_name_run).is_some_and(|run| match run.words[..] {
                [word] => {
                    word.ends_with("ого") || word.ends_with("его") || is_genitive_name(&[word])
                }
                _ => false,
            });
        let sex = last.kinship.as_ref().and_then(Kinship::sex);
        let is_nominative = phrase.cases.contains(&Case::Nominative);
        is_beside && is_of_other && is_nominative && sex.is_some() && sex == phrase.kinship.sex()
    }

    /// Whether words in the feminine lead from a woman named in the same clause of a man's entry
    /// to a token: «жена Анна, содержалась в лагере как член семьи».
    fn is_said_of_wife(&self, at: usize) -> bool {
        let Some(last) = self.mentions.last().filter(|_| self.sex == Some(Sex::Male)) else {
            return false;
        };
        let is_woman = last.kinship.as_ref().and_then(Kinship::sex) == Some(Sex::Female);
        let between = self.tokens[..at].iter().rev();
        let mut between = between.take_while(|token| token.span.start >= last.span.end);
        let is_same_clause =
            between.clone().all(|token| !token.is_sign(";") && !token.is_sign("."));
        let is_feminine = |token: &Token| {
            ["лась", "ана", "ена"].iter().any(|ending| token.small.ends_with(ending))
        };
        is_woman && is_same_clause && between.any(is_feminine)
    }

    /// Where "член" or "чл." before a family word stands; the family word itself without it.
    fn member_word(&self, start: usize) -> usize {
        let small = |back: usize| start.checked_sub(back).map(|at| &*self.tokens[at].small);
        match (small(2), small(1)) {
            (Some("чл"), Some(".")) => start - 2,
            (_, Some(word)) if word.starts_with("член") || word == "чл" => start - 1,
            _ => start,
        }
    }

    /// Words behind a kin word that say what the other was: "изменника Родины", "торговца".
    fn status_tokens(&self, at: usize) -> usize {
        let rest = &self.tokens[at..];
        let is_genitive = |token: &Token| {
            token.kind == TokenKind::Word
                && !token.is_capitalised()
                && !LEXICON.is_verb(&token.small)
                && token.text.chars().count() > 3
                && ["а", "я", "ы", "и", "ого", "его", "ой", "ей", "ых", "их", "ов", "ев"]
                    .iter()
                    .any(|ending| token.small.ends_with(ending))
        };
        let n_small = rest.iter().take(3).take_while(|token| is_genitive(token)).count();
        let is_motherland =
            n_small > 0 && rest.get(n_small).is_some_and(|token| token.small == "родины");
        n_small + usize::from(is_motherland)
    }

    fn direction(&self, phrase: &KinPhrase, start: usize, end: usize) -> Direction {
        let is_nominative = phrase.cases.contains(&Case::Nominative);
        if !is_nominative || phrase.is_possessive {
            let is_cue = self.is_cue_before(start)
                && phrase.cases.contains(&Case::Instrumental)
                && self.may_be_subject(phrase);
            return if is_cue { Direction::SubjectIsKin } else { Direction::KinOfSubject };
        }
        if phrase.is_several || phrase.count.is_some() || !self.may_be_subject(phrase) {
            return Direction::KinOfSubject;
        }
        if self.is_cue_before(start) {
            return Direction::SubjectIsKin;
        }
        if joint_tokens(&self.tokens[end..]) > 0 {
            return Direction::KinOfSubject;
        }
        if let Some(run) = self.tokens.get(end..).and_then(read_name_run) {
            // A spouse of the subject's own sex is somebody else's.
            let is_spouse =
                phrase.kinship.steps.last().is_some_and(|step| step.link == KinLink::Spouse);
            if is_spouse && self.sex.is_some() || is_genitive_name(&run.words) {
                return Direction::SubjectIsKin;
            }
            return Direction::KinOfSubject;
        }
        if self.status_tokens(end) > 0 { Direction::SubjectIsKin } else { Direction::KinOfSubject }
    }

    /// Whether the subject has the sex of the kin word.
    fn may_be_subject(&self, phrase: &KinPhrase) -> bool {
        match (self.sex, phrase.kinship.sex()) {
            (Some(subject), Some(kin)) => subject == kin,
            _ => true,
        }
    }

    /// "как", "ЧСИР:" within a few signs before the kin word.
    fn is_cue_before(&self, start: usize) -> bool {
        let before = self.tokens[..start].iter().rev();
        before
            .take(3)
            .find(|token| token.kind == TokenKind::Word)
            .is_some_and(|token| LEXICON.is_subject_cue(&token.small))
    }

    fn mention_of(
        &self,
        phrase: &KinPhrase,
        direction: Direction,
        span: Range<usize>,
        words: Range<usize>,
    ) -> Mention {
        let mut mention = Mention::empty(MentionRole::Member, self.text, span);
        let end = if direction == Direction::SubjectIsKin {
            words.end + self.status_tokens(words.end)
        } else {
            words.end
        };
        let stated = self.tokens[words.start].span.start..self.tokens[end - 1].span.end;
        mention.span.end = mention.span.end.max(stated.end);
        mention.words = self.text[mention.span.clone()].to_owned();
        mention.relation_stated = Some(self.text[stated].to_owned());
        mention.count = match phrase.count {
            Some(count) if count > 1 => HeadCount::Stated(count),
            _ if phrase.is_several => HeadCount::Several,
            _ => HeadCount::One,
        };
        self.settle_kinship(&mut mention, phrase, direction);
        mention
    }

    /// The kinship from the subject to the other, with the sex of the other where known.
    fn settle_kinship(&self, mention: &mut Mention, phrase: &KinPhrase, direction: Direction) {
        let sex = mention.sex.map(|(sex, _)| sex);
        mention.kinship = Some(match direction {
            Direction::KinOfSubject => {
                let mut steps = phrase.kinship.steps.clone();
                if let Some(last) = steps.last_mut() {
                    last.sex = last.sex.or(sex.filter(|_| mention.count == HeadCount::One));
                }
                crate::kin_table::kinship_of(steps)
            }
            Direction::SubjectIsKin => {
                let is_spouse = phrase.kinship.steps.iter().all(|step| {
                    matches!(step.link, KinLink::Spouse | KinLink::FormerSpouse | KinLink::Partner)
                });
                let other = phrase.kinship.sex().filter(|_| is_spouse).map(|sex| match sex {
                    Sex::Female => Sex::Male,
                    Sex::Male => Sex::Female,
                });
                inverse(&phrase.kinship, other.or(sex))
            }
        });
    }
}

#[cfg(test)]
mod tests;
