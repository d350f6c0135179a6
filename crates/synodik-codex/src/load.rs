//! Loads the codex from the files of `data/`.

use crate::edtf::sort_day;
use crate::source::SourcesFile;
use crate::table::read_rows;
use crate::vocabulary::{MeasuresFile, RelationsFile};
use crate::{Campaign, Codex, CodexError, FurtherReading, Institution, Instrument, limit};
use crate::{archive_guide::ArchivesFile, estimate::EstimatesFile, term::TermsFile};
use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use std::sync::LazyLock;

static INSTRUMENTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data/instruments");
static CAMPAIGNS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data/campaigns");
static INSTITUTIONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data/institutions");

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data/codex/rules");

/// The files of fixed names.
const SINGLE_FILES: [DataFile<'_>; 13] = [
    DataFile { path: "archives.toml", text: include_str!("../../../data/archives.toml") },
    DataFile {
        path: "codex/further_reading.tsv",
        text: include_str!("../../../data/codex/further_reading.tsv"),
    },
    DataFile {
        path: "codex/measures.toml",
        text: include_str!("../../../data/codex/measures.toml"),
    },
    DataFile {
        path: "codex/relations.toml",
        text: include_str!("../../../data/codex/relations.toml"),
    },
    DataFile { path: "codex/counts.tsv", text: include_str!("../../../data/codex/counts.tsv") },
    DataFile { path: "estimates.toml", text: include_str!("../../../data/estimates.toml") },
    DataFile {
        path: "glossary/terms.toml",
        text: include_str!("../../../data/glossary/terms.toml"),
    },
    DataFile { path: "limits/00447.tsv", text: include_str!("../../../data/limits/00447.tsv") },
    DataFile {
        path: "limits/00447_centres.tsv",
        text: include_str!("../../../data/limits/00447_centres.tsv"),
    },
    DataFile {
        path: "limits/00447_checks.tsv",
        text: include_str!("../../../data/limits/00447_checks.tsv"),
    },
    DataFile {
        path: "limits/00447_increases.tsv",
        text: include_str!("../../../data/limits/00447_increases.tsv"),
    },
    DataFile {
        path: "limits/00447_totals.tsv",
        text: include_str!("../../../data/limits/00447_totals.tsv"),
    },
    DataFile { path: "sources.toml", text: include_str!("../../../data/sources.toml") },
];

/// A text file of `data/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataFile<'t> {
    /// Path below `data/`, with `/`.
    pub path: &'t str,
    /// What it holds.
    pub text: &'t str,
}

const MEASURE_WORDS: DataFile<'_> = DataFile {
    path: "codex/measure_words.toml",
    text: include_str!("../../../data/codex/measure_words.toml"),
};

/// The rules of [`where_to_ask`](crate::where_to_ask).
pub(crate) const ADVICE: DataFile<'_> = DataFile {
    path: "codex/where_to_ask.toml",
    text: include_str!("../../../data/codex/where_to_ask.toml"),
};

/// Returns the files of the rules of annotation that are compiled in, sorted by path.
pub fn rule_files() -> Vec<DataFile<'static>> {
    let mut files = vec![MEASURE_WORDS];
    add_folder("codex/rules", &RULES, &mut files);
    files.sort_by_key(|file| file.path);
    files
}

static CODEX: LazyLock<Codex> =
    LazyLock::new(|| load_codex().expect("a test loads the files that are compiled in"));

/// Returns the codex that is compiled in; the first call reads the files.
pub fn codex() -> &'static Codex {
    &CODEX
}

/// Returns the files of the codex that are compiled in, sorted by path.
pub fn codex_files() -> Vec<DataFile<'static>> {
    let mut files = SINGLE_FILES.to_vec();
    for (folder, contents) in
        [("instruments", &INSTRUMENTS), ("campaigns", &CAMPAIGNS), ("institutions", &INSTITUTIONS)]
    {
        add_folder(folder, contents, &mut files);
    }
    files.sort_by_key(|file| file.path);
    files
}

/// Adds the files of a folder with their paths below `data/`.
fn add_folder(folder: &str, contents: &'static Dir<'static>, files: &mut Vec<DataFile<'static>>) {
    for file in contents.files() {
        let name = file.path().to_str().expect("files of data/ have names in UTF-8");
        let text = file.contents_utf8().expect("files of data/ are UTF-8");
        // Leaked once a file: the paths live as long as the program, as the texts do.
        let path = Box::leak(format!("{folder}/{name}").into_boxed_str());
        files.push(DataFile { path, text });
    }
}

