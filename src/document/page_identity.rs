use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::facts::KnownDetails;
use crate::base::hash::crockford_value;
use crate::base::source::Spanned;
use crate::base::text::is_id;

/// What identifies the pages of a document beside the code of its kit, for whoever reads them back from paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageIdentity {
    /// The id of the document: `guide`.
    pub document: String,
    /// The id of the packet: five letters of Crockford's Base32, such as `3F9TQ`.
    pub packet: String,
    /// Whether the pages bear marks by which a program finds its way on them.
    pub has_marks: bool,
    /// The details of its interview that were known.
    pub details: KnownDetails,
}

/// The documents that have a number of their own in the code of a page, in the order of their numbers. Printed paper relies on it:
/// add a document at the end, and never move one.
const NUMBERED: [&str; 7] =
    ["guide", "scoring", "scorecard", "ground-rules", "candidate-sheet", "panel-plan", "debrief"];

impl PageIdentity {
    /// How many letters the id of a packet has.
    pub const PACKET_LENGTH: usize = 5;

    /// The number of every document that has none of its own.
    pub const OTHER_DOCUMENT: u8 = 7;

    /// Whether a text is the id of a packet.
    #[must_use]
    pub fn is_packet(text: &str) -> bool {
        text.len() == Self::PACKET_LENGTH
            && text.chars().all(|letter| crockford_value(letter).is_some())
    }

    /// The number that stands for this document in the codes of its pages.
    #[must_use]
    pub fn document_number(&self) -> u8 {
        Self::number_of(&self.document)
    }

    /// The number that stands for the document with this id.
    #[must_use]
    pub fn number_of(document: &str) -> u8 {
        let mut known = (0..Self::OTHER_DOCUMENT).zip(NUMBERED);
        let known = known.find(|(_, id)| *id == document);
        known.map_or(Self::OTHER_DOCUMENT, |(number, _)| number)
    }
}

/// A key of the front matter and its value.
type Entry<'a> = Option<&'a Spanned<String>>;

/// Reads the identity of a document's pages. What is malformed, or has no effect alone, is ignored with a warning.
pub(super) fn read(
    [document, packet, marks]: [Entry<'_>; 3],
    details: KnownDetails,
    diagnostics: &mut Diagnostics,
) -> Option<PageIdentity> {
    let document = valid(document, is_id, "the id of a document", "such as `scoring`", diagnostics);
    let packet = valid(
        packet,
        PageIdentity::is_packet,
        "the id of a packet",
        "such as `3F9TQ`",
        diagnostics,
    );
    let marks = valid(marks, is_switch, "`true` or `false`", "or remove the line", diagnostics);
    let has_marks = marks.is_some_and(|marks| marks.value == "true");
    if let (Some(document), Some(packet)) = (document, packet) {
        let (document, packet) = (document.value.clone(), packet.value.clone());
        return Some(PageIdentity { document, packet, has_marks, details });
    }
    let missing = if document.is_none() { "document" } else { "packet" };
    for (key, entry) in [("document", document), ("packet", packet), ("marks", marks)] {
        if let Some(found) = entry {
            let message = format!("`{key}` has no effect without `{missing}`");
            let warning = Diagnostic::warning("front-matter", message).at(found.span.clone());
            diagnostics.push(
                warning.help(
                    "it is ignored; `build` and `panel` write `document` and `packet` together",
                ),
            );
        }
    }
    None
}

/// A value, if it is a valid one.
fn valid<'a>(
    entry: Entry<'a>,
    is_valid: fn(&str) -> bool,
    what: &str,
    remedy: &str,
    diagnostics: &mut Diagnostics,
) -> Entry<'a> {
    let found = entry?;
    if is_valid(&found.value) {
        return Some(found);
    }
    let message = format!("`{}` is not {what}", found.value);
    let warning = Diagnostic::warning("front-matter", message).at(found.span.clone());
    diagnostics.push(warning.help(format!("it is ignored; write {what}, {remedy}")));
    None
}

fn is_switch(text: &str) -> bool {
    ["true", "false"].contains(&text)
}
