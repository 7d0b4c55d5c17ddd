//! In: the words of a command line. Out: what they ask for, as small plain structs; and on the way back, what people and scripts read.
//!
//! This module must not know how anything is done.

mod args;
mod build;
mod collect;
mod debrief;
mod ending;
mod facets;
mod purge;
pub mod report;
mod request;
mod result;
mod scores;
mod target;
pub mod terminal;
mod usage;
mod verify;
mod write;

pub use args::{
    CheckArgs, CheckFormat, Cli, Command, CompletionsArgs, EXIT_CODES, ImportArgs, InitArgs,
    LineError, ListArgs, ListFormat, ManArgs, SchemaArgs, SchemaOf, ShowArgs, TypesetArgs,
};
pub use build::{
    BrandArgs, BuildArgs, Collate, DocumentArgs, Format, InterviewerArgs, KitArgs, LayoutArg,
    LockArgs, OutputArgs, PacketArgs, PanelArgs, PaperArg, RosterArgs, Shard,
};
pub use collect::{CollectArgs, CollectFormat};
pub use debrief::{DebriefArgs, DebriefOutputArgs};
pub use ending::unknown_ending;
pub use facets::{BankArgs, FacetArgs, FilterArgs, OrderArg};
pub use purge::PurgeArgs;
pub use request::{
    BrandRequest, BuildRequest, DocumentRequest, LockRequest, OutputRequest, PanelRequest,
    RosterRequest, check_order, text_size,
};
pub use result::{ResultArgs, ResultFormat};
pub use scores::{ScoresArgs, ScoresFormat};
pub use target::{STREAM, Target};
pub use usage::UsageError;
pub use verify::VerifyArgs;
pub use write::WriteArgs;
