//! What the gazetteer says of a place.

macro_rules! place_kinds {
    ($($variant:ident $name:literal $meaning:literal)*) => {
        /// What kind of place it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PlaceKind { $(#[doc = $meaning] $variant,)* }

        impl PlaceKind {
            /// All kinds, the largest first.
            pub const ALL: &[PlaceKind] = &[$(PlaceKind::$variant),*];

            /// Returns the word used in data files and in the words of the site.
            pub fn name(self) -> &'static str {
                match self { $(PlaceKind::$variant => $name),* }
            }

            /// Returns the kind of a word.
            pub fn from_name(name: &str) -> Option<PlaceKind> {
                match name { $($name => Some(PlaceKind::$variant),)* _ => None }
            }
        }
    };
}

place_kinds! {
    Country "country" "A state."
    Republic "republic" "A union or autonomous republic, or an autonomous oblast."
    Krai "krai" "A krai (край)."
    Oblast "oblast" "An oblast (область)."
    Governorate "governorate" "A governorate or oblast of the empire (губерния)."
    Okrug "okrug" "An okrug (округ)."
    County "county" "A county (маакондо, уезд)."
    Region "region" "A stretch of land that was no unit of government."
    Settlement "settlement" "A town or village."
    Camp "camp" "A camp, at the seat of its administration."
    BurialSite "burial_site" "A place of execution or burial."
}

impl PlaceKind {
    /// Returns whether it has land with other places in it.
    pub fn is_unit(self) -> bool {
        self < PlaceKind::Settlement
    }
}

/// Degrees of WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Northern latitude.
    pub lat: f64,
    /// Eastern longitude.
    pub lon: f64,
}

/// First and last year, both included; none for an open end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Years {
    /// First year.
    pub first: Option<i32>,
    /// Last year.
    pub last: Option<i32>,
}

impl Years {
    /// Returns whether a year lies within.
    pub fn contains(self, year: i32) -> bool {
        self.first.is_none_or(|first| first <= year) && self.last.is_none_or(|last| year <= last)
    }

    /// Returns whether both ends are open.
    pub fn are_open(self) -> bool {
        self.first.is_none() && self.last.is_none()
    }
}

/// How sure a row of the gazetteer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Taken from a data set.
    High,
    /// Set down from general knowledge.
    Medium,
    /// In outline only.
    Low,
}

impl Certainty {
    /// Returns the identifier used in rows and in the words of the site.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::High => "high",
            Certainty::Medium => "medium",
            Certainty::Low => "low",
        }
    }
}

/// Another name of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceName {
    /// The name.
    pub name: String,
    /// Language, such as `ru` or `et`.
    pub language: String,
    /// When it was official; open when it never was or when that is not known.
    pub years: Years,
}

/// What a place was part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Id of the larger place.
    pub place_id: String,
    /// When.
    pub years: Years,
}

/// A place of the gazetteer.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Id, never reused.
    pub place_id: String,
    /// Kind.
    pub kind: PlaceKind,
    /// Name of today, or the last one, in Russian.
    pub ru: String,
    /// The same in English.
    pub en: String,
    /// Where it lies; none for a unit, which is drawn at its seat.
    pub position: Option<Position>,
    /// Id of the seat of a unit.
    pub seat: Option<String>,
    /// When the unit existed.
    pub years: Years,
    /// From 1, small, to 5.
    pub rank: u8,
    /// How sure the position is.
    pub certainty: Certainty,
    /// Key of `data/sources.toml`, or the words of an archive's own gazetteer.
    pub source: String,
    /// Other names, in the order of the file.
    pub names: Vec<PlaceName>,
    /// What it was part of, in the order of the file.
    pub parts: Vec<Part>,
}

impl Place {
    /// Returns the name in a language of the site: English for `en` and `et`, Russian else.
    pub fn name_in(&self, language: &str) -> &str {
        let own =
            self.names.iter().find(|name| name.language == language && name.years.last.is_none());
        match language {
            "ru" => &self.ru,
            _ if own.is_some() && !self.kind.is_unit() => {
                own.map_or(self.ru.as_str(), |own| own.name.as_str())
            }
            "en" | "et" => &self.en,
            _ => &self.ru,
        }
    }
}
