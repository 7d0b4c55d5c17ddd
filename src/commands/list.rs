use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::bank;
use super::selection::criteria;
use crate::bank::Question;
use crate::cli::{ListArgs, ListFormat};
use crate::kit::QuestionRecord;
use crate::output::Console;
use crate::select::{Selection, select};

pub(super) fn run(args: &ListArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet);
    let bank = bank::load(&args.bank, console)?;
    let selection = select(&bank, &criteria(&args.facets))?;
    let text = match args.format {
        ListFormat::Table => table(&selection, console.width()),
        ListFormat::Ids => {
            let ids = selection.questions().iter().map(|question| question.id.as_str());
            ids.flat_map(|id| {
                [
                    id, "
",
                ]
            })
            .collect()
        }
        ListFormat::Json => {
            let records =
                selection.questions().iter().map(|question| QuestionRecord::new(question));
            let mut text = serde_json::to_string_pretty(&records.collect::<Vec<_>>())?;
            text.push('\n');
            text
        }
    };
    console.data(text.as_bytes())?;
    if args.format == ListFormat::Table {
        let (count, total) = (selection.questions().len(), bank.questions.len());
        console.message(&format!("{count} of {total} questions, {} minutes", selection.minutes()));
    }
    Ok(())
}

/// The questions as a table no wider than `width` characters: the question itself gives way.
fn table(selection: &Selection<'_>, width: usize) -> String {
    let row = |question: &&Question| {
        [
            question.number.to_string(),
            question.id.to_string(),
            question.theme.to_string(),
            question.minutes.to_string(),
            question.ask.clone(),
        ]
    };
    let head = ["No.", "Id", "Theme", "Min", "Question"].map(str::to_owned);
    let rows: Vec<[String; 5]> =
        std::iter::once(head).chain(selection.questions().iter().map(row)).collect();
    let widest =
        |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or_default();
    let fixed: Vec<usize> = (0..4).map(widest).collect();
    let room = width.saturating_sub(fixed.iter().map(|width| width + 2).sum()).max(12);
    let mut text = String::new();
    for [number, id, theme, minutes, ask] in &rows {
        let ask = cut(ask, room);
        // Writing to a text cannot fail.
        let _ = writeln!(
            text,
            "{number:>0$}  {id:<1$}  {theme:<2$}  {minutes:>3$}  {ask}",
            fixed[0], fixed[1], fixed[2], fixed[3]
        );
    }
    text
}

/// As much of a text as fits, with an ellipsis where something is missing.
fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for char in text.chars() {
        kept.push(char);
        if kept.width() >= room {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}
