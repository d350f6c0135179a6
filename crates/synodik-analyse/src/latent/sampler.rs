//! One chain of the Gibbs sampler of Manrique-Vallier (2016).
//!
//! Persons of one history are parted among classes at once, so that an iteration costs by
//! histories and not by persons. Weights of classes are kept as logarithms: an empty
//! class may have a weight far below the least number.

use super::LatentConfig;
use crate::draw::{multinomial, stream};
use crate::table::CaptureTable;
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Beta, Distribution, Gamma, Poisson};

/// Steps at the start in which classes are kept few; from many a chain is long in coming back.
const N_SPARSE_STEPS: usize = 1000;
/// Concentration in these steps.
const SPARSE_CONCENTRATION: f64 = 0.03;

/// What one chain drew.
pub(super) struct Chain {
    pub(super) sizes: Vec<u64>,
    pub(super) n_filled: f64,
}

struct State {
    n_classes: usize,
    n_lists: usize,
    /// Histories with somebody, and how many.
    cells: Vec<(usize, u64)>,
    n_observed: u64,
    n_hidden: u64,
    /// Hidden persons by class.
    hidden: Vec<u64>,
    /// All persons by class.
    members: Vec<u64>,
    /// Persons on each list, class after class.
    entries: Vec<u64>,
    /// Chance to stand on each list, class after class.
    chances: Vec<f64>,
    weights: Vec<f64>,
    ln_weights: Vec<f64>,
    concentration: f64,
    /// Scratch: weights and parts of one history.
    shares: Vec<f64>,
    parts: Vec<u64>,
}

pub(super) fn run_chain(table: &CaptureTable, config: &LatentConfig, chain_idx: usize) -> Chain {
    let mut generator = stream(config.seed, chain_idx);
    let mut state = State::start(table, config);
    for iteration in 0..config.n_burn_in {
        state.step(config, &mut generator);
        if iteration < N_SPARSE_STEPS {
            state.concentration = SPARSE_CONCENTRATION;
        }
    }
    let mut sizes = Vec::with_capacity(config.n_iterations / config.thinning);
    let mut n_filled = 0_usize;
    for iteration in 1..=config.n_iterations {
        state.step(config, &mut generator);
        if iteration % config.thinning == 0 {
            sizes.push(state.n_observed + state.n_hidden);
            n_filled += state.members.iter().filter(|&&count| count > 0).count();
        }
    }
    let n_filled = n_filled as f64 / sizes.len() as f64;
    Chain { sizes, n_filled }
}

impl State {
    /// Starts with classes of halving weight and equal chances.
    fn start(table: &CaptureTable, config: &LatentConfig) -> Self {
        let (n_classes, n_lists) = (config.n_classes, table.n_lists());
        let cells: Vec<(usize, u64)> = (1..1 << n_lists)
            .map(|history| (history, table.count(history)))
            .filter(|(_, count)| *count > 0)
            .collect();
        let n_observed = table.n_observed();
        let mut chances = Vec::with_capacity(n_classes * n_lists);
        for _ in 0..n_classes {
            let share = |idx| table.n_on_list(idx) as f64 / n_observed as f64;
            chances.extend((0..n_lists).map(share));
        }
        Self {
            n_classes,
            n_lists,
            cells,
            n_observed,
            n_hidden: 0,
            hidden: vec![0; n_classes],
            members: vec![0; n_classes],
            entries: vec![0; n_classes * n_lists],
            chances,
            weights: (1..=n_classes).map(|class| 0.5_f64.powf(class as f64)).collect(),
            ln_weights: vec![0.0; n_classes],
            concentration: SPARSE_CONCENTRATION,
            shares: vec![0.0; n_classes],
            parts: vec![0; n_classes],
        }
    }

    fn step(&mut self, config: &LatentConfig, generator: &mut ChaCha8Rng) {
        self.draw_members(generator);
        self.draw_chances(generator);
        self.draw_weights(generator);
        self.exchange_classes(generator);
        self.draw_hidden(generator);
        let (shape, rate) = config.concentration;
        let shape = shape + self.n_classes as f64 - 1.0;
        let rate = rate - self.ln_weights[self.n_classes - 1];
        self.concentration = draw_gamma(generator, shape) / rate;
    }

    /// Parts the persons of each history among the classes.
    fn draw_members(&mut self, generator: &mut ChaCha8Rng) {
        self.members.copy_from_slice(&self.hidden);
        self.entries.fill(0);
        for cell_idx in 0..self.cells.len() {
            let (history, count) = self.cells[cell_idx];
            self.set_shares(history);
            draw_parts(generator, count, &self.shares, &mut self.parts);
            for (class, &part) in self.parts.iter().enumerate() {
                if part == 0 {
                    continue;
                }
                self.members[class] += part;
                for list in 0..self.n_lists {
                    if history >> list & 1 == 1 {
                        self.entries[class * self.n_lists + list] += part;
                    }
                }
            }
        }
    }

