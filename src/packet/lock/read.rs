use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use super::file::{Lock, Part};
use super::places::Places;
use super::recipe::{LockedInterviewer, Recipe};
use crate::bank::Id;
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources, Span, Spanned};
use crate::base::text::listed;
use crate::base::unit::Minutes;
use crate::base::yaml::{self, Entry, Fault, Mapping, MappingKind, Node};
use crate::select::{Aim, UnmetGoal, Why};

/// Reads a lock file. Whatever in it would not be used is a fault.
pub fn read(sources: &Sources, id: SourceId) -> Checked<Lock> {
    let mut diagnostics = Diagnostics::new();
    let end = sources.get(id).text.len();
    let lock = match yaml::parse(sources, id, 0, end) {
        Ok(node) => Mapping::open(node, LOCK, sources, &mut diagnostics)
            .and_then(|mapping| Reader { mapping }.lock()),
        Err(fault) => {
            diagnostics.push(*fault);
            None
        }
    };
    diagnostics.check(lock)
}

const HELP: &str = "`build --lock FILE` writes a lock file";

const LOCK: MappingKind = MappingKind {
    expected: Some("not a lock file: expected a mapping"),
    help: Some(HELP),
    ..MappingKind::new("lock file", report)
};
const INTERVIEWER: MappingKind =
    MappingKind { help: Some(HELP), ..MappingKind::new("interviewer", report) };
const GOAL: MappingKind = MappingKind { help: Some(HELP), ..MappingKind::new("goal", report) };
const HASHES: MappingKind = MappingKind {
    expected: Some("expected a mapping of names to hashes"),
    ..MappingKind::new("list of hashes", report)
};

fn report(_: Fault, message: String) -> Diagnostic {
    Diagnostic::error("lock", message)
}

fn fault(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::error("lock", message).at(span)
}

fn no_lock(message: impl Into<String>, span: Span) -> Diagnostic {
    fault(message, span).help(HELP)
}

/// Takes the values of a mapping, key by key.
struct Reader<'a> {
    mapping: Mapping<'a>,
}

/// What one interviewer asks, with the places of the questions.
struct SpannedInterviewer {
    name: Option<String>,
    themes: Vec<Spanned<Id>>,
    questions: Vec<Spanned<Id>>,
}

