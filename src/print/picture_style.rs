use super::look::{Spacing, spacing};
use crate::base::image::Image;
use crate::base::unit::{Mm, Pt};
use crate::print::frame::Size;

/// Pictures.
#[derive(Clone, Debug)]
pub struct PictureStyle {
    /// White space around a picture.
    pub spacing: Spacing,
    /// How much of the height of the text area a picture takes at most: what is said of it has room beside it.
    pub most_height: f32,
    /// How many pixels a meter has, across and down, of an image that does not say it.
    pub per_meter: [u32; 2],
}

impl PictureStyle {
    pub(super) fn new() -> Self {
        // Parts of scanned pages have six pixels to a millimeter.
        Self { spacing: spacing(3.0, 9.0), most_height: 0.45, per_meter: [6000; 2] }
    }

    /// The same in large print. Pictures are as large as they are.
    pub(super) fn large(self) -> Self {
        Self { spacing: self.spacing.large(), ..self }
    }

    /// The size of an image: the size that it has in print, or, where there is less room, smaller in proportion.
    #[must_use]
    pub fn size(&self, image: &Image, room: Size) -> Size {
        let [across, down] = image.per_meter().unwrap_or(self.per_meter);
        let pixels = image.pixels();
        let (width, height) = (length(pixels.width, across), length(pixels.height, down));
        let share = (room.width / width).min(room.height / height).clamp(0.0, 1.0);
        Size { width: width * share, height: height * share }
    }
}

/// How long so many pixels are.
#[expect(clippy::cast_precision_loss, reason = "the rounding of large numbers is not seen")]
fn length(pixels: u32, per_meter: u32) -> Pt {
    const METER: f32 = 1000.0;
    Mm(pixels.max(1) as f32 / per_meter.max(1) as f32 * METER).into()
}
