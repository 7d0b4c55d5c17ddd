//! A page that was printed and scanned is found in the picture, and nothing else is taken for one.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "pixels of pictures that tests make"
)]

use interview_kit::base::facts::KnownDetails;
use interview_kit::base::unit::{Paper, TextSize};
use interview_kit::document::{KitCode, PageCode, PageIdentity};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style};
use interview_kit::scan::{FoundPage, Gray, PageFault, Point, View, find};
use proptest::prelude::*;

use crate::raster::{Picture, draw};
use crate::support::parse;

const KIT: &str = "SFTZ-6F9R";
const PACKET: &str = "3F9TQ";

/// A scoring form with boxes, ruled notes, text, and a table.
const FORM: &str = "# Scoring form\n\nRate each question with **one** cross.\n\n\
    | Rating | Means |\n|:--|:--|\n| [ ] 1 | No answer |\n| [ ] 2 | Weak |\n| [ ] 3 | Good |\n| [ ] 4 | Strong |\n\n\
    - [ ] Names a first step\n- [ ] Asks who is affected\n\n```notes\n\n\n\n```\n";

fn identity() -> PageIdentity {
    let (document, packet) = ("scoring".to_owned(), PACKET.to_owned());
    PageIdentity { document, packet, has_marks: true, details: KnownDetails::default() }
}

fn kit() -> KitCode {
    KitCode { code: KIT.to_owned(), is_edited: false }
}

fn code(page: usize) -> PageCode {
    PageCode::new(&kit(), &identity(), page).unwrap()
}

/// The first page of the form, printed and scanned without a fault.
fn page(paper: Paper, dpi: f32) -> Picture {
    let mut document = parse(FORM);
    document.front.kit = Some(kit());
    document.front.identity = Some(identity());
    let style = Style::new(paper, TextSize::Regular);
    let pages = typeset(&document, &style, &Fonts::built_in()).value.to_pages();
    draw(&pages, &pages.pages[0], dpi)
}

fn gray(picture: &Picture) -> Gray {
    Gray::new(picture.width, picture.height, picture.pixels.clone()).unwrap()
}

/// Millimeters of a paper.
fn size(paper: Paper) -> (f64, f64) {
    match paper {
        Paper::A4 => (210.0, 297.0),
        Paper::Letter => (215.9, 279.4),
    }
}

/// A page that lies so in a picture of this size, on a ground of this gray: where its corners are, clockwise from its top left.
fn lying(
    page: &Picture,
    corners: [Point; 4],
    (width, height): (usize, usize),
    ground: u8,
) -> Picture {
    let (w, h) = (page.width as f64, page.height as f64);
    let own = [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)].map(|(x, y)| Point { x, y });
    let back = View::of(&corners.into_iter().zip(own).collect::<Vec<_>>()).unwrap();
    let light = |x: usize, y: usize| {
        let Point { x, y } = back.point(Point { x: x as f64 + 0.5, y: y as f64 + 0.5 });
        let (x, y) = (x - 0.5, y - 0.5);
        if x < 0.0 || y < 0.0 || x >= w - 1.0 || y >= h - 1.0 {
            return f64::from(ground);
        }
        let (left, top, right, down) = (x as usize, y as usize, x.fract(), y.fract());
        let at = |x: usize, y: usize| f64::from(page.pixels[y * page.width + x]);
        let upper = at(left, top) * (1.0 - right) + at(left + 1, top) * right;
        let lower = at(left, top + 1) * (1.0 - right) + at(left + 1, top + 1) * right;
        upper * (1.0 - down) + lower * down
    };
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let pixels = places.map(|(x, y)| light(x, y).round() as u8).collect();
    Picture { width, height, pixels }
}

