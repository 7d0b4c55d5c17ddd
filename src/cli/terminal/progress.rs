use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Console;

/// How far long work has come: a bar on a terminal, and nothing elsewhere.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

/// Work of fewer steps is done before anybody looks.
const FEW: usize = 8;

impl Progress {
    /// Work of so many steps, each of which does one of `what`, such as `packets`.
    #[must_use]
    pub fn new(steps: usize, what: &str, console: Console) -> Self {
        let is_seen = console.has_progress() && steps >= FEW;
        let target =
            if is_seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        let bar = ProgressBar::with_draw_target(Some(steps), target);
        let template = format!("{{wide_bar}} {{pos}}/{{len}} {what}, {{eta}} left");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        Self { bar }
    }

    /// One more step is done.
    pub fn step(&self) {
        self.bar.inc(1);
    }

    /// Says something above the bar.
    pub fn say(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }

    /// The work is done, and the bar goes.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
