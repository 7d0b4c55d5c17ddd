//! What is past the date until which it is kept is listed, and removed only if somebody says so.

use interview_kit::base::files::{remove_file, today};
use interview_kit::base::hash;
use interview_kit::base::unit::Date;
use interview_kit::evaluate::retention::{RetainedDocument, RetentionStatus, retention};
use serde_json::Value;

#[cfg(unix)]
use crate::support::Ran;
use crate::support::Test;
use crate::verify_files::{Form, assert_in_schema, returned, returned_forms};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn document(packet: &str, dates: &[&str]) -> RetainedDocument {
    RetainedDocument {
        kit: "F9KV-9EZA".to_owned(),
        packet: packet.to_owned(),
        document: "guide".to_owned(),
        dates: dates.iter().map(|date| date.parse().ok()).collect(),
    }
}

fn status(files: &[Vec<RetainedDocument>]) -> RetentionStatus {
    let files: Vec<&[RetainedDocument]> = files.iter().map(Vec::as_slice).collect();
    retention(&files, day("2027-06-01"))[0]
}

#[test]
fn a_file_is_past_only_if_every_date_that_concerns_it_is() {
    let past = |date| RetentionStatus::Past(day(date));
    assert_eq!(status(&[vec![document("A", &["2027-05-27"])]]), past("2027-05-27"));
    // The last day is a day on which it is kept.
    assert_eq!(
        status(&[vec![document("A", &["2027-06-01"])]]),
        RetentionStatus::KeptUntil(day("2027-06-01"))
    );
    assert_eq!(status(&[vec![document("A", &[])]]), RetentionStatus::NoDate);
    assert_eq!(status(&[Vec::new()]), RetentionStatus::NoDate);
    assert_eq!(status(&[vec![document("A", &["soon"])]]), RetentionStatus::UnclearDate);
    // The dates of a packet concern all its documents, and the latest counts.
    let later = |date: &'static str| vec![document("A", &[date])];
    assert_eq!(status(&[later("2026-01-01"), later("2027-05-01")]), past("2027-05-01"));
    assert_eq!(
        status(&[later("2026-01-01"), later("2028-01-01")]),
        RetentionStatus::KeptUntil(day("2028-01-01"))
    );
    assert_eq!(status(&[vec![document("A", &[])], later("2027-01-01")]), past("2027-01-01"));
    assert_eq!(status(&[later("2026-01-01"), later("27 May 2027")]), RetentionStatus::UnclearDate);
    // Another packet does not concern it, unless it is in the same file.
    assert_eq!(
        status(&[later("2026-01-01"), vec![document("B", &["2028-01-01"])]]),
        past("2026-01-01")
    );
    let both = |date: &'static str| vec![document("A", &["2026-01-01"]), document("B", &[date])];
    assert_eq!(status(&[both("2027-01-01")]), past("2027-01-01"));
    assert_eq!(status(&[both("2028-01-01")]), RetentionStatus::KeptUntil(day("2028-01-01")));
    assert_eq!(status(&[both("?")]), RetentionStatus::UnclearDate);
    assert_eq!(
        status(&[vec![document("A", &["2026-01-01"]), document("B", &[])]]),
        RetentionStatus::NoDate
    );
}

/// Three packets, of which two are past their date in June 2027, their records, and what else lies in a folder.
fn folder() -> Test {
    let test = returned();
    test.run("collect returned -o returned/records.json -q").ok();
    let put = |name: &str, bytes: &[u8]| {
        std::fs::write(test.path(&format!("returned/{name}")), bytes).unwrap();
    };
    put("cover-letter.txt", b"Dear all");
    put("settings.json", b"{\"records\": true}");
    put("kit.lock", &test.read("kit.lock"));
    let records = test.text("returned/records.json");
    let mut one: Value = serde_json::from_str(&records).unwrap();
    let is_third = |it: &Value| it["file"].as_str().unwrap().contains("three");
    one["records"].as_array_mut().unwrap().retain(|it| !is_third(it));
    put("first.json", one.to_string().as_bytes());
    test
}

