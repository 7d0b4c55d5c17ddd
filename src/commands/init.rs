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

/// The bank's file in the folder.
const BANK: &str = "bank.yaml";
/// The folder of the templates in the folder.
const TEMPLATES: &str = "templates";

pub(super) fn run(args: &InitArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet);
    if args.json {
        console.expect_data()?;
    }
    let files = files(args)?;
    let overwrite = if args.force { Overwrite::Replace } else { Overwrite::SkipIdentical };
    let done = files::write_files(&files, overwrite).map_err(|error| match error {
        WriteError::NoFolder(..) => {
            anyhow::anyhow!("{}\n  help: choose another folder", error.message())
        }
        error => error.into(),
    })?;
    if args.json {
        let written = files.iter().map(|file| WrittenFile::new(&file.path, &file.bytes, None));
        return json::print(&Written::new(written.collect()), console);
    }
    for (file, done) in files.iter().zip(done) {
        console.info(&format!("{} {}", done.describe(), file.path.display()));
    }
    console.info(&format!("\nNext: {}", next(args)));
    Ok(())
}

/// What to do with the files.
fn next(args: &InitArgs) -> String {
    let path = |name: &str| files::in_folder(&args.folder, name).display().to_string();
    let (bank, templates) = (path(BANK), path(TEMPLATES));
    if let Some(language) = &args.language {
        let build = format!("interview-kit build --language {language} --templates {templates}");
        return format!("edit it, then\n  {build}");
    }
    let templates =
        if args.blank.is_some() { String::new() } else { format!(" --templates {templates}") };
    format!(
        "edit {bank}, then\n  interview-kit check {bank}\n  interview-kit build --bank {bank}{templates}"
    )
}

fn files(args: &InitArgs) -> anyhow::Result<Vec<Planned>> {
    let planned = |path: &str, text: String| Planned {
        path: files::in_folder(&args.folder, path),
        bytes: text.into_bytes(),
    };
    if let Some(language) = &args.language {
        let text = locale::file_to_translate(language);
        return Ok(vec![planned(&locale_file(language.as_str()), text)]);
    }
    let schema = planned("bank.schema.json", schema::text()?);
    if let Some(title) = &args.blank {
        return Ok(vec![planned(BANK, bank::blank(title)), schema]);
    }
    let mut files = vec![planned(BANK, built_in_bank()), schema];
    for (name, text) in built_in_templates() {
        files.push(planned(&format!("{TEMPLATES}/{name}"), text.to_owned()));
    }
    // The other languages are written with `--language`: each file would take the place of the program's.
    let (tag, text) = locale::BUILT_IN[0];
    files.push(planned(&locale_file(tag), text.to_owned()));
    Ok(files)
}

/// The path of a language's file.
fn locale_file(tag: &str) -> String {
    format!("{TEMPLATES}/locales/{tag}.ftl")
}

/// The built-in bank under a heading of its own: that of the original says what the original is.
fn built_in_bank() -> String {
    let text = bank::built_in().text;
    let body = text.lines().skip_while(|line| line.is_empty() || line.starts_with('#'));
    let body: Vec<&str> = body.collect();
    format!("{HEAD}{}\n", body.join("\n"))
}
