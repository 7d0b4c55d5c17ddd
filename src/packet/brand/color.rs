use std::collections::BTreeMap;

use super::fields::{Fields, fault};
use crate::base::source::Spanned;
use crate::base::text::listed;
use crate::base::unit::Rgb;

/// The least contrast of the accent with white paper: that of normal text in WCAG 2.2, level AA.
pub const LEAST_CONTRAST: f64 = 4.5;

/// The colors that brand.yml names beside `primary`. Any of them can be a color of the palette, and `primary` can be one of them.
const OTHER: [&str; 11] = [
    "foreground",
    "background",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
    "link",
];

const FORMS: &str = "write it as `\"#0B4F6C\"`, in quotes, or as a name from `palette`";

/// Colors by their names.
type Named = BTreeMap<String, Spanned<String>>;

/// The primary color, with which pages are accented.
pub(super) fn accent(mut fields: Fields<'_>) -> Option<Rgb> {
    let mut named = Named::new();
    let palette = fields.section("palette", "palette").map(Fields::into_entries);
    for entry in palette.into_iter().flatten() {
        let key = entry.key.value.clone();
        if let Some(color) =
            fields.light(entry.value, "palette").and_then(|node| fields.text_of(node, &key))
        {
            named.insert(key, color);
        }
    }
    let primary = fields.take("primary");
    let primary = primary.and_then(|node| fields.light(node, "primary"));
    let primary = primary.and_then(|node| fields.text_of(node, "primary"));
    for key in OTHER {
        let node = fields.take(key).and_then(|node| fields.light(node, key));
        if let Some(color) = node.and_then(|node| fields.text_of(node, key)) {
            named.entry(key.to_owned()).or_insert(color);
        }
    }
    let accent = primary.and_then(|primary| resolve(primary, &named, &mut fields));
    fields.close();
    accent
}

/// The color that a text is or names.
fn resolve(primary: Spanned<String>, named: &Named, fields: &mut Fields<'_>) -> Option<Rgb> {
    let mut color = &primary;
    // A name can stand for another name.
    for _ in 0..=named.len() {
        if let Ok(rgb) = color.value.parse::<Rgb>() {
            let contrast = rgb.contrast_with_white();
            if contrast >= LEAST_CONTRAST {
                return Some(rgb);
            }
            let shown = shown(&color.value, &primary.value);
            // Rounded down, so that what is too little never reads as enough.
            let contrast = (contrast * 100.0).floor() / 100.0;
            let message = format!(
                "the contrast of {shown} with white paper is {contrast}:1, and headings need {LEAST_CONTRAST}:1"
            );
            fields.push(fault(message, color.span.clone()).help("use a darker color"));
            return None;
        }
        let Some(next) = named.get(&color.value) else {
            let message = format!("`{}` is not a color", color.value);
            let known = named.keys().map(String::as_str);
            let found = fault(message, color.span.clone());
            let found = found.suggest_instead(&color.value, known.clone()).help(FORMS);
            fields.push(match named.len() {
                0 => found,
                _ => found.help(format!("named colors: {}", listed(known))),
            });
            return None;
        };
        color = next;
    }
    let message = format!("the color `{}` is defined by itself", primary.value);
    fields.push(fault(message, primary.span).help(FORMS));
    None
}

/// A color, with the name under which it is used.
fn shown(color: &str, name: &str) -> String {
    if color == name { format!("`{color}`") } else { format!("`{color}` (`{name}`)") }
}
