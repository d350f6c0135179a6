//! The words by which an entry without columns is cut: nationalities, parties, repression.

use std::collections::HashMap;
use std::sync::LazyLock;
use synodik_names::fold_words;

const NATIONALITY_TSV: &str = include_str!("../../../../data/glossary/nationality_words.tsv");
const PARTY_TSV: &str = include_str!("../../../../data/glossary/party_words.tsv");
const REPRESSION_TSV: &str = include_str!("../../../../data/glossary/repression_words.tsv");

/// Words that join two nationalities.
const JOINING_WORDS: [&str; 2] = ["и", "или"];

/// Words in order, folded; each with whether any ending fits.
type Phrase = Vec<(String, bool)>;

static NATIONALITY_WORDS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    rows(NATIONALITY_TSV)
        .filter_map(|(kind, word)| Some((folded(word).into_iter().next()?, kind)))
        .collect()
});
static PARTY_PHRASES: LazyLock<HashMap<&'static str, Vec<Phrase>>> =
    LazyLock::new(|| phrases(PARTY_TSV));
static REPRESSION_PHRASES: LazyLock<HashMap<&'static str, Vec<Phrase>>> =
    LazyLock::new(|| phrases(REPRESSION_TSV));

/// Returns the first two cells of each row of a rule file, without comments and header.
fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| {
        let (kind, rest) = line.split_once('\t')?;
        Some((kind, rest.split('\t').next()?))
    })
}

fn phrases(text: &'static str) -> HashMap<&'static str, Vec<Phrase>> {
    let mut by_kind: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
    for (kind, words) in rows(text) {
        let mut phrase = Phrase::new();
        for word in words.split(' ') {
            phrase.extend(folded(word).into_iter().map(|part| (part, false)));
            if let Some(last) = phrase.last_mut() {
                last.1 = word.ends_with('*');
            }
        }
        by_kind.entry(kind).or_default().push(phrase);
    }
    by_kind
}

/// Returns the words of a text, folded; anything but a letter or digit separates.
fn folded(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in text.split(|letter: char| !letter.is_alphanumeric()) {
        fold_words(piece, |word, _| words.push(word.to_owned()));
    }
    words
}

fn starts_with_phrase(words: &[String], phrase: &Phrase) -> bool {
    words.len() >= phrase.len()
        && phrase.iter().zip(words).all(|((expected, is_prefix), word)| match is_prefix {
            true => word.starts_with(expected.as_str()),
            false => word == expected,
        })
}

/// Says where phrases of a kind stand in some words.
struct Matcher<'a> {
    by_kind: &'a HashMap<&'static str, Vec<Phrase>>,
}

impl Matcher<'_> {
    fn is_at_start(&self, kind: &str, words: &[String]) -> bool {
        let phrases = self.by_kind.get(kind).map(Vec::as_slice).unwrap_or_default();
        phrases.iter().any(|phrase| starts_with_phrase(words, phrase))
    }

    fn position(&self, kind: &str, words: &[String]) -> Option<usize> {
        (0..words.len()).find(|&at| self.is_at_start(kind, &words[at..]))
    }

    /// Leaves out words of time and numbers at the start.
    fn after_time<'w>(&self, words: &'w [String]) -> &'w [String] {
        let is_time = |word: &String| {
            self.is_at_start("time", std::slice::from_ref(word))
                || word.starts_with(|letter: char| letter.is_ascii_digit())
        };
        let n_time = words.iter().take_while(|word| is_time(word)).count();
        &words[n_time..]
    }
}

/// Returns whether a part of an entry names a nationality and nothing else.
pub(super) fn is_nationality(part: &str) -> bool {
    let outside = part.split('(').next().unwrap_or_default();
    let words = folded(outside);
    let mut n_nouns = 0;
    let all_known = words.iter().all(|word| match NATIONALITY_WORDS.get(word) {
        Some(&kind) => {
            n_nouns += usize::from(kind == "noun");
            true
        }
        None => JOINING_WORDS.contains(&word.as_str()),
    });
    all_known && n_nouns > 0
}

/// Returns whether a part of an entry states membership in a party.
pub(super) fn is_party(part: &str) -> bool {
    let matcher = Matcher { by_kind: &PARTY_PHRASES };
    let words = folded(part);
    if matcher.is_at_start("whole", &words) {
        return true;
    }
    let words = matcher.after_time(&words);
    if matcher.is_at_start("person", words) || matcher.is_at_start("expulsion", words) {
        return true;
    }
    let Some(membership) = matcher.position("membership", words) else {
        return false;
    };
    let Some(organisation) = matcher.position("organisation", &words[membership..]) else {
        // `затем коммунистической партии член …`
        return membership > 0 && matcher.position("organisation", &words[..membership]).is_some();
    };
    let between = &words[membership..membership + organisation];
    matcher.position("office", between).is_none()
}

/// Returns whether a sentence tells of repression.
pub(super) fn tells_of_repression(sentence: &str) -> bool {
    let matcher = Matcher { by_kind: &REPRESSION_PHRASES };
    let words = folded(sentence);
    (0..words.len()).any(|at| {
        matcher.is_at_start("repression", &words[at..])
            && !matcher.is_at_start("dismissal", &words[at..])
    })
}

/// Returns whether a part of a sentence starts with a word of repression, words of time apart.
pub(super) fn starts_with_repression(part: &str) -> bool {
    let words = folded(part);
    let words = Matcher { by_kind: &PARTY_PHRASES }.after_time(&words);
    let matcher = Matcher { by_kind: &REPRESSION_PHRASES };
    matcher.is_at_start("repression", words) && !matcher.is_at_start("dismissal", words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nationalities_are_known_by_their_words() {
        let known = [
            "русская",
            "Латыш",
            "польский еврей",
            "немец (латыш)",
            "коми",
            "эcтонец",
            "немец-колонист",
        ];
        for part in known {
            assert!(is_nationality(part), "{part}");
        }
        for part in ["г. Грекополь", "польский", "с. Русский", "", "(латыш)", "русский язык"]
        {
            assert!(!is_nationality(part), "{part}");
        }
    }

    #[test]
    fn parties_are_known_by_member_and_organisation() {
        let known = [
            "б/п",
            "б/п (бывший меньшевик)",
            "беспартийная",
            "член ВКП(б) с 1919",
            "кандидат в члены ВКП(б)",
            "бывший член Бунда",
            "в 1903-1915 меньшевик",
            "до 1935 кандидат в члены ВКП(б)",
            "искл. из ВКП(б) в 1935",
            "бывший левый эсер",
            "член ЦК и Политбюро КП Польши",
            "выбыл из РКП(б) в 1922 г. по болезни",
        ];
        for part in known {
            assert!(is_party(part), "{part}");
        }
        let others = [
            "член Союза советских писателей",
            "член коллегии защитников",
            "бывший секретарь обкома ВКП(б)",
            "зав. отделом ЦК КП(б)У",
            "член-корреспондент Академии наук",
            "слесарь",
            "",
        ];
        for part in others {
            assert!(!is_party(part), "{part}");
        }
    }

    #[test]
    fn a_lost_post_is_no_repression() {
        assert!(tells_of_repression("В 1931 г. приговорен к 3 годам ИТЛ"));
        assert!(starts_with_repression("освобожден из ИТЛ в 1936 г."));
        assert!(!tells_of_repression("6 июля 1935 г. освобожден с должности мастера"));
        assert!(!tells_of_repression("слесарь"));
    }
}
