//! What is counted of requests: by pattern of the route, never by address or query.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

/// Upper ends of the classes of time, in seconds.
const CLASSES: [f64; 12] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// What is counted.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    requests: Mutex<BTreeMap<(String, &'static str, u16), Times>>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Times {
    /// Requests by class, those above all classes at the end.
    by_class: [u64; CLASSES.len() + 1],
    n_requests: u64,
    secs: f64,
}

impl Metrics {
    /// Counts an answer.
    pub(crate) fn add(&self, route: &str, method: &'static str, status: u16, secs: f64) {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let times = requests.entry((route.to_owned(), method, status)).or_default();
        let class = CLASSES.iter().position(|end| secs <= *end).unwrap_or(CLASSES.len());
        times.by_class[class] += 1;
        times.n_requests += 1;
        times.secs += secs;
    }

    /// Returns the counts as Prometheus reads them, `gauges` after them.
    pub(crate) fn text(&self, gauges: &[(&str, &str, f64)]) -> String {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = String::from(
            "# HELP synodik_request_seconds Time to answer, by pattern of the route.\n\
             # TYPE synodik_request_seconds histogram\n",
        );
        for ((route, method, status), times) in requests.iter() {
            let labels = format!("route=\"{route}\",method=\"{method}\",status=\"{status}\"");
            let mut n_so_far = 0;
            for (end, n_requests) in CLASSES.iter().zip(times.by_class) {
                n_so_far += n_requests;
                line(&mut text, ("bucket", &format!("{labels},le=\"{end}\"")), n_so_far as f64);
            }
            line(&mut text, ("bucket", &format!("{labels},le=\"+Inf\"")), times.n_requests as f64);
            line(&mut text, ("sum", &labels), times.secs);
            line(&mut text, ("count", &labels), times.n_requests as f64);
        }
        for (name, help, value) in gauges {
            let _ = writeln!(text, "# HELP synodik_{name} {help}\n# TYPE synodik_{name} gauge");
            let _ = writeln!(text, "synodik_{name} {value}");
        }
        text
    }
}

fn line(text: &mut String, (kind, labels): (&str, &str), value: f64) {
    let _ = writeln!(text, "synodik_request_seconds_{kind}{{{labels}}} {value}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_add_up() {
        let metrics = Metrics::default();
        metrics.add("/search", "GET", 200, 0.004);
        metrics.add("/search", "GET", 200, 0.04);
        metrics.add("/search", "GET", 200, 60.0);
        let text = metrics.text(&[("connections", "Open connections.", 3.0)]);
        let labels = "route=\"/search\",method=\"GET\",status=\"200\"";
        for (line, expected) in [
            (format!("_bucket{{{labels},le=\"0.0025\"}}"), "0"),
            (format!("_bucket{{{labels},le=\"0.005\"}}"), "1"),
            (format!("_bucket{{{labels},le=\"0.05\"}}"), "2"),
            (format!("_bucket{{{labels},le=\"+Inf\"}}"), "3"),
            (format!("_count{{{labels}}}"), "3"),
        ] {
            assert!(text.contains(&format!("{line} {expected}\n")), "{line} in {text}");
        }
        assert!(text.contains("synodik_connections 3\n"));
    }
}