impl Reader<'_> {
    fn lock(mut self) -> Option<Lock> {
        self.check_version()?;
        let span = self.mapping.span();
        let code = self.text("code");
        let role = self.optional::<Id>("role");
        let level = self.optional::<Id>("level");
        let minutes = self.optional("minutes").map(Minutes);
        let reserve = self.required("reserve");
        let shared = self.mapping.need("shared");
        let shared_span = shared.as_ref().map(|node| node.span.clone());
        let shared = shared.map(|node| self.ids("shared", node));
        let interviewers = self.interviewers();
        let unmet = self.mapping.need("unmet").map_or(Vec::new(), |node| self.unmet(node));
        let (goals, unmet) = unmet.into_iter().map(|goal| (goal.span, goal.value)).unzip();
        let parts = self.parts("hashes");
        let labels = self.parts("labels");
        if let Some(shared) = &shared {
            self.check_shared(shared, &interviewers);
            self.check_repeats(shared, &interviewers);
        }
        self.mapping.close();
        let value = |spanned: Spanned<Id>| spanned.value;
        let interviewer = |SpannedInterviewer { name, themes, questions }| LockedInterviewer {
            name,
            themes: themes.into_iter().map(value).collect(),
            questions: questions.into_iter().map(value).collect(),
        };
        let code = code?;
        let places = Places {
            start: span,
            code: code.span,
            shared: shared_span?,
            questions: first_places(interviewers.iter().flat_map(|it| &it.questions)),
            themes: first_places(interviewers.iter().flat_map(|it| &it.themes)),
            goals,
        };
        let recipe = Recipe {
            role,
            level,
            minutes,
            reserve: reserve.map(Minutes)?,
            shared: shared?.into_iter().map(value).collect(),
            interviewers: interviewers.into_iter().map(interviewer).collect(),
            unmet,
        };
        Some(Lock { code: code.value, recipe, parts, labels, places: Some(places) })
    }

    /// Proves that the file has the version that is read here.
    fn check_version(&mut self) -> Option<()> {
        // The first `lock: 2`, which was never released, had the key `content`.
        let is_early = self.mapping.has("content");
        let Some(node) = self.mapping.take("lock") else {
            let span = self.mapping.span();
            let message = "not a lock file: missing key `lock`";
            self.mapping.diagnostics.push(no_lock(message, span));
            return None;
        };
        let version = self.mapping.text(node, "lock")?;
        let (message, help) = match version.value.as_str() {
            "2" if !is_early => return Some(()),
            "1" | "2" => (
                "this lock file has an old format, which cannot be checked".to_owned(),
                "create a new one with --lock; to keep its questions in their order, add `--question ID,ID --order given`",
            ),
            other => (
                format!("unsupported lock file version `{other}`"),
                "this version of interview-kit reads version 2",
            ),
        };
        self.mapping.diagnostics.push(fault(message, version.span).help(help));
        None
    }

    fn interviewers(&mut self) -> Vec<SpannedInterviewer> {
        let Some(node) = self.mapping.need("interviewers") else { return Vec::new() };
        let whole = node.span.clone();
        let mut interviewers = Vec::new();
        for item in self.mapping.items(node, "interviewers", usize::MAX) {
            let Some(mapping) = self.open(item, INTERVIEWER) else { continue };
            interviewers.extend(Reader { mapping }.interviewer());
        }
        if interviewers.is_empty() {
            self.mapping.diagnostics.push(no_lock("this lock file lists no questions", whole));
        }
        interviewers
    }

    fn interviewer(mut self) -> Option<SpannedInterviewer> {
        let name = self.mapping.take("name");
        let name = name.and_then(|node| self.mapping.text(node, "name")).map(|name| name.value);
        let themes =
            self.mapping.take("themes").map_or(Vec::new(), |node| self.ids("themes", node));
        let questions = self.mapping.need("questions").map(|node| {
            let span = node.span.clone();
            let questions = self.ids("questions", node);
            if questions.is_empty() {
                let fault = no_lock("this interviewer has no questions", span);
                self.mapping.diagnostics.push(fault);
            }
            questions
        });
        self.mapping.close();
        Some(SpannedInterviewer { name, themes, questions: questions? })
    }

    /// Opens a mapping inside of this one.
    fn open(&mut self, node: Node, kind: MappingKind) -> Option<Mapping<'_>> {
        Mapping::open(node, kind, self.mapping.sources, &mut *self.mapping.diagnostics)
    }

    /// Proves that no question is asked twice, except for those that everyone asks.
    fn check_repeats(&mut self, shared: &[Spanned<Id>], interviewers: &[SpannedInterviewer]) {
        let shared: BTreeSet<&Id> = shared.iter().map(|it| &it.value).collect();
        let mut asked: BTreeSet<&Id> = BTreeSet::new();
        for question in interviewers.iter().flat_map(|interviewer| &interviewer.questions) {
            if !shared.contains(&question.value) && !asked.insert(&question.value) {
                let message = format!("`{}` is asked twice", question.value);
                let help = "a question that several interviewers ask must be listed in `shared`";
                self.mapping.diagnostics.push(fault(message, question.span.clone()).help(help));
            }
        }
    }

    /// Proves that every interviewer asks the common questions.
    fn check_shared(&mut self, shared: &[Spanned<Id>], interviewers: &[SpannedInterviewer]) {
        let asks = |interviewer: &SpannedInterviewer, id: &Id| {
            interviewer.questions.iter().any(|question| question.value == *id)
        };
        for Spanned { value: id, span } in shared {
            if let Some(place) = interviewers.iter().position(|it| !asks(it, id)) {
                let message =
                    format!("`{id}` is in `shared`, but interviewer {} does not ask it", place + 1);
                self.mapping.diagnostics.push(no_lock(message, span.clone()));
            }
        }
    }

    /// The goals that were not met.
    fn unmet(&mut self, node: Node) -> Vec<Spanned<UnmetGoal>> {
        let mut goals = Vec::new();
        for item in self.mapping.items(node, "unmet", usize::MAX) {
            let Some(mapping) = self.open(item, GOAL) else { continue };
            let span = mapping.span();
            let goal = Reader { mapping }.goal();
            goals.extend(goal.map(|value| Spanned { value, span }));
        }
        goals
    }

    fn goal(mut self) -> Option<UnmetGoal> {
        let name = self.text("aim")?;
        let aim = match name.value.as_str() {
            "must-ask" => self.required("id").map(Aim::MustAsk),
            "competency" => self.required("id").map(Aim::Competency),
            "second-person" => self.required("id").map(Aim::SecondPerson),
            "shared" => {
                let (asked, found) = (self.required("asked"), self.required("found"));
                asked.zip(found).map(|(asked, found)| Aim::Shared { asked, found })
            }
            "past-behavior" => Some(Aim::PastBehavior),
            other => {
                let fault = unknown("aim", other, &Aim::CODES, name.span.clone());
                self.mapping.diagnostics.push(fault);
                return None;
            }
        };
        let why = self.text("why")?;
        let reason = Why::ALL.into_iter().find(|reason| reason.code() == why.value);
        if reason.is_none() {
            let codes = Why::ALL.map(Why::code);
            self.mapping.diagnostics.push(unknown("reason", &why.value, &codes, why.span));
        }
        self.mapping.close();
        Some(UnmetGoal { aim: aim?, why: reason? })
    }

    fn parts(&mut self, key: &'static str) -> BTreeMap<String, Part> {
        let Some(node) = self.mapping.need(key) else { return BTreeMap::new() };
        let Some(mapping) = self.open(node, HASHES) else { return BTreeMap::new() };
        let mut parts = BTreeMap::new();
        for Entry { key, value } in mapping.into_entries() {
            let Some(hash) = self.mapping.text(value, &key.value) else { continue };
            parts.insert(key.value, Part { hash: hash.value, span: Some(key.span) });
        }
        parts
    }

    /// The text of a required key.
    fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.mapping.need(key)?;
        self.mapping.text(node, key)
    }

    /// The value of a required key.
    fn required<T: FromStr>(&mut self, key: &'static str) -> Option<T> {
        let node = self.mapping.need(key)?;
        self.parse(key, node)
    }

    /// The value of a key that may be absent.
    fn optional<T: FromStr>(&mut self, key: &'static str) -> Option<T> {
        let node = self.mapping.take(key)?;
        self.parse(key, node)
    }

    fn parse<T: FromStr>(&mut self, key: &str, node: Node) -> Option<T> {
        let text = self.mapping.text(node, key)?;
        let parsed = text.value.parse().ok();
        if parsed.is_none() {
            let message = format!("invalid value `{}` for `{key}`", text.value);
            self.mapping.diagnostics.push(fault(message, text.span));
        }
        parsed
    }

    /// The ids of a list, which must all differ.
    fn ids(&mut self, key: &str, node: Node) -> Vec<Spanned<Id>> {
        let mut ids: Vec<Spanned<Id>> = Vec::new();
        let mut known: BTreeSet<Id> = BTreeSet::new();
        for item in self.mapping.items(node, key, usize::MAX) {
            let span = item.span.clone();
            let Some(value) = self.parse::<Id>(key, item) else { continue };
            if known.insert(value.clone()) {
                ids.push(Spanned { value, span });
            } else {
                self.mapping.diagnostics.push(listed_twice(value.as_str(), key, span));
            }
        }
        ids
    }
}

/// A fault about a word that is none of a closed set.
fn unknown(what: &str, word: &str, known: &[&str], span: Span) -> Diagnostic {
    let fault = fault(format!("unknown {what} `{word}`"), span);
    let fault = fault.suggest_instead(word, known.iter().copied());
    fault.help(format!("expected one of: {}", listed(known.iter().copied())))
}

/// The place of the first mention of each id.
fn first_places<'i>(ids: impl Iterator<Item = &'i Spanned<Id>>) -> BTreeMap<Id, Span> {
    let mut places = BTreeMap::new();
    for Spanned { value, span } in ids {
        places.entry(value.clone()).or_insert_with(|| span.clone());
    }
    places
}

fn listed_twice(name: &str, key: &str, span: Span) -> Diagnostic {
    fault(format!("`{name}` is listed twice in `{key}`"), span)
}
