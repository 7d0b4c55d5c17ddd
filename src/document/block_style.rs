/// How a block looks, as a comment above it names it: `<!-- style: options -->`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockStyle {
    /// The title on the first page of a guide, or on a candidate sheet.
    CoverTitle,
    /// The title of a form.
    FormTitle,
    /// A question on the page on which it is asked.
    Ask,
    /// A question that shares the page on which it is asked.
    Question,
    /// A question on the page on which it is rated.
    Scored,
    /// A paragraph below a heading that is printed at the end of the heading's first line: when a question begins.
    Time,
    /// A quotation that is read aloud.
    Script,
    /// A paragraph in small print that says what is below it.
    Label,
    /// A list with a question that every candidate is asked after the first one.
    FollowUp,
    /// The same on a page that questions share.
    CompactFollowUp,
    /// A list of questions that may be asked.
    Probes,
    /// The same on a page that questions share.
    CompactProbes,
    /// A list of what an answer should cover.
    Rubric,
    /// Space for notes that does not grow.
    Fixed,
    /// A table of one row: small words that say what each cell is, and the cell below them, on a line.
    Particulars,
    /// A table of one row: each cell on a line, and below the line small words that say what it is.
    Signatures,
    /// A paragraph of boxes: spread over the column, between two lines.
    Options,
    /// A list in small print, in two columns.
    TwoColumns,
    /// The same on a page that questions share.
    CompactTwoColumns,
    /// A paragraph, a list or a table in small print.
    Small,
    /// A table whose heading row is a choice: boxes at fixed places between two lines, and below them what each point of the scale
    /// means.
    Ratings,
}

impl BlockStyle {
    /// Every style.
    pub const ALL: [Self; 21] = [
        Self::CoverTitle,
        Self::FormTitle,
        Self::Ask,
        Self::Question,
        Self::Scored,
        Self::Time,
        Self::Script,
        Self::Label,
        Self::FollowUp,
        Self::CompactFollowUp,
        Self::Probes,
        Self::CompactProbes,
        Self::Rubric,
        Self::Fixed,
        Self::Particulars,
        Self::Signatures,
        Self::Options,
        Self::TwoColumns,
        Self::CompactTwoColumns,
        Self::Small,
        Self::Ratings,
    ];

    /// The style of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name() == name)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CoverTitle => "cover-title",
            Self::FormTitle => "form-title",
            Self::Ask => "ask",
            Self::Question => "question",
            Self::Scored => "scored",
            Self::Time => "time",
            Self::Script => "script",
            Self::Label => "label",
            Self::FollowUp => "follow-up",
            Self::CompactFollowUp => "compact-follow-up",
            Self::Probes => "probes",
            Self::CompactProbes => "compact-probes",
            Self::Rubric => "rubric",
            Self::Fixed => "fixed",
            Self::Particulars => "particulars",
            Self::Signatures => "signatures",
            Self::Options => "options",
            Self::TwoColumns => "two-columns",
            Self::CompactTwoColumns => "compact-two-columns",
            Self::Small => "small",
            Self::Ratings => "ratings",
        }
    }

    /// What can look like this, for people.
    #[must_use]
    pub fn expected(self) -> &'static str {
        match self {
            Self::CoverTitle | Self::FormTitle | Self::Ask | Self::Question | Self::Scored => {
                "a heading"
            }
            Self::Time => "the first paragraph below a heading",
            Self::Script => "a quotation",
            Self::Particulars | Self::Signatures => "a table with one row",
            Self::Label | Self::Options => "a paragraph",
            Self::FollowUp
            | Self::CompactFollowUp
            | Self::Probes
            | Self::CompactProbes
            | Self::Rubric
            | Self::TwoColumns
            | Self::CompactTwoColumns => "a list",
            Self::Fixed => "a `notes` block",
            Self::Small => "a paragraph, a list, or a table",
            Self::Ratings => {
                "a table with at most one row, and with a box of the same choice in each of three or more heading cells"
            }
        }
    }
}
