//! How things are asked.

use super::findings::Findings;
use super::phrases::{
    AUXILIARIES, INTERROGATIVES, LEADING, MANNER, OPENINGS, PRAISE, PROTECTED, REPORTS, REQUESTS,
};
use super::words::{Searchable, is_question, lower, sentences, words};
use crate::bank::{Question, QuestionSpans, Rule};
use crate::base::source::Span;

pub(super) fn review(findings: &mut Findings<'_>) {
    for (question, spans) in findings.questions() {
        two_questions(findings, (question, spans));
        if !findings.is_english(spans) {
            continue;
        }
        let follow_up = question.follow_up.iter().zip(&spans.follow_up);
        let probes = question.probes.iter().zip(&spans.probes);
        let asked = std::iter::once((&question.ask, &spans.ask)).chain(follow_up).chain(probes);
        let asked: Vec<Phrases<'_>> = asked.map(Phrases::new).collect();
        let watch_for = question.watch_for.iter().zip(&spans.watch_for);
        let rubric = question.rubric.iter().zip(&spans.rubric);
        let anchors = question.anchors.iter().map(|it| &it.text).zip(&spans.anchors);
        let watch_for: Vec<Phrases<'_>> = watch_for.map(Phrases::new).collect();
        let rubric: Vec<Phrases<'_>> = rubric.map(Phrases::new).collect();
        let anchors: Vec<Phrases<'_>> = anchors.map(Phrases::new).collect();
        let signs = watch_for.iter().chain(&rubric).chain(&anchors);
        let at = (question, spans);
        for it in &asked {
            let help = "start with how, what, which, or why, or with “Tell me about …”";
            note(findings, at, Rule::YesOrNo, yes_or_no(it.text), it.span, help);
            let help = "reword it so that no answer sounds preferred";
            note(findings, at, Rule::Leading, leading(it), it.span, help);
        }
        for it in &rubric {
            let help = "list what a strong answer says; a check mark shows what was covered";
            note(findings, at, Rule::PraisesManner, praise(it), it.span, help);
        }
        for it in signs.clone() {
            let help = "describe what the candidate said or did";
            note(findings, at, Rule::MannerNotContent, manner(it), it.span, help);
        }
        for it in asked.iter().chain(signs) {
            let help = || {
                format!(
                    "ask every candidate about the job requirement instead: {}",
                    Rule::ProtectedCharacteristic.reason()
                )
            };
            for message in protected(it) {
                let rule = Rule::ProtectedCharacteristic;
                note(findings, at, rule, Some(message), it.span, &help());
            }
        }
    }
}

/// A text of a question, where it is written, and the phrases that can be looked for in it.
struct Phrases<'b> {
    text: &'b str,
    span: &'b Span,
    searchable: Searchable,
}

impl<'b> Phrases<'b> {
    fn new((text, span): (&'b String, &'b Span)) -> Self {
        Self { text, span, searchable: Searchable::new(text) }
    }
}

/// Advice by a rule for everything that it found in a text.
fn note<'b>(
    findings: &mut Findings<'b>,
    at: (&'b Question, &'b QuestionSpans),
    rule: Rule,
    messages: impl IntoIterator<Item = String>,
    span: &Span,
    help: &str,
) {
    for message in messages {
        findings.question(at, rule, rule.diagnostic(message).at(span.clone()).help(help));
    }
}

fn two_questions<'b>(findings: &mut Findings<'b>, at: (&'b Question, &'b QuestionSpans)) {
    let (question, spans) = at;
    let sentences = sentences(&question.ask);
    let questions = sentences.iter().filter(|sentence| is_question(sentence)).count();
    let is_double = findings.is_english(spans) && sentences.iter().any(|it| joins_two(it));
    if questions > 1 || is_double {
        let advice = Rule::TwoQuestions.diagnostic("this asks two things at once");
        let help = "ask the first; make the second its follow-up, or a separate question";
        findings.question(at, Rule::TwoQuestions, advice.at(spans.ask.clone()).help(help));
    }
}

/// Whether a sentence asks a second question behind `and` or `or`: `… and how do you …`.
fn joins_two(sentence: &str) -> bool {
    let lower = lower(sentence);
    let words: Vec<&str> = words(&lower).collect();
    let mut three = words.windows(3);
    is_question(sentence)
        && three.any(|three| {
            matches!(three[0], "and" | "or")
                && INTERROGATIVES.contains(&three[1])
                && AUXILIARIES.contains(&three[2])
        })
}

fn yes_or_no(text: &str) -> Option<String> {
    let sentences = sentences(text);
    let (closed, open): (Vec<&str>, Vec<&str>) = sentences
        .iter()
        .filter(|it| is_question(it) || is_request(it))
        .partition(|it| is_closed(it));
    let is_found = !closed.is_empty() && open.is_empty();
    is_found.then(|| "this is a yes/no question".to_owned())
}

pub(super) fn is_request(sentence: &str) -> bool {
    words(&lower(sentence)).next().is_some_and(|word| REQUESTS.contains(&word))
}

/// Whether a question can be answered with yes or no. One that offers a choice cannot.
pub(super) fn is_closed(sentence: &str) -> bool {
    let opens = words(&lower(sentence)).next().is_some_and(|word| OPENINGS.contains(&word));
    let asked = match sentence.split_once(", ") {
        Some((_, asked)) if opens => asked,
        _ => sentence,
    };
    let lower = lower(asked);
    let words: Vec<&str> = words(&lower).collect();
    let is_auxiliary = words.first().is_some_and(|word| AUXILIARIES.contains(word));
    let is_report = words.iter().skip(1).take(3).any(|word| REPORTS.contains(word));
    is_auxiliary && !is_report && !words.contains(&"or")
}

fn leading(it: &Phrases<'_>) -> Option<String> {
    let found = it.searchable.find(&LEADING);
    let found = found.or_else(|| it.text.to_lowercase().ends_with(", right?").then_some("right?"));
    found.map(|phrase| format!("“{phrase}” suggests the expected answer"))
}

fn manner(it: &Phrases<'_>) -> Option<String> {
    let phrase = it.searchable.find(&MANNER)?;
    Some(format!("“{phrase}” judges manner, not content"))
}

fn praise(it: &Phrases<'_>) -> Option<String> {
    let phrase = it.searchable.find(&PRAISE)?;
    Some(format!("“{phrase}” praises manner, not content"))
}

/// The first phrase of each characteristic that a text touches.
fn protected(it: &Phrases<'_>) -> impl Iterator<Item = String> {
    PROTECTED.iter().filter_map(|(characteristic, phrases)| {
        let phrase = it.searchable.find(phrases)?;
        Some(format!("“{phrase}” refers to a protected characteristic: {characteristic}"))
    })
}
