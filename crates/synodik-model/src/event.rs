//! Something that an entry says happened to a person.

use crate::DateStatement;
use std::borrow::Cow;

macro_rules! kinds {
    ($($variant:ident $name:literal $meaning:literal)*) => {
        /// The kind of an event.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EventKind { $(#[doc = $meaning] $variant,)* }

        impl EventKind {
            /// All kinds, in table order.
            pub const ALL: &[EventKind] = &[$(EventKind::$variant),*];

            /// Returns the identifier used in tables, mapping files and addresses.
            pub fn name(self) -> &'static str {
                match self { $(EventKind::$variant => $name),* }
            }

            /// Returns the kind of that identifier, if there is one.
            pub fn from_name(name: &str) -> Option<EventKind> {
                match name { $($name => Some(EventKind::$variant),)* _ => None }
            }
        }
    };
}

kinds! {
    Disenfranchisement "disenfranchisement" "Deprivation of voting rights (лишение избирательных прав)."
    Dispossession "dispossession" "Confiscation of a farm or household (раскулачивание, in the words of the sources)."
    Dismissal "dismissal" "Dismissal from work, party or place of study."
    Arrest "arrest" "Arrest."
    Sentence "sentence" "Sentence or decision of a court, troika or board."
    Imprisonment "imprisonment" "Time in a prison or camp."
    Exile "exile" "Exile (ссылка, высылка) of a person or household."
    Deportation "deportation" "Deportation of a people or a whole group."
    Orphanage "orphanage" "Placement in an orphanage or receiver."
    Release "release" "Release."
    Spared "spared" "A measure that fell on others was not taken against this one, or ended for a reason of theirs."
    Execution "execution" "Execution."
    Death "death" "Death from any other or an unstated cause."
    Burial "burial" "Burial."
    Rehabilitation "rehabilitation" "Rehabilitation."
    Kin "kin" "Something that happened to a relative and that the entry tells."
    Other "other" "Something else that the entry dates or places."
}

/// Something an entry says happened, in its own words.
#[derive(Debug, Clone, PartialEq)]
pub struct Event<'a> {
    /// The kind of event.
    pub kind: EventKind,
    /// The date as written.
    pub date_stated: Option<Cow<'a, str>>,
    /// The days the date may mean, when it could be read.
    pub date: Option<DateStatement>,
    /// Place as written.
    pub place: Option<Cow<'a, str>>,
    /// Body that acted, as written.
    pub body: Option<Cow<'a, str>>,
    /// Article or formula, as written.
    pub article: Option<Cow<'a, str>>,
    /// Measure, as written.
    pub measure: Option<Cow<'a, str>>,
    /// What happened, in the words of the entry or of the list's editor.
    pub text: Option<Cow<'a, str>>,
    /// The source this one statement rests on, when it differs from the entry's.
    pub stated_source: Option<Cow<'a, str>>,
    /// How sure the source is, in its own vocabulary.
    pub certainty: Option<Cow<'a, str>>,
}

impl Event<'_> {
    /// Returns an event of that kind about which nothing else is said.
    pub fn of(kind: EventKind) -> Self {
        Event {
            kind,
            date_stated: None,
            date: None,
            place: None,
            body: None,
            article: None,
            measure: None,
            text: None,
            stated_source: None,
            certainty: None,
        }
    }
}

impl EventKind {
    /// Returns whether such an event means that the person is dead.
    pub fn is_end_of_life(self) -> bool {
        matches!(self, EventKind::Execution | EventKind::Death | EventKind::Burial)
    }
}
