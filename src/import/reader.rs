use std::collections::BTreeSet;

use super::line::{Label, Line, indent};
use super::pack::{Pack, PackQuestion};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{SourceId, Sources, Span};

/// The usual line above a rubric.
const USUAL_LABEL: &str = "strong answer should cover";

/// Reads a pack line by line.
pub(super) fn read(sources: &Sources, id: SourceId, sink: &mut Sink) -> Option<Pack> {
    let text = sources.get(id).text.as_str();
    let lines = || text.lines().map(Line::of);
    let mut reader = Reader::new(id);
    reader.only_outstanding = lines().any(|line| matches!(line, Line::Numbered(_, _, true)));
    let mut start = 0;
    for written in text.split_inclusive('\n') {
        let line = written.trim_end_matches(['\n', '\r']).trim_start_matches('\u{FEFF}');
        let from =
            start + (written.len() - written.trim_start_matches(['\u{FEFF}', ' ', '\t']).len());
        let to = (start + written.trim_end().len()).max(from);
        reader.line(line, Span::new(id, from..to));
        start += written.len();
    }
    reader.finish(sink)
}

/// Where the words of a line belong that goes on with the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    Title,
    Competency,
    Ask,
    Item(Label),
}

struct Reader {
    id: SourceId,
    pack: Pack,
    /// Lines before the first question that are nothing else yet, with their places: the title is one of them.
    before: Vec<(String, Span)>,
    /// The place of each question.
    places: Vec<Span>,
    /// The numbers of all questions.
    numbers: BTreeSet<u32>,
    /// Which list of the question is being read.
    list: Option<Label>,
    /// Whether the items of the list have numbers.
    is_numbered: bool,
    /// Whether questions stand out, so that a number alone makes no question.
    only_outstanding: bool,
    /// How far the last question was set in.
    indent: usize,
    open: Open,
    /// How many questions the pack says that it has, and where.
    promised: Vec<(usize, Span)>,
    /// What was not read, lines that follow each other together.
    unread: Vec<Unread>,
    /// How many lines there were that are not blank.
    lines: usize,
    found: Vec<Diagnostic>,
}

/// Lines that were not read.
struct Unread {
    span: Span,
    lines: usize,
    /// The number of the last of them, blank ones not counted.
    last: usize,
}

impl Reader {
    fn new(id: SourceId) -> Self {
        Self {
            id,
            pack: Pack::default(),
            before: Vec::new(),
            places: Vec::new(),
            numbers: BTreeSet::new(),
            list: None,
            is_numbered: false,
            only_outstanding: false,
            indent: 0,
            open: Open::Nothing,
            promised: Vec::new(),
            unread: Vec::new(),
            lines: 0,
            found: Vec::new(),
        }
    }

    fn line(&mut self, written: &str, span: Span) {
        let line = Line::of(written);
        self.lines += usize::from(line != Line::Blank);
        match line {
            Line::Blank => self.open = Open::Nothing,
            Line::Numbered(number, text, stands_out) if stands_out || !self.only_outstanding => {
                self.numbered(number, text, indent(written), span);
            }
            Line::Numbered(_, text, _) if self.list.is_some() => self.item(text, span),
            Line::Numbered(..) => self.unread(span),
            Line::Item(text) => self.item(text, span),
            Line::Label(label, name, rest) if !self.pack.questions.is_empty() => {
                self.label(label, name, rest, span);
            }
            Line::Label(..) => self.plain(written.trim(), span),
            Line::Plain(text) => self.plain(text, span),
        }
    }

    fn numbered(&mut self, number: u32, text: &str, indent: usize, span: Span) {
        let last = self.pack.questions.last();
        let is_item = last.is_some_and(|last| {
            let count = u32::try_from(last.rubric.len()).unwrap_or(u32::MAX);
            let goes_on = number == count + 1 && (self.is_numbered || count == 0);
            let follows = last.number.checked_add(1) == Some(number);
            let is_next = follows && (count > 0 || self.list.is_none());
            let is_question = text.ends_with('?') || (is_next && !self.is_numbered);
            let may_hold = matches!(self.list, None | Some(Label::Rubric));
            may_hold && (indent > self.indent || goes_on && !is_question)
        });
        if is_item {
            self.is_numbered = true;
            self.item(text, span);
            return;
        }
        let number = if number == 0 || self.numbers.contains(&number) {
            let free = self.numbers.last().copied().unwrap_or(0).saturating_add(1);
            let message = format!("this question counts as number {free}: {number} is taken");
            self.found.push(Diagnostic::warning("import", message).at(span.clone()));
            free
        } else {
            number
        };
        self.numbers.insert(number);
        self.pack.questions.push(PackQuestion {
            number,
            ask: text.to_owned(),
            ..PackQuestion::default()
        });
        self.places.push(span);
        (self.list, self.is_numbered, self.indent) = (None, false, indent);
        self.open = Open::Ask;
    }

