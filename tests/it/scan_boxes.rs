//! What people do to boxes on paper is read, or asked about, and never read wrong.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "pixels of pictures that tests make"
)]

use std::collections::BTreeMap;

use interview_kit::base::unit::{Paper, Pt};
use interview_kit::print::frame::{FieldKind, Mark, Pages};
use interview_kit::scan::{
    BoxMark, Gray, Misplaced, Point, PrintedBox, RowMark, find, read_boxes, read_row,
};

use crate::raster::{PenStroke, Picture, draw_on};
use crate::support::{Test, set};

/// A generator of numbers that is the same everywhere (PCG, 32 bits).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mixed = (((self.0 >> 18) ^ self.0) >> 27) as u32;
        mixed.rotate_right((self.0 >> 59) as u32)
    }

    /// A number between two.
    fn between(&mut self, least: f32, most: f32) -> f32 {
        least + (most - least) * (self.next() as f32 / u32::MAX as f32)
    }

    fn below(&mut self, count: usize) -> usize {
        self.next() as usize % count
    }
}

/// The boxes of a page, row by row: a choice is a row, and a single box is one of its own.
fn rows(pages: &Pages, page: usize) -> Vec<Vec<PrintedBox>> {
    let mut rows: BTreeMap<usize, Vec<PrintedBox>> = BTreeMap::new();
    let mm = |length: Pt| f64::from(length.0) * 25.4 / 72.0;
    for item in &pages.pages[page].items {
        let Mark::Widget(widget) = &item.mark else { continue };
        let kind = &pages.fields[widget.field.0].kind;
        if matches!(kind, FieldKind::Choice { .. } | FieldKind::Check { .. }) {
            let at = Point { x: mm(item.at.x), y: mm(item.at.y) };
            rows.entry(widget.field.0)
                .or_default()
                .push(PrintedBox { at, side: mm(widget.size.width) });
        }
    }
    rows.into_values().collect()
}

/// The scoring form of a packet, as it is printed.
fn scoring(paper: &str) -> Pages {
    let test = Test::new();
    test.run(&format!("build --limit 4 --documents scoring --format md --paper {paper} -o kit"))
        .ok();
    let name = std::fs::read_dir(test.path("kit")).unwrap().next().unwrap().unwrap().file_name();
    let paper = Paper::named(paper).unwrap();
    set(&test.text(&format!("kit/{}", name.to_str().unwrap())), paper)
}

/// A line from one place to another, a little bent, by a hand.
fn line(random: &mut Random, from: (f32, f32), to: (f32, f32), pen: (f32, f32)) -> PenStroke {
    let bend = (random.between(-0.25, 0.25), random.between(-0.25, 0.25));
    let point = |share: f32| {
        let bent = 4.0 * share * (1.0 - share);
        (
            from.0 + (to.0 - from.0) * share + bend.0 * bent,
            from.1 + (to.1 - from.1) * share + bend.1 * bent,
        )
    };
    PenStroke {
        points: (0..=8).map(|at| point(at as f32 / 8.0)).collect(),
        width: pen.0,
        gray: pen.1,
    }
}

struct Hand<'r> {
    random: &'r mut Random,
    strokes: Vec<PenStroke>,
    /// The width of the pen in millimeters, and how light its ink is.
    pen: (f32, f32),
}

