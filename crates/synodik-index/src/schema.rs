//! The fields of the search index.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};

/// The fields of the index, by what they are for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IndexFields {
    /// The public record as JSON, or its placeholder; stored only.
    pub(crate) view: Field,
    /// The record id, to look up a page.
    pub(crate) record_id: Field,
    /// Position among all records, to keep equal hits in order.
    pub(crate) ordinal: Field,
    /// Folded words of the names; the initials of given names and patronymics as [`initial_term`].
    pub(crate) name: Field,
    /// Latin keys of these words; of those in Latin script also as [`latin_script_term`].
    pub(crate) name_key: Field,
    /// Folded words of the places, and their Latin keys.
    pub(crate) place: Field,
    /// First and last year of birth the entry allows.
    pub(crate) birth_first: Field,
    pub(crate) birth_last: Field,
    /// Years of the events.
    pub(crate) event_year: Field,
    /// Properties that are filters and facets.
    pub(crate) source: Field,
    pub(crate) event: Field,
    pub(crate) measure: Field,
    pub(crate) nationality: Field,
    /// Instruments of the codex that an event is counted for.
    pub(crate) instrument: Field,
    pub(crate) birth_decade: Field,
    /// Kind and year or month of an event, as `arrest/1937` and `arrest/1937-08`.
    pub(crate) event_in_year: Field,
    pub(crate) event_in_month: Field,
    /// Sex as stated, region of order 00447, article, kind of body, decade of age at the first event.
    pub(crate) sex: Field,
    pub(crate) region: Field,
    pub(crate) article: Field,
    pub(crate) body: Field,
    pub(crate) age: Field,
    /// Month and day `MM-DD` of events of somebody known dead.
    pub(crate) day: Field,
    /// Folded words of what the entry says of relatives, and their Latin keys.
    pub(crate) kin: Field,
    /// Person and links as JSON, where there are any; stored only.
    pub(crate) links: Field,
    /// Id of the person, where more than one of its records is shown.
    pub(crate) person: Field,
    /// Places of the record's stations, counted by kind and year.
    pub(crate) stay: Field,
    /// The same places and all in which they lay or lie, alone and by kind.
    pub(crate) within: Field,
}

/// Returns the schema and its fields; the names are those of the index on disk.
pub(crate) fn schema() -> (Schema, IndexFields) {
    let mut builder = Schema::builder();
    // Words are folded before they come here, and only their presence counts.
    let words = || {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer("raw")
                .set_fieldnorms(false)
                .set_index_option(IndexRecordOption::Basic),
        )
    };
    let facet = || words().set_fast("raw");
    let fields = IndexFields {
        view: builder.add_bytes_field("view", STORED),
        record_id: builder.add_text_field("record_id", words()),
        ordinal: builder.add_u64_field("ordinal", FAST),
        name: builder.add_text_field("name", words()),
        name_key: builder.add_text_field("name_key", words()),
        place: builder.add_text_field("place", words()),
        birth_first: builder.add_i64_field("birth_first", FAST),
        birth_last: builder.add_i64_field("birth_last", FAST),
        event_year: builder.add_i64_field("event_year", FAST | INDEXED),
        source: builder.add_text_field("source", facet()),
        event: builder.add_text_field("event", facet()),
        measure: builder.add_text_field("measure", facet()),
        nationality: builder.add_text_field("nationality", facet()),
        instrument: builder.add_text_field("instrument", facet()),
        birth_decade: builder.add_i64_field("birth_decade", FAST),
        event_in_year: builder.add_text_field("event_in_year", facet()),
        event_in_month: builder.add_text_field("event_in_month", facet()),
        sex: builder.add_text_field("sex", facet()),
        region: builder.add_text_field("region", facet()),
        article: builder.add_text_field("article", facet()),
        body: builder.add_text_field("body", facet()),
        age: builder.add_text_field("age", facet()),
        day: builder.add_text_field("day", words()),
        kin: builder.add_text_field("kin", words()),
        links: builder.add_bytes_field("links", STORED),
        person: builder.add_text_field("person", words()),
        stay: builder.add_text_field("stay", facet()),
        within: builder.add_text_field("within", words()),
    };
    (builder.build(), fields)
}

/// Returns the term under which a word or key is found by its first letter.
///
/// The point keeps it apart from names of one letter.
pub(crate) fn initial_term(word: &str) -> String {
    word.chars().take(1).chain(['.']).collect()
}

/// Returns the term of a key whose word stands in Latin script, so that Cyrillic typing
/// finds it without finding all Cyrillic words of the same key.
pub(crate) fn latin_script_term(key: &str) -> String {
    format!("={key}")
}
