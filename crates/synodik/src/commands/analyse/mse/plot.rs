//! A plain drawing of an estimate: what was counted, and the interval, on one axis from nought.

use super::EstimatedTable;
use std::fmt::Write;
use synodik_analyse::Estimate;

const WIDTH: f64 = 720.0;
const LEFT: f64 = 250.0;
const RIGHT: f64 = 690.0;
const ROW_HEIGHT: f64 = 28.0;
const HEAD_HEIGHT: f64 = 30.0;
/// Letters of a name that fit left of its row.
const N_NAME_LETTERS: usize = 32;

/// One line of the drawing.
struct Row {
    label: String,
    estimate: Estimate,
}

/// Draws an estimate, its strata, and the estimate for the persons as they are held.
///
/// A filled dot is an estimate, a line its interval, an arrow an interval without upper end, a
/// small bar the persons counted.
pub(super) fn plot_svg(table: &EstimatedTable) -> String {
    let rows = rows_of(table);
    let finite = |estimate: &Estimate| {
        let high = estimate.interval.map_or(estimate.n_hat, |interval| interval.high);
        if high.is_finite() { high } else { 2.0 * estimate.n_hat }
    };
    let most = rows.iter().map(|row| finite(&row.estimate)).fold(1.0_f64, f64::max);
    let x = |value: f64| LEFT + (RIGHT - LEFT) * (value / most).min(1.0);
    let height = HEAD_HEIGHT + ROW_HEIGHT * rows.len() as f64 + 16.0;
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <title id=\"title\">How many people no list names</title>\n<desc id=\"desc\">{}</desc>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n",
        escaped(&description(&rows))
    );
    let step = round_step(most);
    let mut value = 0.0;
    while value <= most {
        let at = x(value);
        let _ = writeln!(
            svg,
            "<path d=\"M{at:.1} {HEAD_HEIGHT}V{:.1}\" stroke=\"#ccc\"/>\
             <text x=\"{at:.1}\" y=\"18\" text-anchor=\"middle\">{value:.0}</text>",
            height - 8.0
        );
        value += step;
    }
    for (row_idx, row) in rows.iter().enumerate() {
        let y = HEAD_HEIGHT + ROW_HEIGHT * (row_idx as f64 + 0.5) + 4.0;
        draw_row(&mut svg, row, y, &x);
    }
    svg.push_str("</svg>\n");
    svg
}

fn draw_row(svg: &mut String, row: &Row, y: f64, x: &dyn Fn(f64) -> f64) {
    let estimate = &row.estimate;
    let _ = writeln!(svg, "<text x=\"8\" y=\"{:.1}\">{}</text>", y + 4.0, escaped(&row.label));
    if let Some(interval) = estimate.interval {
        let (low, high) = (x(interval.low), x(interval.high));
        let end = match interval.high.is_finite() {
            true => format!("M{high:.1} {:.1}v12", y - 6.0),
            false => format!("M{:.1} {:.1}l8 6l-8 6", high - 8.0, y - 6.0),
        };
        let _ = writeln!(
            svg,
            "<path d=\"M{low:.1} {y:.1}H{high:.1}M{low:.1} {:.1}v12{end}\" \
             stroke=\"#000\" stroke-width=\"2\" fill=\"none\"/>",
            y - 6.0
        );
    }
    let (counted, dot) = (x(estimate.n_observed as f64), x(estimate.n_hat));
    let _ = writeln!(
        svg,
        "<path d=\"M{counted:.1} {:.1}v16\" stroke=\"#000\" stroke-width=\"5\"/>\
         <circle cx=\"{dot:.1}\" cy=\"{y:.1}\" r=\"6\"/>",
        y - 8.0
    );
}

fn rows_of(table: &EstimatedTable) -> Vec<Row> {
    let joint = &table.estimate.joint;
    let row = |label: String, estimate: &Estimate| Row {
        label: label.chars().take(N_NAME_LETTERS).collect(),
        estimate: estimate.clone(),
    };
    let mut rows = Vec::new();
    if joint.sum.is_some() {
        rows.extend(joint.strata.iter().map(|(name, estimate)| row(name.clone(), estimate)));
    }
    let whole = match table.estimate.n_partitions {
        1 => "estimate".to_owned(),
        n => format!("estimate over {n} partitions"),
    };
    rows.push(row(whole, joint.whole()));
    if let Some(plain) = &table.estimate.plain {
        rows.push(row("persons as they are held".to_owned(), plain.whole()));
    }
    rows
}

fn description(rows: &[Row]) -> String {
    let words = rows
        .iter()
        .map(|row| format!("{}: {}", row.label, super::document::estimate_words(&row.estimate)));
    format!(
        "A dot is an estimate, a line its interval, a short bar the people counted. {}.",
        words.collect::<Vec<_>>().join(". ")
    )
}

/// Returns a round step that gives three to seven marks.
fn round_step(most: f64) -> f64 {
    let power = 10_f64.powf(most.log10().floor());
    let steps = [0.2, 0.25, 0.5, 1.0, 2.0].map(|part| part * power);
    steps.into_iter().find(|step| most / step <= 6.0).unwrap_or(2.0 * power).max(1.0)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_few() {
        for (most, step) in [(10.0, 2.0), (95.0, 20.0), (130.0, 25.0), (740.0, 200.0), (1.0, 1.0)] {
            assert_eq!(round_step(most), step, "{most}");
        }
    }
}
