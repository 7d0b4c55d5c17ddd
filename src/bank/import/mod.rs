//! In: a question pack as plain text. Out: a bank file with its questions and rubrics word for word, for a person to complete; and
//! every line that is not in it.
//!
//! A pack is numbered questions, each with a list under a line such as “Strong answer should cover”. This module must not know what
//! a bank means: the file that it writes is read like any other.
//!
//! `lines` cuts the text, `mark` says what each line looks like, `furniture` finds what belongs to pages and not to the text, `reader` puts
//! the rest together to sections, and `question` and `front` say what these mean. `account` holds what became of each line.

mod account;
mod front;
mod furniture;
mod label;
mod lines;
mod mark;
mod pack;
mod question;
mod reader;
mod section;
mod style;
mod wrapped;
mod write;

pub use account::{LeftOut, PackLine, Why};
pub use pack::{Imported, Pack, PackQuestion};
pub use write::bank_file;

use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources, Span};
use account::Account;
use label::Kind;
use lines::Line;
use mark::{Mark, Shape};
use reader::Read;
use style::Style;

/// What a question looks like.
const EXPECTED: &str = "write each question on a line such as `1. How would you …?`, `## Question 1`, or `### How would you …?`, and its rubric as a list below a line such as `Strong answer should cover`";

/// More new numbers are not reported.
const MAX_NUMBERS: usize = 20;

/// Reads a pack. Warnings say what a person should look at; the lines that were left out are in the value.
pub fn read(sources: &Sources, id: SourceId) -> Checked<Imported> {
    let mut diagnostics = Diagnostics::new();
    let text = sources.get(id).text.as_str();
    let imported = if is_html(text) {
        let message = "this file is HTML, not plain text";
        let help = "save the page as text, or run `pandoc -t plain page.html -o page.txt`";
        diagnostics.push(Diagnostic::error("import", message).at(Span::new(id, 0..0)).help(help));
        None
    } else {
        pack(text, id, &mut diagnostics)
    };
    diagnostics.check(imported)
}

fn pack(text: &str, id: SourceId, diagnostics: &mut Diagnostics) -> Option<Imported> {
    let lines = lines::lines(text, id);
    let language = language(&lines);
    // In these languages `o` is a word.
    let may_be_o = !matches!(language, Some("es" | "it" | "pt"));
    let shapes: Vec<Shape<'_>> = lines.iter().map(|line| Shape::of(line.text, may_be_o)).collect();
    let furniture = furniture::furniture(&lines, &shapes);
    let mut account = Account::new(lines.len());
    let style = Style::of(&shapes);
    let read = reader::read(&lines, &shapes, &furniture, style, &mut account);
    let Read { sections, promised, broken, unnumbered } = read;
    let mut sections = sections.into_iter();
    // There is always a section before the first question.
    let mut before = sections.next().unwrap_or_default();
    let read = question::questions(sections.collect(), &mut before, &mut account);
    if read.is_empty() {
        let fault = Diagnostic::error("import", "no questions found");
        diagnostics.push(fault.at(Span::new(id, 0..0)).help(EXPECTED));
        return None;
    }
    let mut pack = Pack { language, ..Pack::default() };
    let first_promise = promised.first().map(|(_, line)| *line);
    let front = front::read(before, first_promise, &mut pack, &mut account);
    let at =
        |line: usize| lines.get(line).map_or_else(|| Span::new(id, 0..0), |line| line.span.clone());
    let mut warn = |line: usize, message: String, help: &str| {
        diagnostics.push(Diagnostic::warning("import", message).at(at(line)).help(help));
    };
    for it in read.iter().filter(|it| it.question.rubric.is_empty()) {
        let message = format!("question {} has no rubric", it.question.number);
        warn(it.line, message, "add its rubric in the bank");
    }
    let renumbered =
        read.iter().filter_map(|it| Some((it.line, it.question.number, it.renumbered.as_deref()?)));
    let renumbered: Vec<(usize, u32, &str)> = renumbered.collect();
    if let Some((line, ..)) = renumbered.first() {
        let pairs =
            renumbered.iter().map(|(_, number, before)| format!("{before} is now {number}"));
        let shown: Vec<String> = pairs.take(MAX_NUMBERS).collect();
        let more = match renumbered.len() - shown.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let shown = shown.join(", ");
        let message = format!(
            "questions were renumbered because their numbers are duplicates or not whole: {shown}{more}"
        );
        warn(*line, message, "change `number` in the bank if you want other numbers");
    }
    for (said, line) in front.promised.iter().chain(&promised) {
        if *said != read.len() {
            let message =
                format!("the pack announces {said} questions, but {} were found", read.len());
            warn(*line, message, "check the lines that were left out");
        }
    }
    if let Some(line) = front.companions {
        let help = "kept as a comment; add each one under `companions`";
        warn(line, "could not separate the companion titles".to_owned(), help);
    }
    for line in broken {
        let message = "a word may be hyphenated at the end of this line".to_owned();
        warn(
            line,
            message,
            "the hyphen was kept; remove it in the bank if it is not part of the word",
        );
    }
    for line in unnumbered {
        let message = "this looks like a question but has no number".to_owned();
        warn(
            line,
            message,
            "it was left out with everything below it; number it, and import the pack again",
        );
    }
    pack.questions = read.into_iter().map(|it| it.question).collect();
    let (left_out, structure) = account.close(&lines);
    Some(Imported { pack, structure, left_out })
}

/// The language of the lines above the rubrics: that of most of them.
fn language(lines: &[Line<'_>]) -> Option<&'static str> {
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    for line in lines {
        let Mark::Label(label) = Shape::of(line.text, false).mark else { continue };
        if label.kind != Kind::Rubric {
            continue;
        }
        match found.iter_mut().find(|(language, _)| *language == label.language) {
            Some((_, count)) => *count += 1,
            None => found.push((label.language, 1)),
        }
    }
    found.into_iter().rev().max_by_key(|(_, count)| *count).map(|(language, _)| language)
}

fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    let begins =
        |with: &str| start.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
    begins("<!doctype html") || begins("<html") || begins("<?xml")
}
