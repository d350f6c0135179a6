//! Which crate may depend on which, and that ARCHITECTURE.md names them all.

use super::Problem;
use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// The crates of the workspace with those they may depend on: a boundary is a line here.
///
/// `synodik-serve` may not see `synodik-store`: what is not in the public index
/// cannot be shown. Tests are bound by it too.
const ALLOWED: [(&str, &[&str]); 13] = [
    ("synodik-model", &[]),
    ("synodik-names", &["synodik-model"]),
    // The readers of files only for the example that annotates a table.
    ("synodik-codex", &["synodik-model", "synodik-import"]),
    ("synodik-import", &["synodik-model", "synodik-names"]),
    ("synodik-store", &["synodik-model"]),
    ("synodik-link", &["synodik-model", "synodik-names"]),
    ("synodik-family", &["synodik-model", "synodik-names"]),
    ("synodik-places", &["synodik-names"]),
    (
        "synodik-index",
        &["synodik-model", "synodik-names", "synodik-codex", "synodik-places", "synodik-store"],
    ),
    (
        "synodik-serve",
        &[
            "synodik-model",
            "synodik-names",
            "synodik-codex",
            "synodik-analyse",
            "synodik-places",
            "synodik-index",
        ],
    ),
    (
        "synodik",
        &[
            "synodik-model",
            "synodik-names",
            "synodik-codex",
            "synodik-import",
            "synodik-store",
            "synodik-link",
            "synodik-family",
            "synodik-analyse",
            "synodik-places",
            "synodik-index",
            "synodik-serve",
        ],
    ),
    ("synodik-analyse", &[]),
    ("xtask", &["synodik-codex"]),
];

/// The packages of the workspace, each with the packages of the workspace it depends on.
pub(crate) type Packages = BTreeMap<String, Vec<String>>;

/// Reads what `cargo metadata --no-deps` prints.
pub(crate) fn parse_metadata(json: &str) -> Result<Packages> {
    let metadata: serde_json::Value =
        serde_json::from_str(json).context("cannot read what `cargo metadata` printed")?;
    let name_of = |value: &serde_json::Value| value["name"].as_str().unwrap_or_default().to_owned();
    let mut packages = Packages::new();
    for package in metadata["packages"].as_array().context("`cargo metadata` gave no packages")? {
        let dependencies = package["dependencies"].as_array().map_or(&[][..], Vec::as_slice);
        // Only a dependency within the repository has a path.
        let within = dependencies.iter().filter(|dependency| !dependency["path"].is_null());
        packages.insert(name_of(package), within.map(name_of).collect());
    }
    Ok(packages)
}

/// Finds dependencies that the table does not allow.
pub(crate) fn check_edges(packages: &Packages) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, dependencies) in packages {
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| known == name) else {
            let clause = format!("crate `{name}` is not in the table of dependencies");
            problems.push(Problem::new("xtask/src/tidy/crates.rs", 0, clause));
            continue;
        };
        for dependency in dependencies {
            if !allowed.contains(&dependency.as_str()) {
                let path = format!("crates/{name}/Cargo.toml");
                let clause = format!("`{name}` may not depend on `{dependency}`");
                problems.push(Problem::new(&path, 0, clause));
            }
        }
    }
    for (name, _) in ALLOWED {
        if !packages.contains_key(name) {
            let clause = format!("crate `{name}` does not exist");
            problems.push(Problem::new("xtask/src/tidy/crates.rs", 0, clause));
        }
    }
    problems
}

/// Checks that the code map names every crate, and no crate that is not there.
pub(crate) fn check_code_map(packages: &Packages, architecture: &str) -> Vec<Problem> {
    let path = "ARCHITECTURE.md";
    let mut problems = Vec::new();
    for name in packages.keys() {
        if !architecture.contains(&format!("`{name}`")) {
            problems.push(Problem::new(path, 0, format!("does not name the crate `{name}`")));
        }
    }
    for (line_idx, line) in architecture.lines().enumerate() {
        for span in line.split('`').skip(1).step_by(2) {
            let name = span.strip_prefix("crates/").unwrap_or(span).split('/').next();
            let name = name.unwrap_or_default();
            let is_crate_name = name.starts_with("synodik-")
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
            if is_crate_name && !packages.contains_key(name) {
                let clause = format!("names the crate `{name}`, which does not exist");
                problems.push(Problem::new(path, line_idx + 1, clause));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed_packages() -> Packages {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        ALLOWED.iter().map(|&(name, allowed)| (name.to_owned(), owned(allowed))).collect()
    }

    #[test]
    fn the_server_may_not_see_the_store() {
        let mut packages = allowed_packages();
        assert!(check_edges(&packages).is_empty());
        packages.insert("synodik-serve".to_owned(), vec!["synodik-store".to_owned()]);
        let problems = check_edges(&packages);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].clause, "`synodik-serve` may not depend on `synodik-store`");
    }

    #[test]
    fn a_crate_needs_its_line() {
        let mut packages = allowed_packages();
        packages.insert("synodik-utils".to_owned(), Vec::new());
        packages.remove("synodik-names");
        assert_eq!(check_edges(&packages).len(), 2);
    }

    #[test]
    fn only_dependencies_within_the_repository_count() {
        let json = r#"{"packages": [{"name": "a", "dependencies": [
            {"name": "b", "path": "/repository/b"}, {"name": "serde", "path": null}]}]}"#;
        let packages = parse_metadata(json).expect("metadata");
        assert_eq!(packages["a"], ["b"]);
    }

    #[test]
    fn the_code_map_names_what_is_there() {
        let packages = Packages::from([("synodik-model".to_owned(), Vec::new())]);
        assert!(check_code_map(&packages, "## `synodik-model`").is_empty());
        assert_eq!(check_code_map(&packages, "`crates/synodik-model`").len(), 1);
        let problems = check_code_map(&packages, "`synodik-model`\n`crates/synodik-link/src`");
        assert_eq!(problems[0].line, 2);
    }
}
