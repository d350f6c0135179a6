//! Tables of the codex as lines of comma-separated values.

/// Returns one line, ended as RFC 4180 says.
pub(in crate::pages) fn csv_line<const N: usize>(cells: [&str; N]) -> String {
    let mut line = cells.map(csv_cell).join(",");
    line.push_str("\r\n");
    line
}

/// Returns a cell, in quotation marks where a comma or such stands in it.
fn csv_cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_commas_are_quoted() {
        assert_eq!(csv_line(["a, \"b\"", "c"]), "\"a, \"\"b\"\"\",c\r\n");
        assert_eq!(csv_line(["a", ""]), "a,\r\n");
    }
}
