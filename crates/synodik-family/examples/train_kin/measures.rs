//! How good probabilities of kinship are.

use synodik_family::KinKind;

/// One pair: what was said of it, and what it is.
#[derive(Clone, Copy)]
pub(crate) struct Judged {
    p_kin: f64,
    is_kin: bool,
    is_right_kind: bool,
}

impl Judged {
    pub(crate) fn of(p_kinds: [f64; 4], kind: Option<KinKind>) -> Judged {
        let likeliest = (0..4).max_by(|&a, &b| p_kinds[a].total_cmp(&p_kinds[b]));
        Judged {
            p_kin: p_kinds.iter().sum(),
            is_kin: kind.is_some(),
            is_right_kind: kind.map(|kind| kind as usize) == likeliest,
        }
    }
}

/// Prints area under the curve, precision and recall at thresholds, and calibration.
///
/// `n_kin`: all there are, those never looked at as a pair too.
pub(crate) fn print_measures(name: &str, judged: &[Judged], n_kin: usize) {
    let found: Vec<&Judged> = judged.iter().filter(|pair| pair.is_kin).collect();
    let n_right = found.iter().filter(|pair| pair.is_right_kind).count();
    println!(
        "\n{name}: {} pairs, {} kin of {n_kin} looked at ({:.4}), AUC {:.4}, kind right {:.4}, ECE {:.4}",
        judged.len(),
        found.len(),
        found.len() as f64 / n_kin as f64,
        area_under_curve(judged),
        n_right as f64 / found.len() as f64,
        calibration_error(judged),
    );
    for threshold in [0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.98] {
        let given: Vec<&Judged> = judged.iter().filter(|pair| pair.p_kin >= threshold).collect();
        let n_true = given.iter().filter(|pair| pair.is_kin).count();
        println!(
            "  p >= {threshold:.2}: precision {:.4}, recall {:.4} of pairs, {:.4} of all kin",
            n_true as f64 / given.len() as f64,
            n_true as f64 / found.len() as f64,
            n_true as f64 / n_kin as f64,
        );
    }
    for bin in 0..10 {
        let in_bin = in_bin(judged, bin);
        let n_true = in_bin.iter().filter(|pair| pair.is_kin).count();
        let p_mean = in_bin.iter().map(|pair| pair.p_kin).sum::<f64>() / in_bin.len() as f64;
        println!(
            "  p in {:.1}..{:.1}: {} pairs, said {p_mean:.3}, are {:.3}",
            f64::from(bin) / 10.0,
            f64::from(bin + 1) / 10.0,
            in_bin.len(),
            n_true as f64 / in_bin.len() as f64,
        );
    }
}

fn in_bin(judged: &[Judged], bin: i32) -> Vec<&Judged> {
    judged.iter().filter(|pair| ((pair.p_kin * 10.0) as i32).min(9) == bin).collect()
}

/// The mean distance of what is said from what is, over ten bins of probability.
fn calibration_error(judged: &[Judged]) -> f64 {
    let mut sum = 0.0;
    for bin in 0..10 {
        let pairs = in_bin(judged, bin);
        let said: f64 = pairs.iter().map(|pair| pair.p_kin).sum();
        let are = pairs.iter().filter(|pair| pair.is_kin).count() as f64;
        sum += (said - are).abs();
    }
    sum / judged.len() as f64
}

/// The share of pairs of a kin and a stranger pair in which the kin has the higher probability.
fn area_under_curve(judged: &[Judged]) -> f64 {
    let mut sorted: Vec<&Judged> = judged.iter().collect();
    sorted.sort_by(|a, b| a.p_kin.total_cmp(&b.p_kin));
    let (mut n_strangers_below, mut area) = (0.0, 0.0);
    for tied in sorted.chunk_by(|a, b| a.p_kin == b.p_kin) {
        let n_kin = tied.iter().filter(|pair| pair.is_kin).count() as f64;
        let n_strangers = tied.len() as f64 - n_kin;
        area += n_kin * (n_strangers_below + n_strangers / 2.0);
        n_strangers_below += n_strangers;
    }
    let n_kin = judged.iter().filter(|pair| pair.is_kin).count() as f64;
    area / (n_kin * n_strangers_below)
}
