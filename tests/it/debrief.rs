//! `debrief`: the debrief form that is made from records.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::pictures::png;
use crate::support::{Ran, Test, flat, opens_without_complaint, pdf_text, tool};

/// The documents of a panel, as a manifest has them, which records are made from.
struct Kit {
    test: Test,
    files: Vec<Value>,
    /// The competencies of each question.
    competencies: Value,
}

/// How interviewers rate in a test: a rating for each question or competency of an interviewer, by number.
type Rate = fn(usize, &str) -> Value;

fn answered(value: impl Into<Value>) -> Value {
    json!({ "state": "answered", "value": value.into(), "place": { "page": 2 } })
}

fn blank() -> Value {
    json!({ "state": "blank" })
}

impl Kit {
    fn new(line: &str) -> Self {
        let test = Test::new();
        let line = format!(
            "{line} --documents scoring,scorecard --collate=none --format md --json --dry-run"
        );
        let manifest: Value = serde_json::from_str(&test.run(&line).ok().out).unwrap();
        let competencies: Value = serde_json::from_str(&test.run("list --json").ok().out).unwrap();
        let files = manifest["files"].as_array().unwrap().clone();
        Self { test, files, competencies }
    }

    fn panel(size: usize) -> Self {
        Self::new(&format!("panel --size {size} --minutes 45"))
    }

    fn competencies_of(&self, question: &str) -> Vec<&str> {
        let questions = self.competencies.as_array().unwrap();
        let found = questions.iter().find(|it| it["id"] == question).unwrap();
        found["competencies"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
    }

    /// The records of what these interviewers filled in.
    fn records(&self, names: &[&str], rate: Rate) -> Vec<Value> {
        self.files.iter().map(|file| self.record(file, names, rate)).collect()
    }

    fn record(&self, file: &Value, names: &[&str], rate: Rate) -> Value {
        let code = file["code"].as_str().unwrap();
        let (kit, part) = code.split_once('/').unwrap_or((code, "1"));
        let panelist: usize = part.parse::<usize>().unwrap() - 1;
        let is_scorecard = file["kind"] == "scorecard";
        let mut competencies: Vec<&str> = Vec::new();
        let mut questions = Vec::new();
        for question in file["questions"].as_array().unwrap() {
            let id = question["id"].as_str().unwrap();
            for competency in self.competencies_of(id) {
                if !competencies.contains(&competency) {
                    competencies.push(competency);
                }
            }
            let evidence = format!(
                "{} said of {id}: | a pipe, <!-- a comment --> and *stars*\nsecond line",
                names[panelist]
            );
            questions.push(json!({
                "id": id,
                "rating": rate(panelist + 1, id),
                "rubric": [],
                "watch_for": [],
                "follow_up": null,
                "notes": null,
                "evidence": if is_scorecard { Value::Null } else { answered(evidence) },
                "other": [],
            }));
        }
        let rated =
            competencies.iter().map(|id| json!({ "id": id, "rating": rate(panelist + 1, id) }));
        let rated: Vec<Value> = rated.collect();
        json!({
            "file": format!("panelist-{}.pdf", panelist + 1),
            "sha256": "0".repeat(64),
            "source": "form",
            "kit": kit,
            "part": if code.contains('/') { json!(panelist + 1) } else { Value::Null },
            "packet": file["packet"],
            "document": file["kind"],
            "as_built": true,
            "candidate": answered("Ana Silva"),
            "interviewer": answered(names[panelist]),
            "date": blank(),
            "keep_until": answered("2027-05-01"),
            "questions": questions,
            "competencies": if is_scorecard { rated } else { Vec::new() },
            "recommendation": if is_scorecard { answered("yes") } else { Value::Null },
            "reasons": if is_scorecard { answered("Because of what was said.") } else { Value::Null },
            "other": [],
        })
    }

    /// Makes the forms of records.
    fn debrief(&self, records: &[Value], options: &str) -> Ran {
        let text = json!({ "records": records, "refused": [] }).to_string();
        std::fs::write(self.test.path("records.json"), text).unwrap();
        self.test.run(&format!("debrief --from records.json {options}"))
    }

    /// The Markdown of the only form of records.
    fn form(&self, records: &[Value], options: &str) -> String {
        let options = format!("--format md -o form.md --force {options}");
        self.debrief(records, &options).ok();
        self.test.text("form.md")
    }
}

/// Ratings that differ by interviewer, and some that are no score.
fn differing(part: usize, id: &str) -> Value {
    match (part, id.len() % 5) {
        (2, 0) => answered("not-assessed"),
        (part, rest) => answered(1 + (part * 2 + rest) % 5),
    }
}

const NAMES: [&str; 3] = ["R. Okafor", "Lea Müller", "Sam O’Neil"];

#[test]
fn each_rating_is_in_its_interviewers_column_with_the_range_and_an_agenda() {
    let kit = Kit::panel(3);
    let form = kit.form(&kit.records(&NAMES, differing), "");
    insta::assert_snapshot!(form);
}

#[test]
fn nothing_is_averaged_added_up_or_recommended() {
    let kit = Kit::panel(2);
    let rate: Rate = |part, _| answered(if part == 1 { 2 } else { 5 });
    let form = kit.form(&kit.records(&NAMES, rate), "");
    let (_, ratings) = form.split_once("<a id=\"consensus\"></a>").unwrap();
    let (ratings, _) = ratings.split_once("<a id=\"agenda\"></a>").unwrap();
    let mut numbers = BTreeSet::new();
    for row in ratings.lines().filter(|line| line.starts_with("| ")) {
        let cells = without_comments(row);
        // The first cell is a title or a question.
        for cell in cells.trim_start_matches("| ").split(" | ").skip(1) {
            let is_number = |char: char| char.is_ascii_digit() || ".,".contains(char);
            let found = cell.split(|char| !is_number(char));
            numbers.extend(found.map(|it| it.trim_matches(['.', ',']).to_owned()));
        }
    }
    numbers.remove("");
    // Both ratings, and the difference between them.
    assert_eq!(numbers, ["2", "3", "5"].map(str::to_owned).into(), "{ratings}");
    assert!(form.contains("[ ] Hire [ ] Do not hire"), "{form}");
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once("-->")).map(|(_, rest)| rest);
    first + &rest.collect::<String>()
}

