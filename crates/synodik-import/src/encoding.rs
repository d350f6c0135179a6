//! From bytes as received to text, without losing a row.

use crate::chunk::Newline;
use crate::gedcom::decode_ansel;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use std::borrow::Cow;

/// Text of some bytes, and whether invalid bytes had to be replaced by U+FFFD.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedText<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Whether some bytes are not valid in the encoding.
    pub has_invalid_bytes: bool,
}

/// The encoding of a file, and the length of its byte-order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileEncoding {
    pub(crate) encoding: &'static Encoding,
    pub(crate) bom_bytes: usize,
    /// Whether it is ANSEL, which only GEDCOM has; `encoding` is then of no meaning.
    pub(crate) is_ansel: bool,
    /// What the bytes look like, if that is not what was declared and followed.
    pub(crate) likely: Option<&'static Encoding>,
}

impl FileEncoding {
    pub(crate) fn newline(self) -> Newline {
        match self.encoding {
            encoding if encoding == UTF_16LE => Newline::LittleEndian,
            encoding if encoding == UTF_16BE => Newline::BigEndian,
            _ => Newline::Byte,
        }
    }

    /// Returns how many bytes of the file a stretch of decoded text takes.
    pub(crate) fn byte_length(self, text: &str) -> u64 {
        match self.encoding {
            encoding if encoding == UTF_8 => text.len() as u64,
            encoding if encoding == UTF_16LE || encoding == UTF_16BE => {
                2 * text.encode_utf16().count() as u64
            }
            _ => text.chars().count() as u64,
        }
    }

    /// Returns the name of the encoding, as in the WHATWG Encoding Standard where that has it.
    pub(crate) fn name(self) -> &'static str {
        if self.is_ansel { "ANSEL" } else { self.encoding.name() }
    }

    pub(crate) fn decode(self, bytes: &[u8]) -> DecodedText<'_> {
        if self.is_ansel {
            return decode_ansel(bytes);
        }
        let (text, has_invalid_bytes) = self.encoding.decode_without_bom_handling(bytes);
        DecodedText { text, has_invalid_bytes }
    }
}

/// Returns the encoding of a label such as `cp1251`, `koi8-r`, `utf-16` or `cp866`.
pub fn encoding_from_label(label: &str) -> Option<&'static Encoding> {
    match label.to_ascii_lowercase().as_str() {
        "cp1251" | "win1251" => Some(WINDOWS_1251),
        "koi8" | "koi8r" => Some(KOI8_R),
        "cp866" | "dos" => Some(IBM866),
        "utf16" | "utf-16" => Some(UTF_16LE),
        label => Encoding::for_label(label.as_bytes()),
    }
}

/// Guesses the encoding of a file from its first bytes.
///
/// A byte-order mark decides; then UTF-16 without a mark, seen by the high bytes
/// of Latin and Cyrillic letters, which no other text has; then valid UTF-8; then
/// the most likely of the one-byte encodings, as of Russian text.
pub fn detect_encoding(head: &[u8], is_complete: bool) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    // First, since Cyrillic letters in UTF-16 are also valid UTF-8.
    if let Some(encoding) = utf16_without_mark(head) {
        return encoding;
    }
    if is_utf8(head) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, is_complete);
    detector.guess(Some(b"ru"), Utf8Detection::Allow)
}

/// Returns in which encoding a file is read.
///
/// # Shape
///
/// `detected`: what [`detect_encoding`] says of the same bytes.
pub(crate) fn file_encoding(
    declared: Option<&'static Encoding>,
    detected: &'static Encoding,
    head: &[u8],
) -> FileEncoding {
    match Encoding::for_bom(head) {
        // A mark is stronger than a declaration: it cannot be there by chance.
        Some((encoding, bom_bytes)) => {
            FileEncoding { encoding, bom_bytes, is_ansel: false, likely: None }
        }
        None => {
            let encoding = declared.unwrap_or(detected);
            // No letter tells one encoding of ASCII text from another.
            let is_doubted = encoding != detected && !head.is_ascii();
            let likely = is_doubted.then_some(detected);
            FileEncoding { encoding, bom_bytes: 0, is_ansel: false, likely }
        }
    }
}

