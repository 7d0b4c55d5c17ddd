use std::path::{Path, PathBuf};

use super::super::returned::bytes;
use super::traces::Traces;
use crate::base::files;
use crate::base::hash;
use crate::base::text::one_line;
use crate::collect::{self, Fault, Kits, Records, RefusalCode, ReturnedFile, form};
use crate::evaluate::retention::RetainedDocument;

/// A file of the folder.
pub(super) struct HeldFile {
    pub(super) path: PathBuf,
    /// Empty if the file cannot be read.
    pub(super) sha256: String,
    /// The documents of which it is known that they are in it, or the records of them.
    pub(super) documents: Vec<RetainedDocument>,
    pub(super) content: FileContent,
}

/// What a file holds.
pub(super) enum FileContent {
    /// Documents, or records of them.
    Documents,
    /// Records, and what belongs to them.
    Records(Traces),
    /// Something that is or may be of this program, but has no date that can be read.
    Unclear(Unclear),
    /// Something else.
    Other,
}

/// Why a file cannot be judged.
pub(super) struct Unclear {
    pub(super) message: String,
    /// What to do about it.
    pub(super) help: String,
    /// Whether it may hold a document of any packet, with any date.
    pub(super) concerns_all: bool,
}

/// How the tables of `collect` and `scores` begin, as any program may have saved them again.
const TABLES: [&str; 2] =
    ["file,sha256,source,kit,part,packet,document", "kit,about,packet,interviewer,kind"];
/// How the table begins that `purge` prints.
const HEAD_OF_PURGE: &str = "keep until packet file";
/// What the tables begin with that `scores` and `verify` print, before the code of a kit.
const KIT: &str = "Kit ";
/// The keys of what `scores` prints for scripts, and of what `examples/scorecard-request.sh` makes of records.
const REPORTS: [&[&str]; 2] = [
    &["method", "refused", "kits"],
    &["external_id", "candidate", "interviewer", "overall_recommendation", "attributes"],
];
/// What says in a page of questions about scans which program made it.
const GENERATOR: &str = "<meta name=\"generator\" content=\"interview-kit\">";
/// The endings of the files that this program writes for people to fill in.
const ENDINGS: [&str; 4] = ["pdf", "fdf", "xfdf", "md"];
/// So much of a damaged text shows what it was.
const HEAD: usize = 1024 * 1024;

const BY_HAND: &str = "remove it by hand when the documents that it was made from are removed";

type Content = (Vec<RetainedDocument>, FileContent);

impl HeldFile {
    pub(super) fn read(path: &Path) -> Self {
        let path = path.to_owned();
        match bytes(&path) {
            Ok(bytes) => {
                let (documents, content) = content(&path, &bytes);
                Self { path, sha256: hash::sha256_hex(&bytes), documents, content }
            }
            Err(Fault { code, message, help, .. }) => {
                // No packet is as large as a film.
                let concerns_all = code != RefusalCode::TooLarge;
                let content = FileContent::Unclear(Unclear { message, help, concerns_all });
                Self { path, sha256: String::new(), documents: Vec::new(), content }
            }
        }
    }
}

fn content(path: &Path, bytes: &[u8]) -> Content {
    if form::is_form(bytes) {
        return documents(path, bytes, true);
    }
    let text = files::text(bytes.to_vec(), path)
        .unwrap_or_else(|_| String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).into_owned());
    if has_ending(path, &["json"]) || text.trim_start().starts_with('{') {
        return json(&text, path);
    }
    if is_table(&text) {
        return (Vec::new(), not_dated("a table of this program"));
    }
    if is_page_of_scores(&text) {
        return (Vec::new(), not_dated("a report of this program"));
    }
    if text.starts_with("<!DOCTYPE html>") && text.contains(GENERATOR) {
        return (Vec::new(), not_dated("a page of questions about scans"));
    }
    let may_be_ours = has_ending(path, &ENDINGS) || text.contains("\npacket:");
    documents(path, bytes, may_be_ours)
}

/// Whether a text is a table for spreadsheets, or one for people that was saved.
fn is_table(text: &str) -> bool {
    let head: String = text.chars().take(200).filter(|char| *char != '"').collect();
    let for_spreadsheets = head.replace([';', '\t'], ",");
    if TABLES.iter().any(|table| for_spreadsheets.starts_with(table)) {
        return true;
    }
    let first = head.lines().next().unwrap_or_default();
    let code = first.strip_prefix(KIT).and_then(|kit| kit.split([':', ',']).next());
    one_line(first) == HEAD_OF_PURGE || code.is_some_and(|code| is_kit_code(code.trim_end()))
}

