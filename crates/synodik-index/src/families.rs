//! The families of a build as a file: JSON documents in packed blocks, and where each id stands.
//!
//! A server keeps nothing of them in memory: an id is found by halving a sorted list on disk, and
//! one block of some dozen families is unpacked to show one.

use crate::error::IndexError;
use crate::family::{PublicFamily, PublicMember};
use crate::search::PublicIndex;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Name of the file of families in the public folder: blocks packed with LZ4, of a JSON document
/// a line.
const FAMILIES_FILE: &str = "families.lz4";

/// Name of the sorted list of ids, one a line: kind, id, and for a family first byte and bytes of
/// the block, first byte and bytes of the document in the unpacked block, for a member the id of
/// the family.
const PLACES_FILE: &str = "families_by_id.tsv";

/// From this size on a block is packed and written.
const BLOCK_BYTES: usize = 64 * 1024;

/// What an id in the list of places is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum IdKind {
    Family,
    Member,
}

impl IdKind {
    fn sign(self) -> char {
        match self {
            IdKind::Family => 'f',
            IdKind::Member => 'm',
        }
    }
}

/// Bytes read at a time while a place is looked for; longer than any line of the list.
const PLACE_BYTES: usize = 1024;

/// Among how many families an example is looked for.
const EXAMPLE_FAMILIES: usize = 300;

/// Least members shown of a family that is an example.
const EXAMPLE_MEMBERS: usize = 3;

/// The files of families of a build.
#[derive(Debug)]
pub(crate) struct FamilyFiles {
    families: File,
    places: File,
    n_place_bytes: u64,
    folder: PathBuf,
    /// Id of a family as an example, once it has been looked for.
    example: OnceLock<Option<String>>,
}

/// A family as it is written, made on any thread.
#[derive(Debug)]
pub struct FamilyDocument {
    family_id: String,
    /// Ids under which it is found: of members who are shown and of their records.
    member_ids: Vec<String>,
    json: Vec<u8>,
}

impl FamilyDocument {
    /// Returns a family as it is written. It is found by its id, and by the ids of members who are
    /// shown and of their records.
    ///
    /// # Errors
    ///
    /// [`IndexError::Json`] when it cannot be written as JSON.
    pub fn of(family: &PublicFamily) -> Result<FamilyDocument, IndexError> {
        let mut member_ids = Vec::new();
        for member in &family.members {
            let PublicMember::Shown(shown) = member else { continue };
            let records = shown.records.iter().map(|(record_id, _)| record_id);
            member_ids.extend(std::iter::once(&shown.person_id).chain(records).cloned());
        }
        let json = serde_json::to_vec(family).map_err(IndexError::Json)?;
        Ok(FamilyDocument { family_id: family.family_id.clone(), member_ids, json })
    }
}

/// Writes the families of a build.
pub struct FamilyWriter {
    families: BufWriter<File>,
    /// Id, place of the block, place in the block.
    places: Vec<(String, [u64; 2], [u64; 2])>,
    /// Id of a member or of a record, id of the family.
    members: Vec<(String, String)>,
    /// The documents of the block that is not yet written, and the families in it.
    block: Vec<u8>,
    block_places: Vec<(String, [u64; 2])>,
    n_bytes: u64,
    folder: PathBuf,
}

impl FamilyWriter {
    /// Starts the files in a public folder.
    ///
    /// # Errors
    ///
    /// [`IndexError::File`] when the disk does not take it.
    pub fn create(folder: &Path) -> Result<FamilyWriter, IndexError> {
        let path = folder.join(FAMILIES_FILE);
        let file = File::create(&path).map_err(file_error(&path))?;
        let families = BufWriter::new(file);
        Ok(FamilyWriter {
            families,
            places: Vec::new(),
            members: Vec::new(),
            block: Vec::new(),
            block_places: Vec::new(),
            n_bytes: 0,
            folder: folder.to_owned(),
        })
    }

