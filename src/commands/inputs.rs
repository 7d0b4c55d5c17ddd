use std::path::{Path, PathBuf};

use crate::base::files;
use crate::cli::UsageError;

/// Refuses to write over a file that the command reads, such as the only filled-in form, even with `--force`.
pub(super) fn spare(output: &Path, inputs: &[PathBuf]) -> Result<(), UsageError> {
    spare_real(output, inputs.iter().map(|input| files::real_path(input)))
}

/// The same for inputs whose real paths are known.
pub(super) fn spare_real(
    output: &Path,
    mut inputs: impl Iterator<Item = PathBuf>,
) -> Result<(), UsageError> {
    let real = files::real_path(output);
    if files::is_file(output) && inputs.any(|input| input == real) {
        let message = format!("-o {}: the command reads this file", output.display());
        return Err(UsageError::new(message).help("name another file to write"));
    }
    Ok(())
}
