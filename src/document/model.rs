use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::block_style::BlockStyle;
use super::field_name::FieldName;
use super::written::Written;
use crate::base::image::Image;
use crate::base::source::Span;
use crate::base::unit::Language;

/// Where something is written. It does not count when blocks are compared or hashed: the same question is the same block in every
/// guide, whatever is above it.
#[derive(Clone, Debug)]
pub struct SourceSpan(pub Span);

impl PartialEq for SourceSpan {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for SourceSpan {}

impl Hash for SourceSpan {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// A block of a guide.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, with or without boxes to tick.
    List(List),
    /// A table.
    Table(Box<Table>),
    /// Ruled space to write on.
    Notes(Box<Notes>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text, with its place.
    Code(String, SourceSpan),
    /// A picture.
    Picture(Picture),
    /// A line across the page.
    Rule,
    /// What follows starts on a new page.
    PageBreak,
    /// A block that looks different from others of its kind.
    Styled(BlockStyle, Box<Block>),
    /// Columns side by side, each with its blocks; two or more.
    Columns(Vec<Vec<Block>>),
}

/// How the columns and rows of a table are laid out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TableLayout {
    /// The columns; one at least. A table with another number of columns is laid out as if nothing was said.
    pub columns: Vec<TableColumn>,
    /// The least height of a row below the heading row, in tenths of a millimeter.
    pub row_height: Option<u16>,
}

/// How a column of a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableColumn {
    /// How wide it is.
    pub width: ColumnWidth,
    /// Whether a line runs between it and the column before.
    pub has_line_before: bool,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnWidth {
    /// So many tenths of a millimeter.
    Tenths(u16),
    /// A part of what the others leave.
    Rest,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The stable name by which links reach it.
    pub anchor: Option<String>,
    /// Its words.
    pub content: Vec<Inline>,
    /// The paragraph that is printed at the end of its first line, if there is one: when a question begins.
    pub aside: Option<Vec<Inline>>,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct List {
    /// What is before its items.
    pub marker: Marker,
    /// Whether its items are close together (CommonMark 5.3: tight).
    pub tight: bool,
    /// Its items.
    pub items: Vec<ListItem>,
}

/// What is before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Marker {
    /// A bullet.
    Bullet,
    /// Numbers, from this one.
    Number(u64),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListItem {
    /// The box before it, in place of the list's marker.
    pub check: Option<Checkbox>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A box to tick that is not an option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Checkbox {
    /// The form field.
    pub field: Field,
    /// Whether it is ticked already.
    pub checked: bool,
    /// Where it is.
    pub span: SourceSpan,
}

/// A form field's names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// For programs: unique in the document, and the same wherever the same question is asked.
    pub name: FieldName,
    /// For people: what is to be filled in here.
    pub label: String,
    /// The language of that, if it is not that of the document.
    pub lang: Option<Language>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Table {
    /// How each column is aligned; as many as every row has cells.
    pub columns: Vec<Alignment>,
    /// The heading row.
    pub head: Row,
    /// The other rows.
    pub rows: Vec<Row>,
    /// How columns and rows are laid out, if a comment above the table says it.
    pub layout: Option<TableLayout>,
    /// The timeline above it, if a comment asks for one.
    pub timeline: Option<Timeline>,
}

/// A bar that shows to scale how long what a table lists takes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Timeline {
    /// How many minutes the width of the column has.
    pub minutes: u16,
    /// What is written below the bar.
    pub ticks: Vec<TimelineTick>,
    /// Its parts, in order; one or more.
    pub segments: Vec<TimelineSegment>,
    /// Where it is asked for.
    pub span: SourceSpan,
}

impl Timeline {
    /// How many minutes its segments have.
    #[must_use]
    pub fn all_minutes(&self) -> u32 {
        self.segments.iter().map(|segment| u32::from(segment.minutes)).sum()
    }
}

/// A minute of a timeline that has a label.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TimelineTick {
    /// The minute, from 0.
    pub at: u16,
    /// Its label, such as a time of day.
    pub label: String,
}

/// A part of a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TimelineSegment {
    /// How long it is; never 0.
    pub minutes: u16,
    /// What is written in it: the number of a question.
    pub label: Option<String>,
}

