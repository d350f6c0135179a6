//! The folder of an estimate: tables, estimate, plot, words, and a script that makes it again.

use super::EstimatedTable;
use super::captures::rows_text;
use super::document::{document, estimate_words};
use super::plot::plot_svg;
use anyhow::{Context, Result};
use std::fmt::Write;
use std::path::Path;
use synodik_analyse::{PLAIN, Partition};

/// Name of the table from which all other files are made.
const TABLE_FILE: &str = "captures_by_partition.csv";

/// Writes the folder; files of the same names are replaced.
pub(super) fn write_folder(folder: &Path, table: &EstimatedTable) -> Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder `{}`", folder.display()))?;
    let held = table.partitions.iter().find(|partition| partition.name == PLAIN);
    let held = held.or(table.partitions.first()).context("the table has no partition")?;
    let estimate = serde_json::to_string_pretty(&document(table, Some(TABLE_FILE)))?;
    let files = [
        (TABLE_FILE, table.text.clone()),
        ("captures.csv", rows_text(std::slice::from_ref(held), false)?),
        ("estimate.json", format!("{estimate}\n")),
        ("plot.svg", plot_svg(table)),
        ("README.md", readme(table, held)?),
        ("rerun.sh", rerun_script(table)),
    ];
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::write(&path, text)
            .with_context(|| format!("cannot write `{}`", path.display()))?;
    }
    Ok(())
}

fn readme(table: &EstimatedTable, held: &Partition) -> Result<String> {
    let estimate = &table.estimate;
    let whole = estimate.joint.whole();
    let mut text = String::from("# How many people no list names\n\n");
    writeln!(
        text,
        "{}.\n\n![the estimate and what was counted](plot.svg)\n",
        estimate_words(whole)
    )?;
    if !table.says.is_empty() {
        text.push_str("## What was counted\n\n");
        for (key, value) in &table.says {
            writeln!(text, "- {}: {value}", key.replace('_', " "))?;
        }
        text.push_str(
            "\nOnly records that are shown in public are counted. A person counts when one of its entries on \
             the lists fulfils the conditions, and then with all its entries on them; entries \
             that leave a condition open may belong to persons who are missing here.\n\n",
        );
    }
    text.push_str("## The table\n\n");
    text.push_str(&markdown_table(&rows_text(std::slice::from_ref(held), false)?));
    text.push_str(
        "\n1 means that a person stands on the list, 0 that it does not, NA that nobody can.\n\n",
    );
    if estimate.n_partitions > 1 {
        writeln!(
            text,
            "## The doubt of the links\n\n\
             Which entries are of one person is not certain. The table was counted under {} sampled ways of \
             saying so, and the interval is that of all of them together. It does not hold the \
             doubt of pairs that were never compared.",
            estimate.n_partitions
        )?;
        if let Some(plain) = &estimate.plain {
            let words = estimate_words(plain.whole());
            writeln!(text, "Without that doubt, for the persons as they are held: {words}.")?;
        }
        text.push('\n');
    }
    if estimate.joint.sum.is_some() {
        text.push_str("## By stratum\n\n");
        for (name, estimate) in &estimate.joint.strata {
            writeln!(text, "- {name}: {}", estimate_words(estimate))?;
        }
        text.push('\n');
    }
    if !whole.warnings.is_empty() {
        text.push_str("## Mind\n\n");
        for warning in &whole.warnings {
            writeln!(text, "- {warning}")?;
        }
        text.push('\n');
    }
    text.push_str("## What is taken for granted\n\n");
    for assumption in &whole.assumptions {
        writeln!(text, "- {}. Where it fails: {}.", assumption.text(), assumption.consequence())?;
    }
    text.push_str(
        "\n## Again\n\n\
         `sh rerun.sh FOLDER` makes this folder again from `captures_by_partition.csv`, byte for \
         byte, by the same version of `synodik`.\n",
    );
    Ok(text)
}

/// Turns CSV without quotes into a table of Markdown.
fn markdown_table(csv: &str) -> String {
    let mut table = String::new();
    for (line_idx, line) in csv.lines().enumerate() {
        let cells: Vec<&str> = line.split(',').collect();
        table.push_str(&format!("| {} |\n", cells.join(" | ")));
        if line_idx == 0 {
            table.push_str(&format!("|{}\n", "---|".repeat(cells.len())));
        }
    }
    table
}

fn rerun_script(table: &EstimatedTable) -> String {
    format!(
        "#!/bin/sh\n\
         # Makes this folder again: sh rerun.sh FOLDER\n\
         # Made by synodik {version}; SYNODIK names the program if it is not in the path.\n\
         set -eu\n\
         here=$(dirname \"$0\")\n\
         \"${{SYNODIK:-synodik}}\" analyse mse --table \"$here/{TABLE_FILE}\" --model {model} \\\n    \
         --level {level} --replicates {replicates} --seed {seed} --out \"$1\"\n",
        version = env!("CARGO_PKG_VERSION"),
        model = quoted(&table.model),
        level = table.config.level,
        replicates = table.config.n_replicates,
        seed = table.config.seed,
    )
}

/// Quotes a word for the shell.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_reach_the_shell_as_they_are() {
        for (word, expected) in [("bic", "'bic'"), ("[12,3]", "'[12,3]'"), ("it's", "'it'\\''s'")] {
            assert_eq!(quoted(word), expected);
        }
    }
}
