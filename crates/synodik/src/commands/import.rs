//! `synodik import`: takes a source into an archive, or shows how it would be read.

use super::{ArchiveArgument, counted, counted_families, grouped, today};
use crate::progress::{Progress, Unit};
use crate::read_source::{ReadFile, ReadPlan, file_name, read_file};
use crate::rules;
use crate::source_list::{SourceEntry, load_source_list};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_import::{Format, Mapping, encoding_from_label};
use synodik_store::{
    Archive, ReadingWriter, SourceDescription, SourceFile, SourceInProgress, StoredSource,
    WriteLock,
};

/// Take lists into the archive as they are
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Import every source of a list of sources (TOML) instead of naming files here
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "format", "files", "source", "mapping", "encoding", "title", "citation", "holder",
        "licence", "url", "persons_listed_once",
    ])]
    sources: Option<PathBuf>,
    /// Format: table, memorial-tsv, moscow-lists, omsk, estonia-memento, openlist-csv,
    /// memorial-texts or gedcom
    #[arg(long, value_name = "FORMAT", required_unless_present = "sources")]
    format: Option<String>,
    /// Id of the source: a-z, 0-9, - and _ [default: from the name of the first file]
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// Mapping of a table: a file, or the name of one that comes with Synodik
    #[arg(long, value_name = "MAPPING")]
    mapping: Option<String>,
    /// Encoding, such as utf-8, cp1251, koi8-r or cp866 [default: detected]
    #[arg(long, value_name = "LABEL")]
    encoding: Option<String>,
    /// Show N entries as they would be read and write nothing
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "10")]
    explain: Option<usize>,
    /// Replace the source of the same id
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    description: DescriptionArguments,
    /// Files of the source, in order; a folder stands for the files in it
    #[arg(value_name = "FILE", required_unless_present = "sources")]
    files: Vec<PathBuf>,
}

/// Where a source comes from.
#[derive(Debug, Clone, Default, clap::Args)]
struct DescriptionArguments {
    /// Title of the source
    #[arg(long)]
    title: Option<String>,
    /// How to cite the source
    #[arg(long)]
    citation: Option<String>,
    /// Who holds the source
    #[arg(long)]
    holder: Option<String>,
    /// Licence of its text
    #[arg(long)]
    licence: Option<String>,
    /// Address where it was found
    #[arg(long)]
    url: Option<String>,
    /// The source names nobody twice: two of its entries are two people
    #[arg(long)]
    persons_listed_once: bool,
}

