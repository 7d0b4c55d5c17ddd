//! Whether an interview can be made for every role.

use std::collections::BTreeSet;

use super::findings::Findings;
use crate::bank::{Id, Question, Role, RoleSpans, Rule};
use crate::base::source::Span;
use crate::base::text::counted;
use crate::base::unit::Minutes;

/// The usual length of an interview.
const INTERVIEW: Minutes = Minutes(45);
/// What is kept of it for opening, closing and the candidate's own questions.
const RESERVE: Minutes = Minutes(10);
/// With fewer questions, a rating is a matter of luck.
const MIN: usize = 4;

pub(super) fn review(findings: &mut Findings<'_>) {
    for at in findings.roles() {
        length(findings, at);
        must_ask(findings, at);
        mentions(findings, at);
    }
}

fn length<'b>(findings: &mut Findings<'b>, at: (&'b Role, &'b RoleSpans)) {
    let (role, spans) = at;
    let questions = questions(findings, role);
    let (count, minutes): (usize, Minutes) =
        (questions.len(), questions.iter().map(|question| question.minutes).sum());
    if count < MIN {
        let message = format!("this role has {}", counted(count, "question", "questions"));
        let advice = Rule::FewForRole.diagnostic(message).at(spans.id.clone());
        let help = format!("tag more questions with its level `{}`", role.level);
        findings.role(at, Rule::FewForRole, advice.help(help));
    }
    if minutes + RESERVE < INTERVIEW {
        let message = format!(
            "this role's questions take {minutes} minutes; with {RESERVE} reserved, they do not fill a {INTERVIEW}-minute interview"
        );
        let advice = Rule::RoleUnderfilled.diagnostic(message).at(spans.id.clone());
        let help = format!("tag more questions with its level `{}`", role.level);
        findings.role(at, Rule::RoleUnderfilled, advice.help(help));
    }
}

fn must_ask<'b>(findings: &mut Findings<'b>, at: (&'b Role, &'b RoleSpans)) {
    let (role, spans) = at;
    let asked: BTreeSet<&Id> = role.must_ask.iter().collect();
    let must = questions(findings, role).into_iter().filter(|it| asked.contains(&it.id));
    let minutes: Minutes = must.map(|question| question.minutes).sum();
    if minutes + RESERVE > INTERVIEW {
        let message = format!(
            "this role's required questions take {minutes} minutes; with {RESERVE} reserved, they exceed {INTERVIEW} minutes"
        );
        let place = spans.must_ask.first().unwrap_or(&spans.id);
        let advice = Rule::RequiredTooLong.diagnostic(message).at(place.clone());
        findings.role(at, Rule::RequiredTooLong, advice.help("remove some from `must_ask`"));
    }
}

fn mentions<'b>(findings: &mut Findings<'b>, at: (&'b Role, &'b RoleSpans)) {
    let (role, spans) = at;
    let must_ask = role.must_ask.iter().zip(&spans.must_ask);
    let leave_out: BTreeSet<&Id> = role.leave_out.iter().collect();
    for (id, span) in must_ask.clone() {
        if leave_out.contains(id) {
            let message = format!("`{id}` is in both `must_ask` and `leave_out`");
            idle(findings, at, message, span, "keep it in one list only");
        }
    }
    let of_level = findings.bank.questions.iter().filter(|it| it.levels.contains(&role.level));
    let of_level: BTreeSet<&Id> = of_level.map(|question| &question.id).collect();
    for (id, span) in must_ask.chain(role.leave_out.iter().zip(&spans.leave_out)) {
        if !of_level.contains(id) {
            let message = format!("`{id}` is not at this role's level `{}`", role.level);
            idle(findings, at, message, span, "add the level to the question, or remove the entry");
        }
    }
}

fn idle<'b>(
    findings: &mut Findings<'b>,
    at: (&'b Role, &'b RoleSpans),
    message: String,
    span: &Span,
    help: &str,
) {
    let advice = Rule::UnusedEntry.diagnostic(message).at(span.clone()).help(help);
    findings.role(at, Rule::UnusedEntry, advice);
}

/// The questions of a role.
fn questions<'b>(findings: &Findings<'b>, role: &Role) -> Vec<&'b Question> {
    let leave_out: BTreeSet<&Id> = role.leave_out.iter().collect();
    let takes = |it: &&Question| it.levels.contains(&role.level) && !leave_out.contains(&it.id);
    findings.bank.questions.iter().filter(takes).collect()
}
