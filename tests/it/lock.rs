//! Lock files: a locked kit is built again to the byte, or what has changed is named with its place.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clap::Parser;
use interview_kit::base::diagnostic::Severity;
use interview_kit::base::yaml::{self, Entry, Node, Value};
use interview_kit::cli::Cli;
use interview_kit::cli::report::Failure;
use interview_kit::commands;

use interview_kit::bank::{self, Id};
use interview_kit::base::source::Sources;
use interview_kit::base::unit::Minutes;
use interview_kit::packet::template::Templates;
use interview_kit::packet::{
    Content, DOCUMENTS, InterviewDetails, Setting, View, built_in_templates,
};
use interview_kit::select::{Criteria, Filters, ROLE, Selection};

use crate::support::{Test, sources};

/// A bank that says everything that a bank can say, with two of whatever has an order.
fn bank() -> String {
    let bank = include_str!("../../examples/support-desk.yaml")
        .replace("audience:", "editor: somebody else\naudience:")
        .replace("    definition: Finds the", "    statement: find it\n    definition: Finds the")
        .replace("\nlevels:\n", "  - id: style\n    title: The style guide\n\nlevels:\n")
        .replace("companions: [runbook]", "companions: [runbook, style]")
        .replace(
            "    rubric:\n      - Asks what",
            "    rubric_label: Listen for\n    rubric:\n      - Asks what",
        );
    assert!(
        bank.contains("[runbook, style]")
            && bank.contains("rubric_label")
            && bank.contains("statement")
            && bank.contains("editor")
    );
    bank
}

/// Kits: of one interviewer, of a panel, and of a panel that could not meet everything, which each run says again.
const KITS: [(&str, &str); 3] = [
    ("build --documents guide,panel-plan", "--role support-analyst --minutes 35"),
    (
        "panel --time 9:30",
        "--interviewers Ana:people,Bo --role support-lead --minutes 28 --reserve 6",
    ),
    (
        "panel --time 9:30",
        "--interviewers Ana:people,Bo --shared 9 --role support-lead --minutes 28 --reserve 6",
    ),
];

/// Runs a command line in this very process.
fn run(folder: &Path, line: &str) -> anyhow::Result<()> {
    let path = |word: &str| match word.strip_prefix('@') {
        Some(name) => folder.join(name).display().to_string(),
        None => word.to_owned(),
    };
    let words = line.split_whitespace().map(path);
    let words = std::iter::once("interview-kit".to_owned()).chain(words);
    commands::run(Cli::try_parse_from(words)?.command)
}

/// What a run wrote into a folder.
fn written(folder: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let file = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    entries.map(file).collect()
}

