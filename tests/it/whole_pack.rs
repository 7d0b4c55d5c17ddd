//! The whole pack is there to choose from: nothing promises a clock that nobody can keep, and the last line says how to fit an hour.

use crate::support::{Test, all_documents, below, flat, pdf_text, tool};

const HINT: &str = "148 minutes (138 for questions, 10 reserved) is too long for one interview; add --minutes 60 to select the best questions for one hour\n";

/// Whether a text says a time of a clock: `0:03` or `11:20`.
fn has_clock(text: &str) -> bool {
    text.as_bytes().windows(4).any(|it| {
        it[0].is_ascii_digit() && it[1] == b':' && it[2].is_ascii_digit() && it[3].is_ascii_digit()
    })
}

#[test]
fn a_kit_that_nobody_can_hold_promises_no_clock_in_any_document() {
    let all = all_documents();
    for line in [
        "build",
        "build --role appsec-manager",
        "build --time 9:00 --theme strategy,execution,people",
        "panel --size 1",
        "panel --interviewers Ana,Bo --exclude intake,backlog-bottleneck --shared 10",
    ] {
        let test = Test::new();
        let ran = test.run(&format!("{line} {all} --questions --format md --name kit")).ok();
        assert!(ran.err.lines().last().unwrap().contains("--minutes 60"), "{line}: {}", ran.err);
        let mut guides = 0;
        for name in test.names() {
            let text = test.text(&name).replace(" | 9:00 |", " | |");
            // A digest may hold any figures.
            let text = text.lines().filter(|line| !line.starts_with("digest:"));
            let text = text.collect::<Vec<_>>().join("\n");
            assert!(!has_clock(&text), "{line} {name}: {text}");
            // Of a single question it is said how long it takes.
            assert!(
                !text.contains("0 minutes") && !text.contains("138") && !text.contains("148"),
                "{line} {name}: {text}"
            );
            if name.ends_with("guide.md") {
                guides += 1;
                assert!(
                    text.contains("## Questions to choose from") && text.contains(" --minutes 60"),
                    "{text}"
                );
            }
        }
        assert!(guides > 0);
    }
}

#[test]
fn a_panel_whose_times_nobody_can_keep_has_none_but_when_the_first_begins() {
    let test = Test::new();
    let line =
        "panel --interviewers Ana:execution,Bo --theme execution,people --shared 0 --time 14h";
    let out = test.run(&format!("{line} --json --format md --name p --minutes 90")).ok().out;
    assert!(out.contains("\"from\""), "{out}");
    for line in [line.replace("Ana:execution,Bo", "Bo"), line.replace("--shared 0", "--shared 10")]
    {
        let test = Test::new();
        let out = test.run(&format!("{line} --json --format md --name p")).ok().out;
        let manifest: serde_json::Value = serde_json::from_str(&out).unwrap();
        for file in manifest["files"].as_array().unwrap() {
            assert_eq!(file["schedule"], serde_json::json!([]), "{line}");
        }
        assert_eq!(below(&test.text("p-interviewer-1-guide.md"), "Time"), "14:00", "{line}");
        if test.path("p-interviewer-2-guide.md").exists() {
            let time = below(&test.text("p-interviewer-2-guide.md"), "Time");
            assert!(time.starts_with("<!-- field: time -->____"), "{line}: {time}");
        }
    }
}

#[test]
fn the_last_line_of_build_without_options_says_how_to_fit_an_hour() {
    let test = Test::new();
    let ran = test.run("build").ok();
    assert!(ran.err.ends_with(HINT), "{}", ran.err);
    let name = "product-security-manager-packet.pdf";
    let Some(text) = pdf_text(&test.path(name)) else { return };
    let text = flat(&text);
    assert!(text.contains("18 questions") && !text.contains("148 minutes"), "{text}");
    test.run("build --documents guide --name guide --format pdf").ok();
    let name = "guide.pdf";
    let info = tool("pdfinfo", &[test.path(name).to_str().unwrap()]);
    let Some(info) = info else { return };
    assert!(info.contains("Structured interview: 18 questions\n"), "{info}");
    let streamed = test.run("build --documents guide --format md --name a -o -").ok();
    assert_eq!(streamed.err, HINT);
    assert_eq!(test.run("build --quiet --dry-run").ok().err, "");
    assert_eq!(test.run("build --json --dry-run").ok().err, "");
}

#[test]
fn a_kit_with_a_clock_keeps_it_however_long_it_is() {
    let all = all_documents();
    for line in [
        "build --minutes 60",
        "build --minutes 300",
        "build --limit 3",
        "build --theme people",
        "panel --size 3",
    ] {
        let test = Test::new();
        let ran = test.run(&format!("{line} {all} --questions --format md --name kit")).ok();
        assert!(!ran.err.contains("too long for one interview"), "{line}: {}", ran.err);
        for name in test.names() {
            let text = test.text(&name);
            assert!(!text.contains("to choose from"), "{line} {name}");
            if name.ends_with("guide.md") {
                assert!(
                    text.contains("## Interview agenda") && text.contains("| **0:00** |"),
                    "{line} {name}"
                );
            }
        }
    }
}

#[test]
fn ninety_minutes_can_be_held_and_a_minute_more_cannot() {
    let test = Test::new();
    // The first two questions take 16 minutes.
    let held = test.run("build --documents guide --limit 2 --reserve 74 --format md -o -").ok();
    assert!(held.out.contains("· 90 minutes*") && !held.err.contains("minutes is"), "{}", held.err);
    let not = test.run("build --documents guide --limit 2 --reserve 75 --format md -o -").ok();
    assert!(
        !not.out.contains("minutes*")
            && not.err.contains("91 minutes (16 for questions, 75 reserved) is too long"),
        "{}",
        not.err
    );
}

#[test]
fn a_kit_bears_the_same_code_with_a_clock_and_without_one() {
    let test = Test::new();
    let code = |line: &str| {
        let out = test.run(&format!("build {line} --documents guide --format md -o -")).ok().out;
        out.lines().find(|line| line.starts_with("kit: ")).unwrap().to_owned()
    };
    assert_eq!(code(""), code("--minutes 148"), "what is asked is the same");
}

#[test]
fn a_roster_without_a_clock_is_told_once_and_a_frozen_kit_is_taken_as_it_is() {
    let test = Test::new().file("r.csv", "candidate,minutes\nAna,\nBo,45\nChi,\n");
    let ran = test.run("build --roster r.csv --format md -o out").ok();
    assert!(
        ran.err.ends_with(HINT) && ran.err.matches("too long for one interview").count() == 1,
        "{}",
        ran.err
    );
    assert!(
        test.text("out/002-product-security-manager-45-min-guide.md")
            .contains("## Interview agenda")
    );
    assert!(test.text("out/003-product-security-manager-guide.md").contains("to choose from"));
    test.run("build --lock kit.lock --format md --name kit -o a").ok();
    let again = test.run("build --locked kit.lock --format md --name kit -o b").ok();
    assert!(!again.err.contains("--minutes"), "{}", again.err);
    assert_eq!(test.text("a/kit-guide.md"), test.text("b/kit-guide.md"));
}
