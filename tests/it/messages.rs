//! What a message says: what is wrong, in which words, and which way out it names.

use crate::support::Test;

/// Runs command lines. Each ends with the code, says all of the first texts, and none of the others.
#[track_caller]
fn check(test: &Test, runs: &[(&str, i32, &[&str], &[&str])]) {
    for (line, code, said, unsaid) in runs {
        let ran = test.run(line);
        let text = format!("{line}: {}{}", ran.out, ran.err);
        assert_eq!(ran.code, *code, "{text}");
        for part in *said {
            assert!(text.contains(part), "{text}\nlacks: {part}");
        }
        for part in *unsaid {
            assert!(!text.contains(part), "{text}\nhas: {part}");
        }
    }
}

/// A bank of one's own that is right, to be made wrong in one place.
const BANK: &str = include_str!("../../examples/support-desk.yaml");

/// A bank with one place changed.
#[track_caller]
fn changed(from: &str, to: &str) -> String {
    assert!(BANK.contains(from), "{from}");
    BANK.replacen(from, to, 1)
}

#[test]
fn an_empty_selection_names_what_each_filter_leaves() {
    check(
        &Test::new(),
        &[
            (
                "list --question intake --exclude intake",
                1,
                &["none of the 18 questions matches", "--question intake: 1 matches\n"],
                &["available values", "together with the filters above\n  --exclude"],
            ),
            (
                "list --size 19 --shared 0",
                1,
                &["19 interviewers need a question each, but only 18 match"],
                &["--limit", "--minutes", "required"],
            ),
            (
                "list --minutes 1",
                1,
                &[
                    "no question fits into 1 minute: 10 minutes are reserved",
                    "set --minutes to 16 or more, or lower --reserve",
                ],
                &["1 minutes"],
            ),
            (
                "list --minutes 3 --reserve 0",
                1,
                &["no question fits into 3 minutes: the shortest question takes 6"],
                &["or lower"],
            ),
            (
                "list --interviewers Ana:strategy,Bo:strategy --limit 1 --shared 0",
                1,
                &["is left for Bo after the other interviewers", "a higher --limit"],
                &["required", "--minutes"],
            ),
        ],
    );
}

#[test]
fn a_limit_alone_is_no_reason_of_time() {
    check(
        &Test::new(),
        &[
            (
                "list --limit 3 --explain",
                0,
                &[
                    "one of the first questions",
                    "add --minutes, which selects the best set of questions",
                ],
                &["fits the time"],
            ),
            ("list --limit 9 --size 2 --explain", 0, &["adds weight"], &["fits the time"]),
            ("list --minutes 60 --explain", 0, &["fits the time (weight "], &["one of the first"]),
            (
                "list --question hardest-part,intake",
                0,
                &["help: broaden the filters: --question"],
                &["--theme"],
            ),
        ],
    );
}

#[test]
fn an_interview_that_is_too_long_is_told_with_its_reserve() {
    check(
        &Test::new(),
        &[(
            "build --format md --dry-run",
            0,
            &["148 minutes (138 for questions, 10 reserved) is too long"],
            &[],
        )],
    );
}

#[test]
fn a_row_without_time_for_a_question_is_told_which_cell_to_change() {
    let test = Test::new()
        .file("cell.csv", "candidate,minutes\nAna,11\n")
        .file("plain.csv", "candidate\nAna\n");
    check(
        &test,
        &[
            (
                "build --roster cell.csv",
                1,
                &["set `minutes` to 16 or more, or lower `reserve`"],
                &["--minutes"],
            ),
            ("build --roster plain.csv --minutes 11", 1, &["set --minutes to 16 or more"], &[]),
        ],
    );
}

#[test]
fn what_is_wrong_with_a_bank_is_said_once_and_with_the_remedy_that_fits() {
    let test = Test::new()
        .file(
            "empty.yaml",
            &changed("    ask: A caller cannot log in. What do you do?", "    ask:"),
        )
        .file("anchor.yaml", &changed("      1: ", "      9: "))
        .file(
            "scale.yaml",
            &changed("  - { score: 2, label: Nearly }", "  - { score: 3, label: Nearly }"),
        )
        .file("number.yaml", &changed("number: 2", "number: 1"));
    check(
        &test,
        &[
            (
                "check empty.yaml",
                1,
                &["`ask` is empty", "add a value after the colon"],
                &["missing"],
            ),
            ("check anchor.yaml", 1, &["use a whole number from 1 to 4"], &["to 7"]),
            (
                "check scale.yaml",
                1,
                &["score 3 is in position 2", "1 error found"],
                &["the scale runs"],
            ),
            (
                "check number.yaml",
                1,
                &["duplicate question number `1`", "change one of them"],
                &["rename"],
            ),
        ],
    );
}

