use super::account::{Account, Why};
use super::label::Label;
use super::lines::Line;
use super::mark::{Mark, Number, Shape, asks};
use super::section::{Block, Head, Section, Text, count_at_end, ends_sentence, is_head};
use super::style::Style;
use super::wrapped::is_wrapped;

/// What was read, before it is known what each part of it means.
pub(super) struct Read {
    /// What is before the first question, and then each question.
    pub(super) sections: Vec<Section>,
    /// How many questions the pack says that it has, and in which line.
    pub(super) promised: Vec<(usize, usize)>,
    /// Lines at whose end a word is broken.
    pub(super) broken: Vec<usize>,
    /// Lines that look like questions, and have no number.
    pub(super) unnumbered: Vec<usize>,
}

/// Puts lines together to questions and lists.
pub(super) fn read(
    lines: &[Line<'_>],
    shapes: &[Shape<'_>],
    furniture: &[Option<Why>],
    style: Style,
    account: &mut Account,
) -> Read {
    let read = Read {
        sections: vec![Section::default()],
        promised: Vec::new(),
        broken: Vec::new(),
        unnumbered: Vec::new(),
    };
    let mut reader = Reader {
        lines,
        shapes,
        style,
        account,
        read,
        open: Open::Nothing,
        last: 0,
        is_apart: true,
        pending: None,
        owed: Vec::new(),
        lead: None,
        is_closed: false,
    };
    for (index, why) in furniture.iter().enumerate() {
        match why {
            Some(why) => reader.leave_furniture(index, *why),
            None => reader.line(index),
        }
    }
    reader.drop_pending();
    reader.drop_owed();
    reader.drop_lead();
    reader.read
}

/// What a line without a mark goes on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    Ask,
    Item,
    Lead,
}

/// A mark whose text is on the next line.
enum Pending<'t> {
    Item,
    Number(Number<'t>),
}

struct Reader<'a, 't> {
    lines: &'a [Line<'t>],
    shapes: &'a [Shape<'t>],
    style: Style,
    account: &'a mut Account,
    read: Read,
    open: Open,
    /// The last line that was read, furniture and blank lines not counted.
    last: usize,
    /// Whether a blank line came after it.
    is_apart: bool,
    pending: Option<(Pending<'t>, usize)>,
    /// Bullets whose texts come later: a PDF may have the bullets of a list in a list before the first text.
    owed: Vec<usize>,
    /// A line that may turn out to be above a list.
    lead: Option<Text>,
    /// Whether what comes belongs to no question.
    is_closed: bool,
}