    /// Adds a family.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the disk does not take it.
    pub fn add(&mut self, family: FamilyDocument) -> Result<(), IndexError> {
        let at = [self.block.len() as u64, family.json.len() as u64];
        self.block.extend_from_slice(&family.json);
        self.block.push(b'\n');
        let ids = family.member_ids.into_iter();
        self.members.extend(ids.map(|id| (id, family.family_id.clone())));
        self.block_places.push((family.family_id, at));
        if self.block.len() >= BLOCK_BYTES { self.write_block() } else { Ok(()) }
    }

    fn write_block(&mut self) -> Result<(), IndexError> {
        let packed = pack(&self.block);
        let path = self.folder.join(FAMILIES_FILE);
        self.families.write_all(&packed).map_err(file_error(&path))?;
        let block = [self.n_bytes, packed.len() as u64];
        let places = self.block_places.drain(..);
        self.places.extend(places.map(|(id, at)| (id, block, at)));
        self.n_bytes += block[1];
        self.block.clear();
        Ok(())
    }

    /// Writes the list of ids and brings both files to disk.
    ///
    /// # Errors
    ///
    /// [`IndexError::File`] when the disk does not take it.
    pub fn finish(mut self) -> Result<(), IndexError> {
        if !self.block.is_empty() {
            self.write_block()?;
        }
        let path = self.folder.join(FAMILIES_FILE);
        self.families.flush().map_err(file_error(&path))?;
        self.families.get_ref().sync_all().map_err(file_error(&path))?;
        self.places.sort_unstable();
        // A record that two members share stands once, with the family written first.
        self.members.sort_by(|a, b| a.0.cmp(&b.0));
        self.members.dedup_by(|a, b| a.0 == b.0);
        let path = self.folder.join(PLACES_FILE);
        let write = || -> std::io::Result<()> {
            let mut file = BufWriter::new(File::create(&path)?);
            for (id, [first, n_bytes], [at, n_at]) in &self.places {
                let sign = IdKind::Family.sign();
                writeln!(file, "{sign}\t{id}\t{first}\t{n_bytes}\t{at}\t{n_at}")?;
            }
            for (id, family_id) in &self.members {
                writeln!(file, "{}\t{id}\t{family_id}", IdKind::Member.sign())?;
            }
            file.flush()?;
            file.get_ref().sync_all()
        };
        write().map_err(file_error(&path))
    }
}

