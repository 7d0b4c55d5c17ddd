//! What is listened for, and how long it takes.

use super::findings::Findings;
use crate::bank::Rule;
use crate::base::text::counted;
use crate::base::unit::Minutes;

/// How many lines a rubric should have.
const LINES: std::ops::RangeInclusive<usize> = 2..=5;
/// How many things a line should hold at most.
const MAX_ELEMENTS: usize = 5;
/// How long a question takes, follow-up and notes included.
const MINUTES: std::ops::RangeInclusive<u32> = 3..=15;
/// With fewer questions, none of them stands for what is usual.
const ENOUGH: usize = 5;

pub(super) fn review(findings: &mut Findings<'_>) {
    let usual = usual_minutes(findings);
    for at in findings.questions() {
        let (question, spans) = at;
        let count = question.rubric.len();
        if !LINES.contains(&count) {
            let lines = counted(count, "line", "lines");
            let advice = Rule::RubricLength.diagnostic(format!("this rubric has {lines}"));
            let place = spans.rubric.first().unwrap_or(&spans.ask);
            let advice = advice.at(place.clone());
            let help = match count {
                0 | 1 => "list two to five points that distinguish a strong answer from a weak one",
                _ => "keep the five points that best distinguish strong from weak answers",
            };
            findings.question(at, Rule::RubricLength, advice.help(help));
        }
        for (line, span) in question.rubric.iter().zip(&spans.rubric) {
            let things = things(line);
            if things > MAX_ELEMENTS {
                let message = format!("this line lists {things} elements");
                let advice = Rule::OverloadedLine.diagnostic(message).at(span.clone());
                let help = "split it, or keep only what distinguishes answers";
                findings.question(at, Rule::OverloadedLine, advice.help(help));
            }
        }
        if let Some(why) = out_of_line(question.minutes, usual) {
            let message = format!("the length of {} min is {why}", question.minutes);
            let advice = Rule::MinutesOutOfLine.diagnostic(message).at(spans.minutes.clone());
            let help =
                "split a long question; allow time for the follow-up and notes in a short one";
            findings.question(at, Rule::MinutesOutOfLine, advice.help(help));
        }
    }
}

/// How many things a line lists.
fn things(line: &str) -> usize {
    let parts: Vec<&str> = line.split([',', ';']).collect();
    let last = parts.last().map_or("", |part| part.trim());
    // In `a, b and c` the last comma is said as a word; in `a, b, and c` it is said twice.
    let is_said = parts.len() > 2 && (last.contains(" and ") || last.contains(" or "));
    let is_doubled = last.starts_with("and ") || last.starts_with("or ");
    parts.len() + usize::from(is_said && !is_doubled)
}

/// The minutes in the middle of all questions', where there are enough questions for that to mean something.
fn usual_minutes(findings: &Findings<'_>) -> Option<Minutes> {
    let mut minutes: Vec<Minutes> = findings.questions().map(|(it, _)| it.minutes).collect();
    minutes.sort_unstable();
    (minutes.len() >= ENOUGH).then(|| minutes[minutes.len() / 2])
}

fn out_of_line(Minutes(minutes): Minutes, usual: Option<Minutes>) -> Option<String> {
    if minutes < *MINUTES.start() {
        return Some("too short for an answer, a follow-up, and notes".to_owned());
    }
    if minutes > *MINUTES.end() {
        return Some("too long for one question".to_owned());
    }
    let Minutes(usual) = usual?;
    if minutes * 2 < usual {
        Some(format!("less than half the median of {usual}"))
    } else if minutes > usual * 2 {
        Some(format!("more than twice the median of {usual}"))
    } else {
        None
    }
}
