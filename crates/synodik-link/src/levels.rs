//! The ways in which two values can agree: one table for every kind of comparison.

use std::sync::LazyLock;

const LEVELS_TSV: &str = include_str!("../../../data/link/levels.tsv");

/// The level of a comparison that says nothing, since a value is missing.
pub(crate) const MISSING: u8 = 0;

/// Frequencies that part the bands of exact agreement: a value is in the first
/// band whose bound its share of the records reaches.
pub(crate) const BAND_SHARES: [f64; 5] =
    [1.0 / 30.0, 1.0 / 150.0, 1.0 / 750.0, 1.0 / 4e3, 1.0 / 2e4];

/// How many bands of exact agreement there are.
pub(crate) const N_BANDS: usize = BAND_SHARES.len() + 1;

#[cfg(test)]
/// How many levels a comparison has at most, "missing" included: a pattern holds five bits for each.
pub(crate) const MAX_LEVELS: usize = 32;

/// One way to agree.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Level {
    /// Its name in reports; bands have a number behind.
    pub(crate) name: String,
    /// The band, if it is exact agreement of values of one band.
    pub(crate) band: Option<usize>,
    /// Probability among pairs of one person with which training begins.
    pub(crate) p_same: f64,
    /// The same among relatives.
    pub(crate) p_kin: f64,
}

struct Row {
    kind: &'static str,
    name: &'static str,
    p_same: f64,
    p_kin: f64,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let lines = LEVELS_TSV.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines
        .map(|line| {
            let cells: Vec<&'static str> = line.split('\t').collect();
            let share = |text: &str| text.parse().expect("a share in levels.tsv is a number");
            Row { kind: cells[0], name: cells[1], p_same: share(cells[2]), p_kin: share(cells[3]) }
        })
        .collect()
});

/// Returns the levels of a kind; level 0, "missing", is not among them, so level n is entry n - 1.
pub(crate) fn levels_of(kind: &str) -> Vec<Level> {
    let mut levels = Vec::new();
    for row in ROWS.iter().filter(|row| row.kind == kind) {
        if row.name == "exact" && kind != "text" {
            for band in 0..N_BANDS {
                levels.push(Level {
                    name: format!("exact_{band}"),
                    band: Some(band),
                    p_same: row.p_same / N_BANDS as f64,
                    p_kin: row.p_kin / N_BANDS as f64,
                });
            }
        } else {
            let name = row.name.to_owned();
            levels.push(Level { name, band: None, p_same: row.p_same, p_kin: row.p_kin });
        }
    }
    levels
}

/// Numbers of the levels of `surname`, in the order of `levels.tsv`.
pub(crate) mod surname {
    pub(crate) const STEM: u8 = 7;
    pub(crate) const ALTERNATIVE: u8 = 8;
    pub(crate) const ONE_EDIT: u8 = 9;
    pub(crate) const CLOSE: u8 = 10;
    pub(crate) const NEAR: u8 = 11;
    pub(crate) const ELSEWHERE: u8 = 12;
    pub(crate) const LEARNT: u8 = 13;
    pub(crate) const DIFFERS_WOMAN: u8 = 14;
    pub(crate) const DIFFERS: u8 = 15;
}

/// Numbers of the levels of `given`, in the order of `levels.tsv`.
pub(crate) mod given {
    pub(crate) const STEM: u8 = 7;
    pub(crate) const PART: u8 = 8;
    pub(crate) const ONE_EDIT: u8 = 9;
    pub(crate) const INITIAL: u8 = 10;
    pub(crate) const LEARNT: u8 = 11;
    pub(crate) const CLOSE: u8 = 12;
    pub(crate) const ELSEWHERE: u8 = 13;
    pub(crate) const NEAR: u8 = 14;
    pub(crate) const DIFFERS: u8 = 15;
}

/// Numbers of the levels of `middle`, in the order of `levels.tsv`.
pub(crate) mod middle {
    pub(crate) const RARE: u8 = 1;
    pub(crate) const SHARED: u8 = 2;
    pub(crate) const INITIAL: u8 = 3;
    pub(crate) const ONE_MISSING: u8 = 4;
    pub(crate) const DIFFERS: u8 = 5;
}

