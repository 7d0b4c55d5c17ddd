use rustc_hash::FxHashSet;

use super::pdf::{Dict, Id, Object, PdfFile, PictureData};
use crate::collect::{Fault, RefusalCode};
use crate::scan::Gray;
use crate::scan::decode::{
    Colors, DecodeFault, FaxCoding, MAX_PIXELS, Paint, Samples, fax, jbig2, jpeg, jpeg2000,
};

/// The most samples of a picture, in bytes: three of each pixel.
const SAMPLES: usize = MAX_PIXELS * 3;

/// The pictures that pages draw.
pub(super) struct Pictures<'f, 'a> {
    pub(super) file: &'f PdfFile<'a>,
    /// Those that were decoded. No two scans are the same picture, and decoding one again and again would take forever.
    decoded: FxHashSet<Id>,
    /// How often a small picture was decoded again.
    repeated: usize,
}

/// A picture with fewer pixels may be on several pages: a logo.
const SMALL_PIXELS: usize = 500_000;
/// How often small pictures are decoded again.
const REPEATED: usize = 1000;
/// So many bytes of a picture there may be for each of its pixels, beside what is around them: four samples of two bytes.
const PIXEL_BYTES: usize = 8;
const MORE_BYTES: usize = 1 << 20;

impl<'f, 'a> Pictures<'f, 'a> {
    /// Those of a file.
    pub(super) fn new(file: &'f PdfFile<'a>) -> Self {
        Self { file, decoded: FxHashSet::default(), repeated: 0 }
    }

    /// How many pixels a picture says that it has in a row, and how many rows.
    pub(super) fn sides(&self, dict: &Dict<'_>) -> Result<(usize, usize), Fault> {
        let side = |key: &str| match dict.get(key) {
            Some(Object::Ref(id)) => Ok(self.file.get(*id)?.size().unwrap_or_default()),
            side => Ok(side.and_then(Object::size).unwrap_or_default()),
        };
        Ok((side("Width")?, side("Height")?))
    }

