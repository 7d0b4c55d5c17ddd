use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::bank;
use super::selection::{check, criteria, told};
use super::unmet::{self, Shortfall};
use crate::bank::Question;
use crate::cli::{ListArgs, ListFormat};
use crate::kit::QuestionRecord;
use crate::output::Console;
use crate::select::{Selection, Unmet, select};
use crate::unit::Minutes;

pub(super) fn run(args: &ListArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet);
    let bank = bank::load(&args.bank, console)?;
    check(&args.facets, &bank)?;
    let selection = select(&bank, &criteria(&args.facets))?;
    let (told_unmet, remedies) =
        (Unmet::all_told(selection.unmet(), &bank), unmet::remedies(selection.unmet()));
    unmet::tell(&told_unmet, &remedies, Shortfall::new(args.strict), console)?;
    let told = selection.reasons().iter().map(|reasons| told(&bank, reasons));
    let why: Option<Vec<Vec<String>>> = args.explain.then(|| told.collect());
    let format = if args.json { ListFormat::Json } else { args.format };
    let text = match format {
        ListFormat::Table => table(&selection, why.as_deref(), console.width()),
        ListFormat::Ids => {
            let ids = selection.questions().iter().map(|question| question.id.as_str());
            ids.flat_map(|id| [id, "\n"]).collect()
        }
        ListFormat::Json => {
            let records = selection.questions().iter().enumerate().map(|(index, question)| {
                let reasons = why.as_ref().and_then(|why| why.get(index).cloned());
                QuestionRecord { reasons, ..QuestionRecord::new(question) }
            });
            let mut text = serde_json::to_string_pretty(&records.collect::<Vec<_>>())?;
            text.push('\n');
            text
        }
    };
    console.data(text.as_bytes())?;
    if format == ListFormat::Table {
        let (count, total) = (selection.questions().len(), bank.questions.len());
        console.message(&format!("{count} of {total} questions, {} minutes", selection.minutes()));
    }
    if let (true, Some(minutes)) = (args.explain, args.facets.minutes) {
        let reserve = args.facets.reserve;
        let left = Minutes(minutes) - Minutes(reserve) - selection.minutes();
        console.message(&format!(
            "of {minutes} minutes, {reserve} are kept for opening and closing, and {left} are left over"
        ));
    }
    Ok(())
}

/// The questions as a table no wider than `width` characters: the last column gives way.
fn table(selection: &Selection<'_>, why: Option<&[Vec<String>]>, width: usize) -> String {
    let row = |(index, question): (usize, &&Question)| {
        [
            question.number.to_string(),
            question.id.to_string(),
            question.theme.to_string(),
            question.minutes.to_string(),
            match why.and_then(|why| why.get(index)) {
                Some(reasons) => reasons.join("; "),
                None => question.ask.clone(),
            },
        ]
    };
    let last = if why.is_some() { "Why" } else { "Question" };
    let head = ["No.", "Id", "Theme", "Min", last].map(str::to_owned);
    let rows = selection.questions().iter().enumerate().map(row);
    let rows: Vec<[String; 5]> = std::iter::once(head).chain(rows).collect();
    let widest =
        |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or_default();
    let fixed: Vec<usize> = (0..4).map(widest).collect();
    let indent: usize = fixed.iter().map(|width| width + 2).sum();
    let room = width.saturating_sub(indent).max(12);
    let mut text = String::new();
    for [number, id, theme, minutes, last] in &rows {
        // A question is known by its beginning; a reason is wanted whole.
        let lines = match why {
            None => vec![cut(last, room)],
            Some(_) => textwrap::wrap(last, room).into_iter().map(String::from).collect(),
        };
        for (index, line) in lines.iter().enumerate() {
            // Writing to a text cannot fail.
            let _ = if index == 0 {
                writeln!(
                    text,
                    "{number:>0$}  {id:<1$}  {theme:<2$}  {minutes:>3$}  {line}",
                    fixed[0], fixed[1], fixed[2], fixed[3]
                )
            } else {
                writeln!(text, "{:indent$}{line}", "")
            };
        }
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
