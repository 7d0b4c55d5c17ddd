use std::sync::Arc;

use super::choice::Choice;
use super::field_hint::FieldHint;
use super::field_name::FieldName;
use super::label::Label;
use super::model::{Checkbox, Emphasis, Field, Inline, SourceSpan, TextStyle};
use super::names::{Kind, Names};
use super::runs::Run;
use super::written::Written;
use crate::base::source::Span;
use crate::base::text::one_line;

/// How many underscores a blank has at least. Some may be missing where somebody has typed.
const LEAST_WIDTH: usize = 4;

/// A column of a table.
#[derive(Debug, Default)]
pub(super) struct Column {
    /// Its place, from 1.
    pub(super) place: usize,
    /// The words of its heading.
    pub(super) words: Label,
    /// The id that a hint in its heading gives it.
    pub(super) id: Option<String>,
}

/// What names the fields of a row.
pub(super) struct RowName {
    /// The row's id, or else its place.
    pub(super) part: String,
    /// Whether it is an id.
    pub(super) is_id: bool,
    /// The hint that gave the id.
    pub(super) hint: Option<FieldHint>,
    /// Whether the row has a single field.
    pub(super) has_one_field: bool,
    /// The words of the row, which describe its fields.
    pub(super) words: Label,
}

/// Turns the boxes and blanks of a paragraph into form fields. Two or more boxes are one choice. A hint that no field follows waits
/// for the next field after the paragraph.
pub(super) fn fill(runs: &[Run], names: &mut Names) -> Vec<Inline> {
    for run in runs {
        if let Run::Anchor(anchor) = run {
            names.enter(anchor);
        }
    }
    let end = runs.iter().position(|run| matches!(run, Run::Box(..))).unwrap_or(runs.len());
    let mut filler = Filler::new(names, None, boxes(runs), plain(&runs[..end]));
    let inlines = filler.fill(runs, None);
    filler.finish();
    inlines
}

/// How many boxes there are.
pub(super) fn boxes(runs: &[Run]) -> usize {
    runs.iter().filter(|run| matches!(run, Run::Box(..))).count()
}

/// Turns the boxes and blanks of a paragraph, or of the cells of a row, into form fields.
pub(super) struct Filler<'n> {
    names: &'n mut Names,
    row: Option<RowName>,
    /// How many boxes there are in all.
    boxes: usize,
    /// What a choice is about.
    lead: Label,
    choice: Option<Choice>,
}

impl<'n> Filler<'n> {
    pub(super) fn new(
        names: &'n mut Names,
        row: Option<RowName>,
        boxes: usize,
        lead: Label,
    ) -> Self {
        Self { names, row, boxes, lead, choice: None }
    }

    /// Fills in a paragraph, or a cell in its column.
    pub(super) fn fill(&mut self, runs: &[Run], column: Option<&Column>) -> Vec<Inline> {
        let mut inlines = Vec::with_capacity(runs.len());
        let mut before = Label::default();
        for (index, run) in runs.iter().enumerate() {
            match run {
                Run::Text { text, style, lang, link, span } => {
                    before.push(text, lang.as_ref());
                    inlines.push(Inline::Text {
                        text: text.clone(),
                        style: *style,
                        lang: lang.clone(),
                        link: link.clone(),
                        span: SourceSpan(span.clone()),
                    });
                }
                Run::PageNumber { anchor, style, span } => inlines.push(Inline::PageNumber {
                    anchor: anchor.clone(),
                    style: *style,
                    span: SourceSpan(span.clone()),
                }),
                Run::Break => {
                    before = Label::default();
                    inlines.push(Inline::LineBreak);
                }
                Run::Box(ticked, span) => {
                    let span = SourceSpan(span.clone());
                    inlines.push(self.tick(label(&runs[index + 1..]), (*ticked, span), column));
                    before = Label::default();
                }
                Run::Blank(span) => {
                    let field = self.blank(before.map(words), column);
                    let written = self.names.written(span);
                    inlines.extend(blank(field, span, written));
                    before = Label::default();
                }
                Run::Hint(hint) => self.names.hint(hint.clone()),
                Run::Scale(scale, _) => inlines.push(Inline::Scale(scale.clone())),
                Run::Bars(counts, _) => inlines.push(Inline::Bars(counts.clone())),
                Run::Anchor(_) => {}
            }
        }
        inlines
    }

    /// Reports what is wrong with the hint of the choice.
    pub(super) fn finish(self) {
        if let Some(choice) = self.choice {
            choice.finish(self.names);
        }
    }

