//! A file as the body of an answer, read piece by piece as the client takes it.

use axum::body::{Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use std::fs::File;
use std::future::Future;
use std::io;
use std::os::unix::fs::FileExt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::task::JoinHandle;

/// Bytes read at a time.
const PIECE_BYTES: u64 = 256 * 1024;

/// What is left of a file to be sent.
pub(crate) struct FileBody {
    file: Arc<File>,
    at: u64,
    end: u64,
    /// The piece that is being read away from the threads that talk to the network.
    piece: Option<JoinHandle<io::Result<Vec<u8>>>>,
}

impl FileBody {
    /// Returns the body of the first bytes of a file.
    pub(crate) fn new(file: File, n_bytes: u64) -> FileBody {
        FileBody { file: Arc::new(file), at: 0, end: n_bytes, piece: None }
    }
}

impl HttpBody for FileBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.at >= self.end {
            return Poll::Ready(None);
        }
        let (file, at) = (Arc::clone(&self.file), self.at);
        let n_bytes = PIECE_BYTES.min(self.end - at);
        let piece = self.piece.get_or_insert_with(|| {
            tokio::task::spawn_blocking(move || {
                let mut bytes = vec![0; n_bytes as usize];
                file.read_exact_at(&mut bytes, at)?;
                Ok(bytes)
            })
        });
        let read = ready!(Pin::new(piece).poll(context));
        self.piece = None;
        let bytes = read.map_err(io::Error::other).and_then(|read| read);
        Poll::Ready(Some(bytes.map(|bytes| {
            self.at += bytes.len() as u64;
            Frame::data(Bytes::from(bytes))
        })))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.end - self.at)
    }
}
