//! Parts of the exported codex beside instruments: increases, estimates, archives, terms.

use super::document::{both, edtf};
use serde_json::{Value, json};
use synodik_codex::{ArchiveGuide, Codex, Estimate, LimitIncrease, LimitIncreaseKind, Term};

/// Returns the further parts of the document, by their names in it.
pub(super) fn further_parts(codex: &Codex) -> [(&'static str, Vec<Value>); 4] {
    [
        ("limitIncreases", codex.limit_increases.iter().map(increase).collect()),
        ("estimates", codex.estimates.iter().map(estimate).collect()),
        ("archives", codex.archives.iter().map(archive).collect()),
        ("terms", codex.terms.iter().map(term).collect()),
    ]
}

fn increase(increase: &LimitIncrease) -> Value {
    let kind = match increase.kind {
        LimitIncreaseKind::Increase => "increase",
        LimitIncreaseKind::Request => "request",
        LimitIncreaseKind::Summary => "summary",
    };
    json!({
        "@type": "QuantitativeValue",
        "id": increase.increase_id,
        "kind": kind,
        "limit": increase.limit_id,
        "name": both(&increase.region),
        "date": edtf(&increase.date),
        "first_category": increase.first_category,
        "second_category": increase.second_category,
        "total": increase.total,
        "decision": both(&increase.decision),
        "certainty": increase.certainty.name(),
        "sources": increase.sources,
    })
}

fn estimate(estimate: &Estimate) -> Value {
    json!({
        "@type": "Observation",
        "id": estimate.estimate_id,
        "group": estimate.group,
        "topic": both(&estimate.topic),
        "covers": edtf(&estimate.covers),
        "unit": estimate.unit,
        "author": both(&estimate.author),
        "published": estimate.published,
        "low": estimate.low,
        "high": estimate.high,
        "point": estimate.point,
        "method": both(&estimate.method),
        "note": estimate.note.as_ref().map(both),
        "certainty": estimate.certainty.name(),
        "sources": estimate.sources,
    })
}

fn archive(archive: &ArchiveGuide) -> Value {
    json!({
        "@type": "ArchiveOrganization",
        "id": archive.archive_id,
        "name": both(&archive.name),
        "countries": archive.countries,
        "holdings": both(&archive.holdings),
        "access": both(&archive.access),
        "needs": both(&archive.needs),
        "warning": archive.warning.as_ref().map(both),
        "fonds": archive.fonds.iter().map(both).collect::<Vec<_>>(),
        "url": archive.address,
        "as_of": archive.as_of.as_ref().map(edtf),
        "verified": archive.verified.as_ref().map(edtf),
        "certainty": archive.certainty.name(),
        "sources": archive.sources,
    })
}

fn term(term: &Term) -> Value {
    json!({
        "@type": "DefinedTerm",
        "id": term.term_id,
        "name": term.term,
        "full": both(&term.full),
        "category": term.category,
        "description": both(&term.meaning),
        "certainty": term.certainty.name(),
        "sources": term.sources,
    })
}
