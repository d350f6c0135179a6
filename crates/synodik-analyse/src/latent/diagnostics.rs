//! How well chains have mixed: potential scale reduction and effective number of draws.

/// Both measures.
pub(super) struct Mixing {
    pub(super) r_hat: f64,
    pub(super) n_effective: f64,
}

/// Compares chains, each split in halves, with one another.
///
/// # Source
///
/// Gelman and others, Bayesian Data Analysis (3rd edition), sections 11.4 and 11.5;
/// Geyer (1992) for where the sum of correlations ends.
pub(super) fn diagnose(chains: &[Vec<f64>]) -> Mixing {
    let halves: Vec<&[f64]> = chains
        .iter()
        .flat_map(|chain| {
            let half = chain.len() / 2;
            [&chain[..half], &chain[chain.len() - half..]]
        })
        .collect();
    let (m, n) = (halves.len() as f64, halves[0].len() as f64);
    let means: Vec<f64> = halves.iter().map(|half| half.iter().sum::<f64>() / n).collect();
    let grand = means.iter().sum::<f64>() / m;
    let between = n / (m - 1.0) * means.iter().map(|mean| (mean - grand).powi(2)).sum::<f64>();
    let within = halves
        .iter()
        .zip(&means)
        .map(|(half, mean)| half.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0))
        .sum::<f64>()
        / m;
    if within <= 0.0 {
        return Mixing { r_hat: 1.0, n_effective: m * n };
    }
    let pooled = (n - 1.0) / n * within + between / n;
    let correlation = |lag: usize| -> f64 {
        let squares: f64 = halves
            .iter()
            .map(|half| half.windows(lag + 1).map(|w| (w[lag] - w[0]).powi(2)).sum::<f64>())
            .sum();
        1.0 - squares / (m * (n - lag as f64)) / (2.0 * pooled)
    };
    let mut sum = 0.0;
    let mut lag = 1;
    while lag + 1 < halves[0].len() {
        let pair = correlation(lag) + correlation(lag + 1);
        if pair < 0.0 {
            break;
        }
        sum += pair;
        lag += 2;
    }
    let n_effective = (m * n / (1.0 + 2.0 * sum)).min(m * n);
    Mixing { r_hat: (pooled / within).sqrt(), n_effective }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::stream;
    use rand::Rng;

    #[test]
    fn independent_draws_are_all_effective_and_drifting_ones_are_not() {
        let mut generator = stream(3, 0);
        let even: Vec<Vec<f64>> =
            (0..4).map(|_| (0..1000).map(|_| generator.random::<f64>()).collect()).collect();
        let mixing = diagnose(&even);
        assert!(mixing.r_hat < 1.01 && mixing.n_effective > 3000.0);
        let apart: Vec<Vec<f64>> = even
            .iter()
            .enumerate()
            .map(|(idx, chain)| chain.iter().map(|x| x + idx as f64).collect())
            .collect();
        let mixing = diagnose(&apart);
        assert!(mixing.r_hat > 2.0 && mixing.n_effective < 50.0);
    }
}
