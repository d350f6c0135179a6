//! Operation: what keeps the server answering, whatever it is asked.
//!
//! Connections with a time for the head of a request ([`server`]), a guard before all routes
//! ([`watch`]), a time for every question ([`query`]).

mod connections;
mod file_body;
mod metrics;
mod query;
mod rate;
mod server;
mod settings;
mod stream;
mod watch;

pub(crate) use connections::Connections;
pub(crate) use file_body::FileBody;
pub(crate) use metrics::Metrics;
pub(crate) use query::{QueryFailure, run_query};
pub(crate) use rate::ClientBuckets;
pub use server::{serve, serve_beside, serve_until};
pub use settings::{ClientRate, LogFormat, ServeSettings};
pub(crate) use watch::{guard, metrics as metrics_answer, observe, readyz};
