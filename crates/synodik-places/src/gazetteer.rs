//! The gazetteer: places, the words that name them, and what was part of what.

use crate::forms::{adjective_stems, forms_of, stem_of_adjective};
use crate::place::{Place, PlaceKind, Position};
use crate::rows::{PlaceError, read_places, read_user_places};
use crate::split::{Piece, Sign, split_words};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;
use synodik_names::latin_key;

const PLACES_TSV: &str = include_str!("../../../data/places/gazetteer.tsv");
const NAMES_TSV: &str = include_str!("../../../data/places/names.tsv");
const PARTS_TSV: &str = include_str!("../../../data/places/parts.tsv");

/// The longest name, in words.
pub(crate) const MAX_NAME_WORDS: usize = 4;

/// How far up a hierarchy is walked; none is deeper, and a circle ends here.
const MAX_STEPS: usize = 8;

/// Number of a place in a gazetteer.
pub(crate) type PlaceIdx = usize;
/// Number of a word of a name.
pub(crate) type WordIdx = usize;

static BUILT_IN: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::of(read_places(PLACES_TSV, NAMES_TSV, PARTS_TSV)));

/// Returns the gazetteer of the program.
///
/// # Source
///
/// `data/places/gazetteer.tsv`, `data/places/names.tsv`, `data/places/parts.tsv`
///
/// # Example
///
/// ```
/// let kirov = synodik_places::gazetteer().place("kirov").unwrap();
/// assert!(kirov.names.iter().any(|name| name.name == "Вятка" && name.years.last == Some(1934)));
/// ```
pub fn gazetteer() -> &'static Gazetteer {
    &BUILT_IN
}

/// Places, and the words by which they are found.
#[derive(Debug, Clone)]
pub struct Gazetteer {
    places: Vec<Place>,
    by_id: HashMap<String, PlaceIdx>,
    /// All places of which a place is or was a part, by place.
    above: Vec<BTreeSet<PlaceIdx>>,
    /// Forms of words of plain names, in small letters.
    forms: HashMap<String, Vec<WordIdx>>,
    /// The same words by Latin key.
    latin: HashMap<String, Vec<WordIdx>>,
    words: Vec<String>,
    /// Plain names.
    plain: HashMap<Vec<WordIdx>, Vec<PlaceIdx>>,
    /// Names with a kind: its sign and the beginnings of the words.
    units: HashMap<(Sign, String), Vec<PlaceIdx>>,
    /// Towns by the adjective of their name.
    adjectives: HashMap<String, Vec<PlaceIdx>>,
}

impl Gazetteer {
    fn of(mut places: Vec<Place>) -> Gazetteer {
        places.sort_by(|a, b| a.place_id.cmp(&b.place_id));
        let by_id: HashMap<String, PlaceIdx> =
            places.iter().enumerate().map(|(idx, place)| (place.place_id.clone(), idx)).collect();
        let mut built = Gazetteer {
            above: vec![BTreeSet::new(); places.len()],
            by_id,
            forms: HashMap::new(),
            latin: HashMap::new(),
            words: Vec::new(),
            plain: HashMap::new(),
            units: HashMap::new(),
            adjectives: HashMap::new(),
            places: Vec::new(),
        };
        for (idx, place) in places.iter().enumerate() {
            let mut names: Vec<&str> = vec![&place.ru];
            names.extend(place.names.iter().map(|name| name.name.as_str()));
            names.push(&place.en);
            for name in names {
                built.add_name(idx, place.kind, name);
            }
        }
        built.places = places;
        for idx in 0..built.places.len() {
            built.above[idx] = built.all_above(idx);
        }
        built
    }

    /// Returns this gazetteer with the rows of an archive's own.
    ///
    /// A row may not take an id that is there; of what a place of `part_of` is a part, it is
    /// a part too.
    ///
    /// # Errors
    ///
    /// [`PlaceError`] with the line of the first mistake.
    ///
    /// # Example
    ///
    /// ```
    /// let rows = "id\tkind\tru\ten\tlat\tlon\tnames\tpart_of\tsource\n\
    ///             ivanovka-tara\tsettlement\tИвановка\tIvanovka\t56.9\t74.2\t\tomsk-oblast\tmap of 1935\n";
    /// let own = synodik_places::gazetteer().with_rows(rows).unwrap();
    /// assert!(own.place("ivanovka-tara").is_some());
    /// ```
    pub fn with_rows(&self, text: &str) -> Result<Gazetteer, PlaceError> {
        let mut places = self.places.clone();
        let rows = read_user_places(text)?;
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for (line, place) in &rows {
            let place_id = place.place_id.as_str();
            if self.by_id.contains_key(place_id) || !seen.insert(place_id) {
                return Err(PlaceError::Twice { line: *line, place_id: place_id.to_owned() });
            }
        }
        for (line, place) in &rows {
            for part in &place.parts {
                let part_id = part.place_id.as_str();
                if !self.by_id.contains_key(part_id) && !seen.contains(part_id) {
                    let value = part_id.to_owned();
                    return Err(PlaceError::Cell { line: *line, value, expected: "id of a place" });
                }
            }
        }
        places.extend(rows.into_iter().map(|(_, place)| place));
        Ok(Gazetteer::of(places))
    }