/// Whether a text is the page of `scores` as Markdown: its title ends with the code of a kit in every language, and it is of no packet.
fn is_page_of_scores(text: &str) -> bool {
    let mut lines = text.lines();
    let is_front_matter = lines.next().is_some_and(|line| line.trim_end() == "---");
    let title = lines
        .take_while(|line| line.trim_end() != "---")
        .find_map(|line| line.strip_prefix("title:"))
        .map(|title| title.trim().trim_matches(['"', '\'']));
    // Nine characters; what is before them depends on the language.
    let code = title.and_then(|title| title.get(title.len().checked_sub(9)?..));
    is_front_matter && code.is_some_and(is_kit_code) && !text.contains("\npacket:")
}

/// Whether a word looks like the code of a kit, such as `7KQ2-M4XD`.
fn is_kit_code(word: &str) -> bool {
    let is_half = |half: &str| {
        half.len() == 4 && half.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit())
    };
    word.split_once('-').is_some_and(|(first, second)| is_half(first) && is_half(second))
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// What was made from many documents, whose dates it does not have.
fn not_dated(what: &str) -> FileContent {
    let message = format!("{what} has no date that concerns all of it");
    FileContent::Unclear(Unclear { message, help: BY_HAND.to_owned(), concerns_all: false })
}

/// What a JSON file holds.
fn json(text: &str, path: &Path) -> Content {
    let unclear = |fault: serde_json::Error| Unclear {
        message: format!("these look like records, but cannot be read: {fault}"),
        help: "make them again with `interview-kit collect`, or remove them by hand".to_owned(),
        concerns_all: true,
    };
    let read = serde_json::from_str::<serde_json::Value>(text);
    let content = match read {
        Err(_) if text.contains("\"generator\": \"interview-kit") => {
            not_dated("a damaged report of this program")
        }
        Err(fault) if looks_like_records(text) => FileContent::Unclear(unclear(fault)),
        Ok(value) if value.get("records").is_some() && value.get("refused").is_some() => {
            match serde_json::from_value::<Records>(value) {
                Ok(records) => {
                    let documents = records.records.iter().map(RetainedDocument::of_record);
                    let traces = Traces::of(&records, path);
                    return (documents.collect(), FileContent::Records(traces));
                }
                Err(fault) => FileContent::Unclear(unclear(fault)),
            }
        }
        Ok(value) if is_answers(&value) => not_dated("a file of answers about scans"),
        Ok(value) if is_report(&value) => not_dated("a report of this program"),
        Ok(_) | Err(_) => FileContent::Other,
    };
    (Vec::new(), content)
}

/// Whether a JSON text that was cut off or damaged has the keys of records.
fn looks_like_records(text: &str) -> bool {
    let has = |key: &str| text.contains(key);
    has("\"keep_until\"") || has("\"records\"") && has("\"sha256\"")
}

/// Whether this is what the page of questions about scans saves.
fn is_answers(value: &serde_json::Value) -> bool {
    let answers = value.get("answers").and_then(serde_json::Value::as_array);
    let is_answer = |it: &serde_json::Value| it.get("id").is_some() && it.get("value").is_some();
    answers.is_some_and(|answers| !answers.is_empty() && answers.iter().all(is_answer))
}

/// Whether this is what `verify`, `purge`, `scores` or another command prints for scripts.
fn is_report(value: &serde_json::Value) -> bool {
    let generator = value.get("generator").and_then(serde_json::Value::as_str);
    let has_all = |keys: &&[&str]| keys.iter().all(|key| value.get(key).is_some());
    REPORTS.iter().any(has_all) || generator.is_some_and(|it| it.starts_with("interview-kit"))
}

/// What any other file holds.
fn documents(path: &Path, bytes: &[u8], may_be_ours: bool) -> Content {
    let name = path.display().to_string();
    let mut documents = Vec::new();
    let mut unclear: Option<Unclear> = None;
    for document in collect::read(&ReturnedFile { path: &name, bytes }, &Kits::default()) {
        let Fault { code, message, identity, .. } = match document {
            Ok(document) => {
                documents.push(RetainedDocument::of_document(&document));
                continue;
            }
            Err(fault) => fault,
        };
        let concerns_all = match (&identity, code) {
            (Some(identity), _) => {
                documents.push(RetainedDocument::unreadable(identity));
                false
            }
            (None, RefusalCode::NotOurs) => return (documents, FileContent::Other),
            // Almost all PDF files without a form are of others, and so is what is larger than any packet.
            (None, RefusalCode::NoFormFields | RefusalCode::TooLarge) => false,
            (None, _) => may_be_ours,
        };
        let first = unclear.get_or_insert_with(|| Unclear {
            message,
            help: "see what it is, and remove it by hand if it is past its date".to_owned(),
            concerns_all,
        });
        first.concerns_all |= concerns_all;
    }
    let content = match unclear {
        Some(unclear) => FileContent::Unclear(unclear),
        None if documents.is_empty() => FileContent::Other,
        None => FileContent::Documents,
    };
    (documents, content)
}
