use super::PdfError;
use super::glyph_table::{GlyphTable, Numbering};
use super::to_unicode::whole_ligature;

/// The glyphs of a font that a file uses.
#[derive(Default)]
pub(super) struct Glyphs {
    /// By their numbers in the whole font.
    used: Vec<Option<UsedGlyph>>,
    /// The same numbers in the order of their first use.
    order: Vec<u16>,
    /// Whether text that people type is set in the font.
    pub(super) is_for_forms: bool,
}

/// A glyph that a file uses.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct UsedGlyph {
    /// Its code in content streams.
    pub(super) code: u16,
    /// How far it moves the pen, in thousandths of the font's size.
    pub(super) width: f32,
    text: GlyphText,
}

/// The text that `ToUnicode` maps a glyph to.
#[derive(Clone, Debug, PartialEq)]
enum GlyphText {
    /// What the glyph shows wherever it is used.
    OfFont(String),
    /// What it showed when it was first used.
    OfUse(String),
    /// Another glyph tells the text.
    Untold,
}

/// The text of a glyph that has none: a zero-width space. `ToUnicode` must map every glyph to something (ISO 14289-1, 7.21.7).
const NO_TEXT: &str = "\u{200B}";

impl UsedGlyph {
    /// The text that `ToUnicode` maps it to.
    pub(super) fn text(&self) -> &str {
        match &self.text {
            GlyphText::OfFont(text) | GlyphText::OfUse(text) => text,
            GlyphText::Untold => NO_TEXT,
        }
    }
}

impl Glyphs {
    /// Notes that a glyph is used for a text, which is empty if an earlier glyph tells it.
    pub(super) fn see(
        &mut self,
        glyph: u16,
        text: &str,
        table: &GlyphTable,
    ) -> Result<(), PdfError> {
        let known = self.used.get_mut(usize::from(glyph)).and_then(Option::as_mut);
        if let Some(known) = known {
            // The first use that tells a text decides it.
            if known.text == GlyphText::Untold && !text.is_empty() {
                known.text = GlyphText::OfUse(whole_ligature(text).to_owned());
            }
            return Ok(());
        }
        let of_use = || match text {
            "" => GlyphText::Untold,
            text => GlyphText::OfUse(whole_ligature(text).to_owned()),
        };
        let of_font = table.char_of(glyph).map(|char| GlyphText::OfFont(char.to_string()));
        self.order.push(glyph);
        let code = match table.numbering {
            Numbering::OfFont => glyph,
            // A font has no more glyphs than there are numbers.
            Numbering::AsUsed => u16::try_from(self.order.len()).unwrap_or(u16::MAX),
        };
        let index = usize::from(glyph);
        if self.used.len() <= index {
            self.used.resize_with(index + 1, || None);
        }
        let (width, text) = (table.width(glyph)?, of_font.unwrap_or_else(of_use));
        self.used[index] = Some(UsedGlyph { code, width, text });
        Ok(())
    }

    /// A glyph, if it is used.
    pub(super) fn get(&self, glyph: u16) -> Option<&UsedGlyph> {
        self.used.get(usize::from(glyph)).and_then(Option::as_ref)
    }

    /// The numbers of all in the whole font, in the order in which a subset has them.
    pub(super) fn in_order(&self, numbering: Numbering) -> Vec<u16> {
        let mut order = self.order.clone();
        if numbering == Numbering::OfFont {
            order.sort_unstable();
        }
        order
    }

    /// Those whose texts depend on how they are used.
    pub(super) fn told_by_use(&self) -> impl Iterator<Item = (u16, &str)> {
        let all = self.order.iter().filter_map(|glyph| Some((*glyph, self.get(*glyph)?)));
        all.filter(|(_, it)| !matches!(it.text, GlyphText::OfFont(_)))
            .map(|(glyph, it)| (glyph, it.text()))
    }
}
