//! Folders, lists and runs of the program, for the tests.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const COLUMNS: &str = "person_id\tsurname\tname\tpatronimic\tbirth_year\tbirth_year_comment\tage\tsex\tbirth_place\tnation\tcitizenship\toccupation\tlive_place\teducation\tparty\tfamily\tarest_date\tarest_organ\tarest_type\tcriminal_case\tjudicial_organ\tprocess_date\tcriminal_article\tsentence\twas_executed\tdeath_place\tdeath_date\tprevious_repression\tnext_repression\trehabilitation_organ\trehabilitation_reason\trehabilitation_date\tall_name_variations\tname_variations\tsurname_variations\tpatronimic_variations\tfullname_variations\tmemory_book\tmemory_book_url";

/// An invented person of a Memorial list; what is not set is `None` in the file.
#[derive(Default, Clone)]
pub(crate) struct Person<'a> {
    pub(crate) name: [&'a str; 3],
    pub(crate) birth_year: &'a str,
    pub(crate) birth_place: &'a str,
    pub(crate) family: &'a str,
    pub(crate) arrest_date: &'a str,
    pub(crate) body: &'a str,
    pub(crate) decision_date: &'a str,
    pub(crate) article: &'a str,
    pub(crate) sentence: &'a str,
    pub(crate) death_date: &'a str,
}

/// Returns the line of a person.
pub(crate) fn line(number: usize, person: &Person<'_>) -> String {
    let mut cells = vec![String::from("None"); COLUMNS.split('\t').count()];
    let mut set = |column: &str, value: &str| {
        let at = COLUMNS.split('\t').position(|name| name == column).unwrap();
        if !value.is_empty() {
            cells[at] = value.to_owned();
        }
    };
    set("person_id", &number.to_string());
    set("surname", person.name[0]);
    set("name", person.name[1]);
    set("patronimic", person.name[2]);
    set("birth_year", person.birth_year);
    set("birth_place", person.birth_place);
    set("family", person.family);
    set("arest_date", person.arrest_date);
    set("judicial_organ", person.body);
    set("process_date", person.decision_date);
    set("criminal_article", person.article);
    set("sentence", person.sentence);
    set("death_date", person.death_date);
    cells.join("\t")
}

/// Writes a list of people and returns its path.
pub(crate) fn write_list(folder: &Path, name: &str, people: &[Person<'_>]) -> PathBuf {
    let mut text = format!("{COLUMNS}\n");
    for (person, number) in people.iter().zip(1..) {
        text.push_str(&line(number, person));
        text.push('\n');
    }
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Writes a list of `n_people` different people.
pub(crate) fn write_long_list(folder: &Path, name: &str, n_people: usize) -> PathBuf {
    let surnames: Vec<String> = (0..n_people).map(|n| format!("Выдуманов{n}")).collect();
    let people: Vec<Person<'_>> = surnames
        .iter()
        .map(|surname| Person {
            name: [surname, "Пётр", "Кузьмич"],
            birth_year: "1890",
            birth_place: "дер. Небывалово",
            arrest_date: "_.5.1937",
            sentence: "10 лет ИТЛ",
            ..Person::default()
        })
        .collect();
    write_list(folder, name, &people)
}

/// Three invented people, all dead or born long ago.
pub(crate) fn three_people() -> Vec<Person<'static>> {
    vec![
        Person {
            name: ["Небылицын", "Фёдор", "Лукич"],
            birth_year: "1889",
            birth_place: "с. Ивушкино Тамбовской губ.",
            arrest_date: "12.8.1937",
            sentence: "ВМН",
            death_date: "_.12.1937",
            ..Person::default()
        },
        Person {
            name: ["Выдумкина", "Анна", "Петровна"],
            birth_year: "1901",
            arrest_date: "3.2.1938",
            sentence: "5 лет ИТЛ",
            ..Person::default()
        },
        Person {
            name: ["Небылицына", "Мария", "Федоровна"],
            birth_year: "1912",
            birth_place: "г. Тамбов",
            arrest_date: "31.2.1938",
            ..Person::default()
        },
    ]
}

/// Returns the program, not yet run.
pub(crate) fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_synodik"));
    command.args(arguments);
    command
}

/// Runs the program and returns what it gave.
pub(crate) fn run(arguments: &[&str]) -> Output {
    program(arguments).output().unwrap()
}

/// Runs the program, which has to succeed, and returns its standard output.
pub(crate) fn succeed(arguments: &[&str]) -> String {
    let output = run(arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs the program, which has to fail with the code, and returns its message.
pub(crate) fn fail(arguments: &[&str], code: i32) -> String {
    let output = run(arguments);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {errors}");
    errors
}

/// A folder with an empty archive in it.
pub(crate) struct Place {
    _folder: TempDir,
    pub(crate) folder: PathBuf,
    pub(crate) archive: String,
}

impl Place {
    pub(crate) fn new() -> Place {
        let folder = TempDir::new().unwrap();
        let path = folder.path().to_owned();
        let archive = path.join("archive").to_string_lossy().into_owned();
        succeed(&["init", &archive]);
        Place { _folder: folder, folder: path, archive }
    }

    /// Imports people as the source `list` and builds.
    pub(crate) fn with_people(people: &[Person<'_>]) -> Place {
        let place = Place::new();
        let list = write_list(&place.folder, "list.tsv", people);
        place.import("list", &list);
        place.build();
        place
    }

    pub(crate) fn import(&self, source: &str, list: &Path) {
        let list = list.to_string_lossy();
        succeed(&[
            "import",
            "--archive",
            &self.archive,
            "--format",
            "memorial-tsv",
            "--source",
            source,
            &list,
        ]);
    }

    /// Writes a file beside the archive and returns its path.
    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        let path = self.folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }

    pub(crate) fn build(&self) {
        succeed(&["build", "--archive", &self.archive]);
    }

    /// Returns what a search gives, as JSON.
    pub(crate) fn search(&self, arguments: &[&str]) -> serde_json::Value {
        let mut all = vec!["search", "--archive", &self.archive, "--json"];
        all.extend(arguments);
        serde_json::from_str(&succeed(&all)).unwrap()
    }

    /// Returns the ids of the records a search finds.
    pub(crate) fn found(&self, arguments: &[&str]) -> Vec<String> {
        let result = self.search(arguments);
        let hits = result["hits"].as_array().unwrap();
        hits.iter().map(|hit| hit["record"]["record_id"].as_str().unwrap().to_owned()).collect()
    }
}
