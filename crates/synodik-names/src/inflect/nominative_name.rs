//! The nominative of a whole name, from parts that agree in case and sex.

use super::declension::Case;
use super::nominative::{PartReading, read_part};
use super::weights::case_weight;
use crate::part::{NamePart, Sex};
use std::cmp::Ordering;

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

/// What one part of a written name may be, in every case and sex.
#[derive(Debug, Clone, PartialEq)]
pub struct PartReadings {
    /// For each case and sex, in the order of [`table_idx`], the likeliest first.
    by_case_and_sex: Vec<Vec<PartReading>>,
}

/// Reads one part of a written name, to be set beside the others by [`agreeing_names`].
///
/// Words come back in many names, and reading one costs far more than setting three beside one
/// another: a caller may keep what this gives.
///
/// # Source
///
/// `data/names/declension.tsv` and `data/names/inflection_weights.tsv`
pub fn read_name_part(
    form: &str,
    part: NamePart,
    weight_of: &dyn Fn(&str, Sex) -> f64,
) -> PartReadings {
    let mut by_case_and_sex = vec![Vec::new(); Case::ALL.len() * SEXES.len()];
    for reading in read_part(form, part, weight_of) {
        by_case_and_sex[table_idx(reading.case, reading.sex)].push(reading);
    }
    for readings in &mut by_case_and_sex {
        readings.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.text.cmp(&b.text)));
        readings.truncate(N_TRIED);
    }
    PartReadings { by_case_and_sex }
}

const SEXES: [Sex; 2] = [Sex::Female, Sex::Male];

fn table_idx(case: Case, sex: Sex) -> usize {
    case as usize * SEXES.len() + sex as usize
}

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
        form.map(|form| read_name_part(form, part, &|name, sex| weight_of(part, name, sex)))
    };
    let surname = read(written.surname, NamePart::Surname);
    let given = read(written.given, NamePart::Given);
    let patronymic = read(written.patronymic, NamePart::Patronymic);
    agreeing_names([surname.as_ref(), given.as_ref(), patronymic.as_ref()], usize::MAX)
}

/// Returns the names whose parts agree in case and sex, likeliest first, as [`nominative_name`].
///
/// # Shape
///
/// `parts`: surname, given name, patronymic; `None` for one that was not written. At most `n_most`
/// names; their shares are those among all.
pub fn agreeing_names(parts: [Option<&PartReadings>; 3], n_most: usize) -> Vec<NameReading> {
    let mut agreeing = Vec::new();
    for case in Case::ALL {
        for sex in SEXES {
            add_agreeing(&mut agreeing, parts, case, sex);
        }
    }
    let sum: f64 = agreeing.iter().map(|name| name.p).sum();
    if sum > 0.0 {
        agreeing.iter_mut().for_each(|name| name.p /= sum);
    }
    if n_most < agreeing.len() {
        agreeing.select_nth_unstable_by(n_most, Agreeing::order);
        agreeing.truncate(n_most);
    }
    agreeing.sort_by(Agreeing::order);
    agreeing.into_iter().map(Agreeing::into_reading).collect()
}

/// Readings of the parts in one case and sex; nothing for a part that was not written.
struct Agreeing<'a> {
    parts: [Option<&'a PartReading>; 3],
    case: Case,
    sex: Sex,
    p: f64,
}

fn add_agreeing<'a>(
    agreeing: &mut Vec<Agreeing<'a>>,
    parts: [Option<&'a PartReadings>; 3],
    case: Case,
    sex: Sex,
) {
    let choices = parts.map(|readings: Option<&PartReadings>| match readings {
        None => vec![None],
        Some(readings) => readings.by_case_and_sex[table_idx(case, sex)].iter().map(Some).collect(),
    });
    for &surname in &choices[0] {
        for &given in &choices[1] {
            for &patronymic in &choices[2] {
                let parts = [surname, given, patronymic];
                let is_genitive_too = |part: &Option<&PartReading>| {
                    part.is_none_or(|reading| reading.is_genitive_too)
                };
                if case == Case::Accusative && parts.iter().all(is_genitive_too) {
                    continue;
                }
                let weights = parts.iter().map(|part| part.map_or(1.0, |reading| reading.weight));
                let p = weights.product::<f64>() * case_weight(case);
                agreeing.push(Agreeing { parts, case, sex, p });
            }
        }
    }
}

impl Agreeing<'_> {
    /// Likeliest first; ties in the order of the text.
    fn order(&self, other: &Agreeing<'_>) -> Ordering {
        other
            .p
            .total_cmp(&self.p)
            .then_with(|| self.texts().cmp(&other.texts()))
            .then_with(|| (self.case, self.sex).cmp(&(other.case, other.sex)))
    }

    fn texts(&self) -> [Option<&str>; 3] {
        self.parts.map(|part| part.map(|reading| reading.text.as_str()))
    }

    fn into_reading(self) -> NameReading {
        let [surname, given, patronymic] =
            self.parts.map(|part| part.map(|reading| reading.text.clone()));
        NameReading { surname, given, patronymic, case: self.case, sex: self.sex, p: self.p }
    }
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
