use std::sync::Arc;

use super::super::layout_box::{Column, LaidOutBlock, LayoutBox, frame_of};
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Picture, TextStyle};
use crate::print::frame::{self, FrameItem, Place, Role, Size};

impl LayoutState<'_> {
    /// A picture at the beginning of the column. In place of an image that nobody has read, what it shows is said in words.
    pub(super) fn picture(&mut self, picture: &Picture, column: Column) -> LaidOutBlock {
        let Picture { alt, image, path: _, span: _ } = picture;
        let Some(image) = image else {
            let look = column.body;
            let shaped = self.shape_plain(alt, TextStyle::default(), look);
            let boxes = self.running_text(shaped, column);
            return LaidOutBlock { role: Some(Role::Paragraph), spacing: look.spacing, boxes };
        };
        let style = &self.style.picture;
        let room = Size { width: column.width, height: self.style.depth() * style.most_height };
        let size = style.size(image, room);
        let (image, alt) = (Arc::clone(image), Arc::from(alt.as_str()));
        let mut frame = frame_of(size.height);
        let at = Place { x: column.x, y: Pt::ZERO };
        frame.push(at, FrameItem::Picture(frame::Picture { image, size, alt }));
        let (role, boxes) = (Some(Role::Figure), vec![LayoutBox::new(frame)]);
        LaidOutBlock { role, spacing: style.spacing, boxes }
    }
}
