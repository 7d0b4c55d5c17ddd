//! Pictures in Markdown: what is one, how large it is printed, and what of it is in the PDF.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use interview_kit::base::image::{Colors, Image, Pixels};
use interview_kit::base::threads;
use interview_kit::base::unit::{Mm, Paper, Pt, TextSize};
use interview_kit::document::{self, Block, Document};
use interview_kit::print::collate::{CollatedDocument, DuplexPadding, collate};
use interview_kit::print::frame::{Mark, Pages, Picture};
use interview_kit::print::layout::{Typesetter, typeset};
use interview_kit::print::pdf::Writer;
use interview_kit::print::picture::read_png;
use interview_kit::print::{Fonts, Style, pdf};
use png::{ColorType, PixelDimensions, Unit};
use proptest::prelude::*;

use crate::support::{
    Ran, Test, english_words, lines, opens_without_complaint, parse, pdf_text, sources, tool,
};

/// A PNG file that says its resolution in pixels a meter, if it has one.
pub fn png(
    (width, height): (u32, u32),
    color: ColorType,
    per_meter: Option<u32>,
    pixel: &[u8],
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    let dims = |it| PixelDimensions { xppu: it, yppu: it, unit: Unit::Meter };
    encoder.set_pixel_dims(per_meter.map(dims));
    let count = usize::try_from(width * height).unwrap();
    encoder.write_header().unwrap().write_image_data(&pixel.repeat(count)).unwrap();
    bytes
}

fn image(width: u32, height: u32, per_meter: Option<[u32; 2]>, gray: u8) -> Arc<Image> {
    let samples = vec![gray; usize::try_from(width * height).unwrap()];
    Arc::new(Image::new(Pixels { width, height, colors: Colors::Gray, samples }, per_meter))
}

/// A document whose pictures all show this.
fn with(markdown: &str, image: &Arc<Image>) -> Document {
    let mut document = parse(markdown);
    document.for_each_picture(&mut |picture| picture.image = Some(Arc::clone(image)));
    document
}

fn style() -> Style {
    Style::new(Paper::A4, TextSize::Regular)
}

fn set(document: &Document) -> Pages {
    typeset(document, &style(), &Fonts::built_in()).value.to_pages()
}

/// The pictures of all pages: the page from 0, the left edge, and the picture.
fn shown(pages: &Pages) -> Vec<(usize, Pt, Picture)> {
    let mut shown = Vec::new();
    for (number, page) in pages.pages.iter().enumerate() {
        for item in &page.items {
            if let Mark::Picture(picture) = &item.mark {
                shown.push((number, item.at.x, picture.clone()));
            }
        }
    }
    shown
}

#[track_caller]
fn is_about(length: Pt, millimeters: f32) {
    let wanted = Pt::from(Mm(millimeters));
    assert!((length.0 - wanted.0).abs() < 0.1, "{length:?} and {wanted:?}");
}

/// What is said of a text, with its places.
fn said(markdown: &str) -> String {
    let (sources, id) = sources(markdown, "guide.md");
    match document::parse(&sources, id, &english_words) {
        Ok(accepted) => lines(&sources, &accepted.warnings),
        Err(rejected) => lines(&sources, rejected.diagnostics()),
    }
}

#[test]
fn a_paragraph_that_is_nothing_but_an_image_is_a_picture() {
    for (markdown, path, alt) in [
        ("![A cat](cat.png)", "cat.png", "A cat"),
        ("  ![A *very* `old`\ncat](<my cats/1.png> \"Tom\")  ", "my cats/1.png", "A very old cat"),
        ("![A cat](my%20cats/50%25%20%zz.png)", "my cats/50% %zz.png", "A cat"),
        ("![____ ![in] \\[x\\]](<c____t.png>)", "c____t.png", "____ ![in] [x]"),
        ("![A cat][cat]\n\n[cat]: cat.png", "cat.png", "A cat"),
        ("> - ![A cat](../cat.png)\n>\n>   text", "../cat.png", "A cat"),
    ] {
        let mut document = parse(&format!("# Cats\n\n{markdown}\n"));
        let mut found = Vec::new();
        document.for_each_picture(&mut |it| found.push((it.path.clone(), it.alt.clone())));
        assert_eq!(found, [(path.to_owned(), alt.to_owned())], "{markdown}");
    }
}

