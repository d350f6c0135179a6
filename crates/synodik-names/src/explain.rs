//! All that the rules of names say of one name, for people who want to see why.

use crate::given::{GivenName, given_name, given_name_entry, given_p_female};
use crate::inflect::{
    Case, Father, NameParts, NameReading, Patronymic, SexOpinion, SurnameForms, SurnameKind,
    decline, fathers_of, nominative_name_with, patronymics_of, sex_of, surname_forms,
};
use crate::key::{beider_morse, daitch_mokotoff, slavic_key};
use crate::name_forms::{NameForm, known_name_weight, name_forms};
use crate::parse::{Claim, ParsedName, PieceKind, parse_name};
use crate::script::{Repair, find_repairs, modernise};
use crate::translit::{Candidate, Scheme, cyrillic_candidates, guess_scheme, transliterate};
use crate::{FormKind, NamePart, Script, Sex, fold_words, latin_key};

/// Readings of a declined name that are told.
const MAX_READINGS: usize = 5;
/// Fathers' names, Cyrillic readings and schemes that are told.
const MAX_CANDIDATES: usize = 8;

/// All that the rules of names say of one name.
#[derive(Debug, Clone, PartialEq)]
pub struct NameExplanation<'a> {
    /// How it is taken apart; every byte of the name is in one of its pieces.
    pub parsed: ParsedName<'a>,
    /// What was put right in letters of another script or of before 1918.
    pub repairs: Vec<Repair>,
    /// The name in modern spelling.
    pub modern: String,
    /// Surname, given name and patronymic of the main name, those that it has.
    pub parts: Vec<PartExplanation>,
    /// Which nominative it may come from, the likeliest first.
    pub readings: Vec<NameReading>,
    /// What the parts say of the sex of the bearer.
    pub sex: SexOpinion,
    /// A Cyrillic name in Latin letters, by scheme; empty for a Latin one.
    pub latin: Vec<(Scheme, String)>,
    /// By which schemes a Latin name may be spelled, with probabilities; empty for a Cyrillic one.
    pub schemes: Vec<(Scheme, f64)>,
}

/// What the rules of names say of one part.
#[derive(Debug, Clone, PartialEq)]
pub struct PartExplanation {
    /// Which part it is.
    pub part: NamePart,
    /// As written.
    pub text: String,
    /// The nominative of the likeliest reading; what follows is said of it.
    pub nominative: String,
    /// The form under which it is looked up.
    pub folded: String,
    /// The given names it may be, each with what it is to the name.
    pub given_names: Vec<(&'static GivenName, FormKind)>,
    /// Masculine, feminine and plural of a surname.
    pub surname_forms: Option<SurnameForms>,
    /// What a father of that given name calls his children.
    pub patronymics: Vec<Patronymic>,
    /// From which fathers' names a patronymic may come.
    pub fathers: Vec<Father>,
    /// The six cases, when it can be declined; in the order of [`Case::ALL`].
    pub cases: Vec<(Case, String)>,
    /// Other forms a search looks for.
    pub forms: Vec<NameForm>,
    /// What a Latin spelling may stand for.
    pub cyrillic: Vec<Candidate>,
    /// Keys under which similar spellings meet.
    pub keys: NameKeys,
}

/// The keys of a word under which similar spellings meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameKeys {
    /// The key of search, common to both scripts.
    pub latin: String,
    /// The key of linkage, as a hexadecimal number of 16 digits.
    pub slavic: String,
    /// Daitch-Mokotoff codes, of six digits each.
    pub daitch_mokotoff: Vec<String>,
    /// Beider-Morse phonetic forms.
    pub beider_morse: Vec<String>,
}

