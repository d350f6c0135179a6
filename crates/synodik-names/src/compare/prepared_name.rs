//! A whole name, its words prepared for comparing and their parts told as far as they show.

use super::father::{FatherSide, father_side};
use super::frequencies::SurnameFrequencies;
use super::name_parts::tell_parts;
use super::prepared::PreparedWord;
use crate::given::{given_name_entry, given_names};
use crate::parse::{Claim, NamePiece, ParsedName, PieceKind, parse_name};
use crate::part::NamePart;
use crate::sound::Paradigm;
use std::ops::Range;
use std::sync::LazyLock;

/// Words of a name that are compared; real names have fewer.
pub(super) const MAX_WORDS: usize = 6;

/// Other whole names of a person that are compared.
const MAX_ALIASES: usize = 4;

/// From this on the parts that parsing tells are taken as they are.
const SURE_ORDER: f64 = 0.95;

/// A small word up to this length is a particle: von, de, аль.
const MAX_PARTICLE_LETTERS: u8 = 3;

/// One word of a name with what else stands for it.
#[derive(Debug, Clone)]
pub(super) struct NameWord {
    /// Where it stands in the name as written.
    pub(super) span: Range<usize>,
    pub(super) prepared: PreparedWord,
    /// The part it is, if that is known.
    pub(super) part: Option<NamePart>,
    pub(super) is_particle: bool,
    /// How rare it is as a given name: -log2 of the share of its bearers, if that is known.
    pub(super) given_bits: Option<f32>,
    /// How rare it is as a surname, by the frequencies that were handed in.
    pub(super) surname_bits: Option<f32>,
    /// Other words for it: what stands in brackets behind it.
    pub(super) alternatives: Vec<PreparedWord>,
}

/// A name prepared for [`compare_names`](super::compare_names).
#[derive(Debug, Clone, Default)]
pub struct PreparedName {
    /// As written.
    pub(super) raw: String,
    pub(super) words: Vec<NameWord>,
    /// Other whole names of the person (он же).
    pub(super) aliases: Vec<PreparedName>,
}

impl PreparedName {
    /// Prepares a name as written, its parts in any order.
    ///
    /// Titles and the words that explain another name are passed over. Another
    /// surname or given name (урожд., in brackets) counts for the word it replaces,
    /// another whole name (он же) for the whole. The part of a word is told by its
    /// ending, by a comma behind the surname, by initials and by the parts of the
    /// other words; otherwise it stays open.
    ///
    /// # Shape
    ///
    /// `raw`: one name. Words after the sixth are passed over.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{PreparedName, compare_names};
    /// let [a, b] = ["Волина (урожд. Штейн) Устинья", "Штейн У."].map(PreparedName::of_text);
    /// assert!(compare_names(&a, &b).p_same > 0.5);
    /// ```
    pub fn of_text(raw: &str) -> PreparedName {
        let parsed = parse_name(raw);
        let mut name = PreparedName { raw: raw.to_owned(), ..PreparedName::default() };
        let mut others: Vec<&[NamePiece]> = Vec::new();
        for run in parsed.pieces.chunk_by(|a, b| a.claim == b.claim) {
            if run[0].claim == Claim::Main || name.words.is_empty() {
                name.push_run(&parsed, run);
            } else {
                others.push(run);
            }
        }
        tell_parts(&name.raw, &mut name.words);
        for run in others {
            name.push_other(&parsed, run);
        }
        name
    }

    /// Prepares a name whose parts are known.
    ///
    /// # Shape
    ///
    /// `parts`: each part as written, with one or more words; empty ones are passed over.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{NamePart, PreparedName, compare_names};
    /// let parts = [(NamePart::Surname, "Волин"), (NamePart::Given, "Пётр")];
    /// let (a, b) = (PreparedName::of_parts(&parts), PreparedName::of_text("Volin Petr"));
    /// assert!(compare_names(&a, &b).p_same > 0.9);
    /// ```
    pub fn of_parts(parts: &[(NamePart, &str)]) -> PreparedName {
        let mut name = PreparedName::default();
        for &(part, text) in parts {
            let start = name.raw.len();
            name.raw.push_str(text);
            name.raw.push(' ');
            for piece in parse_name(text).pieces.iter().filter(|piece| is_name(piece.kind)) {
                let is_other = piece.claim != Claim::Main;
                for half in halves(&text[piece.span.clone()]) {
                    let in_text = piece.span.start + half.start..piece.span.start + half.end;
                    match name.words.last_mut().filter(|_| is_other) {
                        Some(last) => last.alternatives.push(prepare(Some(part), &text[in_text])),
                        None => {
                            name.push_word(start + in_text.start..start + in_text.end, Some(part))
                        }
                    }
                }
            }
        }
        name
    }

