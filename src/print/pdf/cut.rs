use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, StringFormat};
use printpdf::{
    Codepoint, FontId, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Pt as PdfPt, TextItem,
};
use subsetter::GlyphRemapper;

use super::faces::Chart;
use super::objects::{Data, Dict, Id, Objects, dict, literal, name};
use super::write::deflate;

/// A font, cut down to some of its glyphs, in the form in which any number of files can embed it.
pub(super) struct Cut {
    /// By glyph of the uncut font: its number in the cut-down one.
    codes: Vec<u16>,
    /// By glyph of the uncut font: how far it moves the pen, in thousandths of the font's size.
    widths: Vec<f32>,
    /// By glyph of the uncut font: what it says, wherever it stands.
    says: Vec<String>,
    /// Each character that can be typed, with its uncut glyph.
    typeable: BTreeMap<char, u16>,
    /// The entries of the font's dictionaries, but for those that lead to other objects (ISO 32000-1, 9.7).
    font: Vec<u8>,
    descendant: Dictionary,
    descriptor: Dictionary,
    /// The key under which the descriptor names the font's program.
    program_key: String,
    program_entries: Vec<u8>,
    program: Arc<[u8]>,
    to_unicode: Arc<[u8]>,
}

/// Where a font and its program were put in a file.
#[derive(Clone, Copy)]
pub(super) struct Put {
    pub(super) font: Id,
    program: Id,
}

/// How far what is typed reaches above and below its line, in thousandths of the size. The font's own figures leave room for letters
/// with two accents above each other; with these, the smallest space for notes of the built-in documents holds 2,500 characters
/// at 6 pt.
const TYPED_ASCENT: i64 = 850;
const TYPED_DESCENT: i64 = -250;

/// The name under which printpdf keeps the one font that it is given.
const FONT: &str = "F";

impl Cut {
    pub(super) fn new(
        chart: &Chart,
        glyphs: &[u16],
        contexts: &[(u16, String)],
        is_typed: bool,
    ) -> Result<Self, String> {
        let face = &chart.face;
        let data = (*face.data).as_ref();
        let mut remapper = GlyphRemapper::new();
        let most = glyphs.last().map_or(0, |glyph| usize::from(*glyph) + 1);
        let (mut codes, mut says) = (vec![0; most], vec![String::new(); most]);
        for glyph in glyphs {
            let place = usize::from(*glyph);
            codes[place] = remapper.remap(*glyph);
            let context = || contexts.iter().find(|(known, _)| known == glyph);
            says[place] = match chart.said(*glyph) {
                Some(char) => char.to_string(),
                None => never_empty(context().map_or(String::new(), |(_, says)| says.clone())),
            };
        }
        let bytes = subsetter::subset(data, face.index, &remapper).map_err(|e| e.to_string())?;
        let mut warnings = Vec::new();
        let mut font = ParsedFont::from_bytes(&bytes, 0, &mut warnings)
            .ok_or("the cut-down font cannot be read")?;
        font.font_name = Some(format!("{}+{}", tag(glyphs), face.name));
        let em = f32::from(font.units_per_em.max(1));
        let width = |code: &u16| {
            let units = font.get_glyph_width(*code).unwrap_or_default();
            (f32::from(units) * 1000.0 / em).round()
        };
        let widths = codes.iter().map(width).collect();
        let shown = glyphs.iter().map(|glyph| {
            let place = usize::from(*glyph);
            Codepoint::with_cid(codes[place], 0.0, says[place].clone())
        });
        let file = printed(font.clone(), shown.collect())?;
        let typeable = if is_typed { chart.typeable.clone() } else { BTreeMap::new() };
        Parts::of(&file)?.cut(codes, widths, says, typeable)
    }

    /// About how much memory it takes, in bytes.
    pub(super) fn weight(&self) -> usize {
        self.program.len() + self.to_unicode.len() + self.codes.len() * 32
    }

    pub(super) fn code(&self, glyph: u16) -> u16 {
        self.codes.get(usize::from(glyph)).copied().unwrap_or_default()
    }

    pub(super) fn says(&self, glyph: u16) -> &str {
        self.says.get(usize::from(glyph)).map_or("", String::as_str)
    }

    pub(super) fn width(&self, glyph: u16) -> f32 {
        self.widths.get(usize::from(glyph)).copied().unwrap_or_default()
    }

