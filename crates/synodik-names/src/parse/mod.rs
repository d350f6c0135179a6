//! Takes a name as written apart, with spans into the original.
//!
//! Takes one name in any order and script; gives its pieces from left to right,
//! each with its kind and the claim it belongs to (the name itself, a maiden
//! name, an alias).
//!
//! **Invariant:** every byte that is no white space belongs to exactly one piece.

mod facts;
mod marks;
mod order;
mod other_names;
mod syllables;
mod tokens;
mod words;

pub(crate) use words::is_particle;

use std::ops::Range;

/// What a piece of a written name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PieceKind {
    /// Surname (фамилия).
    Surname,
    /// Given name (имя).
    Given,
    /// Patronymic or father's name (отчество).
    Patronymic,
    /// Initial of the given name.
    GivenInitial,
    /// Initial of the patronymic.
    PatronymicInitial,
    /// Particle of a surname (фон, де).
    Particle,
    /// Title (проф., князь, товарищ).
    Title,
    /// Suffix (младший).
    Suffix,
    /// Number.
    Number,
    /// Word that says what the words behind it are (урожд., он же).
    Marker,
    /// Brackets, commas, points.
    Punctuation,
    /// Anything else.
    Other,
}

/// Which name of the person a piece belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Claim {
    /// The name the source gives first.
    Main,
    /// Another spelling or name in brackets without a word that explains it.
    Variant,
    /// Name before marriage (урожд.).
    Maiden,
    /// Name by marriage (в замужестве).
    Married,
    /// Another name of the person (он же).
    AlsoKnown,
    /// Former name (Estonian `np.`, `en`).
    Former,
    /// Pseudonym, also of the party.
    Pseudonym,
    /// True name of one known by a pseudonym.
    TrueName,
}

/// The order in which the main name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOrder {
    /// Фамилия Имя Отчество.
    SurnameFirst,
    /// Имя Отчество Фамилия.
    GivenFirst,
    /// One name only, or none.
    Single,
}

/// One piece of a written name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePiece {
    /// Its bytes in the original.
    pub span: Range<usize>,
    /// What it is.
    pub kind: PieceKind,
    /// Which name it belongs to.
    pub claim: Claim,
}

/// A name taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct ParsedName<'a> {
    /// The name as written.
    pub raw: &'a str,
    /// The pieces from left to right.
    pub pieces: Vec<NamePiece>,
    /// The order of the main name.
    pub order: NameOrder,
    /// How sure the order is, from 0 to 1.
    pub p_order: f64,
}

impl<'a> ParsedName<'a> {
    /// Returns the words of one kind and claim, from left to right.
    pub fn words(&self, kind: PieceKind, claim: Claim) -> impl Iterator<Item = &'a str> + '_ {
        let raw = self.raw;
        self.pieces
            .iter()
            .filter(move |piece| piece.kind == kind && piece.claim == claim)
            .map(move |piece| &raw[piece.span.clone()])
    }
}

/// Takes a name as written apart.
///
/// # Shape
///
/// `raw`: one name. The pieces do not overlap and leave out only white space.
///
/// # Source
///
/// `data/names/name_words.tsv`, `data/names/part_endings.tsv`,
/// `data/names/east_asian_syllables.tsv`, `data/names/given/`
///
/// # Example
///
/// ```
/// use synodik_names::{Claim, NameOrder, PieceKind, parse_name};
/// let name = parse_name("Пантелей Лукич Рябов");
/// assert_eq!(name.order, NameOrder::GivenFirst);
/// assert_eq!(name.words(PieceKind::Surname, Claim::Main).next(), Some("Рябов"));
/// let name = parse_name("Рябова (урожд. Штейн) Устинья");
/// assert_eq!(name.words(PieceKind::Surname, Claim::Maiden).next(), Some("Штейн"));
/// ```
pub fn parse_name(raw: &str) -> ParsedName<'_> {
    let (pieces, has_hyphen) = tokens::split_tokens(raw);
    let mut name = ParsedName { raw, pieces, order: NameOrder::Single, p_order: 0.0 };
    let wishes = marks::mark_words(&mut name);
    marks::mark_claims(&mut name);
    // A cut moves the places that the wishes name; a name with wishes is not Chinese.
    if has_hyphen && wishes.is_empty() {
        split_east_asian_words(&mut name);
    }
    order::resolve_parts(&mut name, &wishes);
    name
}

/// Cuts a Chinese or Korean name that is written as one word (Ли-Сун-Во) behind the surname.
fn split_east_asian_words(name: &mut ParsedName<'_>) {
    let mut at = 0;
    while at < name.pieces.len() {
        let NamePiece { span, kind, claim } = name.pieces[at].clone();
        let is_alone = kind == PieceKind::Other
            && !has_neighbour(name, at, claim, |at| at.checked_sub(1))
            && !has_neighbour(name, at, claim, |at| Some(at + 1));
        let end = if is_alone { syllables::surname_length(&name.raw[span.clone()]) } else { None };
        if let Some(n_bytes) = end {
            let hyphen = span.start + n_bytes;
            name.pieces[at].span = span.start..hyphen;
            let parts = [
                NamePiece { span: hyphen..hyphen + 1, kind: PieceKind::Punctuation, claim },
                NamePiece { span: hyphen + 1..span.end, kind: PieceKind::Other, claim },
            ];
            name.pieces.splice(at + 1..at + 1, parts);
            at += 2;
        }
        at += 1;
    }
}

/// Whether a word of the same claim stands on one side, with nothing of another claim between.
fn has_neighbour(
    name: &ParsedName<'_>,
    at: usize,
    claim: Claim,
    step: impl Fn(usize) -> Option<usize>,
) -> bool {
    let mut next = step(at);
    while let Some(piece) = next.and_then(|place| name.pieces.get(place)) {
        // Of the main name all words count, wherever they stand.
        if piece.claim == claim && piece.kind == PieceKind::Other {
            return true;
        }
        if piece.claim != claim && claim != Claim::Main {
            return false;
        }
        next = next.and_then(&step);
    }
    false
}

#[cfg(test)]
mod tests;
