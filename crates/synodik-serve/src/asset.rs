//! The style sheet, the script of the search box and the mark of the site, compiled in.

/// The style sheet.
pub(crate) const STYLE: &str = include_str!("../assets/style.css");

/// The mark shown in the browser's tab.
pub(crate) const MARK: &str = include_str!("../assets/mark.svg");

/// The script of the search box: suggestions while typing.
pub(crate) const SUGGEST_SCRIPT: &str = include_str!("../assets/suggest.js");

/// Address of the script of the search box.
pub(crate) fn suggest_script_address() -> String {
    format!("/suggest.js?v={:016x}", content_number(SUGGEST_SCRIPT))
}

/// Address of the style sheet; it changes with its content, so it may be kept for long.
pub(crate) fn style_address() -> String {
    format!("/style.css?v={:016x}", content_number(STYLE))
}

/// Returns the entity tag of an asset; weak, because compression changes the bytes.
pub(crate) fn entity_tag(content: &str) -> String {
    format!("W/\"{:016x}\"", content_number(content))
}

/// Returns a number that changes with the content (FNV-1a, 64 bits).
fn content_number(content: &str) -> u64 {
    content.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
