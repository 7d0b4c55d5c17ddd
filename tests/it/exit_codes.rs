//! One rule for exit codes: what the command line asks for and does not exist ends with 2 and names the nearest; what cannot be
//! done ends with 1.

use clap::CommandFactory;
use interview_kit::cli::{Cli, EXIT_CODES};

use crate::support::{Ran, Test};

/// What an option takes.
#[derive(Clone, Copy, Debug)]
enum Takes {
    /// A name: one with a letter wrong, and the one that is meant.
    Name(&'static str, &'static str),
    /// A name out of those that clap lists.
    Word,
    /// A number; one that it does not take.
    Number(&'static str),
    /// A file or a folder that must be there.
    File,
    /// Where to write.
    Place,
    /// Any text.
    Text,
}

/// Every option and argument that takes a value: a new one must be put here, and then keeps the rule.
const OPTIONS: &[(&str, Takes)] = &[
    ("theme", Takes::Name("peeple", "people")),
    ("theme-any", Takes::Name("strategie", "strategy")),
    ("kind", Takes::Word),
    ("format", Takes::Word),
    ("order", Takes::Word),
    ("documents", Takes::Word),
    ("layout", Takes::Word),
    ("collate", Takes::Word),
    ("paper", Takes::Word),
    ("SCHEMA", Takes::Word),
    ("SHELL", Takes::Word),
    ("role", Takes::Name("appsec-manger", "appsec-manager")),
    ("level", Takes::Name("managr", "manager")),
    ("competency", Takes::Name("credibilty", "credibility")),
    ("question", Takes::Name("intak", "intake")),
    ("exclude", Takes::Name("intak", "intake")),
    ("interviewers", Takes::Name("Ana:stratgy", "strategy")),
    ("ID", Takes::Name("intak", "intake")),
    ("COMMAND", Takes::Name("buidl", "build")),
    ("language", Takes::Name("de_AT", "de-AT")),
    ("minutes", Takes::Number("1441")),
    ("reserve", Takes::Number("241")),
    ("limit", Takes::Number("0")),
    ("size", Takes::Number("21")),
    ("shared", Takes::Number("51")),
    ("break", Takes::Number("241")),
    ("shard", Takes::Number("3/2")),
    ("bank", Takes::File),
    ("brand", Takes::File),
    ("templates", Takes::File),
    ("roster", Takes::File),
    ("locked", Takes::File),
    ("BANK", Takes::File),
    ("GUIDE.md", Takes::File),
    ("PACK.txt", Takes::File),
    ("brand", Takes::File),
    ("output", Takes::Place),
    ("lock", Takes::Place),
    ("DIR", Takes::Place),
    ("candidate", Takes::Text),
    ("interviewer", Takes::Text),
    ("position", Takes::Text),
    ("date", Takes::Text),
    ("time", Takes::Text),
    ("contact", Takes::Text),
    ("keep-until", Takes::Text),
    ("name", Takes::Text),
    ("packet", Takes::Text),
    ("kit", Takes::Text),
    ("FILE|FOLDER", Takes::File),
    ("FOLDER", Takes::File),
    ("prefer", Takes::File),
    ("answers", Takes::File),
    ("review", Takes::Place),
    ("from", Takes::File),
    ("RECORDS", Takes::File),
    ("points", Takes::Number("10")),
    ("seed", Takes::Number("1.5")),
    ("resamples", Takes::Number("99")),
    ("on", Takes::Number("2027-02-30")),
    ("blank", Takes::Text),
];

/// One option of one command, as it is written there.
struct Option {
    command: String,
    /// With its hyphens; an argument by place has none.
    flag: String,
    name: String,
    words: Vec<String>,
}

/// All of them, of all commands.
fn options() -> Vec<Option> {
    let mut options = Vec::new();
    let program = Cli::command();
    for command in program.get_subcommands() {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let flag = arg.get_long().map(|name| format!("--{name}"));
            let place = || arg.get_value_names().unwrap()[0].to_string();
            let name = arg.get_long().map_or_else(place, str::to_owned);
            let words = arg.get_possible_values();
            let words = words.iter().map(|word| word.get_name().to_owned()).collect();
            options.push(Option {
                command: command.get_name().to_owned(),
                flag: flag.unwrap_or_default(),
                name,
                words,
            });
        }
    }
    options
}

