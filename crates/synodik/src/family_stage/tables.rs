//! The rows of the tables `ties`, `families`, `cases` and `children`.

use super::cases::{EventPlace, FamilyCase};
use super::children::child_rows;
use super::families::Family;
use super::living::{term_of, term_without_sex};
use super::one_family::{FamilyMember, FamilyTies};
use super::public::{PublicContext, ShownFamily, ground_name};
use anyhow::Result;
use serde_json::json;
use synodik_family::{CutReason, Tie};
use synodik_index::PublicTie;
use synodik_store::{
    BuildInProgress, Cell, RowsFile, StoredSource, cases_table, children_table, families_table,
    ties_table,
};

/// The files of one source.
struct SourceFiles {
    ties: RowsFile,
    families: RowsFile,
    cases: RowsFile,
    children: RowsFile,
}

/// Writes the tables of families of a build, one file a source.
pub(super) struct FamilyTables {
    files: Vec<SourceFiles>,
    pub(super) n_ties: u64,
    /// Ties of people of whom no record says that they are kin.
    pub(super) n_inferred: u64,
    /// Ties put aside.
    pub(super) n_cut: u64,
    pub(super) n_cases: u64,
}

/// A family with all that was found of it.
pub(super) struct FoundFamily<'a> {
    pub(super) family: &'a Family,
    pub(super) ties: &'a FamilyTies,
    pub(super) cases: &'a [FamilyCase],
    pub(super) shown: &'a ShownFamily,
}

impl FamilyTables {
    /// Starts the tables of all sources.
    pub(super) fn create(
        building: &BuildInProgress,
        sources: &[StoredSource],
    ) -> Result<FamilyTables> {
        let files = sources.iter().map(|source| {
            Ok(SourceFiles {
                ties: building.create_table(&ties_table(), source.id())?,
                families: building.create_table(&families_table(), source.id())?,
                cases: building.create_table(&cases_table(), source.id())?,
                children: building.create_table(&children_table(), source.id())?,
            })
        });
        let files = files.collect::<Result<_>>()?;
        Ok(FamilyTables { files, n_ties: 0, n_inferred: 0, n_cut: 0, n_cases: 0 })
    }

    /// Adds the rows of a family.
    pub(super) fn add(&mut self, rows: &FamilyRows) -> Result<()> {
        for (source, cells) in &rows.ties {
            self.files[*source].ties.append(cells)?;
        }
        for (source, cells) in &rows.families {
            self.files[*source].families.append(cells)?;
        }
        for (source, cells) in &rows.cases {
            self.files[*source].cases.append(cells)?;
        }
        for (source, cells) in &rows.children {
            self.files[*source].children.append(cells)?;
        }
        self.n_ties += rows.ties.len() as u64 - rows.n_cut;
        self.n_cut += rows.n_cut;
        self.n_inferred += rows.n_inferred;
        self.n_cases += rows.cases.len() as u64;
        Ok(())
    }

    pub(super) fn finish(self) -> Result<()> {
        for files in self.files {
            files.ties.finish()?;
            files.families.finish()?;
            files.cases.finish()?;
            files.children.finish()?;
        }
        Ok(())
    }
}

