//! From a word typed to the forms under which the index may hold it, each with the reason.

use crate::automata::{words_starting_with, words_with_one_error, words_with_two_errors};
use crate::schema::{IndexFields, initial_term, latin_script_term};
use crate::view::MatchKind;
use std::collections::BTreeMap;
use synodik_names::{
    NameForm, NameFormKind, Scheme, Script, cyrillic_candidates, fold_words, latin_key,
    latin_query_keys, name_forms, transliterate,
};
use tantivy::Searcher;
use tantivy::schema::Field;

/// What a word found as typed scores above all others, so that the sum over the words
/// tells whether all were: other scores are below 100, and a search has few words.
pub(crate) const SCORE_TYPED: f32 = 4096.0;

/// Shortest word, in letters, in which one error is allowed, and two behind the first letter.
const ERROR_LETTERS: [usize; 2] = [4, 8];
/// Shortest place word, in letters, in which one error is allowed.
const PLACE_ERROR_LETTERS: usize = 5;
/// Shortest word, in letters, of which longer words are also found.
const PREFIX_LETTERS: usize = 3;

/// Cyrillic readings of a Latin word of which other forms are looked for, too.
const MAX_READINGS_WITH_FORMS: usize = 3;

/// How likely these are at least, as a part of the likeliest.
const MIN_LIKELY: f64 = 0.02;

/// How far from the words typed a search goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// Words as typed, in either script, and other forms of the same name.
    SameName,
    /// Also beginnings, diminutives, other languages, the same sounds, one error in a word.
    Similar,
    /// Also two errors in a long word.
    Distant,
    /// As before, and one of at least three words may be missing.
    Partial,
}

/// A form of a typed word in one field of the index.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct WordForm {
    pub(crate) field: Field,
    pub(crate) text: String,
    pub(crate) kind: MatchKind,
    /// Place among the forms of its kind; 0 is the likeliest.
    pub(crate) rank: u8,
}

impl WordForm {
    /// Returns what a record that has this form scores for the word.
    pub(crate) fn score(&self) -> f32 {
        score_of(self.kind) - f32::from(self.rank.min(8)) * 0.1
    }
}

/// Returns what a match of a kind scores.
pub(crate) fn score_of(kind: MatchKind) -> f32 {
    match kind {
        MatchKind::AsTyped => SCORE_TYPED + 90.0,
        MatchKind::LatinSpelling => SCORE_TYPED + 80.0,
        MatchKind::AskedBeginning => SCORE_TYPED + 70.0,
        MatchKind::Initial => SCORE_TYPED + 60.0,
        MatchKind::Place | MatchKind::Year => SCORE_TYPED + 40.0,
        MatchKind::FeminineForm | MatchKind::MasculineForm | MatchKind::PluralForm => 90.0,
        MatchKind::Variant => 85.0,
        MatchKind::DeclinedForm => 80.0,
        MatchKind::KinName => 75.0,
        MatchKind::Diminutive => 70.0,
        MatchKind::OtherLanguage => 60.0,
        MatchKind::RelatedName => 55.0,
        MatchKind::Beginning => 50.0,
        MatchKind::SameSound | MatchKind::PlaceSound => 40.0,
        MatchKind::KinSound => 35.0,
        MatchKind::OneError => 30.0,
        MatchKind::PlaceBeginning | MatchKind::PlaceOneError => 20.0,
        MatchKind::TwoErrors => 10.0,
        MatchKind::Missing => 0.0,
    }
}

/// Whether longer words count as what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The word is whole.
    Whole,
    /// It ends in `*`.
    Open,
    /// It is the last one typed, so it may be unfinished.
    Last,
}

/// A part of a typed word with what has to be worked out of it only once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypedPart {
    /// As folded.
    word: String,
    script: Script,
    /// Its Latin keys; of a Latin word, all it may stand for.
    keys: Vec<String>,
    /// What a Latin word may be in Cyrillic, folded, the likeliest first.
    readings: Vec<String>,
    /// How a Cyrillic word is written in Latin letters, by any scheme, folded.
    latin: Vec<String>,
    /// Whether no other letter stood between the blanks.
    is_alone: bool,
    /// What the rules of names know: forms for the other sex, variants, diminutives.
    same_name: Vec<NameForm>,
}

