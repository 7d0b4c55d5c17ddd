//! Font files for tests, made from the built-in ones, so that no test depends on the fonts of a machine.

use std::collections::BTreeMap;
use std::path::Path;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// A font, as the tables that it is made of.
#[derive(Clone)]
pub struct FontFile {
    tables: BTreeMap<[u8; 4], Vec<u8>>,
}

/// Where the table of the characters of a font begins its only list, and the size of its head.
const LIST_AT: u32 = 12;

impl FontFile {
    /// One of the project's own fonts.
    pub fn built_in(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/fonts/{name}.ttf"));
        let data = std::fs::read(path).unwrap();
        let font = FontRef::new(&data).unwrap();
        let mut tables = BTreeMap::new();
        for record in font.table_directory().table_records() {
            let tag = record.tag();
            let table = font.table_data(tag).unwrap();
            tables.insert(tag.to_be_bytes(), table.as_bytes().to_vec());
        }
        Self { tables }
    }

    /// The same font with these characters alone, each shown as another character was.
    pub fn showing(mut self, pairs: &[(char, char)]) -> Self {
        let data = self.file();
        let font = FontRef::new(&data).unwrap();
        let glyph = |char: char| font.charmap().map(char).unwrap().to_u32();
        let pairs: BTreeMap<char, u32> =
            pairs.iter().map(|(new, old)| (*new, glyph(*old))).collect();
        // One list of characters of the whole of Unicode (platform 3, encoding 10), in format 12.
        let mut cmap = Vec::new();
        cmap.extend([0, 0, 0, 1, 0, 3, 0, 10]);
        cmap.extend(LIST_AT.to_be_bytes());
        cmap.extend([0, 12, 0, 0]);
        let count = u32::try_from(pairs.len()).unwrap();
        cmap.extend([16 + count * 12, 0, count].into_iter().flat_map(u32::to_be_bytes));
        for (char, glyph) in pairs {
            let code = u32::from(char);
            cmap.extend([code, code, glyph].into_iter().flat_map(u32::to_be_bytes));
        }
        self.tables.insert(*b"cmap", cmap);
        self
    }

    /// The same font by another name: that of the family (1) and that of PostScript (6), in English for Windows (3, 1, 0x409).
    pub fn named(mut self, name: &str) -> Self {
        let text: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let length = u16::try_from(text.len()).unwrap();
        let record = |id: u16| [3, 1, 0x409, id, length, 0];
        let head = [0, 2, 6 + 2 * 12];
        let numbers = head.into_iter().chain(record(1)).chain(record(6));
        let table = numbers.flat_map(u16::to_be_bytes).chain(text).collect();
        self.tables.insert(*b"name", table);
        self
    }

    /// The same font on a grid of another size: its outlines and widths become larger or smaller.
    pub fn with_units_per_em(mut self, units: u16) -> Self {
        self.tables.get_mut(b"head").unwrap()[18..20].copy_from_slice(&units.to_be_bytes());
        self
    }

    /// The same font with what helps a screen and no paper: hints for each of its glyphs and for the whole font, instructions that change
    /// nothing, and names of its glyphs.
    pub fn hinted(mut self) -> Self {
        let (mut glyf, mut loca) = (Vec::new(), vec![0; 4]);
        let is_long = self.tables[b"head"][51] == 1;
        let places: Vec<usize> = if is_long {
            let places = self.tables[b"loca"].as_chunks::<4>().0.iter();
            places.map(|at| usize::try_from(u32::from_be_bytes(*at)).unwrap()).collect()
        } else {
            let places = self.tables[b"loca"].as_chunks::<2>().0.iter();
            places.map(|at| usize::from(u16::from_be_bytes(*at)) * 2).collect()
        };
        for (index, place) in places.windows(2).enumerate() {
            let glyph = &self.tables[b"glyf"][place[0]..place[1]];
            // They push numbers that differ from glyph to glyph, and take them off again.
            let number = u8::try_from(index * 31 % 251).unwrap();
            let hints: Vec<u8> =
                (0..40).flat_map(|step| [0xB0, number ^ (step * 5), 0x21]).collect();
            let length = u16::try_from(hints.len()).unwrap().to_be_bytes();
            // The count of its contours is at its beginning, negative for a composite glyph; the ends of the contours follow its bounds.
            let contours = glyph.first_chunk().map(|count| i16::from_be_bytes(*count));
            match contours.map(usize::try_from) {
                Some(Ok(contours)) => {
                    let (head, rest) = glyph.split_at(10 + contours * 2);
                    glyf.extend([head, &length, &hints, &rest[2..]].concat());
                }
                Some(Err(_)) => {
                    let mut parts = glyph.to_vec();
                    let end = announce_instructions(&mut parts);
                    glyf.extend([&parts[..end], &length, &hints].concat());
                }
                None => {}
            }
            glyf.resize(glyf.len().next_multiple_of(4), 0);
            loca.extend(u32::try_from(glyf.len()).unwrap().to_be_bytes());
        }
        self.tables.insert(*b"glyf", glyf);
        self.tables.insert(*b"loca", loca);
        self.tables.get_mut(b"head").unwrap()[51] = 1;
        let noise = |count: u32| (0..count).flat_map(|it| (it * 40_503).to_be_bytes());
        for tag in [*b"cvt ", *b"fpgm", *b"prep"] {
            self.tables.insert(tag, noise(300).collect());
        }
        // Every glyph has a name of its own, behind the 258 that need not be written (OpenType, “post”, version 2.0).
        let glyphs = u16::from_be_bytes(*self.tables[b"maxp"][4..].first_chunk().unwrap());
        let mut names =
            [&[0, 2, 0, 0], &self.tables[b"post"][4..32], &glyphs.to_be_bytes()].concat();
        names.extend((258..258 + glyphs).flat_map(u16::to_be_bytes));
        for glyph in 0..glyphs {
            let name = format!("name{:08x}", u32::from(glyph) * 65_521);
            names.push(u8::try_from(name.len()).unwrap());
            names.extend(name.bytes());
        }
        self.tables.insert(*b"post", names);
        self
    }

