use crate::base::unit::{Mm, Paper, Pt};
use crate::print::frame::Size;

/// All measures of a page. The defaults are the project's design; nothing else in this room holds a number of it.
#[derive(Clone, Debug)]
pub struct Style {
    /// The paper.
    pub paper: Size,
    /// From the left and right edges to the words.
    pub side: Pt,
    /// From the top edge to the words.
    pub top: Pt,
    /// From the bottom edge to the words.
    pub bottom: Pt,
    /// From the top edge to the running header.
    pub header: Pt,
    /// From the top edge to the names at the head of every page, below the running header.
    pub names: Pt,
    /// From the bottom edge to the running footer.
    pub footer: Pt,
    /// Running text.
    pub body: Look,
    /// Headings by level, the first three; deeper ones look like the third.
    pub headings: [Look; 3],
    /// The line right below a heading, where it is all emphasis.
    pub byline: Look,
    /// The cells of a table.
    pub cell: Look,
    /// Preformatted text.
    pub code: Look,
    /// The running header and footer.
    pub running: Look,
    /// The side of a box to tick.
    pub tick_box: Pt,
    /// The distance of the lines to write on.
    pub ruling: Pt,
    /// How far items of a list and quotations are set in.
    pub indent: Pt,
}

/// How thick lines are, those to write on among them: an office photocopier loses thinner ones.
pub(in crate::print) const HAIRLINE: Pt = Pt(0.5);

/// How a kind of text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The size of the type.
    pub size: Pt,
    /// From baseline to baseline.
    pub leading: Pt,
    /// Whether it is semibold throughout.
    pub strong: bool,
    /// Whether emphasis is shown by slant.
    pub slanted: bool,
    /// White space above.
    pub above: Pt,
    /// White space below.
    pub below: Pt,
}

impl Style {
    /// The style for a size of paper.
    #[must_use]
    pub fn new(paper: Paper) -> Self {
        Self {
            paper: size_of(paper),
            side: Mm(20.0).into(),
            top: Mm(26.0).into(),
            bottom: Mm(23.0).into(),
            header: Mm(15.0).into(),
            names: Mm(19.0).into(),
            footer: Mm(15.0).into(),
            body: look(10.5, 14.0, false, 0.0, 6.0),
            headings: [
                look(22.0, 26.0, true, 18.0, 6.0),
                look(14.5, 18.5, true, 16.0, 4.0),
                look(11.5, 15.0, true, 10.0, 3.0),
            ],
            // A byline is told apart by its place; a third font for one line a question would be a tenth of the file.
            byline: Look { slanted: false, ..look(10.0, 13.0, false, 0.0, 7.0) },
            cell: look(10.0, 13.0, false, 0.0, 0.0),
            code: look(9.5, 13.0, false, 0.0, 0.0),
            running: look(8.5, 11.0, false, 0.0, 0.0),
            tick_box: Mm(3.5).into(),
            ruling: Mm(8.0).into(),
            indent: Mm(6.5).into(),
        }
    }

    /// How wide the words may run.
    #[must_use]
    pub fn measure(&self) -> Pt {
        self.paper.width - self.side * 2.0
    }

    /// How far down the words may run, from where they begin.
    #[must_use]
    pub fn depth(&self) -> Pt {
        self.paper.height - self.top - self.bottom
    }

    /// The look of a heading.
    #[must_use]
    pub fn heading(&self, level: u8) -> Look {
        let [first, second, third] = self.headings;
        match level {
            0 | 1 => first,
            2 => second,
            _ => third,
        }
    }
}

fn look(size: f32, leading: f32, strong: bool, above: f32, below: f32) -> Look {
    Look {
        size: Pt(size),
        leading: Pt(leading),
        strong,
        slanted: true,
        above: Pt(above),
        below: Pt(below),
    }
}

fn size_of(paper: Paper) -> Size {
    match paper {
        Paper::A4 => Size { width: Mm(210.0).into(), height: Mm(297.0).into() },
        Paper::Letter => Size { width: Pt(612.0), height: Pt(792.0) },
    }
}
