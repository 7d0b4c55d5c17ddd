use std::io;

use super::super::aligned::Columns;
use super::outcome::{JudgedFile, Outcome, Purge};
use super::report::{FileReport, Report};
use crate::base::text::counted;
use crate::cli::ResultFormat;
use crate::cli::terminal::Console;

/// What was done, written while it is done: the entry of a file is written before the next file is removed, so that of all that is
/// removed, no more than one file is missing in the log when it cannot be written any more.
pub(super) struct Log {
    form: Form,
    /// What comes before the entries.
    head: String,
    /// Whether files are removed. Otherwise whoever closes a pipe has read enough.
    is_needed: bool,
    console: Console,
}

enum Form {
    Table(Columns),
    Json {
        /// What is between this entry and the one before.
        gap: &'static str,
        /// What comes after the entries.
        end: String,
    },
}

impl Log {
    /// A log of which nothing is written yet.
    pub(super) fn new(
        purge: &Purge,
        format: ResultFormat,
        console: Console,
    ) -> serde_json::Result<Self> {
        let (form, head) = match format {
            ResultFormat::Table => table(purge),
            ResultFormat::Json => json(purge)?,
        };
        Ok(Self { form, head, is_needed: purge.removes, console })
    }

    /// Begins the log: that it can be written at all is known before anything is removed.
    pub(super) fn begin(&self) -> io::Result<()> {
        self.write(&self.head)
    }

    /// Writes what was done with the next file.
    pub(super) fn file(&mut self, file: &JudgedFile) -> io::Result<()> {
        let text = match &mut self.form {
            Form::Table(columns) => columns.line(&row(file, action(&file.outcome))),
            Form::Json { gap, .. } => {
                let entry = serde_json::to_string_pretty(&FileReport::new(file))?;
                let text = format!("{gap}\n    {}", entry.replace('\n', "\n    "));
                *gap = ",";
                text
            }
        };
        self.write(&text)
    }

    /// Writes what comes after the last file.
    pub(super) fn end(self) -> io::Result<()> {
        match &self.form {
            Form::Table(_) => Ok(()),
            // Without entries, the list stays on its line.
            Form::Json { gap: "", end } => self.write(end),
            Form::Json { end, .. } => self.write(&format!("\n  {end}")),
        }
    }

    fn write(&self, text: &str) -> io::Result<()> {
        if self.is_needed {
            self.console.needed_data(text.as_bytes())
        } else {
            self.console.data(text.as_bytes())
        }
    }
}

/// The report without its files, in two halves.
fn json(purge: &Purge) -> serde_json::Result<(Form, String)> {
    const FILES: &str = "\"files\": [";
    let mut begin = serde_json::to_string_pretty(&Report::new(purge))?;
    begin.push('\n');
    let split = begin.find(FILES).map_or(begin.len(), |at| at + FILES.len());
    let end = begin.split_off(split);
    Ok((Form::Json { gap: "", end }, begin))
}

/// The columns of the table for people, which have room for whatever becomes of a file, and its head.
fn table(Purge { files, removes, .. }: &Purge) -> (Form, String) {
    let head = ["", "keep until", "packet", "file"].map(str::to_owned).to_vec();
    let mut rows = vec![head.clone()];
    for file in files {
        rows.push(row(file, action(&file.outcome)));
        if let (true, Outcome::Past(date)) = (removes, &file.outcome) {
            rows.push(row(file, action(&Outcome::NotRemoved(*date))));
        }
    }
    let columns = Columns::of(&rows, 4);
    let begin = if files.is_empty() { String::new() } else { columns.line(&head) };
    (Form::Table(columns), begin)
}

fn action(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Past(_) => "past",
        Outcome::Removed(_) => "removed",
        Outcome::NotRemoved(_) => "not removed",
        Outcome::Withheld(_)
        | Outcome::KeptUntil(_)
        | Outcome::NoDate
        | Outcome::UnclearDate
        | Outcome::NotRead(_) => "kept",
    }
}

fn row(JudgedFile { path, documents, outcome, .. }: &JudgedFile, action: &str) -> Vec<String> {
    let until = match outcome {
        Outcome::NoDate => "no date".to_owned(),
        Outcome::UnclearDate => "unclear date".to_owned(),
        Outcome::NotRead(_) => "not read".to_owned(),
        Outcome::Past(date)
        | Outcome::Removed(date)
        | Outcome::NotRemoved(date)
        | Outcome::Withheld(date)
        | Outcome::KeptUntil(date) => date.to_string(),
    };
    let mut packets: Vec<&str> = documents.iter().map(|it| it.packet.as_str()).collect();
    packets.sort_unstable();
    packets.dedup();
    let packets = match packets[..] {
        [] => "–".to_owned(),
        [packet] => packet.to_owned(),
        _ => counted(packets.len(), "packet", "packets"),
    };
    vec![action.to_owned(), until, packets, path.display().to_string()]
}
