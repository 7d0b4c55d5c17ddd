//! `scores`: what the ratings in records can support.

mod lines;
mod page;
mod table;
mod view;
mod words;

pub(super) use view::scores_schema;

use std::collections::BTreeSet;

use self::view::Report;
use super::{inputs, json, records};
use crate::base::files::{self, Overwrite, Planned};
use crate::base::text::{counted, nearest, printed_line};
use crate::cli::terminal::Console;
use crate::cli::{ScoresArgs, ScoresFormat, UsageError};
use crate::collect::{Record, Records};
use crate::evaluate::{Bootstrap, Differing, KitRatings, LeftOut, Reason, Scores, ratings};

pub(super) fn run(args: &ScoresArgs) -> anyhow::Result<()> {
    let console = Console::new(args.write.quiet);
    let format = args.checked_format(console.stdout_is_terminal())?;
    if let Some(path) = args.file() {
        inputs::spare(path, &args.records)?;
    }
    let Records { mut records, refused, superseded: _ } = records::read(&args.records)?;
    if !refused.is_empty() {
        console.error(&format!("warning: {}", words::refused(refused.len())));
    }
    if records.is_empty() {
        anyhow::bail!(
            "there are no records in these files\n  help: make them with `interview-kit collect`"
        );
    }
    pick("--kit", args.kit.as_deref(), &mut records, |record| &record.kit)?;
    pick("--packet", args.packet.as_deref(), &mut records, |record| &record.packet)?;
    let ratings = ratings(&records).map_err(|differing| anyhow::anyhow!(describe(&differing)))?;
    let is_page = matches!(format, ScoresFormat::Md | ScoresFormat::Pdf);
    // Ratings that contradict each other are worth a table, but nothing could be drawn of them.
    let is_worth = |doubt: &LeftOut| !is_page && doubt.reason != Reason::Blank;
    if ratings.iter().all(|kit| kit.ratings.is_empty() && !kit.left_out.iter().any(is_worth)) {
        anyhow::bail!(
            "there are no ratings in these records\n  help: ratings are in the records of scoring forms, scorecards, and guides"
        );
    }
    let bootstrap = Bootstrap { seed: args.seed, resamples: args.resamples };
    let mut scores = Vec::new();
    for kit in &ratings {
        let points = match points(args, kit)? {
            Points::Known(points) => points,
            Points::Guessed(points) => {
                console.info(&format!(
                    "note: kit {}: the records do not say how many points the scale has, so it is taken to end at {points}, the highest rating; if it has more points, add --points",
                    printed_line(&kit.kit)
                ));
                points
            }
        };
        scores.push(Scores::of(kit, points, bootstrap));
    }
    let bytes = match format {
        ScoresFormat::Table => table::report(&scores, bootstrap, refused.len()).into_bytes(),
        ScoresFormat::Json => json::text(&Report::new(&scores, bootstrap, refused.len()))?,
        ScoresFormat::Csv => lines::report(&scores).into_bytes(),
        ScoresFormat::Md | ScoresFormat::Pdf => {
            let page = page::Page::new(args, only(&scores)?, bootstrap, refused.len(), console)?;
            if page.left_out > 0 {
                let rows = counted(page.left_out, "row", "rows");
                console.error(&format!(
                    "warning: the page has no room for {rows}; `interview-kit scores` lists all of them"
                ));
            }
            if format == ScoresFormat::Md { page.markdown.into_bytes() } else { page.pdf }
        }
    };
    let Some(path) = args.file() else {
        console.data(&bytes)?;
        return Ok(());
    };
    let overwrite = if args.write.force { Overwrite::Replace } else { Overwrite::SkipIdentical };
    let done = files::write_files(&[Planned { path: path.to_owned(), bytes }], overwrite)?;
    for done in done {
        console.info(&format!("{} {}", done.describe(), path.display()));
    }
    Ok(())
}

/// Keeps the records with a value that is asked for.
fn pick(
    option: &str,
    wanted: Option<&str>,
    records: &mut Vec<Record>,
    value: impl Fn(&Record) -> &String,
) -> Result<(), UsageError> {
    let Some(wanted) = wanted else { return Ok(()) };
    let known: BTreeSet<String> = records.iter().map(|record| value(record).clone()).collect();
    records.retain(|record| value(record) == wanted);
    if !records.is_empty() {
        return Ok(());
    }
    let names = || known.iter().map(String::as_str);
    let error = UsageError::new(format!("{option} {wanted}: no record has it"));
    let error = match nearest(wanted, names()) {
        Some(nearest) => error.help(format!("did you mean `{nearest}`?")),
        None => error,
    };
    Err(error.help(format!("expected one of: {}", names().collect::<Vec<_>>().join(", "))))
}

/// How many points a scale has.
enum Points {
    /// As the command line or the records say.
    Known(u8),
    /// At least as many as the highest rating.
    Guessed(u8),
}

/// How many points the scale of a kit has.
fn points(args: &ScoresArgs, kit: &KitRatings) -> anyhow::Result<Points> {
    let highest = kit.highest_score().max(1);
    if let Some(points) = args.points {
        if points < highest {
            let message = format!("--points {points}: the records have a rating of {highest}");
            let error = UsageError::new(message);
            return Err(error.help("count the points of the scale on a scoring form").into());
        }
        return Ok(Points::Known(points));
    }
    let refused = |why: String| {
        let why = format!("kit {}: {why}", kit.kit);
        let help = "collect the files again as they came back, or say how many points the scale has with --points";
        anyhow::anyhow!("{}\n  help: {help}", printed_line(&why))
    };
    let mut scales = kit.scales.iter();
    match (scales.next(), scales.next()) {
        (None, _) => Ok(Points::Guessed(highest)),
        (Some((one, file)), Some((other, another))) => Err(refused(format!(
            "the rating scale has {one} points in {file}, and {other} in {another}"
        ))),
        (Some((points, file)), None) if *points < highest => Err(refused(format!(
            "the rating scale has {points} points in {file}, but there is a rating of {highest}"
        ))),
        (Some((points, _)), None) => Ok(Points::Known(*points)),
    }
}

/// The only kit. A page is about one.
fn only(scores: &[Scores]) -> Result<&Scores, UsageError> {
    let [first, others @ ..] = scores else { return Err(UsageError::new("there is no kit")) };
    if others.is_empty() {
        return Ok(first);
    }
    let codes: Vec<&str> = scores.iter().map(|scores| scores.kit.as_str()).collect();
    let message = format!("a page is about one kit, but the records are of {}", codes.join(", "));
    Err(UsageError::new(message).help(format!("add --kit {}", first.kit)))
}

/// Which records contradict each other.
fn describe(differing: &[Differing]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for Differing { kit, packet, part, document, files: [one, other] } in differing {
        let part = part.map_or_else(String::new, |part| format!(", interviewer {part}"));
        let line = format!(
            "{one} and {other} are both the {document} of packet {packet}{part} of kit {kit}, but they differ"
        );
        lines.push(printed_line(&line).into_owned());
    }
    lines.push("  help: keep the file that counts, and collect the records again".to_owned());
    lines.join("\n")
}
