//! In: a selection and the details of one interview. Out: all that a template may see, as one serializable view.
//!
//! This room must not know how a view is rendered.

mod packet;
mod record;
mod run_of_show;
mod timetable;
mod view;

pub use packet::{Interviewer, NotAnInterviewer, Packet};
pub use record::QuestionRecord;
pub use run_of_show::{Clocked, run_of_show};
pub use view::{
    BankView, CompetencyView, InterviewerView, Kit, Named, PointView, QuestionView, RatingView,
};
