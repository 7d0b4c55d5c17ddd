use std::borrow::Cow;

use super::block_parts::Blocks;
use super::blocks;
use super::bodies::Bodies;
use super::body::{Body, Shape};
use super::front_matter::{self, FrontMatter, RawFrontMatter};
use super::kit_code::KitCode;
use super::markdown::{EventParts, Events, events};
use super::model::{Block, Inline};
use super::names::{Names, Naming};
use super::page_identity::{self, PageIdentity};
use super::runs;
use super::seal::{Sealed, Unsealed};
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics, Rejected};
use crate::base::page_words::PageWords;
use crate::base::source::{Source, SourceId, Sources, lines};
use crate::base::threads;
use crate::base::unit::Language;

/// A guide: its front matter, and its blocks in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its front matter.
    pub front: FrontMatter,
    /// Its blocks. Documents of many candidates share them.
    pub blocks: Blocks,
}

/// The words beside the text of a document in a language, or why there are none. The front matter can replace them.
pub type WordsOf<'w> = dyn Fn(&Language) -> Result<PageWords, Rejected> + Sync + 'w;

/// A guide of more bytes than this is taken apart once more rather than kept in pieces. It has some six hundred pages.
const LONG: usize = 1024 * 1024;

/// Reads a guide. What can be left out is left out with a warning; what would be lost is an error.
pub fn parse(sources: &Sources, id: SourceId, words_of: &WordsOf<'_>) -> Checked<Document> {
    let mut diagnostics = Diagnostics::new();
    let (front, claim, start) = front_matter::read(sources, id, &mut diagnostics);
    let text = &sources.get(id).text[start..];
    let list = claim.blanks.as_ref().filter(|_| claim.kit.is_some());
    let masked = runs::mask(text, &[]);
    let take_apart = || {
        // The events of a long guide are not kept: they would take more memory than all else.
        if text.len() > LONG {
            return (Shape::of_text(&masked), None);
        }
        let events: Events<'_> = events(&masked).collect();
        (Shape::of(&events), Some(events))
    };
    // The messages of a language are read meanwhile.
    let ((shape, unwritten), words) = threads::both(take_apart, || words_of(&front.lang));
    let Some(words) = accepted(words, &front, &mut diagnostics) else {
        return diagnostics.check(None);
    };
    let body = Body::returned(text, &masked, shape, list.map(|list| list.value.as_str()));
    let stated = [&claim.document, &claim.packet, &claim.marks].map(Option::as_ref);
    let details = claim.details.as_ref().map(|details| details.value.clone());
    let identity = page_identity::read(stated, details.unwrap_or_default(), &mut diagnostics);
    let mut kit = claim.verify(identity.as_ref(), &front.foot(), &body, &mut diagnostics);
    runs::warn_of_blanks_sign(text, (id, start), &mut diagnostics);
    let written = body.written(start);
    let count = written.len();
    let naming = Naming::new(front.title(), &front.names, &words);
    let names = Names::new(naming).with_written(written);
    let parts = match (&body.masked, unwritten) {
        (Cow::Borrowed(_), Some(events)) => EventParts::known(events, text.len()),
        (masked, _) => EventParts::limited(events(masked), text.len()),
    };
    let masked = (&*body.masked, parts);
    let blocks = blocks::Reader::new(masked, (id, start), names, &mut diagnostics).read();
    if let Some(kit) = kit.as_mut().filter(|_| filled(&blocks) < count) {
        // It stands where the reader sees no blank, such as in code.
        kit.is_edited = true;
        let message = "text is written where this document has no blank";
        diagnostics.push(Diagnostic::warning("edited", message));
    }
    let front = front.finish(kit, identity, words, blocks.iter());
    diagnostics.check(Some(Document { front, blocks: Blocks::from(blocks) }))
}

/// Seals a document and reads it: what [`seal`](super::seal()) and [`parse`] do one after the other, but Markdown is taken apart once, and
/// what many documents have in common once for all of them. Adds the text below the front matter to `sources`.
pub fn seal_and_parse(
    sources: &mut Sources,
    id: SourceId,
    code: &str,
    identity: &PageIdentity,
    words_of: &WordsOf<'_>,
    known: &Bodies,
) -> Checked<(Sealed, Document)> {
    let mut diagnostics = Diagnostics::new();
    let unsealed = Unsealed::read(sources, id, &mut diagnostics);
    let words = words_of(&unsealed.front.lang);
    let Some(words) = accepted(words, &unsealed.front, &mut diagnostics) else {
        return diagnostics.check(None);
    };
    let Source { name, text } = sources.get(id);
    let below = Source { name: name.clone(), text: unsealed.below(text).to_owned() };
    // The rest of it is the text below.
    sources.keep_beginning(id, unsealed.start);
    let naming = Naming::new(unsealed.front.title(), &unsealed.front.names, &words);
    let body = known.read(sources, below, naming, &mut diagnostics);
    let above = &sources.get(id).text;
    let below: Vec<&str> =
        body.sources.iter().map(|(part, _)| sources.get(*part).text.as_str()).collect();
    let sealed = unsealed.seal((above, &below), &body.list, &body.compared, code, identity);
    let front = lines(sealed.front()).count();
    for (part, above) in body.sources {
        sources.set_lines_above(part, front + above);
    }
    let (kit, blocks) = (KitCode { code: code.to_owned(), is_edited: false }, body.blocks);
    let front = unsealed.front.finish(Some(kit), Some(identity.clone()), words, blocks.iter());
    diagnostics.check(Some((sealed, Document { front, blocks })))
}

/// The words beside the text, those of the front matter before those of the language.
fn accepted(
    words: Result<PageWords, Rejected>,
    front: &RawFrontMatter,
    diagnostics: &mut Diagnostics,
) -> Option<PageWords> {
    match words {
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