fn names(test: &Test) -> Vec<String> {
    let entries = std::fs::read_dir(test.path("returned")).unwrap();
    let mut names: Vec<String> =
        entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_past_its_date_is_listed_and_not_removed() {
    let test = folder();
    let before = names(&test);
    insta::assert_snapshot!(test.run("purge returned --on 2027-06-01").ok().whole());
    assert_eq!(names(&test), before);
    let early = test.run("purge returned --on 2027-05-27 --yes").ok();
    assert!(early.err.contains("0 files removed"), "{}", early.err);
    assert_eq!(names(&test), before);
}

#[test]
fn with_yes_it_is_removed_and_a_log_without_names_says_so() {
    let test = folder();
    let guide = hash::sha256_hex(&test.read("returned/one-interviewer-1-guide.md"));
    let before = names(&test).len();
    let ran = test.run("purge returned --on 2027-06-01 --yes --format json").ok();
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    let schema: Value = serde_json::from_str(&test.run("schema purge").ok().out).unwrap();
    assert_in_schema(&log, &schema, &schema, "");
    assert!(["Ana", "Bo Li", "Cai", ".md", "returned"].iter().all(|it| !ran.out.contains(it)));
    let files = log["files"].as_array().unwrap();
    let removed: Vec<&Value> = files.iter().filter(|it| it["action"] == "removed").collect();
    let gone = removed.iter().find(|it| it["sha256"] == guide).unwrap();
    assert_eq!(gone["keep_until"], "2027-05-27");
    assert_eq!(gone["documents"][0]["document"], "guide");
    let left = names(&test);
    assert_eq!(left.len(), before - removed.len());
    let is_kept = |name: &str| left.contains(&name.to_owned());
    for name in ["cover-letter.txt", "settings.json", "kit.lock", "records.json"] {
        assert!(is_kept(name), "{name}");
    }
    assert!(!is_kept("first.json"), "all records in it are past their date");
    assert!(left.iter().all(|name| !name.starts_with("one-") && !name.starts_with("two-")));
    assert_eq!(left.iter().filter(|name| name.starts_with("three-")).count(), 9);
}

#[test]
fn a_date_that_is_not_beyond_doubt_keeps_the_whole_packet() {
    let test = Test::new();
    test.run("build --limit 2 --format md --keep-until 2020-01-01 -o a -q").ok();
    test.run("build --limit 2 --format md --documents debrief -q --name again -o a").ok();
    let (field, blank) = ("<!-- field: keep-until -->", "_".repeat(20));
    let form = test.text("a/again.md");
    assert!(form.contains(&format!("{field}{blank}")), "{form}");
    let form = form.replace(&format!("{field}{blank}"), &format!("{field}__1 May 2020__"));
    std::fs::write(test.path("a/again.md"), form).unwrap();
    let ran = test.run("purge a --yes --on 2027-01-01").ok();
    assert!(
        ran.out.contains("unclear date") && ran.err.contains("write the date as 2027-05-27"),
        "{}",
        ran.out
    );
    assert!(
        ran.err.contains("1 file kept"),
        "only the packet with the unclear date is kept: {}",
        ran.err
    );
    // Without a date nothing goes.
    let test = Test::new();
    test.run("build --limit 2 --format md -o a -q").ok();
    let ran = test.run("purge a --yes").ok();
    assert!(ran.out.contains("no date") && ran.err.starts_with("3 files kept"), "{}", ran.err);
}

#[test]
fn the_clock_says_which_day_it_is_unless_the_command_line_does() {
    assert!(today().unwrap() > day("2025-01-01"));
    let test = Test::new();
    test.run("build --limit 1 --format md --keep-until 2001-01-01 -o a -q").ok();
    assert!(test.run("purge a").ok().err.contains("3 files past the date"));
    assert!(test.run("purge a --on 2001-01-01").ok().err.contains("nothing is past its date"));
    let wrong = test.run("purge a --on 1/2/2003");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("expected a date such as 2027-05-27"), "{}", wrong.err);
    assert_eq!(test.run("purge nowhere").code, 1);
}

