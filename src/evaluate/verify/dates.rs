use std::collections::{BTreeMap, BTreeSet};

use super::difference::{At, DifferenceKind, Differences, count, in_words, of_interviewer};
use super::found::Found;
use super::sheet::{DEBRIEF, SCORECARD, Sheet};
use crate::base::unit::Date;
use crate::collect::{FieldEntry, Place};
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
    let mut debriefings: BTreeMap<(&str, &str), Debriefing> = BTreeMap::new();
    for found in packets.values() {
        let cards = found.iter().filter(|it| it.sheet.document() == SCORECARD);
        let cards: Vec<&Found<'_>> = cards.filter(|it| it.sheet.has_answers).collect();
        // One that is dated was held, even if nothing else was filled in.
        let is_held = |sheet: &Sheet| {
            sheet.has_answers || sheet.dates.keys().any(|name| sheet.entries.contains_key(name))
        };
        let forms = || found.iter().filter(|it| it.sheet.document() == DEBRIEF);
        let mut first: Option<Date> = None;
        let of_candidate = debriefings.entry(candidate(found)).or_default();
        let askers: BTreeSet<Option<u32>> = cards.iter().map(|card| card.sheet.part()).collect();
        of_candidate.interviewers += askers.len();
        of_candidate.has_form |= forms().next().is_some();
        for debrief in forms().filter(|it| is_held(it.sheet)) {
            of_candidate.is_held = true;
            match dated(debrief.sheet, &["debrief.date", "decision.signed"], months) {
                Ok((date, _)) => first = Some(first.map_or(date, |it| it.min(date))),
                Err(why) => undated(*debrief, &why, differences),
            }
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
    let without = debriefings.values().filter(|it| it.is_missing()).count();
    if without > 0 {
        notes.push(format!(
            "{} no debrief that is filled in, which is no fault; whether the scorecards are dated before it cannot be seen",
            count(without, "candidate has", "candidates have")
        ));
    }
}

/// What is known of the debrief on one candidate. Interviewers with packets of their own hold one debrief, and a single one needs none.
#[derive(Default)]
struct Debriefing {
    /// How many interviewers filled in a scorecard.
    interviewers: usize,
    /// Whether there is a form for it.
    has_form: bool,
    /// Whether a form is filled in.
    is_held: bool,
}

impl Debriefing {
    fn is_missing(&self) -> bool {
        let is_needed = self.interviewers > 1 || self.interviewers == 1 && self.has_form;
        is_needed && !self.is_held
    }
}

/// The kit and the candidate of a packet. The packet stands for a candidate without a name.
fn candidate<'a>(found: &[Found<'a>]) -> (&'a str, &'a str) {
    let names = found.iter().flat_map(|it| &it.sheet.candidates).map(String::as_str);
    let packet = found.first().map(|it| it.sheet);
    let (kit, id) = packet.map_or(("", ""), |sheet| (sheet.kit(), sheet.packet()));
    (kit, names.min().unwrap_or(id))
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
            FieldEntry::Text(None) => {}
            FieldEntry::Text(Some(text)) if text.trim().is_empty() => {}
            FieldEntry::Text(Some(text)) => {
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
