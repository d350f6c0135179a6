//! The models of closed populations by the letters of Otis and others: M0, Mt, Mh, Mth, Mb, Mbh.
//!
//! All are log-linear. Heterogeneity of chances enters as a column that depends on the
//! number of lists on which a person stands (Rivest and Baillargeon 2007, the package Rcapture).

mod behaviour;

use crate::assumption::Assumption;
use crate::error::Refusal;
use crate::estimate::{Estimate, Interval, IntervalMethod, Warning, check_level, with_shared};
use crate::loglinear::{
    HierarchicalModel, ProfileTask, add_shared_warnings, estimate_of, forced_zeros,
    multinomial_profile,
};
use crate::matrix::rank;
use crate::poisson::{Design, N_STEPS_MOST, PoissonFit, fit_poisson};
use crate::table::CaptureTable;

/// Tables with more cells than this are fitted without the check by linear programme.
const N_CELLS_CHECKED: usize = 255;
/// Base of the Poisson model of heterogeneity that Rcapture takes.
const POISSON_BASE: f64 = 2.0;
/// Parameter of the gamma model of heterogeneity that Rcapture takes.
const GAMMA_SHAPE: f64 = 3.5;

/// How lists differ from one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListEffects {
    /// All lists reach equally many (the letter is left out).
    Equal,
    /// Each list has its own reach (`t`).
    PerList,
    /// Each list has its own reach, and some depend on one another.
    Dependent(HierarchicalModel),
}

/// How the chances of persons differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Heterogeneity {
    /// They do not.
    None,
    /// In any way: a lower bound (Chao 1987).
    Chao,
    /// As a Poisson distribution, with base 2.
    Poisson,
    /// As a normal distribution (Darroch and others 1993).
    Darroch,
    /// As a gamma distribution, with parameter 3.5.
    Gamma,
}

/// A model of a closed population.
#[derive(Debug, Clone, PartialEq)]
pub enum ClosedModel {
    /// M0, Mt, Mh or Mth, also with dependent lists.
    Chances {
        /// How lists differ.
        lists: ListEffects,
        /// How persons differ.
        persons: Heterogeneity,
    },
    /// Mb: an entry changes the chance of the next. Lists must stand in order of time.
    Behaviour,
    /// Mbh: as Mb, and the first list differs.
    BehaviourAndFirst,
}

impl ClosedModel {
    /// Returns the twelve models that Rcapture's `closedp.t` fits, in its order.
    #[must_use]
    pub fn twelve() -> Vec<Self> {
        let shapes = [
            Heterogeneity::Chao,
            Heterogeneity::Poisson,
            Heterogeneity::Darroch,
            Heterogeneity::Gamma,
        ];
        let of = |lists: &ListEffects, persons| Self::Chances { lists: lists.clone(), persons };
        let (equal, own) = (ListEffects::Equal, ListEffects::PerList);
        let mut models = vec![of(&equal, Heterogeneity::None), of(&own, Heterogeneity::None)];
        models.extend(shapes.map(|shape| of(&equal, shape)));
        models.extend(shapes.map(|shape| of(&own, shape)));
        models.extend([Self::Behaviour, Self::BehaviourAndFirst]);
        models
    }

    /// Returns the name under which Rcapture prints the model.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Behaviour => "Mb".to_owned(),
            Self::BehaviourAndFirst => "Mbh".to_owned(),
            Self::Chances { lists, persons } => {
                let letters = match (lists, persons) {
                    (ListEffects::Equal, Heterogeneity::None) => "M0".to_owned(),
                    (ListEffects::Equal, _) => "Mh".to_owned(),
                    (ListEffects::PerList, Heterogeneity::None) => "Mt".to_owned(),
                    (ListEffects::PerList, _) => "Mth".to_owned(),
                    (ListEffects::Dependent(model), _) => model.to_string(),
                };
                let shape = match persons {
                    Heterogeneity::None => "",
                    Heterogeneity::Chao => " Chao (LB)",
                    Heterogeneity::Poisson => " Poisson2",
                    Heterogeneity::Darroch => " Darroch",
                    Heterogeneity::Gamma => " Gamma3.5",
                };
                letters + shape
            }
        }
    }
}

