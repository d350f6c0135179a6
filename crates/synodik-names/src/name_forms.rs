//! The forms under which the name in a search may stand in a list.

use crate::given::{Certainty, FormKind, given_name, given_name_entry, given_name_folded};
use crate::inflect::{Case, SurnameKind, nominative_with, surname_forms};
use crate::{NamePart, Sex, fold_words};

/// A nominative less likely than this is not looked for.
const MIN_P_NOMINATIVE: f64 = 0.2;
/// What a given name weighs that no table knows; a known one weighs 1 and more.
const UNKNOWN_NAME_WEIGHT: f64 = 0.05;
/// Endings a surname seldom has: «Ивановой» is a form of Иванова, hardly of Ивановая.
const RARE_SURNAME_ENDINGS: [&str; 8] =
    ["овая", "евая", "ёвая", "иная", "овой", "евой", "ёвой", "иной"];
/// What a surname with such an ending weighs against another.
const RARE_SURNAME_WEIGHT: f64 = 0.05;
/// The shortest surname, in letters, of which other forms are made.
const MIN_SURNAME_LETTERS: usize = 4;
/// Most forms of one kind; the most frequent names come first.
const MAX_FORMS_OF_KIND: usize = 12;

/// How a form belongs to the word asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameFormKind {
    /// The feminine form of a masculine surname.
    Feminine,
    /// The masculine form of a feminine surname.
    Masculine,
    /// The plural of a surname.
    Plural,
    /// A variant, church form or older form of a given name.
    Variant,
    /// The nominative of a word in another grammatical case.
    Nominative,
    /// A diminutive of the given name, or the full form of a diminutive.
    Diminutive,
    /// The name in another language.
    OtherLanguage,
    /// Another name that often stands for this one, such as Егор and Георгий.
    Related,
}

/// A form to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameForm {
    /// The form, folded as [`fold_words`](crate::fold_words) does.
    pub text: String,
    /// How it belongs to the word asked for.
    pub kind: NameFormKind,
    /// Place among the forms of its kind; 0 is the likeliest.
    pub rank: u8,
}

/// Returns the other forms under which a folded word may stand in a list.
///
/// # Shape
///
/// Each text once, with its nearest kind, never the word itself; at most twelve of a kind.
///
/// # Source
///
/// `data/names/given/`, `data/names/surname_forms.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{NameFormKind, name_forms};
/// let forms = name_forms("иванов");
/// assert!(forms.iter().any(|form| form.text == "иванова" && form.kind == NameFormKind::Feminine));
/// let forms = name_forms("ваня");
/// assert!(forms.iter().any(|form| form.text == "иван" && form.kind == NameFormKind::Diminutive));
/// ```
pub fn name_forms(word: &str) -> Vec<NameForm> {
    let mut found: Vec<(NameFormKind, String)> = Vec::new();
    add_surname_forms(word, &mut found);
    add_nominatives(word, &mut found);
    add_given_forms(word, &mut found);
    let mut forms: Vec<NameForm> = Vec::with_capacity(found.len());
    found.sort_by_key(|(kind, _)| *kind);
    for (kind, text) in found {
        let rank = forms.iter().filter(|form| form.kind == kind).count();
        let is_known = text == word || forms.iter().any(|form| form.text == text);
        if !is_known && rank < MAX_FORMS_OF_KIND {
            forms.push(NameForm { text, kind, rank: rank as u8 });
        }
    }
    forms
}

fn add_surname_forms(word: &str, found: &mut Vec<(NameFormKind, String)>) {
    if word.chars().count() < MIN_SURNAME_LETTERS {
        return;
    }
    let forms = surname_forms(word);
    if matches!(forms.kind, SurnameKind::Indeclinable | SurnameKind::Common) {
        return;
    }
    let mut add = |kind, text: &str| found.extend(folded(text).map(|text| (kind, text)));
    if forms.written != Some(Sex::Female) {
        forms.feminine.iter().for_each(|form| add(NameFormKind::Feminine, &form.text));
    }
    if forms.written != Some(Sex::Male) {
        forms.masculine.iter().for_each(|form| add(NameFormKind::Masculine, form));
    }
    forms.plural.iter().for_each(|form| add(NameFormKind::Plural, form));
}