impl<'t> Reader<'_, 't> {
    /// Headers and footers of pages part nothing.
    fn leave_furniture(&mut self, index: usize, why: Why) {
        self.account.leave(&[index], why);
        // The first line of an entry that takes two does not look like one.
        if why == Why::Contents && self.open == Open::Ask && !self.is_apart {
            self.section().is_contents = true;
            self.open = Open::Nothing;
        }
        if matches!(why, Why::Row | Why::FrontMatter) {
            self.open = Open::Nothing;
        }
    }

    fn line(&mut self, index: usize) {
        let shape = &self.shapes[index];
        match &shape.mark {
            Mark::Blank => {
                self.is_apart = true;
                return;
            }
            Mark::Rule => {
                self.account.structure(&[index]);
                (self.is_apart, self.open) = (true, Open::Nothing);
                return;
            }
            Mark::Item(text) => self.item(index, text, false),
            Mark::Numbered(number) => self.numbered(index, number),
            Mark::Label(label) => self.label(index, label),
            // The rest is furniture.
            _ => self.plain(index, shape.text),
        }
        (self.last, self.is_apart) = (index, false);
    }

    fn section(&mut self) -> &mut Section {
        let last = self.read.sections.len() - 1;
        &mut self.read.sections[last]
    }

    fn is_front(&self) -> bool {
        self.read.sections.len() == 1
    }

    fn words(&self, text: &str) -> String {
        self.style.words(text)
    }

    fn numbered(&mut self, index: usize, number: &Number<'t>) {
        let shape = &self.shapes[index];
        let is_plain = !shape.stands_out() && !number.has_word;
        if is_plain && self.is_middle_of_sentence(number) {
            let text = self.lines[index].text;
            self.go_on(index, text);
            return;
        }
        self.drop_pending();
        if number.text.is_empty() {
            if self.style.is_question(shape, number) {
                self.pending = Some((Pending::Number(number.clone()), index));
                self.open = Open::Nothing;
            } else {
                self.account.leave(&[index], Why::Text);
            }
            return;
        }
        self.question_or_item(&[index], number, number.text);
    }

    /// A number at the beginning of a line that goes on with a sentence: `… until the end of` and then `2026. What then?`.
    fn is_middle_of_sentence(&mut self, number: &Number<'_>) -> bool {
        if self.open == Open::Nothing || self.is_apart || self.pending.is_some() {
            return false;
        }
        let Some(before) = self.open_text() else { return false };
        if ends_sentence(&before.words) || before.words.ends_with([':', ';']) {
            return false;
        }
        let section = self.section();
        let count = section.blocks.last().map_or(0, |block| block.items.len());
        let is_next = |number: u32| {
            let last = section.path.first().copied().unwrap_or(0);
            number == 1
                || last.checked_add(1) == Some(number)
                || usize::try_from(number) == Ok(count + 1)
        };
        match number.path[..] {
            [number] => !is_next(number),
            _ => number.path.first().is_some_and(|first| section.path.first() != Some(first)),
        }
    }

    fn question_or_item(&mut self, lines: &[usize], number: &Number<'_>, text: &str) {
        let index = lines[0];
        let shape = &self.shapes[index];
        if !self.style.is_question(shape, number) {
            match shape.heading {
                Some(level) => self.heading(lines, level, text),
                None => self.item_of(lines, text, true),
            }
        } else if self.is_item(index, number, text, shape) {
            self.item_of(lines, text, true);
        } else {
            self.question(lines, &number.path, text);
        }
    }

    /// Whether something with a number is an item of a list below a question.
    fn is_item(
        &mut self,
        index: usize,
        number: &Number<'_>,
        text: &str,
        shape: &Shape<'_>,
    ) -> bool {
        if self.is_front() || self.is_closed || number.has_word || shape.stands_out() {
            return false;
        }
        let (indent, asks_now) = (self.lines[index].indent, asks(text));
        let section = self.section();
        let [number] = number.path[..] else {
            let is_below =
                number.path.starts_with(&section.path) && number.path.len() > section.path.len();
            return is_below && asks(&section.ask.words) && !asks_now;
        };
        let [last] = section.path[..] else { return indent > section.indent && !asks_now };
        let block = section.blocks.last();
        let count = block.map_or(0, |block| block.items.len());
        let is_numbered = block.is_some_and(|block| block.is_numbered);
        let goes_on = usize::try_from(number) == Ok(count + 1) && (is_numbered || count == 0);
        let follows = last.checked_add(1) == Some(number);
        let is_next = follows && (count > 0 || block.is_none());
        let is_question = asks_now || (is_next && !is_numbered);
        if indent > section.indent {
            return goes_on || !(follows && asks_now);
        }
        goes_on && !is_question
    }

    fn question(&mut self, lines: &[usize], path: &[u32], text: &str) {
        self.drop_owed();
        self.drop_lead();
        let index = lines[0];
        let ask = Text { words: self.words(text), lines: lines.to_vec() };
        self.read.sections.push(Section {
            ask,
            path: path.to_vec(),
            indent: self.lines[index].indent,
            heading: self.shapes[index].heading,
            ..Section::default()
        });
        (self.open, self.is_closed) = (Open::Ask, false);
    }

    fn item(&mut self, index: usize, text: &str, is_numbered: bool) {
        if let (true, Some((Pending::Item, before))) = (text.is_empty(), &self.pending) {
            self.owed.push(*before);
        } else {
            self.drop_pending();
        }
        if text.is_empty() {
            self.pending = Some((Pending::Item, index));
            self.open = Open::Nothing;
        } else {
            self.item_of(&[index], text, is_numbered);
        }
    }

    fn item_of(&mut self, lines: &[usize], text: &str, is_numbered: bool) {
        if self.is_closed {
            self.account.leave(lines, Why::NoQuestion);
            self.open = Open::Nothing;
            return;
        }
        let text = Text { words: self.words(text), lines: lines.to_vec() };
        let indent = self.lines[lines[0]].indent;
        let is_front = self.is_front();
        let lead = self.lead.take();
        let starts = lead.is_some() || self.section().blocks.is_empty();
        let head = match lead {
            Some(lead) if is_head(&lead) => Head::Unknown(lead),
            Some(lead) => {
                self.account.leave(&lead.lines, Why::Text);
                Head::None
            }
            None => Head::None,
        };
        let is_loose_between = is_front && matches!(self.open, Open::Nothing);
        let section = self.section();
        let empty = section.blocks.last().is_some_and(|it| it.items.is_empty());
        if (starts && !(empty && matches!(head, Head::None))) || (is_loose_between && !empty) {
            section.blocks.push(Block::new(head, indent));
        }
        if let Some(block) = section.blocks.last_mut() {
            if block.items.is_empty() {
                (block.is_numbered, block.indent) = (is_numbered, indent);
            }
            block.items.push(text);
        }
        self.open = Open::Item;
    }

    fn label(&mut self, index: usize, label: &Label<'t>) {
        let (shape, text) = (&self.shapes[index], self.lines[index].text);
        let is_sentence =
            !label.has_colon && !shape.stands_out() && text.starts_with(char::is_lowercase);
        if self.is_front() || (is_sentence && !self.is_apart && self.open != Open::Nothing) {
            self.plain(index, text);
            return;
        }
        self.drop_pending();
        self.drop_owed();
        self.drop_lead();
        if self.is_closed {
            self.account.leave(&[index], Why::NoQuestion);
            return;
        }
        let name = Text::new(self.words(label.name), index);
        let head = Head::Known { kind: label.kind, name, is_usual: label.is_usual };
        let mut block = Block::new(head, self.lines[index].indent);
        if !label.rest.is_empty() {
            block.is_inline = true;
            block.items.push(Text::new(self.words(label.rest), index));
        }
        self.open = if block.items.is_empty() { Open::Nothing } else { Open::Item };
        self.section().blocks.push(block);
    }

    /// A heading that is no question ends what belongs to the question, unless it is of a lower level.
    fn heading(&mut self, lines: &[usize], level: usize, text: &str) {
        self.drop_owed();
        self.drop_lead();
        self.open = Open::Nothing;
        if self.is_front() {
            let text = Text { words: self.words(text), lines: lines.to_vec() };
            self.section().loose.push((text, true));
        } else if !self.is_closed && self.section().heading.is_some_and(|own| own < level) {
            self.lead = Some(Text { words: self.words(text), lines: lines.to_vec() });
        } else {
            self.account.leave(lines, Why::Heading);
            self.is_closed = true;
        }
    }

    fn plain(&mut self, index: usize, text: &str) {
        let shape = &self.shapes[index];
        if let Some((pending, first)) = self.pending.take() {
            let lines = [first, index];
            match pending {
                Pending::Item => self.item_of(&lines, text, false),
                Pending::Number(number) => self.question_or_item(&lines, &number, text),
            }
            return;
        }
        if self.style.is_unnumbered_question(shape) {
            self.question(&[index], &[], text);
            return;
        }
        if let Some(count) = count_at_end(text) {
            self.read.promised.push((count, index));
        }
        if let Some(level) = shape.heading {
            self.heading(&[index], level, text);
        } else if self.goes_on(index, text) {
            self.go_on(index, text);
        } else if self.is_front() {
            let text = Text::new(self.words(text), index);
            self.section().loose.push((text, false));
            self.open = Open::Nothing;
        } else if count_at_end(text).is_some() {
            self.drop_lead();
            self.account.leave(&[index], Why::Heading);
            (self.is_closed, self.open) = (true, Open::Nothing);
        } else if self.is_closed {
            self.account.leave(&[index], Why::NoQuestion);
        } else if let Some(bullet) = self.owed.pop() {
            self.item_of(&[bullet, index], text, false);
        } else {
            self.loose(index, text);
        }
    }

    /// A line below a question that is in no list.
    fn loose(&mut self, index: usize, text: &str) {
        let is_apart = self.is_apart;
        let words = self.words(text);
        self.drop_lead();
        let is_bare = self.section().is_bare();
        let is_prose = is_apart && self.is_prose(index);
        let block = self.section().blocks.last_mut();
        let block = block.filter(|block| {
            matches!(block.head, Head::Known { .. })
                && (block.items.is_empty() || block.is_paragraphs)
        });
        match block {
            // What leads over from the line above a list to the list.
            Some(block) if block.items.is_empty() && text.ends_with(':') => {
                self.account.leave(&[index], Why::Heading);
                self.open = Open::Nothing;
            }
            Some(block) if !is_apart || is_prose => {
                block.is_paragraphs = true;
                block.items.push(Text::new(words, index));
                self.open = Open::Item;
            }
            _ if asks(text) && is_apart && !is_bare => {
                self.read.unnumbered.push(index);
                self.account.leave(&[index], Why::NoQuestion);
                (self.is_closed, self.open) = (true, Open::Nothing);
            }
            _ => {
                self.lead = Some(Text::new(words, index));
                self.open = Open::Lead;
            }
        }
    }

    /// Whether the paragraph that begins here ends as a sentence does.
    fn is_prose(&self, index: usize) -> bool {
        let rest = self.shapes[index..].iter().take_while(|shape| shape.mark == Mark::Plain);
        rest.last().is_some_and(|last| ends_sentence(last.text))
    }

    /// The text with which the next line may go on.
    fn open_text(&mut self) -> Option<&mut Text> {
        match self.open {
            Open::Nothing => None,
            Open::Lead => self.lead.as_mut(),
            Open::Ask => Some(&mut self.section().ask),
            Open::Item => self.section().blocks.last_mut()?.items.last_mut(),
        }
    }

    fn go_on(&mut self, index: usize, text: &str) {
        let more = self.words(text);
        let last = self.last;
        let is_broken = self.open_text().is_some_and(|open| open.go_on(&more, index));
        if is_broken {
            self.read.broken.push(last);
        }
    }

    /// Whether a line without a mark goes on with the one before it.
    fn goes_on(&mut self, index: usize, text: &str) -> bool {
        let (line, last) = (&self.lines[index], &self.lines[self.last]);
        let is_capital = text.starts_with(char::is_uppercase);
        let is_lower = text.starts_with(char::is_lowercase);
        let is_set_in = |block: &Block| line.indent > block.indent && !block.is_paragraphs;
        let hangs = self.open == Open::Item && self.section().blocks.last().is_some_and(is_set_in);
        let (open, heading) = (self.open, self.section().heading);
        let (is_apart, wraps) = (self.is_apart, is_wrapped(self.lines, self.last, index));
        let Some(before) = self.open_text().map(|text| text.words.as_str()) else { return false };
        if is_apart {
            let is_over_page = line.page > last.page && open != Open::Lead;
            return is_over_page && text.starts_with(char::is_lowercase) && !ends_sentence(before);
        }
        match open {
            Open::Nothing => false,
            Open::Lead => true,
            // A heading is one line, unless it was wrapped.
            Open::Ask if heading.is_some() => !is_capital && !ends_sentence(before),
            Open::Ask => {
                !ends_sentence(before) || is_lower || (!asks(before) && asks(text)) || wraps
            }
            Open::Item => {
                let is_cut = before.ends_with([',', '(', '/', '&', '-', '·']);
                // Digits, and letters of scripts that have no capitals, begin sentences as well.
                let is_middle = is_lower || (!is_capital && !ends_sentence(before));
                hangs || is_middle || is_cut || wraps
            }
        }
    }

    /// A mark behind which no text came.
    fn drop_pending(&mut self) {
        match self.pending.take() {
            Some((Pending::Item, index)) => self.account.structure(&[index]),
            Some((Pending::Number(_), index)) => self.account.leave(&[index], Why::Text),
            None => {}
        }
    }

    /// Bullets whose texts did not come.
    fn drop_owed(&mut self) {
        let owed = std::mem::take(&mut self.owed);
        self.account.structure(&owed);
    }

    /// A line that is above no list.
    fn drop_lead(&mut self) {
        if let Some(lead) = self.lead.take() {
            let why = if is_head(&lead) { Why::Heading } else { Why::Text };
            self.account.leave(&lead.lines, why);
        }
    }
}