impl Table {
    /// Whether its heading row is a rating scale: two points or more and the box behind them, each cell beginning with its only box of
    /// one choice. There is at most one row below.
    #[must_use]
    pub fn is_rating_scale(&self) -> bool {
        const LEAST_BOXES: usize = 3;
        let names: Option<Vec<_>> = self.head.iter().map(|cell| only_option(cell)).collect();
        let is_one_choice = |names: Vec<_>| {
            names.len() >= LEAST_BOXES && names.windows(2).all(|pair| pair[0] == pair[1])
        };
        self.rows.len() <= 1 && names.is_some_and(is_one_choice)
    }
}

/// The choice of a cell that begins with a box and has no other.
fn only_option(cell: &Cell) -> Option<&FieldName> {
    let (first, rest) = cell.split_first()?;
    let has_more = rest.iter().any(|inline| {
        matches!(
            inline,
            Inline::Option { .. }
                | Inline::Checkbox(_)
                | Inline::Blank { .. }
                | Inline::Filled { .. }
        )
    });
    match first {
        Inline::Option { field, .. } if !has_more => Some(&field.name),
        _ => None,
    }
}

/// A row's cells.
pub type Row = Vec<Cell>;

/// A cell's words.
pub type Cell = Vec<Inline>;

/// How the cells of a column are aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// As the script's direction has it.
    Start,
    /// In the middle.
    Center,
    /// Against the script's direction.
    End,
}

/// Ruled space to write on, which grows to fill the page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notes {
    /// The form field.
    pub field: Field,
    /// How many ruled lines there are at least; one or more.
    pub lines: usize,
    /// What is filled in already.
    pub text: String,
    /// Where that is.
    pub span: SourceSpan,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Picture {
    /// The path of its file, from the folder of the document. It is never empty.
    pub path: String,
    /// What it shows, for those who do not see it. It is never empty.
    pub alt: String,
    /// What is to be seen, once somebody has read the file: nothing here reads files.
    pub image: Option<Arc<Image>>,
    /// Where it is.
    pub span: SourceSpan,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
        /// How they look.
        style: TextStyle,
        /// Their language, if it is not that of the document.
        lang: Option<Language>,
        /// Where they lead, as a URL or `#anchor`.
        link: Option<String>,
        /// Where they are.
        span: SourceSpan,
    },
    /// The number of the page on which a heading is.
    PageNumber {
        /// The anchor of the heading.
        anchor: String,
        /// How the number looks.
        style: TextStyle,
        /// Where it is asked for.
        span: SourceSpan,
    },
    /// A line with a tick for each value of a scale. It is alone in a cell of a table.
    Scale(Scale),
    /// A bar with a part for each of these counts, as wide as its share; in a heading row, a part for each of these values, which are
    /// printed in them. It is alone in a cell of a table.
    Bars(Vec<u32>),
    /// A line that ends here on purpose.
    LineBreak,
    /// A ruled blank to write on.
    Blank {
        /// The form field.
        field: Field,
        /// How many underscores it was written with: four or more.
        width: usize,
        /// Where it is.
        span: SourceSpan,
    },
    /// A blank of a document of a kit on which somebody wrote. The words that are printed in its place follow it.
    Filled {
        /// The form field.
        field: Field,
        /// What is written on it.
        written: Box<Written>,
        /// Where it is.
        span: SourceSpan,
    },
    /// A box to tick in running text that is not an option of a choice.
    Checkbox(Checkbox),
    /// One box of a choice: of all boxes with the same field name, one is ticked.
    Option {
        /// The form field of the whole choice.
        field: Arc<Field>,
        /// The value of this box in a file: `4`, `not-assessed`. Unique in the choice, and never made of visible words.
        value: String,
        /// For people: what ticking this box means.
        label: String,
        /// The language of that, if it is not that of the document.
        lang: Option<Language>,
        /// Whether it is ticked already.
        chosen: bool,
        /// Where it is.
        span: SourceSpan,
    },
}

