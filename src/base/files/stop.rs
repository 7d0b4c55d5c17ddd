use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether someone has pressed Ctrl-C. A signal is sent to the process, not to a run of it, so that the answer is the
/// process's.
static IS_ASKED: AtomicBool = AtomicBool::new(false);
static IS_HEARD: OnceLock<bool> = OnceLock::new();

/// A run that comes to an orderly end when it is asked to stop: what is being written is finished, and nothing else begun.
#[derive(Clone, Copy, Debug)]
pub struct Stop(());

impl Stop {
    /// From here on, Ctrl-C, or a polite signal to end, does not end the process at once.
    #[must_use]
    pub fn listen() -> Self {
        // Where signals cannot be heard, the process ends as it would have ended.
        IS_HEARD
            .get_or_init(|| ctrlc::set_handler(|| IS_ASKED.store(true, Ordering::SeqCst)).is_ok());
        Self(())
    }

    /// Whether the run has been asked to stop.
    #[must_use]
    pub fn is_asked(self) -> bool {
        IS_ASKED.load(Ordering::SeqCst)
    }
}
