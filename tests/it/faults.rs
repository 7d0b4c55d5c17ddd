//! Disks, folders, links and other processes: what goes wrong around the program, and what it leaves behind.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::support::{Ran, Test, flat, skip};

const GUIDE: &str = "product-security-manager-guide";
const PACKET: &str = "product-security-manager-packet";
/// The files of a kit that is named `kit`.
const KIT: [&str; 4] = ["kit-guide.md", "kit-packet.pdf", "kit-scorecard.md", "kit-scoring.md"];

const NAMESPACES: [&str; 3] = ["--user", "--map-root-user", "--mount"];

/// Runs a line of shell with disks of its own, in namespaces where nobody else sees what is mounted. Some containers do not
/// allow such namespaces: there the test is skipped.
fn on_disks_of_its_own(test: &Test, script: &str) -> Option<Ran> {
    let is_allowed = Command::new("unshare").args(NAMESPACES).arg("true").output();
    if !is_allowed.is_ok_and(|tried| tried.status.success()) {
        skip("`unshare --user --mount` of util-linux is missing, or not allowed in this container");
        return None;
    }
    let script = format!("set -e\n{script}");
    let mut command = Command::new("unshare");
    command.args(NAMESPACES).args(["sh", "-c", &script]);
    command.env("KIT", env!("CARGO_BIN_EXE_interview-kit")).current_dir(test.path(""));
    Some(Ran::of(command.output().unwrap()))
}

/// Everything that is in a folder, hidden files too, with its bytes.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let contents = entries.map(|entry| {
        let name = entry.file_name().into_string().unwrap();
        (name, fs::read(entry.path()).unwrap())
    });
    contents.collect()
}

#[test]
fn a_full_disk_is_named_and_nothing_is_left_on_it() {
    let test = Test::new();
    let script = "mkdir d; mount -t tmpfs -o size=64k tmpfs d; \"$KIT\" build -o d/kit || ls -A d";
    let Some(ran) = on_disks_of_its_own(&test, script) else { return };
    assert_eq!(
        ran.err,
        format!("error: cannot write d/kit/{PACKET}.pdf: No space left on device\n")
    );
    assert_eq!(ran.out, "", "no file, and no folder that was made for it");
}

