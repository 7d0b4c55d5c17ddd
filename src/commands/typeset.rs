use std::path::Path;

use super::Usage;
use super::bank::text;
use super::print::Printer;
use crate::cli::TypesetArgs;
use crate::document::Paper;
use crate::output::{self, Console, Overwrite, Planned};
use crate::source::Sources;

pub(super) fn run(args: &TypesetArgs) -> anyhow::Result<()> {
    let console = Console::new(args.write.quiet);
    let is_stdout = is_stream(&args.output);
    if is_stdout && console.data_is_seen() {
        let why =
            "-o -: a PDF is not for a terminal\n  help: redirect it, as in `… -o - > guide.pdf`";
        return Err(Usage(why.to_owned()).into());
    }
    let overwrite = if args.write.force { Overwrite::Replace } else { Overwrite::Refuse };
    if !is_stdout {
        output::check_targets(std::iter::once(args.output.as_path()), overwrite)?;
    }
    let mut sources = Sources::new();
    let id = sources.add(text(&args.guide)?);
    let paper = args.paper.map(Paper::from);
    let printer = Printer::new(args.print.strict, console)?;
    let pages = printer.set(&sources, id, paper)?;
    let bytes = printer.ink(&pages)?;
    if is_stdout {
        console.data(&bytes)?;
        return Ok(());
    }
    let file = Planned { path: args.output.clone(), bytes };
    output::write_files(&[file], overwrite)?;
    console.message(&format!("wrote {} ({} pages)", args.output.display(), pages.pages.len()));
    Ok(())
}

fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}
