use super::fields::{Fields, number, text, word};
use crate::bank::{Anchor, Id, Kind, Theme};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Sources, Spanned};
use crate::unit::{Minutes, Score};
use crate::yaml::Node;

/// No question takes longer than a long interview.
const LONGEST: u32 = 120;

/// A question as its file has it: its references may still lead nowhere, and what it must have may be missing, which has then been
/// reported.
pub(super) struct RawQuestion {
    pub(super) id: Option<Spanned<Id>>,
    pub(super) number: Option<Spanned<u32>>,
    pub(super) ask: Option<String>,
    pub(super) theme: Option<Theme>,
    pub(super) also: Vec<Theme>,
    pub(super) levels: Vec<Spanned<Id>>,
    pub(super) competencies: Vec<Spanned<Id>>,
    pub(super) kind: Option<Kind>,
    pub(super) minutes: Option<Minutes>,
    pub(super) companions: Vec<Spanned<Id>>,
    pub(super) rubric_label: Option<String>,
    pub(super) rubric: Vec<String>,
    pub(super) follow_up: Option<String>,
    pub(super) probes: Vec<String>,
    pub(super) watch_for: Vec<String>,
    pub(super) anchors: Vec<Spanned<Anchor>>,
}

/// Reads a question. Everything is looked at, whatever was wrong before it.
pub(super) fn read(node: Node, sources: &Sources, sink: &mut Sink) -> Option<RawQuestion> {
    let mut fields = Fields::open(node, "question", sources, sink)?;
    let id = fields.need_id("id");
    let number = fields.need_number("number", 1, 1_000_000);
    let ask = fields.need_text("ask");
    let theme = fields.need_text("theme").and_then(|name| theme(&name, fields.sink));
    let also = fields.texts("also");
    let also = also.iter().filter_map(|name| self::theme(name, fields.sink)).collect();
    let levels = fields.need_ids("levels");
    let competencies = fields.need_ids("competencies");
    let kind = fields
        .need_text("kind")
        .and_then(|name| word(&name, "kind", &Kind::ALL, Kind::as_str, fields.sink));
    let minutes = fields.need_number("minutes", 1, LONGEST);
    let companions = fields.ids("companions");
    let rubric_label = plain(fields.text("rubric_label"));
    let rubric = fields.need_list("rubric");
    let rubric: Vec<_> =
        rubric.into_iter().filter_map(|line| text(line, "rubric", fields.sink)).collect();
    let follow_up = plain(fields.text("follow_up"));
    let probes = fields.texts("probes");
    let watch_for = fields.texts("watch_for");
    let anchors = anchors(&mut fields);
    fields.close();
    Some(RawQuestion {
        id,
        number,
        ask: plain(ask),
        theme,
        also,
        levels,
        competencies,
        kind,
        minutes: minutes.map(|minutes| Minutes(minutes.value)),
        companions,
        rubric_label,
        rubric: values(rubric),
        follow_up,
        probes: values(probes),
        watch_for: values(watch_for),
        anchors,
    })
}

fn theme(name: &Spanned<String>, sink: &mut Sink) -> Option<Theme> {
    word(name, "theme", &Theme::ALL, Theme::as_str, sink)
}

/// Anchors are a mapping from scores to texts.
fn anchors(fields: &mut Fields<'_>) -> Vec<Spanned<Anchor>> {
    let Some(node) = fields.take("anchors") else { return Vec::new() };
    let crate::yaml::Value::Mapping(entries) = node.value else {
        let message = format!("`anchors` maps scores to texts; this is {}", node.value.kind());
        let fault = Diagnostic::error("wrong-type", message).at(node.span);
        fields.sink.push(fault.help("write a line `3: …` for each anchor"));
        return Vec::new();
    };
    let mut anchors: Vec<Spanned<Anchor>> = Vec::new();
    for entry in entries {
        let span = entry.key.span.clone();
        let score = number(entry.key, "anchors", 1, 7, fields.sink);
        let text = text(entry.value, "anchors", fields.sink);
        let (Some(score), Some(text)) = (score, text) else { continue };
        // A score is at most 7, as was just proved.
        let score = Score(u8::try_from(score.value).unwrap_or(u8::MAX));
        if anchors.iter().any(|anchor| anchor.value.score == score) {
            let message = format!("there are two anchors for the score {score}");
            fields.sink.push(Diagnostic::error("duplicate-score", message).at(span));
            continue;
        }
        anchors.push(Spanned { value: Anchor { score, text: text.value }, span });
    }
    anchors.sort_by_key(|anchor| anchor.value.score);
    anchors
}

fn plain(text: Option<Spanned<String>>) -> Option<String> {
    text.map(|text| text.value)
}

fn values(texts: Vec<Spanned<String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}
