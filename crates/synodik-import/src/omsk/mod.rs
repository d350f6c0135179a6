//! The books of peasants exiled from the Omsk region, one household a line.
//!
//! `SURNAME (OTHER) Given Patronymic, birth or age. Житель place. Состав семьи: members.
//! Statements. (archive reference)`. Any piece but the name may be missing.

mod entry;
mod tail;

#[cfg(test)]
mod tests;

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use crate::lines::{plan_lines, read_lines};
use crate::plan::{FilePlan, ImportError};
use crate::vocabulary::Vocabulary;
use regex::Regex;
use std::sync::LazyLock;
use synodik_model::{Record, Reject};

const EXPECTED: &str = "a list of households of the Omsk books";

static WORDS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(include_str!("../../../../data/import/omsk.tsv")));

static SIGN: LazyLock<Regex> = LazyLock::new(|| WORDS.pattern(r"«sign»"));

pub(crate) fn plan(encoding: FileEncoding, head: &[u8]) -> Result<FilePlan, ImportError> {
    plan_lines(encoding, head, &SIGN, EXPECTED)
}

pub(crate) fn read(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) {
    read_lines(plan, chunk, on_entry, entry::read_entry);
}
