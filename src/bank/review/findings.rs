use std::collections::BTreeSet;

use crate::bank::{Bank, Question, QuestionSpans, Role, RoleSpans, Rule, Spans, Suppression};
use crate::base::diagnostic::Diagnostic;
use crate::base::source::Span;

/// Collects advice, except for what the bank has turned off.
pub(super) struct Findings<'b> {
    pub(super) bank: &'b Bank,
    pub(super) spans: &'b Spans,
    advice: Vec<Diagnostic>,
    /// The spans of the suppressions that something needed.
    needed: BTreeSet<Place>,
}

/// A place by which an suppression is known.
type Place = (crate::base::source::SourceId, usize);

impl<'b> Findings<'b> {
    pub(super) fn new(bank: &'b Bank, spans: &'b Spans) -> Self {
        Self { bank, spans, advice: Vec::new(), needed: BTreeSet::new() }
    }

    /// These, and others of the same bank.
    pub(super) fn with(mut self, others: Self) -> Self {
        self.advice.extend(others.advice);
        self.needed.extend(others.needed);
        self
    }

    /// The questions, with their spans.
    pub(super) fn questions(
        &self,
    ) -> impl Iterator<Item = (&'b Question, &'b QuestionSpans)> + use<'b> {
        self.bank.questions.iter().zip(&self.spans.questions)
    }

    /// The roles, with their spans.
    pub(super) fn roles(&self) -> impl Iterator<Item = (&'b Role, &'b RoleSpans)> + use<'b> {
        self.bank.roles.iter().zip(&self.spans.roles)
    }

    /// Whether the texts of a question are in a language whose words the rules know.
    pub(super) fn is_english(&self, spans: &QuestionSpans) -> bool {
        let origin = self.bank.origins.get(spans.origin);
        origin.is_some_and(|origin| origin.language.primary() == "en")
    }

    /// Advice about a question.
    pub(super) fn question(
        &mut self,
        (question, spans): (&'b Question, &'b QuestionSpans),
        rule: Rule,
        advice: Diagnostic,
    ) {
        let own = (question.allow.as_slice(), spans.allow.as_slice());
        let of_file = self.of_file(spans.origin);
        self.keep(rule, advice, [own, of_file]);
    }

    /// Advice about a role.
    pub(super) fn role(&mut self, at: (&'b Role, &'b RoleSpans), rule: Rule, advice: Diagnostic) {
        let own = (at.0.allow.as_slice(), at.1.allow.as_slice());
        let files = self.of_files();
        self.keep(rule, advice, std::iter::once(own).chain(files));
    }

    /// Advice about the bank as a whole.
    pub(super) fn bank(&mut self, rule: Rule, advice: Diagnostic) {
        let files = self.of_files();
        self.keep(rule, advice, files);
    }

    /// All advice, and a word on each suppression that nothing needed.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        let of_questions = self.questions().map(|(it, spans)| (&it.allow, &spans.allow));
        let of_roles = self.roles().map(|(it, spans)| (&it.allow, &spans.allow));
        let origins = self.bank.origins.iter().zip(&self.spans.origins);
        let of_files = origins.map(|(it, spans)| (&it.allow, &spans.allow));
        let all = of_questions.chain(of_roles).chain(of_files);
        let mut idle: Vec<(Rule, &Span)> = Vec::new();
        for (suppressions, spans) in all {
            for (suppression, span) in suppressions.iter().zip(spans) {
                // Whether scales differ is found, or ignored, while the files are joined.
                if suppression.rule != Rule::ScaleLabels && !self.needed.contains(&place(span)) {
                    idle.push((suppression.rule, span));
                }
            }
        }
        for (rule, span) in idle {
            let message =
                format!("unused suppression of {}: nothing here triggers it", rule.code());
            let advice = Rule::UnusedSuppression.diagnostic(message).at(span.clone());
            self.bank(Rule::UnusedSuppression, advice.help("remove the line"));
        }
        self.advice.sort_by_key(|advice| {
            let place = advice.span.as_ref().map(|span| (span.source, span.bytes.start));
            (place, advice.code)
        });
        self.advice
    }

    fn keep(
        &mut self,
        rule: Rule,
        advice: Diagnostic,
        suppressions: impl IntoIterator<Item = (&'b [Suppression], &'b [Span])>,
    ) {
        for (suppressions, spans) in suppressions {
            let found = suppressions.iter().position(|suppression| suppression.rule == rule);
            if let Some(span) = found.and_then(|index| spans.get(index)) {
                self.needed.insert(place(span));
                return;
            }
        }
        self.advice.push(advice);
    }

    fn of_file(&self, origin: usize) -> (&'b [Suppression], &'b [Span]) {
        let origins = self.bank.origins.get(origin).map_or(&[][..], |origin| &origin.allow);
        let spans = self.spans.origins.get(origin).map_or(&[][..], |spans| &spans.allow);
        (origins, spans)
    }

    fn of_files(&self) -> Vec<(&'b [Suppression], &'b [Span])> {
        (0..self.bank.origins.len()).map(|origin| self.of_file(origin)).collect()
    }
}

fn place(span: &Span) -> Place {
    (span.source, span.bytes.start)
}
