//! Reads "abikaasa vennapoeg", "kasutütre poolõde", "lahutatud abikaasa".

use super::lexicon::{KinWord, LEXICON};
use crate::kin_table::kinship_of;
use synodik_model::{KinLink, KinStep, Kinship, Sex};

/// Reads the kinship that a whole phrase states; `None` if any part of it is no kin word.
///
/// # Shape
///
/// `phrase`: words between two commas. Blanks within a word, as a line break
/// leaves them, and names behind its first word do not matter.
pub(crate) fn read_kin_chain(phrase: &str) -> Option<Kinship> {
    // A name within the chain says of which son it is: "poja Roberti abikaasa".
    let words = phrase.split(' ').enumerate();
    let kept = words.filter(|(at, word)| *at == 0 || !word.starts_with(char::is_uppercase));
    let letters: String = kept
        .flat_map(|(_, word)| word.chars())
        .filter(|letter| letter.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    if letters.is_empty() || letters.chars().count() > 60 {
        return None;
    }
    let mut steps = Vec::new();
    if !read_rest(&letters, &mut steps) {
        return None;
    }
    settle_spouse(&mut steps);
    Some(kinship_of(steps))
}

/// "Abikaasa" is said of both sexes: a son's is a woman.
fn settle_spouse(steps: &mut [KinStep]) {
    for step_idx in 1..steps.len() {
        let is_spouse = matches!(steps[step_idx].link, KinLink::Spouse | KinLink::FormerSpouse);
        if is_spouse && steps[step_idx].sex.is_none() {
            steps[step_idx].sex = steps[step_idx - 1].sex.map(|sex| match sex {
                Sex::Male => Sex::Female,
                Sex::Female => Sex::Male,
            });
        }
    }
}

/// Reads genitives and at the end a nominative; goes back where a longer word leads nowhere.
fn read_rest(rest: &str, steps: &mut Vec<KinStep>) -> bool {
    let n_before = steps.len();
    let (prefix_len, links) = read_prefix(rest);
    let behind = &rest[prefix_len..];
    for word in &LEXICON.words {
        let is_last = behind == without_blanks(&word.nominative)
            || !word.short.is_empty() && behind == word.short;
        if is_last && push_word(word, links, steps) {
            return true;
        }
        steps.truncate(n_before);
    }
    for word in &LEXICON.words {
        let short = (!word.short.is_empty()).then_some(word.short.as_str());
        let genitive = without_blanks(&word.genitive);
        for form in [Some(genitive.as_str()), short].into_iter().flatten() {
            let Some(next) = behind.strip_prefix(form).filter(|_| !form.is_empty()) else {
                continue;
            };
            if !next.is_empty() && push_word(word, links, steps) && read_rest(next, steps) {
                return true;
            }
            steps.truncate(n_before);
        }
    }
    false
}

fn without_blanks(text: &str) -> String {
    text.replace(' ', "")
}

type LinkChanges = [(KinLink, KinLink)];

fn read_prefix(rest: &str) -> (usize, &'static LinkChanges) {
    let found = LEXICON.prefixes.iter().find(|(text, _)| rest.starts_with(text.as_str()));
    found.map_or((0, &[]), |(text, links)| (text.len(), links.as_slice()))
}

/// Adds the steps of a word; false where a prefix cannot change it.
fn push_word(word: &KinWord, links: &LinkChanges, steps: &mut Vec<KinStep>) -> bool {
    let start = steps.len();
    steps.extend(&word.kinship.steps);
    if links.is_empty() {
        return true;
    }
    let Some(first) = steps.get_mut(start) else { return false };
    match links.iter().find(|(from, _)| *from == first.link) {
        Some((_, to)) => {
            first.link = *to;
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_are_understood() {
        let check = |phrase: &str, expected: Option<&str>, n_steps| {
            let kinship = read_kin_chain(phrase).expect(phrase);
            assert_eq!((kinship.term, kinship.steps.len()), (expected, n_steps), "{phrase}");
        };
        check("poeg", Some("son"), 1);
        check("abikaasa vennapoeg", Some("nephew_by_marriage"), 3);
        check("abi kaasa vennapoeg", Some("nephew_by_marriage"), 3);
        check("poja abik.", Some("daughter_in_law"), 2);
        check("emaema", Some("grandmother"), 2);
        check("lapselaps", Some("grandchild"), 2);
        check("õemees", Some("brother_in_law"), 2);
        check("onunaine", Some("aunt_by_marriage"), 3);
        check("kasuisa", Some("foster_father"), 1);
        check("võõrasema", Some("step_mother"), 1);
        check("poolõde", Some("half_sister"), 1);
        check("kasutütre poolõde", None, 2);
        check("lahutatud abikaasa", Some("former_spouse"), 1);
        check("adopteeritud tütre poeg", Some("adopted_grandson"), 2);
        check("tädipoeg", Some("male_cousin"), 3);
        check("tütre ämm", Some("co_mother_in_law"), 3);
        check("venna abikaasa ema", None, 3);
        check("poja Roberti lahutatud abikaasa", None, 2);
    }

    #[test]
    fn other_words_are_no_kin() {
        for phrase in ["õpetaja", "emajõe", "poegade", "isamaaliit", "kasu", "juut", "", "venna"]
        {
            assert_eq!(read_kin_chain(phrase), None, "{phrase}");
        }
    }
}
