use std::cell::RefCell;
use std::sync::Arc;

use super::blocks::Reader;
use super::body::{Body, Shape};
use super::markdown::{EventParts, events};
use super::model::Block;
use super::names::{Names, Naming};
use super::runs::{mask, warn_of_blanks_sign};
use crate::base::diagnostic::Diagnostics;
use crate::base::memo::Memo;
use crate::base::source::{SourceId, Sources};
use crate::base::threads;

/// The text of a document of a kit below its front matter, taken apart.
pub(super) struct BuiltBody {
    pub(super) blocks: Arc<Vec<Block>>,
    /// The list of its lines with blanks.
    pub(super) list: String,
    /// Its lines as they are compared.
    pub(super) compared: String,
}

/// What was taken apart before: the documents of many candidates have the same text below their front matter.
pub struct Bodies(Memo<BodyKey, Arc<BuiltBody>>);

/// All that decides what a body becomes.
#[derive(Clone, PartialEq, Eq, Hash)]
struct BodyKey {
    text: String,
    /// The number of its text among those of its document, which all places in it name.
    source: SourceId,
    naming: Naming,
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

    /// Takes apart a body, which is all of its source. One with which something is wrong is not kept, so that every document with it is
    /// told of it.
    pub(super) fn read(
        &self,
        sources: &Sources,
        source: SourceId,
        naming: Naming,
        diagnostics: &mut Diagnostics,
    ) -> Arc<BuiltBody> {
        // No document is read beside this one that could have the same.
        if !threads::are_busy() {
            return Arc::new(BuiltBody::new(sources, source, naming, diagnostics));
        }
        let text = sources.get(source).text.clone();
        let key = BodyKey { text, source, naming };
        if let Some(known) = self.0.get(&key) {
            return known;
        }
        let mut found = Diagnostics::new();
        let body = Arc::new(BuiltBody::new(sources, source, key.naming.clone(), &mut found));
        if found.is_empty() {
            self.0.insert(&key, Arc::clone(&body), key.text.len() * BLOCKS_PER_TEXT);
        }
        diagnostics.append(found);
        body
    }
}

impl Default for Bodies {
    fn default() -> Self {
        Self::new()
    }
}

impl BuiltBody {
    fn new(
        sources: &Sources,
        source: SourceId,
        naming: Naming,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let text = &sources.get(source).text;
        let masked = mask(text, &[]);
        let shape = RefCell::new(Shape::default());
        let events = events(&masked).inspect(|(event, range)| shape.borrow_mut().add(event, range));
        let (parts, names) = (EventParts::all(events), Names::new(naming));
        warn_of_blanks_sign(text, (source, 0), diagnostics);
        let blocks = Reader::new((&masked, parts), (source, 0), names, diagnostics).read();
        let (body, list) = Body::built(text, &masked, shape.into_inner());
        let compared = body.compared_text();
        Self { blocks: Arc::new(blocks), list, compared }
    }
}
