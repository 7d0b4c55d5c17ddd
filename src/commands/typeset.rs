use std::path::Path;

use super::bank::text;
use super::brand::LoadedBrand;
use super::json;
use super::json::{Guide, Written, WrittenFile};
use super::pictures;
use super::print::Printer;
use crate::base::diagnostic::Diagnostics;
use crate::base::files::{self, Overwrite, Planned};
use crate::base::source::Sources;
use crate::base::text::counted;
use crate::base::unit::Paper;
use crate::cli::terminal::Console;
use crate::cli::{Format, TypesetArgs, UsageError, text_size};
use crate::document::Document;

pub(super) fn run(args: &TypesetArgs) -> anyhow::Result<()> {
    let console = Console::new(args.write.quiet);
    let is_stdout = is_stream(&args.output);
    if is_stdout && console.stdout_is_terminal() {
        let error = UsageError::new("-o -: refusing to write a PDF to the terminal");
        return Err(error.help("redirect it: `… -o - > guide.pdf`").into());
    }
    if is_stdout && args.json {
        let error = UsageError::new("-o - and --json cannot both write to standard output");
        return Err(error.help("set -o to a file").into());
    }
    if !is_stdout
        && args.output.extension().is_some()
        && Format::of(&args.output) != Some(Format::Pdf)
    {
        let (path, pdf) = (args.output.display(), args.output.with_extension("pdf"));
        let error = UsageError::new(format!("-o {path}: the output is a PDF"));
        return Err(error.help(format!("name it {}", pdf.display())).into());
    }
    if args.json {
        console.expect_data()?;
    }
    let overwrite = if args.write.force { Overwrite::Replace } else { Overwrite::SkipIdentical };
    let mut sources = Sources::new();
    let id = sources.add(text(&args.guide)?);
    let paper = args.paper.map(Paper::from);
    let brand = LoadedBrand::of_guide(&args.brand.request(), &args.guide, console)?;
    let printer = Printer::new(brand, args.strict, console)?;
    let mut document = printer.read(&sources, id)?;
    let pictures = pictures(&mut document, &args.guide);
    printer.accepted(pictures.check(Some(())), &sources)?;
    let text = text_size(args.large_print);
    let (pages, bytes) = printer.print(&sources, &document, paper, text)?;
    if is_stdout {
        console.data(&bytes)?;
        return Ok(());
    }
    let file = Planned { path: args.output.clone(), bytes };
    let done = files::write_files(std::slice::from_ref(&file), overwrite)?;
    if args.json {
        let kit = document.front.kit;
        let guide = Guide {
            pages,
            edited: kit.as_ref().is_some_and(|kit| kit.is_edited),
            code: kit.map(|kit| kit.code),
        };
        let file = WrittenFile::new(&file.path, &file.bytes, Some(guide));
        return json::print(&Written::new(vec![file]), console);
    }
    let path = args.output.display();
    for done in done {
        let pages = counted(pages, "page", "pages");
        console.info(&format!("{} {path} ({pages})", done.describe()));
    }
    Ok(())
}

/// Reads the pictures of a guide.
fn pictures(document: &mut Document, guide: &Path) -> Diagnostics {
    let (folder, help) = if is_stream(guide) {
        (Path::new(""), "paths are relative to the current folder")
    } else {
        let folder = guide.parent().unwrap_or(Path::new(""));
        (folder, "paths are relative to the Markdown file")
    };
    pictures::read_all(document, help, |path| Ok(folder.join(path)))
}

fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}
