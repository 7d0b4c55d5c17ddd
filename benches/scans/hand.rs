//! What people do to boxes with pens.

use super::random::Random;
use super::scan::{PrintedBox, RowMark};
use super::sheet::Stroke;

/// How a pen writes.
#[derive(Clone, Copy)]
pub struct Pen {
    pub name: &'static str,
    width: (f32, f32),
    gray: (f32, f32),
    grain: f32,
}

/// Of all pages, how many in a hundred are written with it. Even the faintest pencil leaves a tenth of black in its darkest spots once it is
/// scanned: a person sees it on the picture.
const PENS: &[(usize, Pen)] = &[
    (58, Pen { name: "ballpoint", width: (0.3, 0.55), gray: (0.05, 0.4), grain: 0.25 }),
    (14, Pen { name: "felt pen", width: (0.6, 1.1), gray: (0.0, 0.3), grain: 0.0 }),
    (26, Pen { name: "pencil", width: (0.35, 0.7), gray: (0.3, 0.55), grain: 0.55 }),
    (2, Pen { name: "faint pencil", width: (0.3, 0.5), gray: (0.62, 0.8), grain: 0.6 }),
];

/// What somebody did to a row, and what may be read of it beside a question.
pub struct Done {
    pub what: &'static str,
    pub read: Option<RowMark>,
}

/// How many in a thousand rows have what, on pages as they come back, and on pages that are meant to be hard.
const ODD: &[(usize, usize, &str)] = &[
    (4, 40, "a tick"),
    (1, 40, "a filled box"),
    (6, 60, "a correction"),
    (2, 40, "a scratched correction"),
    (2, 40, "a circle"),
    (1, 40, "a circled cross"),
    (3, 40, "a dot"),
    (4, 60, "a long arm into a neighbor"),
    (1, 30, "a strike through the row"),
    (8, 40, "handwriting near"),
    (1, 60, "handwriting through"),
    (1, 60, "a cross mostly outside"),
    (1, 60, "two crosses"),
    (1, 40, "a scribble"),
    (2, 40, "a single stroke"),
    (1, 40, "a small cross"),
];

pub struct Hand<'r> {
    pub random: &'r mut Random,
    pub strokes: Vec<Stroke>,
    pub pen: Pen,
    /// Whether the page is meant to be hard.
    pub is_hard: bool,
    width: f32,
    gray: f32,
}

type Place = (f32, f32);

impl<'r> Hand<'r> {
    pub fn new(random: &'r mut Random, is_hard: bool) -> Self {
        let mut at = random.below(100);
        let mut pen = PENS[0].1;
        for (share, own) in PENS {
            pen = *own;
            if at < *share {
                break;
            }
            at -= share;
        }
        let width = random.between(pen.width.0, pen.width.1);
        let gray = random.between(pen.gray.0, pen.gray.1);
        Self { random, strokes: Vec::new(), pen, is_hard, width, gray }
    }

    fn push(&mut self, points: Vec<Place>) {
        let press = self.random.between(-0.05, 0.05);
        let gray = (self.gray + press).clamp(0.0, 0.82);
        self.strokes.push(Stroke { points, width: self.width, gray, grain: self.pen.grain });
    }

    /// A line that is a little bent.
    fn line(&mut self, from: Place, to: Place) {
        let bend = (self.random.around(0.12), self.random.around(0.12));
        let point = |at: u8| {
            let share = f32::from(at) / 6.0;
            let bent = 4.0 * share * (1.0 - share);
            (
                from.0 + (to.0 - from.0) * share + bend.0 * bent,
                from.1 + (to.1 - from.1) * share + bend.1 * bent,
            )
        };
        self.push((0..=6).map(point).collect());
    }

    fn middle(own: &PrintedBox) -> Place {
        ((own.at.x + own.side / 2.0) as f32, (own.at.y + own.side / 2.0) as f32)
    }

    fn cross_at(&mut self, (x, y): Place, half: f32) {
        let random = &mut *self.random;
        let mut arm = |dx: f32, dy: f32| {
            let (wide, high) = (random.between(0.82, 1.15), random.between(0.82, 1.15));
            (x + dx * half * wide, y + dy * half * high)
        };
        let ends = [arm(-1.0, -1.0), arm(1.0, 1.0), arm(1.0, -1.0), arm(-1.0, 1.0)];
        self.line(ends[0], ends[1]);
        self.line(ends[2], ends[3]);
    }

