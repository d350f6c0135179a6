//! Chores of the repository: one word each, run as `cargo xtask WORD`.

#![expect(clippy::print_stdout, reason = "a chore tells what it does")]

mod browser;
mod data;
mod linkage;
mod step;
mod tidy;

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;
use step::{cargo, timed};

const USAGE: &str = "\
usage: cargo xtask WORD

  demo   make the demo archive and serve it; further arguments go on to `synodik demo`
  test   install what the tests need, then run all of them
  fmt    format the Rust code; `--check` only says whether it is formatted
  lint   check formatting, then clippy; warnings are errors
  doc    build the documentation; warnings are errors
  tidy   check the rules of the repository that no compiler knows
  bench  measure, in release: `names`, further arguments go on to it; or `linkage SCRIPTS [WORK]`, beside a peer
  data   check the instruments, campaigns, limits and the rest of the codex in data/
  ci     fmt --check, tidy, data, lint, test, doc";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (word, rest) = match arguments.split_first() {
        Some((word, rest)) => (word.as_str(), rest),
        None => ("", &[][..]),
    };
    match run(word, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(word: &str, rest: &[String]) -> Result<()> {
    if !matches!(word, "bench" | "demo" | "fmt") && !rest.is_empty() {
        bail!("`cargo xtask {word}` takes no arguments\n{USAGE}");
    }
    match word {
        "bench" => bench(rest),
        "demo" => demo(rest),
        "test" => test(),
        "fmt" => fmt(rest),
        "lint" => lint(),
        "doc" => doc(),
        "tidy" => tidy(),
        "data" => data(),
        "ci" => ci(),
        "" => bail!("no word given\n{USAGE}"),
        _ => bail!("unknown word `{word}`\n{USAGE}"),
    }
}

/// Returns the folder of the repository: the one above this crate.
fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        // Said by cargo when it runs this program: in a folder of builds that two clones share, it
        // may have been built in the other.
        let said = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let package = said.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        package.parent().expect("the crate lies in the repository").to_owned()
    });
    &ROOT
}

/// Returns the folder that cargo builds into.
fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

fn demo(rest: &[String]) -> Result<()> {
    println!("Building; the first time takes some minutes.");
    let mut arguments = vec!["run", "--package", "synodik", "--", "demo"];
    arguments.extend(rest.iter().map(String::as_str));
    cargo(&arguments).run()
}

fn bench(rest: &[String]) -> Result<()> {
    let further = match rest.split_first().map(|(what, further)| (what.as_str(), further)) {
        Some(("names", further)) => further,
        Some(("linkage", further)) => return linkage::bench_linkage(further),
        _ => bail!("`cargo xtask bench` measures `names` or `linkage`\n{USAGE}"),
    };
    let mut arguments =
        vec!["run", "--release", "--package", "synodik-names", "--example", "bench_names", "--"];
    arguments.extend(further.iter().map(String::as_str));
    cargo(&arguments).run()
}

fn test() -> Result<()> {
    timed("what the tests need", browser::install)?;
    timed("cargo test", || cargo(&["test", "--workspace"]).run())?;
    tidy()?;
    // With the tests selected the libraries have the features they were just built with.
    let program = ["build", "--workspace", "--bins", "--tests"];
    timed("the program for the browser tests", || cargo(&program).run())?;
    timed("browser tests", || browser::test(&target_folder()))
}

fn fmt(rest: &[String]) -> Result<()> {
    match rest {
        [] => cargo(&["fmt", "--all"]).run(),
        [flag] if flag == "--check" => cargo(&["fmt", "--all", "--", "--check"]).run(),
        _ => bail!("`cargo xtask fmt` takes `--check` or nothing"),
    }
}

fn lint() -> Result<()> {
    timed("formatting", || cargo(&["fmt", "--all", "--", "--check"]).run())?;
    let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    timed("clippy", || cargo(&clippy).run())
}

fn doc() -> Result<()> {
    timed("documentation", || {
        cargo(&["doc", "--no-deps", "--workspace"]).with("RUSTDOCFLAGS", "-D warnings").run()
    })
}

fn tidy() -> Result<()> {
    timed("tidy", || tidy::check_repository(root()))
}

fn data() -> Result<()> {
    timed("data", || data::check_data(root()))
}

fn ci() -> Result<()> {
    tidy()?;
    data()?;
    lint()?;
    test()?;
    doc()
}
