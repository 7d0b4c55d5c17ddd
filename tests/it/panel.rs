//! A panel's packet: who asks what, the documents, one PDF of them all, and the same kit again.

use crate::support::{Test, all_documents, below, flat, opens_without_complaint, pdf_text, tool};

const PANEL: &str = "panel --interviewers Ana:strategy+people,Bo:execution+people,Chi:people --minutes 45 --time 9:00 --break 15";

#[test]
fn everybody_gets_a_guide_a_scoring_form_and_a_scorecard_and_the_panel_its_plan_sheet_and_debrief()
{
    let test = Test::new();
    test.run(&format!("{PANEL} --name p --format md")).ok();
    assert_eq!(
        test.names(),
        [
            "p-candidate-sheet.md",
            "p-debrief.md",
            "p-interviewer-1-guide.md",
            "p-interviewer-1-scorecard.md",
            "p-interviewer-1-scoring.md",
            "p-interviewer-2-guide.md",
            "p-interviewer-2-scorecard.md",
            "p-interviewer-2-scoring.md",
            "p-interviewer-3-guide.md",
            "p-interviewer-3-scorecard.md",
            "p-interviewer-3-scoring.md",
            "p-panel-plan.md"
        ]
    );
    insta::assert_snapshot!(test.text("p-panel-plan.md"));
    insta::assert_snapshot!(test.text("p-debrief.md"));
    insta::assert_snapshot!(test.text("p-candidate-sheet.md"));
    let guide = test.text("p-interviewer-2-guide.md");
    assert_eq!(below(&guide, "Interviewer"), "Bo");
    assert_eq!(below(&guide, "Time"), "10:00");
    assert!(
        guide.contains("**10:03–10:11** · 8 min")
            && guide.contains("*Common question (asked by every interviewer) · People · "),
        "{guide}"
    );
}

#[test]
fn a_panel_without_names_works_too() {
    let test = Test::new();
    test.run("panel --size 2 --minutes 45 --name p --format md --documents debrief,scorecard").ok();
    assert_eq!(
        test.names(),
        ["p-debrief.md", "p-interviewer-1-scorecard.md", "p-interviewer-2-scorecard.md"]
    );
    assert!(test.text("p-debrief.md").contains(
        "| Competency | 1<!-- field: interviewer-1 --> | 2<!-- field: interviewer-2 --> |"
    ));
    let ran = test.run("panel --minutes 45");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--size 3"), "{}", ran.err);
}

#[test]
fn without_a_start_time_the_plan_counts_elapsed_time() {
    let test = Test::new();
    let line = "panel --size 2 --minutes 45 --documents panel-plan --format md";
    test.run(&format!("{line} --name plan")).ok();
    let plan = test.text("plan.md");
    assert!(plan.contains("| Start (elapsed) | End (elapsed) | Min |"), "{plan}");
    assert!(plan.contains("| 0:00 | 0:45 | 45 |"), "{plan}");
    test.run(&format!("{line} --time 9:00 --name timed")).ok();
    assert!(test.text("timed.md").contains("| Start | End | Min |"), "{}", test.text("timed.md"));
}

#[test]
fn one_interviewer_has_no_common_questions() {
    let test = Test::new();
    let line = "panel --size 1 --minutes 45 --format md --lock kit.lock --name p";
    let ran = test.run(&format!("{line} --shared 3")).ok();
    assert!(!ran.err.contains("common"), "{}", ran.err);
    for name in test.names().into_iter().filter(|name| name != "kit.lock") {
        let text = test.text(&name).to_lowercase();
        assert!(!text.contains("common question"), "{name}");
    }
    assert!(test.text("kit.lock").contains("\nshared: []\n"));
    let ran = test.run("list --size 1 --minutes 45 --explain").ok();
    assert!(!ran.out.contains("common"), "{}", ran.out);
}

#[test]
fn nothing_of_the_rubric_is_told_to_the_candidate() {
    let test = Test::new();
    test.run("build --documents candidate-sheet --questions --format md --name sheet").ok();
    let (sheet, bank) = (test.text("sheet.md"), crate::support::built_in());
    for question in &bank.questions {
        assert!(sheet.contains(&question.ask), "{}", question.id);
        let secrets = question.rubric.iter().chain(&question.probes).chain(&question.watch_for);
        for secret in secrets.chain(question.anchors.iter().map(|anchor| &anchor.text)) {
            assert!(!sheet.contains(secret.as_str()), "{secret}");
        }
    }
    test.run("build --documents candidate-sheet --format md --name plain").ok();
    assert!(!test.text("plain.md").contains(&bank.questions[0].ask));
}