/// What commands need beside the option that is tried: a guide, records, and a folder with a document that came back.
fn inputs() -> Test {
    let records = format!("{}/examples/returned/records.json", env!("CARGO_MANIFEST_DIR"));
    let records = std::fs::read_to_string(records).unwrap();
    let test = Test::new().file("guide.md", "# A\n").file("r.json", &records);
    std::fs::create_dir(test.path("returned")).unwrap();
    std::fs::write(test.path("returned/a.md"), "# A\n").unwrap();
    test
}

/// Runs a command with a value of an option, and with whatever else it needs.
fn run(test: &Test, option: &Option, value: &str) -> Ran {
    let Option { command, flag, .. } = option;
    let needs = match (command.as_str(), flag.as_str()) {
        ("panel", "--interviewers" | "--size") => "",
        ("panel", _) => "--size 2",
        ("show", "--bank") => "intake",
        ("typeset", "") => "--output x.pdf",
        ("typeset", _) => "guide.md --output x.pdf",
        ("import", "--output") => "pack.txt",
        ("collect", "--review") => "returned --output x.json",
        ("collect" | "verify" | "purge", flag) if !flag.is_empty() => "returned",
        ("debrief", flag) if flag != "--from" => "--from r.json --packet EASRH",
        ("scores", "--brand" | "--language" | "--paper" | "--templates") => "r.json --output x.pdf",
        ("scores", flag) if !flag.is_empty() => "r.json",
        _ => "",
    };
    let also = match flag.as_str() {
        "--shard" => "--roster r.csv",
        "--order" => "--question intake",
        "--shared" if command == "list" => "--size 2",
        _ => "",
    };
    let value =
        if flag == "--collate" { format!("--collate={value}") } else { format!("{flag} {value}") };
    test.run(&format!("{command} {needs} {also} {value}"))
}

/// What an option takes. Two of them are called alike in commands that write a file, and in those that read it.
fn taken(Option { command, name, .. }: &Option) -> Takes {
    match (command.as_str(), name.as_str()) {
        ("collect" | "verify", "lock") | ("collect", "kit") => return Takes::File,
        _ => {}
    }
    let found = OPTIONS.iter().find(|(known, _)| known == name);
    found.unwrap_or_else(|| panic!("{name} is missing in the table")).1
}

