//! What earns a rating.

use super::findings::Findings;
use super::follow_up::asks_for_example;
use super::phrases::{DEGREES, RATED_EXAMPLES};
use super::words::{content, find, likeness};
use crate::bank::{Kind, Question, QuestionSpans, Rule};
use crate::base::unit::Score;

/// From here on, two anchors say the same.
const ALIKE: f64 = 0.7;

pub(super) fn review(findings: &mut Findings<'_>) {
    let needed = needed(findings.bank.scale.len());
    for at in findings.questions() {
        missing(findings, at, &needed);
        alike(findings, at);
        unasked(findings, at);
    }
}

/// The scores that need an anchor: the ends of the scale, and its middle where it has one.
#[expect(clippy::expect_used, reason = "scales are checked when a bank is read")]
fn needed(points: usize) -> Vec<Score> {
    let points = u8::try_from(points).expect("a scale has at most 7 points");
    let mut needed = vec![Score(1), Score(points)];
    if points % 2 == 1 {
        needed.insert(1, Score(points / 2 + 1));
    }
    needed
}

fn missing<'b>(
    findings: &mut Findings<'b>,
    at: (&'b Question, &'b QuestionSpans),
    needed: &[Score],
) {
    let (question, spans) = at;
    let has = |score: &Score| question.anchors.iter().any(|anchor| anchor.score == *score);
    let missing: Vec<String> =
        needed.iter().filter(|score| !has(score)).map(ToString::to_string).collect();
    if missing.is_empty() {
        return;
    }
    let message = match (question.anchors.len(), missing.as_slice()) {
        (0, _) => "this question has no anchors".to_owned(),
        (_, [one]) => format!("rating {one} of this question has no anchor"),
        (_, several) => {
            format!("ratings {} of this question have no anchors", enumerated(several))
        }
    };
    let place = spans.anchors.first().unwrap_or(&spans.ask);
    let advice = Rule::AnchorsMissing.diagnostic(message).at(place.clone());
    let needed: Vec<String> = needed.iter().map(ToString::to_string).collect();
    let help =
        format!("describe under `anchors` what an interviewer would hear at {}", needed.join(", "));
    findings.question(at, Rule::AnchorsMissing, advice.help(help));
}

fn alike<'b>(findings: &mut Findings<'b>, at: (&'b Question, &'b QuestionSpans)) {
    let (question, spans) = at;
    let substance: Vec<Vec<String>> =
        question.anchors.iter().map(|anchor| substance(&anchor.text)).collect();
    for (index, later) in question.anchors.iter().enumerate() {
        let like = |before: &usize| likeness(&substance[*before], &substance[index]) >= ALIKE;
        let Some(before) = (0..index).find(like) else { continue };
        let score = question.anchors[before].score;
        let message = format!("the anchors for {score} and {} say the same thing", later.score);
        let Some(place) = spans.anchors.get(index) else { continue };
        let advice = Rule::SimilarAnchors.diagnostic(message).at(place.clone());
        let help = "distinguish them by content (scope, evidence, judgment, results), not by degree (“good,” “very good”)";
        findings.question(at, Rule::SimilarAnchors, advice.help(help));
    }
}

/// Scores as a sentence lists them.
fn enumerated(scores: &[String]) -> String {
    match scores {
        [first, last] => format!("{first} and {last}"),
        [before @ .., last] if !before.is_empty() => format!("{}, and {last}", before.join(", ")),
        few => few.concat(),
    }
}

/// What an anchor says, apart from how much or how well.
fn substance(text: &str) -> Vec<String> {
    let mut words = content(text);
    words.retain(|word| !DEGREES.contains(&word.as_str()));
    words.into_iter().collect()
}

/// Anchors that rate an example although nothing asks for one.
///
/// The words of an anchor do not show whether it rates other things that nothing asks for. In the built-in bank, three good anchors share no
/// word with their question, rubric, follow-up, and probes; two of three anchors of another question share at least one.
fn unasked<'b>(findings: &mut Findings<'b>, at: (&'b Question, &'b QuestionSpans)) {
    let (question, spans) = at;
    let asked = || question.follow_up.iter().chain(&question.probes).chain([&question.ask]);
    if question.kind == Kind::Behavioral
        || !findings.is_english(spans)
        || asked().any(|text| asks_for_example(text))
    {
        return;
    }
    let anchors = question.anchors.iter().zip(&spans.anchors);
    let (scores, places): (Vec<String>, Vec<_>) = anchors
        .filter(|(anchor, _)| rates_example(&anchor.text))
        .map(|(anchor, span)| (anchor.score.to_string(), span))
        .unzip();
    let Some(place) = places.first() else { return };
    let message = match scores.as_slice() {
        [one] => format!("the anchor for {one} rates an example that nothing asks for"),
        several => {
            format!("the anchors for {} rate an example that nothing asks for", enumerated(several))
        }
    };
    let advice = Rule::AnchorsUnasked.diagnostic(message).at((*place).clone());
    let help = "ask for it in `follow_up`, or describe the answer to the question only";
    findings.question(at, Rule::AnchorsUnasked, advice.help(help));
}

/// Whether an anchor is about an example that the candidate gives: `Example: …`, and not `for example`.
fn rates_example(text: &str) -> bool {
    text.contains("Example:") || find(text, &RATED_EXAMPLES).is_some()
}