#[test]
fn an_image_that_is_no_picture_is_an_error_with_a_way_out() {
    insta::assert_snapshot!(said(&format!(
        "# Cats ![in a heading](a.png)\n\nin ![a text](b.png)\n\n- ![of an item](c.png)\n\n| a |\n|:--|\n| ![in a cell](d.png) |\n\n\
         [![in a link](e.png)](#x)\n\n![](f.png)\n\n![ \u{200B}](f.png)\n\n![g](https://example.org/g.png)\n\n![h](//host/h.png)\n\n![h](%2f\\\\host/h.png)\n\n\
         ![i]()\n\n![j](data:image/png;base64,{})\n\n![two](k.png)![images](l.png)\n",
        "A".repeat(1000)
    )));
}

#[test]
fn a_picture_is_as_large_as_it_says_and_never_larger_than_its_room() {
    let size = |width, height, per_meter| {
        let pages = set(&with("![A cat](cat.png)", &image(width, height, per_meter, 0)));
        let [(0, _, picture)] = &shown(&pages)[..] else { panic!("{pages}") };
        picture.size
    };
    // Six pixels a millimeter, unless the image says something else.
    for (per_meter, width, height) in
        [(None, 50.0, 20.0), (Some([6000; 2]), 50.0, 20.0), (Some([3000, 12000]), 100.0, 10.0)]
    {
        let size = size(300, 120, per_meter);
        is_about(size.width, width);
        is_about(size.height, height);
    }
    // As wide as the column, and as tall as 45 % of the 250 mm of the text area.
    let wide = size(2040, 600, None);
    is_about(wide.width, 170.0);
    is_about(wide.height, 50.0);
    let tall = size(600, 4000, None);
    is_about(tall.height, 112.5);
    is_about(tall.width, 16.875);
}

#[test]
fn a_picture_is_read_in_gray_or_in_color_and_on_white() {
    let read = |color, pixel: &[u8]| read_png(&png((1, 1), color, None, pixel)).unwrap();
    for (color, pixel, samples) in [
        (ColorType::Grayscale, &[9][..], &[9][..]),
        (ColorType::GrayscaleAlpha, &[0, 128], &[127]),
        (ColorType::Rgb, &[1, 2, 3], &[1, 2, 3]),
        (ColorType::Rgba, &[0, 0, 255, 0], &[255, 255, 255]),
    ] {
        assert_eq!(read(color, pixel).pixels().samples, samples, "{color:?}");
    }
    let stated = |per_meter| {
        read_png(&png((1, 1), ColorType::Grayscale, Some(per_meter), &[0])).unwrap().per_meter()
    };
    assert_eq!((stated(11811), stated(1), stated(u32::MAX)), (Some([11811; 2]), None, None));
}

#[test]
fn what_leads_to_a_picture_is_on_its_page() {
    let picture = image(600, 600, None, 0);
    for lines in 1..60 {
        let text = "line\\\n".repeat(lines);
        let pages = set(&with(&format!("{text}end\n\nThe cat:\n\n![A cat](cat.png)\n"), &picture));
        let [(page, ..)] = &shown(&pages)[..] else { panic!("{pages}") };
        let is_here = |mark: &Mark| matches!(mark, Mark::Text(it) if it.run.text == "The cat:");
        assert!(pages.pages[*page].items.iter().any(|item| is_here(&item.mark)), "{pages}");
    }
}

#[test]
fn a_picture_is_at_the_right_where_a_document_runs_from_right_to_left() {
    let picture = image(300, 120, None, 0);
    let pages = set(&with("---\nlang: ar\n---\n![A cat](cat.png)\n", &picture));
    let [(_, left, picture)] = &shown(&pages)[..] else { panic!("{pages}") };
    is_about(*left + picture.size.width, 190.0);
}

