//! The search form: what a visitor may ask, and what is wrong with it.

use crate::address::percent_encode;
use serde::Deserialize;
use synodik_codex::codex;
use synodik_index::{Filters, SearchRequest, StationKind, body_ids, measure_ids};
use synodik_model::EventKind;

/// Hits on one page.
pub(crate) const N_HITS_PER_PAGE: usize = 20;

/// The most letters in one field of the form.
const MAX_LETTERS: usize = 200;

/// How far results can be leafed through.
pub(crate) const MAX_OFFSET: usize = 10_000;

/// The search form as sent; empty means not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct SearchForm {
    /// Words.
    pub q: String,
    /// Id of a source.
    pub source: String,
    /// Earliest year of birth.
    pub birth_from: String,
    /// Latest year of birth.
    pub birth_to: String,
    /// Words of a place.
    pub place: String,
    /// Id of a place of the gazetteer.
    pub place_id: String,
    /// What happened there.
    pub place_kind: String,
    /// Nationality as written.
    pub nationality: String,
    /// Identifier of an event kind.
    pub event: String,
    /// Identifier of a measure.
    pub measure: String,
    /// Id of an instrument of the codex.
    pub instrument: String,
    /// Earliest year of an event.
    pub event_from: String,
    /// Latest year of an event.
    pub event_to: String,
    /// Month `YYYY-MM` of an event.
    pub month: String,
    /// `female` or `male`.
    pub sex: String,
    /// Id of a region of order 00447.
    pub region: String,
    /// Article, such as `58-10`.
    pub article: String,
    /// Identifier of a kind of body.
    pub body: String,
    /// First year of a decade of age.
    pub age: String,
    /// How the results are shown: `time`, or as a list.
    pub view: String,
    /// Hits to leave out.
    pub offset: String,
}

/// What is wrong with one field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormMistake {
    /// Name of the field; empty for the whole address.
    pub field: &'static str,
    /// Kind of mistake, as in the keys `error-…`.
    pub kind: &'static str,
}

