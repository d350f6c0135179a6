//! Takes connections, answers them, and ends without dropping an answer under way.

use super::connections::{Connections, Place};
use super::stream::PoliteStream;
use crate::AppState;
use crate::routes::app;
use anyhow::Context;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// The most bytes of the head of a request; longer ones are refused with 431.
const MAX_HEAD_BYTES: usize = 64 * 1024;

/// How long nothing is taken after the system could not give a connection.
const PAUSE: Duration = Duration::from_millis(50);

/// The address of the client, as the system gives it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// Serves the site until the program is asked to end; answers under way are finished.
///
/// # Errors
///
/// When signals cannot be received.
pub async fn serve(listener: TcpListener, state: AppState) -> anyhow::Result<()> {
    let end = end_signal().context("cannot wait for the signal to end")?;
    serve_until(listener, state, end).await;
    Ok(())
}

/// Serves what is not for readers, such as counts, for as long as the program runs.
pub async fn serve_beside(listener: TcpListener, site: Router) {
    if let Err(error) = axum::serve(listener, site).await {
        eprintln!("error: {error}");
    }
}

/// Serves the site until the future is done; answers under way are then finished, for as long
/// as the settings allow.
pub async fn serve_until(listener: TcpListener, state: AppState, end: impl Future<Output = ()>) {
    let site = app(state.clone());
    let connections = state.connections().clone();
    let graceful = GracefulShutdown::new();
    tokio::pin!(end);
    loop {
        let accepted = tokio::select! {
            accepted = take_connection(&listener, &connections) => accepted,
            () = &mut end => break,
        };
        let Some((stream, address, place)) = accepted else { continue };
        let builder = connection_builder(&state);
        let service = service_of(site.clone(), address, &place);
        let io = TokioIo::new(PoliteStream::new(stream));
        let connection = builder.serve_connection(io, TowerToHyperService::new(service));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that breaks off, or sends what is no HTTP, is no error of ours.
            tokio::select! {
                _ = connection => {}
                () = place.is_wanted.notified() => {}
            }
        });
    }
    state.end();
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(state.settings().end_time) => {
            eprintln!("Some answers were not finished in time");
        }
    }
}

async fn take_connection(
    listener: &TcpListener,
    connections: &Connections,
) -> Option<(TcpStream, SocketAddr, Arc<Place>)> {
    match listener.accept().await {
        Ok((stream, address)) => {
            let place = connections.take_place().await;
            // Small answers are not held back to be sent together.
            let _ = stream.set_nodelay(true);
            Some((stream, address, place))
        }
        Err(_) => {
            tokio::time::sleep(PAUSE).await;
            None
        }
    }
}

fn connection_builder(state: &AppState) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(state.settings().head_time)
        .max_buf_size(MAX_HEAD_BYTES);
    builder
}

fn service_of(
    site: Router,
    address: SocketAddr,
    place: &Arc<Place>,
) -> impl tower::Service<
    Request<Incoming>,
    Response = axum::response::Response,
    Error = std::convert::Infallible,
    Future: Send + 'static,
> + Clone
+ Send
+ 'static {
    let place = Arc::clone(place);
    tower::service_fn(move |request: Request<Incoming>| {
        let (site, place) = (site.clone(), Arc::clone(&place));
        async move {
            place.be_answered();
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(Peer(address.ip()));
            let answered = site.oneshot(request).await;
            place.wait();
            answered
        }
    })
}

/// Returns a future that ends at Ctrl-C or, on Unix, SIGTERM.
fn end_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
