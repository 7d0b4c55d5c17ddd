//! In: a selection and the details of one interview. Out: the Markdown of each of its documents, its kit code, its id, and its lock file.
//!
//! Rosters give the details of many interviews. This module must not know how Markdown is set or painted.

mod agenda;
pub mod brand;
pub mod locale;
pub mod lock;
mod content;
mod details;
mod documents;
mod identity;
mod plan;
mod plan_error;
mod question;
mod question_view;
mod records_view;
pub mod roster;
mod schedule;
pub mod template;
mod unmet;
mod view;

pub use agenda::{AgendaItem, AgendaKind, Timeline, TimelineTick, agenda};
pub use content::Content;
pub use details::{DetailFault, InterviewDetails};
pub use documents::{
    Audience, DOCUMENTS, Default, DocumentKind, GuideLayout, Sheet, built_in_templates, document,
};
pub use identity::{
    PacketId, PacketIdParseError, PacketIdentity, PacketIds, PacketKey, TooManyPackets,
};
pub use plan::{AskedFor, DocumentSet, Interview, Packet, PanelSetup, PlannedDocument, Questions};
pub use plan_error::PlanError;
pub use question::QuestionRecord;
pub use question_view::{Named, QuestionView, RatingView};
pub use records_view::{
    AgendaRowView, HandwritingView, MarkView, NoteView, PictureView, PlaceView, RecordsView,
    SideView, TopicView, UnsettledView,
};
pub use schedule::{Clock, InterviewerView, ScheduledTime, ThemeView, Timing};
pub use unmet::UnmetView;
pub use view::{BankView, CompetencyView, PointView, Setting, View};
