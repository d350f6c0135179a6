//! Files of invented people.

use super::*;

fn tie(first: usize, second: usize, relation: &str, p_tie: f64) -> GedcomTie {
    let ground = "stated".to_owned();
    GedcomTie { first, second, relation: relation.to_owned(), p_tie, ground, contradicts: false }
}

const M: Option<Sex> = Some(Sex::Male);
const F: Option<Sex> = Some(Sex::Female);

/// Families as text: `husband+wife: children`.
fn told(families: &[GedcomFamily]) -> Vec<String> {
    let number = |individual: Option<usize>| individual.map_or("?".to_owned(), |n| n.to_string());
    let told = families.iter().map(|family| {
        let children: Vec<String> = family
            .children
            .iter()
            .map(|(child, kind)| match kind {
                ChildKind::Birth => child.to_string(),
                ChildKind::Adopted => format!("{child} adopted"),
                ChildKind::Foster => format!("{child} foster"),
            })
            .collect();
        let former = if family.is_former { " former" } else { "" };
        let (husband, wife) = (number(family.husband), number(family.wife));
        format!("{husband}+{wife}{former}: {}", children.join(", "))
    });
    told.collect()
}

#[test]
fn ties_become_families() {
    for (sexes, ties, expected, n_associations, why) in [
        (vec![M, F], vec![tie(0, 1, "wife", 0.99)], vec!["0+1: "], 0, "a couple"),
        (vec![F, M], vec![tie(0, 1, "husband", 0.99)], vec!["1+0: "], 0, "from her side"),
        (
            vec![M, F, M],
            vec![tie(0, 1, "wife", 0.99), tie(0, 2, "son", 0.99), tie(1, 2, "son", 0.87)],
            vec!["0+1: 2"],
            0,
            "a child of both",
        ),
        (
            vec![M, F, M],
            vec![tie(0, 1, "wife", 0.99), tie(2, 0, "father", 0.99)],
            vec!["0+1: ", "0+?: 2"],
            0,
            "a child of one, nobody says of which wife",
        ),
        (
            vec![M, M, F],
            vec![tie(0, 1, "brother", 0.99), tie(1, 2, "sister", 0.99)],
            vec!["?+?: 0, 1, 2"],
            0,
            "siblings without parents",
        ),
        (
            vec![M, M, M],
            vec![tie(0, 1, "son", 0.99), tie(0, 2, "son", 0.99), tie(1, 2, "brother", 0.99)],
            vec!["0+?: 1, 2"],
            0,
            "siblings by their father",
        ),
        (vec![M, F], vec![tie(0, 1, "wife", 0.7)], vec![], 1, "too unsure"),
        (vec![M, M], vec![tie(0, 1, "nephew", 0.99)], vec![], 1, "no family of the standard"),
        (vec![M, F], vec![tie(0, 1, "former_wife", 0.99)], vec!["0+1 former: "], 0, "once"),
        (
            vec![M, M],
            vec![tie(0, 1, "adopted_son", 0.99)],
            vec!["0+?: 1 adopted"],
            0,
            "by adoption",
        ),
        (
            vec![M, M, M],
            vec![tie(2, 0, "father", 0.95), tie(2, 1, "father", 0.99)],
            vec!["1+?: 2"],
            1,
            "two fathers: the surer one",
        ),
        (vec![M], vec![tie(0, 0, "wife", 0.99), tie(0, 7, "wife", 0.99)], vec![], 0, "nobody"),
    ] {
        let (families, associations) = families_of_ties(&sexes, &ties);
        assert_eq!(told(&families), expected, "{why}");
        assert_eq!(associations.iter().map(Vec::len).sum::<usize>(), n_associations, "{why}");
    }
}

#[test]
fn what_is_inferred_or_contradicted_is_an_association() {
    let inferred = GedcomTie { ground: "inferred".to_owned(), ..tie(0, 1, "wife", 0.99) };
    let contradicted = GedcomTie { contradicts: true, ..tie(0, 1, "wife", 0.99) };
    for tie in [inferred, contradicted] {
        let (families, associations) = families_of_ties(&[M, F], &[tie]);
        assert_eq!((families.len(), associations[0].len()), (0, 1));
    }
}

