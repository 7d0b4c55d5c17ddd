/// A kind of document that a packet can hold: a row of the table `DOCUMENTS`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentKind {
    /// Its id: on the command line, in file names and in the manifest.
    pub id: &'static str,
    /// The message with its title, for the outline of a file with several documents.
    pub title: &'static str,
    /// What it is, for the help of the command line.
    pub help: &'static str,
    /// For whom it is.
    pub audience: Audience,
    /// When it is made although nobody asked for it by name.
    pub default: Default,
    /// Whether it prints the times of the interviews, so that a start time must be one that can be computed with.
    pub has_schedule: bool,
    /// The name of its template, by which templates of the user's take its place.
    pub template: &'static str,
    /// The text of its built-in template.
    pub(super) text: &'static str,
}

/// For whom a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// One interviewer: each interviewer of a panel has one of their own.
    Interviewer,
    /// The panel as a whole.
    Panel,
    /// The candidate.
    Candidate,
}

/// When a document is made although nobody asked for it by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Default {
    /// Always.
    Always,
    /// For a panel.
    Panel,
    /// Never.
    Never,
}

/// Every kind of document, in the order in which they lie in a packet. Those of each interviewer of a panel lie together, so they
/// are next to each other here.
pub static DOCUMENTS: [DocumentKind; 5] = [
    DocumentKind {
        id: "panel-plan",
        title: "plan",
        help: "Schedule and question assignments for the panel",
        audience: Audience::Panel,
        default: Default::Panel,
        has_schedule: true,
        template: "panel-plan.md",
        text: include_str!("../../templates/panel-plan.md"),
    },
    DocumentKind {
        id: "candidate-sheet",
        title: "sheet-document",
        help: "What the candidate receives before the interview",
        audience: Audience::Candidate,
        default: Default::Panel,
        has_schedule: false,
        template: "candidate-sheet.md",
        text: include_str!("../../templates/candidate-sheet.md"),
    },
    DocumentKind {
        id: "guide",
        title: "guide",
        help: "Interviewer guide: questions, probes, rubrics, and rating anchors",
        audience: Audience::Interviewer,
        default: Default::Always,
        has_schedule: false,
        template: "guide.md",
        text: include_str!("../../templates/guide.md"),
    },
    DocumentKind {
        id: "scorecard",
        title: "scorecard",
        help: "One interviewer's ratings on one page",
        audience: Audience::Interviewer,
        default: Default::Never,
        has_schedule: false,
        template: "scorecard.md",
        text: include_str!("../../templates/scorecard.md"),
    },
    DocumentKind {
        id: "debrief",
        title: "debrief",
        help: "Consensus ratings and hiring decision",
        audience: Audience::Panel,
        default: Default::Panel,
        has_schedule: false,
        template: "debrief.md",
        text: include_str!("../../templates/debrief.md"),
    },
];

/// The templates that those of the documents include: their names and their texts.
const INCLUDED: [(&str, &str); 5] = [
    ("guide/cover.md", include_str!("../../templates/guide/cover.md")),
    ("guide/instructions.md", include_str!("../../templates/guide/instructions.md")),
    ("guide/question.md", include_str!("../../templates/guide/question.md")),
    ("guide/scorecard.md", include_str!("../../templates/guide/scorecard.md")),
    ("scorecard/form.md", include_str!("../../templates/scorecard/form.md")),
];

/// The document of an id.
#[must_use]
pub fn document(id: &str) -> Option<&'static DocumentKind> {
    DOCUMENTS.iter().find(|document| document.id == id)
}

/// The templates that the program carries: their names, by which they include each other, and their texts.
pub fn built_in_templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    DOCUMENTS.iter().map(|document| (document.template, document.text)).chain(INCLUDED)
}
