//! Names explained and compared in lines for people.

use super::document::surname_rarity;
use synodik_names::{
    NameEvidence, NameExplanation, NameReading, PartExplanation, PieceKind, SurnameForms,
};

/// Returns the lines of a name explained: a label, a tab, what is known.
pub(super) fn explanation_lines(explained: &NameExplanation<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |label: &str, text: String| {
        if !text.is_empty() {
            lines.push(format!("{label}\t{text}"));
        }
    };
    let parsed = &explained.parsed;
    for piece in parsed.pieces.iter().filter(|piece| piece.kind != PieceKind::Punctuation) {
        let claim = match piece.claim.name() {
            "main" => String::new(),
            claim => format!(" ({})", claim.replace('_', " ")),
        };
        let kind = piece.kind.name().replace('_', " ");
        add(&format!("{kind}{claim}"), parsed.raw[piece.span.clone()].to_owned());
    }
    let order = parsed.order.name().replace('_', " ");
    add("order", format!("{order}, {}", percent(parsed.p_order)));
    for repair in &explained.repairs {
        let kind = repair.kind.name().replace('_', " ");
        add("put right", format!("`{}` to `{}`: {kind}", repair.from, repair.to));
    }
    if explained.modern != parsed.raw {
        add("modern spelling", explained.modern.clone());
    }
    add("female", percent(explained.sex.p_female));
    for reading in &explained.readings {
        add("read as", reading_words(reading));
    }
    for part in &explained.parts {
        add_part(part, &mut add);
    }
    let schemes = explained.schemes.iter();
    add(
        "spelled by",
        joined(schemes.map(|(scheme, p)| format!("{} {}", scheme.name(), percent(*p)))),
    );
    for (scheme, text) in &explained.latin {
        add(scheme.name(), text.clone());
    }
    lines
}

fn add_part(part: &PartExplanation, add: &mut impl FnMut(&str, String)) {
    add("", String::new());
    let label = format!("{} `{}`", part.part.name(), part.nominative);
    for (name, kind) in &part.given_names {
        let kind = kind.name().replace('_', " ");
        let forms = joined(name.forms.iter().map(|form| form.form.to_owned()));
        add(&label, format!("{kind} of {} ({}): {forms}", name.canonical, name.tradition));
    }
    if let Some(forms) = &part.surname_forms {
        add(&label, surname_words(forms));
    }
    let patronymics = part.patronymics.iter().map(|found| match &found.feminine {
        Some(feminine) => format!("{} / {feminine}", found.masculine),
        None => found.masculine.clone(),
    });
    add("children", joined(patronymics));
    let fathers = part.fathers.iter();
    add("father", joined(fathers.map(|found| format!("{} {}", found.given, percent(found.p)))));
    add("cases", joined(part.cases.iter().map(|(_, form)| form.clone())));
    let forms = part.forms.iter();
    let forms = forms.map(|form| format!("{} ({})", form.text, form.kind.name().replace('_', " ")));
    add("also searched", joined(forms));
    let cyrillic = part.cyrillic.iter();
    add("Cyrillic", joined(cyrillic.map(|found| format!("{} {}", found.text, percent(found.p)))));
    let keys = &part.keys;
    add("search key", keys.latin.clone());
    add("Slavic key", keys.slavic.clone());
    add("Daitch-Mokotoff", joined(keys.daitch_mokotoff.iter().cloned()));
    add("Beider-Morse", joined(keys.beider_morse.iter().cloned()));
}

fn surname_words(forms: &SurnameForms) -> String {
    let feminine = joined(forms.feminine.iter().map(|form| form.text.clone()));
    let plural = forms.plural.as_deref().unwrap_or("-");
    format!("{}: {} / {feminine} / {plural}", forms.kind.name(), forms.masculine.join(", "))
}

fn reading_words(reading: &NameReading) -> String {
    let parts = [&reading.surname, &reading.given, &reading.patronymic];
    let name: Vec<&str> = parts.into_iter().filter_map(|part| part.as_deref()).collect();
    let (case, sex) = (reading.case.name(), reading.sex.name());
    format!("{}, {sex}, from the {case}, {}", name.join(" "), percent(reading.p))
}

/// Returns the lines of two names compared, one a word, then the sum.
pub(super) fn comparison_lines(evidence: &NameEvidence<'_>) -> Vec<String> {
    let mut lines: Vec<String> = evidence
        .parts
        .iter()
        .map(|part| {
            let name = part.part.map_or("name", |part| part.name());
            let agreement = part.agreement.key().replace('_', " ");
            let swapped = if part.is_swapped { ", parts swapped" } else { "" };
            let other = if part.is_alternative { ", another name in the entry" } else { "" };
            let shown = |word: &str| if word.is_empty() { "-".to_owned() } else { word.to_owned() };
            let rarity = surname_rarity(part)
                .map_or(String::new(), |bits| format!(", {bits:+.1} of them for how rare it is"));
            format!(
                "{name}\t{}\t{}\t{agreement}{swapped}{other}\t{:+.1} bits{rarity}",
                shown(part.a),
                shown(part.b),
                part.bits
            )
        })
        .collect();
    lines.push(format!(
        "one name\t{}\t{:+.1} bits (of the name only: namesakes are other people)",
        percent(evidence.p_same),
        evidence.bits
    ));
    lines
}

fn percent(p: f64) -> String {
    format!("{:.1} %", p * 100.0)
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}
