use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::fault::{edited, incomplete};
use super::pages::{Sheet, place};
use super::pdf::PdfFile;
use crate::base::facts::Facts;
use crate::collect::{Fault, PageState, Place};

/// What is drawn on the pages of a file, compared with what was built.
pub(super) struct States {
    /// The digest of each page that belongs to a document. `None` for others, and for those that cannot be unpacked.
    digests: Vec<Option<String>>,
    /// Whether any page is as it was built: then whatever wrote the file leaves pages alone.
    pub(super) is_any_as_built: bool,
}

impl States {
    /// Looks at the pages of all documents.
    pub(super) fn read<'f>(
        file: &PdfFile<'_>,
        sheets: &[Sheet],
        documents: impl Iterator<Item = (Range<usize>, Option<&'f Facts>)>,
    ) -> Result<Self, Fault> {
        let mut states = Self { digests: vec![None; sheets.len()], is_any_as_built: false };
        for (pages, facts) in documents {
            let Some(facts) = facts.filter(|facts| !facts.pages.is_empty()) else { continue };
            let built: HashSet<&String> = facts.pages.iter().collect();
            for page in pages {
                let Some(sheet) = sheets.get(page) else { continue };
                let digest = sheet.drawing(file)?.map(|drawing| drawing.digest());
                let is_known = digest.as_ref().is_some_and(|digest| built.contains(digest));
                states.is_any_as_built |= is_known;
                states.digests[page] = digest;
            }
        }
        Ok(states)
    }

    /// Whether the pages of a document are as they were built, and what a person should know about some of them.
    ///
    /// A program that writes pages anew does so with all of them, and then nothing can be proved. If some pages are as they were
    /// built and another is not, nor holds what was built among other streams, its words were changed. A page that cannot be unpacked
    /// may be any of those that are missing.
    pub(super) fn of(
        &self,
        file: &PdfFile<'_>,
        sheets: &[Sheet],
        pages: &Range<usize>,
        facts: Option<&Facts>,
    ) -> Result<(PageState, Vec<Remark>), Fault> {
        let Some(facts) = facts else { return Ok((PageState::Rewritten, Vec::new())) };
        let built = facts.pages.as_slice();
        if built.is_empty() {
            let remark = "the file does not say what was on its pages when it was built";
            return Ok((PageState::Rewritten, vec![(remark.to_owned(), place(pages.start))]));
        }
        let mut missing = Missing::default();
        for digest in built {
            missing.add(digest);
        }
        let mut others = Vec::new();
        for page in pages.clone() {
            let digest = self.digests.get(page).and_then(Option::as_deref);
            if !digest.is_some_and(|digest| missing.take(digest)) {
                others.push((page, digest.is_some()));
            }
        }
        if missing.count == 0 {
            return Ok((PageState::AsBuilt, Vec::new()));
        }
        if others.len() < missing.count {
            let (missing, all) = (missing.count - others.len(), built.len());
            return Err(
                incomplete(format!("{missing} of {all} pages are missing")).at(place(pages.start))
            );
        }
        let (mut remarks, mut unknown, mut changed) = (Vec::new(), 0, None);
        for (page, is_known) in others {
            if !is_known {
                unknown += 1;
                remarks.push((UNKNOWN.to_owned(), place(page)));
                continue;
            }
            if !self.is_any_as_built {
                continue;
            }
            let Some(drawing) = sheets[page].drawing(file)? else { continue };
            if drawing.parts(&file.budget)?.iter().any(|part| missing.take(part)) {
                remarks.push(("something was drawn over the page".to_owned(), place(page)));
            } else {
                changed = changed.or(Some(page));
            }
        }
        match changed {
            Some(page) if missing.count > unknown => {
                let message = format!("page {} was changed after it was built", page + 1);
                Err(edited(message).at(place(page)))
            }
            _ => Ok((PageState::Rewritten, remarks)),
        }
    }
}

/// What a person should know, and where.
pub(super) type Remark = (String, Option<Place>);

/// What is told of a page that cannot be unpacked.
const UNKNOWN: &str = "the page is packed in a way that is not read: whether it was changed after it was built is not known";

/// The digests of pages that were built and are not found, each as often as it was built.
#[derive(Default)]
struct Missing<'f> {
    times: HashMap<&'f str, usize>,
    count: usize,
}

impl<'f> Missing<'f> {
    fn add(&mut self, digest: &'f str) {
        *self.times.entry(digest).or_default() += 1;
        self.count += 1;
    }

    /// Takes a page that was found away. Returns whether it was missing.
    fn take(&mut self, digest: &str) -> bool {
        let times = self.times.get_mut(digest).filter(|times| **times > 0);
        let is_missing = times.is_some();
        if let Some(times) = times {
            *times -= 1;
            self.count -= 1;
        }
        is_missing
    }
}
