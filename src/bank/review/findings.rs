use std::collections::BTreeSet;

use crate::bank::{Bank, Exception, Places, Question, QuestionPlaces, Role, RolePlaces, Rule};
use crate::base::diagnostic::Diagnostic;
use crate::base::source::Span;

/// Collects advice, except for what the bank has turned off.
pub(super) struct Findings<'b> {
    pub(super) bank: &'b Bank,
    pub(super) places: &'b Places,
    advice: Vec<Diagnostic>,
    /// The places of the exceptions that something needed.
    needed: BTreeSet<Place>,
}

/// A place by which an exception is known.
type Place = (crate::base::source::SourceId, usize);

impl<'b> Findings<'b> {
    pub(super) fn new(bank: &'b Bank, places: &'b Places) -> Self {
        Self { bank, places, advice: Vec::new(), needed: BTreeSet::new() }
    }

    /// The questions, with their places.
    pub(super) fn questions(
        &self,
    ) -> impl Iterator<Item = (&'b Question, &'b QuestionPlaces)> + use<'b> {
        self.bank.questions.iter().zip(&self.places.questions)
    }

    /// The roles, with their places.
    pub(super) fn roles(&self) -> impl Iterator<Item = (&'b Role, &'b RolePlaces)> + use<'b> {
        self.bank.roles.iter().zip(&self.places.roles)
    }

    /// Whether the texts of a question are in a language whose words the rules know.
    pub(super) fn is_english(&self, places: &QuestionPlaces) -> bool {
        let origin = self.bank.origins.get(places.origin);
        origin.is_some_and(|origin| origin.language.primary() == "en")
    }

    /// Advice about a question.
    pub(super) fn question(
        &mut self,
        (question, places): (&'b Question, &'b QuestionPlaces),
        rule: Rule,
        advice: Diagnostic,
    ) {
        let own = (question.allow.as_slice(), places.allow.as_slice());
        let of_file = self.of_file(places.origin);
        self.keep(rule, advice, [own, of_file]);
    }

    /// Advice about a role.
    pub(super) fn role(&mut self, at: (&'b Role, &'b RolePlaces), rule: Rule, advice: Diagnostic) {
        let own = (at.0.allow.as_slice(), at.1.allow.as_slice());
        let files = self.of_files();
        self.keep(rule, advice, std::iter::once(own).chain(files));
    }

    /// Advice about the bank as a whole.
    pub(super) fn bank(&mut self, rule: Rule, advice: Diagnostic) {
        let files = self.of_files();
        self.keep(rule, advice, files);
    }

    /// All advice, and a word on each exception that nothing needed.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        let of_questions = self.questions().map(|(it, places)| (&it.allow, &places.allow));
        let of_roles = self.roles().map(|(it, places)| (&it.allow, &places.allow));
        let origins = self.bank.origins.iter().zip(&self.places.origins);
        let of_files = origins.map(|(it, places)| (&it.allow, &places.allow));
        let all = of_questions.chain(of_roles).chain(of_files);
        let mut idle: Vec<(Rule, &Span)> = Vec::new();
        for (exceptions, spans) in all {
            for (exception, span) in exceptions.iter().zip(spans) {
                // Whether scales differ is found, or passed over, while the files are joined.
                if exception.rule != Rule::ScaleLabels && !self.needed.contains(&place(span)) {
                    idle.push((exception.rule, span));
                }
            }
        }
        for (rule, span) in idle {
            let message =
                format!("{} is turned off here, and would find nothing here", rule.code());
            let advice = Rule::NotNeeded.found(message).at(span.clone());
            self.bank(Rule::NotNeeded, advice.help("take the line out"));
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
        exceptions: impl IntoIterator<Item = (&'b [Exception], &'b [Span])>,
    ) {
        for (exceptions, spans) in exceptions {
            let found = exceptions.iter().position(|exception| exception.rule == rule);
            if let Some(span) = found.and_then(|index| spans.get(index)) {
                self.needed.insert(place(span));
                return;
            }
        }
        self.advice.push(advice);
    }

    fn of_file(&self, origin: usize) -> (&'b [Exception], &'b [Span]) {
        let origins = self.bank.origins.get(origin).map_or(&[][..], |origin| &origin.allow);
        let places = self.places.origins.get(origin).map_or(&[][..], |places| &places.allow);
        (origins, places)
    }

    fn of_files(&self) -> Vec<(&'b [Exception], &'b [Span])> {
        (0..self.bank.origins.len()).map(|origin| self.of_file(origin)).collect()
    }
}

fn place(span: &Span) -> Place {
    (span.source, span.bytes.start)
}
