//! Packets for a roster: rows, names, faults, and the same bytes however they are made.

use std::collections::BTreeMap;

use crate::support::{Test, below};

const ROSTER: &str = "\
candidate,position,role,minutes,interviewers
Ana Silva,AppSec Manager,appsec-manager,45,\"Ana:strategy,Bo:execution\"
\"Zoë \"\"Z\"\" Ångström\",DevSecOps Manager,devsecops-manager,60,Chi;Dee:people+strategy
李小龍,,,30,\"Eve,Fay\"
,Lead,first-line-lead,45,Gil; Hal
";

/// The same for `build`, which makes a packet for one interviewer.
const SINGLES: &str = "\
candidate,position,role,minutes,interviewer
Ana Silva,AppSec Manager,appsec-manager,45,Ana
\"Zoë \"\"Z\"\" Ångström\",DevSecOps Manager,devsecops-manager,60,Chi
李小龍,,,30,Eve
,Lead,first-line-lead,45,Gil
";

fn files(test: &Test, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(test.path(folder)).unwrap();
    entries
        .map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn every_row_is_a_packet_of_its_own_named_after_its_number_and_what_was_chosen() {
    let test = Test::new().file("r.csv", SINGLES);
    let ran = test.run("build --documents guide --roster r.csv --format md -o out").ok();
    assert!(ran.err.ends_with("\nwrote 4 files for 4 interviews to out\n"), "{}", ran.err);
    let files = files(&test, "out");
    assert_eq!(
        files.keys().map(String::as_str).collect::<Vec<_>>(),
        [
            "001-appsec-manager-45-min-guide.md",
            "002-devsecops-manager-60-min-guide.md",
            "003-product-security-manager-30-min-guide.md",
            "004-first-line-lead-45-min-guide.md"
        ]
    );
    let second = String::from_utf8_lossy(&files["002-devsecops-manager-60-min-guide.md"]);
    assert_eq!(below(&second, "Candidate"), "Zoë \"Z\" Ångström");
    assert_eq!(below(&second, "Interviewer"), "Chi");
}

#[test]
fn a_roster_gives_the_bytes_that_its_rows_give_one_by_one() {
    // Without a name, the id of a packet depends on its row.
    let roster = "\
name,candidate,position,role,minutes,interviewers
x,Ana Silva,AppSec Manager,appsec-manager,45,Ana
,Bo,,,30,Eve
";
    let test = Test::new().file("r.csv", roster);
    test.run("build --roster r.csv -o many").ok();
    let many = files(&test, "many");
    let mut command = test.command([
        "build",
        "--role",
        "appsec-manager",
        "--minutes",
        "45",
        "--candidate",
        "Ana Silva",
        "--position",
        "AppSec Manager",
        "--interviewer",
        "Ana",
        "-o",
        "one",
        "--name",
        "x",
    ]);
    assert!(command.output().unwrap().status.success());
    let one = files(&test, "one");
    for name in ["x-packet.pdf", "x-guide.md", "x-scoring.md", "x-scorecard.md"] {
        assert_eq!(one[name], many[name], "{name}");
    }
}

/// The streams of objects of a PDF, as it has them.
fn object_streams(pdf: &[u8]) -> Vec<&[u8]> {
    let find = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).position(|it| it == mark);
    let mut streams = Vec::new();
    let mut rest = pdf;
    while let Some(start) = find(rest, b"/Type/ObjStm") {
        rest = &rest[start..];
        let (from, to) = (find(rest, b"stream\n").unwrap(), find(rest, b"\nendstream").unwrap());
        streams.push(&rest[from..to]);
        rest = &rest[to..];
    }
    streams
}

/// Names of candidates: alike, of other lengths and in other letters, in the same letters in another order, one that is cut off, and those that fields
/// have as well.
const NAMES: [&str; 15] = [
    "Ana Silva",
    "Bo",
    "Zoë Ångström",
    "Notes",
    "Łukasz Żak",
    "Bo Silva",
    "李雷",
    "雷李",
    "Ana Silva",
    "Date",
    "محمد علي",
    "A name that is so long that it has room neither at the head of a page nor on a line of the particulars",
    "李雷",
    "雷李",
    "Office Affiliate",
];

