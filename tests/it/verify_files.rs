//! `verify` on files: packets that the program has built, filled in as people do, and changed afterwards.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use interview_kit::collect::{self, FieldName, FilledDocument, Kits, ReturnedFile};
use serde_json::Value;

use crate::support::{Ran, Test, all_documents};

const ROSTER: &str = "\
name,candidate,date,keep_until
one,Ana Silva,2026-11-20,2027-05-27
two,Bo Li,2026-11-21,2027-05-27
three,Cai Wen,2026-11-22,2027-06-30
";

/// Files by their paths.
type Files = Vec<(String, Vec<u8>)>;

/// Three packets for a panel of two as Markdown, filled in.
static TEXTS: LazyLock<Files> = LazyLock::new(|| {
    built("md", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        std::fs::write(path, filled(&text, path.to_str().unwrap())).unwrap();
    })
});

/// The same as PDF files.
static FORMS: LazyLock<Files> = LazyLock::new(|| {
    built("pdf", |path| {
        let mut form = Form::read(path);
        form.fill(|name, options| match name {
            _ if name.ends_with("recommendation.date") => Some("2026-11-24".to_owned()),
            "debrief.date" => Some("2026-11-26".to_owned()),
            _ if name.rsplit('.').next() == Some("rating") => options.get(2).cloned(),
            _ if name.rsplit('.').next() == Some("notes") => Some("Said: it depends.".to_owned()),
            _ => None,
        });
        form.write(path);
    })
});

/// Builds the packets, fills them in, and keeps the files.
fn built(format: &str, fill: impl Fn(&Path)) -> Files {
    let test = Test::new().file("roster.csv", ROSTER);
    let line =
        "panel --size 2 --shared 1 --minutes 45 --roster roster.csv -o returned --lock kit.lock -q";
    test.run(&format!("{line} --format {format}")).ok();
    for path in files(&test) {
        fill(&path);
    }
    let returned = files(&test).into_iter().map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        (format!("returned/{name}"), std::fs::read(&path).unwrap())
    });
    let others = ["kit.lock", "roster.csv"].map(|name| (name.to_owned(), test.read(name)));
    returned.chain(others).collect()
}

fn folder(files: &Files) -> Test {
    let test = Test::new();
    std::fs::create_dir(test.path("returned")).unwrap();
    for (name, bytes) in files {
        std::fs::write(test.path(name), bytes).unwrap();
    }
    test
}

/// A folder with three packets for a panel of two as PDF files, filled in.
pub fn returned_forms() -> Test {
    folder(&FORMS)
}

/// A folder with three packets for a panel of two as Markdown, filled in.
pub fn returned() -> Test {
    folder(&TEXTS)
}

fn files(test: &Test) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(test.path("returned")).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|it| it.unwrap().path()).collect();
    paths.sort();
    paths
}

/// A document as it comes back.
fn filled(text: &str, name: &str) -> String {
    let blank = "<!-- field: date -->____";
    if name.contains("scorecard") {
        let text = ticked(text, "-->");
        return text.replace(blank, "<!-- field: date -->__2026-11-24__");
    }
    if name.contains("scoring") {
        return ticked(text, "| [ ] 1");
    }
    if name.contains("guide") {
        return text.replace("```notes\n\n", "```notes\nSaid: it depends.\n");
    }
    if name.contains("debrief") {
        return text.replace(blank, "<!-- field: date -->__2026-11-26__");
    }
    text.to_owned()
}