    /// All glyphs that can be typed, with what each says, in the order of their numbers in the cut-down font.
    fn typed_glyphs(&self) -> Vec<(u16, &str)> {
        let glyphs = self.typeable.values().map(|glyph| (self.code(*glyph), *glyph));
        let by_code: BTreeMap<u16, u16> = glyphs.collect();
        by_code.into_values().map(|glyph| (glyph, self.says(glyph))).collect()
    }

    /// Puts the font into a file.
    pub(super) fn put(&self, objects: &mut Objects) -> Put {
        let program = objects.add_stream(Data::Packed(Arc::clone(&self.program)), |dict| {
            dict.out.extend_from_slice(&self.program_entries);
        });
        let descriptor = self.put_descriptor(&self.descriptor, program, objects);
        let to_unicode = objects.add_stream(Data::Packed(Arc::clone(&self.to_unicode)), |_| {});
        let font = self.put_font(&entries(&self.descendant), descriptor, to_unicode, objects);
        Put { font, program }
    }

    /// Puts the font of what is typed into a file: the program of the pages' own font, with widths and a way back to characters
    /// for everything that can be typed. Viewers set lines as far apart as its ascent and descent are.
    pub(super) fn put_typed(&self, put: Put, objects: &mut Objects) -> Id {
        let glyphs = self.typed_glyphs();
        // Codes that follow each other share one list of widths.
        let mut widths: Vec<Object> = Vec::new();
        for run in glyphs.chunk_by(|a, b| self.code(b.0) == self.code(a.0) + 1) {
            let list = run.iter().map(|(glyph, _)| Object::Real(self.width(*glyph)));
            let first = run.first().map_or(0, |(glyph, _)| self.code(*glyph));
            widths.extend([Object::Integer(first.into()), list.collect::<Vec<_>>().into()]);
        }
        let list = objects.promise();
        objects.write(list, |out| object(out, &Object::Array(widths)));
        let mut descendant = self.descendant.clone();
        descendant.remove(b"W");
        let mut descendant = entries(&descendant);
        Dict { out: &mut descendant }.refer("W", list);
        let says = glyphs.iter().map(|(glyph, says)| (self.code(*glyph), *says));
        let map = super::unicode::map(says).into_bytes();
        let to_unicode = objects.add_stream(Data::Plain(map), |_| {});
        let mut descriptor = self.descriptor.clone();
        descriptor.set("Ascent", TYPED_ASCENT);
        descriptor.set("Descent", TYPED_DESCENT);
        let descriptor = self.put_descriptor(&descriptor, put.program, objects);
        self.put_font(&descendant, descriptor, to_unicode, objects)
    }

    fn put_descriptor(&self, entries_of: &Dictionary, program: Id, objects: &mut Objects) -> Id {
        objects.add_dict(|dict| {
            dict.out.extend_from_slice(&entries(entries_of));
            dict.refer(&self.program_key, program);
        })
    }

    fn put_font(
        &self,
        descendant: &[u8],
        descriptor: Id,
        to_unicode: Id,
        objects: &mut Objects,
    ) -> Id {
        objects.add_dict(|font| {
            font.out.extend_from_slice(&self.font);
            font.refer("ToUnicode", to_unicode);
            font.array("DescendantFonts", |array| {
                array.dict(|dict| {
                    dict.out.extend_from_slice(descendant);
                    dict.refer("FontDescriptor", descriptor);
                });
            });
        })
    }
}

/// A file of printpdf's with one page that shows every glyph of a font once: out of it come the font's dictionaries.
fn printed(font: ParsedFont, glyphs: Vec<Codepoint>) -> Result<Document, String> {
    let id = FontId(FONT.to_owned());
    let ops = vec![
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(id.clone()), size: PdfPt(10.0) },
        Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] },
        Op::EndTextSection,
    ];
    let mut document = PdfDocument::new("");
    document.resources.fonts.map.insert(id, PdfFont::new(font));
    document.pages.push(PdfPage::new(Mm(10.0), Mm(10.0), ops));
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut warnings = Vec::new();
    let file = document.to_lopdf_document(&options, &mut warnings);
    match warnings.first() {
        Some(warning) => Err(warning.msg.clone()),
        None => Ok(file),
    }
}

/// The parts of a font in a file of printpdf's.
struct Parts<'f> {
    file: &'f Document,
    font: &'f Dictionary,
}

