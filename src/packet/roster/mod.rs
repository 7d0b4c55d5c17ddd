//! In: a roster, as CSV or YAML. Out: its rows, one for each interview, each with its faults; or what is wrong with all of it.
//!
//! This module must not know which banks there are, or what is made of a row.

mod columns;
mod csv;
mod names;
mod read;
mod record;
mod row;
mod yaml;

pub use names::Names;
pub use row::{Roster, Row};

use crate::base::diagnostic::{Checked, Diagnostics};
use crate::base::source::{SourceId, Sources};

/// Reads a roster. It is YAML where its name or its first sign says so, and CSV otherwise.
pub fn read(sources: &Sources, id: SourceId) -> Checked<Roster> {
    let mut diagnostics = Diagnostics::new();
    let cells = if yaml::is_yaml(sources, id) {
        yaml::cells(sources, id, &mut diagnostics)
    } else {
        csv::cells(sources, id, &mut diagnostics)
    };
    let roster = read::roster(cells, id, sources, &mut diagnostics);
    diagnostics.check(roster)
}
