//! Names explained and compared as JSON.

use serde_json::{Value, json};
use synodik_names::{
    Father, NameEvidence, NameExplanation, NamePart, NameReading, PartEvidence, PartExplanation,
    Patronymic, SurnameForms,
};

/// Returns the document of a name explained.
pub(super) fn explanation_document(explained: &NameExplanation<'_>) -> Value {
    let parsed = &explained.parsed;
    let pieces: Vec<Value> = parsed
        .pieces
        .iter()
        .map(|piece| {
            json!({
                "text": &parsed.raw[piece.span.clone()],
                "span": [piece.span.start, piece.span.end],
                "kind": piece.kind.name(),
                "claim": piece.claim.name(),
            })
        })
        .collect();
    let repairs: Vec<Value> = explained
        .repairs
        .iter()
        .map(|repair| {
            json!({
                "span": [repair.span.start, repair.span.end],
                "from": repair.from,
                "to": repair.to,
                "kind": repair.kind.name(),
            })
        })
        .collect();
    let latin = explained.latin.iter();
    let latin: serde_json::Map<String, Value> =
        latin.map(|(scheme, text)| (scheme.name().to_owned(), json!(text))).collect();
    let part = |name: &str| {
        let found = explained.parts.iter().find(|part| part.part.name() == name);
        found.map(|part| part.text.as_str())
    };
    let sex_reasons: Vec<Value> = explained
        .sex
        .reasons
        .iter()
        .map(|reason| {
            json!({
                "part": reason.part.name(),
                "p_female": reason.p_female,
                "ending": reason.ending,
            })
        })
        .collect();
    json!({
        "name": parsed.raw,
        "surname": part("surname"),
        "given": part("given"),
        "patronymic": part("patronymic"),
        "order": parsed.order.name(),
        "p_order": parsed.p_order,
        "pieces": pieces,
        "modern": explained.modern,
        "repairs": repairs,
        "sex": { "p_female": explained.sex.p_female, "reasons": sex_reasons },
        "readings": explained.readings.iter().map(reading_document).collect::<Vec<_>>(),
        "parts": explained.parts.iter().map(part_document).collect::<Vec<_>>(),
        "latin": latin,
        "schemes": explained.schemes.iter()
            .map(|(scheme, p)| json!({ "scheme": scheme.name(), "p": p }))
            .collect::<Vec<_>>(),
    })
}

fn reading_document(reading: &NameReading) -> Value {
    json!({
        "surname": reading.surname,
        "given": reading.given,
        "patronymic": reading.patronymic,
        "case": reading.case.name(),
        "sex": reading.sex.name(),
        "p": reading.p,
    })
}

fn part_document(part: &PartExplanation) -> Value {
    let given_names: Vec<Value> = part
        .given_names
        .iter()
        .map(|(name, kind)| {
            let forms: Vec<Value> = name
                .forms
                .iter()
                .map(|form| json!({ "form": form.form, "kind": form.kind.name() }))
                .collect();
            json!({
                "name": name.canonical,
                "kind": kind.name(),
                "sex": name.sex.name(),
                "tradition": name.tradition,
                "count": name.count,
                "forms": forms,
            })
        })
        .collect();
    let cases: serde_json::Map<String, Value> =
        part.cases.iter().map(|(case, form)| (case.name().to_owned(), json!(form))).collect();
    let forms: Vec<Value> = part
        .forms
        .iter()
        .map(|form| json!({ "form": form.text, "kind": form.kind.name() }))
        .collect();
    let cyrillic: Vec<Value> = part
        .cyrillic
        .iter()
        .map(|found| json!({ "text": found.text, "p": found.p, "scheme": found.scheme.name() }))
        .collect();
    json!({
        "part": part.part.name(),
        "text": part.text,
        "nominative": part.nominative,
        "folded": part.folded,
        "given_names": given_names,
        "surname_forms": part.surname_forms.as_ref().map(surname_document),
        "patronymics": part.patronymics.iter().map(patronymic_document).collect::<Vec<_>>(),
        "fathers": part.fathers.iter().map(father_document).collect::<Vec<_>>(),
        "cases": cases,
        "forms": forms,
        "cyrillic": cyrillic,
        "keys": {
            "latin": part.keys.latin,
            "slavic": part.keys.slavic,
            "daitch_mokotoff": part.keys.daitch_mokotoff,
            "beider_morse": part.keys.beider_morse,
        },
    })
}

fn surname_document(forms: &SurnameForms) -> Value {
    let feminine: Vec<Value> = forms
        .feminine
        .iter()
        .map(|form| json!({ "form": form.text, "standing": form.standing.name() }))
        .collect();
    json!({
        "kind": forms.kind.name(),
        "masculine": forms.masculine,
        "feminine": feminine,
        "plural": forms.plural,
        "written": forms.written.map(|sex| sex.name()),
    })
}

fn patronymic_document(patronymic: &Patronymic) -> Value {
    json!({
        "masculine": patronymic.masculine,
        "feminine": patronymic.feminine,
        "p": patronymic.p,
        "reason": patronymic.reason.name(),
    })
}

fn father_document(father: &Father) -> Value {
    json!({ "given": father.given, "p": father.p, "reason": father.reason.name() })
}

/// Returns how much a surname weighs for being rare; only frequencies handed in tell.
pub(super) fn surname_rarity(part: &PartEvidence<'_>) -> Option<f32> {
    part.rarity_bits.filter(|_| part.part == Some(NamePart::Surname))
}

/// Returns the document of two names compared.
pub(super) fn comparison_document((a, b): (&str, &str), evidence: &NameEvidence<'_>) -> Value {
    let parts: Vec<Value> = evidence
        .parts
        .iter()
        .map(|part| {
            let mut document = json!({
                "part": part.part.map(|part| part.name()),
                "a": part.a,
                "b": part.b,
                "agreement": part.agreement.key(),
                "is_swapped": part.is_swapped,
                "is_alternative": part.is_alternative,
                "bits": part.bits,
            });
            if let Some(bits) = surname_rarity(part) {
                document["rarity_bits"] = json!(bits);
            }
            document
        })
        .collect();
    json!({
        "a": a,
        "b": b,
        "p_same": evidence.p_same,
        "is_same": evidence.p_same >= 0.5,
        "bits": evidence.bits,
        "parts": parts,
    })
}
