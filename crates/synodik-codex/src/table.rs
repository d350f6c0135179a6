//! Reads the tab-separated tables of the codex.

use crate::source::split_keys;
use crate::{Bilingual, Certainty, CodexError};

/// A row of a table, with its place.
pub(crate) struct Row<'t> {
    file: &'t str,
    line: usize,
    columns: &'static [&'static str],
    cells: Vec<&'t str>,
}

/// Reads the rows of a table whose header has to be `columns`.
pub(crate) fn read_rows<'t>(
    file: &'t str,
    text: &'t str,
    columns: &'static [&'static str],
) -> Result<Vec<Row<'t>>, CodexError> {
    let unreadable = |line: usize, message: String| CodexError::Unreadable {
        file: file.to_owned(),
        line,
        message,
    };
    let mut lines =
        text.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
    let header = lines.next();
    if header.is_none_or(|(_, line)| line.split('\t').ne(columns.iter().copied())) {
        let line = header.map_or(1, |(line_idx, _)| line_idx + 1);
        return Err(unreadable(line, format!("the columns have to be {}", columns.join(", "))));
    }
    let mut rows = Vec::new();
    for (line_idx, line) in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() != columns.len() {
            let message = format!("has {} cells; expected {}", cells.len(), columns.len());
            return Err(unreadable(line_idx + 1, message));
        }
        rows.push(Row { file, line: line_idx + 1, columns, cells });
    }
    Ok(rows)
}

impl<'t> Row<'t> {
    /// Returns the cell of a column.
    pub(crate) fn cell(&self, column: &str) -> &'t str {
        let column_idx = self.columns.iter().position(|known| *known == column);
        self.cells[column_idx.expect("the loader asks for columns of its own header")]
    }

    /// Returns the cell as owned text.
    pub(crate) fn text(&self, column: &str) -> String {
        self.cell(column).to_owned()
    }

    /// Returns two columns `…_en` and `…_ru` together.
    pub(crate) fn bilingual(&self, stem: &str) -> Bilingual {
        Bilingual { en: self.text(&format!("{stem}_en")), ru: self.text(&format!("{stem}_ru")) }
    }

    /// Returns a count, or `None` for an empty cell.
    pub(crate) fn optional_count(&self, column: &str) -> Result<Option<u32>, CodexError> {
        match self.cell(column) {
            "" => Ok(None),
            value => {
                value.parse().map(Some).map_err(|_| self.bad(column, "a whole number is expected"))
            }
        }
    }

    /// Returns a count.
    pub(crate) fn count(&self, column: &str) -> Result<u32, CodexError> {
        self.optional_count(column)?.ok_or_else(|| self.bad(column, "a whole number is expected"))
    }

    /// Returns how sure the row is.
    pub(crate) fn certainty(&self) -> Result<Certainty, CodexError> {
        Certainty::from_name(self.cell("certainty")).ok_or_else(|| {
            self.bad("certainty", "high, medium, low, disputed or general-knowledge")
        })
    }

    /// Returns the keys of the sources.
    pub(crate) fn sources(&self) -> Vec<String> {
        split_keys(self.cell("source"))
    }

    /// Returns the error for a cell.
    pub(crate) fn bad(&self, column: &str, expected: &str) -> CodexError {
        let message = format!("`{}` in column `{column}`: {expected}", self.cell(column));
        CodexError::Unreadable { file: self.file.to_owned(), line: self.line, message }
    }
}
