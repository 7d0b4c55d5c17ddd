use super::super::counts::count;
use super::super::layout_box::{Children, Column, LayoutBox, frame_of};
use super::super::line::rule;
use super::super::shaped::Shaped;
use super::super::state::LayoutState;
use super::particulars::stacked;
use crate::base::unit::Pt;
use crate::document::{Alignment, Inline};
use crate::print::frame::Place;

impl LayoutState<'_> {
    /// A paragraph of boxes, spread over the column between two lines. What is before the first box comes first.
    pub(super) fn options(&mut self, content: &[Inline], column: Column) -> Vec<LayoutBox> {
        let is_box =
            |inline: &Inline| matches!(inline, Inline::Option { .. } | Inline::Checkbox(_));
        let mut parts: Vec<&[Inline]> = Vec::new();
        let mut rest = content;
        while let Some(last) = rest.iter().rposition(is_box) {
            parts.insert(0, &rest[last..]);
            rest = &rest[..last];
        }
        let has_words = |inline: &Inline| !matches!(inline, Inline::Text { text, .. } if text.trim().is_empty());
        if parts.is_empty() || rest.iter().any(has_words) {
            parts.insert(0, rest);
        }
        let style = &self.style.options;
        let (look, least, line) = (style.look, style.height, style.rule);
        let gap = style.gap;
        let mut children = Children::default();
        let shaped: Vec<Shaped> =
            parts.into_iter().map(|part| self.shape(part, look, &mut children)).collect();
        let needs: Vec<Pt> = shaped.iter().map(|part| part.widths(self.style).1 + gap).collect();
        let widths = spread(&needs, column.width);
        let mut frames = Vec::new();
        for (part, width) in shaped.into_iter().zip(&widths) {
            let lines = part.lines(*width - gap, Alignment::Start, self.style, self.fonts);
            frames.push(stacked(lines));
        }
        let tallest = frames.iter().fold(Pt::ZERO, |most, frame| most.max(frame.size.height));
        let height = least.max(tallest);
        let mut frame = frame_of(height);
        let mut x = column.x;
        for (part, width) in frames.into_iter().zip(widths) {
            let y = (height - part.size.height) / 2.0;
            frame.append(Place { x, y }, part);
            x += width;
        }
        for y in [Pt::ZERO, height] {
            rule(&mut frame, Place { x: column.x, y }, column.width, line);
        }
        vec![LayoutBox { ends_ruled: true, ..LayoutBox::new(frame) }]
    }
}

/// Equal widths if every part fits into one; otherwise what each part needs, with an equal share of what is left over or missing.
fn spread(needs: &[Pt], available: Pt) -> Vec<Pt> {
    let equal = available / count(needs.len());
    if needs.iter().all(|need| *need <= equal) {
        return vec![equal; needs.len()];
    }
    let all: Pt = needs.iter().copied().sum();
    if all <= available {
        let share = (available - all) / count(needs.len());
        needs.iter().map(|need| *need + share).collect()
    } else {
        needs.iter().map(|need| *need * (available / all)).collect()
    }
}
