use std::ops::RangeInclusive;

use super::fields::{Fields, fault};
use crate::base::source::Spanned;

/// A unit of length: how it is written, and how many millimeters it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Unit {
    name: &'static str,
    millimeters: f32,
}

pub(super) const MILLIMETER: Unit = Unit { name: "mm", millimeters: 1.0 };
pub(super) const POINT: Unit = Unit { name: "pt", millimeters: 25.4 / 72.0 };
/// The units that a file can use.
const UNITS: [Unit; 4] = [
    MILLIMETER,
    Unit { name: "cm", millimeters: 10.0 },
    Unit { name: "in", millimeters: 25.4 },
    POINT,
];

/// A length in this unit, within a range that the help names. A number without a unit is in it.
pub(super) fn within(
    text: &Spanned<String>,
    key: &str,
    range: &RangeInclusive<f32>,
    unit: Unit,
    fields: &mut Fields<'_>,
) -> Option<f32> {
    let length = parse(&text.value, unit);
    // What is converted from another unit may be off in the last digit.
    let tolerance = 0.001;
    let is_in = |it: &f32| (range.start() - tolerance..=range.end() + tolerance).contains(it);
    if let Some(length) = length.filter(is_in) {
        return Some(length.clamp(*range.start(), *range.end()));
    }
    let (least, most, unit) = (range.start(), range.end(), unit.name);
    let message = format!("invalid `{key}`: {}", text.value);
    let help = format!("use {least} to {most} {unit}, such as `{key}: {most}{unit}`");
    fields.push(fault(message, text.span.clone()).help(help));
    None
}

fn parse(text: &str, unit: Unit) -> Option<f32> {
    let text = text.trim();
    let number = |digits: &str| {
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        digits.parse::<f32>().ok().filter(|_| is_plain)
    };
    for Unit { name, millimeters } in UNITS {
        if let Some(digits) = text.strip_suffix(name) {
            return number(digits.trim_end()).map(|it| it * millimeters / unit.millimeters);
        }
    }
    number(text)
}