    fn item(&mut self, text: &str, span: Span) {
        let list = self.list;
        match (self.pack.questions.last_mut(), list) {
            (None, _) => {
                self.pack.competencies.push(text.to_owned());
                self.open = Open::Competency;
            }
            // A list right under a question can only be its rubric.
            (Some(question), None | Some(Label::Rubric)) => {
                question.rubric.push(text.to_owned());
                (self.list, self.open) = (Some(Label::Rubric), Open::Item(Label::Rubric));
            }
            (Some(question), Some(label)) => {
                let is_read = add(question, label, text);
                self.open = Open::Item(label);
                if !is_read {
                    self.unread(span);
                }
            }
        }
    }

    fn label(&mut self, label: Label, name: &str, rest: &str, span: Span) {
        (self.list, self.is_numbered, self.open) = (Some(label), false, Open::Nothing);
        let Some(question) = self.pack.questions.last_mut() else { return };
        if label == Label::Rubric && !name.eq_ignore_ascii_case(USUAL_LABEL) {
            question.rubric_label = Some(name.to_owned());
        }
        let separator = if label == Label::FollowUp { '\n' } else { '·' };
        let mut is_read = true;
        for text in rest.split(separator).map(str::trim).filter(|text| !text.is_empty()) {
            is_read &= add(question, label, text);
            self.open = Open::Item(label);
        }
        if !is_read {
            self.unread(span);
        }
    }

    fn plain(&mut self, text: &str, span: Span) {
        if self.go_on(text) {
            return;
        }
        if let Some(count) = count_at_end(text) {
            self.promised.push((count, span));
            return;
        }
        if self.pack.questions.is_empty() {
            if !self.particulars(text, &span) {
                self.before.push((text.to_owned(), span));
                self.open = Open::Title;
            }
            return;
        }
        self.unread(span);
    }

    /// A line right below another one, and no mark before it, goes on with that one.
    fn go_on(&mut self, text: &str) -> bool {
        let question = self.pack.questions.last_mut();
        let before = match (self.open, question) {
            (Open::Competency, _) => self.pack.competencies.last_mut(),
            (Open::Ask, Some(question)) => Some(&mut question.ask),
            (Open::Item(Label::Rubric), Some(question)) => question.rubric.last_mut(),
            (Open::Item(Label::FollowUp), Some(question)) => question.follow_up.as_mut(),
            (Open::Item(Label::Probes), Some(question)) => question.probes.last_mut(),
            (Open::Item(Label::WatchFor), Some(question)) => question.watch_for.last_mut(),
            _ => None,
        };
        let Some(before) = before else { return false };
        before.push(' ');
        before.push_str(text);
        true
    }

    /// `Audience: … Format: 18 questions. Use with: …`, on one line or on several.
    fn particulars(&mut self, text: &str, span: &Span) -> bool {
        const KEYS: [&str; 3] = ["Audience:", "Format:", "Use with:"];
        let mut places: Vec<(usize, &str)> =
            KEYS.iter().filter_map(|key| Some((text.find(key)?, *key))).collect();
        places.sort_unstable();
        if places.first().is_none_or(|(start, _)| *start > 0) {
            return false;
        }
        for (index, (start, key)) in places.iter().enumerate() {
            let end = places.get(index + 1).map_or(text.len(), |(next, _)| *next);
            let value = text[start + key.len()..end].trim().trim_end_matches('.');
            match *key {
                "Audience:" => self.pack.audience = listed(value),
                "Format:" => {
                    let digits = value.split(|char: char| !char.is_ascii_digit());
                    let count = digits.into_iter().find_map(|digits| digits.parse().ok());
                    self.promised.extend(count.map(|count| (count, span.clone())));
                }
                _ => {
                    self.pack.companions = Some(value.to_owned());
                    let message = "the titles to use with the pack were not told apart";
                    let warning = Diagnostic::warning("import", message).at(span.clone());
                    let help = "they stand in the bank as a comment: write each of them under `companions`";
                    self.found.push(warning.help(help));
                }
            }
        }
        true
    }