/// Ticks the first box of each line with a rating of a question: those that have more than four boxes.
fn ticked(text: &str, of: &str) -> String {
    let line = |line: &str| {
        let is_rating = line.matches("[ ]").count() > 4 && line.contains(of);
        if is_rating { line.replacen("[ ]", "[x]", 1) } else { line.to_owned() }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn verify(test: &Test, options: &str) -> Ran {
    test.run(&format!("verify returned {options}"))
}

#[test]
fn an_honest_folder_has_no_differences() {
    let test = returned();
    insta::assert_snapshot!(verify(&test, "--lock kit.lock").whole());
    let json: Value = serde_json::from_str(&verify(&test, "--format json -q").ok().out).unwrap();
    assert_eq!(json["differences"], Value::Array(Vec::new()));
    let cells = json["matrix"]["rows"][0]["questions"].as_array().unwrap();
    assert!(cells.iter().all(|it| it["rating"] == "answered"), "{cells:?}");
    let text = json.to_string();
    assert!(["Ana", "Silva", "Bo Li", "Cai"].iter().all(|name| !text.contains(name)), "{text}");
}

/// A change of the files, what it does, and as what it is named.
type Change = (&'static str, fn(&Test), &'static str);

const GUIDE: &str = "two-interviewer-2-guide.md";
const SCORING: &str = "two-interviewer-2-scoring.md";
const SCORECARD: &str = "two-interviewer-2-scorecard.md";
const DEBRIEF: &str = "two-debrief.md";

fn edit(test: &Test, name: &str, make: impl Fn(&str) -> String) {
    let path = test.path(&format!("returned/{name}"));
    let before = std::fs::read_to_string(&path).unwrap();
    let after = make(&before);
    assert_ne!(before, after, "{name}");
    std::fs::write(path, after).unwrap();
}

fn replace(test: &Test, name: &str, from: &str, to: &str) {
    edit(test, name, |text| text.replacen(from, to, 1));
}

fn remove(test: &Test, name: &str) {
    std::fs::remove_file(test.path(&format!("returned/{name}"))).unwrap();
}

fn put(test: &Test, name: &str, bytes: &[u8]) {
    std::fs::write(test.path(&format!("returned/{name}")), bytes).unwrap();
}

/// Builds documents of another kit into the folder.
fn build(test: &Test, line: &str) {
    test.run(&format!("{line} --format md -o returned -q")).ok();
}

const CHANGES: &[Change] = &[
    ("no guide", |it| remove(it, GUIDE), "document-missing"),
    ("no scoring form", |it| remove(it, SCORING), "document-missing"),
    ("no scorecard", |it| remove(it, SCORECARD), "document-missing"),
    (
        "no interviewer 2",
        |it| [GUIDE, SCORING, SCORECARD].iter().for_each(|name| remove(it, name)),
        "part-missing",
    ),
    (
        "an edited question",
        |it| edit(it, GUIDE, |text| text.replacen("## ", "## Now: ", 2)),
        "edited",
    ),
    (
        "an edited rubric",
        |it| edit(it, SCORING, |text| text.replacen("- [ ] ", "- [ ] Always ", 1)),
        "edited",
    ),
    (
        "a rubric line less",
        |it| {
            edit(it, SCORING, |text| {
                let at = text.find("- [ ]").unwrap();
                let end = at + text[at..].find('\n').unwrap();
                format!("{}{}", &text[..at], &text[end + 1..])
            })
        },
        "edited",
    ),
    ("another scale", |it| replace(it, SCORING, "2 Partial", "2 Good"), "edited"),
    (
        "another box",
        |it| replace(it, SCORECARD, "[ ] Strong yes", "[ ] Strong yes [ ] Stronger yes"),
        "edited",
    ),
    ("another kit code", |it| replace(it, GUIDE, "kit: \"F9KV", "kit: \"F9KW"), "edited"),
    (
        "another packet",
        |it| {
            edit(it, GUIDE, |text| {
                let at = text.find("\npacket: \"").unwrap() + 10;
                format!("{}00000{}", &text[..at], &text[at + 5..])
            })
        },
        "edited",
    ),
    (
        "another candidate",
        |it| {
            replace(it, SCORECARD, "details: {candidate: \"Bo Li\"", "details: {candidate: \"Bo\"")
        },
        "edited",
    ),
    (
        "another document",
        |it| replace(it, GUIDE, "document: \"guide\"", "document: \"scoring\""),
        "edited",
    ),
    (
        "no digest",
        |it| {
            edit(it, GUIDE, |text| {
                let lines = text.split_inclusive('\n');
                lines.filter(|line| !line.starts_with("digest:")).collect()
            })
        },
        "edited",
    ),
    (
        "no front matter",
        |it| edit(it, GUIDE, |text| text.split("---\n").nth(2).unwrap().to_owned()),
        "not-read",
    ),
    ("cut off", |it| edit(it, GUIDE, |text| text.split_at(text.len() / 2).0.to_owned()), "edited"),
    ("an empty file", |it| put(it, GUIDE, b""), "not-read"),
    ("not text", |it| put(it, GUIDE, b"\xFF\x00\x01\xFE\x80"), "not-read"),
    ("a note as Markdown", |it| put(it, "notes.md", b"call back"), "not-read"),
    ("a damaged PDF", |it| put(it, "scan.pdf", b"%PDF-1.7\n1 0 obj"), "not-read"),
    (
        "a text that names a packet",
        |it| put(it, "guide.txt", b"---\npacket: C8T58\n---\n"),
        "not-read",
    ),
    ("an empty export", |it| put(it, "form.fdf", b""), "not-read"),
    ("no date", |it| replace(it, SCORECARD, "__2026-11-24__", "____"), "date-missing"),
    (
        "an unclear date",
        |it| replace(it, SCORECARD, "__2026-11-24__", "__3/4/26__"),
        "date-unclear",
    ),
    (
        "a late date",
        |it| replace(it, SCORECARD, "__2026-11-24__", "__27 November 2026__"),
        "after-debrief",
    ),
    (
        "an early debrief",
        |it| replace(it, DEBRIEF, "__2026-11-26__", "__2026-11-23__"),
        "after-debrief",
    ),
    ("an unclear debrief", |it| replace(it, DEBRIEF, "__2026-11-26__", "__soon__"), "date-unclear"),
    (
        "another interviewer",
        |it| {
            replace(
                it,
                SCORECARD,
                "<!-- field: interviewer -->________________________",
                "<!-- field: interviewer -->__Dee__",
            );
            replace(
                it,
                GUIDE,
                "<!-- field: interviewer -->________________________________________",
                "<!-- field: interviewer -->__Zed__",
            );
        },
        "interviewer-differs",
    ),
    (
        "twice",
        |it| {
            let text = it
                .text(&format!("returned/{SCORECARD}"))
                .replace("__2026-11-24__", "__2026-11-25__");
            put(it, "again.md", text.as_bytes());
        },
        "came-twice",
    ),
    (
        "blank again",
        |it| {
            edit(it, GUIDE, |text| text.replace("Said: it depends.\n", "\n"));
            edit(it, SCORING, |text| text.replace("[x]", "[ ]"));
            edit(it, SCORECARD, |text| {
                text.replace("[x]", "[ ]").replace("__2026-11-24__", "____")
            });
        },
        "not-returned",
    ),
    (
        "a packet of another kit",
        |it| build(it, "panel --size 2 --minutes 60 --name four"),
        "other-kit",
    ),
    ("a panel of three", |it| build(it, "panel --size 3 --minutes 45 --name four"), "other-kit"),
    (
        "questions in another order",
        |it| {
            build(it, "build --question coach-engineer,director-metrics --order given --name four")
        },
        "other-kit",
    ),
    (
        "another layout",
        |it| {
            build(it, "panel --locked kit.lock --name four --layout combined --size 2");
        },
        "document-missing",
    ),
];

#[test]
fn every_change_of_the_files_is_found_and_named() {
    let mut missed = String::new();
    for (name, make, kind) in CHANGES {
        let test = returned();
        make(&test);
        let ran = verify(&test, "--format json");
        let json: Value = serde_json::from_str(&ran.out).unwrap();
        let differences = json["differences"].as_array().unwrap();
        if ran.code != 1 || !differences.iter().any(|it| it["kind"] == *kind) {
            missed += &format!("{name}: exit {}, expected {kind}: {differences:#?}\n", ran.code);
        }
        let told = ran.out.replace("returned/", "");
        assert!(!["Dee", "Zed", "Bo Li"].iter().any(|it| told.contains(it)), "{told}");
    }
    assert_eq!(missed, "");
}

#[test]
fn differences_are_told_with_file_place_and_remedy() {
    let test = returned();
    remove(&test, "one-interviewer-1-scoring.md");
    replace(&test, SCORING, "2 Partial", "2 Good");
    replace(&test, "two-interviewer-1-scorecard.md", "__2026-11-24__", "__5/6/2026__");
    put(&test, "notes.md", b"call back");
    edit(&test, "three-interviewer-1-scoring.md", |text| text.replacen("[ ] 4", "[x] 4", 1));
    insta::assert_snapshot!(verify(&test, "").whole());
}

#[test]
fn blank_kits_and_empty_folders_are_said_to_be_so() {
    let test = Test::new();
    test.run("build --minutes 45 --format md -o blank -q").ok();
    let ran = test.run("verify blank");
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("nothing in this folder is filled in"), "{}", ran.out);
    std::fs::create_dir(test.path("empty")).unwrap();
    for (line, code, message) in [
        ("verify empty", 1, "there are no documents in empty"),
        ("verify nowhere", 1, "cannot read nowhere"),
        ("verify blank --lock nowhere.lock", 1, "nowhere.lock"),
    ] {
        let ran = test.run(line);
        assert_eq!(ran.code, code, "{line}: {}", ran.err);
        assert!(ran.err.contains(message), "{}", ran.err);
    }
}

#[test]
fn files_of_no_packet_are_noted_and_are_no_difference() {
    let test = returned();
    test.run("collect returned -o records.json -q").ok();
    for format in ["pdf", "md"] {
        for language in ["en", "ar"] {
            let to = format!("returned/report-{language}.{format}");
            test.run(&format!("scores records.json --language {language} -o {to} -q")).ok();
        }
    }
    put(&test, "cover-letter.txt", b"Dear all");
    put(&test, "empty.txt", b"");
    put(&test, "Thumbs.db", b"\xD0\xCF\x11\xE0\x00\x00");
    put(&test, "photo.jpg", b"\xFF\xD8\xFF\xE0JFIF");
    put(&test, "all.zip", b"PK\x03\x04");
    let ran = verify(&test, "--lock kit.lock").ok();
    let note = "note: 9 files of no packet, not compared: returned/Thumbs.db, returned/all.zip, returned/cover-letter.txt, returned/empty.txt, returned/photo.jpg, …";
    assert!(ran.err.contains(note), "{}", ran.err);
    let json: Value = serde_json::from_str(&verify(&test, "--json").ok().out).unwrap();
    let notes = json["notes"].as_array().unwrap();
    assert!(notes.iter().any(|it| note.ends_with(it.as_str().unwrap())), "{notes:?}");
    // A folder with nothing else has no documents.
    std::fs::create_dir(test.path("others")).unwrap();
    std::fs::write(test.path("others/photo.jpg"), b"\xFF\xD8").unwrap();
    let ran = test.run("verify others");
    assert!(ran.code == 1 && ran.err.contains("there are no documents in others"), "{}", ran.err);
}

#[test]
fn debrief_forms_made_from_records_raise_no_alarm_beside_the_packets() {
    // Above six interviewers, the form lists the recommendations below the table.
    for (size, format) in [(1, "md"), (2, "md"), (2, "pdf"), (7, "md")] {
        let test = Test::new().file("roster.csv", ROSTER);
        let shared = u8::from(size > 1);
        let line =
            format!("panel --size {size} --shared {shared} --minutes 45 --roster roster.csv");
        test.run(&format!("{line} -o returned --format {format} --lock kit.lock -q")).ok();
        for path in files(&test) {
            let name = path.file_name().unwrap().to_str().unwrap();
            if format == "pdf" {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let text = match name {
                // No rating of interviewer 1 is known in the first packet, so the form keeps blanks for them.
                "one-interviewer-1-scoring.md" => text,
                "one-interviewer-1-scorecard.md" => text
                    .replace("[ ] Strong yes", "[x] Strong yes")
                    .replace("<!-- field: date -->____", "<!-- field: date -->__2026-11-24__"),
                _ => filled(&text, name),
            };
            std::fs::write(&path, text).unwrap();
        }
        if format == "pdf" {
            for path in files(&test) {
                let mut form = Form::read(&path);
                let is_first = path.to_str().unwrap().contains("interviewer-1");
                form.fill(|name, options| match name {
                    _ if name.ends_with("recommendation.date") => Some("2026-11-24".to_owned()),
                    _ if name.ends_with("recommendation.notes") => Some("Clear.".to_owned()),
                    _ if name.contains("competencies.") || name.ends_with(".rating") => {
                        options.get(if is_first { 0 } else { 4 }).cloned()
                    }
                    _ => None,
                });
                form.write(&path);
            }
        }
        test.run("collect returned -o records.json -q");
        let line = format!("debrief --from records.json --locked kit.lock --format {format}");
        test.run(&format!("{line} -o returned -q")).ok();
        let ran = verify(&test, "--lock kit.lock --json");
        let json: Value = serde_json::from_str(&ran.out).unwrap();
        let differences = json["differences"].as_array().unwrap();
        let alarms: Vec<&Value> =
            differences.iter().filter(|it| it["document"] == "debrief").collect();
        assert!(alarms.is_empty(), "{size} {format}: {alarms:#?}");
        let debriefs =
            files(&test).iter().filter(|it| it.to_str().unwrap().contains("debrief-")).count();
        assert_eq!(debriefs, 3, "{size} {format}");
    }
}

#[test]
fn the_documents_of_an_interviewer_are_those_with_something_about_a_question() {
    let test = Test::new();
    let options = format!("--minutes 45 --format md {} -o returned", all_documents());
    let ran = test.run(&format!("panel --size 2 {options} --json")).ok();
    let manifest: Value = serde_json::from_str(&ran.out).unwrap();
    let mut with_questions: Vec<String> = Vec::new();
    for file in manifest["files"].as_array().unwrap() {
        let path = file["path"].as_str().unwrap();
        let bytes = test.read(path);
        let documents = collect::read(&ReturnedFile { path, bytes: &bytes }, &Kits::default());
        let questions = file["questions"].as_array().unwrap();
        let is_of_question = |name: &FieldName| {
            questions
                .iter()
                .any(|it| [name.owner(), Some(name.part())].contains(&it["id"].as_str()))
        };
        for document in documents {
            let FilledDocument { identity, fields, .. } = document.unwrap();
            let is_asked = fields.iter().any(|field| is_of_question(&field.name));
            if is_asked && !with_questions.contains(&identity.document) {
                with_questions.push(identity.document);
            }
        }
    }
    with_questions.sort();
    let json: Value = serde_json::from_str(&verify(&test, "--json").out).unwrap();
    for row in json["matrix"]["rows"].as_array().unwrap() {
        let documents = row["documents"].as_array().unwrap().iter();
        let mut documents: Vec<&str> =
            documents.map(|it| it["document"].as_str().unwrap()).collect();
        documents.sort_unstable();
        assert_eq!(documents, with_questions);
    }
}

/// Every key of a value is in its schema.
pub fn assert_in_schema(value: &Value, schema: &Value, root: &Value, path: &str) {
    let mut schema = schema;
    while let Some(name) = schema["$ref"].as_str() {
        schema = &root["$defs"][name.rsplit('/').next().unwrap()];
    }
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let known = &schema["properties"][key];
                assert!(!known.is_null(), "{path}/{key} is not in the schema: {schema}");
                assert_in_schema(value, known, root, &format!("{path}/{key}"));
            }
        }
        Value::Array(values) => {
            for value in values {
                assert_in_schema(value, &schema["items"], root, path);
            }
        }
        _ => {}
    }
}

