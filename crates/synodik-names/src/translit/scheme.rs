//! The closed list of transliteration schemes.

/// Makes the enum, the list and the names from one table, and compiles in the file of each scheme.
macro_rules! schemes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// A way to write Cyrillic names in Latin letters: a standard, or the custom of a press.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Scheme { $($(#[$doc])* $variant,)+ }

        impl Scheme {
            /// All schemes: standards first, then the press of each language, each sorted by name.
            pub const ALL: [Scheme; [$($name),+].len()] = [$(Scheme::$variant),+];

            /// Returns the name under which the scheme stands in `data/` and in answers.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Scheme::$variant => $name,)+ }
            }

            /// Returns the rule file of the scheme.
            pub(super) fn rule_text(self) -> &'static str {
                match self {
                    $(Scheme::$variant => {
                        include_str!(concat!("../../../../data/names/translit/", $name, ".tsv"))
                    })+
                }
            }
        }
    };
}

schemes! {
    /// American Library Association and Library of Congress.
    AlaLc = "ala_lc",
    /// American Library Association and Library of Congress, ASCII.
    AlaLcAlt = "ala_lc_alt",
    /// BGN/PCGN 1947.
    BgnPcgn = "bgn_pcgn",
    /// BGN/PCGN 1947, without the points between letters.
    BgnPcgnAlt = "bgn_pcgn_alt",
    /// British Standard 2979:1958.
    Bs2979 = "bs_2979",
    /// British Standard 2979:1958, ASCII.
    Bs2979Alt = "bs_2979_alt",
    /// GOST 16876-71, table 1.
    Gost16876 = "gost_16876",
    /// GOST 16876-71, table 2 (letters of ASCII).
    Gost16876Alt = "gost_16876_alt",
    /// GOST R 52290-2004, road signs.
    Gost52290 = "gost_52290",
    /// GOST R 52535.1-2006, passports.
    Gost52535 = "gost_52535",
    /// GOST R 7.0.34-2014, first choices.
    Gost7034 = "gost_7034",
    /// ISO 9:1995 = GOST 7.79-2000, system A.
    Gost779 = "gost_779",
    /// GOST 7.79-2000, system B (letters of ASCII).
    Gost779Alt = "gost_779_alt",
    /// ICAO document 9303, machine readable passports.
    IcaoDoc9303 = "icao_doc_9303",
    /// ISO/R 9:1954.
    Iso9_1954 = "iso_9_1954",
    /// ISO/R 9:1968.
    Iso9_1968 = "iso_9_1968",
    /// ISO/R 9:1968, for English and Romance texts.
    Iso9_1968Alt = "iso_9_1968_alt",
    /// Map of the Moscow metro.
    Mosmetro = "mosmetro",
    /// Ministry of the Interior, order 310 of 1997, passports.
    Mvd310 = "mvd_310",
    /// Ministry of the Interior, order 310 of 1997, French column.
    Mvd310Fr = "mvd_310_fr",
    /// Ministry of the Interior, order 782 of 2000, passports.
    Mvd782 = "mvd_782",
    /// Scientific transliteration of Slavists.
    Scientific = "scientific",
    /// International telegrams.
    Telegram = "telegram",
    /// United Nations, resolution V/18 of 1987.
    Ungegn1987 = "ungegn_1987",
    /// Uzbek Cyrillic to Uzbek Latin.
    Uz = "uz",
    /// Romanisation of Russian in English texts.
    Wikipedia = "wikipedia",
    /// Yandex maps.
    YandexMaps = "yandex_maps",
    /// Yandex money.
    YandexMoney = "yandex_money",
    /// Czech and Slovak press.
    Czech = "czech",
    /// Dutch press.
    Dutch = "dutch",
    /// Estonian press.
    Estonian = "estonian",
    /// French press.
    French = "french",
    /// German press and Duden.
    German = "german",
    /// Hungarian press.
    Hungarian = "hungarian",
    /// Latvian press.
    Latvian = "latvian",
    /// Lithuanian press.
    Lithuanian = "lithuanian",
    /// Press of Sweden, Denmark and Norway.
    Nordic = "nordic",
    /// Polish press and PWN.
    Polish = "polish",
}

impl Scheme {
    /// Returns the scheme of a name; `iso_9_1995` is another name of `gost_779`.
    ///
    /// # Example
    ///
    /// ```
    /// use synodik_names::Scheme;
    /// assert_eq!(Scheme::from_name("polish"), Some(Scheme::Polish));
    /// assert_eq!(Scheme::from_name("iso_9_1995"), Some(Scheme::Gost779));
    /// assert_eq!(Scheme::from_name("klingon"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Scheme> {
        let name = if name == "iso_9_1995" { "gost_779" } else { name };
        Scheme::ALL.into_iter().find(|scheme| scheme.name() == name)
    }
}
