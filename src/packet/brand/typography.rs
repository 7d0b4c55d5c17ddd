use std::collections::BTreeMap;

use super::fields::{Fields, fault};
use super::model::BrandFont;
use crate::base::source::Spanned;
use crate::base::yaml::{Node, Value};

/// Where brand.yml says that fonts come from. Only files are read from where they are said to be; any other family must be installed.
const SOURCES: [&str; 4] = ["file", "system", "google", "bunny"];

/// The kinds of text of brand.yml that have no font of their own on printed pages.
const OTHER: [&str; 4] = ["monospace", "monospace-inline", "monospace-block", "link"];

/// The fonts of files by their families, in lower case.
type Files = BTreeMap<String, Vec<Spanned<String>>>;

/// The fonts of running text and of headings.
pub(super) fn read(mut fields: Fields<'_>) -> (Option<BrandFont>, Option<BrandFont>) {
    let mut files = Files::new();
    if let Some(list) = fields.take("fonts") {
        for node in fields.items(list, "fonts") {
            let font = fields.inner(node, "font").and_then(font);
            if let Some((family, paths)) = font {
                files.entry(family.to_lowercase()).or_default().extend(paths);
            }
        }
    }
    let base = fields.take("base");
    let base = base.and_then(|node| family(node, "base", &mut fields));
    let headings = fields.take("headings");
    let headings = headings.and_then(|node| family(node, "headings", &mut fields));
    fields.accept(&OTHER);
    fields.close();
    let font = |family: Spanned<String>| match files.get(&family.value.to_lowercase()) {
        Some(paths) => BrandFont::Files(paths.clone()),
        None if is_path(&family.value) => BrandFont::Files(vec![family]),
        None => BrandFont::Installed(family),
    };
    (base.map(font), headings.map(font))
}

/// A family, and its files; `None` for a family that must be installed.
fn font(mut font: Fields<'_>) -> Option<(String, Vec<Spanned<String>>)> {
    font.accept(&["weight", "style", "display"]);
    let family = font.need_text("family");
    let source = font.text("source");
    let list = font.take("files");
    let is_file = source.as_ref().map_or(list.is_some(), |source| source.value == "file");
    if let Some(source) = source.filter(|source| !SOURCES.contains(&source.value.as_str())) {
        let message = format!("unknown source of fonts `{}`", source.value);
        let found = fault(message, source.span).suggest_instead(&source.value, SOURCES);
        font.push(found.help("expected one of: `file`, `system`, `google`, `bunny`"));
    }
    let mut paths = Vec::new();
    match list {
        Some(list) if is_file => {
            for node in font.some_items(list, "files") {
                paths.extend(file(node, &mut font));
            }
        }
        None if is_file => {
            let span = font.span();
            font.push(fault("this font has no files", span).help("add a line `files: [font.ttf]`"));
        }
        _ => {}
    }
    font.close();
    is_file.then_some((family?.value, paths)).filter(|(_, paths)| !paths.is_empty())
}

/// The path of a font file. Which weight and style it has is read from the file itself.
fn file(node: Node, font: &mut Fields<'_>) -> Option<Spanned<String>> {
    if !matches!(node.value, Value::Mapping(_)) {
        return font.text_of(node, "files");
    }
    let mut file = font.inner(node, "font file")?;
    file.accept(&["weight", "style"]);
    let path = file.need_text("path");
    file.close();
    path
}

/// The family of a kind of text.
fn family(node: Node, key: &'static str, fields: &mut Fields<'_>) -> Option<Spanned<String>> {
    if !matches!(node.value, Value::Mapping(_)) {
        return fields.text_of(node, key);
    }
    let mut options = fields.inner(node, key)?;
    options.accept(&["size", "weight", "style", "color", "line-height"]);
    let family = options.text("family");
    options.close();
    family
}

/// Whether a text names a font file, and not a family.
fn is_path(text: &str) -> bool {
    let text = text.to_lowercase();
    [".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"].iter().any(|ending| text.ends_with(ending))
}