    fn unread(&mut self, span: Span) {
        match self.unread.last_mut() {
            Some(before) if before.last + 1 == self.lines => {
                before.span.bytes.end = span.bytes.end;
                before.lines += 1;
                before.last = self.lines;
            }
            _ => self.unread.push(Unread { span, lines: 1, last: self.lines }),
        }
    }

    fn finish(mut self, sink: &mut Sink) -> Option<Pack> {
        if self.pack.questions.is_empty() {
            let message = "this text has no numbered question";
            let help = "a question is a line such as `1. How would you …?`; its rubric is a list under a line such as `Strong answer should cover`";
            let fault = Diagnostic::error("import", message).at(Span::new(self.id, 0..0));
            sink.push(fault.help(help));
            return None;
        }
        self.title();
        self.label_of_competencies();
        for (question, span) in self.pack.questions.iter().zip(&self.places) {
            if question.rubric.is_empty() {
                let message = format!("question {} has no list under it", question.number);
                let warning = Diagnostic::warning("import", message).at(span.clone());
                sink.push(warning.help("write its rubric in the bank"));
            }
        }
        let count = self.pack.questions.len();
        for (promised, span) in &self.promised {
            if *promised != count {
                let message = format!("here the pack says {promised} questions; {count} were read");
                let warning = Diagnostic::warning("import", message).at(span.clone());
                sink.push(warning.help("look for questions without a number"));
            }
        }
        let before = self.before.into_iter().map(|(_, span)| Unread { span, lines: 1, last: 0 });
        for Unread { span, lines, .. } in before.chain(self.unread) {
            let message = match lines {
                1 => "this line was not read".to_owned(),
                lines => format!("these {lines} lines were not read"),
            };
            sink.push(Diagnostic::warning("import", message).at(span));
        }
        sink.extend(self.found);
        Some(self.pack)
    }

    /// The title is the last line before the particulars that is not about the list, or the first of all.
    fn title(&mut self) {
        let place = self.promised.first().map(|(_, span)| span.bytes.start);
        let is_before = |span: &Span| place.is_none_or(|place| span.bytes.start < place);
        let last = self.before.iter().rposition(|(_, span)| is_before(span));
        let index = if place.is_some() { last } else { (!self.before.is_empty()).then_some(0) };
        let Some(index) = index else { return };
        let (title, _) = self.before.remove(index);
        let split = title.strip_suffix(')').and_then(|title| title.rsplit_once(" ("));
        match split.filter(|(_, edition)| edition.len() <= 12) {
            Some((title, edition)) => {
                self.pack.title = Some(title.to_owned());
                self.pack.edition = Some(edition.to_owned());
            }
            None => self.pack.title = Some(title),
        }
    }

    /// The line above the list before the questions; one that ends with a colon only leads over to it.
    fn label_of_competencies(&mut self) {
        if self.pack.competencies.is_empty() {
            return;
        }
        self.before.retain(|(text, _)| !text.ends_with(':'));
        self.pack.competencies_label = self.before.pop().map(|(text, _)| text);
        for competency in &mut self.pack.competencies {
            let trimmed = competency.trim_end_matches(" and").trim_end_matches([';', ',', '.']);
            *competency = trimmed.to_owned();
        }
    }
}

/// Adds a text to a list of a question, unless there is room for one only and it is taken.
fn add(question: &mut PackQuestion, label: Label, text: &str) -> bool {
    match label {
        Label::Rubric => question.rubric.push(text.to_owned()),
        Label::Probes => question.probes.push(text.to_owned()),
        Label::WatchFor => question.watch_for.push(text.to_owned()),
        Label::FollowUp if question.follow_up.is_some() => return false,
        Label::FollowUp => question.follow_up = Some(text.to_owned()),
    }
    true
}

/// The number with which a heading such as `People questions (6)` ends.
fn count_at_end(text: &str) -> Option<usize> {
    let (words, count) = text.strip_suffix(')')?.rsplit_once('(')?;
    words.to_lowercase().contains("question").then(|| count.trim().parse().ok())?
}

/// The items of a list in running text: `a, b, and c`.
fn listed(text: &str) -> Vec<String> {
    let items = text.split(", ").map(|item| item.strip_prefix("and ").unwrap_or(item).trim());
    items.filter(|item| !item.is_empty()).map(str::to_owned).collect()
}
