//! Why a record was found: which of its words belongs to each word typed.

use crate::query::WidenedWord;
use crate::schema::{IndexFields, initial_term, latin_script_term};
use crate::view::{MatchKind, PublicRecord, WordMatch};
use crate::widen::{WordForm, score_of};
use std::collections::HashMap;
use synodik_model::Field;
use synodik_names::{Script, fold_words, latin_key};
use tantivy::schema::Field as IndexField;

/// The fields in which names stand.
pub(crate) const NAME_FIELDS: [Field; 5] =
    [Field::Name, Field::Surname, Field::Given, Field::Patronymic, Field::NameVariants];

/// The fields in which places stand; those of events come beside them.
pub(crate) const PLACE_FIELDS: [Field; 3] = [Field::BirthPlace, Field::Residence, Field::Street];

/// A word of the record as written, and the field it stands in.
#[derive(Debug, Clone, Copy)]
struct RecordWord<'a> {
    written: &'a str,
    place: &'a str,
}

/// The words of a record under every term the index has them by.
type RecordTerms<'a> = HashMap<(IndexField, String), RecordWord<'a>>;

/// Returns, for each typed word, the nearest word of the record.
///
/// # Shape
///
/// One match a word, in the order typed; a hyphenated word gives one a part.
pub(crate) fn match_words(
    fields: &IndexFields,
    words: &[WidenedWord],
    record: &PublicRecord,
) -> Vec<WordMatch> {
    if words.is_empty() {
        return Vec::new();
    }
    let terms = record_terms(fields, record);
    let mut matches = Vec::new();
    for word in words {
        let joined = word.word.joined.as_ref();
        if let Some(found) = joined.and_then(|joined| terms.get(&(fields.name, joined.clone()))) {
            matches.push(word_match(word, MatchKind::AsTyped, *found));
            continue;
        }
        for forms in &word.forms {
            matches.push(match_part(word, forms, &terms, record));
        }
    }
    matches
}

fn match_part(
    word: &WidenedWord,
    forms: &[WordForm],
    terms: &RecordTerms<'_>,
    record: &PublicRecord,
) -> WordMatch {
    let mut best: Option<(&WordForm, RecordWord<'_>)> = None;
    for form in forms {
        let is_better = best.is_none_or(|(known, _)| form.score() > known.score());
        if let Some(found) = terms.get(&(form.field, form.text.clone()))
            && is_better
        {
            best = Some((form, *found));
        }
    }
    let by_year = word.word.year.and_then(|year| year_of_record(year, record));
    match (best, by_year) {
        (Some((form, found)), None) => word_match(word, form.kind, found),
        (Some((form, found)), _) if form.score() > score_of(MatchKind::Year) => {
            word_match(word, form.kind, found)
        }
        (_, Some(found)) => word_match(word, MatchKind::Year, found),
        (None, None) => word_match(word, MatchKind::Missing, RecordWord { written: "", place: "" }),
    }
}

fn word_match(word: &WidenedWord, kind: MatchKind, found: RecordWord<'_>) -> WordMatch {
    WordMatch {
        typed: word.word.typed.clone(),
        found: found.written.to_owned(),
        kind,
        place: found.place.to_owned(),
    }
}

/// Returns where the record has a year: its birth, or an event.
fn year_of_record(year: i32, record: &PublicRecord) -> Option<RecordWord<'_>> {
    let has_year =
        |edtf: &str| edtf_years(edtf).is_some_and(|(first, last)| (first..=last).contains(&year));
    let birth = record.birth_edtf.as_deref().filter(|edtf| has_year(edtf));
    if let Some(edtf) = birth {
        let written = record.get(Field::Birth).unwrap_or(edtf);
        return Some(RecordWord { written, place: Field::Birth.name() });
    }
    let event =
        record.events.iter().find(|event| event.date_edtf.as_deref().is_some_and(has_year))?;
    let written = event.date_stated.as_deref().or(event.date_edtf.as_deref())?;
    Some(RecordWord { written, place: "event" })
}

fn record_terms<'a>(fields: &IndexFields, record: &'a PublicRecord) -> RecordTerms<'a> {
    let mut terms = RecordTerms::new();
    let mut add = |field: IndexField, term: String, word: RecordWord<'a>| {
        terms.entry((field, term)).or_insert(word);
    };
    for field in NAME_FIELDS {
        let Some(name) = record.get(field) else { continue };
        each_written_word(name, |written, folded, script| {
            let word = RecordWord { written, place: field.name() };
            let key = latin_key(folded);
            add(fields.name, initial_term(folded), word);
            add(fields.name_key, initial_term(&key), word);
            if script == Script::Latin {
                add(fields.name_key, latin_script_term(&key), word);
            }
            add(fields.name, folded.to_owned(), word);
            add(fields.name_key, key, word);
        });
    }
    if let Some(family) = record.get(Field::Family) {
        each_written_word(family, |written, folded, _| {
            let word = RecordWord { written, place: Field::Family.name() };
            add(fields.kin, latin_key(folded), word);
            add(fields.kin, folded.to_owned(), word);
        });
    }
    let of_record =
        PLACE_FIELDS.into_iter().filter_map(|field| Some((field.name(), record.get(field)?)));
    let of_events =
        record.events.iter().filter_map(|event| Some(("event", event.place.as_deref()?)));
    for (place, text) in of_record.chain(of_events) {
        each_written_word(text, |written, folded, _| {
            let word = RecordWord { written, place };
            add(fields.place, latin_key(folded), word);
            add(fields.place, folded.to_owned(), word);
        });
    }
    terms
}

/// Calls for every folded word of a text with the piece of the text it comes from.
fn each_written_word<'a>(text: &'a str, mut on_word: impl FnMut(&'a str, &str, Script)) {
    let pieces = text.split(|letter: char| letter.is_whitespace() || "()[],;«»\"".contains(letter));
    for piece in pieces {
        let written = piece.trim_matches(['.', ':', '-', '?']);
        fold_words(piece, |word, script| on_word(written, word, script));
    }
}

/// Returns the first and last year that a date in EDTF names; an open end is the end named.
fn edtf_years(edtf: &str) -> Option<(i32, i32)> {
    let dates = edtf.split(['/', ',', '[', ']', '{', '}', ' ']).filter(|date| date.len() >= 4);
    let mut years = dates.filter_map(|date| {
        let year = date.get(..4)?;
        Some((year.replace('X', "0").parse().ok()?, year.replace('X', "9").parse().ok()?))
    });
    let first = years.next()?;
    Some(years.fold(first, |span: (i32, i32), year| (span.0.min(year.0), span.1.max(year.1))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_a_date() {
        for (edtf, years) in [
            ("1937-08-05", Some((1937, 1937))),
            ("1937/1938-02", Some((1937, 1938))),
            ("../1938", Some((1938, 1938))),
            ("189X", Some((1890, 1899))),
            ("[1901,1903]", Some((1901, 1903))),
            ("1890~", Some((1890, 1890))),
            ("..", None),
        ] {
            assert_eq!(edtf_years(edtf), years, "{edtf}");
        }
    }
}
