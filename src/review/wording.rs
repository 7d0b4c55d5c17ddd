//! How things are asked.

use super::findings::Findings;
use super::phrases::{
    AUXILIARIES, INTERROGATIVES, LEADING, MANNER, OPENINGS, PROTECTED, REPORTS, REQUESTS,
};
use super::words::{holds, is_question, searchable, sentences, words};
use crate::bank::{Kind, Question, QuestionPlaces, Rule};
use crate::source::Span;

pub(super) fn review(findings: &mut Findings<'_>) {
    for (question, places) in findings.questions() {
        no_follow_up(findings, (question, places));
        two_questions(findings, (question, places));
        if !findings.is_english(places) {
            continue;
        }
        let follow_up = question.follow_up.iter().zip(&places.follow_up);
        let probes = question.probes.iter().zip(&places.probes);
        let asked = std::iter::once((&question.ask, &places.ask)).chain(follow_up).chain(probes);
        let asked: Vec<(&String, &Span)> = asked.collect();
        let watch_for = question.watch_for.iter().zip(&places.watch_for);
        let rubric = question.rubric.iter().zip(&places.rubric);
        let anchors = question.anchors.iter().map(|it| &it.text).zip(&places.anchors);
        let signs: Vec<(&String, &Span)> = watch_for.chain(rubric).chain(anchors).collect();
        for (text, span) in &asked {
            yes_or_no(findings, (question, places), text, span);
            leading(findings, (question, places), text, span);
        }
        for (text, span) in &signs {
            manner(findings, (question, places), text, span);
        }
        for (text, span) in asked.iter().chain(&signs) {
            protected(findings, (question, places), text, span);
        }
    }
}

fn no_follow_up<'b>(findings: &mut Findings<'b>, at: (&'b Question, &'b QuestionPlaces)) {
    let (question, places) = at;
    if question.follow_up.is_some() || question.kind == Kind::Behavioral {
        return;
    }
    let message = format!("this {} question has no follow-up", question.kind);
    let advice = Rule::NoFollowUp.found(message).at(places.ask.clone());
    let help = "add `follow_up: When did you last …? What did you do, and what came of it?`, fitted to the question";
    findings.question(at, Rule::NoFollowUp, advice.help(help));
}

fn two_questions<'b>(findings: &mut Findings<'b>, at: (&'b Question, &'b QuestionPlaces)) {
    let (question, places) = at;
    let sentences = sentences(&question.ask);
    let questions = sentences.iter().filter(|sentence| is_question(sentence)).count();
    let is_double = findings.is_english(places) && sentences.iter().any(|it| joins_two(it));
    if questions > 1 || is_double {
        let advice = Rule::TwoQuestions.found("this asks for two things at once");
        let help = "ask the first, and make the second its follow-up, or a question of its own";
        findings.question(at, Rule::TwoQuestions, advice.at(places.ask.clone()).help(help));
    }
}

/// Whether a sentence asks a second question behind `and` or `or`: `… and how do you …`.
fn joins_two(sentence: &str) -> bool {
    let words = words(sentence);
    let mut three = words.windows(3);
    is_question(sentence)
        && three.any(|three| {
            matches!(three[0].as_str(), "and" | "or")
                && INTERROGATIVES.contains(&three[1].as_str())
                && AUXILIARIES.contains(&three[2].as_str())
        })
}

fn yes_or_no<'b>(
    findings: &mut Findings<'b>,
    at: (&'b Question, &'b QuestionPlaces),
    text: &str,
    span: &Span,
) {
    let sentences = sentences(text);
    let (closed, open): (Vec<&str>, Vec<&str>) = sentences
        .iter()
        .filter(|it| is_question(it) || is_request(it))
        .partition(|it| is_closed(it));
    if closed.is_empty() || !open.is_empty() {
        return;
    }
    let advice = Rule::YesOrNo.found("this can be answered with yes or no").at(span.clone());
    let help = "begin with how, what, which or why, or with “Tell me about …”";
    findings.question(at, Rule::YesOrNo, advice.help(help));
}

fn is_request(sentence: &str) -> bool {
    words(sentence).first().is_some_and(|word| REQUESTS.contains(&word.as_str()))
}

/// Whether a question can be answered with yes or no. One that offers a choice cannot.
fn is_closed(sentence: &str) -> bool {
    let opens = words(sentence).first().is_some_and(|word| OPENINGS.contains(&word.as_str()));
    let asked = match sentence.split_once(", ") {
        Some((_, asked)) if opens => asked,
        _ => sentence,
    };
    let words = words(asked);
    let is_auxiliary = words.first().is_some_and(|word| AUXILIARIES.contains(&word.as_str()));
    let is_report = words.iter().skip(1).take(3).any(|word| REPORTS.contains(&word.as_str()));
    is_auxiliary && !is_report && !words.iter().any(|word| word == "or")
}

fn leading<'b>(
    findings: &mut Findings<'b>,
    at: (&'b Question, &'b QuestionPlaces),
    text: &str,
    span: &Span,
) {
    let searched = searchable(text);
    let found = LEADING.iter().copied().find(|phrase| holds(&searched, phrase));
    let found = found.or_else(|| text.to_lowercase().ends_with(", right?").then_some("right?"));
    if let Some(phrase) = found {
        let advice = Rule::Leading.found(format!("“{phrase}” suggests the answer"));
        let help = "ask so that either answer sounds as good as the other";
        findings.question(at, Rule::Leading, advice.at(span.clone()).help(help));
    }
}

fn protected<'b>(
    findings: &mut Findings<'b>,
    at: (&'b Question, &'b QuestionPlaces),
    text: &str,
    span: &Span,
) {
    let searched = searchable(text);
    for (characteristic, phrases) in PROTECTED {
        let Some(phrase) = phrases.iter().find(|phrase| holds(&searched, phrase)) else { continue };
        let phrase = phrase.trim_end_matches('*');
        let message = format!("“{phrase}” touches {characteristic}");
        let advice = Rule::Protected.found(message).at(span.clone());
        let advice = advice.help(format!("leave it out: {}", Rule::Protected.reason()));
        let help =
            "where the work needs it, ask for that need itself, and of every candidate alike";
        findings.question(at, Rule::Protected, advice.help(help));
    }
}

fn manner<'b>(
    findings: &mut Findings<'b>,
    at: (&'b Question, &'b QuestionPlaces),
    text: &str,
    span: &Span,
) {
    let searched = searchable(text);
    if let Some(phrase) = MANNER.iter().find(|phrase| holds(&searched, phrase)) {
        let phrase = phrase.trim_end_matches('*');
        let message = format!("“{phrase}” judges manner, not evidence");
        let advice = Rule::Manner.found(message).at(span.clone());
        let help = "say what the candidate would have said or done";
        findings.question(at, Rule::Manner, advice.help(help));
    }
}
