//! What a record of the archive says about one of its events.

use serde::Deserialize;
use std::borrow::Cow;
use synodik_model::{DateStatement, Event, EventKind, Field, Record};

/// A part of a record that rules look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactField {
    /// The body that acted in the event.
    Body,
    /// Article or formula of the event.
    Article,
    /// Measure of the event.
    Measure,
    /// What happened in the event, in words.
    Text,
    /// Place of the event.
    Place,
    /// Residence of the person.
    Residence,
    /// Nationality of the person.
    Nationality,
    /// Occupation of the person.
    Occupation,
    /// Social origin or category of the person.
    Social,
    /// What the entry says of relatives.
    Family,
    /// Sex of the person.
    Sex,
}

impl FactField {
    /// How many of them, from the first, differ from event to event of a record.
    pub(super) const N_OF_EVENT: usize = 5;

    /// Returns the word for the part that rules and tables use.
    pub fn name(self) -> &'static str {
        match self {
            FactField::Body => "body",
            FactField::Article => "article",
            FactField::Measure => "measure",
            FactField::Text => "text",
            FactField::Place => "place",
            FactField::Residence => "residence",
            FactField::Nationality => "nationality",
            FactField::Occupation => "occupation",
            FactField::Social => "social",
            FactField::Family => "family",
            FactField::Sex => "sex",
        }
    }

    /// All parts, in the order of the declaration.
    pub(crate) const ALL: [FactField; 11] = [
        FactField::Body,
        FactField::Article,
        FactField::Measure,
        FactField::Text,
        FactField::Place,
        FactField::Residence,
        FactField::Nationality,
        FactField::Occupation,
        FactField::Social,
        FactField::Family,
        FactField::Sex,
    ];
}

/// What a record says about one of its events; it borrows from the record.
///
/// **Invariant:** it is made from a record of the archive only, never from free-standing text.
#[derive(Debug, Clone)]
pub struct EventFacts<'e> {
    kind: EventKind,
    date: Option<&'e DateStatement>,
    texts: [&'e str; FactField::ALL.len()],
}

impl<'e> EventFacts<'e> {
    /// Returns the facts of an event of a record.
    ///
    /// `event`: one of the events of `record`.
    pub fn of(record: &'e Record<'_>, event: &'e Event<'_>) -> EventFacts<'e> {
        let field = |field: Field| record.get(field).unwrap_or_default();
        let part = |part: &'e Option<Cow<'_, str>>| part.as_deref().unwrap_or_default();
        EventFacts {
            kind: event.kind,
            date: event.date.as_ref(),
            texts: [
                part(&event.body),
                part(&event.article),
                part(&event.measure),
                part(&event.text),
                part(&event.place),
                field(Field::Residence),
                field(Field::Nationality),
                field(Field::Occupation),
                field(Field::SocialOrigin),
                field(Field::Family),
                field(Field::Sex),
            ],
        }
    }

    /// Returns the kind of the event.
    pub fn kind(&self) -> EventKind {
        self.kind
    }

    /// Returns the days of the event, when the record dates it.
    pub fn date(&self) -> Option<&'e DateStatement> {
        self.date
    }

    /// Returns a part as written; empty when the record has none.
    pub fn text(&self, field: FactField) -> &'e str {
        self.texts[field as usize]
    }
}
