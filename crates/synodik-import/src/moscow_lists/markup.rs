//! Finds the paragraphs of a page and the text of each.
//!
//! A scanner of its own: broken markup must give the same entries, and each
//! entry's place in the bytes as received must be known.

/// What a stretch of a page is, by the tag that opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    /// Heading of a street, `<p class=Street>`.
    Street,
    /// Heading of a house, `<h4>`.
    House,
    /// Heading of a flat, `<h5>`.
    Flat,
    /// Start of a table row: the flat of the row before no longer holds.
    Row,
    /// Cell that reaches over the rows of a house; one page in fifty has no heading in it.
    HouseCell,
    /// A paragraph marked as a person, `<p class=pers>`.
    Person,
    /// Anything else.
    Other,
}

/// A stretch of a page between tags that end paragraphs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block<'a> {
    pub(super) kind: BlockKind,
    /// Bytes from the start of the decoded page.
    pub(super) start: usize,
    /// The stretch with the tag that opens it and, if it has one, the tag that closes it.
    pub(super) html: &'a str,
}

/// One tag, or a comment.
pub(super) struct Tag<'a> {
    name: &'a str,
    is_closing: bool,
    attributes: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

const BLOCK_TAGS: [&str; 24] = [
    "p",
    "td",
    "th",
    "tr",
    "table",
    "tbody",
    "thead",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "body",
    "html",
    "head",
    "title",
    "center",
    "blockquote",
];

const ENTITIES: [(&str, &str); 12] = [
    ("nbsp", " "),
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("hellip", "…"),
    ("shy", "\u{ad}"),
];

/// Iterates over the blocks of a page, in order; together they hold every letter of it.
pub(super) fn blocks(page: &str) -> impl Iterator<Item = Block<'_>> {
    let mut open = Opening { kind: BlockKind::Other, name: "", start: 0 };
    let mut at = 0;
    let mut is_done = false;
    std::iter::from_fn(move || {
        if is_done {
            return None;
        }
        while let Some(tag) = next_tag(page, at) {
            at = tag.end;
            if !tag.is_block() {
                continue;
            }
            let is_own_end = tag.is_closing && tag.name.eq_ignore_ascii_case(open.name);
            let end = if is_own_end { tag.end } else { tag.start };
            let block = Block { kind: open.kind, start: open.start, html: &page[open.start..end] };
            open = match tag.is_closing {
                true => Opening { kind: BlockKind::Other, name: "", start: tag.end },
                false => Opening { kind: tag.block_kind(), name: tag.name, start: tag.start },
            };
            if !block.html.is_empty() {
                return Some(block);
            }
        }
        is_done = true;
        Some(Block { kind: open.kind, start: open.start, html: &page[open.start..] })
    })
}

struct Opening<'a> {
    kind: BlockKind,
    name: &'a str,
    start: usize,
}

impl Tag<'_> {
    fn is_block(&self) -> bool {
        BLOCK_TAGS.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }

    /// Returns whether the tag opens bold text, in which the lists set names.
    pub(super) fn is_bold_start(&self) -> bool {
        !self.is_closing && self.is_bold()
    }

    fn is_bold(&self) -> bool {
        self.name.eq_ignore_ascii_case("b") || self.name.eq_ignore_ascii_case("strong")
    }

    fn block_kind(&self) -> BlockKind {
        match self.name.to_ascii_lowercase().as_str() {
            "h4" => BlockKind::House,
            "h5" => BlockKind::Flat,
            "tr" => BlockKind::Row,
            "td" | "th" if self.attributes.to_ascii_lowercase().contains("rowspan") => {
                BlockKind::HouseCell
            }
            _ if self.has_class("pers") => BlockKind::Person,
            _ if self.has_class("street") => BlockKind::Street,
            _ => BlockKind::Other,
        }
    }

    fn has_class(&self, class: &str) -> bool {
        let mut rest = self.attributes;
        while let Some((before, after)) = rest.split_once('=') {
            let name = before.split_whitespace().next_back().unwrap_or_default();
            let after = after.trim_start();
            let (value, following) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    after[1..].split_once(quote).unwrap_or((&after[1..], ""))
                }
                _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
            if name.eq_ignore_ascii_case("class") {
                return value.split_whitespace().any(|word| word.eq_ignore_ascii_case(class));
            }
            rest = following;
        }
        false
    }
}