    /// Returns all places, by id.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// Returns the place of an id.
    pub fn place(&self, place_id: &str) -> Option<&Place> {
        self.by_id.get(place_id).map(|&idx| &self.places[idx])
    }

    /// Returns where a place is drawn: its own position or that of its seat.
    pub fn position(&self, place: &Place) -> Option<Position> {
        let seat = || self.place(place.seat.as_deref()?)?.position;
        place.position.or_else(seat)
    }

    /// Returns of what a place was part in a year, the nearest first; without a year, now.
    ///
    /// A unit that did not exist in that year is passed over: what its land was part of
    /// then stands in its place.
    pub fn above(&self, place: &Place, year: Option<i32>) -> Vec<&Place> {
        let mut found: Vec<&Place> = Vec::new();
        let mut at = place;
        for _ in 0..MAX_STEPS {
            let holds = |years: crate::Years| match year {
                Some(year) => years.contains(year),
                None => years.last.is_none(),
            };
            let part = at.parts.iter().find(|part| holds(part.years));
            let Some(next) = part.and_then(|part| self.place(&part.place_id)) else { break };
            if holds(next.years) {
                found.push(next);
            }
            at = next;
        }
        found
    }

    /// Returns the places that are or were directly part of a place, by id.
    pub fn parts_of(&self, place_id: &str) -> Vec<&Place> {
        let is_part = |place: &&Place| place.parts.iter().any(|part| part.place_id == place_id);
        self.places.iter().filter(is_part).collect()
    }

    /// Returns whether a place lies or lay in another, or is it.
    pub fn is_within(&self, place_id: &str, outer_id: &str) -> bool {
        let (Some(&inner), Some(&outer)) = (self.by_id.get(place_id), self.by_id.get(outer_id))
        else {
            return false;
        };
        inner == outer || self.lies_in(inner, outer)
    }

    pub(crate) fn at(&self, idx: PlaceIdx) -> &Place {
        &self.places[idx]
    }

    pub(crate) fn lies_in(&self, inner: PlaceIdx, outer: PlaceIdx) -> bool {
        self.above[inner].contains(&outer)
    }

    /// Returns the places of a plain name, with whether the words stand in their first form.
    pub(crate) fn named(&self, words: &[&str]) -> Vec<(PlaceIdx, bool)> {
        let mut found = Vec::new();
        self.walk(words, &mut Vec::new(), true, &mut found);
        found.sort_unstable_by_key(|&(idx, is_exact)| (idx, !is_exact));
        found.dedup_by_key(|(idx, _)| *idx);
        found
    }

    fn walk(
        &self,
        words: &[&str],
        path: &mut Vec<WordIdx>,
        is_exact: bool,
        found: &mut Vec<(PlaceIdx, bool)>,
    ) {
        let Some((first, rest)) = words.split_first() else {
            let places = self.plain.get(path.as_slice()).into_iter().flatten();
            found.extend(places.map(|&idx| (idx, is_exact)));
            return;
        };
        let of_form = self.forms.get(*first);
        let of_key = || match is_cyrillic(first) {
            true => None,
            false => self.latin_words(first),
        };
        for &word in of_form.or_else(of_key).into_iter().flatten() {
            path.push(word);
            self.walk(rest, path, is_exact && self.words[word] == *first, found);
            path.pop();
        }
    }

    fn latin_words(&self, word: &str) -> Option<&Vec<WordIdx>> {
        // Estonian writes ы so.
        let of = |word: &str| self.latin.get(&latin_key(&word.replace('õ', "y")));
        of(word).or_else(|| of(word.strip_suffix('i')?))
    }

    /// Returns the places of a name with a kind.
    pub(crate) fn units(&self, sign: Sign, words: &[&str]) -> &[PlaceIdx] {
        self.units.get(&(sign, unit_key(words))).map_or(&[], Vec::as_slice)
    }

