//! What all requests share: the open index and the words of the site.

use crate::operation::{ClientBuckets, Connections, Metrics};
use crate::{Locales, ServeSettings};
use chrono::NaiveDate;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use synodik_index::PublicIndex;
use tokio::sync::Semaphore;

/// What all requests share; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    shared: Arc<Shared>,
}

struct Shared {
    index: RwLock<Arc<PublicIndex>>,
    locales: Locales,
    /// One permit for each core, so that searches wait instead of crowding.
    permits: Arc<Semaphore>,
    /// Says which day it is; none where nobody has handed a clock in.
    clock: Option<fn() -> NaiveDate>,
    settings: ServeSettings,
    connections: Connections,
    metrics: Metrics,
    buckets: Option<ClientBuckets>,
    is_ending: AtomicBool,
}

impl AppState {
    /// Returns the state that shows an index on one machine, without limits for clients.
    pub fn showing(index: Arc<PublicIndex>) -> AppState {
        AppState::new(index, ServeSettings::local(), None)
    }

    /// Returns the state that shows an index, and remembers the day that the clock says.
    pub fn with_settings(
        index: Arc<PublicIndex>,
        settings: ServeSettings,
        clock: fn() -> NaiveDate,
    ) -> AppState {
        AppState::new(index, settings, Some(clock))
    }

    fn new(
        index: Arc<PublicIndex>,
        settings: ServeSettings,
        clock: Option<fn() -> NaiveDate>,
    ) -> AppState {
        let n_cores = std::thread::available_parallelism().map_or(1, usize::from);
        AppState {
            shared: Arc::new(Shared {
                index: RwLock::new(index),
                locales: Locales::load(),
                permits: Arc::new(Semaphore::new(n_cores)),
                clock,
                connections: Connections::new(settings.n_connections),
                metrics: Metrics::default(),
                buckets: settings.client_rate.map(ClientBuckets::new),
                is_ending: AtomicBool::new(false),
                settings,
            }),
        }
    }

    /// Shows another build from now on; requests under way end with the one before.
    pub fn show(&self, index: Arc<PublicIndex>) {
        *self.shared.index.write().unwrap_or_else(PoisonError::into_inner) = index;
    }

    /// Returns the index shown now. A request asks once, so that its page is of one build.
    pub fn index(&self) -> Arc<PublicIndex> {
        Arc::clone(&self.shared.index.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Returns the day of today, if a clock was handed in.
    pub(crate) fn today(&self) -> Option<NaiveDate> {
        self.shared.clock.map(|clock| clock())
    }

    pub(crate) fn locales(&self) -> &Locales {
        &self.shared.locales
    }

    pub(crate) fn settings(&self) -> &ServeSettings {
        &self.shared.settings
    }

    pub(crate) fn connections(&self) -> &Connections {
        &self.shared.connections
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.shared.metrics
    }

    /// Returns how often clients may ask; none where nobody has set a limit.
    pub(crate) fn buckets(&self) -> Option<&ClientBuckets> {
        self.shared.buckets.as_ref()
    }

    /// Says that no new request is wanted from now on.
    pub(crate) fn end(&self) {
        self.shared.is_ending.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_ending(&self) -> bool {
        self.shared.is_ending.load(Ordering::Relaxed)
    }

    pub(crate) fn permits(&self) -> Arc<Semaphore> {
        Arc::clone(&self.shared.permits)
    }
}
