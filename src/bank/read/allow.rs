use super::fields::Fields;
use crate::bank::{Rule, Scope, Suppression};
use crate::base::diagnostic::Severity;
use crate::base::source::Spanned;
use crate::base::yaml::Value;

/// Reads `allow`: the codes of rules that are suppressed, each with its reason.
pub(super) fn suppressions(fields: &mut Fields<'_>, scope: Scope) -> Vec<Spanned<Suppression>> {
    let entries = fields.entries(
        "allow",
        "`allow` must map rule codes to reasons",
        "add one line per rule: `K103: reason`",
    );
    let mut suppressions: Vec<Spanned<Suppression>> = Vec::new();
    for entry in entries {
        let span = entry.key.span;
        let Some(rule) = Rule::of_code(&entry.key.value) else {
            let known = Rule::ALL.map(Rule::code);
            let message = format!("unknown rule `{}`", entry.key.value);
            let fault =
                Rule::UnknownName.diagnostic(message).suggest_instead(&entry.key.value, known);
            let help = "run `interview-kit check --rules` for the list";
            fields.diagnostics().push(fault.at(span).help(help));
            continue;
        };
        if let Some(why) = forbidden(rule, scope) {
            let message = format!("{} cannot be suppressed here: {why}", rule.code());
            fields.diagnostics().push(Rule::InvalidSuppression.diagnostic(message).at(span));
            continue;
        }
        if entry.value.value == Value::Null {
            let message = format!("{} is suppressed without a reason", rule.code());
            let fault = Rule::Empty.diagnostic(message).at(span);
            fields.diagnostics().push(fault.help("add the reason after the colon"));
            continue;
        }
        if let Some(reason) = fields.text_of(entry.value, "allow") {
            suppressions.push(Spanned { value: Suppression { rule, reason: reason.value }, span });
        }
    }
    suppressions
}

/// Why a rule cannot be suppressed at a place, if it cannot.
fn forbidden(rule: Rule, scope: Scope) -> Option<&'static str> {
    if rule.severity() == Severity::Error {
        return Some("errors cannot be suppressed");
    }
    match (scope, rule.scope()) {
        (Scope::Bank, _) => None,
        (here, there) if here == there => None,
        (_, Scope::Question) => {
            Some("it applies to questions; move it to a question or to the bank")
        }
        (_, Scope::Role) => Some("it applies to roles; move it to a role or to the bank"),
        (_, Scope::Bank) => Some("it applies to the bank; move it to the bank's `allow`"),
    }
}
