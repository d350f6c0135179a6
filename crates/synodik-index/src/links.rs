//! What is public of persons and links: only what lies between records that are shown.

use crate::error::IndexError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use synodik_store::level_of_sign;

/// Name of the file beside the index that holds what agreement weighs.
pub(crate) const LINK_MODEL_FILE: &str = "links.json";

/// The person that a record is held to be of, together with other records that are shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicPerson {
    /// Id of the person.
    pub person_id: String,
    /// Records of it that are shown, this one included; at least 2.
    pub n_records: u32,
    /// Probability that this record belongs.
    pub p: f32,
}

/// Another record that may be of the same person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicLink {
    /// The other record.
    pub record_id: String,
    /// Probability of one person, by what the entries say.
    pub p_same: f32,
    /// Probability of relatives.
    pub p_kin: f32,
    /// A sign a comparison, as in the table `links`.
    pub levels: String,
    /// Whether both are held to be one person.
    pub is_one_person: bool,
    /// What somebody has decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<PublicVerdict>,
}

/// What somebody has decided about two records. The reason stays in the archive: it may name
/// people who are living.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicVerdict {
    /// `same`, `different` or `unsure`.
    pub verdict: String,
    /// By whom.
    pub by: String,
    /// Whether that is a rule and not a person.
    pub is_rule: bool,
    /// Day, `YYYY-MM-DD`.
    pub on: String,
}

/// Person and links of one record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordLinks {
    /// The person, when other records of it are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PublicPerson>,
    /// Links, the most probable first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<PublicLink>,
}

/// What agreement weighs in an archive, learnt from it without labels.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LinkModel {
    /// Log2 odds of one person against strangers before anything is compared.
    pub prior_same_bits: f32,
    /// The same of relatives; `None` when none are expected.
    pub prior_kin_bits: Option<f32>,
    /// From this probability on, a page names another record.
    pub shown_p_same: f32,
    /// What is compared, in the order of the signs of a link.
    pub comparisons: Vec<ComparisonWeights>,
}

/// One comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparisonWeights {
    /// The column compared.
    pub column: String,
    /// The kind of comparison.
    pub kind: String,
    /// Its levels of agreement, from 1.
    pub levels: Vec<LevelWeights>,
}

/// What one level of agreement weighs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LevelWeights {
    /// The level, as in `data/link/levels.tsv`; exact agreement has the band of frequency behind it.
    pub name: String,
    /// Its probability among pairs of one person.
    pub p_same: f64,
    /// Among relatives.
    pub p_kin: f64,
    /// Among strangers.
    pub p_stranger: f64,
    /// What it adds to the log2 odds of one person against strangers.
    pub same_bits: f32,
    /// The same of relatives.
    pub kin_bits: f32,
}

/// One line of an explanation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EvidenceStep<'a> {
    /// The column compared.
    pub column: &'a str,
    /// The kind of comparison.
    pub kind: &'a str,
    /// The level of agreement; `None` where a value is missing.
    pub level: Option<&'a LevelWeights>,
    /// Log2 odds of one person against strangers, up to and with this line.
    pub total_same_bits: f32,
}

/// Why a pair has its probability.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence<'a> {
    /// The comparisons in order.
    pub steps: Vec<EvidenceStep<'a>>,
    /// Log2 odds of one person against strangers, all in all.
    pub same_bits: f32,
    /// The same of relatives; `None` when none are expected.
    pub kin_bits: Option<f32>,
    /// Probability of one person.
    pub p_same: f32,
    /// Probability of relatives.
    pub p_kin: f32,
}

impl LinkModel {
    /// Returns the evidence that the signs of a link stand for.
    ///
    /// # Shape
    ///
    /// `levels`: a sign a comparison, as in the table `links`.
    pub fn explain(&self, levels: &str) -> Evidence<'_> {
        let mut same_bits = self.prior_same_bits;
        let mut kin_bits = self.prior_kin_bits;
        let mut steps = Vec::with_capacity(self.comparisons.len());
        for (comparison, sign) in self.comparisons.iter().zip(levels.chars()) {
            let level = usize::from(level_of_sign(sign))
                .checked_sub(1)
                .and_then(|level_idx| comparison.levels.get(level_idx));
            if let Some(level) = level {
                same_bits += level.same_bits;
                kin_bits = kin_bits.map(|bits| bits + level.kin_bits);
            }
            steps.push(EvidenceStep {
                column: &comparison.column,
                kind: &comparison.kind,
                level,
                total_same_bits: same_bits,
            });
        }
        let (same, kin) = (same_bits.exp2(), kin_bits.map_or(0.0, f32::exp2));
        let total = same + kin + 1.0;
        Evidence { steps, same_bits, kin_bits, p_same: same / total, p_kin: kin / total }
    }
}

