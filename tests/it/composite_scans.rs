//! Pages of PDFs that are put together from several pictures are read as the page that they show.
#![expect(clippy::cast_precision_loss, reason = "pixels of a page")]

use std::fmt::Write;

use interview_kit::scan::Gray;
use interview_kit::scan::decode::PictureKind;

use crate::paper::{collect, copied, expect_drawn, json_of, scan};
use crate::support::Test;

/// The page that is in a test scan of every coding.
fn page() -> Gray {
    let bytes = std::fs::read(scan("coding-gray.png")).unwrap();
    let mut page = None;
    PictureKind::of(&bytes).unwrap().pages(&bytes, &mut |decode| page = Some(decode().unwrap()));
    page.unwrap()
}

/// A picture of a PDF: what its dictionary says, and its bytes.
struct Picture {
    said: String,
    bytes: Vec<u8>,
}

fn gray(width: usize, bytes: Vec<u8>) -> Picture {
    let height = bytes.len() / width;
    let said =
        format!("/Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8");
    Picture { said, bytes }
}

/// A PDF with one page of A4 on which this is drawn, with pictures P0, P1 and so on. A picture may refer to that behind it as object {next}.
fn pdf(pictures: &[Picture], content: &str) -> Vec<u8> {
    let first = 5;
    // Masks have no names.
    let drawn = (0..pictures.len()).filter(|at| content.contains(&format!("/P{at} ")));
    let names = drawn.fold(String::new(), |mut names, at| {
        write!(names, "/P{at} {} 0 R ", first + at).unwrap();
        names
    });
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595.28 841.89] /Resources << /XObject << {names} >> >> >>").into_bytes(),
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>".to_vec(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()).into_bytes(),
    ];
    for (at, Picture { said, bytes }) in pictures.iter().enumerate() {
        let said = said.replace("{next}", &format!("{} 0 R", first + at + 1));
        let mut object = format!(
            "<< /Type /XObject /Subtype /Image {said} /Length {} >>\nstream\n",
            bytes.len()
        );
        // The bytes of pictures are no text.
        let mut whole = std::mem::take(&mut object).into_bytes();
        whole.extend(bytes);
        whole.extend(b"\nendstream");
        objects.push(whole);
    }
    let (mut file, mut places) = (b"%PDF-1.7\n".to_vec(), Vec::new());
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let xref = file.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        writeln!(end, "{place:010} 00000 n ").unwrap();
    }
    write!(
        end,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n",
        objects.len() + 1
    )
    .unwrap();
    file.extend(end.bytes());
    file
}

/// Expects that the page of a PDF is read as what is on it, and that not more of it is asked about.
fn expect_page(name: &str, bytes: &[u8], most: usize) {
    let test = copied(&[]);
    std::fs::write(test.path(&format!("scans/{name}")), bytes).unwrap();
    let ran = collect(&test, "");
    let (asked, all) = expect_drawn(name, &json_of(&test, "records.json"));
    assert!(asked <= most, "{name}: {asked} of {all} are asked about\n{}", ran.err);
}

const WHOLE: &str = "q 595.28 0 0 841.89 0 0 cm";

#[test]
fn a_page_in_strips_is_one_page_whichever_way_it_is_turned() {
    const ROWS: usize = 24;
    let page = page();
    let (width, height) = (page.width(), page.height());
    let strips: Vec<Picture> =
        page.pixels().chunks(width * ROWS).map(|rows| gray(width, rows.to_vec())).collect();
    for (name, before) in [("upright", ""), ("turned", "-1 0 0 -1 595.28 841.89 cm ")] {
        let mut content = before.to_owned();
        let scale = 841.89 / height as f64;
        let mut top = 841.89;
        for (at, strip) in strips.iter().enumerate() {
            let high = (strip.bytes.len() / width) as f64 * scale;
            top -= high;
            writeln!(content, "q 595.28 0 0 {high:.5} 0 {top:.5} cm /P{at} Do Q").unwrap();
        }
        expect_page(&format!("coding-strips-{name}.pdf"), &pdf(&strips, &content), 1);
    }
}

#[test]
fn letters_before_a_coarse_background_are_one_page() {
    const DARK: u8 = 130;
    let page = page();
    let (width, height) = (page.width(), page.height());
    let coarse = |by: usize| {
        let (wide, high) = (width / by, height / by);
        let places = (0..high).flat_map(|y| (0..wide).map(move |x| (x, y)));
        let light = |(x, y): (usize, usize)| {
            let rows = (y * by..(y + 1) * by).flat_map(|y| {
                page.pixels()[y * width + x * by..y * width + (x + 1) * by].iter().copied()
            });
            // What is dark is in the other picture.
            let rows = rows.map(|light| if light < DARK { 255 } else { light });
            let sum: usize = rows.map(usize::from).sum();
            u8::try_from(sum / (by * by)).unwrap()
        };
        gray(wide, places.map(light).collect())
    };
    let rows = page.pixels().chunks(width);
    let packed = rows.flat_map(|row| {
        row.chunks(8).map(|bits| {
            let bit = |(at, light): (usize, &u8)| u8::from(*light >= DARK) << (7 - at);
            bits.iter().enumerate().map(bit).sum::<u8>()
        })
    });
    let letters = Picture {
        said: format!("/Width {width} /Height {height} /ImageMask true /BitsPerComponent 1"),
        bytes: packed.collect(),
    };
    let content = format!("{WHOLE} /P0 Do Q {WHOLE} 0.1 0.1 0.1 rg /P1 Do Q");
    // Crosses in black and white look like those of a scan that lost faint marks, so empty boxes are asked about.
    expect_page("coding-letters.pdf", &pdf(&[coarse(2), letters], &content), 6);
}

#[test]
fn black_with_a_mask_is_the_page_that_the_mask_shows() {
    let page = page();
    let white = || gray(400, vec![255; 400 * 500]);
    let mut black = gray(2, vec![0; 4]);
    black.said.push_str(" /SMask {next}");
    let mask = gray(page.width(), page.pixels().iter().map(|light| 255 - light).collect());
    let content = format!("{WHOLE} /P0 Do Q {WHOLE} /P1 Do Q {WHOLE} /P2 Do Q");
    expect_page("coding-mask.pdf", &pdf(&[white(), white(), black, mask], &content), 1);
}

#[test]
fn what_cannot_be_drawn_is_refused_with_advice() {
    let strip = || gray(400, vec![255; 400 * 200]);
    let refusals = [
        ("/P0 Do /P1 Do BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", "is stored in a way that is not read"),
        (&format!("/P0 Do /P1 Do {}", "q ".repeat(40)), "is stored in a way that is not read"),
        ("/G gs /P0 Do /P1 Do", "is stored in a way that is not read"),
        ("10 10 50 50 re W n /P0 Do /P1 Do", "is stored in a way that is not read"),
        ("/P0 Do /P1 Do /P7 Do", "is stored in a way that is not read"),
    ];
    for (content, why) in refusals {
        let test: Test = copied(&[]);
        std::fs::write(test.path("scans/a.pdf"), pdf(&[strip(), strip()], content)).unwrap();
        let ran = collect(&test, "");
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains(why), "{content}: {}", ran.err);
    }
}
