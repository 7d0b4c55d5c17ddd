use super::fields::{Fields, number};
use super::question::{self, RawQuestion};
use crate::bank::{Companion, Competency, Id, Level, Origin, ScalePoint};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Sources, Span, Spanned};
use crate::unit::Score;
use crate::yaml::{Node, Value};

/// The scales that are known to work: with fewer points they do not tell candidates apart, with more nobody can.
const SCALES: [usize; 4] = [3, 4, 5, 7];

/// A bank as its file has it: its references may still lead nowhere.
pub(super) struct RawBank {
    pub(super) span: Span,
    pub(super) origin: Origin,
    pub(super) competencies: Vec<Spanned<Competency>>,
    pub(super) companions: Vec<Spanned<Companion>>,
    pub(super) levels: Vec<Spanned<Level>>,
    pub(super) roles: Vec<RawRole>,
    pub(super) scale: Vec<ScalePoint>,
    pub(super) scale_span: Span,
    pub(super) questions: Vec<RawQuestion>,
}

/// A role as its file has it. What it must have may be missing, which has then been reported.
pub(super) struct RawRole {
    pub(super) id: Option<Spanned<Id>>,
    pub(super) title: Option<String>,
    pub(super) level: Option<Spanned<Id>>,
    pub(super) must_ask: Vec<Spanned<Id>>,
    pub(super) leave_out: Vec<Spanned<Id>>,
}

/// Reads a file. Everything is looked at, whatever was wrong before it.
pub(super) fn read(tree: Node, sources: &Sources, sink: &mut Sink) -> Option<RawBank> {
    if tree.value == Value::Null {
        let help = "a bank begins with a line such as `id: my-bank`; the README shows a whole one";
        sink.push(Diagnostic::error("empty", "this bank is empty").at(tree.span).help(help));
        return None;
    }
    let mut fields = Fields::open(tree, "bank", sources, sink)?;
    let span = fields.span();
    let id = fields.need_id("id");
    let title = fields.need_text("title");
    let edition = fields.text("edition");
    let language = fields.text("language");
    let source = fields.text("source");
    let audience = fields.texts("audience");
    let competencies_label = fields.text("competencies_label");
    let competencies = fields.need_list("competencies");
    let competencies = titled(competencies, "competency", &mut fields, |fields, id, title| {
        Competency { id, title, definition: fields.text("definition").map(|text| text.value) }
    });
    let companions = fields.list("companions");
    let companions =
        titled(companions, "companion", &mut fields, |_, id, title| Companion { id, title });
    let levels = fields.need_list("levels");
    let levels = titled(levels, "level", &mut fields, |_, id, title| Level { id, title });
    let roles = fields.list("roles");
    let roles = roles.into_iter().filter_map(|node| role(node, sources, fields.sink)).collect();
    let scale = fields.need("scale");
    let scale_span = scale.as_ref().map_or_else(|| span.clone(), |node| node.span.clone());
    let scale = scale.map_or_else(Vec::new, |node| self::scale(node, &mut fields));
    let questions = fields.need_list("questions");
    let questions = questions
        .into_iter()
        .filter_map(|node| question::read(node, sources, fields.sink))
        .collect();
    fields.close();
    let value = |text: Option<Spanned<String>>| text.map(|text| text.value);
    Some(RawBank {
        span,
        origin: Origin {
            // A bank without a name is rejected in the end; until then its other faults are looked for.
            id: id.map(|id| id.value).or_else(|| "unnamed".parse().ok())?,
            title: value(title).unwrap_or_default(),
            edition: value(edition).unwrap_or_default(),
            language: value(language).unwrap_or_else(|| "en".to_owned()),
            source: value(source).unwrap_or_default(),
            audience: audience.into_iter().map(|text| text.value).collect(),
            competencies_label: value(competencies_label),
        },
        competencies,
        companions,
        levels,
        roles,
        scale,
        scale_span,
        questions,
    })
}

/// Reads what has an id and a title.
fn titled<T>(
    nodes: Vec<Node>,
    what: &'static str,
    outer: &mut Fields<'_>,
    make: impl Fn(&mut Fields<'_>, Id, String) -> T,
) -> Vec<Spanned<T>> {
    let mut all = Vec::new();
    for node in nodes {
        let Some(mut fields) = Fields::open(node, what, outer.sources, outer.sink) else {
            continue;
        };
        let id = fields.need_id("id");
        let title = fields.need_text("title");
        if let Some(id) = id {
            // A missing title has been reported; the name is known all the same.
            let title = title.map(|text| text.value).unwrap_or_default();
            let value = make(&mut fields, id.value, title);
            all.push(Spanned { value, span: id.span });
        }
        // Asked for once more, so that a key is known even where the id was missing.
        if what == "competency" {
            fields.take("definition");
        }
        fields.close();
    }
    all
}

fn role(node: Node, sources: &Sources, sink: &mut Sink) -> Option<RawRole> {
    let mut fields = Fields::open(node, "role", sources, sink)?;
    let id = fields.need_id("id");
    let title = fields.need_text("title");
    let level = fields.need_id("level");
    let must_ask = fields.ids("must_ask");
    let leave_out = fields.ids("leave_out");
    fields.close();
    let title = title.map(|text| text.value);
    Some(RawRole { id, title, level, must_ask, leave_out })
}

fn scale(node: Node, outer: &mut Fields<'_>) -> Vec<ScalePoint> {
    let span = node.span.clone();
    let Value::List(items) = node.value else {
        let message = format!("`scale` is a list of points, not {}", node.value.kind());
        outer.sink.push(Diagnostic::error("wrong-type", message).at(span));
        return Vec::new();
    };
    let written = items.len();
    let mut points = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        let Some(mut fields) = Fields::open(item, "point of the scale", outer.sources, outer.sink)
        else {
            continue;
        };
        let score = fields.need_text("score");
        let score = score.and_then(|text| number(text, "score", 1, 7, fields.sink));
        let label = fields.need_text("label");
        if let (Some(score), Some(label)) = (score, label) {
            if usize::try_from(score.value) == Ok(index + 1) {
                let score = Score(u8::try_from(score.value).unwrap_or(u8::MAX));
                points.push(ScalePoint { score, label: label.value });
            } else {
                let message = format!("the score {} stands in place {}", score.value, index + 1);
                let fault = Diagnostic::error("scale", message).at(score.span);
                fields.sink.push(fault.help("a scale counts up from 1: 1, 2, 3 …"));
            }
        }
        fields.close();
    }
    if !SCALES.contains(&written) {
        let message = format!("a scale of {written} points");
        let fault = Diagnostic::error("scale", message).at(span);
        outer
            .sink
            .push(fault.help("a scale has 3, 4, 5 or 7 points; “no evidence” is offered besides"));
    }
    points
}