#[test]
fn what_is_printed_is_what_the_schema_describes() {
    let test = returned();
    replace(&test, SCORECARD, "__2026-11-24__", "____");
    let value: Value = serde_json::from_str(&verify(&test, "--json").out).unwrap();
    let schema: Value = serde_json::from_str(&test.run("schema verify").ok().out).unwrap();
    assert!(!value["differences"].as_array().unwrap().is_empty());
    assert_in_schema(&value, &schema, &schema, "");
}

/// A PDF with a form.
pub struct Form(pub lopdf::Document);

impl Form {
    pub fn read(path: &Path) -> Self {
        Self(lopdf::Document::load(path).unwrap())
    }

    pub fn write(mut self, path: &Path) {
        self.0.save(path).unwrap();
    }

    /// The data of the form as viewers export it: without what is blank.
    fn export(&self) -> String {
        let mut text =
            "<?xml version=\"1.0\"?><xfdf xmlns=\"http://ns.adobe.com/xfdf/\"><fields>\n"
                .to_owned();
        for (name, id) in self.fields() {
            let value = self.0.get_dictionary(id).unwrap().get(b"V");
            let value = match value {
                Ok(lopdf::Object::Name(name)) => String::from_utf8_lossy(name).into_owned(),
                Ok(value) => lopdf::decode_text_string(value).unwrap(),
                Err(_) => String::new(),
            };
            if !value.is_empty() && value != "Off" {
                text += &format!("<field name=\"{name}\"><value>{value}</value></field>\n");
            }
        }
        text + "</fields></xfdf>"
    }

