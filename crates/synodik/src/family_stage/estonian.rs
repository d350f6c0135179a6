//! Joins the lines of the Estonian books to households, and follows their pointers.

use super::reading::{Household, MentionPlace};
use synodik_family::{
    EstonianEntry, FamilyPointer, HeadIndex, guess_kinships, kinship_of_term, read_estonian_entry,
};
use synodik_model::{Ground, Mention, MentionRole};

/// Collects the lines of a source.
#[derive(Debug, Default)]
pub(super) struct BookReader {
    households: Vec<Household>,
    pointing: Vec<Pointing>,
    /// The household that members join: the last one that does not point elsewhere.
    open: Option<usize>,
}

/// An entry that sends its reader to that of a head.
#[derive(Debug)]
struct Pointing {
    household: usize,
    pointer: FamilyPointer,
}

impl BookReader {
    /// Adds the next line: a head starts a household, a member joins the one before.
    pub(super) fn add_line(&mut self, record: u32, line: &str) {
        let EstonianEntry { mentions, pointers, .. } = read_estonian_entry(line);
        let read = mentions.into_iter().zip(pointers).zip(0..);
        for ((mention, pointer), number) in read {
            let place = MentionPlace { record, number };
            let is_member = mention.role == MentionRole::Member && pointer.is_none();
            match self.open.filter(|_| is_member) {
                Some(open) => {
                    let household = &mut self.households[open];
                    household.mentions.push(mention);
                    household.places.push(place);
                }
                None => self.start_household(mention, place, pointer),
            }
        }
    }

    fn start_household(
        &mut self,
        mention: Mention,
        place: MentionPlace,
        pointer: Option<FamilyPointer>,
    ) {
        let household = self.households.len();
        match pointer {
            Some(pointer) => self.pointing.push(Pointing { household, pointer }),
            None => self.open = Some(household),
        }
        self.households.push(Household {
            mentions: vec![mention],
            places: vec![place],
            is_list: false,
            listed_by: None,
            died_by: None,
            is_first_old: false,
            fates: Vec::new(),
            is_reviewed: false,
        });
    }

    /// Gives the households, and the pairs of mentions that pointers join.
    ///
    /// An entry whose person stands in the household it points to is joined to that mention; one
    /// that stands nowhere there is added as a member of the family.
    pub(super) fn finish(self) -> (Vec<Household>, Vec<[MentionPlace; 2]>) {
        let BookReader { mut households, pointing, .. } = self;
        let is_pointing = |household: usize| {
            pointing.binary_search_by_key(&household, |entry| entry.household).is_ok()
        };
        let mut index = HeadIndex::default();
        for (household_idx, household) in households.iter_mut().enumerate() {
            guess_kinships(&mut household.mentions);
            if !is_pointing(household_idx) {
                index.add(household_idx, &household.mentions[0], &household.mentions[1..]);
            }
        }
        let mut pointed = Vec::new();
        for Pointing { household, pointer } in &pointing {
            let entry = households[*household].mentions[0].clone();
            let place = households[*household].places[0];
            let Some(head) = index.resolve(pointer, &entry) else { continue };
            let of_head = &mut households[head];
            match same_name(&of_head.mentions, &entry) {
                Some(member) => pointed.push([place, of_head.places[member]]),
                None => add_family_member(of_head, entry, place, pointer),
            }
        }
        // Who only stands for themselves says nothing of kin.
        households.retain(|household| household.mentions.len() > 1);
        (households, pointed)
    }
}

/// The one member with this given name and father's name.
fn same_name(mentions: &[Mention], entry: &Mention) -> Option<usize> {
    let small = |name: &Option<String>| name.as_deref().unwrap_or_default().to_lowercase();
    let names = |mention: &Mention| (small(&mention.given), small(&mention.patronymic));
    let sought = names(entry);
    let mut found = (0..mentions.len()).filter(|idx| names(&mentions[*idx]) == sought);
    found.next().filter(|_| !sought.0.is_empty() && found.next().is_none())
}

fn add_family_member(
    household: &mut Household,
    mut entry: Mention,
    place: MentionPlace,
    pointer: &FamilyPointer,
) {
    entry.role = MentionRole::Member;
    entry.kinship = kinship_of_term("family_member");
    entry.kinship_ground = Ground::Stated;
    entry.relation_stated = Some(match pointer.initial {
        Some(initial) => format!("perek. {} {initial}.", pointer.surname),
        None => format!("perek. {}", pointer.surname),
    });
    entry.relative_to = 0;
    household.mentions.push(entry);
    household.places.push(place);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_households_and_pointers_are_followed() {
        let mut book = BookReader::default();
        for (line, record) in [
            "=== KUUSK, Juhan, Mihkel===, 1880; talu.",
            "=== Kuusk, Anna, Ants===, abikaasa, 1885; talu.",
            "=== Saar, Leena, Juhan===, tütar, 1909; talu.",
            "===SAAR, Leena, Juhan=== 1909 perek. Kuusk J.",
            "===TAMM, Priit, Priidu=== 1900 perek. Kuusk J.",
            "=== LEPP, Mart, Mart===, 1890; talu.",
        ]
        .into_iter()
        .zip(0..)
        {
            book.add_line(record, line);
        }
        let (households, pointed) = book.finish();
        let place = |record| MentionPlace { record, number: 0 };
        assert_eq!(pointed, [[place(3), place(2)]]);
        assert_eq!(households.len(), 1);
        assert_eq!(households[0].places, [place(0), place(1), place(2), place(4)]);
        let terms: Vec<Option<&str>> = households[0]
            .mentions
            .iter()
            .map(|mention| mention.kinship.as_ref().and_then(|kinship| kinship.term))
            .collect();
        assert_eq!(terms, [None, Some("spouse"), Some("daughter"), Some("family_member")]);
    }
}
