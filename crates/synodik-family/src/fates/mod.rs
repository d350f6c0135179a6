//! What an entry says became of the relatives it names, and who was spared.
//!
//! Takes the text of an entry with its mentions; gives events, each of one mention, with the words
//! and where they stand. Words and reasons stand in `data/kin/fates.toml`.
//!
//! **Invariant:** the words say it of that mention alone: they stand beside it, agree with its sex,
//! and no one else may be meant. Where that is not sure nothing is given.

use crate::record_mentions::find_cell;
use crate::russian::LEXICON;
use crate::tokens::{Token, TokenKind, tokenise};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;
use synodik_model::{DateSpan, DateStatement, EventKind, HeadCount, Mention, Sex};
use synodik_names::{Case, parse_date};

const FATES_TOML: &str = include_str!("../../../../data/kin/fates.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FatesFile {
    event: Vec<EventEntry>,
    spared: Vec<SparedEntry>,
    reason: Vec<ReasonEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventEntry {
    kind: String,
    male: Vec<String>,
    female: Vec<String>,
    #[serde(default)]
    several: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SparedEntry {
    male: Vec<String>,
    #[serde(default)]
    female: Vec<String>,
    #[serde(default)]
    needs_reason: bool,
    #[serde(default)]
    is_subject: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonEntry {
    id: String,
    any: Vec<String>,
}

/// Words one after another that say what happened.
struct Phrase {
    words: Vec<String>,
    kind: EventKind,
    /// The sex of the one of whom they are said; `None` for words without.
    sex: Option<Sex>,
    needs_reason: bool,
    is_subject: bool,
}

impl Phrase {
    /// Whether it is said of several: «расстреляны».
    fn is_several(&self) -> bool {
        self.sex.is_none() && !self.is_subject
    }
}

struct FateRules {
    /// By their first word; the longest first, so that «осужден» is not read before what is more.
    phrases: FxHashMap<String, Vec<Phrase>>,
    reasons: Vec<(String, Vec<Vec<String>>)>,
}

static RULES: LazyLock<FateRules> = LazyLock::new(|| {
    let file: FatesFile = toml::from_str(FATES_TOML).expect("a test reads data/kin/fates.toml");
    let split = |text: &String| text.split(' ').map(str::to_owned).collect::<Vec<String>>();
    let mut phrases = Vec::new();
    for entry in &file.event {
        let kind = EventKind::from_name(&entry.kind).expect("fates.toml names kinds of events");
        let forms = [
            (&entry.male, Some(Sex::Male)),
            (&entry.female, Some(Sex::Female)),
            (&entry.several, None),
        ];
        for (forms, sex) in forms {
            phrases.extend(forms.iter().map(|form| Phrase {
                words: split(form),
                kind,
                sex,
                needs_reason: false,
                is_subject: false,
            }));
        }
    }
    for entry in &file.spared {
        for (forms, sex) in [(&entry.male, Sex::Male), (&entry.female, Sex::Female)] {
            phrases.extend(forms.iter().map(|form| Phrase {
                words: split(form),
                kind: EventKind::Spared,
                sex: (!entry.is_subject).then_some(sex),
                needs_reason: entry.needs_reason,
                is_subject: entry.is_subject,
            }));
        }
    }
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    let mut by_first: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
    for phrase in phrases {
        by_first.entry(phrase.words[0].clone()).or_default().push(phrase);
    }
    let reasons =
        file.reason.iter().map(|entry| (entry.id.clone(), entry.any.iter().map(split).collect()));
    FateRules { phrases: by_first, reasons: reasons.collect() }
});

/// Something that an entry says happened to somebody it names.
#[derive(Debug, Clone, PartialEq)]
pub struct Fate {
    /// Number of the mention.
    pub mention: usize,
    /// What happened; [`EventKind::Spared`] for a measure that did not fall on them.
    pub kind: EventKind,
    /// When, as far as the words beside it say it.
    pub date: Option<DateStatement>,
    /// Why somebody was spared: an id of `data/kin/fates.toml`.
    pub reason: Option<&'static str>,
    /// Bytes in the text.
    pub span: Range<usize>,
    /// The words at `span`; no name is in them unless the reason holds one.
    pub words: String,
}

/// Returns what a text says happened to those it mentions.
///
/// # Shape
///
/// `mentions`: those of the text, the one it is about first, of whom only being spared is told; a
/// mention whose span is not of this text is passed over. `relatives`: what the entry says of
/// relatives alone, a part of the text: there a clause between semicolons that starts with somebody
/// is about them. Gives events by their place in the text.
///
/// # Source
///
/// `data/kin/fates.toml`
pub fn fates_of_mentions(text: &str, mentions: &[&Mention], relatives: Option<&str>) -> Vec<Fate> {
    let tokens = tokenise(text);
    let relatives = relatives.filter(|part| !part.is_empty()).and_then(|part| {
        let (start, words) = find_cell(text, part)?;
        Some(start..start + words.len())
    });
    let reader = FateReader { text, tokens: &tokens, mentions, relatives };
    let mut fates: Vec<Fate> = Vec::new();
    let mut token_idx = 0;
    while token_idx < tokens.len() {
        let Some((phrase, end)) = reader.phrase_at(token_idx) else {
            token_idx += 1;
            continue;
        };
        fates.extend(reader.fates(phrase, token_idx..end));
        token_idx = reader.end_of_words(end);
    }
    fates
}

/// A text in which fates are looked for.
struct FateReader<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    mentions: &'t [&'t Mention],
    /// Bytes of what the entry says of relatives alone.
    relatives: Option<Range<usize>>,
}

/// Words that may stand between somebody and what is said of them.
const BETWEEN: [&str; 12] =
    ["был", "была", "также", "тоже", "вскоре", "в", "г", "году", "позднее", "потом", "затем", "р"];

/// So many tokens may stand between them.
const MAX_BETWEEN: usize = 6;

/// So many tokens before and behind are looked at for a date.
const DATE_TOKENS: usize = 5;

impl<'t> FateReader<'t> {
    /// The longest phrase that starts at a token, and the token behind it.
    fn phrase_at(&self, token_idx: usize) -> Option<(&'static Phrase, usize)> {
        let rules: &'static FateRules = &RULES;
        let fits = |phrase: &&Phrase| {
            let here = self.tokens.get(token_idx..token_idx + phrase.words.len());
            here.is_some_and(|here| here.iter().zip(&phrase.words).all(|(t, w)| t.small == *w))
        };
        let phrase = rules.phrases.get(self.tokens[token_idx].small.as_ref())?.iter().find(fits)?;
        Some((phrase, token_idx + phrase.words.len()))
    }

    /// What a phrase says, of each of whom it is said.
    fn fates(&self, phrase: &Phrase, at: Range<usize>) -> Vec<Fate> {
        if let Some(fate) = self.fate(phrase, at.clone(), None) {
            return vec![fate];
        }
        let of_clause = self.mentions_of_clause(phrase, at.start).into_iter();
        of_clause.filter_map(|mention| self.fate(phrase, at.clone(), Some(mention))).collect()
    }

    /// What a phrase says, of the one who is known or else found beside it.
    fn fate(&self, phrase: &Phrase, at: Range<usize>, of: Option<usize>) -> Option<Fate> {
        let sentence = self.sentence_of(at.start);
        let is_spared = phrase.kind == EventKind::Spared;
        let found = is_spared.then(|| self.reason_in(&sentence)).flatten();
        if phrase.needs_reason && found.is_none() {
            return None;
        }
        let mention = match (phrase.is_subject, of) {
            (_, Some(mention)) => mention,
            (true, None) => 0,
            (false, None) if phrase.is_several() => return None,
            (false, None) => {
                let beside = || self.mention_beside(phrase, at.start);
                let named = || self.mention_named(phrase, &sentence, at.start);
                let head = || is_spared.then(|| self.head_of(phrase, &sentence, at.start))?;
                beside().or_else(named).or_else(head)?
            }
        };
        let (reason, reason_end) = match found {
            Some((reason, last)) => (Some(reason), last.max(at.end)),
            None => (None, at.end),
        };
        let words_end = self.end_of_words(at.end);
        let (date, date_end) = match self.date_behind(at.end) {
            Some((date, end)) => (Some(date), end.max(reason_end)),
            None => (self.date_before(sentence.start..at.start), reason_end.max(words_end)),
        };
        let span = self.tokens[at.start].span.start..self.tokens[date_end - 1].span.end;
        let words = self.text[span.clone()].to_owned();
        Some(Fate { mention, kind: phrase.kind, date, reason, span, words })
    }

    /// The tokens of the sentence around a token.
    fn sentence_of(&self, token_idx: usize) -> Range<usize> {
        let is_end = |idx: usize| {
            let ends = self.tokens[idx].is_sign(".") || self.tokens[idx].is_sign(";");
            let initial = idx > 0 && self.tokens[idx - 1].is_initial();
            let next = self.tokens.get(idx + 1);
            let goes_on = |next: &Token<'_>| {
                next.kind == TokenKind::Number
                    || next.kind == TokenKind::Word && !next.is_capitalised()
            };
            let in_sentence = self.tokens[idx].is_sign(".") && next.is_some_and(goes_on);
            ends && !initial && !in_sentence
        };
        let start = (0..token_idx).rev().find(|idx| is_end(*idx)).map_or(0, |idx| idx + 1);
        let end = (token_idx..self.tokens.len()).find(|idx| is_end(*idx));
        start..end.unwrap_or(self.tokens.len())
    }

    /// The reason that a sentence gives, and the token behind its words.
    fn reason_in(&self, sentence: &Range<usize>) -> Option<(&'static str, usize)> {
        let rules: &'static FateRules = &RULES;
        let words: Vec<usize> =
            sentence.clone().filter(|idx| self.tokens[*idx].kind != TokenKind::Sign).collect();
        rules.reasons.iter().find_map(|(id, phrases)| {
            let last = phrases.iter().find_map(|phrase| {
                let found = words.windows(phrase.len()).find(|window| {
                    let mut pairs = window.iter().zip(phrase);
                    pairs.all(|(idx, wanted)| match wanted.strip_suffix('*') {
                        Some(start) => self.tokens[*idx].small.starts_with(start),
                        None => self.tokens[*idx].small == *wanted,
                    })
                });
                found.and_then(|window| window.last().copied())
            })?;
            Some((id.as_str(), last + 1))
        })
    }

    /// The mention whose words stand directly before a token, or hold it.
    fn mention_beside(&self, phrase: &Phrase, token_idx: usize) -> Option<usize> {
        if self.tokens[token_idx].is_capitalised() {
            return None;
        }
        let at = self.tokens[token_idx].span.start;
        let others = self.mentions.iter().enumerate().skip(1);
        let before = others.filter(|(_, mention)| {
            mention.span.start < at && self.text.get(mention.span.clone()) == Some(&mention.words)
        });
        let (number, mention) = before.max_by_key(|(_, mention)| mention.span.start)?;
        let between = self.tokens[..token_idx].iter().rev();
        let between: Vec<&Token<'_>> =
            between.take_while(|token| token.span.start >= mention.span.end).collect();
        let may_stand = |token: &&Token<'_>| match token.kind {
            TokenKind::Number => true,
            // Behind a comma the words may be of whoever heads the list.
            TokenKind::Sign => !token.is_sign(";") && !token.is_sign(","),
            TokenKind::Word => BETWEEN.contains(&token.small.as_ref()),
        };
        let is_near = between.len() <= MAX_BETWEEN && between.iter().all(may_stand);
        (is_near && self.is_of(phrase, number) && self.is_subject_of_words(mention))
            .then_some(number)
    }

    /// Those with whom a clause of what is said of relatives starts: «жена Анна, выслана, умерла»,
    /// «братья Пров и Лука, расстреляны».
    fn mentions_of_clause(&self, phrase: &Phrase, token_idx: usize) -> Vec<usize> {
        let at = self.tokens[token_idx].span.start;
        let Some(part) = self.relatives.clone().filter(|part| part.contains(&at)) else {
            return Vec::new();
        };
        let before = self.tokens[..token_idx].iter();
        let in_part = before.filter(|token| token.span.start >= part.start);
        let ends = in_part.clone().filter(|token| token.is_sign(";"));
        let start = ends.last().map_or(part.start, |sign| sign.span.end);
        let mut clause = in_part.filter(|token| token.span.start >= start);
        let Some(first) = clause.next() else { return Vec::new() };
        // «Сын Иванова, арестован» says it of neither for sure.
        let starts = LEXICON.forms(&first.small).iter().any(|form| form.case == Case::Nominative);
        let numbered = self.mentions.iter().enumerate().skip(1);
        let mut named: Vec<(usize, &&Mention)> = numbered
            .filter(|(_, mention)| (start..at).contains(&mention.span.start))
            .filter(|(_, mention)| self.text.get(mention.span.clone()) == Some(&mention.words))
            .collect();
        named.sort_by_key(|(_, mention)| mention.span.start);
        let is_first = named.first().is_some_and(|(_, m)| m.span.contains(&first.span.start));
        let is_kin_of_subject = named.iter().all(|(_, mention)| mention.relative_to == 0);
        let numbers = named.into_iter().map(|(number, _)| number);
        let numbers: Vec<usize> = numbers.filter(|number| self.is_of(phrase, *number)).collect();
        let is_fitting = starts && is_first && is_kin_of_subject;
        let is_clear = if phrase.is_several() { !numbers.is_empty() } else { numbers.len() == 1 };
        if is_fitting && is_clear { numbers } else { Vec::new() }
    }

    /// Whether the words of a mention start with what it is: «отец», and not «сын» of a father.
    fn is_subject_of_words(&self, mention: &Mention) -> bool {
        let words = tokenise(&mention.words);
        let first = words.iter().find(|token| token.kind == TokenKind::Word);
        first.is_some_and(|first| match LEXICON.forms(&first.small) {
            [] => first.is_capitalised(),
            forms => forms.iter().any(|form| {
                let term = mention.kinship.as_ref().and_then(|kinship| kinship.term);
                form.case == Case::Nominative && form.kinship.term == term
            }),
        })
    }

    /// The mention that the words of a sentence before a token name: «Дочь Татьяна», «Татьяна».
    fn mention_named(
        &self,
        phrase: &Phrase,
        sentence: &Range<usize>,
        token_idx: usize,
    ) -> Option<usize> {
        let run = self.tokens[sentence.start..token_idx].iter().rev();
        let run: Vec<&Token<'_>> = run.take_while(|token| token.kind == TokenKind::Word).collect();
        let words = run.iter().rev().filter(|token| !BETWEEN.contains(&token.small.as_ref()));
        let words: Vec<&&Token<'_>> = words.collect();
        let term = words.first().and_then(|first| {
            let mut forms = LEXICON.forms(&first.small).iter();
            forms.find(|form| form.case == Case::Nominative && !form.is_several)?.kinship.term
        });
        let given = match (term, &words[..]) {
            (Some(_), [_]) => None,
            (Some(_), [_, given]) | (None, [given]) | (None, [given, _]) => {
                given.is_capitalised().then_some(Some(given.text))?
            }
            _ => return None,
        };
        let mut fitting = self.mentions.iter().enumerate().filter(|(number, mention)| {
            let of = mention.kinship.as_ref().filter(|_| mention.relative_to == 0);
            let is_kin = term.is_none_or(|term| of.and_then(|of| of.term) == Some(term));
            let is_named = given.is_none_or(|given| mention.given.as_deref() == Some(given));
            is_kin && is_named && self.is_of(phrase, *number)
        });
        let (number, _) = fitting.next()?;
        let is_told = number > 0 || phrase.kind == EventKind::Spared;
        (is_told && fitting.next().is_none()).then_some(number)
    }

    /// The one the entry is about, where a sentence names nobody before a token.
    fn head_of(&self, phrase: &Phrase, sentence: &Range<usize>, token_idx: usize) -> Option<usize> {
        let before = &self.tokens[sentence.start..token_idx];
        let names_nobody = before.iter().all(|token| {
            LEXICON.forms(&token.small).is_empty()
                && !(token.is_capitalised()
                    && token.span.start > self.tokens[sentence.start].span.start)
        });
        (names_nobody && self.is_of(phrase, 0)).then_some(0)
    }

    /// Whether a mention is one human being of the sex of whom the words are said.
    fn is_of(&self, phrase: &Phrase, number: usize) -> bool {
        let Some(mention) = self.mentions.get(number) else { return false };
        let sex = mention.sex.map(|(sex, _)| sex);
        let agrees = phrase.sex.is_none() || sex.is_none() || sex == phrase.sex;
        mention.count == HeadCount::One && agrees
    }

    /// Whether a cell or a line ends behind a token: what follows is said of something else.
    fn is_cell_end(&self, idx: usize) -> bool {
        let Some(next) = self.tokens.get(idx + 1) else { return true };
        let between = self.tokens[idx].span.end..next.span.start;
        next.is_sign("\t") || self.text[between].contains('\n')
    }

    /// The token behind words that go with what happened: «умерла или убита», «сослана в Астрахань».
    fn end_of_words(&self, end: usize) -> usize {
        let word = |idx: usize| {
            let is_here = idx == end || !self.is_cell_end(idx - 1);
            self.tokens.get(idx).filter(|token| is_here && token.kind == TokenKind::Word)
        };
        let is_small = |idx: usize, wanted: &[&str]| {
            !self.is_cell_end(end - 1)
                && word(idx).is_some_and(|token| wanted.contains(&token.small.as_ref()))
        };
        let is_place = |idx: usize| word(idx).is_some_and(Token::is_capitalised);
        if is_small(end, &["или"]) && word(end + 1).is_some_and(|token| !token.is_capitalised())
        {
            return end + 2;
        }
        if is_small(end, &["в", "на"]) && is_place(end + 1) {
            return end + 2;
        }
        let ends_in_preposition = self.tokens[end - 1].small == "в";
        let is_in_place = ends_in_preposition && !self.is_cell_end(end - 1) && is_place(end);
        if is_in_place { end + 1 } else { end }
    }

    /// A date in the words behind a token, and the token behind it.
    fn date_behind(&self, end: usize) -> Option<(DateStatement, usize)> {
        let behind = self.tokens.iter().enumerate().skip(end).take(DATE_TOKENS);
        let behind = behind.take_while(|(idx, token)| {
            !token.is_sign(";") && !token.is_sign(",") && !self.is_cell_end(idx - 1)
        });
        let (idx, year) = behind.filter_map(|(idx, token)| Some((idx, year_of(token)?))).next()?;
        let words = self.tokens[end].span.start..self.tokens[idx].span.end;
        let raw = self.text[words].trim_start_matches("в ");
        let date = parse_date(raw).ok().or_else(|| whole_year(year))?;
        Some((date, idx + 1))
    }

    /// A date in the words before a token: «в 1937 г. арестован», «14.02.46 jätta».
    fn date_before(&self, before: Range<usize>) -> Option<DateStatement> {
        let first = before.end.saturating_sub(DATE_TOKENS).max(before.start);
        let words = &self.tokens[first..before.end];
        let behind_bracket = words.iter().rposition(|token| token.is_sign(")"));
        let words = &words[behind_bracket.map_or(0, |idx| idx + 1)..];
        let from = words.iter().position(|token| token.kind == TokenKind::Number)?;
        let last = words.iter().rposition(|token| token.kind == TokenKind::Number)?;
        let day_and_month = &self.text[words[from].span.start..words[last].span.start];
        let short = i32::try_from(words[last].number()?).ok()?;
        let year = if short < 100 { CENTURY + short } else { short };
        // A year alone may be one of birth, unless the words say «в 1937».
        let says_when = || from > 0 && words[from - 1].small == "в" && short >= 100;
        let is_date = YEARS.contains(&year) && (from < last || says_when());
        is_date.then(|| parse_date(&format!("{day_and_month}{year}")).ok())?
    }
}

/// The century of years of two digits.
const CENTURY: i32 = 1900;

/// Years of which lists of the persecuted tell.
const YEARS: std::ops::RangeInclusive<i32> = 1917..=1960;

fn year_of(token: &Token<'_>) -> Option<i32> {
    let year = i32::try_from(token.number()?).ok()?;
    YEARS.contains(&year).then_some(year)
}

fn whole_year(year: i32) -> Option<DateStatement> {
    DateSpan::year(year).map(DateStatement::plain)
}

#[cfg(test)]
mod tests;
