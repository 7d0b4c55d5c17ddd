use std::sync::Arc;

use super::layout_box::{Children, frame_of};
use crate::base::unit::Pt;
use crate::document::{FieldName, FrontMatter};
use crate::print::frame::{Field, FieldBox, FieldKind, Frame, FrameItem, Place, Role, Size};

/// The field that says which document a form is. Whoever gets a form back reads it there, and nobody can change it by accident.
pub(super) struct IdentityField {
    field: Arc<Field>,
    /// The kit's code, as pages show it.
    code: String,
}

impl IdentityField {
    /// The field of a document. `None` where the document has no identity, or where its text may not be the one that it is about.
    pub(super) fn new(front: &FrontMatter) -> Option<Self> {
        let kit = front.kit.as_ref().filter(|kit| !kit.is_edited)?;
        let identity = front.identity.as_ref()?;
        let code = kit.code.clone();
        let text = format!("{code} {} {}", identity.packet, identity.document);
        let field = Field {
            name: FieldName::identity().to_string(),
            lang: None,
            label: front.words.identity.clone(),
            kind: FieldKind::Identity { text, details: identity.details.clone() },
        };
        Some(Self { field: Arc::new(field), code })
    }

    /// Draws words as the appearance of the field.
    pub(super) fn draw(
        &self,
        (at, size): (Place, Size),
        words: Arc<Frame>,
        (frame, children): (&mut Frame, &mut Children),
    ) {
        let field = Arc::clone(&self.field);
        let place = FieldBox { field, size, option: None, appearance: words };
        frame.tagged(children.next(Role::Form), |frame| frame.push(at, FrameItem::FieldBox(place)));
    }

    /// The kit's code, as pages show it.
    pub(super) fn code(&self) -> &str {
        &self.code
    }

    /// Takes the kit's code out of a line of text at a place, and draws it there as the appearance of the field. If the code is not
    /// whole, all of the line is. Returns what is left of the line.
    pub(super) fn draw_in_line(
        &self,
        at: Place,
        (line, advance): (&Arc<Frame>, Pt),
        (frame, children): (&mut Frame, &mut Children),
    ) -> Frame {
        let height = line.size.height;
        let mut rest = frame_of(height);
        let mut code = None;
        for (place, item) in line.items() {
            match item {
                FrameItem::Text(text) if text.run.text == self.code => code = Some((*place, text)),
                _ => rest.push(*place, item.clone()),
            }
        }
        let Some((place, text)) = code else {
            let size = Size { width: advance, height };
            self.draw((at, size), Arc::clone(line), (frame, children));
            return frame_of(height);
        };
        let mut words = frame_of(height);
        words.push(Place { x: Pt::ZERO, y: place.y }, FrameItem::Text(text.clone()));
        let size = Size { width: text.run.advance(), height };
        let at = at.moved(place.x, Pt::ZERO);
        self.draw((at, size), Arc::new(words), (frame, children));
        rest
    }
}
