use super::block_styles::{BlockStyles, HeadingLook, QuoteStyle};
use super::form_style::{
    BlankStyle, ColumnsStyle, FormStyle, NotesStyle, OptionsStyle, ParticularsStyle, TickStyle,
};
use super::look::{CheckboxLook, LARGE, LARGE_BOX, Look, Spacing, TextKind};
use super::look::{heading, look, spacing};
use super::table_style::TableStyle;
use crate::base::unit::{Mm, Paper, Pt, TextSize};
use crate::print::bar_style::BarStyle;
use crate::print::frame::{CheckMark, FieldLook, Ink, Size};
use crate::print::logo_style::LogoStyle;
use crate::print::page_mark_style::PageMarkStyle;
use crate::print::picture_style::PictureStyle;
use crate::print::strip_style::{BarsStyle, LegendStyle, RangeStyle, RatingsStyle, TimelineStyle};

/// All measures, line widths and inks of a page. A test checks that no file of the layout or of the PDF writer holds such a number.
#[derive(Clone, Debug)]
pub struct Style {
    /// The size of the paper.
    pub paper: Size,
    /// From the left and the right edge of the paper to the text.
    pub side: Pt,
    /// From the top edge of the paper to the text.
    pub top: Pt,
    /// From the bottom edge of the paper to the text.
    pub bottom: Pt,
    /// From the top edge of the paper to the running header.
    pub header: Pt,
    /// From the top edge of the paper to a title that takes the place of the running header.
    pub header_title: Pt,
    /// How wide such a title may be: the marks of the page are beside it.
    pub header_title_width: Pt,
    /// From the bottom edge of the paper to the running footer.
    pub footer: Pt,
    /// The least space between the left and the right part of the running header or footer.
    pub running_gap: Pt,
    /// Running text.
    pub body: Look,
    /// A paragraph with boxes to tick. They need air, or they look like more of the list above.
    pub choice: Look,
    /// What headings, the rule of what is read aloud, and the bar on the first page are painted in.
    pub accent: Ink,
    /// Headings by level, the first three; deeper ones look like the third.
    pub headings: [Look; 3],
    /// The line right below a heading, if all of it is emphasized.
    pub byline: Look,
    /// Tables, and the text of their cells.
    pub cell: Look,
    /// Preformatted text.
    pub code: Look,
    /// The running header and footer, and the names at the top of every page.
    pub running: Look,
    /// The title of a form that continues from the page before.
    pub continued: Look,
    /// What is drawn on text, and around it.
    pub marks: MarkStyle,
    /// The names at the top of every page.
    pub names: NameTagStyle,
    /// The bar on the first page.
    pub bar: BarStyle,
    /// The logo on the first page.
    pub logo: LogoStyle,
    /// The marks by which pages are read back from paper.
    pub page_marks: PageMarkStyle,
    /// Lists.
    pub list: ListStyle,
    /// Quotations.
    pub quote: QuoteStyle,
    /// The area behind preformatted text.
    pub code_area: CodeAreaStyle,
    /// Lines across the page that the document asks for.
    pub thematic_break: ThematicBreakStyle,
    /// Pictures.
    pub picture: PictureStyle,
    /// The layout of tables.
    pub table: TableStyle,
    /// Boxes to tick.
    pub tick: TickStyle,
    /// Blanks to fill in.
    pub blank: BlankStyle,
    /// Spaces for notes.
    pub notes: NotesStyle,
    /// What people type and check.
    pub fields: FieldLook,
    /// Forms under their headings.
    pub form: FormStyle,
    /// Blocks that look different from others of their kind.
    pub blocks: BlockStyles,
    /// Fine print.
    pub small: Look,
    /// The cells of a table in fine print.
    pub small_cell: Look,
    /// Tables of one row, each cell on a line with its label.
    pub particulars: ParticularsStyle,
    /// Boxes that are spread over the column.
    pub options: OptionsStyle,
    /// Columns side by side.
    pub columns: ColumnsStyle,
    /// Timelines above tables.
    pub timeline: TimelineStyle,
    /// Lines with ticks in cells of tables.
    pub range: RangeStyle,
    /// Bars in cells of tables.
    pub bars: BarsStyle,
    /// The legend of marks at the foot of a page.
    pub legend: LegendStyle,
    /// Rating scales.
    pub ratings: RatingsStyle,
}

