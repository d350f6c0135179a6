use super::*;
use crate::kin_table::kinship_of_term;
use proptest::prelude::*;
use synodik_model::Sex;

/// Relatives as `wife Дарья 1890; son Фрол`.
fn relatives(text: &str) -> Vec<KnownRelative> {
    text.split(';')
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let words: Vec<&str> = part.split_whitespace().collect();
            let kinship = kinship_of_term(words[0]).expect("a term");
            let year = words.get(2).and_then(|year| year.parse::<i32>().ok());
            KnownRelative {
                person: KinPerson {
                    given: words.get(1).map(|&given| given.to_owned()),
                    sex: kinship.sex(),
                    birth_years: year.map(|year| (year, year)),
                    ..KinPerson::default()
                },
                kinship,
            }
        })
        .collect()
}

fn subject(given: &str) -> KinPerson {
    KinPerson { given: Some(given.to_owned()), sex: Some(Sex::Male), ..KinPerson::default() }
}

fn bits(a: &str, b: &str) -> f64 {
    let ivan = subject("Иван");
    relatives_evidence([&ivan, &ivan], [&relatives(a), &relatives(b)]).bits
}

#[test]
fn the_same_wife_and_sons_are_one_man_and_others_two() {
    assert!(bits("wife Дарья; son Фрол 1910; son Тит", "wife Дарья 1890; son Фрол 1911") >= 8.0);
    assert!(bits("wife Дарья; son Фрол", "wife Анна; son Лука") <= -6.0);
    assert!(bits("wife Дарья 1890", "wife Дарья 1860") < 0.0);
    assert!(bits("father Лука; mother Анна", "father Лука; mother Анна") < 2.0);
    assert!(bits("father Лука", "father Тит") < -4.0);
    // One list leaves out what the other has.
    assert_eq!(bits("wife Дарья", "father Тит"), 0.0);
    assert_eq!(bits("wife", "wife Анна"), 0.0);
}

#[test]
fn who_is_named_among_the_relatives_is_another() {
    let (ivan, fyodor) = (subject("Иван"), subject("Фёдор"));
    let list = relatives("brother Иван; mother Анна");
    let found = relatives_evidence([&ivan, &fyodor], [&[], &list]);
    assert!(found.bits < -5.0);
    assert_eq!(found.evidence[0].finding, RelativeFinding::NamedAsRelative);
    assert_eq!((found.evidence[0].kin, found.evidence[0].in_b), ("sibling", Some(0)));
    let of_father = relatives("father Иван");
    assert!(relatives_evidence([&ivan, &ivan], [&[], &of_father]).bits > -2.0);
}

#[test]
fn whose_husband_is_the_others_father_is_her_mother() {
    let husband = "husband Пров 1890; daughter Анна";
    assert!(bits(husband, "father Пров 1890") <= -4.0);
    // By the name alone it says less, and less than one relative in common.
    assert!((-2.0..0.0).contains(&bits("son Тит", "brother Тит")));
    assert!(bits("wife Дарья 1890; son Тит", "wife Дарья 1890; brother Тит") > 0.0);
    // A namesake of the same kind explains it.
    assert!(bits("son Тит 1910; brother Тит 1885", "brother Тит 1885") >= 0.0);
    assert!(bits("son Тит 1910", "brother Тит 1885") > -1.0, "two of one name");
    // A son is no wife, whatever the name.
    assert!(bits("wife Женя", "son Женя") > -1.0);
}

#[test]
fn a_birth_tells_father_and_son_of_one_name() {
    let born = |year: i32| KinPerson { birth_years: Some((year, year)), ..subject("Иван") };
    let with_father = relatives("father Иван 1870");
    let against = |one: &KinPerson, other: &KinPerson| {
        relatives_evidence([one, other], [&[], &with_father]).bits
    };
    assert!(against(&born(1870), &subject("Иван")) <= -4.0);
    assert!(against(&subject("Иван"), &subject("Иван")) > -2.0);
    assert_eq!(against(&born(1897), &born(1897)), 0.0);
    // So does the name of the father: a mother and her daughter of one name.
    let of_father = |patronymic: &str| KinPerson {
        patronymic: Some(patronymic.to_owned()),
        ..subject("Анна")
    };
    let mut daughter = relatives("daughter Анна");
    daughter[0].person.patronymic = Some("Лукинична".to_owned());
    let (mother, girl) = (of_father("Фоминична"), of_father("Лукинична"));
    let [mother, girl] = [mother, girl].map(|one| KinPerson { sex: Some(Sex::Female), ..one });
    assert!(relatives_evidence([&girl, &mother], [&[], &daughter]).bits <= -4.0);
}

#[test]
fn who_stands_on_a_list_beside_the_other_is_another() {
    let listed = |text: &str| -> Vec<KinPerson> {
        relatives(text).into_iter().map(|relative| relative.person).collect()
    };
    let check = |one: &str, other: &str, list: &str, is_two: bool| {
        let subjects = [listed(one), listed(other)];
        let list = listed(list);
        let said = roster_bits([&subjects[0][0], &subjects[1][0]], [list.iter().collect()]);
        assert_eq!(said < 0.0, is_two, "{one}, {other}: {list:?}");
    };
    check("daughter Мария", "daughter Марта", "daughter Мария; daughter Марта", true);
    check("daughter Мария", "daughter Марта", "daughter Мария; daughter Анна", false);
    check("son Иван 1885", "son Иван 1914", "father Иван 1885; son Иван 1914", true);
    check("son Иван", "son Иван 1914", "father Иван 1885; son Иван 1914", false);
    check("son И.", "son Иван", "son Иван; son Илья", false);
}

proptest! {
    #[test]
    fn exchanging_the_two_changes_nothing(
        a in prop::collection::vec((0..4_usize, 0..3_usize), 0..5),
        b in prop::collection::vec((0..4_usize, 0..3_usize), 0..5),
    ) {
        let text = |list: &[(usize, usize)]| {
            let words = list.iter().map(|&(kin, given)| {
                format!("{} {}", ["wife", "son", "father", "brother"][kin], ["Анна", "Тит", "Лука"][given])
            });
            words.collect::<Vec<_>>().join(";")
        };
        let (there, back) = (bits(&text(&a), &text(&b)), bits(&text(&b), &text(&a)));
        prop_assert!((there - back).abs() < 1e-9);
        prop_assert!(there.abs() <= NUMBERS.max_bits);
    }
}