impl Hand<'_> {
    fn place(&mut self, own: &PrintedBox, x: f32, y: f32, off: f32) -> (f32, f32) {
        let side = own.side as f32;
        let (left, top) = (own.at.x as f32, own.at.y as f32);
        let mut off = || self.random.between(-off, off);
        (left + x * side + off(), top + y * side + off())
    }

    fn line(&mut self, own: &PrintedBox, from: (f32, f32), to: (f32, f32), off: f32) {
        let (from, to) = (self.place(own, from.0, from.1, off), self.place(own, to.0, to.1, off));
        let stroke = line(self.random, from, to, self.pen);
        self.strokes.push(stroke);
    }

    fn cross(&mut self, own: &PrintedBox) {
        self.line(own, (0.1, 0.1), (0.9, 0.9), 0.5);
        self.line(own, (0.9, 0.1), (0.1, 0.9), 0.5);
    }

    fn fill(&mut self, own: &PrintedBox) {
        for pass in 0..14 {
            let y = 0.04 + 0.92 * pass as f32 / 13.0;
            self.line(own, (0.04, y), (0.96, y), 0.15);
            self.line(own, (y, 0.04), (y, 0.96), 0.15);
        }
    }

    fn tick(&mut self, own: &PrintedBox) {
        self.line(own, (0.2, 0.55), (0.45, 0.85), 0.3);
        self.line(own, (0.45, 0.85), (1.0, 0.0), 0.3);
    }

    fn circle(&mut self, own: &PrintedBox) {
        let radius = self.random.between(0.55, 0.85) * own.side as f32;
        let middle = self.place(own, 0.5, 0.5, 0.3);
        let point = |at: u32| {
            let (sin, cos) = (at as f32 / 24.0 * std::f32::consts::TAU).sin_cos();
            (middle.0 + radius * cos, middle.1 + radius * sin)
        };
        let (width, gray) = self.pen;
        self.strokes.push(PenStroke { points: (0..=24).map(point).collect(), width, gray });
    }

    fn dot(&mut self, own: &PrintedBox) {
        let at = self.place(own, 0.5, 0.5, 1.2);
        let (width, gray) = (self.random.between(0.2, 0.9), self.pen.1);
        self.strokes.push(PenStroke { points: vec![at, (at.0 + 0.05, at.1)], width, gray });
    }

    fn scribble(&mut self, own: &PrintedBox) {
        for _ in 0..4 {
            let from = (self.random.between(-0.3, 1.3), self.random.between(-0.3, 1.3));
            let to = (self.random.between(-0.3, 1.3), self.random.between(-0.3, 1.3));
            self.line(own, from, to, 0.2);
        }
    }
}

/// What somebody did to a row, and what may be read of it beside a question.
struct Done {
    what: &'static str,
    read: Option<RowMark>,
}

/// What people do to a row.
fn write(hand: &mut Hand<'_>, row: &[PrintedBox]) -> Done {
    let own = hand.random.below(row.len());
    let other = hand.random.below(row.len());
    let (blank, answer) = (Some(RowMark::Blank), Some(RowMark::Answer(own)));
    let (what, read) = match hand.random.below(100) {
        0..20 => ("nothing", blank),
        20..80 => {
            hand.cross(&row[own]);
            ("a cross", answer)
        }
        80..86 if own != other => {
            hand.cross(&row[other]);
            hand.fill(&row[other]);
            hand.cross(&row[own]);
            ("a correction", answer)
        }
        86..88 => {
            hand.tick(&row[own]);
            ("a tick", answer)
        }
        88..90 => {
            hand.circle(&row[own]);
            ("a circle", answer)
        }
        90..93 => {
            hand.dot(&row[own]);
            ("a dot", blank)
        }
        93..95 => {
            hand.scribble(&row[own]);
            ("a scribble", None)
        }
        95..98 if own != other => {
            hand.cross(&row[own]);
            hand.cross(&row[other]);
            ("two crosses", None)
        }
        _ => {
            hand.fill(&row[own]);
            ("a filled box", None)
        }
    };
    Done { what, read }
}

