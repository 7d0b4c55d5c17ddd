use super::mark::{Mark, Number, Shape, bare};

/// How questions are marked in a pack, and how its text is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    mark: QuestionMark,
    is_markdown: bool,
}

/// What a question is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum QuestionMark {
    /// `Question 7`.
    Word,
    /// A number in a heading or in bold.
    Outstanding,
    /// A number.
    Number,
    /// A heading, or a line in bold, that asks something.
    Heading,
}

impl Style {
    /// The style of a text. Numbers are also what items of lists have, so that questions are what stands out most.
    pub(super) fn of(shapes: &[Shape<'_>]) -> Self {
        let mut words = Count::default();
        let mut outstanding = Count::default();
        let mut plain = Count::default();
        let mut headings = Count::default();
        for shape in shapes {
            match &shape.mark {
                // The question itself may be on the next line.
                Mark::Numbered(number) if number.has_word => {
                    words.add(shape.asks() || shape.text.is_empty());
                }
                Mark::Numbered(_) if shape.stands_out() => outstanding.add(shape.asks()),
                Mark::Numbered(_) => plain.add(shape.asks()),
                Mark::Plain if shape.stands_out() => headings.add(shape.asks()),
                _ => {}
            }
        }
        let mark = if words.all > 0 && words.asking >= outstanding.asking.max(plain.asking) {
            QuestionMark::Word
        } else if outstanding.asking > 0 || (outstanding.all > 0 && plain.asking == 0) {
            QuestionMark::Outstanding
        } else if headings.asking > 1 || (headings.asking == 1 && plain.asking <= 1) {
            QuestionMark::Heading
        } else {
            QuestionMark::Number
        };
        let is_markdown = shapes.iter().any(Shape::stands_out);
        Self { mark, is_markdown }
    }

    /// Whether something with a number can be a question.
    pub(super) fn is_question(self, shape: &Shape<'_>, number: &Number<'_>) -> bool {
        match self.mark {
            QuestionMark::Word => number.has_word,
            QuestionMark::Outstanding => shape.stands_out(),
            QuestionMark::Number => shape.heading.is_none(),
            QuestionMark::Heading => false,
        }
    }

    /// Whether a line without a number is a question.
    pub(super) fn is_unnumbered_question(self, shape: &Shape<'_>) -> bool {
        self.mark == QuestionMark::Heading && shape.stands_out() && shape.asks()
    }

    /// The words of a text on one line: without the backslashes of Markdown.
    pub(super) fn words(self, text: &str) -> String {
        let (text, _) = bare(text);
        let mut words = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            let is_escape = self.is_markdown
                && char == '\\'
                && chars.peek().is_some_and(char::is_ascii_punctuation);
            if is_escape {
                words.extend(chars.next());
            } else if !matches!(char, ' ' | '\t') {
                words.push(char);
            } else if !words.ends_with(' ') {
                words.push(' ');
            }
        }
        words
    }
}

/// How many lines there are of a kind, and how many of them ask something.
#[derive(Default)]
struct Count {
    all: usize,
    asking: usize,
}

impl Count {
    fn add(&mut self, asks: bool) {
        self.all += 1;
        self.asking += usize::from(asks);
    }
}