/// Letters of several bytes that no text of a one-byte encoding has by chance, and invalid
/// bytes that are no damage.
const SURE_LETTERS: usize = 20;

/// Returns whether a file is for sure not in the encoding declared.
///
/// Only Unicode can be told for sure; one one-byte encoding is never ruled out for another.
///
/// # Shape
///
/// `detected`: what [`detect_encoding`] says of the same bytes.
pub(crate) fn is_contradicted(
    declared: &'static Encoding,
    detected: &'static Encoding,
    head: &[u8],
) -> bool {
    if detected == declared || Encoding::for_bom(head).is_some() {
        false
    } else if detected == UTF_16LE || detected == UTF_16BE {
        true
    } else if declared == UTF_8 {
        head.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count() >= SURE_LETTERS
    } else if declared == UTF_16LE || declared == UTF_16BE {
        // Every text has a space or the end of a line, and so a zero byte.
        !head.contains(&0)
    } else {
        let letters = head.utf8_chunks().flat_map(|chunk| chunk.valid().chars());
        detected == UTF_8 && letters.filter(|letter| !letter.is_ascii()).count() >= SURE_LETTERS
    }
}

/// How many good letters outweigh one invalid byte in the guess of UTF-8.
const GOOD_FOR_BAD: usize = 20;

/// Returns whether the bytes are UTF-8, a few damaged ones among many allowed.
///
/// In text of a one-byte encoding nearly every non-ASCII letter is invalid as
/// UTF-8, so a file with few invalid bytes is damaged UTF-8 and not another encoding.
fn is_utf8(head: &[u8]) -> bool {
    let (mut n_good, mut n_bad) = (0, 0);
    for chunk in head.utf8_chunks() {
        n_good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        n_bad += usize::from(!chunk.invalid().is_empty());
    }
    // The head may end in the middle of a letter.
    n_bad == 0 || n_bad * GOOD_FOR_BAD <= n_good
}

