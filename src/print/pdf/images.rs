use super::objects::{Data, Dict, Id};
use super::write::Objects;
use crate::base::hash::hex;
use crate::base::image::{Colors, Image, Pixels};
use crate::print::frame::Pages;

/// How many bytes of an image's digest are in its name: no two images of a file have the same.
const IN_NAME: usize = 8;

/// The name under which pages ask for an image. It comes from what is to be seen, so that a page is the same in every file, and pages with
/// other pictures are others.
pub(super) fn name(image: &Image) -> String {
    format!("P{}", hex(&image.digest()[..IN_NAME]))
}

/// Writes what the pictures of a file show, each with the name under which pages ask for it.
pub(super) fn write_all(pages: &Pages, objects: &mut Objects<'_>) -> Vec<(String, Id)> {
    pages.images.iter().map(|image| (name(image), write(image.pixels(), objects))).collect()
}

/// Writes pixels, which fill a square of one point (ISO 32000-1, 8.9).
pub(super) fn write(pixels: &Pixels, objects: &mut Objects<'_>) -> Id {
    let space = match pixels.colors {
        Colors::Gray => "DeviceGray",
        Colors::Rgb => "DeviceRGB",
    };
    objects.add_stream(Data::Plain(pixels.samples.clone()), |dict: &mut Dict<'_>| {
        dict.name("Type", "XObject").name("Subtype", "Image");
        dict.int("Width", pixels.width).int("Height", pixels.height);
        dict.name("ColorSpace", space).int("BitsPerComponent", 8);
    })
}