/// Fits a model of a closed population.
///
/// # Units
///
/// Persons. The interval is one of the multinomial profile likelihood; for `Mb` and `Mbh`,
/// which have none, of a log-normal hidden number.
///
/// # Errors
///
/// [`Refusal::TooFewLists`] for heterogeneity with two lists, [`Refusal::NoMaximum`] where no
/// estimate exists, and what is wrong with the table.
///
/// # Source
///
/// Rivest and Baillargeon (2007), Biometrics 63, 999-1006; Cormack (1992).
///
/// # Example
///
/// ```
/// use synodik_analyse::{CaptureTable, ClosedModel, Refusal, fit_closed};
/// let table = CaptureTable::from_histories(2, &[("11", 167), ("10", 781), ("01", 254)]).unwrap();
/// let models = ClosedModel::twelve();
/// assert_eq!(format!("{:.1}", fit_closed(&table, &models[0], 0.95).unwrap().n_hat), "2805.6");
/// assert!(matches!(fit_closed(&table, &models[2], 0.95), Err(Refusal::TooFewLists { .. })));
/// ```
pub fn fit_closed(
    table: &CaptureTable,
    model: &ClosedModel,
    level: f64,
) -> Result<Estimate, Refusal> {
    check_level(level)?;
    let name = model.name();
    table.check()?;
    table.check_all_possible(&name)?;
    match model {
        ClosedModel::Chances { lists, persons } => {
            if *persons != Heterogeneity::None {
                table.check_n_lists(3)?;
            }
            let (design, n_plain) = chances_design(table, lists, *persons)?;
            let task = ChancesTask { table, design, n_plain, name, lists, persons: *persons };
            fit_chances(&task, level)
        }
        ClosedModel::Behaviour => behaviour::fit_behaviour(table, &name, false, level),
        ClosedModel::BehaviourAndFirst => {
            table.check_n_lists(3)?;
            behaviour::fit_behaviour(table, &name, true, level)
        }
    }
}

struct ChancesTask<'a> {
    table: &'a CaptureTable,
    design: Design,
    /// Columns before those of heterogeneity.
    n_plain: usize,
    name: String,
    lists: &'a ListEffects,
    persons: Heterogeneity,
}

fn fit_chances(task: &ChancesTask<'_>, level: f64) -> Result<Estimate, Refusal> {
    let (table, name) = (task.table, &task.name);
    let counts = counts_of(table);
    let is_chao = task.persons == Heterogeneity::Chao;
    let full = if is_chao {
        without_boundless(&task.design, &counts, task.n_plain)
    } else {
        task.design.clone()
    };
    check_design(table, &full, &counts, name)?;
    let not_converged =
        || Refusal::NotConverged { model: name.clone(), n_iterations: N_STEPS_MOST };
    let (fit, design) = if is_chao {
        fit_bound(&full, &counts, task.n_plain).ok_or_else(not_converged)?
    } else {
        (fit_poisson(&full, &counts, &[]).ok_or_else(not_converged)?, full.clone())
    };
    let mut estimate = estimate_of(table, name, &fit, (counts.len(), design.n_columns));
    let n_removed = task.design.n_columns - design.n_columns;
    if n_removed > 0 {
        estimate.warnings.push(Warning::NegativeHeterogeneity { n_removed });
    }
    add_shared_warnings(&mut estimate, table);
    let profile = ProfileTask {
        n_observed: table.n_observed() as f64,
        n_hat: estimate.n_hat,
        counts: &counts,
        // Rcapture sets negative parameters to nil anew for each size, except beside
        // interactions, where it keeps all columns; both are followed.
        design: &full,
    };
    let drops_anew = is_chao && !matches!(task.lists, ListEffects::Dependent(_));
    let (_, low, high) = multinomial_profile(&profile, level, &|design, counts| {
        if drops_anew {
            fit_bound(design, counts, task.n_plain).map(|(fit, _)| fit.deviance)
        } else {
            fit_poisson(design, counts, &[]).map(|fit| fit.deviance)
        }
    });
    if high.is_infinite() {
        estimate.warnings.push(Warning::OpenAbove);
    }
    let method = IntervalMethod::ProfileMultinomial;
    estimate.interval = Some(Interval { level, low, high, method });
    estimate.assumptions = with_shared(&assumptions_of(task));
    Ok(estimate)
}

