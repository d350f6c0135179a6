//! `synodik serve`: the web site of an archive.

use super::{ArchiveArgument, public_folder};
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
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

/// Serves the current build until the process is asked to end.
pub(crate) fn serve_archive(archive: &Archive, listen: SocketAddr) -> Result<ExitCode> {
    let index = Arc::new(PublicIndex::open(&public_folder(archive)?)?);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start the server")?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen)
            .await
            .with_context(|| format!("cannot listen on {listen}; choose another with --listen"))?;
        eprintln!("Serving on http://{}/ (end with Ctrl-C)", listener.local_addr()?);
        synodik_serve::serve(listener, AppState::showing(index)).await
    })?;
    Ok(ExitCode::SUCCESS)
}
