//! Reads the list of a household: "Состав семьи: жена Устинья, 30 л., дети: …".

use super::age::{Years, read_years};
use super::household_settle::settle_household;
use super::kin_phrase::{KinPhrase, read_kin_phrase};
use super::lexicon::LEXICON;
use crate::bearer::{is_patronymic, set_name};
use crate::tokens::{Token, TokenKind, tokenise};
use std::ops::Range;
use synodik_model::{AgeStatement, DateStatement, HeadCount, KinLink, Mention, MentionRole};

/// A household as its entry lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct Household {
    /// The head first, then the members in the order of the list.
    pub mentions: Vec<Mention>,
    /// How many human beings the entry says there are, without naming them ("6 чел.").
    pub n_stated: Option<u32>,
    /// Bytes of the list in the text.
    pub span: Range<usize>,
    /// Bytes within the list that were not understood.
    pub unread: Vec<Range<usize>>,
}

/// Reads the members of a household from an entry, or from the part of it that lists them.
///
/// The list starts behind the words that announce it, or with the text where
/// there are none, and ends with its sentence.
///
/// # Shape
///
/// `head`: the one under whom the household is entered; becomes the first of
/// the mentions. `at`: the days for which ages hold, if known. Spans are bytes
/// in `text`. Where no word states a kinship, name or place in the list may
/// give one; its ground says so.
///
/// # Source
///
/// `data/kin/ru.toml`, `data/kin/relations.toml`, `data/kin/guess.toml`
///
/// # Example
///
/// ```
/// use synodik_family::{head_mention, read_household};
/// let text = "Состав семьи: жена Устинья, 1890 г. р., дети: Фрол, 7 л., Дарья, 3 г. Выслан.";
/// let household = read_household(text, head_mention("РЯБОВ Пантелей Лукич"), None);
/// let terms: Vec<_> = household
///     .mentions
///     .iter()
///     .filter_map(|mention| mention.kinship.as_ref()?.term)
///     .collect();
/// assert_eq!(terms, ["wife", "son", "daughter"]);
/// assert_eq!(household.mentions[3].surname.as_deref(), Some("Рябова"));
/// assert_eq!(household.mentions[3].words, "Дарья, 3 г.");
/// ```
pub fn read_household(text: &str, head: Mention, at: Option<&DateStatement>) -> Household {
    let start = list_start(text);
    let tokens: Vec<Token> =
        tokenise(text).into_iter().filter(|token| token.span.start >= start).collect();
    let mut reader = Reader {
        text,
        tokens: &tokens,
        at: 0,
        drafts: Vec::new(),
        group: None,
        is_separated: true,
        n_stated: None,
        unread: Vec::new(),
    };
    while reader.at < tokens.len() && !reader.is_over() {
        reader.step();
    }
    let end = reader.at.checked_sub(1).map_or(start, |last| tokens[last].span.end);
    let (drafts, n_stated, unread) = (reader.drafts, reader.n_stated, reader.unread);
    let mut mentions = vec![head];
    for draft in drafts {
        mentions.push(draft.into_mention(text, at));
    }
    settle_household(&mut mentions);
    Household { mentions, n_stated, span: start..end, unread }
}

/// A kin phrase that names a member; "семья" in a list speaks of all of them.
fn read_member_phrase(tokens: &[Token]) -> Option<KinPhrase> {
    read_kin_phrase(tokens)
        .filter(|phrase| phrase.kinship.steps.iter().all(|step| step.link != KinLink::FamilyMember))
}

/// Byte behind the words that announce the list, else that of the start of the text.
fn list_start(text: &str) -> usize {
    announced_start(text).unwrap_or(0)
}

/// Byte behind the words that announce the list of a household, if a text has them.
pub(crate) fn announced_start(text: &str) -> Option<usize> {
    let starts = LEXICON.household_starts.iter();
    starts.filter_map(|words| Some(text.find(words.as_str())? + words.len())).max()
}

/// A member being read.
struct Draft<'t> {
    phrase: Option<KinPhrase>,
    relation: Option<Range<usize>>,
    name_words: Vec<&'t str>,
    variants: Vec<String>,
    years: Option<Years>,
    span: Range<usize>,
    /// Place among the drafts of the one whom "его" means.
    owner: Option<usize>,
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    at: usize,
    drafts: Vec<Draft<'t>>,
    /// The kin words of a list within the list: "дети: Фрол, Дарья".
    group: Option<(KinPhrase, Range<usize>)>,
    /// Whether a comma stands between the last word and the next.
    is_separated: bool,
    n_stated: Option<u32>,
    unread: Vec<Range<usize>>,
}

impl<'t> Reader<'t> {
    fn step(&mut self) {
        let token = &self.tokens[self.at];
        match token.kind {
            TokenKind::Sign => self.read_sign(),
            TokenKind::Number => self.read_number(),
            TokenKind::Word
                if token.is_capitalised()
                    && !self.is_first_word()
                    && !LEXICON.is_possessive(&token.small) =>
            {
                self.read_name_word()
            }
            TokenKind::Word => self.read_small_word(),
        }
    }

