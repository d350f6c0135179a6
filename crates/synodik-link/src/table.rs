//! A table as the linkage takes it: columns of interned texts.

use rustc_hash::FxHasher;
use std::hash::Hasher;
use std::str::Utf8Error;

/// One column: every distinct text once, and for every row the number of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name in the header.
    pub name: String,
    /// For every row the place of its text in `texts`.
    pub values: Vec<u32>,
    /// The distinct texts, in the order in which they first appear; the first is empty.
    pub texts: Vec<String>,
}

impl Column {
    /// Returns the text of a row.
    pub fn text(&self, row_idx: usize) -> &str {
        &self.texts[self.values[row_idx] as usize]
    }
}

/// A named table: columns of equal length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name under which reports speak of it, the list of its rows if no column names one.
    pub name: String,
    /// The columns.
    pub columns: Vec<Column>,
}

impl Table {
    /// Returns the column of this name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Returns the number of rows.
    pub fn n_rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.values.len())
    }
}

/// Collects rows into a [`Table`], each distinct text kept once a column.
#[derive(Debug)]
pub struct TableBuilder {
    table: Table,
    known: Vec<Known>,
}

/// Where the texts of a column stand by their hashes, each text itself being kept once.
#[derive(Debug, Clone)]
struct Known {
    /// Hash and number of a text, in the first free place from that of its hash on.
    places: Vec<(u32, u32)>,
    n_texts: u32,
    /// The text of the row before.
    last: u32,
}

/// A place that holds no text.
const FREE: u32 = u32::MAX;

impl Known {
    fn new() -> Self {
        let mut known = Self { places: vec![(0, FREE); 64], n_texts: 0, last: 0 };
        known.add(hash_of(b""));
        known
    }

    /// Returns the number of a text, which may be new.
    fn number_of(&mut self, text: &str, texts: &mut Vec<String>) -> u32 {
        let hash = hash_of(text.as_bytes());
        self.find(hash, text.as_bytes(), texts).unwrap_or_else(|| {
            texts.push(text.to_owned());
            self.add(hash)
        })
    }

    /// Returns the number of a text, or none if it is new.
    fn find(&self, hash: u32, text: &[u8], texts: &[String]) -> Option<u32> {
        let mask = self.places.len() - 1;
        let mut place = hash as usize & mask;
        loop {
            let (known, number) = self.places[place];
            if number == FREE {
                return None;
            }
            if known == hash && texts[number as usize].as_bytes() == text {
                return Some(number);
            }
            place = (place + 1) & mask;
        }
    }

    /// Gives the next number to a text that is new.
    fn add(&mut self, hash: u32) -> u32 {
        let number = self.n_texts;
        self.n_texts += 1;
        if self.n_texts as usize * 2 > self.places.len() {
            let places = vec![(0, FREE); self.places.len() * 2];
            for (hash, number) in std::mem::replace(&mut self.places, places) {
                if number != FREE {
                    self.put(hash, number);
                }
            }
        }
        self.put(hash, number);
        number
    }

    fn put(&mut self, hash: u32, number: u32) {
        let mask = self.places.len() - 1;
        let mut place = hash as usize & mask;
        while self.places[place].1 != FREE {
            place = (place + 1) & mask;
        }
        self.places[place] = (hash, number);
    }
}

fn hash_of(text: &[u8]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(text);
    // The upper half is the better one.
    (hasher.finish() >> 32) as u32
}

impl TableBuilder {
    /// Starts an empty table with these columns.
    pub fn new<'a>(name: &str, columns: impl IntoIterator<Item = &'a str>) -> Self {
        let columns: Vec<Column> = columns
            .into_iter()
            .map(|column| Column {
                name: column.to_owned(),
                values: Vec::new(),
                texts: vec![String::new()],
            })
            .collect();
        let known = vec![Known::new(); columns.len()];
        Self { table: Table { name: name.to_owned(), columns }, known }
    }

    /// Adds a row; cells that are not given are empty, further ones are left out.
    pub fn push_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        let cells = cells.into_iter().map(str::as_bytes);
        self.push_bytes(cells).expect("texts are UTF-8");
    }

    /// Adds a row as read from a file. What is known already is not looked at again as text.
    ///
    /// # Errors
    ///
    /// [`Utf8Error`] for a cell that is not UTF-8; the table is not to be used then.
    pub fn push_bytes<'a>(
        &mut self,
        cells: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<(), Utf8Error> {
        let mut cells = cells.into_iter();
        for (column, known) in self.table.columns.iter_mut().zip(&mut self.known) {
            let cell = cells.next().unwrap_or_default().trim_ascii();
            if column.texts[known.last as usize].as_bytes() != cell {
                known.last = match known.find(hash_of(cell), cell, &column.texts) {
                    Some(number) => number,
                    None => known.number_of(std::str::from_utf8(cell)?.trim(), &mut column.texts),
                };
            }
            column.values.push(known.last);
        }
        Ok(())
    }

    /// Returns the table.
    pub fn finish(self) -> Table {
        self.table
    }
}

#[cfg(test)]
mod tests {
    use super::TableBuilder;

    #[test]
    fn texts_are_kept_once() {
        let mut builder = TableBuilder::new("t", ["a", "b"]);
        builder.push_row(["x", " y "]);
        builder.push_row(["x"]);
        let table = builder.finish();
        assert_eq!(table.n_rows(), 2);
        assert_eq!(table.columns[0].texts, ["", "x"]);
        assert_eq!(table.columns[1].text(0), "y");
        assert_eq!(table.columns[1].text(1), "");
    }

    #[test]
    fn blanks_around_a_text_are_no_part_of_it() {
        let mut builder = TableBuilder::new("t", ["a"]);
        for cell in ["x", "\u{a0}x ", " x\r", "\u{3000}"] {
            builder.push_bytes([cell.as_bytes()]).expect("it is UTF-8");
        }
        assert!(builder.push_bytes([&b"\xff"[..]]).is_err());
        let table = builder.finish();
        assert_eq!(table.columns[0].texts, ["", "x"]);
        assert_eq!(table.columns[0].values, [1, 1, 1, 0]);
    }

    #[test]
    fn many_texts_find_their_numbers_again() {
        let mut builder = TableBuilder::new("t", ["a"]);
        let texts: Vec<String> = (0..5000).map(|n| format!("{:x}", n * 7919 % 2503)).collect();
        for text in &texts {
            builder.push_row([text.as_str()]);
        }
        let table = builder.finish();
        assert_eq!(table.columns[0].texts.len(), 2504);
        for (row_idx, text) in texts.iter().enumerate() {
            assert_eq!(table.columns[0].text(row_idx), text);
        }
    }
}
