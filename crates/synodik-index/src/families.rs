//! The families of a build as a file: one JSON line a family, and where each id stands.
//!
//! A server keeps nothing of them in memory: an id is found by halving a sorted list on disk.

use crate::error::IndexError;
use crate::family::{PublicFamily, PublicMember};
use crate::search::PublicIndex;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// Name of the file of families in the public folder: one JSON document a line.
const FAMILIES_FILE: &str = "families.jsonl";

/// Name of the sorted list of ids: `kind TAB id TAB first byte TAB bytes`, one a line.
const PLACES_FILE: &str = "families_by_id.tsv";

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

/// The files of families of a build.
#[derive(Debug)]
pub(crate) struct FamilyFiles {
    families: File,
    places: File,
    n_place_bytes: u64,
    folder: PathBuf,
}

/// Writes the families of a build.
pub struct FamilyWriter {
    families: BufWriter<File>,
    places: Vec<(char, String, u64, u64)>,
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
        Ok(FamilyWriter { families, places: Vec::new(), n_bytes: 0, folder: folder.to_owned() })
    }

    /// Adds a family. It is found by its id, and by the ids of members who are shown and of
    /// their records.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the disk does not take it.
    pub fn add(&mut self, family: &PublicFamily) -> Result<(), IndexError> {
        let mut line = serde_json::to_vec(family).map_err(IndexError::Json)?;
        let n_bytes = line.len() as u64;
        line.push(b'\n');
        let path = self.folder.join(FAMILIES_FILE);
        self.families.write_all(&line).map_err(file_error(&path))?;
        let mut add = |kind: IdKind, id: &str| {
            self.places.push((kind.sign(), id.to_owned(), self.n_bytes, n_bytes));
        };
        add(IdKind::Family, &family.family_id);
        for member in &family.members {
            let PublicMember::Shown(shown) = member else { continue };
            add(IdKind::Member, &shown.person_id);
            shown.records.iter().for_each(|(record_id, _)| add(IdKind::Member, record_id));
        }
        self.n_bytes += line.len() as u64;
        Ok(())
    }

    /// Writes the list of ids and brings both files to disk.
    ///
    /// # Errors
    ///
    /// [`IndexError::File`] when the disk does not take it.
    pub fn finish(mut self) -> Result<(), IndexError> {
        let path = self.folder.join(FAMILIES_FILE);
        self.families.flush().map_err(file_error(&path))?;
        self.families.get_ref().sync_all().map_err(file_error(&path))?;
        // A record that two members of one family share stands once.
        self.places.sort_unstable();
        self.places.dedup_by(|a, b| (a.0, &a.1) == (b.0, &b.1));
        let path = self.folder.join(PLACES_FILE);
        let write = || -> std::io::Result<()> {
            let mut file = BufWriter::new(File::create(&path)?);
            for (sign, id, first, n_bytes) in &self.places {
                writeln!(file, "{sign}\t{id}\t{first}\t{n_bytes}")?;
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
        Ok(Some(FamilyFiles { families, places, n_place_bytes: length, folder: folder.to_owned() }))
    }

    fn find(&self, kind: IdKind, id: &str) -> Result<Option<PublicFamily>, IndexError> {
        let sought = format!("{}\t{id}\t", kind.sign());
        let (mut low, mut high) = (0, self.n_place_bytes);
        // The line sought starts in low..high, if it is there.
        while low < high {
            let middle = low + (high - low) / 2;
            let (start, line) = self.first_line_from(middle)?;
            if line.is_empty() || start >= high {
                high = middle;
            } else if let Some(place) = line.strip_prefix(&sought) {
                return self.read(place).map(Some);
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

    fn read(&self, place: &str) -> Result<PublicFamily, IndexError> {
        let path = self.folder.join(FAMILIES_FILE);
        let damaged = || IndexError::OtherVersion(self.folder.clone());
        let (first, n_bytes) = place.split_once('\t').ok_or_else(damaged)?;
        let first = first.parse().map_err(|_| damaged())?;
        let n_bytes = n_bytes.parse().map_err(|_| damaged())?;
        let mut line = vec![0; n_bytes];
        self.families.read_exact_at(&mut line, first).map_err(file_error(&path))?;
        serde_json::from_slice(&line).map_err(IndexError::Json)
    }
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
        self.find_family(IdKind::Family, family_id)
    }

    /// Returns the id of the family to which a record belongs, or a person; `None` also when the
    /// file cannot be read.
    pub fn family_of_record(&self, record_id: &str) -> Option<String> {
        let family = self.find_family(IdKind::Member, record_id).ok().flatten();
        family.map(|family| family.family_id)
    }

    fn find_family(&self, kind: IdKind, id: &str) -> Result<Option<PublicFamily>, IndexError> {
        if id.len() > PLACE_BYTES / 2 {
            return Ok(None);
        }
        self.families().map_or(Ok(None), |files| files.find(kind, id))
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
                writer.add(family).expect("it is written");
            }
            writer.finish().expect("it is written");
            let files = FamilyFiles::open(folder.path()).expect("it opens").expect("it is there");
            for (family, number) in families.iter().zip(0..) {
                let by_id = files.find(IdKind::Family, &family.family_id).expect("it is read");
                assert_eq!(by_id.as_ref(), Some(family));
                for id in [format!("list.1.{number}"), format!("family-{number}#2")] {
                    let by_member = files.find(IdKind::Member, &id).expect("it is read");
                    assert_eq!(by_member.as_ref(), Some(family), "{id}");
                }
            }
            for id in ["", "family", "family-", "family-x", "list.1.", "list.1.500", "zzz"] {
                for kind in [IdKind::Family, IdKind::Member] {
                    assert_eq!(files.find(kind, id).expect("it is read"), None, "{id}");
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
