//! Households of lists that state kin, as plain persons and the ties between them.

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use synodik_family::{
    KinKind, KinPerson, Tie, guess_kinships, head_mention, read_estonian_entry, read_household,
    ties_of_mentions,
};
use synodik_model::{HeadCount, Mention, MentionRole};

/// Persons of one entry; the relations are in `ties` only.
pub(crate) struct Household {
    pub(crate) persons: Vec<KinPerson>,
    pub(crate) ties: Vec<(usize, usize, KinKind)>,
    /// The district.
    pub(crate) region: String,
}

/// The years in which the Omsk lists were drawn up.
const OMSK_YEARS: (i32, i32) = (1929, 1933);

/// Reads a file of either list and returns its name and the households.
pub(crate) fn read_households(text: &str) -> (&'static str, Vec<Household>) {
    if text.contains("Состав семьи") {
        ("Omsk", text.lines().filter_map(read_omsk).collect())
    } else {
        ("Estonia", read_estonia(text))
    }
}

fn read_omsk(line: &str) -> Option<Household> {
    let start = line.find("Жител")?;
    let name = line[..start].split(',').next()?.trim_end_matches([' ', '.']);
    let residence = line[start..].split_once(' ')?.1;
    let ends =
        ["Состав", "Выслан", "Подлеж", "Реабил"].iter().filter_map(|end| residence.find(end));
    let residence = &residence[..ends.min()?];
    let region = residence.split(" р-на").next()?.rsplit(' ').next()?.to_owned();
    let mut mentions = if line.contains("Состав семьи") {
        read_household(line, head_mention(name), None).mentions
    } else {
        vec![head_mention(name)]
    };
    guess_kinships(&mut mentions);
    let mut household = household_of(&mentions, |mention| birth_years(mention, Some(OMSK_YEARS)));
    let head = household.persons.first_mut()?;
    head.birth_years = head_birth(&line[name.len()..start]);
    let year = exile_year(&line[start..]);
    // The archive's reference at the end; it is of all whom the entry names.
    let reference = line.rfind('(').map(|at| line[at..].to_owned());
    for person in household.persons.iter_mut().filter(|person| !person.surnames.is_empty()) {
        person.residence = residence.to_owned();
        person.case_numbers = reference.iter().cloned().collect();
        person.measure_days = year.and_then(days_of);
    }
    household.region = region;
    Some(household)
}

/// Of `Выслан вместе с семьей в 1931 г.` or `Подлежал выселению в 1931 г.` the year.
fn exile_year(text: &str) -> Option<i32> {
    let at = ["Выслан", "Подлеж"].iter().filter_map(|word| text.find(word)).min()?;
    let sentence = text[at..].split(". ").next()?;
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut years = words.windows(2).filter(|pair| pair[0] == "в").map(|pair| pair[1].parse().ok());
    years.next().flatten().filter(|year| (1928..=1935).contains(year))
}

/// `, 1896 г. р.` or `, 30 л.`
fn head_birth(text: &str) -> Option<(i32, i32)> {
    let mut numbers = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|digits| digits.parse::<i32>().ok());
    match numbers.next()? {
        year @ 1800..=1935 => Some((year, year)),
        age @ 1..=110 => Some((OMSK_YEARS.0 - age - 1, OMSK_YEARS.1 - age)),
        _ => None,
    }
}

/// Some day of a year.
fn days_of(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}

fn read_estonia(text: &str) -> Vec<Household> {
    // The book of 1941 marks names by signs of equality, that of 1945 to 1951 by brackets.
    let year = if text.contains("===") { 1941 } else { 1949 };
    let mut families: Vec<(Vec<Mention>, Vec<Option<String>>)> = Vec::new();
    for line in text.lines() {
        let residence = estonian_residence(line);
        let entry = read_estonian_entry(line);
        for (mention, pointer) in entry.mentions.into_iter().zip(entry.pointers) {
            // Those who are sent to another's entry would need its index.
            if pointer.is_some() {
                continue;
            }
            let is_member = mention.role == MentionRole::Member && !families.is_empty();
            if !is_member {
                families.push((Vec::new(), Vec::new()));
            }
            let last = families.len() - 1;
            families[last].0.push(mention);
            families[last].1.push(residence.clone());
        }
    }
    families
        .into_iter()
        .filter_map(|(mentions, residences)| estonian(mentions, &residences, year))
        .collect()
}

