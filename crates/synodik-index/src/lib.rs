//! The public search index: what may be shown, and finding it.
//!
//! The index is written once, when an archive is built, from records and events
//! that have passed the living rule and the allow-list of fields. The server
//! opens the index and nothing else.
//!
//! **Invariant:** what is not in the index cannot be shown.

mod annotate;
mod automata;
mod bodies;
mod children_left;
mod collect;
mod countable;
mod counts;
mod downloads;
mod error;
mod families;
mod family;
mod links;
mod matched;
mod measures;
mod places;
mod publish;
mod query;
mod read_only;
mod schema;
mod search;
mod stations;
mod statistics_fields;
mod survey;
mod view;
mod walk;
mod widen;
mod write;

pub use annotate::{advise_shown, annotate_shown, annotate_stored};
pub use bodies::body_ids;
pub use children_left::{ChildLeft, FamilyChild};
pub use countable::{CountKey, countable_values};
pub use counts::{DatedRecord, PERSONS_BY_YEAR};
pub use downloads::{DOWNLOAD_FOLDER, DownloadFile, Downloads, write_download_list};
pub use error::IndexError;
pub use families::{FamilyDocument, FamilyWriter};
pub use family::{
    MemberEvent, PublicCase, PublicFamily, PublicMember, PublicTie, PublicTieEvidence, PutAsideTie,
    ShownMember,
};
pub use links::{
    ComparisonWeights, Evidence, EvidenceStep, FoundLinks, FoundPair, LevelWeights, LinkModel,
    PublicLink, PublicLinks, PublicPerson, PublicVerdict, RecordLinks, write_link_model,
};
pub use measures::measure_ids;
pub use places::{Camp, PlacesFile, StayCount, StayCounts, WayCount};
pub use publish::{PublicRules, WITHHELD_MARK, event_with, is_shown, publish_record};
pub use search::PublicIndex;
pub use stations::{Station, StationKind, station_of, stations_of};
pub use survey::Suggestion;
pub use view::{
    ArchiveCounts, ArchiveFile, ArchiveSummary, Citation, CountedPersons, Coverage, Facet,
    FacetValue, FamilyStatistics, Filters, Hit, KinRatio, LimitCount, MAX_HITS, MatchKind,
    PersonCounts, PublicEvent, PublicField, PublicFile, PublicRecord, PublicReject, PublicSource,
    RecordView, Remembered, SearchRequest, SearchResult, Statistics, StatisticsTable, WordMatch,
};
pub use walk::{WalkedFamily, WalkedRecord};
pub use write::{IndexChunk, IndexCounts, write_archive_file, write_index};
