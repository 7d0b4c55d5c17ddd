//! The examples run as they stand, in the shell that they are written for.
#![cfg(unix)]

use std::process::Command;

use crate::support::{Ran, Test, opens_without_complaint, pdf_text, sources, tool};

/// Runs an example into a folder, and hands out the folder.
fn example(name: &str) -> Test {
    let test = Test::new();
    let script = format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"));
    let output = Command::new("bash")
        .args([script.as_str(), "out"])
        .current_dir(test.path(""))
        .env("INTERVIEW_KIT", env!("CARGO_BIN_EXE_interview-kit"))
        .output()
        .unwrap();
    Ran::of(output).ok();
    test
}

#[test]
fn packets_are_printed_for_every_candidate() {
    let test = example("print-packets.sh");
    for (number, candidate) in [(1, "Ana Silva"), (2, "Zoë Ångström")] {
        let pdf = test.path(&format!("out/interview-{number}-packet.pdf"));
        assert!(pdf.exists());
        assert!(pdf_text(&pdf).is_none_or(|text| text.contains(candidate)), "{candidate}");
    }
    assert!(test.path("out/interview-3-packet.pdf").exists());
}

#[test]
fn a_whole_interview_day_is_one_file_for_the_print_shop_and_can_be_frozen() {
    let test = example("interview-day.sh");
    let packets = test.path("out/packets.pdf");
    opens_without_complaint(&packets);
    if let Some(outline) = tool("mutool", &["show", packets.to_str().unwrap(), "outline"]) {
        for title in
            ["Ana Silva", "Lea Müller", "Interview plan", "Candidate sheet", "Scorecard", "Debrief"]
        {
            assert!(outline.contains(&format!("\"{title}\"")), "{title}: {outline}");
        }
    }
    let next = test.text("out/appsec-next-interviewer-1-guide.md");
    assert!(next.contains("| Next Month |"), "{next}");
}

#[test]
fn every_role_gets_a_set_of_its_own() {
    let test = example("per-role-sets.sh");
    let lead = test.text("out/first-line-lead/first-line-lead-guide.md");
    assert!(lead.contains("First-line Product Security Lead interview"));
    assert!(
        test.path("out/senior-product-security-manager/senior-product-security-manager-packet.pdf")
            .exists()
    );
}

#[test]
fn a_pipeline_gets_its_manifest_and_its_markdown() {
    let test = example("pipeline.sh");
    let manifest: serde_json::Value =
        serde_json::from_str(&test.text("out/manifest.json")).unwrap();
    assert_eq!(manifest["files"][0]["questions"].as_array().unwrap().len(), 4);
    assert_eq!(manifest["files"][0]["path"], "out/analyst.pdf");
    assert!(test.text("out/lead.md").contains("Support Desk Lead interview"));
}

#[test]
fn every_example_bank_is_checked_without_a_finding_and_fills_an_hour_for_each_role() {
    let folder = format!("{}/examples", env!("CARGO_MANIFEST_DIR"));
    let mut banks = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "yaml") {
            continue;
        }
        banks += 1;
        let test = Test::new();
        let bank = path.to_str().unwrap();
        let ran = Ran::of(test.command(["check", bank]).output().unwrap()).ok();
        assert_eq!(ran.out, "", "{bank}");
        let (sources, id) = sources(&std::fs::read_to_string(&path).unwrap(), bank);
        for role in interview_kit::bank::load(&sources, &[id]).unwrap().value.roles {
            let line = ["build", "--bank", bank, "--role", role.id.as_str(), "--minutes", "60"];
            let line = line.into_iter().chain(["--strict", "--format", "md", "-o", "out"]);
            let line = line.chain(["--name", role.id.as_str()]);
            Ran::of(test.command(line).output().unwrap()).ok();
        }
    }
    assert!(banks >= 2, "{folder}");
}

#[test]
fn the_german_packet_beside_its_bank_is_what_the_example_makes() {
    let test = example("german-packet.sh");
    let kept = format!("{}/examples/ward-manager-de", env!("CARGO_MANIFEST_DIR"));
    let made: Vec<String> = std::fs::read_dir(test.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(made.len(), std::fs::read_dir(&kept).unwrap().count(), "{made:?}");
    for name in made {
        let (new, old) =
            (test.read(&format!("out/{name}")), std::fs::read(format!("{kept}/{name}")));
        let is_same = old.is_ok_and(|old| old == new);
        assert!(is_same, "{name} has changed; look at it, and then run `just example-packet`");
    }
}

#[test]
fn after_the_interviews_records_become_a_debrief_and_what_is_past_its_date_goes() {
    let test = example("after-the-interviews.sh");
    let records: serde_json::Value = serde_json::from_str(&test.text("out/records.json")).unwrap();
    assert_eq!(records["records"].as_array().unwrap().len(), 10);
    assert_eq!(records["refused"].as_array().unwrap().len(), 0);
    assert_eq!(records["records"], kept_records()["records"], "examples/returned/make.sh");
    assert!(test.text("out/verified.txt").contains("has no documents of interviewer 2"));
    assert!(test.text("out/scores.txt").contains("not enough data: n = 2, needs 10"));
    assert!(test.text("out/debriefs/debrief-EASRH.md").contains("| 4 | 2 |"));
    let left = std::fs::read_dir(test.path("out/returned")).unwrap().count();
    assert_eq!(left, 0, "all are past their date");
}

/// The records of the committed packets, with the paths that they have in the folder of the example.
fn kept_records() -> serde_json::Value {
    let path = format!("{}/examples/returned/records.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap().replace("packets/", "out/returned/");
    serde_json::from_str(&text).unwrap()
}
