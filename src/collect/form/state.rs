use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::fault::{edited, incomplete};
use super::pages::{Sheet, place};
use super::pdf::PdfFile;
use super::words::WordReader;
use crate::base::facts::Facts;
use crate::base::hash;
use crate::collect::{Fault, PageState, Place};

/// What is drawn on the pages of a file, compared with what was built.
pub(super) struct States {
    /// The digest of each page that belongs to a document. `None` for others, and for those that cannot be unpacked.
    digests: Vec<Option<String>>,
    /// The digest of the words of each page, if no page is as it was built. `None` for a page whose words cannot be told.
    words: Vec<Option<String>>,
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
        let mut states = Self {
            digests: vec![None; sheets.len()],
            words: vec![None; sheets.len()],
            is_any_as_built: false,
        };
        let says = |(pages, facts): (Range<usize>, Option<&'f Facts>)| Some((pages, facts?));
        let documents: Vec<_> = documents.filter_map(says).collect();
        for (pages, facts) in documents.iter().filter(|(_, facts)| !facts.pages.is_empty()) {
            let built: HashSet<&String> = facts.pages.iter().collect();
            let packed: HashMap<&String, &String> =
                facts.streams.iter().zip(&facts.pages).collect();
            for page in pages.clone() {
                let Some(sheet) = sheets.get(page) else { continue };
                let streams = if packed.is_empty() { None } else { sheet.streams(file)? };
                let known = streams.and_then(|streams| packed.get(&streams).copied());
                let digest = match known {
                    Some(digest) => Some(digest.clone()),
                    None => sheet.drawing(file)?.map(|drawing| drawing.digest()),
                };
                let is_known = digest.as_ref().is_some_and(|digest| built.contains(digest));
                states.is_any_as_built |= is_known;
                states.digests[page] = digest;
            }
        }
        if states.is_any_as_built {
            return Ok(states);
        }
        let mut reader = WordReader::new(file);
        for (pages, _) in documents.iter().filter(|(_, facts)| !facts.words.is_empty()) {
            for page in pages.clone() {
                let Some(sheet) = sheets.get(page) else { continue };
                let (Some(id), Some(drawing)) = (sheet.id, sheet.drawing(file)?) else { continue };
                let words = reader.page(id, &drawing.content())?;
                states.words[page] = words.map(|words| hash::words(&words));
            }
        }
        Ok(states)
    }

    /// Whether the pages of a document are as they were built, and what a person should know about some of them.
    ///
    /// A program that writes pages anew does so with all of them, and then only their words can be compared. If some pages are as they
    /// were built and another is not, nor holds what was built among other streams, it was changed. A page that cannot be unpacked may be
    /// any of those that are missing.
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
        let mut missing = Missing::new(built);
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
        let mut words = Missing::new(&facts.words);
        let (mut remarks, mut unknown, mut changed) = (Vec::new(), 0, None);
        let (mut state, mut of_file) = (PageState::SameWords, None);
        for (page, is_known) in others {
            let drawing = if is_known { sheets[page].drawing(file)? } else { None };
            let Some(drawing) = drawing else {
                unknown += 1;
                state = PageState::Rewritten;
                remarks.push((UNKNOWN.to_owned(), place(page)));
                continue;
            };
            if drawing.parts(&file.budget)?.iter().any(|part| missing.take(part)) {
                remarks.push(("something was drawn over the page".to_owned(), place(page)));
                state = PageState::Rewritten;
            } else if self.is_any_as_built {
                changed = changed.or(Some((page, "was changed after it was built")));
            } else if let Some(shown) = &self.words[page] {
                of_file = of_file.or(Some(SAME_WORDS));
                if !words.take(shown) {
                    changed =
                        changed.or(Some((page, "does not have the words with which it was built")));
                }
            } else {
                (state, of_file) = (PageState::Rewritten, Some(REWRITTEN));
            }
        }
        match changed {
            Some((page, what)) if missing.count > unknown => {
                let message = format!("page {} {what}", page + 1);
                Err(edited(message).at(place(page)))
            }
            _ => {
                remarks.extend(of_file.map(|remark| (remark.to_owned(), None)));
                Ok((state, remarks))
            }
        }
    }
}

/// What a person should know, and where.
pub(super) type Remark = (String, Option<Place>);

/// What is told of pages that another program wrote anew, if their words can be compared, and if they cannot.
const SAME_WORDS: &str = "another program wrote the pages anew: their words are those that were built, and whether something was drawn over \
                          them is not known";
const REWRITTEN: &str = "its pages cannot be compared with those that were built, since another program wrote them anew: whether their words were \
                         changed is not known";

/// Whether a remark is about the whole file, and told once for all of its documents.
pub(super) fn is_of_file(remark: &str) -> bool {
    [SAME_WORDS, REWRITTEN].contains(&remark)
}

/// What is told of a page that cannot be unpacked.
const UNKNOWN: &str = "the page is packed in a way that is not read: whether it was changed after it was built is not known";

/// The digests of pages that were built and are not found, each as often as it was built.
struct Missing<'f> {
    times: HashMap<&'f str, usize>,
    count: usize,
}

impl<'f> Missing<'f> {
    /// All of them, before any is found.
    fn new(built: &'f [String]) -> Self {
        let mut missing = Self { times: HashMap::new(), count: built.len() };
        for digest in built {
            *missing.times.entry(digest).or_default() += 1;
        }
        missing
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