/// A tree as YAML again, on one line: JSON, but for keys that may stand there twice.
fn emit(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Scalar(text) => serde_json::to_string(text).unwrap(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(emit).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Mapping(entries) => {
            let entry = |entry: &Entry| {
                format!(
                    "{}: {}",
                    serde_json::to_string(&entry.key.value).unwrap(),
                    emit(&entry.value)
                )
            };
            let entries: Vec<String> = entries.iter().map(entry).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// The values that stand at the like places of a text: the themes of its questions, say.
fn alike(node: &Node, path: &str, found: &mut BTreeMap<String, BTreeSet<String>>) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(text) => drop(found.entry(path.to_owned()).or_default().insert(text.clone())),
        Value::List(items) => {
            for item in items {
                alike(item, &format!("{path}[]"), found);
            }
        }
        Value::Mapping(entries) => {
            for entry in entries {
                alike(&entry.value, &format!("{path}.{}", entry.key.value), found);
            }
        }
    }
}

/// A tree in which a single thing is another, and what that is.
type Change = (String, Node);

/// Every tree that differs from this one in a single value, key or entry: changed, taken out, there twice, or in another place.
fn changes(node: &Node, path: &str, known: &BTreeMap<String, BTreeSet<String>>) -> Vec<Change> {
    let with = |value: Value| Node { value, ..node.clone() };
    let mut all: Vec<Change> = Vec::new();
    let mut add = |what: String, value: Value| all.push((format!("{path}: {what}"), with(value)));
    add("nothing".to_owned(), Value::Null);
    match &node.value {
        Value::Null => {}
        Value::Scalar(text) => {
            let mut others = vec![String::new(), format!("{text} more"), format!("{text}9")];
            others.extend(text.parse::<u32>().ok().map(|number| (number + 1).to_string()));
            others.extend(text.strip_suffix('.').map(str::to_owned));
            let theirs = known.get(path).into_iter().flatten();
            others.extend(theirs.filter(|other| *other != text).take(2).cloned());
            for other in others {
                add(format!("{text} is {other:?}"), Value::Scalar(other));
            }
            add("a list of itself".to_owned(), Value::List(vec![node.clone()]));
        }
        Value::List(items) => {
            add("empty".to_owned(), Value::List(Vec::new()));
            add("a text".to_owned(), Value::Scalar("text".to_owned()));
            let mut more = items.clone();
            more.push(with(Value::Scalar("one-more".to_owned())));
            add("one more".to_owned(), Value::List(more));
            for index in 0..items.len() {
                let mut without = items.clone();
                let item = without.remove(index);
                let mut twice = items.clone();
                twice.push(item.clone());
                let mut first = without.clone();
                first.insert(0, item.clone());
                add(format!("without {index}"), Value::List(without));
                add(format!("{index} twice"), Value::List(twice));
                add(format!("{index} first"), Value::List(first));
                for (what, other) in changes(&item, &format!("{path}[]"), known) {
                    let mut changed = items.clone();
                    changed[index] = other;
                    add(format!("{index} {what}"), Value::List(changed));
                }
            }
        }
        Value::Mapping(entries) => {
            let mut more = entries.clone();
            let mut unknown = entries[0].clone();
            "unknown-key".clone_into(&mut unknown.key.value);
            more.push(unknown);
            add("an unknown key".to_owned(), Value::Mapping(more));
            for (index, entry) in entries.iter().enumerate() {
                let key = &entry.key.value;
                let mut without = entries.clone();
                without.remove(index);
                let mut twice = entries.clone();
                twice.push(entry.clone());
                let mut last = without.clone();
                last.push(entry.clone());
                let mut renamed = entries.clone();
                renamed[index].key.value.push('x');
                add(format!("without {key}"), Value::Mapping(without));
                add(format!("{key} twice"), Value::Mapping(twice));
                add(format!("{key} last"), Value::Mapping(last));
                add(format!("{key} renamed"), Value::Mapping(renamed));
                for (what, other) in changes(&entry.value, &format!("{path}.{key}"), known) {
                    let mut changed = entries.clone();
                    changed[index].value = other;
                    add(what, Value::Mapping(changed));
                }
            }
        }
    }
    all
}

fn all_changes(text: &str) -> Vec<Change> {
    let (sources, id) = sources(text, "text.yaml");
    let tree = yaml::parse(&sources, id, 0, text.len()).unwrap();
    let mut known = BTreeMap::new();
    alike(&tree, "", &mut known);
    changes(&tree, "", &known)
}

/// How many changes were named, and how many made no difference to what is printed.
#[derive(Debug, Default)]
struct Tally {
    named: usize,
    same: usize,
}

/// Builds the locked kit with each of the changes in the file of this name, by itself: what comes of it is the same to the byte,
/// or an error that says where.
fn each_change_is_named_or_prints_the_same(command: &str, options: &str, changed: &str) -> Tally {
    let test = Test::new().file("bank.yaml", &bank());
    let (folder, mut tally) = (test.path(""), Tally::default());
    run(
        &folder,
        &format!(
            "{command} {options} --bank @bank.yaml --lock @kit.lock --name x --format md --quiet -o @kit"
        ),
    )
    .unwrap();
    let kit = written(&folder.join("kit"));
    assert!(kit.len() >= 2);
    // What could not be met is printed in the plan of a panel.
    let has_unmet = test.text("kit.lock").contains("\nunmet:\n  - ");
    assert_eq!(has_unmet, options.contains("--shared 9"));
    // Titles and credits may change, which is an error only with --strict.
    let strict = if has_unmet { "" } else { "--strict" };
    let again = format!(
        "{command} --bank @bank.yaml --locked @kit.lock --name x --format md --quiet {strict} --force -o @again"
    );
    let text = test.text(changed);
    for (what, tree) in all_changes(&text) {
        if has_unmet && path_of(&what).starts_with(".labels") {
            continue;
        }
        std::fs::write(test.path(changed), emit(&tree)).unwrap();
        let _ = std::fs::remove_dir_all(folder.join("again"));
        match run(&folder, &again) {
            Ok(()) => {
                let again = written(&folder.join("again"));
                // Files are called after the ids of what was chosen; what is printed in them is what counts.
                assert!(
                    again.values().eq(kit.values()),
                    "{command}: {what}: it prints something else"
                );
                tally.same += 1;
            }
            Err(error) => {
                let Some(Failure::Rejected { diagnostics, .. }) = error.downcast_ref::<Failure>()
                else {
                    panic!("{what}: {error:#}")
                };
                let errors = diagnostics.iter().filter(|it| it.severity >= Severity::Warning);
                assert!(errors.clone().count() > 0, "{what}");
                assert!(errors.clone().all(|it| it.span.is_some()), "{what}: {error}");
                assert!(!folder.join("again").exists());
                tally.named += 1;
            }
        }
    }
    tally
}

/// A kit of two questions of a bank: its code, the hashes of what else a lock keeps, and what is printed under a code that stays the
/// same.
struct Printed {
    code: String,
    labels: BTreeMap<String, String>,
    text: String,
}

impl Printed {
    fn of(bank: &str) -> Option<Self> {
        let (sources, id) = sources(bank, "bank.yaml");
        let bank = bank::load(&sources, &[id]).ok()?.value;
        let ids: Vec<Id> = bank.questions.iter().take(2).map(|it| it.id.clone()).collect();
        let selection = Selection::fixed(&bank, &ids)?;
        let role = bank.roles.first().map(|role| role.id.clone());
        let filters = Filters::default().with(&ROLE, role.into_iter().collect());
        let criteria = Criteria { filters, reserve: Minutes(10), ..Criteria::default() };
        let content = Content::of_interview(&selection, &criteria);
        let details = InterviewDetails::default();
        let setting = Setting { code: "SAME".to_owned(), ..Setting::plain(&content, &details) };
        let view = View::of_interview(&content, setting).unwrap();
        let mut sources = Sources::new();
        let templates = Templates::built_in(&mut sources).unwrap();
        let text = DOCUMENTS.iter().map(|it| templates.render(it, &view, &sources).unwrap());
        Some(Self { code: content.code(), labels: content.label_hashes(), text: text.collect() })
    }
}

/// Keys of a bank that neither decide what is asked nor how it is rated.
const NO_CONTENT: [&str; 18] = [
    ".title:",
    ".edition:",
    ".language:",
    ".source:",
    ".editor:",
    ".audience",
    ".themes",
    ".companions",
    ".levels",
    ".roles",
    ".allow",
    ".competencies_label:",
    ".questions[].theme:",
    ".questions[].also",
    ".questions[].levels",
    ".questions[].kind:",
    ".questions[].weight:",
    ".questions[].companions",
];

/// The path of what a change is about: the innermost that it names, or the key that it moves at the top.
fn path_of(change: &str) -> String {
    let is_path = |word: &&str| word.starts_with('.') && word.ends_with(':');
    if let Some(path) = change.split_whitespace().rfind(is_path) {
        return path.to_owned();
    }
    let key = change.split_whitespace().find(|word| !matches!(*word, ":" | "without"));
    format!(".{}:", key.unwrap_or_default())
}

#[test]
fn the_code_changes_with_what_is_asked_and_how_it_is_rated_and_with_nothing_else() {
    let text = bank();
    let before = Printed::of(&text).unwrap();
    let (mut codes, mut labels, mut same) = (BTreeSet::new(), BTreeSet::new(), 0);
    for (what, tree) in all_changes(&text) {
        let Some(after) = Printed::of(&emit(&tree)) else { continue };
        let path = path_of(&what);
        let is_no_content = NO_CONTENT.iter().any(|key| path.starts_with(key));
        if after.code != before.code {
            assert!(!is_no_content, "{what}: another code");
            codes.insert(path);
        } else if after.labels != before.labels {
            labels.insert(path);
        } else {
            assert_eq!(after.text, before.text, "{what}: nothing tells that it prints other words");
            same += 1;
        }
    }
    // Each value that decides what is asked and how it is rated.
    for path in [
        ".questions[].ask:",
        ".questions[].minutes:",
        ".questions[].rubric_label:",
        ".questions[].rubric[]:",
        ".questions[].follow_up:",
        ".questions[].probes[]:",
        ".questions[].watch_for[]:",
        ".questions[].anchors.1:",
        ".questions[].competencies:",
        ".competencies[].title:",
        ".competencies[].statement:",
        ".competencies[].definition:",
        ".competencies:",
        ".scale[].label:",
    ] {
        assert!(codes.contains(path), "{path} changes no code: {codes:?}");
    }
    for path in [
        ".title:",
        ".edition:",
        ".source:",
        ".editor:",
        ".roles[].title:",
        ".levels[].title:",
        ".companions[].title:",
        ".competencies_label:",
        ".questions[].theme:",
        ".questions[].kind:",
        ".questions[].companions:",
    ] {
        assert!(labels.contains(path), "{path} changes no label: {labels:?}");
    }
    assert!(same > 150, "{same}");
    let themes = "themes: [{id: strategy, title: Direction}, {id: execution, title: Execution}, {id: people, title: People}]";
    for (from, to) in
        [("language: en", "language: de"), ("\nlevels:", &format!("\n{themes}\nlevels:"))]
    {
        let after = Printed::of(&text.replacen(from, to, 1)).unwrap();
        assert!(after.code == before.code && after.labels != before.labels, "{to}");
    }
    // What only selects a question is no content.
    let leveled = text.replace("must_ask: [", "must_ask: [queue-on-fire, ");
    assert!(leveled != text && Printed::of(&leveled).is_none_or(|it| it.code == before.code));
}

/// A line of a locale file in other words: a message, a line of a longer one, or one of its variants.
fn reworded(line: &str) -> String {
    let is_words =
        |text: &str| text.starts_with(|char: char| char.is_alphanumeric() || "{“*".contains(char));
    let indent = line.len() - line.trim_start().len();
    let words_at = match line.split_once(" = ") {
        Some((id, _))
            if indent == 0
                && id.chars().all(|char| {
                    char.is_ascii_lowercase() || char == '-' || char.is_ascii_digit()
                }) =>
        {
            // How texts are joined is a call of a function, and no words.
            if id == "listed" || id == "sentences" {
                return line.to_owned();
            }
            id.len() + 3
        }
        _ if indent == 0 => return line.to_owned(),
        _ => match line.split_once("] ") {
            Some((variant, _)) if line.trim_start().starts_with(['[', '*']) => variant.len() + 2,
            _ if is_words(line.trim_start()) => indent,
            _ => return line.to_owned(),
        },
    };
    let (before, words) = line.split_at(words_at);
    // A line that only opens the choice between variants has no words.
    if words.trim_end().ends_with("->") { line.to_owned() } else { format!("{before}Ä{words}") }
}

#[test]
fn no_word_of_a_template_or_of_the_locale_changes_a_code_or_breaks_a_lock() {
    let test = Test::new();
    test.run("init words").ok();
    let line = "panel --size 2 --minutes 45 --format md";
    test.run(&format!("{line} --lock kit.lock -o before")).ok();
    // No template has words of its own, which `locale` tests; so it gets some.
    for (name, text) in built_in_templates() {
        let reworded = format!("{text}\n\nAnders gesagt.\n");
        std::fs::write(test.path(&format!("words/templates/{name}")), reworded).unwrap();
    }
    let path = test.path("words/templates/locales/en.ftl");
    let english = std::fs::read_to_string(&path).unwrap();
    let reworded: String = english.lines().map(|line| reworded(line) + "\n").collect();
    std::fs::write(&path, reworded).unwrap();
    let reworded = "--templates words/templates";
    test.run(&format!("{line} {reworded} --lock other.lock -o after")).ok();
    assert_eq!(test.text("kit.lock"), test.text("other.lock"));
    test.run(&format!("panel --locked kit.lock {reworded} --format md -o again")).ok();
    let (before, after) = (written(&test.path("before")), written(&test.path("after")));
    assert!(before.keys().eq(after.keys()) && before.len() == 9);
    assert!(
        before.iter().all(|(name, text)| after[name] != *text),
        "every document has other words"
    );
}

#[test]
fn a_lock_file_of_this_release_is_read_for_ever() {
    let bank = include_str!("../locks/0.1.0/bank.yaml");
    let test = Test::new()
        .file("bank.yaml", bank)
        .file("one.lock", include_str!("../locks/0.1.0/interview.lock"))
        .file("panel.lock", include_str!("../locks/0.1.0/panel.lock"));
    for (command, lock) in [("build", "one.lock"), ("panel", "panel.lock")] {
        let line = format!("{command} --bank bank.yaml --locked {lock} --format md -o {command}");
        test.run(&line).ok();
        let code =
            test.text(lock).lines().find_map(|line| line.strip_prefix("code: ").map(str::to_owned));
        let code = code.unwrap();
        let documents = written(&test.path(command));
        assert!(documents.values().all(|text| text.contains(&code)), "{code}");
    }
}

#[test]
fn every_change_of_a_bank_is_named_or_prints_the_same() {
    let (command, options) = KITS[0];
    let tally = each_change_is_named_or_prints_the_same(command, options, "bank.yaml");
    assert!(tally.named > 500 && tally.same > 200, "{command}: {tally:?}");
}

#[test]
fn every_change_of_a_lock_file_is_named_or_prints_the_same() {
    for (command, options) in [KITS[0], KITS[2]] {
        let tally = each_change_is_named_or_prints_the_same(command, options, "kit.lock");
        // Keys may stand in any order, and nothing else may be another.
        assert!(tally.named > 150 && tally.same < 50, "{command}: {tally:?}");
    }
}

#[test]
fn what_could_not_be_met_is_printed_again() {
    let test = Test::new();
    let line = "panel --size 2 --shared 9 --minutes 30 --documents panel-plan --format md";
    test.run(&format!("{line} --lock kit.lock --name kit -o a")).ok();
    test.run("panel --locked kit.lock --documents panel-plan --format md --name kit -o b").ok();
    assert!(test.text("a/kit.md").contains("of 9 common questions could be chosen"));
    assert_eq!(test.text("a/kit.md"), test.text("b/kit.md"));
}

#[test]
fn a_locked_kit_is_offered_no_option_that_the_lock_refuses() {
    let test = Test::new();
    let line = "build --role appsec-manager --minutes 20 --format md --lock kit.lock --name a";
    let saved = test.run(line).ok();
    assert!(saved.err.contains("\n  help: raise --minutes\n"), "{}", saved.err);
    let again = test.run("build --locked kit.lock --format md --name b").ok();
    assert!(again.err.contains("warning: ") && !again.err.contains("help"), "{}", again.err);
    let strict = test.run("build --locked kit.lock --format md --name c --strict");
    assert_eq!(strict.code, 1);
    assert!(!strict.err.contains("help"), "{}", strict.err);
}

#[test]
fn a_name_that_the_bank_has_lost_is_shown_where_the_lock_file_has_it() {
    let test = Test::new().file("bank.yaml", &bank());
    let line = "panel --size 2 --role support-lead --minutes 28 --bank bank.yaml --format md";
    test.run(&format!("{line} --lock kit.lock --shared 9")).ok();
    let lock = test.text("kit.lock");
    for (from, to, place) in [
        ("questions: [", "questions: [lost-question, ", "- questions: [lost-question"),
        ("role: support-lead", "role: lost-role", "the bank has no role `lost-role`"),
        (
            "unmet:\n",
            "unmet:\n  - {aim: competency, id: lost, why: time}\n",
            "the bank has no competency `lost`",
        ),
    ] {
        let changed = lock.replacen(from, to, 1);
        assert_ne!(changed, lock);
        std::fs::write(test.path("kit.lock"), changed).unwrap();
        let ran = test.run("panel --bank bank.yaml --locked kit.lock --format md --name x");
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains(place), "{}", ran.err);
    }
}