#[test]
fn a_bank_that_is_given_twice_is_one_error() {
    let test = Test::new().file("a.yaml", BANK);
    check(
        &test,
        &[
            (
                "list --bank a.yaml --bank ./a.yaml",
                2,
                &["the bank ./a.yaml is given twice"],
                &["K0"],
            ),
            ("check --together a.yaml a.yaml", 2, &["the bank a.yaml is given twice"], &["K0"]),
            (
                "list --bank built-in --bank built-in",
                2,
                &["the bank built-in is given twice"],
                &["K0"],
            ),
            ("check a.yaml a.yaml", 0, &["checked 2 banks"], &[]),
            (
                "check b.yaml c.yaml",
                1,
                &["cannot read b.yaml: No such file", "cannot read c.yaml: No such file"],
                &["os error"],
            ),
        ],
    );
}

#[test]
fn a_file_message_names_what_can_be_done_with_that_kind_of_file() {
    let test = Test::new().file("a.yaml", BANK).file("a.md", "# A\n").file("kit-guide.md", "mine");
    std::fs::write(test.path("latin.yaml"), b"title: \xE4").unwrap();
    std::fs::write(test.path("latin.csv"), b"candidate\n\xE4").unwrap();
    check(
        &test,
        &[
            (
                "list --bank latin.yaml",
                1,
                &["not valid UTF-8", "save the file as UTF-8"],
                &["Excel"],
            ),
            ("typeset latin.yaml -o x.pdf", 1, &["not valid UTF-8"], &["Excel"]),
            (
                "build --roster latin.csv",
                1,
                &["not valid UTF-8", "in Excel, save it as “CSV UTF-8”"],
                &[],
            ),
            ("build --templates a.yaml", 1, &["a.yaml is not a folder"], &["os error"]),
            (
                "show nonsense --bank a.yaml",
                2,
                &["`interview-kit list --bank a.yaml --format ids`"],
                &[],
            ),
            (
                "build --minutes 45 --format md --name kit",
                1,
                &["kit-guide.md already exists", "with --name or another folder with -o"],
                &[],
            ),
        ],
    );
}

#[test]
fn a_name_that_is_far_off_is_not_suggested() {
    let nearest = |word: &str, known: &[&'static str]| {
        interview_kit::base::text::nearest(word, known.iter().copied())
    };
    assert_eq!(nearest("foo", &["footer", "header"]), None);
    assert_eq!(nearest("foter", &["footer", "header"]), Some("footer"));
    assert_eq!(nearest("appsec", &["appsec-manager"]), Some("appsec-manager"));
}

#[test]
fn what_cannot_be_meant_is_refused_before_anything_is_written() {
    let test = Test::new().file("a.md", "# A\n").file("r.csv", "candidate\nAna\nBo\nChi\n");
    check(
        &test,
        &[
            ("typeset a.md -o x.txt", 2, &["the output is a PDF", "name it x.pdf"], &[]),
            ("build -o x.docx", 2, &["documents cannot be written as .docx"], &[]),
            ("build --name a.pdf", 2, &["must have no extension"], &[]),
            ("panel --interviewers A:,Bo", 2, &["a theme is missing after `:` or `+`"], &[]),
            ("panel --interviewers A:people+,Bo", 2, &["a theme is missing"], &[]),
            (
                "build --roster r.csv --shard 5/8 --format md -o out",
                0,
                &["part 5 of 8 has no rows: the roster has 3 in all"],
                &[],
            ),
        ],
    );
    assert_eq!(test.names(), ["a.md", "r.csv"]);
    let lines = test.command(["build", "--candidate", "a\nb"]).output().unwrap();
    let err = String::from_utf8_lossy(&lines.stderr).into_owned();
    assert!(lines.status.code() == Some(2) && err.contains("must be one line"), "{err}");
}

#[test]
fn a_template_that_prints_nothing_is_an_error() {
    let test = Test::new();
    std::fs::create_dir(test.path("t")).unwrap();
    std::fs::write(test.path("t/guide.md"), "{# nothing #}\n").unwrap();
    let ran = test.run("build --minutes 45 --format md --templates t -o out");
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("the template `guide.md` prints nothing"), "{}", ran.err);
}
