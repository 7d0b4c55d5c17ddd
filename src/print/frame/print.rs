use std::fmt;

use super::{Artifact, Item, Mark, Owner, Pages, Place, Role, Size};
use crate::base::unit::Pt;

/// Prints pages as text, one item a line, for tests to compare: places in points, rounded to a tenth.
impl fmt::Display for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} × {} pt", self.size.width.0, self.size.height.0)?;
        for (number, page) in self.pages.iter().enumerate() {
            writeln!(f, "page {}", number + 1)?;
            for item in &page.items {
                self.print_item(f, item)?;
            }
        }
        for bookmark in &self.outline {
            let indent = "  ".repeat(usize::from(bookmark.level.max(1) - 1));
            writeln!(f, "bookmark {indent}{} → page {}", bookmark.title, bookmark.to.page + 1)?;
        }
        Ok(())
    }
}

impl Pages {
    fn print_item(&self, f: &mut fmt::Formatter<'_>, item: &Item) -> fmt::Result {
        write!(f, "  {:<10} ", self.owner_name(item.owner))?;
        let at = item.at;
        match &item.mark {
            Mark::Text(text) => writeln!(
                f,
                "text {:.1},{:.1} {} {:.1} {:?}",
                at.x.0, at.y.0, self.faces[text.face.0].name, text.size.0, text.run.text
            ),
            Mark::Line { length, .. } => {
                let to = at.moved(*length, Pt::ZERO);
                writeln!(f, "line {:.1},{:.1} – {:.1},{:.1}", at.x.0, at.y.0, to.x.0, to.y.0)
            }
            Mark::Stroke { by, .. } => {
                let to = at.moved(by.x, by.y);
                writeln!(f, "stroke {:.1},{:.1} – {:.1},{:.1}", at.x.0, at.y.0, to.x.0, to.y.0)
            }
            Mark::Frame { size, .. } => writeln!(f, "frame {}", Printed(at, *size)),
            Mark::Fill { size, .. } => writeln!(f, "fill {}", Printed(at, *size)),
            Mark::Grid(grid) => {
                writeln!(f, "grid {} of {} areas", Printed(at, grid.size()), grid.filled.len())
            }
            Mark::Logo(size) => writeln!(f, "logo {}", Printed(at, *size)),
            Mark::Picture(picture) => {
                writeln!(f, "picture {} {:?}", Printed(at, picture.size), picture.alt)
            }
            Mark::Widget(widget) => {
                let name = &self.fields[widget.field.0].name;
                let value = widget.value.as_deref().map_or(String::new(), |v| format!(" = {v}"));
                writeln!(f, "widget {} {name}{value}", Printed(at, widget.size))?;
                widget.appearance.iter().try_for_each(|item| {
                    write!(f, "  ")?;
                    self.print_item(f, item)
                })
            }
            Mark::Link(link) => writeln!(f, "link {} {:?}", Printed(at, link.size), link.to),
        }
    }

    fn owner_name(&self, owner: Owner) -> String {
        match owner {
            Owner::Artifact(Artifact::Header) => "(header)".to_owned(),
            Owner::Artifact(Artifact::Footer) => "(footer)".to_owned(),
            Owner::Artifact(Artifact::Pagination) => "(run-on)".to_owned(),
            Owner::Artifact(Artifact::Layout) => "-".to_owned(),
            Owner::Artifact(Artifact::DocumentMark | Artifact::PageMark) => "(mark)".to_owned(),
            Owner::Element(id) => match self.elements[id.index()].role {
                Role::Heading(level) => format!("H{level}"),
                role => format!("{role:?}").split([' ', '(']).next().unwrap_or_default().to_owned(),
            },
        }
    }
}

struct Printed(Place, Size);

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(at, size) = self;
        write!(f, "{:.1},{:.1} {:.1}×{:.1}", at.x.0, at.y.0, size.width.0, size.height.0)
    }
}
