//! Who of a family was spared, and the children who were left without both parents.

use super::cases::{EventWords, event_words};
use super::entries::Entries;
use super::members::member_label;
use crate::Text;
use std::borrow::Cow;
use synodik_index::{ChildLeft, PublicFamily};

/// A child left, as the page says it.
pub(super) struct ChildLeftView<'a> {
    pub(super) label: String,
    /// Each parent and what took them away, the earlier first.
    pub(super) parents: Vec<(String, EventWords<'a>)>,
    /// What became of the child, where an entry says it.
    pub(super) followed: Option<EventWords<'a>>,
}

/// Returns the children left, in the order of the members.
pub(super) fn children_left_views<'a>(
    family: &'a PublicFamily,
    entries: &Entries<'a>,
    t: Text<'a>,
) -> Vec<ChildLeftView<'a>> {
    let view = |left: ChildLeft<'a>| {
        let parent = |(number, event): (usize, &'a _)| {
            (member_label(family, number, t), event_words(event, entries, t))
        };
        ChildLeftView {
            label: member_label(family, left.child, t),
            parents: left.parents.into_iter().map(parent).collect(),
            followed: left.followed.map(|event| event_words(event, entries, t)),
        }
    };
    family.children_left().into_iter().map(view).collect()
}

/// Somebody who was spared, as the page says it.
pub(super) struct SparedView<'a> {
    pub(super) label: String,
    /// Why, where an entry says it.
    pub(super) reason: Option<Cow<'a, str>>,
    pub(super) event: EventWords<'a>,
}

/// Returns those who were spared, in the order of the members.
pub(super) fn spared_views<'a>(
    family: &'a PublicFamily,
    entries: &Entries<'a>,
    t: Text<'a>,
) -> Vec<SparedView<'a>> {
    let spared = family.spared().map(|(number, event)| SparedView {
        label: member_label(family, number, t),
        reason: event.reason.as_deref().map(|reason| t.label("spared", reason)),
        event: event_words(event, entries, t),
    });
    spared.collect()
}