#[test]
fn two_pictures_of_one_path_are_two_pictures() {
    let typesetter = Typesetter::new(style(), Fonts::built_in());
    let writer = Writer::new();
    let markdown = "# Cats\n\n![A cat](cat.png)\n";
    let pictures = [image(30, 30, None, 0), image(30, 30, None, 99), image(60, 30, None, 99)];
    let written = |picture: &Arc<Image>| {
        let frames = typesetter.set(&with(markdown, picture)).value;
        let pages = frames.to_pages();
        let [(_, _, shown)] = &shown(&pages)[..] else { panic!("{pages}") };
        assert_eq!(&shown.image, picture);
        threads::alone(|| writer.write(frames, None)).unwrap()
    };
    // The third time, all that can be remembered is remembered.
    let first: Vec<Vec<u8>> = pictures.iter().map(written).collect();
    for _ in 0..3 {
        assert_eq!(pictures.iter().map(written).collect::<Vec<_>>(), first);
    }
    assert!(first[0] != first[1] && first[1] != first[2]);
    assert_eq!(first[1], pdf::write(&set(&with(markdown, &pictures[1])), None).unwrap());
}

#[test]
fn documents_in_one_file_keep_their_pictures_and_share_those_that_are_the_same() {
    let pictures = [image(30, 30, None, 0), image(30, 30, None, 99), image(30, 30, None, 0)];
    let part = |(number, picture): (usize, &Arc<Image>)| CollatedDocument {
        titles: vec![format!("{number}")],
        prefix: format!("p{number}"),
        shared: BTreeMap::new(),
        starts_sheet: false,
        frames: typeset(
            &with("# Cats\n\n![A cat](cat.png)\n", picture),
            &style(),
            &Fonts::built_in(),
        )
        .value,
    };
    let documents: Vec<_> = pictures.iter().enumerate().map(part).collect();
    let info = documents[0].frames.info.clone();
    let pages = collate(info, documents, DuplexPadding::None).unwrap().to_pages();
    let shown = shown(&pages);
    let images: Vec<&Arc<Image>> = shown.iter().map(|(_, _, picture)| &picture.image).collect();
    assert_eq!(images, pictures.iter().collect::<Vec<_>>());
    assert_eq!(pages.images, pictures[..2]);
    pdf::write(&pages, None).unwrap();
}

#[test]
fn pages_that_show_what_the_file_does_not_have_are_refused() {
    let mut pages = set(&with("![A cat](cat.png)", &image(30, 30, None, 0)));
    pages.images = vec![image(30, 30, None, 9)];
    let refused = pdf::write(&pages, None).unwrap_err().to_string();
    assert!(refused.contains("a picture is shown that the file does not have"), "{refused}");
    let pixels = Pixels { width: 9, height: 9, colors: Colors::Rgb, samples: vec![0; 9] };
    pages.images = vec![Arc::new(Image::new(pixels, None))];
    let refused = pdf::write(&pages, None).unwrap_err().to_string();
    assert!(refused.contains("an image lacks pixels"), "{refused}");
}

/// A folder with pictures.
fn folder() -> Test {
    let test = Test::new();
    std::fs::create_dir(test.path("my notes")).unwrap();
    let gray = png((300, 120), ColorType::Grayscale, Some(6000), &[40]);
    std::fs::write(test.path("my notes/gray.png"), gray).unwrap();
    let color = png((300, 300), ColorType::Rgba, Some(11811), &[200, 30, 30, 200]);
    std::fs::write(test.path("color.png"), color).unwrap();
    test
}

const GUIDE: &str = "# Notes\n\nWhat was written:\n\n![Gray notes](my%20notes/gray.png)\n\n> ![Red](color.png)\n\nAgain:\n\n\
                     ![The same notes](<my notes/gray.png>)\n\n- [ ] seen\n";

fn typeset_guide(test: &Test, options: &str) -> Ran {
    test.run(&format!("typeset guide.md -o guide.pdf {options}"))
}

#[test]
fn typeset_prints_the_pictures_that_a_guide_names_each_of_them_once() {
    let test = folder().file("guide.md", GUIDE);
    typeset_guide(&test, "").ok();
    let path = test.path("guide.pdf");
    opens_without_complaint(&path);
    let Some(list) = tool("pdfimages", &["-list", path.to_str().unwrap()]) else { return };
    let column = |line: &str, at: usize| line.split_whitespace().nth(at).unwrap().to_owned();
    let rows: Vec<Vec<String>> = list
        .lines()
        .skip(2)
        .map(|line| [5, 3, 4, 10, 12, 13].map(|at| column(line, at)).to_vec())
        .collect();
    // Their colors, sizes, objects and resolutions.
    let [first, color, again] = &rows[..] else { panic!("{list}") };
    assert_eq!((&first[0][..], &first[1][..], &first[2][..]), ("gray", "300", "120"));
    assert_eq!(first, again);
    assert_eq!((&first[4][..], &color[0][..], &color[4][..]), ("152", "rgb", "300"));
    assert_ne!(first[3], color[3]);
    // What they show is no text of the page, and is read aloud.
    let text = pdf_text(&path).unwrap();
    assert!(text.contains("What was written:") && !text.contains("Gray notes"), "{text}");
    let drawn = test.path("guide.txt");
    let args = ["draw", "-q", "-F", "txt", "-o", drawn.to_str().unwrap(), path.to_str().unwrap()];
    if tool("mutool", &args).is_some() {
        assert!(test.text("guide.txt").contains("Again:"));
    }
}

