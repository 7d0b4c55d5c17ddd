use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Alignment as MarkdownAlignment, CodeBlockKind, Event, Tag, TagEnd};

use super::blanks::{self, Part};
use super::front_matter::plain;
use super::html::{anchor_of, is_line_break, is_page_break};
use super::markdown::{LONGEST, MOST_EVENTS, NOTES, events};
use super::names::{Names, has_words};
use super::runs::{Open, Run, Words, push_text, unmask};
use super::{
    Alignment, Block, Check, FrontMatter, Heading, Inline, List, ListItem, Marker, Notes, Row,
    SourceSpan, Table,
};
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Span};

/// Lists and quotations deeper than this stand as deep as this: nobody can see the difference, and no input can exhaust the
/// stack.
const DEEPEST: usize = 24;

/// The most columns of a table: more do not fit on any paper, a letter each.
const MOST_COLUMNS: usize = 100;
/// The most cells of all tables together, those included that the rows leave out.
const MOST_CELLS: usize = MOST_EVENTS / 4;

/// Reads Markdown events into blocks.
pub(super) struct Reader<'t> {
    text: &'t str,
    source: SourceId,
    start: usize,
    events: Vec<(Event<'t>, Range<usize>)>,
    at: usize,
    /// How many containers are open that count as none, because they are too deep.
    flattened: usize,
    names: Names,
    /// An anchor that waits for the heading below it.
    anchor: Option<String>,
    anchors: BTreeSet<String>,
    links: Vec<(String, Span)>,
    /// How many bytes of addresses go with all runs of words: one address with each of its words.
    linked: usize,
    /// How many cells all tables have.
    cells: usize,
    /// Where the words end that were read last.
    words_end: usize,
    level: u8,
    sink: &'t mut Diagnostics,
}

impl<'t> Reader<'t> {
    /// Gets ready to read a guide with this front matter, masked, that begins at byte `start` of its source.
    pub(super) fn new(
        text: &'t str,
        (source, start): (SourceId, usize),
        front: &FrontMatter,
        sink: &'t mut Diagnostics,
    ) -> Self {
        let events: Vec<(Event<'t>, Range<usize>)> = events(text).collect();
        Self {
            text,
            source,
            start,
            events,
            at: 0,
            flattened: 0,
            names: Names::new(front),
            anchor: None,
            anchors: BTreeSet::new(),
            links: Vec::new(),
            linked: 0,
            cells: 0,
            words_end: 0,
            level: 0,
            sink,
        }
    }

    /// Reads all of it.
    pub(super) fn read(mut self) -> Vec<Block> {
        if let Some(end) = self.end_of_what_is_read() {
            self.refuse(end);
            return Vec::new();
        }
        let mut blocks = Vec::new();
        while self.at < self.events.len() {
            blocks.append(&mut self.blocks(0));
            // An end without a beginning cannot come from the parser; passing over it keeps this loop going all the same.
            self.at += 1;
        }
        for (target, span) in std::mem::take(&mut self.links) {
            if !self.anchors.contains(&target) {
                let message = format!("this link leads to `#{target}`, which no heading is named");
                let fault = Diagnostic::warning("dead-link", message).at(span);
                let help = format!("put `<a id=\"{target}\"></a>` above the heading that is meant");
                self.sink.push(fault.help(help));
            }
        }
        blocks
    }

    /// Where the part of a guide ends that is read, if that is not all of it.
    fn end_of_what_is_read(&self) -> Option<usize> {
        if self.events.len() >= MOST_EVENTS {
            return self.events.last().map(|(_, range)| range.start);
        }
        (self.text.len() > LONGEST).then(|| self.text.floor_char_boundary(LONGEST))
    }

    /// Reads no further.
    fn refuse(&mut self, end: usize) {
        let fault = Diagnostic::error("too-long", "this guide is too long to be set");
        let fault = fault.at(self.span(end..end)).label("this far it can");
        self.sink.push(fault.help("make several guides of it"));
        self.at = self.events.len();
    }

    /// Blocks up to the end of the container that is open.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.peek() {
            match event {
                Event::End(TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_))
                    if self.flattened > 0 =>
                {
                    self.flattened -= 1;
                    self.at += 1;
                }
                Event::End(_) => return blocks,
                Event::Start(Tag::List(_) | Tag::Item | Tag::BlockQuote(_)) if depth >= DEEPEST => {
                    if self.flattened == 0 {
                        let message = "lists and quotations are nested too deep here";
                        let fault = Diagnostic::warning("too-deep", message).at(self.span(range));
                        self.sink.push(
                            fault.help(format!("from level {DEEPEST} on they stand equally deep")),
                        );
                    }
                    self.flattened += 1;
                    self.at += 1;
                }
                Event::Start(tag) => self.block(tag, range, depth, &mut blocks),
                Event::Rule => {
                    self.at += 1;
                    blocks.push(Block::Rule);
                }
                Event::Html(html) => {
                    self.at += 1;
                    self.html(&html, range, &mut blocks);
                }
                _ => blocks.extend(self.paragraph()),
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'t>, range: Range<usize>, depth: usize, blocks: &mut Vec<Block>) {
        if is_inline(&tag) {
            blocks.extend(self.paragraph());
            return;
        }
        self.at += 1;
        match tag {
            Tag::Paragraph => blocks.extend(self.paragraph()),
            Tag::Heading { level, .. } => blocks.extend(self.heading(level as u8, range)),
            Tag::List(first) => blocks.push(self.list(first, depth)),
            Tag::BlockQuote(_) => {
                let quoted = self.blocks(depth + 1);
                blocks.push(Block::Quote(quoted));
            }
            Tag::CodeBlock(kind) => blocks.push(self.code(&kind, range)),
            Tag::Table(alignments) => blocks.push(self.table(&alignments, range)),
            // Whatever else the parser may know, its words are kept.
            _ => blocks.append(&mut self.blocks(depth + 1)),
        }
        self.at += 1;
    }

