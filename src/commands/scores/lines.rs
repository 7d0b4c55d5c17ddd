//! Scores as CSV in long form: a number a line.

use super::super::csv::Csv;
use super::words;
use crate::evaluate::{
    Correlation, Estimate, ItemScores, ItemUsage, Kind, KindScores, LeftOut, Scores, Usage, What,
};

/// The columns.
const COLUMNS: [&str; 15] = [
    "kit",
    "about",
    "packet",
    "interviewer",
    "kind",
    "id",
    "line",
    "measure",
    "rating",
    "count",
    "of",
    "value",
    "low",
    "high",
    "note",
];

/// A line. What does not apply is empty.
#[derive(Clone, Default)]
struct Row {
    kit: String,
    about: &'static str,
    packet: String,
    interviewer: String,
    kind: &'static str,
    id: String,
    line: String,
    measure: &'static str,
    rating: String,
    count: String,
    of: String,
    value: String,
    low: String,
    high: String,
    note: String,
}

/// The file.
pub(super) fn report(scores: &[Scores]) -> String {
    let mut csv = Csv::new(&COLUMNS);
    for kit in scores {
        let mut lines = Vec::new();
        of_kit(kit, &mut lines);
        for line in lines {
            let cells = Row { kit: kit.kit.clone(), ..line }.cells();
            csv.row(cells.iter().map(String::as_str));
        }
    }
    csv.finish()
}

fn of_kit(scores: &Scores, lines: &mut Vec<Row>) {
    for candidate in &scores.candidates {
        let of_kind =
            [(Kind::Question, &candidate.questions), (Kind::Competency, &candidate.competencies)];
        for (kind, items) in of_kind {
            for item in items {
                let base =
                    Row { packet: candidate.packet.clone(), ..of_item("candidate", kind, item) };
                counts(&base, &item.usage, lines);
                if let Some((low, high)) = item.usage.extremes() {
                    let (value, low, high) =
                        ((high - low).to_string(), low.to_string(), high.to_string());
                    lines.push(Row { measure: "range", value, low, high, ..base });
                }
            }
        }
    }
    for (kind, of_kind) in
        [(Kind::Question, &scores.questions), (Kind::Competency, &scores.competencies)]
    {
        agreement(kind, of_kind, lines);
        for item in &of_kind.items {
            same_raters(kind, item, lines);
            counts(&of_item("all", kind, &item.usage), &item.usage.usage, lines);
            rubric(kind, item, lines);
        }
    }
    for used in &scores.interviewers {
        for (kind, usage) in
            [(Kind::Question, &used.questions), (Kind::Competency, &used.competencies)]
        {
            let interviewer = words::rater(&used.rater);
            let kind = words::singular(kind);
            let base = Row { about: "interviewer", interviewer, kind, ..Row::default() };
            counts(&base, usage, lines);
        }
    }
    lines.extend(scores.left_out.iter().map(left_out));
}

fn of_item(about: &'static str, kind: Kind, item: &ItemUsage) -> Row {
    Row { about, kind: words::singular(kind), id: item.id.clone(), ..Row::default() }
}

/// How often each rating was given.
fn counts(base: &Row, usage: &Usage, lines: &mut Vec<Row>) {
    let scored =
        (1..).zip(&usage.counts).map(|(rating, count): (u32, _)| (rating.to_string(), *count));
    let not_assessed = ("not-assessed".to_owned(), usage.not_assessed);
    lines.extend(scored.chain([not_assessed]).map(|(rating, count)| Row {
        measure: "count",
        rating,
        count: count.to_string(),
        of: usage.all().to_string(),
        ..base.clone()
    }));
}

fn rubric(kind: Kind, item: &ItemScores, lines: &mut Vec<Row>) {
    for (index, rubric) in item.rubric.iter().enumerate() {
        let note = if rubric.is_alike() { "deserves a look" } else { "" };
        for (rating, ticks) in (1..).zip(&rubric.ticks) {
            let rating: u32 = rating;
            lines.push(Row {
                line: (index + 1).to_string(),
                measure: "ticked",
                rating: rating.to_string(),
                count: ticks.ticked.to_string(),
                of: ticks.of.to_string(),
                note: note.to_owned(),
                ..of_item("rubric", kind, &item.usage)
            });
        }
    }
}

fn agreement(kind: Kind, of_kind: &KindScores, lines: &mut Vec<Row>) {
    let agreement = &of_kind.agreement;
    let both = [("ordinal-alpha", &agreement.alpha), ("within-one-point", &agreement.within_one)];
    for (measure, estimate) in both {
        let base = Row {
            about: "agreement",
            kind: words::singular(kind),
            measure,
            count: agreement.units.to_string(),
            ..Row::default()
        };
        lines.push(match estimate {
            Estimate::NotEnough { n, needs } => Row { note: words::not_enough(*n, *needs), ..base },
            Estimate::NoVariation => Row { note: words::NO_VARIATION.to_owned(), ..base },
            Estimate::Known { value, interval } => known(base, *value, *interval),
        });
    }
}

fn same_raters(kind: Kind, item: &ItemScores, lines: &mut Vec<Row>) {
    let base = of_item("same-interviewers", kind, &item.usage);
    let found = &item.same_raters;
    if found.groups.is_empty() {
        let (measure, note) = ("icc", words::too_few_candidates(found.most));
        lines.push(Row { measure, count: found.most.to_string(), note, ..base.clone() });
    }
    for group in &found.groups {
        let names: Vec<String> = group.raters.iter().map(words::rater).collect();
        for (measure, Correlation { value, interval }) in
            [("icc-2-1", group.one), ("icc-2-k", group.mean)]
        {
            let (interviewer, count) = (names.join("; "), group.candidates.to_string());
            let line = Row { interviewer, measure, count, ..base.clone() };
            lines.push(match value {
                Some(value) => known(line, value, interval),
                None => Row { note: words::NO_DIFFERENCE.to_owned(), ..line },
            });
        }
    }
}

fn known(line: Row, value: f64, interval: Option<[f64; 2]>) -> Row {
    let number = |value: f64| super::view::rounded(value).to_string();
    let line = Row { value: number(value), ..line };
    match interval {
        Some([low, high]) => Row { low: number(low), high: number(high), ..line },
        None => Row { note: words::NO_INTERVAL.to_owned(), ..line },
    }
}

fn left_out(left_out: &LeftOut) -> Row {
    let (kind, id, line) = match &left_out.what {
        What::Candidate => ("candidate", String::new(), String::new()),
        What::Interviewer => ("interviewer", String::new(), String::new()),
        What::Question(id) => ("question", id.clone(), String::new()),
        What::RubricLine(id, line) => ("question", id.clone(), line.to_string()),
        What::Competency(id) => ("competency", id.clone(), String::new()),
    };
    Row {
        about: "left-out",
        packet: left_out.packet.clone(),
        interviewer: words::rater(&left_out.rater),
        kind,
        id,
        line,
        measure: words::reason(left_out.reason),
        note: left_out.detail.clone().unwrap_or_default(),
        ..Row::default()
    }
}

impl Row {
    fn cells(self) -> [String; 15] {
        let Self { kit, about, packet, interviewer, kind, id, line, .. } = self;
        let Self { measure, rating, count, of, value, low, high, note, .. } = self;
        let [about, kind, measure] = [about, kind, measure].map(str::to_owned);
        [
            kit,
            about,
            packet,
            interviewer,
            kind,
            id,
            line,
            measure,
            rating,
            count,
            of,
            value,
            low,
            high,
            note,
        ]
    }
}
