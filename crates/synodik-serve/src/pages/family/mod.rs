//! One family: who was whose, what happened to whom, and who was punished because of whom.
//!
//! A tree and a time axis, drawn here as SVG, each with the same in words beside it.
//! **Invariant:** what is inferred is never worded or drawn like what an entry states.

mod cases;
mod children_left;
mod decree_bands;
mod entries;
mod evidence;
mod happenings;
mod kin_terms;
mod layout;
mod members;
mod part;
mod relatives;
mod timeline;
mod tree;
mod unknown;
mod year_axis;

pub(crate) use self::members::{other_of, relation_of};
pub use self::part::FamilyPart;
pub(super) use relatives::{RelativesView, relatives_view};
pub(super) use year_axis::{YearAxis, YearTick};

use self::cases::{CaseView, case_views};
use self::children_left::{ChildLeftView, SparedView, children_left_views, spared_views};
use self::decree_bands::decrees_of;
use self::entries::{Entries, EntryLink, EntryView};
use self::evidence::{EvidenceView, evidence_view};
use self::happenings::{Happening, happenings};
use self::members::shown_members;
use self::members::{MemberView, ground_words, label_beside, member_label, member_views};
use self::timeline::{Timeline, draw_timeline};
use self::tree::{TreeView, draw_tree};
use self::unknown::unknown_sentences;
use super::dates::year_in_words;
use super::map::{SmallMap, family_map};
use super::{Frame, Page};
use crate::Text;
use askama::Template;
use std::borrow::Cow;
use synodik_codex::codex;
use synodik_index::{PublicFamily, PublicMember, PublicSource, PublicTie, ShownMember};

#[derive(Template)]
#[template(path = "family.html")]
struct FamilyPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    family: &'a PublicFamily,
    part: FamilyPart,
    title: String,
    /// Name of the member after whom the family is named; empty when none has one.
    name: &'a str,
    lead: String,
    members: Vec<MemberRow<'a>>,
    tree: Option<TreeView>,
    timeline: Option<Timeline>,
    happenings: Vec<HappeningRow<'a>>,
    cases: Vec<CaseView<'a>>,
    spared: Vec<SparedView<'a>>,
    children_left: Vec<ChildLeftView<'a>>,
    evidence: EvidenceView<'a>,
    unknown: Vec<String>,
    entries: Vec<EntryView<'a>>,
    map: Option<SmallMap<'a>>,
}

/// One member in the list that says the tree in words.
struct MemberRow<'a> {
    member: MemberView,
    /// Spouses, parents and children: relation, name and how it is known.
    kin: Vec<KinWords<'a>>,
}

/// One near relative of a member.
struct KinWords<'a> {
    relation: Cow<'a, str>,
    label: String,
    /// How it is known, unless an entry states it.
    ground: Option<Cow<'a, str>>,
}

/// One line of the table beneath the time axis.
struct HappeningRow<'a> {
    date: String,
    /// To whom it happened, alike.
    who: Vec<String>,
    label: Cow<'a, str>,
    details: String,
    entry: Option<EntryLink>,
}

impl FamilyPage<'_> {
    fn build(&self) -> String {
        let build = self.frame.archive.build.to_string();
        self.t.fill("cite-build", &[("build", &build)]).into_owned()
    }

    fn shows_tree(&self) -> bool {
        self.part.shows(FamilyPart::Tree)
    }

    fn shows_members(&self) -> bool {
        self.part.shows(FamilyPart::Members)
    }

    fn shows_time(&self) -> bool {
        self.part.shows(FamilyPart::Time)
    }

    fn shows_evidence(&self) -> bool {
        self.part.shows(FamilyPart::Evidence)
    }

    /// Where the members stand in words, and the reasons of ties.
    fn tree_leads_to(&self) -> (String, String) {
        let way_to = |part| self.part.way_to(part, &self.family.family_id);
        (way_to(FamilyPart::Members), way_to(FamilyPart::Evidence))
    }

    fn ways(&self) -> Vec<(String, String, bool)> {
        self.part.ways(&self.family.family_id, self.t)
    }

    fn has_probable(&self) -> bool {
        !self.evidence.inferred.is_empty()
    }
}

/// Returns the page of a family, of a large one its first part.
///
/// # Errors
///
/// When the template cannot be written.
pub fn family_page(frame: Frame<'_>, family: &PublicFamily, sources: &[PublicSource]) -> Page {
    let part = FamilyPart::of_family(family, "").unwrap_or(FamilyPart::Whole);
    family_part_page(frame, (family, part), sources)
}