/// The packets of a roster of these names, and the packet of each that is made alone.
fn many_and_alone(options: &[&str], pdfs: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let rows = NAMES.iter().enumerate().map(|(row, name)| format!("{row},{name}\n"));
    let roster = "name,candidate\n".to_owned() + &rows.collect::<String>();
    let test = Test::new().file("r.csv", &roster);
    let build = |arguments: &[&str]| {
        let output = test.command(["build"].iter().chain(arguments).chain(options)).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    build(&["--roster", "r.csv", "-o", "many"]);
    let many = files(&test, "many");
    for (row, name) in NAMES.iter().enumerate() {
        let number = row.to_string();
        build(&["-o", "one", "--name", &number, "--candidate", name]);
        let one = files(&test, "one");
        for pdf in pdfs {
            let pdf = format!("{row}{pdf}");
            assert!(one[&pdf] == many[&pdf], "{pdf} of {name} {options:?}");
        }
    }
    many
}

#[test]
fn kits_that_share_pages_have_the_bytes_of_kits_that_are_made_alone() {
    let all = ["-packet.pdf", "-guide.md", "-scoring.md", "-scorecard.md"];
    let many = many_and_alone(&["--limit", "5"], &all);
    // What names the candidate is written apart from the objects that are compressed once.
    let streams =
        ["0-packet.pdf", "1-packet.pdf", "5-packet.pdf"].map(|pdf| object_streams(&many[pdf]));
    assert!(!streams[0].is_empty());
    assert!(streams.windows(2).all(|pair| pair[0] == pair[1]));
    many_and_alone(&["--limit", "2", "--language", "de", "--large-print"], &all);
    many_and_alone(&["--limit", "2", "--language", "ar"], &all);
    let each = ["-guide.pdf", "-scoring.pdf", "-scorecard.pdf"];
    many_and_alone(&["--limit", "3", "--collate=none", "--format", "pdf"], &each);
    let guide = ["--documents", "guide", "--minutes", "45", "--paper", "letter"];
    many_and_alone(&guide, &[".pdf", ".md"]);
}

#[test]
fn a_roster_may_be_yaml_and_come_from_standard_input() {
    let yaml = "\
- candidate: Ana Silva
  position: AppSec Manager
  role: appsec-manager
  minutes: 45
  interviewers: [Ana:strategy, Bo:execution]
- candidate: 'Zoë \"Z\" Ångström'
  position: DevSecOps Manager
  role: devsecops-manager
  minutes: 60
  interviewers: Chi; Dee:people+strategy
- {candidate: 李小龍, minutes: 30, interviewers: [Eve, Fay]}
- {position: Lead, role: first-line-lead, minutes: 45, interviewers: [Gil, Hal]}
";
    let test = Test::new().file("r.csv", ROSTER);
    test.run("panel --roster r.csv --format md -o csv").ok();
    test.run_with("panel --roster - --format md -o yaml", yaml).ok();
    assert_eq!(files(&test, "csv"), files(&test, "yaml"));
    assert_eq!(files(&test, "csv").len(), 4 * 9);
}

#[test]
fn separators_of_other_offices_are_understood() {
    let test = Test::new();
    for (separator, name) in [(",", "comma"), (";", "semicolon"), ("\t", "tabulator")] {
        let text = ["\u{FEFF}Candidate", "Minutes", "Keep_until"].join(separator)
            + "\r\n\r\n"
            + &["Ana", "30", "2027-05-31"].join(separator)
            + "\r\n"
            + separator
            + separator
            + "\r\n";
        let ran = test
            .run_with(&format!("build --documents guide --roster - --format md -o {name}"), &text)
            .ok();
        let wrote = format!("\nwrote 1 file for 1 interview to {name}\n");
        assert!(ran.err.ends_with(&wrote), "{}", ran.err);
    }
    assert_eq!(files(&test, "comma"), files(&test, "semicolon"));
    assert_eq!(files(&test, "comma"), files(&test, "tabulator"));
}

#[test]
fn all_rows_are_checked_before_the_first_file_is_written() {
    let roster = "\
candidate,role,minutes,theme,question
Ana,appsec-manager,45,,
Bo,appsec-manger,45,,
\"Chi
(two lines)\",,12,,
Dee,,4x,peeple,a b
Eve,,,people,intake,more
";
    let test = Test::new().file("bad.csv", roster);
    let ran = test.run("build --documents guide --roster bad.csv -o out");
    assert_eq!((ran.code, test.path("out").exists()), (1, false));
    insta::assert_snapshot!(ran.err);
}

#[test]
fn a_heading_that_is_no_column_is_told_the_nearest() {
    let ran =
        Test::new().run_with("build --documents guide --roster -", "candidat,minutes\nAna,45\n");
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("<stdin>:1:1") && ran.err.contains("did you mean `candidate`?"),
        "{}",
        ran.err
    );
    let ran = Test::new().run_with("build --documents guide --roster -", "candidate\n");
    assert!(ran.err.contains("the roster has no interviews"), "{}", ran.err);
}