/// Loads the codex that is compiled in.
///
/// # Errors
///
/// [`CodexError::Unreadable`] with file and line.
pub fn load_codex() -> Result<Codex, CodexError> {
    parse_codex(&codex_files())
}

/// Parses the files of a codex; other files of `data/` are passed over.
///
/// # Errors
///
/// [`CodexError::Unreadable`] with file and line for the first file that is not of its form.
pub fn parse_codex(files: &[DataFile<'_>]) -> Result<Codex, CodexError> {
    let mut codex = Codex::default();
    for file in files.iter().filter(|file| is_of_the_codex(file.path)) {
        read_file(*file, &mut codex)?;
    }
    sort_codex(&mut codex);
    Ok(codex)
}

/// Returns whether a file of `data/` is read here.
pub(crate) fn is_of_the_codex(path: &str) -> bool {
    let folder = path.split_once('/').map_or("", |(folder, _)| folder);
    let is_entry = matches!(folder, "instruments" | "campaigns" | "institutions");
    is_entry || folder == "limits" || SINGLE_FILES.iter().any(|file| file.path == path)
}

/// Reads one file into the codex.
pub(crate) fn read_file(file: DataFile<'_>, codex: &mut Codex) -> Result<(), CodexError> {
    let DataFile { path, text } = file;
    match path {
        "archives.toml" => codex.archives = read_toml::<ArchivesFile>(path, text)?.archive,
        "estimates.toml" => codex.estimates = read_toml::<EstimatesFile>(path, text)?.estimate,
        "glossary/terms.toml" => codex.terms = read_toml::<TermsFile>(path, text)?.term,
        "sources.toml" => codex.sources = read_toml::<SourcesFile>(path, text)?.source,
        "codex/relations.toml" => {
            codex.relations = read_toml::<RelationsFile>(path, text)?.relation;
        }
        "codex/measures.toml" => codex.measures = read_toml::<MeasuresFile>(path, text)?.measure,
        "codex/further_reading.tsv" => codex.further_reading = read_further(path, text)?,
        // Read by the check only.
        "codex/counts.tsv" => {}
        "limits/00447.tsv" => codex.limits = limit::read_limits(path, text)?,
        "limits/00447_centres.tsv" => codex.limit_centres = limit::read_centres(path, text)?,
        "limits/00447_checks.tsv" => codex.limit_checks = limit::read_checks(path, text)?,
        "limits/00447_increases.tsv" => codex.limit_increases = limit::read_increases(path, text)?,
        "limits/00447_totals.tsv" => codex.limit_totals = limit::read_totals(path, text)?,
        _ => read_entry(path, text, codex)?,
    }
    Ok(())
}

/// Reads a file that holds one entry.
fn read_entry(path: &str, text: &str, codex: &mut Codex) -> Result<(), CodexError> {
    let file = path.to_owned();
    match path.split_once('/') {
        Some(("instruments", _)) => {
            codex.instruments.push(Instrument { file, ..read_toml(path, text)? });
        }
        Some(("campaigns", _)) => codex.campaigns.push(Campaign { file, ..read_toml(path, text)? }),
        Some(("institutions", _)) => {
            codex.institutions.push(Institution { file, ..read_toml(path, text)? });
        }
        _ => return Err(CodexError::Unknown { file }),
    }
    Ok(())
}

fn read_toml<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, CodexError> {
    toml::from_str(text).map_err(|error| CodexError::from_toml(path, text, &error))
}

fn read_further(path: &str, text: &str) -> Result<Vec<FurtherReading>, CodexError> {
    let rows = read_rows(path, text, &["topic_en", "topic_ru", "source"])?;
    let read = |row: crate::table::Row<'_>| FurtherReading {
        topic: row.bilingual("topic"),
        source: row.text("source"),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Brings entries that stand one in a file into their order.
pub(crate) fn sort_codex(codex: &mut Codex) {
    codex.instruments.sort_by(|a, b| {
        let key = |of: &Instrument| sort_day(&of.adopted);
        key(a).cmp(&key(b)).then_with(|| a.instrument_id.cmp(&b.instrument_id))
    });
    codex.campaigns.sort_by(|a, b| {
        let key = |of: &Campaign| sort_day(&of.started);
        key(a).cmp(&key(b)).then_with(|| a.campaign_id.cmp(&b.campaign_id))
    });
    codex.institutions.sort_by(|a, b| a.institution_id.cmp(&b.institution_id));
}