/// Adds what the word is when it is not a nominative: «Ивановой», «Анны».
fn add_nominatives(word: &str, found: &mut Vec<(NameFormKind, String)>) {
    for part in [NamePart::Given, NamePart::Surname, NamePart::Patronymic] {
        if part == NamePart::Surname && word.chars().count() < MIN_SURNAME_LETTERS {
            continue;
        }
        let weigh = |name: &str, sex: Sex| known_name_weight(part, name, sex);
        for reading in nominative_with(word, part, &weigh) {
            let is_other = reading.case != Case::Nominative && reading.p >= MIN_P_NOMINATIVE;
            let Some(text) = folded(&reading.text).filter(|_| is_other) else { continue };
            // Any word could be a form of some given name nobody has.
            if part != NamePart::Given || !given_name_folded(&text).is_empty() {
                found.push((NameFormKind::Nominative, text));
            }
        }
    }
}

/// Returns how much a nominative weighs among others: given names that are known, and
/// borne by that sex, weigh more.
pub(crate) fn known_name_weight(part: NamePart, name: &str, sex: Sex) -> f64 {
    match part {
        NamePart::Surname if RARE_SURNAME_ENDINGS.iter().any(|ending| name.ends_with(ending)) => {
            return RARE_SURNAME_WEIGHT;
        }
        NamePart::Surname | NamePart::Patronymic => return 1.0,
        NamePart::Given => {}
    }
    let known = given_name(name).iter().map(|known| given_name_entry(known.name_id));
    let counts = known.filter(|entry| entry.sex == sex).map(|entry| f64::from(entry.count));
    counts.fold(UNKNOWN_NAME_WEIGHT, |sum, count| sum + 1.0 + count.sqrt())
}

fn add_given_forms(word: &str, found: &mut Vec<(NameFormKind, String)>) {
    let mut forms: Vec<(NameFormKind, u32, String)> = Vec::new();
    for known in given_name_folded(word) {
        let name = given_name_entry(known.name_id);
        let of_word = form_kind(known.kind, known.certainty);
        let canonical = folded(name.canonical).map(|text| (of_word, name.count, text));
        forms.extend(canonical);
        // Two Russian names taken instead of one other do not stand for each other.
        let is_taken = known.kind == FormKind::Russified;
        for form in name.forms.iter().filter(|form| !(is_taken && form.kind == FormKind::Russified))
        {
            let kind = of_word.max(form_kind(form.kind, form.certainty));
            forms.extend(folded(form.form).map(|text| (kind, form.count, text)));
        }
    }
    forms.sort_by(|a, b| (a.0, b.1, &a.2).cmp(&(b.0, a.1, &b.2)));
    found.extend(forms.into_iter().map(|(kind, _, text)| (kind, text)));
}

/// Returns how a form of a given name belongs to the name.
fn form_kind(kind: FormKind, certainty: Certainty) -> NameFormKind {
    match kind {
        FormKind::Diminutive => NameFormKind::Diminutive,
        FormKind::Canonical | FormKind::PreReform | FormKind::Variant | FormKind::Church => {
            match certainty {
                Certainty::High => NameFormKind::Variant,
                Certainty::Medium | Certainty::Low => NameFormKind::Related,
            }
        }
        // A Russian name taken instead of this one is another name.
        FormKind::Russified => NameFormKind::Related,
        _ => NameFormKind::OtherLanguage,
    }
}

/// Returns the folded form of one word; of a hyphenated one, its form without hyphen.
fn folded(text: &str) -> Option<String> {
    let mut last = None;
    fold_words(text, |word, _| last = Some(word.to_owned()));
    last
}
