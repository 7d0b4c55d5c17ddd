//! What the README shows is what the program does.

use crate::support::Test;

/// Every command that the README names: those in its blocks, which build on each other, and those in its lines.
#[cfg(unix)]
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

#[cfg(unix)]
#[test]
fn every_command_of_the_readme_does_what_it_says() {
    use crate::support::Ran;
    use std::process::Command;

    let root = env!("CARGO_MANIFEST_DIR");
    let test = Test::new();
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
    assert!(test.path("product-security-manager-packet.pdf").exists());
    assert!(test.path("zoe-packet.pdf").exists());
}

#[test]
fn the_record_in_the_readme_is_what_its_scan_says() {
    let readme = include_str!("../../README.md");
    let rows = readme.lines().find(|line| line.contains("assets/readme/scanned.png")).unwrap();
    let rows: Vec<&str> = rows.split('`').skip(1).step_by(2).collect();
    let root = env!("CARGO_MANIFEST_DIR");
    let scanned = format!("{root}/examples/scanned");
    let ran = Test::new()
        .run(&format!("collect {scanned}/stack.pdf --kit {scanned}/blank.pdf --format csv"))
        .ok();
    let mut csv = csv::Reader::from_reader(ran.out.as_bytes());
    let said: Vec<String> = csv
        .records()
        .map(|row| {
            let row = row.unwrap();
            let state = if &row[12] == "answered" { "" } else { &row[12] };
            [&row[6], &row[9], &row[10], &row[11], state].join(",").trim_end_matches(',').to_owned()
        })
        .collect();
    assert!(rows.len() > 10, "{rows:?}");
    for row in rows {
        assert!(said.iter().any(|it| it == row), "{row} is not among {said:#?}");
    }
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
fn the_error_in_the_readme_is_what_check_prints() {
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("\n\nerror[K010]").unwrap();
    let (shown, _) = rest.split_once("```").unwrap();
    let bank = "id: one\ntitle: One\ncompetencies: [{id: care, title: Care}]\nlevels: [{id: all, title: All}]\n\
                scale: [{score: 1, label: No}, {score: 2, label: Maybe}, {score: 3, label: Yes}]\nquestions:\n  \
                - id: first\n    number: 1\n    ask: Are you good at this?\n    theme: peeple\n    levels: [all]\n    \
                competencies: [care]\n    kind: behavioral\n    minutes: 8\n    rubric: [Names a case., Names a result.]\n";
    let ran = Test::new().file("bank.yaml", bank).run("check bank.yaml");
    assert_eq!((ran.code, ran.out.contains(shown)), (1, true), "{}", ran.out);
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
