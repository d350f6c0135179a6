//! Writes XML: every value escaped, and without the characters that XML does not allow.

/// A document that is being written.
#[derive(Debug, Default)]
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// Adds markup as it stands; never a value.
    pub(super) fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Adds an element with a text.
    pub(super) fn element(&mut self, name: &str, value: &str) {
        self.text.push('<');
        self.text.push_str(name);
        self.text.push('>');
        self.value(value);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Adds a text, also within the quotation marks of an attribute.
    pub(super) fn value(&mut self, value: &str) {
        for letter in value.chars() {
            match letter {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&apos;"),
                letter if is_allowed(letter) => self.text.push(letter),
                _ => self.text.push('\u{FFFD}'),
            }
        }
    }

    /// Returns the document.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// Returns whether XML 1.0 allows a character.
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_leave_their_element() {
        for (value, expected) in [
            ("Волин & Ко", "Волин &amp; Ко"),
            ("</dc:title><script>", "&lt;/dc:title&gt;&lt;script&gt;"),
            ("\"quoted' ]]>", "&quot;quoted&apos; ]]&gt;"),
            ("a\u{0}b\u{1}c\u{B}\u{FFFE}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}"),
            ("a\tb\nc", "a\tb\nc"),
            ("\u{10FFFF}𝔄", "\u{10FFFF}𝔄"),
        ] {
            let mut xml = Xml::default();
            xml.element("t", value);
            assert_eq!(xml.finish(), format!("<t>{expected}</t>"));
        }
    }
}