fn estonian(
    mut mentions: Vec<Mention>,
    residences: &[Option<String>],
    year: i32,
) -> Option<Household> {
    let of_head = residences.first()?.clone()?;
    guess_kinships(&mut mentions);
    let mut household = household_of(&mentions, |mention| birth_years(mention, None));
    for (person, residence) in household.persons.iter_mut().zip(residences) {
        if person.surnames.is_empty() {
            continue;
        }
        person.residence = residence.clone().unwrap_or_else(|| of_head.clone());
        person.measure_days = days_of(year);
    }
    household.region = of_head.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    Some(household)
}

/// Behind `eluk.`: a village and farm, or a town with street and house.
fn estonian_residence(line: &str) -> Option<String> {
    let behind = &line[line.find("eluk. ")? + "eluk. ".len()..];
    let mut parts = behind.split(&[',', ';'][..]);
    let first = parts.next()?.to_owned();
    let is_street = |part: &&str| {
        part.trim_start().starts_with(char::is_uppercase)
            && part.contains(|sign: char| sign.is_ascii_digit())
    };
    Some(match parts.next().filter(is_street) {
        Some(street) if street.len() < 40 => format!("{first},{street}"),
        _ => first,
    })
}

fn household_of(
    mentions: &[Mention],
    years_of: impl Fn(&Mention) -> Option<(i32, i32)>,
) -> Household {
    // Who has no surname of their own in the list is an in-law, for nobody else's is left out:
    // nothing may be learnt from that.
    let is_one = |at: usize| {
        let mention = &mentions[at];
        mention.count == HeadCount::One && mention.given.is_some() && mention.surname.is_some()
    };
    let person_at = |at: usize| match is_one(at) {
        true => person_of(&mentions[at], years_of(&mentions[at])),
        false => KinPerson::default(),
    };
    let persons = (0..mentions.len()).map(person_at).collect();
    let mut kinds: BTreeMap<(usize, usize), KinKind> = BTreeMap::new();
    let ties: Vec<Tie> = ties_of_mentions("", mentions);
    for tie in ties.iter().filter(|tie| is_one(tie.first) && is_one(tie.second)) {
        if let Some(kind) = KinKind::of(&tie.kinship) {
            kinds.entry((tie.first, tie.second)).or_insert(kind);
        }
    }
    let ties = kinds.into_iter().map(|((first, second), kind)| (first, second, kind)).collect();
    Household { persons, ties, region: String::new() }
}

fn person_of(mention: &Mention, birth_years: Option<(i32, i32)>) -> KinPerson {
    let parts = [&mention.surname, &mention.given, &mention.patronymic];
    let name: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    let surnames = mention.surname.iter().chain(&mention.name_variants).cloned();
    KinPerson {
        surnames: surnames.collect(),
        given: mention.given.clone(),
        patronymic: mention.patronymic.clone(),
        sex: head_mention(&name.join(" ")).sex.map(|(sex, _)| sex),
        birth_years,
        ..KinPerson::default()
    }
}

fn birth_years(mention: &Mention, list_years: Option<(i32, i32)>) -> Option<(i32, i32)> {
    if let Some(birth) = &mention.birth {
        return Some((birth.primary.first?.year(), birth.primary.last?.year()));
    }
    let years = i32::try_from(mention.age.as_ref()?.years()).ok()?;
    list_years.map(|(first, last)| (first - years - 1, last - years))
}
