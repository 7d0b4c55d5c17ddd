//! The structure holds: which module may name which, where foreign crates are used, how long files are, what the project says of
//! itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Each module, and the modules that it may name. `ARCHITECTURE.md` says why.
const MODULES: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("bank", &["base"]),
    ("select", &["base", "bank"]),
    ("packet", &["base", "bank", "select"]),
    ("document", &["base"]),
    ("print", &["base", "document"]),
    ("scan", &["base", "document"]),
    ("collect", &["base", "document", "scan"]),
    ("evaluate", &["base", "collect"]),
    ("cli", &["base", "bank", "select", "packet"]),
    (
        "commands",
        &[
            "base", "bank", "select", "packet", "document", "print", "scan", "collect", "evaluate",
            "cli",
        ],
    ),
];

/// Each foreign crate, and the places that may name it: a module, a folder or a file.
const CRATES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["cli/report"]),
    ("anyhow", &["commands", "cli/report", "lib.rs"]),
    ("base64", &["commands/collect"]),
    ("clap", &["cli", "commands", "lib.rs"]),
    ("clap_complete", &["cli", "commands"]),
    ("clap_mangen", &["commands"]),
    ("ctor", &["main.rs"]),
    ("ctrlc", &["base/files"]),
    ("datamatrix", &["print/layout/symbol.rs", "scan"]),
    ("flate2", &["collect/form", "print/pdf"]),
    ("fluent_bundle", &["packet/locale"]),
    ("fluent_syntax", &["packet/locale"]),
    ("fontdb", &["base/files"]),
    ("hayro_ccitt", &["scan/decode"]),
    ("hayro_jbig2", &["scan/decode"]),
    ("hayro_jpeg2000", &["scan/decode"]),
    ("icu_properties", &["document", "print/class.rs", "print/layout"]),
    ("icu_segmenter", &["packet/locale", "print/layout"]),
    ("indicatif", &["cli/terminal"]),
    ("itoa", &["print/pdf"]),
    ("minijinja", &["packet/template"]),
    ("oxilangtag", &["base/unit"]),
    ("parley", &["print/fonts.rs", "print/layout"]),
    ("png", &["collect/paper", "print/picture.rs", "scan/decode"]),
    ("printpdf", &["print/pdf"]),
    ("pulldown_cmark", &["document"]),
    ("rayon", &["base/threads.rs", "commands", "print/layout", "print/pdf"]),
    ("roxmltree", &["collect/form/xfdf.rs"]),
    (
        "rustc_hash",
        &[
            "base/memo.rs",
            "collect/form",
            "print/font_rules.rs",
            "print/frame",
            "print/layout",
            "print/pdf/open_elements.rs",
            "print/pdf/paged_file.rs",
            "print/simple_font.rs",
        ],
    ),
    ("rustix", &["base/files", "cli/terminal", "main.rs"]),
    ("schemars", &["bank", "collect", "commands", "evaluate"]),
    ("serde", &["bank", "base", "cli/report", "collect", "commands", "evaluate", "packet"]),
    ("serde_json", &["bank", "base/hash.rs", "commands"]),
    ("serde_saphyr", &["base/yaml"]),
    ("sha2", &["base/hash.rs"]),
    (
        "skrifa",
        &[
            "base/files",
            "print/font_family.rs",
            "print/font_rules.rs",
            "print/font_table.rs",
            "print/fonts.rs",
            "print/outlines.rs",
            "print/pdf",
            "print/simple_font.rs",
        ],
    ),
    ("strsim", &["base/text"]),
    ("subsetter", &["print/pdf"]),
    ("tempfile", &["base/files"]),
    ("terminal_size", &["cli/terminal"]),
    ("textwrap", &["cli", "commands"]),
    ("tiff", &["scan/decode"]),
    ("time", &["print/pdf"]),
    ("unic_langid", &["packet/locale"]),
    ("unicode_normalization", &["base/files", "base/text"]),
    ("unicode_width", &["commands"]),
    ("svgtypes", &["print/logo"]),
    ("usvg", &["print/logo"]),
    ("xmp_writer", &["print/pdf"]),
    ("zune_jpeg", &["scan/decode"]),
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

