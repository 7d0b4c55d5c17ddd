use std::io::{self, IsTerminal, Write};

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

    /// Writes data.
    pub fn data(&self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        let written = out.write_all(bytes).and_then(|()| out.flush());
        // The kind stays what it was: a closed pipe is no fault.
        written.map_err(|error| {
            io::Error::new(error.kind(), format!("cannot write standard output: {error}"))
        })
    }

    /// Says what was done.
    pub fn message(&self, text: &str) {
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
    pub fn data_is_seen(&self) -> bool {
        io::stdout().is_terminal()
    }

    /// Whether long work may show how far it has come: on a terminal, unless it is to be quiet.
    #[must_use]
    pub fn has_progress(&self) -> bool {
        !self.is_quiet && io::stderr().is_terminal()
    }

    /// Whether messages may have colour: on a terminal, unless `NO_COLOR` is set to anything (no-color.org).
    #[must_use]
    pub fn has_colour(&self) -> bool {
        io::stderr().is_terminal() && !forbids_colour()
    }

    /// Whether data for people may have colour.
    #[must_use]
    pub fn data_has_colour(&self) -> bool {
        self.data_is_seen() && !forbids_colour()
    }

    /// How many characters fit on a line of the terminal.
    #[must_use]
    pub fn width(&self) -> usize {
        let size = if self.data_is_seen() { terminal_size::terminal_size() } else { None };
        size.map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0)).max(40)
    }
}

fn forbids_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