    /// Whether a picture is only where paint goes.
    pub(super) fn is_stencil<'s>(&'s self, dict: &mut Dict<'s>) -> Result<bool, Fault> {
        Ok(matches!(self.file.take(dict, "ImageMask")?, Object::Bool(true)))
    }

    /// How many pixels a picture and its mask say that they have in a row, whichever has more, and how many rows.
    pub(super) fn size(&self, id: Id) -> Result<(usize, usize), Fault> {
        let Object::Stream(dict, _) = self.file.get(id)? else { return Err(unknown()) };
        let (mut width, mut height) = self.sides(&dict)?;
        for key in ["SMask", "Mask"] {
            let Some(Object::Ref(mask)) = dict.get(key) else { continue };
            let Object::Stream(mask, _) = self.file.get(*mask)? else { return Err(unknown()) };
            let (wide, high) = self.sides(&mask)?;
            (width, height) = (width.max(wide), height.max(high));
        }
        Ok((width, height))
    }

    /// What a picture paints. `light` is how light the paint of a stencil is, if that is known.
    pub(super) fn paint(&mut self, id: Id, light: Option<u8>) -> Result<Paint, Fault> {
        let file = self.file;
        let Object::Stream(mut dict, _) = file.get(id)? else { return Err(unknown()) };
        // A stencil lets paint through where it is dark (ISO 32000-1, 8.9.6.2).
        if self.is_stencil(&mut dict)? {
            let light = light.ok_or_else(unknown)?;
            return Ok(Paint::Stencil(light, self.decode(id)?.inverted()));
        }
        // What is transparent is in the picture itself.
        if file.take(&mut dict, "SMaskInData")?.int().is_some_and(|it| it != 0) {
            return Err(unknown());
        }
        match (dict.take("SMask"), dict.take("Mask")) {
            (Some(Object::Ref(mask)), _) => Ok(Paint::Masked(self.decode(id)?, self.decode(mask)?)),
            (_, Some(Object::Ref(mask))) => {
                Ok(Paint::Masked(self.decode(id)?, self.decode(mask)?.inverted()))
            }
            // A picture without some of its colors.
            (_, Some(_)) => Err(unknown()),
            (_, None) => Ok(Paint::Picture(self.decode(id)?)),
        }
    }

    /// Decodes a picture, which can be done once, but for small ones.
    pub(super) fn decode(&mut self, id: Id) -> Result<Gray, Fault> {
        let picture = self.decoded_once(id)?;
        if picture.pixels().len() < SMALL_PIXELS && self.repeated < REPEATED {
            self.repeated += 1;
            self.decoded.remove(&id);
        }
        Ok(picture)
    }

    fn decoded_once(&mut self, id: Id) -> Result<Gray, Fault> {
        if !self.decoded.insert(id) {
            let message = "this page is the very picture that another page is";
            let help = "scan each page once";
            return Err(Fault::new(RefusalCode::Duplicate, message, help));
        }
        let Object::Stream(dict, at) = self.file.get(id)? else { return Err(unknown()) };
        let colors = self.colors(dict.get("ColorSpace"))?;
        let mut parts = dict.clone();
        let globals = self.globals(&mut parts)?;
        let dict = self.file.resolved(dict)?;
        let number = |key: &str| dict.get(key).and_then(Object::size);
        let (width, height) = (number("Width").unwrap_or(0), number("Height").unwrap_or(0));
        let pixels = width.saturating_mul(height);
        let most = pixels.saturating_mul(PIXEL_BYTES).saturating_add(MORE_BYTES).min(SAMPLES);
        let PictureData { data, filter } =
            self.file.picture(&dict, at, most)?.ok_or_else(unknown)?;
        let is_mask = matches!(dict.get("ImageMask"), Some(Object::Bool(true)));
        // A mask paints where it is 0. A list that begins with 1 turns light and dark around.
        let first = dict.get("Decode").and_then(|it| it.items().first()?.number());
        let is_inverted = first.is_some_and(|first| first > 0.5);
        let decoded = match filter {
            None => {
                let colors = if is_mask { Some(Colors::Gray) } else { colors };
                let bits = if is_mask { 1 } else { number("BitsPerComponent").unwrap_or(8) };
                let colors = colors.ok_or_else(unknown)?;
                return Samples { width, height, colors, bits, is_inverted, data: &data }
                    .gray()
                    .map_err(|fault| fault_of(&fault));
            }
            Some((b"DCTDecode" | b"DCT", _)) => jpeg(&data),
            Some((b"JPXDecode", _)) => jpeg2000(&data),
            Some((b"JBIG2Decode", _)) => jbig2(&data, globals.as_deref()),
            Some((_, parameters)) => fax(&data, &fax_coding(parameters, width, height)),
        };
        let decoded = decoded.map_err(|fault| fault_of(&fault))?;
        Ok(if is_inverted { decoded.inverted() } else { decoded })
    }

    /// What the samples of a picture are (ISO 32000-1, 8.6). `None` for colors that no scanner uses.
    fn colors(&self, space: Option<&Object<'_>>) -> Result<Option<Colors>, Fault> {
        let Some(space) = space else { return Ok(None) };
        let space = self.file.resolve(space.clone())?;
        let of = |name: &[u8]| match name {
            b"DeviceGray" | b"G" | b"CalGray" => Some(Colors::Gray),
            b"DeviceRGB" | b"RGB" | b"CalRGB" => Some(Colors::Rgb),
            b"DeviceCMYK" | b"CMYK" => Some(Colors::Cmyk),
            _ => None,
        };
        if let Some(name) = space.name() {
            return Ok(of(name));
        }
        let items = space.items();
        Ok(match items.first().and_then(Object::name) {
            Some(b"ICCBased") => {
                let profile = items.get(1).cloned().unwrap_or(Object::Null);
                let mut profile = self.file.resolve(profile)?.dict().unwrap_or_default();
                match self.file.take(&mut profile, "N")?.int() {
                    Some(1) => Some(Colors::Gray),
                    Some(3) => Some(Colors::Rgb),
                    Some(4) => Some(Colors::Cmyk),
                    _ => None,
                }
            }
            Some(b"Indexed" | b"I") => {
                let base = items.get(1).cloned().unwrap_or(Object::Null);
                let base = self.file.resolve(base)?;
                let table = items.get(3).cloned().unwrap_or(Object::Null);
                let table = match self.file.resolve(table)? {
                    Object::Text(bytes) => bytes.into_owned(),
                    Object::Stream(dict, at) => match self.file.content(dict, at)? {
                        Some(bytes) => bytes,
                        None => return Ok(None),
                    },
                    _ => return Ok(None),
                };
                match base.name().and_then(of) {
                    Some(Colors::Gray) => {
                        Some(Colors::Indexed(table.iter().map(|light| [*light; 3]).collect()))
                    }
                    Some(Colors::Rgb) => {
                        let colors = table.as_chunks::<3>().0;
                        Some(Colors::Indexed(colors.to_vec()))
                    }
                    _ => None,
                }
            }
            Some(name) => of(name),
            None => None,
        })
    }

    /// The parts that JBIG2 pictures share (ISO 32000-1, table 12).
    fn globals(&self, dict: &mut Dict<'_>) -> Result<Option<Vec<u8>>, Fault> {
        let parameters = dict.take("DecodeParms").map(|it| self.file.resolve(it)).transpose()?;
        let parameters = match parameters {
            Some(Object::Array(mut all)) => {
                all.pop().map(|last| self.file.resolve(last)).transpose()?
            }
            one => one,
        };
        let Some(mut parameters) = parameters.and_then(Object::dict) else { return Ok(None) };
        match self.file.take(&mut parameters, "JBIG2Globals")? {
            Object::Stream(dict, at) => self.file.content(dict, at),
            _ => Ok(None),
        }
    }
}

