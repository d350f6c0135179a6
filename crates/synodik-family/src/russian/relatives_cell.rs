//! Reads a cell of relatives: "Муж: Рябов Лука Ильич (1880); Братья/сестры: …".

use super::age::{Years, read_years};
use super::kin_phrase::{KinPhrase, read_kin_phrase};
use super::lexicon::LEXICON;
use super::name_case::{is_genitive_name, read_nominative};
use super::name_run::{NameRun, is_person_run, joint_tokens, read_name_run, set_declined_name};
use crate::bearer::{is_father_name, settle_sex, settle_surname};
use crate::kin_table::kinship_of;
use crate::tokens::{Token, TokenKind, small_letters, tokenise};
use std::ops::Range;
use synodik_model::{AgeStatement, DateStatement, Kinship, Mention, MentionRole, Sex};
use synodik_names::Case;

/// Reads the relatives that a cell of labelled lists names.
///
/// A label holds for the names behind it up to the next; a kin word beside a
/// name goes before the label, and "его", "её" refers to the one named before.
///
/// # Shape
///
/// `subject`: the one whose relatives these are; becomes the first of the
/// mentions. Somebody named twice in one list, in words and as a link, is one
/// mention. Spans are bytes in `text`.
///
/// # Source
///
/// `data/kin/ru.toml`, `data/kin/relations.toml`
///
/// # Example
///
/// ```
/// use synodik_family::{head_mention, read_relatives_cell};
/// let cell = "Муж: Рябов Лука Ильич (1880); Дети: Рябова Дарья Лукинична (1904) и её муж Грач Фрол Ильич";
/// let mentions = read_relatives_cell(cell, head_mention("Рябова Устинья Фомична"));
/// assert_eq!(mentions[1].kinship.as_ref().and_then(|kinship| kinship.term), Some("husband"));
/// assert_eq!((mentions[3].relative_to, mentions[3].given.as_deref()), (2, Some("Фрол")));
/// ```
pub fn read_relatives_cell(text: &str, subject: Mention) -> Vec<Mention> {
    let end = LEXICON.cell_ends.iter().filter_map(|words| text.find(words.as_str())).min();
    let cell = &text[..end.unwrap_or(text.len())];
    let tokens = tokenise(cell);
    let mut reader = Reader {
        text: cell,
        tokens: &tokens,
        at: 0,
        section: None,
        modifier: None,
        section_start: 1,
        is_open: true,
        mentions: vec![subject],
    };
    while reader.at < tokens.len() {
        reader.step();
    }
    let mut mentions = reader.mentions;
    for member_idx in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(member_idx);
        let Some(member) = rest.first_mut() else { continue };
        settle_member(member);
        let kin = before.get(member.relative_to).unwrap_or(&before[0]);
        settle_surname(member, kin);
    }
    mentions
}

/// Sets the sex, and with it the term: "Братья/сестры" becomes brother or sister.
fn settle_member(member: &mut Mention) {
    settle_sex(member);
    if let (Some(kinship), Some((sex, _))) = (&member.kinship, member.sex)
        && kinship.sex().is_none()
    {
        let mut steps = kinship.steps.clone();
        if let Some(last) = steps.last_mut() {
            last.sex = Some(sex);
        }
        member.kinship = Some(kinship_of(steps));
    }
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    at: usize,
    /// Kinship and words of the label.
    section: Option<(Kinship, Range<usize>)>,
    /// An adjective in brackets before a name: "Муж: (бывший) Рябов".
    modifier: Option<&'t str>,
    /// Place of the first mention of the list.
    section_start: usize,
    /// Whether a name may start here: behind a label, a comma, "и" or a kin word.
    is_open: bool,
    mentions: Vec<Mention>,
}

