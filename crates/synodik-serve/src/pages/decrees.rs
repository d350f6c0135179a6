//! What the codex says beside a record: provisions that may have covered its events, and
//! archives that may hold a file.

use super::codex::{certainty_words, in_language};
use super::dates::date_in_words;
use crate::Text;
use std::borrow::Cow;
use synodik_codex::{Annotation, AnnotationStatus, ArchiveAdvice, Bilingual, Remark};
use synodik_index::{PublicRecord, advise_shown, annotate_shown};

/// Annotations of one event that are shown; the others are less likely.
const N_ANNOTATIONS_PER_EVENT: usize = 3;
/// Archives that are named; the page of all archives has the rest.
const N_ARCHIVES: usize = 4;

/// The provisions that may have covered one event.
pub(super) struct EventDecrees<'a> {
    pub(super) label: Cow<'a, str>,
    pub(super) date: Option<Cow<'a, str>>,
    pub(super) decrees: Vec<Decree<'a>>,
    pub(super) n_more: u64,
}

/// One provision beside an event.
pub(super) struct Decree<'a> {
    pub(super) status: Cow<'a, str>,
    pub(super) address: String,
    pub(super) title: &'static str,
    pub(super) measure: &'static str,
    pub(super) condition: &'static str,
    pub(super) differences: Vec<String>,
    /// That the stated term lies within that of the provision.
    pub(super) term: Option<String>,
    pub(super) remarks: Vec<Cow<'a, str>>,
    pub(super) certainty: Cow<'a, str>,
}

/// An archive that may hold a file.
pub(super) struct Advice {
    pub(super) address: String,
    pub(super) name: &'static str,
    pub(super) reasons: Vec<&'static str>,
    pub(super) fonds: Vec<&'static str>,
    pub(super) needs: &'static str,
    pub(super) verified: String,
}

/// Returns the provisions beside each event that has any.
pub(super) fn decrees_of<'a>(record: &'a PublicRecord, t: Text<'a>) -> Vec<EventDecrees<'a>> {
    let annotated = annotate_shown(record).into_iter();
    annotated
        .map(|(event_idx, annotations)| {
            let event = &record.events[event_idx];
            let date = event.date_edtf.as_deref().and_then(|edtf| date_in_words(edtf, t));
            let n_more = annotations.len().saturating_sub(N_ANNOTATIONS_PER_EVENT) as u64;
            let shown = annotations.into_iter().take(N_ANNOTATIONS_PER_EVENT);
            EventDecrees {
                label: t.label("event", &event.kind),
                date: date.map(Cow::Owned).or(event.date_stated.as_deref().map(Cow::Borrowed)),
                decrees: shown.map(|annotation| decree(&annotation, t)).collect(),
                n_more,
            }
        })
        .collect()
}

fn decree<'a>(annotation: &Annotation<'static>, t: Text<'a>) -> Decree<'a> {
    let (instrument, provision) = (annotation.instrument, annotation.provision);
    let status = match annotation.status {
        AnnotationStatus::NamedInRecord => "decrees-named",
        AnnotationStatus::ConsistentWith => "decrees-consistent",
        AnnotationStatus::RecordDiffers => "decrees-differs",
    };
    let remarks = annotation.remarks.iter().map(|remark| match remark {
        Remark::NoDate => t.say("decrees-no-date"),
        Remark::DatePartlyWithin => t.say("decrees-partly"),
        Remark::BodyNotStated => t.say("decrees-no-body"),
        Remark::CategoryNotStated => t.say("decrees-no-category"),
    });
    let words = |difference: Bilingual| difference.of(t.codex_language().tag()).to_owned();
    Decree {
        status: t.say(status),
        address: format!(
            "/codex/instruments/{}#{}",
            instrument.instrument_id, provision.provision_id
        ),
        title: in_language(&instrument.title, t),
        measure: in_language(&provision.measure, t),
        condition: in_language(&provision.condition, t),
        differences: annotation.differences.iter().map(|found| words(found.in_words())).collect(),
        term: term_within(annotation, t),
        remarks: remarks.collect(),
        certainty: certainty_words(provision.certainty, t),
    }
}

/// Says that the term of the record lies within that of the provision, when it does.
fn term_within(annotation: &Annotation<'_>, t: Text<'_>) -> Option<String> {
    let years = annotation.term_years.filter(|_| annotation.term_standing() == Some("within"))?;
    let term = super::codex::term_words(annotation.provision, t)?;
    let values = [("years", &*years.to_string()), ("term", &*term)];
    Some(t.fill("decrees-term-within", &values).into_owned())
}

/// Returns the archives that may hold a file about the events.
pub(super) fn advice_for(record: &PublicRecord, t: Text<'_>) -> Vec<Advice> {
    let advice = advise_shown(record).into_iter().take(N_ARCHIVES);
    advice.map(|advice| advice_view(&advice, t)).collect()
}

fn advice_view(advice: &ArchiveAdvice<'static>, t: Text<'_>) -> Advice {
    let archive = advice.archive;
    Advice {
        address: format!("/archives#{}", archive.archive_id),
        name: in_language(&archive.name, t),
        reasons: advice.reasons.iter().map(|reason| in_language(reason, t)).collect(),
        fonds: advice.fonds.iter().map(|fond| in_language(fond, t)).collect(),
        needs: in_language(&archive.needs, t),
        verified: super::codex::verified_words(archive, t),
    }
}
