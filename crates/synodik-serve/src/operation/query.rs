//! Runs questions to the index: as many at once as there are cores, none for too long.

use crate::AppState;
use synodik_index::PublicIndex;

/// Why a question has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum QueryFailure {
    /// It took too long, or too many were before it.
    TooSlow,
    /// It ended early.
    Crashed,
}

/// Asks the index away from the threads that talk to the network.
///
/// A question that takes too long is given up; it keeps its core until it ends, so that many of
/// them cannot crowd the machine.
pub(crate) async fn run_query<T, F>(state: &AppState, ask: F) -> Result<T, QueryFailure>
where
    T: Send + 'static,
    F: FnOnce(&PublicIndex) -> T + Send + 'static,
{
    let asked = async {
        let permit = state.permits().acquire_owned().await;
        let index = state.index();
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            ask(&index)
        })
        .await
    };
    match tokio::time::timeout(state.settings().query_time, asked).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(_)) => Err(QueryFailure::Crashed),
        Err(_) => Err(QueryFailure::TooSlow),
    }
}