/// Finds the next tag or comment at or after `from`.
///
/// A tag ends at `>`, or before the next `<` when its `>` is missing; a `<` before
/// anything but a letter, `/`, `!` or `?` is text.
pub(super) fn next_tag(page: &str, from: usize) -> Option<Tag<'_>> {
    let bytes = page.as_bytes();
    let mut from = from;
    loop {
        let start = from + memchr::memchr(b'<', bytes.get(from..)?)?;
        let inner = start + 1;
        match bytes.get(inner) {
            Some(b'/' | b'!' | b'?') => {}
            Some(byte) if byte.is_ascii_alphabetic() => {}
            _ => {
                from = inner;
                continue;
            }
        }
        if page[inner..].starts_with("!--")
            && let Some(length) = page[inner..].find("-->")
        {
            let end = inner + length + 3;
            return Some(Tag { name: "!--", is_closing: false, attributes: "", start, end });
        }
        let stop = memchr::memchr2(b'<', b'>', &bytes[inner..]).map(|length| inner + length);
        let stop = stop.unwrap_or(bytes.len());
        let end = if bytes.get(stop) == Some(&b'>') { stop + 1 } else { stop };
        let is_closing = bytes[inner] == b'/';
        let content = &page[inner + usize::from(is_closing)..stop];
        let name_end = content.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(content.len());
        let (name, attributes) = content.split_at(name_end);
        return Some(Tag { name, is_closing, attributes, start, end });
    }
}

/// The text of a stretch of a page.
#[derive(Debug, Default)]
pub(super) struct PlainText {
    /// Without tags, entities read, spaces of any kind and number made one.
    pub(super) text: String,
    /// Where the bold text at the start ends, if it is closed.
    pub(super) bold_end: Option<usize>,
}

/// Returns the text of a stretch of a page.
pub(super) fn plain_text(html: &str) -> PlainText {
    let mut plain = PlainText::default();
    let mut is_bold = false;
    let mut at = 0;
    loop {
        let tag = next_tag(html, at);
        let text_end = tag.as_ref().map_or(html.len(), |tag| tag.start);
        push_text(&html[at..text_end], &mut plain.text);
        let Some(tag) = tag else { break };
        if tag.is_bold_start() {
            is_bold |= plain.text.trim().is_empty();
        } else if is_bold && tag.is_bold() && plain.bold_end.is_none() {
            plain.bold_end = Some(plain.text.len());
        } else if tag.name.eq_ignore_ascii_case("br") {
            push_letter(' ', &mut plain.text);
        }
        at = tag.end;
    }
    plain.text.truncate(plain.text.trim_end().len());
    plain
}

fn push_text(raw: &str, out: &mut String) {
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        rest[..at].chars().for_each(|letter| push_letter(letter, out));
        match read_entity(&rest[at + 1..]) {
            Some((letters, n_bytes)) => {
                letters.chars().for_each(|letter| push_letter(letter, out));
                rest = &rest[at + 1 + n_bytes..];
            }
            None => {
                out.push('&');
                rest = &rest[at + 1..];
            }
        }
    }
    rest.chars().for_each(|letter| push_letter(letter, out));
}

/// Pushes a letter; a space only behind a letter.
fn push_letter(letter: char, out: &mut String) {
    match letter {
        _ if !letter.is_whitespace() => out.push(letter),
        _ if out.is_empty() || out.ends_with(' ') => {}
        _ => out.push(' '),
    }
}

/// Reads what stands behind `&`, and how many bytes it takes; the semicolon may be missing.
fn read_entity(text: &str) -> Option<(String, usize)> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let n_bytes = text.bytes().take(10).take_while(is_part).count();
    let name = &text[..n_bytes];
    let letters = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?.to_string()
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1.to_owned(),
    };
    Some((letters, n_bytes + usize::from(text[n_bytes..].starts_with(';'))))
}
