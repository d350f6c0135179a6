//! Published estimates, computed anew: `docs/estimates-checked.md` says how far we agree.
//!
//! With `SYNODIK_REWRITE=1` the document is written anew instead of compared.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use synodik_analyse::{
    CaptureTable, Estimate, HierarchicalModel, MethodConfig, Refusal, estimate_by_name,
    fit_extended,
};

const LEVEL: f64 = 0.95;

const HEAD: &str = "\
# Estimates, checked

What others published beside what `synodik-analyse` computes from the same counts. The table is written by the test
`crates/synodik-analyse/tests/published.rs` from `crates/synodik-analyse/tests/cases/published.tsv`, and compared with it on each run.

*Equal* means equal to every digit that was printed. Where a number may differ, the last column says by how much and why:
`reference wrong` and `reference ambiguous` are our judgements, with the reasoning beside them; for samplers the difference allowed is their Monte-Carlo error.
The model is the name that `estimate_by_name` takes. `refused` means that no estimate exists; ours says which cells leave it open. N is the whole population, those counted included.

";

struct Case {
    table: String,
    model: String,
    quantity: String,
    published: String,
    source: String,
    allowed: String,
    note: String,
}

fn rows_of(text: &str) -> impl Iterator<Item = Vec<String>> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.skip(1).map(|line| line.split('\t').map(str::to_owned).collect())
}

fn read_tables() -> BTreeMap<String, CaptureTable> {
    let mut rows: BTreeMap<String, Vec<(String, u64)>> = BTreeMap::new();
    for row in rows_of(include_str!("cases/captures.tsv")) {
        rows.entry(row[0].clone())
            .or_default()
            .push((row[1].clone(), row[2].parse().expect("a count")));
    }
    let table_of = |rows: &[(String, u64)]| {
        let rows: Vec<(&str, u64)> = rows.iter().map(|(h, n)| (h.as_str(), *n)).collect();
        CaptureTable::from_histories(rows[0].0.len(), &rows).expect("histories of zeros and ones")
    };
    rows.iter().map(|(name, rows)| (name.clone(), table_of(rows))).collect()
}

fn read_cases() -> Vec<Case> {
    rows_of(include_str!("cases/published.tsv"))
        .map(|row| {
            let [table, model, quantity, published, source, allowed, note] =
                row.try_into().expect("a case has seven columns");
            Case { table, model, quantity, published, source, allowed, note }
        })
        .collect()
}

fn estimate(table: &CaptureTable, model: &str) -> Result<Estimate, Refusal> {
    if let Some(name) = model.strip_suffix(" extended") {
        let model = HierarchicalModel::parse(name, table.n_lists())?;
        return fit_extended(table, &model, LEVEL);
    }
    let config = MethodConfig { n_replicates: 100, seed: 1, level: LEVEL };
    estimate_by_name(table, model, &config)
}

fn value_of(estimate: &Estimate, quantity: &str) -> f64 {
    let interval = estimate.interval.expect("the estimate has an interval");
    let fit = || estimate.fit.expect("the model has a fit");
    match quantity {
        "n_hat" => estimate.n_hat,
        "se" => estimate.se.expect("the estimate has a standard error"),
        "low" => interval.low,
        "high" => interval.high,
        "deviance" => fit().deviance,
        "df" => fit().df as f64,
        "aic" => fit().aic,
        other => panic!("the test does not know the quantity `{other}`"),
    }
}

/// Judges one case: ours, the difference, and whether it is as `allowed` says.
fn judge(case: &Case, result: &Result<Estimate, Refusal>) -> (String, String, String) {
    let estimate = match result {
        Err(refusal) => {
            assert_eq!(case.quantity, "refused", "{} {}: {refusal}", case.table, case.model);
            return ("yes".to_owned(), String::new(), "equal".to_owned());
        }
        Ok(_) if case.quantity == "refused" => panic!("{} {}", case.table, case.model),
        Ok(estimate) => estimate,
    };
    let published: f64 = case.published.parse().expect("a number was published");
    let n_digits = case.published.split_once('.').map_or(0, |(_, digits)| digits.len());
    let ours = value_of(estimate, &case.quantity);
    let difference = ours - published;
    let is_equal = difference.abs() <= 0.5 * 0.1_f64.powi(n_digits as i32) + 1e-9;
    let place = format!("{} {} {}: {ours}", case.table, case.model, case.quantity);
    let verdict = match case.allowed.parse::<f64>() {
        _ if is_equal => "equal".to_owned(),
        Ok(most) => {
            assert!(difference.abs() <= most, "{place}, published {published}");
            format!("within {}", case.allowed)
        }
        Err(_) => {
            assert!(!case.allowed.is_empty(), "{place}, published {published}");
            case.allowed.clone()
        }
    };
    (format!("{ours:.n_digits$}"), format!("{difference:+.0$}", n_digits + 1), verdict)
}

fn document() -> String {
    let tables = read_tables();
    let mut found: BTreeMap<(String, String), Result<Estimate, Refusal>> = BTreeMap::new();
    let mut text = HEAD.to_owned();
    text.push_str(
        "| table | model | quantity | published | ours | difference | verdict | source |\n",
    );
    text.push_str("|---|---|---|---:|---:|---:|---|---|\n");
    let mut notes: Vec<String> = Vec::new();
    for case in read_cases() {
        let key = (case.table.clone(), case.model.clone());
        let result =
            found.entry(key).or_insert_with(|| estimate(&tables[&case.table], &case.model));
        let (ours, difference, mut verdict) = judge(&case, result);
        if !case.note.is_empty() {
            let known = notes.iter().position(|note| *note == case.note);
            let number = known.unwrap_or_else(|| {
                notes.push(case.note.clone());
                notes.len() - 1
            });
            let _ = write!(verdict, " ({})", number + 1);
        }
        let Case { table, model, quantity, published, source, .. } = case;
        let quantity = quantity.replace("n_hat", "N");
        let _ = writeln!(
            text,
            "| {table} | `{model}` | {quantity} | {published} | {ours} | {difference} | {verdict} | {source} |"
        );
    }
    text.push_str("\nNotes:\n\n");
    for (number, note) in notes.iter().enumerate() {
        let _ = writeln!(text, "{}. {note}", number + 1);
    }
    text
}

#[test]
fn published_estimates_are_reproduced_and_the_document_says_so() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/estimates-checked.md");
    let expected = document();
    if std::env::var_os("SYNODIK_REWRITE").is_some() {
        std::fs::write(&path, &expected).expect("docs/estimates-checked.md can be written");
    }
    let actual = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        actual == expected,
        "docs/estimates-checked.md differs from the code; SYNODIK_REWRITE=1 writes it anew"
    );
}
