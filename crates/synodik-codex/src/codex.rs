//! All that the codex holds, with look-ups by identifier.

use crate::{
    ArchiveGuide, Campaign, Estimate, FurtherReading, Institution, Instrument, LimitCheck,
    LimitIncrease, LimitTotal, Measure, Provision, RegionCentre, RegionalLimit, Relation, Source,
    Term,
};

/// The codex: every list sorted by date or identifier, as the field says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Codex {
    /// By date of adoption, then identifier.
    pub instruments: Vec<Instrument>,
    /// By start, then identifier.
    pub campaigns: Vec<Campaign>,
    /// In the order of the instrument.
    pub limits: Vec<RegionalLimit>,
    /// In the order of the instrument; the camps have none.
    pub limit_centres: Vec<RegionCentre>,
    /// By date.
    pub limit_increases: Vec<LimitIncrease>,
    /// By identifier.
    pub limit_totals: Vec<LimitTotal>,
    /// In the order of the file.
    pub limit_checks: Vec<LimitCheck>,
    /// By identifier.
    pub institutions: Vec<Institution>,
    /// By identifier.
    pub estimates: Vec<Estimate>,
    /// By identifier.
    pub archives: Vec<ArchiveGuide>,
    /// By identifier.
    pub terms: Vec<Term>,
    /// By key.
    pub sources: Vec<Source>,
    /// By key of the source.
    pub further_reading: Vec<FurtherReading>,
    /// By identifier.
    pub relations: Vec<Relation>,
    /// By identifier.
    pub measures: Vec<Measure>,
}

impl Codex {
    /// Returns the instrument of that identifier.
    pub fn instrument(&self, instrument_id: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|instrument| instrument.instrument_id == instrument_id)
    }

    /// Returns the provision of that identifier with its instrument.
    pub fn provision(&self, provision_id: &str) -> Option<(&Instrument, &Provision)> {
        self.instruments
            .iter()
            .find_map(|instrument| Some((instrument, instrument.provision(provision_id)?)))
    }

    /// Returns all provisions with their instruments.
    pub fn provisions(&self) -> impl Iterator<Item = (&Instrument, &Provision)> {
        self.instruments.iter().flat_map(|instrument| {
            instrument.provisions.iter().map(move |provision| (instrument, provision))
        })
    }

    /// Returns the campaign of that identifier.
    pub fn campaign(&self, campaign_id: &str) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.campaign_id == campaign_id)
    }

    /// Returns the campaigns that rested on an instrument.
    pub fn campaigns_of(&self, instrument_id: &str) -> impl Iterator<Item = &Campaign> {
        self.campaigns
            .iter()
            .filter(move |campaign| campaign.instruments.iter().any(|known| known == instrument_id))
    }

    /// Returns the institution of that identifier.
    pub fn institution(&self, institution_id: &str) -> Option<&Institution> {
        self.institutions.iter().find(|known| known.institution_id == institution_id)
    }

    /// Returns the archive of that identifier.
    pub fn archive(&self, archive_id: &str) -> Option<&ArchiveGuide> {
        self.archives.iter().find(|archive| archive.archive_id == archive_id)
    }

    /// Returns the source of that key.
    pub fn source(&self, source_id: &str) -> Option<&Source> {
        let found =
            self.sources.binary_search_by(|source| source.source_id.as_str().cmp(source_id));
        found.ok().map(|source_idx| &self.sources[source_idx])
    }

    /// Returns the relation of that word.
    pub fn relation(&self, relation_id: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.relation_id == relation_id)
    }

    /// Returns the measure of that word.
    pub fn measure(&self, measure_id: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.measure_id == measure_id)
    }

    /// Returns a relation with all wider ones: a provision on any of them concerns it.
    ///
    /// # Shape
    ///
    /// The word itself first, each once; only the word when it is not in the vocabulary.
    pub fn relation_with_broader<'c>(&'c self, relation_id: &'c str) -> Vec<&'c str> {
        let mut words = vec![relation_id];
        let mut next_idx = 0;
        while let Some(word) = words.get(next_idx).copied() {
            next_idx += 1;
            for broader in self.relation(word).map_or(&[][..], |relation| &relation.broader) {
                if !words.contains(&broader.as_str()) {
                    words.push(broader);
                }
            }
        }
        words
    }
}