#[test]
fn a_date_or_a_time_that_nobody_has_is_told_with_its_row_and_column() {
    let csv = "\
candidate,date,time,keep-until
Ana,2026-13-45,9:00,2027-06-30
Bo,2026/02/29,25:99,2027-06-31
Chi,2 March,after lunch,six months
";
    let yaml = "\
- {candidate: Ana, date: 2026-13-45, time: \"9:00\", keep_until: 2027-06-30}
- {candidate: Bo, date: 2026/02/29, time: \"25:99\", keep_until: 2027-06-31}
- {candidate: Chi, date: 2 March, time: after lunch, keep_until: six months}
";
    let test = Test::new().file("r.csv", csv).file("r.yaml", yaml);
    for roster in ["r.csv", "r.yaml"] {
        let ran = test.run(&format!("build --limit 1 --roster {roster} -o out"));
        assert_eq!((ran.code, test.path("out").exists()), (1, false));
        insta::assert_snapshot!(ran.err);
    }
    // A schedule is computed from the time, which is told only once.
    let ran = test.run("panel --size 2 --limit 4 --roster r.csv --keep-going --json -o out");
    assert_eq!(ran.err.matches("25:99` is not").count(), 1, "{}", ran.err);
}

#[test]
fn a_packet_of_several_interviewers_is_one_of_a_panel() {
    let roster = "candidate,interviewers\nAna,Bo;Chi\nDee,Eve:people\nFay,Gil\n";
    let test = Test::new().file("r.csv", roster);
    let ran = test.run("build --limit 1 --roster r.csv -o out");
    assert_eq!((ran.code, test.path("out").exists()), (1, false));
    assert!(ran.err.contains("r.csv:2:5") && ran.err.contains("r.csv:3:5"), "{}", ran.err);
    assert!(!ran.err.contains("r.csv:4"), "one interviewer is nobody else: {}", ran.err);
    assert!(ran.err.contains("use `panel --roster`, or one row for each interviewer"));
    // A roster for `panel` names the interviewer of a single interview in a column of its own.
    let both = "candidate,interviewer,interviewers\nAna,Bo,Bo;Chi\n";
    let test = Test::new().file("r.csv", both);
    test.run("build --limit 1 --roster r.csv --documents guide --format md -o out").ok();
    let (_, guide) = files(&test, "out").pop_first().unwrap();
    assert_eq!(below(&String::from_utf8_lossy(&guide), "Interviewer"), "Bo");
}

#[test]
fn names_of_files_are_not_taken_for_those_of_candidates_in_silence() {
    let test = Test::new().file("r.csv", "name,minutes\nAna Silva,30\n");
    let line = "build --roster r.csv --documents guide --format md -o out";
    let note = "no row has a `candidate`";
    let ran = test.run(line).ok();
    assert!(ran.err.contains(note) && ran.err.contains("add the column `candidate`"));
    for no_need in ["--quiet", "--candidate Bo --force"] {
        let ran = test.run(&format!("{line} {no_need}")).ok();
        assert!(!ran.err.contains(note), "{}", ran.err);
    }
    let test = Test::new().file("r.csv", "name,candidate\na,Ana\nb,\n");
    assert!(!test.run(line).ok().err.contains(note));
}

#[test]
fn a_quotation_mark_inside_a_cell_is_a_letter() {
    let ran = Test::new().run_with(
        "build --documents guide --roster -",
        "candidate,position,minutes\n5\" Ana,a \"b\" c,4x\nBo,,45\n",
    );
    assert!(ran.err.contains("<stdin>:2:16") && ran.err.contains("`4x`"), "{}", ran.err);
}

#[test]
fn a_roster_of_more_rows_than_anybody_interviews_is_refused() {
    let roster = format!("candidate\n{}", "a\n".repeat(100_001));
    let ran = Test::new().run_with("build --documents guide --roster -", &roster);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("<stdin>:100002:1") && ran.err.contains("more than 100000"),
        "{}",
        ran.err
    );
}

