//! `collect` as people run it: which files are read, which of several counts, and what is told.

use serde_json::{Value, json};

use crate::support::{Ran, Test};

fn xfdf(document: &str, fields: &[(&str, &str)]) -> String {
    let field = |(name, value): &(&str, &str)| {
        format!("<field name=\"{name}\"><value>{value}</value></field>")
    };
    let fields: String = fields.iter().map(field).collect();
    format!(
        "<xfdf><fields><field name=\"identity\"><value>94RT-F0FW J0DVF {document}</value></field>{fields}</fields></xfdf>"
    )
}

/// Two exports of one scoring form.
fn twice() -> Test {
    let test = Test::new();
    std::fs::create_dir(test.path("d")).unwrap();
    test.file("d/a.xfdf", &xfdf("scoring", &[("intake.rating", "4")]))
        .file("d/b.xfdf", &xfdf("scoring", &[("intake.rating", "2")]))
}

fn files(ran: &Ran) -> Vec<String> {
    let records: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let records = records["records"].as_array().unwrap();
    records.iter().map(|it| it["file"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_preferred_file_is_known_whatever_its_path_is_called() {
    let test = twice();
    for path in ["d/a.xfdf", "./d/a.xfdf", "d/../d/a.xfdf"] {
        let ran = test.run(&format!("collect d --prefer {path} -q")).ok();
        assert_eq!(files(&ran), ["d/a.xfdf"], "{path}");
        // What does not count is told even if nothing else is.
        assert!(
            ran.err.contains("note: d/b.xfdf: the scoring of packet J0DVF is taken from d/a.xfdf")
        );
    }
    let ran = test.run("collect d --prefer d/a.xfdf --format csv").ok();
    let row = ran.out.lines().find(|line| line.contains("superseded")).unwrap();
    assert!(row.starts_with("d/b.xfdf,"), "{row}");
}

#[test]
fn a_preferred_file_that_decides_nothing_is_told() {
    let test = twice().file("else.xfdf", &xfdf("scorecard", &[("interviewer", "Ana")]));
    let ran = test.run("collect d --prefer else.xfdf");
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("--prefer else.xfdf: this is not one of the files to read"),
        "{}",
        ran.err
    );
    // One that is not there is a file that cannot be read, as everywhere.
    let ran = test.run("collect d --prefer nowhere.pdf");
    assert_eq!((ran.code, ran.err.contains("cannot read nowhere.pdf")), (1, true), "{}", ran.err);
    let ran = test.run("collect d/a.xfdf else.xfdf --prefer else.xfdf").ok();
    assert!(ran.err.contains("warning: else.xfdf: --prefer had no effect"), "{}", ran.err);
}

#[test]
fn help_for_a_document_that_came_back_twice_does_not_repeat_what_was_tried() {
    let test = twice();
    let time = std::time::SystemTime::now();
    for name in ["d/a.xfdf", "d/b.xfdf"] {
        let file = std::fs::File::options().write(true).open(test.path(name)).unwrap();
        file.set_modified(time).unwrap();
    }
    let ran = test.run("collect d --prefer newest");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("no file is the only newest one"), "{}", ran.err);
    assert!(!ran.err.contains("--prefer newest"), "{}", ran.err);
}

#[test]
fn every_folder_without_documents_is_an_error() {
    let test = twice();
    for name in ["e1", "e2"] {
        std::fs::create_dir(test.path(name)).unwrap();
    }
    for inputs in ["e1", "e1 e2", "d e2"] {
        let ran = test.run(&format!("collect {inputs}"));
        assert_ne!(ran.code, 0, "{inputs}");
        assert!(ran.err.contains("there are no documents in e"), "{}", ran.err);
    }
    // A folder that is given twice is read once.
    assert_eq!(test.run("collect d d --prefer d/a.xfdf").code, 0);
}

#[test]
fn a_file_that_is_not_there_stops_no_other_file_from_being_read() {
    let test = twice();
    let ran = test.run("collect d/a.xfdf nowhere.pdf nothing");
    assert_eq!((ran.code, files(&ran)), (1, vec!["d/a.xfdf".to_owned()]));
    for name in ["nowhere.pdf", "nothing"] {
        assert!(ran.err.contains(&format!("error: {name}: cannot read {name}")), "{}", ran.err);
    }
}

#[test]
fn a_document_that_is_in_no_file_of_the_kit_is_told_and_kits_that_contradict_each_other_are_refused()
 {
    let test = Test::new();
    for (name, line) in
        [("one", "--limit 1"), ("two", "--limit 1 --date 2026-11-27"), ("three", "--limit 2")]
    {
        let line = format!(
            "build {line} --documents scoring --format pdf -o {name}.pdf --lock {name}.lock -q"
        );
        test.run(&line).ok();
    }
    let ran = test.run("collect one.pdf --kit one.pdf").ok();
    assert!(!ran.err.contains("--kit"), "{}", ran.err);
    let ran = test.run("collect one.pdf --kit two.pdf").ok();
    assert!(ran.err.contains("warning: one.pdf: no file of --kit is this document"), "{}", ran.err);
    let ran = test.run("collect one.pdf --kit one.pdf --lock three.lock");
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("and the lock file has"), "{}", ran.err);
    let ran = test.run("collect three.pdf --kit one.pdf");
    assert!(ran.code == 1 && ran.err.contains("or run this without --kit"), "{}", ran.err);
}