    /// A paragraph; one that holds nothing but an anchor gives the anchor to the heading below it.
    fn paragraph(&mut self) -> Option<Block> {
        let runs = self.runs();
        if runs.iter().all(|run| matches!(run, Run::Anchor(_) | Run::Break)) {
            for run in &runs {
                if let Run::Anchor(anchor) = run {
                    self.names.enter(anchor);
                    self.anchor = Some(anchor.clone());
                }
            }
            return None;
        }
        Some(Block::Paragraph(self.fill(runs)))
    }

    fn fill(&mut self, runs: Vec<Run>) -> Vec<Inline> {
        let parts = vec![Part { runs, column: String::new() }];
        blanks::fill(parts, &mut self.names).pop().unwrap_or_default()
    }

    /// A heading. Without words it is none: a reader who hears the page would go by it, and what is below would seem to skip a
    /// level. Its blanks and boxes are kept.
    fn heading(&mut self, level: u8, range: Range<usize>) -> Option<Block> {
        let runs = self.runs();
        let inside = runs.iter().find_map(|run| match run {
            Run::Anchor(anchor) => Some(anchor.clone()),
            _ => None,
        });
        let anchor = inside.or(self.anchor.take());
        if let Some(anchor) = &anchor {
            self.names.enter(anchor);
        }
        let content = self.fill(runs);
        let words = plain(&content);
        if !has_words(&words) {
            self.anchor = anchor;
            return self.wordless(content, range);
        }
        self.names.head(&words);
        let deepest = self.level + 1;
        if level > deepest {
            let message = match self.level {
                0 => format!("the first heading is of level {level}"),
                above => {
                    format!("this heading is of level {level}, the one above it of level {above}")
                }
            };
            let fault = Diagnostic::warning("heading-level", message).at(self.span(range));
            self.sink.push(fault.help(format!("it counts as level {deepest}: a reader who hears the page would look for what was skipped")));
        }
        self.level = level.min(deepest);
        Some(Block::Heading(Heading { level: self.level, anchor, content }))
    }

