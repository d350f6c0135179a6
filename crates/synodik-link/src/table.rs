//! A table as the linkage takes it: columns of interned texts.

use rustc_hash::FxHashMap;

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
    numbers: Vec<FxHashMap<String, u32>>,
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
        let numbers = vec![FxHashMap::from_iter([(String::new(), 0)]); columns.len()];
        Self { table: Table { name: name.to_owned(), columns }, numbers }
    }

    /// Adds a row; cells that are not given are empty, further ones are left out.
    pub fn push_row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        let mut cells = cells.into_iter();
        for (column, numbers) in self.table.columns.iter_mut().zip(&mut self.numbers) {
            let text = cells.next().unwrap_or_default().trim();
            let number = match numbers.get(text) {
                Some(&number) => number,
                None => {
                    let number = column.texts.len() as u32;
                    column.texts.push(text.to_owned());
                    numbers.insert(text.to_owned(), number);
                    number
                }
            };
            column.values.push(number);
        }
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
}
