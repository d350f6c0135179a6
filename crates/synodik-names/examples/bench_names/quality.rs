//! How many pairs of names are judged as their labels say.

use synodik_names::{PreparedName, compare_names, slavic_keys};

/// From this probability on two names count as one.
const P_SAME: f64 = 0.5;

/// Random pairs drawn for every cluster.
const N_RANDOM: usize = 3;

/// Every so manieth row of a file of clusters is read.
const ROW_STEP: usize = 10;

/// Prints precision, recall and F1 on labelled pairs, and the calibration.
pub(crate) fn report_pairs(name: &str, text: &str) {
    let (mut n_right, mut n_found, mut n_same, mut n_pairs) = (0_u32, 0_u32, 0_u32, 0_u32);
    let mut tenths = [(0_u32, 0_u32, 0.0); 10];
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [a, b, same, ..] = cells[..] else { continue };
        let is_same = same == "1";
        let [prepared_a, prepared_b] = [a, b].map(PreparedName::of_text);
        let evidence = compare_names(&prepared_a, &prepared_b);
        let is_found = evidence.p_same >= P_SAME;
        n_pairs += 1;
        n_same += u32::from(is_same);
        n_found += u32::from(is_found);
        n_right += u32::from(is_found && is_same);
        let tenth = &mut tenths[((evidence.p_same * 10.0) as usize).min(9)];
        *tenth = (tenth.0 + 1, tenth.1 + u32::from(is_same), tenth.2 + evidence.p_same);
        if is_found != is_same {
            println!("  wrong\t{:.2}\t{a}\t{b}\t{}", evidence.p_same, cells[2..].join("\t"));
            for part in &evidence.parts {
                let (agreement, bits) = (part.agreement.key(), part.bits);
                println!("    {:?} {}: {} {agreement} {bits:.1}", part.part, part.a, part.b);
            }
        }
    }
    let precision = f64::from(n_right) / f64::from(n_found.max(1));
    let recall = f64::from(n_right) / f64::from(n_same.max(1));
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    println!("{name}: {n_pairs} pairs, {n_same} the same");
    println!("  precision {precision:.4}  recall {recall:.4}  F1 {f1:.4}");
    println!("  calibration (p_same, share that is the same, pairs):");
    for (n, n_same, sum) in tenths.into_iter().filter(|tenth| tenth.0 > 0) {
        let n_all = f64::from(n);
        println!("    {:.2}  {:.2}  {n}", sum / n_all, f64::from(n_same) / n_all);
    }
}

/// Prints how many pairs of a cluster are recognised, and how many random pairs are.
///
/// Random pairs take a Cyrillic name of one row and a Latin one of another, far row of
/// the same sex as told by the ending (-а, -я, -a), with no name in common.
pub(crate) fn report_clusters(name: &str, text: &str) {
    let is_latin = |word: &&str| word.chars().any(|letter| letter.is_ascii_alphabetic());
    let rows: Vec<(Vec<&str>, Vec<&str>)> = text
        .lines()
        .skip(1)
        .step_by(ROW_STEP)
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let cyrillic = cells.get(1)?.split('|').filter(|word| !is_latin(word)).collect();
            Some((cyrillic, cells.get(2)?.split('|').collect()))
        })
        .filter(|(cyrillic, _): &(Vec<&str>, Vec<&str>)| !cyrillic.is_empty())
        .collect();
    let (mut n_pairs, mut n_found, mut n_keys, mut of_rows, mut keys_of_rows) =
        (0_u32, 0_u32, 0_u32, 0.0, 0.0);
    for (cyrillic, latin) in &rows {
        let (mut found, mut with_key) = (0_u32, 0_u32);
        let latin_names: Vec<Prepared> = latin.iter().map(|word| Prepared::new(word)).collect();
        for a in cyrillic.iter().map(|word| Prepared::new(word)) {
            for b in &latin_names {
                found += u32::from(is_recognised(&a, b));
                with_key += u32::from(a.keys.iter().any(|key| b.keys.contains(key)));
            }
        }
        let n = (cyrillic.len() * latin.len()) as u32;
        n_pairs += n;
        n_found += found;
        n_keys += with_key;
        of_rows += f64::from(found) / f64::from(n);
        keys_of_rows += f64::from(with_key) / f64::from(n);
    }
    let share = |n: u32| f64::from(n) / f64::from(n_pairs.max(1));
    let n_rows = rows.len().max(1) as f64;
    println!("{name}: {n_pairs} pairs of {} rows", rows.len());
    println!("  recognised: {:.4} of pairs, {:.4} by row", share(n_found), of_rows / n_rows);
    println!("  slavic key: {:.4} of pairs, {:.4} by row", share(n_keys), keys_of_rows / n_rows);
    let (n_random, n_false, n_false_keys) = count_random(&rows);
    let share = |n: u32| f64::from(n) / f64::from(n_random.max(1));
    println!("  random pairs: {n_random}, taken for one: {:.5}", share(n_false));
    println!("  random pairs with one slavic key: {:.5}", share(n_false_keys));
}

fn count_random(rows: &[(Vec<&str>, Vec<&str>)]) -> (u32, u32, u32) {
    let is_feminine = |word: &str| word.ends_with(['а', 'я', 'a']);
    let (mut n_random, mut n_false, mut n_false_keys) = (0, 0, 0);
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % n as u64) as usize
    };
    for (cyrillic, latin) in rows {
        for _ in 0..N_RANDOM {
            let (other_cyrillic, other_latin) = &rows[next(rows.len())];
            let (a, b) = (cyrillic[next(cyrillic.len())], other_latin[next(other_latin.len())]);
            let is_one_name = cyrillic.iter().any(|word| other_cyrillic.contains(word))
                || latin.iter().any(|word| other_latin.contains(word));
            if is_one_name || is_feminine(a) != is_feminine(b) {
                continue;
            }
            n_random += 1;
            let [a, b] = [a, b].map(Prepared::new);
            n_false += u32::from(is_recognised(&a, &b));
            n_false_keys += u32::from(a.keys.iter().any(|key| b.keys.contains(key)));
        }
    }
    (n_random, n_false, n_false_keys)
}

/// A name of a cluster with its keys.
struct Prepared {
    name: PreparedName,
    keys: [u64; 2],
}

impl Prepared {
    fn new(text: &str) -> Prepared {
        Prepared { name: PreparedName::of_text(text), keys: slavic_keys(text) }
    }
}

/// Returns whether two names are taken for one, as `synodik names compare` says.
fn is_recognised(a: &Prepared, b: &Prepared) -> bool {
    compare_names(&a.name, &b.name).p_same >= P_SAME
}
