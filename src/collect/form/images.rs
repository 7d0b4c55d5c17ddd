use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::composite::{self, Drawing};
use super::fault::damaged;
use super::limit::{self, Limit, too_large};
use super::pdf::{Dict, Id, Object, PdfFile};
use super::pictures::{Pictures, unknown};
use crate::collect::{Fault, RefusalCode};
use crate::scan::Gray;

/// How deep pictures can be in what is drawn as one (ISO 32000-1, 8.10).
const DRAWN_DEPTH: usize = 3;
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
    let (mut seen, mut next) = (FxHashSet::default(), vec![(root, 0, Above::default())]);
    let mut pictures = Pictures::new(&file);
    while let Some((node, depth, mut above)) = next.pop() {
        if let Object::Ref(id) = node
            && !seen.insert(id)
        {
            return Err(damaged("its pages lead in a circle"));
        }
        let Some(mut dict) = file.resolve(node)?.dict() else { continue };
        if let Some(resources) = file.take(&mut dict, "Resources")?.dict() {
            above.pictures = listed(&pictures, resources.clone(), 0)?.into();
            above.resources = Rc::new(resources);
        }
        let edges = file.take(&mut dict, "MediaBox")?;
        let edges: Option<Vec<f64>> = edges.items().iter().map(Object::number).collect();
        above.edges = edges.and_then(|all| sorted(&all)).or(above.edges);
        let Some(kids) = file.take(&mut dict, "Kids")?.array() else {
            let contents = match dict.take("Contents") {
                Some(Object::Ref(id)) => match file.get(id)? {
                    Object::Array(all) => all,
                    _ => vec![Object::Ref(id)],
                },
                Some(Object::Array(all)) => all,
                _ => Vec::new(),
            };
            file.budget.spend(Limit::Nodes, contents.len())?;
            page(&mut || whole(&mut pictures, &above, &contents));
            continue;
        };
        if depth > limit::TREE_DEPTH {
            return Err(too_large("its pages are nested too deep"));
        }
        file.budget.spend(Limit::Nodes, kids.len())?;
        next.extend(kids.into_iter().rev().map(|kid| (kid, depth + 1, above.clone())));
    }
    Ok(())
}

/// What pages have from what is above them (ISO 32000-1, 7.7.3.4).
#[derive(Clone, Default)]
struct Above<'f> {
    /// The pictures in their resources.
    pictures: Rc<[Image]>,
    resources: Rc<Dict<'f>>,
    /// Their left, lower, right, and upper edge, in points.
    edges: Option<[f64; 4]>,
}

/// A picture of a page, and how many pixels it says that it has.
#[derive(Clone, Copy)]
struct Image {
    id: Id,
    pixels: usize,
    /// Whether it is only where paint goes.
    is_stencil: bool,
}

/// The pictures in the resources of a page.
fn listed(
    pictures: &Pictures<'_, '_>,
    mut resources: Dict<'_>,
    depth: usize,
) -> Result<Vec<Image>, Fault> {
    let mut images = Vec::new();
    let objects = resources.take("XObject").map(|it| pictures.file.resolve(it)).transpose()?;
    let Some(objects) = objects.and_then(Object::dict) else { return Ok(images) };
    let names: Vec<Vec<u8>> = objects.keys().map(<[u8]>::to_vec).collect();
    pictures.file.budget.spend(Limit::Nodes, names.len())?;
    for name in names {
        let Some(Object::Ref(id)) = objects.of(&name) else { continue };
        let Object::Stream(mut dict, _) = pictures.file.get(*id)? else { continue };
        if dict.get("Subtype").is_some_and(|kind| kind.is_name("Image")) {
            let (width, height) = pictures.sides(&dict)?;
            let pixels = width.saturating_mul(height);
            let is_stencil = pictures.is_stencil(&mut dict)?;
            images.push(Image { id: *id, pixels, is_stencil });
        } else if depth < DRAWN_DEPTH
            && let Some(below) = pictures.file.take(&mut dict, "Resources")?.dict()
        {
            images.extend(listed(pictures, below, depth + 1)?);
        }
    }
    Ok(images)
}

/// The picture that a page is, or what its pictures are together.
fn whole(
    pictures: &mut Pictures<'_, '_>,
    above: &Above<'_>,
    contents: &[Object<'_>],
) -> Result<Gray, Fault> {
    let all = above.pictures.iter().map(|image| image.pixels).fold(0, usize::saturating_add);
    let is_most = |image: &&Image| image.pixels > all / 2;
    match above.pictures.iter().find(is_most) {
        _ if all < LEAST_PIXELS => {
            let help = "scan the page, or collect the form itself";
            let message = "this page is no picture of a page, and has no fields";
            Err(Fault::new(RefusalCode::NoFormFields, message, help))
        }
        // The others are logos and stamps.
        Some(image) if !image.is_stencil => pictures.decode(image.id),
        _ => {
            let ids = contents.iter().filter_map(|part| match part {
                Object::Ref(id) => Some(*id),
                _ => None,
            });
            let edges = above.edges.ok_or_else(unknown)?;
            let drawing = Drawing { contents: ids.collect(), resources: &above.resources, edges };
            composite::draw(&drawing, pictures)
        }
    }
}

/// The edges of a box of two opposite corners (ISO 32000-1, 7.9.5): left, lower, right, and upper.
fn sorted(corners: &[f64]) -> Option<[f64; 4]> {
    let [x, y, other_x, other_y] = corners else { return None };
    Some([x.min(*other_x), y.min(*other_y), x.max(*other_x), y.max(*other_y)])
}
