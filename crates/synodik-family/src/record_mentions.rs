//! The mentions of a record, from the fields that the importers fill.

use crate::bearer::{head_mention, settle_sex, title_case};
use crate::estonian::read_estonian_entry;
use crate::gedcom::read_gedcom_relatives;
use crate::guess::guess_kinships;
use crate::russian::{announced_start, read_household, read_kin_statements, read_relatives_cell};
use synodik_model::{DateStatement, EventKind, Field, Ground, Mention, MentionRole, Record, Sex};

/// How the entries of a source state kin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KinReader {
    /// A head and the list of the household: [`read_household`].
    Household,
    /// A line of the Estonian books: [`read_estonian_entry`].
    EstonianEntry,
    /// A field with labelled lists of relatives: [`read_relatives_cell`].
    RelativesCell,
    /// Running text: [`read_kin_statements`].
    Statements,
    /// Lines of GEDCOM, with pointers to the entries of relatives.
    Gedcom,
}

/// Returns all human beings that a record names or counts, the one it is about first.
///
/// # Shape
///
/// Spans are bytes in `record.verbatim`. What is read is the field `family`
/// where it stands in the verbatim entry, else the whole entry; a source whose
/// cells of relatives are a field of their own has no other place for them.
/// Ages hold at the first dated exile, deportation or dispossession. An
/// Estonian line gives those of the line only: the caller joins the lines of a
/// family and calls [`guess_kinships`] on it.
///
/// # Source
///
/// `data/kin/`
pub fn mentions_of_record(record: &Record, reader: KinReader) -> Vec<Mention> {
    let verbatim = record.verbatim.as_ref();
    if reader == KinReader::EstonianEntry {
        return read_estonian_entry(verbatim).mentions;
    }
    let family = record.get(Field::Family);
    let found = family.and_then(|family| find_cell(verbatim, family));
    let subject = subject_mention(record, reader);
    if reader == KinReader::Gedcom {
        return read_gedcom_relatives(record, subject);
    }
    let (offset, text) = match (reader, found) {
        (KinReader::RelativesCell, None) => return vec![subject],
        (KinReader::Household, None) if announced_start(verbatim).is_none() => {
            return vec![subject];
        }
        // A statement about kin may stand anywhere in the entry.
        (KinReader::Statements, _) | (_, None) => (0, verbatim),
        (_, Some(found)) => found,
    };
    let mut mentions = match reader {
        KinReader::Household => read_household(text, subject, ages_at(record)).mentions,
        KinReader::RelativesCell => read_relatives_cell(text, subject),
        _ => read_kin_statements(text, subject),
    };
    for mention in &mut mentions[1..] {
        mention.span = mention.span.start + offset..mention.span.end + offset;
    }
    guess_kinships(&mut mentions);
    mentions
}

/// Where a field stands in the entry, and its words there; a table may write its quotes twice.
pub(crate) fn find_cell<'v>(verbatim: &'v str, field: &str) -> Option<(usize, &'v str)> {
    let find = |words: &str| {
        let start = verbatim.find(words)?;
        Some((start, &verbatim[start..start + words.len()]))
    };
    find(field).or_else(|| find(&field.replace('"', "\"\"")))
}

/// The days for which the ages of a list hold.
fn ages_at<'r>(record: &'r Record<'_>) -> Option<&'r DateStatement> {
    let moves = [EventKind::Exile, EventKind::Deportation, EventKind::Dispossession];
    let events = record.events.iter().filter(|event| moves.contains(&event.kind));
    events.into_iter().find_map(|event| event.date.as_ref())
}