impl FamilyFiles {
    /// Opens the files; a build without families has none.
    pub(crate) fn open(folder: &Path) -> Result<Option<FamilyFiles>, IndexError> {
        let open = |name: &str| {
            let path = folder.join(name);
            match File::open(&path) {
                Ok(file) => Ok(Some(file)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(file_error(&path)(error)),
            }
        };
        let (Some(families), Some(places)) = (open(FAMILIES_FILE)?, open(PLACES_FILE)?) else {
            return Ok(None);
        };
        let length = places.metadata().map_err(file_error(&folder.join(PLACES_FILE)))?.len();
        Ok(Some(FamilyFiles {
            families,
            places,
            n_place_bytes: length,
            folder: folder.to_owned(),
            example: OnceLock::new(),
        }))
    }

    /// Reads the first families until one fits; none when the file cannot be read.
    fn find_example(&self) -> Option<String> {
        let mut from = 0;
        let families = std::iter::from_fn(|| {
            let (family, next) = self.family_at(from).ok().flatten()?;
            from = next;
            Some(family)
        });
        let families = families.take(EXAMPLE_FAMILIES);
        let mut fitting = families.filter(|family| {
            let is_shown = |member: &&PublicMember| matches!(member, PublicMember::Shown(_));
            family.members.iter().filter(is_shown).count() >= EXAMPLE_MEMBERS
        });
        let first = fitting.next()?;
        let with_case = std::iter::once(first.clone()).chain(fitting);
        let mut with_case = with_case.filter(|family| !family.cases.is_empty());
        Some(with_case.next().unwrap_or(first).family_id)
    }

    fn find(&self, family_id: &str) -> Result<Option<PublicFamily>, IndexError> {
        self.find_line(IdKind::Family, family_id)?.map(|place| self.read(&place)).transpose()
    }

    /// Returns what the list says of an id: where a family stands, or of which one a member is.
    fn find_line(&self, kind: IdKind, id: &str) -> Result<Option<String>, IndexError> {
        let sought = format!("{}\t{id}\t", kind.sign());
        let (mut low, mut high) = (0, self.n_place_bytes);
        // The line sought starts in low..high, if it is there.
        while low < high {
            let middle = low + (high - low) / 2;
            let (start, line) = self.first_line_from(middle)?;
            if line.is_empty() || start >= high {
                high = middle;
            } else if let Some(place) = line.strip_prefix(&sought) {
                return Ok(Some(place.to_owned()));
            } else if is_before(&line, &sought) {
                low = start + 1;
            } else {
                high = middle;
            }
        }
        Ok(None)
    }

    /// Returns the first line that starts at this byte or behind it, and where it starts;
    /// an empty one at the end.
    fn first_line_from(&self, from: u64) -> Result<(u64, String), IndexError> {
        let path = self.folder.join(PLACES_FILE);
        // A line starts behind the end of the one before.
        let read_from = from.saturating_sub(1);
        let mut bytes = vec![0; 2 * PLACE_BYTES];
        let n_read = self.places.read_at(&mut bytes, read_from).map_err(file_error(&path))?;
        bytes.truncate(n_read);
        let skipped = match from {
            0 => Some(0),
            _ => bytes.iter().position(|byte| *byte == b'\n').map(|at| at + 1),
        };
        let Some(skipped) = skipped else { return Ok((self.n_place_bytes, String::new())) };
        let line = bytes[skipped..].split(|byte| *byte == b'\n').next().unwrap_or_default();
        Ok((read_from + skipped as u64, String::from_utf8_lossy(line).into_owned()))
    }

    /// Returns the family whose line of the list starts at this byte, and where the next one does.
    pub(crate) fn family_at(&self, from: u64) -> Result<Option<(PublicFamily, u64)>, IndexError> {
        let (start, line) = self.first_line_from(from)?;
        // Families stand before members in the list.
        let place = line.strip_prefix("f\t").and_then(|rest| rest.split_once('\t'));
        match place.filter(|_| start == from) {
            Some((_, place)) => Ok(Some((self.read(place)?, start + line.len() as u64 + 1))),
            None => Ok(None),
        }
    }

    fn read(&self, place: &str) -> Result<PublicFamily, IndexError> {
        let path = self.folder.join(FAMILIES_FILE);
        let damaged = || IndexError::OtherVersion(self.folder.clone());
        let numbers: Vec<usize> =
            place.split('\t').map_while(|number| number.parse().ok()).collect();
        let [first, n_bytes, at, n_at] = numbers[..] else { return Err(damaged()) };
        let mut packed = vec![0; n_bytes];
        self.families.read_exact_at(&mut packed, first as u64).map_err(file_error(&path))?;
        let block = unpack(&packed).ok_or_else(damaged)?;
        let document = block.get(at..at.saturating_add(n_at)).ok_or_else(damaged)?;
        serde_json::from_slice(document).map_err(IndexError::Json)
    }
}

/// Bytes that say how large a block is when it is unpacked.
const SIZE_BYTES: usize = 4;

/// Packs a block: its size, then LZ4.
fn pack(block: &[u8]) -> Vec<u8> {
    let mut packed = vec![0; SIZE_BYTES + lz4_flex::block::get_maximum_output_size(block.len())];
    let size = u32::try_from(block.len()).expect("a block is written long before it has 4 GB");
    packed[..SIZE_BYTES].copy_from_slice(&size.to_le_bytes());
    let n_packed = lz4_flex::block::compress_into(block, &mut packed[SIZE_BYTES..])
        .expect("the room is what the library asks for");
    packed.truncate(SIZE_BYTES + n_packed);
    packed
}

/// Unpacks a block; `None` if it is damaged.
fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (size, packed) = packed.split_first_chunk::<SIZE_BYTES>()?;
    let mut block = vec![0; u32::from_le_bytes(*size) as usize];
    let n_bytes = lz4_flex::block::decompress_into(packed, &mut block).ok()?;
    (n_bytes == block.len()).then_some(block)
}

