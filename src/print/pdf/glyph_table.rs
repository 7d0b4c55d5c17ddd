use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag};

use super::PdfError;
use super::metrics;
use crate::print::frame::{Face, is_typeable};

/// What is to be known of the glyphs of a font before any is embedded.
pub(super) struct GlyphTable {
    /// The font.
    pub(super) face: Face,
    /// The characters of all glyphs, in the order of the glyphs: fonts have thousands, and a string for each takes time.
    texts: String,
    /// Where the character of each glyph ends in `texts`.
    text_ends: Vec<usize>,
    /// By glyph: how far it moves the pen, in thousandths of the font's size.
    widths: Vec<Option<f32>>,
    /// Each character that can be typed into a form field, with its glyph, in order.
    typeable: Vec<(char, u16)>,
    /// How its glyphs are numbered in a file.
    pub(super) numbering: Numbering,
}

/// How the glyphs of a font are numbered in content streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbering {
    /// As in the whole font: a page is the same in every file, and can be painted before it is known which glyphs the file uses.
    /// `CIDToGIDMap` says where each is in the subset.
    OfFont,
    /// In the order in which the file uses them. A font with CFF outlines has no such map.
    AsUsed,
}

impl Numbering {
    fn of(face: &Face) -> Result<Self, PdfError> {
        let has_cff = read(face)?.table_data(Tag::new(b"CFF ")).is_some();
        Ok(if has_cff { Self::AsUsed } else { Self::OfFont })
    }
}

impl GlyphTable {
    /// Reads the character map of a font.
    pub(super) fn new(face: &Face) -> Result<Self, PdfError> {
        let mut chars: Vec<Option<char>> = Vec::new();
        let mut typeable = Vec::new();
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
                typeable.push((char, glyph));
            }
        }
        // Character maps are in order, but for those of broken fonts.
        typeable.sort_by_key(|(char, _)| *char);
        typeable.dedup_by_key(|(char, _)| *char);
        let mut texts = String::with_capacity(2 * chars.len());
        let mut end_with = |char: Option<char>| {
            texts.extend(char);
            texts.len()
        };
        let text_ends = chars.into_iter().map(&mut end_with).collect();
        let font = read(face)?;
        let advances = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let units = font.head().ok().map(|head| head.units_per_em());
        let count = u16::try_from(advances.glyph_count()).unwrap_or(u16::MAX);
        let width = |glyph: u16| {
            let (advance, units) = advances.advance_width(GlyphId::from(glyph)).zip(units)?;
            metrics::width(advance, units)
        };
        Ok(Self {
            face: face.clone(),
            texts,
            text_ends,
            widths: (0..count).map(width).collect(),
            typeable,
            numbering: Numbering::of(face)?,
        })
    }

    /// How far a glyph moves the pen, in thousandths of the font's size.
    pub(super) fn width(&self, glyph: u16) -> Result<f32, PdfError> {
        self.widths.get(usize::from(glyph)).copied().flatten().ok_or_else(|| PdfError::Font {
            name: self.face.name.clone(),
            reason: "it lacks the widths of its glyphs".to_owned(),
        })
    }

    /// What a glyph shows wherever it is used. A ligature, or a form that only shaping produces, has nothing of the kind.
    pub(super) fn text_of(&self, glyph: u16) -> Option<&str> {
        let glyph = usize::from(glyph);
        let end = *self.text_ends.get(glyph)?;
        let start = glyph.checked_sub(1).map_or(0, |before| self.text_ends[before]);
        Some(&self.texts[start..end]).filter(|text| !text.is_empty())
    }

    /// The glyphs of all characters that can be typed into a form field, in the order of these characters.
    pub(super) fn typeable(&self) -> impl Iterator<Item = u16> {
        self.typeable.iter().map(|(_, glyph)| *glyph)
    }

    /// The glyph of a character that can be typed into a form field.
    pub(super) fn glyph_of(&self, char: char) -> Option<u16> {
        let index = self.typeable.binary_search_by_key(&char, |(char, _)| *char).ok()?;
        Some(self.typeable[index].1)
    }
}

/// The characters that can be typed into a form field, with their glyphs, in the order of the font.
pub(super) fn typeable(face: &Face) -> Result<impl Iterator<Item = (char, u16)>, PdfError> {
    Ok(mappings(face)?.filter(|(char, _)| is_typeable(*char)))
}

/// Each character that a font has, with its glyph.
fn mappings(face: &Face) -> Result<impl Iterator<Item = (char, u16)>, PdfError> {
    let mappings = read(face)?.charmap().mappings();
    Ok(mappings.filter_map(|(code, glyph)| {
        Some((char::from_u32(code)?, u16::try_from(glyph.to_u32()).ok()?))
    }))
}

fn read(face: &Face) -> Result<FontRef<'_>, PdfError> {
    let file = FontRef::from_index((*face.data).as_ref(), face.index);
    file.map_err(|error| PdfError::Font { name: face.name.clone(), reason: error.to_string() })
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
