use std::ops::RangeInclusive;

use super::fields::{Fields, fault};
use super::length::{Unit, within};
use super::model::PageSettings;
use crate::base::source::Spanned;
use crate::base::unit::{Mm, Paper, Pt};

/// What the settings of this program are called.
const TOOL: &str = "interview-kit";

/// The margins that the marks of the pages leave room for, in millimeters: beside the squares in the corners, below the code, and above
/// the legend of marks. Wider ones leave too little for the columns of forms.
const SIDE: RangeInclusive<f32> = 20.0..=25.0;
const TOP: RangeInclusive<f32> = 26.0..=40.0;
const BOTTOM: RangeInclusive<f32> = 21.0..=40.0;
/// The sizes of running text at which the forms keep their columns, in points.
const TEXT_SIZE: RangeInclusive<f32> = 9.5..=12.0;
/// Lines that people can write on without leaving the page half empty, in millimeters.
const NOTE_SPACING: RangeInclusive<f32> = 6.5..=12.0;

const PAPERS: [(&str, Paper); 2] = [("a4", Paper::A4), ("letter", Paper::Letter)];

/// The settings of this program. Those of other programs are not looked at.
pub(super) fn read(mut defaults: Fields<'_>) -> PageSettings {
    let settings = defaults.section(TOOL, "`interview-kit` section").map(own);
    settings.unwrap_or_default()
}

fn own(mut fields: Fields<'_>) -> PageSettings {
    let paper = fields.text("paper").and_then(|text| paper(&text, &mut fields));
    let [side, top, bottom] =
        fields.section("margins", "list of margins").map_or([None; 3], margins);
    let text_size = length("text-size", &TEXT_SIZE, Unit::Point, &mut fields).map(Pt);
    let note_spacing = length("note-spacing", &NOTE_SPACING, Unit::Millimeter, &mut fields).map(Mm);
    fields.close();
    PageSettings { paper, side, top, bottom, text_size, note_spacing }
}

fn margins(mut fields: Fields<'_>) -> [Option<Mm>; 3] {
    let all = [("side", &SIDE), ("top", &TOP), ("bottom", &BOTTOM)];
    let margins = all.map(|(key, range)| length(key, range, Unit::Millimeter, &mut fields).map(Mm));
    fields.close();
    margins
}

fn length(
    key: &'static str,
    range: &RangeInclusive<f32>,
    unit: Unit,
    fields: &mut Fields<'_>,
) -> Option<f32> {
    let text = fields.text(key)?;
    within(&text, key, range, unit, fields)
}

fn paper(text: &Spanned<String>, fields: &mut Fields<'_>) -> Option<Paper> {
    let known = PAPERS.iter().find(|(name, _)| text.value.eq_ignore_ascii_case(name));
    if known.is_none() {
        let names = PAPERS.map(|(name, _)| name);
        let found = fault(format!("unknown paper `{}`", text.value), text.span.clone());
        let found = found.suggest_instead(&text.value, names);
        fields.push(found.help("expected one of: `a4`, `letter`"));
    }
    known.map(|(_, paper)| *paper)
}