    /// Returns the places of a kind whose name begins so, when only one does.
    pub(crate) fn unit_beginning(&self, sign: Sign, beginning: &str) -> Option<PlaceIdx> {
        let mut found = BTreeSet::new();
        #[expect(clippy::iter_over_hash_type, reason = "collected into an ordered set")]
        for ((known, key), places) in &self.units {
            if *known == sign && key.starts_with(beginning) {
                found.extend(places.iter().copied());
            }
        }
        (found.len() == 1).then(|| found.into_iter().next()).flatten()
    }

    /// Returns the towns that an adjective may be of.
    pub(crate) fn towns_of_adjective(&self, words: &[&str]) -> Vec<PlaceIdx> {
        let known = self.adjectives.get(&unit_key(words));
        match known {
            Some(places) => places.clone(),
            None if words.iter().all(|word| !is_cyrillic(word)) => {
                self.named(words).into_iter().map(|(idx, _)| idx).collect()
            }
            None => Vec::new(),
        }
    }

    /// Returns the units of a large kind whose seat is a place.
    pub(crate) fn units_with_seat(&self, seat: PlaceIdx) -> impl Iterator<Item = PlaceIdx> {
        let seat_id = self.places[seat].place_id.as_str();
        let units = self.places.iter().enumerate();
        units.filter(move |(_, unit)| unit.seat.as_deref() == Some(seat_id)).map(|(idx, _)| idx)
    }

    fn all_above(&self, idx: PlaceIdx) -> BTreeSet<PlaceIdx> {
        let mut found = BTreeSet::new();
        let mut open = vec![idx];
        while let Some(at) = open.pop() {
            for part in &self.places[at].parts {
                if let Some(&next) = self.by_id.get(&part.place_id)
                    && next != idx
                    && found.insert(next)
                {
                    open.push(next);
                }
            }
        }
        found
    }

    fn add_name(&mut self, idx: PlaceIdx, kind: PlaceKind, name: &str) {
        let pieces = split_words(name);
        let words: Vec<&str> = pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Word(word, _) => Some(word.as_str()),
                Piece::Kind(..) | Piece::Stop => None,
            })
            .collect();
        let sign = pieces.iter().find_map(|piece| match piece {
            Piece::Kind(sign, _) if sign.follows_name() => Some(*sign),
            _ => None,
        });
        let whole: Vec<&str> = pieces.iter().filter_map(written).collect();
        match sign {
            Some(Sign::District | Sign::Uezd) => {
                push_once(&mut self.adjectives, unit_key(&words), idx)
            }
            Some(sign) if !words.is_empty() => {
                push_once(&mut self.units, (sign, unit_key(&words)), idx);
            }
            // A kind word that is a name by itself, or part of one: «Горький», «12-й километр».
            _ => self.add_plain(idx, &whole),
        }
        if kind == PlaceKind::Settlement && sign.is_none() {
            if let Some((last, before)) = words.split_last() {
                for stem in adjective_stems(last) {
                    let key =
                        before.iter().map(|word| stem_of_adjective(word)).chain([stem.as_str()]);
                    push_once(&mut self.adjectives, key.collect::<Vec<_>>().join(" "), idx);
                }
            }
        }
    }

    fn add_plain(&mut self, idx: PlaceIdx, words: &[&str]) {
        if words.is_empty() || words.len() > MAX_NAME_WORDS {
            return;
        }
        let path: Vec<WordIdx> = words.iter().map(|word| self.word(word)).collect();
        let places = self.plain.entry(path).or_default();
        if !places.contains(&idx) {
            places.push(idx);
        }
    }

    fn word(&mut self, word: &str) -> WordIdx {
        let known = self.forms.get(word).into_iter().flatten();
        if let Some(&known) = known.into_iter().find(|&&known| self.words[known] == word) {
            return known;
        }
        let word_idx = self.words.len();
        self.words.push(word.to_owned());
        for form in forms_of(word) {
            push_once(&mut self.forms, form, word_idx);
        }
        push_once(&mut self.latin, latin_key(word), word_idx);
        word_idx
    }
}

fn written(piece: &Piece) -> Option<&str> {
    match piece {
        Piece::Word(word, _) | Piece::Kind(_, word) => Some(word),
        Piece::Stop => None,
    }
}

fn push_once<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Vec<usize>>, key: K, value: usize) {
    let values = map.entry(key).or_default();
    if !values.contains(&value) {
        values.push(value);
    }
}

fn unit_key(words: &[&str]) -> String {
    words.iter().map(|word| stem_of_adjective(word)).collect::<Vec<_>>().join(" ")
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|letter| ('а'..='я').contains(&letter))
}