/// What is drawn on text, and around it. Shares are of the font size.
#[derive(Clone, Debug)]
pub struct MarkStyle {
    /// The width of thin lines, such as blanks and ruled lines. An office photocopier loses thinner ones.
    pub hairline: Pt,
    /// How large code in running text is.
    pub code_share: f32,
    /// The width of the line through struck text.
    pub strike_width: Pt,
    /// How far above the baseline that line is.
    pub strike_rise: f32,
    /// How far below the baseline of a link its line is.
    pub underline_drop: Pt,
    /// How far above the baseline the clickable area of a link begins.
    pub link_rise: f32,
    /// How tall the clickable area of a link is.
    pub link_height: f32,
    /// How far above the target of a link or bookmark the view begins.
    pub destination_lead: Pt,
}

/// The names at the top of every page, side by side.
#[derive(Clone, Debug)]
pub struct NameTagStyle {
    /// From the top edge of the paper to the names, which are below the running header.
    pub top: Pt,
    /// The space between two names.
    pub gap: Pt,
    /// How many columns there are at least: one name alone does not need the whole line.
    pub least_columns: usize,
    /// The space between a label and its blank.
    pub label_gap: Pt,
    /// How much of the width of its column a label may take.
    pub label_share: f32,
    /// How far below the top of the line the baseline is, as a share of the leading.
    pub baseline_share: f32,
    /// The height of a field. Chromium shows 8 pt text in a field of 13 pt, as large as the label beside it.
    pub field_height: Pt,
}

/// Lists.
#[derive(Clone, Debug)]
pub struct ListStyle {
    /// From the marker's left edge to the item's, unless the marker is wider.
    pub indent: Pt,
    /// The least space between a bullet or number and its item.
    pub marker_gap: Pt,
    /// The least width that nested lists and quotations leave for text: room for a few words.
    pub least_width: Pt,
    /// White space between the items of a checklist.
    pub check_gap: Pt,
    /// White space between the items of a tight list.
    pub tight_gap: Pt,
    /// White space between the items of any other list.
    pub loose_gap: Pt,
    /// The least white space between the first paragraph of an item and what is below it.
    pub body_gap: Pt,
}

/// The area behind preformatted text.
#[derive(Clone, Debug)]
pub struct CodeAreaStyle {
    /// What the area is painted in.
    pub ink: Ink,
    /// From the left and right edges of the area to the text.
    pub pad_x: Pt,
    /// From the top and bottom edges of the area to the text.
    pub pad_y: Pt,
    /// What is printed for a tab.
    pub tab: &'static str,
}

/// Lines across the page that the document asks for.
#[derive(Clone, Debug)]
pub struct ThematicBreakStyle {
    /// White space around the line.
    pub spacing: Spacing,
    /// The width of the line.
    pub width: Pt,
    /// How much of the page's height the line takes.
    pub height: Pt,
}

impl Style {
    /// The project's design, for a paper size and a text size.
    #[must_use]
    pub fn new(paper: Paper, text: TextSize) -> Self {
        let regular = Self::regular(paper);
        match text {
            TextSize::Regular => regular,
            TextSize::Large => regular.large(),
        }
    }