    /// Weighs the surnames of the name by how rare they are.
    ///
    /// A surname that agrees then weighs more the fewer bear it, and a common one less than
    /// the usual one for which the weights are made.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::{PreparedName, SurnameFrequencies, compare_names};
    /// let frequencies = SurnameFrequencies::from_counts([("Волин", 90), ("Штейнгауз", 1)]);
    /// let bits_of = |raw| {
    ///     let name = PreparedName::of_text(raw).weighed_by(&frequencies);
    ///     compare_names(&name, &name).bits
    /// };
    /// assert!(bits_of("Штейнгауз Устинья") > bits_of("Волина Устинья"));
    /// ```
    pub fn weighed_by(mut self, frequencies: &SurnameFrequencies) -> PreparedName {
        for word in &mut self.words {
            word.surname_bits = frequencies.bits(&word.prepared);
        }
        self.aliases =
            self.aliases.into_iter().map(|alias| alias.weighed_by(frequencies)).collect();
        self
    }

    /// Returns how many words the name has.
    pub fn n_words(&self) -> u8 {
        self.words.len() as u8
    }

    /// Adds the words of a run of pieces, with the parts that are sure.
    fn push_run(&mut self, parsed: &ParsedName<'_>, run: &[NamePiece]) {
        let is_sure = parsed.p_order >= SURE_ORDER && run[0].claim == Claim::Main;
        let mut is_father_next = false;
        for piece in run {
            let text = &parsed.raw[piece.span.clone()];
            if let Some(side) = father_side(text).filter(|_| !self.words.is_empty()) {
                match side {
                    FatherSide::Behind => is_father_next = true,
                    FatherSide::Before => self.make_last_father(),
                }
                continue;
            }
            if !is_name(piece.kind) {
                continue;
            }
            let part = match part_of(piece.kind) {
                _ if is_father_next => Some(NamePart::Patronymic),
                part if is_sure || is_sure_kind(piece.kind) => part,
                _ => None,
            };
            is_father_next = false;
            for half in halves(text) {
                self.push_word(piece.span.start + half.start..piece.span.start + half.end, part);
            }
            let is_cut = text.split_once(is_hyphen).is_some_and(|(_, end)| is_contracted(end));
            if let Some(last) = self.words.last_mut().filter(|_| is_cut) {
                last.prepared.written.is_initial = true;
            }
        }
        if is_sure {
            self.turn_father_behind_comma();
        }
    }

    /// `Petrauskas Jonas, Kazio`: surname and given name stand before the comma, the father's behind.
    fn turn_father_behind_comma(&mut self) {
        let raw = &self.raw;
        let [first, second, third] = &mut self.words[..] else { return };
        let are_surnames =
            [&*first, &*second].iter().all(|word| word.part == Some(NamePart::Surname));
        if are_surnames
            && third.part == Some(NamePart::Given)
            && prepare(None, &raw[second.span.clone()]).is_given()
        {
            second.part = Some(NamePart::Given);
            third.part = Some(NamePart::Patronymic);
            for word in [second, third] {
                word.prepared = prepare(word.part, &raw[word.span.clone()]);
            }
        }
    }

    /// The last word is the father's name: Jaani p., Али оглы.
    fn make_last_father(&mut self) {
        if self.words.len() > 1
            && let Some(last) = self.words.last_mut()
        {
            last.part = Some(NamePart::Patronymic);
            last.prepared = prepare(last.part, &self.raw[last.span.clone()]);
        }
    }

    /// Adds another name of the person: a word for one of the words, or a whole name.
    fn push_other(&mut self, parsed: &ParsedName<'_>, run: &[NamePiece]) {
        let named: Vec<&NamePiece> = run.iter().filter(|piece| is_name(piece.kind)).collect();
        let Some(first) = named.first() else { return };
        if named.iter().any(|piece| part_of(piece.kind) != part_of(first.kind)) {
            let mut alias = PreparedName { raw: self.raw.clone(), ..PreparedName::default() };
            alias.push_run(parsed, run);
            tell_parts(&alias.raw, &mut alias.words);
            if self.aliases.len() < MAX_ALIASES {
                self.aliases.push(alias);
            }
            return;
        }
        let part = part_of(first.kind);
        let at = self.words.iter().position(|word| word.part == part);
        let at = at.unwrap_or(self.words.len() - 1);
        for piece in named {
            let text = &parsed.raw[piece.span.clone()];
            for half in halves(text) {
                let prepared = prepare(self.words[at].part, &text[half]);
                self.words[at].alternatives.push(prepared);
            }
        }
    }