    /// The first word of the list may be a kin word with a capital.
    fn is_first_word(&self) -> bool {
        let token = &self.tokens[self.at];
        self.drafts.is_empty() && self.at == 0 && !LEXICON.forms(&token.small).is_empty()
    }

    /// A point ends the list unless it belongs to an abbreviation or an initial.
    fn is_over(&self) -> bool {
        let token = &self.tokens[self.at];
        if token.is_capitalised() && LEXICON.is_end(&token.small) {
            return true;
        }
        if token.is_sign("(") && self.is_separated_by_point() {
            let inside = self.tokens.get(self.at + 1);
            return inside.is_none_or(|token| token.kind == TokenKind::Word);
        }
        if !token.is_sign(".") || self.at == 0 {
            return false;
        }
        let before = &self.tokens[self.at - 1];
        let Some(next) = self.tokens.get(self.at + 1) else { return true };
        let is_name = next.is_initial() && before.is_initial();
        // A stray point within a name: "Устинья. Фоминична, 1903 г. р."
        let is_within_name = before.is_capitalised() && is_patronymic(next.text);
        if is_within_name {
            return false;
        }
        let is_short = LEXICON.is_abbreviation(&before.small) || before.is_initial();
        match next.kind {
            TokenKind::Word if next.is_capitalised() => !(is_short && is_name),
            TokenKind::Word => !is_short,
            TokenKind::Number => false,
            TokenKind::Sign => !is_short && !next.is_sign(",") && !next.is_sign("("),
        }
    }

    fn is_separated_by_point(&self) -> bool {
        self.at > 0 && self.tokens[self.at - 1].is_sign(".")
    }

    fn read_sign(&mut self) {
        let token = &self.tokens[self.at];
        match token.text {
            "(" => return self.read_bracket(),
            "," | ";" => self.is_separated = true,
            ":" | "-" | "–" | "—" => self.open_group(),
            _ => {}
        }
        self.at += 1;
    }

    /// "дети:" makes what follows members of that kinship.
    fn open_group(&mut self) {
        let Some(last) = self.drafts.last() else { return };
        let Some(phrase) = last.phrase.clone().filter(|phrase| phrase.is_several) else { return };
        if last.name_words.is_empty() && last.years.is_none() {
            self.group = Some((phrase, last.relation.clone().unwrap_or_default()));
            self.is_separated = true;
        }
    }

    fn read_bracket(&mut self) {
        let rest = &self.tokens[self.at..];
        if let Some((years, n_tokens)) = read_years(rest) {
            return self.take_years(years, n_tokens);
        }
        let n_tokens = rest.iter().position(|token| token.is_sign(")")).map_or(1, |at| at + 1);
        if let (Some(first), Some(last)) = (rest.get(1), rest.get(n_tokens - 1))
            && n_tokens > 2
        {
            // "по др. данным Мария": the name alone.
            let name = rest[1..n_tokens].iter().find(|token| token.is_capitalised());
            let start = name.unwrap_or(first).span.start;
            let inside = self.text[start..last.span.start].trim().to_owned();
            let end = last.span.end;
            // Another name before any: "дочь, (Елецкая) Мария" opens a member.
            let is_name_next = rest.get(n_tokens).is_some_and(Token::is_capitalised);
            if self.is_separated && is_name_next && first.is_capitalised() {
                self.open_named(rest[0].span.clone());
            }
            if let Some(draft) = self.drafts.last_mut() {
                draft.variants.push(inside);
                draft.span.end = end;
            }
        }
        self.at += n_tokens;
    }

    fn read_number(&mut self) {
        let rest = &self.tokens[self.at..];
        if let Some(phrase) = read_member_phrase(rest) {
            return self.take_phrase(phrase);
        }
        if rest.get(1).is_some_and(|token| LEXICON.is_head_word(&token.small)) {
            self.n_stated = rest[0].number();
            self.at += 2;
            return;
        }
        match read_years(rest) {
            Some((years, n_tokens)) => self.take_years(years, n_tokens),
            None => self.skip_part(),
        }
    }

    fn read_small_word(&mut self) {
        let rest = &self.tokens[self.at..];
        if let Some(phrase) = read_member_phrase(rest) {
            return self.take_phrase(phrase);
        }
        if let Some(count) = LEXICON.numeral(&rest[0].small)
            && rest.get(1).is_some_and(|token| LEXICON.is_head_word(&token.small))
        {
            self.n_stated = Some(u32::from(count));
            self.at += 2;
        } else if LEXICON.is_filler(&rest[0].small) {
            self.is_separated |= rest[0].small == "и" && self.group.is_some();
            self.at += 1;
        } else if LEXICON.age_unit_months(&rest[0].small).is_some()
            || rest[0].small == "р"
            || LEXICON.is_epithet(&rest[0].small)
        {
            self.at += 1;
        } else {
            self.skip_part();
        }
    }

