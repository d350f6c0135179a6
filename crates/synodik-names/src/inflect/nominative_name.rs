//! The nominative of a whole name, from parts that agree in case and sex.

use super::declension::Case;
use super::nominative::{PartReading, read_part};
use super::weights::case_weight;
use crate::part::{NamePart, Sex};

/// A nominative that a written name may come from.
#[derive(Debug, Clone, PartialEq)]
pub struct NameReading {
    /// Surname in the nominative, if one was written.
    pub surname: Option<String>,
    /// Given name in the nominative, if one was written.
    pub given: Option<String>,
    /// Patronymic in the nominative, if one was written.
    pub patronymic: Option<String>,
    /// The case all parts stand in.
    pub case: Case,
    /// The sex all parts agree in.
    pub sex: Sex,
    /// Share of this reading among all of the name; they add up to 1.
    pub p: f64,
}

/// The parts of a name as written; a missing one is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NameParts<'a> {
    /// Surname.
    pub surname: Option<&'a str>,
    /// Given name or initials.
    pub given: Option<&'a str>,
    /// Patronymic or initial.
    pub patronymic: Option<&'a str>,
}

/// Readings of one part that are tried in one case and sex.
const N_TRIED: usize = 4;

/// Returns the nominatives that a written name may come from, likeliest first.
///
/// All parts stand in one case and belong to one sex; an accusative that looks
/// like the genitive is given as the genitive.
///
/// # Shape
///
/// Empty when no reading fits all parts. Ties stand in the order of the text.
///
/// # Source
///
/// `data/names/declension.tsv` and `data/names/inflection_weights.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{Case, NameParts, Sex, nominative_name};
/// let written = NameParts {
///     surname: Some("Гусева"),
///     given: Some("Ивана"),
///     patronymic: Some("Михайловича"),
/// };
/// let reading = &nominative_name(written)[0];
/// assert_eq!(reading.surname.as_deref(), Some("Гусев"));
/// assert_eq!((reading.case, reading.sex), (Case::Genitive, Sex::Male));
/// assert!(reading.p > 0.95);
/// ```
pub fn nominative_name(written: NameParts) -> Vec<NameReading> {
    nominative_name_with(written, &|_, _, _| 1.0)
}

/// As [`nominative_name`], with a weight for every part, name and sex.
///
/// `weight_of` is asked with nominatives; a list of known names gives more for
/// a known one.
pub fn nominative_name_with(
    written: NameParts,
    weight_of: &dyn Fn(NamePart, &str, Sex) -> f64,
) -> Vec<NameReading> {
    let read = |form: Option<&str>, part| {
        form.map(|form| read_part(form, part, &|name, sex| weight_of(part, name, sex)))
    };
    let surnames = read(written.surname, NamePart::Surname);
    let givens = read(written.given, NamePart::Given);
    let patronymics = read(written.patronymic, NamePart::Patronymic);
    let mut readings = Vec::new();
    for case in Case::ALL {
        for sex in [Sex::Female, Sex::Male] {
            for surname in &choices(surnames.as_deref(), case, sex) {
                for given in &choices(givens.as_deref(), case, sex) {
                    for patronymic in &choices(patronymics.as_deref(), case, sex) {
                        let parts = [surname, given, patronymic];
                        if case == Case::Accusative && parts.iter().all(|part| part.is_genitive_too)
                        {
                            continue;
                        }
                        readings.push(NameReading {
                            surname: surname.text.clone(),
                            given: given.text.clone(),
                            patronymic: patronymic.text.clone(),
                            case,
                            sex,
                            p: parts.iter().map(|part| part.weight).product::<f64>()
                                * case_weight(case),
                        });
                    }
                }
            }
        }
    }
    rank(readings)
}

/// One reading of one part, or nothing for a part that was not written.
struct Choice {
    text: Option<String>,
    weight: f64,
    is_genitive_too: bool,
}

/// Returns the readings of a part in a case and sex, likeliest first.
fn choices(readings: Option<&[PartReading]>, case: Case, sex: Sex) -> Vec<Choice> {
    let Some(readings) = readings else {
        return vec![Choice { text: None, weight: 1.0, is_genitive_too: true }];
    };
    let mut fitting: Vec<&PartReading> =
        readings.iter().filter(|reading| reading.case == case && reading.sex == sex).collect();
    fitting.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.text.cmp(&b.text)));
    fitting.truncate(N_TRIED);
    let choice = |reading: &&PartReading| Choice {
        text: Some(reading.text.clone()),
        weight: reading.weight,
        is_genitive_too: reading.is_genitive_too,
    };
    fitting.iter().map(choice).collect()
}

fn rank(mut readings: Vec<NameReading>) -> Vec<NameReading> {
    let sum: f64 = readings.iter().map(|reading| reading.p).sum();
    if sum > 0.0 {
        readings.iter_mut().for_each(|reading| reading.p /= sum);
    }
    let texts = |reading: &NameReading| {
        (reading.surname.clone(), reading.given.clone(), reading.patronymic.clone())
    };
    readings.sort_by(|a, b| {
        b.p.total_cmp(&a.p)
            .then_with(|| texts(a).cmp(&texts(b)))
            .then_with(|| (a.case, a.sex).cmp(&(b.case, b.sex)))
    });
    readings
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(name: &str) -> NameParts<'_> {
        let mut words = name.split(' ');
        NameParts { surname: words.next(), given: words.next(), patronymic: words.next() }
    }

    #[test]
    fn the_parts_agree() {
        let check = |name: &str, expected: &str, case, sex| {
            let readings = nominative_name(parts(name));
            let best = &readings[0];
            let found = [&best.surname, &best.given, &best.patronymic].map(Clone::clone);
            let found: Vec<String> = found.into_iter().flatten().collect();
            assert_eq!(
                (found.join(" ").as_str(), best.case, best.sex),
                (expected, case, sex),
                "{name}"
            );
        };
        check("Гусева Ивана Михайловича", "Гусев Иван Михайлович", Case::Genitive, Sex::Male);
        check("Иванова Анна", "Иванова Анна", Case::Nominative, Sex::Female);
        check("Гусевой А.А.", "Гусева А.А.", Case::Genitive, Sex::Female);
        check("Шевченко Марии Петровны", "Шевченко Мария Петровна", Case::Genitive, Sex::Female);
        check("Шевченко Петру Ильичу", "Шевченко Петр Ильич", Case::Dative, Sex::Male);
        check("Толстого Льва", "Толстой Лев", Case::Genitive, Sex::Male);
        check("Ковальчук Ольгу", "Ковальчук Ольга", Case::Accusative, Sex::Female);
        check("Ивановой Юлией Львовной", "Иванова Юлия Львовна", Case::Instrumental, Sex::Female);
        check("Иванов Иван Иванович", "Иванов Иван Иванович", Case::Nominative, Sex::Male);
    }

    proptest! {
        #[test]
        fn any_parts_are_read(a in any::<String>(), b in any::<String>(), c in any::<String>()) {
            nominative_name(NameParts { surname: Some(&a), given: Some(&b), patronymic: Some(&c) });
        }
    }
}
