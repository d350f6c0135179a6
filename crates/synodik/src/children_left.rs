//! How many children of an archive were left without both parents, when, where, and what became of them.
//!
//! Reads the table `children` of a build, in which nobody is who may be living.

use crate::kin_multiplier::{
    FamilyPersons, Identity, PAGE_LEVEL, joint_ratio, kin_ratio, n_persons,
};
use crate::stored_tables::visit_table;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;
use synodik_analyse::{Ratio, share_interval};
use synodik_index::{FamilyStatistics, KinRatio};
use synodik_places::{Gazetteer, PlaceKind, resolve_place};
use synodik_store::{BuildManifest, Cell, children_table};

/// One child of whom it can be said whether both parents were taken away.
#[derive(Debug, Clone)]
struct KnownChild {
    family: u32,
    person: u32,
    birth_year: i32,
    /// Last year in which it could be left.
    risk_last: i32,
    left_year: Option<i32>,
    followed: Option<String>,
    place: Option<String>,
}

/// The children of a build.
#[derive(Debug, Default)]
struct Children {
    /// Children of whom a parent is known.
    n_children: u64,
    known: Vec<KnownChild>,
    person_ids: Vec<String>,
}

/// Least probability at which words count for a place.
const MIN_P_PLACE: f64 = 0.5;

/// Counts the children left for the pages.
///
/// # Errors
///
/// When a table is missing or damaged.
pub(crate) fn count_children_left(
    build: (&Path, &BuildManifest),
    gazetteer: &Gazetteer,
    statistics: &mut FamilyStatistics,
) -> Result<()> {
    let children = read_children(build)?;
    let identity = Identity::read(build, &children.person_ids)?;
    statistics.n_children = children.n_children;
    statistics.children_left = count_known(&children.known, &identity, &|child| {
        child.place.as_deref().and_then(|words| region_of(gazetteer, words))
    });
    Ok(())
}

fn read_children(build: (&Path, &BuildManifest)) -> Result<Children> {
    let table = children_table();
    let [family_id, person_id, followed, place] =
        table.places(["family_id", "person_id", "followed_kind", "place"]);
    let [birth, risk_last, left] = table.places(["birth_year", "risk_last", "left_year"]);
    let mut children = Children::default();
    let mut families: BTreeMap<String, u32> = BTreeMap::new();
    let text = |cell: &Cell<'_>| match cell {
        Cell::Text(text) => Some(text.clone().into_owned()),
        _ => None,
    };
    let year = |cell: &Cell<'_>| match cell {
        Cell::Year(year) => Some(*year),
        _ => None,
    };
    visit_table(build, &table, |row| {
        children.n_children += 1;
        let cells = row.cells;
        let (Some(birth_year), Some(risk_last)) = (year(&cells[birth]), year(&cells[risk_last]))
        else {
            return Ok(());
        };
        let n_families = families.len() as u32;
        let family_id = cells[family_id].to_text().into_owned();
        children.known.push(KnownChild {
            family: *families.entry(family_id).or_insert(n_families),
            person: children.person_ids.len() as u32,
            birth_year,
            risk_last,
            left_year: year(&cells[left]),
            followed: text(&cells[followed]),
            place: text(&cells[place]),
        });
        children.person_ids.push(cells[person_id].to_text().into_owned());
        Ok(())
    })
    .context("run `synodik build` again")?;
    Ok(children)
}

/// Regions are those of this year, so that every child has one and they can be compared: that of
/// the census behind which most of the measures lie.
const REGIONS_OF_YEAR: i32 = 1939;

/// The region of government in which words place a child.
fn region_of(gazetteer: &Gazetteer, words: &str) -> Option<String> {
    let year = Some(REGIONS_OF_YEAR);
    let found = resolve_place(gazetteer, words, year);
    let best = found.first().filter(|best| best.p >= MIN_P_PLACE)?;
    let place = gazetteer.place(best.place_id)?;
    let above = gazetteer.above(place, year).into_iter();
    let is_region =
        |kind: PlaceKind| (PlaceKind::Republic..=PlaceKind::Governorate).contains(&kind);
    let region = std::iter::once(place).chain(above).find(|place| is_region(place.kind));
    region.map(|region| region.place_id.clone())
}

/// The key under which all are counted together, and its one value.
const ALL: &str = "all";

