//! The examples run as they stand.

use std::process::Command;

use crate::support::{Ran, Test, pdf_text, tool};

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
        assert!(pdf_text(&test.path(&format!("out/packet-{number}.pdf"))).contains(candidate));
    }
    assert!(test.path("out/packet-3.pdf").exists());
}

#[test]
fn a_whole_interview_day_is_one_file_for_the_print_shop_and_can_be_frozen() {
    let test = example("interview-day.sh");
    tool("qpdf", &["--check", test.path("out/packets.pdf").to_str().unwrap()]);
    let outline =
        tool("mutool", &["show", test.path("out/packets.pdf").to_str().unwrap(), "outline"]);
    for title in
        ["Ana Silva", "Lea Müller", "Panel plan", "Candidate sheet", "Scorecard", "Debrief"]
    {
        assert!(outline.contains(&format!("\"{title}\"")), "{title}: {outline}");
    }
    let next = test.text("out/appsec-next-interviewer-1-guide.md");
    assert!(next.contains("| **Candidate** | Next Month |"), "{next}");
}

#[test]
fn every_role_gets_a_set_of_its_own() {
    let test = example("per-role-sets.sh");
    let lead = test.text("out/first-line-lead/first-line-lead-guide.md");
    assert!(lead.contains("First-line Product Security Lead interview"));
    assert!(
        test.path("out/senior-product-security-manager/senior-product-security-manager-guide.pdf")
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
fn the_bank_in_the_readme_is_one() {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("```yaml\nid: ").unwrap();
    let (bank, _) = rest.split_once("```").unwrap();
    let ran = Test::new().run_with("list --bank - --format ids", &format!("id: {bank}")).ok();
    assert_eq!(ran.out, "angry-caller\n");
}

#[test]
fn what_the_readme_shows_of_check_is_what_check_says() {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("```text\nadvice[K104]").unwrap();
    let (shown, _) = rest.split_once("\n\nerror").unwrap();
    let snapshot =
        include_str!("snapshots/it__check__findings_are_shown_with_the_line_and_a_way_out.snap");
    assert!(snapshot.contains(shown.trim_end()), "{shown}");
}
