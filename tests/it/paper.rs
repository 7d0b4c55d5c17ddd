//! Scans of filled-in pages become records. `tests/scans/make.py` drew the marks, and `tests/scans/truth.json` says which.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::pictures::stated;
use crate::support::{Ran, Test, tool};

pub fn scan(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/scans").join(name)
}

pub fn copied(names: &[&str]) -> Test {
    let test = Test::new();
    std::fs::create_dir(test.path("scans")).unwrap();
    std::fs::copy(scan("kit.pdf"), test.path("kit.pdf")).unwrap();
    for name in names {
        std::fs::copy(scan(name), test.path(&format!("scans/{name}"))).unwrap();
    }
    test
}

pub fn collect(test: &Test, more: &str) -> Ran {
    test.run(&format!("collect scans --kit kit.pdf -o records.json {more}"))
}

pub fn json_of(test: &Test, name: &str) -> Value {
    serde_json::from_str(&test.text(name)).unwrap()
}

/// All values of the records of a file, by document, question and field, each as its state or its answer.
fn values(records: &Value) -> BTreeMap<(String, String), String> {
    let mut values = BTreeMap::new();
    for record in records["records"].as_array().unwrap() {
        let document = record["document"].as_str().unwrap();
        let mut see = |field: String, value: &Value| {
            let said = match value["state"].as_str().unwrap() {
                "answered" => value["value"].to_string().replace('"', ""),
                state => state.to_owned(),
            };
            values.insert((document.to_owned(), field), said);
        };
        for question in record["questions"].as_array().unwrap() {
            let id = question["id"].as_str().unwrap();
            for (at, value) in question["rubric"].as_array().unwrap().iter().enumerate() {
                see(format!("{id}.rubric.{}", at + 1), value);
            }
            for part in ["rating", "evidence"].iter().filter(|part| !question[**part].is_null()) {
                see(format!("{id}.{part}"), &question[*part]);
            }
        }
        for competency in record["competencies"].as_array().unwrap() {
            see(
                format!("competencies.{}", competency["id"].as_str().unwrap()),
                &competency["rating"],
            );
        }
        if document == "scorecard" {
            see("recommendation.recommendation".to_owned(), &record["recommendation"]);
            see("recommendation.notes".to_owned(), &record["reasons"]);
        }
        for other in record["other"].as_array().unwrap() {
            see(other["name"].as_str().unwrap().to_owned(), &other["value"]);
        }
    }
    values
}

/// The document that the name of a field begins with, if it begins with one, and the rest of it.
fn of(name: &str) -> Option<(&str, &str)> {
    name.split_once('.').filter(|(of, _)| of.starts_with("scor"))
}

