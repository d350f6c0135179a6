//! Pages: from values of the public index to HTML.
//!
//! Each page is one function, one template and no more state than its arguments.
//! Templates escape every value; no value of a source is ever marked as safe.

mod about;
mod api;
mod codex;
mod compare;
mod coverage;
mod dates;
mod decrees;
mod download;
mod error;
mod export;
mod facets;
mod family;
mod home;
mod life_line;
mod linked_data;
mod map;
mod names;
mod person;
mod places;
mod preview;
mod record;
mod reject_reasons;
mod related;
mod results;
mod source;
mod statistics;
mod terms;
mod years_chart;

pub use about::about_page;
pub(crate) use api::api_page;
pub use codex::{
    ArchiveFigure, InstrumentRecords, Moment, MomentForm, RegionCount, archive_figures,
    archives_page, campaign_page, codex_page, estimates_page, executions_csv, executions_page,
    glossary_page, increases_page, institution_page, institutions_page, instrument_page,
    limit_months_csv, limit_months_page, limits_csv, limits_page,
};
pub use compare::{ComparedPair, compare_page};
pub use coverage::Coverage;
pub(crate) use download::download_page;
pub use error::{failure_page, missing_page};
pub use export::{ExportFormat, export_of};
pub use family::{FamilyPart, family_page, family_part_page};
pub(crate) use family::{other_of, relation_of};
pub use home::{HomeView, home_page};
use map::map_address;
pub use map::{MapForm, MapSource, map_data, map_outlines, map_page};
pub(crate) use names::MAX_NAME_LETTERS;
pub use names::names_page;
pub use person::person_page;
pub use places::{PlaceForm, PlaceRecords, place_page, places_page};
pub(crate) use preview::preview_page;
pub use record::{record_page, withheld_page};
pub use related::{MAX_RELATED, Related};
pub use results::{Answer, Asking, EmptyAdvice, Variant, search_page};
pub use source::{source_page, sources_page};
pub use statistics::{
    StatisticsQuestion, families_csv, families_page, months_csv, months_page, mse_page,
    statistics_page, table_csv, table_name, table_page, uncertainty_page,
};

use crate::address::percent_encode;
use crate::{Language, Text};
use synodik_index::{ArchiveSummary, PublicField};
use synodik_places::Gazetteer;

/// What stands around the content of every page.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// Words in the visitor's language.
    pub text: Text<'a>,
    /// Path and query of the page, for the language switch.
    pub here: &'a str,
    /// Name of the server as the visitor asked for it, for citations; empty when unknown.
    pub host: &'a str,
    /// What the archive holds.
    pub archive: &'a ArchiveSummary,
    /// The gazetteer of the archive.
    pub gazetteer: &'a Gazetteer,
}

/// A page, or why its template failed.
pub type Page = Result<String, askama::Error>;

impl Frame<'_> {
    /// Returns the value of `aria-current` for an entry of the main menu.
    fn is_current(&self, address: &str) -> bool {
        self.here.split('?').next() == Some(address)
    }

    fn build_words(&self) -> String {
        let build = self.archive.build.to_string();
        let day = dates::date_in_words(&self.archive.as_of, self.text)
            .unwrap_or_else(|| self.archive.as_of.clone());
        self.text.fill("footer-build", &[("build", &build), ("day", &day)]).into_owned()
    }

    /// Returns the languages other than the one of the page.
    fn other_languages(&self) -> impl Iterator<Item = Language> {
        let shown = self.text.language();
        Language::ALL.into_iter().filter(move |language| *language != shown)
    }

    fn language_address(&self, language: &Language) -> String {
        format!("/language?to={}&back={}", language.tag(), percent_encode(self.here))
    }

    fn suggest_script_address(&self) -> String {
        crate::asset::SUGGEST_SCRIPT.address()
    }

    fn style_address(&self) -> String {
        crate::asset::STYLE.address()
    }

    /// Returns the name of a language in that language.
    fn language_name(&self, language: &Language) -> String {
        self.text.in_language(*language).say("language-name").into_owned()
    }
}

/// Returns the value of a field of a record, if it has one.
fn field_value<'a>(fields: &'a [PublicField], name: &str) -> Option<&'a str> {
    fields.iter().find(|field| field.name == name).map(|field| field.value.as_str())
}
