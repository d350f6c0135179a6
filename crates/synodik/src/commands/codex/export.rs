//! The whole codex as one document.

use super::super::{print_json, print_line};
use super::document::{both, edtf, instrument};
use super::further::further_parts;
use anyhow::Result;
use serde_json::{Value, json};
use synodik_codex::{CampaignFigure, Codex, Formula, Institution, codex};

const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";
const CITATION: &str = concat!(
    "Synodik codex, version ",
    env!("CARGO_PKG_VERSION"),
    ": instruments of persecution as versioned, sourced data"
);

/// Columns of the table of provisions.
const COLUMNS: [&str; 16] = [
    "instrument",
    "title_en",
    "title_ru",
    "adopted",
    "in_force",
    "ended",
    "provision",
    "relations",
    "condition_en",
    "condition_ru",
    "measures",
    "measure_en",
    "measure_ru",
    "formula",
    "certainty",
    "sources",
];

pub(super) fn print_codex(format: &str) -> Result<()> {
    match format {
        "tsv" => print_table(codex()),
        _ => print_json(&codex_document(codex())),
    }
}

fn print_table(codex: &Codex) -> Result<()> {
    print_line(&format!("# {CITATION}. Licence: {LICENCE}"))?;
    print_line(&COLUMNS.join("\t"))?;
    for (instrument, provision) in codex.provisions() {
        let formula = match provision.formula() {
            Some(Formula::Quotation(text)) => format!("«{text}»"),
            Some(Formula::Paraphrase(text)) => text.to_owned(),
            None => String::new(),
        };
        let optional = |span: &Option<_>| span.as_ref().map(edtf).unwrap_or_default();
        let cells = [
            instrument.instrument_id.clone(),
            instrument.title.en.clone(),
            instrument.title.ru.clone(),
            edtf(&instrument.adopted),
            optional(&instrument.in_force),
            optional(&instrument.ended),
            provision.provision_id.clone(),
            provision.relations.join("; "),
            provision.condition.en.clone(),
            provision.condition.ru.clone(),
            provision.measures.join("; "),
            provision.measure.en.clone(),
            provision.measure.ru.clone(),
            formula,
            provision.certainty.name().to_owned(),
            provision.sources.join("; "),
        ];
        print_line(&cells.map(|cell| cell.replace(['\t', '\n'], " ")).join("\t"))?;
    }
    Ok(())
}

fn codex_document(codex: &Codex) -> Value {
    let instruments: Vec<Value> =
        codex.instruments.iter().map(|found| with_type("Legislation", instrument(found))).collect();
    let campaigns: Vec<Value> = codex
        .campaigns
        .iter()
        .map(|campaign| {
            json!({
                "@type": "Event",
                "id": campaign.campaign_id,
                "name": both(&campaign.name),
                "started": edtf(&campaign.started),
                "ended": edtf(&campaign.ended),
                "targets": both(&campaign.targets),
                "instruments": campaign.instruments,
                "figures": campaign.figures.iter().map(figure).collect::<Vec<_>>(),
                "certainty": campaign.certainty.name(),
                "sources": campaign.sources,
            })
        })
        .collect();
    let institutions: Vec<Value> = codex.institutions.iter().map(institution).collect();
    let limits: Vec<Value> = codex
        .limits
        .iter()
        .map(|limit| {
            json!({
                "@type": "QuantitativeValue",
                "id": limit.limit_id,
                "name": both(&limit.name),
                "group": limit.group,
                "first_category": limit.first_category,
                "second_category": limit.second_category,
                "total": limit.total,
                "certainty": limit.certainty.name(),
                "sources": limit.sources,
            })
        })
        .collect();
    let sources: Vec<Value> = codex
        .sources
        .iter()
        .map(|source| {
            json!({
                "@type": "CreativeWork",
                "id": source.source_id,
                "citation": source.citation,
                "locator": source.locator,
                "checked": source.checked,
            })
        })
        .collect();
    let mut document = json!({
        "@context": {
            "@vocab": "https://schema.org/",
            "id": "identifier",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@type": "Dataset",
        "name": CITATION,
        "license": LICENCE,
        "creditText": CITATION,
        "instruments": instruments,
        "campaigns": campaigns,
        "institutions": institutions,
        "limits": limits,
    });
    let parts = further_parts(codex).into_iter().chain([("sources", sources)]);
    if let Some(fields) = document.as_object_mut() {
        fields.extend(parts.map(|(name, entries)| (name.to_owned(), Value::Array(entries))));
    }
    document
}

fn figure(figure: &CampaignFigure) -> Value {
    json!({
        "kind": figure.kind,
        "value": both(&figure.value),
        "number": figure.number,
        "when": both(&figure.when),
        "by": both(&figure.by),
        "certainty": figure.certainty.name(),
        "sources": figure.sources,
    })
}

fn institution(institution: &Institution) -> Value {
    let heads: Vec<Value> = institution
        .heads
        .iter()
        .map(|head| json!({ "name": both(&head.name), "from": edtf(&head.from), "to": edtf(&head.to) }))
        .collect();
    json!({
        "@type": "GovernmentOrganization",
        "id": institution.institution_id,
        "name": both(&institution.name),
        "started": edtf(&institution.started),
        "ended": institution.ended.as_ref().map(edtf),
        "heads": heads,
        "certainty": institution.certainty.name(),
        "sources": institution.sources,
    })
}

fn with_type(kind: &str, mut document: Value) -> Value {
    if let Some(fields) = document.as_object_mut() {
        fields.insert("@type".to_owned(), json!(kind));
    }
    document
}