#[test]
fn only_the_very_file_that_was_judged_is_removed() {
    let test = Test::new().file("a.md", "one");
    let path = test.path("a.md");
    let sum = hash::sha256_hex(b"one");
    let other = remove_file(&path, &hash::sha256_hex(b"two"), 100).unwrap_err();
    assert!(other.to_string().contains("it was changed meanwhile"));
    assert!(remove_file(&path, &sum, 2).is_err(), "it is larger than is read");
    assert!(remove_file(&test.path("b.md"), &sum, 100).is_err());
    assert!(path.exists());
    remove_file(&path, &sum, 100).unwrap();
    assert!(!path.exists());
}

#[cfg(unix)]
#[test]
fn links_are_neither_followed_nor_removed() {
    let test = Test::new();
    test.run("build --limit 1 --format md --keep-until 2001-01-01 --name x -o a/b -q").ok();
    test.run("build --limit 1 --format md --keep-until 2001-01-01 --name y -o outside -q").ok();
    let link = |to: &str, name: &str| {
        std::os::unix::fs::symlink(test.path(to), test.path(&format!("a/{name}"))).unwrap();
    };
    link("a/b", "c");
    link("a/b/x-guide.md", "guide.md");
    link("outside", "outside");
    let ran = test.run("purge a --yes").ok();
    assert!(
        ran.err.contains("note: 3 links not followed: a/c, a/guide.md, a/outside")
            && ran.err.contains("3 files removed; 0 files kept; 0 other files not touched"),
        "{}",
        ran.err
    );
    assert!(test.path("outside/y-guide.md").exists());
    assert!(test.path("a/guide.md").is_symlink() && test.path("a/c").is_symlink());
    assert!(test.path("a/b").is_dir(), "the folder stays");
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_removed_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let test = Test::new();
    test.run("build --limit 1 --format md --keep-until 2001-01-01 -o a -q").ok();
    let set = |mode| {
        std::fs::set_permissions(test.path("a"), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    set(0o555);
    // Whoever may do everything removes from a folder that nobody may write to.
    let is_bound = std::fs::write(test.path("a/x"), "").is_err();
    let ran = test.run("purge a --yes");
    set(0o755);
    if is_bound {
        assert_eq!(ran.code, 1);
        assert!(ran.out.contains("not removed") && ran.err.contains("3 files were not removed"));
        assert_eq!(std::fs::read_dir(test.path("a")).unwrap().count(), 3);
    }
}

fn put(test: &Test, name: &str, bytes: &[u8]) {
    std::fs::write(test.path(&format!("returned/{name}")), bytes).unwrap();
}

/// What becomes of the files of a folder in June 2027: the words before the name, by names.
fn fates(test: &Test) -> (Vec<(String, String)>, String) {
    let ran = test.run("purge returned --on 2027-06-01").ok();
    let line = |line: &str| {
        let (fate, name) = line.split_once("returned/").unwrap();
        (name.to_owned(), fate.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    (ran.out.lines().skip(1).map(line).collect(), ran.err)
}

#[test]
fn a_document_that_is_refused_keeps_its_packet() {
    let test = returned();
    let debrief = test.text("returned/one-debrief.md").replace("2027-05-27", "2040-01-01");
    put(&test, "one-debrief.md", debrief.replacen("## ", "## New: ", 1).as_bytes());
    let (fates, err) = fates(&test);
    assert!(err.contains("returned/one-debrief.md is kept: this text was edited"), "{err}");
    for (name, fate) in fates {
        let expected = match name.as_str() {
            "one-debrief.md" => "kept not read 5PGXQ",
            name if name.starts_with("one") => "kept unclear date 5PGXQ",
            name if name.starts_with("two") => "past 2027-05-27 C8T58",
            _ => "kept 2027-06-30 64MN2",
        };
        assert_eq!(fate, expected, "{name}");
    }
}

#[test]
fn what_was_read_of_a_file_before_a_fault_counts() {
    let test = returned_forms();
    let path = test.path("returned/two-interviewer-2-packet.pdf");
    let mut form = Form::read(&path);
    form.0.delete_pages(&[3]);
    form.write(&path);
    let (fates, err) = fates(&test);
    assert!(err.contains("two-interviewer-2-packet.pdf is kept"), "{err}");
    for (name, fate) in fates {
        let is_past = name.starts_with("one");
        assert_eq!(fate.starts_with("past"), is_past, "{name}: {fate}");
        assert!(!name.starts_with("two") || fate.ends_with("C8T58"), "{name}: {fate}");
    }
}

#[test]
fn what_may_be_of_any_packet_keeps_everything() {
    let pdf = returned_forms().read("returned/one-debrief.pdf");
    let records = {
        let test = returned();
        test.run("collect returned -o records.json -q").ok();
        test.read("records.json")
    };
    let files: [(&str, &[u8]); 5] = [
        ("cut-off.pdf", &pdf[..pdf.len() / 2]),
        ("records.json", &records[..records.len() / 2]),
        ("records.txt", &records[..records.len() / 3]),
        ("empty.md", b""),
        ("old.json", b"{\"records\": [{}], \"refused\": []}"),
    ];
    for (name, bytes) in files {
        let test = returned();
        put(&test, name, bytes);
        let before = names(&test);
        let ran = test.run("purge returned --on 2027-06-01 --yes").ok();
        assert_eq!(names(&test), before, "{name}");
        assert!(ran.err.contains(&format!("returned/{name} is kept: ")), "{}", ran.err);
        assert!(ran.err.contains("18 files past the date and kept: "), "{}", ran.err);
        assert!(ran.err.contains("0 files removed"), "{}", ran.err);
    }
    // What others have made does not.
    let test = returned();
    put(&test, "cv.pdf", &pdf);
    let path = test.path("returned/cv.pdf");
    let mut form = Form::read(&path);
    form.0.catalog_mut().unwrap().remove(b"AcroForm");
    form.write(&path);
    put(&test, "photo.jpg", b"\xFF\xD8\xFF\xE0\x00JFIF");
    put(&test, "notes.txt", b"caf\xE9");
    put(&test, "damaged.json", b"{\"theme\": ");
    let ran = test.run("purge returned --on 2027-06-01 --yes").ok();
    assert!(ran.err.contains("18 files removed"), "{}", ran.err);
}

/// Runs `purge` with a pipe as its standard output, of which the caller has the other end.
#[cfg(unix)]
fn piped(test: &Test, line: &str) -> (std::process::Child, std::io::PipeReader) {
    let (reader, writer) = std::io::pipe().unwrap();
    let mut command = test.command(line.split_whitespace());
    let child = command.stdout(writer).stderr(std::process::Stdio::piped()).spawn().unwrap();
    (child, reader)
}

#[cfg(unix)]
#[test]
fn nothing_is_removed_if_nobody_takes_the_log() {
    let test = returned();
    let before = names(&test);
    for format in ["json", "table"] {
        let line = format!("purge returned --on 2027-06-01 --yes --format {format}");
        let (child, reader) = piped(&test, &line);
        drop(reader);
        let ran = Ran::of(child.wait_with_output().unwrap());
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains("cannot write standard output: "), "{}", ran.err);
        assert!(ran.err.contains("nothing was removed"), "{}", ran.err);
        assert_eq!(names(&test), before);
    }
    // Who only looks may close the pipe.
    let (child, reader) = piped(&test, "purge returned --on 2027-06-01");
    drop(reader);
    assert_eq!(Ran::of(child.wait_with_output().unwrap()).code, 0);
}

#[cfg(unix)]
#[test]
fn what_was_removed_before_the_log_ended_is_named() {
    use std::io::Read as _;
    let test = returned();
    let guide = test.read("returned/one-interviewer-1-guide.md");
    for number in 0..1000 {
        put(&test, &format!("copy-{number:04}.md"), &guide);
    }
    let before = names(&test);
    let (child, mut reader) = piped(&test, "purge returned --on 2027-06-01 --yes --format json");
    // More than is read here does not fit into a pipe, so that the program has to wait.
    reader.read_exact(&mut [0; 4096]).unwrap();
    drop(reader);
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.code, 1, "{}", ran.err);
    let left = names(&test);
    assert!(left.len() < before.len() && left.iter().any(|name| name.starts_with("copy-")));
    for name in before {
        let line = format!("  returned/{name} (SHA-256 {}", &hash::sha256_hex(&guide)[..8]);
        let is_named = ran.err.lines().any(|it| it.starts_with(&line));
        assert_eq!(is_named, !left.contains(&name) && name.starts_with("copy-"), "{name}");
    }
}

#[test]
fn the_log_is_the_same_document_as_a_list_of_what_is_past() {
    for test in [returned(), Test::new().file("a.txt", "x")] {
        let folder = if test.path("returned").exists() { "returned" } else { "." };
        let run = |options: &str| {
            let ran = test.run(&format!("purge {folder} --on 2027-06-01 --json {options}")).ok();
            let read: Value = serde_json::from_str(&ran.out).unwrap();
            assert_eq!(
                serde_json::to_string_pretty(&read).unwrap().lines().count(),
                ran.out.lines().count()
            );
            assert!(ran.out.ends_with("}\n"));
            read
        };
        let (listed, mut done) = (run(""), run("--yes"));
        done["removes"] = Value::Bool(false);
        for file in done["files"].as_array_mut().unwrap() {
            if file["action"] == "removed" {
                file["action"] = Value::from("past");
            }
        }
        assert_eq!(listed, done);
    }
}

/// What `examples/scorecard-request.sh` makes.
const REQUEST: &str = r#"{
  "external_id": "EASRH-1", "candidate": "Ana Silva", "interviewer": "R. Okafor", "submitted_at": null,
  "overall_recommendation": "yes", "notes": null, "attributes": []
}"#;

#[test]
fn tables_and_reports_are_named_and_kept() {
    let test = returned();
    test.run("collect returned -o records.json -q").ok();
    let table = {
        test.run("collect returned -o records.csv -q").ok();
        test.text("records.csv")
    };
    let out = |line: &str| test.run(line).out;
    let reports = [
        ("table.csv", table.clone()),
        ("excel.csv", table.trim_start_matches('\u{FEFF}').replace(',', ";")),
        ("scores.csv", out("scores records.json --format csv")),
        ("scores.json", out("scores records.json --json")),
        ("verify.json", out("verify returned --json")),
        ("purge.json", out("purge returned --json")),
        ("cut.json", out("verify returned --json").chars().take(300).collect()),
        ("scores.txt", out("scores records.json")),
        ("scores.md", out("scores records.json --format md --language de")),
        ("verified.txt", out("verify returned")),
        ("purged.txt", out("purge returned")),
        ("EASRH-1.json", REQUEST.to_owned()),
    ];
    for (name, text) in &reports {
        assert!(!text.is_empty(), "{name}");
        put(&test, name, text.as_bytes());
    }
    // Records with a byte order mark, in both encodings, are records.
    let records = test.text("records.json");
    put(&test, "marked.json", format!("\u{FEFF}{records}").as_bytes());
    let utf16: Vec<u8> =
        format!("\u{FEFF}{records}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    put(&test, "utf16.json", &utf16);
    let (fates, err) = fates(&test);
    let fate = |name: &str| &fates.iter().find(|(it, _)| it == name).unwrap().1;
    for (name, _) in &reports {
        assert_eq!(fate(name), "kept not read –", "{name}");
        assert!(err.contains(&format!("returned/{name} is kept: ")), "{err}");
    }
    for name in ["marked.json", "utf16.json"] {
        assert_eq!(fate(name), "kept 2027-06-30 3 packets", "{name}");
    }
    assert_eq!(fate("one-debrief.md"), "past 2027-05-27 5PGXQ");
}

#[test]
fn files_in_deep_folders_are_judged_and_hidden_ones_counted() {
    let test = returned();
    std::fs::create_dir_all(test.path("returned/a/b/c/d/e/f")).unwrap();
    let debrief = test.read("returned/one-debrief.md");
    put(&test, "a/b/c/d/e/f/debrief.md", &debrief);
    put(&test, ".hidden", b"x");
    let (fates, err) = fates(&test);
    assert!(fates.iter().any(|(name, _)| name == "a/b/c/d/e/f/debrief.md"), "{fates:?}");
    assert!(err.contains("1 hidden file left out"), "{err}");
}

/// A stack of scans with its records, which are kept until a day, with the pictures and the questions that were made of it; and a photo.
fn scanned(keep_until: &str) -> Test {
    let test = Test::new();
    std::fs::create_dir(test.path("held")).unwrap();
    let scans = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scans");
    for name in ["stack.pdf", "photo.jpg"] {
        std::fs::copy(scans.join(name), test.path(&format!("held/{name}"))).unwrap();
    }
    std::fs::copy(scans.join("kit.pdf"), test.path("kit.pdf")).unwrap();
    test.run(
        "collect held/stack.pdf --kit kit.pdf -o held/records.json --review held/review.html -q",
    );
    let mut records: Value = serde_json::from_str(&test.text("held/records.json")).unwrap();
    for record in records["records"].as_array_mut().unwrap() {
        record["keep_until"] = serde_json::json!({ "state": "answered", "value": keep_until });
    }
    std::fs::write(test.path("held/records.json"), records.to_string()).unwrap();
    test
}

/// All files below the folder.
fn held(test: &Test) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for folder in ["held", "held/records-pictures"] {
        for entry in std::fs::read_dir(test.path(folder)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                names.push(entry.file_name().into_string().unwrap());
            }
        }
    }
    names.sort();
    names
}

