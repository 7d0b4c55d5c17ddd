use super::body::{Body, Shape, SignedLines};
use super::front_matter::{self, RawFrontMatter};
use super::kit_code::{Claim, digest};
use super::page_identity::PageIdentity;
use super::runs::mask;
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics};
use crate::base::facts::KnownDetails;
use crate::base::source::{SourceId, Sources, Spanned};
use crate::base::yaml::{DoubleQuoted, FlowMap, Pairs, Writer};

/// A document's Markdown with the code of its kit, what identifies its pages, and a digest of all that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    markdown: String,
    /// At which byte the text below the front matter begins.
    start: usize,
}

impl Sealed {
    /// The front matter.
    pub(super) fn front(&self) -> &str {
        &self.markdown[..self.start]
    }

    /// The text.
    #[must_use]
    pub fn markdown(&self) -> &str {
        &self.markdown
    }

    /// The text.
    #[must_use]
    pub fn into_markdown(self) -> String {
        self.markdown
    }
}

/// Adds to a document, as a template wrote it, the code of its kit, what identifies its pages, and a digest by which later edits are
/// noticed. It works for any template, because no template takes part in it.
pub fn seal(
    sources: &Sources,
    id: SourceId,
    code: &str,
    identity: &PageIdentity,
) -> Checked<Sealed> {
    let mut diagnostics = Diagnostics::new();
    let unsealed = Unsealed::read(sources, id, &mut diagnostics);
    let text = &sources.get(id).text;
    let below = unsealed.below(text);
    let masked = mask(below, &[]);
    let (body, signed) = Body::built(below, &masked, Shape::of_text(&masked));
    let list = SignedLines::list(&[&signed]);
    let parts = [below];
    let text = (&text[..unsealed.start], parts.as_slice());
    diagnostics.check(Some(unsealed.seal(text, &list, &body.compared_text(), code, identity)))
}

/// A document as a template wrote it.
pub(super) struct Unsealed {
    pub(super) front: RawFrontMatter,
    /// At which byte the text below the front matter begins.
    pub(super) start: usize,
}

impl Unsealed {
    /// Reads a document. It states nothing that the program itself writes.
    pub(super) fn read(sources: &Sources, id: SourceId, diagnostics: &mut Diagnostics) -> Self {
        let (front, claim, start) = front_matter::read(sources, id, diagnostics);
        let Claim { kit, document, packet, marks, details, blanks, digest, footer: _ } = claim;
        let keys = [
            ("kit", kit),
            ("document", document),
            ("packet", packet),
            ("marks", marks),
            ("details", details.map(|it| Spanned { value: String::new(), span: it.span })),
            ("blanks", blanks),
            ("digest", digest),
        ];
        for (key, value) in keys {
            let Some(value) = value else { continue };
            let message = format!("`{key}` is written by the program");
            let fault = Diagnostic::error("front-matter", message).at(value.span);
            diagnostics.push(fault.help("remove the line from the template"));
        }
        Self { front, start }
    }

    /// What of its text is below the front matter.
    pub(super) fn below<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..]
    }

    /// Seals the document. Its text is the front matter and the parts below it, `list` has its lines with blanks, and `compared` those that are
    /// compared.
    pub(super) fn seal(
        &self,
        (above, below): (&str, &[&str]),
        list: &str,
        compared: &str,
        code: &str,
        identity: &PageIdentity,
    ) -> Sealed {
        let digest = digest(code, Some(identity), &self.front.foot(), list, compared);
        let PageIdentity { document, packet, has_marks, details } = identity;
        let marks = if *has_marks { "marks: true\n" } else { "" };
        let details = written(details);
        let blanks = if list.is_empty() { String::new() } else { format!("blanks: \"{list}\"\n") };
        let lines = format!(
            "kit: \"{code}\"\ndocument: \"{document}\"\npacket: \"{packet}\"\n{marks}{details}{blanks}digest: \"{digest}\"\n"
        );
        let (before, after) =
            match front_matter::end(above).and_then(|end| above.split_at_checked(end)) {
                Some((before, after)) => (before.to_owned(), after.to_owned()),
                None => ("---\n".to_owned(), format!("---\n{above}")),
            };
        let front = before + &lines + &after;
        let start = front.len();
        let mut markdown = front;
        markdown.reserve_exact(below.iter().map(|part| part.len()).sum());
        for part in below {
            markdown.push_str(part);
        }
        Sealed { markdown, start }
    }
}

/// The line of the front matter with the details; empty if there are none.
fn written(details: &KnownDetails) -> String {
    let entries: Vec<_> = details.entries().map(|(key, text)| (key, DoubleQuoted(text))).collect();
    let mut writer = Writer::default();
    if !entries.is_empty() {
        writer.entry("details", &FlowMap(Pairs(entries)));
    }
    writer.finish()
}
