//! Scores as CSV in long form: a number a line.

use super::super::csv::Csv;
use super::words;
use crate::evaluate::{
    Estimate, ItemScores, ItemUsage, Kind, KindScores, LeftOut, LeftOutItem, Scores, rounded,
};

/// The columns, in their order.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Kit,
    About,
    Packet,
    Interviewer,
    Kind,
    Id,
    Line,
    Measure,
    Rating,
    Count,
    Of,
    Value,
    Low,
    High,
    Note,
}

/// The columns with their heads.
const COLUMNS: [(Column, &str); 15] = [
    (Column::Kit, "kit"),
    (Column::About, "about"),
    (Column::Packet, "packet"),
    (Column::Interviewer, "interviewer"),
    (Column::Kind, "kind"),
    (Column::Id, "id"),
    (Column::Line, "line"),
    (Column::Measure, "measure"),
    (Column::Rating, "rating"),
    (Column::Count, "count"),
    (Column::Of, "of"),
    (Column::Value, "value"),
    (Column::Low, "low"),
    (Column::High, "high"),
    (Column::Note, "note"),
];

/// Some cells of a line.
type Cells<'c> = &'c [(Column, &'c str)];

/// The lines of a kit.
struct Lines<'k> {
    csv: Csv,
    kit: &'k str,
}

/// The file.
pub(super) fn report(scores: &[Scores]) -> String {
    let mut lines = Lines { csv: Csv::new(&COLUMNS.map(|(_, head)| head)), kit: "" };
    for scores in scores {
        lines.kit = &scores.kit;
        lines.of_kit(scores);
    }
    lines.csv.finish()
}

impl Lines<'_> {
    /// Adds a line. What it does not say is empty.
    fn line(&mut self, base: Cells<'_>, cells: Cells<'_>) {
        let kit = [(Column::Kit, self.kit)];
        self.csv.row(COLUMNS.iter().map(|(column, _)| {
            let mut given = kit.iter().chain(base).chain(cells);
            given.find(|(of, _)| of == column).map_or("", |(_, cell)| cell)
        }));
    }

    fn of_kit(&mut self, scores: &Scores) {
        for candidate in &scores.candidates {
            for kind in Kind::ALL {
                for item in candidate.of_kind(kind) {
                    let packet = (Column::Packet, candidate.packet.as_str());
                    self.of_candidate(&[of("candidate"), packet, of_kind(kind), id(item)], item);
                }
            }
        }
        for kind in Kind::ALL {
            let of_kind = scores.of_kind(kind);
            self.agreement(kind, of_kind);
            for item in &of_kind.items {
                self.of_item(kind, item);
            }
        }
        for used in &scores.interviewers {
            for kind in Kind::ALL {
                let interviewer = (Column::Interviewer, used.interviewer.as_str());
                let (counts, not_assessed) = used.of(kind);
                self.counts(&[of("interviewer"), interviewer, of_kind(kind)], counts, not_assessed);
            }
        }
        if scores.without_name > 0 {
            let measure = (Column::Measure, "without-name");
            let count = scores.without_name.to_string();
            self.line(&[of("interviewer")], &[measure, (Column::Count, &count)]);
        }
        for left_out in &scores.left_out {
            self.left_out(left_out);
        }
    }

    fn of_candidate(&mut self, base: Cells<'_>, item: &ItemUsage) {
        self.counts(base, &item.counts, item.not_assessed);
        if let (Some(range), Some(low), Some(high)) = (item.range, item.lowest, item.highest) {
            let [range, low, high] = [range, low, high].map(|it| it.to_string());
            let ends = [(Column::Low, &*low), (Column::High, &*high)];
            let measure = (Column::Measure, "range");
            self.line(base, &[measure, (Column::Value, &range), ends[0], ends[1]]);
        }
    }

    fn of_item(&mut self, kind: Kind, item: &ItemScores) {
        let (kind, id) = (of_kind(kind), id(&item.usage));
        self.same_raters(&[of("same-interviewers"), kind, id], item);
        self.counts(&[of("all"), kind, id], &item.usage.counts, item.usage.not_assessed);
        for rubric in &item.rubric {
            let note = if rubric.deserves_a_look { "deserves a look" } else { "" };
            let line = rubric.line.to_string();
            for (index, (ticked, all)) in rubric.ticked.iter().zip(&rubric.of).enumerate() {
                let rating = (index + 1).to_string();
                let [ticked, all] = [ticked, all].map(u32::to_string);
                let line = [
                    (Column::Line, &*line),
                    (Column::Measure, "ticked"),
                    (Column::Rating, &rating),
                    (Column::Count, &ticked),
                    (Column::Of, &all),
                    (Column::Note, note),
                ];
                self.line(&[of("rubric"), kind, id], &line);
            }
        }
    }

    /// How often each rating was given.
    fn counts(&mut self, base: Cells<'_>, counts: &[u32], not_assessed: u32) {
        let all = (counts.iter().sum::<u32>() + not_assessed).to_string();
        for (index, count) in counts.iter().chain([&not_assessed]).enumerate() {
            let is_score = index < counts.len();
            let rating = if is_score { (index + 1).to_string() } else { "not-assessed".to_owned() };
            let count = count.to_string();
            let measure = (Column::Measure, "count");
            let counted = [(Column::Count, &*count), (Column::Of, &*all)];
            self.line(base, &[measure, (Column::Rating, &rating), counted[0], counted[1]]);
        }
    }

    fn agreement(&mut self, kind: Kind, scores: &KindScores) {
        let agreement = &scores.agreement;
        let both = [
            ("ordinal-alpha", &agreement.ordinal_alpha),
            ("within-one-point", &agreement.within_one_point),
        ];
        for (measure, estimate) in both {
            let count = agreement.units.to_string();
            let measured = [(Column::Measure, measure), (Column::Count, &*count)];
            self.estimate(&[of("agreement"), of_kind(kind), measured[0], measured[1]], estimate);
        }
    }

    fn same_raters(&mut self, base: Cells<'_>, item: &ItemScores) {
        if let Some(why) = &item.why {
            let count = item.same_interviewers.to_string();
            let count = (Column::Count, &*count);
            self.line(base, &[(Column::Measure, "icc"), count, (Column::Note, why)]);
        }
        for group in &item.correlations {
            let (names, count) = (group.interviewers.join("; "), group.candidates.to_string());
            for (measure, estimate) in [("icc-2-1", &group.icc_2_1), ("icc-2-k", &group.icc_2_k)] {
                let mut base = base.to_vec();
                base.push((Column::Interviewer, &names));
                base.push((Column::Measure, measure));
                base.push((Column::Count, &count));
                self.estimate(&base, estimate);
            }
        }
    }

    fn estimate(&mut self, base: Cells<'_>, estimate: &Estimate) {
        let number = |value: f64| rounded(value).to_string();
        let note = estimate.why();
        let [value, low, high] = match estimate {
            Estimate::Known { value, interval: Ok([low, high]) } => {
                [value, low, high].map(|it| number(*it))
            }
            Estimate::Known { value, interval: Err(_) } => {
                [number(*value), String::new(), String::new()]
            }
            Estimate::NotEnough { .. } | Estimate::Undefined(_) => [const { String::new() }; 3],
        };
        let ends = [(Column::Low, &*low), (Column::High, &*high)];
        let note = (Column::Note, note.as_deref().unwrap_or(""));
        self.line(base, &[(Column::Value, &value), ends[0], ends[1], note]);
    }

    fn left_out(&mut self, it: &LeftOut) {
        let kind = match it.what {
            LeftOutItem::Candidate => "candidate",
            LeftOutItem::Interviewer => "interviewer",
            LeftOutItem::Question | LeftOutItem::RubricLine => "question",
            LeftOutItem::Competency => "competency",
        };
        let interviewer = words::interviewer(it);
        let line = it.line.map(|line| line.to_string());
        let cells = [
            (Column::Packet, it.packet.as_str()),
            (Column::Interviewer, &interviewer),
            (Column::Kind, kind),
            (Column::Id, it.id.as_deref().unwrap_or("")),
            (Column::Line, line.as_deref().unwrap_or("")),
            (Column::Measure, words::reason(it.reason)),
            (Column::Note, it.detail.as_deref().unwrap_or("")),
        ];
        self.line(&[of("left-out")], &cells);
    }
}

/// What a line is about.
fn of(about: &str) -> (Column, &str) {
    (Column::About, about)
}

fn of_kind(kind: Kind) -> (Column, &'static str) {
    (Column::Kind, words::singular(kind))
}

fn id(item: &ItemUsage) -> (Column, &str) {
    (Column::Id, &item.id)
}