/// What the link stage found, by position of the record among all records of the archive.
#[derive(Debug, Default)]
pub struct FoundLinks {
    /// Ids of the records.
    pub record_ids: Vec<String>,
    /// Under which id and with which probability the record is shown as part of its person;
    /// `None` when it is withheld.
    pub shown: Vec<Option<(String, f32)>>,
    /// The pairs.
    pub pairs: Vec<FoundPair>,
}

/// A pair that the link stage keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundPair {
    /// Position of one record.
    pub a: u32,
    /// Position of the other.
    pub b: u32,
    /// Probability of one person.
    pub p_same: f32,
    /// Probability of relatives.
    pub p_kin: f32,
    /// A sign a comparison.
    pub levels: String,
    /// What somebody has decided.
    pub verdict: Option<PublicVerdict>,
}

/// What is public of persons and links, ready to be written with each record.
#[derive(Debug, Default)]
pub struct PublicLinks {
    found: FoundLinks,
    /// Records shown of each person.
    n_of_person: BTreeMap<String, u32>,
    /// For every record where its pairs stand in `by_record`.
    starts: Vec<u32>,
    by_record: Vec<u32>,
}

impl PublicLinks {
    /// Keeps what lies between records that are shown.
    ///
    /// # Shape
    ///
    /// `shown_p_same`: pairs less probable than this are left out, unless they are held to be
    /// one person or somebody has decided about them.
    pub fn new(mut found: FoundLinks, shown_p_same: f32) -> PublicLinks {
        let shown = &found.shown;
        found.pairs.retain(|pair| {
            let (a, b) = (&shown[pair.a as usize], &shown[pair.b as usize]);
            let (Some((person_a, _)), Some((person_b, _))) = (a, b) else { return false };
            pair.p_same >= shown_p_same || person_a == person_b || pair.verdict.is_some()
        });
        let mut n_of_person: BTreeMap<String, u32> = BTreeMap::new();
        for (person_id, _) in found.shown.iter().flatten() {
            *n_of_person.entry(person_id.clone()).or_default() += 1;
        }
        n_of_person.retain(|_, n_records| *n_records > 1);
        let mut sides: Vec<(u32, u32)> = Vec::with_capacity(found.pairs.len() * 2);
        for (pair, pair_idx) in found.pairs.iter().zip(0..) {
            sides.extend([(pair.a, pair_idx), (pair.b, pair_idx)]);
        }
        sides.sort_unstable();
        let mut starts = vec![0; found.shown.len() + 1];
        for &(record, _) in &sides {
            starts[record as usize + 1] += 1;
        }
        for record in 0..found.shown.len() {
            starts[record + 1] += starts[record];
        }
        let by_record = sides.into_iter().map(|(_, pair_idx)| pair_idx).collect();
        PublicLinks { found, n_of_person, starts, by_record }
    }

    /// Returns person and links of a record; `None` when there is nothing to say.
    pub(crate) fn of_record(&self, ordinal: u64) -> Option<RecordLinks> {
        let record = usize::try_from(ordinal).ok()?;
        let (person_id, p) = self.found.shown.get(record)?.as_ref()?;
        let person = self.n_of_person.get(person_id).map(|&n_records| PublicPerson {
            person_id: person_id.clone(),
            n_records,
            p: *p,
        });
        let pairs = self.by_record[self.starts[record] as usize..self.starts[record + 1] as usize]
            .iter()
            .map(|&pair_idx| &self.found.pairs[pair_idx as usize]);
        let mut links: Vec<PublicLink> = pairs.map(|pair| self.link_of(pair, record)).collect();
        links.sort_by(|a, b| b.p_same.total_cmp(&a.p_same));
        let found = RecordLinks { person, links };
        (found != RecordLinks::default()).then_some(found)
    }

    fn link_of(&self, pair: &FoundPair, record: usize) -> PublicLink {
        let other = if pair.a as usize == record { pair.b } else { pair.a } as usize;
        let person =
            |place: usize| self.found.shown[place].as_ref().map(|(person_id, _)| person_id);
        PublicLink {
            record_id: self.found.record_ids[other].clone(),
            p_same: pair.p_same,
            p_kin: pair.p_kin,
            levels: pair.levels.clone(),
            is_one_person: person(record) == person(other),
            verdict: pair.verdict.clone(),
        }
    }
}