/// The fault of a page that is stored in a way that is not read.
pub(super) fn unknown() -> Fault {
    let message = "the picture of this page is stored in a way that is not read";
    Fault::new(RefusalCode::Unreadable, message, SAVE_AS)
}

/// What to do about a page that is not stored as scanners store pages.
const SAVE_AS: &str = "save the scan as TIFF, PNG or JPEG, and collect that";

/// Why the picture of a page cannot be decoded.
#[must_use]
pub fn fault_of(fault: &DecodeFault) -> Fault {
    match fault {
        DecodeFault::TooLarge(width, height) => {
            let message = format!("the picture of this page has {width} × {height} pixels");
            let help = "scan it at 150 to 600 dots per inch, and each page by itself";
            Fault::new(RefusalCode::TooLarge, message, help)
        }
        DecodeFault::Damaged(why) => {
            let message = format!("the picture of this page is damaged: {why}");
            Fault::new(RefusalCode::Damaged, message, "scan it again")
        }
    }
}

/// How a fax is coded (ISO 32000-1, table 11).
fn fax_coding(parameters: Option<&Dict<'_>>, width: usize, height: usize) -> FaxCoding {
    let get = |key: &str| parameters.and_then(|dict| dict.get(key));
    let size = |key: &str| get(key).and_then(Object::size);
    let is = |key: &str, otherwise: bool| match get(key) {
        Some(Object::Bool(it)) => *it,
        _ => otherwise,
    };
    FaxCoding {
        k: get("K").and_then(Object::int).unwrap_or(0),
        width: size("Columns").unwrap_or(if parameters.is_some() { 1728 } else { width }),
        height: size("Rows").filter(|rows| *rows > 0).unwrap_or(height),
        has_line_ends: is("EndOfLine", false),
        is_aligned: is("EncodedByteAlign", false),
        has_end: is("EndOfBlock", true),
        is_black_one: is("BlackIs1", false),
    }
}