/// What was drawn on a page: the document that it is of, and its fields.
fn drawn(page: &Value) -> BTreeMap<(String, String), String> {
    let page = page.as_object().unwrap();
    let document = page.keys().find_map(|name| of(name)).unwrap().0;
    let known = page.iter().map(|(name, drawn)| {
        let name = of(name).map_or(name.as_str(), |(_, name)| name);
        let drawn = match drawn {
            Value::Null => "blank".to_owned(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        ((document.to_owned(), name.to_owned()), drawn)
    });
    // The date of a scorecard is that of the interview, and the identity is not filled in.
    let is_read = |name: &str| !["identity", "recommendation.date"].contains(&name);
    known.filter(|((_, name), _)| is_read(name)).collect()
}

/// Expects that nothing is read that was not drawn. Returns how many values are asked about although they are clear, and how many there are.
pub fn expect_drawn(file: &str, records: &Value) -> (usize, usize) {
    let truth: Value =
        serde_json::from_str(&std::fs::read_to_string(scan("truth.json")).unwrap()).unwrap();
    let key = if file.starts_with("coding") { "coding" } else { file };
    let found = values(records);
    let (mut asked, mut all) = (0, 0);
    for page in truth[key].as_array().unwrap() {
        for (field, drawn) in drawn(page) {
            let said = found.get(&field).unwrap_or_else(|| panic!("{file}: no {field:?}"));
            all += 1;
            match (said.as_str(), drawn.as_str()) {
                // The scoring form and the scorecard of a packet say different things here.
                ("conflict", _) | ("unreadable", "ask") => {}
                ("unreadable", _) => asked += 1,
                (said, drawn) => assert_eq!(said, drawn, "{file}: {field:?}"),
            }
        }
    }
    (asked, all)
}

#[test]
fn what_was_marked_by_hand_is_read_or_asked_about() {
    for (file, most_asked) in [("stack.pdf", 1), ("photo.jpg", 1), ("cases.png", 2), ("fax.tif", 8)]
    {
        let test = copied(&[file]);
        let ran = collect(&test, "");
        let (asked, all) = expect_drawn(file, &json_of(&test, "records.json"));
        assert!(asked <= most_asked, "{file}: {asked} of {all} are asked about\n{}", ran.err);
    }
}

#[test]
fn a_page_is_read_the_same_in_every_coding() {
    let names = std::fs::read_dir(scan("")).unwrap().map(|it| it.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    let codings: Vec<String> = names.filter(|name| name.starts_with("coding-")).collect();
    assert_eq!(codings.len(), 16);
    for name in codings {
        let test = copied(&[&name]);
        let ran = collect(&test, "");
        let (asked, all) = expect_drawn(&name, &json_of(&test, "records.json"));
        let is_bilevel =
            ["bilevel", "group3", "group4", "jbig2"].iter().any(|it| name.contains(it));
        // Faint marks are lost in black and white, so empty boxes are asked about.
        let most = if is_bilevel { all / 2 } else { 1 };
        assert!(asked <= most, "{name}: {asked} of {all} are asked about\n{}", ran.err);
    }
}

/// That a blank print of all pages is read as one.
fn expect_blank(test: &Test, renderer: &str) {
    let ran = collect(test, "--force").ok();
    let said = values(&json_of(test, "records.json"));
    let is_empty = |said: &String| ["blank", "false"].contains(&said.as_str());
    assert!(said.len() > 25 && said.values().all(is_empty), "{renderer}: {said:?}");
    assert!(ran.err.contains("3 scanned pages; 0 not certain"), "{renderer}: {}", ran.err);
}

#[test]
fn pages_that_other_programs_draw_have_no_marks() {
    let kit = scan("kit.pdf");
    let kit = kit.to_str().unwrap();
    let test = copied(&[]);
    let out = |name: &str| test.path(&format!("scans/{name}")).to_str().unwrap().to_owned();
    let poppler = ["-r", "150", "-gray", "-png", kit, &out("poppler")];
    let mupdf = ["draw", "-q", "-r", "150", "-c", "gray", "-o", &out("mupdf-%d.png"), kit];
    for (program, args) in [("pdftoppm", poppler.as_slice()), ("mutool", mupdf.as_slice())] {
        if tool(program, args).is_none() {
            continue;
        }
        expect_blank(&test, program);
        std::fs::remove_dir_all(test.path("scans")).unwrap();
        std::fs::create_dir(test.path("scans")).unwrap();
    }
    // PDFium draws the pages of PDFs in Chromium.
    let pages = [1, 2, 3].map(|page| format!("rendered-pdfium-{page}.png"));
    expect_blank(&copied(&pages.each_ref().map(String::as_str)), "PDFium");
}

#[test]
fn a_scan_without_its_blank_print_says_which_one_is_missing() {
    let test = copied(&["photo.jpg"]);
    let ran = test.run("collect scans -o records.json");
    assert_eq!(ran.code, 1);
    let records = json_of(&test, "records.json");
    assert_eq!(records["records"], json!([]));
    assert_eq!(records["refused"][0]["code"], "kit-missing");
    assert!(ran.err.contains("its blank PDF was not given\n  help: give the PDF as it was built"));
}

/// What the review page asks.
fn asks(test: &Test) -> Vec<Value> {
    let page = test.text("review.html");
    let data = page.split_once("id=\"data\">").unwrap().1.split_once("</script>").unwrap().0;
    let data: Value = serde_json::from_str(data).unwrap();
    data["asks"].as_array().unwrap().clone()
}

#[test]
fn what_is_not_certain_is_asked_and_answers_are_applied() {
    let test = copied(&["cases.png"]);
    let ran = collect(&test, "--review review.html");
    assert_eq!(ran.code, 1);
    let asks = asks(&test);
    assert!(asks.len() > 4, "{}", ran.err);
    assert!(ran.err.contains(&format!("error: {} values are not certain", asks.len())));
    let ask = &asks[0];
    assert!(ask["crop"].as_str().unwrap().starts_with("data:image/png;base64,iVBOR"));
    assert!(ask["heading"].as_str().unwrap().len() > 10, "{ask}");
    let answer = |ask: &Value| match ask["kind"].as_str() {
        Some("check") => json!({ "id": ask["id"], "value": true }),
        _ => json!({ "id": ask["id"], "value": "not-assessed" }),
    };
    let answers: Vec<Value> = asks.iter().map(answer).collect();
    let test = test.file("answers.json", &json!({ "answers": answers }).to_string());
    let ran = collect(&test, "--answers answers.json --force");
    assert!(ran.err.contains(&format!("0 not certain, {} answered", asks.len())), "{}", ran.err);
    let said = values(&json_of(&test, "records.json"));
    for ask in &asks {
        let name = ask["id"].as_str().unwrap().split(':').nth(1).unwrap();
        let said = &said[&("scoring".to_owned(), name.to_owned())];
        assert!(["true", "not-assessed"].contains(&said.as_str()), "{name}: {said}");
    }
    // The other page of the form is still missing.
    assert!(ran.err.contains("page 2 of `scoring` of packet 7157X is missing"), "{}", ran.err);
}

#[test]
fn an_answer_that_does_not_fit_is_refused_and_one_to_nothing_is_told() {
    let test = copied(&["cases.png"]);
    collect(&test, "--review review.html");
    let asks = asks(&test);
    let rating = asks.iter().find(|ask| ask["kind"] == "choice").unwrap();
    let id = rating["id"].as_str().unwrap();
    for (answers, told) in [
        (
            json!([{ "id": id, "value": "9" }]),
            "is not one that it can have\n  help: write null, or one of \"1\", \"2\"",
        ),
        (json!([{ "id": id, "value": true }]), "is not one that it can have"),
        (
            json!([{ "id": id, "value": "1" }, { "id": id, "value": "2" }]),
            "is answered twice\n  help: keep the answer that counts",
        ),
        (json!([{ "id": "x", "value": "1", "by": "me" }]), "no file of answers"),
    ] {
        std::fs::write(test.path("answers.json"), json!({ "answers": answers }).to_string())
            .unwrap();
        let ran = collect(&test, "--answers answers.json --force");
        assert!(ran.code == 1 && ran.err.contains(told), "{answers}: {}", ran.err);
    }
    let unknown = json!({ "answers": [{ "id": "x", "value": null }] });
    std::fs::write(test.path("answers.json"), unknown.to_string()).unwrap();
    let ran = collect(&test, "--answers answers.json --force");
    assert!(ran.err.contains("warning: the answer to `x` was not used"), "{}", ran.err);
}

#[test]
fn a_review_page_does_not_take_the_place_of_the_records() {
    let test = copied(&["cases.png"]).file("records.json", "kept");
    let ran = collect(&test, "--review records.json --force");
    assert_eq!((ran.code, test.text("records.json").as_str()), (2, "kept"));
    assert!(ran.err.contains("--review and -o name the same file"), "{}", ran.err);
}

#[test]
fn handwriting_is_kept_as_pictures_beside_the_records() {
    let test = copied(&["stack.pdf"]);
    collect(&test, "");
    let records = json_of(&test, "records.json");
    let record = &records["records"][0];
    assert_eq!(
        (&record["source"], &record["candidate"]["value"]),
        (&json!("scan"), &json!("Ana Silva"))
    );
    assert_eq!(record["pages"][1]["file_page"], 3);
    let pictures = record["pictures"].as_array().unwrap();
    let notes = pictures.iter().find(|it| it["field"] == "intake.evidence").unwrap();
    let picture = test.read(notes["picture"].as_str().unwrap());
    assert_eq!(&picture[1..4], b"PNG");
    // As wide as the page, and 3 mm more on each side.
    let ((width, _), per_meter) = stated(&test.path(notes["picture"].as_str().unwrap()));
    assert_eq!((width, per_meter), (176 * 6, Some([6000; 2])));
    // The pictures of an earlier run are not read as scans.
    std::fs::rename(test.path("records-pictures"), test.path("scans/records-pictures")).unwrap();
    let ran = test.run("collect scans --kit kit.pdf -o scans/records.json");
    assert!(ran.err.contains("read 1 of 1 file: 2 documents"), "{}", ran.err);
}

#[test]
fn what_was_written_on_paper_is_in_the_debrief_form() {
    let test = copied(&["stack.pdf"]);
    collect(&test, "");
    let ran = test.run("debrief --from records.json -o forms --name form").ok();
    assert!(!ran.err.contains("not shown"), "{}", ran.err);
    let form = test.text("forms/form.md");
    let (_, section) = form.split_once("<a id=\"handwriting\"></a>").unwrap();
    let records = json_of(&test, "records.json");
    let records = records["records"].as_array().unwrap();
    let pictures = records.iter().flat_map(|record| record["pictures"].as_array().unwrap());
    let mut seen = 0;
    for picture in pictures.filter(|it| !it["field"].as_str().unwrap().ends_with(".rating")) {
        let path = picture["picture"].as_str().unwrap();
        assert!(section.contains(&format!("](../{path})\n")), "{path} is not in\n{section}");
        seen += 1;
    }
    assert!(seen >= 4, "{records:?}");
    let printed = test.path("forms/form.pdf");
    if let Some(list) = tool("pdfimages", &["-list", printed.to_str().unwrap()]) {
        assert_eq!(list.lines().skip(2).count(), seen, "{list}");
    }
}

#[test]
fn of_photocopies_every_row_without_a_mark_is_asked_about() {
    let test = copied(&["stack.pdf"]);
    collect(&test, "");
    let originals = values(&json_of(&test, "records.json"));
    let ran = collect(&test, "--photocopies --force --review review.html");
    let copies = values(&json_of(&test, "records.json"));
    assert!(ran.err.contains("not certain"), "{}", ran.err);
    assert_eq!(originals.len(), copies.len());
    let has_boxes = |name: &str| name.contains("rating") || name.contains("rubric");
    for (field, said) in &originals {
        let is_lost = has_boxes(&field.1) && ["blank", "false"].contains(&said.as_str());
        let wanted = if is_lost { "unreadable" } else { said };
        if has_boxes(&field.1) {
            assert_eq!(copies[field], wanted, "{field:?}");
        }
    }
    let page = std::fs::read_to_string(test.path("review.html")).unwrap();
    assert!(page.contains("no mark is seen, but faint marks are lost on a photocopy"));
}

#[test]
fn a_page_that_is_there_twice_must_say_the_same() {
    let test = copied(&["photo.jpg", "cases.png"]);
    std::fs::copy(scan("photo.jpg"), test.path("scans/again.jpg")).unwrap();
    std::fs::remove_file(test.path("scans/cases.png")).unwrap();
    let ran = collect(&test, "");
    assert!(ran.err.contains("page 1 of `scoring` was found 2 times: scans/again.jpg, page 1; scans/photo.jpg, page 1"), "{}", ran.err);
    expect_drawn("photo.jpg", &json_of(&test, "records.json"));
    // Two sheets of the same page that differ are asked about.
    std::fs::copy(scan("coding-gray.png"), test.path("scans/other.png")).unwrap();
    let ran = collect(&test, "--force");
    assert!(ran.err.contains("the page was found several times, and says: "), "{}", ran.err);
    let said = values(&json_of(&test, "records.json"));
    assert_eq!(said[&("scoring".to_owned(), "intake.evidence".to_owned())], "handwritten");
}

#[test]
fn a_run_that_was_cut_off_goes_on_where_it_stopped() {
    let test = copied(&["stack.pdf"]).file("records.json", "kept");
    let ran = collect(&test, "");
    assert!(ran.code == 1 && ran.err.contains("records.json"), "{}", ran.err);
    assert!(test.path("records.json.partial").exists());
    let ran = collect(&test, "--force");
    assert!(ran.err.contains("note: 6 pages read by the run that was interrupted"), "{}", ran.err);
    expect_drawn("stack.pdf", &json_of(&test, "records.json"));
    assert!(!test.path("records.json.partial").exists());
    // A line that is not whole is read again.
    std::fs::write(test.path("records.json"), "kept").unwrap();
    let ran = collect(&test, "");
    assert!(!ran.err.contains("interrupted"), "{}", ran.err);
    let partial = test.text("records.json.partial");
    std::fs::write(test.path("records.json.partial"), &partial[..partial.len() - 9]).unwrap();
    let ran = collect(&test, "--force");
    assert!(ran.err.contains("note: 5 pages read by the run that was interrupted"), "{}", ran.err);
    expect_drawn("stack.pdf", &json_of(&test, "records.json"));
}

#[test]
fn what_is_no_page_is_refused_by_name() {
    let test = copied(&[]);
    let picture = |width: u32, height: u32, gray: u8| {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        let pixels = (0..width * height).map(|at| if at % 7 == 0 { 0 } else { gray });
        let pixels: Vec<u8> = pixels.collect();
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        bytes
    };
    let path = |name: &str| test.path(&format!("scans/{name}"));
    std::fs::write(path("cat.png"), picture(600, 800, 255)).unwrap();
    std::fs::write(path("dark.png"), picture(600, 800, 40)).unwrap();
    let whole = std::fs::read(scan("photo.jpg")).unwrap();
    std::fs::write(path("half.png"), &picture(600, 800, 255)[..400]).unwrap();
    std::fs::write(path("whole.jpg"), whole).unwrap();
    let ran = collect(&test, "");
    let records = json_of(&test, "records.json");
    let refused = records["refused"].as_array().unwrap().iter();
    let codes: Vec<(&str, &str)> =
        refused.map(|it| (it["file"].as_str().unwrap(), it["code"].as_str().unwrap())).collect();
    assert_eq!(
        codes,
        [
            ("scans/cat.png", "corners-hidden"),
            ("scans/dark.png", "too-dark"),
            ("scans/half.png", "damaged"),
            ("scans/whole.jpg", "incomplete"),
        ],
        "{}",
        ran.err
    );
    assert_eq!(records["records"].as_array().unwrap().len(), 1);
}

#[test]
fn pages_of_two_packets_in_one_stack_go_to_their_records() {
    let test = copied(&["stack.pdf"]);
    test.run("build --limit 3 --documents scoring --format pdf --candidate Bo --date 2026-12-02 -o other.pdf -q")
        .ok();
    let out = test.path("scans/other").to_str().unwrap().to_owned();
    let args = ["-r", "150", "-gray", "-png", test.path("other.pdf").to_str().unwrap(), &out]
        .map(str::to_owned);
    if tool("pdftoppm", &args.each_ref().map(String::as_str)).is_none() {
        return;
    }
    let ran = test.run("collect scans --kit kit.pdf other.pdf -o records.json");
    let mut records = json_of(&test, "records.json");
    let of = |record: &Value| record["candidate"]["value"].as_str().map(str::to_owned);
    let all = records["records"].as_array().unwrap().clone();
    assert_eq!(
        all.iter().filter_map(of).collect::<Vec<_>>(),
        ["Bo", "Ana Silva", "Ana Silva"],
        "{}",
        ran.err
    );
    records["records"] = json!(all[..1]);
    let is_empty = |said: &String| ["blank", "false"].contains(&said.as_str());
    assert!(values(&records).values().all(is_empty));
    records["records"] = json!(all[1..]);
    expect_drawn("stack.pdf", &records);
}