    /// Sets the joint probability of a history and each class.
    fn set_shares(&mut self, history: usize) {
        for (class, share) in self.shares.iter_mut().enumerate() {
            let chances = &self.chances[class * self.n_lists..(class + 1) * self.n_lists];
            *share = self.weights[class];
            for (list, &chance) in chances.iter().enumerate() {
                *share *= if history >> list & 1 == 1 { chance } else { 1.0 - chance };
            }
        }
    }

    fn draw_chances(&mut self, generator: &mut ChaCha8Rng) {
        for (place, chance) in self.chances.iter_mut().enumerate() {
            let on = self.entries[place];
            let off = self.members[place / self.n_lists] - on;
            *chance = if on + off == 0 {
                generator.random()
            } else {
                let beta = Beta::new(1.0 + on as f64, 1.0 + off as f64);
                beta.expect("both parameters are at least 1").sample(generator)
            };
        }
    }

    /// Draws the weights by breaking a stick, in logarithms.
    fn draw_weights(&mut self, generator: &mut ChaCha8Rng) {
        let mut ln_rest = 0.0;
        let mut n_later = self.n_observed + self.n_hidden;
        for class in 0..self.n_classes - 1 {
            n_later -= self.members[class];
            let here = ln_gamma_draw(generator, 1.0 + self.members[class] as f64);
            let later = ln_gamma_draw(generator, self.concentration + n_later as f64);
            let both = here.max(later) + (-(here - later).abs()).exp().ln_1p();
            self.ln_weights[class] = here - both + ln_rest;
            self.weights[class] = self.ln_weights[class].exp();
            ln_rest += later - both;
        }
        self.ln_weights[self.n_classes - 1] = ln_rest;
        self.weights[self.n_classes - 1] = ln_rest.exp();
    }

    /// Tries to exchange the people of two classes while the weights stay.
    ///
    /// A broken stick favours heavy classes first; without this step a chain that starts in
    /// another order is long in finding it (Papaspiliopoulos and Roberts 2008).
    fn exchange_classes(&mut self, generator: &mut ChaCha8Rng) {
        let filled: Vec<usize> =
            (0..self.n_classes).filter(|&class| self.members[class] > 0).collect();
        let a = filled[generator.random_range(0..filled.len())];
        let b = generator.random_range(0..self.n_classes);
        let surplus = self.members[a] as f64 - self.members[b] as f64;
        let ln_ratio = (self.ln_weights[b] - self.ln_weights[a]) * surplus;
        if a != b && generator.random::<f64>().ln() < ln_ratio {
            self.members.swap(a, b);
            self.hidden.swap(a, b);
            for list in 0..self.n_lists {
                self.chances.swap(a * self.n_lists + list, b * self.n_lists + list);
                self.entries.swap(a * self.n_lists + list, b * self.n_lists + list);
            }
        }
    }

    /// Draws how many are hidden, and their classes.
    fn draw_hidden(&mut self, generator: &mut ChaCha8Rng) {
        self.set_shares(0);
        let p_hidden: f64 = self.shares.iter().sum();
        let odds = p_hidden / (1.0 - p_hidden);
        let mean = draw_gamma(generator, self.n_observed as f64) * odds;
        self.n_hidden = if mean > 0.0 && mean.is_finite() {
            let poisson = Poisson::new(mean.min(Poisson::<f64>::MAX_LAMBDA));
            poisson.expect("the mean is positive and finite").sample(generator) as u64
        } else {
            0
        };
        draw_parts(generator, self.n_hidden, &self.shares, &mut self.hidden);
    }
}

/// Parts a count among classes; a single person is put by one draw.
fn draw_parts(generator: &mut ChaCha8Rng, count: u64, shares: &[f64], parts: &mut [u64]) {
    if count > 1 {
        multinomial(generator, count, shares, parts);
        return;
    }
    parts.fill(0);
    if count == 0 {
        return;
    }
    let mut left = generator.random::<f64>() * shares.iter().sum::<f64>();
    for (part, &share) in parts.iter_mut().zip(shares) {
        left -= share;
        if left < 0.0 {
            *part = 1;
            return;
        }
    }
    *parts.last_mut().expect("there is a class") = 1;
}

fn draw_gamma(generator: &mut ChaCha8Rng, shape: f64) -> f64 {
    Gamma::new(shape, 1.0).expect("the shape is positive").sample(generator)
}

/// Draws the logarithm of a gamma value; a small shape would give 0 without it.
fn ln_gamma_draw(generator: &mut ChaCha8Rng, shape: f64) -> f64 {
    if shape >= 1.0 {
        return draw_gamma(generator, shape).ln();
    }
    // A gamma value of shape s is one of shape s + 1 times a uniform value to the power 1/s.
    let uniform: f64 = 1.0 - generator.random::<f64>();
    draw_gamma(generator, shape + 1.0).ln() + uniform.ln() / shape
}
