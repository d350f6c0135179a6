//! Families of the archive shown: how many, how large, and how many kin measures fell on.

use super::span_chart::{Span, SpanChart};
use crate::Text;
use crate::pages::codex::csv::csv_line;
use crate::pages::codex::in_language;
use crate::pages::{Frame, Page};
use askama::Template;
use std::collections::{BTreeMap, BTreeSet};
use synodik_codex::codex;
use synodik_index::{FamilyStatistics, KinRatio, PublicSource};
use synodik_places::Gazetteer;

/// What kin are counted by, in the order of the page.
const KEYS: [&str; 6] = ["year", "source", "relation", "sex", "measure", "instrument"];

/// The key under which all are counted together.
const ALL: &str = "all";

/// Sizes from this one on stand in one row.
const LARGE_FAMILY: u64 = 10;

#[derive(Template)]
#[template(path = "statistics/families.html")]
struct FamiliesPage<'a> {
    frame: Frame<'a>,
    t: Text<'a>,
    families: &'a FamilyStatistics,
    /// Kin for each, its interval, kin, those for whom.
    all: Option<RatioRow>,
    sizes: Vec<(String, u64)>,
    tables: Vec<RatioTable>,
    measures: MeasureTable,
    children_left: Vec<RatioTable>,
}

impl FamiliesPage<'_> {
    /// Children of whom birth and both parents are known.
    fn n_known_children(&self) -> u64 {
        let all = self.families.children_left.get(ALL).and_then(|all| all.get(ALL));
        all.map_or(0, |all| all.n_head)
    }
}

/// A drawing with the table beneath it.
struct RatioTable {
    id: &'static str,
    title: String,
    chart: Option<SpanChart>,
    rows: Vec<RatioRow>,
}

/// One line of a table.
struct RatioRow {
    label: String,
    /// The ratio and its interval; none where too few families say it.
    ratio: Option<[String; 3]>,
    n_kin: u64,
    n_head: u64,
}

/// Kin by what they were and what happened to them.
struct MeasureTable {
    heads: Vec<String>,
    rows: Vec<(String, Vec<u64>)>,
}

/// Returns the page about families in numbers.
///
/// # Shape
///
/// `families`: what the build counted; all of it nought for a build of an older version.
///
/// # Errors
///
/// When the template cannot be written.
pub fn families_page(
    frame: Frame<'_>,
    families: &FamilyStatistics,
    sources: &[PublicSource],
) -> Page {
    let t = frame.text;
    let all = families.multipliers.get(ALL).and_then(|all| all.get(ALL));
    let all = all.map(|ratio| ratio_row(String::new(), ratio, |end| per_head(end, t)));
    let tables = KEYS.iter().filter_map(|key| {
        let ratios = families.multipliers.get(*key).filter(|ratios| !ratios.is_empty())?;
        Some(ratio_table(key, ratios, sources, t))
    });
    FamiliesPage {
        frame,
        t,
        families,
        all,
        sizes: size_rows(&families.by_size, t),
        tables: tables.collect(),
        measures: measure_table(&families.measures, t),
        children_left: left_tables(&families.children_left, (frame.gazetteer, t)),
    }
    .render()
}

/// Returns the figures of the page as CSV: key, value, kin, those for whom, ratio and interval;
/// then, as `children_left_by_` and the key, children left and those among whom they were.
pub fn families_csv(families: &FamilyStatistics) -> String {
    let mut csv = csv_line(["by", "value", "kin", "for_whom", "kin_for_each", "low", "high"]);
    let multipliers = families.multipliers.iter().map(|(key, ratios)| (key.clone(), ratios));
    let left = families.children_left.iter();
    let left = left.map(|(key, ratios)| (format!("children_left_by_{key}"), ratios));
    for (key, ratios) in multipliers.chain(left) {
        for (value, ratio) in ratios {
            let [each, low, high] = ratio.per_thousand.map_or_else(Default::default, |ends| {
                ends.map(|end| format!("{}.{:03}", end / 1000, end % 1000))
            });
            let counts = [ratio.n_kin, ratio.n_head].map(|n| n.to_string());
            csv += &csv_line([key.as_str(), value, &counts[0], &counts[1], &each, &low, &high]);
        }
    }
    csv
}

/// What children left are counted by, in the order of the page.
const LEFT_KEYS: [&str; 4] = [ALL, "year", "region", "followed"];

