use std::collections::{BTreeMap, BTreeSet};

use super::file::{Lock, Part};
use super::recipe::{LockedSeat, Recipe};
use crate::bank::Id;
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources, Span, Spanned};
use crate::base::unit::Minutes;
use crate::base::yaml::{self, Entry, Node, Value};
use crate::select::{Aim, UnmetGoal, Why};

/// Reads a lock file. Whatever in it would not be used is a fault.
pub fn read(sources: &Sources, id: SourceId) -> Checked<Lock> {
    let mut sink = Diagnostics::new();
    let end = sources.get(id).text.len();
    let lock = match yaml::parse(sources, id, 0, end) {
        Ok(Node { value: Value::Mapping(entries), span }) => {
            Reader { entries, span, sink: &mut sink }.lock()
        }
        Ok(Node { span, .. }) => {
            sink.push(no_lock("this is not a lock file", span));
            None
        }
        Err(fault) => {
            sink.push(*fault);
            None
        }
    };
    sink.check(lock)
}

fn fault(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::error("lock", message).at(span)
}

fn no_lock(message: impl Into<String>, span: Span) -> Diagnostic {
    fault(message, span).help("`build --lock FILE` writes one")
}

const KEYS: [&str; 10] =
    ["lock", "code", "role", "level", "minutes", "reserve", "shared", "seats", "unmet", "hashes"];
const SEAT_KEYS: [&str; 3] = ["questions", "interviewer", "themes"];