/// How far places are seen from where they are, in millimeters at most, on a page that lies so.
fn off(found: &FoundPage, paper: Paper, corners: [Point; 4]) -> f64 {
    let (width, height) = size(paper);
    let own = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)];
    let pairs: Vec<_> = own.map(|(x, y)| Point { x, y }).into_iter().zip(corners).collect();
    let (truth, seen) = (View::of(&pairs).unwrap(), found.view(paper).unwrap());
    let scale = corners[0].distance(corners[1]) / width;
    let places = (0..=10).flat_map(|x| (0..=10).map(move |y| (x, y)));
    let off = places.map(|(x, y)| {
        let place = Point { x: width * f64::from(x) / 10.0, y: height * f64::from(y) / 10.0 };
        truth.point(place).distance(seen.point(place)) / scale
    });
    off.fold(0.0, f64::max)
}

fn corners(points: [(f64, f64); 4]) -> [Point; 4] {
    points.map(|(x, y)| Point { x, y })
}

/// The corners of a page that was turned clockwise around its middle, in a picture of this size.
fn turned(page: &Picture, degrees: f64, scale: f64, (width, height): (usize, usize)) -> [Point; 4] {
    let (w, h) = (page.width as f64 * scale / 2.0, page.height as f64 * scale / 2.0);
    let (sin, cos) = degrees.to_radians().sin_cos();
    let middle = Point { x: width as f64 / 2.0, y: height as f64 / 2.0 };
    corners([(-w, -h), (w, -h), (w, h), (-w, h)])
        .map(|Point { x, y }| middle + Point { x: x * cos - y * sin, y: x * sin + y * cos })
}

#[test]
fn a_page_is_found_on_every_paper_and_at_every_resolution() {
    for paper in Paper::ALL {
        for dpi in [100.0, 150.0, 200.0, 300.0, 600.0] {
            let page = page(paper, dpi);
            let found = find(&gray(&page)).unwrap();
            assert_eq!((found.code, found.squares), (code(0), 4), "{paper:?} {dpi}");
            let (w, h) = (page.width as f64, page.height as f64);
            let off = off(&found, paper, corners([(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)]));
            assert!(off < 0.12, "{paper:?} at {dpi} dpi: {off} mm");
        }
    }
}

#[test]
fn a_page_is_found_upside_down_sideways_and_askew() {
    for paper in Paper::ALL {
        let page = page(paper, 150.0);
        for degrees in [0.0, 90.0, 180.0, 270.0, 3.7, -5.0, 95.0, 176.0] {
            for scale in [0.97, 1.0] {
                let size = (page.height * 21 / 20, page.height * 21 / 20);
                let corners = turned(&page, degrees, scale, size);
                let found = find(&gray(&lying(&page, corners, size, 255))).unwrap();
                assert_eq!((found.code, found.squares), (code(0), 4), "{degrees}");
                let off = off(&found, paper, corners);
                assert!(off < 0.15, "{paper:?} turned by {degrees}: {off} mm");
            }
        }
    }
}

/// Paints over a part of a picture, in millimeters of a page that fills it.
fn cover(picture: &mut Picture, paper: Paper, from: (f64, f64), to: (f64, f64), gray: u8) {
    let scale = picture.width as f64 / size(paper).0;
    for y in (from.1 * scale) as usize..((to.1 * scale) as usize).min(picture.height) {
        for x in (from.0 * scale) as usize..((to.0 * scale) as usize).min(picture.width) {
            picture.pixels[y * picture.width + x] = gray;
        }
    }
}

#[test]
fn three_corners_are_enough_and_two_are_not() {
    for paper in Paper::ALL {
        let (width, height) = size(paper);
        let (right, bottom) = (width - 20.0, height - 20.0);
        let hidden = [(0.0, 0.0), (right, 0.0), (right, bottom), (0.0, bottom)];
        for (x, y) in hidden {
            let mut page = page(paper, 150.0);
            let (w, h) = (page.width as f64, page.height as f64);
            cover(&mut page, paper, (x, y), (x + 20.0, y + 20.0), 230);
            let found = find(&gray(&page)).unwrap();
            assert_eq!((found.code, found.squares), (code(0), 3), "{x} {y}");
            let off = off(&found, paper, corners([(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)]));
            assert!(off < 0.3, "{paper:?} without {x} {y}: {off} mm");
            let across = if y > 0.0 { 0.0 } else { bottom };
            cover(&mut page, paper, (0.0, across), (width, across + 20.0), 230);
            assert!(find(&gray(&page)).is_err(), "{x} {y}");
        }
    }
}