#[test]
fn each_fault_of_a_lock_file_is_named_with_its_place_and_a_way_out() {
    let text = "\
lock: 2
code: AAAA-AAAA
minuts: 45
reserve: ten
reserve: 5
shared: [intake, intake]
interviewers:
  - questions: [hardest-part, ignored-slas, ignored-slas]
    theme: [people]
  - questions: [hardest-part]
    themes: [people, people, peeple]
  - questions: []
  - Ana
unmet:
  - {aim: shared, asked: 2, why: time}
  - {aim: shared, asked: 2, found: one, why: time}
  - {aim: hope, why: time}
  - {aim: past-behavior, id: intake, why: rain}
  - nothing
hashes:
  scale: a
  scale: b
  title: [c]
";
    let (sources, id) = sources(text, "kit.lock");
    let rejected = interview_kit::packet::lock::read(&sources, id).unwrap_err();
    insta::assert_snapshot!(crate::support::lines(&sources, rejected.diagnostics()));
}

#[test]
fn what_a_lock_decides_cannot_be_asked_for_otherwise() {
    let roster = "candidate,interviewers\nAna,Bo:people;Chi\n";
    let test = Test::new().file("r.csv", roster);
    test.run("panel --interviewers Ana:strategy,Bo --minutes 30 --lock kit.lock --format md").ok();
    for (line, code, said) in [
        (
            "panel --locked kit.lock --interviewers Chi:people,Dee",
            2,
            "give the names without themes",
        ),
        ("panel --locked kit.lock --shared 2", 2, "--shared"),
        ("panel --locked kit.lock --roster r.csv", 1, "give the names without themes"),
        ("build --lock -", 2, "a lock file cannot be written to standard output"),
    ] {
        let ran = test.run(&format!("{line} -o out"));
        assert_eq!(ran.code, code, "{line}: {}", ran.err);
        assert!(ran.err.contains(said) && !test.path("out").exists(), "{line}: {}", ran.err);
    }
    // The names may be others, and the themes may be said again.
    test.run("panel --locked kit.lock --interviewers Chi:strategy,Dee --format md -o out").ok();
}