    fn regular(paper: Paper) -> Self {
        let body = look(10.5, 14.0, 0.0, 6.0);
        let notes = NotesStyle::new();
        Self {
            paper: size_of(paper),
            side: Mm(20.0).into(),
            top: Mm(26.0).into(),
            bottom: Mm(21.0).into(),
            header: Mm(15.0).into(),
            header_title: Mm(11.8).into(),
            header_title_width: Mm(105.0).into(),
            footer: Mm(15.0).into(),
            running_gap: Pt(18.0),
            body,
            choice: Look { spacing: spacing(8.0, 6.0), ..body },
            accent: Ink::BLACK,
            headings: [
                heading(20.0, 24.0, 18.0, 4.0),
                heading(12.0, 15.0, 12.0, 3.0),
                heading(10.5, 14.0, 10.0, 3.0),
            ],
            // A byline can be recognized by its place. A third font for one line of each question would be a tenth of the file.
            byline: Look { slanted: false, ..look(10.0, 13.0, 0.0, 7.0) },
            cell: look(9.5, 12.0, 4.0, 10.0),
            code: look(9.5, 13.0, 6.0, 10.0),
            running: look(8.5, 11.0, 0.0, 0.0),
            continued: look(10.0, 13.0, 0.0, 0.0),
            marks: MarkStyle::new(),
            names: NameTagStyle::new(),
            bar: BarStyle::new(),
            logo: LogoStyle::new(),
            page_marks: PageMarkStyle::new(),
            list: ListStyle::new(),
            quote: QuoteStyle::new(INDENT),
            code_area: CodeAreaStyle::new(),
            thematic_break: ThematicBreakStyle::new(),
            picture: PictureStyle::new(),
            table: TableStyle::new(),
            tick: TickStyle::new(),
            blank: BlankStyle::new(),
            fields: field_look(notes.size),
            notes,
            form: FormStyle::new(paper),
            blocks: BlockStyles::new(),
            small: Look { checkbox: CheckboxLook::small(), ..look(8.5, 10.5, 0.0, 5.0) },
            small_cell: look(8.0, 10.0, 3.0, 8.0),
            particulars: ParticularsStyle::new(),
            options: OptionsStyle::new(),
            columns: ColumnsStyle::new(),
            timeline: TimelineStyle::new(),
            range: RangeStyle::new(),
            bars: BarsStyle::new(),
            legend: LegendStyle::new(),
            ratings: RatingsStyle::new(),
        }
    }

    /// The same in large print. The marks by which pages are read back from paper stay as they are.
    fn large(self) -> Self {
        let [first, second, third] = self.headings;
        let notes = self.notes.large();
        Self {
            top: Mm(27.0).into(),
            // The legend of marks and the footer.
            bottom: Mm(26.0).into(),
            header: Mm(14.0).into(),
            footer: Mm(14.0).into(),
            body: self.body.large(),
            choice: self.choice.large(),
            headings: [
                first.large_at(Pt(28.0), Pt(34.0)),
                second.large_at(Pt(22.0), Pt(27.0)),
                third.large_at(Pt(18.0), Pt(24.0)),
            ],
            byline: self.byline.large(),
            cell: self.cell.large(),
            code: self.code.large(),
            running: self.running.large_at(Pt(12.0), Pt(14.0)),
            continued: self.continued.large(),
            marks: self.marks.large(),
            names: self.names.large(),
            logo: self.logo.large(),
            list: self.list.large(),
            quote: self.quote.large(),
            picture: self.picture.large(),
            table: self.table.large(),
            tick: self.tick.large(),
            blank: self.blank.large(),
            fields: field_look(notes.size),
            notes,
            form: self.form.large(),
            blocks: self.blocks.large(),
            small: self.small.large(),
            small_cell: self.small_cell.large(),
            particulars: self.particulars.large(),
            options: self.options.large(),
            columns: self.columns.large(),
            timeline: self.timeline.large(),
            legend: self.legend.large(),
            ratings: self.ratings.large(),
            range: self.range.large(),
            bars: self.bars.large(),
            ..self
        }
    }

    /// The width of the text area.
    #[must_use]
    pub fn measure(&self) -> Pt {
        self.paper.width - self.side * 2.0
    }

