//! In: the words of a command line. Out: what they ask for, as small plain structs; and on the way back, what people and scripts read.
//!
//! This module must not know how anything is done.

mod args;
mod build;
mod debrief;
mod facets;
pub mod report;
mod request;
mod target;
pub mod terminal;
mod usage;

pub use args::{
    CheckArgs, CheckFormat, Cli, Command, CompletionsArgs, EXIT_CODES, ImportArgs, InitArgs,
    LineError, ListArgs, ListFormat, ManArgs, SchemaArgs, SchemaOf, ShowArgs, TypesetArgs,
    WriteArgs,
};
pub use build::{
    BrandArgs, BuildArgs, Collate, DocumentArgs, Format, InterviewerArgs, KitArgs, LayoutArg,
    LockArgs, OutputArgs, PacketArgs, PanelArgs, PaperArg, RosterArgs, Shard,
};
pub use debrief::{DebriefArgs, DebriefOutputArgs};
pub use facets::{BankArgs, FacetArgs, FilterArgs, OrderArg};
pub use request::{
    BrandRequest, BuildRequest, DocumentRequest, LockRequest, OutputRequest, PanelRequest,
    RosterRequest, check_order, text_size,
};
pub use target::{STREAM, Target};
pub use usage::UsageError;
