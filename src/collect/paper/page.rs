use serde::{Deserialize, Serialize};

use super::picture::png;
use super::sheet::{FieldReading, ScannedPage, Seen};
use crate::collect::{Fault, FieldKind, Kit, Kits, PrintedPage, PrintedPlace, RefusalCode};
use crate::document::FieldName;
use crate::scan::{
    Area, BoxMark, FoundPage, Gray, PageFault, PrintedBox, RowMark, crop, find, is_blank, is_dark,
    is_written_on, loses_faint_marks, read_boxes, read_row,
};

/// What became of a page of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageReading {
    /// It was read.
    Read(ScannedPage),
    /// There is nothing on it: it is the back of a page.
    Blank,
    /// It was not read.
    Refused(Fault),
}

/// What was scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperKind {
    /// Pages that somebody wrote on.
    Originals,
    /// Copies of them. A photocopier loses faint marks, and a scan of a copy does not always show that it is one.
    Photocopies,
}

/// The smallest boxes that are read from paper, in millimeters: those for ratings, rubrics and recommendations are 5 wide. Smaller boxes are for
/// the interviewer's eyes.
const LEAST_SIDE: f64 = 4.5;
/// How far beyond a row its picture shows the page, in millimeters.
const AROUND_ROW: f64 = 4.0;
/// The margin of pictures of rows from the sides of the paper, in millimeters: they show the words of the row, too.
const MARGIN: f64 = 12.0;
/// How far beyond a space to write on its picture shows the page, in millimeters: people do not stop at its edge.
const AROUND_NOTES: f64 = 3.0;
/// How far inside of a space to write on writing is looked for, in millimeters: its edge may be printed.
const INSIDE_NOTES: f64 = 0.8;

/// Reads a page.
#[must_use]
pub fn read_page(picture: &Gray, kind: PaperKind, kits: &Kits) -> PageReading {
    let found = match find(picture) {
        Ok(found) => found,
        Err(_) if is_blank(picture) => return PageReading::Blank,
        Err(fault) => return PageReading::Refused(refusal(fault, picture)),
    };
    match read(picture, &found, kind, kits) {
        Ok(page) => PageReading::Read(page),
        Err(fault) => PageReading::Refused(fault),
    }
}

fn refusal(fault: PageFault, picture: &Gray) -> Fault {
    if is_dark(picture) {
        let help = "scan it again with more light, or at a lower contrast";
        return Fault::new(RefusalCode::TooDark, "this page is too dark to be read", help);
    }
    let (code, message, help) = match fault {
        PageFault::FewSquares => (
            RefusalCode::CornersHidden,
            "fewer than three corner squares are seen: this is no page that can be read from paper, or it is cut off, or its corners are hidden",
            "scan the whole page again, with all four corners; leave out pages without corner squares",
        ),
        PageFault::NoCode => (
            RefusalCode::NoPageCode,
            "the code at the top right of this page cannot be read",
            "scan the page again, at 200 dots per inch or more, and keep the code clean",
        ),
        PageFault::SeveralPages => (
            RefusalCode::SeveralPages,
            "several pages are in this one picture",
            "scan each page by itself",
        ),
    };
    Fault::new(code, message, help)
}

fn read(
    picture: &Gray,
    found: &FoundPage,
    kind: PaperKind,
    kits: &Kits,
) -> Result<ScannedPage, Fault> {
    let (kit, page) = kits.page(&found.code)?;
    let rows = rows(kit, page);
    let boxes: Vec<PrintedBox> = rows.iter().flat_map(Row::boxes).collect();
    let marks = read_boxes(picture, found, page.paper, &boxes).map_err(|misplaced| {
        let message = format!(
            "the page is not where it seems to be: only {} of {} boxes are where they should be",
            misplaced.found, misplaced.boxes
        );
        let help = "scan the page again, flat and whole";
        Fault::new(RefusalCode::Misplaced, message, help)
    })?;
    let mut marks = marks.into_iter();
    let loss = match kind {
        PaperKind::Photocopies => Some(COPIED),
        PaperKind::Originals => loses_faint_marks(picture, found, page.paper).then_some(BILEVEL),
    };
    let cut = |area: Area| crop(picture, found, page.paper, area).and_then(|it| png(&it));
    let mut fields = Vec::new();
    for row in &rows {
        let marks: Vec<BoxMark> = marks.by_ref().take(row.places.len()).collect();
        let seen = row.read(&marks, loss);
        let png = matches!(seen, Seen::Asked(_)).then(|| cut(row.area(page))).flatten();
        fields.push(FieldReading { name: row.name.to_string(), seen, png, picture: None });
    }
    for place in page.places.iter().filter(|place| is_text(kit, &place.field)) {
        let inside = place.area.grown(-INSIDE_NOTES, -INSIDE_NOTES);
        let is_written = is_written_on(picture, found, page.paper, inside);
        let (seen, png) = if is_written {
            (Seen::Handwritten, cut(place.area.grown(AROUND_NOTES, AROUND_NOTES)))
        } else {
            (Seen::Blank, None)
        };
        fields.push(FieldReading { name: place.field.to_string(), seen, png, picture: None });
    }
    Ok(ScannedPage { code: found.code.to_string(), fields })
}