#[test]
fn no_cell_starts_a_formula_whatever_separates_cells() {
    for notes in ["said yes;=HYPERLINK(1)", "a\t@SUM(1)", "b\n=1+1", "=1", "c;+1|x!A0"] {
        let escaped = notes.replace('\t', "&#9;").replace('\n', "&#10;");
        let test = Test::new().file("a.xfdf", &xfdf("scoring", &[("intake.evidence", &escaped)]));
        let csv = test.run("collect a.xfdf --format csv -q").ok().out;
        let shown = csv.replace("\"\"", "");
        for separator in [',', ';', '\t', '\n'] {
            for cell in shown.split(separator) {
                let cell = cell.trim_start_matches(['"', ' ']);
                assert!(!cell.starts_with(['=', '@', '+']), "{notes:?}: {cell:?}");
            }
        }
    }
    // A list within notes is as it was written.
    let list = "- one&#10;- two; - three";
    let test = Test::new().file("a.xfdf", &xfdf("scoring", &[("intake.evidence", list)]));
    assert!(test.run("collect a.xfdf --format csv -q").ok().out.contains("\n- two; - three\""));
}

#[test]
fn what_files_say_cannot_control_the_terminal() {
    let fdf = "%FDF-1.2\n1 0 obj\n<</FDF<</Fields[<</T(identity)/V(94RT-F0FW J0DVF scoring)>>\
               <</T(intake.rating)/V/#1b#5d0;owned#07#1b#5b2J>>]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n";
    let ran = Test::new().file("a.fdf", fdf).run("collect a.fdf").ok();
    assert!(ran.err.contains("is not a rating"), "{}", ran.err);
    let is_harmless = |char: char| char == '\n' || !char.is_control();
    assert!(ran.err.chars().all(is_harmless), "{:?}", ran.err);
}

#[test]
fn a_contradiction_is_told_once_and_names_both_files() {
    let test = Test::new()
        .file("a.xfdf", &xfdf("scoring", &[("intake.rating", "4")]))
        .file("b.xfdf", &xfdf("scorecard", &[("scorecard.intake", "2")]));
    let ran = test.run("collect a.xfdf b.xfdf").ok();
    let told: Vec<&str> = ran.err.lines().filter(|line| line.contains("conflict:")).collect();
    assert_eq!(
        told,
        [
            "warning: a.xfdf and b.xfdf: intake, rating: conflict: 4 in a.xfdf (scoring); 2 in b.xfdf (scorecard)"
        ]
    );
    assert!(ran.err.contains("2 in conflict"), "{}", ran.err);
}

#[test]
fn an_export_without_its_kit_is_read_with_a_remark() {
    let test = Test::new();
    test.run("build --limit 1 --documents scoring --format pdf -o kit.pdf").ok();
    let blank = test.run("collect kit.pdf").ok();
    let records: serde_json::Value = serde_json::from_str(&blank.out).unwrap();
    let of = |key: &str| records["records"][0][key].as_str().unwrap().to_owned();
    let identity = format!("{} {} scoring", of("kit"), of("packet"));
    let export = xfdf("scoring", &[]).replace("94RT-F0FW J0DVF scoring", &identity);
    let test = test.file("a.xfdf", &export);
    let remark = "warning: a.xfdf: an export can leave out blank fields; use --kit to see which ones are missing";
    let ran = test.run("collect a.xfdf").ok();
    assert!(ran.err.contains(remark), "{}", ran.err);
    let ran = test.run("collect a.xfdf --kit kit.pdf").ok();
    assert!(!ran.err.contains("can leave out"), "{}", ran.err);
    let records: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(records["records"][0]["questions"][0]["rating"]["state"], "blank");
}

