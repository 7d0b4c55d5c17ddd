use super::allow::exceptions;
use super::fields::{Fields, number, plain, text, word};
use crate::bank::{Anchor, Exception, Id, Kind, Question, Rule, Scope, Theme};
use crate::base::diagnostic::Sink;
use crate::base::source::{Sources, Spanned};
use crate::base::unit::Score;
use crate::base::yaml::Node;

/// A question as its file has it: its references may still lead nowhere, and what it must have may be missing, which has then been
/// reported.
pub(super) struct RawQuestion {
    pub(super) id: Option<Spanned<Id>>,
    pub(super) number: Option<Spanned<u32>>,
    pub(super) ask: Option<Spanned<String>>,
    pub(super) theme: Option<Theme>,
    pub(super) also: Vec<Theme>,
    pub(super) levels: Vec<Spanned<Id>>,
    pub(super) competencies: Vec<Spanned<Id>>,
    pub(super) kind: Option<Kind>,
    pub(super) minutes: Option<Spanned<u32>>,
    pub(super) weight: u32,
    pub(super) companions: Vec<Spanned<Id>>,
    pub(super) rubric_label: Option<String>,
    pub(super) rubric: Vec<Spanned<String>>,
    pub(super) follow_up: Option<Spanned<String>>,
    pub(super) probes: Vec<Spanned<String>>,
    pub(super) watch_for: Vec<Spanned<String>>,
    pub(super) anchors: Vec<Spanned<Anchor>>,
    pub(super) allow: Vec<Spanned<Exception>>,
}

/// Reads a question. Everything is looked at, whatever was wrong before it.
pub(super) fn read(node: Node, sources: &Sources, sink: &mut Sink) -> Option<RawQuestion> {
    let mut fields = Fields::open(node, "question", sources, sink)?;
    let id = fields.need_id("id");
    let number = fields.need_number("number", 1, Question::GREATEST_NUMBER);
    let ask = fields.need_text("ask");
    let theme = fields.need_text("theme").and_then(|name| theme(&name, fields.sink));
    let also = fields.texts("also");
    let also = also.iter().filter_map(|name| self::theme(name, fields.sink)).collect();
    let levels = fields.need_ids("levels");
    let competencies = fields.need_ids("competencies");
    let kind = fields
        .need_text("kind")
        .and_then(|name| word(&name, "kind", &Kind::ALL, Kind::as_str, fields.sink));
    let minutes = fields.need_number("minutes", 1, Question::MOST_MINUTES);
    let weight = fields.number("weight", 1, Question::MOST_WEIGHT);
    let companions = fields.ids("companions");
    let rubric_label = plain(fields.text("rubric_label"));
    let rubric = fields.need_list("rubric");
    let rubric: Vec<_> =
        rubric.into_iter().filter_map(|line| text(line, "rubric", fields.sink)).collect();
    let follow_up = fields.text("follow_up");
    let probes = fields.texts("probes");
    let watch_for = fields.texts("watch_for");
    let anchors = anchors(&mut fields);
    let allow = exceptions(&mut fields, Scope::Question);
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
        companions,
        rubric_label,
        rubric,
        follow_up,
        probes,
        watch_for,
        anchors,
        allow,
    })
}

fn theme(name: &Spanned<String>, sink: &mut Sink) -> Option<Theme> {
    word(name, "theme", &Theme::ALL, Theme::as_str, sink)
}

/// Anchors are a mapping from scores to texts.
fn anchors(fields: &mut Fields<'_>) -> Vec<Spanned<Anchor>> {
    let Some(node) = fields.take("anchors") else { return Vec::new() };
    let crate::base::yaml::Value::Mapping(entries) = node.value else {
        let message = format!("`anchors` maps scores to texts; this is {}", node.value.kind());
        let fault = Rule::WrongShape.found(message).at(node.span);
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
            fields.sink.push(Rule::DuplicateKey.found(message).at(span));
            continue;
        }
        anchors.push(Spanned { value: Anchor { score, text: text.value }, span });
    }
    anchors.sort_by_key(|anchor| anchor.value.score);
    anchors
}