/// Returns one part of the page of a family.
///
/// # Shape
///
/// `sources`: those of the archive. Ties and cases that name a member who is not there are
/// left out of the drawings.
///
/// # Errors
///
/// When the template cannot be written.
pub fn family_part_page<'a>(
    frame: Frame<'a>,
    (family, part): (&'a PublicFamily, FamilyPart),
    sources: &'a [PublicSource],
) -> Page {
    let t = frame.text;
    let entries = Entries::of(family);
    let members = member_views(family, t);
    let all = happenings(family);
    let n_members: u64 = family.members.iter().map(n_people).sum();
    FamilyPage {
        title: family_title(family, t),
        name: namesake(family).map_or("", |shown| shown.name.as_str()),
        lead: t.count("family-lead", &n_members).into_owned(),
        tree: draw_tree(family, &members, t),
        timeline: draw_timeline(&members, &all, &decrees_of(codex(), family), t),
        happenings: happening_rows(family, &all, &entries, t),
        cases: case_views(codex(), family, &entries, t),
        spared: spared_views(family, &entries, t),
        children_left: children_left_views(family, &entries, t),
        evidence: evidence_view(family, &entries, t),
        unknown: unknown_sentences(family, t),
        members: members.into_iter().map(|member| member_row(family, member, t)).collect(),
        entries: entries.into_list(family, sources),
        map: family_map((t, frame.gazetteer), family),
        frame,
        t,
        family,
        part,
    }
    .render()
}

/// Returns of how many people a member tells; of several whose number nobody gives, two.
fn n_people(member: &PublicMember) -> u64 {
    match member {
        PublicMember::Shown(_) | PublicMember::Living => 1,
        PublicMember::Unnamed { count } => count.map_or(2, u64::from),
    }
}

/// Returns the member after whom a family is named: the one of whom most is documented.
fn namesake(family: &PublicFamily) -> Option<&ShownMember> {
    let n_documented = |shown: &ShownMember| {
        let n_dated = shown.events.iter().filter(|event| event.date_edtf.is_some()).count();
        (shown.events.len(), n_dated, shown.records.len())
    };
    let named = shown_members(family).filter(|(_, shown)| !shown.name.trim().is_empty());
    let most = named.reduce(
        |best, next| {
            if n_documented(next.1) > n_documented(best.1) { next } else { best }
        },
    );
    most.map(|(_, shown)| shown)
}

/// Returns the name of a family: that of its namesake, with the year of birth where
/// they are known.
pub(super) fn family_title(family: &PublicFamily, t: Text<'_>) -> String {
    let Some(shown) = namesake(family) else { return t.say("family-untitled").into_owned() };
    let year = shown.birth_edtf.as_deref().and_then(|edtf| year_in_words(edtf, t));
    let name = match year {
        None => shown.name.clone(),
        Some(year) => format!("{} ({})", shown.name, t.fill("years-born", &[("year", &year)])),
    };
    t.fill("family-title", &[("name", &name)]).into_owned()
}

fn member_row<'a>(family: &'a PublicFamily, member: MemberView, t: Text<'a>) -> MemberRow<'a> {
    let member_idx = member.number - 1;
    let near = |tie: &&PublicTie| {
        let line = kin_terms::kin_term(&tie.relation).map(|term| term.line);
        line.is_some_and(|line| line != kin_terms::Line::None && line != kin_terms::Line::Sibling)
    };
    let words = |tie: &'a PublicTie| {
        let other_idx = other_of(tie, member_idx)?;
        let ground = ground_words(&tie.ground, tie.p, t);
        Some(KinWords {
            relation: t.label("kin", relation_of(family, tie, other_idx)),
            label: label_beside(family, other_idx, t),
            ground: (tie.ground != "stated").then_some(ground),
        })
    };
    let kin = family.ties.iter().filter(near).filter_map(words).collect();
    MemberRow { member, kin }
}

/// Returns one row for what happened, with all to whom the same happened.
fn happening_rows<'a>(
    family: &PublicFamily,
    happenings: &[Happening<'a>],
    entries: &Entries<'a>,
    t: Text<'a>,
) -> Vec<HappeningRow<'a>> {
    let alike = happenings.chunk_by(|one, next| one.is_alike(next));
    let row = |group: &[Happening<'a>]| HappeningRow {
        date: group[0].date(t),
        who: group.iter().map(|one| member_label(family, one.member_idx, t)).collect(),
        label: group[0].label(t),
        details: group[0].details(),
        entry: entries.link(group[0].record_id),
    };
    alike.map(row).collect()
}