    /// The height of the text area.
    #[must_use]
    pub fn depth(&self) -> Pt {
        self.paper.height - self.top - self.bottom
    }

    /// The look of a heading.
    #[must_use]
    pub fn heading(&self, level: u8) -> HeadingLook {
        let [first, second, third] = self.headings;
        HeadingLook::plain(match level {
            0 | 1 => first,
            2 => second,
            _ => third,
        })
    }

    /// What a kind of text is painted in.
    #[must_use]
    pub fn ink(&self, kind: TextKind) -> Ink {
        match kind {
            TextKind::Body => Ink::BLACK,
            TextKind::Heading => self.accent,
        }
    }

    /// How far nested text moves to the right in a column of this width, if it wants to move this far: a few words still fit.
    #[must_use]
    pub fn nested(&self, indent: Pt, width: Pt) -> Pt {
        indent.min((width - self.list.least_width).max(Pt::ZERO))
    }
}

/// From the left edge of a column to items of lists and quotations.
const INDENT: Mm = Mm(6.5);
const HAIRLINE: Pt = Pt(0.5);

impl MarkStyle {
    fn new() -> Self {
        Self {
            hairline: HAIRLINE,
            code_share: 0.9,
            strike_width: Pt(0.6),
            strike_rise: 0.28,
            underline_drop: Pt(1.4),
            link_rise: 0.8,
            link_height: 1.05,
            destination_lead: Pt(14.0),
        }
    }
}

// The same in large print.

impl MarkStyle {
    fn large(self) -> Self {
        let (strike_width, drop) = (self.strike_width * LARGE, self.underline_drop * LARGE);
        Self { strike_width, underline_drop: drop, ..self }
    }
}

impl NameTagStyle {
    fn large(self) -> Self {
        Self { top: Mm(19.4).into(), field_height: Pt(15.5), ..self }
    }
}

impl ListStyle {
    fn large(self) -> Self {
        Self {
            indent: self.indent * LARGE_BOX,
            marker_gap: self.marker_gap * LARGE_BOX,
            least_width: self.least_width * LARGE,
            check_gap: self.check_gap * LARGE_BOX,
            tight_gap: self.tight_gap * LARGE_BOX,
            loose_gap: self.loose_gap * LARGE_BOX,
            body_gap: self.body_gap * LARGE_BOX,
        }
    }
}

impl NameTagStyle {
    fn new() -> Self {
        Self {
            top: Mm(19.0).into(),
            gap: Pt(18.0),
            least_columns: 2,
            label_gap: Pt(4.0),
            label_share: 0.5,
            baseline_share: 0.76,
            field_height: Pt(13.0),
        }
    }
}

impl ListStyle {
    fn new() -> Self {
        Self {
            indent: INDENT.into(),
            marker_gap: Pt(4.0),
            least_width: Pt(72.0),
            check_gap: Pt(4.0),
            tight_gap: Pt(2.0),
            loose_gap: Pt(6.0),
            body_gap: Pt(3.0),
        }
    }
}

impl CodeAreaStyle {
    fn new() -> Self {
        Self { ink: Ink::Gray(0.94), pad_x: Pt(6.0), pad_y: Pt(4.0), tab: "    " }
    }
}

impl ThematicBreakStyle {
    fn new() -> Self {
        Self { spacing: spacing(8.0, 4.0), width: Pt(0.75), height: Pt(1.0) }
    }
}

fn field_look(notes_size: Pt) -> FieldLook {
    let check_mark = CheckMark { stroke: 0.14, points: [(0.2, 0.5), (0.42, 0.24), (0.82, 0.8)] };
    FieldLook { ink: Ink::BLACK, notes_size, check_mark }
}

fn size_of(paper: Paper) -> Size {
    match paper {
        Paper::A4 => Size { width: Mm(210.0).into(), height: Mm(297.0).into() },
        Paper::Letter => Size { width: Pt(612.0), height: Pt(792.0) },
    }
}
