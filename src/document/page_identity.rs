use super::kit_code::Claim;

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

impl Claim {
    /// The identity that the front matter states, if it is complete.
    pub(super) fn identity(&self) -> Option<PageIdentity> {
        let (document, packet) = (self.document.as_ref()?, self.packet.as_ref()?);
        let has_marks = self.marks.as_ref().is_some_and(|marks| marks.value == "true");
        let (document, packet) = (document.value.clone(), packet.value.clone());
        Some(PageIdentity { document, packet, has_marks })
    }
}
