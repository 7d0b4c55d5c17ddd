//! Looks at every element and attribute of an SVG file before anything is drawn: what is not known to be drawn as it is meant is a
//! fault with its place.

use std::ops::Range;

use usvg::roxmltree::{Attribute, Document, Node, NodeType};

use super::css::{self, ClipRule, CssFault};
use super::fault::{SIMPLIFY, SvgFault, fault, head};

/// Deeper nesting than a drawing program writes.
const MAX_DEPTH: usize = 48;
/// The most style sheets.
const MAX_SHEETS: usize = 4;

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
pub(super) const XLINK: &str = "http://www.w3.org/1999/xlink";

const OUTLINES: &str = "convert text to paths in your drawing program, and save the file again";
const SOLID: &str = "use solid colors, or a PNG image";
const PLAIN: &str = "export the drawing as plain SVG, or use a PNG image";

/// Elements that are drawn.
pub(super) const DRAWN: [&str; 13] = [
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "clipPath",
];
/// Elements that nobody draws.
const NOTES: [&str; 3] = ["title", "desc", "metadata"];
/// Elements that only take effect where something refers to them. That reference is the fault.
const REFERENCED: [&str; 6] =
    ["linearGradient", "radialGradient", "pattern", "filter", "mask", "marker"];

/// Whether an element, and what is in it, is looked at: notes are not drawn, and what only a reference could draw is refused there.
pub(super) fn is_screened(node: Node<'_, '_>) -> bool {
    let name = node.tag_name().name();
    node.tag_name().namespace() == Some(SVG)
        && !NOTES.contains(&name)
        && !REFERENCED.contains(&name)
}

/// Looks at a whole file, and returns the rules of its style sheets that clip.
pub(super) fn screen(document: &Document<'_>) -> Result<Vec<ClipRule>, SvgFault> {
    let root = document.root_element();
    if root.tag_name().namespace() != Some(SVG) || root.tag_name().name() != "svg" {
        let message = "the file is XML, but not SVG";
        return fault(head(root), message, "export the drawing as SVG");
    }
    if !has_size(root) {
        let help = "add an attribute such as `viewBox=\"0 0 200 60\"`";
        return fault(head(root), "this drawing has no size", help);
    }
    let is_sheet = |node: &Node<'_, '_>| node.pi().is_some_and(|it| it.target == "xml-stylesheet");
    if let Some(sheet) = document.root().children().find(is_sheet) {
        let message = "this is a reference to another file, and nothing else is read";
        return fault(sheet.range(), message, "put the styles into this file");
    }
    let mut sheets = Vec::new();
    element(root, 0, &mut sheets)?;
    let mut clips = Vec::new();
    for sheet in sheets {
        clips.extend(style(sheet)?);
    }
    Ok(clips)
}

/// Whether a drawing says how large it is: by what it shows, or in a unit of length.
fn has_size(root: Node<'_, '_>) -> bool {
    let Some(shown) = root.attribute("viewBox") else {
        let is_length = |name| root.attribute(name).is_some_and(|it: &str| !it.contains('%'));
        return is_length("width") && is_length("height");
    };
    let numbers = shown.split([' ', ',', '\t', '\n', '\r']).filter(|number| !number.is_empty());
    let numbers: Option<Vec<f32>> = numbers.map(|number| number.parse().ok()).collect();
    matches!(numbers.as_deref(), Some([_, _, width, height]) if *width > 0.0 && *height > 0.0)
}

