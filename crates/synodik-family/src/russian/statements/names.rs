//! The names behind a kin word: one, or several of a list.

use super::{Direction, Reader};
use crate::bearer::{is_full_patronymic, is_patronymic};
use crate::russian::age::{Years, read_years};
use crate::russian::kin_phrase::KinPhrase;
use crate::russian::name_case::{is_initial, read_nominative};
use crate::russian::name_run::{NameRun, is_person_run, joint_tokens, read_name_run};
use crate::tokens::TokenKind;
use std::ops::Range;
use synodik_names::{Case, given_name};

/// A name behind a kin word.
pub(super) struct Named<'t> {
    pub(super) run: NameRun<'t>,
    pub(super) tokens: Range<usize>,
    pub(super) years: Option<Years>,
    pub(super) cases: Vec<Case>,
}

impl<'t> Reader<'t> {
    pub(super) fn first_name_start(&self, end: usize) -> usize {
        end + self.separators(end)
    }

    /// Signs between kin word and name: a dash, a colon, a comma before a full name.
    fn separators(&self, end: usize) -> usize {
        let rest = &self.tokens[end..];
        let n_joint = joint_tokens(rest);
        let is_comma = rest.first().is_some_and(|token| token.is_sign(","));
        let has_full_name = rest.get(1..).and_then(read_name_run).is_some_and(|run| {
            run.words.len() > 1
                && run.words.iter().any(|word| {
                    is_full_patronymic(word) || is_any_patronymic(word) || is_initial(word)
                })
        });
        if is_comma && has_full_name { 1 } else { n_joint }
    }

    /// Reads the names behind a kin word, as many as a list or "и" joins.
    pub(super) fn read_names(
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

    pub(super) fn is_name(&self, run: &NameRun, at: usize, cases: &[Case]) -> bool {
        let is_declined = !run.words.is_empty()
            && read_nominative(&run.words, cases).is_some_and(|reading| {
                reading
                    .given
                    .as_deref()
                    .is_some_and(|given| !given_name(given).is_empty() || given.ends_with('.'))
                    || reading.patronymic.as_deref().is_some_and(is_patronymic)
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