/// The tables of children left without both parents.
fn left_tables(
    counts: &BTreeMap<String, BTreeMap<String, KinRatio>>,
    (gazetteer, t): (&Gazetteer, Text<'_>),
) -> Vec<RatioTable> {
    let label = |key: &str, value: &str| match (key, value) {
        (ALL, _) => t.say("families-left-by-all").into_owned(),
        ("followed", "") => t.say("families-left-unsaid").into_owned(),
        (_, "") => t.say("families-unknown").into_owned(),
        ("followed", kind) => t.label("event", kind).into_owned(),
        ("region", place) => gazetteer
            .place(place)
            .map_or_else(|| place.to_owned(), |place| place.name_in(t.language().tag()).to_owned()),
        (_, year) => year.to_owned(),
    };
    let table = |key: &&'static str| {
        let ratios = counts.get(*key).filter(|ratios| !ratios.is_empty())?;
        let mut rows: Vec<(&String, &KinRatio)> = ratios.iter().collect();
        if *key != "year" {
            // The most first; equal ones stay in the order of their identifiers.
            rows.sort_by_key(|(_, ratio)| std::cmp::Reverse((ratio.n_kin, ratio.n_head)));
        }
        let row = |(value, ratio): (&String, &KinRatio)| {
            let is_enough = ratio.n_head >= MIN_CHILDREN;
            let shown =
                KinRatio { per_thousand: ratio.per_thousand.filter(|_| is_enough), ..*ratio };
            ratio_row(label(key, value), &shown, |end| per_hundred(end, t))
        };
        let rows = rows.into_iter().map(row).collect();
        let title = t.say(&format!("families-left-by-{key}")).into_owned();
        Some(RatioTable { id: key, title, chart: None, rows })
    };
    LEFT_KEYS.iter().filter_map(table).collect()
}

/// Thousandths as hundredths with one decimal, as the language writes them.
fn per_hundred(thousandths: u64, t: Text<'_>) -> String {
    let mark = t.language().decimal_mark();
    format!("{}{mark}{}\u{a0}%", t.number(&(thousandths / 10)), thousandths % 10)
}

/// Thousandths with two decimals, as the language writes them.
fn per_head(thousandths: u64, t: Text<'_>) -> String {
    let hundredths = thousandths.saturating_add(5) / 10;
    let mark = t.language().decimal_mark();
    format!("{}{mark}{:02}", t.number(&(hundredths / 100)), hundredths % 100)
}

/// Returns a row, its thousandths in words.
/// Among fewer children a share is not worth telling.
const MIN_CHILDREN: u64 = 5;

fn ratio_row(label: String, ratio: &KinRatio, words: impl Fn(u64) -> String) -> RatioRow {
    let ends = ratio.per_thousand.map(|ends| ends.map(words));
    RatioRow { label, ratio: ends, n_kin: ratio.n_kin, n_head: ratio.n_head }
}

fn ratio_table(
    key: &'static str,
    ratios: &BTreeMap<String, KinRatio>,
    sources: &[PublicSource],
    t: Text<'_>,
) -> RatioTable {
    let rows = ratios.iter().map(|(value, ratio)| (label_of(key, value, sources, t), ratio));
    let mut rows: Vec<(String, &KinRatio)> = rows.collect();
    if key != "year" {
        // The most first; equal ones stay in the order of their identifiers.
        rows.sort_by_key(|(_, ratio)| std::cmp::Reverse(ratio.n_kin));
    }
    let spans: Vec<Span> = rows
        .iter()
        .filter_map(|(label, ratio)| {
            let [value, low, high] = ratio.per_thousand?.map(|end| end as f64 / 1000.0);
            Some(Span { label: label.clone(), low, value, high, counted: None })
        })
        .collect();
    let title = t.say(&format!("families-by-{key}")).into_owned();
    let words = (title.clone(), t.say("families-chart-text").into_owned());
    let chart = (!spans.is_empty()).then(|| SpanChart::of(key, words, &spans, t));
    let rows = rows
        .into_iter()
        .map(|(label, ratio)| ratio_row(label, ratio, |end| per_head(end, t)))
        .collect();
    RatioTable { id: key, title, chart, rows }
}

