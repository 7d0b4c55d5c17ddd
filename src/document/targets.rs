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

    /// Reports what leads nowhere in a document of these parts.
    pub(super) fn finish(parts: &[&Self], diagnostics: &mut Diagnostics) {
        let has_anchor = |name: &str| parts.iter().any(|part| part.anchors.contains(name));
        let has_heading = |name: &str| parts.iter().any(|part| part.headings.contains(name));
        for (target, span) in parts.iter().flat_map(|part| &part.links) {
            if !has_anchor(target) {
                let message =
                    format!("this link points to `#{target}`, but no heading has that name");
                let fault = Diagnostic::warning("dead-link", message).at(span.clone());
                let help = format!("add `<a id=\"{target}\"></a>` above the heading");
                diagnostics.push(fault.help(help));
            }
        }
        for (target, span) in parts.iter().flat_map(|part| &part.page_numbers) {
            if !has_heading(target) {
                diagnostics.push(LayoutHint::no_page(target, span));
            }
        }
    }
}