#[test]
fn a_name_that_does_not_exist_ends_with_two_and_names_the_option_the_value_and_the_nearest() {
    let test = inputs().file("r.csv", "candidate\nAna\n");
    let before = test.names();
    let mut tried = 0;
    for option in options() {
        let pairs = match taken(&option) {
            Takes::Name(wrong, right) => vec![(wrong.to_owned(), right.to_owned())],
            Takes::Word => {
                let wrong = |word: &String| format!("{}x{}", &word[..1], &word[1..]);
                option.words.iter().map(|word| (wrong(word), word.clone())).collect()
            }
            _ => continue,
        };
        assert!(!pairs.is_empty(), "{} {}", option.command, option.name);
        for (wrong, right) in pairs {
            let ran = run(&test, &option, &wrong);
            let what = format!("{} {} {wrong}: {}", option.command, option.flag, ran.err);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{what}");
            // An argument by its place has no option to name: its value, or its command, stands for it.
            assert!(ran.err.contains(&option.flag), "{what}");
            assert!(ran.err.contains(wrong.rsplit(':').next().unwrap()), "{what}");
            // Two letters are near to nothing; then all words are shown.
            assert!(ran.err.contains(&format!("`{right}`")) || ran.err.contains(&right), "{what}");
            let is_nearest = ran.err.contains("did you mean") || ran.err.contains("similar value");
            assert!(is_nearest || right.len() < 5, "{what}");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
    assert_eq!(test.names(), before, "nothing is written");
}

#[test]
fn a_number_that_an_option_does_not_take_ends_with_two_and_names_both() {
    let test = inputs().file("r.csv", "candidate\nAna\n");
    for option in options() {
        let Takes::Number(wrong) = taken(&option) else { continue };
        for wrong in [wrong, "x"] {
            let ran = run(&test, &option, wrong);
            let what = format!("{} {} {wrong}: {}", option.command, option.flag, ran.err);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{what}");
            assert!(ran.err.contains(&option.flag) && ran.err.contains(wrong), "{what}");
        }
    }
}

#[test]
fn a_file_that_is_not_there_ends_with_one_and_is_named() {
    let test = inputs();
    let before = test.names();
    for option in options() {
        let Takes::File = taken(&option) else { continue };
        let ran = run(&test, &option, "nowhere");
        let what = format!("{} {}: {}", option.command, option.flag, ran.err);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{what}");
        assert!(ran.err.contains("cannot read nowhere"), "{what}");
    }
    assert_eq!(test.names(), before);
}

#[test]
fn a_bank_that_is_not_there_may_be_the_built_in_one_with_a_letter_wrong() {
    for command in ["list --bank", "check", "build --bank", "show intake --bank"] {
        let ran = Test::new().run(&format!("{command} bulit-in"));
        assert_eq!(ran.code, 1, "{command}");
        assert!(ran.err.contains("cannot read bulit-in"), "{}", ran.err);
        assert!(ran.err.contains("did you mean `built-in`?"), "{}", ran.err);
    }
    assert!(!Test::new().run("list --bank mine.yaml").err.contains("built-in"));
}

#[test]
fn a_wrong_name_in_a_roster_is_a_fault_of_the_file_and_one_on_the_command_line_is_not() {
    let rows = "candidate,role,level,theme,competency,kind,question,exclude\n";
    let test = Test::new().file("r.csv", &format!("{rows}Ana,,,,,,,\n"));
    for (column, wrong, right) in [
        ("role", "appsec-manger", "appsec-manager"),
        ("level", "managr", "manager"),
        ("theme", "peeple", "people"),
        ("competency", "credibilty", "credibility"),
        ("kind", "opinon", "opinion"),
        ("question", "intak", "intake"),
        ("exclude", "intak", "intake"),
    ] {
        std::fs::write(test.path("wrong.csv"), format!("candidate,{column}\nAna,{wrong}\n"))
            .unwrap();
        let ran = test.run("build --roster wrong.csv --minutes 45");
        assert_eq!(ran.code, 1, "{column}: {}", ran.err);
        assert!(ran.err.contains("wrong.csv:2:5") && ran.err.contains(right), "{}", ran.err);
        let ran = test.run(&format!("build --roster r.csv --{column} {wrong}"));
        assert_eq!(ran.code, 2, "{column}: {}", ran.err);
        assert!(ran.err.contains(&format!("--{column}")) && ran.err.contains(right), "{}", ran.err);
        assert!(!ran.err.contains("r.csv"), "{}", ran.err);
    }
}

#[test]
fn the_rule_stands_in_the_help_and_in_every_manual_page() {
    let test = Test::new();
    let help = test.run("--help").ok().out;
    assert!(help.contains("\nExit codes:\n"), "{help}");
    let mut pages = vec!["man".to_owned()];
    pages.extend(Cli::command().get_subcommands().map(|it| format!("man {}", it.get_name())));
    for page in pages {
        let text = test.run(&page).ok().out;
        let (_, status) = text.split_once(".SH \"EXIT STATUS\"\n").unwrap();
        for (code, meaning) in EXIT_CODES {
            assert!(status.contains(&format!("\\fB{code}\\fR\n{meaning}\n")), "{page}: {status}");
        }
    }
}