/// Writes what agreement weighs beside the index.
///
/// # Errors
///
/// [`IndexError::File`] when the disk does not take it.
pub fn write_link_model(folder: &Path, model: &LinkModel) -> Result<(), IndexError> {
    let path = folder.join(LINK_MODEL_FILE);
    let text = serde_json::to_vec(model).map_err(IndexError::Json)?;
    std::fs::write(&path, text).map_err(|cause| IndexError::File { path, cause })
}

/// Reads what agreement weighs; an empty model when the build has none.
pub(crate) fn read_link_model(folder: &Path) -> Result<LinkModel, IndexError> {
    let path = folder.join(LINK_MODEL_FILE);
    match std::fs::read(&path) {
        Ok(text) => serde_json::from_slice(&text).map_err(IndexError::Json),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(LinkModel::default()),
        Err(cause) => Err(IndexError::File { path, cause }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found() -> FoundLinks {
        let shown = |person: &str| Some((person.to_owned(), 0.9));
        let pair = |a, b, p_same, verdict: Option<&str>| FoundPair {
            a,
            b,
            p_same,
            p_kin: 0.0,
            levels: "1".to_owned(),
            verdict: verdict.map(|verdict| PublicVerdict {
                verdict: verdict.to_owned(),
                by: "Анна".to_owned(),
                is_rule: false,
                on: "2026-01-02".to_owned(),
            }),
        };
        FoundLinks {
            record_ids: ["r0", "r1", "hidden", "r3"].map(str::to_owned).to_vec(),
            shown: vec![shown("r0"), shown("r0"), None, shown("r3")],
            pairs: vec![
                pair(0, 1, 0.9, None),
                pair(0, 2, 0.99, None),
                pair(0, 3, 0.01, None),
                pair(1, 3, 0.01, Some("different")),
                pair(2, 3, 0.9, Some("same")),
            ],
        }
    }

    #[test]
    fn only_what_lies_between_shown_records_is_public() {
        let links = PublicLinks::new(found(), 0.1);
        let of = |ordinal| links.of_record(ordinal).unwrap_or_default();
        let others = |ordinal| -> Vec<String> {
            of(ordinal).links.into_iter().map(|link| link.record_id).collect()
        };
        assert_eq!(others(0), ["r1"]);
        assert_eq!(others(1), ["r0", "r3"]);
        assert_eq!(others(3), ["r1"]);
        assert_eq!(links.of_record(2), None, "a withheld record has no links");
        assert_eq!(of(0).person.map(|person| person.n_records), Some(2));
        assert_eq!(of(3).person, None, "a person of one entry is not told");
        assert!(of(0).links[0].is_one_person && !of(3).links[0].is_one_person);
        assert_eq!(links.of_record(9), None);
    }

    #[test]
    fn evidence_is_a_running_sum() {
        let level = |same_bits, kin_bits| LevelWeights {
            name: "exact_2".to_owned(),
            p_same: 0.5,
            p_kin: 0.5,
            p_stranger: 0.1,
            same_bits,
            kin_bits,
        };
        let comparison = |column: &str| ComparisonWeights {
            column: column.to_owned(),
            kind: "surname".to_owned(),
            levels: vec![level(8.0, 7.0), level(-3.0, 1.0)],
        };
        let model = LinkModel {
            prior_same_bits: -5.0,
            prior_kin_bits: Some(-8.0),
            shown_p_same: 0.1,
            comparisons: ["surname", "given", "birth"].map(comparison).to_vec(),
        };
        let evidence = model.explain("102");
        let totals: Vec<f32> = evidence.steps.iter().map(|step| step.total_same_bits).collect();
        assert_eq!(totals, [3.0, 3.0, 0.0]);
        assert_eq!((evidence.same_bits, evidence.kin_bits), (0.0, Some(0.0)));
        assert!((evidence.p_same - 1.0 / 3.0).abs() < 1e-6, "even odds of all three");
        let without = LinkModel { prior_kin_bits: None, ..model };
        assert!((without.explain("102").p_same - 0.5).abs() < 1e-6);
        assert!(without.explain("").steps.is_empty(), "signs of another version do no harm");
    }
}
