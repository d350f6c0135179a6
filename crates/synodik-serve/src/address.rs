//! Writes and checks addresses within the site.

/// The longest address that the language switch returns to, in bytes.
const MAX_RETURN_BYTES: usize = 4_000;

/// Returns the text with everything but unreserved characters percent-encoded.
pub(crate) fn percent_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// Returns the address of a record.
pub(crate) fn record_address(record_id: &str) -> String {
    format!("/record/{}", percent_encode(record_id))
}

/// Returns the address of a person.
pub(crate) fn person_address(person_id: &str) -> String {
    format!("/persons/{}", percent_encode(person_id))
}

/// Returns the address of a place.
pub(crate) fn place_address(place_id: &str) -> String {
    format!("/places/{}", percent_encode(place_id))
}

/// Returns the address of a family.
pub(crate) fn family_address(family_id: &str) -> String {
    format!("/families/{}", percent_encode(family_id))
}

/// Returns the address of the page that sets two records side by side.
pub(crate) fn compare_address(record_a: &str, record_b: &str) -> String {
    format!("/compare/{}/{}", percent_encode(record_a), percent_encode(record_b))
}

/// Returns the address of a source.
pub(crate) fn source_address(source_id: &str) -> String {
    format!("/sources/{}", percent_encode(source_id))
}

/// Returns the address of an instrument of the codex.
pub(crate) fn instrument_address(instrument_id: &str) -> String {
    format!("/codex/instruments/{}", percent_encode(instrument_id))
}

/// Returns the address of a campaign of the codex.
pub(crate) fn campaign_address(campaign_id: &str) -> String {
    format!("/codex/campaigns/{}", percent_encode(campaign_id))
}

/// Returns the address of a body or place of the codex.
pub(crate) fn institution_address(institution_id: &str) -> String {
    format!("/codex/institutions/{}", percent_encode(institution_id))
}

/// Returns whether a browser may be sent to the address: a path of this site.
///
/// Browsers read `//host` and `/\host` as another site, and drop tabs and line ends.
pub(crate) fn is_local_path(address: &str) -> bool {
    let mut bytes = address.bytes();
    address.len() <= MAX_RETURN_BYTES
        && bytes.next() == Some(b'/')
        && bytes.next() != Some(b'/')
        && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

/// Returns the address if it leads to a web page, so that it may become a link.
pub(crate) fn web_address(text: &str) -> Option<&str> {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    (is_web && !text.contains(char::is_whitespace)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_returned_to() {
        for path in ["/", "/about", "/search?q=%D0%98&offset=20", "/record/a.1.2"] {
            assert!(is_local_path(path), "{path}");
        }
        let foreign = [
            "",
            "about",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\tb",
            "/a\r\nSet-Cookie: x=1",
            "/\t/evil.example",
            "javascript:alert(1)",
            "/поиск",
        ];
        for path in foreign {
            assert!(!is_local_path(path), "{path}");
        }
        assert!(!is_local_path(&format!("/{}", "a".repeat(MAX_RETURN_BYTES))));
    }

    #[test]
    fn encoding_keeps_only_unreserved_characters() {
        assert_eq!(percent_encode("a.1-2_~"), "a.1-2_~");
        assert_eq!(percent_encode("я&b=/?"), "%D1%8F%26b%3D%2F%3F");
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(web_address("https://example.org/a"), Some("https://example.org/a"));
        assert_eq!(web_address("javascript:alert(1)"), None);
        assert_eq!(web_address("https://example.org and more"), None);
    }
}