    fn cross(&mut self, own: &PrintedBox) {
        let (x, y) = Self::middle(own);
        let at = (x + self.random.around(0.35), y + self.random.around(0.35));
        let half = self.random.between(1.7, 2.9);
        self.cross_at(at, half);
    }

    fn fill(&mut self, own: &PrintedBox) {
        let (left, top, side) = (own.at.x as f32, own.at.y as f32, own.side as f32);
        let passes = (side / (self.width * 0.6)).ceil();
        for pass in 0..=passes as usize {
            let at = (pass as f32 / passes) * (side - 0.3) + 0.15;
            let (one, other) = (self.random.around(0.15), self.random.around(0.15));
            self.line((left + 0.2 + one, top + at), (left + side - 0.2 + other, top + at));
            self.line((left + at, top + 0.2 + one), (left + at, top + side - 0.2 + other));
        }
    }

    fn circle(&mut self, own: &PrintedBox) {
        let (x, y) = Self::middle(own);
        let (x, y) = (x + self.random.around(0.4), y + self.random.around(0.4));
        let (wide, high) = (self.random.between(2.9, 4.3), self.random.between(2.9, 4.3));
        let open = self.random.between(-0.2, 0.4);
        let point = |at: u8| {
            let (sin, cos) = (f32::from(at) / 28.0 * (std::f32::consts::TAU - open)).sin_cos();
            (x + wide * cos, y + high * sin)
        };
        self.push((0..=28).map(point).collect());
    }

    /// Letters that join, from a place to the right.
    fn words(&mut self, from: Place, length: f32, height: f32) {
        let (mut points, mut x) = (Vec::new(), 0.0);
        while x < length {
            let (wide, high) =
                (self.random.between(0.7, 1.5), height * self.random.between(0.35, 1.0));
            let lean = self.random.between(-0.2, 0.5);
            for at in 0..8_u8 {
                let (sin, cos) = (f32::from(at) / 8.0 * std::f32::consts::TAU).sin_cos();
                let up = (1.0 - cos) / 2.0 * high;
                let x = from.0 + x + wide * f32::from(at) / 8.0 + sin * 0.4 + lean * up;
                points.push((x, from.1 + height / 2.0 - up));
            }
            x += wide;
        }
        self.push(points);
    }

    fn tick(&mut self, own: &PrintedBox) {
        let (x, y) = Self::middle(own);
        let (x, y) = (x + self.random.around(0.4), y + self.random.around(0.4));
        let low = (x - self.random.between(0.2, 0.8), y + self.random.between(1.0, 2.0));
        let start = (low.0 - self.random.between(0.7, 1.5), low.1 - self.random.between(0.7, 2.0));
        let end = (low.0 + self.random.between(2.0, 4.0), low.1 - self.random.between(3.0, 5.5));
        let points = [start, low, end];
        self.push(points.to_vec());
    }

    /// Does to a row what people do.
    pub fn write(&mut self, row: &[PrintedBox]) -> Done {
        let own = self.random.below(row.len());
        let other = (own + 1 + self.random.below(row.len().max(2) - 1)) % row.len();
        let answer = Some(RowMark::Answer(own));
        let mut at = self.random.below(1000);
        for (real, hard, what) in ODD {
            let share = if self.is_hard { *hard } else { *real };
            if at < share {
                // What takes two boxes is something else in a row of one.
                let what = match *what {
                    "a correction" | "a scratched correction" if own == other => "a filled box",
                    "two crosses" if own == other => "a circled cross",
                    what => what,
                };
                let read = self.odd(what, row, own, other);
                return Done { what, read };
            }
            at -= share;
        }
        // Nearly every rating has its cross, and half of what is listed.
        let share = if row.len() > 1 { 0.95 } else { 0.45 };
        if self.random.is(share) {
            self.cross(&row[own]);
            let what = match self.pen.name {
                "ballpoint" => "a cross, ballpoint",
                "felt pen" => "a cross, felt pen",
                "pencil" => "a cross, pencil",
                _ => "a cross, faint pencil",
            };
            Done { what, read: answer }
        } else {
            Done { what: "nothing", read: Some(RowMark::Blank) }
        }
    }