/// Counts those left among those of whom it can be said.
fn count_known(
    known: &[KnownChild],
    identity: &Identity,
    region_of: &dyn Fn(&KnownChild) -> Option<String>,
) -> BTreeMap<String, BTreeMap<String, KinRatio>> {
    if known.is_empty() {
        return BTreeMap::new();
    }
    let all: Vec<&KnownChild> = known.iter().collect();
    let is_left = |child: &&KnownChild| child.left_year.is_some();
    let left: Vec<&KnownChild> = known.iter().filter(is_left).collect();
    let ratio = |left: &[&KnownChild], among: &[&KnownChild]| share_of(left, among, identity);
    let mut counts = BTreeMap::new();
    counts.insert(ALL.to_owned(), BTreeMap::from([(ALL.to_owned(), ratio(&left, &all))]));
    let years = group_by(&left, &|child| child.left_year.map(|year| year.to_string()));
    let by_year = years.into_iter().map(|(name, left)| {
        let year = left.first().and_then(|child| child.left_year);
        let at_risk = |child: &&KnownChild| {
            year.is_some_and(|year| (child.birth_year..=child.risk_last).contains(&year))
        };
        let among: Vec<&KnownChild> = known.iter().filter(at_risk).collect();
        (name, ratio(&left, &among))
    });
    counts.insert("year".to_owned(), by_year.collect());
    let by_region = group_by(&all, region_of).into_iter().map(|(name, among)| {
        let left: Vec<&KnownChild> = among.iter().copied().filter(is_left).collect();
        (name, ratio(&left, &among))
    });
    counts.insert("region".to_owned(), by_region.collect());
    let followed = group_by(&left, &|child| child.followed.clone());
    let by_followed = followed.into_iter().map(|(name, group)| (name, ratio(&group, &left)));
    counts.insert("followed".to_owned(), by_followed.collect());
    counts
}

/// Groups by a value; under an empty one those of whom it is not known.
fn group_by<'a>(
    children: &[&'a KnownChild],
    value: &dyn Fn(&KnownChild) -> Option<String>,
) -> BTreeMap<String, Vec<&'a KnownChild>> {
    let mut groups: BTreeMap<String, Vec<&KnownChild>> = BTreeMap::new();
    for child in children {
        groups.entry(value(child).unwrap_or_default()).or_default().push(child);
    }
    groups
}

fn share_of(left: &[&KnownChild], among: &[&KnownChild], identity: &Identity) -> KinRatio {
    let of = |children: &[&KnownChild]| {
        let mut families = FamilyPersons::new();
        for child in children {
            families.entry(child.family).or_default().insert(child.person);
        }
        families
    };
    let (left, among) = (of(left), of(among));
    let n_left = identity.count_families(&left, &among);
    let n_among = identity.count_families(&among, &among);
    let ratio = match left.is_empty() {
        // Nothing varies where nobody was left; brothers and sisters count as one family then.
        true => share_interval(0, among.len() as u64, PAGE_LEVEL),
        false => joint_ratio(&n_left, &n_among, PAGE_LEVEL),
    };
    let share = ratio.ok().map(|ratio| Ratio { high: ratio.high.min(1.0), ..ratio });
    kin_ratio([n_persons(&left), n_persons(&among)], share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn child(number: u32, birth_year: i32, left_year: Option<i32>) -> KnownChild {
        KnownChild {
            family: number / 2,
            person: number,
            birth_year,
            risk_last: left_year.unwrap_or(birth_year + 17),
            left_year,
            followed: left_year.filter(|year| *year == 1938).map(|_| "orphanage".to_owned()),
            place: None,
        }
    }

    #[test]
    fn each_figure_has_those_of_whom_it_can_be_said() {
        let known = [
            child(0, 1930, Some(1937)),
            child(1, 1932, Some(1938)),
            child(2, 1915, None),
            child(3, 1925, None),
            child(4, 1936, None),
        ];
        let identity = Identity::of_mentions(known.len());
        let counts =
            count_known(&known, &identity, &|child| (child.family == 0).then(|| "omsk".to_owned()));
        let count = |key: &str, value: &str| {
            let ratio = counts[key][value];
            (ratio.n_kin, ratio.n_head)
        };
        assert_eq!(count("all", "all"), (2, 5));
        assert_eq!(count("year", "1937"), (1, 4), "one was grown up");
        assert_eq!(count("year", "1938"), (1, 3), "and one had been left before");
        assert_eq!(count("region", "omsk"), (2, 2));
        assert_eq!(count("region", ""), (0, 3));
        let [none, _, most] = counts["region"][""].per_thousand.unwrap();
        assert!(none == 0 && most > 0, "nobody among few is not nobody");
        assert_eq!(count("followed", "orphanage"), (1, 2));
        assert_eq!(count("followed", ""), (1, 2));
    }

    #[test]
    fn nothing_is_counted_where_nobody_is_known() {
        assert!(count_known(&[], &Identity::of_mentions(0), &|_| None).is_empty());
    }
}
