use std::collections::BTreeMap;

use printpdf::{FontId, ParsedFont, PdfFont};
use skrifa::{FontRef, MetadataProvider};
use subsetter::GlyphRemapper;

use super::PdfError;
use super::form::TYPEABLE;
use crate::pages::{Face, FaceId, Glyph, Mark, Pages};
use crate::unit::Pt;

/// The fonts of a file, each cut down to the glyphs that the file uses.
pub(super) struct Faces {
    embedded: BTreeMap<FaceId, Embedded>,
}

/// A font as it is embedded.
pub(super) struct Embedded {
    /// The name under which pages and form fields ask for it.
    pub(super) resource: String,
    /// The font, cut down.
    font: ParsedFont,
    remapper: GlyphRemapper,
    /// What each glyph of the uncut font says, wherever it stands.
    says: BTreeMap<u16, String>,
    /// Each character that can be typed into a form field, with its uncut glyph.
    typeable: BTreeMap<char, u16>,
}

impl Faces {
    /// Cuts down every font that the pages use.
    pub(super) fn new(pages: &Pages) -> Result<Self, PdfError> {
        let mut used: BTreeMap<FaceId, BTreeMap<u16, String>> = BTreeMap::new();
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            if let Mark::Text(text) = &item.mark {
                let glyphs = used.entry(text.face).or_default();
                for glyph in &text.glyphs {
                    let says = text.text.get(glyph.says.clone()).unwrap_or_default();
                    glyphs.entry(glyph.id).or_insert_with(|| says.to_owned());
                }
            }
        }
        if !pages.fields.is_empty() {
            used.entry(pages.form_face).or_default();
        }
        let mut embedded = BTreeMap::new();
        for (id, glyphs) in used {
            // `sound` has proved that every face exists.
            let face = &pages.faces[id.0];
            let is_typed = id == pages.form_face && !pages.fields.is_empty();
            let font = Embedded::new(face, id, glyphs, is_typed)
                .map_err(|reason| PdfError::Font { name: face.name.clone(), reason })?;
            embedded.insert(id, font);
        }
        Ok(Self { embedded })
    }

    pub(super) fn get(&self, id: FaceId) -> Result<&Embedded, PdfError> {
        let unknown = || PdfError::Unsound("a font is used that was not embedded".to_owned());
        self.embedded.get(&id).ok_or_else(unknown)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Embedded> {
        self.embedded.values()
    }
}

impl Embedded {
    fn new(
        face: &Face,
        id: FaceId,
        used: BTreeMap<u16, String>,
        is_typed: bool,
    ) -> Result<Self, String> {
        let data = (*face.data).as_ref();
        let file = FontRef::from_index(data, face.index).map_err(|error| error.to_string())?;
        let mut said: BTreeMap<u16, char> = BTreeMap::new();
        let mut typeable = BTreeMap::new();
        for (code, glyph) in file.charmap().mappings() {
            let (Some(char), Ok(glyph)) = (char::from_u32(code), u16::try_from(glyph.to_u32()))
            else {
                continue;
            };
            // A glyph that serves several characters says the first of them, a letter rather than its compatibility form.
            if !is_compatibility(char) {
                said.entry(glyph).and_modify(|known| *known = char.min(*known)).or_insert(char);
            }
            if is_typed && TYPEABLE.iter().any(|range| range.contains(&char)) {
                typeable.insert(char, glyph);
            }
        }
        let mut remapper = GlyphRemapper::new();
        let mut says = BTreeMap::new();
        let typed = typeable.values().map(|glyph| (*glyph, String::new()));
        for (glyph, context) in used.into_iter().chain(typed) {
            remapper.remap(glyph);
            let own = said.get(&glyph).map(char::to_string);
            says.entry(glyph).or_insert_with(|| own.unwrap_or_else(|| never_empty(context)));
        }
        let bytes = subsetter::subset(data, face.index, &remapper).map_err(|e| e.to_string())?;
        let mut warnings = Vec::new();
        let mut font = ParsedFont::from_bytes(&bytes, 0, &mut warnings)
            .ok_or("the cut-down font cannot be read")?;
        font.font_name = Some(format!("{}+{}", tag(&says), face.name));
        let resource = format!("F{}", id.0);
        Ok(Self { resource, font, remapper, says, typeable })
    }

    /// The font as printpdf takes it.
    pub(super) fn resource(&self) -> (FontId, PdfFont) {
        (FontId(self.resource.clone()), PdfFont::new(self.font.clone()))
    }

    /// The number of a glyph in the cut-down font.
    pub(super) fn code(&self, glyph: u16) -> u16 {
        self.remapper.get(glyph).unwrap_or_default()
    }

    /// What a glyph says, wherever it stands.
    pub(super) fn says(&self, glyph: u16) -> &str {
        self.says.get(&glyph).map_or("", String::as_str)
    }

    /// How far a glyph moves the pen, in thousandths of the font's size, as the file's own table has it.
    pub(super) fn width(&self, glyph: u16) -> f32 {
        let units = self.font.get_glyph_width(self.code(glyph)).unwrap_or_default();
        let em = f32::from(self.font.units_per_em.max(1));
        (f32::from(units) * 1000.0 / em).round()
    }

    /// The glyph for a character that is typed into a form field.
    pub(super) fn typed(&self, char: char) -> Option<Glyph> {
        let id = *self.typeable.get(&char)?;
        Some(Glyph { id, advance: Pt(self.width(id) / 1000.0), says: 0..0 })
    }

    /// All glyphs that can be typed, with what each says, in the order of their numbers in the cut-down font.
    pub(super) fn typed_glyphs(&self) -> Vec<(u16, String)> {
        let glyphs = self.typeable.values().map(|&glyph| (glyph, self.says(glyph).to_owned()));
        let by_code: BTreeMap<u16, (u16, String)> =
            glyphs.map(|(glyph, says)| (self.code(glyph), (glyph, says))).collect();
        by_code.into_values().collect()
    }
}

/// Whether a character is but another form of one that the same glyph shows as well.
fn is_compatibility(char: char) -> bool {
    matches!(
        char,
        '\u{B5}' | '\u{E000}'..='\u{F8FF}' | '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{F0000}'..)
}

/// `ToUnicode` must map every glyph to something (ISO 14289-1, 7.21.7); what says nothing of its own is mapped to a
/// zero-width space.
fn never_empty(text: String) -> String {
    if text.is_empty() { '\u{200B}'.to_string() } else { text }
}

/// Six letters that tell one subset of a font from another (ISO 32000-1, 9.6.4), made from the glyphs themselves.
fn tag(says: &BTreeMap<u16, String>) -> String {
    // FNV-1a, which is the same on every machine and in every version of Rust.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in says.keys().flat_map(|glyph| glyph.to_be_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let letter = |index: u32| {
        let place = (hash >> (index * 8)) % 26;
        char::from(b'A' + u8::try_from(place).unwrap_or_default())
    };
    (0..6).map(letter).collect()
}
