use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::{Bank, Competency, Level, Origin, Question, Reference, Role, ScalePoint, Theme};

/// The JSON Schema of a bank file, with which editors complete and validate it. It uses draft 7, which the YAML language server
/// supports best.
#[must_use]
pub fn schema() -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    generator.into_root_schema_for::<BankFile>().to_value()
}

/// A question bank for interview-kit.
#[derive(JsonSchema)]
#[schemars(title = "Question bank", deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is of interest: a schema is made from it")]
struct BankFile {
    #[schemars(flatten)]
    origin: Origin,
    /// The themes of the questions; default: strategy, execution, and people.
    #[schemars(default, length(min = 1, max = Bank::MAX_THEMES))]
    themes: Vec<Theme>,
    /// The competencies that questions assess. Optional if a bank combined with this one defines them.
    #[schemars(default, length(min = 1, max = Bank::MAX_ENTRIES))]
    competencies: Vec<Competency>,
    /// Reference documents.
    #[schemars(default, rename = "companions", length(max = Bank::MAX_ENTRIES))]
    references: Vec<Reference>,
    /// The levels, in order of seniority. Optional if a bank combined with this one defines them.
    #[schemars(default, length(min = 1, max = Bank::MAX_ENTRIES))]
    levels: Vec<Level>,
    /// The roles to interview for.
    #[schemars(default, length(max = Bank::MAX_ENTRIES))]
    roles: Vec<Role>,
    /// The rating scale, from 1 up: 3, 4, 5, or 7 points. Forms also offer “Not assessed”. Optional if a combined bank defines it.
    #[schemars(default, length(min = 3, max = 7))]
    scale: Vec<ScalePoint>,
    /// The questions, in the order in which they are asked.
    #[schemars(length(min = 1))]
    questions: Vec<Question>,
}