/// Explains a name as written.
///
/// # Shape
///
/// `raw`: one name, in any order, script and case. Lists are ordered by likelihood.
///
/// # Source
///
/// The tables of `data/names/`.
///
/// # Example
///
/// ```
/// let explained = synodik_names::explain_name("Гусева Ивана Михайловича");
/// assert_eq!(explained.readings[0].surname.as_deref(), Some("Гусев"));
/// assert!(explained.sex.p_female < 0.1);
/// ```
pub fn explain_name(raw: &str) -> NameExplanation<'_> {
    let parsed = parse_name(raw);
    let mut is_latin = false;
    fold_words(raw, |_, script| is_latin |= script == Script::Latin);
    let modern = modernise(raw).into_owned();
    let [surname, given, patronymic] = [NamePart::Surname, NamePart::Given, NamePart::Patronymic]
        .map(|part| text_of(&parsed, part));
    let p_female = given.as_deref().and_then(given_p_female);
    let written = NameParts {
        surname: surname.as_deref(),
        given: given.as_deref(),
        patronymic: patronymic.as_deref(),
    };
    // The cases are those of Russian: a Latin spelling has none.
    let mut readings = match is_latin {
        true => Vec::new(),
        false => nominative_name_with(written, &known_name_weight),
    };
    readings.truncate(MAX_READINGS);
    // The endings of a declined name say nothing of the sex; its nominative does.
    let declined = readings.first().filter(|reading| reading.case != Case::Nominative);
    let sex = match declined {
        Some(reading) => sex_of(
            reading.surname.as_deref(),
            reading.given.as_deref(),
            reading.patronymic.as_deref(),
            reading.given.as_deref().and_then(given_p_female),
        ),
        None => sex_of(written.surname, written.given, written.patronymic, p_female),
    };
    let told_sex = if sex.p_female > 0.5 { Sex::Female } else { Sex::Male };
    let read = declined.cloned();
    let [read_surname, read_given, read_patronymic] = match read {
        Some(reading) => [reading.surname, reading.given, reading.patronymic],
        None => [None, None, None],
    };
    let parts = [
        (NamePart::Surname, surname, read_surname),
        (NamePart::Given, given, read_given),
        (NamePart::Patronymic, patronymic, read_patronymic),
    ];
    let parts = parts.into_iter().filter_map(|(part, text, nominative)| {
        let text = text?;
        let nominative = nominative.unwrap_or_else(|| text.clone());
        Some((part, text, nominative))
    });
    let schemes = if is_latin { guess_scheme(raw) } else { Vec::new() };
    let latin = Scheme::ALL.into_iter().filter(|_| !is_latin);
    NameExplanation {
        repairs: find_repairs(raw),
        modern,
        parts: parts
            .map(|(part, text, nominative)| explain_part(part, (text, nominative), told_sex))
            .collect(),
        readings,
        sex,
        latin: latin.map(|scheme| (scheme, transliterate(raw, scheme))).collect(),
        schemes: schemes.into_iter().take(MAX_CANDIDATES).collect(),
        parsed,
    }
}

/// Returns a part of the main name, its words joined by spaces.
fn text_of(parsed: &ParsedName<'_>, part: NamePart) -> Option<String> {
    let kind = match part {
        NamePart::Surname => PieceKind::Surname,
        NamePart::Given => PieceKind::Given,
        NamePart::Patronymic => PieceKind::Patronymic,
    };
    let words: Vec<&str> = parsed.words(kind, Claim::Main).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn explain_part(part: NamePart, (written, text): (String, String), sex: Sex) -> PartExplanation {
    let mut folded = String::new();
    let mut script = Script::Other;
    fold_words(&text, |word, of_word| {
        word.clone_into(&mut folded);
        script = of_word;
    });
    let is_cyrillic = script == Script::Cyrillic;
    let given_names = match part {
        NamePart::Given => given_name(&text),
        _ => &[],
    };
    let is_only_taken = given_names.iter().all(|found| found.kind == FormKind::Russified);
    let is_known_given = |name: &str| !given_name(name).is_empty();
    let has_forms = |forms: &SurnameForms| forms.kind != SurnameKind::Indeclinable;
    let mut fathers = match part {
        NamePart::Patronymic => fathers_of(&text, &is_known_given),
        _ => Vec::new(),
    };
    fathers.truncate(MAX_CANDIDATES);
    let mut cyrillic = match script {
        Script::Latin => cyrillic_candidates(&text),
        _ => Vec::new(),
    };
    cyrillic.truncate(MAX_CANDIDATES);
    let cases = Case::ALL.into_iter().filter(|_| is_cyrillic);
    PartExplanation {
        part,
        given_names: given_names
            .iter()
            // Of a Russian name that others took instead of theirs, theirs are not told.
            .filter(|found| found.kind != FormKind::Russified || is_only_taken)
            .take(MAX_CANDIDATES)
            .map(|found| (given_name_entry(found.name_id), found.kind))
            .collect(),
        surname_forms: match part {
            NamePart::Surname => Some(surname_forms(&text)).filter(has_forms),
            _ => None,
        },
        patronymics: match part {
            // Women's names give no patronymics.
            NamePart::Given if given_p_female(&text) != Some(1.0) => patronymics_of(&text),
            _ => Vec::new(),
        },
        fathers,
        cases: cases.map(|case| (case, decline(&text, part, sex, case))).collect(),
        forms: name_forms(&folded),
        cyrillic,
        keys: NameKeys {
            latin: latin_key(&folded),
            slavic: format!("{:016x}", slavic_key(&folded)),
            daitch_mokotoff: daitch_mokotoff(&folded),
            beider_morse: beider_morse(&folded),
        },
        text: written,
        nominative: text,
        folded,
    }
}
