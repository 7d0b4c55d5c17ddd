use super::allow::suppressions;
use super::fields::{Fields, plain, unzip_spans};
use super::known::Known;
use super::question::{self, RawQuestion, score_of};
use crate::bank::{
    Competency, Id, Level, Origin, OriginSpans, Reference, Role, RoleSpans, Rule, ScalePoint,
    Scope, Suppression, Theme,
};
use crate::base::diagnostic::Diagnostics;
use crate::base::source::{Sources, Span, Spanned};
use crate::base::text::counted;
use crate::base::unit::{Language, LanguageParseError, Score};
use crate::base::yaml::{Node, Value};

/// The scales that are known to work: with fewer points they do not tell candidates apart, with more no one can.
const SCALES: [usize; 4] = [3, 4, 5, 7];

/// A bank as its file has it: its references may still lead nowhere. A list that is absent may be in another file.
pub(super) struct RawBank {
    pub(super) origin: Origin,
    pub(super) spans: OriginSpans,
    pub(super) themes: Vec<Spanned<Theme>>,
    pub(super) competencies: Option<Vec<Spanned<Competency>>>,
    pub(super) references: Vec<Spanned<Reference>>,
    pub(super) levels: Option<Vec<Spanned<Level>>>,
    pub(super) roles: Vec<RawRole>,
    /// The scale. It has no points if anything is wrong with it, which has then been reported.
    pub(super) scale: Option<Spanned<Option<Vec<ScalePoint>>>>,
    pub(super) questions: Vec<RawQuestion>,
}

/// A role as its file has it. What it must have may be missing, which has then been reported.
pub(super) struct RawRole {
    pub(super) id: Option<Spanned<Id>>,
    pub(super) title: Option<String>,
    pub(super) level: Option<Spanned<Id>>,
    pub(super) must_ask: Vec<Spanned<Id>>,
    pub(super) leave_out: Vec<Spanned<Id>>,
    pub(super) allow: Vec<Spanned<Suppression>>,
}

impl RawRole {
    /// The role, if nothing that it must have is missing. A reference that leads nowhere is reported in any case.
    pub(super) fn resolve(
        self,
        known: &Known,
        diagnostics: &mut Diagnostics,
    ) -> Option<(Role, RoleSpans)> {
        let (must_ask, must_ask_spans) =
            unzip_spans(known.questions.resolve(self.must_ask, diagnostics));
        let (leave_out, leave_out_spans) =
            unzip_spans(known.questions.resolve(self.leave_out, diagnostics));
        let level = known.levels.id(self.level, diagnostics);
        let (allow, allow_spans) = unzip_spans(self.allow);
        let id = self.id?;
        let spans = RoleSpans {
            id: id.span,
            must_ask: must_ask_spans,
            leave_out: leave_out_spans,
            allow: allow_spans,
        };
        let (id, title, level) = (id.value, self.title?, level?);
        Some((Role { id, title, level, must_ask, leave_out, allow }, spans))
    }
}

