//! The Estonian books of the repressed, R1 to R6, one entry a line.
//!
//! `SURNAME, Given, Father [relation], [other names], s. date place, … [source]`. In the books of
//! families (R5, R6) each member has an entry, in small letters and with the relation to the head,
//! which is the nearest entry before it with the surname in capitals.

mod body;
mod date;
mod head;
mod parts;
mod statements;

#[cfg(test)]
mod tests;

use crate::chunk::Chunk;
use crate::encoding::FileEncoding;
use crate::lines::{plan_lines, read_lines};
use crate::plan::{FilePlan, ImportError};
use crate::vocabulary::Vocabulary;
use regex::Regex;
use std::sync::LazyLock;
use synodik_model::{Field, Record, Reject};

const EXPECTED: &str = "a list of the Estonian books of the repressed";

static WORDS: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of(include_str!("../../../../data/import/estonia_memento.tsv")));

/// How an entry begins: a surname in capitals and a comma, or the marks of the books of families.
static SIGN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^(?:<\p{L}[^>]*>, ?<|=== ?\p{Lu}|\p{Lu}[\p{Lu} '()?-]+, [^\t]*\[[^\]]+\])")
        .expect("the pattern is constant")
});

pub(crate) fn plan(encoding: FileEncoding, head: &[u8]) -> Result<FilePlan, ImportError> {
    plan_lines(encoding, head, &SIGN, EXPECTED)
}

pub(crate) fn read(
    plan: &FilePlan,
    chunk: &Chunk,
    on_entry: &mut dyn FnMut(Result<Record<'_>, Reject>),
) {
    read_lines(plan, chunk, on_entry, read_entry);
}

fn read_entry<'t>(record: &mut Record<'t>, line: &'t str) -> Result<(), String> {
    let (text, reference, glued) = body::split_reference(line);
    let head = head::split_head(text).ok_or("the line does not start with a name")?;
    record.set(Field::Surname, head.surname);
    record.set(Field::Given, head.given);
    record.set(Field::Patronymic, head.father);
    for other in head.others {
        record.push(Field::NameVariants, other);
    }
    record.set(Field::ArchiveReference, reference);
    let (relation, rest) = head::read_qualifiers(record, head.rest);
    let mut family: Vec<&str> = Vec::new();
    family.extend(relation);
    body::read_body(record, rest, &mut family);
    family.extend(glued);
    record.set(Field::Family, family.join("\n"));
    Ok(())
}
