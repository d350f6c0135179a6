//! The public search index: what may be shown, and finding it.
//!
//! The index is written once, when an archive is built, from records and events
//! that have passed the living rule and the allow-list of fields. The server
//! opens the index and nothing else.
//!
//! **Invariant:** what is not in the index cannot be shown.

mod search;
mod view;

pub use search::{IndexError, PublicIndex};
pub use view::{
    ArchiveSummary, Facet, FacetValue, Filters, Hit, MAX_HITS, PublicEvent, PublicField,
    PublicFile, PublicRecord, PublicReject, PublicSource, RecordView, SearchRequest, SearchResult,
};
