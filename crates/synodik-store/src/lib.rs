//! What lies on disk: an archive's folders, its manifests and its tables.
//!
//! An archive keeps sources as received, and builds made from them. A source or
//! a build is written beside its final place and moved there in one step, so
//! that a process killed at any moment leaves the last good state; the next
//! writer removes what was left lying.
//!
//! **Invariant:** table schemas live here and nowhere else; writing the same
//! values gives the same bytes.

mod archive;
mod build;
mod cells;
mod columns;
mod error;
mod family_tables;
mod files;
mod judgements;
mod link_tables;
mod reading;
mod rows;
mod source;
mod table_file;
mod verify;

pub use archive::{Archive, ArchiveConfig, WriteLock};
pub use build::{BuildFile, BuildInProgress, BuildManifest, BuiltSource, table_path};
pub use cells::{Cell, RowsFile};
pub use columns::{
    ColumnKind, ColumnSpec, TABLES, TableSpec, annotations_table, events_table, records_table,
};
pub use error::StoreError;
pub use family_tables::{
    PublicColumns, cases_table, children_table, families_table, family_stage_tables,
    mentions_table, public_columns, read_rows, ties_table,
};
pub use files::{HashingReader, hash_file};
pub use judgements::{
    AuthorKind, JudgementAct, JudgementRow, Verdict, append_judgement, judgements_file,
    judgements_in_force, judgements_sha256, read_judgements,
};
pub use link_tables::{
    LinkRow, PersonRow, level_of_sign, level_sign, link_cells, links_table, partitions_table,
    person_cells, persons_table, read_links, read_partitions, read_persons, write_links,
    write_partitions, write_persons,
};
pub use reading::{
    ChunkRows, EncodedChunk, ReadingCounts, ReadingEncoder, ReadingStamp, ReadingWriter,
};
pub use rows::{EventRow, RecordRow, StoredChunk, StoredTables};
pub use source::{SourceDescription, SourceFile, SourceInProgress, StoredSource};
pub use verify::{Damage, verify_archive};
