/// The templates that the program carries: their names, by which they include each other, and their texts.
pub const BUILT_IN: [(&str, &str); 10] = [
    ("guide.md", include_str!("../../../templates/guide.md")),
    ("guide/cover.md", include_str!("../../../templates/guide/cover.md")),
    ("guide/reminders.md", include_str!("../../../templates/guide/reminders.md")),
    ("guide/question.md", include_str!("../../../templates/guide/question.md")),
    ("guide/scorecard.md", include_str!("../../../templates/guide/scorecard.md")),
    ("scorecard.md", include_str!("../../../templates/scorecard.md")),
    ("scorecard/form.md", include_str!("../../../templates/scorecard/form.md")),
    ("candidate-sheet.md", include_str!("../../../templates/candidate-sheet.md")),
    ("panel-plan.md", include_str!("../../../templates/panel-plan.md")),
    ("debrief.md", include_str!("../../../templates/debrief.md")),
];
