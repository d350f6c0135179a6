//! Gives the words of the other names of a person (maiden name, alias) their parts.

use super::facts::{PatronymicEnding, facts_of};
use super::marks::{Wish, Wishes};
use super::order::{Word, resolve_words, words_of};
use super::{Claim, ParsedName, PieceKind};
use PieceKind::{Given, Patronymic, Surname};

/// Gives every word that is not of the main name its part.
pub(super) fn resolve_other_names(name: &mut ParsedName<'_>, wishes: &Wishes) {
    let first_other = name.pieces.iter().position(|piece| piece.claim != Claim::Main);
    let mut at = first_other.unwrap_or(name.pieces.len());
    while at < name.pieces.len() {
        let claim = name.pieces[at].claim;
        let start = at;
        // A marker opens another name, even of the same claim (он же Зюзин, он же Рябов).
        at += 1;
        let mut has_word = name.pieces[start].kind == PieceKind::Other;
        while at < name.pieces.len() && name.pieces[at].claim == claim {
            let kind = name.pieces[at].kind;
            if kind == PieceKind::Marker && has_word {
                break;
            }
            has_word |= kind == PieceKind::Other;
            at += 1;
        }
        if claim != Claim::Main {
            let words = words_of(name, wishes, claim, start..at);
            let wish = wishes.iter().find_map(|(place, wish)| match wish {
                Wish::PartBehind(kind) if (start..at).contains(place) => Some(*kind),
                _ => None,
            });
            resolve_other_name(name, words.as_slice(), start, wish);
        }
    }
}

/// Another name: one word is the part it stands behind, several are a name of their own.
fn resolve_other_name(
    name: &mut ParsedName<'_>,
    words: &[Word<'_>],
    start: usize,
    wish: Option<PieceKind>,
) {
    let is_name = |kind| matches!(kind, Surname | Given | Patronymic);
    let piece_behind = name.pieces[..start].iter().rev().find(|piece| is_name(piece.kind));
    let behind = piece_behind.map(|piece| piece.kind);
    // Селим (Салим)-оглы: a father's name without an ending has variants without one.
    let is_bare_father = piece_behind.is_some_and(|piece| {
        let facts = facts_of(&name.raw[piece.span.clone()]);
        piece.kind == Patronymic && facts.patronymic == PatronymicEnding::None
    });
    let is_list = words.len() > 1 && has_punctuation_between(name, words);
    match (words, wish, behind) {
        ([], _, _) => {}
        ([first, rest @ ..], Some(kind), _) => {
            name.pieces[first.at].kind = kind;
            for word in rest {
                name.pieces[word.at].kind = kind;
            }
        }
        ([only], _, _) if is_bare_father && name.pieces[only.at].claim == Claim::Variant => {
            name.pieces[only.at].kind = Patronymic;
        }
        ([only], _, _) => {
            let kind = kind_of_other_word(name.pieces[only.at].claim, only, behind);
            name.pieces[only.at].kind = kind;
        }
        (_, _, Some(_)) if is_list => {
            for word in words {
                let kind = kind_of_other_word(name.pieces[word.at].claim, word, behind);
                name.pieces[word.at].kind = kind;
            }
        }
        _ => {
            resolve_words(name, words);
        }
    }
}

fn has_punctuation_between(name: &ParsedName<'_>, words: &[Word<'_>]) -> bool {
    words.windows(2).all(|pair| {
        name.pieces[pair[0].at + 1..pair[1].at]
            .iter()
            .any(|piece| piece.kind == PieceKind::Punctuation && !is_hyphen(name, piece.span.start))
    })
}

fn is_hyphen(name: &ParsedName<'_>, at: usize) -> bool {
    name.raw.as_bytes()[at] == b'-'
}

fn kind_of_other_word(claim: Claim, word: &Word<'_>, behind: Option<PieceKind>) -> PieceKind {
    let facts = word.facts;
    match (claim, behind) {
        (Claim::Maiden | Claim::Married, _) => Surname,
        _ if facts.is_initial => PieceKind::GivenInitial,
        (_, _) if facts.patronymic == PatronymicEnding::Sure => Patronymic,
        (_, Some(Patronymic)) if facts.patronymic > PatronymicEnding::None => Patronymic,
        (_, Some(Given | Patronymic)) if word.is_given() && !facts.is_like_surname => Given,
        (Claim::Variant, Some(Given)) if word.is_given() || !facts.is_like_surname => Given,
        (Claim::Main | Claim::Variant | Claim::AlsoKnown, None) if word.is_given() => Given,
        _ => Surname,
    }
}
