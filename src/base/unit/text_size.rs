/// How large text is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextSize {
    /// As the pages are designed.
    #[default]
    Regular,
    /// Large print: running text of 18 points.
    Large,
}
