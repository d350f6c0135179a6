//! Reads the arguments of a request, and says what is wrong with them in the words of the
//! standard.

use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An error of the protocol: its code and what is said beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OaiError {
    pub(super) code: &'static str,
    pub(super) words: &'static str,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verb {
    Identify,
    /// Of an entry, or of all.
    ListMetadataFormats(Option<String>),
    ListSets,
    GetRecord(String),
    /// Records, or their headers alone.
    List {
        is_headers_only: bool,
        selection: Selection,
    },
}

/// Which records a list is of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Selection {
    pub(super) from: Option<NaiveDate>,
    pub(super) until: Option<NaiveDate>,
    /// Id of a source.
    pub(super) set: Option<String>,
    /// Where to go on, from an earlier answer.
    pub(super) token: Option<String>,
}

/// The only format in which records are given.
pub(super) const PREFIX: &str = "oai_dc";

/// What each verb takes: needed, then allowed.
const ARGUMENTS: [(&str, &[&str], &[&str]); 6] = [
    ("Identify", &[], &[]),
    ("ListMetadataFormats", &[], &["identifier"]),
    ("ListSets", &[], &["resumptionToken"]),
    ("GetRecord", &["identifier", "metadataPrefix"], &[]),
    ("ListIdentifiers", &["metadataPrefix"], &["from", "until", "set", "resumptionToken"]),
    ("ListRecords", &["metadataPrefix"], &["from", "until", "set", "resumptionToken"]),
];

const BAD_VERB: OaiError =
    OaiError { code: "badVerb", words: "The argument verb is missing, unknown or repeated." };

/// Returns an error about an argument.
pub(super) const fn bad_argument(words: &'static str) -> OaiError {
    OaiError { code: "badArgument", words }
}

/// Reads the arguments of a request.
///
/// # Shape
///
/// `pairs`: names and values, decoded, in the order of the request.
pub(super) fn read_question(pairs: &[(String, String)]) -> Result<Verb, OaiError> {
    let mut verbs = pairs.iter().filter(|(name, _)| name == "verb");
    let (Some((_, verb)), None) = (verbs.next(), verbs.next()) else { return Err(BAD_VERB) };
    let (verb, needed, allowed) =
        ARGUMENTS.into_iter().find(|(known, ..)| known == verb).ok_or(BAD_VERB)?;
    let mut given: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, value) in pairs.iter().filter(|(name, _)| name != "verb") {
        let is_known = needed.contains(&name.as_str()) || allowed.contains(&name.as_str());
        if !is_known {
            return Err(bad_argument("The request has an argument that this verb does not take."));
        }
        if given.insert(name, value).is_some() {
            return Err(bad_argument("An argument is repeated."));
        }
        if value.is_empty() {
            return Err(bad_argument("An argument has no value."));
        }
    }
    let of = |name: &str| given.get(name).map(|value| (*value).to_owned());
    if let Some(token) = of("resumptionToken") {
        if given.len() > 1 {
            return Err(bad_argument("The argument resumptionToken stands alone."));
        }
        return match verb {
            // All sets are in one list, so that no token is ever given for them.
            "ListSets" => Err(bad_token()),
            _ => Ok(list_of(verb, Selection { token: Some(token), ..Selection::default() })),
        };
    }
    if needed.iter().any(|name| !given.contains_key(name)) {
        return Err(bad_argument("The request lacks an argument that this verb needs."));
    }
    if given.get("metadataPrefix").is_some_and(|prefix| *prefix != PREFIX) {
        return Err(OaiError {
            code: "cannotDisseminateFormat",
            words: "Entries are given in oai_dc alone.",
        });
    }
    Ok(match verb {
        "Identify" => Verb::Identify,
        "ListMetadataFormats" => Verb::ListMetadataFormats(of("identifier")),
        "ListSets" => Verb::ListSets,
        "GetRecord" => Verb::GetRecord(of("identifier").unwrap_or_default()),
        _ => {
            let (from, until) = (day_of(of("from"))?, day_of(of("until"))?);
            if from.zip(until).is_some_and(|(from, until)| from > until) {
                return Err(bad_argument("The argument from is later than until."));
            }
            list_of(verb, Selection { from, until, set: of("set"), token: None })
        }
    })
}

/// A token that was not given for this build.
pub(super) fn bad_token() -> OaiError {
    OaiError {
        code: "badResumptionToken",
        words: "The token is not one of this build; start the list again.",
    }
}

fn list_of(verb: &str, selection: Selection) -> Verb {
    Verb::List { is_headers_only: verb == "ListIdentifiers", selection }
}

/// Reads a day; the granularity is the day, so a time is an error.
fn day_of(value: Option<String>) -> Result<Option<NaiveDate>, OaiError> {
    let Some(value) = value else { return Ok(None) };
    let is_written_out = value.len() == 10;
    match NaiveDate::parse_from_str(&value, "%Y-%m-%d") {
        Ok(day) if is_written_out => Ok(Some(day)),
        _ => Err(bad_argument("A date is written as YYYY-MM-DD.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<Verb, &'static str> {
        let pairs: Vec<(String, String)> = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        read_question(&pairs).map_err(|error| error.code)
    }

    #[test]
    fn errors_are_those_of_the_standard() {
        for (query, expected) in [
            ("", "badVerb"),
            ("verb=", "badVerb"),
            ("verb=Nonsense", "badVerb"),
            ("verb=identify", "badVerb"),
            ("verb=Identify&verb=Identify", "badVerb"),
            ("verb=Identify&extra=1", "badArgument"),
            ("verb=ListSets&resumptionToken=x", "badResumptionToken"),
            ("verb=GetRecord", "badArgument"),
            ("verb=GetRecord&identifier=a", "badArgument"),
            ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
            ("verb=GetRecord&identifier=a&metadataPrefix=mods", "cannotDisseminateFormat"),
            ("verb=ListRecords", "badArgument"),
            ("verb=ListRecords&metadataPrefix=mods", "cannotDisseminateFormat"),
            ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
            ("verb=ListRecords&resumptionToken=a&metadataPrefix=oai_dc", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=junk", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=2026", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-1-02", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument"),
            ("verb=ListRecords&metadataPrefix=oai_dc&until=2026-01-01T00:00:00Z", "badArgument"),
            (
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-02&until=2026-02-01",
                "badArgument",
            ),
            ("verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument"),
        ] {
            assert_eq!(read(query), Err(expected), "{query}");
        }
    }

    #[test]
    fn what_is_asked_is_read() {
        assert_eq!(read("verb=Identify"), Ok(Verb::Identify));
        assert_eq!(read("verb=ListMetadataFormats"), Ok(Verb::ListMetadataFormats(None)));
        let selection = Selection {
            from: NaiveDate::from_ymd_opt(2026, 2, 1),
            set: Some("a".to_owned()),
            ..Selection::default()
        };
        let list = Verb::List { is_headers_only: true, selection };
        assert_eq!(
            read("verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-02-01&set=a"),
            Ok(list)
        );
    }
}
