use std::fmt::Write;

use super::{bank, json};
use crate::bank::{Bank, Id, Question};
use crate::base::text::nearest;
use crate::cli::terminal::Console;
use crate::cli::{ShowArgs, UsageError};
use crate::packet::QuestionRecord;

pub(super) fn run(args: &ShowArgs) -> anyhow::Result<()> {
    let console = Console::new(false);
    let bank = bank::load(&args.bank.bank, console)?;
    let found = bank.questions.iter().find(|question| question.id.as_str() == args.id);
    let Some(question) = found else {
        let ids = bank.questions.iter().map(|question| question.id.as_str());
        let hint = if let Some(nearest) = nearest(&args.id, ids) {
            format!("did you mean `{nearest}`?")
        } else {
            let banks = args.bank.bank.iter().map(|path| format!(" --bank {}", path.display()));
            let banks: String = banks.collect();
            format!("run `interview-kit list{banks} --format ids` for the list")
        };
        return Err(UsageError::new(format!("unknown question `{}`", args.id)).help(hint).into());
    };
    if args.json {
        return json::print(&QuestionRecord::new(question, None), console);
    }
    console.data(page(&bank, question, console.width().min(100)).as_bytes())?;
    Ok(())
}

/// A question, whole, no wider than `width` characters.
fn page<'b>(bank: &'b Bank, question: &'b Question, width: usize) -> String {
    let mut page = Page { width, text: String::new() };
    page.item("", &format!("{}. {}", question.number, question.ask));
    page.text.push('\n');
    let themes = std::iter::once(question.theme.to_string());
    let also = question.also.iter().map(|theme| format!("also {theme}"));
    page.pair("Id", question.id.as_str());
    page.pair("Theme", &themes.chain(also).collect::<Vec<_>>().join(", "));
    page.pair("Kind", question.kind.as_str());
    page.pair("Minutes", &question.minutes.to_string());
    page.pair("Weight", &question.weight.to_string());
    page.pair("Levels", &titles(&question.levels, |id| Some(&bank.level(id)?.title)));
    let competencies = titles(&question.competencies, |id| Some(&bank.competency(id)?.title));
    page.pair("Competencies", &competencies);
    page.pair("References", &titles(&question.references, |id| Some(&bank.reference(id)?.title)));
    page.pair("Follow-up", question.follow_up.as_deref().unwrap_or_default());
    page.list("Probes", "- ", &question.probes);
    let label = question.rubric_label.as_deref().unwrap_or("Strong answer should cover");
    page.list(label, "[ ] ", &question.rubric);
    page.list("Watch for", "- ", &question.watch_for);
    let anchors =
        question.anchors.iter().map(|anchor| format!("{}: {}", anchor.score, anchor.text));
    page.list("Anchors", "- ", &anchors.collect::<Vec<_>>());
    page.text
}

/// The titles of ids, in a row.
#[expect(clippy::expect_used, reason = "every reference was checked when the bank was read")]
fn titles<'b>(ids: &'b [Id], title: impl Fn(&'b Id) -> Option<&'b String>) -> String {
    let titles = ids.iter().map(|id| title(id).expect("the bank has what its questions name"));
    titles.map(String::as_str).collect::<Vec<_>>().join(", ")
}

struct Page {
    width: usize,
    text: String,
}

impl Page {
    fn pair(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.item(&format!("{name:<16}"), value);
        }
    }

    fn list(&mut self, title: &str, marker: &str, items: &[String]) {
        if !items.is_empty() {
            // Writing to a text cannot fail.
            let _ = writeln!(self.text, "\n{title}");
            for item in items {
                self.item(&format!("  {marker}"), item);
            }
        }
    }

    /// A text behind a marker, its further lines below its own beginning.
    fn item(&mut self, marker: &str, text: &str) {
        let indent = " ".repeat(marker.chars().count());
        let options =
            textwrap::Options::new(self.width).initial_indent(marker).subsequent_indent(&indent);
        for line in textwrap::wrap(text, options) {
            let _ = writeln!(self.text, "{line}");
        }
    }
}
