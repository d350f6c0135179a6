//! A family as the tables of a build have it, the possibly living included.

use super::lookup::{FoundFamily, is_member, person_of_mention};
use crate::stored_tables::{TableRow, visit_table};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::Path;
use synodik_index::{
    MemberEvent, PublicCase, PublicFamily, PublicMember, PublicTie, PublicTieEvidence, PutAsideTie,
    ShownMember,
};
use synodik_store::{
    BuildManifest, Cell, TableSpec, cases_table, events_table, families_table, mentions_table,
    ties_table,
};

/// The tables of a build.
pub(super) struct StoredFamilies<'a> {
    build: &'a Path,
    manifest: &'a BuildManifest,
}

impl<'a> StoredFamilies<'a> {
    pub(super) fn new(build: &'a Path, manifest: &'a BuildManifest) -> StoredFamilies<'a> {
        StoredFamilies { build, manifest }
    }

    /// Returns the family that an id names, of itself or by one of its members.
    pub(super) fn find(&self, id: &str) -> Result<Option<FoundFamily>> {
        let build = (self.build, self.manifest);
        let mention_id = if id.contains('#') { id.to_owned() } else { format!("{id}#0") };
        let of_mention = person_of_mention(build, &mention_id, "person_id")?;
        let person_id = of_mention.as_deref().unwrap_or(id);
        let mut family_id = None;
        self.visit(&families_table(), &mut |row| {
            let is_meant = row.text("family_id").as_deref() == Some(id)
                || row.text("person_id").as_deref() == Some(person_id);
            if is_meant && family_id.is_none() {
                family_id = row.text("family_id");
            }
        })?;
        let Some(family_id) = family_id else { return Ok(None) };
        let family = self.read(&family_id)?;
        let is_meant = |member| is_member(member, person_id) || is_member(member, id);
        let is_family = family_id == id;
        let member = family.members.iter().position(is_meant).filter(|_| !is_family);
        Ok(Some(FoundFamily { family, member }))
    }

    fn visit(&self, table: &TableSpec, take: &mut dyn FnMut(TableRow<'_>)) -> Result<()> {
        visit_table((self.build, self.manifest), table, |row| {
            take(row);
            Ok(())
        })
    }

    fn read(&self, family_id: &str) -> Result<PublicFamily> {
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        let mut members: Vec<ShownMember> = Vec::new();
        let is_of_family = |row: &TableRow<'_>| row.text("family_id").as_deref() == Some(family_id);
        self.visit(&families_table(), &mut |row| {
            if let Some(person_id) = row.text("person_id").filter(|_| is_of_family(&row)) {
                numbers.insert(person_id.clone(), members.len());
                members.push(ShownMember { person_id, ..ShownMember::default() });
            }
        })?;
        let number_of = |row: &TableRow<'_>, name: &str| {
            row.text(name).and_then(|person_id| numbers.get(&person_id).copied())
        };
        self.visit(&mentions_table(), &mut |row| {
            if let Some(number) = number_of(&row, "person_id") {
                add_mention(&mut members[number], &row);
            }
        })?;
        let mut owners: BTreeMap<String, usize> = BTreeMap::new();
        for (member, number) in members.iter().zip(0..) {
            owners.extend(member.records.iter().map(|(record_id, _)| (record_id.clone(), number)));
        }
        self.visit(&events_table(), &mut |row| {
            if let Some(&number) = row.text("record_id").and_then(|id| owners.get(&id)) {
                members[number].events.push(event_of(&row, ["record_id", "kind", "date_edtf"]));
            }
        })?;
        for member in &mut members {
            member.events.sort_by(|a, b| {
                (a.date_edtf.is_none(), &a.date_edtf).cmp(&(b.date_edtf.is_none(), &b.date_edtf))
            });
        }
        let (mut ties, mut cases, mut put_aside) = (Vec::new(), Vec::new(), Vec::new());
        self.visit(&ties_table(), &mut |row| {
            let both = number_of(&row, "first").zip(number_of(&row, "second"));
            if let Some(both) = both.filter(|_| is_of_family(&row)) {
                match row.text("put_aside") {
                    Some(reason) => put_aside.push(PutAsideTie { tie: tie_of(&row, both), reason }),
                    None => ties.push(tie_of(&row, both)),
                }
            }
        })?;
        self.visit(&cases_table(), &mut |row| {
            let person = number_of(&row, "person_id").filter(|_| is_of_family(&row));
            let because_of = number_of(&row, "because_of");
            let is_whole = because_of.is_some() || row.text("because_of").is_none();
            if let Some(person) = person.filter(|_| is_whole) {
                cases.push(case_of(&row, (person, because_of)));
            }
        })?;
        let members = members.into_iter().map(|member| PublicMember::Shown(Box::new(member)));
        Ok(PublicFamily {
            family_id: family_id.to_owned(),
            members: members.collect(),
            ties,
            cases,
            contradictions: Vec::new(),
            put_aside,
            n_left_out: 0,
        })
    }
}

