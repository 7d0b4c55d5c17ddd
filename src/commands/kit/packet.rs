use crate::bank::Bank;
use crate::base::source::Sources;
use crate::cli::DocumentRequest;
use crate::cli::report::{Consequence, Failure, warn};
use crate::cli::terminal::Console;
use crate::packet::locale::Wording;
use crate::packet::lock::Lock;
use crate::packet::{
    Content, DocumentSet, Interview, Packet, PacketIdentity, PlanError, Questions,
};

/// A lock file, with its text.
pub(super) struct LockedKit {
    pub(super) lock: Lock,
    pub(super) sources: Sources,
}

/// Selects the questions of an interview, or takes those of the lock file.
pub(super) fn questions<'b>(
    interview: &Interview,
    bank: &'b Bank,
    locked: Option<&LockedKit>,
) -> anyhow::Result<Questions<'b>> {
    Ok(match locked {
        None => interview.select(bank)?,
        Some(LockedKit { lock, sources }) => {
            Questions::locked(bank, lock).map_err(|it| Failure::rejected(&it, sources))?
        }
    })
}

/// Plans the documents of an interview.
pub(super) fn plan<'a>(
    documents: &'a DocumentRequest,
    wording: Wording<'a>,
    interview: &'a Interview,
    questions: Questions<'a>,
    identity: &PacketIdentity,
) -> anyhow::Result<Packet<'a>> {
    let DocumentRequest { kinds, shows_questions, layout, .. } = documents;
    let (shows_questions, layout) = (*shows_questions, *layout);
    let documents = DocumentSet { kinds, shows_questions, layout, wording };
    Packet::plan(documents, interview, questions, identity).map_err(|error| match error {
        PlanError::Text(error) => Failure::rejected(&error.into(), &Sources::new()).into(),
        error @ PlanError::Time(_) => error.into(),
    })
}

/// Proves that what is asked is the locked kit, and warns of what is printed in other words; with `--strict` that is an error too.
pub(super) fn verify(
    content: &Content<'_>,
    LockedKit { lock, sources }: &LockedKit,
    is_strict: bool,
    console: Console,
) -> Result<(), Failure> {
    let verified = lock.verify(content).map_err(|it| Failure::rejected(&it, sources))?;
    if is_strict && !verified.warnings.is_empty() {
        let (diagnostics, sources) = (verified.warnings, sources.clone());
        let consequence = Some(Consequence::NothingWritten);
        return Err(Failure::Rejected { diagnostics, sources, consequence });
    }
    warn(&verified.warnings, sources, console);
    Ok(())
}
