use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::pictures::PictureFolder;
use crate::base::hash;
use crate::collect::paper::{Ask, AskKind};
use crate::document::FieldName;

/// The page without what is asked.
const PAGE: &str = include_str!("review.html");

/// What the page is made from.
#[derive(Serialize)]
struct Review<'a> {
    title: &'static str,
    asks: Vec<AskView<'a>>,
}

#[derive(Serialize)]
struct AskView<'a> {
    id: &'a str,
    file: &'a str,
    page: u32,
    packet: &'a str,
    interviewer: Option<u32>,
    document: &'a str,
    label: String,
    heading: Option<&'a str>,
    why: &'a str,
    kind: &'static str,
    options: Vec<OptionView<'a>>,
    crop: Option<String>,
    alt: &'static str,
}

#[derive(Serialize)]
struct OptionView<'a> {
    value: &'a str,
    label: String,
}

/// The page on which what is asked can be answered. It needs no network, and may load nothing.
pub(super) fn page(asks: &[Ask], pictures: &PictureFolder) -> serde_json::Result<Vec<u8>> {
    let asks = asks.iter().map(|ask| view(ask, pictures)).collect();
    let data = serde_json::to_string(&Review { title: "Questions about scanned pages", asks })?;
    // No text in it can end the element that it is in.
    let data = data.replace('<', "\\u003c");
    let [style, script] = ["style", "script"].map(|element| digest(inside(PAGE, element)));
    let policy = format!("style-src 'sha256-{style}'; script-src 'sha256-{script}'");
    Ok(PAGE.replacen("__CSP__", &policy, 1).replacen("__DATA__", &data, 1).into_bytes())
}

/// What is inside of the first element of this name that has no attributes.
fn inside<'p>(page: &'p str, element: &str) -> &'p str {
    let (start, end) = (format!("<{element}>"), format!("</{element}>"));
    let rest = page.split_once(start.as_str()).map_or("", |(_, rest)| rest);
    rest.split_once(end.as_str()).map_or(rest, |(inside, _)| inside)
}

/// The digest by which a policy allows a script or a style (CSP Level 3, 2.3.1).
fn digest(text: &str) -> String {
    STANDARD.encode(hash::sha256(text.as_bytes()))
}

fn view<'a>(ask: &'a Ask, pictures: &PictureFolder) -> AskView<'a> {
    let picture = ask.picture.as_deref().and_then(|picture| pictures.read(picture));
    let (kind, options) = match &ask.kind {
        AskKind::Check => ("check", Vec::new()),
        AskKind::Choice(values) => {
            let option = |value: &'a String| OptionView { value, label: words(value) };
            ("choice", values.iter().map(option).collect())
        }
    };
    AskView {
        id: &ask.id,
        file: &ask.file,
        page: ask.file_page,
        packet: &ask.packet,
        interviewer: ask.part,
        document: &ask.document,
        label: label(&ask.field),
        heading: ask.about.as_deref(),
        why: &ask.why,
        kind,
        options,
        crop: picture.map(|png| format!("data:image/png;base64,{}", STANDARD.encode(png))),
        alt: "The row of boxes, as it was scanned",
    }
}

/// A value or an id in words: `not-assessed` is “Not assessed”.
fn words(id: &str) -> String {
    let spaced = id.replace('-', " ");
    let mut chars = spaced.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// What a field is about, in words.
fn label(field: &str) -> String {
    let Ok(name) = field.parse::<FieldName>() else { return field.to_owned() };
    let (owner, part) = (name.owner().unwrap_or_default(), name.part());
    match (owner, part.split_once('.')) {
        ("scorecard" | "competencies", _) => format!("{}: {}", words(owner), words(part)),
        ("recommendation", _) if part == owner => "Overall recommendation".to_owned(),
        ("", _) => words(part),
        (_, Some(("rubric", line))) => format!("{}: line {line} of the rubric", words(owner)),
        (_, None) if part == "rating" => format!("{}: rating", words(owner)),
        _ => format!("{}: {}", words(owner), words(part)),
    }
}