    fn tick(
        &mut self,
        own: Label,
        (ticked, span): (bool, SourceSpan),
        column: Option<&Column>,
    ) -> Inline {
        let label = match column {
            Some(column) if own.is_empty() => column.words.clone(),
            _ => own,
        };
        if self.boxes == 1 {
            let hint = self.names.take_hint();
            let field = self.field(Kind::Check, hint.as_ref(), &label, column);
            return Inline::Checkbox(Checkbox { field, checked: ticked, span });
        }
        let choice = self.choice.take();
        let mut choice = choice.unwrap_or_else(|| {
            let (hint, lead) = (self.names.take_hint(), self.lead.clone());
            Choice::new(self.field(Kind::Choice, hint.as_ref(), &lead, column), hint)
        });
        let value = choice.value(&label.text, column.and_then(|column| column.id.as_deref()));
        let (field, Label { text: label, lang }) =
            (Arc::clone(&choice.field), spoken(label, &value));
        self.choice = Some(choice);
        Inline::Option { field, value, label, lang, chosen: ticked, span }
    }

    fn blank(&mut self, own: Label, column: Option<&Column>) -> Field {
        let hint = self.names.take_hint();
        let words = match (&self.row, column) {
            (Some(row), Some(column)) if own.is_empty() && !column.words.is_empty() => {
                if row.words.is_empty() {
                    column.words.clone()
                } else {
                    row.words.then(", ", &column.words)
                }
            }
            (Some(row), _) if own.is_empty() => row.words.clone(),
            _ => own,
        };
        let alone = self.row.as_ref().filter(|row| row.has_one_field);
        let id = hint.as_ref().or(alone.and_then(|row| row.hint.as_ref()));
        if let Some(field) = self.names.of_page(id.map(|hint| hint.name.as_str()), &words.text) {
            if self.row.is_none() {
                // It counts as well, so that the blanks after it keep their names whatever its label is.
                self.names.place(Kind::Blank);
            }
            return field;
        }
        self.field(Kind::Blank, hint.as_ref(), &words, column)
    }

    /// A field, named after its hint, after its row and column, or by its place.
    fn field(
        &mut self,
        kind: Kind,
        hint: Option<&FieldHint>,
        words: &Label,
        column: Option<&Column>,
    ) -> Field {
        let Some(row) = &self.row else {
            let place = self.names.place(kind);
            let part = hint.map_or(&place, |hint| &hint.name);
            return self.names.field(part, hint, words);
        };
        let named = row.hint.as_ref();
        match (hint, column) {
            (Some(hint), _) if row.is_id => {
                self.names.field(&FieldName::join(&row.part, &hint.name), Some(hint), words)
            }
            (Some(hint), _) => self.names.field(&hint.name, Some(hint), words),
            // The columns of a choice are its options.
            (None, Some(Column { id: Some(id), .. })) if kind != Kind::Choice => {
                self.names.field(&FieldName::join(&row.part, id), named, words)
            }
            (None, Some(column)) if !row.has_one_field => {
                let part = FieldName::join(&row.part, &column.place.to_string());
                self.names.field(&part, named, words)
            }
            (None, _) => self.names.field(&row.part, named, words),
        }
    }
}

/// A blank, or what is written on it: words that catch the eye.
fn blank(field: Field, span: &Span, written: Option<Written>) -> Vec<Inline> {
    let Some(written) = written else {
        let width = span.bytes.len().max(LEAST_WIDTH);
        return vec![Inline::Blank { field, width, span: SourceSpan(span.clone()) }];
    };
    let (Written::Text(text) | Written::Unclear(text)) = &written;
    let style = TextStyle { emphasis: Emphasis::Strong, ..TextStyle::default() };
    let (text, span) = (one_line(text), SourceSpan(span.clone()));
    let words = Inline::Text { text, style, lang: None, link: None, span: span.clone() };
    vec![Inline::Filled { field, written: Box::new(written), span }, words]
}

/// The words behind a box, up to the next one.
fn label(runs: &[Run]) -> Label {
    let is_label = |run: &&Run| !matches!(run, Run::Box(..) | Run::Blank(_) | Run::Break);
    text(runs.iter().take_while(is_label)).map(words)
}

/// What a screen reader announces for a box: its own words, or else its value.
pub(super) fn spoken(label: Label, value: &str) -> Label {
    if label.has_words() { label } else { Label::new(value) }
}

/// The words of runs.
pub(super) fn plain(runs: &[Run]) -> Label {
    text(runs.iter()).map(words)
}

fn text<'r>(runs: impl Iterator<Item = &'r Run>) -> Label {
    let mut label = Label::default();
    for run in runs {
        match run {
            Run::Text { text, lang, .. } => label.push(text, lang.as_ref()),
            Run::Break => label.push(" ", None),
            _ => {}
        }
    }
    label
}

/// Words without the signs that lead from a label to its field, or part one option from the next.
fn words(text: &str) -> String {
    let is_edge =
        |char: char| char.is_whitespace() || matches!(char, ':' | '·' | '|' | '/' | ';' | ',');
    one_line(text.trim_matches(is_edge))
}
