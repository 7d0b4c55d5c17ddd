use super::blocks;
use super::front_matter::{self, FrontMatter};
use super::model::Block;
use super::names::Names;
use super::page_identity;
use super::runs;
use super::seal::Sealed;
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics, Rejected};
use crate::base::page_words::PageWords;
use crate::base::source::{Source, SourceId, Sources, Span};
use crate::base::unit::Language;

/// A guide: its front matter, and its blocks in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its front matter.
    pub front: FrontMatter,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// The words beside the text of a document in a language, or why there are none. The front matter can replace them.
pub type WordsOf<'w> = dyn Fn(&Language) -> Result<PageWords, Rejected> + 'w;

/// Reads a guide. What can be left out is left out with a warning; what would be lost is an error.
pub fn parse(sources: &Sources, id: SourceId, words_of: &WordsOf<'_>) -> Checked<Document> {
    read(sources, id, words_of, Origin::Unknown)
}

/// Adds a document that was just sealed to `sources`, and reads it. Its digest is not compared again.
pub fn parse_sealed(
    sources: &mut Sources,
    name: String,
    sealed: &Sealed,
    words_of: &WordsOf<'_>,
) -> Checked<Document> {
    let id = sources.add(Source { name, text: sealed.markdown().to_owned() });
    read(sources, id, words_of, Origin::Sealed)
}

/// Where a text comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// It may have been edited.
    Unknown,
    /// This run has sealed it.
    Sealed,
}

fn read(
    sources: &Sources,
    id: SourceId,
    words_of: &WordsOf<'_>,
    origin: Origin,
) -> Checked<Document> {
    let mut diagnostics = Diagnostics::new();
    let (front, claim, start) = front_matter::read(sources, id, &mut diagnostics);
    let words = match words_of(&front.lang) {
        Ok(words) => front.words.clone().or(words),
        Err(rejected) => {
            diagnostics.extend(rejected.diagnostics().iter().cloned());
            return diagnostics.check(None);
        }
    };
    let body = &sources.get(id).text[start..];
    let stated = [&claim.document, &claim.packet, &claim.marks].map(Option::as_ref);
    let details = claim.details.as_ref().map(|details| details.value.clone());
    let identity = page_identity::read(stated, details.unwrap_or_default(), &mut diagnostics);
    let kit = match origin {
        Origin::Unknown => claim.verify(identity.as_ref(), &front.foot(), body, &mut diagnostics),
        Origin::Sealed => claim.trust(&mut diagnostics),
    };
    let text = runs::mask(body);
    warn_of_blanks_sign(body, (id, start), &mut diagnostics);
    let names = Names::new(front.title(), &front.names, &words);
    let blocks = blocks::Reader::new(&text, (id, start), names, &mut diagnostics).read();
    let front = front.finish(kit, identity, words, &blocks);
    diagnostics.check(Some(Document { front, blocks }))
}

/// Warns of the one control character that is lost, because it marks blanks while Markdown is read.
fn warn_of_blanks_sign(body: &str, (id, start): (SourceId, usize), diagnostics: &mut Diagnostics) {
    if let Some(at) = body.find(runs::BLANK) {
        let message = "the control character U+0001 cannot be printed; a space is printed instead";
        let place = Span::new(id, start + at..start + at + 1);
        let warning = Diagnostic::warning("control-character", message).at(place);
        diagnostics.push(warning.help("remove every occurrence"));
    }
}
