use std::collections::BTreeMap;

use super::difference::{At, DifferenceKind, Differences, count, in_words, of_interviewer};
use super::found::Found;
use super::sheet::{DEBRIEF, SCORECARD, Sheet};
use crate::base::unit::Date;
use crate::collect::{Entry, Place};
use crate::evaluate::written_date::written_date;

/// Why it is not known on which day a document was filled in.
enum Undated {
    Missing,
    Unclear(Option<Place>),
}

/// Names the scorecards that are not dated, or are dated after the debrief of their packet.
pub(super) fn compare(
    packets: &BTreeMap<&str, Vec<Found<'_>>>,
    months: &[(String, u8)],
    differences: &mut Differences,
    notes: &mut Vec<String>,
) {
    let mut without = 0;
    for found in packets.values() {
        let cards = found.iter().filter(|it| it.sheet.document() == SCORECARD);
        let cards: Vec<&Found<'_>> = cards.filter(|it| it.sheet.has_answers).collect();
        // One that is dated was held, even if nothing else was filled in.
        let is_held = |sheet: &Sheet| {
            sheet.has_answers || sheet.dates.keys().any(|name| sheet.entries.contains_key(name))
        };
        let debriefs =
            found.iter().filter(|it| it.sheet.document() == DEBRIEF && is_held(it.sheet));
        let mut first: Option<Date> = None;
        let mut has_debrief = false;
        for debrief in debriefs {
            has_debrief = true;
            match dated(debrief.sheet, &["debrief.date", "decision.signed"], months) {
                Ok((date, _)) => first = Some(first.map_or(date, |it| it.min(date))),
                Err(why) => undated(*debrief, &why, differences),
            }
        }
        if !has_debrief && !cards.is_empty() {
            without += 1;
        }
        for card in cards {
            let (date, place) = match dated(card.sheet, &["recommendation.date"], months) {
                Ok(dated) => dated,
                Err(why) => {
                    undated(*card, &why, differences);
                    continue;
                }
            };
            let Some(debrief) = first.filter(|debrief| date > *debrief) else { continue };
            let whose = of_interviewer(card.sheet.part());
            let message =
                format!("the scorecard{whose} is dated {date}, after the debrief of {debrief}");
            let help = "scorecards are handed in before the debrief: correct the date, or note that this rating came later";
            let at = At { place, ..At::of(*card) };
            differences.push(DifferenceKind::AfterDebrief, &at, message, help);
        }
    }
    if without > 0 {
        notes.push(format!(
            "{} no debrief that is filled in, which is no fault; whether the scorecards are dated before it cannot be seen",
            count(without, "packet has", "packets have")
        ));
    }
}

/// The day of a document and its place, from the first of these fields that is filled in, or from another field for a date.
fn dated(
    sheet: &Sheet,
    fields: &[&str],
    months: &[(String, u8)],
) -> Result<(Date, Option<Place>), Undated> {
    let named = fields.iter().filter_map(|name| sheet.dates.get(*name));
    let others = sheet.dates.iter().filter(|(name, _)| !fields.contains(&name.as_str()));
    for (entry, place) in named.chain(others.map(|(_, value)| value)) {
        match entry {
            Entry::Text(None) => {}
            Entry::Text(Some(text)) if text.trim().is_empty() => {}
            Entry::Text(Some(text)) => {
                let date = written_date(text, months).ok_or(Undated::Unclear(*place))?;
                return Ok((date, *place));
            }
            _ => return Err(Undated::Unclear(*place)),
        }
    }
    Err(Undated::Missing)
}

/// Names a document without a date that can be read.
fn undated(found: Found<'_>, why: &Undated, differences: &mut Differences) {
    let sheet = found.sheet;
    let (document, whose) = (in_words(sheet.document()), of_interviewer(sheet.part()));
    let (kind, place, message) = match why {
        Undated::Unclear(place) => (
            DifferenceKind::DateUnclear,
            *place,
            format!("the date on the {document}{whose} cannot be read"),
        ),
        Undated::Missing => {
            (DifferenceKind::DateMissing, None, format!("the {document}{whose} has no date"))
        }
    };
    differences.push(kind, &At { place, ..At::of(found) }, message, "write the day as 2026-11-26");
}
