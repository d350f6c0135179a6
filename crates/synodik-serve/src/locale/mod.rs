//! The words of the site, from `locales/*/*.ftl`: a folder a language, a file a part of the site.

use crate::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use std::borrow::Cow;
use std::fmt;
use synodik_names::{ReaderSpelling, spell_for_reader};

static WORDS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The words of all languages.
pub struct Locales {
    /// In the order of [`Language::ALL`].
    bundles: [FluentBundle<FluentResource>; Language::ALL.len()],
}

impl fmt::Debug for Locales {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locales").finish_non_exhaustive()
    }
}

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    language: Language,
    locales: &'a Locales,
}

impl Locales {
    /// Reads the words compiled into the program.
    pub fn load() -> Locales {
        Locales { bundles: Language::ALL.map(load_bundle) }
    }

    /// Returns the words of a language.
    pub fn text(&self, language: Language) -> Text<'_> {
        Text { language, locales: self }
    }
}

impl<'a> Text<'a> {
    /// Returns the language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns the words of another language.
    pub fn in_language(&self, language: Language) -> Text<'a> {
        self.locales.text(language)
    }

    /// Returns the words of a key; the key itself when there are none.
    pub fn say(&self, key: &str) -> Cow<'a, str> {
        self.find(key, None).unwrap_or_else(|| Cow::Owned(key.to_owned()))
    }

    /// Returns the words of a key for a number, which the words may name as `$n`.
    pub fn count(&self, key: &str, n: &u64) -> Cow<'a, str> {
        let mut arguments = FluentArgs::new();
        arguments.set("n", *n);
        self.find(key, Some(&arguments)).unwrap_or_else(|| Cow::Owned(key.to_owned()))
    }

    /// Returns the words of a key with named texts put in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> Cow<'a, str> {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(*name, *value);
        }
        self.find(key, Some(&arguments)).unwrap_or_else(|| Cow::Owned(key.to_owned()))
    }

    /// Returns the label of an identifier, such as `event` and `arrest`; the
    /// identifier when it has none.
    pub fn label(&self, family: &str, identifier: &str) -> Cow<'a, str> {
        let key = format!("{family}-{identifier}");
        self.find(&key, None).unwrap_or_else(|| Cow::Owned(identifier.to_owned()))
    }

    /// Returns whether an identifier has a label.
    pub fn has_label(&self, family: &str, identifier: &str) -> bool {
        self.bundle().has_message(&format!("{family}-{identifier}"))
    }

    /// Returns a number with its digits grouped.
    pub fn number(&self, n: &u64) -> String {
        group_digits(*n, self.language.group_mark())
    }

    /// Returns a number written with a point as the language writes it.
    pub fn decimal(&self, written: &str) -> String {
        written.replace('.', self.language.decimal_mark().encode_utf8(&mut [0; 4]))
    }

    /// Returns the language in which pages in this one show words of the codex.
    ///
    /// The codex stands in English and Russian; readers of other languages are shown the English.
    pub fn codex_language(&self) -> Language {
        match self.language {
            Language::Russian => Language::Russian,
            Language::English | Language::Ukrainian | Language::Estonian => Language::English,
        }
    }

    /// Returns whether words of the codex are in another language than the page.
    pub fn borrows_codex(&self) -> bool {
        self.codex_language() != self.language
    }

    /// Returns a name in the letters of the reader, if it is written in others.
    pub fn spell(&self, name: &str) -> Option<ReaderSpelling> {
        spell_for_reader(name, self.language.tag())
    }

    fn find(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<Cow<'a, str>> {
        let bundle = self.bundle();
        let pattern = bundle.get_message(key)?.value()?;
        let mut problems = Vec::new();
        // Problems are missing arguments only; the words then name the argument.
        let words = bundle.format_pattern(pattern, arguments, &mut problems);
        Some(Cow::Owned(words.into_owned()))
    }

    fn bundle(&self) -> &'a FluentBundle<FluentResource> {
        &self.locales.bundles[self.language as usize]
    }
}

fn load_bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.tag().parse().expect("language tags are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Values from sources stand in elements of their own (`bdi`), which isolate them.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| format_number(value, Language::English),
        Language::Russian => |value, _| format_number(value, Language::Russian),
        Language::Ukrainian => |value, _| format_number(value, Language::Ukrainian),
        Language::Estonian => |value, _| format_number(value, Language::Estonian),
    }));
    let files = WORDS.get_dir(language.tag()).into_iter().flat_map(Dir::files);
    for words in files.filter_map(|file| file.contents_utf8()) {
        let resource = FluentResource::try_new(words.to_owned())
            .map_err(|(_, errors)| errors)
            .expect("the words compiled in are well formed: a test reads them");
        bundle.add_resource(resource).expect("no key stands twice: a test reads them");
    }
    bundle
}

fn format_number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            Some(group_digits(number.value as u64, language.group_mark()))
        }
        _ => None,
    }
}

fn group_digits(n: u64, mark: char) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 * 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests;