    fn odd(&mut self, what: &str, row: &[PrintedBox], own: usize, other: usize) -> Option<RowMark> {
        let here = row[own];
        let (x, y) = Self::middle(&here);
        let answer = Some(RowMark::Answer(own));
        match what {
            "a tick" => {
                self.tick(&here);
                return answer;
            }
            "a filled box" => self.fill(&here),
            "a correction" | "a scratched correction" => {
                self.cross(&row[other]);
                if what == "a correction" {
                    self.fill(&row[other]);
                } else {
                    self.scribble(&row[other], 5);
                }
                self.cross(&here);
                return answer;
            }
            "a circle" => self.circle(&here),
            "a circled cross" => {
                self.cross(&here);
                self.circle(&here);
            }
            "a dot" => {
                let at = (x + self.random.between(-2.4, 2.4), y + self.random.between(-2.4, 2.4));
                let width = std::mem::replace(&mut self.width, self.random.between(0.2, 1.0));
                let to = (at.0 + self.random.between(0.0, 0.4), at.1);
                self.push(vec![at, to]);
                self.width = width;
                return Some(RowMark::Blank);
            }
            "a long arm into a neighbor" => {
                self.cross(&here);
                let side = if self.random.is(0.5) { 1.0 } else { -1.0 };
                let length = self.random.between(4.0, 8.0);
                let to = (x + side * self.random.between(-1.0, 4.0), y + length);
                self.line((x, y), to);
                return answer;
            }
            "a strike through the row" => {
                let (first, last) = (Self::middle(&row[0]), Self::middle(&row[row.len() - 1]));
                let (from, to) = (self.random.between(-1.2, 1.2), self.random.between(-1.2, 1.2));
                self.line((first.0 - 4.0, first.1 + from), (last.0 + 4.0, last.1 + to));
            }
            "handwriting near" => {
                let is_crossed = self.random.is(0.5);
                if is_crossed {
                    self.cross(&here);
                }
                let (length, height) =
                    (self.random.between(6.0, 25.0), self.random.between(1.5, 3.5));
                let left = x + self.random.between(4.5, 7.0);
                self.words((left, y), length, height);
                return if is_crossed { answer } else { Some(RowMark::Blank) };
            }
            "handwriting through" => {
                let back = self.random.between(3.0, 12.0);
                let (length, height) =
                    (self.random.between(5.0, 20.0) + back, self.random.between(2.5, 5.0));
                let middle = y + self.random.between(-0.8, 0.8);
                self.words((x - back, middle), length, height);
            }
            "a cross mostly outside" => {
                let (sin, cos) = self.random.between(0.0, std::f32::consts::TAU).sin_cos();
                // As far from the middle as makes it leave the box by its own middle.
                let far = self.random.between(2.7, 3.4) / sin.abs().max(cos.abs());
                let half = self.random.between(1.7, 2.5);
                self.cross_at((x + cos * far, y + sin * far), half);
            }
            "two crosses" => {
                self.cross(&here);
                self.cross(&row[other]);
            }
            "a scribble" => self.scribble(&here, 4),
            "a single stroke" => {
                let (one, far) = (self.random.between(0.0, std::f32::consts::TAU), 2.2);
                let (sin, cos) = one.sin_cos();
                self.line((x - cos * far, y - sin * far), (x + cos * far, y + sin * far));
            }
            _ => {
                let half = self.random.between(0.9, 1.6);
                let at = (x + self.random.around(0.5), y + self.random.around(0.5));
                self.cross_at(at, half);
                return answer;
            }
        }
        None
    }

    fn scribble(&mut self, own: &PrintedBox, turns: usize) {
        let (x, y) = Self::middle(own);
        let points = (0..turns * 2).map(|at| {
            let side = if at % 2 == 0 { -1.0 } else { 1.0 };
            let along = 2.0 * at as f32 / (turns * 2 - 1) as f32 - 1.0;
            (
                x + side * self.random.between(1.2, 3.0),
                y + along * 2.4 + self.random.between(-0.6, 0.6),
            )
        });
        let points = points.collect();
        self.push(points);
    }
}
