//! From words typed to a query of the index.

use crate::places::within_term;
use crate::schema::IndexFields;
use crate::view::{Filters, MatchKind, SearchRequest};
use crate::widen::{Ending, Reach, TypedPart, WordForm, score_of, widen_place, widen_word};
use std::ops::Bound;
use synodik_model::EventKind;
use synodik_names::{Script, fold_words};
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, Query,
    RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

/// The most words of a query that are searched for; more is no name and no place.
pub(crate) const MAX_WORDS: usize = 16;

/// One word typed, or several that a hyphen joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QueryWord {
    /// As typed, without the marks around it.
    pub(crate) typed: String,
    /// Parts that must all be there.
    parts: Vec<TypedPart>,
    /// The form without hyphens, when there are several parts.
    pub(crate) joined: Option<String>,
    /// The year it may be.
    pub(crate) year: Option<i32>,
    ending: Ending,
    scope: Scope,
}

/// Where a typed word is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// In names, places and years.
    Anywhere,
    /// In places only: a word of the filter.
    Place,
}

/// A typed word with the forms it is searched for under, by part.
#[derive(Debug, Clone)]
pub(crate) struct WidenedWord {
    pub(crate) word: QueryWord,
    pub(crate) forms: Vec<Vec<WordForm>>,
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
        let ending = match piece.ends_with('*') {
            true => Ending::Open,
            false if typed_idx + 1 == n_typed => Ending::Last,
            false => Ending::Whole,
        };
        let typed = piece.trim_matches('*').to_owned();
        // A letter between signs is no initial: `<e[fhby` is typed with the wrong keyboard set.
        let is_alone = piece.chars().filter(|letter| letter.is_alphabetic()).count() == 1;
        let parts = forms.into_iter();
        let parts = parts.map(|(word, script)| TypedPart::new(word, script, is_alone)).collect();
        words.push(QueryWord { typed, parts, joined, year, ending, scope: Scope::Anywhere });
        if words.len() == MAX_WORDS {
            break;
        }
    }
    words
}

/// Splits the place of the filter into words, none of them a name or a year.
pub(crate) fn parse_place(place: &str) -> Vec<QueryWord> {
    let words = parse_words(place).into_iter();
    words.map(|word| QueryWord { joined: None, year: None, scope: Scope::Place, ..word }).collect()
}

/// Looks up the forms of all words.
pub(crate) fn widen_words(
    searcher: &Searcher,
    fields: &IndexFields,
    words: &[QueryWord],
    reach: Reach,
) -> tantivy::Result<Vec<WidenedWord>> {
    let widen = |word: &QueryWord| {
        let parts = word.parts.iter();
        let forms = parts
            .map(|part| match word.scope {
                Scope::Anywhere => widen_word(searcher, fields, part, (word.ending, reach)),
                Scope::Place => widen_place(searcher, fields, part, (word.ending, reach)),
            })
            .collect::<tantivy::Result<_>>()?;
        Ok(WidenedWord { word: word.clone(), forms })
    };
    words.iter().map(widen).collect()
}

/// Returns the query of a request; `None` when it asks for nothing.
///
/// # Shape
///
/// `words`: those typed and those of the place in the filter.
pub(crate) fn build_query(
    fields: &IndexFields,
    request: &SearchRequest,
    words: &[WidenedWord],
    reach: Reach,
) -> Option<Box<dyn Query>> {
    let mut clauses = filter_clauses(fields, &request.filters);
    if words.is_empty() {
        if clauses.is_empty() {
            return None;
        }
        clauses.push((Occur::Must, Box::new(AllQuery)));
        return Some(Box::new(BooleanQuery::new(clauses)));
    }
    let n_free = words.iter().filter(|word| word.word.scope == Scope::Anywhere).count();
    let is_partial = reach == Reach::Partial && n_free > 2;
    let mut free_clauses = Vec::with_capacity(n_free);
    for word in words {
        let query = word_query(fields, word);
        match word.word.scope {
            Scope::Anywhere if is_partial => free_clauses.push((Occur::Should, query)),
            _ => clauses.push((Occur::Must, query)),
        }
    }
    if is_partial {
        let free = BooleanQuery::with_minimum_required_clauses(free_clauses, n_free - 1);
        clauses.push((Occur::Must, Box::new(free)));
    }
    Some(Box::new(BooleanQuery::new(clauses)))
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
        (fields.instrument, &filters.instrument),
        (fields.sex, &filters.sex),
        (fields.region, &filters.region),
        (fields.article, &filters.article),
        (fields.body, &filters.body),
        (fields.age, &filters.age),
    ];
    for (field, value) in equal {
        if let Some(value) = value {
            // Facets are in small letters.
            add(term_query(field, &value.trim().to_lowercase()));
        }
    }
    if let Some(place_id) = &filters.place_id {
        add(term_query(fields.within, &within_term(place_id.trim(), filters.place_kind)));
    }
    if let Some(month) = &filters.month {
        add(dated_query(fields.event_in_month, filters.event.as_deref(), [month.trim()]));
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
    match (&filters.event, years_asked(filters)) {
        // The years are those of the events of that kind.
        (Some(kind), Some(years)) => {
            let years: Vec<String> = years.map(|year| year.to_string()).collect();
            let years = years.iter().map(String::as_str);
            clauses.push((
                Occur::Must,
                Box::new(ConstScoreQuery::new(
                    dated_query(fields.event_in_year, Some(kind), years),
                    0.0,
                )),
            ));
        }
        _ => add_range(fields.event_year, filters.event_from, filters.event_to),
    }
    clauses
}