#[test]
fn a_corner_square_that_a_staple_goes_through_is_found_on_a_photo() {
    let (from, to) = (Point { x: 4.0, y: 8.0 }, Point { x: 17.0, y: 16.0 });
    let along = (to - from) * (1.0 / from.distance(to));
    for paper in Paper::ALL {
        let mut page = page(paper, 150.0);
        let scale = page.width as f64 / size(paper).0;
        for y in 0..(20.0 * scale) as usize {
            for x in 0..(20.0 * scale) as usize {
                let place = Point { x: x as f64, y: y as f64 } * (1.0 / scale) - from;
                let far = place.x * along.x + place.y * along.y;
                let aside = (along.x * place.y - along.y * place.x).abs();
                if aside < 0.5 && (0.0..from.distance(to)).contains(&far) {
                    page.pixels[y * page.width + x] = 70;
                }
            }
        }
        let (width, height) = (page.width * 11 / 10, page.height * 11 / 10);
        let (w, h) = (width as f64, height as f64);
        let seen = [(0.11, 0.06), (0.93, 0.04), (0.98, 0.97), (0.04, 0.93)];
        let lies = corners(seen.map(|(x, y)| (x * w, y * h)));
        let found = find(&gray(&lying(&page, lies, (width, height), 90))).unwrap();
        assert_eq!((found.code, found.squares), (code(0), 4), "{paper:?}");
        let off = off(&found, paper, lies);
        assert!(off < 0.8, "{paper:?}: {off} mm");
    }
}

#[test]
fn a_tile_beside_a_page_is_no_corner_of_it() {
    for paper in Paper::ALL {
        let mut page = page(paper, 150.0);
        let (w, h) = size(paper);
        let scale = page.width as f64 / w;
        // One corner is hidden, and something square and dark lies beside it.
        cover(&mut page, paper, (w - 20.0, h - 20.0), (w, h), 230);
        let (width, height) = (page.width * 12 / 10, page.height * 12 / 10);
        let lies = corners([
            (0.0, 0.0),
            (page.width as f64, 0.0),
            (page.width as f64, page.height as f64),
            (0.0, page.height as f64),
        ]);
        let mut photo = lying(&page, lies, (width, height), 235);
        let (left, top) = ((w + 4.0) * scale, (h + 2.0) * scale);
        for y in top as usize..(top + 3.9 * scale) as usize {
            for x in left as usize..(left + 3.9 * scale) as usize {
                photo.pixels[y * width + x] = 30;
            }
        }
        let found = find(&gray(&photo)).unwrap();
        assert_eq!((found.code, found.squares), (code(0), 3), "{paper:?}");
        let off = off(&found, paper, lies);
        assert!(off < 0.3, "{paper:?}: {off} mm");
    }
}

#[test]
fn a_page_without_a_legible_code_is_not_guessed() {
    let (width, _) = size(Paper::A4);
    let mut page = page(Paper::A4, 150.0);
    // A thumb over half of the code.
    cover(&mut page, Paper::A4, (width - 26.0, 8.0), (width - 17.0, 24.0), 120);
    assert_eq!(find(&gray(&page)), Err(PageFault::NoCode));
}

#[test]
fn a_picture_without_marks_is_no_page() {
    let white = Gray::new(1200, 1700, vec![255; 1200 * 1700]).unwrap();
    assert_eq!(find(&white), Err(PageFault::FewSquares));
    // The tiles of a floor are squares, too, without white around them.
    let tile = |x: usize, y: usize| (x / 24 + y / 24).is_multiple_of(2);
    let tiles = (0..1200 * 1700).map(|at| if tile(at % 1200, at / 1200) { 30 } else { 220 });
    let tiles = Gray::new(1200, 1700, tiles.collect()).unwrap();
    assert_eq!(find(&tiles), Err(PageFault::FewSquares));
    for (width, height) in [(1, 1), (1, 5000), (5000, 1), (7, 3)] {
        let small = Gray::new(width, height, vec![0; width * height]).unwrap();
        assert_eq!(find(&small), Err(PageFault::FewSquares));
    }
}

