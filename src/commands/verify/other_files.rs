use std::path::Path;

use crate::base::files;
use crate::collect::{Fault, FilledDocument, RefusalCode, form};
use crate::commands::returned::may_be_filled_in;
use crate::document::KitCode;

/// Whether a file lies in the folder by chance, so that it is no difference: it cannot be a document that came back, or it is a report of
/// this program. `documents` is what was read of it.
pub(super) fn is_other(
    path: &Path,
    bytes: &[u8],
    documents: &[Result<FilledDocument, Fault>],
) -> bool {
    let [Err(Fault { code, identity: None, .. })] = documents else { return false };
    match code {
        RefusalCode::NotOurs | RefusalCode::Damaged | RefusalCode::TooLarge
            if !may_be_document(path, bytes) =>
        {
            true
        }
        // A program that takes out the form of a packet may leave in that we made it. But no packet has the title of a report.
        RefusalCode::NotOurs | RefusalCode::NoFormFields => is_report(path, bytes),
        _ => false,
    }
}

/// Whether a file that cannot be read as a document may have been one.
fn may_be_document(path: &Path, bytes: &[u8]) -> bool {
    let names_packet = |text: String| text.contains("\npacket:");
    may_be_filled_in(path)
        || form::is_form(bytes)
        || files::text(bytes.to_vec(), path).is_ok_and(names_packet)
}

/// Whether this is a report of `scores`. Its title is that of its page and the code of a kit: `Scores – F9KV-9EZA`.
fn is_report(path: &Path, bytes: &[u8]) -> bool {
    let text = if form::is_form(bytes) {
        String::from_utf8_lossy(bytes).into_owned()
    } else {
        files::text(bytes.to_vec(), path).unwrap_or_default()
    };
    let title = between(&text, "<dc:title>", "</rdf:li>")
        .or_else(|| between(text.strip_prefix("---\n")?, "title: \"", "\"\n"));
    let code = title.and_then(|title| title.rsplit_once('–')).map(|(_, code)| code.trim_start());
    code.and_then(KitCode::split).is_some_and(|(_, part)| part.is_none())
}

fn between<'t>(text: &'t str, begin: &str, end: &str) -> Option<&'t str> {
    let (_, text) = text.split_once(begin)?;
    text.split_once(end).map(|(text, _)| text)
}
