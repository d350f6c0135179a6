//! `synodik build`: makes tables and public index from the sources.

use super::{ArchiveArgument, counted, grouped, today};
use crate::annotations;
use crate::archive_persons::ArchivePersons;
use crate::children_left::count_children_left;
use crate::family_stage::{FamilyCounts, find_families};
use crate::kin_multiplier;
use crate::link_stage::link_archive;
use crate::place_stage::read_own_places;
use crate::progress::{Progress, Unit};
use crate::read_source::{ReadPlan, read_file};
use crate::rules;
use anyhow::{Context, Result, anyhow, bail};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::ExitCode;
use std::sync::Arc;
use synodik_import::{Format, Mapping};
use synodik_index::{
    ArchiveFile, ArchiveSummary, IndexChunk, IndexCounts, PlacesFile, PublicFile, PublicLinks,
    PublicReject, PublicRules, PublicSource, write_archive_file, write_index, write_link_model,
};
use synodik_model::Field;
use synodik_places::Gazetteer;
use synodik_store::{
    Archive, BuildInProgress, BuildManifest, BuiltSource, HashingReader, ReadingCounts,
    ReadingStamp, ReadingWriter, StoredSource, StoredTables, WriteLock, judgements_sha256,
    read_judgements,
};

/// Most rejected rows that a source page lists.
const MAX_LISTED_REJECTS: usize = 1000;

/// Make the tables and the public search index from the sources
#[derive(Debug, clap::Args)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    archive: ArchiveArgument,
    /// Stop after a stage: records (sources are read again where needed), link or family (persons,
    /// families are found and laid in builds/linked, nothing is shown) or index
    #[arg(long, value_name = "STAGE", value_parser = ["records", "link", "family", "index"], default_value = "index")]
    until: String,
    /// Build again even when nothing has changed
    #[arg(long)]
    force: bool,
    /// Day for which it is decided who may be living, YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<chrono::NaiveDate>,
}

pub(crate) fn run(arguments: &BuildArguments) -> Result<ExitCode> {
    let archive = arguments.archive.open()?;
    let lock = archive.lock()?;
    let options = BuildOptions {
        is_forced: arguments.force,
        until: match arguments.until.as_str() {
            "records" => Stage::Records,
            "link" => Stage::Link,
            "family" => Stage::Family,
            _ => Stage::Index,
        },
        as_of: arguments.as_of.unwrap_or_else(today),
        is_day_stated: arguments.as_of.is_some(),
    };
    build_archive(&archive, &lock, &options)?;
    Ok(ExitCode::SUCCESS)
}

/// The last stage of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Records,
    Link,
    Family,
    Index,
}

/// How to build.
pub(crate) struct BuildOptions {
    pub(crate) is_forced: bool,
    pub(crate) until: Stage,
    pub(crate) as_of: chrono::NaiveDate,
    /// Whether the user states that day; otherwise a build of the last weeks is recent enough.
    pub(crate) is_day_stated: bool,
}

/// Days after which a build without any change is made again, for the living rule.
const RECENT_DAYS: i64 = 31;

/// Returns whether a build made for one day still serves for another.
fn is_recent(manifest: &BuildManifest, options: &BuildOptions) -> bool {
    let Ok(made_for) = manifest.as_of.parse::<chrono::NaiveDate>() else { return false };
    let age_days = options.as_of.signed_duration_since(made_for).num_days();
    let oldest_days = if options.is_day_stated { 0 } else { RECENT_DAYS };
    (0..=oldest_days).contains(&age_days)
}

