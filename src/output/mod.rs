//! In: bytes and names. Out: files, standard output, and what the machine says of itself.
//!
//! The only room that touches files, the terminal or the environment. It knows no other room.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the one room that may touch files and the environment"
)]

mod console;
mod environment;
mod folder;
mod input;
mod manifest;
mod name;
mod progress;
mod stage;
mod stop;
mod system_fonts;
mod write;

pub use console::{Console, standard_output_is_closed};
pub use environment::{EnvironmentError, source_date_epoch};
pub use folder::{FolderFile, is_folder, read_folder};
pub use input::{InputError, read_file, read_standard_input};
pub use manifest::{
    FileState, Manifest, ManifestBank, ManifestFacet, ManifestFailure, ManifestFile,
    ManifestOptions, ManifestQuestion, ManifestSlot, ManifestUnmet, manifest_schema, sha256,
};
pub use name::safe_name;
pub use progress::Progress;
pub use stop::Stop;
pub use system_fonts::{SystemFont, system_fonts};
pub use write::{Done, Kept, Overwrite, Planned, WriteError, is_there, write_files};
