use std::fmt::Write;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::selection::{check, described};
use super::unmet::{self, Shortfall};
use super::{bank, json};
use crate::bank::{Bank, Id, Question};
use crate::base::text::counted;
use crate::base::unit::Minutes;
use crate::cli::terminal::Console;
use crate::cli::{FacetArgs, ListArgs, ListFormat, UsageError, check_order};
use crate::commands::manifest::ManifestUnmet;
use crate::packet::QuestionRecord;
use crate::select::{InterviewerSlot, Panel, Reason, Selection, UnmetGoal, assign_panel, select};

pub(super) fn run(args: &ListArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet);
    let interviewers = args.interviewers.checked()?;
    if interviewers.is_empty() && args.interviewers.shared.is_some() {
        let help = "add --interviewers \"Ana:strategy,Bo:execution\", or --size 3";
        return Err(UsageError::new("--shared: no interviewers given").help(help).into());
    }
    let bank = bank::load(&args.bank.bank, console)?;
    let criteria = args.facets.criteria();
    check(&criteria, &interviewers, &bank)?;
    check_order(&criteria, false)?;
    if interviewers.is_empty() {
        let selection = select(&bank, &criteria)?;
        report_unmet(args, selection.unmet(), &bank, console)?;
        one(args, &selection, console)
    } else {
        let panel = assign_panel(&bank, &criteria, &interviewers, args.interviewers.shared())?;
        report_unmet(args, &panel.unmet, &bank, console)?;
        of_panel(args, &panel, &interviewers, &bank, console)
    }
}

/// Says what could not be met, as `build` and `panel` do.
fn report_unmet(
    args: &ListArgs,
    unmet: &[UnmetGoal],
    bank: &Bank,
    console: Console,
) -> anyhow::Result<()> {
    let criteria = args.facets.criteria();
    Ok(unmet::report(unmet, bank, Some(&criteria), Shortfall::new(args.strict), console)?)
}

/// What one interviewer asks.
fn one(args: &ListArgs, selection: &Selection<'_>, console: Console) -> anyhow::Result<()> {
    match format(args) {
        ListFormat::Table => {
            let table = table(selection, &[], args.explain, console.width());
            console.data(table.as_bytes())?;
            let (count, total) = (selection.questions().len(), selection.bank().questions.len());
            let minutes = selection.minutes();
            console.info(&format!("{count} of {total} questions, {minutes} minutes"));
        }
        ListFormat::Ids => console.data(ids(selection.questions()).as_bytes())?,
        ListFormat::Json => json::print(&records(selection, args.explain), console)?,
    }
    if let (true, Some(minutes)) = (args.explain, args.facets.minutes) {
        let reserve = args.facets.reserve;
        let left = Minutes(minutes) - Minutes(reserve) - selection.minutes();
        console.info(&format!("{minutes} minutes: {reserve} reserved, {left} unused"));
    }
    Ok(())
}

/// What each interviewer of a panel asks.
fn of_panel<'b>(
    args: &ListArgs,
    panel: &Panel<'b>,
    interviewers: &[InterviewerSlot],
    bank: &Bank,
    console: Console,
) -> anyhow::Result<()> {
    let mut asked: Vec<&Question> = Vec::new();
    for question in panel.selections.iter().flat_map(Selection::questions) {
        if !asked.iter().any(|known| known.id == question.id) {
            asked.push(question);
        }
    }
    let each = || panel.selections.iter().zip(interviewers).enumerate();
    match format(args) {
        ListFormat::Table => {
            let mut text = String::new();
            for (index, (selection, person)) in each() {
                let space = if index > 0 { "\n" } else { "" };
                let heading = heading(person, index, selection, &args.facets);
                let table = table(selection, &panel.shared, args.explain, console.width());
                // Writing to a text cannot fail.
                let _ = write!(text, "{space}{heading}\n{table}");
            }
            console.data(text.as_bytes())?;
            let (count, total, people) = (asked.len(), bank.questions.len(), interviewers.len());
            console.info(&format!("{count} of {total} questions, assigned to {people}"));
        }
        ListFormat::Ids => console.data(ids(&asked).as_bytes())?,
        ListFormat::Json => {
            let record =
                |(index, (selection, person)): (usize, (&Selection<'b>, &InterviewerSlot))| {
                    InterviewerRecord {
                        name: person.name.clone(),
                        label: person.label(index),
                        themes: person.themes.clone(),
                        minutes: selection.minutes() + Minutes(args.facets.reserve),
                        questions: records(selection, args.explain),
                    }
                };
            let record = PanelRecord {
                interviewers: each().map(record).collect(),
                shared: &panel.shared,
                unmet: panel.unmet.iter().map(|unmet| unmet::record(bank, unmet)).collect(),
            };
            json::print(&record, console)?;
        }
    }
    Ok(())
}

/// What a panel asks, for scripts.
#[derive(Serialize)]
struct PanelRecord<'b> {
    interviewers: Vec<InterviewerRecord<'b>>,
    /// The questions that everybody asks.
    shared: &'b [Id],
    /// What could not be met, and why.
    unmet: Vec<ManifestUnmet>,
}

