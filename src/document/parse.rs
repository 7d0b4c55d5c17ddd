use super::blocks;
use super::body::{Body, Shape};
use super::front_matter::{self, FrontMatter, RawFrontMatter};
use super::kit_code::KitCode;
use super::markdown::{Events, events};
use super::model::{Block, Inline};
use super::names::Names;
use super::page_identity::{self, PageIdentity};
use super::runs;
use super::seal::{Sealed, Unsealed};
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
    let mut diagnostics = Diagnostics::new();
    let (front, claim, start) = front_matter::read(sources, id, &mut diagnostics);
    let Some(words) = words(&front, words_of, &mut diagnostics) else {
        return diagnostics.check(None);
    };
    let text = &sources.get(id).text[start..];
    let list = claim.blanks.as_ref().filter(|_| claim.kit.is_some());
    let body = Body::returned(text, list.map(|list| list.value.as_str()));
    let stated = [&claim.document, &claim.packet, &claim.marks].map(Option::as_ref);
    let details = claim.details.as_ref().map(|details| details.value.clone());
    let identity = page_identity::read(stated, details.unwrap_or_default(), &mut diagnostics);
    let mut kit = claim.verify(identity.as_ref(), &front.foot(), &body, &mut diagnostics);
    warn_of_blanks_sign(text, (id, start), &mut diagnostics);
    let written = body.written(start);
    let count = written.len();
    let names = Names::new(front.title(), &front.names, &words).with_written(written);
    let masked = (&*body.masked, events(&body.masked).collect());
    let blocks = blocks::Reader::new(masked, (id, start), names, &mut diagnostics).read();
    if let Some(kit) = kit.as_mut().filter(|_| filled(&blocks) < count) {
        // It stands where the reader sees no blank, such as in code.
        kit.is_edited = true;
        let message = "text is written where this document has no blank";
        diagnostics.push(Diagnostic::warning("edited", message));
    }
    let front = front.finish(kit, identity, words, &blocks);
    diagnostics.check(Some(Document { front, blocks }))
}

/// Seals a document and reads it, which adds the sealed text to `sources`: what [`seal`](super::seal()) and [`parse`] do one after the
/// other, but Markdown is taken apart once.
pub fn seal_and_parse(
    sources: &mut Sources,
    id: SourceId,
    code: &str,
    identity: &PageIdentity,
    words_of: &WordsOf<'_>,
) -> Checked<(Sealed, Document)> {
    let mut diagnostics = Diagnostics::new();
    let unsealed = Unsealed::read(sources, id, &mut diagnostics);
    let Some(words) = words(&unsealed.front, words_of, &mut diagnostics) else {
        return diagnostics.check(None);
    };
    let events: Events<'_> = events(&unsealed.masked).collect();
    let Source { name, text } = sources.get(id);
    let sealed = unsealed.seal(text, Shape::of(&events), code, identity);
    let source = Source { name: name.clone(), text: sealed.markdown().to_owned() };
    let (id, start) = (sources.add(source), sealed.start);
    warn_of_blanks_sign(&sealed.markdown()[start..], (id, start), &mut diagnostics);
    let names = Names::new(unsealed.front.title(), &unsealed.front.names, &words);
    let masked = (unsealed.masked.as_str(), events);
    let blocks = blocks::Reader::new(masked, (id, start), names, &mut diagnostics).read();
    let kit = KitCode { code: code.to_owned(), is_edited: false };
    let front = unsealed.front.finish(Some(kit), Some(identity.clone()), words, &blocks);
    diagnostics.check(Some((sealed, Document { front, blocks })))
}

/// The words beside the text, those of the front matter before those of the language.
fn words(
    front: &RawFrontMatter,
    words_of: &WordsOf<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<PageWords> {
    match words_of(&front.lang) {
        Ok(words) => Some(front.words.clone().or(words)),
        Err(rejected) => {
            diagnostics.extend(rejected.diagnostics().iter().cloned());
            None
        }
    }
}

/// How many blanks there are on which somebody wrote.
fn filled(blocks: &[Block]) -> usize {
    let mut count = 0;
    for block in blocks {
        block.for_each_inline(&mut |inline| {
            count += usize::from(matches!(inline, Inline::Filled { .. }));
        });
    }
    count
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