pub(crate) fn run(arguments: ImportArguments) -> Result<ExitCode> {
    let entries = match &arguments.sources {
        Some(list) => load_source_list(list)?,
        None => vec![entry_of(&arguments)],
    };
    let entries = entries.into_iter().map(prepare).collect::<Result<Vec<_>>>()?;
    let mut ids = BTreeSet::new();
    for entry in &entries {
        if !ids.insert(&entry.id) {
            bail!("two sources of the list have the id `{}`; give each its own `id`", entry.id);
        }
    }
    if let Some(n_entries) = arguments.explain {
        for entry in &entries {
            crate::explain::explain_source(entry, n_entries)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let archive = arguments.archive.open()?;
    let lock = archive.lock()?;
    let mut has_too_many_rejects = false;
    for entry in &entries {
        has_too_many_rejects |= import_source(&archive, &lock, entry, arguments.replace)?;
    }
    Ok(ExitCode::from(u8::from(has_too_many_rejects)))
}

fn entry_of(arguments: &ImportArguments) -> SourceEntry {
    let description = arguments.description.clone();
    SourceEntry {
        id: arguments.source.clone(),
        format: arguments.format.clone().unwrap_or_default(),
        mapping: arguments.mapping.clone(),
        encoding: arguments.encoding.clone(),
        title: description.title,
        citation: description.citation,
        holder: description.holder,
        licence: description.licence,
        url: description.url,
        persons_listed_once: description.persons_listed_once,
        files: arguments.files.clone(),
    }
}

/// A source to import, with everything checked that can be before reading.
pub(crate) struct PreparedSource {
    pub(crate) id: String,
    pub(crate) format: Format,
    pub(crate) format_name: String,
    pub(crate) mapping_text: Option<String>,
    pub(crate) entry: SourceEntry,
    pub(crate) files: Vec<PathBuf>,
}

/// Checks format, mapping, encoding and files of a source.
pub(crate) fn prepare(entry: SourceEntry) -> Result<PreparedSource> {
    let mapping_text = entry.mapping.as_deref().map(load_mapping).transpose()?;
    let format = parse_format(&entry.format, mapping_text.as_deref())?;
    if let Some(label) = &entry.encoding {
        encoding_from_label(label).with_context(|| {
            format!("unknown encoding `{label}`; expected a label such as utf-8, utf-16, cp1251, koi8-r or cp866")
        })?;
    }
    let files = expand_folders(&entry.files)?;
    let first = files.first().context("the source has no files")?;
    let mut names = BTreeSet::new();
    for file in &files {
        if !names.insert(file_name(file)?) {
            bail!(
                "two files of the source are named `{}`; a source keeps its files in one folder, rename one or import it as another source",
                file_name(file)?
            );
        }
    }
    let id = match &entry.id {
        Some(id) => id.clone(),
        None => id_from_name(&file_name(first)?, &entry.format),
    };
    Ok(PreparedSource { id, format, format_name: entry.format.clone(), mapping_text, entry, files })
}

/// Returns the format of a name; a table needs its mapping.
pub(crate) fn parse_format(name: &str, mapping: Option<&str>) -> Result<Format> {
    let format = match (name, mapping) {
        ("table", Some(mapping)) => {
            let mapping = Mapping::parse(mapping).context("cannot use the mapping")?;
            return Ok(Format::Table(Box::new(mapping)));
        }
        ("table", None) => bail!(
            "a table needs `--mapping`: a file (see docs/mappings.md), or one of {}",
            rules::mapping_names().join(", ")
        ),
        _ => FIXED_FORMATS.iter().find(|(known, _)| *known == name).map(|(_, format)| format),
    };
    match (format, mapping) {
        (Some(format), None) => Ok(format.clone()),
        (Some(_), Some(_)) => bail!("the format `{name}` has fixed fields and takes no mapping"),
        (None, _) => {
            let known: Vec<&str> = FIXED_FORMATS.iter().map(|(known, _)| *known).collect();
            bail!("unknown format `{name}`; expected {} or table", known.join(", "))
        }
    }
}

/// The formats that need no mapping.
const FIXED_FORMATS: [(&str, Format); 7] = [
    ("memorial-tsv", Format::MemorialTsv),
    ("moscow-lists", Format::MoscowLists),
    ("omsk", Format::Omsk),
    ("estonia-memento", Format::EstoniaMemento),
    ("openlist-csv", Format::OpenlistCsv),
    ("memorial-texts", Format::MemorialTexts),
    ("gedcom", Format::Gedcom),
];

fn load_mapping(name: &str) -> Result<String> {
    let path = Path::new(name);
    if path.is_file() {
        return std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the mapping `{name}`"));
    }
    let file = name.replace('-', "_");
    match rules::data_text(&format!("mappings/{file}.toml")) {
        Some(text) => Ok(text.to_owned()),
        None => bail!(
            "no mapping `{name}`: it is neither a file nor one of {}",
            rules::mapping_names().join(", ")
        ),
    }
}

/// Replaces folders by the files in them, in natural order (2 before 10).
fn expand_folders(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut inside = Vec::new();
        let entries = std::fs::read_dir(path)
            .with_context(|| format!("cannot read the folder `{}`", path.display()))?;
        for entry in entries {
            let entry = entry?;
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if entry.path().is_file() && !is_hidden {
                inside.push(entry.path());
            }
        }
        if inside.is_empty() {
            bail!("the folder `{}` has no files", path.display());
        }
        inside.sort_by_key(|path| natural_key(&path.to_string_lossy()));
        files.extend(inside);
    }
    Ok(files)
}

/// One part of a name: numbers sort by value, and before letters.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NamePart {
    Number { n_digits: usize, digits: String },
    Letters(String),
}

/// Returns a key that sorts names as people do, 2 before 10.
fn natural_key(name: &str) -> Vec<NamePart> {
    let mut key = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let end = match digits {
            0 => rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len()),
            _ => digits,
        };
        let (part, following) = rest.split_at(end);
        let number = part.trim_start_matches('0');
        key.push(match digits {
            0 => NamePart::Letters(part.to_owned()),
            _ => NamePart::Number { n_digits: number.len(), digits: number.to_owned() },
        });
        rest = following;
    }
    key
}

/// Makes an id from a file name; names without usable letters give the format.
fn id_from_name(name: &str, format: &str) -> String {
    let stem = name.split('.').next().unwrap_or(name).to_lowercase();
    let id: String = stem
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .take(60)
        .collect();
    let id = id.trim_matches('-');
    if id.is_empty() { format.to_owned() } else { id.to_owned() }
}

