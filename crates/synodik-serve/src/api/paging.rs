//! Lists in pages: a cursor is a place in one build, and no other build takes it.

use super::problem::Problem;
use crate::api::answer::Build;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Entries on a page when nothing is asked.
const DEFAULT_LIMIT: usize = 20;

/// The most entries on a page.
pub(crate) const MAX_LIMIT: usize = 100;

/// Which page of a list.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(crate) struct Paging {
    /// Entries on the page.
    #[param(value_type = Option<i32>, minimum = 1, maximum = 100)]
    limit: Option<String>,
    /// The `next` of the page before. Good for one build of the archive: later ones answer 409.
    #[param(pattern = "^([0-9a-f]{16}\\.[0-9a-f]{1,15})?$")]
    cursor: Option<String>,
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Page<T: ToSchema> {
    /// The entries, in the order of the archive.
    pub(crate) items: Vec<T>,
    /// Cursor of the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<String>,
    /// The build that answers; it changes whenever the archive is built anew.
    pub(crate) build: String,
}

/// The page that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) from: u64,
    pub(crate) limit: usize,
}

/// Which page of a list, as far as the query can be read.
pub(crate) type AskedPage = Result<Query<Paging>, QueryRejection>;

/// Returns which page of this build is asked for.
pub(crate) fn wanted_page(paging: AskedPage, build: &Build<'_>) -> Result<Wanted, Problem> {
    let Query(paging) = paging.map_err(|_| Problem::unreadable())?;
    paging.read(build)
}

impl Paging {
    /// Returns what is asked of this build.
    pub(crate) fn read(&self, build: &Build<'_>) -> Result<Wanted, Problem> {
        let limit = match self.limit.as_deref() {
            None => DEFAULT_LIMIT,
            Some(limit) => match limit.parse() {
                Ok(limit) if (1..=MAX_LIMIT).contains(&limit) => limit,
                _ => return Err(Problem::parameter("limit", "number")),
            },
        };
        let from = match self.cursor.as_deref().filter(|cursor| !cursor.is_empty()) {
            None => 0,
            Some(cursor) => read_cursor(cursor, build.tag)?,
        };
        Ok(Wanted { from, limit })
    }
}

impl<T: ToSchema> Page<T> {
    /// Returns a page; `next` is the place where the next one starts.
    pub(crate) fn new(items: Vec<T>, next: Option<u64>, build: &Build<'_>) -> Page<T> {
        let next = next.map(|place| cursor_of(place, build.tag));
        Page { items, next, build: build.tag.to_owned() }
    }
}

/// Returns the cursor of a place.
pub(crate) fn cursor_of(place: u64, build_tag: &str) -> String {
    format!("{build_tag}.{place:x}")
}

/// Returns the place of a cursor.
pub(crate) fn read_cursor(cursor: &str, build_tag: &str) -> Result<u64, Problem> {
    let malformed = || Problem::parameter("cursor", "unknown");
    let (tag, place) = cursor.split_once('.').ok_or_else(malformed)?;
    let is_hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if tag.len() != build_tag.len() || !is_hex(tag) || !is_hex(place) || place.len() > 15 {
        return Err(malformed());
    }
    let place = u64::from_str_radix(place, 16).map_err(|_| malformed())?;
    if tag == build_tag { Ok(place) } else { Err(Problem::other_build()) }
}

/// Returns one page of a list that is held whole, such as the entries of the codex.
pub(crate) fn page_of<S, T: ToSchema>(
    all: &[S],
    wanted: Wanted,
    build: &Build<'_>,
    view: impl Fn(&S) -> T,
) -> Page<T> {
    let from = usize::try_from(wanted.from).unwrap_or(usize::MAX);
    let items: Vec<T> = all.iter().skip(from).take(wanted.limit).map(view).collect();
    let next = from.saturating_add(wanted.limit);
    Page::new(items, (next < all.len()).then_some(next as u64), build)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_good_for_its_build_alone() {
        let tag = "00ff00ff00ff00ff";
        let cursor = cursor_of(4711, tag);
        assert_eq!(read_cursor(&cursor, tag), Ok(4711));
        let other = read_cursor(&cursor, "00ff00ff00ff00fe").expect_err("another build");
        assert_eq!(other.status, 409);
        for malformed in [
            "",
            ".",
            "1.2",
            "00ff00ff00ff00ff",
            "00ff00ff00ff00ff.",
            "00ff00ff00ff00ff.-1",
            "00ff00ff00ff00ff.zz",
            "00ff00ff00ff00ff.1111111111111111",
            "<script>.1",
        ] {
            let problem = read_cursor(malformed, tag).expect_err("no cursor");
            assert_eq!(problem.status, 400, "{malformed}");
        }
    }
}