#[test]
fn the_ratings_have_the_same_field_names_whatever_is_missing_or_contradicts_itself() {
    let kit = Kit::panel(2);
    let records = kit.records(&NAMES, |_, _| answered(4));
    let fields = |records: &[Value]| -> BTreeSet<String> {
        let names = crate::field_names::of(&kit.form(records, ""));
        let is_of_ratings = |name: &String| name.ends_with(".consensus");
        names.into_iter().filter(is_of_ratings).collect()
    };
    let complete = fields(&records);
    assert!(complete.iter().any(|name| name.starts_with("consensus.")), "{complete:?}");
    let mut missing = records.clone();
    missing.retain(|it| !(it["part"] == 2 && it["document"] == "scorecard"));
    assert_eq!(fields(&missing), complete);
    missing[0]["questions"][0]["rating"] = json!({ "state": "conflict", "seen": ["3", "5"] });
    assert_eq!(fields(&missing), complete);
    let mut contradicting = records;
    contradicting[0]["questions"][0]["rating"] = missing[0]["questions"][0]["rating"].clone();
    assert_eq!(fields(&contradicting), complete);
}

#[test]
fn who_has_not_handed_in_a_scorecard_is_named_and_the_debrief_waits() {
    let kit = Kit::panel(2);
    let records: Vec<Value> = kit
        .records(&NAMES, differing)
        .into_iter()
        .filter(|it| !(it["part"] == 2 && it["document"] == "scorecard"))
        .collect();
    let form = kit.form(&records, "");
    assert!(form.contains("- [x] R. Okafor") && form.contains("- [ ] Lea Müller"), "{form}");
    let line = "**Scorecard not submitted yet; wait for it before you begin:** Lea Müller";
    assert!(form.contains(line), "{form}");
    let ran = kit.debrief(&records, "-o out");
    assert!(ran.err.contains("the debrief should wait"), "{}", ran.err);
}

