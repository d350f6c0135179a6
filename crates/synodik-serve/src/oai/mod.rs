//! OAI-PMH 2.0: libraries and aggregators harvest the entries that are shown.
//!
//! An entry is an item, a source is a set, the format is oai_dc. The datestamp of every entry is
//! the day of the build, for a build is made as a whole; no list of what was withdrawn is kept,
//! so `deletedRecord` is `no`. Who may be living has no item: their ids do not exist here.

mod question;
mod xml;

use self::question::{OaiError, Selection, Verb, bad_token, read_question};
use self::xml::Xml;
use crate::AppState;
use crate::address::record_address;
use crate::api::{cursor_of, read_cursor, site_address};
use crate::headers::AnyOrigin;
use crate::operation::run_query;
use crate::routes::{MAX_ID_BYTES, host_of};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequestParts, RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use std::convert::Infallible;
use std::time::SystemTime;
use synodik_index::{Filters, IndexError, PublicIndex, PublicRecord, PublicSource, RecordView};
use synodik_model::Field;

/// Records in one answer.
const N_LISTED: usize = 100;

/// Bytes of a request with POST that are read.
const MAX_FORM_BYTES: usize = 64 * 1024;

const HEAD: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?>"#,
    "\n",
    r#"<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" "#,
    r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" "#,
    r#"xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ "#,
    r#"http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">"#
);

const DC_HEAD: &str = concat!(
    r#"<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" "#,
    r#"xmlns:dc="http://purl.org/dc/elements/1.1/" "#,
    r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" "#,
    r#"xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ "#,
    r#"http://www.openarchives.org/OAI/2.0/oai_dc.xsd">"#
);

/// What stands around an answer.
struct Around<'a> {
    site: &'a str,
    admin_email: &'a str,
    pairs: &'a [(String, String)],
}

/// The name of the server as it was asked for.
struct AskedHost(String);

impl<S: Sync> FromRequestParts<S> for AskedHost {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<AskedHost, Infallible> {
        Ok(AskedHost(host_of(parts).unwrap_or_default().to_owned()))
    }
}

/// Returns the route.
pub(crate) fn oai_routes() -> Router<AppState> {
    let route = get(asked_by_address).post(asked_by_form);
    Router::new().route("/oai", route.layer(DefaultBodyLimit::max(MAX_FORM_BYTES)))
}

async fn asked_by_address(
    State(state): State<AppState>,
    host: AskedHost,
    RawQuery(query): RawQuery,
) -> Response {
    respond(state, host, query.unwrap_or_default()).await
}

async fn asked_by_form(
    State(state): State<AppState>,
    host: AskedHost,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response();
    }
    respond(state, host, String::from_utf8_lossy(&body).into_owned()).await
}

async fn respond(state: AppState, AskedHost(host): AskedHost, query: String) -> Response {
    let site = site_address(&state, &host);
    let admin_email = state.settings().admin_email.clone();
    let made = run_query(&state, move |index| {
        let pairs = pairs_of(&query);
        let around = Around {
            site: &site,
            admin_email: admin_email.as_deref().unwrap_or("unknown@example.org"),
            pairs: &pairs,
        };
        answer(index, &around, read_question(&pairs))
    })
    .await;
    match made {
        Ok(Ok(text)) => {
            let headers = [(CONTENT_TYPE, "text/xml; charset=utf-8"), (CACHE_CONTROL, "no-cache")];
            let mut response = (headers, text).into_response();
            response.extensions_mut().insert(AnyOrigin);
            response
        }
        Ok(Err(error)) => {
            eprintln!("error: OAI-PMH cannot answer: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        // The standard asks harvesters to come again after the time named.
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "60")]).into_response(),
    }
}

