//! In: a `Document`. Out: `Frames`: every word, line, box and field of it with its place on paper.
//!
//! Geometry only, and it cannot fail: whatever is in the document gets a place. This module must not know what a PDF is, nor what the
//! text is about.

mod block;
mod block_cache;
mod choices;
mod counts;
mod document;
mod draft;
mod glyphs;
mod header_footer;
mod identity_field;
mod inline;
mod isolate;
mod layout_box;
mod legend;
mod line;
mod line_part;
mod logo;
mod missing;
mod name_tag;
mod one_line;
mod page_marks;
mod page_numbers;
mod paginate;
mod piece;
mod replace;
mod sections;
mod shaped;
mod shaped_line;
mod shorten;
mod simple_line;
mod simple_lines;
mod simple_text;
mod state;
mod symbol;
mod text_layout;

pub(crate) use block::may_have_italics;
pub use document::Survey;
pub use missing::MISSING_CHARACTER;
pub use one_line::CUT_OFF;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::diagnostic::{Accepted, Diagnostic};
use crate::base::unit::Language;
use crate::document::Document;
use crate::print::frame::{Frame, Frames};
use crate::print::{Fonts, Style};
use state::{Cache, LayoutState};

/// Lays out any number of documents in one style, on any number of threads. What they have in common is laid out once. The layout of
/// a document does not depend on those before.
pub struct Typesetter {
    style: Style,
    fonts: Fonts,
    /// What documents of each language had in common: the same block looks different in another one.
    caches: Mutex<HashMap<Language, Arc<Cache>>>,
}

impl Typesetter {
    /// A typesetter that has laid out nothing yet.
    #[must_use]
    pub fn new(style: Style, fonts: Fonts) -> Self {
        Self { style, fonts, caches: Mutex::default() }
    }

    /// Lays out a document. The warnings name the characters that cannot be printed, by script and cause, and notes that no page can hold.
    #[must_use]
    pub fn set(&self, document: &Document) -> Accepted<Frames> {
        let cache = self.cache(&document.front.lang);
        LayoutState::new(document, &self.style, &self.fonts, &cache).lay_out()
    }

    /// Lays out a document for the first time, only to learn what must be known of it before its first page is complete: a page says how many
    /// there are.
    #[must_use]
    pub fn survey(&self, document: &Document) -> Survey {
        let cache = Cache::small();
        LayoutState::new(document, &self.style, &self.fonts, &cache).survey()
    }

    /// Lays out a document for the second time, and shows each page as soon as it is complete: for documents whose pages together need too
    /// much memory. Returns the warnings.
    pub fn stream(
        &self,
        document: &Document,
        survey: Survey,
        see: &mut dyn FnMut(Frame),
    ) -> Vec<Diagnostic> {
        let cache = Cache::small();
        LayoutState::new(document, &self.style, &self.fonts, &cache).stream(survey, see)
    }

    /// A document without its pages.
    #[must_use]
    pub fn without_pages(&self, document: &Document) -> Frames {
        let cache = self.cache(&document.front.lang);
        LayoutState::new(document, &self.style, &self.fonts, &cache).no_frames()
    }

    fn cache(&self, language: &Language) -> Arc<Cache> {
        let mut caches = self.caches.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(cache) = caches.get(language) {
            return Arc::clone(cache);
        }
        let cache = Arc::new(Cache::new());
        caches.insert(language.clone(), Arc::clone(&cache));
        cache
    }
}

/// Lays out one document. The warnings name the characters that cannot be printed, by script and cause, and notes that no page can hold.
#[must_use]
pub fn typeset(document: &Document, style: &Style, fonts: &Fonts) -> Accepted<Frames> {
    LayoutState::new(document, style, fonts, &Cache::new()).lay_out()
}