/// Returns the one a record is about, with name, sex and birth as its fields give them.
///
/// # Shape
///
/// The span is bytes in `record.verbatim`, empty where the name does not stand there as it is.
pub fn subject_mention(record: &Record, reader: KinReader) -> Mention {
    let parts = [Field::Surname, Field::Given, Field::Patronymic].map(|field| record.get(field));
    let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = record.get(Field::Name).unwrap_or(&joined);
    let mut subject = match parts {
        // A list that keeps the parts apart leaves nothing to find out, nor a guess at their order.
        [Some(surname), Some(_), _] if !joined.contains('(') => {
            let mut subject = Mention::empty(MentionRole::Head, name, 0..name.len());
            subject.surname = Some(title_case(surname));
            subject
        }
        [Some(_), Some(_), _] => head_mention(&joined),
        _ => head_mention(name),
    };
    for (part, stated) in [&mut subject.surname_stated, &mut subject.given, &mut subject.patronymic]
        .into_iter()
        .zip(parts)
    {
        if let Some(stated) = stated {
            *part = Some(stated.to_owned());
        }
    }
    subject.role = match reader {
        KinReader::Household => MentionRole::Head,
        _ => MentionRole::Subject,
    };
    let start = record.verbatim.find(name).filter(|_| !name.is_empty());
    subject.span = start.map_or(0..0, |start| start..start + name.len());
    subject.words = record.verbatim[subject.span.clone()].to_owned();
    subject.birth = record.birth.clone();
    if let Some(sex) = record.get(Field::Sex).and_then(sex_of_word) {
        subject.sex = Some((sex, Ground::Stated));
    }
    settle_sex(&mut subject);
    subject
}

/// The sex that a field says by its first letter: жен., муж., f, m, n (naine).
fn sex_of_word(word: &str) -> Option<Sex> {
    match word.trim().chars().next()?.to_lowercase().next()? {
        'ж' | 'f' | 'n' => Some(Sex::Female),
        'м' | 'm' => Some(Sex::Male),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;
    use synodik_model::{EntryPlace, Event};

    fn record(verbatim: &str) -> Record<'_> {
        let place =
            EntryPlace { file_number: 1, entry_number: 1, line: 1, byte_offset: 0, byte_length: 0 };
        Record::empty(place, Cow::Borrowed(verbatim))
    }

    #[test]
    fn spans_are_bytes_of_the_entry() {
        let text = "РЯБОВ Пантелей Лукич. Житель с. Лог. Состав семьи: жена Устинья, 30 л. Выслан в 1930 г.";
        let mut record = record(text);
        record.set(Field::Name, "РЯБОВ Пантелей Лукич");
        record.set(Field::Family, "жена Устинья, 30 л.");
        let mut exile = Event::of(EventKind::Exile);
        exile.date = synodik_names::parse_date("1930").ok();
        record.events.push(exile);
        let mentions = mentions_of_record(&record, KinReader::Household);
        assert_eq!(mentions.len(), 2);
        for mention in &mentions {
            assert_eq!(&text[mention.span.clone()], mention.words);
        }
        assert_eq!(mentions[0].role, MentionRole::Head);
        let age = mentions[1].age.as_ref().expect("an age");
        assert_eq!(
            (age.years(), age.at.as_ref().and_then(DateStatement::primary_year)),
            (30, Some(1930))
        );
    }

    #[test]
    fn a_cell_with_quotes_is_found_in_its_row() {
        let cell =
            "Жена: Рябова Устинья Фоминична (1888), по \"речному\" делу; Дети: Рябов Фрол Лукич";
        let row = format!("Рябов Лука,,\"{}\"", cell.replace('"', "\"\""));
        let mut record = record(&row);
        record.set(Field::Name, "Рябов Лука");
        record.set(Field::Family, cell);
        let mentions = mentions_of_record(&record, KinReader::RelativesCell);
        assert_eq!(mentions.len(), 3);
        for mention in &mentions {
            assert_eq!(&row[mention.span.clone()], mention.words);
        }
    }

    #[test]
    fn the_sex_field_decides_whose_kin_is_meant() {
        let text = "жена Рябова А. И.";
        let mut woman = record(text);
        woman.set(Field::Sex, "жен.");
        let mentions = mentions_of_record(&woman, KinReader::Statements);
        assert_eq!(mentions[1].kinship.as_ref().and_then(|kinship| kinship.term), Some("husband"));
        let mut man = record(text);
        man.set(Field::Sex, "муж.");
        let mentions = mentions_of_record(&man, KinReader::Statements);
        assert_eq!(mentions[1].kinship.as_ref().and_then(|kinship| kinship.term), Some("wife"));
    }

    #[test]
    fn a_record_without_kin_names_one() {
        let record = record("РЯБОВ Пантелей");
        for reader in [KinReader::Household, KinReader::RelativesCell, KinReader::Statements] {
            assert_eq!(mentions_of_record(&record, reader).len(), 1, "{reader:?}");
        }
    }
}