    /// The fields that can be filled in, with their whole names.
    fn fields(&self) -> Vec<(String, lopdf::ObjectId)> {
        let name = |id: &lopdf::ObjectId| {
            let mut names = Vec::new();
            let mut at = Some(*id);
            while let Some(id) = at {
                let field = self.0.get_dictionary(id).unwrap();
                if let Ok(name) = field.get(b"T") {
                    names.push(lopdf::decode_text_string(name).unwrap());
                }
                at = field.get(b"Parent").and_then(lopdf::Object::as_reference).ok();
            }
            names.reverse();
            names.join(".")
        };
        let is_field =
            |object: &lopdf::Object| object.as_dict().is_ok_and(|it| it.has(b"T") && it.has(b"FT"));
        let ids = self.0.objects.iter().filter(|(_, it)| is_field(it)).map(|(id, _)| *id);
        ids.map(|id| (name(&id), id)).collect()
    }

    fn widgets(&self, id: lopdf::ObjectId) -> Vec<lopdf::ObjectId> {
        let field = self.0.get_dictionary(id).unwrap();
        let kids = field.get(b"Kids").and_then(lopdf::Object::as_array);
        kids.map_or(vec![id], |kids| kids.iter().map(|it| it.as_reference().unwrap()).collect())
    }

    /// The states of a box, but for the empty one.
    fn states(&self, widget: lopdf::ObjectId) -> Vec<String> {
        let look =
            |it: &lopdf::Dictionary, key: &[u8]| self.0.get_dict_in_dict(it, key).ok().cloned();
        let normal =
            look(self.0.get_dictionary(widget).unwrap(), b"AP").and_then(|it| look(&it, b"N"));
        let names = normal
            .iter()
            .flat_map(|it| it.iter())
            .map(|(key, _)| String::from_utf8_lossy(key).into_owned());
        names.filter(|it| it != "Off").collect()
    }