fn assumptions_of(task: &ChancesTask<'_>) -> Vec<Assumption> {
    let mut own = vec![match task.persons {
        Heterogeneity::None => Assumption::EqualChance,
        Heterogeneity::Chao => Assumption::LowerBound,
        _ => Assumption::HeterogeneityShape,
    }];
    own.push(match task.lists {
        ListEffects::Dependent(_) => Assumption::ModelledDependence,
        _ => Assumption::Independent,
    });
    own
}

/// Drops parameters of heterogeneity that zeros send to minus infinity, the highest first.
///
/// They would be negative, and negative ones are set to nil.
fn without_boundless(design: &Design, counts: &[f64], n_plain: usize) -> Design {
    let mut design = design.clone();
    while design.n_columns > n_plain
        && counts.len() <= N_CELLS_CHECKED
        && !forced_zeros(&design, counts).is_empty()
    {
        design = design.without_column(design.n_columns - 1);
    }
    design
}

/// Fits Chao's lower bound: negative parameters of heterogeneity go, the first one first.
fn fit_bound(design: &Design, counts: &[f64], n_plain: usize) -> Option<(PoissonFit, Design)> {
    let mut design = design.clone();
    loop {
        let fit = fit_poisson(&design, counts, &[])?;
        let negative = (n_plain..design.n_columns).find(|&column| fit.coefficients[column] < 0.0);
        match negative {
            Some(column) => design = design.without_column(column),
            None => return Some((fit, design)),
        }
    }
}

fn counts_of(table: &CaptureTable) -> Vec<f64> {
    table.histories().iter().map(|&history| table.count(history) as f64).collect()
}

fn check_design(
    table: &CaptureTable,
    design: &Design,
    counts: &[f64],
    name: &str,
) -> Result<(), Refusal> {
    let rank = rank(&design.values, design.n_columns);
    if rank < design.n_columns {
        return Err(Refusal::NotIdentifiable {
            model: name.to_owned(),
            n_parameters: design.n_columns,
            n_cells: counts.len(),
            rank,
            assumption: Assumption::ListsOverlap,
        });
    }
    if table.n_observed() == table.frequencies()[0] {
        let (model, needed) = (name.to_owned(), "persons on more than one list".to_owned());
        return Err(Refusal::NoEvidence { model, needed, assumption: Assumption::ListsOverlap });
    }
    if counts.len() > N_CELLS_CHECKED {
        return Ok(());
    }
    let forced = forced_zeros(design, counts);
    if forced.is_empty() {
        return Ok(());
    }
    let histories = table.histories();
    let cells = forced.iter().map(|&row| table.history_text(histories[row])).collect();
    let (model, assumption) = (name.to_owned(), Assumption::ListsOverlap);
    Err(Refusal::NoMaximum { model, cells, assumption })
}

/// Returns the design and how many of its columns do not speak of heterogeneity.
fn chances_design(
    table: &CaptureTable,
    lists: &ListEffects,
    persons: Heterogeneity,
) -> Result<(Design, usize), Refusal> {
    let n_lists = table.n_lists();
    if let ListEffects::Dependent(model) = lists
        && model.n_lists() != n_lists
    {
        let reason = format!("it is one of {} lists", model.n_lists());
        return Err(Refusal::UnknownModel { name: model.to_string(), n_lists, reason });
    }
    let mut values = Vec::new();
    let (mut n_columns, mut n_plain) = (0, 0);
    for history in table.histories() {
        let mut row = vec![1.0];
        let n_entries = f64::from(history.count_ones());
        let has = |set: usize| f64::from(u8::from(history & set == set));
        match lists {
            ListEffects::Equal => row.push(n_entries),
            ListEffects::PerList => row.extend((0..n_lists).map(|idx| has(1 << idx))),
            ListEffects::Dependent(model) => row.extend(model.terms().iter().map(|&set| has(set))),
        }
        n_plain = row.len();
        match persons {
            Heterogeneity::None => {}
            Heterogeneity::Chao => {
                row.extend((3..=n_lists).map(|j| (n_entries - j as f64 + 1.0).max(0.0)));
            }
            Heterogeneity::Poisson => row.push(POISSON_BASE.powf(n_entries) - 1.0),
            Heterogeneity::Darroch => row.push(n_entries * n_entries / 2.0),
            Heterogeneity::Gamma => row.push(GAMMA_SHAPE.ln() - (GAMMA_SHAPE + n_entries).ln()),
        }
        n_columns = row.len();
        values.extend(row);
    }
    Ok((Design { n_columns, values }, n_plain))
}
