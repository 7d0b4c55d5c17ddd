use printpdf::ParsedFont;

use super::objects::Dict;

/// What a font descriptor says about the font as a whole (ISO 32000-1, 9.8), in thousandths of its size and in degrees.
#[derive(Clone, Copy)]
pub(super) struct Metrics {
    ascent: i32,
    descent: i32,
    /// Left, bottom, right, top.
    bounds: [i32; 4],
    italic_angle: i32,
    stem_width: i32,
}

impl Metrics {
    pub(super) fn new(font: &ParsedFont) -> Self {
        let (lines, outlines) = (&font.font_metrics, &font.pdf_font_metrics);
        let scaled = |value: i16| thousandths(f32::from(value), font.units_per_em);
        let (rise, run) = (outlines.caret_slope_rise, outlines.caret_slope_run);
        let slope = if rise == 0 { 0.0 } else { f32::from(run).atan2(f32::from(rise)) };
        let weight = f32::from(outlines.us_weight_class);
        Self {
            ascent: scaled(lines.ascent),
            descent: scaled(lines.descent),
            bounds: [outlines.x_min, outlines.y_min, outlines.x_max, outlines.y_max].map(scaled),
            italic_angle: rounded(-slope.to_degrees()),
            // No table of a font has it. This is the usual estimate from the weight; 80 is the value of a regular font.
            stem_width: if weight > 0.0 { 50 + rounded((weight / 65.0).powi(2)) } else { 80 },
        }
    }

    /// The same with other line metrics.
    pub(super) fn with_lines(self, ascent: i32, descent: i32) -> Self {
        Self { ascent, descent, ..self }
    }

    /// Writes the entries of a font descriptor.
    pub(super) fn write(self, dict: &mut Dict<'_>) {
        // Bit 6: a font of letters. Bit 7: slanted (ISO 32000-1, 9.8.2).
        let flags: u32 = 1 << 5 | if self.italic_angle == 0 { 0 } else { 1 << 6 };
        dict.int("Flags", flags).int("Ascent", self.ascent).int("Descent", self.descent);
        dict.int("CapHeight", self.ascent).int("ItalicAngle", self.italic_angle);
        dict.int("StemV", self.stem_width);
        dict.array("FontBBox", |array| self.bounds.iter().for_each(|side| array.int(*side)));
    }
}

/// A width in thousandths of the font's size, to the hundredth: with whole numbers, fonts of 2,048 units would need a correction at every few
/// letters. `None` if no font can have it.
pub(super) fn width(units: f32, units_per_em: u16) -> Option<f32> {
    let width = (in_thousandths(units, units_per_em) * 100.0).round() / 100.0;
    (width <= f32::from(u16::MAX)).then_some(width)
}

fn thousandths(value: f32, units_per_em: u16) -> i32 {
    rounded(in_thousandths(value, units_per_em))
}

fn in_thousandths(value: f32, units_per_em: u16) -> f32 {
    value * 1000.0 / f32::from(units_per_em.max(1))
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
fn rounded(value: f32) -> i32 {
    value.round() as i32
}
