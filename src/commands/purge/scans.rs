use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::content::{FileContent, HeldFile, Unclear};
use super::traces::{Trace, Traced, Traces};
use crate::evaluate::retention::RetainedDocument;

/// The endings of pictures that may be scans.
const PICTURES: [&str; 5] = ["png", "jpg", "jpeg", "tif", "tiff"];

/// Judges the scans and pictures that records in the same folder tell of by the documents of these records.
pub(super) fn claim(held: &mut [HeldFile]) {
    let (mut known, mut unread) =
        (BTreeMap::<Traced, Vec<RetainedDocument>>::new(), BTreeSet::new());
    for file in &mut *held {
        if let FileContent::Records(traces) = &mut file.content {
            let Traces { all, unread: own } = std::mem::take(traces);
            for Trace { of, document } in all {
                known.entry(of).or_default().push(document);
            }
            unread.extend(own);
        }
    }
    for file in held {
        let is_claimed = match &file.content {
            FileContent::Other => true,
            // A scan is a PDF without a form.
            FileContent::Unclear(Unclear { concerns_all, .. }) => {
                !concerns_all && file.documents.is_empty()
            }
            FileContent::Documents | FileContent::Records(_) => false,
        };
        let of = [Traced::Scan(file.sha256.clone()), Traced::Picture(file.path.clone())];
        let Some(documents) = of.iter().find_map(|of| known.get(of)).filter(|_| is_claimed) else {
            continue;
        };
        file.documents.clone_from(documents);
        file.content = if unread.contains(&file.sha256) {
            FileContent::Unclear(Unclear {
                message: "pages of this scan were not read, and may be of any packet".to_owned(),
                help: "remove it by hand when all that is on it may go".to_owned(),
                concerns_all: false,
            })
        } else {
            FileContent::Documents
        };
    }
}

/// Whether a file is a picture, of which only records tell what is on it.
pub(super) fn is_picture(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    PICTURES.iter().any(|known| ending.eq_ignore_ascii_case(known))
}
