//! In: the words of a command line. Out: what they ask for.
//!
//! Types only. This room must not know how anything is done.

mod args;
mod build;
mod facets;
pub mod report;
pub mod terminal;

pub use args::{
    CheckArgs, CheckFormat, Cli, Command, CompletionsArgs, EXIT_CODES, ImportArgs, InitArgs,
    ListArgs, ListFormat, ManArgs, SchemaArgs, SchemaOf, ShowArgs, TypesetArgs, WriteArgs,
};
pub use build::{
    BuildArgs, Collate, DocumentArgs, Format, KitArgs, LockArgs, OutputArgs, PacketArgs, PanelArgs,
    PaperArg, PrintArgs, RosterArgs, SeatArgs, Shard,
};
pub use facets::{BankArgs, FacetArgs, FilterArgs, OrderArg};
