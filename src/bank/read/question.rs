use super::allow::suppressions;
use super::fields::{Fields, plain, unzip_spans};
use super::known::Known;
use crate::bank::{Anchor, Id, Kind, Question, QuestionSpans, Rule, Scope, Suppression};
use crate::base::diagnostic::Diagnostics;
use crate::base::source::{Sources, Spanned};
use crate::base::unit::{Minutes, Score};
use crate::base::yaml::Node;

/// A question as its file has it: its references may still lead nowhere, and what it must have may be missing, which has then been
/// reported.
pub(super) struct RawQuestion {
    pub(super) id: Option<Spanned<Id>>,
    pub(super) number: Option<Spanned<u32>>,
    ask: Option<Spanned<String>>,
    theme: Option<Spanned<Id>>,
    also: Vec<Spanned<Id>>,
    levels: Vec<Spanned<Id>>,
    competencies: Vec<Spanned<Id>>,
    kind: Option<Kind>,
    minutes: Option<Spanned<u32>>,
    weight: Option<Spanned<u32>>,
    references: Vec<Spanned<Id>>,
    rubric_label: Option<Spanned<String>>,
    rubric: Vec<Spanned<String>>,
    follow_up: Option<Spanned<String>>,
    probes: Vec<Spanned<String>>,
    watch_for: Vec<Spanned<String>>,
    anchors: Vec<Spanned<Anchor>>,
    allow: Vec<Spanned<Suppression>>,
}

/// Reads a question. Everything is looked at, whatever was wrong before it. `highest` is the highest score of the file's scale.
pub(super) fn read(
    node: Node,
    highest: Score,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Option<RawQuestion> {
    let mut fields = Fields::open(node, "question", sources, diagnostics)?;
    let question = RawQuestion {
        id: fields.need_id("id"),
        number: fields.need_number("number", 1, Question::MAX_NUMBER),
        ask: fields.need_text("ask"),
        theme: fields.need_id("theme"),
        also: fields.ids("also"),
        levels: fields.need_ids("levels"),
        competencies: fields.need_ids("competencies"),
        kind: fields.need_word("kind", &Kind::ALL, Kind::as_str),
        minutes: fields.need_number("minutes", 1, Question::MAX_MINUTES),
        weight: fields.number("weight", 1, Question::MAX_WEIGHT),
        references: fields.ids("companions"),
        rubric_label: fields.text("rubric_label"),
        rubric: fields.need_texts("rubric"),
        follow_up: fields.text("follow_up"),
        probes: fields.texts("probes"),
        watch_for: fields.texts("watch_for"),
        anchors: anchors(&mut fields, highest),
        allow: suppressions(&mut fields, Scope::Question),
    };
    fields.close();
    Some(question)
}

impl RawQuestion {
    /// The question, if nothing that it must have is missing. A reference that leads nowhere is reported in any case. `origin` is
    /// the place of its file among the bank's origins.
    pub(super) fn resolve(
        self,
        origin: usize,
        known: &Known,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Question, QuestionSpans)> {
        let theme = known.themes.id(self.theme, diagnostics);
        let also = known.themes.ids(self.also, diagnostics);
        let levels = known.levels.ids(self.levels, diagnostics);
        let competencies = known.competencies.ids(self.competencies, diagnostics);
        let references = known.references.ids(self.references, diagnostics);
        known.check_scores(&self.anchors, diagnostics);
        let (id, ask, minutes) = (self.id?, self.ask?, self.minutes?);
        let (rubric, rubric_spans) = unzip_spans(self.rubric);
        let (follow_up, follow_up_span) = self.follow_up.map(|it| (it.value, it.span)).unzip();
        let (probes, probe_spans) = unzip_spans(self.probes);
        let (watch_for, watch_for_spans) = unzip_spans(self.watch_for);
        let (anchors, anchor_spans) = unzip_spans(self.anchors);
        let (allow, allow_spans) = unzip_spans(self.allow);
        let spans = QuestionSpans {
            origin,
            id: id.span,
            ask: ask.span,
            minutes: minutes.span,
            rubric: rubric_spans,
            follow_up: follow_up_span,
            probes: probe_spans,
            watch_for: watch_for_spans,
            anchors: anchor_spans,
            allow: allow_spans,
        };
        let question = Question {
            id: id.value,
            number: self.number?.value,
            ask: ask.value,
            theme: theme?,
            also,
            levels,
            competencies,
            kind: self.kind?,
            minutes: Minutes(minutes.value),
            weight: self.weight.map_or(1, |weight| weight.value),
            references,
            rubric_label: plain(self.rubric_label),
            rubric,
            follow_up,
            probes,
            watch_for,
            anchors,
            allow,
        };
        Some((question, spans))
    }
}

/// Anchors are a mapping from scores to texts.
fn anchors(fields: &mut Fields<'_>, highest: Score) -> Vec<Spanned<Anchor>> {
    let entries = fields.entries(
        "anchors",
        "`anchors` must map scores to text",
        "add one line per score: `3: …`",
    );
    let mut anchors: Vec<Spanned<Anchor>> = Vec::new();
    for entry in entries {
        let span = entry.key.span.clone();
        let score = score_of(entry.key, "anchors", highest, fields);
        let text = fields.text_of(entry.value, "anchors");
        let (Some(score), Some(text)) = (score, text) else { continue };
        // Two keys may be written differently, as `3` and `03`, and mean the same score.
        if anchors.iter().any(|anchor| anchor.value.score == score.value) {
            let message = format!("duplicate anchor for score {}", score.value);
            fields.diagnostics().push(Rule::DuplicateKey.diagnostic(message).at(span));
            continue;
        }
        anchors.push(Spanned { value: Anchor { score: score.value, text: text.value }, span });
    }
    anchors.sort_by_key(|anchor| anchor.value.score);
    anchors
}

/// A text that must be a score of the longest scale there is. `highest` is the one that the help names.
pub(super) fn score_of(
    text: Spanned<String>,
    what: &str,
    highest: Score,
    fields: &mut Fields<'_>,
) -> Option<Spanned<Score>> {
    let Spanned { value, span } =
        fields.number_in(text, what, (1, u32::from(Score::MAX.0)), u32::from(highest.0))?;
    #[expect(clippy::expect_used, reason = "a number from 1 to 7 was just read")]
    let score = Score(u8::try_from(value).expect("scores go up to 7"));
    Some(Spanned { value: score, span })
}
