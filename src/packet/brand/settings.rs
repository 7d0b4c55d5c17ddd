use std::ops::RangeInclusive;

use super::fields::{Fields, fault};
use super::length::{MILLIMETER, POINT, Unit, within};
use super::model::PageSettings;
use crate::base::source::Spanned;
use crate::base::text::listed;
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

/// The settings of this program. Those of other programs are not looked at, unless their name is nearly that of this one.
pub(super) fn read(mut defaults: Fields<'_>) -> PageSettings {
    let settings = defaults.section(TOOL, "`interview-kit` section").map(own);
    defaults.close_beside_others(TOOL);
    settings.unwrap_or_default()
}

fn own(mut fields: Fields<'_>) -> PageSettings {
    let paper = fields.text("paper").and_then(|text| paper(&text, &mut fields));
    let [side, top, bottom] =
        fields.section("margins", "list of margins").map_or([None; 3], margins);
    let text_size = length("text-size", &TEXT_SIZE, POINT, &mut fields).map(Pt);
    let note_spacing = length("note-spacing", &NOTE_SPACING, MILLIMETER, &mut fields).map(Mm);
    fields.close();
    PageSettings { paper, side, top, bottom, text_size, note_spacing }
}

fn margins(mut fields: Fields<'_>) -> [Option<Mm>; 3] {
    let all = [("side", &SIDE), ("top", &TOP), ("bottom", &BOTTOM)];
    let margins = all.map(|(key, range)| length(key, range, MILLIMETER, &mut fields).map(Mm));
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
    let known = Paper::named(&text.value);
    if known.is_none() {
        let found = fault(format!("unknown paper `{}`", text.value), text.span.clone());
        let names = Paper::ALL.map(Paper::name);
        let found = found.suggest_instead(&text.value, names);
        fields.push(found.help(format!("expected one of: {}", listed(names))));
    }
    known
}
