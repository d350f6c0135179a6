//! From words typed to a query of the index.

use crate::schema::IndexFields;
use crate::view::{Filters, SearchRequest};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::LazyLock;
use synodik_names::{Script, fold_words, latin_key, latin_query_keys};
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, Occur, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};
use tantivy_fst::Automaton;

/// Score of a word of the name, found as typed.
pub(crate) const SCORE_EXACT: f32 = 1000.0;
/// Score of a word of the name that starts as typed.
const SCORE_PREFIX: f32 = 400.0;
/// Score of a word of a place or of a year.
const SCORE_PLACE: f32 = 300.0;
/// Score of a name with the same Latin key: another spelling of the same sounds.
const SCORE_KEY: f32 = 30.0;
/// Scores of names with one and with two errors.
const SCORE_ERRORS: [f32; 2] = [10.0, 3.0];

/// Most forms one typed word is widened to; the commonest of the nearest are kept.
const MAX_FORMS: usize = 24;
/// Shortest word, in letters, in which one error is allowed, and two behind the first letter.
const ERROR_LETTERS: [usize; 2] = [4, 8];
/// Shortest word, in letters, of which longer words are also found.
const PREFIX_LETTERS: usize = 3;

/// How far from the words typed a search goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// Words as typed, their beginnings, Latin or Cyrillic typing.
    Exact,
    /// Also other spellings and one error in a word.
    Similar,
    /// Also two errors in a long word.
    Distant,
    /// As before, and one of at least three words may be missing.
    Partial,
}

/// One word typed, or several that a hyphen joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QueryWord {
    /// Folded forms that must all be there.
    parts: Vec<(String, Script)>,
    /// The form without hyphens, when there are several parts.
    joined: Option<String>,
    /// The year it may be.
    year: Option<i64>,
    /// Whether longer words count: the word ends in `*`, is an initial, or stands last.
    is_prefix: bool,
}

/// Splits what was typed into words.
pub(crate) fn parse_words(query: &str) -> Vec<QueryWord> {
    let typed: Vec<&str> =
        query.split(|c: char| c.is_whitespace() || ",;.()".contains(c)).collect();
    let mut words = Vec::new();
    let n_typed = typed.iter().rposition(|piece| !piece.is_empty()).map_or(0, |last| last + 1);
    for (typed_idx, piece) in typed.iter().enumerate() {
        let mut forms = Vec::new();
        fold_words(piece, |word, script| forms.push((word.to_owned(), script)));
        let joined = if forms.len() > 1 { forms.pop().map(|(word, _)| word) } else { None };
        if forms.is_empty() {
            continue;
        }
        let year = match &forms[..] {
            [(word, Script::Other)] if word.len() == 4 => word.parse().ok(),
            _ => None,
        };
        let is_initial = forms.len() == 1 && forms[0].0.chars().count() == 1;
        let is_prefix = piece.ends_with('*') || is_initial || typed_idx + 1 == n_typed;
        words.push(QueryWord { parts: forms, joined, year, is_prefix });
    }
    words
}

/// Returns the query of a request; `None` when it asks for nothing.
pub(crate) fn build_query(
    searcher: &Searcher,
    fields: &IndexFields,
    request: &SearchRequest,
    reach: Reach,
) -> tantivy::Result<Option<Box<dyn Query>>> {
    let words = parse_words(&request.query);
    let mut clauses = filter_clauses(fields, &request.filters);
    if words.is_empty() {
        if clauses.is_empty() {
            return Ok(None);
        }
        clauses.push((Occur::Must, Box::new(AllQuery)));
        return Ok(Some(Box::new(BooleanQuery::new(clauses))));
    }
    let mut word_clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    let is_partial = reach == Reach::Partial && words.len() > 2;
    for word in &words {
        let occur = if is_partial { Occur::Should } else { Occur::Must };
        word_clauses.push((occur, word_query(searcher, fields, word, reach)?));
    }
    let words_query = match is_partial {
        true => {
            let n_required = word_clauses.len() - 1;
            BooleanQuery::with_minimum_required_clauses(word_clauses, n_required)
        }
        false => BooleanQuery::new(word_clauses),
    };
    if clauses.is_empty() {
        return Ok(Some(Box::new(words_query)));
    }
    clauses.push((Occur::Must, Box::new(words_query)));
    Ok(Some(Box::new(BooleanQuery::new(clauses))))
}

