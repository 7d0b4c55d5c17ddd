use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use printpdf::ParsedFont;
use subsetter::GlyphRemapper;

use super::PdfError;
use super::deflate::{Effort, deflate};
use super::glyph_table::Numbering;
use super::metrics::Metrics;
use super::objects::{Array, Data, Id, Packed, array};
use super::to_unicode;
use super::unneeded::blank_unneeded;
use super::used_glyphs::{Glyphs, UsedGlyph};
use super::write::Objects;
use crate::print::frame::Face;

/// A font with only some of its glyphs, prepared for any number of files to embed.
pub(super) struct SubsetFont {
    /// The whole font. While this is kept, no other font can be loaded at the same address, and the cache of subsets
    /// compares addresses.
    _whole: Face,
    /// `ABCDEF+KitSans-Regular`.
    name: String,
    metrics: Metrics,
    program: Program,
    /// Where each glyph of the whole font is in the subset (`CIDToGIDMap`; ISO 32000-1, 9.7.4.3), if pages name glyphs by their numbers in the
    /// whole font.
    to_subset: Option<LatePacked>,
    /// All glyphs of the subset.
    page_lists: GlyphLists,
    /// The glyphs that can be typed, where form fields use the font.
    form_lists: Option<GlyphLists>,
}

/// The font program: the file that holds the outlines.
struct Program {
    outlines: Outlines,
    file: LatePacked,
}

/// Bytes that are compressed when they are first asked for.
struct LatePacked {
    plain: Vec<u8>,
    packed: OnceLock<Arc<Packed>>,
}

#[derive(Clone, Copy)]
enum Outlines {
    TrueType {
        /// The length of the program in bytes before compression.
        length: usize,
    },
    /// A bare CFF table whose glyphs are addressed by CID.
    Cff,
}

/// The parts of a font's dictionaries that list its glyphs one by one.
struct GlyphLists {
    /// The `W` array (ISO 32000-1, 9.7.4.3), as bytes.
    widths: Vec<u8>,
    /// The `ToUnicode` map.
    to_unicode: LatePacked,
}

/// How far the text of form fields reaches above and below its line, in thousandths of the size. Viewers set lines that far
/// apart. The font's own values leave room for letters with two accents; with these, the smallest note space of the built-in
/// documents holds 2,500 characters at 6 pt.
const FORM_ASCENT: i32 = 850;
const FORM_DESCENT: i32 = -250;

/// Some of the glyphs of a font, before they are compressed.
struct Extract<'f> {
    face: &'f Face,
    /// A font file with these glyphs.
    file: Vec<u8>,
    font: ParsedFont,
}

/// Checks that glyphs of a font can be embedded.
pub(super) fn check(face: &Face, glyphs: &[u16]) -> Result<(), PdfError> {
    Extract::new(face, &mut GlyphRemapper::new(), glyphs)?.program().map(drop)
}

impl<'f> Extract<'f> {
    /// The glyphs get numbers in their order, from 1.
    fn new(face: &'f Face, remapper: &mut GlyphRemapper, glyphs: &[u16]) -> Result<Self, PdfError> {
        for glyph in glyphs {
            remapper.remap(*glyph);
        }
        let file = subsetter::subset((*face.data).as_ref(), face.index, remapper)
            .map_err(|error| fault(face, error.to_string()))?;
        // It warns that the subset has no character map, which no PDF needs.
        let font = ParsedFont::from_bytes(&file, 0, &mut Vec::new())
            .ok_or_else(|| fault(face, "its subset cannot be read"))?;
        Ok(Self { face, file, font })
    }

    /// The kind of its outlines, and the program as it is embedded.
    fn program(self) -> Result<(Outlines, Vec<u8>), PdfError> {
        let mut file = self.file;
        if file.starts_with(b"OTTO") {
            // Viewers agree on the meaning of codes only if the table is embedded without the rest of its file.
            let table = printpdf::extract_cid_keyed_cff(&file, 0);
            let table = table.ok_or_else(|| fault(self.face, "its outlines cannot be embedded"))?;
            return Ok((Outlines::Cff, table));
        }
        blank_unneeded(&mut file);
        Ok((Outlines::TrueType { length: file.len() }, file))
    }
}

