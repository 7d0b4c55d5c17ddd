/// What a guide says of itself before its first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title, as a viewer's window shows it. Without one, the first heading's text, or `Untitled`.
    pub title: String,
    /// The language, as a BCP 47 tag; `en` where none is given.
    pub lang: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// The paper, where the guide asks for one.
    pub paper: Option<Paper>,
    /// What stands at the head of every page, left and right. Runs of four or more underscores are ruled blanks.
    pub header: [String; 2],
    /// What stands at the foot of every page on the left; the page number is on the right.
    pub footer: String,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// 210 × 297 mm (ISO 216).
    A4,
    /// 8.5 × 11 in (ANSI A).
    Letter,
}