    fn push_word(&mut self, span: Range<usize>, part: Option<NamePart>) {
        let text = &self.raw[span.clone()];
        let prepared = prepare(part, text);
        if prepared.is_missing() || self.words.len() >= MAX_WORDS {
            return;
        }
        let is_small = text.chars().next().is_some_and(char::is_lowercase);
        self.words.push(NameWord {
            span,
            prepared,
            part,
            is_particle: is_small && prepared.n_letters() <= MAX_PARTICLE_LETTERS,
            given_bits: given_bits(&prepared),
            surname_bits: None,
            alternatives: Vec::new(),
        });
    }

    /// Returns the words with two neighbouring ones written as one.
    pub(super) fn joined_words(&self, at: usize) -> Vec<NameWord> {
        let mut words = self.words.clone();
        let second = words.remove(at + 1);
        let first = &mut words[at];
        let joined = [&first.span, &second.span].map(|span| &self.raw[span.clone()]).concat();
        first.span = first.span.start..second.span.end;
        first.prepared = prepare(first.part, &joined);
        first.part = if first.part == second.part { first.part } else { None };
        first.is_particle = false;
        words
    }
}

/// Whether a piece is a word of a name.
fn is_name(kind: PieceKind) -> bool {
    use PieceKind::{Given, GivenInitial, Other, Particle, Patronymic, PatronymicInitial, Surname};
    matches!(
        kind,
        Surname | Given | Patronymic | GivenInitial | PatronymicInitial | Particle | Other
    )
}

/// Whether a piece shows its part by itself, whatever the order of the name.
fn is_sure_kind(kind: PieceKind) -> bool {
    matches!(kind, PieceKind::GivenInitial | PieceKind::PatronymicInitial)
}

fn part_of(kind: PieceKind) -> Option<NamePart> {
    match kind {
        PieceKind::Surname => Some(NamePart::Surname),
        PieceKind::Given | PieceKind::GivenInitial => Some(NamePart::Given),
        PieceKind::Patronymic | PieceKind::PatronymicInitial => Some(NamePart::Patronymic),
        _ => None,
    }
}

/// Prepares a word; one of an open part as what its ending says, else as a given name.
pub(super) fn prepare(part: Option<NamePart>, text: &str) -> PreparedWord {
    match part {
        Some(part) => PreparedWord::of_part(part, text),
        None => {
            let as_written = PreparedWord::new(text);
            let is_patronymic = as_written.paradigm() == Paradigm::Patronymic;
            let part = if is_patronymic { NamePart::Patronymic } else { NamePart::Given };
            as_written.related_as(part, text)
        }
    }
}

/// Entries of all given names that were counted.
static N_BEARERS: LazyLock<f32> =
    LazyLock::new(|| given_names().iter().map(|name| name.count as f32).sum());

fn given_bits(prepared: &PreparedWord) -> Option<f32> {
    let matches = prepared.written.given[0];
    let n_bearers = matches.iter().map(|found| given_name_entry(found.name_id).count).max();
    let n_bearers = n_bearers.filter(|&n_bearers| n_bearers > 0)?;
    Some((*N_BEARERS / n_bearers as f32).log2())
}

/// Returns where the words of a piece stand in it: Мамин-Уральский is two, the contraction Ал-др is one.
pub(super) fn halves(text: &str) -> impl Iterator<Item = Range<usize>> {
    let contracted = text.split_once(is_hyphen).filter(|(_, end)| is_contracted(end));
    let whole = contracted.map_or(text, |(start, _)| start);
    let mut start = 0;
    let spans = whole.split_inclusive(is_hyphen).map(move |half| {
        let span = start..start + half.trim_end_matches(is_hyphen).len();
        start += half.len();
        span
    });
    spans.filter(|span| !span.is_empty())
}

/// Returns whether this is the end of a contracted name (Ал-др): small letters without a vowel.
fn is_contracted(end: &str) -> bool {
    !end.is_empty() && end.chars().all(|letter| "бвгджзйклмнпрстфхцчшщь".contains(letter))
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
