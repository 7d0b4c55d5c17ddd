//! The house is kept: which room may name which, where foreign crates stand, how long files are, what the project says of itself.

use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Each room, and the rooms that it may name. `ARCHITECTURE.md` says why.
const ROOMS: &[(&str, &[&str])] = &[
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
    ("kit", &["unit", "diagnostic", "bank", "select"]),
    ("lock", &["unit", "source", "diagnostic", "yaml", "bank", "kit"]),
    ("roster", &["unit", "source", "diagnostic", "yaml", "bank", "select", "kit"]),
    ("template", &["source", "diagnostic", "kit"]),
    ("document", &["unit", "source", "distinct", "diagnostic", "yaml"]),
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

/// Each foreign crate, and the rooms that may name it.
const CRATES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["report"]),
    ("anyhow", &["commands", "report", "lib.rs"]),
    ("clap", &["cli", "commands", "lib.rs"]),
    ("clap_complete", &["cli", "commands"]),
    ("clap_mangen", &["commands"]),
    ("ctor", &["main.rs"]),
    ("ctrlc", &["output"]),
    ("flate2", &["pdf"]),
    ("fontdb", &["output"]),
    ("icu_properties", &["document", "typeset"]),
    ("icu_segmenter", &["typeset"]),
    ("indicatif", &["output"]),
    ("lopdf", &["pdf"]),
    ("minijinja", &["template"]),
    ("oxilangtag", &["unit"]),
    ("parley", &["typeset"]),
    ("printpdf", &["pdf"]),
    ("pulldown_cmark", &["document"]),
    ("rayon", &["commands", "typeset"]),
    ("rustc_hash", &["memo"]),
    ("rustix", &["output", "main.rs"]),
    ("schemars", &["bank", "output"]),
    ("serde", &["bank", "commands", "kit", "lock", "output", "report", "unit"]),
    ("serde_json", &["bank", "commands", "lock", "output"]),
    ("serde_saphyr", &["yaml"]),
    ("sha2", &["document", "lock", "output", "pdf"]),
    ("skrifa", &["output", "pdf", "typeset"]),
    ("strsim", &["diagnostic"]),
    ("subsetter", &["pdf"]),
    ("tempfile", &["output"]),
    ("terminal_size", &["output"]),
    ("textwrap", &["cli", "commands"]),
    ("time", &["pdf"]),
    ("unicode_normalization", &["output"]),
    ("unicode_width", &["commands"]),
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

/// The path of the module that a file is, without the crate's name: `kit/view.rs` is `kit::view`.
fn module(path: &Path) -> Vec<String> {
    let names = path.with_extension("").iter().map(|it| it.to_str().unwrap().to_owned()).collect();
    let mut names: Vec<String> = names;
    if names.last().is_some_and(|name| ["mod", "lib", "main"].contains(&name.as_str())) {
        names.pop();
    }
    names
}

/// A path that stands in the code of a module, such as `crate::unit::Pt` or `super::super::select`, each of a grouped `use` by
/// itself.
type Named = Vec<String>;

/// All paths in a piece of code, with `super` and `self` at their beginning resolved to `crate::…`.
fn paths(text: &str, module: &[String]) -> Vec<Named> {
    let tokens: TokenStream = text.parse().unwrap();
    let mut found = Vec::new();
    walk(tokens, module, &mut found);
    found
}

fn walk(tokens: TokenStream, module: &[String], found: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            // A module in a file: `super` in it leads to the file's own.
            TokenTree::Ident(word) if *word == "mod" => {
                if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
                    (tokens.get(at + 1), tokens.get(at + 2))
                {
                    let inner = [module, &[name.to_string()]].concat();
                    walk(body.stream(), &inner, found);
                    at += 3;
                } else {
                    // `mod name;` names no path.
                    at += 2;
                }
            }
            TokenTree::Ident(_) => at = path(&tokens, at, &[], module, found),
            // A group by itself, and the roots of `use {a::b, c::d}`.
            TokenTree::Group(group) => {
                walk(group.stream(), module, found);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Reads the path that begins at a word, below what stands before it, and says where the next token is.
fn path(
    tokens: &[TokenTree],
    mut at: usize,
    above: &[String],
    module: &[String],
    found: &mut Vec<Named>,
) -> usize {
    let is_colon =
        |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(it)) if it.as_char() == ':');
    let mut names = above.to_vec();
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(name)) => names.push(name.to_string()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let mut inside = 0;
                while inside < inner.len() {
                    inside = match inner[inside] {
                        TokenTree::Punct(_) => inside + 1,
                        _ => path(&inner, inside, &names, module, found),
                    };
                }
                return at + 1;
            }
            // A star, or the type of a generic function.
            _ => break,
        }
        at += 1;
        if !(is_colon(at) && is_colon(at + 1)) {
            break;
        }
        at += 2;
    }
    found.push(resolved(names, module));
    at
}

fn resolved(names: Named, module: &[String]) -> Named {
    let leads_up = names.iter().take_while(|name| *name == "super" || *name == "self").count();
    if leads_up == 0 {
        return names;
    }
    let up = names[..leads_up].iter().filter(|name| *name == "super").count();
    let base = &module[..module.len().saturating_sub(up)];
    ["crate".to_owned()].iter().chain(base).chain(&names[leads_up..]).cloned().collect()
}