fn filter_clauses(fields: &IndexFields, filters: &Filters) -> Vec<(Occur, Box<dyn Query>)> {
    let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    let mut add = |query: Box<dyn Query>| {
        clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(query, 0.0))));
    };
    let equal = [
        (fields.source, &filters.source),
        (fields.event, &filters.event),
        (fields.measure, &filters.measure),
        (fields.nationality, &filters.nationality),
    ];
    for (field, value) in equal {
        if let Some(value) = value {
            // Facets are in small letters.
            add(term_query(field, &value.trim().to_lowercase()));
        }
    }
    if let Some(place) = &filters.place {
        fold_words(place, |word, script| {
            let word = if script == Script::Latin { latin_key(word) } else { word.to_owned() };
            add(term_query(fields.place, &word));
        });
    }
    let bound = |field: Field, year: Option<i32>| match year {
        Some(year) => Bound::Included(Term::from_field_i64(field, i64::from(year))),
        None => Bound::Unbounded,
    };
    let mut add_range = |field: Field, from: Option<i32>, to: Option<i32>| {
        if from.is_some() || to.is_some() {
            add(Box::new(RangeQuery::new(bound(field, from), bound(field, to))));
        }
    };
    // A birth that may lie in the range counts.
    add_range(fields.birth_last, filters.birth_from, None);
    add_range(fields.birth_first, None, filters.birth_to);
    add_range(fields.event_year, filters.event_from, filters.event_to);
    clauses
}

/// Any of the forms a typed word may have in the index.
fn word_query(
    searcher: &Searcher,
    fields: &IndexFields,
    word: &QueryWord,
    reach: Reach,
) -> tantivy::Result<Box<dyn Query>> {
    let mut parts: Vec<Box<dyn Query>> = Vec::new();
    for (part, script) in &word.parts {
        let mut forms: BTreeMap<(Field, Vec<u8>), f32> = BTreeMap::new();
        let mut add = |field: Field, form: &[u8], score: f32| {
            let known = forms.entry((field, form.to_vec())).or_insert(score);
            *known = known.max(score);
        };
        add_forms(searcher, fields, (part, *script), (word.is_prefix, reach), &mut add)?;
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = forms
            .into_iter()
            .map(|((field, form), score)| {
                let text = String::from_utf8_lossy(&form);
                (Occur::Should, scored(term_query(field, &text), score))
            })
            .collect();
        if let Some(year) = word.year {
            let query = TermQuery::new(
                Term::from_field_i64(fields.event_year, year),
                IndexRecordOption::Basic,
            );
            clauses.push((Occur::Should, scored(Box::new(query), SCORE_PLACE)));
            let born = BooleanQuery::new(filter_clauses(
                fields,
                &Filters {
                    birth_from: Some(year as i32),
                    birth_to: Some(year as i32),
                    ..Filters::default()
                },
            ));
            clauses.push((Occur::Should, scored(Box::new(born), SCORE_PLACE)));
        }
        parts.push(Box::new(BooleanQuery::new(clauses)));
    }
    let all_parts: Box<dyn Query> = match parts.len() {
        1 => parts.remove(0),
        _ => {
            Box::new(BooleanQuery::new(parts.into_iter().map(|part| (Occur::Must, part)).collect()))
        }
    };
    Ok(match &word.joined {
        None => all_parts,
        Some(joined) => Box::new(BooleanQuery::new(vec![
            (Occur::Should, all_parts),
            (Occur::Should, scored(term_query(fields.name, joined), SCORE_EXACT)),
        ])),
    })
}