/// Reads again what another version read, then makes a build and swaps it in.
pub(crate) fn build_archive(
    archive: &Archive,
    lock: &WriteLock,
    options: &BuildOptions,
) -> Result<()> {
    let mut sources = archive.sources()?;
    if sources.is_empty() {
        bail!(
            "the archive has no sources yet; import one first: synodik import --archive {} …",
            archive.folder().display()
        );
    }
    let data_sha256 = rules::data_sha256();
    for source in &mut sources {
        let is_current = source.reading.as_ref().is_some_and(|reading| {
            reading.program_version == env!("CARGO_PKG_VERSION")
                && reading.data_sha256 == data_sha256
        });
        let reason = match is_current {
            false => "another version read it",
            true if !source.damaged_reading().is_empty() => "what was read is damaged",
            true => continue,
        };
        eprintln!("Reading `{}` again, for {reason}", source.id());
        read_again(source, lock, &data_sha256)?;
    }
    if options.until == Stage::Records {
        return Ok(());
    }
    let judgements = read_judgements(archive)?;
    let mut manifest = plan_manifest(archive, &sources, data_sha256, options)?;
    manifest.judgements_sha256 = judgements_sha256(&judgements);
    let own_places = read_own_places(archive.folder())?;
    manifest.places_sha256 = own_places.sha256;
    if options.until == Stage::Index
        && let (Some((_, current)), false) = (archive.current_build()?, options.is_forced)
        && current.has_same_input(&manifest)
        && is_recent(&current, options)
    {
        eprintln!("Nothing has changed since build {}; `--force` builds again", current.build);
        return Ok(());
    }
    let building = BuildInProgress::start(archive, lock)?;
    for source in &sources {
        building.add_source(source)?;
    }
    annotations::write_annotations(&building, &sources)?;
    let public_rules = rules::load_public_rules(options.as_of)?;
    let linked = link_archive(&building, archive, &sources, &judgements, &public_rules)?;
    manifest.n_persons = linked.n_persons;
    if options.until == Stage::Link {
        let place = building.set_aside(archive)?;
        eprintln!(
            "{} are held to be {}; see {}",
            counted(manifest.counts.n_records, "record"),
            counted(linked.n_persons, "person"),
            place.display()
        );
        return Ok(());
    }
    let families = find_families(&building, archive, &sources, &public_rules)?;
    manifest.n_families = families.n_families;
    if options.until == Stage::Family {
        let place = building.set_aside(archive)?;
        eprintln!("{}; see {}", families_line(&families), place.display());
        return Ok(());
    }
    let gazetteer = own_places.file.gazetteer()?;
    let rules = (&public_rules, &gazetteer);
    let mut counts = index_sources(&building, &sources, (&rules, &linked.public), &manifest)?;
    let places = PlacesFile { stays: std::mem::take(&mut counts.stays), ..own_places.file };
    places.write(&building.public_folder())?;
    write_link_model(&building.public_folder(), &linked.model)?;
    let persons = ArchivePersons::read(building.folder(), &manifest)?;
    counts.archive.persons = persons.count_for_pages(&counts.dated)?;
    counts.archive.families = kin_multiplier::count_for_pages((building.folder(), &manifest))?;
    count_children_left((building.folder(), &manifest), &gazetteer, &mut counts.archive.families)?;
    manifest.n_withheld = counts.n_withheld.values().sum();
    let file = describe_archive(&sources, &manifest, &counts, building.number())?;
    write_archive_file(&building.public_folder(), &file)?;
    building.finish(archive, &mut manifest)?;
    eprintln!("{}", families_line(&families));
    eprintln!(
        "Build {}: {} of {}, held to be {}; {} of the records withheld for people who may be living",
        manifest.build,
        counted(manifest.counts.n_records, "record"),
        counted(sources.len() as u64, "source"),
        counted(manifest.n_persons, "person"),
        grouped(manifest.n_withheld)
    );
    Ok(())
}

/// What was found of families, as a sentence.
fn families_line(counts: &FamilyCounts) -> String {
    let families = match counts.n_families {
        1 => "1 family".to_owned(),
        n_families => format!("{} families", grouped(n_families)),
    };
    format!(
        "{families} by {} ({} inferred, {} put aside) between those named in {}; {} of punishment for kin",
        counted(counts.n_ties, "tie"),
        grouped(counts.n_inferred),
        grouped(counts.n_cut),
        counted(counts.n_mentions, "mention"),
        counted(counts.n_cases, "case")
    )
}