/// Takes the values of a mapping, key by key.
struct Reader<'a> {
    entries: Vec<Entry>,
    span: Span,
    sink: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn lock(mut self) -> Option<Lock> {
        self.form()?;
        let code = self.needed("code").and_then(|node| self.scalar("code", node));
        let role = self.parsed::<Id>("role");
        let level = self.parsed::<Id>("level");
        let minutes = self.parsed("minutes").map(Minutes);
        let reserve = self.needed("reserve").and_then(|node| self.parse("reserve", node));
        let shared = self.needed("shared").map(|node| self.ids("shared", node));
        let seats = self.seats();
        let unmet = self.needed("unmet").map_or(Vec::new(), |node| self.unmet(node));
        let parts = self.parts();
        self.rest(&KEYS);
        let shared = shared?;
        self.check(&shared, &seats);
        let value = |spanned: Spanned<Id>| spanned.value;
        let seat = |(interviewer, themes, questions): Seat| LockedSeat {
            interviewer,
            themes: themes.into_iter().map(value).collect(),
            questions: questions.into_iter().map(value).collect(),
        };
        let code = code?;
        let recipe = Recipe {
            role,
            level,
            minutes,
            reserve: reserve.map(Minutes)?,
            shared: shared.into_iter().map(value).collect(),
            seats: seats.into_iter().map(seat).collect(),
            unmet,
        };
        Some(Lock { code: code.value, recipe, parts, places: Some((self.span, code.span)) })
    }

    /// Proves that the file has the form that this version reads.
    fn form(&mut self) -> Option<()> {
        let Some(node) = self.take("lock") else {
            let span = self.span.clone();
            self.sink.push(no_lock("this is not a lock file: it has no key `lock`", span));
            return None;
        };
        let version = self.scalar("lock", node)?;
        // The first `lock: 2`, which was never released, had the key `content`.
        let is_early = self.entries.iter().any(|entry| entry.key.value == "content");
        let message = match version.value.as_str() {
            "2" if !is_early => return Some(()),
            "1" | "2" => {
                "this lock file was written by an early version, whose hashes depend on the wording of the printed pages"
                    .to_owned()
            }
            other => format!("unsupported lock file version `{other}`"),
        };
        let help = match version.value.as_str() {
            "1" | "2" => {
                "nothing can be checked with it: create a new lock file with --lock, for the same questions with \
                 `--question ID,ID --order given`"
            }
            _ => "this version of interview-kit reads version 2",
        };
        self.sink.push(fault(message, version.span).help(help));
        None
    }

    fn seats(&mut self) -> Vec<Seat> {
        let Some(node) = self.needed("seats") else { return Vec::new() };
        let whole = node.span.clone();
        let mut seats = Vec::new();
        for item in self.items("seats", node) {
            let Value::Mapping(entries) = item.value else {
                self.sink.push(no_lock("a seat is a mapping with `questions`", item.span));
                continue;
            };
            let mut seat = Reader { entries, span: item.span, sink: &mut *self.sink };
            let interviewer = seat.take("interviewer");
            let interviewer = interviewer.and_then(|node| seat.scalar("interviewer", node));
            let themes = seat.take("themes").map_or(Vec::new(), |node| seat.ids("themes", node));
            let questions = seat.needed("questions").map(|node| {
                let span = node.span.clone();
                (seat.ids("questions", node), span)
            });
            seat.rest(&SEAT_KEYS);
            let Some((questions, span)) = questions else { continue };
            if questions.is_empty() {
                seat.sink.push(no_lock("this seat asks no question", span));
            }
            seats.push((interviewer.map(|name| name.value), themes, questions));
        }
        if seats.is_empty() {
            self.sink.push(no_lock("this lock file names no question", whole));
        }
        seats
    }

    /// Proves that nothing is asked twice but what everybody asks.
    fn check(&mut self, shared: &[Spanned<Id>], seats: &[Seat]) {
        let shared: BTreeSet<&Id> = shared.iter().map(|it| &it.value).collect();
        let mut asked: BTreeSet<&Id> = BTreeSet::new();
        for (_, _, questions) in seats {
            for question in questions {
                if !shared.contains(&question.value) && !asked.insert(&question.value) {
                    let message = format!("`{}` is asked twice", question.value);
                    let help = "a question that two people ask stands in `shared`";
                    self.sink.push(fault(message, question.span.clone()).help(help));
                }
            }
        }
    }

    /// The goals that were not met.
    fn unmet(&mut self, node: Node) -> Vec<UnmetGoal> {
        let mut goals = Vec::new();
        for item in self.items("unmet", node) {
            let Value::Mapping(entries) = item.value else {
                self.sink.push(fault("a goal is a mapping with `aim` and `why`", item.span));
                continue;
            };
            let mut goal = Reader { entries, span: item.span, sink: &mut *self.sink };
            goals.extend(goal.goal());
        }
        goals
    }

    fn goal(&mut self) -> Option<UnmetGoal> {
        let name = self.needed("aim").and_then(|node| self.scalar("aim", node))?;
        let (keys, aim): (&[&str], _) = match name.value.as_str() {
            "must-ask" => (&["aim", "id", "why"], self.wanted("id").map(Aim::MustAsk)),
            "competency" => (&["aim", "id", "why"], self.wanted("id").map(Aim::Competency)),
            "second-person" => (&["aim", "id", "why"], self.wanted("id").map(Aim::SecondPerson)),
            "shared" => {
                let (asked, found) = (self.wanted("asked"), self.wanted("found"));
                let aim = asked.zip(found).map(|(asked, found)| Aim::Shared { asked, found });
                (&["aim", "asked", "found", "why"], aim)
            }
            "past-behavior" => (&["aim", "why"], Some(Aim::PastBehavior)),
            other => {
                let message = format!("unknown aim `{other}`");
                self.sink.push(fault(message, name.span));
                return None;
            }
        };
        let why = self.needed("why").and_then(|node| self.scalar("why", node))?;
        self.rest(keys);
        let reason = Why::ALL.into_iter().find(|reason| reason.code() == why.value);
        if reason.is_none() {
            let message = format!("unknown reason `{}`", why.value);
            self.sink.push(fault(message, why.span));
        }
        Some(UnmetGoal { aim: aim?, why: reason? })
    }

    /// The value of a key that is needed here.
    fn wanted<T: std::str::FromStr>(&mut self, key: &str) -> Option<T> {
        let node = self.needed(key)?;
        self.parse(key, node)
    }

    fn parts(&mut self) -> BTreeMap<String, Part> {
        let mut parts: BTreeMap<String, Part> = BTreeMap::new();
        let Some(node) = self.needed("hashes") else { return parts };
        let Value::Mapping(entries) = node.value else {
            self.sink.push(fault("`hashes` must be a mapping", node.span));
            return parts;
        };
        for Entry { key, value } in entries {
            let Some(hash) = self.scalar(&key.value, value) else { continue };
            let part = Part { hash: hash.value, span: Some(key.span.clone()) };
            if parts.insert(key.value.clone(), part).is_some() {
                self.sink.push(twice(&key));
            }
        }
        parts
    }

    /// Says of every entry that was not taken why.
    fn rest(&mut self, known: &[&str]) {
        for Entry { key, .. } in std::mem::take(&mut self.entries) {
            self.sink.push(if known.contains(&key.value.as_str()) {
                twice(&key)
            } else {
                let message = format!("a lock file has no key `{}` here", key.value);
                let unknown = fault(message, key.span).suggest_instead(&key.value, known.to_vec());
                unknown.help(format!("the keys are {}", known.join(", ")))
            });
        }
    }

    /// Takes the first value of a key.
    fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|entry| entry.key.value == key)?;
        Some(self.entries.remove(index).value)
    }

    /// Takes the value of a key that every lock file has.
    fn needed(&mut self, key: &str) -> Option<Node> {
        let taken = self.take(key);
        if taken.is_none() {
            let message = format!("this has no key `{key}`");
            self.sink.push(no_lock(message, self.span.clone()));
        }
        taken
    }

    fn scalar(&mut self, key: &str, node: Node) -> Option<Spanned<String>> {
        if let Value::Scalar(value) = node.value {
            return Some(Spanned { value, span: node.span });
        }
        let message = format!("`{key}` must be a single value, not {}", node.value.kind());
        self.sink.push(fault(message, node.span));
        None
    }

    /// The value of a key that may be absent.
    fn parsed<T: std::str::FromStr>(&mut self, key: &str) -> Option<T> {
        let node = self.take(key)?;
        self.parse(key, node)
    }

    fn parse<T: std::str::FromStr>(&mut self, key: &str, node: Node) -> Option<T> {
        let text = self.scalar(key, node)?;
        let parsed = text.value.parse().ok();
        if parsed.is_none() {
            let message = format!("`{}` cannot be the value of `{key}`", text.value);
            self.sink.push(fault(message, text.span));
        }
        parsed
    }

    fn items(&mut self, key: &str, node: Node) -> Vec<Node> {
        if let Value::List(items) = node.value {
            return items;
        }
        let message = format!("`{key}` must be a list, not {}", node.value.kind());
        self.sink.push(fault(message, node.span));
        Vec::new()
    }

    /// The ids of a list, of which none may stand in it twice.
    fn ids(&mut self, key: &str, node: Node) -> Vec<Spanned<Id>> {
        let mut ids: Vec<Spanned<Id>> = Vec::new();
        let mut known: BTreeSet<Id> = BTreeSet::new();
        for item in self.items(key, node) {
            let span = item.span.clone();
            let Some(value) = self.parse::<Id>(key, item) else { continue };
            if known.insert(value.clone()) {
                ids.push(Spanned { value, span });
            } else {
                self.sink.push(fault(format!("`{value}` is in `{key}` twice"), span));
            }
        }
        ids
    }
}

/// The interviewer, the themes and the questions of a seat.
type Seat = (Option<String>, Vec<Spanned<Id>>, Vec<Spanned<Id>>);

fn twice(key: &Spanned<String>) -> Diagnostic {
    fault(format!("the key `{}` is there twice", key.value), key.span.clone())
        .help("remove one of them")
}
