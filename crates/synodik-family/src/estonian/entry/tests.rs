use super::*;
use proptest::prelude::*;

fn term_of(mention: &Mention) -> &str {
    mention.kinship.as_ref().and_then(|kinship| kinship.term).unwrap_or("?")
}

#[test]
fn a_line_gives_name_kin_and_birth() {
    let check = |line: &str, expected: [&str; 5]| {
        let entry = read_estonian_entry(line);
        let mention = &entry.mentions[0];
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let birth = mention.birth.as_ref().map(|birth| birth.to_edtf()).unwrap_or_default();
        let read = [
            text(&mention.surname),
            text(&mention.given),
            text(&mention.patronymic),
            term_of(mention).to_owned(),
            birth,
        ];
        assert_eq!(read, expected, "{line}");
    };
    check(
        "<Kuusk>, <Leena>, <Mihkel>, tütar, s. 1924, eluk. Valga; raj.",
        ["Kuusk", "Leena", "Mihkel", "daughter", "1924"],
    );
    check(
        "<KUUSK>, <Juhan>, <Mihkel>, s. 18.03.1880 Valga v., eluk. Valga",
        ["Kuusk", "Juhan", "Mihkel", "?", "1880-03-18"],
    );
    check(
        "=== Kuusk, Leena===, ema, 1870, küüdit. 01.07.41; Harku",
        ["Kuusk", "Leena", "", "mother", "1870"],
    );
    check(
        "=== Kuusk, Leena, Mihkel=== abikaasa 09.1882; Valga",
        ["Kuusk", "Leena", "Mihkel", "spouse", "1882-09"],
    );
    check(
        "<Kuusk>, <Karl>, <Juhan>, ka Kusk, kasuvend, s. 1893",
        ["Kuusk", "Karl", "Juhan", "foster_brother", "1893"],
    );
    check(
        "=== Kuusk, Leena, Juhan===, tütar, en. ka Lea 25.03.34; raj.",
        ["Kuusk", "Leena", "Juhan", "daughter", "1934-03-25"],
    );
    check(
        "=== Kuusk, Leena, Juhan=== 1901, talupidaja",
        ["Kuusk", "Leena", "Juhan", "housemate", "1901"],
    );
    check(
        "=== Kuusk, Leena, Mihkel,=== 1903, ka 1909. Toimikut pole",
        ["Kuusk", "Leena", "Mihkel", "?", "1903"],
    );
    check("<Kuusk>, <Leena>, <>, s. 1871, mitte küüditatud.", ["Kuusk", "Leena", "", "?", "1871"]);
}

#[test]
fn entries_run_into_a_line_are_read() {
    let line = "=== Kuusk, Anna, Juhan===, tütar, 1930; raj. [2M] Kuusk, Leena, Juhan, tütar, 1932; raj. SAAR, Ants, Jaan 1901 perek. Kuusk J.";
    let entry = read_estonian_entry(line);
    let given: Vec<&str> =
        entry.mentions.iter().filter_map(|mention| mention.given.as_deref()).collect();
    assert_eq!(given, ["Anna", "Leena", "Ants"]);
    let pointer = entry.pointers[2].as_ref().expect("a pointer");
    assert_eq!((pointer.surname.as_str(), pointer.initial), ("Kuusk", Some('J')));
    assert_eq!(entry.mentions[2].birth.as_ref().and_then(DateStatement::primary_year), Some(1901));
}

#[test]
fn a_line_that_goes_on_names_nobody() {
    assert!(read_estonian_entry("=== Arr.=== 15.10.49, erin. 20.01.50").mentions.is_empty());
    assert!(read_estonian_entry("").mentions.is_empty());
}

proptest! {
    #[test]
    fn any_line_is_read(line in any::<String>()) {
        let entry = read_estonian_entry(&line);
        prop_assert_eq!(entry.mentions.len(), entry.pointers.len());
        for mention in entry.mentions {
            prop_assert_eq!(&line[mention.span.clone()], mention.words);
        }
    }

    #[test]
    fn lines_of_the_alphabet_of_the_books_are_read(line in "[A-ZÕa-zõ=<>,;. 0-9()\\[\\]-]{0,80}") {
        let _ = read_estonian_entry(&line);
    }
}
