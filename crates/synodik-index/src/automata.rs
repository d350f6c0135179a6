//! Finds words of the index that an automaton accepts: beginnings, and words with few errors.

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use tantivy::Searcher;
use tantivy::schema::Field;
use tantivy_fst::Automaton;

/// Most forms one typed word is widened to in one way; the commonest of the nearest are kept.
const MAX_FORMS: usize = 24;

/// Returns the words of a field that start as typed: commonest first.
pub(crate) fn words_starting_with(
    searcher: &Searcher,
    field: Field,
    start: &str,
) -> tantivy::Result<Vec<(String, u8)>> {
    nearest_forms(searcher, field, &StartsWith(start.as_bytes()))
}

/// Returns the words of a field that differ in at most one letter, a swap counting as one,
/// with the number of errors.
pub(crate) fn words_with_one_error(
    searcher: &Searcher,
    field: Field,
    word: &str,
) -> tantivy::Result<Vec<(String, u8)>> {
    nearest_forms(searcher, field, &FewErrors(ERROR_BUILDERS[0].build_dfa(word)))
}

/// Returns the words of a field that differ in at most two letters, the first being right.
pub(crate) fn words_with_two_errors(
    searcher: &Searcher,
    field: Field,
    word: &str,
) -> tantivy::Result<Vec<(String, u8)>> {
    let first_letter_bytes = word.chars().next().map_or(0, char::len_utf8);
    let automaton = SameFirstLetter {
        first_letter: &word.as_bytes()[..first_letter_bytes],
        rest: FewErrors(ERROR_BUILDERS[1].build_dfa(word)),
    };
    nearest_forms(searcher, field, &automaton)
}

/// Returns the forms in the index that an automaton accepts, with their distance:
/// nearest first, then commonest, then in byte order; at most [`MAX_FORMS`].
fn nearest_forms<A: Measuring<State: Clone>>(
    searcher: &Searcher,
    field: Field,
    automaton: &A,
) -> tantivy::Result<Vec<(String, u8)>> {
    let mut found: BTreeMap<Vec<u8>, (u8, u32)> = BTreeMap::new();
    for segment in searcher.segment_readers() {
        let inverted_index = segment.inverted_index(field)?;
        let mut stream = inverted_index.terms().search(ByReference(automaton)).into_stream()?;
        while stream.advance() {
            let n_records = stream.value().doc_freq;
            match found.get_mut(stream.key()) {
                Some((_, total)) => *total += n_records,
                None => {
                    let distance = automaton.distance(stream.key());
                    found.insert(stream.key().to_vec(), (distance, n_records));
                }
            }
        }
    }
    let mut forms: Vec<(Vec<u8>, (u8, u32))> = found.into_iter().collect();
    forms.sort_by_key(|(_, (distance, n_records))| (*distance, std::cmp::Reverse(*n_records)));
    forms.truncate(MAX_FORMS);
    let text = |form: Vec<u8>| String::from_utf8_lossy(&form).into_owned();
    Ok(forms.into_iter().map(|(form, (distance, _))| (text(form), distance)).collect())
}

/// Automata that accept words with at most one and at most two errors, a
/// transposition counting as one.
static ERROR_BUILDERS: LazyLock<[LevenshteinAutomatonBuilder; 2]> = LazyLock::new(|| {
    [LevenshteinAutomatonBuilder::new(1, true), LevenshteinAutomatonBuilder::new(2, true)]
});

/// An automaton that also says how far an accepted word is.
trait Measuring: Automaton {
    fn distance(&self, word: &[u8]) -> u8;
}

/// Accepts the words that start with some bytes.
struct StartsWith<'a>(&'a [u8]);

impl Automaton for StartsWith<'_> {
    /// Bytes still to come; `None` after a wrong one.
    type State = Option<usize>;

    fn start(&self) -> Self::State {
        Some(0)
    }

    fn is_match(&self, state: &Self::State) -> bool {
        *state == Some(self.0.len())
    }

    fn can_match(&self, state: &Self::State) -> bool {
        state.is_some()
    }

    fn accept(&self, state: &Self::State, byte: u8) -> Self::State {
        match *state {
            Some(n_seen) if n_seen == self.0.len() => Some(n_seen),
            Some(n_seen) if self.0[n_seen] == byte => Some(n_seen + 1),
            _ => None,
        }
    }
}

impl Measuring for StartsWith<'_> {
    fn distance(&self, _word: &[u8]) -> u8 {
        0
    }
}

/// Accepts the words with few errors.
struct FewErrors(DFA);

impl Automaton for FewErrors {
    type State = u32;

    fn start(&self) -> u32 {
        self.0.initial_state()
    }

    fn is_match(&self, state: &u32) -> bool {
        matches!(self.0.distance(*state), Distance::Exact(_))
    }

    fn can_match(&self, state: &u32) -> bool {
        *state != levenshtein_automata::SINK_STATE
    }

    fn accept(&self, state: &u32, byte: u8) -> u32 {
        self.0.transition(*state, byte)
    }
}

impl Measuring for FewErrors {
    fn distance(&self, word: &[u8]) -> u8 {
        match self.0.eval(word) {
            Distance::Exact(distance) | Distance::AtLeast(distance) => distance,
        }
    }
}

/// Accepts the words that another automaton accepts and that start with the same letter.
///
/// Two errors are searched for only so: the first letter is seldom wrong, and
/// without it nearly the whole dictionary would have to be walked.
struct SameFirstLetter<'a> {
    first_letter: &'a [u8],
    rest: FewErrors,
}

impl Automaton for SameFirstLetter<'_> {
    /// Bytes of the letter seen, and the state of the other; `None` after a wrong byte.
    type State = Option<(usize, u32)>;

    fn start(&self) -> Self::State {
        Some((0, self.rest.start()))
    }

    fn is_match(&self, state: &Self::State) -> bool {
        state.is_some_and(|(n_seen, rest)| {
            n_seen == self.first_letter.len() && self.rest.is_match(&rest)
        })
    }

    fn can_match(&self, state: &Self::State) -> bool {
        state.is_some_and(|(_, rest)| self.rest.can_match(&rest))
    }

    fn accept(&self, state: &Self::State, byte: u8) -> Self::State {
        let (n_seen, rest) = (*state)?;
        let rest = self.rest.accept(&rest, byte);
        match self.first_letter.get(n_seen) {
            None => Some((n_seen, rest)),
            Some(expected) if *expected == byte => Some((n_seen + 1, rest)),
            Some(_) => None,
        }
    }
}

impl Measuring for SameFirstLetter<'_> {
    fn distance(&self, word: &[u8]) -> u8 {
        self.rest.distance(word)
    }
}

/// Lends an automaton to a search that wants to own one.
struct ByReference<'a, A>(&'a A);

impl<A: Automaton> Automaton for ByReference<'_, A> {
    type State = A::State;

    fn start(&self) -> Self::State {
        self.0.start()
    }

    fn is_match(&self, state: &Self::State) -> bool {
        self.0.is_match(state)
    }

    fn can_match(&self, state: &Self::State) -> bool {
        self.0.can_match(state)
    }

    fn accept(&self, state: &Self::State, byte: u8) -> Self::State {
        self.0.accept(state, byte)
    }
}
