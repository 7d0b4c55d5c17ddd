//! In: a selection and the details of one interview. Out: the Markdown of each of its documents, its kit code, and its lock file.
//!
//! Rosters give the details of many interviews. This module must not know how Markdown is set or painted.

pub mod lock;
mod details;
mod record;
pub mod roster;
mod run_of_show;
pub mod template;
mod timetable;
mod view;

pub use details::{Interviewer, NotAnInterviewer, Packet};
pub use record::QuestionRecord;
pub use run_of_show::{Clocked, run_of_show};
pub use view::{
    BankView, CompetencyView, InterviewerView, Kit, Named, PointView, QuestionView, RatingView,
};
