//! What parsing a name promises.

use super::*;

const CASES: &str = include_str!("../../tests/cases/parsed_names.tsv");

fn parts_of(name: &ParsedName<'_>) -> String {
    let parts = name.pieces.iter().filter(|piece| piece.kind < PieceKind::Particle);
    let said = parts.map(|piece| {
        let letter = match piece.kind {
            PieceKind::Surname => 's',
            PieceKind::Given | PieceKind::GivenInitial => 'g',
            _ => 'p',
        };
        let claim = match piece.claim {
            Claim::Main => "",
            Claim::Variant => "variant ",
            Claim::Maiden => "maiden ",
            Claim::Married => "married ",
            Claim::AlsoKnown => "also ",
            Claim::Former => "former ",
            Claim::Pseudonym => "pseudonym ",
            Claim::TrueName => "true ",
        };
        format!("{claim}{letter}:{}", &name.raw[piece.span.clone()])
    });
    said.collect::<Vec<_>>().join("|")
}

#[test]
fn names_are_parsed_as_the_table_says() {
    let mut wrong = Vec::new();
    for (line, case) in CASES.lines().enumerate().skip(1) {
        let cells: Vec<&str> = case.split('\t').collect();
        let said = parts_of(&parse_name(cells[0]));
        if said != cells[1] {
            wrong.push(format!("line {}: `{}` gives {said}, not {}", line + 1, cells[0], cells[1]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(CASES.lines().count() > 250);
}

fn check_nothing_is_lost(raw: &str) {
    let name = parse_name(raw);
    let mut end = 0;
    for piece in &name.pieces {
        assert!(raw[end..piece.span.start].trim().is_empty(), "`{raw}`");
        assert!(!piece.span.is_empty() && piece.span.start >= end);
        end = piece.span.end;
    }
    assert!(raw[end..].trim().is_empty(), "`{raw}`");
}

proptest::proptest! {
    #[test]
    fn nothing_is_lost(raw in ".{0,60}") {
        check_nothing_is_lost(&raw);
    }

    #[test]
    fn nothing_is_lost_of_words_like_names(
        raw in "([А-Я][а-я]{0,8}|[A-Z]{1,6}|он же|урожд\\.|оглы|[(),\\[\\]/.-]|фон| ){0,12}"
    ) {
        check_nothing_is_lost(&raw);
    }
}
