//! One estimate by name for a table of several partitions and strata.

use crate::combine::{add_strata, join_partitions};
use crate::error::Refusal;
use crate::estimate::Estimate;
use crate::method::{MethodConfig, estimate_by_name};
use crate::table::{Partition, Stratum};
use thiserror::Error;

/// Name of the partition of the persons as they are held; it is estimated beside the others.
pub const PLAIN: &str = "plain";

/// The estimates of all strata, and their sum.
#[derive(Debug, Clone, PartialEq)]
pub struct StratifiedEstimate {
    /// Name and estimate of each stratum, sorted by name.
    pub strata: Vec<(String, Estimate)>,
    /// Their sum; `None` for one stratum.
    pub sum: Option<Estimate>,
}

impl StratifiedEstimate {
    /// Returns the estimate of the whole population.
    #[must_use]
    pub fn whole(&self) -> &Estimate {
        self.sum.as_ref().unwrap_or(&self.strata[0].1)
    }
}

/// An estimate over partitions.
#[derive(Debug, Clone, PartialEq)]
pub struct PartitionedEstimate {
    /// The estimate with the doubt of the links, over all partitions but [`PLAIN`].
    pub joint: StratifiedEstimate,
    /// The estimate for the persons as they are held, when the table has them beside others.
    pub plain: Option<StratifiedEstimate>,
    /// Partitions that were joined.
    pub n_partitions: usize,
}

/// Why there is no estimate, and where.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{}{refusal}", place(partition, stratum))]
pub struct PartitionRefusal {
    /// Name of the partition; empty for the only one.
    pub partition: String,
    /// Name of the stratum; empty for the only one.
    pub stratum: String,
    /// Why.
    pub refusal: Refusal,
}

fn place(partition: &str, stratum: &str) -> String {
    let partition = match partition {
        "" => String::new(),
        PLAIN => "the persons as they are held: ".to_owned(),
        name => format!("sampled partition {name}: "),
    };
    let stratum = if stratum.is_empty() { String::new() } else { format!("stratum `{stratum}`: ") };
    partition + &stratum
}

/// Estimates a population by a method of `METHOD_NAMES` or a model, over all partitions.
///
/// # Shape
///
/// `partitions`: at least one, all with the same strata. A single one is estimated as it is;
/// several are joined by [`join_partitions`], one named [`PLAIN`] beside them. Equal tables are
/// estimated once.
///
/// # Errors
///
/// [`PartitionRefusal`] with the place of the first table that yields no estimate.
///
/// # Example
///
/// ```
/// use synodik_analyse::{MethodConfig, estimate_partitions, parse_partitions};
/// let text = "partition,a,b,n\nplain,1,1,20\nplain,1,0,60\nplain,0,1,40\n\
///             1,1,1,22\n1,1,0,58\n1,0,1,38\n2,1,1,18\n2,1,0,62\n2,0,1,42\n";
/// let config = MethodConfig { n_replicates: 100, seed: 1, level: 0.95 };
/// let partitions = parse_partitions(text).unwrap();
/// let found = estimate_partitions(&partitions, "chapman", &config).unwrap();
/// let width = |estimate: &synodik_analyse::Estimate| {
///     estimate.interval.map(|interval| interval.high - interval.low).unwrap()
/// };
/// assert_eq!(found.n_partitions, 2);
/// assert!(width(found.joint.whole()) > width(found.plain.unwrap().whole()));
/// assert!(estimate_partitions(&partitions, "guess", &config).is_err());
/// ```
pub fn estimate_partitions(
    partitions: &[Partition],
    name: &str,
    config: &MethodConfig,
) -> Result<PartitionedEstimate, PartitionRefusal> {
    let is_beside = |partition: &Partition| partition.name == PLAIN && partitions.len() > 1;
    let mut known: Vec<(&Stratum, Estimate)> = Vec::new();
    let mut estimated = Vec::new();
    for partition in partitions {
        let refused = |stratum: &str, refusal| PartitionRefusal {
            partition: partition.name.clone(),
            stratum: stratum.to_owned(),
            refusal,
        };
        let mut strata = Vec::new();
        for stratum in &partition.strata {
            stratum.table.check().map_err(|refusal| refused(&stratum.name, refusal))?;
            let before = known.iter().find(|(table, _)| table.table == stratum.table);
            let estimate = match before {
                Some((_, estimate)) => estimate.clone(),
                None => estimate_by_name(&stratum.table, name, config)
                    .map_err(|refusal| refused(&stratum.name, refusal))?,
            };
            known.push((stratum, estimate.clone()));
            strata.push(estimate);
        }
        let sum = add_all(&strata, config).map_err(|refusal| refused("", refusal))?;
        estimated.push((partition, strata, sum));
    }
    let name_strata = |estimates: Vec<Estimate>| {
        // All partitions have the same strata.
        let names = partitions.iter().take(1).flat_map(|partition| &partition.strata);
        names.map(|stratum| stratum.name.clone()).zip(estimates).collect()
    };
    let mut plain = None;
    let mut joined: Vec<(Vec<Estimate>, Option<Estimate>)> = Vec::new();
    for (partition, strata, sum) in estimated {
        match is_beside(partition) {
            true => plain = Some(StratifiedEstimate { strata: name_strata(strata), sum }),
            false => joined.push((strata, sum)),
        }
    }
    let n_partitions = joined.len();
    let joint = join_all(joined, config.level)
        .map(|(strata, sum)| StratifiedEstimate { strata: name_strata(strata), sum });
    let joint = joint.map_err(|refusal| PartitionRefusal {
        partition: String::new(),
        stratum: String::new(),
        refusal,
    })?;
    Ok(PartitionedEstimate { joint, plain, n_partitions })
}

