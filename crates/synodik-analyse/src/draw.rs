//! Draws from a seed: one stream for each replicate, so that cores do not matter.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Binomial, Distribution};

/// Returns the generator of one stream of a seed.
pub(crate) fn stream(seed: u64, stream_idx: usize) -> ChaCha8Rng {
    let mut generator = ChaCha8Rng::seed_from_u64(seed);
    generator.set_stream(stream_idx as u64);
    generator
}

/// Draws how many of `n` fall to something of probability `p`.
pub(crate) fn binomial(generator: &mut ChaCha8Rng, n: u64, p: f64) -> u64 {
    if n == 0 || p <= 0.0 {
        return 0;
    }
    if p >= 1.0 {
        return n;
    }
    Binomial::new(n, p).expect("the probability lies between 0 and 1").sample(generator)
}

/// Parts `n` among weights.
pub(crate) fn multinomial(generator: &mut ChaCha8Rng, n: u64, weights: &[f64], parts: &mut [u64]) {
    let (mut rest, mut n_rest) = (weights.iter().sum::<f64>(), n);
    for (part, &weight) in parts.iter_mut().zip(weights) {
        *part = if rest > 0.0 { binomial(generator, n_rest, weight / rest) } else { 0 };
        n_rest -= *part;
        rest -= weight;
    }
    // Rounding may leave somebody over; they belong to the likeliest part.
    if n_rest > 0 {
        let likeliest = (0..weights.len()).max_by(|&a, &b| weights[a].total_cmp(&weights[b]));
        parts[likeliest.expect("there is a part")] += n_rest;
    }
}
