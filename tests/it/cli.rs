//! The command line: help, exit codes, and what is said of wrong words.

use std::io::Read;
use std::process::{Command, Stdio};

use clap::CommandFactory;
use interview_kit::cli::Cli;

use crate::support::{Ran, Test};

#[test]
fn help_of_every_command_shows_examples_first() {
    let mut all = String::new();
    let mut names: Vec<String> =
        Cli::command().get_subcommands().map(|it| it.get_name().to_owned()).collect();
    names.insert(0, String::new());
    for name in names {
        let help = Test::new().run(&format!("{name} --help")).ok().out;
        assert!(help.starts_with("Example"), "{name}: {help}");
        all.push_str(&format!("$ interview-kit {name} --help\n{help}\n"));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn wrong_words_end_with_two_and_say_what_would_do() {
    let test = Test::new();
    for (line, hint) in [
        ("buidl", "unknown command `buidl`\n  help: did you mean `build`?"),
        ("zzz", "unknown command `zzz`\n  help: expected one of: build, panel, list, show"),
        ("build --theme peeple", "people"),
        ("build --them people", "--theme"),
        ("build --role App_Sec", "did you mean `app-sec`?"),
        ("list --level boss", "expected one of: `first-line-lead`, `manager`, `senior-manager`"),
        (
            "build --level boss --roster nowhere.csv",
            "expected one of: `first-line-lead`, `manager`",
        ),
        ("show nothing", "`interview-kit list --format ids`"),
        ("build --candidate Ana --name", "--name"),
        ("build --limit 0", "must be a whole number from 1 to 100000"),
        ("build --minutes abc", "must be a whole number from 1 to 1440"),
        ("build --minutes 0", "must be a whole number from 1 to 1440"),
        ("build --minutes -5", "must be a whole number from 1 to 1440"),
        ("build --minutes 1441", "must be a whole number from 1 to 1440"),
        ("build --minutes 99999999999999999999", "must be a whole number from 1 to 1440"),
        ("build --reserve -1", "must be a whole number from 0 to 240"),
        ("list --limit 1.5", "must be a whole number from 1 to 100000"),
        ("panel --size 21", "must be a whole number from 1 to 20"),
        ("panel --size 2 --shared -1", "must be a whole number from 0 to 50"),
        ("panel --size 2 --break x", "must be a whole number from 0 to 240"),
        ("panel --interviewer Ana", "'--interviewers'"),
        ("build --name ../x", "use -o for the folder"),
        (
            "build --date 2026-13-45",
            "--date: `2026-13-45` is not a date of the calendar\n  help: correct the month or the day",
        ),
        ("panel --size 2 --date 2026/02/29", "`2026/02/29` is not a date of the calendar"),
        ("build --date 30.2.2027", "`30.2.2027` is not a date of the calendar"),
        ("build --date 02/28/2027 --keep-until 13/13/2027", "--keep-until: `13/13/2027` is not"),
        (
            "build --time 25:99",
            "--time: `25:99` is not a valid time of day\n  help: use `9`, `9:00`",
        ),
        ("panel --size 2 --time 13:00PM", "--time: `13:00PM` is not a valid time of day"),
        ("build --keep-until 2027-06-31", "`2027-06-31` is not a date of the calendar"),
        (
            "build --keep-until 30-June-2027",
            "--keep-until: `purge` cannot read the date `30-June-2027`\n  help: write it as 2027-06-30",
        ),
        ("build --format pdf,md -o -", "one format at a time"),
        (
            "build -o kit.xlsx",
            "-o kit.xlsx: documents cannot be written as .xlsx\n  help: name a file that ends in .pdf or .md",
        ),
        ("debrief --from r.json -o d.html", "name a file that ends in .pdf or .md, or a folder"),
        ("typeset a.md -o a.html", "-o a.html: the output is a PDF\n  help: name it a.pdf"),
        ("import a.txt -o a.json", "-o a.json: a bank is written as YAML\n  help: name it a.yaml"),
        (
            "collect a.pdf -o r.xlsx",
            "-o r.xlsx: there is no output format for .xlsx\n  help: use a name that ends in .json or .csv, or choose the format with --format",
        ),
        (
            "scores r.json -o s.html",
            "use a name that ends in .txt, .json, .csv, .pdf or .md, or choose the format",
        ),
        ("build --format md -o - --json", "set -o to a folder"),
        ("man nothing", "build, panel, list, show"),
        ("man buidl", "did you mean `build`?"),
        ("", "Usage"),
    ] {
        let ran = test.run(line);
        assert_eq!(ran.code, 2, "{line}: {}", ran.err);
        assert!(ran.err.contains(hint), "{line}: {}", ran.err);
        assert_eq!(ran.out, "", "{line}");
    }
    assert!(test.names().is_empty());
}

#[test]
fn what_cannot_be_done_ends_with_one_and_says_why_and_where() {
    let test = Test::new().file("latin1.yaml", "");
    std::fs::write(test.path("latin1.yaml"), b"id: a\ntitle: \xe9\n").unwrap();
    std::fs::create_dir(test.path("folder")).unwrap();
    for (line, hint) in [
        ("list --bank nowhere.yaml", "cannot read nowhere.yaml"),
        ("list --bank folder", "cannot read folder"),
        ("list --bank latin1.yaml", "latin1.yaml:2:8: not valid UTF-8"),
        ("list --theme strategy --kind behavioral", "none of the 18 questions matches"),
        ("list --minutes 12", "set --minutes to 16 or more"),
        ("build -o latin1.yaml/below", "cannot create folder latin1.yaml/below"),
        ("typeset nowhere.md -o x.pdf", "cannot read nowhere.md"),
    ] {
        let ran = test.run(line);
        assert_eq!(ran.code, 1, "{line}: {}", ran.err);
        assert!(ran.err.contains(hint), "{line}: {}", ran.err);
        assert_eq!(ran.out, "", "{line}");
    }
    assert_eq!(test.names(), ["folder", "latin1.yaml"]);
}

#[test]
fn a_day_and_a_time_can_be_given_in_words() {
    let test = Test::new();
    let line = "build --limit 1 --dry-run --quiet";
    let words = ["--date 2-March", "--date 26.11.26", "--time noon", "--time 9:00-9:45"];
    let exact = ["--date 2028-02-29", "--time 9:30", "--time 2:30p.m.", "--keep-until 2027-06-30"];
    for detail in words.iter().chain(&exact) {
        test.run(&format!("{line} {detail}")).ok();
    }
}

#[test]
fn an_output_file_of_any_name_holds_the_format_that_is_asked_for() {
    let records = format!("{}/examples/returned/records.json", env!("CARGO_MANIFEST_DIR"));
    let test = Test::new();
    test.run("build --limit 1 --format md --documents scorecard --name a -o a --quiet").ok();
    for (line, start) in [
        ("collect a -o x", "{"),
        ("collect a -o r.xlsx --json", "{"),
        ("collect a -o r.tsv --format csv", "\u{feff}file,"),
        (&format!("scores {records} -o y --points 5"), "Kit "),
        (&format!("scores {records} -o s.txt"), "Kit "),
        (&format!("scores {records} -o t.txt --format csv"), "\u{feff}kit,"),
        (&format!("scores {records} -o s.dat --json"), "{"),
    ] {
        test.run(line).ok();
        let file = line.split(' ').skip_while(|word| *word != "-o").nth(1).unwrap();
        assert!(test.text(file).starts_with(start), "{line}: {}", test.text(file));
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_interview-kit"))
        .args(["list", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut first).unwrap();
    drop(out);
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn messages_have_no_colour_where_nobody_sees_it() {
    let ran = Test::new().file("bad.yaml", "id: x\n").run("list --bank bad.yaml");
    assert!(!ran.err.contains('\u{1b}'), "{}", ran.err);
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    let test = Test::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(
            test.run(&format!("completions {shell}")).ok().out.contains("theme-any"),
            "{shell}"
        );
    }
    assert!(test.run("man").ok().out.contains(".TH interview-kit 1"));
    let page = test.run("man build").ok().out;
    assert!(page.contains("interview-kit-build") && page.contains("dry\\-run"), "{page}");
    assert!(page.contains("\n.SH EXAMPLES\n") && page.contains("hour.pdf"), "{page}");
}

#[test]
fn manual_pages_keep_the_lines_of_examples_and_give_the_version_without_the_build() {
    let version = env!("CARGO_PKG_VERSION");
    for name in Cli::command().get_subcommands().map(clap::Command::get_name).chain([""]) {
        let page = Test::new().run(&format!("man {name}")).ok().out;
        let title = format!("interview-kit-{name}");
        let title = title.trim_end_matches('-');
        let heading =
            format!("\n.TH {title} 1 \"\" \"interview-kit {version}\" \"User Commands\"\n");
        assert!(page.contains(&heading), "{page}");
        let (_, rest) = page.split_once("\n.SH EXAMPLES\n.nf\n").unwrap();
        let (examples, rest) = rest.split_once("\n.fi\n").unwrap();
        assert!(examples.starts_with("interview\\-kit") || name == "import", "{examples}");
        assert!(!examples.contains("\n\n") && !examples.contains("\n."), "{examples}");
        let ending = format!(".SH VERSION\nv{version}\n.SH \"EXIT STATUS\"\n");
        assert!(rest.starts_with(&ending), "{rest}");
    }
    assert!(!Test::new().run("man").ok().out.contains("interview\\-kit\\-help"));
    // The remarks on the examples are not examples.
    let page = Test::new().run("man import").ok().out;
    assert!(page.find("numbered questions").unwrap() < page.find(".SH OPTIONS").unwrap(), "{page}");
}

#[test]
fn every_option_of_a_long_help_is_under_a_heading_that_fits_it() {
    let heading = |command: &str, option: &str| -> Option<String> {
        let program = Cli::command();
        let command = program.find_subcommand(command).unwrap();
        let argument = command.get_arguments().find(|it| it.get_long() == Some(option))?;
        let heading = argument.get_help_heading().unwrap_or("Options");
        Some(heading.split(" (").next().unwrap().to_owned())
    };
    for command in ["build", "panel", "list"] {
        let bank = if command == "list" { "Bank" } else { "Bank, brand, and templates" };
        for (options, expected) in [
            (["role", "theme-any", "kind", "exclude"].as_slice(), "Filters"),
            (&["minutes", "reserve", "limit", "order"], "Selection"),
            (&["bank"], bank),
            (&["format", "json", "strict", "quiet"], "Output"),
        ] {
            for option in options {
                assert_eq!(
                    heading(command, option).as_deref(),
                    Some(expected),
                    "{command} {option}"
                );
            }
        }
    }
    for option in ["interviewers", "size", "shared"] {
        assert_eq!(heading("panel", option), heading("list", option), "{option}");
        assert_eq!(heading("panel", option).as_deref(), Some("Panel"), "{option}");
    }
    assert_eq!(heading("build", "interviewer").as_deref(), Some("Interview"));
    assert_eq!(heading("panel", "interviewer"), None);
    let list = Test::new().run("list --help").ok().out;
    assert!(!list.contains("roster"), "{list}");
}

#[test]
fn the_program_can_run_twice_in_one_process() {
    let folder = Test::new();
    let out = folder.path("out");
    let args = [
        "interview-kit",
        "build",
        "--quiet",
        "--limit",
        "1",
        "-o",
        out.to_str().unwrap(),
        "--force",
    ];
    for _ in 0..2 {
        let ended = interview_kit::run(args);
        assert_eq!(format!("{ended:?}"), format!("{:?}", std::process::ExitCode::SUCCESS));
    }
}

#[test]
fn the_version_tells_the_build() {
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(Test::new().run("-V").ok().out, format!("interview-kit {version}\n"));
    let whole = Test::new().run("--version").ok().out;
    assert!(whole.starts_with(&format!("interview-kit {version}\ncommit ")), "{whole}");
    assert!(whole.contains(std::env::consts::ARCH), "{whole}");
    // It is printed without the parser, which would print the same.
    let of_parser = interview_kit::cli::Cli::command();
    assert_eq!(whole, of_parser.render_long_version());
}