    fn fill(&mut self, value: impl Fn(&str, &[String]) -> Option<String>) {
        for (name, id) in self.fields() {
            let widgets = self.widgets(id);
            let is_text =
                self.0.get_dictionary(id).unwrap().get(b"FT").unwrap().as_name().unwrap() == b"Tx";
            let options: Vec<String> = if is_text {
                Vec::new()
            } else {
                widgets.iter().flat_map(|it| self.states(*it)).collect()
            };
            let Some(value) = value(&name, &options) else { continue };
            if is_text {
                self.0.get_dictionary_mut(id).unwrap().set("V", lopdf::text_string(&value));
                continue;
            }
            for widget in widgets {
                let is_it = self.states(widget).contains(&value);
                let state = if is_it { value.clone() } else { "Off".to_owned() };
                self.0
                    .get_dictionary_mut(widget)
                    .unwrap()
                    .set("AS", lopdf::Object::Name(state.into_bytes()));
            }
            self.0
                .get_dictionary_mut(id)
                .unwrap()
                .set("V", lopdf::Object::Name(value.into_bytes()));
        }
    }
}

fn edit_form(test: &Test, name: &str, make: impl Fn(&mut Form)) {
    let path = test.path(&format!("returned/{name}"));
    let mut form = Form::read(&path);
    make(&mut form);
    form.write(&path);
}