/// What one of them asks.
#[derive(Serialize)]
struct InterviewerRecord<'b> {
    name: Option<String>,
    label: String,
    themes: Vec<Id>,
    /// How long the interview takes, opening and closing included.
    minutes: Minutes,
    /// In the order in which they are asked.
    questions: Vec<QuestionRecord<'b>>,
}

fn format(args: &ListArgs) -> ListFormat {
    if args.json { ListFormat::Json } else { args.format }
}

fn ids(questions: &[&Question]) -> String {
    questions.iter().flat_map(|question| [question.id.as_str(), "\n"]).collect()
}

fn records<'b>(selection: &Selection<'b>, is_explained: bool) -> Vec<QuestionRecord<'b>> {
    let asked = selection.questions().iter().zip(selection.reasons());
    let record = |(question, reasons): (&&'b Question, &Vec<Reason>)| {
        let reasons = is_explained.then(|| described(selection.bank(), reasons));
        QuestionRecord::new(question, reasons)
    };
    asked.map(record).collect()
}

/// Who asks what is listed below, and how long that takes.
fn heading(
    person: &InterviewerSlot,
    index: usize,
    selection: &Selection<'_>,
    facets: &FacetArgs,
) -> String {
    let themes: Vec<&str> = person.themes.iter().map(Id::as_str).collect();
    let themes =
        if themes.is_empty() { String::new() } else { format!(" ({})", themes.join(", ")) };
    let questions = counted(selection.questions().len(), "question", "questions");
    let (label, minutes, reserve) = (person.label(index), selection.minutes(), facets.reserve);
    let whole = minutes + Minutes(reserve);
    let of = facets.minutes.map_or_else(String::new, |clock| format!(" of {clock}"));
    format!("{label}{themes}: {questions}, {minutes} minutes; {whole}{of} with the reserve")
}

/// The questions as a table no wider than `width` characters: the last column gives way.
fn table(selection: &Selection<'_>, shared: &[Id], is_explained: bool, width: usize) -> String {
    let row = |(question, reasons): (&&Question, &Vec<Reason>)| {
        let is_shared = shared.contains(&question.id);
        [
            question.number.to_string(),
            question.id.to_string(),
            question.theme.to_string(),
            question.minutes.to_string(),
            if is_explained {
                described(selection.bank(), reasons).join("; ")
            } else {
                let mark = if is_shared { "(common) " } else { "" };
                format!("{mark}{}", question.ask)
            },
        ]
    };
    let last = if is_explained { "Why" } else { "Question" };
    let head = ["No.", "Id", "Theme", "Min", last].map(str::to_owned);
    let rows = selection.questions().iter().zip(selection.reasons()).map(row);
    let rows: Vec<[String; 5]> = std::iter::once(head).chain(rows).collect();
    let widest =
        |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or_default();
    let fixed: Vec<usize> = (0..4).map(widest).collect();
    let indent: usize = fixed.iter().map(|width| width + 2).sum();
    let room = width.saturating_sub(indent).max(12);
    let mut text = String::new();
    for [number, id, theme, minutes, last] in &rows {
        // A question is known by its beginning; a reason is wanted whole.
        let lines = if is_explained {
            textwrap::wrap(last, room).into_iter().map(String::from).collect()
        } else {
            vec![cut(last, room)]
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
