use anyhow::Context;

use super::super::bank::LoadedBank;
use super::output_file::OutputFile;
use crate::base::files::{self, Planned, WriteOutcome};
use crate::base::unit::{Paper, TextSize};
use crate::cli::terminal::Console;
use crate::cli::{BuildRequest, Collate, OutputRequest, Target};
use crate::commands::manifest::{
    FileState, Manifest, ManifestBank, ManifestFacet, ManifestFailure, ManifestFile,
    ManifestOptions,
};
use crate::packet::GuideLayout;
use crate::select::AskOrder;

/// Writes what was made, or all but writes it, and says what was done with each file.
pub(super) fn write(
    output: &OutputRequest,
    made: &[OutputFile<'_>],
    besides: Vec<Planned>,
) -> anyhow::Result<Vec<FileState>> {
    if output.is_dry_run {
        return Ok(made.iter().map(|_| FileState::Planned).collect());
    }
    let planned = |made: &OutputFile<'_>| Planned {
        path: output.path(&made.name),
        bytes: made.bytes.clone(),
    };
    let files = made.iter().map(planned).chain(besides).collect::<Vec<_>>();
    let done = files::write_files(&files, output.overwrite);
    let done = done.map_err(|error| match (&output.target, made) {
        // Whoever chose the name of a file can choose another; a row has a column for it.
        (Target::Folder(_), [first, ..]) if first.is_of_row() => {
            error.renamed_by("the column `name`")
        }
        (Target::Folder(_), _) => error.renamed_by("--name"),
        _ => error,
    })?;
    let state = |done: &WriteOutcome| match done {
        WriteOutcome::Written => FileState::Written,
        WriteOutcome::Unchanged => FileState::Unchanged,
    };
    Ok(done.iter().take(made.len()).map(state).collect())
}

/// Says of each file what was done with it.
pub(super) fn report_files(
    output: &OutputRequest,
    made: &[OutputFile<'_>],
    states: &[FileState],
    console: Console,
) {
    for (made, state) in made.iter().zip(states) {
        let path = output.path(&made.name);
        let (path, size) = (path.display(), made.size());
        console.info(&match state {
            FileState::Written => format!("wrote {path}{size}"),
            FileState::Unchanged => format!("unchanged: {path}{size}"),
            FileState::Planned => format!("would write {path}{size}"),
        });
    }
}

/// Prints the manifest of what was made on this paper.
pub(super) fn manifest(
    (request, paper): (&BuildRequest, Paper),
    banks: &LoadedBank,
    files: Vec<ManifestFile>,
    failures: Vec<ManifestFailure>,
    console: Console,
) -> anyhow::Result<()> {
    let origins = banks.bank.origins.iter().zip(banks.sha256());
    let banks = origins.map(|(origin, sha256)| ManifestBank {
        id: origin.id.to_string(),
        title: origin.title.clone(),
        edition: origin.edition.clone(),
        sha256,
    });
    let manifest = Manifest {
        generator: "interview-kit".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        banks: banks.collect(),
        options: options(request, paper),
        files,
        failures,
    };
    let mut text = serde_json::to_string_pretty(&manifest)?;
    text.push('\n');
    let lost = if request.output.is_dry_run {
        "the manifest was not printed"
    } else {
        "the files were written, but the manifest was not printed"
    };
    console.data(text.as_bytes()).context(lost)
}

fn options(request: &BuildRequest, paper: Paper) -> ManifestOptions {
    let BuildRequest { criteria, panel, roster, documents, output, .. } = request;
    let facets = criteria.filters.iter().map(|(facet, values)| ManifestFacet {
        name: facet.name.to_owned(),
        values: values.iter().map(ToString::to_string).collect(),
    });
    let facets = facets.collect();
    let collate = match documents.collate {
        Collate::None => "none",
        Collate::Interviewer => "interviewer",
        Collate::Packet => "packet",
        Collate::All => "all",
    };
    let layout = match documents.layout {
        GuideLayout::Separate => "separate",
        GuideLayout::Combined => "combined",
        GuideLayout::Compact => "compact",
    };
    ManifestOptions {
        command: if panel.is_some() { "panel" } else { "build" }.to_owned(),
        facets,
        minutes: criteria.minutes.map(|minutes| minutes.0),
        reserve: criteria.reserve.0,
        limit: criteria.limit,
        order: match criteria.order {
            AskOrder::Bank => "bank",
            AskOrder::Given => "given",
        }
        .to_owned(),
        interviewers: panel.as_ref().map_or(1, |panel| panel.interviewers.len()),
        shared: panel.as_ref().map_or(0, |panel| panel.shared),
        documents: documents.kinds.iter().map(|document| document.id.to_owned()).collect(),
        formats: output.formats.iter().map(|format| format.as_str().to_owned()).collect(),
        paper: match paper {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        }
        .to_owned(),
        language: documents.language.as_ref().map(ToString::to_string),
        layout: layout.to_owned(),
        large_print: output.text == TextSize::Large,
        collate: collate.to_owned(),
        duplex: documents.duplex,
        marks: documents.has_marks,
        shard: roster
            .as_ref()
            .and_then(|roster| roster.shard)
            .map(|shard| format!("{}/{}", shard.part, shard.of)),
    }
}
