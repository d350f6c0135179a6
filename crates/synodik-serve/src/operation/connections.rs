//! Which connections are open, and which of them wait without asking.
//!
//! When no place is free, a new visitor takes that of whoever has waited longest, so that many
//! slow clients cannot keep others out.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// The open connections.
#[derive(Clone)]
pub(crate) struct Connections {
    shared: Arc<Mutex<Shared>>,
    most: usize,
    /// Told when a connection ends.
    freed: Arc<Notify>,
}

struct Shared {
    n_open: usize,
    next_turn: u64,
    /// Those that wait, the one that waits longest first; told when they have to go.
    waiting: BTreeMap<u64, Arc<Notify>>,
}

/// A place among the open connections; given back when dropped.
pub(crate) struct Place {
    connections: Connections,
    /// Told when the place is wanted by somebody else.
    pub(crate) is_wanted: Arc<Notify>,
    /// The turn under which the connection waits; none while it is answered.
    turn: Mutex<Option<u64>>,
}

impl Connections {
    pub(crate) fn new(most: usize) -> Connections {
        let shared = Shared { n_open: 0, next_turn: 0, waiting: BTreeMap::new() };
        Connections { shared: Arc::new(Mutex::new(shared)), most, freed: Arc::new(Notify::new()) }
    }

    /// Returns how many are open.
    pub(crate) fn n_open(&self) -> usize {
        self.lock().n_open
    }

    /// Takes a place; sends away who has waited longest when there is none.
    pub(crate) async fn take_place(&self) -> Arc<Place> {
        loop {
            let freed = self.freed.notified();
            {
                let mut shared = self.lock();
                if shared.n_open < self.most {
                    shared.n_open += 1;
                    drop(shared);
                    let place = Place {
                        connections: self.clone(),
                        is_wanted: Arc::new(Notify::new()),
                        turn: Mutex::new(None),
                    };
                    place.wait();
                    return Arc::new(place);
                }
                if let Some((_, slowest)) = shared.waiting.pop_first() {
                    slowest.notify_one();
                }
            }
            freed.await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// The client has asked; its place is not given away until it is answered.
    pub(crate) fn be_answered(&self) {
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(turn) = turn {
            self.connections.lock().waiting.remove(&turn);
        }
    }

    /// The client has its answer and waits at the end of the line.
    pub(crate) fn wait(&self) {
        let mut own = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut shared = self.connections.lock();
        let turn = shared.next_turn;
        shared.next_turn += 1;
        shared.waiting.insert(turn, Arc::clone(&self.is_wanted));
        *own = Some(turn);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.be_answered();
        self.connections.lock().n_open -= 1;
        self.connections.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test]
    async fn who_waits_longest_makes_way_and_who_is_answered_does_not() {
        let connections = Connections::new(2);
        let busy = connections.take_place().await;
        busy.be_answered();
        let slow = connections.take_place().await;
        let newcomer = tokio::spawn({
            let connections = connections.clone();
            async move { connections.take_place().await }
        });
        tokio::time::timeout(Duration::from_secs(5), slow.is_wanted.notified())
            .await
            .expect("the slow one is sent away");
        drop(slow);
        let newcomer = tokio::time::timeout(Duration::from_secs(5), newcomer).await;
        let newcomer = newcomer.expect("in time").expect("a place");
        assert_eq!(connections.n_open(), 2);
        drop((busy, newcomer));
        assert_eq!(connections.n_open(), 0);
    }
}
