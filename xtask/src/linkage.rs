//! `cargo xtask bench linkage SCRIPTS [WORK]`: our linkage and the peer's in turn, on the same data and machine.
//!
//! SCRIPTS is a folder with the peer's scripts and the data they need; nothing of it is copied into the
//! repository. The peer is installed into a virtual environment in WORK.

use crate::step::{cargo, program};
use crate::{root, target_folder};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// One line of `bench/linkage/sets.tsv`.
struct Set<'a> {
    name: &'a str,
    spec: &'a str,
    table: &'a str,
    truth: &'a str,
    peer: &'a str,
}

/// What a run cost.
struct Cost {
    cpu_secs: f64,
    wall_secs: f64,
}

/// Measures all sets and prints a table.
pub(crate) fn bench_linkage(rest: &[String]) -> Result<()> {
    let (scripts, work) = match rest {
        [scripts] => (scripts, target_folder().join("bench-linkage")),
        [scripts, work] => (scripts, PathBuf::from(work)),
        _ => bail!(
            "`cargo xtask bench linkage` takes the folder of the peer's scripts, perhaps a working folder"
        ),
    };
    let scripts =
        Path::new(scripts).canonicalize().with_context(|| format!("cannot open `{scripts}`"))?;
    let python = install_peer(&work)?;
    let prepare = root().join("bench/linkage/prepare.py");
    program(&python, &[text(&prepare), text(&scripts)]).within(&work).run()?;
    cargo(&["build", "--release", "--workspace", "--bins", "--examples"]).run()?;
    let sets = std::fs::read_to_string(root().join("bench/linkage/sets.tsv"))?;
    println!(
        "set\tours CPU s\tours wall s\tpairs F1\tB-cubed F1\tpeer CPU s\tpeer wall s\tpeer / ours, CPU"
    );
    for set in parse_sets(&sets)? {
        let (ours, evaluation) = run_ours(&set, &work)?;
        let peer = run_peer(&set, &python, &scripts, &work)?;
        let f1 = |name: &str| evaluation[name]["f1"].as_f64().unwrap_or(f64::NAN);
        println!(
            "{}\t{:.1}\t{:.1}\t{:.4}\t{:.4}\t{:.1}\t{:.1}\t{:.1}",
            set.name,
            ours.cpu_secs,
            ours.wall_secs,
            f1("pairwise"),
            f1("b_cubed"),
            peer.cpu_secs,
            peer.wall_secs,
            peer.cpu_secs / ours.cpu_secs
        );
    }
    println!("What the peer says of its own accuracy stands in `{}`.", work.display());
    Ok(())
}

fn parse_sets(lines: &str) -> Result<Vec<Set<'_>>> {
    let rows = lines.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|row| match row.split('\t').collect::<Vec<_>>()[..] {
        [name, spec, table, truth, peer] => Ok(Set { name, spec, table, truth, peer }),
        _ => bail!("`bench/linkage/sets.tsv` has the line `{row}`; expected five columns"),
    })
    .collect()
}

/// Makes the virtual environment if there is none; returns its Python.
fn install_peer(work: &Path) -> Result<String> {
    std::fs::create_dir_all(work).with_context(|| format!("cannot make `{}`", work.display()))?;
    let python = work.join("venv/bin/python");
    if !python.exists() {
        program("python3", &["-m", "venv", text(&work.join("venv"))]).run()?;
        let requirements = root().join("bench/linkage/requirements.txt");
        program(text(&python), &["-m", "pip", "install", "--quiet", "-r", text(&requirements)])
            .run()?;
    }
    Ok(text(&python).to_owned())
}

fn run_ours(set: &Set, work: &Path) -> Result<(Cost, Value)> {
    let synodik = target_folder().join("release/synodik");
    let spec = root().join("bench/linkage").join(set.spec);
    let out = format!("out/{}", set.name);
    let arguments = ["link", "run", "--spec", text(&spec), set.table, "--out", &out];
    let (cost, _) = measured(|| program(text(&synodik), &arguments).within(work).output())?;
    let clusters = format!("{out}/clusters.csv");
    let arguments = ["link", "evaluate", "--clusters", &clusters, "--truth", set.truth, "--json"];
    let evaluation = program(text(&synodik), &arguments).within(work).output()?;
    Ok((cost, serde_json::from_str(&evaluation)?))
}

/// Runs the peer as its script has it, without looking at the truth, then once more with it.
fn run_peer(set: &Set, python: &str, scripts: &Path, work: &Path) -> Result<Cost> {
    let (script, settings) = set.peer.split_once(' ').unwrap_or((set.peer, ""));
    let script = scripts.join(script);
    let mut arguments = vec![text(&script)];
    arguments.extend(settings.split_whitespace());
    let (cost, _) = measured(|| program(python, &arguments).within(work).output())?;
    arguments.push("--eval");
    let told = program(python, &arguments).within(work).output()?;
    std::fs::write(work.join(format!("{}.peer.txt", set.name)), told)?;
    Ok(cost)
}

fn measured<T>(run: impl FnOnce() -> Result<T>) -> Result<(Cost, T)> {
    let (start, before) = (Instant::now(), children_cpu_secs()?);
    let result = run()?;
    let cpu_secs = children_cpu_secs()? - before;
    Ok((Cost { cpu_secs, wall_secs: start.elapsed().as_secs_f64() }, result))
}

/// Returns the CPU seconds of all programs run so far, user and system; Linux counts hundredths.
fn children_cpu_secs() -> Result<f64> {
    let stat =
        std::fs::read_to_string("/proc/self/stat").context("cannot read `/proc/self/stat`")?;
    // Behind the name in brackets, which may hold blanks, cutime and cstime are the 14th and 15th.
    let fields: Vec<&str> =
        stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let hundredths = |idx: usize| fields.get(idx).and_then(|field| field.parse::<f64>().ok());
    let (user, system) = (hundredths(13), hundredths(14));
    Ok((user.context("no cutime")? + system.context("no cstime")?) / 100.0)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("paths of this repository are UTF-8")
}