/// Sets a text field.
fn set(test: &Test, file: &str, end: &str, to: &str) {
    edit_form(test, file, |form| form.fill(|name, _| name.ends_with(end).then(|| to.to_owned())));
}

const FORM: &str = "two-interviewer-2-packet.pdf";

const FORM_CHANGES: &[Change] = &[
    ("no packet of interviewer 2", |it| remove(it, FORM), "part-missing"),
    (
        "cut off",
        |it| {
            let bytes = it.read(&format!("returned/{FORM}"));
            put(it, FORM, &bytes[..bytes.len() / 2]);
        },
        "not-read",
    ),
    (
        "no form",
        |it| {
            edit_form(it, FORM, |form| {
                form.0.catalog_mut().unwrap().remove(b"AcroForm");
                form.0.objects.values_mut().filter_map(|it| it.as_dict_mut().ok()).for_each(|it| {
                    it.remove(b"Annots");
                });
            })
        },
        "not-read",
    ),
    (
        "another box of a rating",
        |it| {
            edit_form(it, FORM, |form| {
                let fields = form.fields();
                let (_, id) =
                    fields.iter().find(|(name, _)| name.ends_with("ignored-slas.rating")).unwrap();
                for widget in form.widgets(*id) {
                    if form.states(widget) == ["5"] {
                        let widget = form.0.get_dictionary_mut(widget).unwrap();
                        let normal = widget.get_mut(b"AP").unwrap().as_dict_mut().unwrap();
                        let normal = normal.get_mut(b"N").unwrap().as_dict_mut().unwrap();
                        let drawn = normal.remove(b"5").unwrap();
                        normal.set("6", drawn);
                    }
                }
            })
        },
        "scale-changed",
    ),
    (
        "another page",
        |it| {
            edit_form(it, FORM, |form| {
                let page = *form.0.get_pages().get(&2).unwrap();
                form.0
                    .add_to_page_content(
                        page,
                        lopdf::content::Content {
                            operations: vec![
                                lopdf::content::Operation::new(
                                    "rg",
                                    vec![1.into(), 1.into(), 1.into()],
                                ),
                                lopdf::content::Operation::new(
                                    "re",
                                    vec![0.into(), 0.into(), 400.into(), 400.into()],
                                ),
                                lopdf::content::Operation::new("f", Vec::new()),
                            ],
                        },
                    )
                    .unwrap();
            })
        },
        "pages-changed",
    ),
    ("a page less", |it| edit_form(it, FORM, |form| form.0.delete_pages(&[3])), "not-read"),
    ("an unclear date", |it| set(it, FORM, "recommendation.date", "3/4/26"), "date-unclear"),
    ("a late date", |it| set(it, FORM, "recommendation.date", "Nov 27, 2026"), "after-debrief"),
    (
        "an early debrief",
        |it| set(it, "two-debrief.pdf", "debrief.date", "2026-11-01"),
        "after-debrief",
    ),
    (
        "another packet",
        |it| {
            edit_form(it, FORM, |form| {
                form.fill(|name, _| {
                    name.ends_with("scoring.identity")
                        .then(|| "F9KV-9EZA/2 00000 scoring".to_owned())
                });
            })
        },
        "document-missing",
    ),
    (
        "another kit",
        |it| {
            it.run("panel --size 2 --limit 2 --format pdf --name two -o other -q").ok();
            put(it, FORM, &it.read("other/two-interviewer-2-packet.pdf"));
        },
        "other-kit",
    ),
    (
        "the identity",
        |it| {
            edit_form(it, FORM, |form| {
                form.fill(|name, _| {
                    name.ends_with(".identity").then(|| {
                        let document =
                            name.trim_end_matches(".identity").rsplit('.').next().unwrap();
                        format!("AAAA-BBBB/2 C8T58 {document}")
                    })
                });
            })
        },
        "edited",
    ),
    (
        "twice",
        |it| {
            let bytes = it.read(&format!("returned/{FORM}"));
            put(it, "again.pdf", &bytes);
            set(it, "again.pdf", "coach-engineer.notes", "something else");
            set(it, "again.pdf", "ignored-slas.notes", "something else");
        },
        "came-twice",
    ),
    (
        "blank",
        |it| {
            it.run("panel --locked kit.lock --size 2 --format pdf --roster roster.csv -o blank -q")
                .ok();
            put(it, FORM, &it.read(&format!("blank/{FORM}")));
        },
        "not-returned",
    ),
];

