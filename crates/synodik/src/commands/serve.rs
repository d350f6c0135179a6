//! `synodik serve`: the web site of an archive.

use super::{ArchiveArgument, public_folder, today};
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use synodik_index::PublicIndex;
use synodik_serve::AppState;
use synodik_store::Archive;

/// Serve the archive as a web site
#[derive(Debug, clap::Args)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Address and port to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8437")]
    listen: SocketAddr,
}

pub(crate) fn run(arguments: &ServeArguments) -> Result<ExitCode> {
    serve_archive(&arguments.archive.open()?, arguments.listen)
}

/// How often the server looks whether there is a newer build.
const LOOK_INTERVAL: Duration = Duration::from_secs(2);

/// How long the server waits after a build that it could not open.
const RETRY_INTERVAL: Duration = Duration::from_secs(60);

/// Serves the current build, and newer ones as they are made, until the process is asked to end.
pub(crate) fn serve_archive(archive: &Archive, listen: SocketAddr) -> Result<ExitCode> {
    let number = archive.current_number()?;
    let index = Arc::new(PublicIndex::open(&public_folder(archive)?)?);
    let state = AppState::showing_today(index, today);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start the server")?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen)
            .await
            .with_context(|| format!("cannot listen on {listen}; choose another with --listen"))?;
        eprintln!("Serving on http://{}/ (end with Ctrl-C)", listener.local_addr()?);
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
