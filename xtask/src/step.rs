//! Runs programs in the repository and tells how long each step took.

use crate::root;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// A program to run, without standard input.
pub(crate) struct Step {
    command: Command,
    shown: String,
}

/// Returns a step that runs the cargo that runs this program.
pub(crate) fn cargo(arguments: &[&str]) -> Step {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut step = program(&cargo, arguments);
    step.shown = format!("cargo {}", arguments.join(" "));
    step
}

/// Returns a step that runs a program in the repository.
pub(crate) fn program(name: &str, arguments: &[&str]) -> Step {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    Step { command, shown: format!("{name} {}", arguments.join(" ")) }
}

impl Step {
    /// Sets a variable of the environment.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Step {
        self.command.env(name, value);
        self
    }

    /// Runs it in another folder.
    pub(crate) fn within(mut self, folder: &Path) -> Step {
        self.command.current_dir(folder);
        self
    }

    /// Runs it to its end; what it prints is shown.
    pub(crate) fn run(mut self) -> Result<()> {
        let status =
            self.command.status().with_context(|| format!("cannot run `{}`", self.shown))?;
        if !status.success() {
            bail!("`{}` failed ({status})", self.shown);
        }
        Ok(())
    }

    /// Runs it to its end and returns what it prints on standard output.
    pub(crate) fn output(mut self) -> Result<String> {
        let output = self
            .command
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| format!("cannot run `{}`", self.shown))?;
        if !output.status.success() {
            bail!("`{}` failed ({})", self.shown, output.status);
        }
        String::from_utf8(output.stdout)
            .with_context(|| format!("`{}` did not print UTF-8", self.shown))
    }

    /// Returns whether the program is there and ends well; what it prints is dropped.
    pub(crate) fn succeeds(mut self) -> bool {
        self.command.stdout(Stdio::null()).stderr(Stdio::null());
        self.command.status().is_ok_and(|status| status.success())
    }
}

/// Runs a step between two lines that name it, the second with its time.
pub(crate) fn timed(name: &str, step: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("== {name}");
    let start = Instant::now();
    let outcome = step();
    let secs = start.elapsed().as_secs_f64();
    match &outcome {
        Ok(()) => println!("== {name}: done in {secs:.1} s"),
        Err(_) => println!("== {name}: failed after {secs:.1} s"),
    }
    outcome
}
