use std::path::Path;

use super::bank::text;
use super::json::{Guide, Written, WrittenFile};
use super::print::Printer;
use super::{Usage, json};
use crate::base::files::{self, Overwrite, Planned};
use crate::base::source::Sources;
use crate::base::unit::Paper;
use crate::cli::terminal::Console;
use crate::cli::{Format, TypesetArgs};

pub(super) fn run(args: &TypesetArgs) -> anyhow::Result<()> {
    let console = Console::new(args.write.quiet);
    let is_stdout = is_stream(&args.output);
    if is_stdout && console.data_is_seen() {
        let why =
            "-o -: a PDF is not for a terminal\n  help: redirect it, as in `… -o - > guide.pdf`";
        return Err(Usage(why.to_owned()).into());
    }
    if is_stdout && args.json {
        let why = "-o - and --json both want standard output\n  help: name a file after -o";
        return Err(Usage(why.to_owned()).into());
    }
    if !is_stdout && Format::of(&args.output) == Some(Format::Md) {
        let (path, pdf) = (args.output.display(), args.output.with_extension("pdf"));
        let why = format!("-o {path}: what is written is a PDF\n  help: name it {}", pdf.display());
        return Err(Usage(why).into());
    }
    if args.json {
        console.expect_data()?;
    }
    let overwrite = if args.write.force { Overwrite::Replace } else { Overwrite::SkipIdentical };
    let mut sources = Sources::new();
    let id = sources.add(text(&args.guide)?);
    let paper = args.paper.map(Paper::from);
    let printer = Printer::new(args.print.strict, console)?;
    let document = printer.read(&sources, id)?;
    let pages = printer.set(&sources, &document, paper)?;
    let bytes = printer.ink(&pages)?;
    if is_stdout {
        console.data(&bytes)?;
        return Ok(());
    }
    let file = Planned { path: args.output.clone(), bytes };
    let done = files::write_files(std::slice::from_ref(&file), overwrite)?;
    if args.json {
        let kit = document.front.kit;
        let guide = Guide {
            pages: pages.pages.len(),
            edited: kit.as_ref().is_some_and(|kit| kit.is_edited),
            code: kit.map(|kit| kit.code),
        };
        let file = WrittenFile::new(&file.path, &file.bytes, Some(guide));
        return json::print(&Written::new(vec![file]), console);
    }
    let path = args.output.display();
    for done in done {
        let count = pages.pages.len();
        let pages = if count == 1 { "page" } else { "pages" };
        console.message(&format!("{} {path} ({count} {pages})", done.describe()));
    }
    Ok(())
}

fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}
