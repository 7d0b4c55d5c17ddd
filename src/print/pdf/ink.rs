use super::objects::{fraction, real};
use crate::print::frame::Ink;

/// Sets what areas and text are painted in from here on (ISO 32000-1, 8.6.8).
pub(super) fn fill_ink(out: &mut Vec<u8>, ink: Ink) {
    operator(out, ink, [b"g", b"rg"]);
}

/// Sets what lines are painted in from here on.
pub(super) fn stroke_ink(out: &mut Vec<u8>, ink: Ink) {
    operator(out, ink, [b"G", b"RG"]);
}

fn operator(out: &mut Vec<u8>, ink: Ink, [gray, rgb]: [&[u8]; 2]) {
    match ink {
        Ink::Gray(lightness) => {
            real(out, lightness);
            out.push(b' ');
            out.extend_from_slice(gray);
        }
        Ink::Rgb(color) => {
            for channel in [color.red, color.green, color.blue] {
                fraction(out, f32::from(channel) / f32::from(u8::MAX));
                out.push(b' ');
            }
            out.extend_from_slice(rgb);
        }
    }
}
