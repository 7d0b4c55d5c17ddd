//! In: a document of a packet in Markdown, filled in. Out: what is filled in, or why that is not certain.
//!
//! This module must not know how Markdown is read: `document` reads it, as it reads what is typeset.

mod fields;
mod place;
mod slip;

use std::path::Path;

use self::place::{line, place};
use super::compare::Kits;
use super::document::{Fault, FilledDocument, Identity, PageState, ReturnedFile};
use super::record::RecordSource;
use super::refusal::RefusalCode;
use crate::base::diagnostic::{Diagnostic, Rejected, Severity};
use crate::base::facts::KnownDetails;
use crate::base::files;
use crate::base::page_words::PageWords;
use crate::base::source::{Source, SourceId, Sources, Span};
use crate::base::text::printed_line;
use crate::base::threads;
use crate::base::unit::Language;
use crate::document::{self, Field, KitCode, NameTag, PageIdentity};

/// The largest file that is read, in bytes: thirty times the largest document of the built-in bank.
const MAX_BYTES: usize = 1024 * 1024;

const HELP: &str = "only boxes (`[x]`), blanks (`__text__`) and notes may be filled in; restore everything else, or build the document \
                    again and copy the answers into it. --kit with the document as it was built tells which line was changed";
const NOT_OURS_HELP: &str = "return the whole file that `build` or `panel` wrote, with the lines between its first two `---`";

/// Reads a document that was filled in. If it is one of `kits`, messages name the line that was changed.
///
/// # Errors
///
/// If it is not a document of a packet, or if anything was changed in it that is not there to be filled in.
pub fn read(file: &ReturnedFile<'_>, kits: &Kits) -> Result<FilledDocument, Fault> {
    let text = text(file)?;
    let mut sources = Sources::new();
    let id = sources.add(Source { name: file.path.to_owned(), text });
    let text = &sources.get(id).text;
    if let Some(at) = text.find('\u{1}') {
        let message = "the text has the control character U+0001, which cannot be kept";
        let fault = Fault::new(RefusalCode::Damaged, message, "remove it");
        return Err(fault.at(place(&sources, &Span::new(id, at..at))));
    }
    let (document, warnings) = match threads::alone(|| document::parse(&sources, id, &words_of)) {
        Ok(accepted) => (accepted.value, accepted.warnings),
        Err(rejected) => return Err(unreadable(&sources, id, rejected.diagnostics())),
    };
    let front = &document.front;
    let (Some(code), Some(pages)) = (&front.kit, &front.identity) else {
        return Err(not_ours(&warnings));
    };
    let identity = identity(&code.code, pages).ok_or_else(|| not_ours(&warnings))?;
    let changed = kits.markdown(&identity).and_then(|built| document::changed_line(text, built));
    if code.is_edited || changed.is_some() {
        let slip = slip::find(text).filter(|(at, _)| changed.is_none_or(|line| line == *at));
        let fault = edited(&warnings).of(&identity);
        return Err(match slip {
            Some((at, help)) => Fault { help, ..fault }.at(line(at)),
            None => fault.at(changed.and_then(line)),
        });
    }
    let names_at = text.lines().position(|line| line.starts_with("names:"));
    let names_at = names_at.and_then(|at| line(at + 1));
    if let Some(tag) = front.names.iter().find(|tag| !is_as_known(tag, &pages.details)) {
        let (NameTag::Known { label, .. } | NameTag::Blank { field: Field { label, .. }, .. }) =
            tag;
        let message =
            format!("`{label}` in the front matter is not what the document was built with");
        return Err(Fault::new(RefusalCode::Edited, message, HELP).at(names_at).of(&identity));
    }
    let is_built = |id: &str| !DETAILS.contains(&id) || detail(id, &pages.details).is_some();
    Ok(FilledDocument {
        source: RecordSource::Markdown,
        identity,
        details: Some(pages.details.clone()),
        pages: PageState::AsBuilt,
        fields: fields::of(&document, &sources, is_built, names_at),
        remarks: Vec::new(),
    })
}

