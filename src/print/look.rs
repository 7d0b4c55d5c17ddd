use crate::base::unit::Pt;

/// How a kind of text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The font size.
    pub size: Pt,
    /// From baseline to baseline.
    pub leading: Pt,
    /// Whether all of it is semibold.
    pub strong: bool,
    /// Whether emphasis is italic.
    pub slanted: bool,
    /// White space above and below.
    pub spacing: Spacing,
}

/// White space around a block. Between two blocks there is the larger of what both ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spacing {
    /// White space above.
    pub above: Pt,
    /// White space below.
    pub below: Pt,
}

pub(super) fn look(size: f32, leading: f32, above: f32, below: f32) -> Look {
    let (size, leading, spacing) = (Pt(size), Pt(leading), spacing(above, below));
    Look { size, leading, strong: false, slanted: true, spacing }
}

pub(super) fn spacing(above: f32, below: f32) -> Spacing {
    Spacing { above: Pt(above), below: Pt(below) }
}
