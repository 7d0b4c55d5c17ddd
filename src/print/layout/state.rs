use std::collections::BTreeMap;
use std::sync::Arc;

use parley::layout::Layout;
use parley::{FontContext, Language, LayoutContext};
use rustc_hash::FxHashMap;

use super::layout_box::{Indent, LaidOutBlock};
use super::logo::BesideLogo;
use super::missing::Missing;
use super::piece::{Piece, ShortText};
use super::shorten::is_right_to_left;
use crate::base::diagnostic::Diagnostic;
use crate::base::memo::Memo;
use crate::base::unit::Pt;
use crate::document::{Block, Document, FieldName, TextStyle};
use crate::print::fonts::{FontId, Fonts};
use crate::print::frame::{Field, Frame, TextRun};
use crate::print::look::TextKind;
use crate::print::simple_font::SimpleLanguage;
use crate::print::style::Style;

/// What is gathered while a document is laid out.
pub(super) struct LayoutState<'a> {
    pub(super) document: &'a Document,
    pub(super) style: &'a Style,
    pub(super) fonts: &'a Fonts,
    /// Whether the document runs from right to left. It is laid out as if it ran from left to right, and its pages are mirrored when they
    /// are done: what is at the left of a line here is at the right of it on paper.
    pub(super) is_mirrored: bool,
    /// The language of the document as the shaper knows it: fonts have other forms of some letters for some languages.
    pub(super) shaping_language: Option<Language>,
    /// The same as fonts know it, if simple text can be in it.
    pub(super) simple_language: Option<SimpleLanguage>,
    /// What other documents had in common with this one.
    pub(super) cache: &'a Cache,
    pub(super) font_context: FontContext,
    pub(super) layout_context: LayoutContext<Piece>,
    /// Blocks of this document that are laid out, but not yet in their place.
    pub(super) laid_out: FxHashMap<(&'a Block, Option<Indent>), Arc<LaidOutBlock>>,
    /// Short texts that have been shaped already.
    pub(super) shaped: FxHashMap<ShortText, Layout<Piece>>,
    /// The digits of page numbers, by their look.
    pub(super) digits: FxHashMap<DigitsKey, Arc<[TextRun]>>,
    /// The choices of the block that is being laid out, by their names.
    pub(super) choices: BTreeMap<FieldName, Arc<Field>>,
    /// The characters that cannot be printed.
    pub(super) missing: Missing,
    /// Whether a font shows a character.
    pub(super) covered: FxHashMap<char, bool>,
    /// Whether a glyph shows anything.
    pub(super) inked: FxHashMap<(FontId, u32), bool>,
    /// The logo in the text area of the first page.
    pub(super) logo: Option<BesideLogo>,
    /// What else cannot be printed as it is written.
    pub(super) warnings: Vec<Diagnostic>,
    /// Whether there was a warning about what was laid out last. Such a block is not kept, so that every document with it gets the
    /// warning.
    pub(super) is_replaced: bool,
}

/// What digits look like: the bits of their size, whether all of the text is semibold, whether emphasis is italic, and the kind of text.
pub(super) type DigitsKey = (TextStyle, u32, [bool; 2], TextKind);

/// What was laid out before and can be used again.
pub(super) struct Cache {
    /// The blocks of documents, but for those in other blocks.
    pub(super) blocks: Memo<Block, Arc<LaidOutBlock>>,
    /// Those among them that are the bylines of headings: each looks different from the same paragraph elsewhere, and begins where the
    /// words of its heading do.
    pub(super) bylines: Memo<(Block, Indent), Arc<LaidOutBlock>>,
    pub(super) one_liners: Memo<OneLinerKey, (Arc<Frame>, Pt)>,
}

/// What one line of a running header or footer, or beside a code, depends on: its text and its tail, what they look like, and the bits of its size, its
/// leading and the width that it may have.
pub(super) type OneLinerKey = ([String; 2], TextStyle, [u32; 3]);

impl Cache {
    pub(super) fn new() -> Self {
        // A few hundred pages, and all footers of any kit.
        Self {
            blocks: Memo::new(11 * 1024 * 1024),
            bylines: Memo::new(1024 * 1024),
            one_liners: Memo::new(4096),
        }
    }

    /// One that keeps little, for a document beside which little has room. It is still more than what is on any page.
    pub(super) fn small() -> Self {
        Self {
            blocks: Memo::new(1024 * 1024),
            bylines: Memo::new(128 * 1024),
            one_liners: Memo::new(4096),
        }
    }
}

impl<'a> LayoutState<'a> {
    pub(super) fn new(
        document: &'a Document,
        style: &'a Style,
        fonts: &'a Fonts,
        cache: &'a Cache,
    ) -> Self {
        Self {
            document,
            style,
            fonts,
            shaping_language: Language::parse(document.front.lang.as_str()).ok(),
            simple_language: SimpleLanguage::of(document.front.lang.as_str()),
            is_mirrored: document.front.lang.is_right_to_left(),
            cache,
            font_context: fonts.context(),
            layout_context: LayoutContext::new(),
            laid_out: FxHashMap::default(),
            shaped: FxHashMap::default(),
            digits: FxHashMap::default(),
            choices: BTreeMap::new(),
            missing: Missing::default(),
            covered: FxHashMap::default(),
            inked: FxHashMap::default(),
            logo: None,
            warnings: Vec::new(),
            is_replaced: false,
        }
    }

    /// Whether a text runs against the direction of the document, from right to left. Nothing runs against one that is mirrored.
    pub(super) fn runs_against(&self, text: &str) -> bool {
        !self.is_mirrored && is_right_to_left(text)
    }

    /// Adds a warning about what is being laid out.
    pub(super) fn warn(&mut self, warning: Diagnostic) {
        self.is_replaced = true;
        self.warnings.push(warning);
    }
}