#[test]
fn what_contradicts_itself_is_listed_with_its_places_and_never_chosen() {
    let kit = Kit::panel(2);
    let mut records = kit.records(&NAMES, |_, _| answered(4));
    let scorecard = records.iter_mut().find(|it| it["document"] == "scorecard").unwrap();
    let id = scorecard["questions"][0]["id"].as_str().unwrap().to_owned();
    scorecard["questions"][0]["rating"] =
        json!({ "state": "answered", "value": 2, "place": { "line": 40 } });
    scorecard["competencies"][0]["rating"] =
        json!({ "state": "conflict", "seen": ["3", "5"], "place": { "page": 3 } });
    scorecard["recommendation"] = json!({ "state": "unreadable", "why": "damaged | field" });
    let form = kit.form(&records, "");
    assert!(form.contains("4 (panelist-1.pdf, page 2) / 2 (panelist-1.pdf, line 40)"), "{form}");
    assert!(form.contains("3 / 5 – panelist-1.pdf, page 3"), "{form}");
    assert!(form.contains("Overall recommendation: damaged \\| field – panelist-1.pdf"), "{form}");
    let row = form.lines().find(|line| line.contains(&format!("question-{id}"))).unwrap();
    assert!(row.contains("____"), "{row}");
}

#[test]
fn a_question_without_a_rating_and_notes_is_listed() {
    let kit = Kit::panel(2);
    let mut records = kit.records(&NAMES, |_, _| answered(4));
    let mut id = String::new();
    for record in records.iter_mut().filter(|it| it["part"] == 2) {
        let last = record["questions"].as_array_mut().unwrap().last_mut().unwrap();
        id = last["id"].as_str().unwrap().to_owned();
        last["rating"] = answered("not-assessed");
        if !last["evidence"].is_null() {
            last["evidence"] = blank();
        }
    }
    let form = kit.form(&records, "");
    let (_, listed) = form.split_once("**Questions without a rating or notes**").unwrap();
    let listed: Vec<&str> =
        listed.lines().skip(2).map_while(|line| line.strip_prefix("- ")).collect();
    let questions = kit.competencies.as_array().unwrap();
    let ask = questions.iter().find(|it| it["id"] == *id).unwrap()["ask"].as_str().unwrap();
    assert_eq!(listed, [ask], "{form}");
}

#[test]
fn equal_records_give_equal_bytes_and_the_form_stays_fillable() {
    let kit = Kit::panel(3);
    let records = kit.records(&NAMES, differing);
    kit.debrief(&records, "-o one").ok();
    kit.debrief(&records, "-o two").ok();
    let files = |folder: &str| {
        let mut files: Vec<_> = std::fs::read_dir(kit.test.path(folder))
            .unwrap()
            .map(|it| it.unwrap().path())
            .map(|it| (it.file_name().unwrap().to_owned(), std::fs::read(&it).unwrap()))
            .collect();
        files.sort();
        files
    };
    assert_eq!(files("one"), files("two"));
    let form = kit.form(&records, "");
    for field in ["decision", "rationale", "dissent", "action-1", "facilitator", "destroyed"] {
        assert!(form.contains(&format!("<!-- field: {field}")), "{field}");
    }
}

