use super::bank::text;
use super::failure::{diagnosed, warn};
use crate::cli::ImportArgs;
use crate::import;
use crate::output::{self, Console, Overwrite, Planned};
use crate::source::Sources;

pub(super) fn run(args: &ImportArgs) -> anyhow::Result<()> {
    let console = Console::new(args.write.quiet);
    let overwrite = if args.write.force { Overwrite::Replace } else { Overwrite::Refuse };
    let output = args.output.as_ref().filter(|path| path.as_os_str() != "-");
    if let Some(path) = output {
        output::check_targets(std::iter::once(path.as_path()), overwrite)?;
    }
    let mut sources = Sources::new();
    let id = sources.add(text(&args.pack)?);
    let read = import::read(&sources, id).map_err(|it| diagnosed(&it, &sources, console))?;
    warn(&read.warnings, &sources, console);
    let pack = read.value;
    let file = import::bank_file(&pack, &sources.get(id).name);
    let rubric: usize = pack.questions.iter().map(|question| question.rubric.len()).sum();
    let counts = format!("{} questions and {rubric} rubric lines", pack.questions.len());
    match output {
        None => {
            console.data(file.as_bytes())?;
            console.message(&format!("read {counts}; fill in what is empty"));
        }
        Some(path) => {
            let planned = Planned { path: path.clone(), bytes: file.into_bytes() };
            output::write_files(&[planned], overwrite)?;
            let path = path.display();
            console.message(&format!(
                "wrote {path} with {counts}\n\nNext: fill in what is empty; this says what is missing:\n  interview-kit check {path}"
            ));
        }
    }
    Ok(())
}
