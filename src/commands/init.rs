use std::path::Path;

use super::json::{Written, WrittenFile};
use super::{json, schema};
use crate::bank;
use crate::base::files::{self, Overwrite, Planned, WriteError};
use crate::cli::InitArgs;
use crate::cli::terminal::Console;
use crate::packet::{built_in_templates, locale};

/// The comment above a bank to edit. Its first line tells the YAML language server where the schema is.
const HEAD: &str = "\
# yaml-language-server: $schema=bank.schema.json
#
# A question bank to edit. With the line above, editors with the YAML language server complete and validate it while you type.
#
#   interview-kit check bank.yaml                               errors and suggestions
#   interview-kit build --bank bank.yaml --templates templates  build a kit from it
#
# Change the id and title. Ids use lowercase letters, digits, and hyphens and are never reused, because files, links, and form
# fields are named after them. Credit the authors in `source` and `editor`.

";

pub(super) fn run(args: &InitArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet);
    if args.json {
        console.expect_data()?;
    }
    let files = files(&args.folder)?;
    let done = files::write_files(&files, Overwrite::SkipIdentical).map_err(|error| match error {
        WriteError::Exists { path, .. } => anyhow::anyhow!(
            "{} already exists; nothing was written\n  help: choose another folder, or move the file",
            path.display()
        ),
        error => error.into(),
    })?;
    if args.json {
        let written = files.iter().map(|file| WrittenFile::new(&file.path, &file.bytes, None));
        return json::print(&Written::new(written.collect()), console);
    }
    for (file, done) in files.iter().zip(done) {
        console.info(&format!("{} {}", done.describe(), file.path.display()));
    }
    let path = |name: &str| files::in_folder(&args.folder, name);
    let (bank, templates) = (path("bank.yaml"), path("templates"));
    console.info(&format!(
        "\nNext: edit {0}, then\n  interview-kit check {0}\n  interview-kit build --bank {0} --templates {1}",
        bank.display(),
        templates.display()
    ));
    Ok(())
}

fn files(folder: &Path) -> anyhow::Result<Vec<Planned>> {
    let planned = |path: &str, text: String| Planned {
        path: files::in_folder(folder, path),
        bytes: text.into_bytes(),
    };
    let mut files =
        vec![planned("bank.yaml", bank()), planned("bank.schema.json", schema::text()?)];
    for (name, text) in built_in_templates() {
        files.push(planned(&format!("templates/{name}"), text.to_owned()));
    }
    for (tag, text) in locale::BUILT_IN {
        files.push(planned(&format!("templates/locales/{tag}.ftl"), text.to_owned()));
    }
    Ok(files)
}

/// The built-in bank under a heading of its own: that of the original says what the original is.
fn bank() -> String {
    let text = bank::built_in().text;
    let body = text.lines().skip_while(|line| line.is_empty() || line.starts_with('#'));
    let body: Vec<&str> = body.collect();
    format!("{HEAD}{}\n", body.join("\n"))
}