#[test]
fn a_form_can_be_made_for_up_to_twelve_interviewers_on_any_paper() {
    for size in [1, 3, 5, 8, 12] {
        let kit = Kit::new(&format!("panel --size {size} --minutes 30"));
        let names: Vec<String> = (1..=size).map(|it| format!("Interviewer Name {it}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let records = kit.records(&names, differing);
        for (index, options) in
            ["", "--paper letter --language de", "--large-print", "--language ar"]
                .iter()
                .enumerate()
        {
            let out = format!("out-{index}.pdf");
            let ran = kit.debrief(&records, &format!("{options} -q --format pdf -o {out}")).ok();
            let mut warnings = ran.err.lines().filter(|line| line.starts_with("warning"));
            // A line has no room for the names of all of them.
            assert!(warnings.all(|line| line.contains("cut-off")), "{size} {options}: {}", ran.err);
            opens_without_complaint(&kit.test.path(&out));
            let pdf = lopdf::Document::load(kit.test.path(&out)).unwrap();
            assert!(pdf.get_pages().len() >= 2, "{size} {options}");
            let Some(text) = pdf_text(&kit.test.path(&out)).map(|text| flat(&text)) else {
                continue;
            };
            for name in &names {
                assert!(text.contains(name), "{size} {options} {name}: {text}");
            }
        }
    }
}

#[test]
fn the_range_of_ratings_is_drawn_for_any_number_of_interviewers() {
    for (size, names) in [(2, &["Ana", "Bo"][..]), (5, &["Ana", "Bo", "Cy", "Dee", "Eli"])] {
        let kit = Kit::panel(size);
        let form = kit.form(&kit.records(names, differing), "");
        let drawn = form.lines().filter(|line| line.contains("<!-- scale: 1 2 3 4 5; ")).count();
        assert!(drawn >= 4, "{size}: {form}");
    }
}

#[test]
fn interviewers_with_one_name_stand_above_their_columns_by_number() {
    let kit = Kit::panel(2);
    let form = kit.form(&kit.records(&["Sam", "Sam"], differing), "");
    assert!(form.contains("| Competency | 1 | 2 |"), "{form}");
    assert!(form.contains("- [x] 1. Sam") && form.contains("- [x] 2. Sam"), "{form}");
}

#[test]
fn a_lock_file_names_the_kit_even_if_nothing_of_an_interviewer_came_back() {
    let test = Kit::panel(2);
    test.test.run("panel --size 2 --minutes 45 --lock kit.lock.yaml -o kit --format md").ok();
    let mut records = test.records(&NAMES, differing);
    records.retain(|it| it["part"] == 1);
    let without = test.debrief(&records, "-o out");
    assert_eq!(without.code, 1);
    assert!(without.err.contains("--locked"), "{}", without.err);
    let form = test.form(&records, "--locked kit.lock.yaml");
    assert!(form.contains("- [ ] Interviewer 2"), "{form}");
}

#[test]
fn names_count_as_the_same_however_they_are_written_and_a_file_of_another_kind_says_the_same() {
    let kit = Kit::panel(2);
    let mut records = kit.records(&NAMES, differing);
    for record in &mut records {
        record["candidate"] = answered("Renée");
    }
    records[1]["candidate"] = answered(" rene\u{301}E ");
    records[1]["interviewer"] = answered(NAMES[0].to_uppercase());
    let mut again = records[0].clone();
    again["file"] = json!("panelist-1.md");
    again["source"] = json!("markdown");
    again["questions"][0]["rating"]["place"] = json!({ "line": 7 });
    records.push(again);
    let form = kit.form(&records, "");
    assert!(form.contains("Renée") && !form.contains("rene\u{301}E"), "{form}");
    assert!(!form.contains("Settle first"), "{form}");
    let picked = kit.form(&records, "--candidate RENÉE");
    assert_eq!(picked, form);
}

#[test]
fn a_recommendation_that_is_not_known_is_to_be_settled() {
    let kit = Kit::panel(2);
    let mut records = kit.records(&NAMES, differing);
    for record in &mut records {
        if record["document"] == "scorecard" && record["part"] == 2 {
            record["file"] = json!("scorecard-file.pdf");
            record["recommendation"] =
                json!({ "state": "answered", "value": "hire", "place": { "page": 9 } });
        }
    }
    let form = kit.form(&records, "");
    let line = "- Lea Müller · Overall recommendation: hire – scorecard-file.pdf, page 9";
    assert!(form.lines().any(|it| it == line), "{form}");
}

/// The cells of the agenda with what was written down, each as its lines.
fn evidence(form: &str) -> Vec<Vec<String>> {
    let (_, agenda) = form.split_once("<a id=\"agenda\"></a>").unwrap();
    let (agenda, _) = agenda.split_once("<a id=\"decision\"></a>").unwrap();
    let rows = agenda.lines().filter(|line| line.contains("<br>"));
    let cells = rows.flat_map(|row| row.split(" | ").filter(|cell| cell.contains("<br>")));
    cells.map(|cell| cell.split("<br>").map(str::to_owned).collect()).collect()
}

#[test]
fn long_notes_leave_the_form_on_a_few_pages_and_say_where_the_rest_is() {
    let kit = Kit::panel(2);
    let rate: Rate = |part, _| answered(if part == 1 { 1 } else { 5 });
    let texts = [
        (0..18).map(|number| format!("- point {number}")).collect::<Vec<_>>().join("\n"),
        "hm\n".repeat(300),
        "word ".repeat(400),
        "x".repeat(3000),
    ];
    for text in texts {
        let mut records = kit.records(&NAMES, rate);
        for record in records.iter_mut().filter(|it| it["document"] == "scoring") {
            for question in record["questions"].as_array_mut().unwrap() {
                question["evidence"] = answered(text.clone());
            }
        }
        let form = kit.form(&records, "");
        let cells = evidence(&form);
        assert!(cells.len() >= 8, "{form}");
        for lines in &cells {
            let (_, written) = lines.split_first().unwrap();
            let long = written.iter().map(|line| line.chars().count() / 120);
            assert!(written.len() + long.sum::<usize>() <= 12, "{lines:?}");
            assert!(written.iter().any(|line| line.contains("page 2")), "{lines:?}");
            assert!(written.iter().all(|line| !line.starts_with("– -")), "{lines:?}");
            assert!(written.iter().all(|line| !line.starts_with("\\- ")), "{lines:?}");
        }
        kit.debrief(&records, "--format pdf -o form.pdf --force").ok();
        let pdf = lopdf::Document::load(kit.test.path("form.pdf")).unwrap();
        assert!(pdf.get_pages().len() <= 5, "{}: {text}", pdf.get_pages().len());
    }
}

#[test]
fn what_is_handwritten_is_named_by_its_picture() {
    let kit = Kit::panel(2);
    let rate: Rate = |part, _| answered(if part == 1 { 1 } else { 5 });
    let mut records = kit.records(&NAMES, rate);
    for record in records.iter_mut().filter(|it| it["document"] == "scoring") {
        let mut pictures = Vec::new();
        for question in record["questions"].as_array_mut().unwrap() {
            let field = format!("{}.evidence", question["id"].as_str().unwrap());
            question["evidence"] = json!({ "state": "handwritten", "place": { "page": 1 } });
            pictures
                .push(json!({ "field": field, "page": 1, "picture": format!("p/{field}.png") }));
        }
        record["source"] = json!("scan");
        record["pictures"] = json!(pictures);
    }
    let form = kit.form(&records, "");
    let cells = evidence(&form);
    assert!(cells.len() >= 8, "{form}");
    for lines in &cells {
        let named =
            |line: &String| line.contains("handwritten: p/") && line.contains(".evidence.png");
        assert!(lines.iter().any(named), "{lines:?}");
    }
}

/// What interviewers wrote by hand on everything that they can write on, and pictures of it in the folder `p`.
fn handwritten(kit: &Kit) -> Vec<Value> {
    let rate: Rate = |part, _| answered(if part == 1 { 1 } else { 5 });
    let mut records = kit.records(&NAMES, rate);
    std::fs::create_dir_all(kit.test.path("p")).unwrap();
    let handwritten = json!({ "state": "handwritten", "place": { "page": 1 } });
    let other = |name: &str| json!({ "name": name, "value": handwritten });
    for record in &mut records {
        record["source"] = json!("scan");
        let mut fields = Vec::new();
        if record["document"] == "scorecard" {
            record["reasons"] = handwritten.clone();
            record["other"] = json!([
                other("recommendation.signature"),
                other("candidate-questions.notes"),
                other("mine.first"),
            ]);
            let of_card = ["mine.first", "candidate-questions.notes", "recommendation.notes"];
            fields.extend(of_card.map(str::to_owned));
            fields.push("recommendation.signature".to_owned());
        } else {
            for question in record["questions"].as_array_mut().unwrap() {
                question["evidence"] = handwritten.clone();
                question["notes"] = handwritten.clone();
                question["other"] = json!([other("situation")]);
                let id = question["id"].as_str().unwrap();
                // The rating is a picture of what was asked about.
                fields.extend(
                    ["rating", "evidence", "notes", "situation"].map(|it| format!("{id}.{it}")),
                );
            }
        }
        let part = record["part"].as_u64().unwrap();
        let mut pictures = Vec::new();
        for field in fields {
            let picture = format!("p/{part} {field}.png");
            let bytes = png((600, 120), png::ColorType::Grayscale, Some(6000), &[90]);
            std::fs::write(kit.test.path(&picture), bytes).unwrap();
            pictures.push(json!({ "field": field, "page": 1, "picture": picture }));
        }
        record["pictures"] = json!(pictures);
    }
    records
}

/// The destinations of the images of a form.
fn images(form: &str) -> Vec<&str> {
    let images = form.lines().filter(|line| line.starts_with("!["));
    images.map(|line| line.rsplit_once("](").unwrap().1.trim_end_matches(')')).collect()
}

#[test]
fn handwriting_is_shown_behind_the_form_by_question_and_then_by_interviewer() {
    let kit = Kit::panel(2);
    let records = handwritten(&kit);
    let form = kit.form(&records, "");
    let (_, section) = form.split_once("<a id=\"handwriting\"></a>").unwrap();
    insta::assert_snapshot!(section);
    let mut wanted = Vec::new();
    let asked = |part: usize| {
        let own = records.iter().find(|it| it["part"] == part && it["document"] == "scoring");
        own.unwrap()["questions"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap())
    };
    // The question that both ask is the first one.
    let is_shared = |id: &&str| asked(1).any(|other| other == *id);
    let questions = asked(1).chain(asked(2).filter(|id| !is_shared(id)));
    let parts = questions.flat_map(|id| {
        let asks = move |part: &usize| asked(*part).any(|other| other == id);
        [1, 2].into_iter().filter(asks).map(move |part| (part, id))
    });
    for (part, id) in parts {
        for field in ["evidence", "notes", "situation"] {
            wanted.push(format!("p/{part}%20{id}.{field}.png"));
        }
    }
    for field in ["mine.first", "candidate-questions.notes", "recommendation.notes"] {
        wanted.extend([1, 2].map(|part| format!("p/{part}%20{field}.png")));
    }
    assert_eq!(images(&form), wanted);
    // The agenda leads there.
    assert!(form.contains(".evidence.png]](#handwriting)"), "{form}");
}

#[test]
fn pictures_of_handwriting_are_in_the_pdf_and_in_one_that_is_printed_from_its_markdown() {
    let kit = Kit::panel(2);
    let records = handwritten(&kit);
    kit.debrief(&records, "--format pdf,md -o out/forms --name form").ok();
    let form = kit.test.text("out/forms/form.md");
    assert!(images(&form).iter().all(|path| path.starts_with("../../p/")), "{form}");
    let printed = kit.test.path("out/forms/form.pdf");
    opens_without_complaint(&printed);
    kit.test.run("typeset out/forms/form.md -o again.pdf").ok();
    assert_eq!(kit.test.read("out/forms/form.pdf"), kit.test.read("again.pdf"));
    // One image, for all pictures are the same.
    if let Some(list) = tool("pdfimages", &["-list", printed.to_str().unwrap()]) {
        let rows = list.lines().skip(2).filter(|row| row.contains("gray"));
        let objects: BTreeSet<&str> =
            rows.clone().map(|row| row.split_whitespace().nth(10).unwrap()).collect();
        assert_eq!((rows.count(), objects.len()), (images(&form).len(), 1), "{list}");
    }
    // It is read back as it was built.
    for name in ["form.pdf", "form.md"] {
        let ran = kit.test.run(&format!("collect out/forms/{name} -o {name}.json")).ok();
        assert!(ran.err.contains("0 refused"), "{}", ran.err);
        let back: Value = serde_json::from_str(&kit.test.text(&format!("{name}.json"))).unwrap();
        assert_eq!(back["records"][0]["as_built"], true, "{name}");
    }
}

#[test]
fn paths_of_pictures_are_from_the_folder_of_the_records_or_for_standard_input_from_this_one() {
    let kit = Kit::panel(2);
    let text = json!({ "records": handwritten(&kit), "refused": [] }).to_string();
    let path = |name: &str| kit.test.path(name);
    std::fs::create_dir(path("in")).unwrap();
    let piped = kit.test.run_with("debrief --from - --format md -o -", &text).ok();
    assert!(!piped.err.contains("cannot read"), "{}", piped.err);
    std::fs::rename(path("p"), path("in/p")).unwrap();
    std::fs::write(path("in/records.json"), &text).unwrap();
    kit.test.run("debrief --from in/records.json --format md -o in/form.md").ok();
    assert_eq!(images(&kit.test.text("in/form.md")), images(&piped.out));
    let here = kit.test.run("debrief --from in/records.json --format md -o -").ok();
    assert!(images(&here.out).iter().all(|path| path.starts_with("in/p/")), "{}", here.out);
}

#[test]
fn a_picture_that_is_gone_is_named_and_the_form_is_made() {
    let kit = Kit::panel(2);
    let records = handwritten(&kit);
    let all = images(&kit.form(&records, "")).len();
    let gone = records[0]["pictures"][1]["picture"].as_str().unwrap();
    std::fs::remove_file(kit.test.path(gone)).unwrap();
    let broken = records[0]["pictures"][2]["picture"].as_str().unwrap();
    std::fs::write(kit.test.path(broken), "no picture").unwrap();
    let ran = kit.debrief(&records, "--format pdf,md -o forms --name form").ok();
    assert!(ran.err.contains(&format!("cannot read {gone}: ")), "{}", ran.err);
    assert!(
        ran.err.contains("; 1 more picture is not shown\n  help: the form names"),
        "{}",
        ran.err
    );
    let form = kit.test.text("forms/form.md");
    assert_eq!(images(&form).len(), all - 2);
    let (_, section) = form.split_once("<a id=\"handwriting\"></a>").unwrap();
    for file in [gone, broken] {
        assert!(section.contains(&format!("[handwritten: {file}]")), "{section}");
    }
}

#[test]
fn notes_on_a_competency_say_which_question_they_are_about() {
    let kit = Kit::panel(2);
    let rate: Rate = |part, _| answered(if part == 1 { 1 } else { 5 });
    let form = kit.form(&kit.records(&NAMES, rate), "");
    let questions = kit.competencies.as_array().unwrap();
    let mut found = 0;
    for cell in evidence(&form) {
        for line in &cell {
            let Some((head, said)) = line.split_once(" said of ") else { continue };
            let Some((ask, _)) = head.strip_prefix('*').and_then(|head| head.split_once("…* "))
            else {
                continue;
            };
            let of = said.split(':').next().unwrap();
            let question = questions.iter().find(|it| it["id"] == of).unwrap();
            assert!(question["ask"].as_str().unwrap().starts_with(ask), "{line}");
            found += 1;
        }
    }
    assert!(found > 2, "{form}");
}

#[test]
fn packets_of_one_kit_and_of_another_each_get_the_form_that_they_get_alone() {
    let kit = Kit::panel(2);
    let others = [
        Kit::new("panel --size 2 --minutes 45 --name b"),
        Kit::new("panel --size 2 --minutes 60 --name c"),
    ];
    let mut records = vec![kit.records(&NAMES, differing)];
    records.extend(others.iter().map(|it| it.records(&NAMES, differing)));
    assert_eq!(records[0][0]["kit"], records[1][0]["kit"]);
    assert_ne!(records[0][0]["kit"], records[2][0]["kit"]);
    kit.debrief(&records.concat(), "--format md -o all").ok();
    for of_packet in &records {
        let name = format!("all/debrief-{}.md", of_packet[0]["packet"].as_str().unwrap());
        assert_eq!(kit.test.text(&name), kit.form(of_packet, ""));
    }
}

#[test]
fn packets_that_are_not_asked_for_may_contradict_themselves() {
    let kit = Kit::panel(2);
    let mut records = kit.records(&NAMES, differing);
    for record in &mut records {
        record["candidate"] = answered("Ana");
    }
    let form = kit.form(&records, "");
    let mut other = records[0].clone();
    other["packet"] = json!("AAAAA");
    other["candidate"] = answered("Bea");
    records.push(other.clone());
    other["questions"][0]["rating"] = blank();
    records.push(other);
    assert_eq!(kit.debrief(&records, "-o out").code, 1);
    let id = records[0]["packet"].as_str().unwrap().to_owned();
    for option in [format!("--packet {id}"), "--candidate Ana".to_owned()] {
        assert_eq!(kit.form(&records, &option), form);
    }
    let both = kit.debrief(&records, &format!("--packet {id} --candidate Bea -o out"));
    assert_eq!(both.code, 2);
    assert!(both.err.contains("is not of the candidate `Bea`"), "{}", both.err);
}

#[test]
fn each_fault_of_records_is_told_with_a_remedy() {
    let kit = Kit::panel(2);
    let records = kit.records(&NAMES, differing);
    let changed = |change: fn(&mut Vec<Value>)| {
        let mut records = records.clone();
        change(&mut records);
        records
    };
    let cases: [(&str, Vec<Value>, &str); 8] = [
        ("no records", Vec::new(), ""),
        (
            "a question that the bank does not have",
            changed(|it| it[0]["questions"][0]["id"] = json!("nowhere")),
            "",
        ),
        (
            "a competency that the kit does not have",
            changed(|it| it[1]["competencies"][0]["id"] = json!("charm")),
            "",
        ),
        (
            "another kit",
            changed(|it| it.iter_mut().for_each(|it| it["kit"] = json!("AAAA-AAAA"))),
            "",
        ),
        ("two kits", changed(|it| it[0]["kit"] = json!("AAAA-AAAA")), ""),
        (
            "a document twice",
            changed(|it| {
                let mut second = it[0].clone();
                second["file"] = json!("other.pdf");
                second["questions"][0]["rating"] = blank();
                it.push(second);
            }),
            "",
        ),
        ("another candidate", records.clone(), "--candidate ana-silver"),
        ("another packet", records.clone(), "--packet AAAAA"),
    ];
    let mut all = String::new();
    for (what, records, options) in cases {
        let ran = kit.debrief(&records, &format!("-o out {options}"));
        writeln!(all, "{what}: {}", ran.whole()).unwrap();
    }
    insta::assert_snapshot!(all);
    assert!(!kit.test.path("out").exists());
}

#[test]
fn records_with_another_scale_than_that_of_the_kit_are_refused() {
    let kit = Kit::panel(2);
    let mut records = kit.records(&NAMES, differing);
    records[1]["points"] = json!(5);
    kit.form(&records, "");
    records[1]["points"] = json!(4);
    let ran = kit.debrief(&records, "--format md -o other.md");
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("the rating scale has 4 points in panelist-1.pdf, and 5 in kit"),
        "{}",
        ran.err
    );
}
