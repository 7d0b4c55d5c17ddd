use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::{Bank, Competency, Level, Origin, Question, Reference, Role, ScalePoint, Theme};

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
    /// The themes of the questions: strategy, execution, and people if the key is left out.
    #[schemars(default, length(min = 1, max = Bank::MAX_THEMES))]
    themes: Vec<Theme>,
    /// What questions give evidence of. May be left out where another bank, used together with this one, has it.
    #[schemars(default, length(min = 1, max = Bank::MAX_ENTRIES))]
    competencies: Vec<Competency>,
    /// Documents to read beside the questions.
    #[schemars(default, rename = "companions", length(max = Bank::MAX_ENTRIES))]
    references: Vec<Reference>,
    /// The levels, in order of seniority. May be left out where another bank, used together with this one, has them.
    #[schemars(default, length(min = 1, max = Bank::MAX_ENTRIES))]
    levels: Vec<Level>,
    /// The roles for which a kit can be made.
    #[schemars(default, length(max = Bank::MAX_ENTRIES))]
    roles: Vec<Role>,
    /// The rating scale, from 1 upwards: 3, 4, 5 or 7 points. “No evidence” is offered besides. May be left out where another
    /// bank, used together with this one, has it.
    #[schemars(default, length(min = 3, max = 7))]
    scale: Vec<ScalePoint>,
    /// The questions, in the order in which they are asked.
    #[schemars(length(min = 1, max = Bank::MAX_QUESTIONS))]
    questions: Vec<Question>,
}
