//! `-o guide.pdf`: one document in one format goes into the file that is named, and what one file cannot hold is refused.

use crate::support::Test;

const ROSTER: &str = "candidate\nAna\nBo\n";

#[test]
fn one_document_in_one_format_goes_into_the_file_that_is_named() {
    let test = Test::new().file("r.csv", ROSTER);
    for (line, path, begins) in [
        ("build --limit 1 --format pdf", "guide.pdf", "%PDF-1.7"),
        (
            "panel --size 1 --minutes 45 --format pdf --documents guide,scoring",
            "own.pdf",
            "%PDF-1.7",
        ),
        ("build --limit 1 --format md --documents guide", "new/Guide.MD", "---\ntitle:"),
        ("build --limit 1 --format pdf --documents scorecard", "card.pdf", "%PDF-1.7"),
        (
            "build --limit 1 --format pdf --documents guide,scorecard --collate",
            "both.pdf",
            "%PDF-1.7",
        ),
        ("panel --size 2 --minutes 45 --format pdf --collate", "panel.pdf", "%PDF-1.7"),
        (
            "panel --size 2 --minutes 45 --format md --documents panel-plan",
            "plan.md",
            "---\ntitle:",
        ),
        ("panel --size 1 --minutes 45 --format md --documents guide", "alone.md", "---\ntitle:"),
        ("build --limit 1 --roster r.csv --format pdf --collate=all", "all.pdf", "%PDF-1.7"),
        ("build --limit 1 --format pdf --lock kit.lock", "locked.pdf", "%PDF-1.7"),
    ] {
        let before = test.names().len();
        let ran = test.run(&format!("{line} -o {path}")).ok();
        assert!(ran.err.contains(path), "{line}: {}", ran.err);
        assert!(test.read(path).starts_with(begins.as_bytes()), "{line}");
        let lock = usize::from(line.contains("--lock"));
        assert_eq!(test.names().len(), before + 1 + lock, "{line}: {:?}", test.names());
        let folder = test.run(&format!("{line} --quiet -o folder --force"));
        assert_eq!(folder.code, 0, "{}", folder.err);
        let files: Vec<_> = std::fs::read_dir(test.path("folder")).unwrap().collect();
        assert_eq!(files.len(), 1, "{line}");
        let same = std::fs::read(files[0].as_ref().unwrap().path()).unwrap();
        assert_eq!(test.read(path), same, "{line}: the same file as in a folder");
        std::fs::remove_dir_all(test.path("folder")).unwrap();
    }
}

#[test]
fn the_file_is_named_in_the_manifest_and_written_as_any_other_is() {
    let test = Test::new();
    let line = "build --limit 1 --format pdf -o guide.pdf";
    let ran = test.run(&format!("{line} --json --dry-run")).ok();
    let manifest: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(manifest["files"][0]["path"], "guide.pdf");
    assert!(test.names().is_empty());
    test.run(line).ok();
    assert!(test.run(line).ok().err.contains("guide.pdf"), "the same again is done already");
    std::fs::write(test.path("guide.pdf"), "mine").unwrap();
    assert_eq!(test.run(line).code, 1);
    assert_eq!(test.text("guide.pdf"), "mine");
    test.run(&format!("{line} --force")).ok();
    assert!(test.read("guide.pdf").starts_with(b"%PDF"));
}

#[test]
fn what_one_file_cannot_hold_is_refused_with_a_remedy_and_nothing_is_written() {
    let test = Test::new().file("r.csv", ROSTER);
    for (line, remedy) in [
        ("build -o guide.pdf", "add --format pdf, or set -o to a folder"),
        ("build -o guide.md", "add --format md, or set -o to a folder"),
        ("build --format pdf,md -o guide.pdf", "add --format pdf, or set -o to a folder"),
        ("build --format md -o guide.pdf", "add --format pdf, or set -o to a folder"),
        ("build --format pdf -o guide.md", "add --format md, or set -o to a folder"),
        (
            "build --documents guide,debrief --format pdf -o a.pdf",
            "set -o to a folder, or add --collate --format pdf",
        ),
        ("build --documents guide,debrief --format md -o a.md", "set -o to a folder"),
        ("build --documents guide,debrief --collate -o a.pdf", "add --format pdf"),
        ("build --format md -o a.md", "set -o to a folder"),
        ("build --format pdf --collate=none -o a.pdf", "add --collate --format pdf"),
        (
            "panel --size 2 --format pdf -o a.pdf",
            "set -o to a folder, or add --collate --format pdf",
        ),
        ("panel --size 2 --documents guide --format pdf -o a.pdf", "--collate"),
        ("build --roster r.csv --format pdf -o a.pdf", "--collate=all"),
        ("build --roster r.csv --format pdf --collate -o a.pdf", "--collate=all"),
        ("build --name kit --format pdf -o a.pdf", "remove one of them"),
        ("typeset r.csv -o a.md", "name it a.pdf"),
    ] {
        let ran = test.run(line);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}: {}", ran.err);
        let path = line.rsplit(' ').next().unwrap();
        assert!(ran.err.starts_with(&format!("error: -o {path}")), "{line}: {}", ran.err);
        assert!(ran.err.contains(remedy), "{line}: {}", ran.err);
        assert_eq!(test.names(), ["r.csv"], "{line}");
    }
}

#[test]
fn a_folder_is_a_folder_whatever_its_name_ends_with() {
    let test = Test::new();
    std::fs::create_dir(test.path("kits.pdf")).unwrap();
    test.run("build --limit 1 --documents guide --name kit -o kits.pdf").ok();
    test.run("build --limit 1 --documents guide --name kit -o new.md/").ok();
    for folder in ["kits.pdf", "new.md"] {
        assert!(
            test.path(folder).join("kit.pdf").exists() && test.path(folder).join("kit.md").exists()
        );
    }
}
