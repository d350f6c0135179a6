//! The tests of the pages in a real browser: installs what they need, runs them.

use crate::root;
use crate::step::{Step, program};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Where Debian's package puts the browser.
const CHROMIUM: &str = "/usr/bin/chromium";

/// Oldest Node.js whose test runner has what the tests use.
const NODE_MAJOR: u32 = 20;

/// Installs Chromium from Debian's packages and the test libraries from npm, where missing.
pub(crate) fn install() -> Result<()> {
    check_node()?;
    install_chromium()?;
    install_libraries()
}

/// Runs the browser tests with the program in a target folder.
pub(crate) fn test(target_folder: &Path) -> Result<()> {
    program("node", &["--test", "--test-reporter=spec", "run.mjs", "reading.mjs", "map.mjs"])
        .within(&tests_folder())
        .with("SYNODIK_PROGRAM", &target_folder.join("debug/synodik").to_string_lossy())
        .with("SYNODIK_CHROMIUM", &chromium())
        .run()
}

fn tests_folder() -> PathBuf {
    root().join("tests/browser")
}

/// Returns the browser: the one `SYNODIK_CHROMIUM` names, else Debian's.
fn chromium() -> String {
    std::env::var("SYNODIK_CHROMIUM").unwrap_or_else(|_| CHROMIUM.to_owned())
}

fn check_node() -> Result<()> {
    let version = program("node", &["--version"]).output().context(
        "the browser tests need Node.js 20 or later with npm: https://nodejs.org, or Debian's packages nodejs and npm",
    )?;
    if node_major(&version).is_none_or(|major| major < NODE_MAJOR) {
        bail!(
            "Node.js is {}, but the browser tests need {NODE_MAJOR} or later: https://nodejs.org",
            version.trim()
        );
    }
    Ok(())
}

fn node_major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn install_chromium() -> Result<()> {
    let chromium = chromium();
    if Path::new(&chromium).exists() {
        return Ok(());
    }
    if chromium != CHROMIUM {
        bail!("SYNODIK_CHROMIUM names `{chromium}`, which does not exist");
    }
    if !program("apt-get", &["--version"]).succeeds() {
        bail!(
            "no browser at {CHROMIUM}, and no apt-get to install it with; install Chromium and name its program in SYNODIK_CHROMIUM"
        );
    }
    println!("Installing Debian's package chromium");
    apt_get(&["update"])?.run()?;
    apt_get(&["install", "-y", "--no-install-recommends", "chromium"])?.run()
}

/// Returns a step that runs apt-get as root.
fn apt_get(arguments: &[&str]) -> Result<Step> {
    let is_root = program("id", &["-u"]).output()?.trim() == "0";
    let step = match is_root {
        true => program("apt-get", arguments),
        // Without a terminal nobody can type a password, so none is asked for.
        false if program("sudo", &["-n", "true"]).succeeds() => {
            program("sudo", &[&["-n", "apt-get"], arguments].concat())
        }
        false => bail!(
            "installing Chromium needs root; run `sudo apt-get install --no-install-recommends chromium` and then this again"
        ),
    };
    Ok(step.with("DEBIAN_FRONTEND", "noninteractive"))
}

fn install_libraries() -> Result<()> {
    let folder = tests_folder();
    // npm writes this file last, so its age is that of a complete installation.
    let installed = modified(&folder.join("node_modules/.package-lock.json"));
    let locked = modified(&folder.join("package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    program("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .within(&folder)
        .run()
        .context("cannot install the libraries of the browser tests; npm comes with Node.js, or with Debian's package npm")
}

fn modified(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::node_major;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(node_major("v20.20.2\n"), Some(20));
        assert_eq!(node_major("20.20.2"), None);
    }
}