/// Years of an event that may be asked for together with its kind.
const EVENT_YEARS: std::ops::RangeInclusive<i32> = 1900..=2000;

/// Returns the years of events asked for, one by one; none when none are.
fn years_asked(filters: &Filters) -> Option<std::ops::RangeInclusive<i32>> {
    if filters.event_from.is_none() && filters.event_to.is_none() {
        return None;
    }
    let from = filters.event_from.unwrap_or(i32::MIN).max(*EVENT_YEARS.start());
    let to = filters.event_to.unwrap_or(i32::MAX).min(*EVENT_YEARS.end());
    Some(from..=to)
}

/// Any of the years or months, of events of a kind or of any.
fn dated_query<'a>(
    field: Field,
    kind: Option<&str>,
    dates: impl IntoIterator<Item = &'a str>,
) -> Box<dyn Query> {
    let kind = kind.map(|kind| kind.trim().to_lowercase());
    let kinds: Vec<&str> = match &kind {
        Some(kind) => vec![kind],
        None => EventKind::ALL.iter().map(|kind| kind.name()).collect(),
    };
    let mut terms = Vec::new();
    for date in dates {
        terms.extend(
            kinds.iter().map(|kind| (Occur::Should, term_query(field, &format!("{kind}/{date}")))),
        );
    }
    Box::new(BooleanQuery::new(terms))
}

/// Any of the forms a typed word may have in the index, scored by the best that is there.
fn word_query(fields: &IndexFields, word: &WidenedWord) -> Box<dyn Query> {
    let mut parts: Vec<Box<dyn Query>> = Vec::new();
    for forms in &word.forms {
        let mut clauses: Vec<Box<dyn Query>> = forms
            .iter()
            .map(|form| scored(term_query(form.field, &form.text), form.score()))
            .collect();
        if let Some(year) = word.word.year {
            let event = Term::from_field_i64(fields.event_year, i64::from(year));
            let event = TermQuery::new(event, IndexRecordOption::Basic);
            clauses.push(scored(Box::new(event), score_of(MatchKind::Year)));
            let born =
                Filters { birth_from: Some(year), birth_to: Some(year), ..Filters::default() };
            let born = BooleanQuery::new(filter_clauses(fields, &born));
            clauses.push(scored(Box::new(born), score_of(MatchKind::Year)));
        }
        parts.push(Box::new(DisjunctionMaxQuery::new(clauses)));
    }
    let all_parts: Box<dyn Query> = match parts.len() {
        1 => parts.remove(0),
        // The parts count as one word, so that they cannot outweigh the other words.
        n_parts => {
            let parts = parts.into_iter().map(|part| (Occur::Must, part)).collect();
            let share = 1.0 / n_parts as f32;
            Box::new(BoostQuery::new(Box::new(BooleanQuery::new(parts)), share))
        }
    };
    match &word.word.joined {
        None => all_parts,
        Some(joined) => {
            let joined = scored(term_query(fields.name, joined), score_of(MatchKind::AsTyped));
            Box::new(DisjunctionMaxQuery::new(vec![all_parts, joined]))
        }
    }
}

fn term_query(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}

fn scored(query: Box<dyn Query>, score: f32) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, score))
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
        assert_eq!(words[1].ending, Ending::Whole);
        assert_eq!(words[2].year, Some(1937));
        assert_eq!((words[3].ending, &*words[3].typed), (Ending::Open, "Ив"));
        assert!(parse_words(" , .").is_empty());
    }
}
