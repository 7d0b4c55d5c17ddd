//! The manifest: data for scripts, without names of people and without what is laid out for a terminal.

use std::process::Stdio;

use serde_json::Value;

use crate::support::{Ran, Test, skip};

/// Names of people that are in nothing else, in scripts that are and are not in the built-in fonts.
const NAMES: [&str; 4] = ["Zebulon Quisling", "Xanthe Vexler", "Ökkeş Ğübür", "李小龍"];

const COLUMNS: [&str; 20] = [
    "candidate",
    "position",
    "interviewer",
    "interviewers",
    "date",
    "time",
    "contact",
    "keep-until",
    "language",
    "role",
    "level",
    "theme",
    "theme-any",
    "competency",
    "kind",
    "question",
    "exclude",
    "minutes",
    "reserve",
    "limit",
];

/// What can be wrong with a cell: it names a person where it should not, or it cannot be made anything of.
fn faults(name: &str) -> Vec<String> {
    let first = name.split(' ').next().unwrap();
    let small = name.to_lowercase().replace(' ', "-");
    vec![
        name.to_owned(),
        format!("{name}:peeple"),
        format!("people: {name}"),
        format!("people, {first}"),
        format!("appsec-manager {first}"),
        small,
        format!("{first}:people+{first}; {name}:strategy"),
        format!("45 {name}"),
        format!("\u{1b}[31m{name}\u{1b}[0m"),
        format!("{name} {}", "x".repeat(1200)),
        format!("{name}\n{name}"),
        format!("`{name}`"),
        (0..25).map(|number| format!("{first}{number}")).collect::<Vec<_>>().join("; "),
    ]
}

/// Every row has its people, and at most one fault.
fn roster(yaml: bool) -> (String, usize) {
    let mut rows: Vec<Vec<(&str, String)>> = Vec::new();
    for (index, name) in NAMES.into_iter().enumerate() {
        let other = NAMES[(index + 1) % NAMES.len()];
        let people = || {
            vec![
                ("candidate", name.to_owned()),
                ("interviewer", other.to_owned()),
                ("interviewers", format!("{other}:people; {name}")),
                ("contact", format!("{other} <{other}@example.org>")),
            ]
        };
        rows.push(people());
        for column in COLUMNS {
            for fault in faults(name) {
                let mut row = people();
                row.retain(|(known, _)| *known != column);
                row.push((column, fault));
                rows.push(row);
            }
        }
    }
    let count = rows.len();
    let text = if yaml {
        let rows: Vec<String> = rows
            .iter()
            .map(|row| {
                let cells = row.iter().map(|(column, cell)| {
                    format!("{column}: {}", serde_json::to_string(cell).unwrap())
                });
                format!("- {{{}}}\n", cells.collect::<Vec<_>>().join(", "))
            })
            .collect();
        rows.concat()
    } else {
        let line = |row: &Vec<(&str, String)>| {
            let cell = |column: &&str| {
                let cell = row.iter().find(|(known, _)| known == column);
                format!("\"{}\"", cell.map_or("", |(_, cell)| cell.as_str()))
            };
            // A cell too many, too, in some rows.
            let more = if row.len() > 4 { ",Zebulon Quisling" } else { "" };
            format!("{}{more}\n", COLUMNS.iter().map(cell).collect::<Vec<_>>().join(","))
        };
        format!("{}\n{}", COLUMNS.join(","), rows.iter().map(line).collect::<String>())
    };
    (text, count)
}

/// Every text of a manifest.
fn texts<'v>(value: &'v Value, path: &str, found: &mut Vec<(String, &'v str)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text)),
        Value::Array(items) => {
            for item in items {
                texts(item, &format!("{path}[]"), found);
            }
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                texts(value, &format!("{path}.{key}"), found);
            }
        }
        _ => {}
    }
}

#[track_caller]
fn names_nobody(manifest: &Value, what: &str) {
    let mut found = Vec::new();
    texts(manifest, "", &mut found);
    for (path, text) in found {
        let is_laid_out =
            text.contains(['\n', '\u{1b}']) || text.contains("-->") || text.contains(" |");
        assert!(!is_laid_out, "{what}: {path}: {text:?}");
        let lower = text.to_lowercase();
        for word in NAMES.iter().flat_map(|name| name.split(' ')) {
            assert!(!lower.contains(&word.to_lowercase()), "{what}: {path}: {text:?}");
        }
    }
}

/// The manifest of a run on a terminal of its own, where messages have colors.
fn on_a_terminal(test: &Test, line: &str) -> Option<Value> {
    if !cfg!(target_os = "linux") {
        skip("`script` is another program on this system");
        return None;
    }
    let kit = env!("CARGO_BIN_EXE_interview-kit");
    let mut command = std::process::Command::new("script");
    let line = format!("{kit} {line} >manifest.json");
    command.args(["-qec", &line, "/dev/null"]).current_dir(test.path(""));
    command.env_remove("NO_COLOR").stdin(Stdio::null());
    let Ok(output) = command.output() else {
        skip("`script` of util-linux is missing (apt-get install bsdutils)");
        return None;
    };
    let out = Ran::of(output).out;
    assert_eq!(out.contains('\u{1b}'), out.contains("-->"), "snippets have colors: {out}");
    Some(serde_json::from_str(&test.text("manifest.json")).unwrap())
}

