use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::blocks::Reader;
use super::field_hint::FieldHint;
use super::html::{anchor_of, is_line_break, is_span_end, language_of, page_of};
use super::layout_hint::LayoutHint;
use super::model::TextStyle;
use super::pictures::beginning;
use super::runs::{Open, Run, Words, WordsIn, push_text, unmask};
use crate::base::diagnostic::Diagnostic;
use crate::base::source::Span;
use crate::base::unit::LanguageParseError;

/// So many bytes of addresses may go with the words of any guide, and as many as it has itself if that is more.
const MAX_LINKED: usize = 16 * 1024 * 1024;

impl Reader<'_> {
    /// The runs of a paragraph or a heading.
    pub(super) fn text_runs(&mut self) -> Vec<Run> {
        let mut runs = self.runs();
        self.refuse_scales(&mut runs);
        runs
    }

    /// The runs of a cell of a table.
    pub(super) fn cell_runs(&mut self) -> Vec<Run> {
        let mut runs = self.runs();
        if !matches!(runs.as_slice(), [Run::Scale(..) | Run::Bars(..)]) {
            self.refuse_scales(&mut runs);
        }
        runs
    }

    fn refuse_scales(&mut self, runs: &mut Vec<Run>) {
        runs.retain(|run| match run {
            Run::Scale(_, span) => {
                self.diagnostics.push(LayoutHint::scale_not_alone(span));
                false
            }
            Run::Bars(_, span) => {
                self.diagnostics.push(LayoutHint::bars_not_alone(span));
                false
            }
            _ => true,
        });
    }

    /// Running text up to the next event that is none.
    fn runs(&mut self) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut open = Open::default();
        let mut links: Vec<String> = Vec::new();
        let mut words = Words::default();
        while let Some((event, range)) = self.peek() {
            let link = links.last().cloned();
            self.linked += link.as_ref().map_or(0, String::len);
            if self.linked > MAX_LINKED.max(self.text.len()) {
                self.refuse(range.start);
                return Vec::new();
            }
            let span = self.span(range.clone());
            if let Event::Text(text) = &event {
                self.at += 1;
                let is_escaped = self.is_escaped(range.start);
                self.words_end = range.end;
                let is_verbatim = self.text.get(range.clone()) == Some(text.as_ref());
                if is_escaped || !is_verbatim || !words.goes_on_at(&span) {
                    words.flush(&mut runs, open.words(link.as_deref()));
                }
                if is_verbatim {
                    words.push(text, &span, is_escaped);
                } else {
                    push_text(&mut runs, text, open.words(link.as_deref()), span);
                }
                continue;
            }
            words.flush(&mut runs, open.words(link.as_deref()));
            match event {
                Event::Code(text) => {
                    let words_in = open.words(link.as_deref());
                    let style = TextStyle { code: true, ..words_in.style };
                    push_text(&mut runs, &unmask(&text), WordsIn { style, ..words_in }, span);
                }
                Event::SoftBreak => push_text(&mut runs, " ", open.words(link.as_deref()), span),
                Event::HardBreak => runs.push(Run::Break),
                Event::InlineHtml(html) => runs.extend(self.inline_html(&html, &mut open, range)),
                Event::Start(Tag::Emphasis) => open.emphasis += 1,
                Event::End(TagEnd::Emphasis) => open.emphasis = open.emphasis.saturating_sub(1),
                Event::Start(Tag::Strong) => open.strong += 1,
                Event::End(TagEnd::Strong) => open.strong = open.strong.saturating_sub(1),
                Event::Start(Tag::Strikethrough) => open.struck += 1,
                Event::End(TagEnd::Strikethrough) => open.struck = open.struck.saturating_sub(1),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    if let Some(target) = dest_url.strip_prefix('#') {
                        self.targets.link(target, span);
                    }
                    links.push(unmask(&dest_url));
                }
                Event::End(TagEnd::Link) => {
                    links.pop();
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    self.diagnostics.push(picture_in_text(&unmask(&dest_url), span));
                }
                Event::End(TagEnd::Image) | Event::TaskListMarker(_) => {}
                _ => {
                    self.warn_of_open_spans(open);
                    return runs;
                }
            }
            self.at += 1;
        }
        words.flush(&mut runs, open.words(links.last().map(String::as_str)));
        self.warn_of_open_spans(open);
        runs
    }

    /// An anchor, a page number, a hint or the end of a line, or else nothing that can be printed.
    fn inline_html(&mut self, html: &str, open: &mut Open, range: Range<usize>) -> Option<Run> {
        if let Some(anchor) = anchor_of(html) {
            self.targets.add(&anchor);
            return Some(Run::Anchor(anchor));
        }
        if is_line_break(html) {
            return Some(Run::Break);
        }
        if let Some(language) = language_of(html) {
            let span = self.span(range);
            // One without a valid language ends with its own tag, too.
            let language = match language {
                Ok(language) => Some(language),
                Err(fault) => {
                    self.diagnostics.push(no_language(&fault, span.clone()));
                    open.language().cloned()
                }
            };
            open.languages.push((language, span));
            return None;
        }
        if is_span_end(html) && open.languages.pop().is_some() {
            return None;
        }
        if let Some(anchor) = page_of(html) {
            let span = self.span(range);
            self.targets.page_number(anchor, span.clone());
            let (anchor, style) = (anchor.to_owned(), open.style());
            return Some(Run::PageNumber { anchor, style, span });
        }
        if let Some(scale) = LayoutHint::scale(html, &self.span(range.clone())) {
            let scale = scale.map(|scale| Run::Scale(scale, self.span(range)));
            return scale.map_err(|fault| self.diagnostics.push(fault)).ok();
        }
        if let Some(bars) = LayoutHint::bars(html, &self.span(range.clone())) {
            let bars = bars.map(|counts| Run::Bars(counts, self.span(range)));
            return bars.map_err(|fault| self.diagnostics.push(fault)).ok();
        }
        let hint = self.hint(html, &range);
        if hint.is_none() {
            self.warn_of_html(html, range);
        }
        hint.map(Run::Hint)
    }

    /// A language holds for words up to `</span>`, or else for the rest of the block.
    fn warn_of_open_spans(&mut self, open: Open) {
        for (language, span) in open.languages {
            let Some(language) = language else { continue };
            let message = format!("`<span lang=\"{language}\">` is not closed");
            let warning = Diagnostic::warning("html", message).at(span);
            self.diagnostics.push(warning.help("write `</span>` after it, in the same paragraph"));
        }
    }

    /// The hint that names the next field, if it is one. Reports one that cannot name a field.
    fn hint(&mut self, html: &str, range: &Range<usize>) -> Option<FieldHint> {
        match FieldHint::read(html, &self.span(range.clone()))? {
            Ok(hint) => Some(hint),
            Err(fault) => {
                self.diagnostics.push(fault);
                None
            }
        }
    }

    pub(super) fn warn_of_html(&mut self, html: &str, range: Range<usize>) {
        let is_silent = html.is_empty() || html.starts_with("<!--") || html.starts_with("</a");
        // A comment of several lines comes line by line.
        if is_silent || !html.starts_with('<') {
            return;
        }
        let fault = Diagnostic::warning("html", "HTML is not printed").at(self.span(range));
        self.diagnostics.push(
            fault.help(
                "use Markdown instead; only comments, `<a id=\"…\"></a>`, and `<span lang=\"…\">…</span>` are recognized",
            ),
        );
    }

    /// Whether the words that begin at a byte stand behind a backslash that takes away the meaning of their first character:
    /// such a backslash is no part of the words before them.
    fn is_escaped(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.text.as_bytes().get(before));
        before == Some(&b'\\') && self.words_end != at
    }
}

fn picture_in_text(path: &str, span: Span) -> Diagnostic {
    let message = format!("the image `{}` cannot be printed within a text", beginning(path));
    Diagnostic::error("image", message)
        .at(span)
        .help("put it on a line of its own, with an empty line above and below")
}

fn no_language(fault: &LanguageParseError, span: Span) -> Diagnostic {
    let warning = Diagnostic::warning("html", fault.to_string()).at(span);
    warning.help(match fault.nearest() {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => LanguageParseError::HELP.to_owned(),
    })
}
