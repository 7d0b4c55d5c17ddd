/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To an anchor in the same file.
    Anchor(String),
    /// Elsewhere.
    Url(String),
}
