use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use skrifa::attribute::Style;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::raw::types::Tag;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::class::{Class, class};
use super::font_table::font_table;
use super::outlines::Outlines;
use crate::print::frame::Face;

/// The faces of a family that text can be set in.
#[derive(Clone)]
pub struct FontFamily {
    faces: Vec<FontFace>,
}

/// One face: a font file, or a part of one, that may be embedded.
#[derive(Clone)]
pub struct FontFace {
    /// The face, without its names.
    pub(super) face: Face,
    weight: f32,
    is_italic: bool,
    /// Whether its license lets people type in it.
    pub(super) is_editable: bool,
    /// Every character that it has, in order.
    pub(super) has: Arc<Vec<u32>>,
}

/// A kind of face that pages need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FaceKind {
    /// Whether it is semibold or bold.
    pub(super) is_strong: bool,
    /// Whether it is italic.
    pub(super) is_italic: bool,
}

/// Why a font cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FontFault {
    /// What is wrong, about “the font”.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// The largest font file that is read, in bytes: one with all characters of Chinese is smaller.
pub const MAX_FONT_BYTES: usize = 32 * 1024 * 1024;

/// Weights of faces that are strong (OpenType, “OS/2”, `usWeightClass`): from semibold to extra bold.
const STRONG: std::ops::RangeInclusive<f32> = 550.0..=850.0;
const SEMIBOLD: f32 = 600.0;
const REGULAR: f32 = 400.0;

const STATIC: &str = "use a font file for each weight: a “static” TTF or OTF";

impl FontFace {
    /// The characters of ASCII that it has, but for the space.
    pub(super) fn printable_ascii(&self) -> String {
        ('!'..='~').filter(|char| self.has.binary_search(&u32::from(*char)).is_ok()).collect()
    }

    /// Reads a font file, or one face of a collection.
    pub fn read(data: Vec<u8>, index: u32) -> Result<Self, FontFault> {
        let fault = |message: &str, help| Err(FontFault { message: message.to_owned(), help });
        if data.len() > MAX_FONT_BYTES {
            let limit = MAX_FONT_BYTES / 1024 / 1024;
            return fault(
                &format!("the font is larger than the limit of {limit} MiB"),
                "use another font",
            );
        }
        if data.starts_with(b"wOFF") || data.starts_with(b"wOF2") {
            return fault("the font is compressed for web pages", "use its TTF or OTF file");
        }
        let no_font = || FontFault {
            message: "the file is not a font".to_owned(),
            help: "use a TTF or OTF file",
        };
        let (name, data) = alone(data, index).and_then(without_names).ok_or_else(no_font)?;
        let font = FontRef::from_index(&data, 0).map_err(|_| no_font())?;
        // Programs look tables up by halves, and would miss some.
        let tables = font.table_directory.table_records();
        if !tables.is_sorted_by(|one, other| one.tag() < other.tag()) {
            return fault(
                "the font is damaged: its tables are out of order",
                "use a complete TTF or OTF file",
            );
        }
        if !has_widths(&font) {
            return fault(
                "the font is damaged: its letters have no usable widths",
                "use a complete TTF or OTF file",
            );
        }
        if font.table_data(Tag::new(b"fvar")).is_some() {
            return fault("the font is variable, and only static fonts can be embedded", STATIC);
        }
        if font.glyf().is_err() && font.cff().is_err() {
            return fault(
                "the font has no outlines that can be embedded",
                "use a TTF or OTF file with outlines",
            );
        }
        check_license(&font)?;
        let attributes = font.attributes();
        Ok(Self {
            weight: attributes.weight.value(),
            is_italic: attributes.style != Style::Normal,
            is_editable: is_editable(&font),
            has: Arc::new(charset(&data, 0)),
            face: Face { name, data: Arc::new(data), index: 0 },
        })
    }

    /// The face, as pages name it.
    #[must_use]
    pub fn face(&self) -> &Face {
        &self.face
    }

    /// Its weight (OpenType, “OS/2”, `usWeightClass`), and whether it is italic or oblique.
    #[must_use]
    pub fn look(&self) -> (f32, bool) {
        (self.weight, self.is_italic)
    }

