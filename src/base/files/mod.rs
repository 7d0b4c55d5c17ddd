//! Files, and what the machine says of itself. Nothing else touches the disk or reads the environment, but for `cli/terminal`.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the one module that may touch files and the environment"
)]

mod clock;
mod environment;
mod folder;
mod input;
mod journal;
mod name;
mod reason;
mod relative;
mod remove;
mod stage;
mod stop;
mod system_fonts;
mod write;

pub use clock::today;
pub use environment::{EnvironmentError, forbids_color, source_date_epoch};
pub use folder::{
    FolderFile, FolderListing, changed, exists, is_file, is_folder, is_link, length, list_folder,
    read_folder, real_path, with_real_paths,
};
pub use input::{InputError, read_bytes, read_file, read_standard_input, text};
pub use journal::Journal;
pub use name::{in_folder, safe_name};
pub use reason::reason;
pub use relative::relative;
pub use remove::{RemoveError, remove_file};
pub use stop::Stop;
pub use system_fonts::{InstalledFace, SystemFamily, SystemFont, SystemFonts};
pub use write::{NotWritable, Overwrite, Planned, WriteError, WriteOutcome, is_there, write_files};