    fn wordless(&mut self, content: Vec<Inline>, range: Range<usize>) -> Option<Block> {
        let is_field = |inline: &Inline| {
            matches!(inline, Inline::Blank { .. } | Inline::Check(_) | Inline::Option { .. })
        };
        let is_filled_in = content.iter().any(is_field);
        let help = if is_filled_in {
            "it is set as a paragraph: write what it is about before the blank or box"
        } else {
            "it is left out: write its words, or take the line out"
        };
        let fault = Diagnostic::warning("empty-heading", "this heading has no words");
        self.sink.push(fault.at(self.span(range)).help(help));
        is_filled_in.then_some(Block::Paragraph(content))
    }

    fn list(&mut self, first: Option<u64>, depth: usize) -> Block {
        let marker = first.map_or(Marker::Bullet, Marker::Number);
        let mut items = Vec::new();
        let mut tight = true;
        while let Some((Event::Start(Tag::Item), _)) = self.peek() {
            self.at += 1;
            tight &= !matches!(self.peek(), Some((Event::Start(Tag::Paragraph), _)));
            let check = self.check();
            let blocks = self.blocks(depth + 1);
            items.push(ListItem { check, blocks });
            self.at += 1;
        }
        Block::List(List { marker, tight, items })
    }

    /// The box before an item, if it has one. A loose item has it inside its first paragraph.
    fn check(&mut self) -> Option<Check> {
        let place = match self.peek() {
            Some((Event::TaskListMarker(_), _)) => self.at,
            Some((Event::Start(Tag::Paragraph), _)) => self.at + 1,
            _ => return None,
        };
        let Some((Event::TaskListMarker(checked), _)) = self.events.get(place) else { return None };
        let checked = *checked;
        // The marker has been read; what stands in its place says nothing.
        self.events[place].0 = Event::Text("".into());
        let words = self.events[place..].iter().take_while(|(event, _)| !ends_words(event));
        let words = words.filter_map(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
            Event::SoftBreak | Event::HardBreak => Some(" "),
            _ => None,
        });
        let words: String = words.collect();
        Some(Check { field: self.names.item(unmask(&words).trim()), checked })
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) -> Block {
        let mut text = String::new();
        let start = self.peek().map_or(range.start, |(_, first)| first.start);
        while let Some((Event::Text(part), _)) = self.peek() {
            text.push_str(&part);
            self.at += 1;
        }
        let is_notes = matches!(kind, CodeBlockKind::Fenced(info) if info.trim() == NOTES);
        if is_notes {
            let field = self.names.notes();
            let lines = text.lines().count().max(1);
            let text = unmask(text.trim_end());
            let span = self.span(start..range.end.max(start));
            return Block::Notes(Notes { field, lines, text, span: SourceSpan(span) });
        }
        Block::Code(unmask(&text), SourceSpan(self.span(range)))
    }

    fn table(&mut self, alignments: &[MarkdownAlignment], range: Range<usize>) -> Block {
        if alignments.len() > MOST_COLUMNS {
            let message = format!("this table has {} columns", alignments.len());
            let place = self.span(range.start..range.start);
            let fault = Diagnostic::error("too-wide", message).at(place);
            self.sink.push(fault.help(format!("no more than {MOST_COLUMNS} can be set")));
            self.at = self.events.len();
            return Block::Rule;
        }
        let columns: Vec<Alignment> = alignments
            .iter()
            .map(|alignment| match alignment {
                MarkdownAlignment::Center => Alignment::Center,
                MarkdownAlignment::Right => Alignment::End,
                MarkdownAlignment::None | MarkdownAlignment::Left => Alignment::Start,
            })
            .collect();
        let mut rows: Vec<Vec<Part>> = Vec::new();
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), range)) = self.peek() {
            self.cells += columns.len();
            if self.cells > MOST_CELLS {
                self.refuse(range.start);
                break;
            }
            self.at += 1;
            let mut parts = Vec::new();
            while let Some((Event::Start(Tag::TableCell), _)) = self.peek() {
                self.at += 1;
                parts.push(Part { runs: self.runs(), column: String::new() });
                self.at += 1;
            }
            self.at += 1;
            rows.push(parts);
        }
        let mut rows = blanks::fill_table(rows, &mut self.names).into_iter().map(|mut row: Row| {
            row.resize(columns.len(), Vec::new());
            row
        });
        let head = rows.next().unwrap_or_default();
        let rows = rows.collect();
        Block::Table(Table { columns, head, rows })
    }

    /// A line of HTML: a page break, an anchor, a comment, or else nothing that can be printed.
    fn html(&mut self, html: &str, range: Range<usize>, blocks: &mut Vec<Block>) {
        let html = html.trim();
        if is_page_break(html) {
            blocks.push(Block::PageBreak);
        } else if let Some(anchor) = anchor_of(html) {
            self.anchors.insert(anchor.clone());
            self.names.enter(&anchor);
            self.anchor = Some(anchor);
        } else {
            self.warn_of_html(html, range);
        }
    }

    fn warn_of_html(&mut self, html: &str, range: Range<usize>) {
        let is_silent = html.is_empty() || html.starts_with("<!--") || html.starts_with("</a");
        // A comment of several lines comes line by line.
        if is_silent || !html.starts_with('<') {
            return;
        }
        let fault = Diagnostic::warning("html", "HTML is not printed").at(self.span(range));
        self.sink.push(
            fault.help(
                "write Markdown instead; only comments and `<a id=\"…\"></a>` have a meaning",
            ),
        );
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
            if self.linked > LONGEST {
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
                    words.flush(&mut runs, open, link.as_deref());
                }
                if is_verbatim {
                    words.push(text, &span, is_escaped);
                } else {
                    push_text(&mut runs, text, open.style(), link.as_deref(), span);
                }
                continue;
            }
            words.flush(&mut runs, open, link.as_deref());
            match event {
                Event::Code(text) => {
                    let style = super::TextStyle { code: true, ..open.style() };
                    push_text(&mut runs, &unmask(&text), style, link.as_deref(), span);
                }
                Event::SoftBreak => push_text(&mut runs, " ", open.style(), link.as_deref(), span),
                Event::HardBreak => runs.push(Run::Break),
                Event::InlineHtml(html) => match anchor_of(&html) {
                    Some(anchor) => {
                        self.anchors.insert(anchor.clone());
                        runs.push(Run::Anchor(anchor));
                    }
                    None if is_line_break(&html) => runs.push(Run::Break),
                    None => self.warn_of_html(&html, range),
                },
                Event::Start(Tag::Emphasis) => open.emphasis += 1,
                Event::End(TagEnd::Emphasis) => open.emphasis = open.emphasis.saturating_sub(1),
                Event::Start(Tag::Strong) => open.strong += 1,
                Event::End(TagEnd::Strong) => open.strong = open.strong.saturating_sub(1),
                Event::Start(Tag::Strikethrough) => open.struck += 1,
                Event::End(TagEnd::Strikethrough) => open.struck = open.struck.saturating_sub(1),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    if let Some(target) = dest_url.strip_prefix('#') {
                        self.links.push((target.to_owned(), span));
                    }
                    links.push(unmask(&dest_url));
                }
                Event::End(TagEnd::Link) => {
                    links.pop();
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let message = format!("the image `{dest_url}` cannot be printed");
                    let fault = Diagnostic::error("image", message).at(span);
                    self.sink.push(
                        fault.help("guides hold words, tables and forms only: take the image out"),
                    );
                }
                Event::End(TagEnd::Image) | Event::TaskListMarker(_) => {}
                _ => return runs,
            }
            self.at += 1;
        }
        words.flush(&mut runs, open, links.last().map(String::as_str));
        runs
    }

    /// Whether the words that begin at a byte stand behind a backslash that takes away the meaning of their first character:
    /// such a backslash is no part of the words before them.
    fn is_escaped(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.text.as_bytes().get(before));
        before == Some(&b'\\') && self.words_end != at
    }

    fn peek(&self) -> Option<(Event<'t>, Range<usize>)> {
        self.events.get(self.at).cloned()
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, self.start + range.start..self.start + range.end)
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// Whether an event ends the first words of an item.
fn ends_words(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !is_inline(tag) && !matches!(tag, Tag::Paragraph),
        Event::End(end) => matches!(end, TagEnd::Paragraph | TagEnd::Item),
        _ => false,
    }
}