fn add_mention(member: &mut ShownMember, row: &TableRow<'_>) {
    let record_id = row.text("record_id").unwrap_or_default();
    let is_own = row.text("mention_id").is_some_and(|id| id.ends_with("#0"));
    if member.name.is_empty() {
        let parts = ["surname", "given", "patronymic"].map(|name| row.text(name));
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        member.name = parts.join(" ");
        member.is_surname_inherited =
            row.text("surname").is_some() && row.text("surname_stated").is_none();
    }
    if member.sex.is_none() {
        member.sex = row.text("sex").and_then(|sex| sex.chars().next());
    }
    if member.birth_edtf.is_none() {
        let years = row.text("birth_from").zip(row.text("birth_to"));
        let years = years.map(|(from, to)| if from == to { from } else { format!("{from}/{to}") });
        member.birth_edtf = row.text("birth_edtf").or(years);
    }
    match is_own {
        true => member.records.push((record_id, row.share("p"))),
        false => member.named_in.push((record_id, row.text("words"))),
    }
}

fn event_of(row: &TableRow<'_>, [record_id, kind, date_edtf]: [&str; 3]) -> MemberEvent {
    let is_event = row.table.name == "events";
    let text = |name: &str| if is_event { row.text(name) } else { None };
    MemberEvent {
        kind: row.text(kind).unwrap_or_default(),
        date_edtf: row.text(date_edtf),
        place: text("place"),
        measure: text("measure"),
        reason: None,
        record_id: row.text(record_id).unwrap_or_default(),
    }
}

fn tie_of(row: &TableRow<'_>, (first, second): (usize, usize)) -> PublicTie {
    let evidence = row.text("evidence").unwrap_or_default();
    let evidence: Vec<PublicTieEvidence> = serde_json::from_str(&evidence).unwrap_or_default();
    PublicTie {
        first,
        second,
        relation: row.text("relation").unwrap_or_default(),
        ground: row.text("ground").unwrap_or_default(),
        p: row.share("p"),
        evidence,
    }
}

fn case_of(row: &TableRow<'_>, (person, because_of): (usize, Option<usize>)) -> PublicCase {
    let days = |name: &str| match row.cell(name) {
        Cell::Year(days) => Some(*days),
        _ => None,
    };
    let provisions = row.text("provisions").unwrap_or_default();
    let cause = event_of(row, ["cause_record_id", "cause_kind", "cause_date_edtf"]);
    PublicCase {
        person,
        because_of,
        event: event_of(row, ["event_record_id", "event_kind", "event_date_edtf"]),
        cause: Some(cause).filter(|cause| !cause.kind.is_empty()),
        days_between: days("days_from").zip(days("days_to")),
        provisions: provisions
            .split("; ")
            .filter(|provision| !provision.is_empty())
            .map(str::to_owned)
            .collect(),
        ground: row.text("ground").unwrap_or_default(),
        p: row.share("p"),
        words: row.text("words"),
    }
}
