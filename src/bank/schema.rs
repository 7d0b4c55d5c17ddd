use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::{Bank, Companion, Competency, Level, Origin, Question, Role, Rule, ScalePoint, Scope};
use crate::base::diagnostic::Severity;

/// The JSON Schema of a bank file, by which editors complete and check it while it is written. It is of draft 7, which the YAML
/// language server knows best.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    generator.into_root_schema_for::<BankFile>().to_value()
}

/// A question bank of interview-kit: one file.
#[derive(JsonSchema)]
#[schemars(title = "Question bank", deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is of interest: a schema is made from it")]
struct BankFile {
    #[schemars(flatten)]
    origin: Origin,
    /// What questions give evidence of. May be left out where another bank, used together with this one, has it.
    #[schemars(default, length(min = 1, max = Bank::MOST_NAMES))]
    competencies: Vec<Competency>,
    /// Documents to read beside the questions.
    #[schemars(default, length(max = Bank::MOST_NAMES))]
    companions: Vec<Companion>,
    /// The levels, in order of seniority. May be left out where another bank, used together with this one, has them.
    #[schemars(default, length(min = 1, max = Bank::MOST_NAMES))]
    levels: Vec<Level>,
    /// The roles for which a kit can be made.
    #[schemars(default, length(max = Bank::MOST_NAMES))]
    roles: Vec<Role>,
    /// The rating scale, from 1 upwards: 3, 4, 5 or 7 points. “No evidence” is offered besides. May be left out where another
    /// bank, used together with this one, has it.
    #[schemars(default, length(min = 3, max = 7))]
    scale: Vec<ScalePoint>,
    /// The questions, in the order in which they are asked.
    #[schemars(length(min = 1, max = Bank::MOST_QUESTIONS))]
    questions: Vec<Question>,
}

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
