use std::path::PathBuf;

use super::failure::{diagnosed, warn};
use super::print::print;
use super::selection::criteria;
use super::{Usage, bank};
use crate::bank::{Bank, Id};
use crate::cli::{BuildArgs, FacetArgs, Format};
use crate::document::Paper;
use crate::kit::{Kit, Packet};
use crate::output::{self, Console, Manifest, ManifestFile, ManifestQuestion, Overwrite, Planned};
use crate::select::{Selection, select};
use crate::source::{Source, Sources};
use crate::template::{Own, Part, Templates};
use crate::unit::Minutes;

/// A document that was made, in one format.
struct Made {
    format: Format,
    bytes: Vec<u8>,
    pages: Option<usize>,
}

pub(super) fn run(args: &BuildArgs) -> anyhow::Result<()> {
    let console = Console::new(args.output.quiet);
    let formats = formats(args)?;
    if to_stdout(args) && formats == [Format::Pdf] && console.data_is_seen() && !args.output.dry_run
    {
        let why =
            "-o -: a PDF is not for a terminal\n  help: redirect it, as in `… -o - > kit.pdf`";
        return Err(Usage(why.to_owned()).into());
    }
    let bank = bank::load(&args.bank, console)?;
    let selection = select(&bank, &criteria(&args.facets))?;
    let stem = args.output.name.clone().unwrap_or_else(|| stem(&bank, &args.facets));
    let path = |format: Format| args.output.output.join(format!("{stem}.{}", format.as_str()));
    let overwrite = if args.output.force { Overwrite::Replace } else { Overwrite::Refuse };
    if !to_stdout(args) {
        // Known before the work, so that nobody waits for a refusal.
        let paths: Vec<PathBuf> = formats.iter().map(|format| path(*format)).collect();
        output::check_targets(paths.iter().map(PathBuf::as_path), overwrite)?;
    }
    let made = make(args, &selection, &formats, console)?;
    let is_written = !args.output.dry_run;
    if args.output.json {
        let place =
            |made: &Made| (!to_stdout(args)).then(|| path(made.format).display().to_string());
        let manifest = manifest(&bank, &selection, &made, place, is_written, args.facets.reserve);
        if is_written {
            write(&made, &path, overwrite, console)?;
        }
        let mut text = serde_json::to_string_pretty(&manifest)?;
        text.push('\n');
        console.data(text.as_bytes())?;
    } else if to_stdout(args) {
        if is_written {
            made.iter().try_for_each(|made| console.data(&made.bytes))?;
        }
    } else if is_written {
        write(&made, &path, overwrite, console)?;
    } else {
        for made in &made {
            console.message(&format!("would write {}{}", path(made.format).display(), sized(made)));
        }
    }
    Ok(())
}

fn formats(args: &BuildArgs) -> Result<Vec<Format>, Usage> {
    let mut formats = args.output.format.clone();
    formats.sort_unstable();
    formats.dedup();
    if to_stdout(args) && formats.len() > 1 {
        let why = "-o -: standard output takes one format\n  help: add --format pdf or --format md";
        return Err(Usage(why.to_owned()));
    }
    if to_stdout(args) && args.output.json && !args.output.dry_run {
        let why = "-o - and --json both want standard output\n  help: give -o a folder";
        return Err(Usage(why.to_owned()));
    }
    Ok(formats)
}

fn to_stdout(args: &BuildArgs) -> bool {
    args.output.output.as_os_str() == "-"
}

/// The guide in each format: Markdown from the template, and from that same Markdown the PDF.
fn make(
    args: &BuildArgs,
    selection: &Selection<'_>,
    formats: &[Format],
    console: Console,
) -> anyhow::Result<Vec<Made>> {
    let mut sources = Sources::new();
    let kit = Kit::new(selection, &packet(args));
    let templates = templates(args, &mut sources, console)?;
    let markdown = templates.render(Part::Guide, &kit, &sources);
    let markdown = markdown.map_err(|it| diagnosed(&it, &sources, console))?;
    let mut made = Vec::new();
    if formats.contains(&Format::Pdf) {
        let id = sources.add(Source { name: "<guide>".to_owned(), text: markdown.clone() });
        let paper = Some(Paper::from(args.output.paper));
        let printed = print(&sources, id, paper, args.output.print.strict, console)?;
        made.push(Made { format: Format::Pdf, bytes: printed.bytes, pages: Some(printed.pages) });
    }
    if formats.contains(&Format::Md) {
        made.push(Made { format: Format::Md, bytes: markdown.into_bytes(), pages: None });
    }
    Ok(made)
}

