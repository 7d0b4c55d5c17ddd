//! The parts of CSS that style logos: rules for classes, ids and elements, and declarations that have an effect on what is drawn.

use std::ops::Range;

use super::value::is_valid;

/// What is wrong with a piece of CSS: where in it, and why.
pub(super) type CssFault = (Range<usize>, String);

/// Properties that are read, or that change nothing without text and images.
const KNOWN: [&str; 34] = [
    "fill",
    "fill-opacity",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-dasharray",
    "stroke-dashoffset",
    "opacity",
    "clip-path",
    "clip-rule",
    "color",
    "display",
    "visibility",
    "overflow",
    "paint-order",
    "isolation",
    "enable-background",
    "shape-rendering",
    "color-rendering",
    "image-rendering",
    "color-interpolation",
    "color-interpolation-filters",
    "stop-color",
    "stop-opacity",
    "letter-spacing",
    "word-spacing",
    "line-height",
    "writing-mode",
    "direction",
    "white-space",
];

/// Properties that begin like this have no effect without text, or are notes of a drawing program.
const IDLE: [&str; 3] = ["font", "text", "-"];

/// Properties with the one value of each that changes nothing.
const EFFECTS: [(&str, &str); 8] = [
    ("filter", "none"),
    ("mask", "none"),
    ("marker", "none"),
    ("marker-start", "none"),
    ("marker-mid", "none"),
    ("marker-end", "none"),
    ("mix-blend-mode", "normal"),
    ("vector-effect", "none"),
];

/// Why a property cannot be drawn with a value, if it cannot.
pub(super) fn fault_of(name: &str, written: &str) -> Option<String> {
    let written = written.trim().trim_end_matches("!important").trim_end();
    let value = written.to_lowercase();
    if let Some((_, idle)) = EFFECTS.iter().find(|(effect, _)| *effect == name) {
        return (value != *idle).then(|| format!("`{name}: {value}` cannot be drawn"));
    }
    if name != "clip-path" && value.contains("url(") {
        return Some(format!("`{name}: {value}` is not a solid color"));
    }
    if name == "clip-path" && value != "none" && !value.starts_with("url(#") {
        return Some(format!("`{name}: {value}` is not a clip path of this file"));
    }
    let is_computed = ["var(", "calc(", "env(", "attr(", "image(", "context-"];
    if is_computed.iter().any(|function| value.contains(function)) {
        return Some(format!("`{name}: {value}` is not a plain value"));
    }
    (!is_valid(name, written)).then(|| {
        let shown = &written[..written.floor_char_boundary(MAX_SHOWN)];
        format!("`{name}` cannot be read: `{shown}`")
    })
}

/// A rule of a style sheet that clips: the class that it is for, and the id of the clip path.
pub(super) type ClipRule = (String, String);

/// The most rules of a style sheet.
const MAX_RULES: usize = 500;

/// Looks at a style sheet. Only rules for single elements, classes and ids are read: nothing in them takes long to match. Returns the
/// rules that clip.
pub(super) fn screen_sheet(css: &str) -> Result<Vec<ClipRule>, CssFault> {
    let (mut at, mut clips) = (0, Vec::new());
    for _ in 0..MAX_RULES {
        at +=
            idle_length(&css[at..]).map_err(|start| (at + start..css.len(), NO_END.to_owned()))?;
        let rest = &css[at..];
        if rest.is_empty() {
            return Ok(clips);
        }
        let (Some(open), Some(close)) = (rest.find('{'), rest.find('}')) else {
            return Err((
                at..css.len(),
                "this style rule has no declarations in braces".to_owned(),
            ));
        };
        let selectors = rest.get(..open.min(close)).unwrap_or_default();
        let refused = |why: &str| {
            let what = selectors.trim();
            let what = &what[..what.floor_char_boundary(MAX_SHOWN)];
            Err((at..at + selectors.len().max(1), format!("the style rule `{what}` {why}")))
        };
        if close < open || !selectors.split(',').all(is_plain) {
            return refused("is not for a class, an id or an element");
        }
        let (start, declarations) = (at + open + 1, &rest[open + 1..close]);
        screen_declarations(declarations)
            .map_err(|(range, why)| (start + range.start..start + range.end, why))?;
        if let Some(id) = clip_path(declarations) {
            for selector in selectors.split(',') {
                match selector.trim().strip_prefix('.') {
                    Some(class) => clips.push((class.to_owned(), id.to_owned())),
                    None => return refused("sets `clip-path`, but is not for a class"),
                }
            }
        }
        at += close + 1;
    }
    Err((at..css.len(), format!("this style sheet has more than {MAX_RULES} rules")))
}

/// The id of the clip path that declarations name; empty if it is not in the form `url(#id)`.
pub(super) fn clip_path(declarations: &str) -> Option<&str> {
    let declarations = declarations.split(';').filter_map(|it| it.split_once(':'));
    let mut clips = declarations.filter(|(name, _)| name.trim().eq_ignore_ascii_case("clip-path"));
    clips.next_back().and_then(|(_, value)| reference(value))
}

/// The id that a value refers to, if it is a reference; empty if it is one to something else.
pub(super) fn reference(value: &str) -> Option<&str> {
    let value = value.trim().strip_prefix("url(")?;
    let id = value.split(')').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
    Some(id.strip_prefix('#').unwrap_or_default())
}

const NO_END: &str = "this comment has no end";

/// A longer piece of CSS is not repeated in a message.
const MAX_SHOWN: usize = 60;

/// Whether a selector is a class, an id or the name of an element.
fn is_plain(selector: &str) -> bool {
    let selector = selector.trim();
    let name = selector.strip_prefix(['.', '#']).unwrap_or(selector);
    let is_name = |char: char| char.is_alphanumeric() || matches!(char, '-' | '_');
    selector == "*" || (!name.is_empty() && name.chars().all(is_name))
}

/// How many bytes of white space and comments a style sheet begins with, or where a comment begins that has no end.
fn idle_length(css: &str) -> Result<usize, usize> {
    let mut at = 0;
    loop {
        let rest = &css[at..];
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        if trimmed.starts_with("/*") {
            at += trimmed.find("*/").ok_or(at)? + 2;
        } else if let Some(mark) = ["<!--", "-->"].iter().find(|mark| trimmed.starts_with(*mark)) {
            at += mark.len();
        } else {
            return Ok(at);
        }
    }
}

/// Looks at declarations, as they are in a `style` attribute or in a rule.
pub(super) fn screen_declarations(css: &str) -> Result<(), CssFault> {
    let mut at = 0;
    for declaration in css.split(';') {
        let range = at..at + declaration.len();
        at = range.end + 1;
        let declaration = declaration.trim();
        if declaration.is_empty() {
            continue;
        }
        let Some((name, value)) = declaration.split_once(':') else {
            let what = &declaration[..declaration.floor_char_boundary(MAX_SHOWN)];
            return Err((range, format!("`{what}` is not a style declaration")));
        };
        let name = name.trim();
        if name.chars().any(char::is_uppercase) {
            return Err((range, format!("the style property `{name}` is not in lower case")));
        }
        if let Some(why) = fault_of(name, value) {
            return Err((range, why));
        }
        let is_known = KNOWN.contains(&name)
            || EFFECTS.iter().any(|(effect, _)| *effect == name)
            || IDLE.iter().any(|idle| name.starts_with(idle));
        if !is_known {
            let name = &name[..name.floor_char_boundary(MAX_SHOWN)];
            return Err((range, format!("the style property `{name}` cannot be drawn")));
        }
    }
    Ok(())
}