fn fault(face: &Face, reason: impl Into<String>) -> PdfError {
    PdfError::Font { name: face.name.clone(), reason: reason.into() }
}

impl SubsetFont {
    /// Makes a subset of `glyphs`. Without the numbers of the font, they get those of their order.
    pub(super) fn new(glyphs: &Glyphs) -> Result<Self, PdfError> {
        let table = glyphs.table();
        let face = &table.face;
        let numbers: Vec<u16> = glyphs.in_order();
        let mut remapper = GlyphRemapper::new();
        let extract = Extract::new(face, &mut remapper, &numbers)?;
        let list = |glyph: u16| Some((glyphs.get(glyph)?, glyphs.text(glyph)));
        let shown = numbers.iter().filter_map(|glyph| list(*glyph));
        let to_subset = match table.numbering {
            Numbering::OfFont => {
                let most = numbers.iter().copied().max().unwrap_or(0);
                let places = (0..=most).map(|glyph| remapper.get(glyph).unwrap_or(0));
                Some(LatePacked::new(places.flat_map(u16::to_be_bytes).collect()))
            }
            Numbering::AsUsed => None,
        };
        let typeable = || table.typeable().filter_map(list);
        Ok(Self {
            _whole: face.clone(),
            name: format!("{}+{}", tag(&numbers), face.name),
            metrics: Metrics::new(&extract.font),
            program: Program::new(extract)?,
            to_subset,
            page_lists: GlyphLists::new(shown),
            form_lists: glyphs.is_for_forms.then(|| GlyphLists::new(typeable())),
        })
    }

    /// About how much memory it takes, in bytes.
    pub(super) fn weight(&self) -> usize {
        let lists = [Some(&self.page_lists), self.form_lists.as_ref()];
        let lists = lists.into_iter().flatten();
        let lists: usize = lists.map(|it| it.widths.len() + it.to_unicode.plain.len()).sum();
        let map = self.to_subset.as_ref().map_or(0, |map| map.plain.len());
        self.program.file.plain.len() + lists + map
    }

    /// Compresses what files embed of it. Pages can be painted meanwhile.
    pub(super) fn compress(&self) -> Result<(), PdfError> {
        self.program.file.packed()?;
        let lists = [Some(&self.page_lists), self.form_lists.as_ref()].into_iter().flatten();
        let mut maps = lists.map(|lists| &lists.to_unicode).chain(&self.to_subset);
        maps.try_for_each(|map| map.packed().map(drop))
    }

    /// Writes the font into a file, and then the font of its form fields if it has one: the same program, with other metrics.
    pub(super) fn write(&self, objects: &mut Objects<'_>) -> Result<(Id, Option<Id>), PdfError> {
        let program = self.program.write(objects)?;
        let map = match &self.to_subset {
            Some(map) => Some(objects.add_stream(Data::Packed(map.packed()?), |_| {})),
            None => None,
        };
        let program = (program, map);
        let font = self.write_font(self.metrics, &self.page_lists, program, objects)?;
        let form_font = self.form_lists.as_ref().map(|lists| {
            let metrics = self.metrics.with_lines(FORM_ASCENT, FORM_DESCENT);
            self.write_font(metrics, lists, program, objects)
        });
        Ok((font, form_font.transpose()?))
    }