fn utf16_without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let pairs = head.chunks_exact(2).take(4096);
    let (mut n_pairs, mut n_little, mut n_big) = (0, 0, 0);
    for pair in pairs {
        n_pairs += 1;
        n_little += usize::from(pair[1] == 0 || pair[1] == 4);
        n_big += usize::from(pair[0] == 0 || pair[0] == 4);
    }
    let most = n_pairs * 9 / 10;
    match n_pairs > 8 {
        true if n_little > most => Some(UTF_16LE),
        true if n_big > most => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::CoderResult;

    fn contradicting_encoding(
        declared: &'static Encoding,
        bytes: &[u8],
    ) -> Option<&'static Encoding> {
        let detected = detect_encoding(bytes, true);
        is_contradicted(declared, detected, bytes).then_some(detected)
    }

    #[test]
    fn a_wrong_declaration_is_noticed_where_it_is_sure() {
        let [utf8, cp1251, koi8] =
            [UTF_8, WINDOWS_1251, KOI8_R].map(|encoding| encoding.encode(TEXTS[0]).0.into_owned());
        let utf16: Vec<u8> = TEXTS[0].encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (declared, bytes, found, why) in [
            (UTF_8, &utf8, None, "right"),
            (UTF_8, &cp1251, Some(WINDOWS_1251), "hardly a letter is valid"),
            (WINDOWS_1251, &utf8, Some(UTF_8), "valid UTF-8 is no chance"),
            (WINDOWS_1251, &cp1251, None, "right"),
            (WINDOWS_1251, &koi8, None, "a one-byte encoding is never sure"),
            (UTF_16LE, &utf16, None, "right"),
            (UTF_16LE, &utf8, Some(UTF_8), "no zero byte"),
            (WINDOWS_1251, &utf16, Some(UTF_16LE), "UTF-16 without a mark"),
        ] {
            let contradicting = contradicting_encoding(declared, bytes);
            assert_eq!(contradicting, found, "{} declared: {why}", declared.name());
        }
        let ascii = b"name,born\nIvanov,1890\n";
        assert_eq!(contradicting_encoding(WINDOWS_1251, ascii), None, "no letter tells");
    }

    /// Invented prose of the kind that fills such lists, 200 letters and more each.
    const TEXTS: [&str; 4] = [
        "Фомин Пётр Ильич, родился в 1891 году в деревне Малые Ручьи, крестьянин-единоличник. \
         Арестован 3 ноября 1937 года районным отделом. Осуждён тройкой по статье 58-10, \
         приговорён к десяти годам лагерей. Умер в заключении, место погребения неизвестно. \
         Реабилитирован областной прокуратурой.",
        "Фамилия;Имя;Отчество;Год рождения;Место рождения\r\nФомин;Пётр;Ильич;1891;д. Малые Ручьи\r\n\
         Фомина;Аграфена;Лукинична;1894;с. Высокое\r\nЖданов;Игнатий;Саввич;1880;г. Вятка\r\n\
         Юхнов;Яков;Елисеевич;1902;хутор Щербаки\r\nЭрлих;Хая;Цалевна;1911;м. Ошмяны\r\n\
         Быков;Тит;Фадеевич;1876;ст. Усть-Хопёрская\r\n",
        "ФОМИН ПЕТР ИЛЬИЧ, РОДИЛСЯ В 1891 ГОДУ В ДЕРЕВНЕ МАЛЫЕ РУЧЬИ, КРЕСТЬЯНИН. АРЕСТОВАН \
         3 НОЯБРЯ 1937 ГОДА РАЙОННЫМ ОТДЕЛОМ. ОСУЖДЕН ТРОЙКОЙ ПО СТАТЬЕ 58-10, ПРИГОВОРЕН К ДЕСЯТИ \
         ГОДАМ ЛАГЕРЕЙ. УМЕР В ЗАКЛЮЧЕНИИ, МЕСТО ПОГРЕБЕНИЯ НЕИЗВЕСТНО. РЕАБИЛИТИРОВАН ПОСЛЕ ВОЙНЫ \
         ОБЛАСТНОЙ ПРОКУРАТУРОЙ",
        "id\tsurname\tname\n1\tФомин\tПётр\n2\tЖданов\tИгнатий\n3\tЮхнов\tЯков\n4\tБыков\tТит\n\
         5\tЩукина\tФёкла\n6\tЧернов\tЕвграф\n7\tЦветкова\tЗинаида\n8\tШубин\tАркадий\n\
         9\tЭрлих\tХая\n10\tРогов\tГерасим\n11\tМельник\tОксана\n12\tСавельев\tНикифор\n\
         13\tЛаптева\tДарья\n14\tКуприянов\tВукол\n15\tЗотов\tЮлиан\n16\tИгнатова\tПелагея\n",
    ];

    /// Encodes as a file without a byte-order mark.
    fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        match encoding {
            _ if encoding == UTF_16LE => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            _ if encoding == UTF_16BE => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => {
                let mut bytes = Vec::with_capacity(4 * text.len());
                let (result, _, is_lossy) =
                    encoding.new_encoder().encode_from_utf8_to_vec(text, &mut bytes, true);
                assert_eq!((result, is_lossy), (CoderResult::InputEmpty, false));
                bytes
            }
        }
    }

    #[test]
    fn russian_text_is_detected_in_every_usual_encoding() {
        for encoding in [UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1251, KOI8_R, IBM866] {
            for text in TEXTS {
                let bytes = encoded(text, encoding);
                let detected = detect_encoding(&bytes, true);
                // Two encodings may have the same letters, as KOI8-R and KOI8-U.
                let decoded = detected.decode_without_bom_handling(&bytes).0;
                assert_eq!(decoded, text, "{} read as {}", encoding.name(), detected.name());
            }
        }
    }

    #[test]
    fn labels_of_archivists_are_known() {
        for (label, name) in [
            ("cp1251", "windows-1251"),
            ("Windows-1251", "windows-1251"),
            ("koi8-r", "KOI8-R"),
            ("cp866", "IBM866"),
            ("DOS", "IBM866"),
            ("utf-16", "UTF-16LE"),
            ("UTF-8", "UTF-8"),
        ] {
            assert_eq!(encoding_from_label(label).map(Encoding::name), Some(name), "{label}");
        }
        assert_eq!(encoding_from_label("cp1252a"), None);
    }
}
