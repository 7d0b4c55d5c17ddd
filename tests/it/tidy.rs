//! The house is kept: which room may name which, where foreign crates stand, how long files are, what the project says of itself.

use std::path::{Path, PathBuf};

/// Each room, and the rooms that it may name. `ARCHITECTURE.md` says why.
const ROOMS: [(&str, &[&str]); 23] = [
    ("unit", &[]),
    ("source", &[]),
    ("memo", &[]),
    ("distinct", &[]),
    ("diagnostic", &["source"]),
    ("yaml", &["source", "diagnostic"]),
    ("bank", &["unit", "source", "diagnostic", "yaml"]),
    ("import", &["source", "distinct", "diagnostic", "yaml"]),
    ("review", &["unit", "source", "diagnostic", "bank"]),
    ("select", &["unit", "diagnostic", "bank"]),
    ("kit", &["unit", "bank", "select"]),
    ("lock", &["unit", "source", "diagnostic", "yaml", "bank", "kit"]),
    ("roster", &["unit", "source", "diagnostic", "yaml", "bank", "select", "kit"]),
    ("template", &["source", "diagnostic", "kit"]),
    ("document", &["source", "distinct", "diagnostic", "yaml"]),
    ("pages", &["unit"]),
    ("typeset", &["unit", "source", "memo", "diagnostic", "document", "pages"]),
    ("bind", &["unit", "pages"]),
    ("pdf", &["unit", "memo", "pages"]),
    ("output", &[]),
    ("cli", &["bank", "document", "kit"]),
    (
        "commands",
        &[
            "unit",
            "source",
            "distinct",
            "diagnostic",
            "bank",
            "import",
            "review",
            "select",
            "kit",
            "lock",
            "roster",
            "template",
            "document",
            "typeset",
            "bind",
            "pdf",
            "output",
            "cli",
            "report",
            "pages",
        ],
    ),
    ("report", &["diagnostic", "source"]),
];

/// Foreign crates that stand in one place each, and the place.
const CRATES: [(&str, &[&str]); 24] = [
    ("serde_saphyr", &["yaml"]),
    ("schemars", &["bank", "output"]),
    ("rustc_hash", &["memo"]),
    ("unicode_normalization", &["output"]),
    ("csv", &["roster"]),
    ("rayon", &["commands", "typeset"]),
    ("indicatif", &["output"]),
    ("ctrlc", &["output"]),
    ("strsim", &["diagnostic"]),
    ("minijinja", &["template"]),
    ("pulldown_cmark", &["document"]),
    ("parley", &["typeset"]),
    ("printpdf", &["pdf"]),
    ("lopdf", &["pdf"]),
    ("subsetter", &["pdf"]),
    ("tempfile", &["output"]),
    ("sha2", &["lock", "output", "pdf"]),
    ("clap", &["cli", "commands", "lib.rs"]),
    ("clap_complete", &["cli", "commands"]),
    ("clap_mangen", &["commands"]),
    ("fontdb", &["output"]),
    ("skrifa", &["output", "pdf", "typeset"]),
    ("anyhow", &["commands", "report", "lib.rs"]),
    ("annotate_snippets", &["report"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All source files, with their texts.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, files: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                files.push((path.strip_prefix(root().join("src")).unwrap().to_owned(), text));
            }
        }
    }
    let mut files = Vec::new();
    walk(&root().join("src"), &mut files);
    files.sort();
    files
}

fn room(path: &Path) -> &str {
    path.iter().next().unwrap().to_str().unwrap()
}

/// The lines that are code, not comment.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn rooms_name_only_the_rooms_that_they_may_name() {
    for (path, text) in sources() {
        let Some((name, allowed)) = ROOMS.iter().find(|(name, _)| *name == room(&path)) else {
            continue;
        };
        for line in code(&text) {
            for part in line.split("crate::").skip(1) {
                let named: String =
                    part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_room = ROOMS.iter().any(|(room, _)| *room == named);
                assert!(
                    !is_room || named == *name || allowed.contains(&named.as_str()),
                    "{} names the room {named}: {line}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn every_room_of_the_library_is_in_the_table_and_says_what_it_must_not_know() {
    let library = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let rooms: Vec<&str> = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(rooms.len(), ROOMS.len());
    for room in rooms {
        assert!(ROOMS.iter().any(|(name, _)| *name == room), "{room}");
        let opening = std::fs::read_to_string(root().join(format!("src/{room}/mod.rs"))).unwrap();
        assert!(opening.starts_with("//! In: "), "src/{room}/mod.rs");
    }
}

#[test]
fn foreign_crates_stay_in_their_place() {
    for (path, text) in sources() {
        for (name, places) in CRATES {
            let at_home = places.contains(&room(&path));
            let used = |line: &str| {
                line.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
                    .any(|word| word.starts_with(&format!("{name}::")))
            };
            for line in code(&text) {
                assert!(at_home || !used(line), "{} names {name}: {line}", path.display());
            }
        }
    }
}

#[test]
fn no_file_is_longer_than_one_thought() {
    for (path, text) in sources() {
        assert!(
            text.lines().count() <= 500,
            "{} has {} lines",
            path.display(),
            text.lines().count()
        );
    }
}

#[test]
fn the_changelog_begins_with_this_version() {
    let changelog = std::fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    let newest = changelog.lines().find(|line| line.starts_with("## ")).unwrap();
    assert!(newest.starts_with(&format!("## {} ", env!("CARGO_PKG_VERSION"))), "{newest}");
}

#[test]
fn every_snapshot_belongs_to_a_test() {
    let tests = root().join("tests/it");
    for entry in std::fs::read_dir(tests.join("snapshots")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let (file, test) = name.strip_prefix("it__").unwrap().split_once("__").unwrap();
        let test = test
            .trim_end_matches(".snap")
            .trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        let text = std::fs::read_to_string(tests.join(format!("{file}.rs"))).unwrap();
        assert!(text.contains(&format!("fn {test}")), "no test makes {name}");
    }
}

#[test]
fn every_package_is_content_with_the_rust_that_is_promised() {
    // What other systems need has not been fetched where only this one builds.
    let host = printed("rustc", &["-vV"]);
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let args = ["metadata", "--format-version", "1", "--locked", "--offline"];
    let metadata = printed(env!("CARGO"), &[&args[..], &["--filter-platform", host]].concat());
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    let version =
        |text: &str| -> Vec<u32> { text.split('.').map(|it| it.parse().unwrap()).collect() };
    let promised = version(env!("CARGO_PKG_RUST_VERSION"));
    for package in metadata["packages"].as_array().unwrap() {
        let Some(needed) = package["rust_version"].as_str() else { continue };
        assert!(version(needed) <= promised, "{} needs Rust {needed}", package["name"]);
    }
}

fn printed(program: &str, args: &[&str]) -> String {
    let output = std::process::Command::new(program).args(args).current_dir(root()).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
