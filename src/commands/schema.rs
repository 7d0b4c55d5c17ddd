use super::{collect, purge, verify};
use crate::bank;
use crate::cli::terminal::Console;
use crate::cli::{SchemaArgs, SchemaOf};
use crate::commands::manifest::manifest_schema;
use crate::commands::scores::scores_schema;

pub(super) fn run(args: &SchemaArgs) -> anyhow::Result<()> {
    let schema = match args.of {
        SchemaOf::Bank => text()?,
        SchemaOf::Manifest => pretty(&manifest_schema())?,
        SchemaOf::Records => pretty(&collect::schema())?,
        SchemaOf::Verify => pretty(&verify::schema())?,
        SchemaOf::Purge => pretty(&purge::schema())?,
        SchemaOf::Scores => pretty(&scores_schema())?,
    };
    Console::new(false).data(schema.as_bytes())?;
    Ok(())
}

/// The schema of a bank, as a file holds it.
pub(super) fn text() -> anyhow::Result<String> {
    pretty(&bank::schema())
}

fn pretty(schema: &serde_json::Value) -> anyhow::Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(schema)?))
}
