use rustc_hash::FxHashMap;

use super::ElementId;

/// Which branches of the structure can still grow. A branch is an element that is right below the whole, or below one of several documents, with
/// all that is in it: a block, or what accompanies a page. It is on pages that follow each other, so it is complete on the first page without it.
#[derive(Default)]
pub(super) struct Branches {
    /// Those that can, and the last page that each was on.
    open: FxHashMap<ElementId, usize>,
    /// Those that cannot, with the last page that each was on.
    complete: Vec<(usize, ElementId)>,
}

impl Branches {
    /// Notes that a branch is on a page.
    pub(super) fn see(&mut self, branch: ElementId, page: usize) {
        self.open.insert(branch, page);
    }

    /// Notes that nothing more comes on a page.
    pub(super) fn end_page(&mut self, page: usize) {
        let complete = self.open.extract_if(|_, last| *last < page);
        let before = self.complete.len();
        self.complete.extend(complete.map(|(branch, last)| (last, branch)));
        self.complete[before..].sort_unstable();
    }

    /// Hands out those that are complete on the first pages, so many of them, each once.
    pub(super) fn take_complete(&mut self, pages: usize) -> Vec<ElementId> {
        let is_taken = |(last, _): &mut (usize, ElementId)| *last < pages;
        self.complete.extract_if(.., is_taken).map(|(_, branch)| branch).collect()
    }
}