#[test]
fn the_manifest_names_nobody_and_is_data_whatever_is_wrong_with_a_roster() {
    for yaml in [false, true] {
        let (text, count) = roster(yaml);
        let name = if yaml { "r.yaml" } else { "r.csv" };
        let test = Test::new().file(name, &text);
        let commands =
            [("build", "--limit 1"), ("panel", "--shared 1"), ("panel", "--minutes 20 --size 3")];
        // How a file is written makes no difference once it is read.
        let commands = if yaml { &commands[..1] } else { &commands };
        for (command, extra) in commands {
            let line = format!(
                "{command} {extra} --roster {name} --keep-going --dry-run --format md --json"
            );
            let ran = test.run(&line);
            assert_eq!(ran.code, 1, "{line}");
            let manifest: Value = serde_json::from_str(&ran.out).unwrap();
            names_nobody(&manifest, &line);
            let failures = manifest["failures"].as_array().unwrap();
            assert!(failures.len() > count / 3, "{line}: {} of {count}", failures.len());
            for failure in failures {
                for key in ["row", "line", "column"] {
                    assert!(failure[key].is_u64(), "{line}: {failure}");
                }
                for key in ["code", "message"] {
                    assert!(!failure[key].as_str().unwrap().is_empty(), "{line}: {failure}");
                }
            }
        }
    }
}

#[test]
fn failures_while_packets_are_made_are_data_too() {
    let rows = NAMES.map(|name| format!("{name},{name}\n")).concat();
    let roster = format!("candidate,interviewer\n{rows}");
    let template =
        "---\nlang: en\n---\n\n# {{ candidate }}\n\n{{ candidate + 1 }} {{ candidate.first }}\n";
    let test = Test::new().file("r.csv", &roster);
    std::fs::create_dir(test.path("t")).unwrap();
    std::fs::write(test.path("t/guide.md"), template).unwrap();
    std::fs::create_dir_all(test.path("full/001-product-security-manager-guide.md")).unwrap();
    for (line, failed) in [
        // A template that stumbles over what the row says.
        ("build --limit 1 --templates t -o out", 4),
        // A folder in the place of a file.
        ("build --limit 1 --format md -o full", 1),
        // A character that no font has, in a document that names people.
        ("build --limit 1 --strict --format pdf --position \u{e000} -o strict", 4),
    ] {
        let line = format!("{line} --roster r.csv --keep-going --json");
        let Some(manifest) = on_a_terminal(&test, &line) else { return };
        names_nobody(&manifest, &line);
        let failures = manifest["failures"].as_array().unwrap();
        assert_eq!(failures.len(), failed, "{line}: {failures:?}");
    }
    let line = "build --limit 1 --templates t -o out --roster r.csv --keep-going --json";
    let manifest: Value = serde_json::from_str(&test.run(line).out).unwrap();
    assert_eq!(manifest["failures"][0]["file"], "t/guide.md");
    assert_eq!(manifest["failures"][0]["line"], 7);
}

#[test]
fn a_name_is_in_the_manifest_where_it_was_asked_for() {
    let test = Test::new().file("r.csv", "name,candidate\nZebulon,Zebulon Quisling\n");
    for line in ["build --roster r.csv", "build --name Zebulon --candidate Zebulon"] {
        let ran = test
            .run(&format!("{line} --limit 1 --documents guide --format md --dry-run --json"))
            .ok();
        let manifest: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(manifest["files"][0]["path"], "./Zebulon.md", "{line}");
        assert_eq!(ran.out.matches("Zebulon").count(), 1, "{line}: {}", ran.out);
    }
}

#[test]
fn the_manifest_keeps_to_its_schema_and_the_schema_describes_every_key() {
    let test = Test::new().file("r.csv", "candidate,role\nAna,\nBo,nobody\n");
    let ran = test.run("build --limit 1 --roster r.csv --keep-going --json --format md");
    let manifest: Value = serde_json::from_str(&ran.out).unwrap();
    let schema: Value = serde_json::from_str(&test.run("schema manifest").ok().out).unwrap();
    let keys =
        |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    let of = |name: &str| &schema["$defs"][name];
    for (schema, value) in [
        (&schema, &manifest),
        (of("ManifestBank"), &manifest["banks"][0]),
        (of("ManifestOptions"), &manifest["options"]),
        (of("ManifestFile"), &manifest["files"][0]),
        (of("ManifestQuestion"), &manifest["files"][0]["questions"][0]),
        (of("ManifestFailure"), &manifest["failures"][0]),
    ] {
        assert_eq!(keys(&schema["properties"]), keys(value));
        for (key, described) in schema["properties"].as_object().unwrap() {
            assert!(described["description"].is_string() || described["$ref"].is_string(), "{key}");
            let Some(types) = described.get("type") else { continue };
            let types: Vec<&str> = match types {
                Value::Array(types) => types.iter().map(|it| it.as_str().unwrap()).collect(),
                one => vec![one.as_str().unwrap()],
            };
            let kind = match &value[key] {
                Value::Null => "null",
                Value::Bool(_) => "boolean",
                Value::Number(_) => "integer",
                Value::String(_) => "string",
                Value::Array(_) => "array",
                Value::Object(_) => "object",
            };
            assert!(types.contains(&kind), "{key} is {kind}, not {types:?}");
        }
    }
}