    /// The first of some characters, which are in order, that it has without showing anything for it.
    pub(super) fn blank_character(&self, wanted: &[u32]) -> Option<char> {
        let data = (*self.face.data).as_ref();
        let Ok(font) = FontRef::from_index(data, self.face.index) else { return None };
        let (map, outlines) = (font.charmap(), Outlines::of(&font));
        let mut has = wanted.iter().filter(|code| self.has.binary_search(code).is_ok());
        has.find_map(|code| {
            let (char, glyph) = (char::from_u32(*code)?, map.map(*code)?);
            let is_missing = glyph.to_u32() == 0;
            (!is_missing && !outlines.has_ink(glyph) && class(char) == Class::Ink).then_some(char)
        })
    }
}

/// The name of a font, and the font with an empty table of names: nothing else needs them, and programs that copy the table trust its
/// numbers. Zeros are a table without names (OpenType, “name”).
fn without_names(mut data: Vec<u8>) -> Option<(String, Vec<u8>)> {
    let font = FontRef::from_index(&data, 0).ok()?;
    let name = name(&font);
    if let Some(names) = font_table(&font, *b"name").and_then(|it| data.get_mut(it)) {
        names.fill(0);
    }
    Some((name, data))
}

/// Every character that a font has, in order.
pub(super) fn charset(data: &[u8], index: u32) -> Vec<u32> {
    let Ok(font) = FontRef::from_index(data, index) else { return Vec::new() };
    let mut codes: Vec<u32> = font.charmap().mappings().map(|(code, _)| code).collect();
    codes.sort_unstable();
    codes
}

/// Whether the letters and digits that a font has move the pen on, and not farther than any letter is wide.
fn has_widths(font: &FontRef<'_>) -> bool {
    const WIDEST: f32 = 4.0;
    let (map, metrics) =
        (font.charmap(), font.glyph_metrics(Size::new(1.0), LocationRef::default()));
    let letters = ('A'..='Z').chain('a'..='z').chain('0'..='9');
    letters.filter_map(|char| map.map(char)).all(|glyph| {
        metrics.advance_width(glyph).is_some_and(|width| width > 0.0 && width < WIDEST)
    })
}

/// Whether a font's maker lets it be embedded, and only in part (OpenType, “OS/2”, `fsType`).
fn check_license(font: &FontRef<'_>) -> Result<(), FontFault> {
    const RESTRICTED: u16 = 0x0002;
    const OTHER_RIGHTS: u16 = 0x000C;
    const NO_SUBSETS: u16 = 0x0100;
    const BITMAPS_ONLY: u16 = 0x0200;
    let Ok(os2) = font.os2() else { return Ok(()) };
    let rights = os2.fs_type();
    // Of several rights, the most generous one counts.
    let is_restricted = rights & RESTRICTED != 0 && rights & OTHER_RIGHTS == 0;
    if is_restricted || rights & (NO_SUBSETS | BITMAPS_ONLY) != 0 {
        return Err(FontFault {
            message: "the license of the font does not allow it to be embedded in a PDF".to_owned(),
            help: "ask its maker for a version that may be embedded, or use another font",
        });
    }
    Ok(())
}

/// Whether a font's maker lets it be embedded in documents that are edited (OpenType, “OS/2”, `fsType`).
fn is_editable(font: &FontRef<'_>) -> bool {
    const RESTRICTED_OR_PREVIEW: u16 = 0x0006;
    const EDITABLE: u16 = 0x0008;
    font.os2().map_or(true, |os2| {
        let rights = os2.fs_type();
        rights & EDITABLE != 0 || rights & RESTRICTED_OR_PREVIEW == 0
    })
}

/// The PostScript name of a font, or something like it. A name in a PDF has no spaces.
fn name(font: &FontRef<'_>) -> String {
    let names = [StringId::POSTSCRIPT_NAME, StringId::FULL_NAME, StringId::FAMILY_NAME];
    let mut names =
        names.into_iter().filter_map(|id| font.localized_strings(id).english_or_first());
    let name = names.next().map_or_else(String::new, |name| name.to_string());
    let is_kept = |char: &char| char.is_ascii_alphanumeric() || *char == '-';
    let name: String = name.chars().filter(is_kept).take(MAX_NAME).collect();
    if name.is_empty() { "Brand".to_owned() } else { name }
}

/// The longest name, in letters (ISO 32000-1, annex C).
const MAX_NAME: usize = 100;

impl FontFamily {
    /// The kinds of faces that running text needs.
    const KINDS: [FaceKind; 4] = [
        FaceKind { is_strong: false, is_italic: false },
        FaceKind { is_strong: true, is_italic: false },
        FaceKind { is_strong: false, is_italic: true },
        FaceKind { is_strong: true, is_italic: true },
    ];