#[test]
fn a_disk_that_fills_up_under_a_roster_keeps_whole_packets_and_no_part_of_one() {
    let test = Test::new();
    let script = "mkdir d; mount -t tmpfs -o size=600k tmpfs d
        (echo candidate; seq 40) > r.csv
        \"$KIT\" build --limit 2 --roster r.csv -o d --quiet || ls -A d
        for pdf in d/*.pdf; do
            tail -c 6 $pdf
            for document in guide scoring scorecard; do test -s ${pdf%packet.pdf}$document.md; done
        done";
    let Some(ran) = on_disks_of_its_own(&test, script) else { return };
    assert!(ran.err.contains("No space left on device"), "{}", ran.err);
    let (names, ends): (Vec<&str>, Vec<&str>) = ran.out.lines().partition(|it| it.contains('-'));
    assert!(names.len() > 4 && names.len().is_multiple_of(4), "{}", ran.out);
    assert!(names.iter().all(|name| !name.starts_with('.')), "{}", ran.out);
    assert_eq!(ends.len() * 4, names.len(), "each packet has all its files");
    assert!(ends.iter().all(|end| *end == "%%EOF"), "{}", ran.out);
}

/// Command lines that have a result on standard output.
const PRINTING: [&str; 16] = [
    "build --limit 1 --format pdf -o -",
    "build --limit 1 --json --dry-run",
    "build --limit 1 --json -o out",
    "panel --size 2 --limit 2 --json -o out",
    "build --limit 1 --roster r.csv --json -o out",
    "build --limit 1 --roster r.csv --collate=all --format pdf -o -",
    "typeset a.md -o -",
    "import pack.txt",
    "list",
    "show intake",
    "check --rules",
    "check --format json",
    "schema",
    "man",
    "completions bash",
    "build --help",
];

fn printing() -> Test {
    let test = Test::new().file("r.csv", "candidate\nAna\nBo\n").file("a.md", "# A\n");
    let pack =
        "Strategy\n\n1. What would you do first?\nStrong answer should cover:\n- Something\n";
    test.file("pack.txt", pack)
}

/// Runs a line of shell, in which `$KIT` is the program.
fn shell(test: &Test, script: &str) -> Ran {
    let mut command = Command::new("sh");
    command.args(["-c", script]).env("KIT", env!("CARGO_BIN_EXE_interview-kit"));
    Ran::of(command.current_dir(test.path("")).output().unwrap())
}

#[test]
fn a_full_disk_behind_standard_output_is_an_error() {
    for line in PRINTING.into_iter().chain(["--version", "-V", "--help", "man build"]) {
        let test = printing();
        let ran = shell(&test, &format!("\"$KIT\" {line} >/dev/full"));
        let said = "cannot write standard output: No space left on device\n";
        assert_eq!(ran.code, 1, "{line}: {}", ran.err);
        assert!(ran.err.ends_with(said), "{line}: {}", ran.err);
    }
    let test = Test::new().file("r.csv", &roster(30));
    let script = "mkdir d; mount -t tmpfs -o size=4k tmpfs d
        \"$KIT\" build --limit 1 --format md --json --roster r.csv -o out >d/manifest";
    let Some(ran) = on_disks_of_its_own(&test, script) else { return };
    let said = "error: the files were written, but the manifest was not printed: cannot write standard output: No space";
    assert!(ran.code == 1 && ran.err.contains(said), "{}", ran.err);
    assert_eq!(contents(&test.path("out")).len(), 90);
}

#[test]
fn a_standard_output_that_is_closed_is_an_error_before_anything_is_written() {
    for line in PRINTING.into_iter().chain(["--version", "-V", "--help", "man build"]) {
        // Closed, and open for reading only: the standard library takes both for written.
        for (way, why) in [(">&-", "it is closed"), ("1</dev/null", "Bad file descriptor")] {
            let test = printing();
            let before = test.names();
            let ran = shell(&test, &format!("\"$KIT\" {line} {way}"));
            assert_eq!(ran.code, 1, "{line} {way}: {}", ran.err);
            let said = format!("cannot write standard output: {why}");
            assert!(ran.err.contains(&said), "{line} {way}: {}", ran.err);
            assert_eq!(test.names(), before, "{line} {way}");
        }
    }
}

#[test]
fn a_standard_output_that_is_thrown_away_is_none_of_our_business() {
    for line in PRINTING {
        // Some programs open it for reading and writing when they start another.
        for way in [">/dev/null", "1<>/dev/null", "| true"] {
            let ran = shell(&printing(), &format!("\"$KIT\" {line} {way}"));
            assert_eq!(ran.code, 0, "{line} {way}: {}", ran.err);
        }
    }
    // Nor is it for whoever prints nothing there.
    let test = printing();
    let ran = shell(&test, "\"$KIT\" build --limit 1 -o out >&-").ok();
    assert!(ran.err.contains("wrote out/"), "{}", ran.err);
}

#[test]
fn a_closed_pipe_hides_no_failure() {
    let test = printing().file("bad.yaml", "id: x\n").file("bad.csv", "role\nnobody\n");
    for line in
        ["check bad.yaml --format json", "build --roster bad.csv --keep-going --json -o out"]
    {
        let script = format!("( \"$KIT\" {line}; echo $? >code ) | true; cat code");
        assert_eq!(shell(&test, &script).out, "1\n", "{line}");
    }
}

#[test]
fn files_that_go_while_a_roster_is_made_are_named() {
    let test = Test::new().file("r.csv", &roster(120));
    let line = "build --limit 1 --documents guide --format md --json --roster r.csv -o out";
    let mut command = test.command(line.split(' '));
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while fs::read_dir(test.path("out")).map_or(0, Iterator::count) < 10 {
        std::thread::yield_now();
    }
    fs::rename(test.path("out"), test.path("away")).unwrap();
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("changed or removed after they were written"), "{}", ran.err);
    assert!(ran.err.contains("error: rows "), "{}", ran.err);
    let manifest: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let rows = |key: &str| -> Vec<u64> {
        let entries = manifest[key].as_array().unwrap().iter();
        entries.map(|entry| entry["row"].as_u64().unwrap()).collect()
    };
    let (made, lost) = (rows("files"), rows("failures"));
    assert_eq!(made.len(), contents(&test.path("out")).len());
    assert_eq!(lost.len(), contents(&test.path("away")).len());
    assert_eq!(made.len() + lost.len(), 120);
    assert!(manifest["failures"].as_array().unwrap().iter().all(|it| it["code"] == "lost"));
}

#[test]
fn a_read_only_disk_is_named_with_the_file() {
    let test = Test::new();
    let script = "mkdir d; mount -t tmpfs -o ro tmpfs d; \"$KIT\" build -o d";
    let Some(ran) = on_disks_of_its_own(&test, script) else { return };
    assert_eq!(
        (ran.code, ran.err),
        (1, format!("error: cannot write d/{PACKET}.pdf: Read-only file system\n"))
    );
}

#[test]
fn a_folder_that_may_not_be_written_is_named_with_the_file() {
    let test = Test::new();
    // Whoever runs as root may write everywhere; without its capabilities it may not.
    let script = "mkdir d; chmod 555 d
        setpriv --inh-caps=-all --bounding-set=-all \"$KIT\" build -o d";
    let Some(ran) = on_disks_of_its_own(&test, script) else { return };
    assert_eq!(
        (ran.code, ran.err),
        (1, format!("error: cannot write d/{PACKET}.pdf: Permission denied\n"))
    );
}

#[test]
fn a_read_only_file_is_not_replaced_even_by_force() {
    let test = Test::new().file("a.md", "# A\n").file("a.pdf", "mine");
    fs::set_permissions(test.path("a.pdf"), fs::Permissions::from_mode(0o444)).unwrap();
    let ran = test.run("typeset a.md -o a.pdf --force");
    assert_eq!((ran.code, test.text("a.pdf").as_str()), (1, "mine"));
    assert_eq!(
        ran.err,
        "error: cannot write a.pdf: the file is read-only (--force does not override this)\n  \
         help: make it writable, or choose another location\n"
    );
}

#[test]
fn a_file_that_replaces_another_may_be_read_by_the_same_people() {
    let test = Test::new().file("a.md", "# A\n").file("a.pdf", "mine");
    fs::set_permissions(test.path("a.pdf"), fs::Permissions::from_mode(0o600)).unwrap();
    test.run("typeset a.md -o a.pdf --force").ok();
    let mode = fs::metadata(test.path("a.pdf")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(test.names(), ["a.md", "a.pdf"]);
}

#[test]
fn a_folder_where_a_file_should_be_stays_and_is_named() {
    let test = Test::new();
    fs::create_dir(test.path(&format!("{GUIDE}.md"))).unwrap();
    for force in ["", " --force"] {
        let ran = test.run(&format!("build{force}"));
        let said = format!("error: cannot write ./{GUIDE}.md: it is a folder\n");
        assert_eq!((ran.code, ran.err), (1, said));
        assert_eq!(test.names(), [format!("{GUIDE}.md")], "the PDF is not written either");
    }
}

#[test]
fn a_file_where_a_folder_should_be_stays_and_is_named() {
    let test = Test::new().file("kit", "mine");
    for force in ["", " --force"] {
        let ran = test.run(&format!("build -o kit{force}"));
        assert_eq!(ran.code, 1);
        assert_eq!(
            ran.err,
            "error: cannot create folder kit: a file with that name exists\n  \
             help: set -o to a folder, or to one file that ends in .pdf or .md\n"
        );
        assert_eq!(test.text("kit"), "mine");
    }
}

#[test]
fn a_pipe_or_a_device_is_not_replaced_by_a_file() {
    let test = Test::new().file("a.md", "# A\n");
    assert!(Command::new("mkfifo").arg(test.path("pipe")).status().unwrap().success());
    let ran = test.run("typeset a.md -o pipe --force");
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        "error: cannot write pipe: it is a device or a pipe\n  \
         help: choose a file, or use `-o -` and redirect\n"
    );
    assert!(!fs::metadata(test.path("pipe")).unwrap().is_file());
}

#[test]
fn a_link_gives_way_to_force_alone_and_what_it_leads_to_is_left_as_it_is() {
    for target in ["mine.pdf", "nowhere.pdf"] {
        let test = Test::new().file("a.md", "# A\n").file("mine.pdf", "mine");
        symlink(target, test.path("link.pdf")).unwrap();
        let ran = test.run("typeset a.md -o link.pdf");
        assert_eq!(ran.code, 1);
        assert!(ran.err.starts_with("error: link.pdf already exists"), "{}", ran.err);
        test.run("typeset a.md -o link.pdf --force").ok();
        assert!(fs::symlink_metadata(test.path("link.pdf")).unwrap().is_file());
        assert_eq!(test.text("mine.pdf"), "mine");
        assert_eq!(test.names(), ["a.md", "link.pdf", "mine.pdf"]);
    }
}

#[test]
fn a_link_to_a_folder_is_a_folder_to_write_into() {
    let test = Test::new();
    fs::create_dir(test.path("real")).unwrap();
    symlink("real", test.path("kits")).unwrap();
    test.run("build --limit 1 --format md -o kits").ok();
    assert_eq!(contents(&test.path("real")).len(), 3);
}

#[test]
fn a_working_folder_that_is_gone_is_an_error() {
    let test = Test::new();
    let script = "mkdir gone; cd gone; rmdir ../gone; \"$KIT\" build";
    let Some(ran) = on_disks_of_its_own(&test, script) else { return };
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err,
        format!("error: cannot write ./{PACKET}.pdf: the current folder no longer exists\n")
    );
}

#[test]
fn a_kit_of_which_one_file_cannot_be_written_is_not_written_at_all() {
    let test = Test::new();
    let ran = test.run("build --question changed-model --lock /proc/kit.lock -o kit");
    let said = "error: cannot write /proc/kit.lock: No such file or directory\n";
    assert_eq!((ran.code, ran.err.as_str()), (1, said));
    assert_eq!(test.names(), [""; 0]);
}

fn roster(rows: usize) -> String {
    std::iter::once("candidate".to_owned())
        .chain((0..rows).map(|row| format!("Candidate {row}")))
        .map(|line| line + "\n")
        .collect()
}

#[test]
fn a_run_that_is_killed_leaves_whole_files_and_no_others() {
    const LINE: &str = "build --limit 2 --quiet --roster r.csv -o ";
    let test = Test::new().file("r.csv", &roster(60));
    test.run(&format!("{LINE}whole")).ok();
    let whole = contents(&test.path("whole"));
    for force in ["", " --force"] {
        for files in [1, 17, 40, 80] {
            let mut command = test.command(format!("{LINE}part{force}").split(' '));
            let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            let count = || fs::read_dir(test.path("part")).map_or(0, Iterator::count);
            while count() < files && child.try_wait().unwrap().is_none() {
                std::thread::yield_now();
            }
            child.kill().unwrap();
            child.wait().unwrap();
            for (name, bytes) in contents(&test.path("part")) {
                assert!(
                    whole.get(&name) == Some(&bytes),
                    "{name} is another file than it should be"
                );
            }
        }
        // The next run makes the rest.
        test.run(&format!("{LINE}part{force}")).ok();
        assert!(contents(&test.path("part")) == whole);
    }
}

#[test]
fn a_run_that_is_politely_ended_says_how_far_it_came() {
    let test = Test::new().file("r.csv", &roster(2000));
    let mut command = test.command("build --limit 1 --roster r.csv -o kits".split(' '));
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while fs::read_dir(test.path("kits")).map_or(0, Iterator::count) < 2 {
        std::thread::yield_now();
    }
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.code, 130, "{}", ran.err);
    let names = contents(&test.path("kits"));
    assert!(names.len().is_multiple_of(4), "a packet is whole: {:?}", names.keys());
    assert!(flat(&ran.err).contains("interrupted"), "{}", ran.err);
}

#[test]
fn two_runs_that_write_the_same_kit_at_once_do_not_mix_it() {
    let test = Test::new();
    let start = |candidate: &str, force: &str| {
        let line = format!("build --limit 1 --name kit -o out --candidate {candidate}{force}");
        let mut command = test.command(line.split(' '));
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let finish = |child: std::process::Child| -> Output { child.wait_with_output().unwrap() };
    for round in 0..12 {
        let force = if round % 2 == 0 { "" } else { " --force" };
        let runs = [start("Ana", force), start("Bo", force)].map(finish);
        let done = runs.iter().filter(|run| run.status.success()).count();
        let files = contents(&test.path("out"));
        assert_eq!(files.keys().collect::<Vec<_>>(), KIT);
        if force.is_empty() {
            assert_eq!(done, 1, "one of them is told that the kit is there");
            let lost = runs.iter().find(|run| !run.status.success()).unwrap();
            let said = String::from_utf8_lossy(&lost.stderr);
            assert!(said.contains("already exists; nothing was written"), "{said}");
        } else {
            assert_eq!(done, 2);
        }
        fs::remove_dir_all(test.path("out")).unwrap();
    }
}

#[test]
fn runs_of_any_command_that_write_the_same_files_at_once_all_succeed() {
    let test = Test::new()
        .file("a.md", "# A\n")
        .file("pack.txt", "1. Why?\n\nStrong answer should cover:\n\n- This.\n- That.\n");
    for line in ["typeset a.md -o new/a.pdf", "import pack.txt -o new/bank.yaml", "init new"] {
        for _ in 0..3 {
            let start = |_| {
                let mut command = test.command(line.split(' '));
                command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
            };
            let runs: Vec<_> = (0..6).map(start).collect();
            for run in runs {
                let ran = Ran::of(run.wait_with_output().unwrap());
                assert_eq!(ran.code, 0, "{line}: {}", ran.err);
            }
            fs::remove_dir_all(test.path("new")).unwrap();
        }
    }
}

#[test]
fn runs_that_write_the_same_bytes_into_one_folder_at_once_all_succeed() {
    let test = Test::new().file("r.csv", &roster(12));
    let lines = [
        "build --limit 1 --name kit",
        "build --limit 1 --name kit --lock new/deep/kit.lock",
        "panel --size 2 --minutes 30 --name kit",
        "build --limit 1 --roster r.csv",
        "build --limit 1 --roster r.csv --lock new/deep/kit.lock",
    ];
    for line in lines {
        for force in ["", " --force"] {
            for _ in 0..2 {
                let start = |_| {
                    let line = format!("{line} --quiet --json -o new/folder{force}");
                    let mut command = test.command(line.split(' '));
                    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
                };
                let runs: Vec<_> = (0..6).map(start).collect();
                let mut states: BTreeMap<String, Vec<String>> = BTreeMap::new();
                for run in runs {
                    let ran = Ran::of(run.wait_with_output().unwrap());
                    assert_eq!(ran.code, 0, "{line}{force}: {}", ran.err);
                    let manifest: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
                    for file in manifest["files"].as_array().unwrap() {
                        let text = |key: &str| file[key].as_str().unwrap().to_owned();
                        states.entry(text("path")).or_default().push(text("state"));
                    }
                }
                let written = contents(&test.path("new/folder"));
                assert_eq!(written.len(), states.len());
                assert!(written.keys().all(|name| !name.starts_with('.')));
                for (path, states) in states {
                    let written = states.iter().filter(|state| *state == "written").count();
                    // Without --force, one run wrote it, and the others found it.
                    assert!(written == 1 || !force.is_empty(), "{path}: {states:?}");
                }
                fs::remove_dir_all(test.path("new")).unwrap();
            }
        }
    }
}

#[test]
fn a_run_that_fails_takes_nothing_away_that_others_made_or_need() {
    let test = Test::new();
    let start = |line: &str| {
        let mut command = test.command(format!("{line} -o new/folder --quiet").split(' '));
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    for _ in 0..12 {
        // The lock cannot be written, and what was made for it goes again: the folders too.
        let fails = "build --limit 1 --name lost --lock /proc/kit.lock";
        let other = "build --limit 1 --name kit --candidate";
        let runs = [
            (1, start(fails)),
            (0, start("build --limit 1 --name kit")),
            (1, start(fails)),
            (0, start("build --limit 1 --name kit")),
            (1, start(fails)),
        ];
        for (code, run) in runs {
            let ran = Ran::of(run.wait_with_output().unwrap());
            assert_eq!(ran.code, code, "{}", ran.err);
        }
        let written = contents(&test.path("new/folder"));
        assert_eq!(written.keys().collect::<Vec<_>>(), KIT);
        // Whoever has another kit, and finds one of its files there, leaves all of the other's.
        let runs = ["Bo", "Chi", "Bo"].map(|name| start(&format!("{other} {name}")));
        for run in runs {
            assert_eq!(run.wait_with_output().unwrap().status.code(), Some(1));
        }
        assert!(contents(&test.path("new/folder")) == written);
        fs::remove_dir_all(test.path("new")).unwrap();
    }
}

#[test]
fn two_files_of_one_run_do_not_take_each_others_place() {
    let test = Test::new();
    for force in ["", " --force"] {
        let ran = test.run(&format!("build --limit 1 --name kit --lock ./kit-guide.md{force}"));
        assert_eq!((ran.code, test.names().len()), (1, 0));
        assert!(
            ran.err.contains("two files would have the same path: ./kit-guide.md"),
            "{}",
            ran.err
        );
    }
}
