use std::collections::BTreeMap;
use std::sync::Arc;

use super::PdfError;
use super::glyph_table::{GlyphTable, Numbering};
use super::to_unicode::whole_ligature;

/// The glyphs of a font that a file uses.
#[derive(Clone)]
pub(super) struct Glyphs {
    table: Arc<GlyphTable>,
    seen: GlyphSet,
    /// Those whose text is known.
    told: GlyphSet,
    /// The numbers of all in the whole font, in the order of their first use.
    order: Vec<u16>,
    /// Their codes by these numbers, if they are not the same.
    codes: BTreeMap<u16, u16>,
    /// What glyphs showed when they were first used, unless they show the same wherever they are.
    texts: BTreeMap<u16, String>,
    /// Whether text that people type is set in the font.
    pub(super) is_for_forms: bool,
}

/// A glyph that a file uses.
#[derive(Clone, Copy)]
pub(super) struct UsedGlyph {
    /// Its code in content streams.
    pub(super) code: u16,
    /// How far it moves the pen, in thousandths of the font's size.
    pub(super) width: f32,
}

/// The text of a glyph that has none: a zero-width space. `ToUnicode` must map every glyph to something (ISO 14289-1, 7.21.7).
const NO_TEXT: &str = "\u{200B}";

impl Glyphs {
    /// None of a font so far.
    pub(super) fn of(table: Arc<GlyphTable>) -> Self {
        Self {
            table,
            seen: GlyphSet::default(),
            told: GlyphSet::default(),
            order: Vec::new(),
            codes: BTreeMap::new(),
            texts: BTreeMap::new(),
            is_for_forms: false,
        }
    }

    /// What is known of all glyphs of the font.
    pub(super) fn table(&self) -> &Arc<GlyphTable> {
        &self.table
    }

    /// Notes that a glyph is used for a text, which is empty if an earlier glyph tells it.
    pub(super) fn see<'t>(
        &mut self,
        glyph: u16,
        text: impl FnOnce() -> &'t str,
    ) -> Result<(), PdfError> {
        if self.told.has(glyph) {
            return Ok(());
        }
        if !self.seen.has(glyph) {
            self.table.width(glyph)?;
            self.seen.add(glyph);
            self.order.push(glyph);
            if self.table.numbering == Numbering::AsUsed {
                // A font has no more glyphs than there are numbers.
                let code = u16::try_from(self.order.len()).unwrap_or(u16::MAX);
                self.codes.insert(glyph, code);
            }
        }
        if self.table.text_of(glyph).is_some() {
            self.told.add(glyph);
            return Ok(());
        }
        // The first use that tells a text decides it.
        let text = text();
        if !text.is_empty() {
            self.told.add(glyph);
            self.texts.insert(glyph, whole_ligature(text).to_owned());
        }
        Ok(())
    }

    /// A glyph, if it is used.
    pub(super) fn get(&self, glyph: u16) -> Option<UsedGlyph> {
        if !self.seen.has(glyph) {
            return None;
        }
        let code = match self.table.numbering {
            Numbering::OfFont => glyph,
            Numbering::AsUsed => *self.codes.get(&glyph)?,
        };
        Some(UsedGlyph { code, width: self.table.width(glyph).ok()? })
    }

    /// The text that `ToUnicode` maps a glyph to that is used.
    pub(super) fn text(&self, glyph: u16) -> &str {
        let of_use = || self.texts.get(&glyph).map_or(NO_TEXT, String::as_str);
        self.table.text_of(glyph).unwrap_or_else(of_use)
    }

    /// The numbers of all in the whole font, in the order in which a subset has them.
    pub(super) fn in_order(&self) -> Vec<u16> {
        let mut order = self.order.clone();
        if self.table.numbering == Numbering::OfFont {
            order.sort_unstable();
        }
        order
    }

    /// Whether their codes do not depend on the order in which they are used.
    pub(super) fn is_in_order_of_font(&self) -> bool {
        self.table.numbering == Numbering::OfFont
    }

    /// Adds those that other pages of the file use. Returns whether it is certain what all of them show, in whatever order they are used.
    pub(super) fn add(&mut self, other: &Self) -> bool {
        let is_told = |glyph: &u16| {
            !(self.seen.has(*glyph) && other.seen.has(*glyph))
                || self.texts.get(glyph) == other.texts.get(glyph)
        };
        if !self.is_in_order_of_font() || !self.texts.keys().chain(other.texts.keys()).all(is_told)
        {
            return false;
        }
        let new = other.order.iter().filter(|glyph| !self.seen.has(**glyph));
        self.order.extend(new.copied());
        self.seen.add_all(&other.seen);
        self.told.add_all(&other.told);
        self.texts.extend(other.texts.iter().map(|(glyph, text)| (*glyph, text.clone())));
        self.is_for_forms |= other.is_for_forms;
        true
    }

    /// Whether it is certain that a file embeds the same of the font for both, in whatever order they are used.
    pub(super) fn embeds_same(&self, other: &Self) -> bool {
        self.is_in_order_of_font()
            && Arc::ptr_eq(&self.table, &other.table)
            && self.seen.is(&other.seen)
            && self.texts == other.texts
            && self.is_for_forms == other.is_for_forms
    }

    /// What glyphs showed when they were first used, unless they show the same wherever they are.
    pub(super) fn told_by_use(&self) -> &BTreeMap<u16, String> {
        &self.texts
    }
}

/// Some of the glyphs of a font: a bit for each.
#[derive(Clone, Default)]
struct GlyphSet(Vec<u64>);

impl GlyphSet {
    fn add(&mut self, glyph: u16) {
        let (index, bit) = (usize::from(glyph / 64), glyph % 64);
        if self.0.len() <= index {
            self.0.resize(index + 1, 0);
        }
        self.0[index] |= 1 << bit;
    }

    fn add_all(&mut self, Self(other): &Self) {
        if self.0.len() < other.len() {
            self.0.resize(other.len(), 0);
        }
        for (bits, more) in self.0.iter_mut().zip(other) {
            *bits |= more;
        }
    }

    fn is(&self, other: &Self) -> bool {
        let bits = |set: &Self, index: usize| set.0.get(index).copied().unwrap_or(0);
        let length = self.0.len().max(other.0.len());
        (0..length).all(|index| bits(self, index) == bits(other, index))
    }

    fn has(&self, glyph: u16) -> bool {
        self.0.get(usize::from(glyph / 64)).is_some_and(|bits| bits >> (glyph % 64) & 1 == 1)
    }
}
