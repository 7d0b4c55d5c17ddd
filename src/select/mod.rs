//! In: a bank and what someone asked for. Out: which questions, in which order, who asks them, and why.
//!
//! Pure and deterministic. This module must not know how a selection is shown.

mod assign;
mod budget;
mod criteria;
mod error;
mod facet;
mod filter;
mod panel_base;
mod matching;
mod packing;
mod panel;
mod reason;
mod rules;
mod selection;
mod shortfall;
mod single;
mod slot;

pub use criteria::{AskOrder, Criteria, Filters};
pub use error::{FilterCount, NoMatch, NothingLeft, SelectError, Unknown};
pub use facet::{
    COMPETENCY, EXCLUDE, FACETS, Facet, FacetValue, KIND, LEVEL, QUESTION, ROLE, THEME, THEME_ANY,
};
pub use filter::check_themes;
pub use panel::{Panel, assign_panel};
pub use reason::{Aim, Reason, UnmetGoal, Why};
pub use selection::Selection;
pub use single::{check_names, select};
pub use slot::{InterviewerParseError, InterviewerSlot, interviewer_label};
