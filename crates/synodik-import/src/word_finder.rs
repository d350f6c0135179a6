//! Finds words of a rule file where words of a text start.
//!
//! What a pattern of [`Vocabulary::pattern`] finds behind `(?:^|[^\p{L}])`, read letter by letter:
//! alternations of many words over `\p{L}` cost microseconds a byte, a look at the words
//! with the same first letter costs nanoseconds.

use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;

/// Words of some groups of kinds.
pub(crate) struct WordFinder {
    /// By first letter, small where case does not matter; in the order of groups, longer words first.
    by_first: BTreeMap<char, Vec<KnownWord>>,
    has_case: bool,
}

/// A word or phrase of a rule file.
struct KnownWord {
    group: usize,
    /// Each of its words, and whether any ending may follow it.
    parts: Vec<(Vec<char>, bool)>,
    /// Whether it ends where it ends; the letter behind it belongs to what is found.
    is_whole: bool,
}

/// A word found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoundWord {
    /// Place of its group.
    pub(crate) group: usize,
    /// Byte of its first letter.
    pub(crate) start: usize,
    /// Byte behind it; behind the letter that ends a whole word.
    pub(crate) end: usize,
}

impl WordFinder {
    /// Takes the words of each group of kinds as they are written.
    pub(crate) fn of(vocabulary: &Vocabulary, groups: &[&[&str]]) -> WordFinder {
        WordFinder::build(vocabulary, groups, |word| word.to_owned(), true)
    }

    /// Takes the words of each group of kinds, large or small.
    pub(crate) fn of_any_case(vocabulary: &Vocabulary, groups: &[&[&str]]) -> WordFinder {
        WordFinder::build(vocabulary, groups, str::to_lowercase, false)
    }

    fn build(
        vocabulary: &Vocabulary,
        groups: &[&[&str]],
        written: impl Fn(&str) -> String,
        has_case: bool,
    ) -> WordFinder {
        let mut by_first: BTreeMap<char, Vec<KnownWord>> = BTreeMap::new();
        for (group, kinds) in groups.iter().enumerate() {
            for word in vocabulary.longest_first(kinds) {
                let word = written(word);
                let Some(first) = word.chars().next() else { continue };
                by_first.entry(first).or_default().push(KnownWord::of(group, &word));
            }
        }
        WordFinder { by_first, has_case }
    }

    /// Returns the word that starts at a byte, whatever stands before it.
    pub(crate) fn at(&self, text: &str, start: usize) -> Option<FoundWord> {
        let first = self.folded(text[start..].chars().next()?);
        let words = self.by_first.get(&first)?;
        words.iter().find_map(|word| {
            let end = self.end_of(word, text, start)?;
            Some(FoundWord { group: word.group, start, end })
        })
    }

    /// Returns the first word that starts behind a letter of no word, at or behind a byte.
    ///
    /// `from`: 0, or the end of the word found before.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<FoundWord> {
        if from == 0
            && let Some(found) = self.at(text, 0)
        {
            return Some(found);
        }
        text[from..]
            .char_indices()
            .filter(|(_, letter)| !letter.is_alphabetic())
            .find_map(|(at, letter)| self.at(text, from + at + letter.len_utf8()))
    }

    fn folded(&self, letter: char) -> char {
        match self.has_case {
            true => letter,
            false => letter.to_lowercase().next().unwrap_or(letter),
        }
    }

    fn end_of(&self, word: &KnownWord, text: &str, start: usize) -> Option<usize> {
        let mut at = start;
        for (part_idx, (letters, has_ending)) in word.parts.iter().enumerate() {
            if part_idx > 0 {
                let blank = text[at..].len() - text[at..].trim_start().len();
                at += if blank > 0 { blank } else { return None };
            }
            let mut rest = text[at..].chars();
            for wanted in letters {
                let letter = rest.next().filter(|letter| self.folded(*letter) == *wanted)?;
                at += letter.len_utf8();
            }
            if *has_ending {
                let ending = rest.take_while(|letter| letter.is_alphabetic());
                at += ending.map(char::len_utf8).sum::<usize>();
            }
        }
        match text[at..].chars().next().filter(|_| word.is_whole) {
            Some(letter) if letter.is_alphabetic() => None,
            Some(letter) => Some(at + letter.len_utf8()),
            None => Some(at),
        }
    }
}

impl KnownWord {
    fn of(group: usize, word: &str) -> KnownWord {
        let parts = word.split(' ').map(|part| match part.strip_suffix('*') {
            Some(start) => (start.chars().collect(), true),
            None => (part.chars().collect(), false),
        });
        KnownWord { group, parts: parts.collect(), is_whole: word.ends_with(char::is_alphanumeric) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# A table for tests.\nkind\tword\nverb\tВыслан*\nverb\tСнят* с учета\nkin\tДети\nkin\tДети и жена\n";

    #[test]
    fn words_are_found_where_words_start() {
        let words = Vocabulary::of(TABLE);
        let exact = WordFinder::of(&words, &[&["verb"], &["kin"]]);
        let any_case = WordFinder::of_any_case(&words, &[&["verb"], &["kin"]]);
        let check = |finder: &WordFinder, text: &str, expected: &[(usize, &str)]| {
            let (mut from, mut found) = (0, Vec::new());
            while let Some(word) = finder.find(text, from) {
                found.push((word.group, &text[word.start..word.end]));
                from = word.end;
            }
            assert_eq!(found, expected, "{text}");
        };
        check(&exact, "Высланы. Дети", &[(0, "Высланы"), (1, "Дети")]);
        check(&exact, "Переслан, невыслан, выслан", &[]);
        check(&any_case, "Переслан, невыслан, выслана", &[(0, "выслана")]);
        check(&any_case, "снята  с\tучета.", &[(0, "снята  с\tучета.")]);
        check(&any_case, "снят с учетами", &[]);
        check(&exact, "Дети и жена,", &[(1, "Дети и жена,")]);
        check(&exact, "Детище. Дети.", &[(1, "Дети.")]);
        // The blank that ends a whole word starts no other.
        check(&exact, "Дети Выслан. Выслан", &[(1, "Дети "), (0, "Выслан")]);
    }
}