    /// Writes a composite font whose codes are numbers of glyphs (ISO 32000-1, 9.7).
    fn write_font(
        &self,
        metrics: Metrics,
        lists: &GlyphLists,
        (program, map): (Id, Option<Id>),
        objects: &mut Objects<'_>,
    ) -> Result<Id, PdfError> {
        let outlines = self.program.outlines;
        let descriptor = objects.add_dict(|dict| {
            dict.name("Type", "FontDescriptor").name("FontName", &self.name);
            metrics.write(dict);
            dict.refer(outlines.program_key(), program);
        });
        let to_unicode = Data::Packed(lists.to_unicode.packed()?);
        let to_unicode = objects.add_stream(to_unicode, |_| {});
        Ok(objects.add_dict(|dict| {
            dict.name("Type", "Font").name("Subtype", "Type0").name("BaseFont", &self.name);
            dict.name("Encoding", "Identity-H").refer("ToUnicode", to_unicode);
            dict.array("DescendantFonts", |array| {
                array.dict(|dict| {
                    dict.name("Type", "Font").name("BaseFont", &self.name);
                    match map {
                        Some(map) => {
                            dict.name("Subtype", "CIDFontType2").refer("CIDToGIDMap", map);
                        }
                        None => {
                            dict.name("Subtype", "CIDFontType0");
                        }
                    }
                    dict.dict("CIDSystemInfo", |dict| {
                        dict.text("Registry", "Adobe").text("Ordering", "Identity");
                        dict.int("Supplement", 0);
                    });
                    dict.int("DW", 1000).raw("W", &lists.widths);
                    dict.refer("FontDescriptor", descriptor);
                });
            });
        }))
    }
}

impl Program {
    fn new(extract: Extract<'_>) -> Result<Self, PdfError> {
        let (outlines, file) = extract.program()?;
        Ok(Self { outlines, file: LatePacked::new(file) })
    }

    fn write(&self, objects: &mut Objects<'_>) -> Result<Id, PdfError> {
        let file = Data::Packed(self.file.packed()?);
        Ok(objects.add_stream(file, |dict| match self.outlines {
            Outlines::TrueType { length } => {
                dict.int("Length1", length);
            }
            Outlines::Cff => {
                dict.name("Subtype", "CIDFontType0C");
            }
        }))
    }
}

impl LatePacked {
    fn new(plain: Vec<u8>) -> Self {
        Self { plain, packed: OnceLock::new() }
    }

    fn packed(&self) -> Result<Arc<Packed>, PdfError> {
        if let Some(packed) = self.packed.get() {
            return Ok(Arc::clone(packed));
        }
        let packed = Arc::new(Packed::new(deflate(&self.plain, Effort::Good)?));
        Ok(Arc::clone(self.packed.get_or_init(|| packed)))
    }
}

impl Outlines {
    fn program_key(self) -> &'static str {
        match self {
            Self::TrueType { .. } => "FontFile2",
            Self::Cff => "FontFile3",
        }
    }
}

impl GlyphLists {
    /// Lists glyphs with the texts that `ToUnicode` maps them to.
    fn new<'g>(glyphs: impl Iterator<Item = (UsedGlyph, &'g str)>) -> Self {
        let by_code: BTreeMap<u16, (UsedGlyph, &str)> =
            glyphs.map(|(glyph, text)| (glyph.code, (glyph, text))).collect();
        let mut widths = Vec::new();
        let glyphs: Vec<UsedGlyph> = by_code.values().map(|(glyph, _)| *glyph).collect();
        array(&mut widths, |list| write_widths(&glyphs, list));
        let texts = by_code.values().map(|(glyph, text)| (glyph.code, *text));
        let to_unicode = LatePacked::new(to_unicode::map(texts).into_bytes());
        Self { widths, to_unicode }
    }
}

/// Codes that follow each other share one list of widths.
fn write_widths(glyphs: &[UsedGlyph], list: &mut Array<'_>) {
    for run in glyphs.chunk_by(|a, b| a.code + 1 == b.code) {
        list.int(run[0].code);
        list.array(|list| run.iter().for_each(|glyph| list.real(glyph.width)));
    }
}

/// Six letters that distinguish one subset of a font from another (ISO 32000-1, 9.6.4), made from the glyphs themselves.
fn tag(glyphs: &[u16]) -> String {
    // FNV-1a, which is the same on every machine and in every version of Rust.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash.to_be_bytes().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