/// Reads a file. Everything is looked at, whatever was wrong before it.
pub(super) fn read(
    tree: Node,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Option<RawBank> {
    if tree.value == Value::Null {
        let help = "start with a line such as `id: my-bank`, or run `interview-kit init` to create a complete bank";
        diagnostics.push(Rule::Empty.diagnostic("this bank is empty").at(tree.span).help(help));
        return None;
    }
    let mut fields = Fields::open(tree, "bank", sources, diagnostics)?;
    let (origin, spans) = origin(&mut fields);
    let themes = fields.some_list("themes").map(|nodes| {
        titled(nodes, "theme", &mut fields, |_| (), |id, title, ()| Theme { id, title })
    });
    let themes = themes.unwrap_or_else(|| usual_themes(&origin.language, &spans.start));
    let competencies = fields.some_list("competencies").map(|nodes| {
        let more = |fields: &mut Fields<'_>| (fields.text("statement"), fields.text("definition"));
        titled(nodes, "competency", &mut fields, more, |id, title, (statement, definition)| {
            Competency { id, title, statement: plain(statement), definition: plain(definition) }
        })
    });
    let references = fields.list("companions");
    let references = titled(
        references,
        "companion",
        &mut fields,
        |_| (),
        |id, title, ()| Reference { id, title },
    );
    let levels = fields.some_list("levels").map(|nodes| {
        titled(nodes, "level", &mut fields, |_| (), |id, title, ()| Level { id, title })
    });
    let roles = fields.list("roles");
    let roles =
        roles.into_iter().filter_map(|node| role(node, sources, fields.diagnostics())).collect();
    let scale = fields.take("scale").map(|node| {
        let span = node.span.clone();
        Spanned { value: scale(node, &mut fields), span }
    });
    let highest = scale.as_ref().and_then(|scale| scale.value.as_ref()?.last());
    let highest = highest.map_or(Score::MAX, |point| point.score);
    let questions = fields.need_list("questions");
    let questions = questions
        .into_iter()
        .filter_map(|node| question::read(node, highest, sources, fields.diagnostics()))
        .collect();
    fields.close();
    Some(RawBank {
        origin,
        spans,
        themes,
        competencies,
        references,
        levels,
        roles,
        scale,
        questions,
    })
}

/// The themes of a file in this language that lists none.
#[expect(clippy::expect_used, reason = "the ids of the usual themes are valid")]
fn usual_themes(language: &Language, span: &Span) -> Vec<Spanned<Theme>> {
    let theme = |(id, title): (&str, &str)| {
        let id = id.parse().expect("a lowercase word is an id");
        Spanned { value: Theme { id, title: title.to_owned() }, span: span.clone() }
    };
    Theme::usual(language).map(theme).into()
}

/// What the file says of itself, and where.
fn origin(fields: &mut Fields<'_>) -> (Origin, OriginSpans) {
    let start = fields.span();
    let id = fields.need_id("id");
    let title = fields.need_text("title");
    let edition = fields.text("edition");
    let language = language(fields);
    let source = fields.text("source");
    let editor = fields.text("editor");
    let audience = fields.texts("audience");
    let brand = fields.text("brand");
    let competencies_label = fields.text("competencies_label");
    let (allow, allow_spans) = unzip_spans(suppressions(fields, Scope::Bank));
    let brand_span = brand.as_ref().map(|brand| brand.span.clone());
    let spans = OriginSpans { start, allow: allow_spans, brand: brand_span };
    let origin = Origin {
        // A missing id or title has been reported, so that the bank is rejected in the end.
        id: id.map_or_else(unnamed, |id| id.value),
        title: plain(title).unwrap_or_default(),
        edition: plain(edition).unwrap_or_default(),
        language: language.unwrap_or_default(),
        source: plain(source).unwrap_or_default(),
        editor: plain(editor),
        audience: audience.into_iter().map(|text| text.value).collect(),
        brand: plain(brand),
        competencies_label: plain(competencies_label),
        allow,
    };
    (origin, spans)
}

/// The id of a bank that has none, until it is rejected for that: its other faults are looked for first.
#[expect(clippy::expect_used, reason = "the text is an id")]
fn unnamed() -> Id {
    "unnamed".parse().expect("a lowercase word is an id")
}

/// The language of the texts, if the file says it.
fn language(fields: &mut Fields<'_>) -> Option<Language> {
    let text = fields.text("language")?;
    match text.value.parse::<Language>() {
        Ok(language) => Some(language),
        Err(fault) => {
            let found = Rule::InvalidLanguage.diagnostic(fault.to_string()).at(text.span);
            fields.diagnostics().push(found.instead(fault.nearest(), LanguageParseError::HELP));
            None
        }
    }
}

/// Reads what has an id and a title, and perhaps more, which is asked for before anything can go wrong.
fn titled<T, M>(
    nodes: Vec<Node>,
    what: &'static str,
    outer: &mut Fields<'_>,
    more: impl Fn(&mut Fields<'_>) -> M,
    make: impl Fn(Id, String, M) -> T,
) -> Vec<Spanned<T>> {
    let mut all = Vec::new();
    for node in nodes {
        let sources = outer.sources();
        let Some(mut fields) = Fields::open(node, what, sources, outer.diagnostics()) else {
            continue;
        };
        let id = fields.need_id("id");
        let title = fields.need_text("title");
        let more = more(&mut fields);
        fields.close();
        if let Some(id) = id {
            // A missing title has been reported; the name is known all the same.
            let value = make(id.value, plain(title).unwrap_or_default(), more);
            all.push(Spanned { value, span: id.span });
        }
    }
    all
}

fn role(node: Node, sources: &Sources, diagnostics: &mut Diagnostics) -> Option<RawRole> {
    let mut fields = Fields::open(node, "role", sources, diagnostics)?;
    let id = fields.need_id("id");
    let title = fields.need_text("title");
    let level = fields.need_id("level");
    let must_ask = fields.ids("must_ask");
    let leave_out = fields.ids("leave_out");
    let allow = suppressions(&mut fields, Scope::Role);
    fields.close();
    Some(RawRole { id, title: plain(title), level, must_ask, leave_out, allow })
}

/// The points of a scale, if nothing is wrong with it.
fn scale(node: Node, outer: &mut Fields<'_>) -> Option<Vec<ScalePoint>> {
    let span = node.span.clone();
    let Value::List(items) = node.value else {
        let message = format!("`scale` must be a list of points, found {}", node.value.kind());
        outer.diagnostics().push(Rule::WrongType.diagnostic(message).at(span));
        return None;
    };
    let written = items.len();
    let mut points = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        let sources = outer.sources();
        let Some(mut fields) =
            Fields::open(item, "point of the scale", sources, outer.diagnostics())
        else {
            continue;
        };
        let score = fields.need_text("score");
        let score = score.and_then(|text| score_of(text, "score", Score::MAX, &mut fields));
        let label = fields.need_text("label");
        if let (Some(Spanned { value: score, span }), Some(label)) = (score, label) {
            if usize::from(score.0) == index + 1 {
                points.push(ScalePoint { score, label: label.value });
            } else {
                let message = format!("score {score} is in position {}", index + 1);
                let fault = Rule::Scale.diagnostic(message).at(span);
                fields.diagnostics().push(fault.help("list the scores in order: 1, 2, 3, …"));
            }
        }
        fields.close();
    }
    if !SCALES.contains(&written) {
        let message = format!("the scale has {}", counted(written, "point", "points"));
        let fault = Rule::Scale.diagnostic(message).at(span);
        let help = "use 3, 4, 5, or 7 points; “Not assessed” is added automatically";
        outer.diagnostics().push(fault.help(help));
        return None;
    }
    (points.len() == written).then_some(points)
}
