//! The JSON Schema of values that a bank file writes in another shape than the model has them.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::{Rule, Scope};
use crate::base::diagnostic::Severity;

/// A text that may look like a number: `edition: 2026`.
pub(super) fn text_or_number(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "number"] })
}

/// A language tag, as far as a pattern can tell.
pub(super) fn language(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^([A-Za-z]{2,3}|[IiXx])(-[A-Za-z0-9]{1,8})*$" })
}

/// A mapping from scores to texts.
pub(super) fn anchors(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "propertyNames": { "pattern": "^[1-7]$" },
        "additionalProperties": { "type": "string" },
    })
}

pub(super) fn allowed_in_bank(_: &mut SchemaGenerator) -> Schema {
    allowed(Scope::Bank)
}

pub(super) fn allowed_in_role(_: &mut SchemaGenerator) -> Schema {
    allowed(Scope::Role)
}

pub(super) fn allowed_in_question(_: &mut SchemaGenerator) -> Schema {
    allowed(Scope::Question)
}

/// A mapping from the rules that can be turned off at a place to reasons.
fn allowed(scope: Scope) -> Schema {
    let rules = Rule::ALL.into_iter().filter(|rule| rule.severity() == Severity::Advice);
    let rules = rules.filter(|rule| scope == Scope::Bank || rule.scope() == scope);
    let property = |rule: Rule| {
        let about = json_schema!({ "type": "string", "minLength": 1, "description": rule.title() });
        (rule.code().to_owned(), about.to_value())
    };
    let properties: Map<String, Value> = rules.map(property).collect();
    json_schema!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}
