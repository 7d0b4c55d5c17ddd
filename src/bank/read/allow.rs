use super::fields::{Fields, text};
use crate::bank::{Exception, Rule, Scope};
use crate::base::diagnostic::Severity;
use crate::base::source::Spanned;
use crate::base::yaml::Value;

/// Reads `allow`: the codes of rules that are turned off, each with its reason.
pub(super) fn exceptions(fields: &mut Fields<'_>, scope: Scope) -> Vec<Spanned<Exception>> {
    let Some(node) = fields.take("allow") else { return Vec::new() };
    let Value::Mapping(entries) = node.value else {
        let message = format!("`allow` maps rules to reasons; this is {}", node.value.kind());
        let fault = Rule::WrongShape.found(message).at(node.span);
        fields.sink.push(fault.help("write a line `K103: the reason` for each rule"));
        return Vec::new();
    };
    let mut exceptions: Vec<Spanned<Exception>> = Vec::new();
    for entry in entries {
        let span = entry.key.span;
        let Some(rule) = Rule::of_code(&entry.key.value) else {
            let known = Rule::ALL.map(Rule::code);
            let message = format!("unknown rule `{}`", entry.key.value);
            let fault = Rule::UnknownName.found(message).suggest_instead(&entry.key.value, known);
            fields.sink.push(fault.at(span).help("`interview-kit check --rules` lists them all"));
            continue;
        };
        if let Some(why) = forbidden(rule, scope) {
            let message = format!("{} cannot be turned off here: {why}", rule.code());
            fields.sink.push(Rule::NotAnException.found(message).at(span));
            continue;
        }
        if exceptions.iter().any(|known| known.value.rule == rule) {
            let message = format!("{} is turned off here twice", rule.code());
            fields.sink.push(Rule::DuplicateKey.found(message).at(span));
            continue;
        }
        if entry.value.value == Value::Null {
            let fault =
                Rule::Empty.found(format!("{} is turned off without a reason", rule.code()));
            fields.sink.push(fault.at(span).help("write the reason behind the colon"));
            continue;
        }
        if let Some(reason) = text(entry.value, "allow", fields.sink) {
            exceptions.push(Spanned { value: Exception { rule, reason: reason.value }, span });
        }
    }
    exceptions
}

/// Why a rule cannot be turned off at a place, if it cannot.
fn forbidden(rule: Rule, scope: Scope) -> Option<&'static str> {
    if rule.severity() == Severity::Error {
        return Some("it is an error, and the bank could not be used");
    }
    match (scope, rule.scope()) {
        (Scope::Bank, _) => None,
        (here, there) if here == there => None,
        (_, Scope::Question) => Some("it is about questions: put it to a question, or to the bank"),
        (_, Scope::Role) => Some("it is about roles: put it to a role, or to the bank"),
        (_, Scope::Bank) => Some("it is about the bank: put it to the bank's own `allow`"),
    }
}
