//! What a PDF says about its fonts is true of the font programs in it.

use interview_kit::base::unit::{Paper, TextSize};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style, pdf};
use lopdf::{Dictionary, Document};
use skrifa::FontRef;
use skrifa::raw::TableProvider;

use crate::font_files::FontFile;
use crate::support::parse;

/// Letters of a script that the built-in fonts do not have.
const RARE: std::ops::RangeInclusive<char> = '\u{10940}'..='\u{10959}';

/// The text font with rare letters in place of Latin ones.
fn rare_font() -> FontFile {
    let pairs: Vec<(char, char)> = RARE.zip('a'..='z').chain([(' ', ' ')]).collect();
    FontFile::built_in("KitSans-Regular").showing(&pairs)
}

/// A file that shows all rare letters in this font.
fn written(font: &FontFile) -> Result<Vec<u8>, pdf::PdfError> {
    let mut fonts = Fonts::built_in();
    fonts.add("Chosen", font.file(), 0);
    let text: String = RARE.collect();
    let set = typeset(&parse(&text), &Style::new(Paper::A4, TextSize::Regular), &fonts);
    assert!(set.warnings.is_empty(), "{:?}", set.warnings);
    pdf::write(&set.value.to_pages(), None)
}

fn name<'d>(dict: &'d Dictionary, key: &[u8]) -> &'d str {
    str::from_utf8(dict.get(key).unwrap().as_name().unwrap()).unwrap()
}

/// Each glyph of a list of widths (ISO 32000-1, 9.7.4.3) with its width.
fn widths(font: &Dictionary) -> Vec<(u16, f32)> {
    let list = font.get(b"W").unwrap().as_array().unwrap();
    let mut widths = Vec::new();
    for run in list.chunks(2) {
        let first = u16::try_from(run[0].as_i64().unwrap()).unwrap();
        let run = run[1].as_array().unwrap().iter().map(|width| width.as_float().unwrap());
        widths.extend((first..).zip(run));
    }
    widths
}

#[test]
fn widths_are_those_of_the_font_program_to_the_nearest_thousandth() {
    // Of 2048 units, few widths are whole thousandths.
    let file = written(&rare_font().with_units_per_em(2048)).unwrap();
    let file = Document::load_mem(&file).unwrap();
    let fonts = file.objects.values().filter_map(|object| object.as_dict().ok());
    let fonts = fonts.filter_map(|dict| dict.get(b"DescendantFonts").ok());
    let fonts = fonts.map(|fonts| fonts.as_array().unwrap()[0].as_dict().unwrap());
    let chosen: Vec<_> = fonts.filter(|it| name(it, b"BaseFont").ends_with("+Chosen")).collect();
    let [font] = chosen.as_slice() else { panic!("{} fonts", chosen.len()) };
    let descriptor = font.get(b"FontDescriptor").unwrap().as_reference().unwrap();
    let descriptor = file.get_dictionary(descriptor).unwrap();
    assert_eq!(name(descriptor, b"FontName"), name(font, b"BaseFont"));
    let program = descriptor.get(b"FontFile2").unwrap().as_reference().unwrap();
    let program = file.get_object(program).unwrap().as_stream().unwrap();
    let program = program.decompressed_content().unwrap();
    let program = FontRef::new(&program).unwrap();
    let advances = program.hmtx().unwrap();
    // Codes are the numbers of glyphs in the whole font, and the map says where each is in the program.
    let map = font.get(b"CIDToGIDMap").unwrap().as_reference().unwrap();
    let map = file.get_object(map).unwrap().as_stream().unwrap().decompressed_content().unwrap();
    let widths = widths(font);
    assert_eq!(widths.len(), RARE.count());
    for (code, width) in widths {
        let place = usize::from(code) * 2;
        let glyph = u16::from_be_bytes([map[place], map[place + 1]]);
        assert_ne!(glyph, 0);
        let advance = advances.advance(u32::from(glyph).into()).unwrap();
        let exact = f32::from(advance) * 1000.0 / 2048.0;
        assert!((width - exact).abs() <= 0.5, "glyph {glyph}: {width} for {exact}");
    }
}

#[test]
fn a_font_that_lacks_the_widths_of_its_glyphs_is_refused_by_name() {
    let refused = written(&rare_font().without(*b"hmtx")).unwrap_err().to_string();
    assert_eq!(refused, "cannot embed the font Chosen: its subset cannot be read");
}
