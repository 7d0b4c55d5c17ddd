use std::ops::Range;

use pulldown_cmark::{Alignment as MarkdownAlignment, CodeBlockKind, Event, Tag, TagEnd};

use super::blanks;
use super::excess_cells::excess_cells;
use super::field_hint::FieldHint;
use super::html::{anchor_of, is_page_break, page_of};
use super::label::Label;
use super::layout_hint::LayoutHint;
use super::looks::{self, Looks};
use super::markdown::{EventParts, Events, NOTES, events, is_inline};
use super::model::{Alignment, Block, Heading, Inline, Notes, Row, SourceSpan, Table};
use super::names::{Names, NamesState};
use super::runs::{Run, unmask};
use super::table_fields::{Cells, fill_table};
use super::targets::Targets;
use super::text::without_last_blank_lines;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Span};

/// Lists and quotations deeper than this are shown as deep as this: nobody can see the difference, and no input can exhaust the
/// stack.
const MAX_DEPTH: usize = 24;

/// The most columns of a table: more do not fit on any paper, a letter each.
const MAX_COLUMNS: usize = 100;
/// There are at least so many events for a cell of a table. Those that its rows leave out count too.
const EVENTS_PER_CELL: usize = 4;

/// Reads Markdown events into blocks.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    source: SourceId,
    start: usize,
    parts: EventParts<'t>,
    /// The events of the part that is being read.
    pub(super) events: Events<'t>,
    pub(super) at: usize,
    /// How many containers are open that count as none, because they are too deep.
    flattened: usize,
    pub(super) names: Names,
    /// An anchor that waits for the heading below it.
    anchor: Option<String>,
    /// What the guide leads to.
    pub(super) targets: Targets,
    /// How many bytes of addresses go with all runs of words: one address with each of its words.
    pub(super) linked: usize,
    /// How many cells all tables have.
    cells: usize,
    /// How many events are behind hints on their lines.
    behind_hints: usize,
    /// Whether nothing more is read.
    is_refused: bool,
    /// Hints about the look of the next block, and columns that have begun.
    looks: Looks,
    /// Where the words end that were read last.
    pub(super) words_end: usize,
    level: u8,
    pub(super) diagnostics: &'t mut Diagnostics,
}

/// A part of a document that was read by itself.
pub(super) struct ReadPart {
    pub(super) blocks: Vec<Block>,
    /// What it leads to. `None` if it was not read to its end.
    pub(super) targets: Option<Targets>,
    /// What comes after it is named so, and is below a heading of this level. `None` if it is the last, is not complete by itself, or has a fault.
    pub(super) end: Option<(NamesState, u8)>,
}

impl<'t> Reader<'t> {
    /// Prepares to read a guide, masked and with its events, that begins at byte `start` of its source.
    pub(super) fn new(
        (text, parts): (&'t str, EventParts<'t>),
        (source, start): (SourceId, usize),
        names: Names,
        diagnostics: &'t mut Diagnostics,
    ) -> Self {
        Self {
            text,
            source,
            start,
            parts,
            events: Events::new(),
            at: 0,
            flattened: 0,
            names,
            anchor: None,
            targets: Targets::default(),
            linked: 0,
            cells: 0,
            behind_hints: 0,
            is_refused: false,
            looks: Looks::default(),
            words_end: 0,
            level: 0,
            diagnostics,
        }
    }

    /// Reads all of it.
    pub(super) fn read(mut self) -> Vec<Block> {
        let blocks = self.read_on();
        // What is missing may be in the part that is not read.
        if self.is_refused {
            return blocks;
        }
        Targets::finish(&[&self.targets], self.diagnostics);
        self.looks.finish(self.diagnostics);
        self.diagnostics.extend(self.names.finish());
        blocks
    }

    /// Reads a part of it that comes after others. Below a heading of this level, it may have headings one level deeper.
    pub(super) fn read_part(mut self, level: u8, is_last: bool) -> ReadPart {
        self.level = level;
        let blocks = self.read_on();
        if self.is_refused {
            return ReadPart { blocks, targets: None, end: None };
        }
        let end = if is_last {
            self.looks.finish(self.diagnostics);
            self.diagnostics.extend(self.names.finish());
            None
        } else {
            let is_settled = self.looks.is_settled() && self.anchor.is_none();
            let names = self.names.into_state().filter(|_| is_settled);
            names.map(|names| (names, self.level))
        };
        ReadPart { blocks, targets: Some(self.targets), end }
    }