fn file(version: GedcomVersion) -> GedcomFamilyFile {
    let citation = GedcomCitation { source: 0, page: "list.csv, line 7".to_owned() };
    let name = |given: &str, surname: &str, kind: Option<&str>| GedcomName {
        given: given.to_owned(),
        surname: surname.to_owned(),
        kind: kind.map(str::to_owned),
    };
    let birth = GedcomFact {
        tag: "BIRT",
        date_edtf: Some("{1880,1882}".to_owned()),
        date_stated: Some("1880 (1882) г. р.".to_owned()),
        place: Some("д. Ивушка".to_owned()),
        citation: Some(citation.clone()),
        ..GedcomFact::default()
    };
    let arrest = GedcomFact {
        tag: "EVEN",
        kind: Some("arrest".to_owned()),
        date_edtf: Some("1930-02-14".to_owned()),
        date_stated: Some("14.02.1930".to_owned()),
        agency: Some("ОГПУ".to_owned()),
        ..GedcomFact::default()
    };
    let head = GedcomIndividual {
        reference: "list.1.7".to_owned(),
        names: vec![
            name("Фрол Титович", "Небылов", None),
            name("Frol Titovich", "Nebylov", Some("transliteration")),
        ],
        sex: M,
        facts: vec![birth, arrest],
        associations: vec![GedcomAssociation {
            other: 1,
            relation: "sister_in_law".to_owned(),
            p_tie: 0.71,
            ground: "inferred".to_owned(),
        }],
        citations: vec![citation],
    };
    let wife = GedcomIndividual {
        names: vec![name("Фёкла", "", None)],
        sex: F,
        facts: vec![
            GedcomFact { tag: "DEAT", ..GedcomFact::default() },
            GedcomFact {
                tag: "OCCU",
                value: Some(format!("@ткачиха\n{}", "на фабрике и дома ".repeat(20))),
                ..GedcomFact::default()
            },
        ],
        ..GedcomIndividual::default()
    };
    GedcomFamilyFile {
        version,
        program_version: "0.1.0".to_owned(),
        archive_name: "Пробный архив".to_owned(),
        note: "Who may be living is left out.".to_owned(),
        individuals: vec![head, wife],
        families: vec![GedcomFamily {
            husband: Some(0),
            wife: Some(1),
            children: Vec::new(),
            is_former: false,
        }],
        sources: vec![GedcomSource {
            title: "Книга".to_owned(),
            repository: Some(0),
            ..GedcomSource::default()
        }],
        repositories: vec!["Н-ский архив".to_owned()],
    }
}

#[test]
fn version_7_has_phrases() {
    let text = write_gedcom(&file(GedcomVersion::V7));
    for expected in [
        "\u{feff}0 HEAD\n1 GEDC\n2 VERS 7.0\n1 SOUR SYNODIK\n",
        "0 @I1@ INDI\n1 NAME Фрол Титович /Небылов/\n2 GIVN Фрол Титович\n2 SURN Небылов\n",
        "1 NAME Frol Titovich /Nebylov/\n2 TYPE OTHER\n3 PHRASE transliteration\n",
        "1 BIRT\n2 DATE BET 1880 AND 1882\n3 PHRASE 1880 (1882) г. р. (EDTF {1880,1882})\n2 PLAC д. Ивушка\n2 SOUR @S1@\n3 PAGE list.csv, line 7\n",
        "1 EVEN\n2 TYPE arrest\n2 DATE 14 FEB 1930\n3 PHRASE 14.02.1930\n2 AGNC ОГПУ\n",
        "1 FAMS @F1@\n1 ASSO @I2@\n2 PHRASE perhaps sister in law; inferred, probability 0.71\n2 ROLE OTHER\n3 PHRASE perhaps sister in law\n",
        "1 REFN list.1.7\n",
        "1 DEAT Y\n",
        "1 OCCU @@ткачиха\n2 CONT на фабрике",
        "0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n",
        "0 @S1@ SOUR\n1 TITL Книга\n1 REPO @R1@\n0 @R1@ REPO\n1 NAME Н-ский архив\n0 TRLR\n",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    assert!(!text.contains("CONC"));
}

#[test]
fn version_5_has_short_lines() {
    let text = write_gedcom(&file(GedcomVersion::V5));
    for expected in [
        "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n2 FORM LINEAGE-LINKED\n1 CHAR UTF-8\n",
        "2 DATE BET 1880 AND 1882\n2 PLAC д. Ивушка\n2 NOTE Date as written: 1880 (1882) г. р. (EDTF {1880,1882})\n",
        "2 RELA perhaps sister in law\n2 NOTE perhaps sister in law; inferred, probability 0.71\n",
        "2 CONC ",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 255));
}

#[test]
fn levels_never_leave_one_out() {
    for version in [GedcomVersion::V5, GedcomVersion::V7] {
        let text = write_gedcom(&file(version));
        let levels = text.trim_start_matches('\u{feff}').lines().map(|line| {
            let level = line.split(' ').next().expect("a line has a level");
            level.parse::<i32>().expect("a level is a number")
        });
        levels.fold(-1, |before, level| {
            assert!(level <= before + 1, "{level} below {before}");
            level
        });
    }
}
