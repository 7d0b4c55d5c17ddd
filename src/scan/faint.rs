use super::gray::Gray;
use super::page::FoundPage;
use crate::base::unit::Paper;

/// Whether a picture has lost marks that are faint.
#[must_use]
pub fn loses_faint_marks(_picture: &Gray, _page: &FoundPage, _paper: Paper) -> bool {
    false
}