impl<'f> Parts<'f> {
    fn of(file: &'f Document) -> Result<Self, String> {
        let font = || {
            let page = file.page_iter().next()?;
            let (resources, references) = file.get_page_resources(page).ok()?;
            let by_reference = || references.first().and_then(|id| file.get_dictionary(*id).ok());
            let fonts = resources.or_else(by_reference)?.get(b"Font").ok()?;
            let fonts = match fonts {
                Object::Reference(id) => file.get_dictionary(*id).ok()?,
                fonts => fonts.as_dict().ok()?,
            };
            let font = fonts.get(FONT.as_bytes()).and_then(Object::as_reference).ok()?;
            file.get_dictionary(font).ok()
        };
        let font = font().ok_or("the font is not in the file")?;
        Ok(Self { file, font })
    }

    fn cut(
        &self,
        codes: Vec<u16>,
        widths: Vec<f32>,
        says: Vec<String>,
        typeable: BTreeMap<char, u16>,
    ) -> Result<Cut, String> {
        let incomplete =
            || "the font has no descriptor, no program or no way back to text".to_owned();
        let descendant = self.font.get(b"DescendantFonts").and_then(Object::as_array);
        let descendant = descendant.ok().and_then(|fonts| fonts.first());
        let mut descendant =
            descendant.and_then(|font| font.as_dict().ok()).ok_or_else(incomplete)?.clone();
        let descriptor = descendant.get(b"FontDescriptor").and_then(Object::as_reference);
        let descriptor = descriptor.and_then(|id| self.file.get_dictionary(id));
        let mut descriptor = descriptor.map_err(|_| incomplete())?.clone();
        descendant.remove(b"FontDescriptor");
        let key = ["FontFile2", "FontFile3"].into_iter().find(|key| descriptor.has(key.as_bytes()));
        let key = key.ok_or_else(incomplete)?;
        let stream = |holder: &Dictionary, key: &str| {
            let id = holder.get(key.as_bytes()).and_then(Object::as_reference).ok()?;
            self.file.get_object(id).and_then(Object::as_stream).ok().cloned()
        };
        let program = stream(&descriptor, key).ok_or_else(incomplete)?;
        let to_unicode = stream(self.font, "ToUnicode").ok_or_else(incomplete)?;
        descriptor.remove(key.as_bytes());
        let mut font = self.font.clone();
        font.remove(b"DescendantFonts");
        font.remove(b"ToUnicode");
        let mut program_dict = program.dict.clone();
        program_dict.remove(b"Length");
        let pack = |bytes: &[u8]| deflate(bytes).map_err(|error| error.to_string());
        Ok(Cut {
            codes,
            widths,
            says,
            typeable,
            font: entries(&font),
            descendant,
            descriptor,
            program_key: key.to_owned(),
            program_entries: entries(&program_dict),
            program: pack(&program.content)?.into(),
            to_unicode: pack(&to_unicode.content)?.into(),
        })
    }
}

/// The entries of one of lopdf's dictionaries, as bytes.
fn entries(dictionary: &Dictionary) -> Vec<u8> {
    let mut out = Vec::new();
    let dict = Dict { out: &mut out };
    for (key, value) in dictionary {
        name(dict.out, key);
        dict.out.push(b' ');
        object(dict.out, value);
    }
    out
}

fn object(out: &mut Vec<u8>, value: &Object) {
    match value {
        Object::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        // Writing to a list of bytes cannot fail.
        Object::Integer(value) => drop(write!(out, "{value}")),
        Object::Real(value) => drop(write!(out, "{value}")),
        Object::Name(value) => name(out, value),
        Object::String(text, StringFormat::Literal | StringFormat::Hexadecimal) => {
            literal(out, text);
        }
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                object(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(value) => dict(out, |dict| dict.out.extend_from_slice(&entries(value))),
        // What leads to other objects was taken out before.
        Object::Null | Object::Reference(_) | Object::Stream(_) => out.extend_from_slice(b"null"),
    }
}

/// `ToUnicode` must map every glyph to something (ISO 14289-1, 7.21.7); what says nothing of its own is mapped to a
/// zero-width space.
fn never_empty(text: String) -> String {
    if text.is_empty() { '\u{200B}'.to_string() } else { text }
}

/// Six letters that tell one subset of a font from another (ISO 32000-1, 9.6.4), made from the glyphs themselves.
fn tag(glyphs: &[u16]) -> String {
    // FNV-1a, which is the same on every machine and in every version of Rust.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let letter = |index: u32| {
        let place = (hash >> (index * 8)) % 26;
        char::from(b'A' + u8::try_from(place).unwrap_or_default())
    };
    (0..6).map(letter).collect()
}
