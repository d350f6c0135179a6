//! The identifiers of the kinds of this crate, as JSON, tables and words of the site have them.

use crate::given::FormKind;
use crate::inflect::{Case, PatronymicReason, Standing, SurnameKind};
use crate::name_forms::NameFormKind;
use crate::parse::{Claim, NameOrder, PieceKind};
use crate::part::NamePart;

macro_rules! identifiers {
    ($($kind:ident { $($variant:ident $name:literal)* })*) => {$(
        impl $kind {
            /// Returns the identifier used in JSON and in the words of the site.
            pub fn name(self) -> &'static str {
                match self { $($kind::$variant => $name),* }
            }
        }
    )*};
}

identifiers! {
    NamePart {
        Surname "surname"
        Given "given"
        Patronymic "patronymic"
    }
    PieceKind {
        Surname "surname"
        Given "given"
        Patronymic "patronymic"
        GivenInitial "given_initial"
        PatronymicInitial "patronymic_initial"
        Particle "particle"
        Title "title"
        Suffix "suffix"
        Number "number"
        Marker "marker"
        Punctuation "punctuation"
        Other "other"
    }
    Claim {
        Main "main"
        Variant "variant"
        Maiden "maiden"
        Married "married"
        AlsoKnown "also_known"
        Former "former"
        Pseudonym "pseudonym"
        TrueName "true_name"
    }
    NameOrder {
        SurnameFirst "surname_first"
        GivenFirst "given_first"
        Single "single"
    }
    Case {
        Nominative "nominative"
        Genitive "genitive"
        Dative "dative"
        Accusative "accusative"
        Instrumental "instrumental"
        Prepositional "prepositional"
    }
    SurnameKind {
        Possessive "possessive"
        Adjectival "adjectival"
        Derived "derived"
        Indeclinable "indeclinable"
        Common "common"
    }
    NameFormKind {
        Feminine "feminine"
        Masculine "masculine"
        Plural "plural"
        Variant "variant"
        Nominative "nominative"
        Diminutive "diminutive"
        OtherLanguage "other_language"
        Related "related"
    }
    FormKind {
        Canonical "canonical"
        PreReform "pre_reform"
        Variant "variant"
        Church "church"
        Diminutive "diminutive"
        Ukrainian "ukrainian"
        Belarusian "belarusian"
        Polish "polish"
        German "german"
        Estonian "estonian"
        Latvian "latvian"
        Lithuanian "lithuanian"
        Finnish "finnish"
        Jewish "jewish"
        Turkic "turkic"
        Georgian "georgian"
        Armenian "armenian"
        Press "press"
        Russified "russified"
    }
    Standing {
        Any "any"
        Married "married"
        Unmarried "unmarried"
    }
}

impl PatronymicReason {
    /// Returns the identifier used in JSON and in the words of the site.
    pub fn name(self) -> &'static str {
        match self {
            PatronymicReason::OwnForm => "own_form",
            PatronymicReason::Ending => "ending",
            PatronymicReason::Spoken => "spoken",
            PatronymicReason::KinshipWord => "kinship_word",
            PatronymicReason::BorneAs { .. } => "borne_as",
        }
    }
}