/// The built-in templates, and in their place whatever is in the user's folder.
fn templates(
    args: &BuildArgs,
    sources: &mut Sources,
    console: Console,
) -> anyhow::Result<Templates> {
    let mut own = Vec::new();
    if let Some(folder) = &args.templates {
        for file in output::read_folder(folder, "md")? {
            let path = file.path.display().to_string();
            own.push(Own { name: file.name, path, text: file.text });
        }
    }
    match Templates::with_own(sources, own) {
        Ok(accepted) => {
            warn(&accepted.warnings, sources, console);
            Ok(accepted.value)
        }
        Err(rejected) => Err(diagnosed(&rejected, sources, console).into()),
    }
}

fn packet(args: &BuildArgs) -> Packet {
    let only = |ids: &[Id]| match ids {
        [only] => Some(only.clone()),
        _ => None,
    };
    Packet {
        candidate: args.packet.candidate.clone(),
        interviewer: args.packet.interviewer.clone(),
        position: args.packet.position.clone(),
        date: args.packet.date.clone(),
        time: args.packet.time.clone(),
        role: only(&args.facets.role),
        level: only(&args.facets.level),
        reserve: Minutes(args.facets.reserve),
    }
}

fn write(
    made: &[Made],
    path: &impl Fn(Format) -> PathBuf,
    overwrite: Overwrite,
    console: Console,
) -> anyhow::Result<()> {
    let planned = |made: &Made| Planned { path: path(made.format), bytes: made.bytes.clone() };
    let files: Vec<Planned> = made.iter().map(planned).collect();
    output::write_files(&files, overwrite)?;
    for made in made {
        console.message(&format!("wrote {}{}", path(made.format).display(), sized(made)));
    }
    Ok(())
}

/// How large a document came out: ` (20 pages, 85 KB)`.
fn sized(made: &Made) -> String {
    let size = match made.bytes.len() {
        bytes if bytes < 1000 => format!("{bytes} bytes"),
        bytes => format!("{} KB", bytes.div_ceil(1000)),
    };
    match made.pages {
        Some(1) => format!(" (1 page, {size})"),
        Some(pages) => format!(" ({pages} pages, {size})"),
        None => format!(" ({size})"),
    }
}

fn manifest(
    bank: &Bank,
    selection: &Selection<'_>,
    made: &[Made],
    place: impl Fn(&Made) -> Option<String>,
    written: bool,
    reserve: u32,
) -> Manifest {
    let file = |made: &Made| ManifestFile {
        path: place(made),
        document: "guide",
        format: made.format.as_str(),
        bytes: made.bytes.len(),
        sha256: output::sha256(&made.bytes),
        pages: made.pages,
        written,
    };
    let question = |question: &&crate::bank::Question| ManifestQuestion {
        id: question.id.to_string(),
        minutes: question.minutes.0,
    };
    Manifest {
        generator: concat!("interview-kit ", env!("CARGO_PKG_VERSION")).to_owned(),
        banks: bank.origins.iter().map(|origin| origin.id.to_string()).collect(),
        questions: selection.questions().iter().map(question).collect(),
        minutes: (selection.minutes() + Minutes(reserve)).0,
        files: made.iter().map(file).collect(),
    }
}

/// A name for the files that says what was chosen, in ids only: it never holds the name of a person.
fn stem(bank: &Bank, facets: &FacetArgs) -> String {
    const LONGEST: usize = 120;
    let mut parts: Vec<String> = facets.role.iter().map(Id::to_string).collect();
    if parts.is_empty() {
        parts.extend(bank.origins.iter().map(|origin| origin.id.to_string()));
    }
    let criteria = criteria(facets);
    parts.extend(criteria.levels.iter().map(Id::to_string));
    parts.extend(criteria.themes.iter().chain(&criteria.themes_any).map(ToString::to_string));
    parts.extend(criteria.competencies.iter().map(Id::to_string));
    parts.extend(criteria.kinds.iter().map(ToString::to_string));
    parts.extend(criteria.questions.iter().map(Id::to_string));
    parts.extend(facets.minutes.map(|minutes| format!("{minutes}-min")));
    let mut stem = parts.join("-");
    stem.truncate(LONGEST);
    format!("{}-guide", stem.trim_end_matches('-'))
}
