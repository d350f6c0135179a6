//! Each check finds the fault of a broken copy, and nothing in the files as they are.

use super::*;
use crate::codex_files;

fn replace<'t>(files: &mut Vec<DataFile<'t>>, path: &str, from: &str, to: &str) {
    let file = files.iter_mut().find(|file| file.path == path).expect("a file of the codex");
    assert!(file.text.contains(from), "{path} holds `{from}`");
    file.text = Box::leak(file.text.replacen(from, to, 1).into_boxed_str());
}

/// Checks a copy in which one passage is another.
fn check(path: &str, from: &str, to: &str) -> Vec<Finding> {
    let mut files = all_files();
    replace(&mut files, path, from, to);
    check_codex(&files)
}

/// The files of the codex, with one that uses the sources of the other folders of `data/`.
fn all_files() -> Vec<DataFile<'static>> {
    let mut files = codex_files();
    files.extend(crate::rule_files());
    let used: Vec<&str> =
        crate::codex().sources.iter().map(|source| source.source_id.as_str()).collect();
    let text = Box::leak(format!("# {}", used.join("; ")).into_boxed_str());
    files.push(DataFile { path: "names/other.tsv", text });
    files
}

const WIVES: &str = "instruments/1937-08-15-nkvd-00486.toml";
const RULES: &str = "codex/rules/families.toml";
const KULAKS: &str = "campaigns/1937-08-05-op-00447.toml";

const ARCHIVES: &str = "archives.toml";

const TERMS: &str = "glossary/terms.toml";

/// File, what is replaced, by what, and words of the finding it has to give.
const BROKEN: [(&str, &str, &str, &str); 32] = [
    (TERMS, "\"тройкой\"", "\"тройке\"", "form of a term stands twice"),
    (TERMS, "\"тройкой\"", "\"тройкой \"", "form of a term is no word"),
    (WIVES, "scope.en", "scape.en", "not of its form"),
    (WIVES, "certainty = \"high\"", "certainty = \"sure\"", "not of its form"),
    (WIVES, "adopted = \"1937-08-15\"", "adopted = \"1937-08-35\"", "not of its form"),
    (WIVES, "source = \"order-00486-newsland;", "source = \"\" #", "not of its form"),
    (WIVES, "id = \"p486-wife\"", "id = \"p486-file\"", "stands twice"),
    (WIVES, "id = \"p486-wife\"", "id = \"P486 wife\"", "bad identifier"),
    (
        WIVES,
        "adopted = \"1937-08-15\"",
        "adopted = \"1937-08-16\"",
        "in force before it was adopted",
    ),
    (WIVES, "\nended = \"1938-10-17\"", "\nended = \"1936-10-17\"", "ended before it was in force"),
    (WIVES, "date = \"1938-05-20\"", "date = \"1936-05-20\"", "a stage before the adoption"),
    (WIVES, "until = \"1938-10-17\"", "until = \"1937-01-01\"", "ends before it starts"),
    (WIVES, "term_years_min = 5", "term_years_min = 9", "shortest term is longer"),
    (WIVES, "ending = \"repealed_in_part\"\n", "", "stand together or not at all"),
    (WIVES, "by = \"nkvd-00689\"", "by = \"nkvd-00690\"", "no such instrument"),
    (WIVES, "relations = [\"wife\"]", "relations = [\"wives\"]", "no such relation"),
    (WIVES, "\"camp\"]", "\"camps\"]", "no such measure"),
    (WIVES, "bodies = [\"oso\"]", "bodies = [\"osso\"]", "no such institution"),
    (WIVES, "suvenirov-1998\"", "suvenirov-1999\"", "no such source"),
    (WIVES, "summary.ru = \"Главный", "summary.ru = \"\" # \"", "no Russian text"),
    (KULAKS, "\"pb-1937-07-02\"", "\"pb-1937-07-03\"", "no such instrument"),
    (KULAKS, "started = \"1937-08-05\"", "started = \"1939-08-05\"", "ends before it starts"),
    ("institutions/oso.toml", "id = \"oso\"", "id = \"ossa\"", "not named after its entry"),
    (
        "institutions/nkvd-ussr.toml",
        "from = \"1936-09-26\"",
        "from = \"1939-09-26\"",
        "term of office",
    ),
    ("codex/counts.tsv", "provisions\t145", "provisions\t146", "number of provisions is another"),
    (RULES, "instrument = \"nkvd-00486\"", "instrument = \"nkvd-486\"", "not of its form"),
    (RULES, "kinds = [\"sentence\"]", "kinds = [\"verdict\"]", "not of its form"),
    (RULES, "fields = [\"body\"]", "fields = [\"bodies\"]", "not of its form"),
    (
        ARCHIVES,
        "certainty = \"general-knowledge\"",
        "verified = \"2026-11-21\"\ncertainty = \"general-knowledge\"",
        "verified without a source that was opened",
    ),
    (ARCHIVES, "verified = \"2026-11-21\"\n", "as_of = \"2026\"\n", "that nobody verified"),
    (RULES, "[[rule]]", "[[rule]]\nturns_on = [{ fields = [\"body\"] }]", "not of its form"),
    ("sources.toml", "checked = \"excerpt read\"", "checked = \"seen\"", "unknown mark"),
];

