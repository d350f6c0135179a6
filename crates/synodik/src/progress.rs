//! Progress on standard error: a bar on a terminal, plain lines otherwise.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

/// How often a plain line is written.
const LINE_INTERVAL: Duration = Duration::from_secs(5);

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Bytes of input.
    Bytes,
    /// Records.
    Records,
}

/// The progress of one stage.
pub(crate) struct Progress {
    stage: &'static str,
    unit: Unit,
    total: u64,
    bar: Option<ProgressBar>,
    started: Instant,
    last_line: Instant,
    done: u64,
}

impl Progress {
    /// Starts a stage of `total` units.
    pub(crate) fn start(stage: &'static str, unit: Unit, total: u64) -> Progress {
        let bar = stderr().is_terminal().then(|| {
            let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
            let template = match unit {
                Unit::Bytes => {
                    "{prefix} {wide_bar} {bytes}/{total_bytes} {bytes_per_sec}, {eta} left"
                }
                Unit::Records => {
                    "{prefix} {wide_bar} {human_pos}/{human_len} {per_sec}, {eta} left"
                }
            };
            if let Ok(style) = ProgressStyle::with_template(template) {
                bar.set_style(style);
            }
            bar.with_prefix(stage)
        });
        let now = Instant::now();
        Progress { stage, unit, total, bar, started: now, last_line: now, done: 0 }
    }

    /// Adds what has been done.
    pub(crate) fn add(&mut self, n_units: u64) {
        self.done += n_units;
        if let Some(bar) = &self.bar {
            bar.inc(n_units);
        } else if self.last_line.elapsed() >= LINE_INTERVAL {
            self.last_line = Instant::now();
            let elapsed_secs = self.started.elapsed().as_secs_f64();
            let rate = self.done as f64 / elapsed_secs;
            let left_secs = self.total.saturating_sub(self.done) as f64 / rate.max(1.0);
            let (scale, name) = match self.unit {
                Unit::Bytes => (1e-6, "MB"),
                Unit::Records => (1.0, "records"),
            };
            eprintln!(
                "{}: {:.0} of {:.0} {name}, {:.0} {name}/s, {left_secs:.0} s left",
                self.stage,
                self.done as f64 * scale,
                self.total as f64 * scale,
                rate * scale,
            );
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
