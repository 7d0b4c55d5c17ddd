use rustc_hash::FxHashSet;

use super::fault::damaged;
use super::limit::{self, Limit, too_large};
use super::pdf::{Dict, Id, Object, PdfFile, PictureData};
use crate::collect::{Fault, RefusalCode};
use crate::scan::Gray;
use crate::scan::decode::{
    Colors, DecodeFault, FaxCoding, MAX_PIXELS, Samples, fax, jbig2, jpeg, jpeg2000,
};

/// How deep pictures can be in what is drawn as one (ISO 32000-1, 8.10).
const DRAWN_DEPTH: usize = 3;
/// The most samples of a picture, in bytes: three of each pixel.
const SAMPLES: usize = MAX_PIXELS * 3;
/// A picture with fewer pixels is no page, but a logo or a stamp: a page in 72 dots per inch has ten times as many.
const LEAST_PIXELS: usize = 50_000;

/// Takes the pages of a PDF, each as what decodes its picture.
pub type PictureVisitor<'v> = &'v mut dyn FnMut(&mut dyn FnMut() -> Result<Gray, Fault>);

/// Hands over the pages of a PDF that was made from scans, each as what decodes its picture.
///
/// # Errors
///
/// If the file cannot be read, or none of its pages is a picture.
pub fn page_pictures(bytes: &[u8], page: PictureVisitor<'_>) -> Result<(), Fault> {
    let file = PdfFile::open(bytes)?;
    let mut catalog = file.catalog()?;
    let root = catalog.take("Pages").ok_or_else(|| damaged("it has no pages"))?;
    let (mut seen, mut next) = (FxHashSet::default(), vec![(root, 0, Vec::new())]);
    let mut drawn = Drawn { file: &file, decoded: FxHashSet::default() };
    while let Some((node, depth, above)) = next.pop() {
        if let Object::Ref(id) = node
            && !seen.insert(id)
        {
            return Err(damaged("its pages lead in a circle"));
        }
        let Some(mut dict) = file.resolve(node)?.dict() else { continue };
        let own = file.take(&mut dict, "Resources")?.dict();
        let pictures = match own {
            Some(resources) => drawn.images(resources, 0)?,
            None => above,
        };
        let Some(kids) = file.take(&mut dict, "Kids")?.array() else {
            page(&mut || drawn.page(pictures.clone()));
            continue;
        };
        if depth > limit::TREE_DEPTH {
            return Err(too_large("its pages are nested too deep"));
        }
        file.budget.spend(Limit::Nodes, kids.len())?;
        next.extend(kids.into_iter().rev().map(|kid| (kid, depth + 1, pictures.clone())));
    }
    Ok(())
}

/// The pictures that pages draw.
struct Drawn<'f, 'a> {
    file: &'f PdfFile<'a>,
    /// Those that were decoded. No two scans are the same picture, and decoding one again and again would take forever.
    decoded: FxHashSet<Id>,
}

/// A picture of a page, and how many pixels it says that it has.
#[derive(Clone, Copy)]
struct Image {
    id: Id,
    pixels: usize,
}

impl Drawn<'_, '_> {
    /// The pictures in the resources of a page.
    fn images(&self, mut resources: Dict<'_>, depth: usize) -> Result<Vec<Image>, Fault> {
        let mut images = Vec::new();
        let objects = resources.take("XObject").map(|it| self.file.resolve(it)).transpose()?;
        let Some(objects) = objects.and_then(Object::dict) else { return Ok(images) };
        let names: Vec<Vec<u8>> = objects.keys().map(<[u8]>::to_vec).collect();
        self.file.budget.spend(Limit::Nodes, names.len())?;
        for name in names {
            let Some(Object::Ref(id)) = objects.of(&name) else { continue };
            let Object::Stream(mut dict, _) = self.file.get(*id)? else { continue };
            if dict.get("Subtype").is_some_and(|kind| kind.is_name("Image")) {
                let mut side = |key: &str| {
                    self.file.take(&mut dict, key).map(|side| side.size().unwrap_or_default())
                };
                let pixels = side("Width")?.saturating_mul(side("Height")?);
                images.push(Image { id: *id, pixels });
            } else if depth < DRAWN_DEPTH
                && let Some(below) = self.file.take(&mut dict, "Resources")?.dict()
            {
                images.extend(self.images(below, depth + 1)?);
            }
        }
        Ok(images)
    }

    /// The picture that a page is.
    fn page(&mut self, mut images: Vec<Image>) -> Result<Gray, Fault> {
        images.retain(|image| image.pixels >= LEAST_PIXELS);
        images.sort_by_key(|image| std::cmp::Reverse(image.pixels));
        let Some(largest) = images.first() else {
            let help = "scan the page, or collect the form itself";
            let message = "this page is no picture of a page, and has no fields";
            return Err(Fault::new(RefusalCode::NoFormFields, message, help));
        };
        let all: usize = images.iter().map(|image| image.pixels).sum();
        if largest.pixels.saturating_mul(2) <= all {
            let message = "this page is put together from several pictures";
            return Err(Fault::new(RefusalCode::Unreadable, message, SAVE_AS));
        }
        if !self.decoded.insert(largest.id) {
            let message = "this page is the very picture that another page is";
            let help = "scan each page once";
            return Err(Fault::new(RefusalCode::Duplicate, message, help));
        }
        self.decode(largest.id)
    }

    fn decode(&self, id: Id) -> Result<Gray, Fault> {
        let unknown = || {
            let message = "the picture of this page is stored in a way that is not read";
            Fault::new(RefusalCode::Unreadable, message, SAVE_AS)
        };
        let Object::Stream(dict, at) = self.file.get(id)? else { return Err(unknown()) };
        let colors = self.colors(dict.get("ColorSpace"))?;
        let mut parts = dict.clone();
        let globals = self.globals(&mut parts)?;
        let dict = self.file.resolved(dict)?;
        let PictureData { data, filter } =
            self.file.picture(&dict, at, SAMPLES)?.ok_or_else(unknown)?;
        let number = |key: &str| dict.get(key).and_then(Object::size);
        let (width, height) = (number("Width").unwrap_or(0), number("Height").unwrap_or(0));
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
