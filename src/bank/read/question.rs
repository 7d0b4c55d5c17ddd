use super::allow::suppressions;
use super::fields::{Fields, plain};
use crate::bank::{Anchor, Id, Kind, Question, Rule, Scope, Suppression};
use crate::base::diagnostic::Diagnostics;
use crate::base::source::{Sources, Spanned};
use crate::base::unit::Score;
use crate::base::yaml::Node;

/// A question as its file has it: its references may still lead nowhere, and what it must have may be missing, which has then been
/// reported.
pub(super) struct RawQuestion {
    pub(super) id: Option<Spanned<Id>>,
    pub(super) number: Option<Spanned<u32>>,
    pub(super) ask: Option<Spanned<String>>,
    pub(super) theme: Option<Spanned<Id>>,
    pub(super) also: Vec<Spanned<Id>>,
    pub(super) levels: Vec<Spanned<Id>>,
    pub(super) competencies: Vec<Spanned<Id>>,
    pub(super) kind: Option<Kind>,
    pub(super) minutes: Option<Spanned<u32>>,
    pub(super) weight: u32,
    pub(super) references: Vec<Spanned<Id>>,
    pub(super) rubric_label: Option<String>,
    pub(super) rubric: Vec<Spanned<String>>,
    pub(super) follow_up: Option<Spanned<String>>,
    pub(super) probes: Vec<Spanned<String>>,
    pub(super) watch_for: Vec<Spanned<String>>,
    pub(super) anchors: Vec<Spanned<Anchor>>,
    pub(super) allow: Vec<Spanned<Suppression>>,
}

/// Reads a question. Everything is looked at, whatever was wrong before it.
pub(super) fn read(node: Node, sources: &Sources, sink: &mut Diagnostics) -> Option<RawQuestion> {
    let mut fields = Fields::open(node, "question", sources, sink)?;
    let id = fields.need_id("id");
    let number = fields.need_number("number", 1, Question::MAX_NUMBER);
    let ask = fields.need_text("ask");
    let theme = fields.need_id("theme");
    let also = fields.ids("also");
    let levels = fields.need_ids("levels");
    let competencies = fields.need_ids("competencies");
    let kind = fields
        .need_text("kind")
        .and_then(|name| fields.word_of(&name, "kind", &Kind::ALL, Kind::as_str));
    let minutes = fields.need_number("minutes", 1, Question::MAX_MINUTES);
    let weight = fields.number("weight", 1, Question::MAX_WEIGHT);
    let references = fields.ids("companions");
    let rubric_label = plain(fields.text("rubric_label"));
    let rubric = fields.need_texts("rubric");
    let follow_up = fields.text("follow_up");
    let probes = fields.texts("probes");
    let watch_for = fields.texts("watch_for");
    let anchors = anchors(&mut fields);
    let allow = suppressions(&mut fields, Scope::Question);
    fields.close();
    Some(RawQuestion {
        id,
        number,
        ask,
        theme,
        also,
        levels,
        competencies,
        kind,
        minutes,
        weight: weight.map_or(1, |weight| weight.value),
        references,
        rubric_label,
        rubric,
        follow_up,
        probes,
        watch_for,
        anchors,
        allow,
    })
}

/// Anchors are a mapping from scores to texts.
fn anchors(fields: &mut Fields<'_>) -> Vec<Spanned<Anchor>> {
    let entries = fields.entries(
        "anchors",
        "`anchors` must map scores to text",
        "add one line per score: `3: …`",
    );
    let mut anchors: Vec<Spanned<Anchor>> = Vec::new();
    for entry in entries {
        let span = entry.key.span.clone();
        let score = score_of(entry.key, "anchors", fields);
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

/// A text that must be a score of the longest scale there is.
pub(super) fn score_of(
    text: Spanned<String>,
    what: &str,
    fields: &mut Fields<'_>,
) -> Option<Spanned<Score>> {
    let Spanned { value, span } = fields.number_of(text, what, 1, u32::from(Score::MAX.0))?;
    #[expect(clippy::expect_used, reason = "a number from 1 to 7 was just read")]
    let score = Score(u8::try_from(value).expect("scores go up to 7"));
    Some(Spanned { value: score, span })
}