/// Returns the format of a source as it is stored.
pub(crate) fn stored_format(source: &StoredSource) -> Result<Format> {
    let mapping = source.mapping()?;
    super::import::parse_format(&source.description.format, mapping.as_deref())
        .with_context(|| format!("cannot read the source `{}` again", source.id()))
}

fn read_again(source: &mut StoredSource, lock: &WriteLock, data_sha256: &str) -> Result<()> {
    let format = stored_format(source)?;
    let description = source.description.clone();
    let files: Vec<_> =
        description.files.iter().map(|file| (source.original(file), file.clone())).collect();
    let source_id = source.id().to_owned();
    source.replace_reading(lock, |folder| -> Result<ReadingStamp> {
        let (mut writer, encoder) = ReadingWriter::create(folder)?;
        let n_bytes = files.iter().map(|(_, file)| file.size_bytes).sum();
        let mut progress = Progress::start("read", Unit::Bytes, n_bytes);
        let encoding = description.encoding.as_deref();
        let plan = ReadPlan { source_id: &source_id, format: &format, encoding };
        let mut encodings = Vec::new();
        for ((path, file), file_number) in files.iter().zip(1..) {
            let open =
                File::open(path).with_context(|| format!("cannot read `{}`", path.display()))?;
            let reader = HashingReader::new(open, None);
            let tables = (&mut writer, &encoder);
            let read = read_file(&plan, (file_number, &file.name), reader, tables, &mut progress)
                .with_context(|| format!("cannot read `{}`", path.display()))?;
            if read.sha256 != file.sha256 {
                bail!(
                    "`{}` has changed since it was received; run `synodik verify`",
                    path.display()
                );
            }
            encodings.push(read.encoding);
        }
        Ok(writer.finish(env!("CARGO_PKG_VERSION"), data_sha256, encodings)?)
    })
}

fn plan_manifest(
    archive: &Archive,
    sources: &[StoredSource],
    data_sha256: String,
    options: &BuildOptions,
) -> Result<BuildManifest> {
    let mut counts = ReadingCounts::default();
    let mut built = Vec::with_capacity(sources.len());
    for source in sources {
        let reading = source.reading.as_ref().context("a source was not read")?;
        counts.add(&reading.counts);
        built.push(BuiltSource {
            id: source.id().to_owned(),
            description_sha256: source.description_sha256()?,
            counts: reading.counts,
            inputs: source.description.files.clone(),
        });
    }
    Ok(BuildManifest {
        build: 0,
        program_version: env!("CARGO_PKG_VERSION").to_owned(),
        data_sha256,
        as_of: options.as_of.to_string(),
        archive_name: archive.config().name.clone(),
        counts,
        n_withheld: 0,
        judgements_sha256: String::new(),
        places_sha256: String::new(),
        n_persons: 0,
        n_families: 0,
        sources: built,
        files: Vec::new(),
    })
}

fn index_sources(
    building: &BuildInProgress,
    sources: &[StoredSource],
    (rules, links): (&(&PublicRules, &Gazetteer), &PublicLinks),
    manifest: &BuildManifest,
) -> Result<IndexCounts> {
    let mut progress = Progress::start("index", Unit::Records, manifest.counts.n_records);
    let mut next_ordinal = 0;
    let mut opened: Vec<(StoredTables, Arc<[Field]>)> = Vec::new();
    for source in sources {
        let tables = StoredTables::open(&source.table("records"), &source.table("events"))?;
        opened.push((tables, reviewed_fields(source)?.into()));
    }
    let mut remaining = opened.into_iter();
    let mut current = remaining.next();
    let chunks = std::iter::from_fn(|| {
        loop {
            let (tables, reviewed) = current.as_mut()?;
            match tables.next_chunk() {
                Ok(Some(rows)) => {
                    let first_ordinal = next_ordinal;
                    next_ordinal += rows.n_records() as u64;
                    return Some(Ok(IndexChunk {
                        rows,
                        first_ordinal,
                        reviewed: Arc::clone(reviewed),
                    }));
                }
                Ok(None) => current = remaining.next(),
                Err(error) => return Some(Err(anyhow::Error::from(error))),
            }
        }
    });
    let folder = building.public_folder();
    write_index(&folder, *rules, links, chunks, |n_records| progress.add(n_records))
}

