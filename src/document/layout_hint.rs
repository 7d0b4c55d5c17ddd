use std::ops::RangeInclusive;

use super::block_style::BlockStyle;
use super::model::{ColumnWidth, Scale, TableColumn, TableLayout, Timeline};
use super::timeline::TimelineScale;
use crate::base::diagnostic::Diagnostic;
use crate::base::source::Span;

/// A comment that only concerns the look of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LayoutHint {
    /// `<!-- style: options -->`: the look of the next block.
    Style(BlockStyle),
    /// `<!-- columns -->`: the blocks up to `<!-- end columns -->` are side by side.
    Columns,
    /// `<!-- next column -->`: the next column begins.
    NextColumn,
    /// `<!-- end columns -->`: the columns end.
    EndColumns,
    /// `<!-- table: 14 10 * | 22; rows 10 -->`: the columns and rows of the next table.
    Table(TableLayout),
    /// `<!-- timeline: 60; 0 9:00, 30 9:30 -->`: a timeline above the next table.
    Timeline(TimelineScale),
}

/// How many values a scale has.
const SCALE_VALUES: RangeInclusive<usize> = 2..=20;
const CODE: &str = "layout-hint";
const TABLE_HELP: &str = "list a width in millimeters or `*` for each column, with `|` for a line between two columns, and \
                          `; rows 10` for the least height of a row";
const TIMELINE_HELP: &str =
    "write how many minutes it has, and labels for some of them: `60; 0 9:00, 30 9:30, 60 10:00`";
/// The widest column and the tallest row, in millimeters: more than any paper has.
const MAX_MM: f32 = 400.0;

impl LayoutHint {
    /// Reads a hint. Any other comment is none.
    pub(super) fn read(html: &str, span: &Span) -> Option<Result<Self, Diagnostic>> {
        let comment = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
        let (name, value) = match comment.split_once(':') {
            Some((name, value)) => (name.trim(), Some(value.trim())),
            None => (comment, None),
        };
        Some(match (name, value) {
            ("style", Some(name)) => BlockStyle::parse(name).map(Self::Style).ok_or_else(|| {
                let names = BlockStyle::ALL.into_iter().map(BlockStyle::name);
                warning(format!("unknown style `{name}`"), span).suggest(name, names)
            }),
            ("columns", None) => Ok(Self::Columns),
            ("next column", None) => Ok(Self::NextColumn),
            ("end columns", None) => Ok(Self::EndColumns),
            ("table", Some(value)) => table(value).map(Self::Table).ok_or_else(|| {
                let message = format!("`{value}` does not describe the columns of a table");
                warning(message, span).help(TABLE_HELP)
            }),
            ("timeline", Some(value)) => {
                TimelineScale::read(value).map(Self::Timeline).ok_or_else(|| {
                    let message = format!("`{value}` does not describe a timeline");
                    warning(message, span).help(TIMELINE_HELP)
                })
            }
            ("scale", Some(_)) => Err(Self::scale_not_alone(span)),
            ("bars", Some(_)) => Err(Self::bars_not_alone(span)),
            _ => return None,
        })
    }

    /// Reads the values of a scale that is drawn in a cell, and those of them that were given: `<!-- scale: 1 2 3 4 5; 4 3 4 -->`.
    pub(super) fn scale(html: &str, span: &Span) -> Option<Result<Scale, Diagnostic>> {
        let comment = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
        let scale = comment.trim().strip_prefix("scale:")?;
        let (values, given) = scale.split_once(';').unwrap_or((scale, ""));
        let values: Vec<String> = values.split_whitespace().map(str::to_owned).collect();
        if !SCALE_VALUES.contains(&values.len()) {
            let message = format!("this scale has {} values", values.len());
            let (least, most) = (SCALE_VALUES.start(), SCALE_VALUES.end());
            let warning = warning(message, span);
            return Some(Err(warning.help(format!("list {least} to {most} values"))));
        }
        let place = |given: &str| values.iter().position(|value| value == given);
        if let Some(unknown) = given.split_whitespace().find(|given| place(given).is_none()) {
            let warning = warning(format!("this scale has no value `{unknown}`"), span);
            return Some(Err(warning.help(format!("expected one of: {}", values.join(", ")))));
        }
        let dots = given.split_whitespace().filter_map(place).collect();
        Some(Ok(Scale { values, dots }))
    }

    /// A scale is not alone in a cell of a table.
    pub(super) fn scale_not_alone(span: &Span) -> Diagnostic {
        let warning = warning("this scale is not alone in a cell of a table", span);
        warning.help("put it into a cell with nothing else in it")
    }

    /// Reads the counts of a bar that is drawn in a cell: `<!-- bars: 0 2 5 3 1 -->`.
    pub(super) fn bars(html: &str, span: &Span) -> Option<Result<Vec<u32>, Diagnostic>> {
        let comment = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
        let values = comment.trim().strip_prefix("bars:")?;
        let counts: Result<Vec<u32>, _> = values.split_whitespace().map(str::parse).collect();
        let counts = counts.ok().filter(|counts| SCALE_VALUES.contains(&counts.len()));
        Some(counts.ok_or_else(|| {
            let message = format!("`{}` does not describe a bar", values.trim());
            let (least, most) = (SCALE_VALUES.start(), SCALE_VALUES.end());
            let help = format!("list {least} to {most} whole numbers, such as `0 2 5 3 1`");
            warning(message, span).help(help)
        }))
    }

