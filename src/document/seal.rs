use super::front_matter;
use super::kit_code::digest;
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources};

/// A document's Markdown with the code of its kit and the digest of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    markdown: String,
}

impl Sealed {
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

/// Adds to a document, as a template wrote it, the code of its kit and a digest by which later edits are noticed. It works for
/// any template, since no template has a part in it.
pub fn seal(sources: &Sources, id: SourceId, code: &str) -> Checked<Sealed> {
    let mut diagnostics = Diagnostics::new();
    let (front, claim, start) = front_matter::read(sources, id, &mut diagnostics);
    for line in claim.kit.into_iter().chain(claim.digest) {
        let message = "`kit` and `digest` are written by the program";
        let fault = Diagnostic::error("front-matter", message).at(line.span);
        diagnostics.push(fault.help("remove the line from the template"));
    }
    let text = &sources.get(id).text;
    let digest = digest(code, &front.footer, &text[start..]);
    let lines = format!("kit: \"{code}\"\ndigest: \"{digest}\"\n");
    let markdown = match front_matter::end(text).and_then(|end| text.split_at_checked(end)) {
        Some((before, after)) => [before, &lines, after].concat(),
        None => format!("---\n{lines}---\n{text}"),
    };
    diagnostics.check(Some(Sealed { markdown }))
}
