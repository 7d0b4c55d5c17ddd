use super::lines::Line;
use crate::base::source::Span;

/// A line of the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackLine {
    /// Its number, from 1. Lines that a page break parts have the same.
    pub number: usize,
    /// Where it is.
    pub span: Span,
    /// Its text, without the spaces around it.
    pub text: String,
}

/// A line that is not in the bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The line.
    pub line: PackLine,
    /// Why it was left out.
    pub why: Why,
}

/// Why a line was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is before the first question, and is neither the title nor anything else that a bank has.
    BeforeQuestions,
    /// It is a heading, or the line above a list.
    Heading,
    /// It is under a heading of which the program does not know what it means.
    UnknownHeading,
    /// It belongs to no question that was read.
    NoQuestion,
    /// It is an entry of a table of contents.
    Contents,
    /// It is repeated on several pages, or many times.
    PageHeader,
    /// It is the number of a page.
    PageNumber,
    /// It is the address of a link.
    Link,
    /// It is markup.
    Markup,
    /// It is a row of a table.
    Row,
    /// It is front matter.
    FrontMatter,
    /// It is a follow-up, and the question has one already.
    SecondFollowUp,
    /// It says the same as another question.
    Repeated,
    /// It is text that is neither a question nor an item of one of its lists.
    Text,
}

impl Why {
    /// A stable name, for scripts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::BeforeQuestions => "before-questions",
            Self::Heading => "heading",
            Self::UnknownHeading => "unknown-heading",
            Self::NoQuestion => "no-question",
            Self::Contents => "contents",
            Self::PageHeader => "page-header",
            Self::PageNumber => "page-number",
            Self::Link => "link",
            Self::Markup => "markup",
            Self::Row => "table",
            Self::FrontMatter => "front-matter",
            Self::SecondFollowUp => "second-follow-up",
            Self::Repeated => "repeated",
            Self::Text => "text",
        }
    }

    /// The reason in words.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::BeforeQuestions => "before the first question",
            Self::Heading => "a heading",
            Self::UnknownHeading => "in a list with an unknown heading",
            Self::NoQuestion => "not part of a question",
            Self::Contents => "table of contents",
            Self::PageHeader => "page header, footer, or other repeated line",
            Self::PageNumber => "page number",
            Self::Link => "a link address",
            Self::Markup => "markup",
            Self::Row => "a table",
            Self::FrontMatter => "front matter",
            Self::SecondFollowUp => "a second follow-up",
            Self::Repeated => "repeats another question",
            Self::Text => "running text",
        }
    }
}

/// What became of each line. A line of which nothing is said is left out: so none can be lost in silence.
pub(super) struct Account {
    fates: Vec<Fate>,
}

#[derive(Clone, Copy)]
enum Fate {
    Unknown,
    Kept,
    Structure,
    LeftOut(Why),
}

impl Account {
    pub(super) fn new(lines: usize) -> Self {
        Self { fates: vec![Fate::Unknown; lines] }
    }

    /// The words of these lines are in the pack.
    pub(super) fn keep(&mut self, lines: &[usize]) {
        self.set(lines, Fate::Kept);
    }

    /// These lines only say what others are.
    pub(super) fn structure(&mut self, lines: &[usize]) {
        self.set(lines, Fate::Structure);
    }

    /// These lines are left out, all or in part.
    pub(super) fn leave(&mut self, lines: &[usize], why: Why) {
        self.set(lines, Fate::LeftOut(why));
    }

    fn set(&mut self, lines: &[usize], fate: Fate) {
        for &line in lines {
            // A line that is left out in part stays so, whatever is kept of it.
            if !matches!(self.fates[line], Fate::LeftOut(_)) {
                self.fates[line] = fate;
            }
        }
    }

    /// The lines that were left out, and those that are structure, in order.
    pub(super) fn close(self, lines: &[Line<'_>]) -> (Vec<LeftOut>, Vec<PackLine>) {
        let (mut left_out, mut structure) = (Vec::new(), Vec::new());
        for (line, fate) in lines.iter().zip(self.fates) {
            if line.text.is_empty() {
                continue;
            }
            let own = || PackLine {
                number: line.number,
                span: line.span.clone(),
                text: line.text.to_owned(),
            };
            match fate {
                Fate::Kept => {}
                Fate::Structure => structure.push(own()),
                Fate::LeftOut(why) => left_out.push(LeftOut { line: own(), why }),
                Fate::Unknown => left_out.push(LeftOut { line: own(), why: Why::Text }),
            }
        }
        (left_out, structure)
    }
}