/// A lock file as an early version of the program wrote it, whose hashes are of printed words.
const EARLY: &str = "\
# A frozen kit of interview-kit: `--locked` with this file makes exactly it again, or says what has changed.
lock: 1
code: 25KV-MXH8
reserve: 10
shared: []
seats:
  - questions: [intake, hardest-part]
content:
  scale: 0123456789abcdef0123456789abcdef
";

#[test]
fn a_lock_file_of_another_form_is_refused_with_what_can_be_done() {
    for (text, message, help) in [
        (EARLY.to_owned(), "has an old format", "--question ID,ID --order given"),
        (EARLY.replace("lock: 1", "lock: 2"), "has an old format", "--lock"),
        (
            EARLY.replace("lock: 1", "lock: 3"),
            "unsupported lock file version `3`",
            "reads version 2",
        ),
    ] {
        let ran = Test::new().file("kit.lock", &text).run("build --locked kit.lock");
        assert!(ran.code == 1 && ran.err.contains("kit.lock:2:7"), "{}", ran.err);
        assert!(ran.err.contains(message) && ran.err.contains(help), "{}", ran.err);
    }
}

#[test]
fn a_roster_with_one_kit_has_one_lock() {
    let rows = "candidate,interviewers,date\nAna,Chi:people;Dee,Monday\nBo,Chi:people;Eve,Friday\n";
    let test = Test::new().file("r.csv", rows).file("one.csv", "candidate\nFay\n");
    let line = "panel --roster r.csv --minutes 30 --format md --lock kit.lock";
    let ran = test.run(&format!("{line} --dry-run -o out")).ok();
    assert!(!test.path("kit.lock").exists() && !test.path("out").exists(), "{}", ran.err);
    // Each part of a roster freezes the kit of all of it.
    for part in [1, 2] {
        let ran = test.run(&format!("{line} --shard {part}/2 -o out")).ok();
        assert!(
            ran.err.contains("saved kit ") && ran.err.contains(" to kit.lock\n"),
            "{}",
            ran.err
        );
    }
    let lock = test.text("kit.lock");
    // Who interviews every candidate is in it, and who does not is left open.
    assert!(lock.contains("name: Chi") && !lock.contains("Dee") && !lock.contains("Eve"), "{lock}");
    let ran = test.run("panel --locked kit.lock --roster r.csv --format md -o again").ok();
    assert!(ran.err.ends_with("wrote 18 files for 2 interviews to again\n"), "{}", ran.err);
    let name = "001-product-security-manager-30-min-interviewer-1-guide.md";
    assert_eq!(test.text(&format!("out/{name}")), test.text(&format!("again/{name}")));
    // A lock of another kit is not replaced, and then nothing is made.
    let other = "panel --roster r.csv --minutes 45 --format md --lock kit.lock -o other";
    let ran = test.run(other);
    assert!(ran.code == 1 && ran.err.contains("kit.lock already exists"), "{}", ran.err);
    assert!(!test.path("other").exists() && test.text("kit.lock") == lock);
    test.run(&format!("{other} --force")).ok();
    assert_ne!(test.text("kit.lock"), lock);
}

#[test]
fn a_roster_with_several_kits_is_told_which_rows_have_another() {
    let rows = "candidate,role,minutes\nAna,appsec-manager,45\nBo,appsec-manager,60\nChi,devsecops-manager,45\nDee,appsec-manager,45\nEve,nobody,45\n";
    let test = Test::new().file("r.csv", rows);
    let ran = test.run("build --roster r.csv --keep-going --lock kit.lock -o out");
    assert_eq!((ran.code, test.names()), (1, vec!["r.csv".to_owned()]));
    insta::assert_snapshot!(ran.err);
    let good = rows.lines().filter(|line| !line.contains("Bo") && !line.contains("Chi"));
    std::fs::write(test.path("r.csv"), good.collect::<Vec<_>>().join("\n")).unwrap();
    // A row that cannot be made has no kit: the others are locked.
    let ran = test.run("build --roster r.csv --keep-going --lock kit.lock --format md -o out");
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("saved kit ") && ran.err.ends_with("error: row 3 failed\n"),
        "{}",
        ran.err
    );
    assert!(test.text("kit.lock").contains("role: appsec-manager\nminutes: 45\n"));
}
