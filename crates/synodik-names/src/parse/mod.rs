//! Takes a name as written apart, with spans into the original.
//!
//! Takes one name in any order and script; gives its pieces from left to right,
//! each with its kind and the claim it belongs to (the name itself, a maiden
//! name, an alias). Rules: `data/names/name_words.tsv`, `data/names/given/`.
//!
//! **Invariant:** every byte that is no white space belongs to exactly one piece.

mod order;
mod tokens;
mod words;

use std::ops::Range;
use words::Role;

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
/// `data/names/name_words.tsv`, `data/names/given/`
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
    let mut name = ParsedName {
        raw,
        pieces: tokens::split_tokens(raw),
        order: NameOrder::Single,
        p_order: 0.0,
    };
    mark_words(&mut name);
    mark_claims(&mut name);
    order::resolve_parts(&mut name);
    name
}

/// Marks titles, particles, suffixes and the words that explain another name.
fn mark_words(name: &mut ParsedName<'_>) {
    for at in 0..name.pieces.len() {
        if name.pieces[at].kind != PieceKind::Other {
            continue;
        }
        let word = name.raw[name.pieces[at].span.clone()].trim_end_matches('.');
        let Some((role, n_further)) = role_at(name, at, word) else { continue };
        let is_small = word.chars().next().is_some_and(char::is_lowercase);
        let kind = match role {
            Role::Particle if is_small => PieceKind::Particle,
            Role::Particle => continue,
            Role::Title => PieceKind::Title,
            Role::Suffix => PieceKind::Suffix,
            Role::PatronymicSuffix => PieceKind::Patronymic,
            Role::Marker(claim) => {
                name.pieces[at].claim = claim;
                PieceKind::Marker
            }
        };
        let claim = name.pieces[at].claim;
        for piece in &mut name.pieces[at..=at + n_further] {
            piece.kind = kind;
            piece.claim = claim;
        }
    }
}

/// Returns the role of the word at a place, and how many words behind it belong to it.
fn role_at(name: &ParsedName<'_>, at: usize, word: &str) -> Option<(Role, usize)> {
    // A capital letter and a point is an initial; a short title in capitals would hide it.
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    if is_capital && word.chars().nth(2).is_none() {
        return None;
    }
    // In the middle of a name a word with a capital is part of it, unless it is shortened.
    let is_shortened = name.raw[name.pieces[at].span.clone()].ends_with('.');
    let is_inside = at > 0 && name.pieces[at - 1].kind != PieceKind::Punctuation;
    if is_capital && is_inside && !is_shortened {
        return None;
    }
    let phrases = words::in_small_letters(word, |small| words::ROLES.get(small))?;
    phrases.iter().find_map(|(further, role)| {
        let pieces = name.pieces.get(at + 1..at + 1 + further.len())?;
        let is_here = further.iter().zip(pieces).all(|(wanted, piece)| {
            let word = name.raw[piece.span.clone()].trim_end_matches('.');
            words::in_small_letters(word, |small| small == *wanted)
        });
        // A marker of a small word (en, ka) written with a capital is a name.
        let is_name = is_capital && matches!(role, Role::Marker(_)) && word.len() < 6;
        (is_here && !is_name).then_some((*role, further.len()))
    })
}

/// Says of every piece which name it belongs to: brackets and markers open another one.
fn mark_claims(name: &mut ParsedName<'_>) {
    let mut depth = 0_usize;
    let mut claim = Claim::Main;
    for piece in &mut name.pieces {
        match (piece.kind, &name.raw[piece.span.clone()]) {
            (PieceKind::Punctuation, "(" | "[") => {
                depth += 1;
                claim = Claim::Variant;
            }
            (PieceKind::Punctuation, ")" | "]") => {
                piece.claim = claim;
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    claim = Claim::Main;
                }
                continue;
            }
            (PieceKind::Punctuation, "/") => claim = Claim::AlsoKnown,
            (PieceKind::Punctuation, "," | ";") if depth == 0 => claim = Claim::Main,
            (PieceKind::Marker, _) => claim = piece.claim,
            _ => {}
        }
        piece.claim = claim;
    }
}

#[cfg(test)]
mod tests;