/// A row with the place of its source.
type SourceRow = (usize, Vec<Cell<'static>>);

/// The rows of one family, made on any thread.
#[derive(Default)]
pub(super) struct FamilyRows {
    ties: Vec<SourceRow>,
    families: Vec<SourceRow>,
    cases: Vec<SourceRow>,
    children: Vec<SourceRow>,
    /// Of the ties those put aside, and those that hold and no record states.
    n_cut: u64,
    n_inferred: u64,
}

impl FamilyRows {
    /// Returns the rows of a family.
    pub(super) fn of(context: &PublicContext<'_>, found: &FoundFamily<'_>) -> FamilyRows {
        let mut rows = FamilyRows::default();
        let owned = |cells: Vec<Cell<'_>>| cells.into_iter().map(Cell::into_owned).collect();
        for row in tie_rows(found) {
            let first = &found.ties.members[row.tie.first];
            let cells = tie_cells(context, found, &row);
            rows.ties.push((source_of(context, first), owned(cells)));
            rows.n_cut += u64::from(row.cut.is_some());
            rows.n_inferred += u64::from(row.cut.is_none() && row.features.is_some());
        }
        let n_persons = found.family.persons.len() as u64;
        let is_shown = found.shown.family.is_some();
        let kept = found.ties.members.iter().zip(&found.shown.is_kept);
        let n_shown = kept.filter(|(member, is_kept)| **is_kept && member.person.is_some()).count();
        let n_shown = n_shown as u64;
        let family_id = found.family.family_id.as_str();
        for (member, is_kept) in found.ties.members.iter().zip(&found.shown.is_kept) {
            let Some(person) = member.person else { continue };
            let shown = context.public_id(member).filter(|_| is_shown && *is_kept);
            let cells = [
                Cell::text(Some(family_id)),
                Cell::text(Some(&context.persons.ids[person as usize])),
                Cell::Count(n_persons),
                Cell::Flag(is_shown && *is_kept),
                Cell::text(shown),
                Cell::Count(n_shown),
            ];
            rows.families.push((source_of(context, member), owned(cells.to_vec())));
        }
        for case in found.cases {
            let member = &found.ties.members[case.person];
            rows.cases.push((source_of(context, member), owned(case_cells(context, found, case))));
        }
        let children = child_rows(context, found).into_iter();
        rows.children.extend(children.map(|(member, cells)| (source_of(context, member), cells)));
        rows
    }
}

/// The place of the source that names a member first.
fn source_of(context: &PublicContext<'_>, member: &FamilyMember) -> usize {
    let first = match (member.person, member.mentions.first()) {
        (Some(person), _) => context.places.first[person as usize].record,
        (None, Some(&(household, mention))) => {
            context.archive.households[household as usize].places[mention as usize].record
        }
        (None, None) => 0,
    };
    let sources = &context.archive.sources;
    sources.iter().position(|(_, records, _)| records.contains(&first)).unwrap_or(0)
}

fn person_id<'a>(context: &PublicContext<'a>, member: &FamilyMember) -> Option<&'a str> {
    member.person.map(|person| context.persons.ids[person as usize].as_str())
}

/// A tie with what is public of it.
struct TieRow<'a> {
    tie: &'a Tie,
    shown: Option<&'a PublicTie>,
    contradicts: bool,
    cut: Option<CutReason>,
    features: Option<&'a [(String, f32)]>,
}

/// The ties of a family: those that hold, then those put aside.
fn tie_rows<'a>(found: &FoundFamily<'a>) -> Vec<TieRow<'a>> {
    let (ties, shown) = (found.ties, found.shown);
    let held = ties.ties.iter().zip(&shown.ties).enumerate().map(|(tie_idx, (tie, shown))| {
        let contradicts = ties.contradicts(tie_idx);
        TieRow {
            tie,
            shown: shown.as_ref(),
            contradicts,
            cut: None,
            features: ties.features_of(tie),
        }
    });
    let cut = ties.cut.iter().zip(&shown.cut).map(|(cut, shown)| TieRow {
        tie: &cut.tie,
        shown: shown.as_ref(),
        contradicts: true,
        cut: Some(cut.reason),
        features: ties.features_of(&cut.tie),
    });
    held.chain(cut).collect()
}

/// Returns the cells of a row; `ties_table` names them.
fn tie_cells<'a>(
    context: &PublicContext<'a>,
    found: &FoundFamily<'a>,
    row: &TieRow<'a>,
) -> Vec<Cell<'a>> {
    let tie = row.tie;
    let members = [&found.ties.members[tie.first], &found.ties.members[tie.second]];
    let shown = row.shown.filter(|_| found.shown.family.is_some());
    let [first, second] = members.map(|member| Cell::text(person_id(context, member)));
    let [shown_first, shown_second] = members.map(|member| {
        let person = shown.and_then(|_| member.person);
        Cell::text(person.and_then(|person| context.places.shown_as[person as usize].as_deref()))
    });
    let evidence = tie.evidence.iter().enumerate();
    let evidence: Vec<_> = evidence
        .map(|(idx, evidence)| match row.features {
            Some(features) if idx == 0 => {
                json!({ "record_id": evidence.record_id, "features": features })
            }
            Some(_) => json!({ "record_id": evidence.record_id }),
            None => json!({ "record_id": evidence.record_id, "words": evidence.words }),
        })
        .collect();
    let shown_evidence = shown.map(|shown| Cell::Text(json!(shown.evidence).to_string().into()));
    let shown_relation = match shown {
        Some(shown) => shown.relation.clone(),
        None => term_without_sex(&tie.kinship).to_owned(),
    };
    vec![
        Cell::text(Some(&found.family.family_id)),
        first,
        second,
        Cell::Text(term_of(&tie.kinship).into()),
        Cell::text(Some(ground_name(tie.ground))),
        Cell::Share(tie.p_tie as f32),
        Cell::Flag(row.contradicts),
        Cell::text(row.cut.map(CutReason::name)),
        Cell::Text(json!(evidence).to_string().into()),
        Cell::Flag(shown.is_some()),
        shown_first,
        shown_second,
        Cell::Text(shown_relation.into()),
        shown_evidence.unwrap_or(Cell::Absent),
    ]
}