#[test]
fn an_hours_scorecard_is_one_page() {
    let test = Test::new();
    let bank = crate::support::built_in();
    for role in &bank.roles {
        for paper in ["a4", "letter"] {
            let (role, name) = (role.id.as_str(), format!("{}-{paper}", role.id));
            test.run(&format!(
                "build --role {role} --minutes 60 --documents scorecard --format pdf --paper {paper} --name {name}"
            ))
            .ok();
            let pdf = test.path(&format!("{name}.pdf"));
            let Some(info) = tool("pdfinfo", &[pdf.to_str().unwrap()]) else { return };
            assert!(info.contains("Pages:           1\n"), "{name}: {info}");
        }
    }
}

#[test]
fn every_document_can_be_filled_in_and_opens_without_complaint() {
    let test = Test::new();
    let all = all_documents();
    test.run(&format!("build {all} --minutes 45 --name d --format pdf --questions")).ok();
    for name in test.names() {
        let path = test.path(&name);
        opens_without_complaint(&path);
        let Some(info) = tool("pdfinfo", &[path.to_str().unwrap()]) else { continue };
        assert!(
            info.contains("Tagged:          yes") && info.contains("Form:            AcroForm"),
            "{name}: {info}"
        );
    }
}

#[test]
fn a_collated_packet_has_an_outline_of_people_and_documents_and_begins_each_on_a_front_page() {
    let test = Test::new();
    test.run(&format!("{PANEL} --name p --format pdf --collate --duplex")).ok();
    assert_eq!(test.names(), ["p-packet.pdf"]);
    let path = test.path("p-packet.pdf");
    opens_without_complaint(&path);
    if let Some(text) = pdf_text(&path) {
        let text = flat(&text);
        assert!(text.contains("Your interview") && text.contains("Debrief"));
    }
    let outline = tool("mutool", &["show", path.to_str().unwrap(), "outline"]);
    let Some(outline) = outline else { return };
    let mut top = Vec::new();
    for line in outline.lines() {
        let (marks, rest) = line.split_once('"').unwrap();
        let depth = marks.matches('\t').count();
        let title = rest.split('"').next().unwrap();
        let page: usize =
            line.rsplit_once("#page=").unwrap().1.split('&').next().unwrap().parse().unwrap();
        let documents = [
            "Interview plan",
            "Candidate sheet",
            "Interviewer guide",
            "Scoring",
            "Scorecard",
            "Debrief",
        ];
        if depth <= 2 && (documents.contains(&title) || ["Ana", "Bo", "Chi"].contains(&title)) {
            // A scorecard is handed in with its scoring form, and may be on the back of it.
            assert!(page % 2 == 1 || title == "Scorecard", "{line}");
            top.push(title.to_owned());
        }
    }
    top.dedup();
    assert_eq!(
        top,
        [
            "Interview plan",
            "Candidate sheet",
            "Ana",
            "Interviewer guide",
            "Scoring",
            "Scorecard",
            "Bo",
            "Interviewer guide",
            "Scoring",
            "Scorecard",
            "Chi",
            "Interviewer guide",
            "Scoring",
            "Scorecard",
            "Debrief"
        ]
    );
}

#[test]
fn all_packets_of_a_roster_go_into_one_file_for_the_print_shop() {
    let test = Test::new().file("r.csv", "candidate\nAna Silva\nBo\n");
    test.run("build --roster r.csv --minutes 30 --documents guide,scorecard --collate=all --format pdf -o out").ok();
    let path = test.path("out/packets.pdf");
    opens_without_complaint(&path);
    if let Some(outline) = tool("mutool", &["show", path.to_str().unwrap(), "outline"]) {
        assert!(outline.contains("\"Ana Silva\"") && outline.contains("\"Bo\""), "{outline}");
    }
    let ran = test.run("build --roster r.csv --minutes 30 --collate=all --format pdf -o -").ok();
    assert!(ran.out.starts_with("%PDF-1.7"));
}

#[test]
fn what_standard_output_cannot_hold_is_refused() {
    let test = Test::new().file("r.csv", "candidate\nAna\nBo\n");
    for line in [
        "build --documents guide,scorecard --format md -o -",
        "panel --size 2 --format pdf -o -",
        "build --roster r.csv --format md -o -",
        "build --collate --format md",
        "panel --size 2 --interviewer Ana",
        "build --bank - --roster -",
        "build --locked - --roster -",
    ] {
        let ran = test.run(line);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}: {}", ran.err);
    }
}