    /// What `lacks` calls italic faces.
    pub const ITALIC: &str = "italic";

    /// A family of faces; `None` without any.
    #[must_use]
    pub fn new(faces: Vec<FontFace>) -> Option<Self> {
        (!faces.is_empty()).then_some(Self { faces })
    }

    /// The faces that text of each kind is set in, as far as the family has them. Regular text has one in any case: its most regular.
    pub(super) fn chosen(&self) -> Vec<(FaceKind, &FontFace)> {
        let of = |kind: FaceKind| self.best(kind).map(|face| (kind, face));
        Self::KINDS.into_iter().filter_map(of).collect()
    }

    /// What the family lacks of the faces that running text needs, in words; nothing if it has all.
    #[must_use]
    pub fn lacks(&self) -> Vec<&'static str> {
        let [_, strong, italic, _] = Self::KINDS;
        let all = [(strong, "semibold or bold"), (italic, Self::ITALIC)];
        all.into_iter()
            .filter(|(kind, _)| self.best(*kind).is_none())
            .map(|(_, name)| name)
            .collect()
    }

    fn best(&self, kind: FaceKind) -> Option<&FontFace> {
        best(&self.faces, FontFace::look, kind)
    }

    /// Those of some faces that upright text is set in, and those that only italic text is, by the weight of each and whether it is italic, in
    /// the order in which they are given. A family may have many more, and each takes time to read.
    pub fn needed<T: Copy>(faces: &[T], look: impl Fn(T) -> (f32, bool)) -> (Vec<T>, Vec<T>) {
        let places: Vec<usize> = (0..faces.len()).collect();
        let look = |place: &usize| look(faces[*place]);
        let of = |kinds: &[FaceKind]| -> BTreeSet<usize> {
            kinds.iter().filter_map(|kind| best(&places, look, *kind)).copied().collect()
        };
        let (upright, italic) = Self::KINDS.split_at(2);
        let (upright, italic) = (of(upright), of(italic));
        let only_italic = italic.difference(&upright).map(|place| faces[*place]).collect();
        (upright.into_iter().map(|place| faces[place]).collect(), only_italic)
    }

    /// Adds faces.
    pub fn extend(&mut self, faces: impl IntoIterator<Item = FontFace>) {
        self.faces.extend(faces);
    }
}

/// The face that text of a kind is set in, by the weight of each and whether it is italic.
fn best<T>(faces: &[T], look: impl Fn(&T) -> (f32, bool), kind: FaceKind) -> Option<&T> {
    let fits = |face: &&T| {
        let (weight, is_italic) = look(face);
        is_italic == kind.is_italic && STRONG.contains(&weight) == kind.is_strong
    };
    let wanted = if kind.is_strong { SEMIBOLD } else { REGULAR };
    let distance = |face: &&T| (look(face).0 - wanted).abs();
    let by_distance = |a: &&T, b: &&T| distance(a).total_cmp(&distance(b));
    let found = faces.iter().filter(fits).min_by(by_distance);
    let is_regular = kind == FontFamily::KINDS[0];
    found.or_else(|| faces.iter().min_by(by_distance).filter(|_| is_regular))
}

/// A font file with one face of those that it had. The shaper takes every face of a file for one family, so a collection is made
/// one of that face alone: its header lists where the tables of each face are listed (OpenType, "TTC Header").
pub(super) fn alone(mut data: Vec<u8>, index: u32) -> Option<Vec<u8>> {
    const VERSION_1_WITH_ONE_FACE: [u8; 8] = [0, 1, 0, 0, 0, 0, 0, 1];
    if !data.starts_with(b"ttcf") {
        return (index == 0).then_some(data);
    }
    let count = u32::from_be_bytes(*data.get(8..)?.first_chunk()?);
    let at = 12 + usize::try_from(index).ok()?.checked_mul(4)?;
    let place: [u8; 4] = *data.get(at..)?.first_chunk()?;
    data.get_mut(4..12)?.copy_from_slice(&VERSION_1_WITH_ONE_FACE);
    data.get_mut(12..16)?.copy_from_slice(&place);
    (index < count).then_some(data)
}

impl fmt::Debug for FontFamily {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.faces.iter().map(|it| &it.face.name)).finish()
    }
}
