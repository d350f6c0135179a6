//! Marks the words of a written name that are no name, and what each makes of its neighbours.

use super::words::{ROLES, Role, in_small_letters, is_capital_letter, may_have_role};
use super::{Claim, ParsedName, PieceKind};

/// What a marker says of the words behind it: its place and the part they are.
pub(super) type Wishes = Vec<(usize, Wish)>;

/// What a word that is no name asks of its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// The words behind are this part.
    PartBehind(PieceKind),
    /// The word before is the father's name.
    FatherBefore,
    /// It is the same part as the word before.
    SameAsBefore,
    /// It is the same part as the word behind.
    SameAsBehind,
}

/// Marks titles, particles, suffixes and the words that explain another name.
pub(super) fn mark_words(name: &mut ParsedName<'_>) -> Wishes {
    let mut wishes = Wishes::new();
    for at in 0..name.pieces.len() {
        if name.pieces[at].kind != PieceKind::Other {
            continue;
        }
        // Селим (Салим)-оглы: brackets may cut the word off with its hyphen.
        let word = name.raw[name.pieces[at].span.clone()].trim_end_matches('.');
        let word = word.strip_prefix('-').unwrap_or(word);
        let Some((role, n_further)) = role_at(name, at, word) else { continue };
        let is_small = word.chars().next().is_some_and(char::is_lowercase);
        let mut claim = Claim::Main;
        let kind = match role {
            Role::Particle if is_small => PieceKind::Particle,
            Role::Particle => continue,
            Role::Title => PieceKind::Title,
            Role::Suffix | Role::BirthMark => PieceKind::Suffix,
            Role::NameSuffix if at == 0 => continue,
            Role::NameSuffix => {
                wishes.push((at, Wish::SameAsBefore));
                PieceKind::Suffix
            }
            Role::Honorific => {
                wishes.push((at, Wish::SameAsBehind));
                continue;
            }
            Role::FathersMark => {
                wishes.push((at, Wish::FatherBefore));
                PieceKind::Suffix
            }
            Role::PatronymicSuffix => {
                wishes.push((at, Wish::FatherBefore));
                PieceKind::Patronymic
            }
            Role::Marker(marked) => {
                claim = marked;
                PieceKind::Marker
            }
            Role::PartMarker(part) => {
                wishes.push((at, Wish::PartBehind(part)));
                claim = Claim::AlsoKnown;
                PieceKind::Marker
            }
        };
        for piece in &mut name.pieces[at..=at + n_further] {
            piece.kind = kind;
            piece.claim = claim;
        }
    }
    wishes
}

/// Returns the role of the word at a place, and how many words behind it belong to it.
fn role_at(name: &ParsedName<'_>, at: usize, word: &str) -> Option<(Role, usize)> {
    // In the middle of a name a word with a capital is part of it, unless it is shortened
    // or one of the words that Turkic names are made with.
    let is_capital = word.chars().next().is_some_and(is_capital_letter);
    let is_shortened = name.raw.as_bytes()[name.pieces[at].span.end - 1] == b'.';
    let is_inside = at > 0 && name.pieces[at - 1].kind != PieceKind::Punctuation;
    let is_name_word = is_capital && is_inside && !is_shortened;
    if !may_have_role(word, is_name_word) {
        return None;
    }
    // A capital letter and a point is an initial; a short title in capitals would hide it.
    if is_capital && word.chars().nth(2).is_none() {
        let is_title =
            is_shortened && word.chars().nth(1).is_some_and(|second| !is_capital_letter(second));
        if !is_title {
            return None;
        }
    }
    let phrases = in_small_letters(word, |small| ROLES.get(small))?;
    phrases.iter().find_map(|(further, role)| {
        let pieces = name.pieces.get(at + 1..at + 1 + further.len())?;
        let is_here = further.iter().zip(pieces).all(|(wanted, piece)| {
            let word = name.raw[piece.span.clone()].trim_end_matches('.');
            piece.kind == PieceKind::Other && in_small_letters(word, |small| small == *wanted)
        });
        let is_name = is_capital && is_name_in_capitals(name, at, *role, is_name_word);
        (is_here && !is_name).then_some((*role, further.len()))
    })
}

/// Whether a word with a capital is a name although small it would have this role.
fn is_name_in_capitals(name: &ParsedName<'_>, at: usize, role: Role, is_name_word: bool) -> bool {
    let n_behind = name.pieces.len() - at - 1;
    match role {
        Role::PatronymicSuffix | Role::Honorific => false,
        Role::NameSuffix => at < 2 || n_behind < 2,
        Role::Title | Role::Suffix => is_name_word,
        // A marker of a small word (en, ka) written with a capital is a name.
        _ => is_name_word || at == 0 || name.pieces[at].span.len() < 6,
    }
}

/// Says of every piece which name it belongs to: brackets, quotes and markers open another one.
pub(super) fn mark_claims(name: &mut ParsedName<'_>) {
    let mut depth = 0_usize;
    let mut claim = Claim::Main;
    let mut n_main_words = 0_usize;
    let mut quoted_in: Option<Claim> = None;
    let mut has_surname_comma = false;
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
            (PieceKind::Punctuation, "«" | "»" | "\"" | "“" | "”" | "„") => {
                if let Some(outside) = quoted_in.take() {
                    piece.claim = claim;
                    claim = outside;
                    continue;
                }
                // A name that is quoted as a whole is the name itself.
                if n_main_words > 0 && claim == Claim::Main {
                    quoted_in = Some(claim);
                    claim = Claim::Pseudonym;
                }
            }
            (PieceKind::Punctuation, "/") => claim = Claim::AlsoKnown,
            // Behind a whole name the comma only divides the other names.
            (PieceKind::Punctuation, "," | ";") if depth == 0 => {
                has_surname_comma |= claim == Claim::Main && n_main_words == 1;
                // Kask, Liisa np. Tamm, Mihkel: the father's name is still to come.
                let is_father_next = has_surname_comma && claim == Claim::Maiden;
                if n_main_words < 2 || is_father_next {
                    claim = Claim::Main;
                }
            }
            (PieceKind::Marker, _) => claim = piece.claim,
            (PieceKind::Other, _) if claim == Claim::Main => n_main_words += 1,
            _ => {}
        }
        piece.claim = claim;
    }
}
