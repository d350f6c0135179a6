//! `synodik serve`: the web site of an archive.

use super::{ArchiveArgument, public_folder, today};
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use synodik_index::PublicIndex;
use synodik_serve::{AppState, ClientRate, LogFormat, ServeSettings};
use synodik_store::Archive;

/// Serve the archive as a web site
#[derive(Debug, clap::Args)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8437")]
    listen: SocketAddr,
    /// Address under which readers reach the site, such as https://archive.example
    #[arg(long, value_name = "URL", value_parser = read_site)]
    public_url: Option<String>,
    /// E-mail address of whoever answers for the archive, told to harvesters
    #[arg(long, value_name = "E-MAIL")]
    admin_email: Option<String>,
    /// Requests a second that one client may make; 0 for no limit [default: 50, callers of this
    /// machine spared]
    #[arg(long, value_name = "N", value_parser = read_rate)]
    rate: Option<f64>,
    /// Take the client's address from the last place of X-Forwarded-For: only behind a proxy that
    /// writes it
    #[arg(long)]
    behind_proxy: bool,
    /// What to write of each request: pattern of the route, status, time and size, never an address
    #[arg(long, value_parser = ["off", "text", "json"], default_value = "off")]
    log: String,
    /// Address and port on which /metrics answers in the format of Prometheus
    #[arg(long, value_name = "ADDR")]
    metrics: Option<SocketAddr>,
    /// Seconds that a question may take
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    query_seconds: u64,
    /// Connections at one time
    #[arg(long, value_name = "N", default_value_t = 800)]
    connections: usize,
}

/// Requests a second that one client may make when nothing is said.
const DEFAULT_RATE: f64 = 50.0;

/// Seconds of the rate that a client may use up at once.
const BURST_SECS: f64 = 4.0;

pub(crate) fn run(arguments: &ServeArguments) -> Result<ExitCode> {
    let rate = arguments.rate.unwrap_or(DEFAULT_RATE);
    let client_rate = (rate > 0.0).then(|| ClientRate {
        per_sec: rate,
        burst: (rate * BURST_SECS).max(1.0),
        // Who names a limit wants it kept by everybody.
        is_for_loopback: arguments.rate.is_some(),
    });
    let log = match arguments.log.as_str() {
        "text" => LogFormat::Text,
        "json" => LogFormat::Json,
        _ => LogFormat::Off,
    };
    let settings = ServeSettings {
        public_url: arguments.public_url.clone(),
        admin_email: arguments.admin_email.clone(),
        client_rate,
        is_forwarded: arguments.behind_proxy,
        query_time: Duration::from_secs(arguments.query_seconds.max(1)),
        n_connections: arguments.connections.max(1),
        log,
        ..ServeSettings::local()
    };
    serve_with(&arguments.archive.open()?, arguments.listen, (settings, arguments.metrics))
}

/// Reads the address of the site.
fn read_site(text: &str) -> Result<String, String> {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\".contains(&byte));
    match is_web && is_plain {
        true => Ok(text.trim_end_matches('/').to_owned()),
        false => Err("a web address is wanted, such as https://archive.example".to_owned()),
    }
}

fn read_rate(text: &str) -> Result<f64, String> {
    let rate: Option<f64> = text.parse().ok();
    let rate = rate.filter(|rate| (0.0..=1e6).contains(rate));
    rate.ok_or_else(|| "a number of requests a second is wanted, such as 20".to_owned())
}

/// How often the server looks whether there is a newer build.
const LOOK_INTERVAL: Duration = Duration::from_secs(2);

/// How long the server waits after a build that it could not open.
const RETRY_INTERVAL: Duration = Duration::from_secs(60);

/// Serves the current build, and newer ones as they are made, until the process is asked to end.
pub(crate) fn serve_archive(archive: &Archive, listen: SocketAddr) -> Result<ExitCode> {
    serve_with(archive, listen, (ServeSettings::local(), None))
}

fn serve_with(
    archive: &Archive,
    listen: SocketAddr,
    (settings, metrics): (ServeSettings, Option<SocketAddr>),
) -> Result<ExitCode> {
    let number = archive.current_number()?;
    let index = Arc::new(PublicIndex::open(&public_folder(archive)?)?);
    let state = AppState::with_settings(index, settings, today);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start the server")?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen)
            .await
            .with_context(|| format!("cannot listen on {listen}; choose another with --listen"))?;
        eprintln!("Serving on http://{}/ (end with Ctrl-C)", listener.local_addr()?);
        if let Some(address) = metrics {
            let listener = tokio::net::TcpListener::bind(address).await.with_context(|| {
                format!("cannot listen on {address}; choose another with --metrics")
            })?;
            eprintln!("Metrics on http://{}/metrics", listener.local_addr()?);
            let site = synodik_serve::metrics_app(state.clone());
            tokio::spawn(synodik_serve::serve_beside(listener, site));
        }
        tokio::spawn(follow_builds(archive.clone(), number, state.clone()));
        synodik_serve::serve(listener, state).await
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Shows each newer build; one that cannot be opened leaves the present one on show.
async fn follow_builds(archive: Archive, mut shown: Option<u64>, state: AppState) {
    loop {
        tokio::time::sleep(LOOK_INTERVAL).await;
        let Ok(number) = archive.current_number() else { continue };
        if number == shown {
            continue;
        }
        let opened = public_folder(&archive).and_then(|folder| Ok(PublicIndex::open(&folder)?));
        match opened {
            Ok(index) => {
                shown = number;
                state.show(Arc::new(index));
                eprintln!("Now showing build {}", number.unwrap_or(0));
            }
            Err(error) => {
                eprintln!("Cannot show build {} yet: {error:#}", number.unwrap_or(0));
                tokio::time::sleep(RETRY_INTERVAL).await;
            }
        }
    }
}