    /// A bar is not alone in a cell of a table.
    pub(super) fn bars_not_alone(span: &Span) -> Diagnostic {
        let warning = warning("this bar is not alone in a cell of a table", span);
        warning.help("put it into a cell with nothing else in it")
    }

    /// The next block is of a kind that cannot look like this, or there is none.
    pub(super) fn unfit(&self, span: &Span) -> Diagnostic {
        let (message, help) = match self {
            Self::Style(style) => (
                format!("the style `{}` does not fit what follows it", style.name()),
                format!("put it directly before {}", style.expected()),
            ),
            _ => (
                "no table follows this hint".to_owned(),
                "put it directly before the table that it is for".to_owned(),
            ),
        };
        warning(message, span).help(help)
    }

    /// The hint has more or fewer columns than the table.
    pub(super) fn miscounted(hint: usize, columns: usize, span: &Span) -> Diagnostic {
        let message = format!("this hint lists {hint} columns for a table of {columns}");
        warning(message, span).help("list one width per column, in order; `*` is a width too")
    }

    /// What is wrong with the timeline of a table: the table has no minutes, so that there is none, or more than the timeline.
    pub(super) fn timeline_fault(timeline: Option<&Timeline>, span: &Span) -> Option<Diagnostic> {
        let Some(timeline) = timeline else {
            let warning = warning("the table below this timeline has no column of minutes", span);
            let help = "add a column in which all cells are whole numbers or empty";
            return Some(warning.help(help));
        };
        let (minutes, all) = (timeline.minutes, timeline.all_minutes());
        let message =
            format!("this timeline has {minutes} minutes, but the table below it has {all}");
        let warning =
            warning(message, span).help("what is beyond its end is not drawn; make it longer");
        (all > u32::from(minutes)).then_some(warning)
    }

    /// A page number at the beginning of a line. To Markdown, such a line is HTML (CommonMark 4.6).
    pub(super) fn page_at_line_start(span: &Span) -> Diagnostic {
        let warning = warning("this line begins with a page number, so it is not printed", span);
        warning.help("put a word before the page number")
    }

    /// No heading has the anchor whose page number is to be printed.
    pub(super) fn no_page(anchor: &str, span: &Span) -> Diagnostic {
        let message =
            format!("this is the page number of `#{anchor}`, but no heading has that name");
        let warning = Diagnostic::warning("dead-link", message).at(span.clone());
        warning.help(format!("add `<a id=\"{anchor}\"></a>` above the heading"))
    }

    /// Columns begin in a list, a quotation, or behind another hint.
    pub(super) fn nested(span: &Span) -> Diagnostic {
        let message = "columns cannot be inside a list, a quotation, or behind another hint";
        warning(message, span).help("put the hint on its own line, outside of them")
    }

    /// The hint does not follow from those before it.
    pub(super) fn unmatched(span: &Span) -> Diagnostic {
        let warning = warning("this hint about columns does not match the one before it", span);
        warning.help(
            "write `<!-- columns -->`, then `<!-- next column -->`, then `<!-- end columns -->`",
        )
    }

    /// Columns are on one page.
    pub(super) fn page_break_in_columns(span: &Span) -> Diagnostic {
        let warning = warning("this page break is inside columns, so it is ignored", span);
        warning.help("put it before `<!-- columns -->` or after `<!-- end columns -->`")
    }

    /// Columns do not end.
    pub(super) fn unclosed(span: &Span) -> Diagnostic {
        let warning =
            warning("these columns do not end, so they are printed below each other", span);
        warning.help("write `<!-- end columns -->` after the last of them")
    }
}

fn warning(message: impl Into<String>, span: &Span) -> Diagnostic {
    Diagnostic::warning(CODE, message).at(span.clone())
}

/// Widths in millimeters or `*`, with `|` where a line runs between two columns.
fn table(value: &str) -> Option<TableLayout> {
    let (columns, rows) = value.split_once(';').unwrap_or((value, ""));
    let row_height = match rows.split_whitespace().collect::<Vec<_>>().as_slice() {
        [] => None,
        ["rows", height] => Some(tenths(height)?),
        _ => return None,
    };
    let mut all = Vec::new();
    let mut has_line = false;
    for word in columns.split_whitespace() {
        if word == "|" {
            if has_line || all.is_empty() {
                return None;
            }
            has_line = true;
            continue;
        }
        let width =
            if word == "*" { ColumnWidth::Rest } else { ColumnWidth::Tenths(tenths(word)?) };
        all.push(TableColumn { width, has_line_before: std::mem::take(&mut has_line) });
    }
    (!all.is_empty() && !has_line).then_some(TableLayout { columns: all, row_height })
}

/// A length in millimeters, in tenths: lengths are compared and hashed with the blocks.
fn tenths(word: &str) -> Option<u16> {
    let length: f32 = word.parse().ok()?;
    let is_possible = length > 0.0 && length <= MAX_MM;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is within the range"
    )]
    is_possible.then(|| (length * 10.0).round() as u16)
}