#[test]
fn a_frozen_kit_is_made_again_for_the_next_candidate() {
    let test = Test::new();
    test.run("build --role appsec-manager --minutes 45 --lock kit.lock --name kit -o a --candidate Ana --format md").ok();
    insta::assert_snapshot!(test.text("kit.lock"));
    test.run("build --locked kit.lock --name kit -o b --candidate Ana --format md").ok();
    assert_eq!(test.text("a/kit-guide.md"), test.text("b/kit-guide.md"));
    let code = test
        .text("kit.lock")
        .lines()
        .find_map(|line| line.strip_prefix("code: ").map(str::to_owned));
    assert!(test.text("a/kit-guide.md").contains(&format!("\nkit: \"{}\"\n", code.unwrap())));
    test.run(&format!("{PANEL} --lock panel.lock --name kit -o c --format md")).ok();
    test.run("panel --locked panel.lock --time 9:00 --break 15 --name kit -o d --format md").ok();
    for document in ["panel-plan", "interviewer-1-guide", "interviewer-3-guide", "debrief"] {
        let file = |folder: &str| test.text(&format!("{folder}/kit-{document}.md"));
        assert_eq!(file("c"), file("d"));
    }
    assert_eq!(test.run("build --locked panel.lock").code, 2);
    assert_eq!(test.run("build --locked kit.lock --theme people").code, 2);
}

#[test]
fn a_row_that_asks_for_another_kit_than_the_frozen_one_is_told_where() {
    let roster = "candidate,role,minutes,interviewers\nAna,appsec-manager,45,\nBo,appsec-manager,60,\nChi,,,Dee\n";
    let test = Test::new().file("r.csv", roster);
    test.run("panel --size 2 --role appsec-manager --minutes 45 --lock kit.lock --format md -o a")
        .ok();
    let ran = test.run("panel --locked kit.lock --roster r.csv -o out");
    assert_eq!((ran.code, test.path("out").exists()), (1, false));
    assert!(ran.err.contains("r.csv:3:19") && ran.err.contains("clear `minutes`"), "{}", ran.err);
    assert!(
        ran.err.contains("the lock file has 2 interviewers, but this row names 1"),
        "{}",
        ran.err
    );
    let ran = test.run("panel --locked kit.lock --roster r.csv --keep-going --format md -o out");
    assert_eq!(ran.code, 1);
    let plan = test.text("out/001-appsec-manager-45-min-panel-plan.md");
    assert_eq!(below(&plan, "Candidate"), "Ana");
}

#[test]
fn a_frozen_kit_whose_bank_has_changed_is_refused_and_told_what_changed() {
    let bank = interview_kit::bank::built_in().text;
    let test = Test::new().file("bank.yaml", &bank);
    test.run("build --bank bank.yaml --question intake,hardest-part,champions-program --lock kit.lock --dry-run").ok();
    assert!(!test.path("kit.lock").exists());
    test.run("build --bank bank.yaml --question intake,hardest-part,champions-program --lock kit.lock --format md").ok();
    // What the kit does not hold may change.
    let elsewhere =
        bank.replace("ask: What is your approach to technical debt", "ask: What is technical debt");
    assert_ne!(elsewhere, bank);
    std::fs::write(test.path("bank.yaml"), &elsewhere).unwrap();
    test.run("build --bank bank.yaml --locked kit.lock --name same --format md").ok();
    let changed = bank
        .replace("ask: How would you run intake", "ask: How do you run intake")
        .replace("label: Exceptional", "label: Outstanding")
        .replace("id: champions-program", "id: champions");
    let changed = changed.replace("champions-program", "champions");
    std::fs::write(test.path("bank.yaml"), &changed).unwrap();
    let gone = test.run("build --bank bank.yaml --locked kit.lock --name other");
    std::fs::write(test.path("bank.yaml"), changed.replace("champions", "champions-program"))
        .unwrap();
    let other = test.run("build --bank bank.yaml --locked kit.lock --name other");
    assert_eq!((gone.code, other.code), (1, 1));
    assert!(!test.path("other.md").exists());
    insta::assert_snapshot!(format!("{}\n\n{}", gone.err, other.err));
}

#[test]
fn kits_that_ask_the_same_bear_the_same_code_and_others_another() {
    let test = Test::new();
    let code = |line: &str| {
        let ran = test.run(&format!("build --documents guide --format md -o - {line}")).ok();
        let code = ran.out.lines().find_map(|line| line.strip_prefix("kit: ")).unwrap();
        code.trim_matches('"').to_owned()
    };
    let one = code("--minutes 45 --candidate Ana");
    assert_eq!(one, code("--minutes 45 --candidate Bo --paper letter --date Monday"));
    assert_eq!(one.len(), 9);
    for other in ["--minutes 50", "--minutes 45 --reserve 5", "--minutes 45 --exclude intake"] {
        assert_ne!(one, code(other), "{other}");
    }
}

