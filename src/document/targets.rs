use std::collections::BTreeSet;

use super::layout_hint::LayoutHint;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::Span;

/// What a document leads to, and from where.
#[derive(Default)]
pub(super) struct Targets {
    /// All anchors.
    anchors: BTreeSet<String>,
    /// The anchors of headings, on whose pages there can be a number.
    headings: BTreeSet<String>,
    links: Vec<(String, Span)>,
    page_numbers: Vec<(String, Span)>,
}

impl Targets {
    /// Adds an anchor.
    pub(super) fn add(&mut self, anchor: &str) {
        self.anchors.insert(anchor.to_owned());
    }

    /// Adds the anchor of a heading.
    pub(super) fn add_heading(&mut self, anchor: Option<&String>) {
        self.headings.extend(anchor.cloned());
    }

    /// Adds a link to an anchor.
    pub(super) fn link(&mut self, anchor: &str, span: Span) {
        self.links.push((anchor.to_owned(), span));
    }

    /// Adds the number of the page on which an anchor is.
    pub(super) fn page_number(&mut self, anchor: &str, span: Span) {
        self.page_numbers.push((anchor.to_owned(), span));
    }

    /// Reports what leads nowhere.
    pub(super) fn finish(self, diagnostics: &mut Diagnostics) {
        for (target, span) in self.links {
            if !self.anchors.contains(&target) {
                let message =
                    format!("this link points to `#{target}`, but no heading has that name");
                let fault = Diagnostic::warning("dead-link", message).at(span);
                let help = format!("add `<a id=\"{target}\"></a>` above the heading");
                diagnostics.push(fault.help(help));
            }
        }
        for (target, span) in self.page_numbers {
            if !self.headings.contains(&target) {
                diagnostics.push(LayoutHint::no_page(&target, &span));
            }
        }
    }
}
