use super::super::counts::{count, whole};
use super::super::layout_box::{Column, Growth, LayoutBox, field, frame_of};
use super::super::line::Line;
use super::super::state::LayoutState;
use crate::base::diagnostic::Diagnostic;
use crate::base::unit::Pt;
use crate::document::{Alignment, Notes, TextStyle};
use crate::print::frame::{FieldKind, Frame, Place};
use crate::print::look::Look;

/// Text that is filled in in a space for notes, laid out.
struct Written {
    frame: Frame,
    /// How many ruled lines it takes.
    lines: usize,
    is_ruled: bool,
}

impl LayoutState<'_> {
    /// A space for notes. Its ruled lines are the appearance of its field: a viewer that shows what was typed removes them, so that they
    /// do not strike the text through.
    pub(super) fn notes(&mut self, notes: &Notes, column: Column) -> LayoutBox {
        let field = field(&notes.field, FieldKind::Notes { text: notes.text.clone() });
        // A page cannot hold more lines than fit on it, whatever was asked for.
        let most =
            whole((self.style.depth() - self.style.notes.reserve) / self.style.notes.ruling).max(1);
        let Written { frame: written, lines, is_ruled } = self.written(notes, column.width, most);
        let lines = notes.lines.max(lines).clamp(1, most);
        let (x, width) = (column.x, column.width);
        let (tags, is_fixed, cut) = (Vec::new(), false, Pt::ZERO);
        let growth = Growth { field, tags, lines, is_fixed, x, width, is_ruled, cut, written };
        let height = self.style.notes.ruling * count(lines);
        LayoutBox { growth: Some(growth), ..LayoutBox::new(frame_of(height)) }
    }

    /// A space for notes that keeps the number of its lines. More text than they hold gets more lines.
    pub(super) fn fixed_notes(&mut self, notes: &Notes, column: Column) -> LayoutBox {
        let mut it = self.notes(notes, column);
        if let Some(growth) = &mut it.growth {
            growth.is_fixed = true;
        }
        it
    }

    /// The text that is filled in: on ruled lines if `most` lines can hold it, and otherwise closer together and smaller. A warning
    /// names text that no size makes fit.
    fn written(&mut self, notes: &Notes, width: Pt, most: usize) -> Written {
        if notes.text.is_empty() {
            return Written { frame: Frame::default(), lines: 0, is_ruled: true };
        }
        let (ruling, inset) = (self.style.notes.ruling, self.style.notes.inset);
        let ruled = self.note_lines(notes, self.style.notes.size, ruling, width, most);
        if ruled.len() <= most {
            let lines = ruled.len();
            return Written {
                frame: placed(ruled, ruling, inset, self.style.notes.shift),
                lines,
                is_ruled: true,
            };
        }
        let available = ruling * count(most);
        let mut closer = Vec::new();
        let mut fit = 0;
        let mut leading = ruling;
        for size in self.style.notes.small_sizes {
            leading = size * self.style.notes.small_leading;
            fit = whole(available / leading);
            closer = self.note_lines(notes, size, leading, width, fit);
            if closer.len() <= fit {
                break;
            }
        }
        if closer.len() > fit {
            let message =
                format!("these notes are longer than a page; only {fit} lines are printed");
            let warning = Diagnostic::warning("long-notes", message).at(notes.span.0.clone());
            self.warn(warning.help("shorten them, or split them into two `notes` blocks"));
            closer.truncate(fit);
        }
        Written { frame: placed(closer, leading, inset, Pt::ZERO), lines: most, is_ruled: false }
    }

    /// The lines of the text that is filled in. After more than `enough` lines, the rest is left out.
    fn note_lines(
        &mut self,
        notes: &Notes,
        size: Pt,
        leading: Pt,
        width: Pt,
        enough: usize,
    ) -> Vec<Line> {
        let look = Look { size, leading, ..self.style.body };
        let mut lines = Vec::new();
        let mut start = notes.span.0.bytes.start;
        for text in notes.text.split('\n') {
            if lines.len() > enough {
                break;
            }
            let mut span = notes.span.0.clone();
            span.bytes.start = start.min(span.bytes.end);
            start += text.len() + 1;
            let shaped = self.shape_written(text, Some(&span), TextStyle::default(), look);
            let inner = width - self.style.notes.inset * 2.0;
            lines.extend(shaped.lines(inner, Alignment::Start, self.style, self.fonts));
        }
        lines
    }
}

/// Lines below each other, each on its strip.
fn placed(lines: Vec<Line>, leading: Pt, inset: Pt, down: Pt) -> Frame {
    let mut frame = Frame::default();
    for (number, line) in lines.into_iter().enumerate() {
        frame.append(Place { x: inset, y: leading * count(number) + down }, line.frame);
    }
    frame
}
