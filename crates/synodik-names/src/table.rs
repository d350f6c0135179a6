//! Reads the tab-separated rule files of `data/` that are compiled in.
//!
//! A file has comment lines that start with `#`, then one header line, then
//! rows of as many cells as the header.

/// Returns the rows of a rule file, without comments and header.
///
/// The files are part of the program and checked by its tests, so a broken row
/// is a bug and not an input error.
pub(crate) fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1).map(|line| {
        let mut cells = [""; N];
        for (cell, value) in cells.iter_mut().zip(line.split('\t')) {
            *cell = value;
        }
        cells
    })
}
