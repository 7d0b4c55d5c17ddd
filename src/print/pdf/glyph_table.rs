use std::collections::BTreeMap;

use skrifa::{FontRef, MetadataProvider};

use super::PdfError;
use crate::print::frame::{Face, is_typeable};

/// The characters that the glyphs of a font show.
pub(super) struct GlyphTable {
    /// The font.
    pub(super) face: Face,
    /// By glyph: the character that it shows wherever it is used.
    chars: Vec<Option<char>>,
    /// Each character that can be typed into a form field, with its glyph.
    pub(super) typeable: BTreeMap<char, u16>,
}

impl GlyphTable {
    /// Reads the character map of a font.
    pub(super) fn new(face: &Face) -> Result<Self, PdfError> {
        let mut chars: Vec<Option<char>> = Vec::new();
        let mut typeable = BTreeMap::new();
        for (char, glyph) in mappings(face)? {
            // Several characters can share a glyph. It counts as the first of them.
            if !is_presentation_form(char) {
                let index = usize::from(glyph);
                if chars.len() <= index {
                    chars.resize(index + 1, None);
                }
                let known = chars[index].unwrap_or(char);
                let first = if order(known) <= order(char) { known } else { char };
                chars[index] = Some(first);
            }
            if is_typeable(char) {
                typeable.insert(char, glyph);
            }
        }
        Ok(Self { face: face.clone(), chars, typeable })
    }

    /// The character that a glyph shows wherever it is used. A ligature, or a form that only shaping produces, has none.
    pub(super) fn char_of(&self, glyph: u16) -> Option<char> {
        self.chars.get(usize::from(glyph)).copied().flatten()
    }
}

/// The characters that can be typed into a form field, with their glyphs, in the order of the font.
pub(super) fn typeable(face: &Face) -> Result<impl Iterator<Item = (char, u16)>, PdfError> {
    Ok(mappings(face)?.filter(|(char, _)| is_typeable(*char)))
}

/// Each character that a font has, with its glyph.
fn mappings(face: &Face) -> Result<impl Iterator<Item = (char, u16)>, PdfError> {
    let file = FontRef::from_index((*face.data).as_ref(), face.index);
    let file = file
        .map_err(|error| PdfError::Font { name: face.name.clone(), reason: error.to_string() })?;
    let mappings = file.charmap().mappings();
    Ok(mappings.filter_map(|(code, glyph)| {
        Some((char::from_u32(code)?, u16::try_from(glyph.to_u32()).ok()?))
    }))
}

/// The order in which characters that share a glyph are preferred. The micro sign comes after the letter mu.
fn order(char: char) -> (bool, char) {
    (char == '\u{B5}', char)
}

/// Whether a character is a form of others, such as a ligature, or has no meaning of its own (private use). The text around a glyph
/// tells better what it shows.
fn is_presentation_form(char: char) -> bool {
    matches!(
        char,
        '\u{E000}'..='\u{F8FF}' | '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{F0000}'..)
}
