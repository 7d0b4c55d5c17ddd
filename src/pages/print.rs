use std::fmt;

use super::{Artifact, Item, Mark, Owner, Pages, Rect, Role};

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
        match &item.mark {
            Mark::Text(text) => writeln!(
                f,
                "text {:.1},{:.1} {} {:.1} {:?}",
                text.at.x.0,
                text.at.y.0,
                self.faces[text.face.0].name,
                text.size.0,
                text.words.text
            ),
            Mark::Line { from, to, .. } => {
                writeln!(f, "line {:.1},{:.1} – {:.1},{:.1}", from.x.0, from.y.0, to.x.0, to.y.0)
            }
            Mark::Frame { rect, .. } => writeln!(f, "frame {}", Printed(*rect)),
            Mark::Fill { rect, .. } => writeln!(f, "fill {}", Printed(*rect)),
            Mark::Widget(widget) => {
                let name = &self.fields[widget.field.0].name;
                let value = widget.value.as_deref().map_or(String::new(), |v| format!(" = {v}"));
                writeln!(f, "widget {} {name}{value}", Printed(widget.rect))
            }
            Mark::Link(link) => writeln!(f, "link {} {:?}", Printed(link.rect), link.to),
        }
    }

    fn owner_name(&self, owner: Owner) -> String {
        match owner {
            Owner::Artifact(Artifact::Header) => "(header)".to_owned(),
            Owner::Artifact(Artifact::Footer) => "(footer)".to_owned(),
            Owner::Artifact(Artifact::Pagination) => "(run-on)".to_owned(),
            Owner::Artifact(Artifact::Layout) => "-".to_owned(),
            Owner::Element(id) => match self.elements[id.0].role {
                Role::Heading(level) => format!("H{level}"),
                role => format!("{role:?}").split([' ', '(']).next().unwrap_or_default().to_owned(),
            },
        }
    }
}

struct Printed(Rect);

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(rect) = self;
        write!(f, "{:.1},{:.1} {:.1}×{:.1}", rect.at.x.0, rect.at.y.0, rect.width.0, rect.height.0)
    }
}
