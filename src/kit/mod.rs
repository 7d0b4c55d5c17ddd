//! In: a selection and the details of one interview. Out: all that a template may see, as one serializable view.
//!
//! This room must not know how a view is rendered.

mod packet;
mod record;
mod run_of_show;
mod view;

pub use packet::Packet;
pub use record::QuestionRecord;
pub use run_of_show::{Clocked, run_of_show};
pub use view::{BankView, CompetencyView, Kit, Named, PointView, QuestionView, RatingView};