/// Imports one source; returns whether too many rows were rejected.
pub(crate) fn import_source(
    archive: &Archive,
    lock: &WriteLock,
    source: &PreparedSource,
    is_replacement: bool,
) -> Result<bool> {
    for path in &source.files {
        let metadata =
            path.metadata().with_context(|| format!("cannot read `{}`", path.display()))?;
        if metadata.len() == 0 {
            bail!("`{}` is empty; nothing was imported", path.display());
        }
    }
    let receiving = SourceInProgress::start(archive, lock, &source.id, is_replacement)?;
    let (writer, files) = receive_files(&receiving, source)?;
    let encodings = files.iter().map(|(_, read)| read.encoding.clone()).collect();
    let mut others: BTreeMap<String, u64> = BTreeMap::new();
    for (tag, count) in files.iter().flat_map(|(_, read)| &read.other_entries) {
        *others.entry(tag.clone()).or_default() += count;
    }
    let stamp = writer.finish(env!("CARGO_PKG_VERSION"), &rules::data_sha256(), encodings)?;
    if stamp.counts.n_rows() == 0 {
        bail!(
            "there are no entries in the source `{}`, only headers or blanks; nothing was imported",
            source.id
        );
    }
    let files = files.into_iter().map(|(file, _)| file).collect();
    let description = describe(source, files);
    let stored = receiving.finish(&description, source.mapping_text.as_deref())?;
    let counts = stamp.counts;
    report(&stored, &counts, &others);
    let reject_share = counts.n_rejects as f64 / counts.n_rows().max(1) as f64;
    let max_share = archive.config().max_reject_share;
    if reject_share > max_share {
        eprintln!(
            "{:.1} % of the rows were rejected, more than the {:.1} % that `max_reject_share` in synodik.toml allows; \
             the source is kept and can be built, or imported again with `--replace`",
            100.0 * reject_share,
            100.0 * max_share
        );
    }
    Ok(reject_share > max_share)
}

type ReceivedFile = (SourceFile, ReadFile);

fn receive_files(
    receiving: &SourceInProgress,
    source: &PreparedSource,
) -> Result<(ReadingWriter, Vec<ReceivedFile>)> {
    let (mut writer, encoder) = ReadingWriter::create(&receiving.reading_folder())?;
    let n_bytes = source.files.iter().filter_map(|path| Some(path.metadata().ok()?.len())).sum();
    let mut progress = Progress::start("import", Unit::Bytes, n_bytes);
    let encoding = source.entry.encoding.as_deref();
    let plan = ReadPlan { source_id: &source.id, format: &source.format, encoding };
    let mut received = Vec::with_capacity(source.files.len());
    for (path, file_number) in source.files.iter().zip(1..) {
        let name = file_name(path)?;
        let file = receiving.receive(path, &name)?;
        let read =
            read_file(&plan, (file_number, &name), file, (&mut writer, &encoder), &mut progress)
                .with_context(|| format!("cannot import `{}`", path.display()))?;
        let file = SourceFile { name, size_bytes: read.size_bytes, sha256: read.sha256.clone() };
        received.push((file, read));
    }
    Ok((writer, received))
}

fn describe(source: &PreparedSource, files: Vec<SourceFile>) -> SourceDescription {
    let defaults = match &source.format {
        Format::Table(mapping) => mapping.source().clone(),
        _ => synodik_import::SourceDefaults::default(),
    };
    let entry = source.entry.clone();
    SourceDescription {
        id: source.id.clone(),
        title: entry.title.or(defaults.title),
        citation: entry.citation.or(defaults.citation),
        holder: entry.holder.or(defaults.holder),
        licence: entry.licence.or(defaults.licence),
        url: entry.url.or(defaults.url),
        persons_listed_once: entry.persons_listed_once,
        received: today().to_string(),
        format: source.format_name.clone(),
        encoding: entry.encoding,
        files,
    }
}

/// `others`: entries of the files that are no rows, by their tag.
fn report(
    source: &StoredSource,
    counts: &synodik_store::ReadingCounts,
    others: &BTreeMap<String, u64>,
) {
    eprintln!(
        "Imported {} into `{}`: {}, {} rejected",
        counted(counts.n_rows(), "row"),
        source.id(),
        counted(counts.n_records, "record"),
        grouped(counts.n_rejects)
    );
    if !others.is_empty() {
        let n_families = others.get("FAM").copied().unwrap_or_default();
        let told: Vec<String> =
            others.iter().map(|(tag, count)| format!("{tag} {}", grouped(*count))).collect();
        eprintln!(
            "Quoted in the records of those they name: {}; no rows, kept in the files as received: {}",
            counted_families(n_families),
            told.join(", ")
        );
    }
    if counts.n_rejects > 0 {
        eprintln!("The rejected rows stand in {}", source.table("rejects").display());
    }
    if counts.n_issues > 0 {
        eprintln!(
            "{} could not be understood, kept as written, see {}",
            counted(counts.n_issues, "value"),
            source.table("issues").display()
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{id_from_name, natural_key};

    #[test]
    fn pages_sort_by_number() {
        let mut names = vec!["10.htm", "2.htm", "1.htm", "a10", "a9"];
        names.sort_by_key(|name| natural_key(name));
        assert_eq!(names, ["1.htm", "2.htm", "10.htm", "a9", "a10"]);
    }

    #[test]
    fn ids_come_from_file_names() {
        assert_eq!(id_from_name("Memorial_lists.tsv", "memorial-tsv"), "memorial-lists");
        assert_eq!(id_from_name("список.csv", "table"), "table");
    }
}
