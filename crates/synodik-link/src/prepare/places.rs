//! Places as the comparison sees them: settlement, district, region.

use crate::endings::Part;
use crate::words::{WordBook, WordId, each_key};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const PLACE_WORDS_TSV: &str = include_str!("../../../../data/link/place_words.tsv");

/// A place as stated; what is not stated is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct PlaceForm {
    /// The settlement, its words joined.
    pub(crate) settlement: WordId,
    /// The stem of the district.
    pub(crate) district: WordId,
    /// The stem of the region.
    pub(crate) region: WordId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Settlement,
    District,
    Region,
    Ignored,
}

static MARKS: LazyLock<FxHashMap<&'static str, Mark>> = LazyLock::new(|| {
    PLACE_WORDS_TSV
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| {
            let (word, rest) = line.split_once('\t').expect("place_words.tsv has columns");
            let mark = match rest.split('\t').next() {
                Some("settlement") => Mark::Settlement,
                Some("district") => Mark::District,
                Some("region") => Mark::Region,
                _ => Mark::Ignored,
            };
            (word, mark)
        })
        .collect()
});

impl PlaceForm {
    /// Reads a place as written.
    ///
    /// A word such as `обл.` makes the word before it the region, or, first in
    /// its part, the words after it; a word such as `с.` is followed by the settlement.
    pub(crate) fn read(text: &str, words: &mut PlaceWords, book: &mut WordBook) -> Self {
        let mut parts = [String::new(), String::new(), String::new()];
        for piece in text.split([',', ';', '(', ')']) {
            words.read_piece(piece, &mut parts);
        }
        let [settlement, district, region] = parts;
        Self {
            settlement: book.number_of(Part::Place, &settlement),
            district: book.number_of(Part::Place, &district),
            region: book.number_of(Part::Place, &region),
        }
    }
}

/// A word as it stands in a text, read.
#[derive(Debug, Clone)]
struct PlaceWord {
    key: String,
    n_stem_bytes: usize,
    mark: Option<Mark>,
}

/// The words of places met so far: places are many, their words few.
#[derive(Debug, Default)]
pub(crate) struct PlaceWords {
    words: Vec<PlaceWord>,
    places: FxHashMap<Box<str>, u32>,
}

impl PlaceWords {
    fn place_of(&mut self, raw: &str) -> usize {
        if let Some(&place) = self.places.get(raw) {
            return place as usize;
        }
        let mut key = String::new();
        each_key(raw, |word| key.push_str(word));
        let mark = MARKS.get(key.as_str()).copied();
        let n_stem_bytes = crate::endings::stem(Part::Place, &key).len();
        self.words.push(PlaceWord { key, n_stem_bytes, mark });
        self.places.insert(raw.into(), self.words.len() as u32 - 1);
        self.words.len() - 1
    }

    fn read_piece(&mut self, piece: &str, parts: &mut [String; 3]) {
        let mut words: Vec<usize> = Vec::new();
        let mut open: Option<Mark> = None;
        for raw in piece.split(char::is_whitespace).filter(|raw| !raw.is_empty()) {
            let word = self.place_of(raw);
            match self.words[word].mark {
                None => words.push(word),
                Some(Mark::Ignored) => {}
                Some(Mark::Settlement) => {
                    self.close(&mut words, open, parts);
                    open = Some(Mark::Settlement);
                }
                Some(mark) => {
                    // The word before is the name of the region: `Саратовская обл.`
                    match words.pop() {
                        Some(word) => {
                            self.close(&mut words, open, parts);
                            words.push(word);
                            self.close(&mut words, Some(mark), parts);
                            open = None;
                        }
                        None => open = Some(mark),
                    }
                }
            }
        }
        self.close(&mut words, open, parts);
    }

    /// Adds the words to the part that the mark says.
    fn close(&self, words: &mut Vec<usize>, open: Option<Mark>, parts: &mut [String; 3]) {
        let part_idx = match open {
            Some(Mark::District) => 1,
            Some(Mark::Region) => 2,
            _ => 0,
        };
        for word in words.drain(..) {
            let word = &self.words[word];
            let n_bytes = if part_idx == 0 { word.key.len() } else { word.n_stem_bytes };
            parts[part_idx].push_str(&word.key[..n_bytes]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PlaceForm, PlaceWords};
    use crate::words::WordBook;

    #[test]
    fn parts_of_a_place() {
        for (text, expected) in [
            ("Саратовская обл., Вольский р-н, с. Ивановка", ["ivanovka", "volsk", "saratovsk"]),
            ("с. Ивановка Вольского р-на Саратовской обл.", ["ivanovka", "volsk", "saratovsk"]),
            ("Республика Татарстан, д. Ключи", ["kliuci", "", "tatarstan"]),
            ("г. Москва", ["moskva", "", ""]),
            ("Белая Церковь", ["belaiacerkov", "", ""]),
            ("stockton-on-tees", ["stoktonontes", "", ""]),
        ] {
            let mut book = WordBook::new();
            let place = PlaceForm::read(text, &mut PlaceWords::default(), &mut book);
            let found = [place.settlement, place.district, place.region]
                .map(|word| book.key(word).to_owned());
            assert_eq!(found, expected, "{text}");
        }
    }
}
