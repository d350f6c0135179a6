//! Reads the files of a source on all cores, in order, into a reading.

use crate::progress::Progress;
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::sync::{Mutex, mpsc};
use synodik_import::{
    Chunk, FilePlan, Format, HEAD_BYTES, count_other_entries, encoding_from_label, plan_file,
    read_chunk, split_chunks,
};
use synodik_store::{ChunkRows, EncodedChunk, HashingReader, ReadingEncoder, ReadingWriter};

/// Bytes of a chunk: large enough for well-filled row groups, small enough that
/// a few at a time stay far below the memory of a laptop.
const CHUNK_BYTES: usize = 12 << 20;

/// What the files of a source are read as.
pub(crate) struct ReadPlan<'a> {
    pub(crate) source_id: &'a str,
    pub(crate) format: &'a Format,
    /// Label of the encoding the user states, checked when it was entered.
    pub(crate) encoding: Option<&'a str>,
}

/// What reading one file gave.
pub(crate) struct ReadFile {
    pub(crate) size_bytes: u64,
    pub(crate) sha256: String,
    pub(crate) encoding: String,
    /// Entries of the file that are no rows, by what the format calls them.
    pub(crate) other_entries: BTreeMap<String, u64>,
}

/// Reads one file of a source and appends it to a reading.
///
/// The calling thread appends; one thread reads the file, the others parse and
/// encode. Chunks are appended in the order of the file.
pub(crate) fn read_file(
    plan: &ReadPlan<'_>,
    (file_number, name): (u32, &str),
    mut file: HashingReader<std::fs::File>,
    (writer, encoder): (&mut ReadingWriter, &ReadingEncoder),
    progress: &mut Progress,
) -> Result<ReadFile> {
    let (file_plan, stream) = plan_stream(plan.format, plan.encoding, &mut file)?;
    let chunks = split_chunks(stream, file_number, &file_plan, CHUNK_BYTES);
    let others: Mutex<BTreeMap<String, u64>> = Mutex::new(BTreeMap::new());
    let read = |chunk_idx, chunk: &Chunk| {
        let counts = count_other_entries(plan.format, &file_plan, chunk);
        let mut others = others.lock().map_err(|_| anyhow!("a reading thread ended early"))?;
        for (name, count) in counts {
            *others.entry(name).or_default() += count;
        }
        drop(others);
        encode_chunk(plan, &file_plan, name, encoder, (chunk_idx, chunk))
    };
    in_order(chunks, read, |n_bytes, chunk| {
        progress.add(n_bytes);
        writer.append(chunk).map_err(anyhow::Error::from)
    })?;
    let (size_bytes, sha256) = file.finish()?;
    let encoding = file_plan.encoding_name().to_owned();
    let other_entries = others.into_inner().map_err(|_| anyhow!("a reading thread ended early"))?;
    Ok(ReadFile { size_bytes, sha256, encoding, other_entries })
}

/// Looks at the first bytes of a file; gives how to read it, and all of its bytes.
///
/// `encoding`: the label the user states, checked when it was entered.
pub(crate) fn plan_stream<R: Read>(
    format: &Format,
    encoding: Option<&str>,
    mut file: R,
) -> Result<(FilePlan, impl Read + use<R>)> {
    let mut head = Vec::with_capacity(HEAD_BYTES);
    file.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    let is_complete = head.len() < HEAD_BYTES;
    let encoding = encoding.and_then(encoding_from_label);
    let plan = plan_file(format, encoding, &head, is_complete)?;
    if let Some(likely) = plan.likely_encoding_name() {
        eprintln!(
            "The file is read in {}, as stated, but looks like {likely}; check the letters with `--explain 3`",
            plan.encoding_name()
        );
    }
    Ok((plan, std::io::Cursor::new(head).chain(file)))
}

fn encode_chunk(
    plan: &ReadPlan<'_>,
    file_plan: &FilePlan,
    name: &str,
    encoder: &ReadingEncoder,
    (chunk_idx, chunk): (usize, &Chunk),
) -> Result<EncodedChunk> {
    let mut rows = ChunkRows::new(plan.source_id, name);
    read_chunk(plan.format, file_plan, chunk, &mut |outcome| rows.push(&outcome))?;
    Ok(encoder.encode(chunk_idx, rows)?)
}

/// Runs `work` on the chunks with as many threads as there are cores, and hands
/// the results to `take` in the order of the chunks, with the bytes of each.
fn in_order(
    chunks: impl Iterator<Item = std::io::Result<Chunk>>,
    work: impl Fn(usize, &Chunk) -> Result<EncodedChunk> + Sync,
    mut take: impl FnMut(u64, EncodedChunk) -> Result<()>,
) -> Result<()> {
    let n_workers = std::thread::available_parallelism().map_or(1, usize::from);
    let (chunk_sender, chunk_receiver) = mpsc::sync_channel::<(usize, Chunk)>(1);
    let chunk_receiver = Mutex::new(chunk_receiver);
    let (result_sender, result_receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..n_workers {
            let result_sender = result_sender.clone();
            let (chunk_receiver, work) = (&chunk_receiver, &work);
            scope.spawn(move || {
                loop {
                    let next = chunk_receiver.lock().map(|receiver| receiver.recv());
                    let Ok(Ok((chunk_idx, chunk))) = next else { return };
                    let result = work(chunk_idx, &chunk);
                    if result_sender.send((chunk_idx, chunk.bytes.len() as u64, result)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(result_sender);
        let outcome = distribute(chunks, n_workers, &chunk_sender, &result_receiver, &mut take);
        // Closing both ends lets every worker end, also after an error.
        drop(chunk_sender);
        drop(result_receiver);
        outcome
    })
}

type WorkResult = (usize, u64, Result<EncodedChunk>);

fn distribute(
    chunks: impl Iterator<Item = std::io::Result<Chunk>>,
    n_workers: usize,
    chunk_sender: &mpsc::SyncSender<(usize, Chunk)>,
    result_receiver: &mpsc::Receiver<WorkResult>,
    take: &mut impl FnMut(u64, EncodedChunk) -> Result<()>,
) -> Result<()> {
    let mut waiting: BTreeMap<usize, (u64, EncodedChunk)> = BTreeMap::new();
    let (mut n_sent, mut n_taken) = (0, 0);
    let mut receive_one = |waiting: &mut BTreeMap<_, _>| -> Result<()> {
        let (chunk_idx, n_bytes, result) =
            result_receiver.recv().map_err(|_| anyhow!("a reading thread ended early"))?;
        waiting.insert(chunk_idx, (n_bytes, result?));
        while let Some((n_bytes, chunk)) = waiting.remove(&n_taken) {
            take(n_bytes, chunk)?;
            n_taken += 1;
        }
        Ok(())
    };
    let mut n_received = 0;
    for chunk in chunks {
        let chunk = chunk.context("cannot read the file")?;
        chunk_sender.send((n_sent, chunk)).map_err(|_| anyhow!("a reading thread ended early"))?;
        n_sent += 1;
        // At most two chunks a worker are under way, so memory stays bounded.
        while n_sent - n_received >= 2 * n_workers {
            receive_one(&mut waiting)?;
            n_received += 1;
        }
    }
    while n_received < n_sent {
        receive_one(&mut waiting)?;
        n_received += 1;
    }
    Ok(())
}

/// Returns the name of a file without folders.
pub(crate) fn file_name(path: &Path) -> Result<String> {
    let name = path.file_name().context("the path names no file")?;
    Ok(name.to_string_lossy().into_owned())
}
