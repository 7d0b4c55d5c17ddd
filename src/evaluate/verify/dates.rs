use std::collections::BTreeMap;

use super::difference::{Difference, DifferenceKind, count, of_interviewer};
use super::returned::{Found, is_debrief};
use super::sheet::{SCORECARD, Sheet};
use crate::base::unit::Date;
use crate::collect::{Entry, Place};
use crate::evaluate::written_date::written_date;

/// What a document says of the day on which it was filled in.
enum Dated {
    On(Date, Option<Place>),
    Not,
    Unclear(Option<Place>),
}

/// Names the scorecards that are not dated, or are dated after the debrief of their packet.
pub(super) fn compare(
    packets: &BTreeMap<&str, Vec<Found<'_>>>,
    differences: &mut Vec<Difference>,
    notes: &mut Vec<String>,
) {
    let mut without = 0;
    for found in packets.values() {
        let cards = found.iter().filter(|it| it.sheet.document() == SCORECARD);
        let cards: Vec<&Found<'_>> = cards.filter(|it| it.sheet.has_answers).collect();
        // One that is dated was held, be it that nothing else was written.
        let is_held = |sheet: &Sheet| {
            sheet.has_answers || sheet.dates.keys().any(|name| sheet.entries.contains_key(name))
        };
        let debriefs = found.iter().filter(|it| is_debrief(it.sheet) && is_held(it.sheet));
        let mut first: Option<Date> = None;
        let mut has_debrief = false;
        for debrief in debriefs {
            has_debrief = true;
            match dated(debrief.sheet, &["debrief.date", "decision.signed"]) {
                Dated::On(date, _) => first = Some(first.map_or(date, |it| it.min(date))),
                other => undated(*debrief, &other, differences),
            }
        }
        if !has_debrief && !cards.is_empty() {
            without += 1;
        }
        for card in cards {
            let date = match dated(card.sheet, &["recommendation.date"]) {
                Dated::On(date, place) => (date, place),
                other => {
                    undated(*card, &other, differences);
                    continue;
                }
            };
            let (date, place) = date;
            let Some(debrief) = first.filter(|debrief| date > *debrief) else { continue };
            let whose = of_interviewer(card.sheet.part());
            let message =
                format!("the scorecard{whose} is dated {date}, after the debrief of {debrief}");
            let help = "scorecards are handed in before the debrief: correct the date, or note that this rating came later";
            let difference = Difference::new(DifferenceKind::AfterDebrief, message, help);
            differences.push(difference.of(card.file, card.sheet).at(place));
        }
    }
    if without > 0 {
        notes.push(format!(
            "{} no debrief that is filled in, which is no fault; whether the scorecards are dated before it cannot be seen",
            count(without, "packet has", "packets have")
        ));
    }
}

/// The day of a document, from the first of these fields that is filled in, or from another field for a date.
fn dated(sheet: &Sheet, fields: &[&str]) -> Dated {
    let named = fields.iter().filter_map(|name| sheet.dates.get(*name));
    let others = sheet.dates.iter().filter(|(name, _)| !fields.contains(&name.as_str()));
    for (entry, place) in named.chain(others.map(|(_, value)| value)) {
        match entry {
            Entry::Text(None) => {}
            Entry::Text(Some(text)) if text.trim().is_empty() => {}
            Entry::Text(Some(text)) => {
                return written_date(text)
                    .map_or(Dated::Unclear(*place), |date| Dated::On(date, *place));
            }
            _ => return Dated::Unclear(*place),
        }
    }
    Dated::Not
}

/// Names a document that is not dated beyond doubt.
fn undated(Found { file, sheet }: Found<'_>, dated: &Dated, differences: &mut Vec<Difference>) {
    let (document, whose) = (sheet.document(), of_interviewer(sheet.part()));
    let (kind, place, message) = match dated {
        Dated::Unclear(place) => (
            DifferenceKind::DateUnclear,
            *place,
            format!("what stands in the {document}{whose} for the date cannot be read as a date"),
        ),
        Dated::Not | Dated::On(..) => {
            (DifferenceKind::DateMissing, None, format!("the {document}{whose} has no date"))
        }
    };
    let help = "write the day as 2026-11-26";
    differences.push(Difference::new(kind, message, help).of(file, sheet).at(place));
}