impl TypedPart {
    /// `is_alone`: whether no other letter was typed between two blanks.
    pub(crate) fn new(word: String, script: Script, is_alone: bool) -> TypedPart {
        let (mut keys, mut readings, mut likely) = (Vec::new(), Vec::new(), Vec::new());
        if script == Script::Latin {
            keys = latin_query_keys(&word);
            let candidates = cyrillic_candidates(&word);
            let most = candidates.first().map_or(0.0, |candidate| candidate.p);
            for candidate in &candidates {
                let is_likely = candidate.p >= most * MIN_LIKELY;
                fold_words(&candidate.text, |reading, _| {
                    readings.push(reading.to_owned());
                    likely.extend(is_likely.then(|| reading.to_owned()));
                });
            }
        } else {
            keys.push(latin_key(&word));
        }
        let latin = if script == Script::Cyrillic { latin_spellings(&word) } else { Vec::new() };
        let words = std::iter::once(&word).chain(likely.iter().take(MAX_READINGS_WITH_FORMS));
        let same_name = words.flat_map(|word| name_forms(word)).collect();
        TypedPart { word, script, keys, readings, latin, is_alone, same_name }
    }

    /// Returns what is looked for in the dictionary of the index: Latin typing by its keys.
    fn near_words(&self) -> &[String] {
        match self.script {
            Script::Latin => &self.keys,
            _ => std::slice::from_ref(&self.word),
        }
    }
}

/// Returns a Cyrillic word in Latin letters by every scheme, folded, each spelling once.
fn latin_spellings(word: &str) -> Vec<String> {
    let mut spellings: Vec<String> = Vec::new();
    for scheme in Scheme::ALL {
        fold_words(&transliterate(word, scheme), |spelling, _| {
            if !spellings.iter().any(|known| known == spelling) {
                spellings.push(spelling.to_owned());
            }
        });
    }
    spellings
}

/// Returns the forms of one typed part, each text of a field once with its best reason.
pub(crate) fn widen_word(
    searcher: &Searcher,
    fields: &IndexFields,
    part: &TypedPart,
    (ending, reach): (Ending, Reach),
) -> tantivy::Result<Vec<WordForm>> {
    let mut forms = Forms::default();
    add_names(searcher, fields, part, (ending, reach), &mut forms)?;
    add_places(searcher, fields, part, (ending, reach), &mut forms)?;
    add_kin_names(fields, part, &mut forms);
    Ok(forms.finish())
}

/// Shortest word, in letters, that is looked for among the relatives: shorter ones are `и`, `г.р.`.
const KIN_LETTERS: usize = 3;

/// Adds the word as it stands among the relatives, in either script, and what sounds like it.
fn add_kin_names(fields: &IndexFields, part: &TypedPart, forms: &mut Forms) {
    let TypedPart { word, script, keys, readings, .. } = part;
    if word.chars().count() < KIN_LETTERS || *script == Script::Other {
        return;
    }
    forms.add(fields.kin, word, MatchKind::KinName, 0);
    for (reading, rank) in readings.iter().zip(1..) {
        forms.add(fields.kin, reading, MatchKind::KinName, rank);
    }
    if *script == Script::Latin {
        keys.iter().for_each(|key| forms.add(fields.kin, key, MatchKind::KinSound, 0));
    }
}

