use crate::bank;
use crate::cli::{SchemaArgs, SchemaOf};
use crate::output::Console;

pub(super) fn run(args: &SchemaArgs) -> anyhow::Result<()> {
    let schema = match args.of {
        SchemaOf::Bank => text()?,
    };
    Console::new(false).data(schema.as_bytes())?;
    Ok(())
}

/// The schema of a bank, as a file holds it.
pub(super) fn text() -> anyhow::Result<String> {
    Ok(format!("{}\n", serde_json::to_string_pretty(&bank::schema())?))
}