/// The faults of a scanner: blur, uneven light, and noise.
fn scanned(picture: &mut Picture, random: &mut Random) {
    let (width, height) = (picture.width, picture.height);
    let before = picture.pixels.clone();
    let (light, noise) = (random.between(0.82, 1.0), random.between(0.0, 9.0));
    for y in 1..height - 1 {
        for x in 1..width - 1 {
            let near = [0, 1, 2].map(|down| {
                let row = (y + down - 1) * width + x;
                before[row - 1..=row + 1].iter().map(|it| f32::from(*it)).sum::<f32>()
            });
            let blurred = 0.5 * f32::from(before[y * width + x]) + near.iter().sum::<f32>() / 18.0;
            let fade = 1.0 - (1.0 - light) * x as f32 / width as f32;
            let off = random.between(-noise, noise);
            picture.pixels[y * width + x] = (blurred * fade + off).clamp(0.0, 255.0) as u8;
        }
    }
}

#[derive(Debug, Default)]
struct Tally {
    /// Of each thing that was done to rows, how many of them there are, and how many are asked about.
    rows: BTreeMap<&'static str, (usize, usize)>,
    wrong: Vec<String>,
}

fn try_pages(seeds: std::ops::Range<u64>, paper: &str) -> Tally {
    let (pages, mut tally) = (scoring(paper), Tally::default());
    for seed in seeds {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) + 1);
        let page = random.below(pages.pages.len());
        let rows = rows(&pages, page);
        let pen = (random.between(0.35, 0.8), random.between(0.0, 0.4));
        let mut hand = Hand { random: &mut random, strokes: Vec::new(), pen };
        let done: Vec<Done> = rows.iter().map(|row| write(&mut hand, row)).collect();
        let strokes = hand.strokes;
        let dpi = [150.0, 200.0, 300.0][random.below(3)];
        let mut picture = draw_on(&pages, &pages.pages[page], dpi, &strokes);
        scanned(&mut picture, &mut random);
        let gray = Gray::new(picture.width, picture.height, picture.pixels).unwrap();
        let found = find(&gray).unwrap_or_else(|fault| panic!("seed {seed}: {fault:?}"));
        let flat: Vec<PrintedBox> = rows.iter().flatten().copied().collect();
        let marks = read_boxes(&gray, &found, Paper::named(paper).unwrap(), &flat);
        let mut marks = marks.unwrap_or_else(|fault| panic!("seed {seed}: {fault:?}")).into_iter();
        for (row, Done { what, read }) in rows.iter().zip(done) {
            let marks: Vec<BoxMark> = marks.by_ref().take(row.len()).collect();
            let seen = read_row(&marks);
            let (rows, asked) = tally.rows.entry(what).or_default();
            *rows += 1;
            *asked += usize::from(seen == RowMark::Ask);
            if seen != RowMark::Ask && Some(seen) != read {
                tally.wrong.push(format!("seed {seed}: {what} is {seen:?}: {marks:?}"));
            }
        }
    }
    tally
}

#[test]
fn no_row_is_read_wrong_and_few_crosses_are_asked_about() {
    for paper in ["a4", "letter"] {
        let tally = try_pages(0..10, paper);
        assert!(tally.wrong.is_empty(), "{:#?}", tally.wrong);
        let share = |what: &str| {
            let (rows, asked) = tally.rows[what];
            asked as f32 / rows as f32
        };
        assert!(share("nothing") <= 0.0, "{:?}", tally.rows);
        assert!(share("a cross") < 0.05, "{:?}", tally.rows);
    }
}

#[test]
#[ignore = "takes minutes; run it after a change of how boxes are read"]
fn no_row_of_many_pages_is_read_wrong() {
    for paper in ["a4", "letter"] {
        let tally = try_pages(1000..1150, paper);
        println!("{paper}: {:?}", tally.rows);
        assert!(tally.wrong.is_empty(), "{:#?}", tally.wrong);
    }
}