/// Returns the forms of one part of a place in the filter.
///
/// A wider search also takes longer words and other endings of the same place: Тула, Туле,
/// Тульской.
pub(crate) fn widen_place(
    searcher: &Searcher,
    fields: &IndexFields,
    part: &TypedPart,
    (ending, reach): (Ending, Reach),
) -> tantivy::Result<Vec<WordForm>> {
    let mut forms = Forms::default();
    add_places(searcher, fields, part, (ending, reach), &mut forms)?;
    let mut forms = forms.finish();
    let n_letters = part.word.chars().count();
    if reach == Reach::SameName || part.script != Script::Cyrillic || n_letters < PREFIX_LETTERS {
        return Ok(forms);
    }
    let without_ending = part.word.trim_end_matches(['а', 'я', 'о', 'е', 'и', 'ы', 'у', 'ю', 'й']);
    let is_enough = without_ending.chars().count() >= PREFIX_LETTERS;
    let stem = if is_enough { without_ending } else { &part.word };
    // Of the word itself all beginnings are equal.
    forms.retain(|form| form.kind != MatchKind::PlaceBeginning);
    for (text, _) in words_starting_with(searcher, fields.place, stem)? {
        if forms.iter().all(|form| form.text != text) {
            // The less is added, the nearer it is.
            let n_more = text.chars().count().saturating_sub(stem.chars().count()).min(8);
            let rank = u8::try_from(n_more).unwrap_or(u8::MAX);
            let kind = MatchKind::PlaceBeginning;
            forms.push(WordForm { field: fields.place, text, kind, rank });
        }
    }
    Ok(forms)
}

/// Returns whether longer words are looked for, too.
fn asks_longer(part: &TypedPart, (ending, reach): (Ending, Reach)) -> bool {
    let n_letters = part.word.chars().count();
    match ending {
        Ending::Open => n_letters >= 2,
        Ending::Last => n_letters >= PREFIX_LETTERS && reach >= Reach::Similar,
        Ending::Whole => false,
    }
}

/// Adds the word as a name: as it stands in either script, as an initial, and what is near.
fn add_names(
    searcher: &Searcher,
    fields: &IndexFields,
    part: &TypedPart,
    (ending, reach): (Ending, Reach),
    forms: &mut Forms,
) -> tantivy::Result<()> {
    let TypedPart { word, script, keys, .. } = part;
    add_typed_name(fields, part, forms);
    add_same_name(fields, part, reach, forms);
    let near_field = if *script == Script::Latin { fields.name_key } else { fields.name };
    if asks_longer(part, (ending, reach)) {
        let kind = match ending {
            Ending::Open => MatchKind::AskedBeginning,
            _ => MatchKind::Beginning,
        };
        for near_word in part.near_words() {
            let mut found = words_starting_with(searcher, near_field, near_word)?;
            // A key that is the same is no beginning, but another spelling.
            found.retain(|(text, _)| text != near_word || ending == Ending::Open);
            forms.add_all(near_field, kind, found);
        }
    }
    if reach == Reach::SameName || *script == Script::Other {
        return Ok(());
    }
    if *script == Script::Cyrillic {
        forms.add(fields.name_key, &keys[0], MatchKind::SameSound, 0);
    }
    let near_word = &part.near_words()[0];
    // A key may be shorter than the word: Anna is ana.
    let n_letters = word.chars().count().min(near_word.chars().count());
    if n_letters >= ERROR_LETTERS[0] {
        let found = words_with_one_error(searcher, near_field, near_word)?;
        forms.add_errors(near_field, [MatchKind::OneError; 2], found);
    }
    if n_letters >= ERROR_LETTERS[1] && reach >= Reach::Distant {
        let found = words_with_two_errors(searcher, near_field, near_word)?;
        forms.add_errors(near_field, [MatchKind::OneError, MatchKind::TwoErrors], found);
    }
    Ok(())
}

