use std::cell::RefCell;
use std::sync::Arc;

use super::block_parts::Blocks;
use super::blocks::{ReadPart, Reader};
use super::body::{Body, Shape, SignedLines};
use super::html::PAGE_BREAK;
use super::markdown::{EventParts, events_of_any};
use super::model::Block;
use super::names::{Names, NamesState, Naming};
use super::runs::{mask, warn_of_blanks_sign};
use super::targets::Targets;
use crate::base::diagnostic::Diagnostics;
use crate::base::memo::Memo;
use crate::base::source::{Source, SourceId, Sources, lines};
use crate::base::threads;

/// The text of a document of a kit below its front matter, taken apart.
pub(super) struct BuiltBody {
    pub(super) blocks: Blocks,
    /// The list of its lines with blanks.
    pub(super) list: String,
    /// Its lines as they are compared.
    pub(super) compared: String,
    /// The sources of its parts, each with how many lines of the text are above it.
    pub(super) sources: Vec<(SourceId, usize)>,
}

/// What was taken apart before: the documents of many candidates have the same text below their front matter, or at least below their first page.
pub struct Bodies(Memo<PartKey, Arc<Part>>);

/// A part of a text.
struct Part {
    blocks: Arc<Vec<Block>>,
    targets: Option<Targets>,
    signed: SignedLines,
    compared: String,
    /// What comes after it is named so, and is below a heading of this level.
    end: Option<(NamesState, u8)>,
}

/// All that decides what a part becomes.
#[derive(Clone, PartialEq, Eq, Hash)]
struct PartKey {
    text: String,
    /// The number of its text among those of its document, which all places in it name.
    source: SourceId,
    before: (NamesState, u8),
    is_last: bool,
}

/// How many bytes of bodies are kept: some twenty documents of an hour's interview.
const MAX_BODIES: usize = 16 * 1024 * 1024;
/// How many times as long as its text a body is with its blocks, about.
const BLOCKS_PER_TEXT: usize = 8;

impl Bodies {
    /// None so far.
    #[must_use]
    pub fn new() -> Self {
        Self(Memo::new(MAX_BODIES))
    }

    /// Takes apart a body, and adds its text to the sources. A part with which something is wrong is not kept, so that every document with it is
    /// told of it.
    pub(super) fn read(
        &self,
        sources: &mut Sources,
        Source { name, text }: Source,
        naming: Naming,
        diagnostics: &mut Diagnostics,
    ) -> BuiltBody {
        // No document is read beside this one that could have the same.
        let end_of_first = if threads::are_busy() { first_page(&text) } else { None };
        let mut first = text;
        let rest = end_of_first.map_or_else(String::new, |end| first.split_off(end));
        let lines_above = if rest.is_empty() { 0 } else { lines(&first).count() };
        let own = sources.add(Source { name: name.clone(), text: first });
        let before = (NamesState::new(naming), 0);
        if !rest.is_empty() {
            let mut found = Diagnostics::new();
            let part = self.part(sources, own, (before.clone(), false), &mut found);
            if let (Some(end), true) = (part.end.clone(), found.is_empty()) {
                let other = sources.add(Source { name, text: rest });
                let last = self.part(sources, other, (end, true), diagnostics);
                let above = vec![(own, 0), (other, lines_above)];
                return BuiltBody::of(&[part, last], above, diagnostics);
            }
            sources.append(own, &rest);
        }
        let whole = self.part(sources, own, (before, true), diagnostics);
        BuiltBody::of(&[whole], vec![(own, 0)], diagnostics)
    }

    /// A part, which is all of its source.
    fn part(
        &self,
        sources: &Sources,
        source: SourceId,
        (before, is_last): ((NamesState, u8), bool),
        diagnostics: &mut Diagnostics,
    ) -> Arc<Part> {
        if !threads::are_busy() {
            return Arc::new(Part::new(sources, source, (before, is_last), diagnostics));
        }
        let text = sources.get(source).text.clone();
        let key = PartKey { text, source, before, is_last };
        if let Some(known) = self.0.get(&key) {
            return known;
        }
        let mut found = Diagnostics::new();
        let about = (key.before.clone(), is_last);
        let part = Arc::new(Part::new(sources, source, about, &mut found));
        if found.is_empty() {
            self.0.insert(&key, Arc::clone(&part), key.text.len() * BLOCKS_PER_TEXT);
        }
        diagnostics.append(found);
        part
    }
}

impl Default for Bodies {
    fn default() -> Self {
        Self::new()
    }
}

impl Part {
    fn new(
        sources: &Sources,
        source: SourceId,
        ((before, level), is_last): ((NamesState, u8), bool),
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let text = &sources.get(source).text;
        let masked = mask(text, &[]);
        let shape = RefCell::new(Shape::default());
        let events = events_of_any(&masked);
        let events = events.inspect(|(event, range)| shape.borrow_mut().add(event, range));
        let (parts, names) = (EventParts::all(events), Names::from_here(before));
        warn_of_blanks_sign(text, (source, 0), diagnostics);
        let reader = Reader::new((&masked, parts), (source, 0), names, diagnostics);
        let ReadPart { blocks, targets, end } = reader.read_part(level, is_last);
        let (body, signed) = Body::built(text, &masked, shape.into_inner());
        let compared = if is_last { body.compared_text() } else { body.compared_part() };
        Self { blocks: Arc::new(blocks), targets, signed, compared, end }
    }
}

impl BuiltBody {
    /// That of these parts.
    fn of(
        parts: &[Arc<Part>],
        sources: Vec<(SourceId, usize)>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        // What is missing may be in the part that was not read.
        let targets: Option<Vec<_>> = parts.iter().map(|part| part.targets.as_ref()).collect();
        if let Some(targets) = targets {
            Targets::finish(&targets, diagnostics);
        }
        let signed: Vec<_> = parts.iter().map(|part| &part.signed).collect();
        let compared: Vec<_> = parts.iter().map(|part| part.compared.as_str()).collect();
        Self {
            blocks: Blocks::of(parts.iter().map(|part| Arc::clone(&part.blocks)).collect()),
            list: SignedLines::list(&signed),
            compared: compared.concat(),
            sources,
        }
    }
}

/// What may reach over a page break, or to a place before it: code, HTML that is not one line, and addresses that are defined in another place.
const MAY_REACH_ON: [&str; 9] =
    ["```", "~~~", "<pre", "<script", "<style", "<textarea", "<?", "<![", "]:"];

/// A text of more bytes than this is read as a whole: limits count in all of it.
const LONG: usize = 1024 * 1024;

/// How long the text before the first page break is, if it means the same by itself, and what is behind it as well. A text whose lines end otherwise
/// than those of templates is one part.
fn first_page(text: &str) -> Option<usize> {
    const BEFORE: &str = "\n\n";
    if text.len() > LONG {
        return None;
    }
    let at = text.find(&format!("{BEFORE}{PAGE_BREAK}\n"))? + BEFORE.len();
    let (first, rest) = text.split_at(at);
    let lower = first.to_ascii_lowercase();
    let is_closed = |line: &str| line.rfind("<!").is_none_or(|open| line[open..].contains("-->"));
    let is_alone = !MAY_REACH_ON.iter().any(|sign| lower.contains(sign))
        && lower.lines().all(is_closed)
        && !rest.contains("]:");
    is_alone.then_some(at)
}