fn add_forms(
    searcher: &Searcher,
    fields: &IndexFields,
    (word, script): (&str, Script),
    (is_prefix, reach): (bool, Reach),
    add: &mut impl FnMut(Field, &[u8], f32),
) -> tantivy::Result<()> {
    let keys = match script {
        Script::Latin => latin_query_keys(word),
        _ => vec![latin_key(word)],
    };
    let n_letters = word.chars().count();
    add(fields.name, word.as_bytes(), SCORE_EXACT);
    add(fields.place, word.as_bytes(), SCORE_PLACE);
    // Typed in Latin letters, the key is the name; typed in Cyrillic, a similar one.
    if script == Script::Latin {
        for (key_idx, key) in keys.iter().enumerate() {
            let less_likely = 1.0 - 0.01 * key_idx as f32;
            add(fields.name_key, key.as_bytes(), SCORE_EXACT * 0.9 * less_likely);
            add(fields.place, key.as_bytes(), SCORE_PLACE * less_likely);
        }
    } else if reach != Reach::Exact {
        add(fields.name_key, keys[0].as_bytes(), SCORE_KEY);
    }
    let mut near_field = fields.name;
    let mut near_words = vec![word.to_owned()];
    if script == Script::Latin {
        near_field = fields.name_key;
        near_words = keys;
    }
    if is_prefix && (n_letters >= PREFIX_LETTERS || n_letters == 1) {
        for near_word in &near_words {
            let forms = nearest_forms(searcher, near_field, &StartsWith(near_word.as_bytes()))?;
            for (form, _) in forms {
                add(near_field, &form, SCORE_PREFIX);
            }
        }
    }
    if reach != Reach::Exact && script != Script::Other {
        let near_word = &near_words[0];
        if n_letters >= ERROR_LETTERS[0] {
            let one_error = FewErrors(ERROR_BUILDERS[0].build_dfa(near_word));
            add_errors(&nearest_forms(searcher, near_field, &one_error)?, near_field, add);
        }
        if n_letters >= ERROR_LETTERS[1] && reach >= Reach::Distant {
            let two_errors = SameFirstLetter {
                first_letter: &near_word.as_bytes()[..first_letter_bytes(near_word)],
                rest: FewErrors(ERROR_BUILDERS[1].build_dfa(near_word)),
            };
            add_errors(&nearest_forms(searcher, near_field, &two_errors)?, near_field, add);
        }
    }
    Ok(())
}

/// Adds forms that have errors, scored by how many.
fn add_errors(forms: &[(Vec<u8>, u8)], field: Field, add: &mut impl FnMut(Field, &[u8], f32)) {
    for (form, n_errors) in forms {
        if let Some(error_idx) = usize::from(*n_errors).checked_sub(1) {
            add(field, form, SCORE_ERRORS[error_idx.min(1)]);
        }
    }
}

fn first_letter_bytes(word: &str) -> usize {
    word.chars().next().map_or(0, char::len_utf8)
}

/// Returns the forms in the index that an automaton accepts, with their distance:
/// nearest first, then commonest, then in byte order; at most [`MAX_FORMS`].
fn nearest_forms<A: Measuring<State: Clone>>(
    searcher: &Searcher,
    field: Field,
    automaton: &A,
) -> tantivy::Result<Vec<(Vec<u8>, u8)>> {
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
    Ok(forms.into_iter().map(|(form, (distance, _))| (form, distance)).collect())
}

fn term_query(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}

fn scored(query: Box<dyn Query>, score: f32) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, score))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words_are_told_apart() {
        let words = parse_words("Али-Заде И. 1937 Ив*");
        assert_eq!(words.len(), 4);
        assert_eq!(words[0].parts.len(), 2);
        assert_eq!(words[0].joined.as_deref(), Some("ализаде"));
        assert!(words[1].is_prefix, "an initial");
        assert_eq!(words[2].year, Some(1937));
        assert!(words[3].is_prefix);
        assert!(parse_words(" , .").is_empty());
    }
}
