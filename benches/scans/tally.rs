//! What was read of many pages.

use std::collections::BTreeMap;
use std::time::Duration;

/// How many rows had something done to them.
#[derive(Default)]
pub struct Rows {
    pub all: usize,
    pub asked: usize,
    pub wrong: usize,
}

#[derive(Default)]
pub struct Tally {
    pub rows: BTreeMap<&'static str, Rows>,
    pub pages: usize,
    pub boxes: usize,
    /// The boxes of rows that are asked about.
    pub asked: usize,
    /// The boxes for which rows are asked about: those that are not certain themselves, or contradict each other.
    pub uncertain: usize,
    /// Boxes that no pen was meant for, and how many of them were not seen to be empty.
    pub untouched: usize,
    pub doubted: usize,
    /// Pages of which faint marks are taken to be lost.
    pub faint_lost: usize,
    pub refused: BTreeMap<String, usize>,
    pub wrong: Vec<String>,
    /// What is asked about.
    pub questions: Vec<String>,
    /// How long it took to find and to read pages of 200 dots per inch.
    pub time: Duration,
    pub timed: usize,
}

impl Tally {
    pub fn and(mut self, other: Self) -> Self {
        self.add(other);
        self
    }

    pub fn add(&mut self, other: Self) {
        for (what, rows) in other.rows {
            let own = self.rows.entry(what).or_default();
            own.all += rows.all;
            own.asked += rows.asked;
            own.wrong += rows.wrong;
        }
        for (why, pages) in other.refused {
            *self.refused.entry(why).or_default() += pages;
        }
        self.pages += other.pages;
        self.boxes += other.boxes;
        self.asked += other.asked;
        self.uncertain += other.uncertain;
        self.untouched += other.untouched;
        self.doubted += other.doubted;
        self.faint_lost += other.faint_lost;
        self.wrong.extend(other.wrong);
        self.questions.extend(other.questions);
        self.time += other.time;
        self.timed += other.timed;
    }

    pub fn print(&self, kind: &str, is_verbose: bool) {
        println!("\n{kind}\n\n{:<30} {:>9} {:>9} {:>7}", "Kind of mark", "rows", "asked", "wrong");
        for (what, rows) in &self.rows {
            println!("{what:<30} {:>9} {:>9} {:>7}", rows.all, rows.asked, rows.wrong);
        }
        let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        println!("\n{} boxes on {} pages were read.", self.boxes, self.pages);
        println!("{} rows were read wrong.", self.wrong.len());
        println!(
            "{:.3} % of the boxes are asked about, and {:.3} % are in rows with such a box.",
            share(self.uncertain, self.boxes),
            share(self.asked, self.boxes)
        );
        println!(
            "{:.3} % of {} empty boxes were not seen to be empty.",
            share(self.doubted, self.untouched),
            self.untouched
        );
        println!("{} pages are taken to have lost faint marks.", self.faint_lost);
        let refused: usize = self.refused.values().sum();
        println!("{refused} pages were refused: {:?}", self.refused);
        if self.timed > 0 {
            let speed = self.timed as f64 / self.time.as_secs_f64().max(1e-9);
            println!("{speed:.0} pages of 200 dpi a second and core are found and read.");
        }
        for wrong in &self.wrong {
            println!("WRONG {wrong}");
        }
        if is_verbose {
            self.questions.iter().for_each(|question| println!("ASKED {question}"));
        }
    }
}