/// Numbers of the levels of `birth`, in the order of `levels.tsv`.
pub(crate) mod birth {
    pub(crate) const YEAR: u8 = 7;
    pub(crate) const YEAR_FROM_AGE: u8 = 8;
    pub(crate) const ONE_EDIT: u8 = 9;
    pub(crate) const TWO_PARTS: u8 = 10;
    pub(crate) const YEAR_NOT_DAY: u8 = 11;
    pub(crate) const ONE_YEAR: u8 = 12;
    pub(crate) const THREE_YEARS: u8 = 13;
    pub(crate) const DIGIT: u8 = 14;
    pub(crate) const TEN_YEARS: u8 = 15;
    pub(crate) const DIFFERS: u8 = 16;
}

/// Numbers of the levels of `date`, in the order of `levels.tsv`.
pub(crate) mod date {
    pub(crate) const PARTIAL: u8 = 7;
    pub(crate) const ONE_EDIT: u8 = 8;
    pub(crate) const TWO_PARTS: u8 = 9;
    pub(crate) const YEAR: u8 = 10;
    pub(crate) const NEAR_YEAR: u8 = 11;
    pub(crate) const DIFFERS: u8 = 12;
}

/// Numbers of the levels of `place`, in the order of `levels.tsv`.
pub(crate) mod place {
    pub(crate) const OTHER_AREA: u8 = 7;
    pub(crate) const CLOSE: u8 = 8;
    pub(crate) const LEARNT: u8 = 9;
    pub(crate) const AREA: u8 = 10;
    pub(crate) const CROSSED: u8 = 11;
    pub(crate) const SAME_DISTRICT: u8 = 12;
    pub(crate) const SAME_REGION: u8 = 13;
    pub(crate) const DIFFERS_OPEN: u8 = 14;
    pub(crate) const DIFFERS: u8 = 15;
    pub(crate) const OTHER_REGION: u8 = 16;
}

/// Numbers of the levels of `category`, in the order of `levels.tsv`.
pub(crate) mod category {
    pub(crate) const SIMILAR: u8 = 7;
    pub(crate) const LEARNT: u8 = 8;
    pub(crate) const DIFFERS: u8 = 9;
}

/// Numbers of the levels of `code`, in the order of `levels.tsv`.
pub(crate) mod code {
    pub(crate) const ONE_EDIT: u8 = 7;
    pub(crate) const FIRST: u8 = 8;
    pub(crate) const TWO_EDITS: u8 = 9;
    pub(crate) const LETTERS: u8 = 10;
    pub(crate) const DIFFERS: u8 = 11;
}

/// Numbers of the levels of `text`, in the order of `levels.tsv`.
pub(crate) mod text {
    pub(crate) const EXACT: u8 = 1;
    pub(crate) const MOST: u8 = 2;
    pub(crate) const SOME: u8 = 3;
    pub(crate) const LITTLE: u8 = 4;
    pub(crate) const DIFFERS: u8 = 5;
}

/// Numbers of the levels of `sex`, in the order of `levels.tsv`.
pub(crate) mod sex {
    pub(crate) const SAME: u8 = 1;
    pub(crate) const DIFFERS: u8 = 2;
}

#[cfg(test)]
mod tests {
    use super::levels_of;