/// Returns the cells of a row; `cases_table` names them.
fn case_cells<'a>(
    context: &'a PublicContext<'a>,
    found: &FoundFamily<'a>,
    case: &'a FamilyCase,
) -> Vec<Cell<'a>> {
    let member = &found.ties.members[case.person];
    let other = case.because_of.map(|number| &found.ties.members[number]);
    let shown_person = context.public_id(member);
    let shown_other = other.and_then(|other| context.public_id(other));
    let is_shown = found.shown.family.is_some()
        && shown_person.is_some()
        && context.is_case_shown(case, found.shown);
    // A case without anybody on whose account speaks of nobody else.
    let is_open = is_shown && (other.is_none() || shown_other.is_some());
    let id_of = |record: u32| context.archive.records[record as usize].record_id.as_str();
    let event = event_cells(context, Some(case.event));
    let cause = event_cells(context, case.cause);
    let provisions = case.provisions.join("; ");
    let days = case.days_between;
    let relation = case.relation.as_ref();
    let mut cells = vec![
        Cell::text(Some(&found.family.family_id)),
        Cell::text(person_id(context, member)),
        Cell::text(other.and_then(|other| person_id(context, other))),
        Cell::Text(relation.map_or_else(|| "relative".to_owned(), term_of).into()),
        Cell::text(Some(id_of(case.event.0))),
    ];
    cells.extend(event);
    cells.push(Cell::text(case.cause.map(|(record, _)| id_of(record))));
    cells.extend(cause.clone());
    cells.extend([
        if provisions.is_empty() { Cell::Absent } else { Cell::Text(provisions.into()) },
        Cell::year(days.map(|(least, _)| least)),
        Cell::year(days.map(|(_, most)| most)),
        Cell::text(Some(case.ground_name())),
        Cell::Share(case.p),
        Cell::text(case.words.as_deref()),
        Cell::Flag(is_shown),
        Cell::text(shown_person),
        Cell::text(shown_other),
    ]);
    let shown_relation = match (is_open, relation) {
        (true, Some(relation)) => term_of(relation),
        (false, Some(relation)) => term_without_sex(relation).to_owned(),
        (_, None) => "relative".to_owned(),
    };
    cells.push(Cell::Text(shown_relation.into()));
    cells.push(Cell::text(case.words.as_deref().filter(|_| is_open)));
    let is_cause_shown =
        |(record, _): EventPlace| context.archive.records[record as usize].is_shown;
    let shows_cause = is_open && case.cause.is_some_and(is_cause_shown);
    cells.push(Cell::text(case.cause.filter(|_| shows_cause).map(|(record, _)| id_of(record))));
    cells.extend(cause.into_iter().map(|cell| if shows_cause { cell } else { Cell::Absent }));
    cells.push(Cell::year(days.filter(|_| shows_cause).map(|(least, _)| least)));
    cells.push(Cell::year(days.filter(|_| shows_cause).map(|(_, most)| most)));
    cells
}

/// Kind, EDTF, first and last day.
fn event_cells<'a>(context: &PublicContext<'a>, place: Option<EventPlace>) -> [Cell<'a>; 4] {
    let facts = place
        .and_then(|(record, told)| Some(context.facts[record as usize].as_deref()?.event(told)));
    let Some(event) = facts else { return [const { Cell::Absent }; 4] };
    [
        Cell::text(Some(event.kind.name())),
        Cell::text(event.date_edtf.as_deref()),
        Cell::day(event.days.map(|(first, _)| first)),
        Cell::day(event.days.map(|(_, last)| last)),
    ]
}