/// Whether a line of the list stands before the one sought.
///
/// Ids are compared whole, as they were sorted: an id that goes on stands behind.
fn is_before(line: &str, sought: &str) -> bool {
    let key = |line: &str| {
        let mut cells = line.split('\t');
        (cells.next().map(str::to_owned), cells.next().map(str::to_owned))
    };
    key(line) < key(sought)
}

impl PublicIndex {
    /// Returns a family, if there is one of that id.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the file of families cannot be read.
    pub fn family(&self, family_id: &str) -> Result<Option<PublicFamily>, IndexError> {
        if family_id.len() > PLACE_BYTES / 2 {
            return Ok(None);
        }
        self.families().map_or(Ok(None), |files| files.find(family_id))
    }

    /// Returns the id of the family to which a record belongs, or a person; `None` also when the
    /// file cannot be read.
    pub fn family_of_record(&self, record_id: &str) -> Option<String> {
        if record_id.len() > PLACE_BYTES / 2 {
            return None;
        }
        self.families()?.find_line(IdKind::Member, record_id).ok().flatten()
    }

    /// Returns the id of a family that shows what families are: the first among the first ones
    /// in which a measure fell on somebody on account of another.
    pub fn example_family(&self) -> Option<&str> {
        let files = self.families()?;
        files.example.get_or_init(|| files.find_example()).as_deref()
    }
}

fn file_error(path: &Path) -> impl FnOnce(std::io::Error) -> IndexError {
    let path = path.to_owned();
    move |cause| IndexError::File { path, cause }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::family::ShownMember;

    fn family(family_id: &str, records: &[&str]) -> PublicFamily {
        let member = ShownMember {
            person_id: format!("{family_id}#2"),
            records: records.iter().map(|id| ((*id).to_owned(), 1.0)).collect(),
            ..ShownMember::default()
        };
        PublicFamily {
            family_id: family_id.to_owned(),
            members: vec![PublicMember::Shown(Box::new(member)), PublicMember::Living],
            ties: Vec::new(),
            cases: Vec::new(),
            contradictions: Vec::new(),
            put_aside: Vec::new(),
            n_left_out: 0,
        }
    }

    #[test]
    fn every_id_finds_its_family_and_no_other_does() {
        for n_families in [0, 1, 2, 3, 500] {
            let folder = tempfile::tempdir().expect("a folder");
            let mut writer = FamilyWriter::create(folder.path()).expect("it is created");
            let families: Vec<PublicFamily> = (0..n_families)
                .map(|number| {
                    let records = [format!("list.1.{number}"), format!("list.2.{number}")];
                    family(&format!("family-{number}"), &records.each_ref().map(String::as_str))
                })
                .collect();
            for family in &families {
                let document = FamilyDocument::of(family).expect("it is JSON");
                writer.add(document).expect("it is written");
            }
            writer.finish().expect("it is written");
            let files = FamilyFiles::open(folder.path()).expect("it opens").expect("it is there");
            for (family, number) in families.iter().zip(0..) {
                let by_id = files.find(&family.family_id).expect("it is read");
                assert_eq!(by_id.as_ref(), Some(family));
                for id in [format!("list.1.{number}"), format!("family-{number}#2")] {
                    let family_id = files.find_line(IdKind::Member, &id).expect("it is read");
                    assert_eq!(family_id.as_ref(), Some(&family.family_id), "{id}");
                }
            }
            let mut walked = Vec::new();
            let mut from = 0;
            while let Some((family, next)) = files.family_at(from).expect("it is read") {
                assert_eq!(files.family_at(from + 1).expect("it is read"), None, "no line starts");
                walked.push(family);
                from = next;
            }
            let mut by_id = families.clone();
            by_id.sort_by(|a, b| a.family_id.cmp(&b.family_id));
            assert_eq!(walked, by_id);
            for id in ["", "family", "family-", "family-x", "list.1.", "list.1.500", "zzz"] {
                for kind in [IdKind::Family, IdKind::Member] {
                    assert_eq!(files.find_line(kind, id).expect("it is read"), None, "{id}");
                }
            }
        }
    }

    #[test]
    fn a_build_without_families_has_none() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(FamilyFiles::open(folder.path()).expect("it opens").is_none());
    }
}