#[test]
fn two_pages_in_one_picture_are_told() {
    let (one, mut document) = (page(Paper::A4, 100.0), parse(FORM));
    document.front.kit = Some(kit());
    document.front.identity = Some(PageIdentity { packet: "ZZZZZ".to_owned(), ..identity() });
    let style = Style::new(Paper::A4, TextSize::Regular);
    let pages = typeset(&document, &style, &Fonts::built_in()).value.to_pages();
    let other = draw(&pages, &pages.pages[0], 100.0);
    let rows = (0..one.height).flat_map(|y| {
        let row = |page: &Picture| page.pixels[y * page.width..(y + 1) * page.width].to_vec();
        [row(&one), row(&other)].concat()
    });
    let both = Gray::new(one.width * 2, one.height, rows.collect()).unwrap();
    assert_eq!(find(&both), Err(PageFault::SeveralPages));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_photo_of_a_page_on_a_table_is_the_page(
        paper in proptest::sample::select(&Paper::ALL),
        shifts in proptest::array::uniform8(-0.05_f64..0.05),
        degrees in 0.0_f64..360.0,
        share in 0.85_f64..1.05,
        ground in 40_u8..200,
        light in 0.55_f64..1.0,
        noise in 0_u32..14,
    ) {
        let page = page(paper, 150.0);
        let side = (page.height as f64 * 1.5) as usize;
        let mut corners = turned(&page, degrees, share, (side, side));
        for (corner, shift) in corners.iter_mut().zip(shifts.chunks(2)) {
            let by = Point { x: shift[0], y: shift[1] };
            *corner = *corner + Point { x: by.x * side as f64, y: by.y * side as f64 };
        }
        let mut photo = lying(&page, corners, (side, side), ground);
        // Light that fades from one edge to the other, and the noise of a sensor.
        let mut random = 1_u32;
        for (at, pixel) in photo.pixels.iter_mut().enumerate() {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let fade = 1.0 - (1.0 - light) * ((at % side) as f64 / side as f64);
            let off = f64::from((random >> 16) % (2 * noise + 1)) - f64::from(noise);
            *pixel = (f64::from(*pixel) * fade + off).clamp(0.0, 255.0) as u8;
        }
        // 120 to 160 dots per inch.
        let found = find(&gray(&photo));
        prop_assert!(found.is_ok(), "{found:?}");
        let found = found.unwrap();
        prop_assert_eq!((found.code, found.squares), (code(0), 4));
        let off = off(&found, paper, corners);
        prop_assert!(off < 0.4, "{} mm", off);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_picture_is_looked_at_without_a_fault(
        width in 1_usize..90,
        squares in proptest::collection::vec((0_usize..90, 0_usize..90, 1_usize..9, 0_u8..=255), 0..12),
        noise in proptest::collection::vec(0_u8..=255, 1..64),
    ) {
        let height = 90;
        let mut pixels: Vec<u8> = noise.iter().copied().cycle().take(width * height).collect();
        for (left, top, side, gray) in squares {
            for y in top..(top + side).min(height) {
                for x in left.min(width)..(left + side).min(width) {
                    pixels[y * width + x] = gray;
                }
            }
        }
        prop_assert!(find(&Gray::new(width, height, pixels).unwrap()).is_err());
    }
}

#[test]
fn a_picture_has_as_many_pixels_as_it_says() {
    assert!(Gray::new(2, 3, vec![0; 6]).is_some());
    assert!(Gray::new(2, 3, vec![0; 5]).is_none());
    assert!(Gray::new(0, 0, Vec::new()).is_none());
    assert!(Gray::new(usize::MAX, 2, vec![0; 4]).is_none());
}