/// Looks at an element and all that is in it, and gathers the style sheets.
fn element<'d, 'i>(
    node: Node<'d, 'i>,
    depth: usize,
    sheets: &mut Vec<Node<'d, 'i>>,
) -> Result<(), SvgFault> {
    let name = node.tag_name().name();
    // Notes of drawing programs are of other namespaces.
    if !is_screened(node) {
        return Ok(());
    }
    if depth > MAX_DEPTH {
        let message = format!("elements are nested more than {MAX_DEPTH} levels deep");
        return fault(head(node), message, SIMPLIFY);
    }
    for attribute in node.attributes() {
        self::attribute(node, attribute)?;
    }
    if name == "style" {
        sheets.push(node);
        if sheets.len() > MAX_SHEETS {
            let message = format!("the drawing has more than {MAX_SHEETS} style sheets");
            return fault(head(node), message, SIMPLIFY);
        }
        return Ok(());
    }
    if !DRAWN.contains(&name) {
        let (what, help) = refused(name);
        return fault(head(node), format!("`<{name}>` cannot be drawn: {what}"), help);
    }
    node.children().filter(Node::is_element).try_for_each(|child| element(child, depth + 1, sheets))
}

/// Why an element is not drawn, and what to do.
fn refused(name: &str) -> (&'static str, &'static str) {
    match name {
        "text" | "tspan" | "textPath" | "tref" => {
            ("text requires a font that is not in the file", OUTLINES)
        }
        "image" | "feImage" => (
            "embedded images are not supported",
            "use the PNG image itself as the logo, or trace it to paths",
        ),
        "script" => ("scripts are not run", "remove it"),
        "foreignObject" => ("it is not SVG", "remove it"),
        "a" => ("it is a link", "remove it, and keep what is inside"),
        "animate" | "animateMotion" | "animateTransform" | "set" => {
            ("animations cannot be printed", "remove it")
        }
        "switch" => ("it selects one of several drawings", "keep only the one to print"),
        _ => ("only paths and basic shapes can be", PLAIN),
    }
}

fn attribute(node: Node<'_, '_>, attribute: Attribute<'_, '_>) -> Result<(), SvgFault> {
    let (name, value) = (attribute.name(), attribute.value());
    let at = attribute.range();
    if name == "href" && matches!(attribute.namespace(), None | Some(XLINK)) {
        if !value.trim_start().starts_with('#') {
            let message = "this is a reference to another file, and nothing else is read";
            return fault(at, message, "put what it refers to into this file");
        }
        return Ok(());
    }
    if attribute.namespace().is_some() {
        return Ok(());
    }
    if name.starts_with("on") {
        let message = format!("`{name}` is a script, and scripts are not run");
        return fault(at, message, "remove it");
    }
    if ["systemLanguage", "requiredFeatures", "requiredExtensions"].contains(&name) {
        let message = format!("`{name}` shows this to some viewers only");
        return fault(at, message, "remove it, and what is not to be printed");
    }
    if name == "style" {
        let value_at = attribute.range_value();
        return css::screen_declarations(value)
            .map_err(|found| css_fault(found, value, value_at, node));
    }
    match css::fault_of(name, value) {
        Some(why) => fault(at, why, help_for(name)),
        None => Ok(()),
    }
}

fn help_for(property: &str) -> &'static str {
    match property {
        "fill" | "stroke" | "color" => SOLID,
        _ => PLAIN,
    }
}

/// Looks at a style sheet, and returns its rules that clip.
fn style(node: Node<'_, '_>) -> Result<Vec<ClipRule>, SvgFault> {
    let texts = node.children().filter(|child| child.node_type() == NodeType::Text);
    let mut clips = Vec::new();
    for text in texts {
        let css = text.text().unwrap_or_default();
        let screened = css::screen_sheet(css);
        clips.extend(screened.map_err(|found| css_fault(found, css, text.range(), node))?);
    }
    Ok(clips)
}

/// The fault in a piece of CSS, at its place where the file has it as it is read.
fn css_fault((range, why): CssFault, css: &str, at: Range<usize>, node: Node<'_, '_>) -> SvgFault {
    let written = node.document().input_text().get(at.clone());
    let is_verbatim = written.is_some_and(|written| written == css);
    let exact = at.start + range.start..at.start + range.end;
    SvgFault { range: if is_verbatim { exact } else { at }, message: why, help: PLAIN }
}
