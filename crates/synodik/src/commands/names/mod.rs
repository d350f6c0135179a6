//! `synodik names`: what the rules say of a name, and of two names.

mod document;
mod words;

use super::{print_json, print_line};
use anyhow::{Context, Result, bail};
use document::{comparison_document, explanation_document};
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use synodik_names::{
    Case, NamePart, PreparedName, Scheme, Sex, SurnameFrequencies, compare_names, decline,
    explain_name, transliterate,
};
use words::{comparison_lines, explanation_lines};

/// Say what the rules of names know of a name, or of two
#[derive(Debug, clap::Args)]
pub(crate) struct NamesArguments {
    #[command(subcommand)]
    command: NamesCommand,
}

#[derive(Debug, clap::Subcommand)]
enum NamesCommand {
    /// Parts, spellings, forms, sex and keys of a name
    Explain {
        /// The name as written, in any order and script
        name: String,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// How two names agree, word by word, and how likely they are one name
    Compare {
        /// The first name
        #[arg(value_name = "A")]
        a: String,
        /// The second name
        #[arg(value_name = "B")]
        b: String,
        /// How many bear each surname: lines of a surname, a tab and a number
        #[arg(long, value_name = "FILE")]
        frequencies: Option<PathBuf>,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Read one name a line, or two with a tab between, and print a JSON line for each
    Batch,
    /// The six cases of a Russian name
    Decline {
        /// A part of a name in the nominative
        name: String,
        /// Which part it is: surname, given or patronymic
        #[arg(long, default_value = "surname", value_parser = ["surname", "given", "patronymic"])]
        part: String,
        /// Whose name it is: female or male
        #[arg(long, value_parser = ["female", "male"])]
        sex: String,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// A Cyrillic text in Latin letters
    Transliterate {
        /// The text
        text: String,
        /// The scheme, such as bgn_pcgn; all when none is given
        #[arg(long)]
        scheme: Option<String>,
    },
}

pub(crate) fn run(arguments: &NamesArguments) -> Result<ExitCode> {
    match &arguments.command {
        NamesCommand::Explain { name, json: true } => {
            print_json(&explanation_document(&explain_name(name)))?;
        }
        NamesCommand::Explain { name, .. } => {
            print_lines(&explanation_lines(&explain_name(name)))?;
        }
        NamesCommand::Compare { a, b, frequencies, json } => {
            let frequencies = frequencies.as_deref().map(read_frequencies).transpose()?;
            let [a_name, b_name] = [a, b].map(|name| {
                let name = PreparedName::of_text(name);
                match &frequencies {
                    Some(frequencies) => name.weighed_by(frequencies),
                    None => name,
                }
            });
            let evidence = compare_names(&a_name, &b_name);
            match json {
                true => print_json(&comparison_document((a, b), &evidence))?,
                false => print_lines(&comparison_lines(&evidence))?,
            }
        }
        NamesCommand::Batch => print_batch()?,
        NamesCommand::Decline { name, part, sex, json } => {
            let (part, sex) = (part_of(part), sex_of(sex));
            let forms = Case::ALL.map(|case| (case.name(), decline(name, part, sex, case)));
            match json {
                true => {
                    let forms = forms.map(|(case, form)| (case.to_owned(), form.into()));
                    print_json(&serde_json::Value::Object(forms.into_iter().collect()))?;
                }
                false => print_lines(&forms.map(|(case, form)| format!("{case}\t{form}")))?,
            }
        }
        NamesCommand::Transliterate { text, scheme: Some(scheme) } => {
            print_line(&transliterate(text, known_scheme(scheme)?))?;
        }
        NamesCommand::Transliterate { text, scheme: None } => {
            for scheme in Scheme::ALL {
                print_line(&format!("{}\t{}", scheme.name(), transliterate(text, scheme)))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn print_batch() -> Result<()> {
    for (line_idx, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.with_context(|| {
            format!("cannot read line {} of standard input as UTF-8", line_idx + 1)
        })?;
        let document = match line.split_once('\t') {
            Some((a, b)) => {
                let [a_name, b_name] = [a, b].map(PreparedName::of_text);
                comparison_document((a, b), &compare_names(&a_name, &b_name))
            }
            None => explanation_document(&explain_name(&line)),
        };
        print_line(&document.to_string())?;
    }
    Ok(())
}

fn read_frequencies(path: &Path) -> Result<SurnameFrequencies> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read `{shown}`"))?;
    let mut counts = Vec::new();
    for (line_idx, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        let cells = line.split_once('\t');
        let count = cells.and_then(|(surname, n)| Some((surname, n.trim().parse().ok()?)));
        let Some(count) = count else {
            bail!(
                "`{shown}`, line {}: expected a surname, a tab and a whole number, got `{line}`",
                line_idx + 1
            )
        };
        counts.push(count);
    }
    Ok(SurnameFrequencies::from_counts(counts))
}

fn part_of(name: &str) -> NamePart {
    match name {
        "given" => NamePart::Given,
        "patronymic" => NamePart::Patronymic,
        _ => NamePart::Surname,
    }
}

fn sex_of(name: &str) -> Sex {
    if name == "female" { Sex::Female } else { Sex::Male }
}

fn known_scheme(name: &str) -> Result<Scheme> {
    let Some(scheme) = Scheme::from_name(name) else {
        let known: Vec<&str> = Scheme::ALL.into_iter().map(Scheme::name).collect();
        bail!("unknown scheme `{name}`; expected one of {}", known.join(", "))
    };
    Ok(scheme)
}

fn print_lines(lines: &[String]) -> Result<()> {
    lines.iter().try_for_each(|line| print_line(line))
}
