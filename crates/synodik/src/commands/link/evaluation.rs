//! `synodik link evaluate`, and what `synodik link run` tells when the truth is known.

use super::tables::read_columns;
use crate::commands::{grouped, print_json, print_line};
use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;
use synodik_link::{
    Evaluation, LinkConfig, LinkEvaluation, Linkage, Score, Spec, Table, count_true_pairs,
    evaluate, evaluate_candidates, evaluate_links, evaluate_probabilities,
};

/// For every id its true person and its list, which may be empty.
pub(super) struct Truth {
    people: HashMap<String, (String, String)>,
}

impl Truth {
    /// Reads the columns id, cluster and, if there is one, list.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let [ids, people, lists] = read_columns(path, ["id", "cluster", "?list"])?;
        let people = ids.into_iter().zip(people.into_iter().zip(lists)).collect();
        Ok(Self { people })
    }

    fn person(&self, id: &str) -> Option<&str> {
        self.people.get(id).map(|(person, _)| person.as_str())
    }

    /// Returns how many pairs are truly of one person.
    fn count_pairs(&self) -> u64 {
        // A count does not depend on the order.
        #[expect(clippy::iter_over_hash_type, reason = "the persons are counted, not listed")]
        fn collect(people: &HashMap<String, (String, String)>) -> Vec<&str> {
            let mut persons = Vec::with_capacity(people.len());
            for (person, _) in people.values() {
                persons.push(person.as_str());
            }
            persons
        }
        count_true_pairs(&collect(&self.people))
    }
}

/// Tells how many true pairs are links, and how true their probabilities are.
pub(super) fn tell_links(linkage: &Linkage, truth: &Truth) {
    // A record without a known person is one of its own.
    let persons: Vec<&str> =
        linkage.ids.iter().map(|id| truth.person(id).unwrap_or(id.as_str())).collect();
    for line in reliability_lines(&evaluate_links(linkage, &persons)) {
        eprintln!("{line}");
    }
}

/// Tells how many true pairs were compared: the blocking recall.
pub(super) fn tell_candidates(
    (spec, tables): (&Spec, &[Table]),
    linkage: &Linkage,
    truth: &Truth,
    config: &LinkConfig,
) -> Result<()> {
    let true_person = |id: &str| truth.person(id);
    let found = evaluate_candidates(spec, tables, &linkage.groups, true_person, config)?;
    eprintln!(
        "{:.4} of {} true pairs are among the {} pairs compared",
        found.recall,
        grouped(found.n_true),
        grouped(found.n_candidates)
    );
    Ok(())
}

fn reliability_lines(found: &LinkEvaluation) -> Vec<String> {
    let mut lines = vec![
        format!("true pairs among the links\t{:.4}", found.recall_of_links),
        format!("expected calibration error\t{:.4}", found.expected_calibration_error),
    ];
    for bin in found.reliability.iter().filter(|bin| bin.n_links > 0) {
        lines.push(format!(
            "links of about {:.2}\t{:.2} are true\t{} links",
            bin.p_mean,
            bin.share_true,
            grouped(bin.n_links as u64)
        ));
    }
    lines
}

/// Prints how good persons are, and links if a file of them is given.
pub(super) fn print_evaluation(
    clusters: &Path,
    truth_path: &Path,
    links: Option<&Path>,
    as_json: bool,
) -> Result<()> {
    let [found_ids, found] = read_columns(clusters, ["id", "cluster"])?;
    let truth = Truth::read(truth_path)?;
    let mut records: Vec<(&str, &str, &str, &str)> = Vec::new();
    for (id, cluster) in found_ids.iter().zip(&found) {
        if let Some((person, list)) = truth.people.get(id.as_str()) {
            records.push((id, cluster, person, list));
        }
    }
    if records.is_empty() {
        bail!(
            "`{}` and `{}` have no id in common; expected the same ids in both",
            clusters.display(),
            truth_path.display()
        );
    }
    let evaluation = evaluate(&records);
    let links = links.map(|path| read_links(path, &truth)).transpose()?;
    if as_json {
        return print_json(&document(&evaluation, links.as_ref()));
    }
    for (name, score) in [("pairs", &evaluation.pairwise), ("B-cubed", &evaluation.b_cubed)] {
        print_line(&format!(
            "{name}\tprecision {:.4}\trecall {:.4}\tF1 {:.4}",
            score.precision, score.recall, score.f1
        ))?;
    }
    print_line(&format!("true persons mixed with others\t{:.4}", evaluation.mixed_persons))?;
    print_line(&format!("persons found that mix several\t{:.4}", evaluation.mixing_clusters))?;
    for line in links.iter().flat_map(reliability_lines) {
        print_line(&line)?;
    }
    Ok(())
}

fn read_links(path: &Path, truth: &Truth) -> Result<LinkEvaluation> {
    let [ids_a, ids_b, p_same] = read_columns(path, ["id_a", "id_b", "p_same"])?;
    let links = ids_a.iter().zip(&ids_b).zip(&p_same).map(|((a, b), p_same)| {
        let (person_a, person_b) = (truth.person(a), truth.person(b));
        (p_same.parse().unwrap_or(0.0), person_a.is_some() && person_a == person_b)
    });
    Ok(evaluate_probabilities(links, truth.count_pairs()))
}

fn document(evaluation: &Evaluation, links: Option<&LinkEvaluation>) -> Value {
    let score = |score: &Score| json!({ "precision": score.precision, "recall": score.recall, "f1": score.f1 });
    let sizes = evaluation.sizes.iter().map(|size| {
        json!({ "n_records": size.n_records, "n_found": size.n_found, "n_true": size.n_true })
    });
    let worst = evaluation
        .worst
        .iter()
        .map(|error| json!({ "ids": error.ids, "n_wrong_pairs": error.n_wrong_pairs }));
    let by_lists = evaluation.by_lists.iter().map(|pair| {
        json!({
            "list_a": pair.list_a, "list_b": pair.list_b, "n_true": pair.n_true,
            "score": score(&pair.score),
        })
    });
    let links = links.map(|links| {
        let reliability = links.reliability.iter().map(|bin| {
            json!({ "n_links": bin.n_links, "p_mean": bin.p_mean, "share_true": bin.share_true })
        });
        json!({
            "recall": links.recall_of_links,
            "expected_calibration_error": links.expected_calibration_error,
            "reliability": reliability.collect::<Vec<_>>(),
        })
    });
    json!({
        "n_records": evaluation.n_records,
        "pairwise": score(&evaluation.pairwise),
        "b_cubed": score(&evaluation.b_cubed),
        "mixed_persons": evaluation.mixed_persons,
        "mixing_clusters": evaluation.mixing_clusters,
        "links": links,
        "sizes": sizes.collect::<Vec<_>>(),
        "by_lists": by_lists.collect::<Vec<_>>(),
        "worst": worst.collect::<Vec<_>>(),
    })
}
