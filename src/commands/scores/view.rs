//! Scores as JSON. The schema is public: keys are added, and none is taken away.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use crate::evaluate::{Bootstrap, CONFIDENCE, LEAST_CANDIDATES, LEAST_UNITS, Scores};

/// What the ratings in records can support. There is no average, total, or ranking in it.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Scores")]
pub(super) struct Report<'s> {
    /// How intervals were made.
    method: Method,
    /// How many files were refused when the records were collected.
    refused: usize,
    /// The kits, by their codes. Ratings of different kits are never mixed.
    kits: &'s [Scores],
}

/// How intervals were made.
#[derive(Serialize, JsonSchema)]
struct Method {
    /// Where the random numbers of the bootstrap begin.
    seed: u64,
    /// How often the units were drawn with replacement.
    resamples: u32,
    /// The confidence level of all intervals.
    level: f64,
    /// The least number of units for a statistic of agreement.
    least_units: usize,
    /// The least number of candidates for an intraclass correlation.
    least_candidates: usize,
}

/// The JSON Schema of scores.
pub(crate) fn scores_schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Report<'_>>().to_value()
}

impl<'s> Report<'s> {
    pub(super) fn new(kits: &'s [Scores], bootstrap: Bootstrap, refused: usize) -> Self {
        let method = Method {
            seed: bootstrap.seed,
            resamples: bootstrap.resamples,
            level: CONFIDENCE,
            least_units: LEAST_UNITS,
            least_candidates: LEAST_CANDIDATES,
        };
        Self { method, refused, kits }
    }
}