/// Returns names and values, decoded; what is not UTF-8 has a mark in its place.
fn pairs_of(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.map(|(name, value)| (decoded(name), decoded(value))).collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let coded = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match (first, coded.and_then(|digits| u8::from_str_radix(digits, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = behind;
            }
            (byte, _) => {
                bytes.push(*byte);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn answer(
    index: &PublicIndex,
    around: &Around<'_>,
    verb: Result<Verb, OaiError>,
) -> Result<String, IndexError> {
    let mut body = Xml::default();
    let outcome = match &verb {
        Ok(Verb::Identify) => {
            identify(index, around, &mut body);
            Ok(())
        }
        Ok(Verb::ListMetadataFormats(identifier)) => {
            list_formats(index, (identifier.as_deref(), around), &mut body)?
        }
        Ok(Verb::ListSets) => {
            list_sets(index, &mut body);
            Ok(())
        }
        Ok(Verb::GetRecord(identifier)) => get_record(index, (identifier, around), &mut body)?,
        Ok(Verb::List { is_headers_only, selection }) => {
            list_records(index, (*is_headers_only, selection, around), &mut body)?
        }
        Err(error) => Err(*error),
    };
    let mut xml = Xml::default();
    xml.raw(HEAD);
    let now: DateTime<Utc> = SystemTime::now().into();
    xml.element("responseDate", &now.to_rfc3339_opts(SecondsFormat::Secs, true));
    write_request(&mut xml, around, outcome.err());
    match outcome {
        Ok(()) => xml.raw(&body.finish()),
        Err(OaiError { code, words }) => {
            xml.raw(&format!("<error code=\"{code}\">"));
            xml.value(words);
            xml.raw("</error>");
        }
    }
    xml.raw("</OAI-PMH>\n");
    Ok(xml.finish())
}

/// With an argument that is wrong, the request is given back without any.
fn write_request(xml: &mut Xml, around: &Around<'_>, error: Option<OaiError>) {
    xml.raw("<request");
    let is_repeated = error.is_none_or(|error| !["badVerb", "badArgument"].contains(&error.code));
    for (name, value) in around.pairs.iter().filter(|_| is_repeated) {
        // The names are those of the standard, or there would be an error.
        xml.raw(&format!(" {name}=\""));
        xml.value(value);
        xml.raw("\"");
    }
    xml.raw(">");
    xml.value(&format!("{}/oai", around.site));
    xml.raw("</request>");
}

fn identify(index: &PublicIndex, around: &Around<'_>, xml: &mut Xml) {
    let summary = index.summary();
    xml.raw("<Identify>");
    xml.element("repositoryName", &summary.name);
    xml.element("baseURL", &format!("{}/oai", around.site));
    xml.element("protocolVersion", "2.0");
    xml.element("adminEmail", around.admin_email);
    xml.element("earliestDatestamp", &summary.as_of);
    xml.element("deletedRecord", "no");
    xml.element("granularity", "YYYY-MM-DD");
    xml.element("compression", "gzip");
    xml.raw("</Identify>");
}

fn list_formats(
    index: &PublicIndex,
    (identifier, around): (Option<&str>, &Around<'_>),
    xml: &mut Xml,
) -> Result<Result<(), OaiError>, IndexError> {
    if let Some(identifier) = identifier
        && find_record(index, identifier, around)?.is_none()
    {
        return Ok(Err(unknown_id()));
    }
    xml.raw("<ListMetadataFormats><metadataFormat>");
    xml.element("metadataPrefix", question::PREFIX);
    xml.element("schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
    xml.element("metadataNamespace", "http://www.openarchives.org/OAI/2.0/oai_dc/");
    xml.raw("</metadataFormat></ListMetadataFormats>");
    Ok(Ok(()))
}

fn list_sets(index: &PublicIndex, xml: &mut Xml) {
    xml.raw("<ListSets>");
    for source in index.sources() {
        xml.raw("<set>");
        xml.element("setSpec", &set_of(&source.source_id));
        xml.element("setName", &source.title);
        xml.raw("</set>");
    }
    xml.raw("</ListSets>");
}

fn get_record(
    index: &PublicIndex,
    (identifier, around): (&str, &Around<'_>),
    xml: &mut Xml,
) -> Result<Result<(), OaiError>, IndexError> {
    let Some(record) = find_record(index, identifier, around)? else {
        return Ok(Err(unknown_id()));
    };
    xml.raw("<GetRecord><record>");
    write_header(index, &record, (around, xml));
    write_metadata(index, &record, (around, xml));
    xml.raw("</record></GetRecord>");
    Ok(Ok(()))
}

fn unknown_id() -> OaiError {
    OaiError { code: "idDoesNotExist", words: "No entry that is shown has this identifier." }
}

fn list_records(
    index: &PublicIndex,
    (is_headers_only, selection, around): (bool, &Selection, &Around<'_>),
    xml: &mut Xml,
) -> Result<Result<(), OaiError>, IndexError> {
    let no_records = OaiError { code: "noRecordsMatch", words: "No entry is of this choice." };
    let (from, set) = match &selection.token {
        None => (0, selection.set.clone()),
        Some(token) => match read_token(token, index) {
            Some(place) => place,
            None => return Ok(Err(bad_token())),
        },
    };
    let day = NaiveDate::parse_from_str(&index.summary().as_of, "%Y-%m-%d").ok();
    let is_before = selection.until.zip(day).is_some_and(|(until, day)| until < day);
    let is_after = selection.from.zip(day).is_some_and(|(from, day)| from > day);
    let source = set.as_deref().map(|set| source_of(index, set));
    if is_before || is_after || matches!(source, Some(None)) {
        return Ok(Err(no_records));
    }
    let source = source.flatten();
    let filters =
        Filters { source: source.map(|source| source.source_id.clone()), ..Filters::default() };
    let walked = index.records_from(&filters, from, N_LISTED + 1)?;
    if walked.is_empty() {
        return Ok(Err(if selection.token.is_some() { bad_token() } else { no_records }));
    }
    let verb = if is_headers_only { "ListIdentifiers" } else { "ListRecords" };
    xml.raw(&format!("<{verb}>"));
    for walked in walked.iter().take(N_LISTED) {
        if is_headers_only {
            write_header(index, &walked.record, (around, xml));
        } else {
            xml.raw("<record>");
            write_header(index, &walked.record, (around, xml));
            write_metadata(index, &walked.record, (around, xml));
            xml.raw("</record>");
        }
    }
    let next = walked.get(N_LISTED).map(|record| record.ordinal);
    if next.is_some() || selection.token.is_some() {
        let (n_records, n_withheld) = match source {
            Some(source) => (source.n_records, source.n_withheld),
            None => (index.summary().n_records, index.summary().n_withheld),
        };
        let size = n_records.saturating_sub(n_withheld);
        xml.raw(&format!("<resumptionToken completeListSize=\"{size}\">"));
        if let Some(next) = next {
            let set = set.unwrap_or_default();
            xml.value(&format!("{}/{set}", cursor_of(next, index.build_tag())));
        }
        xml.raw("</resumptionToken>");
    }
    xml.raw(&format!("</{verb}>"));
    Ok(Ok(()))
}

/// A token is a place in this build and the set.
fn read_token(token: &str, index: &PublicIndex) -> Option<(u64, Option<String>)> {
    let (cursor, set) = token.split_once('/')?;
    let place = read_cursor(cursor, index.build_tag()).ok()?;
    Some((place, (!set.is_empty()).then(|| set.to_owned())))
}

/// Names of sets are of letters, digits and a few signs; others are written as numbers.
fn set_of(source_id: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.!~*'()".contains(letter);
    let written = source_id.chars().map(|letter| match letter {
        letter if is_plain(letter) => letter.to_string(),
        letter => format!("!{:x}!", u32::from(letter)),
    });
    written.collect()
}

fn source_of<'a>(index: &'a PublicIndex, set: &str) -> Option<&'a PublicSource> {
    index.sources().iter().find(|source| set_of(&source.source_id) == set)
}

/// Identifiers are `oai:host:record`, with the host of the site.
fn identifier_of(record_id: &str, around: &Around<'_>) -> String {
    format!("oai:{}:{record_id}", host_name(around.site))
}

fn host_name(site: &str) -> &str {
    let host = site.split("//").nth(1).unwrap_or_default().split('/').next().unwrap_or_default();
    host.split(':').next().filter(|host| !host.is_empty()).unwrap_or("localhost")
}

/// A placeholder is answered as an id that does not exist.
fn find_record(
    index: &PublicIndex,
    identifier: &str,
    around: &Around<'_>,
) -> Result<Option<PublicRecord>, IndexError> {
    let prefix = format!("oai:{}:", host_name(around.site));
    let Some(record_id) = identifier.strip_prefix(&prefix) else { return Ok(None) };
    if record_id.len() > MAX_ID_BYTES {
        return Ok(None);
    }
    Ok(match index.record(record_id)? {
        Some(RecordView::Shown(record)) => Some(*record),
        Some(RecordView::Withheld { .. }) | None => None,
    })
}

fn write_header(
    index: &PublicIndex,
    record: &PublicRecord,
    (around, xml): (&Around<'_>, &mut Xml),
) {
    xml.raw("<header>");
    xml.element("identifier", &identifier_of(&record.record_id, around));
    xml.element("datestamp", &index.summary().as_of);
    xml.element("setSpec", &set_of(&record.source_id));
    xml.raw("</header>");
}

fn write_metadata(
    index: &PublicIndex,
    record: &PublicRecord,
    (around, xml): (&Around<'_>, &mut Xml),
) {
    let source = index.sources().iter().find(|source| source.source_id == record.source_id);
    let page = format!("{}{}", around.site, record_address(&record.record_id));
    let title = if record.name.is_empty() { &record.record_id } else { &record.name };
    let mut dates: Vec<&str> =
        record.events.iter().filter_map(|event| event.date_edtf.as_deref()).collect();
    let mut places: Vec<&str> =
        record.events.iter().filter_map(|event| event.place.as_deref()).collect();
    places.extend(record.get(Field::BirthPlace));
    for values in [&mut dates, &mut places] {
        values.sort_unstable();
        values.dedup();
    }
    let licence = source.and_then(|source| source.licence.as_deref());
    xml.raw("<metadata>");
    xml.raw(DC_HEAD);
    let mut elements = vec![("dc:title", title.as_str())];
    elements.push(("dc:description", &record.verbatim));
    elements.extend(
        source.and_then(|source| source.holder.as_deref()).map(|value| ("dc:publisher", value)),
    );
    elements.extend(dates.into_iter().map(|value| ("dc:date", value)));
    elements.push(("dc:type", "Text"));
    elements.push(("dc:identifier", &page));
    elements.extend(
        source.map(|source| {
            ("dc:source", source.citation.as_ref().unwrap_or(&source.title).as_str())
        }),
    );
    elements.extend(record.get(Field::ArchiveReference).map(|value| ("dc:relation", value)));
    elements.extend(places.into_iter().map(|value| ("dc:coverage", value)));
    elements.extend(licence.map(|value| ("dc:rights", value)));
    for (name, value) in elements.into_iter().filter(|(_, value)| !value.trim().is_empty()) {
        xml.element(name, value);
    }
    xml.raw("</oai_dc:dc></metadata>");
}
