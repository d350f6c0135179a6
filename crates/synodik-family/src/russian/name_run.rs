//! Reads a name in running text and brings it into the nominative.

use super::lexicon::LEXICON;
use super::name_case::{is_initial, read_nominative};
use crate::bearer::{is_patronymic, set_name};
use crate::tokens::{Token, TokenKind};
use synodik_model::{Ground, Mention};
use synodik_names::{Case, given_name};

/// Words of a name, with the names in brackets between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameRun<'t> {
    pub(crate) words: Vec<&'t str>,
    pub(crate) variants: Vec<String>,
    pub(crate) n_tokens: usize,
}

/// Most words of one name.
const MAX_NAME_WORDS: usize = 4;

/// Reads the name that starts at the first token.
///
/// A name said twice, in words and as a link ("Леонид Зингер Зингер Леонид"),
/// ends before it is said again.
pub(crate) fn read_name_run<'t>(tokens: &[Token<'t>]) -> Option<NameRun<'t>> {
    let mut run = NameRun { words: Vec::new(), variants: Vec::new(), n_tokens: 0 };
    let mut ends = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is_capitalised() && run.words.len() < 2 * MAX_NAME_WORDS {
            let is_kin_word = !run.words.is_empty() && !LEXICON.forms(&token.small).is_empty();
            // Behind surname and initials the next word opens a sentence.
            let is_behind_initials = run.words.len() > 1
                && !is_initial(run.words[0])
                && run.words.last().is_some_and(|last| is_initial(last))
                && !token.is_initial();
            if is_kin_word || is_behind_initials {
                break;
            }
            run.words.push(token.text);
            at += 1;
            let has_point = tokens.get(at).is_some_and(|next| next.is_sign("."));
            at += usize::from(token.is_initial() && has_point);
            ends.push(at);
            continue;
        }
        let Some((variant, n_tokens)) = read_bracketed_name(&tokens[at..]) else { break };
        let goes_on = tokens.get(at + n_tokens).is_some_and(|next| {
            // Behind the other name of the last part the year follows: `(Францевна) (1912)`.
            let is_year =
                tokens.get(at + n_tokens + 1).is_some_and(|token| token.number().is_some());
            next.is_capitalised() || next.is_sign("(") && is_year
        });
        if run.words.is_empty() || !goes_on {
            break;
        }
        run.variants.push(variant);
        at += n_tokens;
        if let Some(end) = ends.last_mut() {
            *end = at;
        }
    }
    run.words.truncate(n_words_once(&run.words).min(MAX_NAME_WORDS));
    run.n_tokens = *ends.get(run.words.len().checked_sub(1)?)?;
    Some(run)
}

/// How many words stand before the name is said again, surname first.
fn n_words_once(words: &[&str]) -> usize {
    let doubled =
        words.windows(2).position(|pair| pair[0] == pair[1] && pair[0].chars().count() > 1);
    let again = words.iter().skip(2).position(|word| *word == words[0] && word.chars().count() > 1);
    let is_cut_at = doubled.map(|at| at + 1).into_iter().chain(again.map(|at| at + 1)).min();
    is_cut_at.unwrap_or(words.len())
}

/// `(Богун)` between the words of a name.
fn read_bracketed_name(tokens: &[Token]) -> Option<(String, usize)> {
    let [open, name, close, ..] = tokens else { return None };
    let is_name = open.is_sign("(") && name.is_capitalised() && close.is_sign(")");
    is_name.then(|| (name.text.to_owned(), 3))
}

/// Sets the parts of a name that stands in one of the cases wanted.
pub(crate) fn set_declined_name(mention: &mut Mention, run: &NameRun, wanted: &[Case]) {
    mention.name_variants.extend(run.variants.iter().cloned());
    if wanted == [Case::Nominative] {
        set_name(mention, &run.words);
        return;
    }
    let Some(reading) = read_nominative(&run.words, wanted) else {
        set_name(mention, &run.words);
        return;
    };
    mention.surname_stated = reading.surname;
    mention.given = reading.given;
    mention.patronymic = reading.patronymic;
    if mention.sex.is_none() {
        mention.sex = Some((reading.sex, Ground::Name));
    }
}

/// Returns whether a word may be a name at all: not the first word of a place or a body.
pub(crate) fn is_person_run(run: &NameRun) -> bool {
    run.words
        .iter()
        .any(|word| !given_name(word).is_empty() || is_patronymic(word) || is_initial(word))
}

/// Tokens of signs that may stand between a kin word and the name: dash, `=`, `?`, colon.
pub(crate) fn joint_tokens(tokens: &[Token]) -> usize {
    tokens
        .iter()
        .take_while(|token| {
            token.kind == TokenKind::Sign && matches!(token.text, "-" | "–" | "—" | "=" | "?" | ":")
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenise;
    use synodik_model::MentionRole;

    #[test]
    fn names_in_any_case_become_nominative() {
        let check = |text: &str, cases: &[Case], expected: [&str; 3]| {
            let tokens = tokenise(text);
            let run = read_name_run(&tokens).expect(text);
            let mut mention = Mention::empty(MentionRole::Member, "", 0..0);
            set_declined_name(&mut mention, &run, cases);
            let parts = [&mention.surname_stated, &mention.given, &mention.patronymic];
            assert_eq!(parts.map(|part| part.as_deref().unwrap_or("")), expected, "{text}");
        };
        check("Гусева И.М. и", &[Case::Genitive], ["Гусев", "И.", "М."]);
        check("Гусевой А.А.", &[Case::Genitive], ["Гусева", "А.", "А."]);
        check(
            "Рябовой Устиньей Лукиничной,",
            &[Case::Instrumental],
            ["Рябова", "Устинья", "Лукинична"],
        );
        check("Рябова Ивана Лукича", &[Case::Genitive], ["Рябов", "Иван", "Лукич"]);
        check("Ивана Лукича Рябова", &[Case::Genitive], ["Рябов", "Иван", "Лукич"]);
        check("Иосиф Стропилин", &[Case::Nominative, Case::Accusative], ["Стропилин", "Иосиф", ""]);
        check(
            "Светлана Аллилуева",
            &[Case::Nominative, Case::Accusative],
            ["Аллилуева", "Светлана", ""],
        );
        check("Лаврентием, 1930", &[Case::Instrumental], ["", "Лаврентий", ""]);
        check("Рябова (Штейн) Устинья", &[Case::Nominative], ["Рябова", "Устинья", ""]);
    }
}