impl SearchForm {
    /// Names and values of all fields, in the order of addresses.
    pub fn pairs(&self) -> [(&'static str, &str); 21] {
        [
            ("q", &self.q),
            ("source", &self.source),
            ("birth_from", &self.birth_from),
            ("birth_to", &self.birth_to),
            ("place", &self.place),
            ("place_id", &self.place_id),
            ("place_kind", &self.place_kind),
            ("nationality", &self.nationality),
            ("event", &self.event),
            ("measure", &self.measure),
            ("instrument", &self.instrument),
            ("event_from", &self.event_from),
            ("event_to", &self.event_to),
            ("month", &self.month),
            ("sex", &self.sex),
            ("region", &self.region),
            ("article", &self.article),
            ("body", &self.body),
            ("age", &self.age),
            ("view", &self.view),
            ("offset", &self.offset),
        ]
    }

    /// Returns whether nothing is asked.
    pub fn is_blank(&self) -> bool {
        self.q.trim().is_empty() && !self.has_filter()
    }

    /// Returns whether a restriction is set.
    pub fn has_filter(&self) -> bool {
        self.pairs().iter().any(|(name, value)| {
            !matches!(*name, "q" | "offset" | "view") && !value.trim().is_empty()
        })
    }

    /// Returns the address of this search with some fields changed, from its first result
    /// unless `offset` is among them; an empty value takes a field away.
    pub fn address_with(&self, changes: &[(&str, &str)]) -> String {
        self.address_at("/search", changes)
    }

    /// Returns the address of another page about the same question, changed as
    /// [`SearchForm::address_with`] does.
    pub fn address_at(&self, path: &str, changes: &[(&str, &str)]) -> String {
        let mut address = String::from(path);
        let mut mark = '?';
        for (name, value) in self.pairs() {
            let change = changes.iter().find(|(changed, _)| *changed == name);
            let value = match change {
                Some((_, changed)) => changed,
                None if name == "offset" => "",
                None => value.trim(),
            };
            if value.is_empty() {
                continue;
            }
            address.push(mark);
            address.push_str(name);
            address.push('=');
            address.push_str(&percent_encode(value));
            mark = '&';
        }
        address
    }

    /// Returns the question to the index.
    ///
    /// # Errors
    ///
    /// All mistakes, in the order of the form.
    pub fn parse(&self) -> Result<SearchRequest, Vec<FormMistake>> {
        let mut mistakes = Vec::new();
        for (field, value) in self.pairs() {
            if value.chars().count() > MAX_LETTERS {
                mistakes.push(FormMistake { field, kind: "long" });
            }
        }
        let mut year = |field, value: &str| {
            parse_year(value).unwrap_or_else(|()| {
                mistakes.push(FormMistake { field, kind: "number" });
                None
            })
        };
        let filters = Filters {
            source: stated(&self.source),
            birth_from: year("birth_from", &self.birth_from),
            birth_to: year("birth_to", &self.birth_to),
            place: stated(&self.place),
            place_id: stated(&self.place_id),
            place_kind: StationKind::from_name(self.place_kind.trim()),
            nationality: stated(&self.nationality),
            event: stated(&self.event),
            measure: stated(&self.measure),
            instrument: stated(&self.instrument),
            event_from: year("event_from", &self.event_from),
            event_to: year("event_to", &self.event_to),
            month: stated(&self.month),
            sex: stated(&self.sex),
            region: stated(&self.region),
            article: stated(&self.article),
            body: stated(&self.body),
            age: stated(&self.age),
        };
        for (field, from, to) in [
            ("birth_from", filters.birth_from, filters.birth_to),
            ("event_from", filters.event_from, filters.event_to),
        ] {
            if from.zip(to).is_some_and(|(from, to)| from > to) {
                mistakes.push(FormMistake { field, kind: "order" });
            }
        }
        if stated(&self.place_kind).is_some() && filters.place_kind.is_none() {
            mistakes.push(FormMistake { field: "place_kind", kind: "unknown" });
        }
        mistakes.extend(unknown_choices(&filters));
        let offset = parse_offset(&self.offset).unwrap_or_else(|| {
            mistakes.push(FormMistake { field: "offset", kind: "offset" });
            0
        });
        if mistakes.is_empty() {
            let query = self.q.trim().to_owned();
            Ok(SearchRequest { query, filters, offset, limit: N_HITS_PER_PAGE })
        } else {
            Err(mistakes)
        }
    }
}

/// Returns a mistake for each choice that does not exist.
fn unknown_choices(filters: &Filters) -> Vec<FormMistake> {
    let is_wrong = |value: &Option<String>, is_known: &dyn Fn(&str) -> bool| {
        value.as_deref().is_some_and(|value| !is_known(value))
    };
    let choices = [
        ("event", is_wrong(&filters.event, &|kind| EventKind::from_name(kind).is_some())),
        ("measure", is_wrong(&filters.measure, &|id| measure_ids().contains(&id))),
        ("instrument", is_wrong(&filters.instrument, &|id| codex().instrument(id).is_some())),
        ("month", is_wrong(&filters.month, &is_month)),
        ("sex", is_wrong(&filters.sex, &|sex| SEXES.contains(&sex))),
        (
            "region",
            is_wrong(&filters.region, &|id| {
                codex().limits.iter().any(|limit| limit.limit_id == id)
            }),
        ),
        ("body", is_wrong(&filters.body, &|id| body_ids().contains(&id))),
        (
            "age",
            is_wrong(&filters.age, &|age| {
                age.len() <= 3 && age.bytes().all(|byte| byte.is_ascii_digit())
            }),
        ),
    ];
    let wrong = choices.into_iter().filter(|(_, is_wrong)| *is_wrong);
    wrong.map(|(field, _)| FormMistake { field, kind: "unknown" }).collect()
}

/// The sexes that a list may state.
pub(crate) const SEXES: [&str; 2] = ["female", "male"];

fn is_month(text: &str) -> bool {
    let Some((year, month)) = text.split_once('-') else { return false };
    let is_number = |part: &str, n_digits: usize| {
        part.len() == n_digits && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    is_number(year, 4) && is_number(month, 2) && ("01"..="12").contains(&month)
}

fn stated(value: &str) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// Returns a year of one to four digits; none when nothing is typed.
fn parse_year(value: &str) -> Result<Option<i32>, ()> {
    let value = value.trim();
    if value.is_empty() {
        return Ok(None);
    }
    let is_year = value.len() <= 4 && value.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { value.parse().map(Some).map_err(|_| ()) } else { Err(()) }
}

fn parse_offset(value: &str) -> Option<usize> {
    let value = value.trim();
    if value.is_empty() {
        return Some(0);
    }
    value.parse().ok().filter(|offset| *offset <= MAX_OFFSET)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(changes: impl FnOnce(&mut SearchForm)) -> SearchForm {
        let mut form = SearchForm::default();
        changes(&mut form);
        form
    }

    fn check(form: &SearchForm, expected: &[(&str, &str)]) {
        let mistakes = form.parse().err().unwrap_or_default();
        let found: Vec<_> = mistakes.iter().map(|mistake| (mistake.field, mistake.kind)).collect();
        assert_eq!(found, expected, "{form:?}");
    }

    #[test]
    fn empty_fields_ask_nothing() {
        let form = form(|form| form.q = " Иванов ".to_owned());
        let request = form.parse().expect("a question");
        assert_eq!(request.query, "Иванов");
        assert_eq!(request.filters, Filters::default());
        assert_eq!((request.offset, request.limit), (0, 20));
        assert!(SearchForm::default().is_blank());
    }

    #[test]
    fn mistakes_are_named() {
        check(&form(|form| form.birth_from = "x".to_owned()), &[("birth_from", "number")]);
        check(&form(|form| form.event_to = "-5".to_owned()), &[("event_to", "number")]);
        check(&form(|form| form.event_to = "19370".to_owned()), &[("event_to", "number")]);
        check(&form(|form| form.offset = "10001".to_owned()), &[("offset", "offset")]);
        check(&form(|form| form.offset = "-1".to_owned()), &[("offset", "offset")]);
        check(&form(|form| form.q = "я".repeat(201)), &[("q", "long")]);
        check(&form(|form| form.q = "я".repeat(200)), &[]);
        check(&form(|form| form.event = "party".to_owned()), &[("event", "unknown")]);
        check(&form(|form| form.measure = "party".to_owned()), &[("measure", "unknown")]);
        check(&form(|form| form.instrument = "no-1".to_owned()), &[("instrument", "unknown")]);
        check(&form(|form| form.instrument = "nkvd-00486".to_owned()), &[]);
        check(&form(|form| form.month = "1937-13".to_owned()), &[("month", "unknown")]);
        check(&form(|form| form.month = "1937-08".to_owned()), &[]);
        check(&form(|form| form.sex = "x".to_owned()), &[("sex", "unknown")]);
        check(&form(|form| form.region = "omsk-oblast".to_owned()), &[]);
        check(&form(|form| form.body = "party".to_owned()), &[("body", "unknown")]);
        let order = form(|form| {
            form.birth_from = "1900".to_owned();
            form.birth_to = "1890".to_owned();
        });
        check(&order, &[("birth_from", "order")]);
    }

    #[test]
    fn addresses_keep_what_is_asked_and_start_anew() {
        let form = form(|form| {
            form.q = "Иван & Ко".to_owned();
            form.event = "arrest".to_owned();
            form.offset = "40".to_owned();
        });
        let query = "q=%D0%98%D0%B2%D0%B0%D0%BD%20%26%20%D0%9A%D0%BE";
        assert_eq!(form.address_with(&[("event", "")]), format!("/search?{query}"));
        assert_eq!(
            form.address_with(&[("offset", "60")]),
            format!("/search?{query}&event=arrest&offset=60")
        );
        assert_eq!(SearchForm::default().address_with(&[]), "/search");
    }
}