fn is_text(kit: &Kit, field: &FieldName) -> bool {
    kit.field(field).is_some_and(|field| field.kind == FieldKind::Text)
}

/// The boxes of a field on a page.
struct Row<'k> {
    name: &'k FieldName,
    is_choice: bool,
    places: Vec<&'k PrintedPlace>,
}

/// The fields with boxes that are read from paper.
fn rows<'k>(kit: &'k Kit, page: &'k PrintedPage) -> Vec<Row<'k>> {
    let mut rows: Vec<Row<'k>> = Vec::new();
    for place in &page.places {
        let Some(field) = kit.field(&place.field) else { continue };
        if field.kind == FieldKind::Text || place.area.width < LEAST_SIDE {
            continue;
        }
        match rows.iter_mut().find(|row| *row.name == place.field) {
            Some(row) => row.places.push(place),
            None => rows.push(Row {
                name: &field.name,
                is_choice: field.kind == FieldKind::Choice,
                places: vec![place],
            }),
        }
    }
    rows
}

impl Row<'_> {
    fn boxes(&self) -> impl Iterator<Item = PrintedBox> {
        self.places.iter().map(|place| PrintedBox { at: place.area.at, side: place.area.width })
    }

    /// What the picture of the row shows.
    fn area(&self, page: &PrintedPage) -> Area {
        let all = self.places.iter().map(|place| place.area).reduce(Area::and);
        let row = all.unwrap_or_else(|| unreachable!("a row has boxes"));
        let (width, _) = crate::scan::size(page.paper);
        let row = row.grown(0.0, AROUND_ROW);
        let at = crate::scan::Point { x: MARGIN, y: row.at.y };
        Area { at, width: width - 2.0 * MARGIN, height: row.height }
    }

    /// What the marks of the boxes mean. `loss` is why a faint mark may be lost.
    fn read(&self, marks: &[BoxMark], loss: Option<&str>) -> Seen {
        let value = |at: usize| self.places.get(at).and_then(|place| place.value.clone());
        match (read_row(marks), loss) {
            (RowMark::Blank, Some(loss)) => Seen::Asked(loss.to_owned()),
            (RowMark::Blank, None) if self.is_choice => Seen::Choice(None),
            (RowMark::Blank, None) => Seen::Check(false),
            (RowMark::Answer(_), _) if !self.is_choice => Seen::Check(true),
            (RowMark::Answer(at), _) => match value(at) {
                Some(value) => Seen::Choice(Some(value)),
                None => Seen::Asked("the box that is crossed does not say its value".to_owned()),
            },
            (RowMark::Ask, _) => Seen::Asked(why(marks).to_owned()),
        }
    }
}

/// Why an empty box is asked about on a picture that is only black and white.
const BILEVEL: &str = "no mark is seen, but faint marks are lost in a black-and-white scan";
/// The same on a photocopy.
const COPIED: &str = "no mark is seen, but faint marks are lost on a photocopy";

/// Why a row is asked about.
fn why(marks: &[BoxMark]) -> &'static str {
    let count = |mark: BoxMark| marks.iter().filter(|it| **it == mark).count();
    if count(BoxMark::Unclear) > 0 {
        "a mark is not a clear cross"
    } else if count(BoxMark::Cross) > 1 {
        "several boxes are crossed"
    } else {
        "a box is filled, which takes a cross back, and no other box is crossed"
    }
}
