use super::blocks;
use super::front_matter::{self, FrontMatter};
use super::model::Block;
use super::runs;
use super::seal::Sealed;
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics};
use crate::base::source::{Source, SourceId, Sources, Span};

/// A guide: what it says of itself, and its blocks in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it says of itself.
    pub front: FrontMatter,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// Reads a guide. What can be left out is left out with a warning; what would be lost is an error.
pub fn parse(sources: &Sources, id: SourceId) -> Checked<Document> {
    read(sources, id, Origin::Unknown)
}

/// Adds a document that was just sealed to `sources`, and reads it. Its digest is not compared again.
pub fn parse_sealed(sources: &mut Sources, name: String, sealed: &Sealed) -> Checked<Document> {
    let id = sources.add(Source { name, text: sealed.markdown().to_owned() });
    read(sources, id, Origin::Sealed)
}

/// Where a text comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// It may have been edited.
    Unknown,
    /// This run has sealed it.
    Sealed,
}

fn read(sources: &Sources, id: SourceId, origin: Origin) -> Checked<Document> {
    let mut diagnostics = Diagnostics::new();
    let (mut front, claim, start) = front_matter::read(sources, id, &mut diagnostics);
    let body = &sources.get(id).text[start..];
    front.kit = match origin {
        Origin::Unknown => claim.verify(&front.footer, body, &mut diagnostics),
        Origin::Sealed => claim.trust(&mut diagnostics),
    };
    let text = runs::mask(body);
    warn_of_blanks_sign(body, (id, start), &mut diagnostics);
    let blocks = blocks::Reader::new(&text, (id, start), &front, &mut diagnostics).read();
    let front = front.finish(&blocks);
    diagnostics.check(Some(Document { front, blocks }))
}

/// Warns of the one control character that stands for something else while Markdown is read, and is lost for that.
fn warn_of_blanks_sign(body: &str, (id, start): (SourceId, usize), diagnostics: &mut Diagnostics) {
    if let Some(at) = body.find(runs::BLANK) {
        let message = "the control character U+0001 cannot be printed; a space is printed instead";
        let place = Span::new(id, start + at..start + at + 1);
        let warning = Diagnostic::warning("control-character", message).at(place);
        diagnostics.push(warning.help("remove every occurrence"));
    }
}