#[test]
fn a_circle_by_the_pencil_that_drew_the_crosses_is_asked_about() {
    let pages = scoring("a4");
    let rows = rows(&pages, 0);
    let flat: Vec<PrintedBox> = rows.iter().flatten().copied().collect();
    let circled = rows.iter().position(|row| row.len() > 1).unwrap();
    for seed in 0..8 {
        let mut random = Random(seed);
        let pen = (random.between(0.3, 0.5), random.between(0.5, 0.75));
        let mut hand = Hand { random: &mut random, strokes: Vec::new(), pen };
        for (at, row) in rows.iter().enumerate() {
            if at == circled { hand.circle(&row[1]) } else { hand.cross(&row[0]) }
        }
        let strokes = hand.strokes;
        let mut picture = draw_on(&pages, &pages.pages[0], 150.0, &strokes);
        scanned(&mut picture, &mut random);
        let gray = Gray::new(picture.width, picture.height, picture.pixels).unwrap();
        let marks = read_boxes(&gray, &find(&gray).unwrap(), Paper::A4, &flat).unwrap();
        let first = rows[..circled].iter().map(Vec::len).sum();
        let row = &marks[first..first + rows[circled].len()];
        assert_eq!(read_row(row), RowMark::Ask, "seed {seed}, pen {pen:?}: {row:?}");
    }
}

#[test]
fn a_row_counts_only_with_one_clear_cross_and_nothing_unclear() {
    use BoxMark::{Cross, Empty, Filled, Unclear};
    let rows = [
        (vec![Empty, Empty, Empty], RowMark::Blank),
        (vec![Empty, Cross, Empty], RowMark::Answer(1)),
        (vec![Filled, Empty, Cross], RowMark::Answer(2)),
        (vec![Filled, Filled, Cross], RowMark::Answer(2)),
        (vec![Cross, Cross, Empty], RowMark::Ask),
        (vec![Filled, Cross, Cross], RowMark::Ask),
        (vec![Filled, Empty, Empty], RowMark::Ask),
        (vec![Cross, Unclear, Empty], RowMark::Ask),
        (vec![Unclear], RowMark::Ask),
        (vec![Cross], RowMark::Answer(0)),
        (Vec::new(), RowMark::Blank),
    ];
    for (marks, read) in rows {
        assert_eq!(read_row(&marks), read, "{marks:?}");
    }
}

#[test]
fn a_page_whose_boxes_are_elsewhere_is_not_read() {
    let pages = scoring("a4");
    let boxes: Vec<PrintedBox> = rows(&pages, 0).into_iter().flatten().collect();
    let picture = draw_on(&pages, &pages.pages[0], 150.0, &[]);
    let gray = Gray::new(picture.width, picture.height, picture.pixels).unwrap();
    let found = find(&gray).unwrap();
    let all_empty = vec![BoxMark::Empty; boxes.len()];
    assert_eq!(read_boxes(&gray, &found, Paper::A4, &boxes), Ok(all_empty));
    let moved = |own: &PrintedBox| PrintedBox { at: own.at + Point { x: 2.5, y: 2.5 }, ..*own };
    let moved: Vec<PrintedBox> = boxes.iter().map(moved).collect();
    let read = read_boxes(&gray, &found, Paper::A4, &moved);
    let Err(Misplaced { found, boxes: all }) = read else { panic!("{read:?}") };
    assert!(found * 2 < all, "{found} of {all}");
}

/// What is read of the rows of a page after it was written on so, and scanned. A fold is a stroke, too.
fn read_after(pages: &Pages, strokes: &[PenStroke], random: &mut Random) -> Vec<RowMark> {
    let rows = rows(pages, 0);
    let flat: Vec<PrintedBox> = rows.iter().flatten().copied().collect();
    let mut picture = draw_on(pages, &pages.pages[0], 200.0, strokes);
    scanned(&mut picture, random);
    let gray = Gray::new(picture.width, picture.height, picture.pixels).unwrap();
    let marks = read_boxes(&gray, &find(&gray).unwrap(), Paper::A4, &flat).unwrap();
    let mut marks = marks.into_iter();
    rows.iter().map(|row| read_row(&marks.by_ref().take(row.len()).collect::<Vec<_>>())).collect()
}

