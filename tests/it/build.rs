//! Making files: names, whole or not at all, and what is said of it.

use interview_kit::packet::DOCUMENTS;

use crate::many::bank_of;
use crate::pdf_objects::all_objects;
use crate::support::{Test, all_documents, flat, opens_without_complaint, pdf_text, tool};

#[test]
fn files_are_named_after_what_was_chosen_and_never_after_people() {
    let test = Test::new();
    test.run("build --format md --role appsec-manager --minutes 45 --candidate Ana").ok();
    test.run("build --format md --theme people,strategy").ok();
    assert_eq!(
        test.names(),
        [
            "appsec-manager-45-min-guide.md",
            "appsec-manager-45-min-scorecard.md",
            "appsec-manager-45-min-scoring.md",
            "product-security-manager-people-strategy-guide.md",
            "product-security-manager-people-strategy-scorecard.md",
            "product-security-manager-people-strategy-scoring.md",
        ]
    );
}

#[test]
fn an_interviewer_has_one_pdf_and_each_document_its_own_text_unless_nothing_is_combined() {
    for (line, names) in [
        ("build", "guide.md packet.pdf scorecard.md scoring.md"),
        ("build --layout compact", "guide.md packet.pdf scorecard.md scoring.md"),
        // What is rated where it is asked needs no scoring form.
        ("build --layout combined", "guide.md packet.pdf scorecard.md"),
        ("build --collate=none --format pdf", "guide.pdf scorecard.pdf scoring.pdf"),
        ("build --collate --format pdf --documents guide", "packet.pdf"),
        (
            "panel --size 2 --format pdf",
            "candidate-sheet.pdf debrief.pdf interviewer-1-packet.pdf interviewer-2-packet.pdf panel-plan.pdf",
        ),
        ("panel --size 2 --collate --format pdf", "packet.pdf"),
    ] {
        let test = Test::new();
        test.run(&format!("{line} --limit 4 --name k")).ok();
        let names = names.split(' ').map(|name| format!("k-{name}"));
        assert_eq!(test.names(), names.collect::<Vec<_>>(), "{line}");
    }
    // One document is called as it is asked for.
    let test = Test::new();
    test.run("build --limit 1 --name k --documents ground-rules").ok();
    assert_eq!(test.names(), ["k.md", "k.pdf"]);
}

#[test]
fn an_existing_file_is_kept_and_nothing_else_is_written() {
    let test = Test::new().file("kit-guide.md", "mine");
    let ran = test.run("build --name kit");
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("kit-guide.md already exists") && ran.err.contains("--force"),
        "{}",
        ran.err
    );
    assert_eq!(
        (test.names(), test.text("kit-guide.md").as_str()),
        (vec!["kit-guide.md".to_owned()], "mine")
    );
    test.run("build --name kit --force").ok();
    assert_eq!(
        test.names(),
        ["kit-guide.md", "kit-packet.pdf", "kit-scorecard.md", "kit-scoring.md"]
    );
    assert!(test.text("kit-guide.md").contains("## Closing"));
}

#[cfg(unix)]
#[test]
fn files_have_the_permissions_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let test = Test::new().file("other", "");
    test.run("build --name kit --format md").ok();
    let mode = |name: &str| std::fs::metadata(test.path(name)).unwrap().permissions().mode();
    assert_eq!(mode("kit-guide.md"), mode("other"));
}

#[test]
fn a_dry_run_writes_nothing_and_says_what_it_would() {
    let test = Test::new();
    let ran = test.run("build --dry-run --limit 1").ok();
    assert!(
        ran.err.contains("would write ./product-security-manager-packet.pdf (5 pages,"),
        "{}",
        ran.err
    );
    assert!(test.names().is_empty());
}

#[test]
fn standard_output_takes_one_format_and_holds_nothing_else() {
    let test = Test::new();
    let ran =
        test.run("build --documents guide --format md -o - --question changed-model --name a").ok();
    assert!(ran.out.starts_with("---\ntitle:") && ran.err.is_empty(), "{}", ran.err);
    let ran = test.run("build --format pdf -o - --limit 1").ok();
    assert!(ran.out.starts_with("%PDF-1.7"));
}

#[test]
fn the_manifest_says_what_was_made() {
    let test = Test::new();
    let ran = test.run("build --json --name kit --limit 2 --quiet").ok();
    let manifest: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let pdf = &manifest["files"][0];
    if let Some(sum) = tool("sha256sum", &[test.path("kit-packet.pdf").to_str().unwrap()]) {
        assert_eq!(pdf["sha256"].as_str(), sum.split(' ').next());
    }
    assert_eq!(pdf["bytes"].as_u64().unwrap(), test.read("kit-packet.pdf").len() as u64);
    assert_eq!(
        (pdf["path"].as_str(), pdf["format"].as_str(), pdf["pages"].as_u64()),
        (Some("./kit-packet.pdf"), Some("pdf"), Some(6))
    );
    assert_eq!(pdf["questions"][1]["id"], "backlog-bottleneck");
    assert_eq!(
        (pdf["minutes"].as_u64(), manifest["banks"][0]["id"].as_str()),
        (Some(26), Some("product-security-manager"))
    );
    assert!(
        ran.err.lines().all(|line| line.starts_with("warning: ") || line.starts_with("  help: "))
    );
}

