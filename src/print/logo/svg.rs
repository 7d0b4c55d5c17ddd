use usvg::roxmltree::{Document, ParsingOptions};
use usvg::{Options, Tree};

use super::drawing::Drawing;
use super::fault::{SIMPLIFY, SvgFault, head};
use super::screen::screen;
use super::uses::screen_references;
use super::{fitted, places};
use crate::base::diagnostic::{Accepted, Checked, Diagnostic, Rejected};
use crate::base::source::{SourceId, Sources, Span};
use crate::print::frame::{Logo, LogoImage};

/// The largest SVG file that is read, in bytes.
pub const MAX_SVG_BYTES: usize = 512 * 1024;
/// How much longer one side can be than the other: more leaves less than a millimeter of height.
const MOST_UNEQUAL: f32 = 40.0;
/// The most elements, texts, and comments of a file.
const MAX_NODES: u32 = 20_000;

/// Reads an SVG file as a logo. `alt` is what screen readers say in its place.
pub fn read_svg(sources: &Sources, id: SourceId, alt: &str) -> Checked<Logo> {
    let text = sources.get(id).text.as_str();
    match read(text, alt) {
        Ok(logo) => Ok(Accepted::without_warnings(logo)),
        Err(SvgFault { range, message, help }) => {
            let start = text.floor_char_boundary(range.start);
            let end = text.floor_char_boundary(range.end).max(start);
            let found = Diagnostic::error("logo", message).at(Span::new(id, start..end));
            Err(Rejected::from(found.help(help)))
        }
    }
}

fn read(text: &str, alt: &str) -> Result<Logo, SvgFault> {
    if text.len() > MAX_SVG_BYTES {
        let message = format!("the logo is larger than the limit of {} KiB", MAX_SVG_BYTES / 1024);
        return Err(SvgFault { range: 0..0, message, help: SIMPLIFY });
    }
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, entity_resolver: None };
    let document =
        Document::parse_with_options(text, options).map_err(|error| xml_fault(&error, text))?;
    let clips = screen(&document)?;
    screen_references(&document, &clips)?;
    let root = head(document.root_element());
    let no_size = || SvgFault {
        range: root.clone(),
        message: "this drawing has no valid size".to_owned(),
        help: "add an attribute such as `viewBox=\"0 0 200 60\"`",
    };
    let placed = places::with_places(&document);
    let tree = Document::parse(&placed).ok();
    let tree = tree.and_then(|placed| Tree::from_xmltree(&placed, &Options::default()).ok());
    let tree = tree.ok_or_else(no_size)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    if width.max(height) > width.min(height) * MOST_UNEQUAL {
        let message =
            format!("one side of this drawing is more than {MOST_UNEQUAL} times the other");
        let help = "make the `viewBox` as large as what it shows";
        return Err(SvgFault { range: root, message, help });
    }
    let size = fitted(width, height);
    let drawing = Drawing::new(&document, size.width.0 / width, size);
    let paths = drawing.draw(tree.root())?;
    Ok(Logo { size, alt: alt.to_owned(), image: LogoImage::Paths(paths) })
}

/// A fault of the XML itself. Document types are refused: they can name other files, and entities that grow without end.
fn xml_fault(error: &usvg::roxmltree::Error, text: &str) -> SvgFault {
    use usvg::roxmltree::Error;
    let position = error.pos();
    let row = usize::try_from(position.row).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(position.col).unwrap_or(1).saturating_sub(1);
    let lines = text.split_inclusive('\n');
    let start: usize = lines.take(row).map(str::len).sum();
    let line = text.get(start..).unwrap_or_default();
    let at = start + line.char_indices().nth(column).map_or(0, |(at, _)| at);
    let (message, help) = match error {
        Error::DtdDetected => (
            "a document type declaration is not allowed".to_owned(),
            "remove everything from `<!DOCTYPE` to its `>`",
        ),
        Error::NodesLimitReached => {
            (format!("the drawing has more than {MAX_NODES} elements and texts"), SIMPLIFY)
        }
        error => (format!("this is not valid XML: {error}"), "export the drawing again"),
    };
    SvgFault { range: at..at, message, help }
}