/// The text of a file, with line feeds at the ends of its lines: these are the editor's, and no part of what is written.
///
/// # Errors
///
/// If it is too large, or no text.
pub fn text(file: &ReturnedFile<'_>) -> Result<String, Fault> {
    if file.bytes.len() > MAX_BYTES {
        let message = format!("the file has more than {} KiB", MAX_BYTES / 1024);
        return Err(Fault::new(
            RefusalCode::TooLarge,
            message,
            "a document of a packet is smaller",
        ));
    }
    let text = files::text(file.bytes.to_vec(), Path::new(file.path)).map_err(|error| {
        let help = error.help().unwrap_or("save it as UTF-8 text");
        Fault::new(RefusalCode::Damaged, error.message(), help)
    })?;
    let has_returns = text.contains('\r');
    Ok(if has_returns { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// Words are printed only, and nothing is printed here.
#[expect(clippy::unnecessary_wraps, reason = "the reader of guides wants a function that may fail")]
fn words_of(_: &Language) -> Result<PageWords, Rejected> {
    let none = String::new;
    Ok(PageWords {
        page: none(),
        kit: none(),
        packet: none(),
        name: none(),
        identity: none(),
        edited: none(),
        continued: none(),
        notes: none(),
        blank: none(),
        untitled: none(),
    })
}

/// Why a text cannot be read as a guide. What was built can be.
fn unreadable(sources: &Sources, id: SourceId, diagnostics: &[Diagnostic]) -> Fault {
    let Some(first) =
        diagnostics.iter().find(|it| it.severity == Severity::Error).or(diagnostics.first())
    else {
        return not_ours(&[]);
    };
    if !document::states_kit(&sources.get(id).text) {
        return not_ours(std::slice::from_ref(first));
    }
    let message = format!("this text was edited after it was built: {}", first.message);
    let at = first.span.as_ref().and_then(|span| place(sources, span));
    Fault::new(RefusalCode::Edited, message, HELP).at(at)
}

fn not_ours(why: &[Diagnostic]) -> Fault {
    let message = "this text does not say which kit and packet it belongs to";
    let why = why.iter().find(|it| it.code == "front-matter" || it.code == "yaml");
    let message = match why {
        Some(why) => format!("{message}: {}", why.message),
        None => message.to_owned(),
    };
    Fault::new(RefusalCode::NotOurs, message, NOT_OURS_HELP)
}

fn edited(warnings: &[Diagnostic]) -> Fault {
    let said = warnings.iter().find(|warning| warning.code == "edited");
    let message = said.map_or("this text is not the one that was built", |it| it.message.as_str());
    Fault::new(RefusalCode::Edited, message, HELP)
}

/// Which document it is. `None` if this is not the code of a kit.
fn identity(code: &str, pages: &PageIdentity) -> Option<Identity> {
    let (kit, part) = KitCode::split(code)?;
    let PageIdentity { document, packet, .. } = pages;
    let (packet, document) = (packet.clone(), document.clone());
    Some(Identity { kit: kit.to_owned(), part, packet, document })
}

/// Whether a name at the head of every page is the one with which the document was built, or was filled in where it had none. The digest
/// does not cover it.
fn is_as_known(tag: &NameTag, details: &KnownDetails) -> bool {
    let (id, name) = match tag {
        NameTag::Known { id, name, .. } => (id.as_str(), Some(name)),
        NameTag::Blank { field, .. } => (field.name.part(), None),
    };
    let Some(known) = detail(id, details) else { return true };
    // Templates print names without the characters that nobody sees.
    name.map(|name| printed_line(name)) == Some(printed_line(known))
}

/// The names at the head of every page that are details of the interview. Those of a whole panel are not: they are read from the documents
/// of each interviewer.
const DETAILS: [&str; 2] = ["candidate", "interviewer"];

/// The detail that a name at the head of every page is, if the document was built with it.
fn detail<'d>(id: &str, details: &'d KnownDetails) -> Option<&'d str> {
    match id {
        "candidate" => details.candidate.as_deref(),
        "interviewer" => details.interviewer.as_deref(),
        _ => None,
    }
}