impl<'t> Reader<'t> {
    fn step(&mut self) {
        let rest = &self.tokens[self.at..];
        if let [open, word, close, ..] = rest
            && open.is_sign("(")
            && LEXICON.is_modifier(&word.small)
            && close.is_sign(")")
        {
            self.modifier = Some(&word.small);
            self.at += 3;
            return;
        }
        if let Some((kinship, n_tokens)) = read_label(rest) {
            self.section = Some((kinship, self.span_of(n_tokens)));
            self.section_start = self.mentions.len();
            self.modifier = None;
            self.at += n_tokens + 1;
            self.is_open = true;
            return;
        }
        if let Some(phrase) =
            read_kin_phrase(rest).filter(|phrase| phrase.cases.contains(&Case::Nominative))
        {
            return self.read_inline(phrase);
        }
        let token = &rest[0];
        if token.is_capitalised()
            && let Some(run) = read_name_run(rest)
        {
            return self.read_named(&run);
        }
        self.is_open = match token.kind {
            TokenKind::Sign => {
                matches!(token.text, "," | ";" | ")" | "-" | "–" | "." | "/")
                    || self.is_open && token.text == "?"
            }
            TokenKind::Word => {
                token.small == "и" || self.is_open && LEXICON.is_epithet(&token.small)
            }
            TokenKind::Number => false,
        };
        self.at += 1;
    }

    /// A kin word within a list: "сноха - Рябова", "её муж Рябов".
    fn read_inline(&mut self, phrase: KinPhrase) {
        let span = self.span_of(phrase.n_tokens);
        let behind = self.at + phrase.n_tokens;
        let at = behind + joint_tokens(&self.tokens[behind..]) + self.apposition_tokens(behind);
        let owner = self.owner_of(&phrase, &span);
        self.at = behind;
        self.is_open = false;
        let Some(run) = self
            .tokens
            .get(at)
            .filter(|token| token.is_capitalised())
            .and_then(|_| read_name_run(&self.tokens[at..]))
        else {
            return;
        };
        // "дочь Михаила" behind a name says whose she is, and names nobody new.
        let is_behind_name = self.mentions.len() > self.section_start && !phrase.is_possessive;
        if is_behind_name && (is_genitive_name(&run.words) || self.names_father(&run)) {
            self.at = at + run.n_tokens;
            return;
        }
        self.at = at;
        let run = self.without_owner(run, &phrase);
        let kinship = phrase.kinship.clone();
        self.push_run(&run, Some((kinship, span.clone())), owner);
        if phrase.is_several {
            self.section = Some((phrase.kinship, span));
            self.is_open = true;
        }
    }

    /// Whether a single name is that of the father of the one named before: "Анна Фроловна, дочь Фрола".
    fn names_father(&self, run: &NameRun) -> bool {
        let patronymic = self.mentions.last().and_then(|last| last.patronymic.as_deref());
        let father = read_nominative(&run.words, &[Case::Genitive]).and_then(|name| name.given);
        let is_alone = run.words.len() == 1 && self.year_bracket(self.at + run.n_tokens).is_none();
        is_alone
            && patronymic
                .zip(father)
                .is_some_and(|(patronymic, father)| is_father_name(&father, patronymic))
    }