#[test]
fn a_quiet_run_says_nothing() {
    let ran = Test::new().run("build --quiet --question changed-model").ok();
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", ""));
}

#[test]
fn the_markdown_that_is_delivered_prints_as_the_pdf_that_is_delivered() {
    let test = Test::new();
    let line = "build --name kit --role first-line-lead --paper letter --collate=none";
    test.run(&format!("{line} {}", all_documents())).ok();
    for document in &DOCUMENTS {
        let pdf = test.read(&format!("kit-{}.pdf", document.id));
        let again = format!("again-{}.pdf", document.id);
        test.run(&format!("typeset kit-{}.md -o {again} --paper letter", document.id)).ok();
        assert_eq!(pdf, test.read(&again), "{}", document.id);
    }
}

#[test]
fn a_guide_edited_by_hand_is_printed_on_the_paper_that_it_asks_for() {
    let test = Test::new();
    let guide = "---\ntitle: Mine\npaper: letter\n---\n# Mine\n\n- [x] Done\n\nName: ________\n";
    let ran = test.run_with("typeset - -o mine.pdf", guide).ok();
    assert!(ran.err.contains("wrote mine.pdf"), "{}", ran.err);
    if let Some(info) = tool("pdfinfo", &[test.path("mine.pdf").to_str().unwrap()]) {
        assert!(info.contains("612 x 792 pts (letter)"), "{info}");
    }
    if let Some(text) = pdf_text(&test.path("mine.pdf")) {
        assert!(flat(&text).contains("Mine Done Name:"), "{text}");
    }
}

#[test]
fn a_character_that_no_font_has_is_a_warning_or_with_strict_an_error() {
    // A private character, which no font of any machine should have.
    let test = Test::new().file("odd.md", "# Odd\n\nA \u{10FFFD} here.\n");
    let ran = test.run("typeset odd.md -o odd.pdf").ok();
    assert!(ran.err.contains("odd.md:3:3") && ran.err.contains("U+10FFFD"), "{}", ran.err);
    assert!(pdf_text(&test.path("odd.pdf")).is_none_or(|text| text.contains('□')));
    let ran = test.run("typeset odd.md -o strict.pdf --strict");
    assert_eq!(ran.code, 1);
    assert!(!test.path("strict.pdf").exists());
}

#[test]
fn an_image_in_a_text_is_refused_with_its_place() {
    let test = Test::new().file("image.md", "# a\n\n![cat](cat.png) here\n");
    let ran = test.run("typeset image.md -o image.pdf");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("image.md:3:1") && ran.err.contains("cat.png"), "{}", ran.err);
    assert!(!test.path("image.pdf").exists());
}

#[test]
fn a_bank_of_six_hundred_questions_is_one_kit() {
    let test = Test::new().file("big.yaml", &bank_of(600));
    test.run("build --bank big.yaml --name big --format pdf").ok();
    if let Some(info) = tool("pdfinfo", &[test.path("big-packet.pdf").to_str().unwrap()]) {
        let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
        assert!(pages.trim().parse::<usize>().unwrap() > 300);
    }
    opens_without_complaint(&test.path("big-packet.pdf"));
}

#[test]
fn the_documents_of_a_packet_of_many_questions_are_what_typeset_makes_of_their_markdown() {
    let test = Test::new().file("big.yaml", &bank_of(540));
    let build = "panel --size 2 --bank big.yaml --documents scorecard,debrief";
    test.run(&format!("{build} --name big --collate=none")).ok();
    let names = test.names();
    let documents: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(".md")).collect();
    assert_eq!(documents.len(), 3, "{documents:?}");
    for name in &documents {
        test.run(&format!("typeset {name}.md -o again.pdf --force")).ok();
        // A packet of many questions is written page by page, in another order.
        let [own, again] = [format!("{name}.pdf"), "again.pdf".to_owned()].map(|it| test.read(&it));
        assert!(all_objects(&own) == all_objects(&again), "{name}");
    }
    let pages = |name: &str| -> Option<usize> {
        let info = tool("pdfinfo", &[test.path(name).to_str().unwrap()])?;
        let pages = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
        Some(pages.trim().parse().unwrap())
    };
    for (options, file) in
        [("--collate", "big-packet.pdf"), ("--collate --duplex", "two-sided-packet.pdf")]
    {
        let name = file.trim_end_matches("-packet.pdf");
        test.run(&format!("{build} --format pdf {options} --name {name}")).ok();
        opens_without_complaint(&test.path(file));
        let each = documents.iter().map(|name| pages(&format!("{name}.pdf")));
        let padded = |pages: usize| {
            if options.ends_with("duplex") { pages.next_multiple_of(2) } else { pages }
        };
        let Some(each) = each.collect::<Option<Vec<usize>>>() else { continue };
        let all: usize = each.into_iter().map(padded).sum();
        // The last side of all stays as it is.
        assert!(pages(file).is_some_and(|pages| padded(pages) == padded(all)), "{options} {all}");
    }
}