/// Adds the word as a place: as it stands in either script, and what is near.
fn add_places(
    searcher: &Searcher,
    fields: &IndexFields,
    part: &TypedPart,
    (ending, reach): (Ending, Reach),
    forms: &mut Forms,
) -> tantivy::Result<()> {
    let TypedPart { word, script, keys, readings, .. } = part;
    forms.add(fields.place, word, MatchKind::Place, 0);
    if *script == Script::Latin {
        for (reading, rank) in readings.iter().zip(0..) {
            forms.add(fields.place, reading, MatchKind::Place, rank);
        }
        for (key, rank) in keys.iter().zip(0..) {
            forms.add(fields.place, key, MatchKind::PlaceSound, rank);
        }
    }
    if asks_longer(part, (ending, reach)) {
        let kind = match ending {
            Ending::Open => MatchKind::Place,
            _ => MatchKind::PlaceBeginning,
        };
        for near_word in part.near_words() {
            forms.add_all(
                fields.place,
                kind,
                words_starting_with(searcher, fields.place, near_word)?,
            );
        }
    }
    let is_wider = reach > Reach::SameName && *script != Script::Other;
    if is_wider && word.chars().count() >= PLACE_ERROR_LETTERS {
        let found = words_with_one_error(searcher, fields.place, &part.near_words()[0])?;
        forms.add_errors(fields.place, [MatchKind::PlaceOneError; 2], found);
    }
    Ok(())
}

/// Adds the word as a name as it stands, in either script, and as an initial.
fn add_typed_name(fields: &IndexFields, part: &TypedPart, forms: &mut Forms) {
    let TypedPart { word, script, keys, readings, .. } = part;
    forms.add(fields.name, word, MatchKind::AsTyped, 0);
    let is_initial = word.chars().count() == 1 && part.is_alone;
    if is_initial {
        forms.add(fields.name, &initial_term(word), MatchKind::Initial, 0);
    }
    match script {
        Script::Latin => {
            for (reading, rank) in readings.iter().zip(0..) {
                forms.add(fields.name, reading, MatchKind::LatinSpelling, rank);
            }
            // A key folds letters together, so that it finds more than this name.
            for (key, rank) in keys.iter().zip(0..) {
                forms.add(fields.name_key, key, MatchKind::SameSound, rank);
                if is_initial {
                    forms.add(fields.name_key, &initial_term(key), MatchKind::Initial, rank);
                }
            }
        }
        Script::Cyrillic => {
            // Only what is written in Latin script.
            let term = latin_script_term(&keys[0]);
            forms.add(fields.name_key, &term, MatchKind::LatinSpelling, 0);
            for spelling in &part.latin {
                forms.add(fields.name, spelling, MatchKind::LatinSpelling, 0);
            }
        }
        Script::Other => {}
    }
}

/// Adds the other forms of the name, the farther ones only in a wider search.
fn add_same_name(fields: &IndexFields, part: &TypedPart, reach: Reach, forms: &mut Forms) {
    for form in &part.same_name {
        let is_near = form.kind < NameFormKind::Diminutive;
        if is_near || reach >= Reach::Similar {
            forms.add(fields.name, &form.text, MatchKind::of_form(form.kind), form.rank);
        }
    }
}

#[derive(Default)]
struct Forms {
    by_text: BTreeMap<(Field, String), (MatchKind, u8)>,
}

impl Forms {
    fn add(&mut self, field: Field, text: &str, kind: MatchKind, rank: u8) {
        let found = self.by_text.entry((field, text.to_owned())).or_insert((kind, rank));
        if score_of(kind) > score_of(found.0) {
            *found = (kind, rank);
        }
    }

    fn add_all(&mut self, field: Field, kind: MatchKind, found: Vec<(String, u8)>) {
        // Terms of initials and of Latin script are no words.
        for (text, _) in found.iter().filter(|(text, _)| !text.contains(['.', '='])) {
            self.add(field, text, kind, 0);
        }
    }

    /// `kinds`: of a form with one error, and of one with two.
    fn add_errors(&mut self, field: Field, kinds: [MatchKind; 2], found: Vec<(String, u8)>) {
        for (text, n_errors) in found.iter().filter(|(text, _)| !text.contains(['.', '='])) {
            match n_errors {
                0 => {}
                1 => self.add(field, text, kinds[0], 0),
                _ => self.add(field, text, kinds[1], 0),
            }
        }
    }

    fn finish(self) -> Vec<WordForm> {
        let forms = self.by_text.into_iter();
        forms.map(|((field, text), (kind, rank))| WordForm { field, text, kind, rank }).collect()
    }
}
