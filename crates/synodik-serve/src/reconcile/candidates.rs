//! Candidates for a name, each with a score that says what it rests on.

use super::properties::{MatchRule, Property, PropertyKind, match_rule, property};
use super::question::{NameQuery, PERSON_TYPE};
use crate::found_person::{FoundPerson, find_person};
use serde_json::{Value, json};
use synodik_index::{Filters, IndexError, PublicIndex, SearchRequest};
use synodik_model::Field;
use synodik_names::{PreparedName, compare_names, fold_words};

/// Entries found that are looked at for a query.
const N_LOOKED: usize = 50;

/// A probability is told no surer than this.
const SUREST: f64 = 0.999;

/// A candidate with its score.
struct Candidate {
    person: FoundPerson,
    /// 100 times the probability that the names are one name, changed by the properties.
    score: f64,
    /// Whether a year that was asked for agrees.
    has_year: bool,
    features: Vec<Value>,
}

/// Returns the answer to a query: the best candidates first, of equal ones the archive's order.
///
/// The score says how well name and properties agree, and not that it is the same human being:
/// many bore one name. A match is told only where a year agrees and no other comes near.
pub(super) fn find_candidates(index: &PublicIndex, query: &NameQuery) -> Result<Value, IndexError> {
    let request = SearchRequest {
        query: query.words.clone(),
        filters: Filters::default(),
        offset: 0,
        limit: N_LOOKED,
    };
    let asked = PreparedName::of_text(&without_numbers(&query.words));
    let mut candidates: Vec<Candidate> = Vec::new();
    for hit in index.search(&request)?.hits {
        let person_id = hit.person.map_or(hit.record.record_id, |person| person.person_id);
        if candidates.iter().any(|known| known.person.person_id == person_id) {
            continue;
        }
        if let Some(person) = find_person(index, &person_id)? {
            candidates.push(weigh(&asked, query, person));
        }
    }
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score));
    let rule = match_rule();
    let second = candidates.get(1).map_or(0.0, |candidate| candidate.score);
    let views = candidates.iter().take(query.limit).zip(0..).map(|(candidate, place)| {
        let is_match = place == 0 && is_meant(candidate, second, &rule);
        candidate_view(candidate, is_match)
    });
    Ok(json!({ "result": views.collect::<Vec<Value>>() }))
}

fn is_meant(best: &Candidate, second: f64, rule: &MatchRule) -> bool {
    best.has_year && best.score >= rule.least_score && best.score - second >= rule.margin
}

fn weigh(asked: &PreparedName, query: &NameQuery, person: FoundPerson) -> Candidate {
    let names = person.entries.iter().flat_map(|(record, _)| {
        [Some(record.name.as_str()), record.get(Field::NameVariants)].into_iter().flatten()
    });
    let p_name = names
        .map(|name| compare_names(asked, &PreparedName::of_text(name)).p_same)
        .fold(0.0_f64, f64::max)
        .clamp(1.0 - SUREST, SUREST);
    let mut features = vec![json!({ "id": "name", "value": rounded(p_name) })];
    let mut bits = 0.0;
    let mut has_year = false;
    for (id, values) in &query.properties {
        let Some(property) = property(id) else { continue };
        let Some((agreement, is_agreed)) = compare(property, values, &person) else { continue };
        bits += agreement;
        has_year |= is_agreed && property.kind == PropertyKind::Year;
        features.push(json!({ "id": property.id, "value": agreement }));
    }
    let odds = p_name / (1.0 - p_name) * f64::exp2(bits);
    let score = rounded(100.0 * odds / (1.0 + odds));
    Candidate { person, score, has_year, features }
}

/// Returns what a property weighs and whether it agrees; none where either side says nothing.
fn compare(property: &Property, asked: &[String], person: &FoundPerson) -> Option<(f64, bool)> {
    let bits = property.bits?;
    let known = property.values(person);
    let asked: Vec<&String> = asked.iter().filter(|value| !value.trim().is_empty()).collect();
    if known.is_empty() || asked.is_empty() {
        return None;
    }
    let pairs = || asked.iter().flat_map(|asked| known.iter().map(move |known| (*asked, known)));
    let (is_agreed, is_near) = match property.kind {
        PropertyKind::Year => {
            let gap = pairs().filter_map(|(asked, known)| year_gap(asked, known)).min()?;
            (gap == 0, gap <= match_rule().near_years)
        }
        PropertyKind::Words => {
            (pairs().any(|(asked, known)| has_word_in_common(asked, known)), false)
        }
        PropertyKind::Text | PropertyKind::Number => return None,
    };
    Some(match (is_agreed, is_near) {
        (true, _) => (bits.agree, true),
        (false, true) => (bits.near, false),
        (false, false) => (bits.differ, false),
    })
}

/// A year may stand at the beginning of a date: 1893-05-01.
fn year_gap(asked: &str, known: &str) -> Option<i32> {
    let asked: i32 = asked.trim().get(..4)?.parse().ok()?;
    let known: i32 = known.parse().ok()?;
    asked.checked_sub(known).map(i32::abs)
}

fn has_word_in_common(asked: &str, known: &str) -> bool {
    let words = |text: &str| {
        let mut words = Vec::new();
        // Words of one or two letters are "г.", "с." and the like.
        fold_words(text, |word, _| {
            if word.chars().count() > 2 {
                words.push(word.to_owned());
            }
        });
        words
    };
    let known = words(known);
    words(asked).iter().any(|word| known.contains(word))
}

fn without_numbers(words: &str) -> String {
    let words = words.split_whitespace();
    let named = words.filter(|word| !word.contains(|letter: char| letter.is_ascii_digit()));
    named.collect::<Vec<_>>().join(" ")
}

fn candidate_view(candidate: &Candidate, is_match: bool) -> Value {
    json!({
        "id": candidate.person.person_id,
        "name": shown_name(&candidate.person),
        "description": describe(&candidate.person),
        "score": candidate.score,
        "match": is_match,
        "type": [{ "id": PERSON_TYPE, "name": PERSON_TYPE }],
        "features": candidate.features,
    })
}

/// Returns the name of the first entry that has one; the id where none has.
pub(super) fn shown_name(person: &FoundPerson) -> String {
    let mut names = person.entries.iter().map(|(record, _)| &record.name);
    names.find(|name| !name.is_empty()).unwrap_or(&person.person_id).clone()
}

/// Returns what tells persons of one name apart: birth, place, what happened, and who says so.
pub(super) fn describe(person: &FoundPerson) -> String {
    let first_of =
        |id: &str| property(id).and_then(|property| property.values(person).into_iter().next());
    let parts = [
        first_of("birth_year").map(|year| format!("*{year}")),
        first_of("birth_place"),
        first_of("arrest_year").map(|year| format!("arrest {year}")),
        first_of("execution_year").map(|year| format!("execution {year}")),
        first_of("source").map(|source| format!("[{source}]")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn rounded(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_words_are_compared_as_people_write_them() {
        assert_eq!(year_gap("1893-05-01", "1893"), Some(0));
        assert_eq!(year_gap(" 1895 ", "1893"), Some(2));
        assert_eq!(year_gap("около", "1893"), None);
        assert!(has_word_in_common("село Малые Ключи", "дер. Ключи Заречного уезда"));
        assert!(!has_word_in_common("с. Горки", "с. Ключи"), "с. is no place");
        assert_eq!(without_numbers("Волин Пётр 1893 г.р. 58-10"), "Волин Пётр г.р.");
    }
}