#[test]
fn the_markdown_of_a_kit_is_found_behind_its_pdf() {
    let test = Test::new();
    test.run("build --limit 1 --documents guide --name kit -o kit").ok();
    let names: Vec<String> = std::fs::read_dir(test.path("kit"))
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    let named = |ending: &str| names.iter().find(|name| name.ends_with(ending)).unwrap();
    let guide = test.text(&format!("kit/{}", named(".md")));
    let line = guide.lines().position(|line| line.starts_with("## ")).unwrap();
    let test = test.file("edited.md", &guide.replacen("\n## ", "\n## New: ", 1));
    let kit = format!("--kit kit/{} kit/{}", named(".pdf"), named(".md"));
    let ran = test.run(&format!("collect edited.md {kit}"));
    assert!(ran.err.contains(&format!("edited.md:{}:", line + 1)), "{}", ran.err);
    // The ends of its lines are the editor's.
    let test = test.file("crlf.md", &guide.replace('\n', "\r\n"));
    let ran = test.run("collect edited.md --kit crlf.md");
    assert!(ran.err.contains(&format!("edited.md:{}:", line + 1)), "{}", ran.err);
}

#[test]
fn an_export_of_a_packet_has_the_same_documents_with_and_without_its_kit() {
    let test = Test::new();
    test.run("build --limit 1 --documents guide,scoring,scorecard --format pdf -o kit.pdf").ok();
    let blank: serde_json::Value =
        serde_json::from_str(&test.run("collect kit.pdf").ok().out).unwrap();
    // Guide and scoring form share the rating, but only the scoring form shows it.
    let mut fields = vec![("intake.rating".to_owned(), "4".to_owned())];
    for record in blank["records"].as_array().unwrap() {
        let [kit, packet, document] =
            ["kit", "packet", "document"].map(|key| record[key].as_str().unwrap());
        fields.push((format!("{document}.identity"), format!("{kit} {packet} {document}")));
    }
    let field = |(name, value): &(String, String)| {
        format!("<field name=\"{name}\"><value>{value}</value></field>")
    };
    let fields: String = fields.iter().map(field).collect();
    let test = test.file("a.xfdf", &format!("<xfdf><fields>{fields}</fields></xfdf>"));
    for line in ["collect a.xfdf", "collect a.xfdf --kit kit.pdf"] {
        let ran = test.run(line).ok();
        let records: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let records = records["records"].as_array().unwrap();
        let documents: Vec<&str> =
            records.iter().map(|it| it["document"].as_str().unwrap()).collect();
        assert_eq!(documents, ["guide", "scoring", "scorecard"], "{line}: {}", ran.err);
        assert_eq!(records[1]["questions"][0]["rating"]["value"], 4, "{line}");
    }
}

#[test]
fn records_say_how_many_points_the_scale_has_where_the_boxes_are_known() {
    let bank = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support-desk.yaml");
    let test = Test::new();
    let points = |line: &str| {
        let records: Value = serde_json::from_str(&test.run(line).ok().out).unwrap();
        let records = records["records"].as_array().unwrap();
        let of = |it: &Value| (it["document"].as_str().unwrap().to_owned(), it["points"].clone());
        records.iter().map(of).collect::<Vec<_>>()
    };
    let known = |document: &str| (document.to_owned(), json!(4));
    let unknown = |document: &str| (document.to_owned(), Value::Null);
    test.run(&format!("build --bank {bank} --limit 2 --name a --collate -o a --quiet")).ok();
    // A guide asks, and rates nothing.
    let all = [unknown("guide"), known("scoring"), known("scorecard")];
    assert_eq!(points("collect a/a-packet.pdf"), all);
    let texts = "collect a/a-guide.md a/a-scoring.md a/a-scorecard.md";
    assert_eq!(points(texts), all);
    let combined = format!("build --bank {bank} --limit 2 --layout combined --documents guide");
    test.run(&format!("{combined} --name b -o b --quiet")).ok();
    for ending in ["pdf", "md"] {
        assert_eq!(points(&format!("collect b/b.{ending}")), [known("guide")]);
    }
    // An export shows no boxes.
    let blank = test.run("collect a/a-scoring.md").ok().out;
    let blank: Value = serde_json::from_str(&blank).unwrap();
    let [kit, packet] = ["kit", "packet"].map(|key| blank["records"][0][key].as_str().unwrap());
    let fields = [("identity", &*format!("{kit} {packet} scoring")), ("cannot-log-in.rating", "3")];
    let field = |(name, value)| format!("<field name=\"{name}\"><value>{value}</value></field>");
    let fields: String = fields.map(field).concat();
    std::fs::write(test.path("a.xfdf"), format!("<xfdf><fields>{fields}</fields></xfdf>")).unwrap();
    assert_eq!(points("collect a.xfdf"), [unknown("scoring")]);
    assert_eq!(points("collect a.xfdf --kit a/a-scoring.md"), [known("scoring")]);
}
