//! stub
use std::sync::Arc;
/// stub
pub async fn serve(_l: tokio::net::TcpListener, _i: Arc<synodik_index::PublicIndex>) -> anyhow::Result<()> { Ok(()) }