#[test]
fn a_fold_through_boxes_is_no_mark_and_a_faint_stroke_is_asked_about() {
    let pages = scoring("a4");
    let rows = rows(&pages, 0);
    let through = rows.iter().position(|row| row.len() > 1).unwrap();
    let own = rows[through][1];
    let (x, y) = ((own.at.x + own.side * 0.4) as f32, (own.at.y + own.side * 0.6) as f32);
    let (mut crossed, mut asked) = (0, 0);
    for seed in 0..12 {
        let mut random = Random(seed);
        let (lean, gray) = (random.between(-2.0, 2.0), random.between(0.72, 0.86));
        let (width, shadow) = (random.between(0.3, 0.7), random.between(0.9, 0.97));
        let is_across = seed % 2 == 0;
        let line = |from: f32, to: f32, by: f32, width: f32, gray: f32| {
            let point = |along: f32| {
                if is_across {
                    (along, y + by + lean * (along - x) / 210.0)
                } else {
                    (x + by + lean * (along - y) / 297.0, along)
                }
            };
            PenStroke { points: vec![point(from), point(to)], width, gray }
        };
        let end = if is_across { 210.0 } else { 297.0 };
        let fold = [line(0.0, end, 0.0, width, gray), line(0.0, end, 1.0, 2.0, shadow)];
        let said = read_after(&pages, &fold, &mut random);
        let is_right = |said: &RowMark| matches!(said, RowMark::Blank | RowMark::Ask);
        assert!(said.iter().all(is_right), "seed {seed}: {said:?}");
        asked += said.iter().filter(|said| **said == RowMark::Ask).count();
        // The same line from box to box, by a soft pencil, and with a cross on the fold.
        let side = own.side as f32;
        let from = if is_across { x } else { y };
        let stroke = [line(from - side, from + side, 0.0, width, gray)];
        let said = read_after(&pages, &stroke, &mut random);
        assert_eq!(said[through], RowMark::Ask, "seed {seed}: {said:?}");
        let mut hand = Hand { random: &mut random, strokes: fold.into(), pen: (0.5, 0.2) };
        hand.cross(&own);
        let strokes = hand.strokes;
        let said = read_after(&pages, &strokes, &mut random);
        let is_read = said[through] == RowMark::Answer(1);
        assert!(is_read || said[through] == RowMark::Ask, "seed {seed}: {said:?}");
        crossed += usize::from(is_read);
    }
    assert!(crossed >= 8 && asked <= 3, "{crossed} crosses are read, {asked} rows are asked about");
}

#[test]
fn a_box_whose_print_is_pale_is_asked_about() {
    let pages = scoring("a4");
    let rows = rows(&pages, 0);
    let flat: Vec<PrintedBox> = rows.iter().flatten().copied().collect();
    for faded in [0, rows.len() / 2] {
        let own = rows[faded][0];
        let mut picture = draw_on(&pages, &pages.pages[0], 200.0, &[]);
        let place = |mm: f64| (mm / 25.4 * 200.0) as usize;
        let width = picture.width;
        for y in place(own.at.y - 2.0)..place(own.at.y + own.side + 2.0) {
            for x in place(own.at.x - 2.0)..place(own.at.x + own.side + 2.0) {
                // Toner that is missing leaves a quarter of the ink, and of what was written there no more can be expected.
                let pixel = &mut picture.pixels[y * width + x];
                *pixel = 255 - (255 - *pixel) / 4;
            }
        }
        scanned(&mut picture, &mut Random(1));
        let gray = Gray::new(picture.width, picture.height, picture.pixels).unwrap();
        let marks = read_boxes(&gray, &find(&gray).unwrap(), Paper::A4, &flat).unwrap();
        let first: usize = rows[..faded].iter().map(Vec::len).sum();
        assert_eq!(marks[first], BoxMark::Unclear);
        let others = marks.iter().enumerate().filter(|(at, _)| *at != first);
        assert!(others.into_iter().all(|(_, mark)| *mark == BoxMark::Empty), "{marks:?}");
    }
}
