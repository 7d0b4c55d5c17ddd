use super::super::counts::count;
use super::super::layout_box::{Children, Column, LayoutBox};
use super::super::line::rule;
use super::super::shaped::Shaped;
use super::super::state::LayoutState;
use super::particulars::stacked;
use crate::base::unit::Pt;
use crate::document::{Alignment, Inline};
use crate::print::frame::{Frame, Place};

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
        let mut shaped = shaped.into_iter();
        let mut y = Pt::ZERO;
        let mut frame = Frame::default();
        for needs in needs.chunks(self.options_in_a_line(&needs, column.width)) {
            let widths = spread(needs, column.width);
            let mut frames = Vec::new();
            for (width, part) in widths.iter().zip(&mut shaped) {
                let lines = part.lines(*width - gap, Alignment::Start, self.style, self.fonts);
                frames.push(stacked(lines));
            }
            let tallest = frames.iter().fold(Pt::ZERO, |most, frame| most.max(frame.size.height));
            let height = least.max(tallest);
            let mut x = column.x;
            for (part, width) in frames.into_iter().zip(widths) {
                let middle = y + (height - part.size.height) / 2.0;
                frame.append(Place { x, y: middle }, part);
                x += width;
            }
            y += height;
        }
        frame.size.height = y;
        for y in [Pt::ZERO, y] {
            rule(&mut frame, Place { x: column.x, y }, column.width, line);
        }
        vec![LayoutBox { ends_ruled: true, ..LayoutBox::new(frame) }]
    }

    /// How many of these parts are on one line: all of them, or so many that each line has what its parts need.
    fn options_in_a_line(&self, needs: &[Pt], available: Pt) -> usize {
        let all = needs.len().max(1);
        let fits = |lines: &usize| {
            let mut lines = needs.chunks(all.div_ceil(*lines));
            lines.all(|line| line.iter().copied().sum::<Pt>() <= available)
        };
        let lines = if self.style.options.wraps { (1..=all).find(fits) } else { Some(1) };
        all.div_ceil(lines.unwrap_or(all))
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
