//! Reads "приёмный сын", "сестра жены", "трое малолетних детей" from tokens.

use super::lexicon::{KinForm, LEXICON};
use crate::kin_table::kinship_of;
use crate::tokens::{Token, TokenKind};
use synodik_model::{KinLink, Kinship};
use synodik_names::Case;

/// A kinship as words state it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KinPhrase {
    pub(crate) kinship: Kinship,
    pub(crate) is_several: bool,
    /// How many, where a number stands before the words.
    pub(crate) count: Option<u16>,
    /// Whether "его", "её" or "их" makes it refer to the one named before.
    pub(crate) is_possessive: bool,
    /// The cases the leading kin word may stand in.
    pub(crate) cases: Vec<Case>,
    /// Tokens of the phrase.
    pub(crate) n_tokens: usize,
}

/// Reads the kin phrase that starts at the first token, if one does.
///
/// A genitive after the kin word lengthens the chain: "сестра жены" is the
/// spouse's sister.
pub(crate) fn read_kin_phrase(tokens: &[Token]) -> Option<KinPhrase> {
    let mut at = 0;
    let is_possessive = tokens.first().is_some_and(|token| LEXICON.is_possessive(&token.small));
    at += usize::from(is_possessive);
    let count = read_count(&tokens[at..]);
    at += usize::from(count.is_some());
    at += ordinal_tokens(&tokens[at..]);
    let mut adjectives = Vec::new();
    while let Some(token) = tokens.get(at).filter(|token| is_adjective(token)) {
        adjectives.push(&*token.small);
        at += 1;
    }
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    let forms = LEXICON.forms(&token.small);
    let form = choose_form(forms, count.is_some())?;
    let cases = forms.iter().map(|form| form.case).collect();
    at += 1;
    let mut kinship = form.kinship.clone();
    for adjective in &adjectives {
        kinship = LEXICON.modify(adjective, &kinship).unwrap_or(kinship);
    }
    let mut phrase = KinPhrase {
        is_several: form.is_several || count.is_some_and(|count| count > 1),
        kinship,
        count,
        is_possessive,
        cases,
        n_tokens: at,
    };
    lengthen(&mut phrase, tokens);
    Some(phrase)
}

fn is_adjective(token: &Token) -> bool {
    token.kind == TokenKind::Word
        && (LEXICON.is_modifier(&token.small) || LEXICON.is_epithet(&token.small))
}

/// A number of human beings: a numeral, or digits right before an adjective or a kin word.
fn read_count(tokens: &[Token]) -> Option<u16> {
    let token = tokens.first()?;
    if token.kind == TokenKind::Word {
        return LEXICON.numeral(&token.small);
    }
    let number = token.number().filter(|&number| (1..=30).contains(&number))?;
    let next = tokens.get(1)?;
    let counts = is_adjective(next) || !LEXICON.forms(&next.small).is_empty();
    counts.then(|| u16::try_from(number).ok()).flatten()
}

/// Tokens of "1-я" before a kin word.
fn ordinal_tokens(tokens: &[Token]) -> usize {
    let is_ordinal = tokens.len() > 2
        && tokens[0].kind == TokenKind::Number
        && tokens[1].is_sign("-")
        && tokens[2].kind == TokenKind::Word
        && tokens[2].text.chars().count() <= 3;
    if is_ordinal { 3 } else { 0 }
}

/// The meaning of a form at the head of a phrase: after a number the genitive, else the first of the list.
fn choose_form(forms: &[KinForm], has_count: bool) -> Option<&KinForm> {
    let wanted = if has_count { Case::Genitive } else { Case::Nominative };
    forms.iter().find(|form| form.case == wanted).or_else(|| forms.first())
}

/// Adds the genitives behind the kin word as steps before it.
///
/// "Семьи отца" is no such chain: the family is the father's own.
fn lengthen(phrase: &mut KinPhrase, tokens: &[Token]) {
    if phrase.kinship.steps.iter().any(|step| step.link == KinLink::FamilyMember) {
        return;
    }
    loop {
        let mut at = phrase.n_tokens;
        let mut adjectives = Vec::new();
        while let Some(token) = tokens.get(at).filter(|token| is_adjective(token)) {
            adjectives.push(&*token.small);
            at += 1;
        }
        let Some(token) = tokens.get(at) else { return };
        let genitive = LEXICON
            .forms(&token.small)
            .iter()
            .find(|form| form.case == Case::Genitive && !form.is_several);
        let Some(form) = genitive.filter(|_| token.kind == TokenKind::Word) else { return };
        let mut owner = form.kinship.clone();
        for adjective in adjectives {
            owner = LEXICON.modify(adjective, &owner).unwrap_or(owner);
        }
        let steps = owner.steps.into_iter().chain(phrase.kinship.steps.iter().copied()).collect();
        phrase.kinship = kinship_of(steps);
        phrase.n_tokens = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenise;

    #[test]
    fn phrases_give_chains() {
        let check = |text: &str, term: Option<&str>, count, n_tokens| {
            let phrase = read_kin_phrase(&tokenise(text)).expect(text);
            assert_eq!(
                (phrase.kinship.term, phrase.count, phrase.n_tokens),
                (term, count, n_tokens),
                "{text}"
            );
        };
        check("жена Акулина", Some("wife"), None, 1);
        check("сестра жены Дарья", Some("sister_in_law"), None, 2);
        check("брат жены сына", Some("brother_of_child_in_law"), None, 3);
        check("семьи отца", Some("family_member"), None, 1);
        check("жена внука", Some("granddaughter_in_law"), None, 2);
        check("трое малолетних детей", Some("child"), Some(3), 3);
        check("2 внука", Some("grandson"), Some(2), 2);
        check("1-я жена", Some("wife"), None, 4);
        check("приёмный внук", Some("adopted_grandson"), None, 2);
        check("его бывшая жена", Some("former_wife"), None, 3);
        check("двоюродный брат", Some("male_cousin"), None, 2);
        assert_eq!(read_kin_phrase(&tokenise("медсестра Дарья")), None);
        assert_eq!(read_kin_phrase(&tokenise("2 Дарья")), None);
    }
}
