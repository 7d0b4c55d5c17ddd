use std::collections::HashMap;
use std::sync::Arc;

use super::shorten::{beginning, shorten};
use super::state::LayoutState;
use crate::base::diagnostic::Diagnostic;
use crate::base::unit::Pt;
use crate::document::TextStyle;
use crate::print::frame::Frame;
use crate::print::look::Look;

/// Text on one line, and how far it moves the pen.
pub(super) type OneLine = (Arc<Frame>, Pt);

/// The code of warnings of texts in headers and footers that are cut off or left out; their label is the text.
pub const CUT_OFF: &str = "cut-off";

/// Wider than any text.
pub(super) const ENDLESS: Pt = Pt(f32::MAX);

impl LayoutState<'_> {
    /// Warns of a text that is too long for its line in the header or footer.
    pub(super) fn warn_of_cut(&mut self, text: &str) {
        let message =
            format!("`{}` is too long for its line in the header or footer", beginning(text));
        self.warn_once(text, message, "shorten it; its end is cut off");
    }

    /// The same text is on every page.
    pub(super) fn warn_once(&mut self, text: &str, message: String, help: &str) {
        let warning = Diagnostic::warning(CUT_OFF, message).label(beginning(text)).help(help);
        if !self.warnings.contains(&warning) {
            self.warn(warning);
        }
    }

    /// As much of a text as fits on one line of this width, if `whole` is the text without a limit.
    pub(super) fn one_line_of(
        &mut self,
        text: &str,
        whole: OneLine,
        look: Look,
        width: Pt,
    ) -> OneLine {
        if whole.1 <= width { whole } else { self.one_line(text, look, width) }
    }

    /// As much of a text as fits on one line of this width.
    pub(super) fn one_line(&mut self, text: &str, look: Look, width: Pt) -> OneLine {
        self.known_line((&beginning(text), ""), (look, TextStyle::default()), width)
    }

    /// As much of a text as fits on one line of this width, and then a tail, if many documents have it.
    pub(super) fn known_line(
        &mut self,
        (text, tail): (&str, &str),
        (look, style): (Look, TextStyle),
        width: Pt,
    ) -> OneLine {
        let lengths = [look.size, look.leading, width].map(|Pt(length)| length.to_bits());
        let key = ([text.to_owned(), tail.to_owned()], style, lengths);
        if let Some(known) = self.cache.one_liners.get(&key) {
            return known;
        }
        self.is_replaced = false;
        let line = self.fitting(text, tail, (look, style), width);
        if !self.is_replaced {
            self.cache.one_liners.insert(&key, line.clone(), 1);
        }
        line
    }

    /// As much of a text as fits on one line of this width, and then a tail.
    pub(super) fn fitting(
        &mut self,
        text: &str,
        tail: &str,
        (look, style): (Look, TextStyle),
        width: Pt,
    ) -> OneLine {
        let mut tried: HashMap<String, OneLine> = HashMap::new();
        let shown = shorten(text, tail, width, |text| {
            let line = self.run_of(text, look, style);
            let advance = line.1;
            tried.insert(text.to_owned(), line);
            advance
        });
        tried.remove(&shown).unwrap_or_else(|| self.run_of(&shown, look, style))
    }

    pub(super) fn run_of(&mut self, text: &str, look: Look, style: TextStyle) -> OneLine {
        let shaped = self.shape_plain(text, style, look);
        let line = shaped.one_line(self.style, self.fonts);
        (Arc::new(line.frame), line.advance)
    }
}