    /// In "жена сына Фрола Рябова Дарья" the first name is the son's.
    fn without_owner(&mut self, run: NameRun<'t>, phrase: &KinPhrase) -> NameRun<'t> {
        let is_owner = phrase.kinship.steps.len() > 1
            && phrase.n_tokens > 1
            && run.words.len() > 2
            && is_genitive_name(&run.words[..1]);
        if !is_owner {
            return run;
        }
        self.at += 1;
        NameRun { words: run.words[1..].to_vec(), n_tokens: run.n_tokens - 1, ..run }
    }

    /// Tokens of a few small words between kin word and name: "жена, японовед Рябова".
    fn apposition_tokens(&self, at: usize) -> usize {
        const MAX_TOKENS: usize = 6;
        let rest = &self.tokens[at..];
        let n_small = rest
            .iter()
            .take(MAX_TOKENS)
            .take_while(|token| {
                token.is_sign(",")
                    || token.kind == TokenKind::Word
                        && !token.is_capitalised()
                        && LEXICON.forms(&token.small).is_empty()
                        && token.small != "и"
            })
            .count();
        let is_set_off = rest.first().is_some_and(|token| token.is_sign(","));
        if is_set_off && rest.get(n_small).is_some_and(Token::is_capitalised) { n_small } else { 0 }
    }

    /// Whom "его" or "её" means: the last of that sex named in this list, else the subject.
    fn owner_of(&self, phrase: &KinPhrase, span: &Range<usize>) -> usize {
        if !phrase.is_possessive {
            return 0;
        }
        let word = small_letters(self.text[span.clone()].split(' ').next().unwrap_or_default());
        let wanted = if word == "его" { Sex::Male } else { Sex::Female };
        let named = self.mentions.iter().enumerate().skip(self.section_start).rev();
        let of_sex = named.into_iter().find(|(_, mention)| {
            let mut mention = (*mention).clone();
            settle_member(&mut mention);
            mention.sex.is_some_and(|(sex, _)| sex == wanted) && mention.relative_to == 0
        });
        of_sex.map_or(0, |(mention_idx, _)| mention_idx)
    }

    fn read_named(&mut self, run: &NameRun) {
        let has_year = self.year_bracket(self.at + run.n_tokens).is_some();
        let is_name =
            has_year || (self.is_open && is_person_run(run) && !is_genitive_name(&run.words));
        // A list whose first element is unknown to every list of names.
        let is_first =
            self.is_open && self.mentions.len() == self.section_start && run.words.len() > 1;
        let Some(section) = self.section.clone().filter(|_| is_name || is_first) else {
            self.at += run.n_tokens;
            self.is_open = false;
            return;
        };
        self.push_run(run, Some(section), 0);
    }

    /// `(1880)`, `(н/св)` behind a name; gives how many tokens they take.
    fn year_bracket(&self, at: usize) -> Option<usize> {
        let rest = &self.tokens[at..];
        let close = rest.iter().take(8).position(|token| token.is_sign(")"));
        let is_bracket = rest.first()?.is_sign("(")
            && rest
                .get(1)
                .is_some_and(|token| token.kind == TokenKind::Number || token.small == "н");
        // A bracket may be missing at the end of the cell.
        is_bracket.then(|| close.map_or(2, |close| close + 1))
    }

    fn push_run(&mut self, run: &NameRun, kinship: Option<(Kinship, Range<usize>)>, owner: usize) {
        let mut span = self.span_of(run.n_tokens);
        let mut mention = Mention::empty(MentionRole::Member, self.text, span.clone());
        set_declined_name(&mut mention, run, &[Case::Nominative]);
        self.at += run.n_tokens;
        if let Some(n_tokens) = self.year_bracket(self.at) {
            let years = read_years(&self.tokens[self.at + 1..]);
            set_years(&mut mention, years.map(|(years, _)| years));
            span.end = self.span_of(n_tokens).end;
            self.at += n_tokens;
        } else if let Some((years, n_tokens)) = self.years_behind_comma() {
            set_years(&mut mention, Some(years));
            span.end = self.span_of(n_tokens).end;
            self.at += n_tokens;
        }
        mention.words = self.text[span.clone()].to_owned();
        mention.span = span;
        if let Some((kinship, words)) = kinship {
            mention.relation_stated = Some(self.text[words].to_owned());
            let changed = self.modifier.take().and_then(|word| LEXICON.modify(word, &kinship));
            mention.kinship = Some(changed.unwrap_or(kinship));
        }
        mention.relative_to = owner;
        self.is_open = false;
        if is_same_person(&self.mentions[0], &mention) {
            return;
        }
        match self.same_in_section(&mention) {
            Some(first) => self.mentions[first] = merged(&self.mentions[first], mention),
            None => self.mentions.push(mention),
        }
    }

    /// `, 1899 г. р.` behind a name.
    fn years_behind_comma(&self) -> Option<(Years, usize)> {
        let rest = &self.tokens[self.at..];
        if !rest.first()?.is_sign(",") {
            return None;
        }
        let (years, n_tokens) = read_years(&rest[1..])?;
        let has_unit = rest[1..=n_tokens].iter().any(|token| token.kind == TokenKind::Word);
        has_unit.then_some((years, n_tokens + 1))
    }

    /// The one of this list who is named in words before and now again in full.
    fn same_in_section(&self, mention: &Mention) -> Option<usize> {
        let before_idx =
            self.mentions.len().checked_sub(1).filter(|&at| at >= self.section_start)?;
        let before = &self.mentions[before_idx];
        let same = |a: &Option<String>, b: &Option<String>| match (a, b) {
            (Some(a), Some(b)) => small_letters(a) == small_letters(b),
            _ => true,
        };
        let is_poorer = before.birth.is_none() && before.given.is_some();
        (is_poorer
            && before.relative_to == mention.relative_to
            && mention.birth.is_some() | before.surname_stated.is_none()
            && same(&before.given, &mention.given)
            && same(&before.patronymic, &mention.patronymic)
            && mention.given.is_some())
        .then_some(before_idx)
    }

    fn span_of(&self, n_tokens: usize) -> Range<usize> {
        let last = &self.tokens[self.at + n_tokens - 1];
        self.tokens[self.at].span.start..last.span.end
    }
}

/// Whether a list of children names the one whose relatives these are among the others.
fn is_same_person(subject: &Mention, named: &Mention) -> bool {
    let same = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => small_letters(a) == small_letters(b),
        _ => false,
    };
    let year = |mention: &Mention| mention.birth.as_ref().and_then(DateStatement::primary_year);
    same(&subject.surname_stated, &named.surname_stated)
        && same(&subject.given, &named.given)
        && same(&subject.patronymic, &named.patronymic)
        && year(subject).is_some()
        && year(subject) == year(named)
}