#[test]
fn forms_are_compared_as_texts_are() {
    let test = folder(&FORMS);
    let ran = verify(&test, "--lock kit.lock");
    assert_eq!(ran.code, 0, "{}", ran.whole());
    let mut missed = String::new();
    for (name, make, kind) in FORM_CHANGES {
        let test = folder(&FORMS);
        make(&test);
        let ran = verify(&test, "--format json");
        let json: Value = serde_json::from_str(&ran.out).unwrap();
        let differences = json["differences"].as_array().unwrap();
        if ran.code != 1 || !differences.iter().any(|it| it["kind"] == *kind) {
            missed += &format!("{name}: exit {}, expected {kind}: {differences:#?}\n", ran.code);
        }
    }
    assert_eq!(missed, "");
}

/// Replaces the files with these words in their names by exports of their data.
fn export(test: &Test, words: &str) {
    for path in files(test) {
        if path.to_str().unwrap().contains(words) {
            std::fs::write(path.with_extension("xfdf"), Form::read(&path).export()).unwrap();
            std::fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn exports_prove_nothing_and_are_not_accused() {
    for words in ["", "interviewer-2", "two"] {
        let test = returned_forms();
        export(&test, words);
        let json: Value = serde_json::from_str(&verify(&test, "--format json").out).unwrap();
        let differences = json["differences"].as_array().unwrap();
        assert!(!differences.is_empty());
        let others: Vec<&Value> =
            differences.iter().filter(|it| it["kind"] != "unproven").collect();
        assert!(others.is_empty(), "{words}: {others:#?}");
    }
}

#[test]
fn files_in_deep_folders_are_read() {
    let test = returned();
    let deep = test.path("returned/a/b/c/d/e/f/g");
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::rename(test.path(&format!("returned/{GUIDE}")), deep.join("guide.md")).unwrap();
    assert_eq!(verify(&test, "").code, 0);
    put(&test, "a/b/c/d/e/f/g/notes.md", b"call back");
    let ran = verify(&test, "");
    assert!(ran.code == 1 && ran.out.contains("g/notes.md"), "{}", ran.whole());
    let ran = test.run("collect returned -o records.json");
    assert!(test.text("records.json").contains("e/f/g/guide.md"));
    assert!(ran.code == 1 && ran.err.contains("g/notes.md"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn links_and_hidden_files_are_counted_and_not_read() {
    let test = returned();
    let link = |to: &str, name: &str| {
        std::os::unix::fs::symlink(test.path(to), test.path(&format!("returned/{name}"))).unwrap();
    };
    std::fs::create_dir(test.path("returned/more")).unwrap();
    link(&format!("returned/{GUIDE}"), "again.md");
    link("returned/more", "folder");
    link("returned", "more/circle");
    put(&test, ".hidden.md", b"x");
    let verified = test.run("verify returned").ok();
    let links = "3 links not followed: returned/again.md, returned/folder, ";
    assert!(verified.err.contains(links), "{}", verified.err);
    let collected = test.run("collect returned -o records.json");
    assert_eq!(collected.code, 1);
    for name in ["again.md", "folder", "more/circle"] {
        let told = format!("error: returned/{name}: links are not followed");
        assert!(collected.err.contains(&told), "{}", collected.err);
    }
    for ran in [verified, collected] {
        assert!(ran.err.contains("1 hidden file left out"), "{}", ran.err);
        assert!(!ran.err.contains("a second time"), "{}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_cannot_control_the_terminal() {
    let test = returned();
    put(&test, "\u{1b}[2Jnotes\n.md", b"call back");
    put(&test, "\u{1b}[2Jnotes\n.txt", b"call back");
    let ran = verify(&test, "");
    assert!(ran.code == 1 && ran.out.contains("returned/ [2Jnotes .md"), "{}", ran.out);
    assert!(ran.err.contains("returned/ [2Jnotes .txt"), "{}", ran.err);
    assert!(!ran.whole().contains('\u{1b}'), "{}", ran.whole());
    put(&test, "\u{1b}[2J.json", b"{\"generator\": \"interview-kit\"}");
    let ran = test.run("purge returned --on 2027-06-01").ok();
    assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{}", ran.whole());
    assert!(ran.out.contains("returned/ [2J.json"), "{}", ran.out);
}
