use crate::base::source::Spanned;

/// What identifies the pages of a document beside the code of its kit, for whoever reads them back from paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageIdentity {
    /// The id of the document: `guide`.
    pub document: String,
    /// The id of the packet: `3F9TQ`.
    pub packet: String,
    /// Whether the pages bear marks by which a program finds its way on them.
    pub has_marks: bool,
}

/// Reads the identity of a document's pages, if it is complete.
pub(super) fn read(
    [document, packet, marks]: [Option<&Spanned<String>>; 3],
) -> Option<PageIdentity> {
    let (document, packet) = (document?.value.clone(), packet?.value.clone());
    Some(PageIdentity { document, packet, has_marks: marks.is_some_and(|it| it.value == "true") })
}
