//! Text in both languages of the site, and how sure a statement is.

use serde::Deserialize;

/// A text in English and Russian; neither is empty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// In English.
    pub en: String,
    /// In Russian.
    pub ru: String,
}

impl Bilingual {
    /// Returns the Russian text for the language code `ru`, else the English one.
    ///
    /// # Example
    ///
    /// ```
    /// let name = &synodik_codex::codex().instrument("nkvd-00447").expect("in the codex").title;
    /// assert!(name.of("ru").contains("№ 00447"));
    /// assert!(name.of("en").contains("order 00447"));
    /// ```
    pub fn of(&self, language: &str) -> &str {
        if language == "ru" { &self.ru } else { &self.en }
    }
}

/// How sure a statement is, in the words of the data files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Read in at least one source and in accord with the others.
    High,
    /// Read in one secondary source, or in part.
    Medium,
    /// Known to the compilers; no source was opened.
    GeneralKnowledge,
    /// Doubtful; verify before use.
    Low,
    /// The sources conflict and none is preferred.
    Disputed,
}

impl Certainty {
    /// All marks, the surest first.
    pub const ALL: [Certainty; 5] = [
        Certainty::High,
        Certainty::Medium,
        Certainty::GeneralKnowledge,
        Certainty::Low,
        Certainty::Disputed,
    ];

    /// Returns the mark as data files write it.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::High => "high",
            Certainty::Medium => "medium",
            Certainty::GeneralKnowledge => "general-knowledge",
            Certainty::Low => "low",
            Certainty::Disputed => "disputed",
        }
    }

    /// Returns the mark in words, as the pages say it.
    pub fn in_words(self) -> Bilingual {
        let (en, ru) = match self {
            Certainty::High => ("certain", "надёжно"),
            Certainty::Medium => ("fairly certain", "довольно надёжно"),
            Certainty::GeneralKnowledge => ("general knowledge", "общие сведения"),
            Certainty::Low => ("doubtful", "сомнительно"),
            Certainty::Disputed => ("disputed", "спорно"),
        };
        Bilingual { en: en.to_owned(), ru: ru.to_owned() }
    }

    /// Returns the mark of that name, if there is one.
    pub fn from_name(name: &str) -> Option<Certainty> {
        Certainty::ALL.into_iter().find(|certainty| certainty.name() == name)
    }
}