#[test]
fn what_can_be_made_is_made_with_keep_going_and_the_rest_is_told() {
    let test = Test::new().file("r.csv", "candidate,role\nAna,appsec-manager\nBo,nobody\nChi,\n");
    let ran =
        test.run("build --documents guide --roster r.csv --format md -o out --keep-going --json");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("r.csv:3:4: ") || ran.err.contains("r.csv:3:4\n"), "{}", ran.err);
    assert!(ran.err.ends_with("error: row 2 failed\n"), "{}", ran.err);
    let manifest: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let failure = serde_json::json!({
        "row": 2,
        "code": "unknown-name",
        "message": "unknown role",
        "field": "role",
        "file": null,
        "line": 3,
        "column": 4,
        "help": ["expected one of: `product-security-manager`, `appsec-manager`, `devsecops-manager`, `first-line-lead`, `senior-product-security-manager`"],
    });
    assert_eq!(manifest["failures"], serde_json::json!([failure]));
    let rows: Vec<u64> = manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["row"].as_u64().unwrap())
        .collect();
    assert_eq!(rows, [1, 3]);
    assert_eq!(files(&test, "out").len(), 2);
}

#[test]
fn names_are_safe_and_distinct_whatever_they_say() {
    let long = "x".repeat(300);
    let odd = [
        "../../etc/passwd",
        "a/b\\c",
        "",
        "a\u{7}b",
        "😀",
        "\u{202E}gpj.exe",
        &long,
        &long,
        "Ana",
        "ana",
        "ana-2",
        "CON",
        "con.txt",
        ".hidden",
        "Zoë",
        "Zoe\u{308}",
        "李小龍",
        "..",
        "-",
    ];
    let mut roster = "name,candidate\n".to_owned();
    for name in odd {
        roster += &format!("\"{name}\",x\n");
    }
    let test = Test::new().file("r.csv", &roster);
    let ran = test.run("build --documents guide --roster r.csv --format md --limit 1 -o out").ok();
    let wrote = format!("\nwrote {0} files for {0} interviews to out\n", odd.len());
    assert!(ran.err.ends_with(&wrote), "{}", ran.err);
    let names: Vec<String> = files(&test, "out").into_keys().collect();
    assert_eq!(test.names(), ["out", "r.csv"]);
    let lower: std::collections::BTreeSet<String> =
        names.iter().map(|name| name.to_lowercase()).collect();
    assert_eq!(lower.len(), odd.len());
    for name in &names {
        assert!(name.len() <= 140, "{name}");
        let is_safe = |char: char| char.is_alphanumeric() || "-._".contains(char);
        assert!(name.chars().all(is_safe) && !name.starts_with('.'), "{name}");
    }
    let shown = names.iter().map(|name| &name[..name.len().min(40)]);
    insta::assert_snapshot!(shown.collect::<Vec<_>>().join("\n"));
}

