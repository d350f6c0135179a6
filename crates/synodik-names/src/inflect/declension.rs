//! The forms of a Russian name in the six cases.

use super::declension_rules::{DeclensionRule, rule_set};
use super::letters::{Piece, cut, is_all_capitals, is_vowel, lower, pieces, push_ending};
use crate::part::{NamePart, Sex};

/// A grammatical case (падеж).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// Who: именительный.
    Nominative,
    /// Of whom: родительный.
    Genitive,
    /// To whom: дательный.
    Dative,
    /// Whom: винительный.
    Accusative,
    /// By whom: творительный.
    Instrumental,
    /// About whom: предложный.
    Prepositional,
}

impl Case {
    /// The six cases in the order of grammar books.
    pub const ALL: [Case; 6] = [
        Case::Nominative,
        Case::Genitive,
        Case::Dative,
        Case::Accusative,
        Case::Instrumental,
        Case::Prepositional,
    ];
}

/// Returns a part of a Russian name in a case.
///
/// The words of a double name change each for itself; initials, particles and
/// words of other scripts stay. A name for which no rule is known stays too.
///
/// # Shape
///
/// `name`: the nominative, as written. ё and capitals are kept; a final ъ of
/// before 1918 stands again where the form ends in a consonant.
///
/// # Source
///
/// `data/names/declension.tsv`
///
/// # Example
///
/// ```
/// use synodik_names::{Case, NamePart, Sex, decline};
/// let dative = |name| decline(name, NamePart::Surname, Sex::Male, Case::Dative);
/// assert_eq!(dative("Бонч-Бруевич"), "Бонч-Бруевичу");
/// assert_eq!(dative("КОЛОМИЕЦ"), "КОЛОМИЙЦУ");
/// assert_eq!(dative("Дюма"), "Дюма");
/// ```
pub fn decline(name: &str, part: NamePart, sex: Sex, case: Case) -> String {
    if case == Case::Nominative || is_with_kinship_word(name, part) {
        return name.to_owned();
    }
    let mut out = String::with_capacity(name.len() + 8);
    for piece in pieces(name) {
        match piece {
            Piece::Other(text) => out.push_str(text),
            Piece::Word(word, is_before_hyphen) => {
                let form = WordForm { part, sex, case, is_before_hyphen };
                decline_word(word, form, &mut out);
            }
        }
    }
    out
}

/// Which form of a word is wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordForm {
    pub(crate) part: NamePart,
    pub(crate) sex: Sex,
    pub(crate) case: Case,
    pub(crate) is_before_hyphen: bool,
}

/// Appends one word in a case and returns the rule of the word, if there is one.
pub(crate) fn decline_word(
    word: &str,
    form: WordForm,
    out: &mut String,
) -> Option<&'static DeclensionRule> {
    let small = lower(word);
    let (stem, stem_small, is_old) = match small.strip_suffix('ъ') {
        Some(shorter) if shorter.chars().nth(1).is_some() => (cut(word, 1), shorter, true),
        _ => (word, small.as_str(), false),
    };
    let rule = rule_set(form.part, form.sex).find(stem_small, form.is_before_hyphen);
    let ending_idx = (form.case as usize).checked_sub(1);
    let ending = rule.zip(ending_idx).map(|(rule, ending_idx)| (rule, rule.forms[ending_idx]));
    let Some((rule, ending)) = ending.filter(|(rule, ending)| !ending.is_empty() || rule.n_cut > 0)
    else {
        out.push_str(word);
        return rule;
    };
    let is_capital = is_all_capitals(word);
    out.push_str(cut(stem, rule.n_cut));
    push_ending(out, ending, is_capital);
    let is_bare = |letter: char| !is_vowel(letter) && !matches!(letter, 'ь' | 'й');
    if is_old && ending.chars().next_back().is_some_and(is_bare) {
        push_ending(out, "ъ", is_capital);
    }
    Some(rule)
}

/// Returns whether a patronymic is a name with `оглы`, `кызы` or the like, which never changes.
pub(crate) fn is_with_kinship_word(name: &str, part: NamePart) -> bool {
    part == NamePart::Patronymic && super::kinship_words::split_kinship_word(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(nominative: &str, part: NamePart, sex: Sex, expected: &str) {
        let forms: Vec<String> =
            Case::ALL[1..].iter().map(|case| decline(nominative, part, sex, *case)).collect();
        assert_eq!(forms.join(" "), expected, "{nominative}");
    }

    #[test]
    fn surnames_decline() {
        let check = |name, sex, expected| check(name, NamePart::Surname, sex, expected);
        check("Гусева", Sex::Female, "Гусевой Гусевой Гусеву Гусевой Гусевой");
        check("Ильин", Sex::Male, "Ильина Ильину Ильина Ильиным Ильине");
        check("Грин", Sex::Male, "Грина Грину Грина Грином Грине");
        check("Грин", Sex::Female, "Грин Грин Грин Грин Грин");
        check("Дубинка", Sex::Male, "Дубинки Дубинке Дубинку Дубинкой Дубинке");
        check("Ёк", Sex::Male, "Ёка Ёку Ёка Ёком Ёке");
        check("Швец", Sex::Male, "Швеца Швецу Швеца Швецом Швеце");
        check("Соловьёв", Sex::Male, "Соловьёва Соловьёву Соловьёва Соловьёвым Соловьёве");
        check("Ивановъ", Sex::Male, "Иванова Иванову Иванова Ивановымъ Иванове");
        check(
            "Сидорова-Петрова",
            Sex::Female,
            "Сидоровой-Петровой Сидоровой-Петровой Сидорову-Петрову \
             Сидоровой-Петровой Сидоровой-Петровой",
        );
    }

    #[test]
    fn given_names_and_patronymics_decline() {
        let given = |name, sex, expected| check(name, NamePart::Given, sex, expected);
        given("Пётр", Sex::Male, "Петра Петру Петра Петром Петре");
        given("ЛЕВ", Sex::Male, "ЛЬВА ЛЬВУ ЛЬВА ЛЬВОМ ЛЬВЕ");
        given("Лёша", Sex::Male, "Лёши Лёше Лёшу Лёшей Лёше");
        given("Карен", Sex::Female, "Карен Карен Карен Карен Карен");
        let patronymic = |name, sex, expected| check(name, NamePart::Patronymic, sex, expected);
        patronymic("Ильич", Sex::Male, "Ильича Ильичу Ильича Ильичом Ильиче");
        patronymic("Мамед оглы", Sex::Male, &["Мамед оглы"; 5].join(" "));
    }

    #[test]
    fn initials_and_other_scripts_stay() {
        let check = |name| check(name, NamePart::Given, Sex::Male, &[name; 5].join(" "));
        check("А.А.");
        check("Ив.");
        check("John");
        check("");
    }
}
