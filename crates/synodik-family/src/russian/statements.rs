//! Reads kin stated in running text: "ЧСИР: сын Гусева И. М.", "на иждивении сестры".
//!
//! A kin word says either what the subject is to somebody ("жена Рябова И. М.")
//! or what somebody is to the subject ("вместе с матерью Рябовой А. А."). Case,
//! the words around and the sex of the subject decide.

use super::age::{Years, read_years};
use super::kin_phrase::{KinPhrase, read_kin_phrase};
use super::lexicon::LEXICON;
use super::name_run::{
    NameRun, is_genitive_name, is_person_run, joint_tokens, read_name_run, set_declined_name,
};
use crate::bearer::{is_patronymic, settle_sex, settle_surname};
use crate::kin_table::{inverse, kinship_of_term};
use crate::tokens::{Token, TokenKind, tokenise};
use std::ops::Range;
use synodik_model::{AgeStatement, HeadCount, KinLink, Mention, MentionRole, Sex};
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
    let marked = tokens.iter().find_map(|token| LEXICON.sex_mark(&token.small));
    let sex = subject.sex.map(|(sex, _)| sex).or(marked);
    let mut reader = Reader { text, tokens: &tokens, at: 0, sex, mentions: vec![subject] };
    while reader.at < tokens.len() {
        reader.step();
    }
    let mut mentions = reader.mentions;
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

    /// Whether a kin word states kin here, and is no trap and no name.
    fn is_statement(&self, phrase: &KinPhrase) -> bool {
        const N_AROUND: usize = 3;
        let (start, end) = (self.at, self.at + phrase.n_tokens);
        // The text goes on with a capital only at the start of a sentence.
        let is_sentence_start = start == 0
            || self.tokens[start - 1].kind == TokenKind::Sign
                && !["-", "(", ",", "«"].contains(&self.tokens[start - 1].text);
        if self.tokens[start].is_capitalised() && !is_sentence_start {
            return false;
        }
        if self.tokens[start].is_capitalised() && self.is_part_of_name(end) {
            return false;
        }
        let small = |tokens: &'t [Token<'t>]| -> Vec<&'t str> {
            tokens.iter().map(|token| token.small.as_str()).collect()
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
        let next =
            self.tokens.get(self.at + phrase.n_tokens).map_or("", |next| next.small.as_str());
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
        let is_member = start > 0 && {
            let before = &self.tokens[start - 1];
            before.small.starts_with("член")
                || before.small == "чл"
                || before.is_sign(".") && start > 1 && self.tokens[start - 2].small == "чл"
        };
        let first = if is_member { start - 1 } else { start };
        let n_status = self.status_tokens(end);
        let span = self.tokens[first].span.start..self.tokens[end + n_status - 1].span.end;
        self.push_family(span);
        if let Some(mention) = self.mentions.last_mut().filter(|_| !is_member) {
            mention.count = HeadCount::Several;
        }
        self.at = end + n_status;
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

    fn first_name_start(&self, end: usize) -> usize {
        end + self.separators(end)
    }

    /// Signs between kin word and name: a dash, a colon, a comma before a full name.
    fn separators(&self, end: usize) -> usize {
        let rest = &self.tokens[end..];
        let n_joint = joint_tokens(rest);
        let is_comma = rest.first().is_some_and(|token| token.is_sign(","));
        let has_full_name = rest.get(1..).and_then(read_name_run).is_some_and(|run| {
            run.words.len() > 1
                && run.words.iter().any(|word| is_any_patronymic(word) || word.chars().count() == 1)
        });
        if is_comma && has_full_name { 1 } else { n_joint }
    }

    /// Reads the names behind a kin word, as many as a list or "и" joins.
    fn read_names(
        &self,
        phrase: &KinPhrase,
        direction: Direction,
        end: usize,
    ) -> (Vec<Named<'t>>, usize) {
        let cases = match direction {
            Direction::SubjectIsKin => vec![Case::Genitive],
            Direction::KinOfSubject => phrase.cases.clone(),
        };
        let mut names = Vec::new();
        let mut at = end + self.separators(end);
        let mut last = at;
        while let Some(run) = self.tokens.get(at..).and_then(read_name_run) {
            if !self.is_name(&run, at, &cases) {
                break;
            }
            let mut next = at + run.n_tokens;
            let years = self.read_years_behind(next);
            next += years.as_ref().map_or(0, |(_, n_tokens)| *n_tokens);
            names.push(Named {
                run,
                tokens: at..next,
                years: years.map(|(years, _)| years),
                cases: cases.clone(),
            });
            last = next;
            let joins = self
                .tokens
                .get(next)
                .is_some_and(|token| token.small == "и" || token.is_sign(",") && phrase.is_several);
            if !joins {
                break;
            }
            at = next + 1;
        }
        let last = if names.is_empty() { end } else { last };
        (names, last)
    }

    fn is_name(&self, run: &NameRun, at: usize, cases: &[Case]) -> bool {
        let is_declined = !run.words.is_empty()
            && super::name_run::read_nominative(&run.words, cases).is_some_and(|reading| {
                reading.given.as_deref().is_some_and(|given| {
                    !synodik_names::given_name(given).is_empty() || given.ends_with('.')
                }) || reading.patronymic.as_deref().is_some_and(is_patronymic)
            });
        let is_birth_next = self.read_years_behind(at + run.n_tokens).is_some();
        is_declined
            || is_person_run(run)
            || run.words.len() == 1 && is_birth_next
            || run.words.len() == 1
                && self.tokens[at].kind == TokenKind::Word
                && is_surname_form(run.words[0])
    }

    /// `, 1900 г. р.`, `(1900 г. р.)` behind a name.
    fn read_years_behind(&self, at: usize) -> Option<(Years, usize)> {
        let rest = self.tokens.get(at..)?;
        let sign = rest.first().filter(|token| token.is_sign(",") || token.is_sign("("))?;
        let (years, n_tokens) = read_years(rest.get(1..)?)?;
        let has_unit = rest[1..=n_tokens].iter().any(|token| token.kind == TokenKind::Word);
        if sign.is_sign("(") {
            let close = rest.iter().take(n_tokens + 4).position(|token| token.is_sign(")"))?;
            return Some((years, close + 1));
        }
        let n_point = usize::from(
            rest.get(n_tokens + 1).is_some_and(|token| token.is_sign("."))
                && rest.get(n_tokens).is_some_and(|token| token.small == "р"),
        );
        has_unit.then_some((years, n_tokens + 1 + n_point))
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

/// A name behind a kin word.
struct Named<'t> {
    run: NameRun<'t>,
    tokens: Range<usize>,
    years: Option<Years>,
    cases: Vec<Case>,
}

/// A patronymic in any case.
fn is_any_patronymic(word: &str) -> bool {
    [
        "вича",
        "вичу",
        "вичем",
        "виче",
        "вич",
        "вны",
        "вне",
        "вной",
        "вна",
        "вну",
        "ича",
        "ичем",
        "ичны",
        "ичной",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
}

/// A single word with the ending of a surname in some case.
fn is_surname_form(word: &str) -> bool {
    ["ова", "ева", "ина", "овой", "евой", "иной", "ым", "ского", "ской", "ским"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests;
