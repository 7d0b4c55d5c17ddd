//! Reads many pages that were marked by a simulated hand and scanned by a simulated scanner, and counts what is read wrong:
//! `cargo bench --bench scans -- --kind flatbed --boxes 500000 --seed evaluation`.
//!
//! Every page has a seed of its own: `--only SEED --save FILE.png` makes the picture of one again. What is found out with the seeds of
//! training is measured with those of evaluation. Copies are read as `collect --photocopies` reads them. `--write FOLDER` keeps all pages for another reader, and `--print FOLDER` takes pictures of
//! that reader's own pages, with boxes at the same places: `benches/compare/scans` does.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::disallowed_methods,
    clippy::exit,
    clippy::many_single_char_names,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::similar_names,
    clippy::struct_field_names,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a bench that cannot go on ends, touches files of its own, and may be plainer than the program"
)]

use interview_kit::scan;

mod arguments;
mod forms;
mod hand;
mod jpeg;
mod paper;
mod phone;
mod random;
mod scanner;
mod sheet;
mod tally;
mod trial;

#[path = "../../tests/it/raster.rs"]
mod raster;

use rayon::prelude::*;

use arguments::{Arguments, Kind};
use forms::Forms;
use tally::Tally;
use trial::Trial;

/// How many pages are tried before it is looked whether they are enough.
const BATCH: u64 = 64;

fn main() {
    let arguments = Arguments::parse(std::env::args().skip(1));
    let forms = Forms::built_in(arguments.paper, arguments.print.clone());
    if let Some(folder) = &arguments.write {
        std::fs::create_dir_all(folder).unwrap();
        forms.write(folder);
    }
    let trial = Trial::new(forms);
    let mut is_right = true;
    for kind in arguments.kinds() {
        is_right &= run(&trial, kind, &arguments);
    }
    if !is_right {
        std::process::exit(1);
    }
}

/// Whether nothing is read wrong.
fn run(trial: &Trial, kind: Kind, arguments: &Arguments) -> bool {
    if let Some(seed) = arguments.only {
        let tally = trial.page(kind, arguments.is_hard, seed, arguments.save.as_deref());
        tally.print(kind.name(), true);
        return tally.wrong.is_empty();
    }
    let (mut tally, mut next) = (Tally::default(), arguments.first);
    let end = arguments.pages.map(|pages| next + pages);
    while end.map_or(tally.boxes < arguments.boxes, |end| next < end) {
        let to = end.map_or(next + BATCH, |end| end.min(next + BATCH));
        let page = |seed| {
            let save = arguments.write.as_ref().map(|to| to.join(format!("{seed}.png")));
            trial.page(kind, arguments.is_hard, seed, save.as_deref())
        };
        tally.add((next..to).into_par_iter().map(page).reduce(Tally::default, Tally::and));
        next = to;
    }
    tally.print(kind.name(), arguments.is_verbose);
    // Copies that were scanned in gray again cannot be told from originals for certain: what is read wrong there is known, and counted only.
    match kind {
        Kind::Copies => true,
        Kind::Bilevel => tally.wrong.len() <= tally.boxes / 10_000,
        Kind::Flatbed | Kind::Phone | Kind::Blank => tally.wrong.is_empty(),
    }
}
