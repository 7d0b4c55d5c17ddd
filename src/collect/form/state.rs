use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::fault::{edited, incomplete};
use super::pages::Sheet;
use super::pdf::PdfFile;
use crate::base::facts::Facts;
use crate::collect::{Fault, PageState, Place};

/// What is drawn on the pages of a file, compared with what was built.
pub(super) struct States {
    /// The digest of each page that belongs to a document. `None` for others, and for those that cannot be unpacked.
    digests: Vec<Option<String>>,
    /// Whether any page is as it was built: then whatever wrote the file leaves pages alone.
    is_any_as_built: bool,
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

    /// Whether the pages of a document are as they were built, and those over which something was drawn.
    ///
    /// A program that writes pages anew does so with all of them, and then nothing can be proved. If some pages are as they were
    /// built and another is not, nor holds what was built among other streams, its words were changed.
    pub(super) fn of(
        &self,
        file: &PdfFile<'_>,
        sheets: &[Sheet],
        pages: &Range<usize>,
        facts: Option<&Facts>,
    ) -> Result<(PageState, Vec<usize>), Fault> {
        let built = facts.map(|facts| facts.pages.as_slice()).unwrap_or_default();
        if built.is_empty() {
            return Ok((PageState::Rewritten, Vec::new()));
        }
        let mut open: HashMap<&str, usize> = HashMap::new();
        for digest in built {
            *open.entry(digest).or_default() += 1;
        }
        let mut others = Vec::new();
        for page in pages.clone() {
            let digest = self.digests.get(page).and_then(Option::as_deref);
            match digest.and_then(|digest| open.get_mut(digest)).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => others.push(page),
            }
        }
        let mut missing: Vec<&str> = Vec::new();
        for digest in built {
            if let Some(count) = open.get_mut(digest.as_str()).filter(|count| **count > 0) {
                *count -= 1;
                missing.push(digest);
            }
        }
        if missing.is_empty() {
            return Ok((PageState::AsBuilt, Vec::new()));
        }
        if others.len() < missing.len() {
            let (missing, all) = (missing.len() - others.len(), built.len());
            return Err(
                incomplete(format!("{missing} of {all} pages are missing")).at(place(pages.start))
            );
        }
        if !self.is_any_as_built {
            return Ok((PageState::Rewritten, Vec::new()));
        }
        let (mut drawn_on, mut changed, mut is_known) = (Vec::new(), None, true);
        for page in others {
            let Some(drawing) = sheets[page].drawing(file)? else {
                is_known = false;
                continue;
            };
            let parts = drawing.parts();
            if let Some(at) = missing.iter().position(|digest| parts.iter().any(|it| it == digest))
            {
                missing.swap_remove(at);
                drawn_on.push(page);
            } else {
                changed = changed.or(Some(page));
            }
        }
        match changed {
            Some(page) if is_known && !missing.is_empty() => {
                let message = format!("page {} was changed after it was built", page + 1);
                Err(edited(message).at(place(page)))
            }
            _ => Ok((PageState::Rewritten, drawn_on)),
        }
    }
}

fn place(page: usize) -> Option<Place> {
    let page = u32::try_from(page).ok()?.checked_add(1)?;
    Some(Place { page: Some(page), line: None })
}