fn add_all(strata: &[Estimate], config: &MethodConfig) -> Result<Option<Estimate>, Refusal> {
    if strata.len() < 2 {
        return Ok(None);
    }
    add_strata(strata, config.level).map(Some)
}

/// Joins stratum by stratum, and the sums apart: they share the doubt of one partition.
fn join_all(
    mut partitions: Vec<(Vec<Estimate>, Option<Estimate>)>,
    level: f64,
) -> Result<(Vec<Estimate>, Option<Estimate>), Refusal> {
    if partitions.len() == 1 {
        return Ok(partitions.remove(0));
    }
    let n_strata = partitions.first().map_or(0, |(strata, _)| strata.len());
    let mut strata = Vec::new();
    for stratum_idx in 0..n_strata {
        let of_stratum: Vec<Estimate> =
            partitions.iter().map(|(strata, _)| strata[stratum_idx].clone()).collect();
        strata.push(join_partitions(&of_stratum, level)?);
    }
    let sums: Vec<Estimate> = partitions.into_iter().filter_map(|(_, sum)| sum).collect();
    let sum = if sums.is_empty() { None } else { Some(join_partitions(&sums, level)?) };
    Ok((strata, sum))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::parse_partitions;

    const CONFIG: MethodConfig = MethodConfig { n_replicates: 50, seed: 1, level: 0.95 };

    #[test]
    fn strata_are_summed_within_each_partition() {
        let text = "partition,stratum,a,b,n\nplain,x,1,1,20\nplain,x,1,0,60\nplain,x,0,1,40\n\
                    plain,y,1,1,5\nplain,y,1,0,9\nplain,y,0,1,8\n1,x,1,1,22\n1,x,1,0,58\n1,x,0,1,38\n\
                    1,y,1,1,5\n1,y,1,0,9\n1,y,0,1,8\n2,x,1,1,19\n2,x,1,0,61\n2,x,0,1,41\n\
                    2,y,1,1,6\n2,y,1,0,8\n2,y,0,1,7\n";
        let partitions = parse_partitions(text).unwrap();
        let found = estimate_partitions(&partitions, "chapman", &CONFIG).unwrap();
        let names: Vec<&str> = found.joint.strata.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["x", "y"]);
        let plain = found.plain.unwrap();
        let sum = plain.strata.iter().map(|(_, estimate)| estimate.n_hat).sum::<f64>();
        assert!((plain.whole().n_hat - sum).abs() < 1e-9);
        assert!(found.joint.whole().model.starts_with("2 partitions of sum of 2 strata"));
    }

    #[test]
    fn a_refusal_names_partition_and_stratum() {
        for (text, expected) in [
            ("a,b,n\n1,0,5\n0,1,5\n", "list `a` shares nobody"),
            ("partition,a,b,n\nplain,1,1,5\n1,1,0,5\n1,0,1,5\n", "sampled partition 1: list `a`"),
            (
                "partition,stratum,a,b,n\nplain,x,1,1,5\n1,x,1,1,5\n1,y,1,1,5\n",
                "the persons as they are held: stratum `y`: the table counts nobody",
            ),
        ] {
            let partitions = parse_partitions(text).unwrap();
            let refusal = estimate_partitions(&partitions, "chapman", &CONFIG).unwrap_err();
            assert!(refusal.to_string().starts_with(expected), "{refusal}");
        }
    }
}
