//! Lines of a GEDCOM file: escapes, line ends in texts, and how long a line may be.

use super::GedcomVersion;

/// Most letters of a value on one line in version 5.5.1, which allows 255 for the whole line.
const MAX_VALUE_LETTERS: usize = 200;

/// Writes lines one after the other.
pub(super) struct LineWriter {
    version: GedcomVersion,
    text: String,
}

impl LineWriter {
    pub(super) fn of(version: GedcomVersion) -> LineWriter {
        let text = match version {
            GedcomVersion::V5 => String::new(),
            GedcomVersion::V7 => "\u{feff}".to_owned(),
        };
        LineWriter { version, text }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) fn version(&self) -> GedcomVersion {
        self.version
    }

    /// Writes the first line of an entry that others point to.
    pub(super) fn entry(&mut self, xref: &str, tag: &str) {
        self.text.push_str(&format!("0 {xref} {tag}\n"));
    }

    /// Writes a line without a value.
    pub(super) fn line(&mut self, level: u8, tag: &str) {
        self.text.push_str(&format!("{level} {tag}\n"));
    }

    pub(super) fn pointer(&mut self, level: u8, tag: &str, pointer: &str) {
        self.text.push_str(&format!("{level} {tag} {pointer}\n"));
    }

    /// Writes a value; its further lines as `CONT`, and what is too long for 5.5.1 as `CONC`.
    ///
    /// Letters that the standard forbids are left out.
    pub(super) fn text(&mut self, level: u8, tag: &str, value: &str) {
        let value = value.trim_end();
        for (line, line_idx) in value.split('\n').zip(0..) {
            let line: String = line.chars().filter(|letter| is_allowed(*letter)).collect();
            let (level, tag) = if line_idx == 0 { (level, tag) } else { (level + 1, "CONT") };
            let conc_level = if line_idx == 0 { level + 1 } else { level };
            let mut rest = self.escaped(&line);
            let mut next = (level, tag.to_owned());
            while let Some(cut) = self.cut_of(&rest) {
                let tail = rest.split_off(cut);
                self.push(next.0, &next.1, &rest);
                rest = tail;
                next = (conc_level, "CONC".to_owned());
            }
            self.push(next.0, &next.1, &rest);
        }
    }

    fn push(&mut self, level: u8, tag: &str, value: &str) {
        match value.is_empty() {
            true => self.line(level, tag),
            false => self.text.push_str(&format!("{level} {tag} {value}\n")),
        }
    }

    /// Where a value that is too long is cut: between two letters that are no spaces, since
    /// programs drop spaces at the ends of lines.
    fn cut_of(&self, value: &str) -> Option<usize> {
        if self.version == GedcomVersion::V7 || value.chars().count() <= MAX_VALUE_LETTERS {
            return None;
        }
        let letters: Vec<(usize, char)> =
            value.char_indices().take(MAX_VALUE_LETTERS + 1).collect();
        let is_inside = |pair: &[(usize, char)]| {
            pair.iter().all(|(_, letter)| !letter.is_whitespace() && *letter != '@')
        };
        let cut = (1..letters.len()).rev().find(|&idx| is_inside(&letters[idx - 1..=idx]));
        Some(letters[cut.unwrap_or(letters.len() - 1)].0)
    }

    /// In 5.5.1 every `@` is doubled, in 7.0 only one that starts the value.
    fn escaped(&self, value: &str) -> String {
        match self.version {
            GedcomVersion::V5 => value.replace('@', "@@"),
            GedcomVersion::V7 if value.starts_with('@') => format!("@{value}"),
            GedcomVersion::V7 => value.to_owned(),
        }
    }
}

fn is_allowed(letter: char) -> bool {
    letter == '\t' || !letter.is_control()
}
