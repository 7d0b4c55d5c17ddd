use std::collections::BTreeMap;

use super::fields::{Fields, fault};
use super::model::BrandLogo;
use crate::base::source::Spanned;
use crate::base::yaml::{Node, Value};

/// An image: its path, and what it shows.
#[derive(Clone)]
struct Image {
    path: Spanned<String>,
    alt: Option<String>,
}

/// The sizes of logos, in the order in which one is looked for: a page has room for a medium one.
const SIZES: [&str; 3] = ["medium", "large", "small"];

/// Reads a logo. `name` is that of the company, which a logo without a text of its own shows.
pub(super) fn read(node: Node, name: Option<&str>, fields: &mut Fields<'_>) -> Option<BrandLogo> {
    let image = match &node.value {
        Value::Mapping(entries) if !entries.iter().any(|entry| entry.key.value == "path") => {
            sized(fields.inner(node, "logo")?)?
        }
        _ => image(node, "logo", fields)?,
    };
    if image.path.value.contains("://") {
        let message = format!("`{}` is a web address, and nothing is downloaded", image.path.value);
        let help = "download the image, and write its path";
        fields.push(fault(message, image.path.span).help(help));
        return None;
    }
    let Some(alt) = image.alt.or_else(|| name.map(str::to_owned)) else {
        let help = "write `logo: { path: …, alt: … }`, or add `meta: { name: … }`";
        let message = "the logo has no alternative text for screen readers";
        fields.push(fault(message, image.path.span).help(help));
        return None;
    };
    Some(BrandLogo { path: image.path, alt })
}

/// One of several logos.
fn sized(mut fields: Fields<'_>) -> Option<Image> {
    let mut named: BTreeMap<String, Image> = BTreeMap::new();
    let images = fields.section("images", "list of images").map(Fields::into_entries);
    for entry in images.into_iter().flatten() {
        let key = entry.key.value;
        let node = fields.light(entry.value, "images");
        if let Some(image) = node.and_then(|node| image(node, &key, &mut fields)) {
            named.insert(key, image);
        }
    }
    let mut chosen = None;
    for size in SIZES {
        let node = fields.take(size).and_then(|node| fields.light(node, size));
        let image = node.and_then(|node| image(node, size, &mut fields));
        chosen = chosen.or(image);
    }
    if chosen.is_none() && named.len() != 1 {
        let help = "add a line such as `medium: …` with a name from `images`, or a path";
        let span = fields.span();
        fields.push(fault("`logo` does not say which image to use", span).help(help));
    }
    fields.close();
    match chosen {
        // A name of `images`, or a path.
        Some(Image { path, alt }) => match named.remove(&path.value) {
            Some(image) => Some(Image { alt: alt.or(image.alt), ..image }),
            None => Some(Image { path, alt }),
        },
        None => named.into_values().next(),
    }
}

fn image(node: Node, key: &str, fields: &mut Fields<'_>) -> Option<Image> {
    match node.value {
        Value::Scalar(_) => Some(Image { path: fields.text_of(node, key)?, alt: None }),
        Value::Mapping(_) => {
            let mut image = fields.inner(node, "image")?;
            let (path, alt) = (image.need_text("path"), image.text("alt"));
            image.close();
            Some(Image { path: path?, alt: alt.map(|alt| alt.value) })
        }
        _ => {
            fields.wrong_type(key, "a path, or a mapping with `path` and `alt`", &node);
            None
        }
    }
}
