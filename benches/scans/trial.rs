//! One page: it is printed, written on, worn, scanned, and read.

use std::path::Path;
use std::time::Instant;

use super::arguments::Kind;
use super::forms::{Form, Forms, RESOLUTIONS};
use super::hand::{Done, Hand};
use super::paper;
use super::phone;
use super::random::Random;
use super::scan::{
    BoxMark, Gray, Misplaced, PageFault, PrintedBox, RowMark, find, loses_faint_marks, read_boxes,
    read_row,
};
use super::scanner::{self, Noise};
use super::sheet::Sheet;
use super::tally::Tally;

pub struct Trial {
    forms: Forms,
    noise: Noise,
}

/// What was read of a page: its boxes, and whether faint marks are lost.
struct Reading {
    marks: Vec<BoxMark>,
    is_faint_lost: bool,
}

impl Trial {
    pub fn new(forms: Forms) -> Self {
        Self { forms, noise: Noise::new() }
    }

    /// What is read of the page of a seed.
    pub fn page(&self, kind: Kind, is_hard: bool, seed: u64, save: Option<&Path>) -> Tally {
        let mut random = Random::new(seed);
        let at = random.below(self.forms.forms.len());
        let form = &self.forms.forms[at];
        let resolution = match random.below(20) {
            0..8 => 0,
            8..19 => 1,
            _ => 2,
        };
        let (sheet, done) = self.written(at, resolution, kind, is_hard, &mut random);
        let seen = match kind {
            Kind::Phone => phone::photo(&sheet, &self.noise, &mut random),
            Kind::Bilevel => scanner::bilevel(&sheet, &self.noise, &mut random),
            Kind::Copies => scanner::copied(&sheet, &self.noise, &mut random),
            Kind::Flatbed | Kind::Blank => scanner::flatbed(&sheet, &self.noise, &mut random),
        };
        if let Some(path) = save {
            seen.save(path);
            std::fs::write(path.with_extension("json"), truth(at, &done)).unwrap();
        }
        let gray = Gray::new(seen.width, seen.height, seen.pixels).unwrap();
        let flat: Vec<PrintedBox> = form.rows.iter().flatten().copied().collect();
        let mut tally = Tally { pages: 1, ..Tally::default() };
        let start = Instant::now();
        let reading = read(&gray, form, &flat);
        if RESOLUTIONS[resolution] > 180.0 && RESOLUTIONS[resolution] < 220.0 {
            tally.time = start.elapsed();
            tally.timed = 1;
        }
        match reading {
            Ok(mut reading) => {
                tally.faint_lost += usize::from(reading.is_faint_lost);
                // What `collect --photocopies` is told.
                reading.is_faint_lost |= kind == Kind::Copies;
                judge(&mut tally, seed, form, &done, &reading);
            }
            Err(why) => {
                tally.questions.push(format!("{seed}: the page: {why}"));
                tally.refused.insert(why, 1);
            }
        }
        tally
    }

    /// The page with what was done to each row, and what happened to the paper.
    fn written(
        &self,
        at: usize,
        resolution: usize,
        kind: Kind,
        is_hard: bool,
        random: &mut Random,
    ) -> (Sheet, Vec<Done>) {
        let mut sheet = self.forms.sheet(at, resolution).clone();
        let form = &self.forms.forms[at];
        let done = if kind == Kind::Blank {
            let blank = || Done { what: "nothing", read: Some(RowMark::Blank) };
            form.rows.iter().map(|_| blank()).collect()
        } else {
            let mut hand = Hand::new(random, is_hard);
            let done: Vec<Done> = form.rows.iter().map(|row| hand.write(row)).collect();
            let strokes = hand.strokes;
            for stroke in &strokes {
                sheet.stroke(stroke, random);
            }
            done
        };
        let behind = random.below(self.forms.forms.len());
        paper::wear(&mut sheet, self.forms.sheet(behind, resolution), random, is_hard);
        (sheet, done)
    }
}

fn read(gray: &Gray, form: &Form, boxes: &[PrintedBox]) -> Result<Reading, String> {
    let found = find(gray).map_err(|fault| {
        match fault {
            PageFault::FewSquares => "few squares",
            PageFault::NoCode => "no code",
            PageFault::SeveralPages => "several pages",
        }
        .to_owned()
    })?;
    let marks = read_boxes(gray, &found, form.paper, boxes)
        .map_err(|Misplaced { .. }| "frames elsewhere".to_owned())?;
    let is_faint_lost = loses_faint_marks(gray, &found, form.paper);
    Ok(Reading { marks, is_faint_lost })
}

fn judge(tally: &mut Tally, seed: u64, form: &Form, done: &[Done], reading: &Reading) {
    let mut rest = &reading.marks[..];
    for (at, (row, Done { what, read })) in form.rows.iter().zip(done).enumerate() {
        let (marks, others) = rest.split_at(row.len());
        rest = others;
        let mut seen = read_row(marks);
        // Where faint marks are lost, nobody knows that there was none.
        if reading.is_faint_lost && seen == RowMark::Blank {
            seen = RowMark::Ask;
        }
        let is_asked = seen == RowMark::Ask;
        let is_wrong = !is_asked && Some(seen) != *read;
        let rows = tally.rows.entry(what).or_default();
        rows.all += 1;
        rows.asked += usize::from(is_asked);
        rows.wrong += usize::from(is_wrong);
        tally.boxes += row.len();
        if is_asked {
            tally.asked += row.len();
            tally.uncertain += uncertain(marks);
        }
        if *what == "nothing" || what.starts_with("a cross, ") {
            let crossed = match read {
                Some(RowMark::Answer(at)) => Some(*at),
                _ => None,
            };
            let untouched = (0..row.len()).filter(|at| Some(*at) != crossed);
            tally.untouched += untouched.clone().count();
            tally.doubted += untouched.filter(|at| marks[*at] != BoxMark::Empty).count();
        }
        let place = row[0].at;
        let line =
            || format!("{seed}: row {at} at {:.0}, {:.0} mm: {what}: {marks:?}", place.x, place.y);
        if is_wrong {
            tally.wrong.push(line());
        } else if is_asked {
            tally.questions.push(line());
        }
    }
}

/// The boxes of a row because of which it is asked about. Where a faint mark may be lost, that is each of them.
fn uncertain(marks: &[BoxMark]) -> usize {
    let count = |is_one: fn(BoxMark) -> bool| marks.iter().filter(|mark| is_one(**mark)).count();
    let unclear = count(|mark| mark == BoxMark::Unclear);
    let marked = count(|mark| mark != BoxMark::Empty);
    [unclear, marked, marks.len()].into_iter().find(|boxes| *boxes > 0).unwrap_or_default()
}

/// What was done to each row, and what may be read of it: nothing is -1, and `null` is a question.
fn truth(form: usize, done: &[Done]) -> String {
    let rows: Vec<_> = done
        .iter()
        .map(|Done { what, read }| {
            let read = read.and_then(|read| match read {
                RowMark::Blank => Some(-1),
                RowMark::Answer(at) => i64::try_from(at).ok(),
                RowMark::Ask => None,
            });
            serde_json::json!({ "what": what, "read": read })
        })
        .collect();
    serde_json::json!({ "form": form, "rows": rows }).to_string()
}
