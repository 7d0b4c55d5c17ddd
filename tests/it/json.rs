//! One convention for scripts: `--json` prints the result of a command as JSON on standard output, and nothing else.

use clap::CommandFactory;
use interview_kit::cli::Cli;
use serde_json::Value;

use crate::support::{Test, tool};

/// Each command with a result, and a key, or the key of the first of a list, that stands in it.
const RESULTS: [(&str, &str); 14] = [
    ("build --question changed-model", "files"),
    ("panel --size 2 --limit 4", "files"),
    ("list --limit 2", "ask"),
    ("show intake", "ask"),
    ("check", "findings"),
    ("check --rules", "reason"),
    ("typeset a.md -o a.pdf", "files"),
    ("init own", "files"),
    ("import pack.txt -o bank.yaml", "left_out"),
    ("collect returned", "records"),
    ("debrief --from r.json --packet EASRH", "files"),
    ("scores r.json", "kits"),
    ("verify returned", "packets"),
    ("purge returned --on 2027-06-01", "files"),
];

/// The commands that print a text of another kind, or JSON always.
const OTHERS: [&str; 3] = ["schema", "completions", "man"];

const PACK: &str = "1. Why?\n- That.\n";

#[test]
fn every_command_with_a_result_prints_it_as_json_and_says_nothing_else() {
    for command in Cli::command().get_subcommands() {
        let name = command.get_name();
        let has_result = RESULTS.iter().any(|(line, _)| line.split(' ').next() == Some(name));
        assert!(has_result || OTHERS.contains(&name), "{name} is missing in the table");
        let has_flag = command.get_arguments().any(|arg| arg.get_long() == Some("json"));
        assert!(has_flag || !has_result, "{name}");
    }
    for (line, key) in RESULTS {
        let test = Test::new().file("a.md", "# A\n").file("pack.txt", PACK);
        let returned = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/returned");
        std::fs::create_dir(test.path("returned")).unwrap();
        for (from, to) in [
            ("packets/c1-interviewer-1-packet.pdf", "returned/1.pdf"),
            ("packets/c1-interviewer-2-packet.pdf", "returned/2.pdf"),
            ("records.json", "r.json"),
        ] {
            std::fs::copy(format!("{returned}/{from}"), test.path(to)).unwrap();
        }
        let ran = test.run(&format!("{line} --json")).ok();
        let result: Value =
            serde_json::from_str(&ran.out).unwrap_or_else(|it| panic!("{line}: {it}"));
        let first = if result.is_array() { &result[0] } else { &result };
        assert!(first.get(key).is_some(), "{line}: {}", ran.out);
        assert!(ran.out.ends_with("}\n") || ran.out.ends_with("]\n"), "{line}");
        let is_total = line == "check";
        // A warning is said all the same, and nothing of what was done.
        // What was read is always counted.
        let is_counted = line.starts_with("collect ") && ran.err.starts_with("read ");
        let is_still = ran.err.is_empty() || ran.err.starts_with("warning: ") || is_counted;
        assert!(is_still != is_total && !ran.err.contains("wrote "), "{line}: {}", ran.err);
    }
}

#[test]
fn format_json_is_the_same_where_a_format_says_how_a_result_is_shown() {
    let test = Test::new().file("pack.txt", PACK);
    for line in ["list --limit 2", "check", "check --rules", "import pack.txt --force -o b.yaml"] {
        let (one, other) = (
            test.run(&format!("{line} --json")).ok(),
            test.run(&format!("{line} --format json")).ok(),
        );
        assert_eq!(one.whole(), other.whole(), "{line}");
        let both = test.run(&format!("{line} --json --format json"));
        assert_eq!(both.code, 2, "{line}");
    }
    // Of documents, a format says which files are made.
    assert_eq!(test.run("build --format json").code, 2);
}

#[test]
fn a_question_shown_is_the_one_that_is_listed() {
    let test = Test::new();
    let listed: Value =
        serde_json::from_str(&test.run("list --question intake --json").ok().out).unwrap();
    let shown: Value = serde_json::from_str(&test.run("show intake --json").ok().out).unwrap();
    assert_eq!(listed[0], shown);
}

#[test]
fn files_that_were_written_are_listed_as_a_manifest_lists_them() {
    let test = Test::new();
    let line = "build --limit 1 --documents guide";
    let made: Value =
        serde_json::from_str(&test.run(&format!("{line} --json --name kit")).ok().out).unwrap();
    for line in ["typeset kit.md -o again.pdf", "init own"] {
        let result: Value =
            serde_json::from_str(&test.run(&format!("{line} --json")).ok().out).unwrap();
        assert_eq!(
            (&result["generator"], &result["version"]),
            (&made["generator"], &made["version"])
        );
        for file in result["files"].as_array().unwrap() {
            let path = test.path(file["path"].as_str().unwrap());
            if let Some(sum) = tool("sha256sum", &[path.to_str().unwrap()]) {
                assert_eq!(file["sha256"].as_str(), sum.split(' ').next(), "{line}");
            }
            assert_eq!(file["bytes"].as_u64(), Some(path.metadata().unwrap().len()), "{line}");
        }
    }
    let typeset = |line: &str| -> Value {
        let out = test.run(&format!("typeset {line} --force --json")).ok().out;
        serde_json::from_str::<Value>(&out).unwrap()["files"][0].clone()
    };
    let again = typeset("kit.md -o again.pdf");
    for key in ["sha256", "bytes", "pages", "code"] {
        assert_eq!(again[key], made["files"][0][key], "{key}");
    }
    assert_eq!(again["edited"], false);
    std::fs::write(test.path("kit.md"), test.text("kit.md") + "\nMore.\n").unwrap();
    let edited = typeset("kit.md -o again.pdf");
    assert_eq!((&edited["edited"], &edited["code"]), (&Value::Bool(true), &again["code"]));
}

#[test]
fn standard_output_holds_one_thing_only() {
    let test = Test::new().file("a.md", "# A\n");
    for line in ["typeset a.md -o - --json", "build --format md -o - --json", "import a.md --json"]
    {
        let ran = test.run(line);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}");
        assert!(
            ran.err.contains("-o - and --json cannot both write to standard output"),
            "{}",
            ran.err
        );
    }
}