    /// The same font with one table less.
    pub fn without(mut self, tag: [u8; 4]) -> Self {
        self.tables.remove(&tag).unwrap();
        self
    }

    /// The bytes of the file.
    pub fn file(&self) -> Vec<u8> {
        let mut file = Vec::new();
        self.write(&mut file);
        file
    }

    /// Writes the font to the end of a file, and says where in the file it begins.
    fn write(&self, file: &mut Vec<u8>) -> u32 {
        let start = file.len();
        let count = u16::try_from(self.tables.len()).unwrap();
        file.extend([0, 1, 0, 0]);
        file.extend(count.to_be_bytes());
        file.extend([0; 6]);
        let mut at = start + 12 + self.tables.len() * 16;
        for (tag, table) in &self.tables {
            file.extend(tag);
            let place = [0, u32::try_from(at).unwrap(), u32::try_from(table.len()).unwrap()];
            file.extend(place.into_iter().flat_map(u32::to_be_bytes));
            at += table.len().next_multiple_of(4);
        }
        for table in self.tables.values() {
            file.extend(table);
            file.resize(file.len().next_multiple_of(4), 0);
        }
        u32::try_from(start).unwrap()
    }
}

/// A collection of fonts in one file.
pub fn collection(faces: &[FontFile]) -> Vec<u8> {
    let mut file = b"ttcf\x00\x01\x00\x00".to_vec();
    file.extend(u32::try_from(faces.len()).unwrap().to_be_bytes());
    file.resize(12 + faces.len() * 4, 0);
    for (index, face) in faces.iter().enumerate() {
        let place = face.write(&mut file).to_be_bytes();
        file[12 + index * 4..][..4].copy_from_slice(&place);
    }
    file
}

/// The outline of a glyph, in the font's own units; empty where it shows nothing.
pub fn outline(file: &[u8], index: u32, glyph: u32) -> String {
    struct Pen(String);
    impl OutlinePen for Pen {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0 += &format!("M{x},{y}");
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0 += &format!("L{x},{y}");
        }
        fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
            self.0 += &format!("Q{cx},{cy},{x},{y}");
        }
        fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
            self.0 += &format!("C{ax},{ay},{bx},{by},{x},{y}");
        }
        fn close(&mut self) {
            self.0 += "Z";
        }
    }
    let font = FontRef::from_index(file, index).unwrap();
    let mut pen = Pen(String::new());
    if let Some(outline) = font.outline_glyphs().get(GlyphId::new(glyph)) {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        outline.draw(settings, &mut pen).unwrap();
    }
    pen.0
}

/// The outline with which a font shows a character.
pub fn outline_of(file: &[u8], index: u32, char: char) -> String {
    let glyph = FontRef::from_index(file, index).unwrap().charmap().map(char).unwrap();
    outline(file, index, glyph.to_u32())
}

/// The font programs that a PDF holds, by their names without the six letters of a subset.
pub fn embedded(pdf: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let file = lopdf::Document::load_mem(pdf).unwrap();
    let mut programs = BTreeMap::new();
    for object in file.objects.values() {
        let Ok(dict) = object.as_dict() else { continue };
        let Some(program) =
            ["FontFile2", "FontFile3"].iter().find_map(|key| dict.get(key.as_bytes()).ok())
        else {
            continue;
        };
        let name = dict.get(b"FontName").unwrap().as_name().unwrap();
        let name = String::from_utf8(name.to_vec()).unwrap();
        let program =
            file.get_object(program.as_reference().unwrap()).unwrap().as_stream().unwrap();
        let program = program.decompressed_content().unwrap();
        programs.insert(name.split_once('+').unwrap().1.to_owned(), program);
    }
    programs
}

/// The outlines of all glyphs of a font but the first, which stands for what the font does not have.
pub fn outlines(file: &[u8]) -> Vec<String> {
    let count = FontRef::new(file).unwrap().maxp().unwrap().num_glyphs();
    (1..u32::from(count)).map(|glyph| outline(file, 0, glyph)).collect()
}

/// Says of a composite glyph that instructions follow its parts, and where they are to be.
fn announce_instructions(glyph: &mut [u8]) -> usize {
    let mut at = 10;
    loop {
        let flags = u16::from_be_bytes(*glyph[at..].first_chunk().unwrap());
        assert_eq!(flags & 0x100, 0, "it has instructions");
        let scale = match flags & 0b1100_1000 {
            0 => 0,
            0b0000_1000 => 2,
            0b0100_0000 => 4,
            _ => 8,
        };
        let end = at + if flags & 1 == 1 { 8 } else { 6 } + scale;
        if flags & 0x20 == 0 {
            glyph[at..at + 2].copy_from_slice(&(flags | 0x100).to_be_bytes());
            return end;
        }
        at = end;
    }
}