#[test]
fn pictures_are_figures_with_their_texts_and_places() {
    let test = folder().file("guide.md", GUIDE);
    typeset_guide(&test, "").ok();
    let file = lopdf::Document::load_mem(&test.read("guide.pdf")).unwrap();
    let figures = file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|dict| {
        dict.get(b"S").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Figure")
    });
    let mut said = Vec::new();
    for figure in figures {
        let alt = figure.get(b"Alt").unwrap().as_str().unwrap();
        let attributes = figure.get(b"A").unwrap().as_dict().unwrap();
        let bounds = attributes.get(b"BBox").unwrap().as_array().unwrap();
        let bounds: Vec<f32> = bounds.iter().map(|it| it.as_float().unwrap()).collect();
        is_about(Pt(bounds[2] - bounds[0]), if alt == b"Red" { 25.4 } else { 50.0 });
        assert!(bounds[1] > 0.0 && bounds[3] > bounds[1] && bounds[3] < 842.0, "{bounds:?}");
        said.push(String::from_utf8(alt.to_vec()).unwrap());
    }
    said.sort();
    assert_eq!(said, ["Gray notes", "Red", "The same notes"]);
}

#[test]
fn the_same_pictures_give_the_same_bytes_on_any_number_of_threads() {
    let test = folder().file("guide.md", GUIDE);
    let written = |threads: &str| {
        let mut command = test.command(["typeset", "guide.md", "-o", "-"]);
        let output = command.env("RAYON_NUM_THREADS", threads).output().unwrap();
        assert!(output.status.success());
        output.stdout
    };
    assert_eq!(written("1"), written("4"));
}

#[test]
fn paths_are_from_the_folder_of_the_guide_or_from_the_current_one_for_standard_input() {
    let test = folder();
    std::fs::create_dir(test.path("guides")).unwrap();
    std::fs::write(test.path("guides/guide.md"), "![Red](../color.png)\n").unwrap();
    test.run("typeset guides/guide.md -o guide.pdf").ok();
    test.run_with("typeset - -o piped.pdf", "![Red](color.png)\n").ok();
    assert_eq!(test.read("guide.pdf"), test.read("piped.pdf"));
    let ran = test.run_with("typeset - -o lost.pdf", "# a\n\n![Red](../color.png)\n");
    assert!(ran.err.contains("paths are relative to the current folder"), "{}", ran.err);
    assert_eq!((ran.code, test.path("lost.pdf").exists()), (1, false));
}

#[test]
fn a_picture_that_cannot_be_read_is_an_error_with_its_place() {
    let test = folder();
    let whole = png((40, 40), ColorType::Rgb, None, &[1, 2, 3]);
    std::fs::write(test.path("half.png"), &whole[..whole.len() / 2]).unwrap();
    std::fs::write(test.path("photo.png"), b"\xFF\xD8\xFF\xE0 a photo").unwrap();
    let wide = png((4001, 1), ColorType::Grayscale, None, &[0]);
    std::fs::write(test.path("wide.png"), wide).unwrap();
    let large = std::fs::File::create(test.path("large.png")).unwrap();
    large.set_len(17 * 1024 * 1024).unwrap();
    let paths = ["lost.png", "guides", "half.png", "photo.png", "wide.png", "large.png"];
    std::fs::create_dir(test.path("guides")).unwrap();
    let guide: Vec<String> = paths.iter().map(|path| format!("![A cat]({path})\n")).collect();
    let test = test.file("guide.md", &guide.join("\n"));
    let ran = typeset_guide(&test, "");
    assert_eq!((ran.code, test.path("guide.pdf").exists()), (1, false));
    for (line, told) in [
        (1, "cannot read lost.png: "),
        (3, "guides is not a file"),
        (5, "half.png: the PNG image cannot be read: "),
        (7, "photo.png: the file is not a PNG image"),
        (9, "wide.png: the PNG image has 4001 × 1 pixels"),
        (11, "large.png is larger than the limit of 16 MiB"),
    ] {
        assert!(ran.err.contains(told), "{told} is not in\n{}", ran.err);
        assert!(ran.err.contains(&format!("guide.md:{line}:1")), "{}", ran.err);
    }
    assert!(ran.err.contains("help: paths are relative to the Markdown file"), "{}", ran.err);
}

