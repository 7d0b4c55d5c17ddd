//! What is asked after the question itself: one thing at a time, and a recent example.

use super::findings::Findings;
use super::phrases::{
    AUXILIARIES, DATES, EXAMPLES, INTERROGATIVES, PREPOSITIONS, REPORTS, REQUESTED,
};
use super::wording::{is_closed, is_request};
use super::words::{find, is_question, lower, sentences, words};
use crate::bank::{Kind, Question, QuestionSpans, Rule};
use crate::base::source::Span;

/// How many words after `when did` may come before `last`: `When did the owners of a service last …`.
const BEFORE_LAST: usize = 6;

pub(super) fn review(findings: &mut Findings<'_>) {
    for at in findings.questions() {
        let (question, spans) = at;
        let is_english = findings.is_english(spans);
        no_example(findings, at, is_english);
        let follow_up = question.follow_up.iter().zip(&spans.follow_up);
        let after = follow_up.chain(question.probes.iter().zip(&spans.probes));
        for (text, span) in after.clone() {
            if asks_several(text, is_english) {
                let advice = Rule::SeveralThings.diagnostic("this asks several things at once");
                let help = "ask one thing; interviewers may prompt for the situation, the action, and the result of any example";
                let advice = advice.at(span.clone()).help(help);
                findings.question(at, Rule::SeveralThings, advice);
            }
        }
        if is_english {
            for (text, span) in std::iter::once((&question.ask, &spans.ask)).chain(after) {
                date(findings, at, text, span);
            }
        }
    }
}

/// Whether a text asks for something that happened.
///
/// One phrase that may mean this, such as `was`, is enough. So the rules miss some faults, but seldom report a good text.
pub(super) fn asks_for_example(text: &str) -> bool {
    find(text, &EXAMPLES).is_some()
}

fn no_example<'b>(
    findings: &mut Findings<'b>,
    at: (&'b Question, &'b QuestionSpans),
    is_english: bool,
) {
    let (question, spans) = at;
    if question.kind == Kind::Behavioral {
        return;
    }
    let (message, place) = match (&question.follow_up, &spans.follow_up) {
        (Some(text), Some(span)) => {
            if !is_english || asks_for_example(text) || asks_for_example(&question.ask) {
                return;
            }
            let kind = question.kind;
            (format!("the follow-up of this {kind} question does not ask for an example"), span)
        }
        _ => (format!("this {} question has no follow-up", question.kind), &spans.ask),
    };
    let advice = Rule::NoFollowUp.diagnostic(message).at(place.clone());
    let help = "ask for a recent example: `follow_up: Tell me about a recent time you …`";
    findings.question(at, Rule::NoFollowUp, advice.help(help));
}

/// Whether a text asks more than one thing. A yes/no question before a request does not count: `Have you shipped late? Tell me about it.`
fn asks_several(text: &str, is_english: bool) -> bool {
    let sentences = sentences(text);
    let is_open = |sentence: &&&str| {
        let is_report = words(&lower(sentence)).next().is_some_and(|word| REPORTS.contains(&word));
        is_report || is_question(sentence) && !is_closed(sentence)
    };
    let joins = |sentence: &&str| {
        let asks =
            is_question(sentence) || is_request(sentence) || find(sentence, &REQUESTED).is_some();
        asks && joins_another(sentence)
    };
    sentences.iter().filter(|it| is_question(it)).count() > 1
        || is_english
            && (sentences.iter().filter(is_open).count() > 1 || sentences.iter().any(joins))
}

/// Whether a sentence asks another question after `and` or `or`: `Who decides, and when?`
fn joins_another(sentence: &str) -> bool {
    let lower = lower(sentence);
    let mut before: Vec<&str> = Vec::new();
    for clause in lower.split([',', ';', '–', '—']) {
        let words: Vec<&str> = words(clause).collect();
        for (place, word) in words.iter().enumerate() {
            before.push(word);
            let joins = matches!(*word, "and" | "or") && before.len() > 1;
            if joins && asks_another(&before, place == 0, &words[place + 1..]) {
                return true;
            }
        }
    }
    false
}

/// Whether the words after `and` or `or` ask another question.
///
/// Without a comma, they may also continue a list inside one question (`find out what works and what does not`) or describe a noun (`people who
/// wait and who call`), so fewer of them count.
fn asks_another(before: &[&str], has_comma: bool, after: &[&str]) -> bool {
    let has_preposition = after.first().is_some_and(|it| PREPOSITIONS.contains(it));
    let Some((asked, rest)) = after[usize::from(has_preposition)..].split_first() else {
        return false;
    };
    // `What and when` is a list.
    let is_listed = before.iter().rev().nth(1).is_some_and(|it| is_interrogative(it));
    if !is_interrogative(asked) || is_listed {
        return false;
    }
    let next = rest.first().copied();
    let is_verb = next.is_none_or(|next| AUXILIARIES.contains(&next));
    let is_relative = matches!(*asked, "when" | "where" | "which" | "who" | "whom");
    match (has_comma, is_relative) {
        (true, true) => is_verb || has_preposition,
        (true, false) => next != Some("to"),
        (false, true) => next.is_none(),
        (false, false) => is_verb && !before.iter().skip(1).any(|word| word == asked),
    }
}

fn is_interrogative(word: &str) -> bool {
    INTERROGATIVES.contains(&word)
}

fn date<'b>(
    findings: &mut Findings<'b>,
    at: (&'b Question, &'b QuestionSpans),
    text: &str,
    span: &Span,
) {
    let phrase = sentences(text).into_iter().find_map(when_last);
    let Some(phrase) = phrase.or_else(|| find(text, &DATES).map(str::to_owned)) else { return };
    let advice = Rule::AsksForDate.diagnostic(format!("“{phrase}” asks for a date"));
    let help = "ask for the example itself: “Tell me about a recent time …”";
    findings.question(at, Rule::AsksForDate, advice.at(span.clone()).help(help));
}

/// The words that ask when something happened last: `when did you last`.
fn when_last(sentence: &str) -> Option<String> {
    let lower = lower(sentence);
    let words: Vec<&str> = words(&lower).collect();
    let past = ["did", "was", "were", "has", "have", "had"];
    let is_start = |pair: &[&str]| pair[0] == "when" && past.contains(&pair[1]);
    let start = words.windows(2).position(is_start)?;
    let asked = words[start..].iter().take(2 + BEFORE_LAST);
    let end = asked.clone().position(|word| matches!(*word, "last" | "recently"))?;
    let asked: Vec<&str> = asked.take(end + 1).copied().collect();
    Some(asked.join(" "))
}
