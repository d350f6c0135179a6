//! The rows of the table `children`: who was a child of whom, and who was left without both parents.
//!
//! **Invariant:** rows rest on what is public of a family, so nobody who may be living is in one.

use super::one_family::FamilyMember;
use super::public::PublicContext;
use super::tables::FoundFamily;
use synodik_index::{FamilyChild, MemberEvent};
use synodik_store::Cell;

/// Returns the rows of a family, each with the member who is the child; `children_table` names
/// the cells.
pub(super) fn child_rows<'a>(
    context: &PublicContext<'_>,
    found: &FoundFamily<'a>,
) -> Vec<(&'a FamilyMember, Vec<Cell<'static>>)> {
    let Some(public) = &found.shown.family else { return Vec::new() };
    // Members of the page are those kept, as far as there is room.
    let all = found.ties.members.iter().zip(&found.shown.is_kept);
    let on_page: Vec<&FamilyMember> =
        all.filter(|(_, is_kept)| **is_kept).map(|(member, _)| member).collect();
    let row = |child: FamilyChild<'_>| {
        let member = on_page[child.child];
        let person_id = &context.persons.ids[member.person? as usize];
        let shown_person_id = context.public_id(member)?;
        let near = [child.child].into_iter().chain(child.parents.iter().copied());
        let place = near.map(|number| on_page[number]).find_map(|of| residence_of(context, of));
        let year = child.years_at_risk();
        let left = child.left.as_ref();
        let taken = left.map(|left| left.parents.map(|(_, event)| event));
        let mut cells = vec![
            Cell::text(Some(&public.family_id)),
            Cell::text(Some(person_id)),
            Cell::Flag(true),
            Cell::text(Some(shown_person_id)),
            Cell::year(child.born),
            Cell::Count(child.parents.len() as u64),
            Cell::year((!year.is_empty()).then_some(*year.end())),
            Cell::year(left.map(|left| left.year)),
        ];
        cells.extend(event_cells(taken.map(|[first, _]| first)));
        cells.extend(event_cells(taken.map(|[_, second]| second)));
        cells.extend(event_cells(left.and_then(|left| left.followed)));
        cells.push(Cell::text(place));
        Some((member, cells.into_iter().map(Cell::into_owned).collect()))
    };
    public.children().into_iter().filter_map(row).collect()
}

/// Kind and record.
fn event_cells(event: Option<&MemberEvent>) -> [Cell<'_>; 2] {
    let kind = event.map(|event| event.kind.as_str());
    [Cell::text(kind), Cell::text(event.map(|event| event.record_id.as_str()))]
}

/// Where a member lived: as a record of their own that is shown has it, else one that names them.
fn residence_of<'a>(context: &PublicContext<'a>, member: &FamilyMember) -> Option<&'a str> {
    let public_id = context.public_id(member);
    let own = member.person.into_iter().flat_map(|person| context.records_of(person));
    // Records that only a withheld one holds together are of two persons in public.
    let own = own.filter(|record| {
        let shown_as = context.persons.shown_as[*record as usize].as_ref();
        shown_as.is_some_and(|(person_id, _)| Some(person_id.as_str()) == public_id)
    });
    let naming = member.mentions.iter().map(|&(household, mention)| {
        context.archive.households[household as usize].places[mention as usize].record
    });
    let facts = own.chain(naming).filter_map(|record| context.facts[record as usize].as_deref());
    facts.filter_map(|facts| facts.residence.as_deref()).next()
}
