//! A font that stands in a file with others is the one that is printed.

use interview_kit::base::unit::{Paper, TextSize};
use interview_kit::print::frame::{Mark, Pages};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style, pdf};

use crate::font_files::{FontFile, collection, embedded, outline, outline_of, outlines};
use crate::support::{Ran, Test, install_font, parse};

/// A character that the built-in fonts do not have, and that no other machine's font is likely to have.
const RARE: char = '\u{10940}';

/// Three faces that all have the character, and show it as a letter of their own.
fn faces() -> [FontFile; 3] {
    let shown =
        |name: &str, letter: char| FontFile::built_in(name).showing(&[(RARE, letter), (' ', ' ')]);
    [shown("KitSans-Regular", 'A'), shown("KitMono-Regular", 'W'), shown("KitSans-Italic", 'g')]
}

fn set(collection: Vec<u8>, index: u32, markdown: &str) -> Pages {
    let mut fonts = Fonts::built_in();
    fonts.add("Chosen", collection, index);
    let set = typeset(&parse(markdown), &Style::new(Paper::A4, TextSize::Regular), &fonts);
    assert!(set.warnings.is_empty(), "{:?}", set.warnings);
    set.value.to_pages()
}

#[test]
fn each_face_of_a_collection_is_shaped_and_embedded_as_itself() {
    let faces = faces();
    let file = collection(&faces);
    for (index, face) in (0..).zip(&faces) {
        let expected = outline_of(&face.file(), 0, RARE);
        assert_eq!(outline_of(&file, index, RARE), expected);
        // Bold, slanted and monospaced text asks for other faces of the same family, of which there must be none.
        for markdown in
            [format!("{RARE}"), format!("**{RARE}**"), format!("*{RARE}*"), format!("`{RARE}`")]
        {
            let pages = set(file.clone(), index, &markdown);
            let shaped = pages.pages[0].items.iter().find_map(|item| match &item.mark {
                Mark::Text(text) if text.run.text.contains(RARE) => Some(text),
                _ => None,
            });
            let shaped = shaped.unwrap();
            let used = &pages.faces[shaped.face.0];
            let glyph = u32::from(shaped.run.glyphs[0].id);
            assert_eq!(
                outline((*used.data).as_ref(), used.index, glyph),
                expected,
                "{index}: {markdown}"
            );
            let programs = embedded(&pdf::write(&pages, None).unwrap());
            let printed = outlines(&programs["Chosen"]);
            assert!(printed.contains(&expected), "face {index} is not in the file: {markdown}");
        }
    }
}

#[test]
fn a_face_that_is_not_in_the_file_has_no_characters() {
    let file = collection(&faces());
    let alone = faces()[0].file();
    for (file, index) in
        [(file.clone(), 3), (file[..16].to_vec(), 0), (alone, 1), (b"ttcf".to_vec(), 0)]
    {
        let mut fonts = Fonts::built_in();
        fonts.add("Chosen", file, index);
        let set =
            typeset(&parse(&RARE.to_string()), &Style::new(Paper::A4, TextSize::Regular), &fonts);
        assert_eq!(set.warnings.len(), 1, "{:?}", set.warnings);
    }
}

#[test]
fn the_program_prints_the_face_that_it_found_in_a_collection_of_the_machine() {
    let [first, second, _] = faces();
    // The first face does not have the character, so the second is the one that is found.
    let first = first.showing(&[(' ', ' ')]);
    let expected = outline_of(&second.file(), 0, RARE);
    let test = Test::new().file("rare.md", &format!("# Rare\n\n{RARE}\n"));
    let (home, folder) = install_font(&test, "both.ttc", &collection(&[first, second]));
    let mut command = test.command(["typeset", "rare.md", "-o", "rare.pdf"]);
    let ran = Ran::of(command.env(home, folder).output().unwrap()).ok();
    assert!(!ran.err.contains("warning"), "{}", ran.err);
    let programs = embedded(&test.read("rare.pdf"));
    assert!(outlines(&programs["KitMonoRegular"]).contains(&expected), "{:?}", programs.keys());
}
