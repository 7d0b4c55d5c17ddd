use std::collections::HashSet;
use std::path::Path;

use anyhow::Context;
use serde::Deserialize;

use crate::base::files;
use crate::collect::paper::{Answer, AnswerFault, Answers, AskKind};

/// The file that the review page saves.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersFile {
    answers: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    value: Answer,
}

/// Reads saved answers.
pub(super) fn read(path: Option<&Path>) -> anyhow::Result<Answers> {
    let Some(path) = path else { return Ok(Answers::default()) };
    let text = files::read_file(path)?;
    let shown = path.display();
    let AnswersFile { answers } = serde_json::from_str(&text).with_context(|| {
        format!("{shown}: this is no file of answers that the review page saved")
    })?;
    let mut known = HashSet::new();
    if let Some(twice) = answers.iter().find(|entry| !known.insert(&entry.id)) {
        anyhow::bail!(
            "{shown}: `{}` is answered twice\n  help: keep the answer that counts",
            twice.id
        );
    }
    Ok(answers.into_iter().map(|Entry { id, value }| (id, value)).collect())
}

/// Why an answer cannot be applied.
pub(super) fn error(path: Option<&Path>, AnswerFault { id, kind }: &AnswerFault) -> anyhow::Error {
    let shown = path.map(|path| format!("{}: ", path.display())).unwrap_or_default();
    let expected = match kind {
        AskKind::Check => "`true` or `false`".to_owned(),
        AskKind::Choice(values) => {
            let values: Vec<String> = values.iter().map(|value| format!("\"{value}\"")).collect();
            format!("null, or one of {}", values.join(", "))
        }
    };
    anyhow::anyhow!(
        "{shown}the answer to `{id}` is not one that it can have\n  help: write {expected}"
    )
}
