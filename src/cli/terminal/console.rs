use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::base::files::{forbids_color, reason};

/// The two streams that a run talks to: data on standard output, messages on standard error.
#[derive(Clone, Copy, Debug)]
pub struct Console {
    is_quiet: bool,
}

/// What a terminal without a size counts as.
const USUAL_WIDTH: usize = 80;

impl Console {
    /// A console; a quiet one keeps messages to itself, but for errors and warnings.
    #[must_use]
    pub fn new(is_quiet: bool) -> Self {
        Self { is_quiet }
    }

    /// Writes data. Whoever closes a pipe has read enough, which is no fault.
    pub fn data(&self, bytes: &[u8]) -> io::Result<()> {
        self.needed_data(bytes).or_else(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Ok(()),
            _ => Err(error),
        })
    }

    /// Writes data that cannot be made again, such as what was removed. Here a closed pipe is a fault, too.
    pub fn needed_data(&self, bytes: &[u8]) -> io::Result<()> {
        let written = expect_open().and_then(|()| write_out(bytes));
        written.map_err(|error| {
            let message = format!("cannot write standard output: {}", reason(&error));
            io::Error::new(error.kind(), message)
        })
    }

    /// Proves, as far as that can be known before, that data can be written: for work that leaves traces before its data is
    /// written.
    pub fn expect_data(&self) -> io::Result<()> {
        self.data(b"")
    }

    /// Says what was done.
    pub fn info(&self, text: &str) {
        if !self.is_quiet {
            self.error(text);
        }
    }

    /// Says what went wrong, or what should be looked at.
    pub fn error(&self, text: &str) {
        // Where nobody can hear it, there is nobody to tell either.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// Whether data goes to a terminal.
    #[must_use]
    pub fn stdout_is_terminal(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Whether long work may show how far it has come: on a terminal, unless it is to be quiet.
    #[must_use]
    pub fn has_progress(&self) -> bool {
        !self.is_quiet && io::stderr().is_terminal()
    }

    /// Whether messages may have color: on a terminal, unless `NO_COLOR` is set to anything (no-color.org).
    #[must_use]
    pub fn stderr_has_color(&self) -> bool {
        io::stderr().is_terminal() && !forbids_color()
    }

    /// Whether data for people may have color.
    #[must_use]
    pub fn stdout_has_color(&self) -> bool {
        self.stdout_is_terminal() && !forbids_color()
    }

    /// How many characters fit on a line of the terminal.
    #[must_use]
    pub fn width(&self) -> usize {
        let size = if self.stdout_is_terminal() { terminal_size::terminal_size() } else { None };
        size.map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0)).max(40)
    }
}

/// Whether the program was started without a standard output.
static IS_CLOSED: AtomicBool = AtomicBool::new(false);

/// Remembers that the program was started without a standard output (`>&-`). Only what runs before `main` can know: the
/// standard library opens `/dev/null` in its place before `main`, and all that is written there would be lost in silence. The
/// descriptor is the process's, and so is the answer.
pub fn standard_output_is_closed() {
    IS_CLOSED.store(true, Ordering::Relaxed);
}

fn expect_open() -> io::Result<()> {
    if IS_CLOSED.load(Ordering::Relaxed) {
        return Err(io::Error::new(io::ErrorKind::NotConnected, "it is closed"));
    }
    Ok(())
}

/// The standard library counts bytes as written that a descriptor does not take because it is open for reading only; a file
/// says so.
#[cfg(unix)]
fn write_out(bytes: &[u8]) -> io::Result<()> {
    use std::os::fd::AsFd;
    let mut out = std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?);
    // Writing nothing at all shows whether anything can be written.
    let _ = out.write(b"")?;
    out.write_all(bytes)
}

#[cfg(not(unix))]
fn write_out(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
