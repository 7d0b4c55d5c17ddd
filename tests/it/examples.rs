//! The examples run as they stand.

use std::process::Command;

use crate::support::{Ran, Test, opens_without_complaint, pdf_text, tool};

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
        let pdf = test.path(&format!("out/packet-{number}.pdf"));
        assert!(pdf.exists());
        assert!(pdf_text(&pdf).is_none_or(|text| text.contains(candidate)), "{candidate}");
    }
    assert!(test.path("out/packet-3.pdf").exists());
}

#[test]
fn a_whole_interview_day_is_one_file_for_the_print_shop_and_can_be_frozen() {
    let test = example("interview-day.sh");
    let packets = test.path("out/packets.pdf");
    opens_without_complaint(&packets);
    if let Some(outline) = tool("mutool", &["show", packets.to_str().unwrap(), "outline"]) {
        for title in
            ["Ana Silva", "Lea Müller", "Panel plan", "Candidate sheet", "Scorecard", "Debrief"]
        {
            assert!(outline.contains(&format!("\"{title}\"")), "{title}: {outline}");
        }
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

/// Every command that the README names: those in its blocks, which build on each other, and those in its lines.
fn readme_commands() -> Vec<&'static str> {
    let readme = include_str!("../../README.md");
    let mut commands = Vec::new();
    let mut is_block = false;
    for line in readme.lines() {
        match line.strip_prefix("```") {
            Some(kind) => is_block = kind == "sh",
            None if is_block => commands.push(line),
            None => commands.extend(line.split('`').skip(1).step_by(2)),
        }
    }
    commands.retain(|it| it.starts_with("interview-kit ") || it.starts_with("cargo run "));
    commands
}

#[test]
fn every_command_of_the_readme_does_what_it_says() {
    let root = env!("CARGO_MANIFEST_DIR");
    let test = Test::new()
        .file("pack.txt", include_str!("../pack/product-security-manager-interview-pack-2026.txt"));
    std::os::unix::fs::symlink(format!("{root}/examples"), test.path("examples")).unwrap();
    let commands = readme_commands();
    assert!(commands.len() > 15, "{commands:?}");
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_interview-kit")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    for command in commands {
        // The command for a first start builds the program; here it is built.
        let line = command.replace("cargo run --release -- ", "interview-kit ");
        let mut shell = Command::new("sh");
        shell.args(["-c", &line]).env("PATH", &path).current_dir(test.path(""));
        let ran = Ran::of(shell.output().unwrap());
        assert_eq!(ran.code, 0, "{line}\n{}", ran.err);
    }
    assert!(test.path("product-security-manager-guide.pdf").exists());
    assert!(test.path("zoe.pdf").exists());
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