#[test]
fn each_packet_is_told_of_what_is_strange_about_a_text_that_all_share() {
    let test = Test::new().file("r.csv", "candidate\nAda\nBo Bo\nCy\nDi\n");
    std::fs::create_dir(test.path("own")).unwrap();
    let names = r#"{"candidate": {"label": "Candidate", "name": candidate}}"#;
    let front = format!("{{{{ front_matter(title=\"G\", lang=lang, names={names}) }}}}\n");
    let template = front + "# A\n\n[there](#nowhere)\n";
    std::fs::write(test.path("own/guide.md"), template).unwrap();
    let ran = test.run("build --templates own --documents guide --roster r.csv -o kits").ok();
    for row in 1..=4 {
        let name = format!("00{row}-product-security-manager-guide.md");
        let guide = std::fs::read_to_string(test.path("kits").join(&name)).unwrap();
        let line = guide.lines().position(|line| line.starts_with("[there]")).unwrap() + 1;
        let place = format!("<{name} from the template guide.md>:{line}:1\n");
        assert_eq!(ran.err.matches(&place).count(), 1, "{}", ran.err);
    }
}

#[test]
fn what_is_there_already_and_the_same_is_left_alone() {
    let test = Test::new().file("r.csv", SINGLES);
    test.run("build --documents guide --roster r.csv --format md -o out").ok();
    let path = test.path("out").join("002-devsecops-manager-60-min-guide.md");
    let before = std::fs::metadata(&path).unwrap().modified().unwrap();
    std::fs::remove_file(test.path("out").join("001-appsec-manager-45-min-guide.md")).unwrap();
    let ran = test.run("build --documents guide --roster r.csv --format md -o out").ok();
    let wrote = "\nwrote 1 file for 4 interviews to out; 3 unchanged\n";
    assert!(ran.err.ends_with(wrote), "{}", ran.err);
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), before);
    std::fs::write(&path, "mine").unwrap();
    let ran = test.run("build --documents guide --roster r.csv --format md -o out");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("row 2: ") && ran.err.contains("already exists"), "{}", ran.err);
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
    test.run("build --documents guide --roster r.csv --format md -o out --force").ok();
    assert_ne!(std::fs::read(&path).unwrap(), b"mine");
}

#[test]
fn shards_together_are_the_whole() {
    let mut roster = "candidate,name\n".to_owned();
    for row in 0..11 {
        roster += &format!("Candidate {row},same\n");
    }
    let test = Test::new().file("r.csv", &roster);
    test.run("build --documents guide --roster r.csv --format md --limit 1 -o whole").ok();
    for part in 1..=4 {
        test.run(&format!(
            "build --documents guide --roster r.csv --format md --limit 1 -o parts --shard {part}/4"
        ))
        .ok();
    }
    assert_eq!(files(&test, "whole"), files(&test, "parts"));
    assert_eq!(files(&test, "whole").len(), 11);
    let ran = test.run("build --documents guide --roster r.csv --shard 5/4");
    assert_eq!(ran.code, 2);
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_whole_files_only_and_says_so() {
    use std::process::{Command, Stdio};
    let mut roster = "candidate\n".to_owned();
    for row in 0..3000 {
        roster += &format!("Candidate {row}\n");
    }
    let test = Test::new().file("r.csv", &roster);
    let mut command = test.command(["build", "--roster", "r.csv", "-o", "out", "--format", "pdf"]);
    let child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    // As soon as something is there, the run is stopped; were it done already, the test would say so.
    while std::fs::read_dir(test.path("out")).map_or(0, Iterator::count) == 0 {
        std::thread::yield_now();
    }
    assert!(
        Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success()
    );
    let ran = crate::support::Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.code, 130, "{}", ran.err);
    assert!(ran.err.contains("interrupted: files already written are complete"), "{}", ran.err);
    let files = files(&test, "out");
    assert!(!files.is_empty() && files.len() < 3000, "{}", files.len());
    for (name, bytes) in files {
        assert!(!name.starts_with('.') && bytes.ends_with(b"%%EOF\n"), "{name}");
    }
}
