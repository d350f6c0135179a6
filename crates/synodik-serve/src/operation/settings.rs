//! How the server is run: limits, trust and names, all given by the operator.

use std::time::Duration;

/// How the server is run. Read from the command line; nothing here is read again.
#[derive(Debug, Clone, PartialEq)]
pub struct ServeSettings {
    /// Address under which readers reach the site, without a slash at the end; what the request
    /// names as host when empty.
    pub public_url: Option<String>,
    /// Whom to write to, for harvesters.
    pub admin_email: Option<String>,
    /// Requests that one client may make; `None` for no limit.
    pub client_rate: Option<ClientRate>,
    /// Whether the last address in `X-Forwarded-For` is the client: only behind a proxy that
    /// writes it.
    pub is_forwarded: bool,
    /// How long a question may take, waiting included.
    pub query_time: Duration,
    /// How long a client may take to send the head of a request.
    pub head_time: Duration,
    /// How long answers under way may take once the server is asked to end.
    pub end_time: Duration,
    /// Connections at one time; further ones wait.
    pub n_connections: usize,
    /// What is written of each request.
    pub log: LogFormat,
}

/// How many requests a client may make.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClientRate {
    /// Requests each second, in the long run.
    pub per_sec: f64,
    /// Requests at once after a pause.
    pub burst: f64,
    /// Whether it holds for callers of the same machine too.
    pub is_for_loopback: bool,
}

/// What is written of each request: never an address, a name or a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// Nothing.
    Off,
    /// Words.
    Text,
    /// A JSON document a line.
    Json,
}

impl ServeSettings {
    /// Returns the settings for one machine without a proxy, as tests and the demonstration use
    /// them: no limit for a client, nothing written.
    pub fn local() -> ServeSettings {
        ServeSettings {
            public_url: None,
            admin_email: None,
            client_rate: None,
            is_forwarded: false,
            query_time: Duration::from_secs(10),
            head_time: Duration::from_secs(10),
            end_time: Duration::from_secs(30),
            n_connections: 1024,
            log: LogFormat::Off,
        }
    }
}
