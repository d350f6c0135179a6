//! Walks through all that is shown, in the order of the archive, some at a time.
//!
//! A place in the walk is a number that stays the same as long as the build does, so that a
//! reader may go on where an earlier answer ended, however long ago that was.

use crate::collect::SegmentColumns;
use crate::error::IndexError;
use crate::family::PublicFamily;
use crate::links::RecordLinks;
use crate::query::{build_query, parse_place, widen_words};
use crate::search::PublicIndex;
use crate::view::{Filters, PublicRecord, RecordView, SearchRequest};
use crate::widen::Reach;
use tantivy::query::{BooleanQuery, EnableScoring, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, SegmentReader, TERMINATED, Term};

/// A record met on a walk.
#[derive(Debug, Clone, PartialEq)]
pub struct WalkedRecord {
    /// Its position among all records of the archive.
    pub ordinal: u64,
    /// The record.
    pub record: PublicRecord,
    /// Its person and links.
    pub links: RecordLinks,
}

/// A family met on a walk.
#[derive(Debug, Clone, PartialEq)]
pub struct WalkedFamily {
    /// The family.
    pub family: PublicFamily,
    /// Where the next family stands.
    pub next: u64,
}

impl PublicIndex {
    /// Returns records that are shown and pass the filters, from a position on, in the order of
    /// the archive. Who may be living is not among them.
    ///
    /// # Shape
    ///
    /// `from`: the smallest position wanted; 0 to start, then the last position seen plus one.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn records_from(
        &self,
        filters: &Filters,
        from: u64,
        limit: usize,
    ) -> Result<Vec<WalkedRecord>, IndexError> {
        let mut walked = Vec::with_capacity(limit);
        for (ordinal, address) in self.addresses_from(filters, from, limit)? {
            if let RecordView::Shown(record) = self.view(address)? {
                let links = self.links_at(address)?;
                walked.push(WalkedRecord { ordinal, record: *record, links });
            }
        }
        Ok(walked)
    }

    /// Returns positions and ids of records that are shown and pass the filters, as
    /// [`PublicIndex::records_from`] gives the records.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn record_ids_from(
        &self,
        filters: &Filters,
        from: u64,
        limit: usize,
    ) -> Result<Vec<(u64, String)>, IndexError> {
        let mut ids = Vec::with_capacity(limit);
        for (ordinal, address) in self.addresses_from(filters, from, limit)? {
            if let RecordView::Shown(record) = self.view(address)? {
                ids.push((ordinal, record.record_id));
            }
        }
        Ok(ids)
    }

    /// Returns the position of the first record of a person that is shown; `None` for a person
    /// of one record, and for an id that is nobody's.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the index cannot be read.
    pub fn first_of_person(&self, person_id: &str) -> Result<Option<u64>, IndexError> {
        let found = self.find_all(self.fields.person, person_id, 1)?;
        Ok(found.first().map(|found| found.ordinal))
    }

    /// Returns a family and where the next one stands; `None` behind the last family and for a
    /// place where no family starts.
    ///
    /// # Shape
    ///
    /// `from`: 0 to start, then [`WalkedFamily::next`] of the one before.
    ///
    /// # Errors
    ///
    /// [`IndexError`] when the file of families cannot be read.
    pub fn family_from(&self, from: u64) -> Result<Option<WalkedFamily>, IndexError> {
        let Some(files) = self.families() else { return Ok(None) };
        let found = files.family_at(from)?;
        Ok(found.map(|(family, next)| WalkedFamily { family, next }))
    }

    fn addresses_from(
        &self,
        filters: &Filters,
        from: u64,
        limit: usize,
    ) -> Result<Vec<(u64, DocAddress)>, IndexError> {
        let query = self.walk_query(filters)?;
        let weight = query.weight(EnableScoring::disabled_from_searcher(&self.searcher))?;
        let mut found: Vec<(u64, DocAddress)> = Vec::new();
        let segments = self.searcher.segment_readers().iter().zip(&self.columns).zip(0..);
        for ((segment, columns), segment_ord) in segments {
            let first = first_document_from(segment, columns, from);
            let mut documents = weight.scorer(segment, 1.0)?;
            let mut document = documents.doc();
            if document < first {
                document = documents.seek(first);
            }
            // No segment gives more than the whole page.
            for _ in 0..limit {
                if document == TERMINATED {
                    break;
                }
                let address = DocAddress::new(segment_ord, document);
                found.push((columns.ordinal(document), address));
                document = documents.advance();
            }
        }
        found.sort_unstable_by_key(|(ordinal, _)| *ordinal);
        found.truncate(limit);
        Ok(found)
    }

    /// Every record that is shown has its source among the terms, and no placeholder has one.
    fn walk_query(&self, filters: &Filters) -> Result<Box<dyn Query>, IndexError> {
        let shown = self.sources().iter().map(|source| {
            let term = Term::from_field_text(self.fields.source, &source.source_id);
            let query: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
            (Occur::Should, query)
        });
        let shown: Box<dyn Query> = Box::new(BooleanQuery::new(shown.collect()));
        if *filters == Filters::default() {
            return Ok(shown);
        }
        let words = filters.place.as_deref().map(parse_place).unwrap_or_default();
        let words = widen_words(&self.searcher, &self.fields, &words, Reach::SameName)?;
        let request = SearchRequest { filters: filters.clone(), ..SearchRequest::default() };
        let wanted = build_query(&self.fields, &request, &words, Reach::SameName);
        let wanted = wanted.into_iter().map(|query| (Occur::Must, query));
        Ok(Box::new(BooleanQuery::new([(Occur::Must, shown)].into_iter().chain(wanted).collect())))
    }
}

/// Returns the first document of a segment at this position or behind it.
///
/// Records are written to a segment in the order of the archive, so halving finds it.
fn first_document_from(segment: &SegmentReader, columns: &SegmentColumns, from: u64) -> DocId {
    let (mut low, mut high) = (0, segment.max_doc());
    while low < high {
        let middle = low + (high - low) / 2;
        if columns.ordinal(middle) < from {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
