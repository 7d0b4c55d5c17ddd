//! What is past the date until which it is kept is listed, and removed only if somebody says so.

use interview_kit::base::files::{remove_file, today};
use interview_kit::base::hash;
use interview_kit::base::unit::Date;
use interview_kit::evaluate::retention::{Fate, Paper, fates};
use serde_json::Value;

use crate::support::Test;
use crate::verify_files::{assert_in_schema, returned};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn paper(packet: &str, dates: &[&str]) -> Paper {
    Paper {
        kit: "F9KV-9EZA".to_owned(),
        packet: packet.to_owned(),
        document: "guide".to_owned(),
        dates: dates.iter().map(|date| date.parse().ok()).collect(),
    }
}

fn fate(files: &[Vec<Paper>]) -> Fate {
    fates(files, day("2027-06-01"))[0]
}

#[test]
fn a_file_is_past_only_if_every_date_that_concerns_it_is() {
    let past = |date| Fate::Past(day(date));
    assert_eq!(fate(&[vec![paper("A", &["2027-05-27"])]]), past("2027-05-27"));
    // The last day is a day on which it is kept.
    assert_eq!(fate(&[vec![paper("A", &["2027-06-01"])]]), Fate::KeptUntil(day("2027-06-01")));
    assert_eq!(fate(&[vec![paper("A", &[])]]), Fate::NoDate);
    assert_eq!(fate(&[Vec::new()]), Fate::NoDate);
    assert_eq!(fate(&[vec![paper("A", &["soon"])]]), Fate::UnclearDate);
    // The dates of a packet concern all its papers, and the latest counts.
    let later = |date: &'static str| vec![paper("A", &[date])];
    assert_eq!(fate(&[later("2026-01-01"), later("2027-05-01")]), past("2027-05-01"));
    assert_eq!(
        fate(&[later("2026-01-01"), later("2028-01-01")]),
        Fate::KeptUntil(day("2028-01-01"))
    );
    assert_eq!(fate(&[vec![paper("A", &[])], later("2027-01-01")]), past("2027-01-01"));
    assert_eq!(fate(&[later("2026-01-01"), later("27 May 2027")]), Fate::UnclearDate);
    // Another packet does not concern it, unless it is in the same file.
    assert_eq!(fate(&[later("2026-01-01"), vec![paper("B", &["2028-01-01"])]]), past("2026-01-01"));
    let both = |date: &'static str| vec![paper("A", &["2026-01-01"]), paper("B", &[date])];
    assert_eq!(fate(&[both("2027-01-01")]), past("2027-01-01"));
    assert_eq!(fate(&[both("2028-01-01")]), Fate::KeptUntil(day("2028-01-01")));
    assert_eq!(fate(&[both("?")]), Fate::UnclearDate);
    assert_eq!(fate(&[vec![paper("A", &["2026-01-01"]), paper("B", &[])]]), Fate::NoDate);
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
    put("old-records.json", b"{\"records\": [{}], \"refused\": []}");
    let edited = test.text("returned/one-interviewer-1-guide.md").replace("## ", "## New: ");
    put("edited.md", edited.as_bytes());
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
    assert_eq!(gone["papers"][0]["document"], "guide");
    let left = names(&test);
    assert_eq!(left.len(), before - removed.len());
    let is_kept = |name: &str| left.contains(&name.to_owned());
    for name in [
        "cover-letter.txt",
        "settings.json",
        "kit.lock",
        "old-records.json",
        "edited.md",
        "records.json",
    ] {
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
    let built = |keep: &str| {
        let line = ["build", "--limit", "2", "--format", "md", "--documents", "scorecard", "-q"];
        let output = ["--name", "again", "-o", "a", "--keep-until", keep];
        assert!(test.command(line.iter().chain(&output)).status().unwrap().success());
    };
    built("1 May 2020");
    let ran = test.run("purge a --yes --on 2027-01-01").ok();
    assert!(
        ran.out.contains("unclear date") && ran.err.contains("write it as 2027-05-27"),
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
        ran.err.contains("3 files removed; 0 files kept; 4 other files not touched"),
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