#[test]
fn the_files_as_they_are_are_well() {
    let findings: Vec<String> = check_codex(&all_files()).iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn each_fault_is_found() {
    for (path, from, to, what) in BROKEN {
        let findings = check(path, from, to);
        let is_found = findings
            .iter()
            .any(|finding| finding.what.contains(what) && !finding.expected.is_empty());
        assert!(is_found, "{path}: `{to}` has to give `{what}`, not {findings:#?}");
    }
}

#[test]
fn the_sums_of_order_00447_are_added_up() {
    let table = "limits/00447.tsv";
    let findings = check(table, "\t1500\t3750\t5250\t", "\t1600\t3750\t5250\t");
    let whats: Vec<&str> = findings.iter().map(|finding| finding.what.as_str()).collect();
    assert!(whats.contains(&"the total of a row is not the sum of its categories"), "{whats:?}");
    let of_all = findings.iter().find(|finding| finding.value == "75950").expect("the whole sum");
    assert_eq!(of_all.expected, "76050");
    assert_eq!(of_all.file, "limits/00447_totals.tsv");
    let more = "limits/00447_increases.tsv";
    let findings = check(more, "\t1938-01-31\t8000\t2000\t", "\t1938-01-31\t9000\t2000\t");
    assert!(findings.iter().any(|finding| finding.value == "48000" && finding.expected == "49000"));
    let centres = "limits/00447_centres.tsv";
    assert!(!check(centres, "\nomsk-oblast\t", "\nomsk\t").is_empty());
    assert!(!check(centres, "\t54.99\t", "\t154.99\t").is_empty());
    assert!(!check(more, "\tarmenian-ssr\t", "\tarmenia\t").is_empty());
    assert!(!check(more, "\t30000\t", "\t\t").is_empty());
    assert!(!check(more, "\t1938-02-17\t", "\t1937-02-17\t").is_empty());
    assert!(!check(table, "\tunion-republic\t1\t", "\tunion-republics\t1\t").is_empty());
    assert!(!check(table, "\tunion-republic\t1\t", "\tunion-republic\t9\t").is_empty());
}

#[test]
fn a_file_that_is_gone_is_missed() {
    let mut files = all_files();
    files.retain(|file| file.path != WIVES);
    let findings = check_codex(&files);
    let has = |what: &str| findings.iter().any(|finding| finding.what.contains(what));
    assert!(has("number of instruments is another") && has("no such instrument"));
}

#[test]
fn a_source_that_nothing_uses_is_found() {
    let mut files = all_files();
    let unused = "[[source]]\nid = \"zzz\"\ncitation = \"Z\"\nchecked = \"not opened\"\n";
    let file = files.iter_mut().find(|file| file.path == "sources.toml").expect("the sources");
    file.text = Box::leak(format!("{}\n{unused}", file.text).into_boxed_str());
    let findings = check_codex(&files);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0].value, "zzz");
    assert!(findings[0].line.is_some());
}

#[test]
fn entries_of_a_list_are_sorted() {
    let findings = check("archives.toml", "id = \"ar-by\"", "id = \"ar-zy\"");
    assert!(findings.iter().any(|finding| finding.what.contains("sorted by identifier")));
}

#[test]
fn a_finding_names_file_line_and_value() {
    let findings = check(WIVES, "relations = [\"wife\"]", "relations = [\"wives\"]");
    let shown = findings[0].to_string();
    assert!(shown.starts_with(&format!("data/{WIVES}:")), "{shown}");
    assert!(shown.contains("no such relation: `wives`; expected relation of the codex"), "{shown}");
}