#[test]
fn all_pictures_of_a_document_share_a_bounded_memory() {
    let test = Test::new();
    let paths: Vec<String> = (0..6).map(|number| format!("{number}.png")).collect();
    for (path, shade) in paths.iter().zip(0..) {
        let bytes = png((4000, 4000), ColorType::Rgb, None, &[shade, 0, 0]);
        std::fs::write(test.path(path), bytes).unwrap();
    }
    let guide: Vec<String> = paths.iter().map(|path| format!("![A cat]({path})\n")).collect();
    let test = test.file("guide.md", &guide.join("\n"));
    let ran = typeset_guide(&test, "");
    assert!(ran.err.contains("take more than 256 MiB"), "{}", ran.err);
    assert!(ran.err.contains("guide.md:11:1") && !ran.err.contains("guide.md:9:1"), "{}", ran.err);
}

#[test]
fn a_template_has_no_images() {
    let test = folder();
    std::fs::create_dir(test.path("own")).unwrap();
    std::fs::write(test.path("own/guide.md"), "# Mine\n\n![Red](color.png)\n").unwrap();
    let ran = test.run("build --limit 1 --documents guide --templates own --format pdf -o out.pdf");
    assert_eq!(ran.code, 1);
    let told = "the image `color.png` of a template cannot be printed";
    assert!(ran.err.contains(told), "{}", ran.err);
}

/// A path or a text, and signs that have a meaning in Markdown.
fn signs() -> impl Strategy<Value = String> {
    "(?s)[\\p{any}a-z%0-9 ./\\\\()<>\\[\\]!_*|~`\n\u{1}-]{0,40}"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_path_and_no_text_of_an_image_makes_it_panic(path in signs(), alt in signs()) {
        for markdown in [format!("![{alt}]({path})\n"), format!("# a\n\n![{alt}](<{path}>)\n\nb\n")] {
            let (sources, id) = sources(&markdown, "any.md");
            let Ok(read) = document::parse(&sources, id, &english_words) else { continue };
            let mut document = read.value;
            let bytes = pdf::write(&set(&document), None).unwrap();
            prop_assert!(bytes.starts_with(b"%PDF-1.7"));
            let picture = image(3, 2, None, 7);
            let mut count = 0;
            document.for_each_picture(&mut |it| {
                count += 1;
                it.image = Some(Arc::clone(&picture));
            });
            let pages = set(&document);
            prop_assert_eq!(shown(&pages).len(), count);
            pdf::write(&pages, None).unwrap();
            let is_empty = |block: &Block| matches!(block, Block::Picture(it) if it.path.is_empty() || it.alt.is_empty());
            prop_assert!(!document.blocks.iter().any(is_empty));
        }
    }

    #[test]
    fn no_bytes_of_an_image_make_it_panic(mut bytes in Just(png((7, 5), ColorType::Rgba, Some(6000), &[1, 2, 3, 4])), changes in proptest::collection::vec((0..200_usize, any::<u8>()), 0..6), length in 0..300_usize) {
        for (at, byte) in changes {
            if let Some(old) = bytes.get_mut(at) {
                *old = byte;
            }
        }
        bytes.truncate(length);
        if let Ok(image) = read_png(&bytes) {
            prop_assert!(image.pixels().is_whole());
        }
    }
}

/// How many pixels a picture has across and down, and the resolution that it states.
pub fn stated(path: &Path) -> ((u32, u32), Option<[u32; 2]>) {
    let image = read_png(&std::fs::read(path).unwrap()).unwrap();
    ((image.pixels().width, image.pixels().height), image.per_meter())
}
