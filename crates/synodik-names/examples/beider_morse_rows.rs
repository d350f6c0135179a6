//! Prints how the Beider-Morse codes of `rphonetic` differ from those of a table.
//!
//! `cargo run --release -p synodik-names --example beider_morse_rows -- TABLE`
//!
//! The table has the columns name, expected codes joined by `|`, kind of name
//! (GENERIC, ASHKENAZI, SEPHARDIC), rules (APPROX, EXACT), whether the codes of
//! several words are joined, the greatest number of codes, and the languages
//! given beforehand. The library takes no languages; those rows show what that costs.

#![expect(clippy::print_stdout, reason = "an example speaks to its user")]

use rphonetic::{BeiderMorseBuilder, ConfigFiles, Encoder, NameType, RuleType};
use std::collections::{BTreeMap, BTreeSet};

/// More codes than any word of the table has.
const UNLIMITED: usize = 10_000;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(path)?;
    let rules = ConfigFiles::default();
    let mut counts: BTreeMap<(bool, &str), u32> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, expected, kind, rule, joined, most, languages, ..] = cells[..] else { continue };
        let name_type = match kind {
            "ASHKENAZI" => NameType::Ashkenazi,
            "SEPHARDIC" => NameType::Sephardic,
            _ => NameType::Generic,
        };
        let rule_type = if rule == "EXACT" { RuleType::Exact } else { RuleType::Approx };
        let encoder = BeiderMorseBuilder::new(&rules)
            .name_type(name_type)
            .rule_type(rule_type)
            .concat(joined.eq_ignore_ascii_case("true"))
            .max_phonemes(most.trim_end_matches('?').parse().unwrap_or(UNLIMITED))
            .build();
        let (expected, given) = (codes(expected), codes(&encoder.encode(name)));
        let verdict = compare(&expected, &given);
        *counts.entry((!languages.is_empty(), verdict)).or_default() += 1;
        if verdict != "the same" {
            let (n_expected, n_given) = (expected.len(), given.len());
            let n_both = expected.intersection(&given).count();
            let how = format!("{kind} {rule} {joined} {most} {languages}");
            println!("{name}\t{}\t{verdict}\t{n_expected}\t{n_given}\t{n_both}", how.trim_end());
        }
    }
    for ((has_languages, verdict), n) in counts {
        let languages = if has_languages { "languages given" } else { "no languages given" };
        println!("{languages}: {verdict}: {n}");
    }
    Ok(())
}

fn codes(text: &str) -> BTreeSet<String> {
    let codes = text.split(['|', '(', ')', '-']).filter(|code| !code.is_empty());
    codes.map(str::to_owned).collect()
}

fn compare(expected: &BTreeSet<String>, given: &BTreeSet<String>) -> &'static str {
    match () {
        () if expected == given => "the same",
        () if expected.is_subset(given) => "more codes",
        () if given.is_subset(expected) => "fewer codes",
        () if expected.is_disjoint(given) => "no code in common",
        () => "other codes",
    }
}