#[test]
fn paths_are_found_in_grouped_uses_in_macros_and_above_a_module() {
    let module = ["kit".to_owned(), "view".to_owned()];
    let found = |text: &str| -> Vec<String> {
        let all = paths(text, &module).into_iter().map(|path| path.join("::"));
        all.filter(|path| path.contains("::")).collect()
    };
    assert_eq!(
        found("use crate::{pdf::{self, Writer}, unit, select::*};"),
        ["crate::pdf::self", "crate::pdf::Writer", "crate::unit", "crate::select"]
    );
    assert_eq!(found("use {csv::Reader, crate::bank as b};"), ["csv::Reader", "crate::bank"]);
    assert_eq!(found("f!(\"{}\", crate::unit::Pt(1))"), ["crate::unit::Pt"]);
    assert_eq!(
        found("super::super::pdf::write(); self::a::b"),
        ["crate::pdf::write", "crate::kit::view::a::b"]
    );
    assert_eq!(found("mod x { use super::super::super::pdf; }"), ["crate::pdf"]);
    assert_eq!(found("// crate::pdf\nlet a = \"crate::pdf\";"), [""; 0]);
}

#[test]
fn rooms_name_only_the_rooms_that_they_may_name() {
    let mut seen = 0;
    for (path, text) in sources() {
        let Some((name, allowed)) = ROOMS.iter().find(|(name, _)| *name == room(&path)) else {
            assert!(["lib.rs", "main.rs"].contains(&room(&path)), "{}", path.display());
            continue;
        };
        for named in paths(&text, &module(&path)) {
            let [root, named, ..] = named.as_slice() else { continue };
            if root != "crate" || !ROOMS.iter().any(|(room, _)| room == named) {
                continue;
            }
            seen += 1;
            assert!(
                named == name || allowed.contains(&named.as_str()),
                "{} names the room {named}",
                path.display()
            );
        }
    }
    assert!(seen > 500, "{seen} paths only: are they still found?");
}

#[test]
fn every_room_that_one_may_name_is_named_by_it() {
    for (name, allowed) in ROOMS {
        let files = sources().into_iter().filter(|(path, _)| room(path) == *name);
        let named: Vec<Named> =
            files.flat_map(|(path, text)| paths(&text, &module(&path))).collect();
        for other in *allowed {
            let is_named = |path: &Named| path.len() > 1 && path[0] == "crate" && path[1] == *other;
            assert!(
                named.iter().any(is_named),
                "{name} does not name {other}: take it out of the table"
            );
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

/// The crates that the program is built with, by the names that code calls them.
fn dependencies() -> Vec<String> {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut names = Vec::new();
    let mut is_list = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_list = line.ends_with("dependencies]") && !line.contains("dev-");
        } else if let (true, Some((name, _))) = (is_list, line.split_once(" = ")) {
            names.push(name.replace('-', "_"));
        }
    }
    names
}

#[test]
fn no_code_is_unsafe() {
    for (path, text) in sources() {
        for line in text.lines().filter(|line| line.contains("unsafe") && !line.contains("//")) {
            // The library forbids it to itself. The macro of what runs before `main` wants the word.
            let is_said = ["#![forbid(unsafe_code)]", "#[ctor(unsafe)]"].contains(&line.trim());
            assert!(is_said, "{}: {line}", path.display());
        }
    }
    let library = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    assert!(library.contains("#![forbid(unsafe_code)]"));
}

#[test]
fn the_fuzzers_are_locked_to_the_crates_of_the_program() {
    let lock = std::fs::read_to_string(root().join("fuzz/Cargo.lock")).unwrap();
    let (_, package) = lock.split_once("name = \"interview-kit\"\n").unwrap();
    let (_, list) = package.split_once("dependencies = [\n").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    let name = |line: &str| {
        let name = line.trim().trim_matches(['"', ',']);
        name.split(' ').next().unwrap().replace('-', "_")
    };
    let mut locked: Vec<String> = list.lines().map(name).collect();
    let mut wanted = dependencies();
    locked.sort();
    wanted.sort();
    assert_eq!(locked, wanted, "`cargo metadata` in fuzz/ writes its Cargo.lock anew");
}

#[test]
fn foreign_crates_stay_in_their_place() {
    let dependencies = dependencies();
    assert!(dependencies.len() > 20, "{dependencies:?}");
    for name in &dependencies {
        assert!(CRATES.iter().any(|(it, _)| it == name), "{name} has no place in the table");
    }
    let mut used = std::collections::BTreeSet::new();
    for (path, text) in sources() {
        // A file or a module of that name is not the crate.
        let is_own = |name: &str| module(&path).iter().any(|it| it == name);
        for named in paths(&text, &module(&path)) {
            let Some((name, places)) = CRATES.iter().find(|(name, _)| *name == named[0]) else {
                continue;
            };
            if named.len() == 1 || is_own(name) {
                continue;
            }
            used.insert(*name);
            assert!(places.contains(&room(&path)), "{} names {name}", path.display());
        }
    }
    let unused = CRATES.iter().filter(|(name, _)| !used.contains(name)).map(|(name, _)| name);
    assert_eq!(unused.collect::<Vec<_>>(), [""; 0].iter().collect::<Vec<_>>());
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