fn label_of(key: &str, value: &str, sources: &[PublicSource], t: Text<'_>) -> String {
    if value.is_empty() {
        let unknown = if key == "sex" { "families-sex-unknown" } else { "families-unknown" };
        return t.say(unknown).into_owned();
    }
    match key {
        "relation" => t.label("kin", value).into_owned(),
        "sex" => t.label("families-sex", value).into_owned(),
        "measure" => t.label("event", value).into_owned(),
        "source" => {
            let found = sources.iter().find(|source| source.source_id == value);
            found.map_or_else(|| value.to_owned(), |source| source.title.clone())
        }
        "instrument" => {
            let mut known = codex().instruments.iter();
            let found = known.find(|known| known.instrument_id == value);
            found.map_or_else(|| value.to_owned(), |found| in_language(&found.title, t).to_owned())
        }
        _ => value.to_owned(),
    }
}

fn size_rows(by_size: &BTreeMap<u64, u64>, t: Text<'_>) -> Vec<(String, u64)> {
    let (small, large): (Vec<_>, Vec<_>) =
        by_size.iter().partition(|(size, _)| **size < LARGE_FAMILY);
    let mut rows: Vec<(String, u64)> =
        small.into_iter().map(|(size, n)| (t.number(size), *n)).collect();
    if !large.is_empty() {
        let n = large.into_iter().map(|(_, n)| n).sum();
        rows.push((
            t.fill("families-and-larger", &[("n", &t.number(&LARGE_FAMILY))]).into_owned(),
            n,
        ));
    }
    rows
}

fn measure_table(measures: &BTreeMap<String, BTreeMap<String, u64>>, t: Text<'_>) -> MeasureTable {
    let kinds: BTreeSet<&str> =
        measures.values().flat_map(BTreeMap::keys).map(String::as_str).collect();
    let heads = kinds.iter().map(|kind| t.label("event", kind).into_owned()).collect();
    let rows = measures.iter().map(|(relation, counts)| {
        let counts = kinds.iter().map(|kind| counts.get(*kind).copied().unwrap_or(0));
        (t.label("kin", relation).into_owned(), counts.collect())
    });
    let mut rows: Vec<(String, Vec<u64>)> = rows.collect();
    rows.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.iter().sum::<u64>()));
    MeasureTable { heads, rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Locales};

    fn ratios(rows: &[(&str, [u64; 2], Option<[u64; 3]>)]) -> BTreeMap<String, KinRatio> {
        let rows = rows.iter().map(|(value, [n_kin, n_head], per_thousand)| {
            let ratio = KinRatio { n_kin: *n_kin, n_head: *n_head, per_thousand: *per_thousand };
            ((*value).to_owned(), ratio)
        });
        rows.collect()
    }

    #[test]
    fn the_table_has_every_figure_once() {
        let mut families = FamilyStatistics::default();
        families
            .multipliers
            .insert("all".into(), ratios(&[("all", [5, 2], Some([2500, 1050, 4000]))]));
        families
            .multipliers
            .insert("year".into(), ratios(&[("", [1, 1], None), ("1930", [4, 1], None)]));
        families
            .children_left
            .insert("region".into(), ratios(&[("perm_oblast", [3, 9], Some([333, 120, 925]))]));
        let expected = "by,value,kin,for_whom,kin_for_each,low,high\r\n\
                        all,all,5,2,2.500,1.050,4.000\r\nyear,,1,1,,,\r\nyear,1930,4,1,,,\r\n\
                        children_left_by_region,perm_oblast,3,9,0.333,0.120,0.925\r\n";
        assert_eq!(families_csv(&families), expected);
    }

    #[test]
    fn ratios_are_written_as_the_language_does() {
        let locales = Locales::load();
        let words = |thousandths, language| per_head(thousandths, locales.text(language));
        assert_eq!(words(4217, Language::English), "4.22");
        assert_eq!(words(995, Language::Russian), "1,00");
        assert_eq!(words(4, Language::English), "0.00");
    }

    #[test]
    fn large_families_stand_in_one_row() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        let rows = size_rows(&BTreeMap::from([(2, 7), (10, 3), (24, 1)]), t);
        assert_eq!(rows, [("2".to_owned(), 7), ("10 and more".to_owned(), 4)]);
    }

    #[test]
    fn measures_and_relations_make_a_table() {
        let locales = Locales::load();
        let t = locales.text(Language::English);
        let of = |kind: &str, n| BTreeMap::from([(kind.to_owned(), n)]);
        let measures = BTreeMap::from([
            ("son".to_owned(), of("execution", 3)),
            ("daughter".to_owned(), of("orphanage", 2)),
        ]);
        let table = measure_table(&measures, t);
        assert_eq!(table.heads, ["Execution", "Orphanage"]);
        assert_eq!(table.rows[0].1, [3, 0], "the most first");
        assert_eq!(table.rows[1].1, [0, 2]);
    }
}