    fn read_on(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while self.begin_part() {
            while self.at < self.events.len() {
                self.add_blocks(0, &mut blocks);
                // An end without a beginning cannot come from the parser; passing over it keeps this loop going all the same.
                self.at += 1;
            }
        }
        blocks
    }

    /// Takes the next part of the guide, if there is one that is read.
    fn begin_part(&mut self) -> bool {
        if self.is_refused {
            return false;
        }
        (self.events, self.at) = (self.parts.next_part(), 0);
        if self.parts.are_too_many(&self.events, 0) {
            let last = self.events.last().map_or(0, |(_, range)| range.start);
            self.refuse(last);
            return false;
        }
        !self.events.is_empty()
    }

    /// Reads no further.
    pub(super) fn refuse(&mut self, end: usize) {
        let fault = Diagnostic::error("too-long", "this guide is too long to typeset");
        let fault = fault.at(self.span(end..end)).label("the limit is reached here");
        self.diagnostics.push(fault.help("split it into several guides"));
        self.at = self.events.len();
        self.is_refused = true;
    }

    /// Blocks up to the end of the container that is open.
    pub(super) fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.add_blocks(depth, &mut blocks);
        // Most items of lists have one block, and a list that grows has room for four.
        blocks.shrink_to_fit();
        blocks
    }

    /// The same, after those that there are already.
    fn add_blocks(&mut self, depth: usize, blocks: &mut Vec<Block>) {
        while let Some((event, range)) = self.peek() {
            // A hint is about the next block, and not about what is in it.
            let is_html = matches!(event, Event::Html(_) | Event::Start(Tag::HtmlBlock));
            let hints = if is_html { Vec::new() } else { self.looks.take() };
            let before = blocks.len();
            match event {
                Event::End(TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_))
                    if self.flattened > 0 =>
                {
                    self.flattened -= 1;
                    self.at += 1;
                }
                Event::End(_) => {
                    self.looks.put_back(hints);
                    return;
                }
                Event::Start(Tag::List(_) | Tag::Item | Tag::BlockQuote(_))
                    if depth >= MAX_DEPTH =>
                {
                    if self.flattened == 0 {
                        let message = "lists or quotations are too deeply nested here";
                        let fault = Diagnostic::warning("too-deep", message).at(self.span(range));
                        self.diagnostics.push(
                            fault.help(format!("levels deeper than {MAX_DEPTH} are flattened")),
                        );
                    }
                    self.flattened += 1;
                    self.at += 1;
                }
                Event::Start(tag) => self.block(tag, range, depth, blocks),
                Event::Rule => {
                    self.at += 1;
                    blocks.push(Block::Rule);
                }
                Event::Html(html) => {
                    self.at += 1;
                    self.html(&html, range, depth, blocks);
                }
                _ => blocks.extend(self.paragraph()),
            }
            if blocks.len() > before {
                looks::apply(hints, blocks, before, self.diagnostics);
            } else {
                self.looks.put_back(hints);
            }
        }
    }

    fn block(&mut self, tag: Tag<'t>, range: Range<usize>, depth: usize, blocks: &mut Vec<Block>) {
        if is_inline(&tag) {
            blocks.extend(self.paragraph());
            return;
        }
        self.at += 1;
        match tag {
            Tag::Paragraph => blocks.extend(self.picture_or_paragraph()),
            Tag::Heading { level, .. } => blocks.extend(self.heading(level as u8, range)),
            Tag::List(first) => blocks.push(self.list(first, depth)),
            Tag::BlockQuote(_) => {
                let quoted = self.blocks(depth + 1);
                blocks.push(Block::Quote(quoted));
            }
            Tag::CodeBlock(kind) => blocks.push(self.code(&kind, range)),
            Tag::Table(alignments) => blocks.push(self.table(&alignments, range)),
            Tag::HtmlBlock => {
                while let Some((Event::Html(html), range)) = self.peek() {
                    self.at += 1;
                    self.html(&html, range, depth, blocks);
                }
            }
            // Whatever else the parser may know, its words are kept.
            _ => blocks.append(&mut self.blocks(depth + 1)),
        }
        self.at += 1;
    }

    /// A paragraph; one that holds nothing but an anchor gives the anchor to the heading below it.
    pub(super) fn paragraph(&mut self) -> Option<Block> {
        let runs = self.text_runs();
        let is_silent = |run: &Run| matches!(run, Run::Anchor(_) | Run::Hint(_) | Run::Break);
        if runs.iter().all(is_silent) {
            for run in runs {
                match run {
                    Run::Anchor(anchor) => {
                        self.names.enter(&anchor);
                        self.anchor = Some(anchor);
                    }
                    Run::Hint(hint) => self.names.hint(hint),
                    _ => {}
                }
            }
            return None;
        }
        Some(Block::Paragraph(blanks::fill(&runs, &mut self.names)))
    }

    /// A heading. Without words it is none: a reader who hears the page would go by it, and what is below would seem to skip a
    /// level. Its blanks and boxes are kept.
    fn heading(&mut self, level: u8, range: Range<usize>) -> Option<Block> {
        let runs = self.text_runs();
        let inside = runs.iter().find_map(|run| match run {
            Run::Anchor(anchor) => Some(anchor.clone()),
            _ => None,
        });
        let anchor = inside.or(self.anchor.take());
        if let Some(anchor) = &anchor {
            self.names.enter(anchor);
        }
        let content = blanks::fill(&runs, &mut self.names);
        let words = Label::of(&content);
        if !words.has_words() {
            self.anchor = anchor;
            return self.wordless(content, range);
        }
        self.names.head(&words);
        let deepest = self.level + 1;
        if level > deepest {
            let message = match self.level {
                0 => format!("the first heading has level {level}"),
                above => {
                    format!(
                        "this heading has level {level}, but the one above it has level {above}"
                    )
                }
            };
            let fault = Diagnostic::warning("heading-level", message).at(self.span(range));
            self.diagnostics.push(fault.help(format!("it is treated as level {deepest}, because screen-reader users would look for the skipped level")));
        }
        self.level = level.min(deepest);
        self.targets.add_heading(anchor.as_ref());
        Some(Block::Heading(Heading { level: self.level, anchor, content, aside: None }))
    }

    fn wordless(&mut self, content: Vec<Inline>, range: Range<usize>) -> Option<Block> {
        let is_field = |inline: &Inline| {
            matches!(inline, Inline::Blank { .. } | Inline::Checkbox(_) | Inline::Option { .. })
        };
        let is_filled_in = content.iter().any(is_field);
        let help = if is_filled_in {
            "it is printed as a paragraph; add words before the blank or box"
        } else {
            "it is left out; add words, or remove the line"
        };
        let fault = Diagnostic::warning("empty-heading", "this heading has no words");
        self.diagnostics.push(fault.at(self.span(range)).help(help));
        is_filled_in.then_some(Block::Paragraph(content))
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
            let text = unmask(without_last_blank_lines(&text));
            let span = self.span(start..range.end.max(start));
            let notes = Notes { field, lines, text, span: SourceSpan(span) };
            return Block::Notes(Box::new(notes));
        }
        Block::Code(unmask(&text), SourceSpan(self.span(range)))
    }

    fn table(&mut self, alignments: &[MarkdownAlignment], range: Range<usize>) -> Block {
        if alignments.len() > MAX_COLUMNS {
            let message = format!("this table has {} columns", alignments.len());
            let place = self.span(range.start..range.start);
            let fault = Diagnostic::error("too-wide", message).at(place);
            self.diagnostics.push(fault.help(format!("the maximum is {MAX_COLUMNS}")));
            self.at = self.events.len();
            self.is_refused = true;
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
        let mut rows: Vec<Cells> = Vec::new();
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), range)) = self.peek() {
            self.cells += columns.len();
            if self.cells > self.parts.most() / EVENTS_PER_CELL {
                self.refuse(range.start);
                break;
            }
            self.at += 1;
            let (mut cells, mut end) = (Cells::new(), range.start);
            while let Some((Event::Start(Tag::TableCell), cell)) = self.peek() {
                self.at += 1;
                cells.push(self.cell_runs());
                self.at += 1;
                end = cell.end;
            }
            self.at += 1;
            if let Some(excess) = excess_cells(self.text, end..range.end) {
                let message =
                    format!("this table has {} columns, and this row more", columns.len());
                let fault = Diagnostic::error("cells-lost", message).at(self.span(excess));
                let help =
                    "add columns to the heading; write a bar that is part of a text as `\\|`";
                self.diagnostics.push(fault.help(help));
            }
            rows.push(cells);
        }
        let mut rows = rows.into_iter();
        // There is none if the guide is too long to be read to its end.
        let Some(head) = rows.next() else { return Block::Rule };
        let (mut head, mut rows) = fill_table(head, rows.collect(), &mut self.names);
        let resize = |row: &mut Row| row.resize(columns.len(), Vec::new());
        resize(&mut head);
        rows.iter_mut().for_each(resize);
        Block::Table(Box::new(Table { columns, head, rows, layout: None, timeline: None }))
    }

    /// A line of HTML: a page break, an anchor, a comment, or else nothing that can be printed.
    fn html(&mut self, html: &str, range: Range<usize>, depth: usize, blocks: &mut Vec<Block>) {
        let html = html.trim();
        if is_page_break(html) && self.looks.has_columns() {
            self.diagnostics.push(LayoutHint::page_break_in_columns(&self.span(range)));
        } else if is_page_break(html) {
            blocks.push(Block::PageBreak);
        } else if let Some(anchor) = anchor_of(html) {
            self.targets.add(&anchor);
            self.names.enter(&anchor);
            self.anchor = Some(anchor);
        } else if page_of(html).is_some() {
            self.diagnostics.push(LayoutHint::page_at_line_start(&self.span(range)));
        } else if let Some(hint) = FieldHint::read(html, &self.span(range.clone())) {
            match hint {
                Ok(hint) => self.names.hint(hint),
                Err(fault) => self.diagnostics.push(fault),
            }
            self.behind_hint(range, depth, blocks);
        } else if let Some(hint) = LayoutHint::read(html, &self.span(range.clone())) {
            match hint {
                Ok(hint) => {
                    let span = self.span(range);
                    self.looks.add(hint, span, depth, blocks, self.diagnostics);
                }
                Err(fault) => self.diagnostics.push(fault),
            }
        } else {
            self.warn_of_html(html, range);
        }
    }

    /// What is behind a hint at the beginning of a line. To Markdown it is HTML too (CommonMark 4.6), but a blank or a box may be there.
    fn behind_hint(&mut self, line: Range<usize>, depth: usize, blocks: &mut Vec<Block>) {
        let Some((hint, rest)) = self.text[line.clone()].split_once("-->") else { return };
        if rest.trim().is_empty() {
            return;
        }
        if depth >= MAX_DEPTH {
            self.diagnostics.push(FieldHint::too_deep(&self.span(line)));
            return;
        }
        let start = line.start + hint.len() + "-->".len();
        let shifted = |(event, range): (Event<'t>, Range<usize>)| {
            (event, start + range.start..start + range.end)
        };
        let behind: Vec<_> = events(rest).take(self.parts.most_in_part()).map(shifted).collect();
        self.behind_hints += behind.len();
        if self.parts.are_too_many(&behind, self.behind_hints) {
            self.refuse(start);
            return;
        }
        let events = std::mem::replace(&mut self.events, behind);
        let at = std::mem::take(&mut self.at);
        while self.at < self.events.len() {
            blocks.append(&mut self.blocks(depth + 1));
            self.at += 1;
        }
        self.events = events;
        self.at = at;
    }

    pub(super) fn peek(&self) -> Option<(Event<'t>, Range<usize>)> {
        self.events.get(self.at).cloned()
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, self.start + range.start..self.start + range.end)
    }
}
