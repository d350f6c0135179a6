//! The rows of a table of a build, source by source.

use anyhow::Result;
use std::path::Path;
use synodik_store::{BuildManifest, Cell, TableSpec, read_rows, table_path};

/// A row of a table with the names of its columns.
#[derive(Clone, Copy)]
pub(crate) struct TableRow<'a> {
    pub(crate) table: &'a TableSpec,
    pub(crate) cells: &'a [Cell<'a>],
}

impl<'a> TableRow<'a> {
    /// Returns the cell of a column, which the table has.
    pub(crate) fn cell(&self, name: &str) -> &'a Cell<'a> {
        let [place] = self.table.places([name]);
        &self.cells[place]
    }

    /// Returns the value as text, if the row has one.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        match self.cell(name) {
            Cell::Absent => None,
            cell => Some(cell.to_text().into_owned()),
        }
    }

    /// Returns the probability of a column; 0 where the row has none.
    pub(crate) fn share(&self, name: &str) -> f32 {
        match self.cell(name) {
            Cell::Share(share) => *share,
            _ => 0.0,
        }
    }

    pub(crate) fn is_true(&self, name: &str) -> bool {
        *self.cell(name) == Cell::Flag(true)
    }
}

/// Hands each row of a table of a build to a function, in the order of the archive.
pub(crate) fn visit_table(
    (build, manifest): (&Path, &BuildManifest),
    table: &TableSpec,
    mut take: impl FnMut(TableRow<'_>) -> Result<()>,
) -> Result<()> {
    for source in &manifest.sources {
        let path = table_path(build, table.name, &source.id);
        read_rows(&path, table, |cells| take(TableRow { table, cells }))?;
    }
    Ok(())
}