    /// Passes over words that are no part of a list, to the next comma or the end of the sentence.
    fn skip_part(&mut self) {
        let start = self.tokens[self.at].span.start;
        self.at += 1;
        while self.at < self.tokens.len() && !self.is_over() {
            let token = &self.tokens[self.at];
            if token.is_sign(",") || token.is_sign(";") {
                break;
            }
            self.at += 1;
        }
        self.unread.push(start..self.tokens[self.at - 1].span.end);
    }

    fn take_phrase(&mut self, phrase: KinPhrase) {
        let span = self.span_of(phrase.n_tokens);
        self.at += phrase.n_tokens;
        self.group = None;
        self.is_separated = false;
        let owner = phrase.is_possessive.then(|| self.drafts.len().checked_sub(1)).flatten();
        self.drafts.push(Draft {
            relation: Some(span.clone()),
            phrase: Some(phrase),
            owner,
            ..Draft::at(span)
        });
    }

    fn take_years(&mut self, years: Years, n_tokens: usize) {
        let mut span = self.span_of(n_tokens);
        span.end += usize::from(self.text[span.end..].starts_with('.'));
        let is_taken = self.drafts.last().is_none_or(|draft| draft.years.is_some());
        let is_header = self.is_header_open();
        if self.group.is_some() && (is_taken || is_header) {
            self.open_element(span.clone());
        }
        self.at += n_tokens;
        match self.drafts.last_mut() {
            Some(draft) if draft.years.is_none() => {
                draft.years = Some(years);
                draft.span.end = span.end;
            }
            _ => self.unread.push(span),
        }
    }

    fn read_name_word(&mut self) {
        let token = &self.tokens[self.at];
        if !self.is_separated && self.is_header_open() {
            // "сыновья Иван, Пётр" is a list without a colon.
            self.open_group();
        }
        if self.is_separated || self.drafts.is_empty() {
            self.open_named(token.span.clone());
        }
        let with_point = self.tokens.get(self.at + 1).filter(|next| {
            next.is_sign(".") && next.span.start == token.span.end && token.is_initial()
        });
        let end = with_point.map_or(token.span.end, |point| point.span.end);
        if let Some(draft) = self.drafts.last_mut() {
            if draft.years.is_none() {
                draft.name_words.push(&self.text[token.span.start..end]);
                draft.span.end = end;
            } else {
                self.unread.push(token.span.clone());
            }
        }
        self.at += 1;
    }

    /// Opens a member for a name, or gives the name to a kin word that still waits for one.
    fn open_named(&mut self, span: Range<usize>) {
        self.is_separated = false;
        if self.group.is_some() {
            return self.open_element(span);
        }
        let waits = self.drafts.last().is_some_and(|draft| {
            let is_one = draft.phrase.as_ref().is_some_and(|phrase| !phrase.is_several);
            is_one && draft.name_words.is_empty() && draft.years.is_none()
        });
        if !waits {
            self.drafts.push(Draft::at(span));
        }
    }

    /// Whether the last draft is the head of a group of which no element was read.
    fn is_header_open(&self) -> bool {
        self.drafts
            .last()
            .is_some_and(|draft| draft.phrase.as_ref().is_some_and(|phrase| phrase.is_several))
    }

    /// Opens one of "дети: …"; the first takes the place of the head of the group.
    fn open_element(&mut self, span: Range<usize>) {
        let Some((phrase, relation)) = self.group.clone() else { return };
        if self.is_header_open() {
            self.drafts.pop();
        }
        self.is_separated = false;
        let phrase = KinPhrase { is_several: false, count: None, ..phrase };
        self.drafts.push(Draft {
            phrase: Some(phrase),
            relation: Some(relation),
            ..Draft::at(span)
        });
    }

    fn span_of(&self, n_tokens: usize) -> Range<usize> {
        let last = &self.tokens[self.at + n_tokens - 1];
        self.tokens[self.at].span.start..last.span.end
    }
}

impl<'t> Draft<'t> {
    fn at(span: Range<usize>) -> Draft<'t> {
        Draft {
            phrase: None,
            relation: None,
            name_words: Vec::new(),
            variants: Vec::new(),
            years: None,
            span,
            owner: None,
        }
    }

    fn into_mention(self, text: &str, at: Option<&DateStatement>) -> Mention {
        let mut mention = Mention::empty(MentionRole::Member, text, self.span);
        mention.relation_stated = self.relation.map(|span| text[span].to_owned());
        if let Some(phrase) = self.phrase {
            mention.count = match phrase.count {
                Some(count) if count > 1 => HeadCount::Stated(count),
                _ if phrase.is_several => HeadCount::Several,
                _ => HeadCount::One,
            };
            mention.kinship = Some(phrase.kinship);
            mention.relative_to = self.owner.map_or(0, |draft_idx| draft_idx + 1);
        }
        set_name(&mut mention, &self.name_words);
        mention.name_variants = self.variants;
        match self.years {
            Some(Years::Birth(birth)) => mention.birth = Some(birth),
            Some(Years::Age { months, other_months }) => {
                mention.age = Some(AgeStatement { months, other_months, at: at.cloned() });
            }
            None => {}
        }
        mention
    }
}
