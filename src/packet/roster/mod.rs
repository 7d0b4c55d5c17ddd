//! In: a roster, as CSV or YAML, and then a bank. Out: its rows, one for each interview, each with its faults; or what is wrong
//! with all of it.
//!
//! This module must not know which banks there are, or what is made of a row.

mod columns;
mod csv;
mod facet_names;
mod raw_row;
mod read;
mod record;
mod row;
mod yaml;

pub use facet_names::FacetNames;
pub use raw_row::{RawRow, Roster};
pub use row::{Places, Row, RowCriteria};

use crate::base::diagnostic::{Checked, Diagnostics};
use crate::base::source::{SourceId, Sources};

/// Reads a roster. It is YAML if its name ends as that of a YAML file, or if its text begins as a list; otherwise it is CSV.
pub fn read(sources: &Sources, id: SourceId) -> Checked<Roster> {
    let mut diagnostics = Diagnostics::new();
    let cells = if yaml::is_yaml(sources, id) {
        yaml::cells(sources, id, &mut diagnostics)
    } else {
        csv::cells(sources, id, &mut diagnostics)
    };
    let roster = read::roster(&cells, id, sources, &mut diagnostics);
    diagnostics.check(roster)
}
