use anyhow::Context;

use super::made::Made;
use super::order::Order;
use crate::bank::Bank;
use crate::base::files::{self, Planned, WriteOutcome};
use crate::cli::terminal::Console;
use crate::cli::{Collate, OrderArg, PaperArg};
use crate::commands::manifest::{
    FileState, Manifest, ManifestBank, ManifestFacet, ManifestFailure, ManifestFile,
    ManifestOptions,
};

/// Writes what was made, or all but writes it, and says what was done with each file.
pub(super) fn write(
    order: &Order<'_>,
    made: &[Made<'_>],
    besides: Vec<Planned>,
) -> anyhow::Result<Vec<FileState>> {
    if order.args.output.dry_run {
        return Ok(made.iter().map(|_| FileState::Planned).collect());
    }
    let planned =
        |made: &Made<'_>| Planned { path: order.path(&made.name), bytes: made.bytes.clone() };
    let files = made.iter().map(planned).chain(besides).collect::<Vec<_>>();
    let done = files::write_files(&files, order.overwrite())?;
    let state = |done: &WriteOutcome| match done {
        WriteOutcome::Written => FileState::Written,
        WriteOutcome::Unchanged => FileState::Unchanged,
    };
    Ok(done.iter().take(made.len()).map(state).collect())
}

/// Says of each file what was done with it.
pub(super) fn tell(order: &Order<'_>, made: &[Made<'_>], states: &[FileState], console: Console) {
    for (made, state) in made.iter().zip(states) {
        let path = order.path(&made.name);
        let (path, size) = (path.display(), made.size());
        console.message(&match state {
            FileState::Written => format!("wrote {path}{size}"),
            FileState::Unchanged => format!("unchanged: {path}{size}"),
            FileState::Planned => format!("would write {path}{size}"),
        });
    }
}

/// Prints the manifest.
pub(super) fn manifest(
    order: &Order<'_>,
    bank: (&Bank, &[String]),
    files: Vec<ManifestFile>,
    failures: Vec<ManifestFailure>,
    console: Console,
) -> anyhow::Result<()> {
    let (bank, hashes) = bank;
    let banks = bank.origins.iter().zip(hashes).map(|(origin, hash)| ManifestBank {
        id: origin.id.to_string(),
        title: origin.title.clone(),
        edition: origin.edition.clone(),
        sha256: hash.clone(),
    });
    let manifest = Manifest {
        generator: "interview-kit".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        banks: banks.collect(),
        options: options(order),
        files,
        failures,
    };
    let mut text = serde_json::to_string_pretty(&manifest)?;
    text.push('\n');
    let lost = if order.args.output.dry_run {
        "the manifest is not written"
    } else {
        "the files are written, and their manifest is not"
    };
    console.data(text.as_bytes()).context(lost)
}

fn options(order: &Order<'_>) -> ManifestOptions {
    let args = order.args;
    let criteria = args.facets.criteria();
    let facets = criteria.filters.iter().map(|(facet, values)| ManifestFacet {
        name: facet.name.to_owned(),
        values: values.iter().map(ToString::to_string).collect(),
    });
    let facets = facets.collect();
    let collate = order.collate.map(|collate| match collate {
        Collate::Packet => "packet",
        Collate::All => "all",
    });
    ManifestOptions {
        command: if order.panel.is_some() { "panel" } else { "build" }.to_owned(),
        facets,
        minutes: args.facets.minutes,
        reserve: args.facets.reserve,
        limit: args.facets.limit,
        order: match args.facets.order {
            OrderArg::Bank => "bank",
            OrderArg::Given => "given",
        }
        .to_owned(),
        interviewers: order.panel.as_ref().map_or(1, |panel| panel.interviewers.len()),
        shared: order.panel.as_ref().map_or(0, |panel| panel.shared),
        documents: order.documents.iter().map(|document| document.id.to_owned()).collect(),
        formats: order.formats.iter().map(|format| format.as_str().to_owned()).collect(),
        paper: match args.output.paper {
            PaperArg::A4 => "a4",
            PaperArg::Letter => "letter",
        }
        .to_owned(),
        collate: collate.map(str::to_owned),
        duplex: args.documents.duplex,
        shard: args.roster.shard.map(|shard| format!("{}/{}", shard.part, shard.of)),
    }
}