    #[test]
    fn numbers_are_places_in_the_table() {
        for (kind, name, number) in [
            ("surname", "stem", super::surname::STEM),
            ("surname", "alternative", super::surname::ALTERNATIVE),
            ("surname", "one_edit", super::surname::ONE_EDIT),
            ("surname", "close", super::surname::CLOSE),
            ("surname", "near", super::surname::NEAR),
            ("surname", "elsewhere", super::surname::ELSEWHERE),
            ("surname", "learnt", super::surname::LEARNT),
            ("surname", "differs_woman", super::surname::DIFFERS_WOMAN),
            ("surname", "differs", super::surname::DIFFERS),
            ("given", "stem", super::given::STEM),
            ("given", "part", super::given::PART),
            ("given", "one_edit", super::given::ONE_EDIT),
            ("given", "initial", super::given::INITIAL),
            ("given", "learnt", super::given::LEARNT),
            ("given", "close", super::given::CLOSE),
            ("given", "elsewhere", super::given::ELSEWHERE),
            ("given", "near", super::given::NEAR),
            ("given", "differs", super::given::DIFFERS),
            ("middle", "rare", super::middle::RARE),
            ("middle", "shared", super::middle::SHARED),
            ("middle", "initial", super::middle::INITIAL),
            ("middle", "one_missing", super::middle::ONE_MISSING),
            ("middle", "differs", super::middle::DIFFERS),
            ("birth", "year", super::birth::YEAR),
            ("birth", "year_from_age", super::birth::YEAR_FROM_AGE),
            ("birth", "one_edit", super::birth::ONE_EDIT),
            ("birth", "two_parts", super::birth::TWO_PARTS),
            ("birth", "year_not_day", super::birth::YEAR_NOT_DAY),
            ("birth", "one_year", super::birth::ONE_YEAR),
            ("birth", "three_years", super::birth::THREE_YEARS),
            ("birth", "digit", super::birth::DIGIT),
            ("birth", "ten_years", super::birth::TEN_YEARS),
            ("birth", "differs", super::birth::DIFFERS),
            ("date", "partial", super::date::PARTIAL),
            ("date", "one_edit", super::date::ONE_EDIT),
            ("date", "two_parts", super::date::TWO_PARTS),
            ("date", "year", super::date::YEAR),
            ("date", "near_year", super::date::NEAR_YEAR),
            ("date", "differs", super::date::DIFFERS),
            ("place", "other_area", super::place::OTHER_AREA),
            ("place", "close", super::place::CLOSE),
            ("place", "learnt", super::place::LEARNT),
            ("place", "area", super::place::AREA),
            ("place", "crossed", super::place::CROSSED),
            ("place", "same_district", super::place::SAME_DISTRICT),
            ("place", "same_region", super::place::SAME_REGION),
            ("place", "differs_open", super::place::DIFFERS_OPEN),
            ("place", "differs", super::place::DIFFERS),
            ("place", "other_region", super::place::OTHER_REGION),
            ("category", "similar", super::category::SIMILAR),
            ("category", "learnt", super::category::LEARNT),
            ("category", "differs", super::category::DIFFERS),
            ("code", "one_edit", super::code::ONE_EDIT),
            ("code", "first", super::code::FIRST),
            ("code", "two_edits", super::code::TWO_EDITS),
            ("code", "letters", super::code::LETTERS),
            ("code", "differs", super::code::DIFFERS),
            ("text", "exact", super::text::EXACT),
            ("text", "most", super::text::MOST),
            ("text", "some", super::text::SOME),
            ("text", "little", super::text::LITTLE),
            ("text", "differs", super::text::DIFFERS),
            ("sex", "same", super::sex::SAME),
            ("sex", "differs", super::sex::DIFFERS),
        ] {
            let levels = levels_of(kind);
            assert_eq!(levels[number as usize - 1].name, name, "{kind}");
        }
    }

    #[test]
    fn every_kind_is_a_distribution_and_fits_in_a_pattern() {
        for kind in [
            "surname",
            "given",
            "patronymic",
            "middle",
            "birth",
            "date",
            "place",
            "category",
            "code",
            "text",
            "sex",
        ] {
            let levels = levels_of(kind);
            assert!(!levels.is_empty() && levels.len() < super::MAX_LEVELS, "{kind}");
            let total = |share: fn(&super::Level) -> f64| levels.iter().map(share).sum::<f64>();
            assert!(
                (total(|level| level.p_same) - 1.0).abs() < 0.011,
                "{kind}: {}",
                total(|level| level.p_same)
            );
            assert!(
                (total(|level| level.p_kin) - 1.0).abs() < 0.011,
                "{kind}: {}",
                total(|level| level.p_kin)
            );
        }
    }
}