/// Returns the fields of a source that a person has reviewed, from its mapping.
pub(crate) fn reviewed_fields(source: &StoredSource) -> Result<Vec<Field>> {
    let Some(text) = source.mapping()? else { return Ok(Vec::new()) };
    let mapping = Mapping::parse(&text)
        .with_context(|| format!("cannot use the mapping of `{}`", source.id()))?;
    Ok(mapping.reviewed_public().to_vec())
}

fn describe_archive(
    sources: &[StoredSource],
    manifest: &BuildManifest,
    counts: &IndexCounts,
    build: u64,
) -> Result<ArchiveFile> {
    let summary = ArchiveSummary {
        name: manifest.archive_name.clone(),
        n_records: manifest.counts.n_records,
        n_withheld: manifest.n_withheld,
        event_years: counts.event_years,
        n_places: counts.places.len() as u64,
        example_name: counts.first_name.as_ref().map(|(_, name)| name.clone()),
        event_kinds: counts.n_by_event.clone().into_iter().collect(),
        build,
        as_of: manifest.as_of.clone(),
        program_version: manifest.program_version.clone(),
    };
    let sources =
        sources.iter().map(|source| describe_source(source, counts)).collect::<Result<Vec<_>>>()?;
    let counts = counts.archive.clone();
    Ok(ArchiveFile { summary, sources, counts, citations: rules::load_citations()? })
}

fn describe_source(source: &StoredSource, counts: &IndexCounts) -> Result<PublicSource> {
    let description = source.description.clone();
    let reading = source.reading.as_ref().ok_or_else(|| anyhow!("a source was not read"))?;
    let files = description
        .files
        .into_iter()
        .zip(&reading.encodings)
        .map(|(file, encoding)| PublicFile {
            name: file.name,
            size_bytes: file.size_bytes,
            sha256: file.sha256,
            encoding: encoding.clone(),
        })
        .collect();
    Ok(PublicSource {
        title: description.title.unwrap_or_else(|| description.id.clone()),
        citation: description.citation,
        holder: description.holder,
        licence: description.licence,
        url: description.url,
        received: description.received,
        format: description.format,
        files,
        n_rows: reading.counts.n_rows(),
        n_records: reading.counts.n_records,
        n_rejects: reading.counts.n_rejects,
        n_withheld: counts.n_withheld.get(&description.id).copied().unwrap_or(0),
        n_issues: reading.counts.n_issues,
        rejects: list_rejects(source)?,
        source_id: description.id,
    })
}

/// Reads the first rejects of a source; the rejected values stay behind.
fn list_rejects(source: &StoredSource) -> Result<Vec<PublicReject>> {
    let path = source.table("rejects");
    let file = File::open(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
    let mut rejects = Vec::new();
    for line in BufReader::new(file).lines().skip(1).take(MAX_LISTED_REJECTS) {
        let line = line.with_context(|| format!("cannot read `{}`", path.display()))?;
        let cells: Vec<&str> = line.split('\t').collect();
        if let [file, line, _offset, field, _value, reason, ..] = cells[..] {
            rejects.push(PublicReject {
                file: file.to_owned(),
                line: line.parse().unwrap_or(0),
                field: field.to_owned(),
                reason: reason.to_owned(),
            });
        }
    }
    Ok(rejects)
}