/// The module of the table that a file belongs to: `bank` for `bank/model.rs`.
fn top(path: &Path) -> &str {
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
    // `pub(super)` names nothing.
    if !names.iter().all(|name| ["super", "self", "crate"].contains(&name.as_str())) {
        found.push(resolved(names, module));
    }
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
fn modules_name_only_the_modules_that_they_may_name() {
    let mut seen = 0;
    for (path, text) in sources() {
        let Some((name, allowed)) = MODULES.iter().find(|(name, _)| *name == top(&path)) else {
            assert!(["lib.rs", "main.rs"].contains(&top(&path)), "{}", path.display());
            continue;
        };
        for named in paths(&text, &module(&path)) {
            let [root, named, ..] = named.as_slice() else { continue };
            if root != "crate" || !MODULES.iter().any(|(module, _)| module == named) {
                continue;
            }
            seen += 1;
            assert!(
                named == name || allowed.contains(&named.as_str()),
                "{} names the module {named}",
                path.display()
            );
        }
    }
    assert!(seen > 500, "{seen} paths only: are they still found?");
}

#[test]
fn every_module_that_one_may_name_is_named_by_it() {
    for (name, allowed) in MODULES {
        let files = sources().into_iter().filter(|(path, _)| top(path) == *name);
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

/// The names that each module's own file passes on from elsewhere (`pub use child::Name`), with where they come from.
fn re_exports(sources: &[(PathBuf, String)]) -> BTreeMap<Vec<String>, Vec<Named>> {
    let mut all = BTreeMap::new();
    for (path, text) in sources.iter().filter(|(path, _)| path.ends_with("mod.rs")) {
        let module = module(path);
        let tokens: Vec<TokenTree> = text.parse::<TokenStream>().unwrap().into_iter().collect();
        let mut passed_on = Vec::new();
        for use_of in public_uses(&tokens) {
            walk(use_of.iter().cloned().collect(), &module, &mut passed_on);
        }
        all.insert(module, passed_on);
    }
    all
}

/// What stands between `pub use`, or `pub(super) use`, and the semicolon.
fn public_uses(tokens: &[TokenTree]) -> Vec<&[TokenTree]> {
    let is =
        |at: usize, word: &str| matches!(tokens.get(at), Some(TokenTree::Ident(it)) if *it == word);
    let mut found = Vec::new();
    for at in (0..tokens.len()).filter(|at| is(*at, "pub")) {
        let is_restricted = matches!(tokens.get(at + 1), Some(TokenTree::Group(_)));
        let at = at + 1 + usize::from(is_restricted);
        if is(at, "use") {
            let ends = |it: &TokenTree| matches!(it, TokenTree::Punct(it) if it.as_char() == ';');
            let length = tokens[at..].iter().position(ends).unwrap();
            found.push(&tokens[at + 1..at + length]);
        }
    }
    found
}

/// The files of the library by their module paths, and what their modules pass on.
struct Tree {
    files: BTreeMap<Vec<String>, PathBuf>,
    re_exports: BTreeMap<Vec<String>, Vec<Named>>,
}

impl Tree {
    fn new(sources: &[(PathBuf, String)]) -> Self {
        let files = sources.iter().map(|(path, _)| (module(path), path.clone())).collect();
        Self { files, re_exports: re_exports(sources) }
    }

    /// The file that a path leads to, seen from a module: that which defines the name, and not the one that passes it on.
    fn file(&self, named: &[String], from: &[String]) -> Option<&Path> {
        let mut at = match named.first().map(String::as_str) {
            Some("crate") => Vec::new(),
            // A child of the module is named without a prefix.
            Some(_) if self.files.contains_key(&[from, &named[..1]].concat()) => from.to_vec(),
            _ => return None,
        };
        let rest = if named[0] == "crate" { &named[1..] } else { named };
        for name in rest {
            let below = [&at[..], std::slice::from_ref(name)].concat();
            if self.files.contains_key(&below) {
                at = below;
                continue;
            }
            let passed_on = self.re_exports.get(&at).into_iter().flatten();
            let mut origins = passed_on.filter(|path| path.last() == Some(name));
            return match origins.next() {
                Some(origin) => self.file(origin, &at),
                None => self.files.get(&at).map(PathBuf::as_path),
            };
        }
        self.files.get(&at).map(PathBuf::as_path)
    }

    /// The files that each file names.
    fn arrows(&self, sources: &[(PathBuf, String)]) -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
        let mut arrows = BTreeMap::new();
        for (path, text) in sources {
            let module = module(path);
            let passed_on = self.re_exports.get(&module);
            let mut to = BTreeSet::new();
            for named in paths(text, &module) {
                if passed_on.is_some_and(|it| it.contains(&named)) {
                    continue;
                }
                to.extend(self.file(&named, &module).filter(|it| it != path).map(Path::to_owned));
            }
            arrows.insert(path.clone(), to);
        }
        arrows
    }
}

/// The circles of what names what: for each file that leads back to itself, all files on such a way.
fn circles(arrows: &BTreeMap<PathBuf, BTreeSet<PathBuf>>) -> BTreeSet<BTreeSet<PathBuf>> {
    let reached = |from: &PathBuf| {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&PathBuf> = arrows.get(from).into_iter().flatten().collect();
        while let Some(file) = next.pop() {
            if reached.insert(file.clone()) {
                next.extend(arrows.get(file).into_iter().flatten());
            }
        }
        reached
    };
    let reach: BTreeMap<&PathBuf, BTreeSet<PathBuf>> =
        arrows.keys().map(|file| (file, reached(file))).collect();
    let mut circles = BTreeSet::new();
    for (file, there) in &reach {
        if there.contains(*file) {
            let back = there.iter().filter(|other| reach[other].contains(*file));
            circles.insert(back.cloned().collect());
        }
    }
    circles
}

#[test]
fn no_files_of_the_library_name_each_other_in_a_circle() {
    let sources = sources();
    let arrows = Tree::new(&sources).arrows(&sources);
    let many: usize = arrows.values().map(BTreeSet::len).sum();
    assert!(many > 300, "{many} arrows only: are they still found?");
    let ends = [Path::new("lib.rs"), Path::new("main.rs")];
    let arrows = arrows.into_iter().filter(|(file, _)| !ends.contains(&file.as_path())).collect();
    let circles = circles(&arrows);
    let told = |circle: &BTreeSet<PathBuf>| -> String {
        let arrow = |from: &PathBuf| {
            let to: Vec<_> = arrows[from].intersection(circle).map(|it| it.display()).collect();
            format!("{} -> {to:?}", from.display())
        };
        circle.iter().map(arrow).collect::<Vec<_>>().join("\n")
    };
    let told: Vec<String> = circles.iter().map(told).collect();
    assert!(circles.is_empty(), "{}", told.join("\n\n"));
}

#[test]
fn a_circle_is_found_through_what_a_module_passes_on_and_in_grouped_uses() {
    let file = |path: &str, text: &str| (PathBuf::from(path), text.to_owned());
    let circle_of = |texts: &[(PathBuf, String)]| {
        let found = circles(&Tree::new(texts).arrows(texts));
        found.into_iter().map(|it| it.len()).collect::<Vec<_>>()
    };
    let module = file("a/mod.rs", "mod one; mod two; pub use one::One; pub(super) use two::{Two};");
    let one = file("a/one.rs", "use super::{Other, Two}; pub struct One;");
    let two = file("a/two.rs", "use crate::{b, a::One}; pub struct Two;");
    let apart = file("a/two.rs", "use crate::b; pub struct Two;");
    let other = file("b/mod.rs", "pub struct B;");
    assert_eq!(circle_of(&[module.clone(), one.clone(), two, other.clone()]), [2]);
    assert_eq!(circle_of(&[module, one, apart, other]), [0; 0]);
    let child = file("a/child.rs", "use super::in_the_module; pub fn f() {}");
    let parent = file("a/mod.rs", "mod child; pub fn in_the_module() { child::f() }");
    assert_eq!(circle_of(&[parent, child]), [2]);
}

#[test]
fn every_module_of_the_library_is_in_the_table_and_says_what_it_must_not_know() {
    let library = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let modules: Vec<&str> = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(modules.len(), MODULES.len());
    for module in modules {
        assert!(MODULES.iter().any(|(name, _)| *name == module), "{module}");
        let opening = std::fs::read_to_string(root().join(format!("src/{module}/mod.rs"))).unwrap();
        assert!(opening.starts_with("//! In: "), "src/{module}/mod.rs");
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
            let is_allowed = places.iter().any(|place| path.starts_with(place));
            assert!(is_allowed, "{} names {name}", path.display());
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

/// The numbers in code that decide how a page looks: floats other than 0, 1 and 2, and lengths that are written as numbers.
fn measures(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Literal(literal) => {
                let text = literal.to_string().replace('_', "");
                let number = text.trim_end_matches("f32").trim_end_matches("f64");
                let is_plain = |it: f64| [0.0, 1.0, 2.0].contains(&it);
                if number.contains('.') && number.parse().is_ok_and(|it| !is_plain(it)) {
                    found.push(text);
                }
            }
            TokenTree::Group(group) => {
                let is_length = at.checked_sub(1).is_some_and(|before| {
                    matches!(&tokens[before], TokenTree::Ident(it) if *it == "Pt" || *it == "Mm")
                });
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let is_number = |it: &TokenTree| matches!(it, TokenTree::Literal(_));
                if is_length && inner.iter().any(is_number) {
                    found.push(format!("{} {group}", tokens[at - 1]));
                }
                measures(group.stream(), found);
            }
            _ => {}
        }
    }
}

/// The numbers that are no measures of a page, by file: units of PDF and of fonts, and how numbers are rounded.
const PDF_NUMBERS: &[(&str, &[&str])] = &[
    ("print/layout/counts.rs", &["10000.0"]),
    ("print/pdf/annotations.rs", &["10.0", "10.0"]),
    ("print/pdf/appearance.rs", &["100.0"]),
    ("print/pdf/content.rs", &["1000.0", "0.5"]),
    ("print/pdf/metrics.rs", &["65.0", "100.0", "100.0", "1000.0"]),
    ("print/pdf/objects.rs", &["100.0"]),
];

#[test]
fn every_measure_of_a_page_is_in_the_style() {
    let found = |text: &str| {
        let mut found = Vec::new();
        measures(text.parse().unwrap(), &mut found);
        found
    };
    assert_eq!(
        found("let a = Pt(3); b * 0.28; c / 2.0; d - 11.0; f(Pt(x), 4)"),
        ["Pt (3)", "0.28", "11.0"]
    );
    let mut seen = 0;
    for (path, text) in sources() {
        if path == Path::new("print/style.rs") {
            assert!(found(&text).len() > 40, "are they still found?");
        } else if ["print/layout", "print/pdf", "print/collate.rs"]
            .iter()
            .any(|it| path.starts_with(it))
        {
            seen += 1;
            let (_, known) =
                PDF_NUMBERS.iter().find(|(file, _)| path == Path::new(file)).unwrap_or(&("", &[]));
            assert_eq!(found(&text), *known, "{}: move it to print/style.rs", path.display());
        }
    }
    assert!(seen > 30, "{seen} files only: are they still found?");
}

#[test]
fn every_dependency_has_a_reason() {
    let reasons = std::fs::read_to_string(root().join("docs/dependencies.md")).unwrap();
    let rows = reasons.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    let named: BTreeSet<&str> = rows.flat_map(|names| names.split(", ")).collect();
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut is_list = false;
    let mut seen = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_list = line.ends_with("dependencies]");
        } else if let (true, Some((name, _))) = (is_list, line.split_once(" = ")) {
            assert!(named.contains(name), "{name} has no row in docs/dependencies.md");
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen} dependencies only: are they still found?");
}

/// The documents that lead somebody through the repository.
fn guides() -> Vec<PathBuf> {
    let mut guides: Vec<PathBuf> =
        ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"].map(|it| root().join(it)).to_vec();
    for folder in ["docs", "docs/decisions"] {
        let entries = std::fs::read_dir(root().join(folder)).unwrap();
        guides.extend(entries.map(|it| it.unwrap().path()).filter(|it| it.is_file()));
    }
    guides
}

#[test]
fn files_that_the_documentation_names_exist() {
    let folders = [
        ".ci/",
        ".github/",
        "assets/",
        "benches/",
        "docs/",
        "examples/",
        "fuzz/",
        "questions/",
        "src/",
        "templates/",
        "tests/",
    ];
    let mut seen = 0;
    for guide in guides() {
        let text = std::fs::read_to_string(&guide).unwrap();
        for code in text.split('`').skip(1).step_by(2) {
            // A path may be what a command is called with, and an example may have a name in capitals.
            for word in code.split([' ', ',', ';', '(', ')']) {
                let is_path = folders.iter().any(|folder| word.starts_with(folder));
                if !is_path || ["*", "…", "TARGET"].iter().any(|it| word.contains(it)) {
                    continue;
                }
                seen += 1;
                assert!(root().join(word).exists(), "{} names {word}", guide.display());
            }
        }
    }
    assert!(seen > 40, "{seen} paths only: are they still found?");
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