fn set_years(mention: &mut Mention, years: Option<Years>) {
    match years {
        Some(Years::Birth(birth)) => mention.birth = Some(birth),
        Some(Years::Age { months, other_months }) => {
            mention.age = Some(AgeStatement { months, other_months, at: None });
        }
        None => {}
    }
}

/// The fuller naming, with the kin word of the first where that says more.
fn merged(first: &Mention, second: Mention) -> Mention {
    let mut merged = second;
    if first.kinship.as_ref().is_some_and(|kinship| kinship.sex().is_some()) {
        merged.kinship = first.kinship.clone();
        merged.relation_stated = first.relation_stated.clone();
    }
    merged
}

/// Reads "Отец/мать:", "Двоюродные братья/сестры:"; gives the kinship and its tokens without the colon.
fn read_label(tokens: &[Token]) -> Option<(Kinship, usize)> {
    let first = tokens.first()?;
    if !first.is_capitalised() {
        return None;
    }
    let phrase = read_kin_phrase(tokens)?;
    let mut kinship = phrase.kinship;
    let mut at = phrase.n_tokens;
    while tokens.get(at).is_some_and(|token| token.is_sign("/")) {
        let second = read_kin_phrase(tokens.get(at + 1..)?)?;
        at += 1 + second.n_tokens;
        let is_changed = kinship.steps.len() == second.kinship.steps.len();
        if let Some(last) = kinship.steps.last_mut().filter(|_| is_changed) {
            last.sex = None;
        }
        kinship = kinship_of(kinship.steps);
    }
    let is_label = tokens.get(at).is_some_and(|token| token.is_sign(":"))
        && phrase.cases.contains(&Case::Nominative);
    is_label.then_some((kinship, at))
}