/// A scale that is drawn as a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    /// The values; two or more.
    pub values: Vec<String>,
    /// The places, from 0, of the values that were given, in any order: each is a dot.
    pub dots: Vec<usize>,
}

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextStyle {
    /// How much weight the words have.
    pub emphasis: Emphasis,
    /// Whether they are code.
    pub code: bool,
    /// Whether they are struck through.
    pub struck: bool,
}

/// How much weight words have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Emphasis {
    /// None.
    #[default]
    Plain,
    /// `*emphasis*`.
    Emphasis,
    /// `**strong**`.
    Strong,
    /// Both.
    Both,
}

impl Block {
    /// Whether the section that the block is in is there to be filled in.
    #[must_use]
    pub fn is_form(&self) -> bool {
        match self {
            Self::Notes(_) => true,
            Self::List(list) => list.items.iter().any(|item| item.check.is_some()),
            Self::Styled(_, block) => block.is_form(),
            Self::Columns(columns) => columns.iter().flatten().any(Self::is_form),
            _ => false,
        }
    }

    /// The block itself, whatever it looks like.
    #[must_use]
    pub fn unstyled(&self) -> &Self {
        match self {
            Self::Styled(_, block) => block.unstyled(),
            block => block,
        }
    }

    /// Passes every inline of the block to `see`, those of the blocks in it included.
    pub fn for_each_inline(&self, see: &mut impl FnMut(&Inline)) {
        match self {
            Self::Heading(Heading { content, aside, .. }) => {
                content.iter().chain(aside.iter().flatten()).for_each(see);
            }
            Self::Paragraph(content) => content.iter().for_each(see),
            Self::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                rows.flatten().flatten().for_each(see);
            }
            Self::List(list) => {
                let blocks = list.items.iter().flat_map(|item| &item.blocks);
                blocks.for_each(|block| block.for_each_inline(see));
            }
            Self::Quote(blocks) => blocks.iter().for_each(|block| block.for_each_inline(see)),
            Self::Styled(_, block) => block.for_each_inline(see),
            Self::Columns(columns) => {
                columns.iter().flatten().for_each(|block| block.for_each_inline(see));
            }
            Self::Code(..) | Self::Notes(_) | Self::Picture(_) | Self::Rule | Self::PageBreak => {}
        }
    }

    /// Passes every text of the block that is printed to `see`.
    pub fn for_each_text(&self, see: &mut impl FnMut(&str)) {
        match self {
            Self::List(list) => {
                let blocks = list.items.iter().flat_map(|item| &item.blocks);
                blocks.for_each(|block| block.for_each_text(see));
            }
            Self::Quote(blocks) => blocks.iter().for_each(|block| block.for_each_text(see)),
            Self::Styled(_, block) => block.for_each_text(see),
            Self::Columns(columns) => {
                columns.iter().flatten().for_each(|block| block.for_each_text(see));
            }
            Self::Code(text, _) => see(text),
            Self::Notes(notes) => see(&notes.text),
            // What it shows is said only where it is not seen.
            Self::Picture(picture) if picture.image.is_some() => {}
            Self::Picture(picture) => see(&picture.alt),
            Self::Heading(_)
            | Self::Paragraph(_)
            | Self::Table(_)
            | Self::Rule
            | Self::PageBreak => {
                self.for_each_inline(&mut |inline| {
                    if let Inline::Text { text, .. } = inline {
                        see(text);
                    }
                });
            }
        }
    }
}

/// The plain text of inlines, without blanks and boxes.
#[must_use]
pub fn plain_text(content: &[Inline]) -> String {
    let text = content.iter().map(|inline| match inline {
        Inline::Text { text, .. } => text.as_str(),
        Inline::LineBreak => " ",
        Inline::PageNumber { .. }
        | Inline::Scale(_)
        | Inline::Bars(_)
        | Inline::Blank { .. }
        | Inline::Filled { .. }
        | Inline::Checkbox(_)
        | Inline::Option { .. } => "",
    });
    text.collect::<String>().trim().to_owned()
}