#[test]
fn the_manifest_says_of_every_document_what_it_holds_and_why_and_keeps_to_its_schema() {
    let test = Test::new();
    let ran = test.run(&format!("{PANEL} --json --name p --format md --quiet")).ok();
    let manifest: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), 12);
    let guide = files.iter().find(|file| file["interviewer"] == 2).unwrap();
    assert_eq!((guide["kind"].as_str(), guide["state"].as_str()), (Some("guide"), Some("written")));
    assert_eq!(guide["questions"][0]["reasons"][0], "common question, asked by every interviewer");
    assert_eq!(manifest["banks"][0]["sha256"].as_str().unwrap().len(), 64);
    let schema: serde_json::Value =
        serde_json::from_str(&test.run("schema manifest").ok().out).unwrap();
    let keys =
        |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&schema["properties"]), keys(&manifest));
    assert_eq!(keys(&schema["$defs"]["ManifestFile"]["properties"]), keys(guide));
}

#[test]
fn what_could_not_be_met_is_told_by_its_title_in_all_places_alike() {
    let test = Test::new();
    let line = "panel --interviewers Ana:strategy,Bo:execution --minutes 30 --role appsec-manager";
    let ran = test.run(&format!("{line} --name p --format md --json")).ok();
    let manifest: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let files = manifest["files"].as_array().unwrap();
    let unmet = files.iter().find(|file| file["kind"] == "panel-plan").unwrap()["unmet"].as_array();
    let unmet = unmet.unwrap();
    assert!(unmet.iter().any(|it| it["aim"] == "shared" && it["why"] == "themes"), "{unmet:?}");
    let must = unmet.iter().find(|it| it["aim"] == "must-ask" && it["id"] == "coach-engineer");
    let must = must.unwrap()["message"].as_str().unwrap();
    assert!(must.contains("“How do you coach an AppSec engineer who"), "{must}");
    let (plan, debrief) = (test.text("p-panel-plan.md"), test.text("p-debrief.md"));
    let flat = |text: &str| text.replace(['\\', '`'], "");
    for it in unmet {
        // Competencies that are missing for the same reason stand in one line.
        let message = flat(it["message"].as_str().unwrap());
        let title = message.split(" about ").nth(1).map_or(message.as_str(), |it| it);
        let title = title.split(": ").next().unwrap();
        for place in [&ran.err, &plan, &debrief] {
            assert!(flat(place).contains(title), "{title} is not in {place}");
        }
    }
    insta::assert_snapshot!(ran.err);
    // The list of one person tells the same way.
    let ran = test.run("list --minutes 20 --role appsec-manager --explain --quiet").ok();
    insta::assert_snapshot!(ran.err);
}

#[test]
fn what_could_not_be_met_is_an_error_and_writes_nothing_where_it_has_to_be_met() {
    let roster = "candidate,minutes,interviewers\nAna,45,\"Ana,Bo\"\nBo,45,\"Ana:strategy,Bo:people\"\nChi,20,Dee\n";
    let test = Test::new().file("r.csv", roster);
    for line in [
        "build --role appsec-manager --minutes 30 --strict -o out",
        "build --documents guide --role appsec-manager --minutes 30 --strict --format md -o -",
        "panel --interviewers Ana:strategy,Bo:execution --minutes 45 --strict --lock out.lock -o out",
        "list --role appsec-manager --minutes 30 --strict",
        "panel --roster r.csv --strict -o out",
        "build --roster r.csv --strict -o out",
    ] {
        let ran = test.run(line);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{line}: {}", ran.err);
        assert_eq!(test.names(), ["r.csv"], "{line}");
        assert!(ran.err.contains("error") && ran.err.contains("help: "), "{}", ran.err);
    }
    let ran = test.run("panel --roster r.csv --strict -o out --keep-going --format md");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("r.csv:3:4"), "{}", ran.err);
    assert!(ran.err.ends_with("error: rows 2, 3 failed\n"), "{}", ran.err);
    let made = std::fs::read_dir(test.path("out")).unwrap().map(|it| it.unwrap().file_name());
    assert!(made.count() > 0);
    test.run("panel --size 2 --minutes 45 --strict --format md -o met").ok();
}

#[test]
fn a_roster_tells_once_what_many_rows_lack() {
    let roster = format!("candidate\n{}", "Ana\n".repeat(30));
    let test = Test::new().file("r.csv", &roster);
    let ran = test.run("build --roster r.csv --minutes 20 --format md -o out").ok();
    assert!(ran.err.lines().count() <= 4, "{}", ran.err);
    assert!(ran.err.contains("warning: rows 1, 2, 3, 4, 5 and 25 more: no question covers "));
}
