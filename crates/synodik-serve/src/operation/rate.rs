//! How often one client may ask: a bucket of tokens for each address.
//!
//! Addresses are kept in memory only, and only until the bucket is full again.

use super::settings::ClientRate;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Clients that are remembered at one time; above that, those with full buckets are forgotten.
const MAX_CLIENTS: usize = 100_000;

/// The buckets of all clients.
pub(crate) struct ClientBuckets {
    rate: ClientRate,
    buckets: Mutex<BTreeMap<IpAddr, Bucket>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    n_tokens: f64,
    seen: Instant,
}

impl ClientBuckets {
    pub(crate) fn new(rate: ClientRate) -> ClientBuckets {
        ClientBuckets { rate, buckets: Mutex::new(BTreeMap::new()) }
    }

    /// Takes a token of a client.
    ///
    /// # Errors
    ///
    /// How long to wait for the next one.
    pub(crate) fn take(&self, client: IpAddr, now: Instant) -> Result<(), Duration> {
        let ClientRate { per_sec, burst, is_for_loopback } = self.rate;
        if client.is_loopback() && !is_for_loopback {
            return Ok(());
        }
        let filled = |bucket: &Bucket| {
            let pause = now.saturating_duration_since(bucket.seen).as_secs_f64();
            (bucket.n_tokens + pause * per_sec).min(burst)
        };
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MAX_CLIENTS {
            buckets.retain(|_, bucket| filled(bucket) < burst);
        }
        if buckets.len() >= MAX_CLIENTS {
            // So many at once are one attack; the memory stays bounded.
            buckets.clear();
        }
        let bucket =
            buckets.entry(network_of(client)).or_insert(Bucket { n_tokens: burst, seen: now });
        bucket.n_tokens = filled(bucket);
        bucket.seen = now;
        if bucket.n_tokens >= 1.0 {
            bucket.n_tokens -= 1.0;
            return Ok(());
        }
        Err(Duration::from_secs_f64((1.0 - bucket.n_tokens) / per_sec))
    }
}

/// One household has a whole /64 of IPv6.
fn network_of(client: IpAddr) -> IpAddr {
    match client {
        IpAddr::V4(_) => client,
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => IpAddr::V4(address),
            None => {
                let [a, b, c, d, ..] = address.segments();
                IpAddr::from([a, b, c, d, 0, 0, 0, 0])
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_waits_and_others_do_not() {
        let buckets =
            ClientBuckets::new(ClientRate { per_sec: 2.0, burst: 3.0, is_for_loopback: false });
        let start = Instant::now();
        let client: IpAddr = "192.0.2.1".parse().expect("an address");
        let other: IpAddr = "192.0.2.2".parse().expect("an address");
        for _ in 0..3 {
            assert_eq!(buckets.take(client, start), Ok(()));
        }
        let wait = buckets.take(client, start).expect_err("the bucket is empty");
        assert_eq!(wait, Duration::from_millis(500));
        assert_eq!(buckets.take(other, start), Ok(()));
        assert_eq!(buckets.take(client, start + wait), Ok(()));
        assert!(buckets.take(client, start + wait).is_err());
        let own: IpAddr = "::1".parse().expect("an address");
        assert!((0..9).all(|_| buckets.take(own, start).is_ok()), "this machine is spared");
    }

    #[test]
    fn addresses_of_one_network_share_a_bucket() {
        let same = |a: &str, b: &str| {
            let [a, b] = [a, b].map(|address| network_of(address.parse().expect("an address")));
            a == b
        };
        assert!(same("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"));
        assert!(!same("2001:db8:1:2::1", "2001:db8:1:3::1"));
        assert!(same("::ffff:192.0.2.1", "192.0.2.1"));
    }
}
