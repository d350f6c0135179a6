//! A connection that ends politely: what a client still sends is read away, so that it can read
//! why it was refused; and one that takes nothing for long is closed.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep};

/// How long, and how many bytes, a client that is refused may go on sending.
const LINGER_TIME: Duration = Duration::from_secs(2);
const LINGER_BYTES: usize = 32 << 20;

/// How long a client may take nothing of its answer.
const WRITE_TIME: Duration = Duration::from_secs(30);

/// A connection with its clock.
pub(crate) struct PoliteStream {
    inner: TcpStream,
    clock: Pin<Box<Sleep>>,
    /// Whether the clock runs for writing.
    is_writing_late: bool,
    /// Bytes read away; none before the end.
    n_discarded: Option<usize>,
}

impl PoliteStream {
    pub(crate) fn new(inner: TcpStream) -> PoliteStream {
        let clock = Box::pin(sleep(WRITE_TIME));
        PoliteStream { inner, clock, is_writing_late: false, n_discarded: None }
    }

    /// Returns what came of writing; an error when it has come to nothing for long.
    fn watched<T>(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.is_writing_late = false;
            return written;
        }
        if !self.is_writing_late {
            self.is_writing_late = true;
            self.clock.as_mut().reset(Instant::now() + WRITE_TIME);
        }
        ready!(self.clock.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for PoliteStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(context, buffer)
    }
}

impl AsyncWrite for PoliteStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.inner).poll_write(context, bytes);
        self.watched(context, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let written = Pin::new(&mut self.inner).poll_flush(context);
        self.watched(context, written)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.n_discarded.is_none() {
            ready!(Pin::new(&mut self.inner).poll_shutdown(context))?;
            self.n_discarded = Some(0);
            self.clock.as_mut().reset(Instant::now() + LINGER_TIME);
        }
        let mut bytes = [0; 16 * 1024];
        while self.n_discarded.is_some_and(|n_bytes| n_bytes < LINGER_BYTES) {
            let mut buffer = ReadBuf::new(&mut bytes);
            match Pin::new(&mut self.inner).poll_read(context, &mut buffer) {
                Poll::Ready(Ok(())) if !buffer.filled().is_empty() => {
                    let n_bytes = buffer.filled().len();
                    self.n_discarded = self.n_discarded.map(|known| known + n_bytes);
                }
                Poll::Ready(_) => return Poll::Ready(Ok(())),
                Poll::Pending => {
                    ready!(self.clock.as_mut().poll(context));
                    return Poll::Ready(Ok(()));
                }
            }
        }
        Poll::Ready(Ok(()))
    }
}
