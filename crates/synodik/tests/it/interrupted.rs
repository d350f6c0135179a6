//! Killed at any moment, or on a full disk, the last good build still opens.

use crate::fixture::{
    Place, fail, program, run, succeed, three_people, write_list, write_long_list,
};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// People in the list that is imported and built while being killed.
const N_PEOPLE: usize = 60_000;
/// How many moments of the run are tried.
const N_KILLS: u32 = 10;

/// Returns what lies in the archive besides finished sources and builds.
fn leftovers(archive: &str) -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["sources", "builds", "."] {
        for entry in std::fs::read_dir(Path::new(archive).join(folder)).unwrap() {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            let is_lock = name == ".lock";
            if !is_lock && (name.starts_with('.') || name.ends_with(".tmp")) {
                found.push(name);
            }
        }
    }
    found
}

/// Runs a command, kills it after a part of the time it takes, and checks the archive.
fn kill_at_several_moments(place: &Place, arguments: &[&str], undo: impl Fn()) {
    let started = Instant::now();
    succeed(arguments);
    let whole = started.elapsed();
    undo();
    let mut n_killed = 0;
    for moment in 0..N_KILLS {
        let mut child =
            program(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let kill_after = whole * (2 * moment + 1) / (2 * N_KILLS);
        let deadline = Instant::now() + kill_after;
        while Instant::now() < deadline && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        n_killed += u32::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        // The last good build answers, whatever lies beside it.
        assert_eq!(place.found(&["Выдумкина Анна"]), ["list.1.2"], "killed after {kill_after:?}");
        // The next writer cleans up; it fails here because there is nothing of that name.
        fail(
            &["import", "--archive", &place.archive, "--format", "memorial-tsv", "/nonexistent"],
            2,
        );
        assert!(leftovers(&place.archive).is_empty(), "killed after {kill_after:?}");
        succeed(&["verify", &place.archive]);
        undo();
    }
    // On a busy machine the run that was timed may have been the slowest.
    assert!(n_killed >= N_KILLS / 4, "only {n_killed} runs were killed while running");
    // And after all of that the same command still succeeds.
    succeed(arguments);
}

#[test]
fn a_killed_import_leaves_the_archive_as_it_was() {
    let place = Place::with_people(&three_people());
    let list = write_long_list(&place.folder, "long.tsv", N_PEOPLE);
    let list = list.to_string_lossy();
    let import = [
        "import",
        "--archive",
        &place.archive,
        "--format",
        "memorial-tsv",
        "--source",
        "long",
        &list,
    ];
    kill_at_several_moments(&place, &import, || {
        let _ = std::fs::remove_dir_all(Path::new(&place.archive).join("sources/long"));
    });
}

#[test]
fn a_killed_build_leaves_the_archive_as_it_was() {
    let place = Place::with_people(&three_people());
    let list = write_long_list(&place.folder, "long.tsv", N_PEOPLE);
    place.import("long", &list);
    let build = ["build", "--archive", &place.archive, "--force"];
    kill_at_several_moments(&place, &build, || {});
}

#[test]
fn a_killed_replacement_keeps_the_old_source_or_has_the_new_one() {
    let place = Place::with_people(&three_people());
    let list = write_list(&place.folder, "new.tsv", &three_people());
    let list = list.to_string_lossy();
    // The moment between the two moves, made by hand.
    let sources = Path::new(&place.archive).join("sources");
    std::fs::rename(sources.join("list"), sources.join(".replaced-list")).unwrap();
    let message = run(&[
        "import",
        "--archive",
        &place.archive,
        "--format",
        "memorial-tsv",
        "--source",
        "list",
        &list,
    ]);
    let message = String::from_utf8_lossy(&message.stderr).into_owned();
    assert!(message.contains("already has a source `list`"), "{message}");
    assert!(leftovers(&place.archive).is_empty());
}

/// A small file system in memory, unmounted when dropped.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    fn mount(at: &'a Path, size: &str) -> SmallDisk<'a> {
        std::fs::create_dir_all(at).unwrap();
        let status = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(at)
            .status()
            .expect("the test of a full disk needs `mount`");
        assert!(
            status.success(),
            "the test of a full disk needs the right to mount; run it as root"
        );
        SmallDisk(at)
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

#[test]
fn on_a_full_disk_the_last_good_build_still_answers() {
    let place = Place::new();
    let disk = place.folder.join("disk");
    let _mounted = SmallDisk::mount(&disk, "12m");
    let archive = disk.join("archive").to_string_lossy().into_owned();
    succeed(&["init", &archive]);
    let small = write_list(&place.folder, "list.tsv", &three_people());
    let import = |source: &str, list: &Path| {
        let list = list.to_string_lossy().into_owned();
        run(&[
            "import",
            "--archive",
            &archive,
            "--format",
            "memorial-tsv",
            "--source",
            source,
            &list,
        ])
    };
    assert!(import("list", &small).status.success());
    succeed(&["build", "--archive", &archive]);
    // Too large to be received.
    let large = write_long_list(&place.folder, "large.tsv", N_PEOPLE);
    let output = import("large", &large);
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(message.contains("No space left on device"), "{message}");
    // Received, but then there is no room for the build.
    let medium = write_long_list(&place.folder, "medium.tsv", 5_000);
    assert!(import("medium", &medium).status.success());
    let filler = disk.join("filler");
    fill(&filler, 300_000);
    let output = run(&["build", "--archive", &archive]);
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{message}");
    let found = succeed(&["search", "--archive", &archive, "Выдумкина Анна"]);
    assert!(found.starts_with("list.1.2\t"), "{found}");
    fail(&["import", "--archive", &archive, "--format", "memorial-tsv", "/nonexistent"], 2);
    assert!(leftovers(&archive).is_empty());
    succeed(&["verify", &archive]);
    // With room again, the same command succeeds.
    std::fs::remove_file(filler).unwrap();
    succeed(&["build", "--archive", &archive]);
}

/// Fills the disk of a file but for some bytes.
fn fill(path: &Path, n_free: u64) {
    let mut file = std::fs::File::create(path).unwrap();
    let block = [0; 4096];
    while file.write_all(&block).is_ok() {}
    let size = file.metadata().unwrap().len();
    file.set_len(size.saturating_sub(n_free)).unwrap();
}
