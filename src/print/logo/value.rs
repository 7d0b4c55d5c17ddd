//! Whether the values of attributes and style properties can be read. usvg takes a default in place of one that cannot.

use std::str::FromStr;

use svgtypes::{
    Color, Length, LengthListParser, Number, NumberListParser, Paint, SimplePathSegment,
    SimplifyingPathParser, Transform,
};

/// What kind of value a name has.
#[derive(Clone, Copy)]
enum Kind {
    Paint,
    Color,
    /// From 0 to 1, or in percent.
    Share,
    Length,
    /// A length that is not negative, or `auto`.
    Extent,
    /// Lengths that are not negative, or `none`.
    Dashes,
    /// A number that is at least 1.
    Limit,
    Words(&'static [&'static str]),
    Transform,
    Path,
    Points,
}

/// The largest number of a drawing. Larger ones lose their digits, and then their shapes.
const MOST: f64 = 1e7;

fn kind_of(name: &str) -> Option<Kind> {
    Some(match name {
        "fill" | "stroke" => Kind::Paint,
        "color" | "stop-color" => Kind::Color,
        "opacity" | "fill-opacity" | "stroke-opacity" => Kind::Share,
        "stroke-width" | "width" | "height" | "r" | "rx" | "ry" => Kind::Extent,
        "stroke-dashoffset" | "x" | "y" | "cx" | "cy" | "x1" | "y1" | "x2" | "y2" => Kind::Length,
        "stroke-dasharray" => Kind::Dashes,
        "stroke-miterlimit" => Kind::Limit,
        "fill-rule" | "clip-rule" => Kind::Words(&["nonzero", "evenodd"]),
        "stroke-linecap" => Kind::Words(&["butt", "round", "square"]),
        "stroke-linejoin" => Kind::Words(&["miter", "miter-clip", "round", "bevel", "arcs"]),
        "visibility" => Kind::Words(&["visible", "hidden", "collapse"]),
        "transform" => Kind::Transform,
        "d" => Kind::Path,
        "points" => Kind::Points,
        _ => return None,
    })
}

/// Whether a value can be read as what an attribute or a style property of this name takes. What is not known is not looked at.
pub(super) fn is_valid(name: &str, value: &str) -> bool {
    let Some(kind) = kind_of(name) else { return true };
    let value = value.trim();
    match kind {
        Kind::Transform => {
            let Ok(Transform { a, b, c, d, e, f }) = Transform::from_str(value) else {
                return value == "none";
            };
            [a, b, c, d, e, f].into_iter().all(is_moderate)
        }
        Kind::Path => {
            SimplifyingPathParser::from(value).all(|it| it.is_ok_and(is_segment_moderate))
        }
        Kind::Points => {
            let numbers: Result<Vec<f64>, _> = NumberListParser::from(value).collect();
            numbers.is_ok_and(|all| all.len() % 2 == 0 && all.into_iter().all(is_moderate))
        }
        _ if value == "inherit" => true,
        Kind::Paint => value == "transparent" || Paint::from_str(value).is_ok(),
        Kind::Color => value == "currentColor" || Color::from_str(value).is_ok(),
        Kind::Share => {
            let share = match value.strip_suffix('%') {
                Some(percent) => Number::from_str(percent).map(|it| it.0 / 100.0),
                None => Number::from_str(value).map(|it| it.0),
            };
            share.is_ok_and(is_moderate)
        }
        Kind::Length => length(value).is_some(),
        Kind::Extent => value == "auto" || length(value).is_some_and(|it| it >= 0.0),
        Kind::Dashes => {
            let lengths = || LengthListParser::from(value);
            value == "none" || lengths().all(|it| it.is_ok_and(|it| it.number >= 0.0))
        }
        Kind::Limit => Number::from_str(value).is_ok_and(|it| (1.0..MOST).contains(&it.0)),
        Kind::Words(words) => words.contains(&value),
    }
}

fn length(value: &str) -> Option<f64> {
    Length::from_str(value).ok().map(|it| it.number).filter(|it| is_moderate(*it))
}

fn is_segment_moderate(segment: SimplePathSegment) -> bool {
    let numbers = match segment {
        SimplePathSegment::MoveTo { x, y } | SimplePathSegment::LineTo { x, y } => {
            [x, y, x, y, x, y]
        }
        SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => [x1, y1, x2, y2, x, y],
        SimplePathSegment::Quadratic { x1, y1, x, y } => [x1, y1, x, y, x, y],
        SimplePathSegment::ClosePath => return true,
    };
    numbers.into_iter().all(is_moderate)
}

fn is_moderate(number: f64) -> bool {
    number.abs() <= MOST
}