#[test]
fn scans_and_their_pictures_go_with_their_records() {
    let test = scanned("2027-05-27");
    let all = held(&test);
    assert!(all.len() > 6, "{all:?}");
    let ran = test.run("purge held --on 2027-06-01 --yes").ok();
    assert_eq!(held(&test), ["photo.jpg", "review.html"], "{}", ran.whole());
    let told = "1 picture kept that may be scans: no records in this folder tell what is on them: held/photo.jpg";
    assert!(ran.err.contains(told), "{}", ran.err);
    assert!(ran.err.contains("a page of questions about scans has no date"), "{}", ran.err);
    // Not yet.
    let test = scanned("2027-06-01");
    test.run("purge held --on 2027-06-01 --yes").ok();
    assert_eq!(held(&test), all);
}

#[test]
fn a_scan_with_a_page_that_was_not_read_is_kept_and_one_that_lacks_a_page_is_not() {
    for (code, is_kept) in [("no-page-code", true), ("other-kit", true), ("incomplete", false)] {
        let test = scanned("2027-05-27");
        let mut records: Value = serde_json::from_str(&test.text("held/records.json")).unwrap();
        records["refused"] = serde_json::json!([{
            "file": "held/stack.pdf", "page": 2, "line": null, "code": code,
            "message": "this page was refused", "help": "scan it again"
        }]);
        std::fs::write(test.path("held/records.json"), records.to_string()).unwrap();
        let ran = test.run("purge held --on 2027-06-01 --yes").ok();
        let is_left = held(&test).contains(&"stack.pdf".to_owned());
        assert_eq!(is_left, is_kept, "{code}: {}", ran.whole());
        let told = "pages of this scan were not read, and may be of any packet";
        assert_eq!(ran.err.contains(told), is_kept, "{code}: {}", ran.err);
    }
}
