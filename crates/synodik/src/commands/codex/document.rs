//! Parts of the codex as JSON, in both languages.

use serde_json::{Value, json};
use synodik_codex::{
    Annotation, AnnotationStatus, ArchiveAdvice, Bilingual, Change, Formula, InForce, Instrument,
    Provision, Stage, life_line,
};
use synodik_model::{DateSpan, DateStatement};

pub(super) fn in_force(act: &InForce<'_>) -> Value {
    json!({
        "instrument": act.instrument.instrument_id,
        "title": both(&act.instrument.title),
        "certainty": act.instrument.certainty.name(),
        "is_certain": act.doubts.is_empty(),
        "doubts": act.doubts.iter().map(|doubt| both(&doubt.in_words())).collect::<Vec<_>>(),
        "provisions": act.provisions.iter().map(|found| provision(found)).collect::<Vec<_>>(),
        "sources": act.instrument.sources,
    })
}

pub(super) fn change(change: &Change<'_>) -> Value {
    json!({
        "instrument": change.instrument.instrument_id,
        "title": both(&change.instrument.title),
        "stage": stage(&change.stage),
    })
}

fn stage(stage: &Stage<'_>) -> Value {
    json!({
        "kind": stage.kind.name(),
        "date": stage.date.to_edtf(),
        "by": stage.by,
        "note": stage.note.map(both),
        "certainty": stage.certainty.name(),
        "is_disputed": stage.is_disputed,
        "sources": stage.sources,
    })
}

pub(super) fn instrument(instrument: &Instrument) -> Value {
    let conflicts: Vec<Value> = instrument
        .conflicts
        .iter()
        .map(|conflict| {
            json!({
                "topic": both(&conflict.topic),
                "values": conflict.values.iter().map(both).collect::<Vec<_>>(),
                "sources": conflict.sources,
            })
        })
        .collect();
    json!({
        "id": instrument.instrument_id,
        "title": both(&instrument.title),
        "summary": both(&instrument.summary),
        "issuer": both(&instrument.issuer),
        "signatory": instrument.signatory.as_ref().map(both),
        "scope": both(&instrument.scope),
        "archival_reference": instrument.archival_reference.as_ref().map(both),
        "adopted": edtf(&instrument.adopted),
        "in_force": instrument.in_force.as_ref().map(edtf),
        "ended": instrument.ended.as_ref().map(edtf),
        "ended_by": instrument.ended_by_instrument,
        "certainty": instrument.certainty.name(),
        "stages": life_line(instrument).stages.iter().map(stage).collect::<Vec<_>>(),
        "provisions": instrument.provisions.iter().map(provision).collect::<Vec<_>>(),
        "conflicts": conflicts,
        "sources": instrument.sources,
    })
}

fn provision(provision: &Provision) -> Value {
    let formula = match provision.formula() {
        Some(Formula::Quotation(text)) => json!({ "quotation": text }),
        Some(Formula::Paraphrase(text)) => json!({ "paraphrase": text }),
        None => Value::Null,
    };
    json!({
        "id": provision.provision_id,
        "relations": provision.relations,
        "relation": both(&provision.relation),
        "condition": both(&provision.condition),
        "measures": provision.measures,
        "measure": both(&provision.measure),
        "term_years": [provision.term_years_min, provision.term_years_max],
        "bodies": provision.bodies,
        "body": provision.body.as_ref().map(both),
        "formula": formula,
        "from": provision.from.as_ref().map(edtf),
        "until": provision.until.as_ref().map(edtf),
        "certainty": provision.certainty.name(),
        "sources": provision.sources,
    })
}

pub(super) fn annotation(annotation: &Annotation<'_>) -> Value {
    let differences: Vec<Value> =
        annotation.differences.iter().map(|found| both(&found.in_words())).collect();
    let matched: Vec<&str> = annotation.matched.iter().map(|found| found.words).collect();
    json!({
        "instrument": annotation.instrument.instrument_id,
        "provision": annotation.provision.provision_id,
        "status": status_name(annotation.status),
        "matched": matched,
        "differences": differences,
        "remarks": annotation.remarks.iter().map(|remark| remark.name()).collect::<Vec<_>>(),
        "term_years": annotation.term_years,
        "term_standing": annotation.term_standing(),
        "sources": annotation.provision.sources,
    })
}

/// Returns the identifier of a status.
pub(super) fn status_name(status: AnnotationStatus) -> &'static str {
    match status {
        AnnotationStatus::NamedInRecord => "named_in_record",
        AnnotationStatus::ConsistentWith => "consistent_with",
        AnnotationStatus::RecordDiffers => "record_differs",
    }
}

pub(super) fn advice(advice: &ArchiveAdvice<'_>) -> Value {
    json!({
        "archive": advice.archive.archive_id,
        "name": both(&advice.archive.name),
        "reasons": advice.reasons.iter().map(|reason| both(reason)).collect::<Vec<_>>(),
        "fonds": advice.fonds.iter().map(|fond| both(fond)).collect::<Vec<_>>(),
        "access": both(&advice.archive.access),
        "needs": both(&advice.archive.needs),
        "as_of": advice.archive.as_of.as_ref().map(edtf),
        "verified": advice.archive.verified.as_ref().map(edtf),
        "certainty": advice.archive.certainty.name(),
    })
}

pub(super) fn both(words: &Bilingual) -> Value {
    json!({ "en": words.en, "ru": words.ru })
}

pub(super) fn edtf(span: &DateSpan) -> String {
    DateStatement::plain(*span).to_edtf()
}
