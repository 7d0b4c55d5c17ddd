use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::fields::unknown;
use super::file::{RawBank, RawRole};
use super::question::RawQuestion;
use crate::bank::{Bank, Companion, Competency, Id, Level, Question, Role};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Sources, Span, Spanned};

/// Makes one bank of several. What is named alike in several files is one thing, but for questions: those get their bank's id
/// before their own, in every file, so that the order of the files does not matter.
pub(super) fn join(files: Vec<RawBank>, sources: &Sources, sink: &mut Sink) -> Option<Bank> {
    once_per_file(&files, sources, sink);
    same_scale(&files, sink);
    let renamed = Renamed::new(&files);
    let scale = files.first()?.scale.clone();
    let mut bank = Bank {
        origins: files.iter().map(|file| file.origin.clone()).collect(),
        competencies: unite(files.iter().flat_map(|file| &file.competencies), |it| &it.id),
        companions: unite(files.iter().flat_map(|file| &file.companions), |it| &it.id),
        levels: unite(files.iter().flat_map(|file| &file.levels), |it| &it.id),
        roles: Vec::new(),
        scale,
        questions: Vec::new(),
    };
    let known = Known::new(&bank, &files, &renamed);
    for (index, file) in files.into_iter().enumerate() {
        for role in file.roles {
            let Some(role) = known.role(role, index, &renamed, sink) else { continue };
            match bank.roles.iter_mut().find(|known| known.id == role.id) {
                Some(first) => {
                    first.must_ask.extend(role.must_ask);
                    first.leave_out.extend(role.leave_out);
                }
                None => bank.roles.push(role),
            }
        }
        for question in file.questions {
            bank.questions.extend(known.question(question, index, &renamed, &bank, sink));
        }
    }
    Some(bank)
}

/// What must be there only once in a file, and files that must be there only once.
fn once_per_file(files: &[RawBank], sources: &Sources, sink: &mut Sink) {
    let banks = files.iter().map(|file| (&file.origin.id, &file.span));
    once("bank", banks, sources, sink);
    for file in files {
        let competencies = file.competencies.iter().map(|it| (&it.value.id, &it.span));
        once("competency", competencies, sources, sink);
        let companions = file.companions.iter().map(|it| (&it.value.id, &it.span));
        once("companion", companions, sources, sink);
        let levels = file.levels.iter().map(|it| (&it.value.id, &it.span));
        once("level", levels, sources, sink);
        let roles = file.roles.iter().filter_map(|it| it.id.as_ref());
        once("role", roles.map(|id| (&id.value, &id.span)), sources, sink);
        let questions = file.questions.iter().filter_map(|it| it.id.as_ref());
        once("question", questions.map(|id| (&id.value, &id.span)), sources, sink);
        let numbers = file.questions.iter().filter_map(|it| it.number.as_ref());
        once("question number", numbers.map(|it| (&it.value, &it.span)), sources, sink);
    }
}

fn once<'a, N: Ord + Display + 'a>(
    what: &str,
    names: impl Iterator<Item = (&'a N, &'a Span)>,
    sources: &Sources,
    sink: &mut Sink,
) {
    let mut seen: BTreeMap<&N, &Span> = BTreeMap::new();
    for (name, span) in names {
        if let Some(first) = seen.get(name) {
            let line = sources.locate(first).line;
            let place = &sources.get(first.source).name;
            let message = format!("the {what} `{name}` is there twice");
            let fault = Diagnostic::error("duplicate-id", message).at(span.clone());
            let help =
                format!("it is in line {line} of {place} already: give one of them another name");
            sink.push(fault.help(help));
        } else {
            seen.insert(name, span);
        }
    }
}

/// Ratings on different scales cannot be compared.
fn same_scale(files: &[RawBank], sink: &mut Sink) {
    let Some((first, others)) = files.split_first() else { return };
    for other in others {
        if other.scale.len() != first.scale.len() {
            let (here, there) = (other.scale.len(), first.scale.len());
            let message =
                format!("this scale has {here} points, that of `{}` has {there}", first.origin.id);
            let fault = Diagnostic::error("scale", message).at(other.scale_span.clone());
            sink.push(fault.help("banks that are used together need the same scale"));
        }
    }
}

fn unite<'a, T: Clone + 'a>(
    all: impl Iterator<Item = &'a Spanned<T>>,
    id: impl Fn(&T) -> &Id,
) -> Vec<T> {
    let mut united: Vec<T> = Vec::new();
    for item in all {
        if !united.iter().any(|known| id(known) == id(&item.value)) {
            united.push(item.value.clone());
        }
    }
    united
}

/// The questions whose ids are taken in more than one file.
struct Renamed {
    names: BTreeMap<(usize, Id), Id>,
}

impl Renamed {
    fn new(files: &[RawBank]) -> Self {
        let mut places: BTreeMap<&Id, BTreeSet<usize>> = BTreeMap::new();
        for (index, file) in files.iter().enumerate() {
            for id in file.questions.iter().filter_map(|question| question.id.as_ref()) {
                places.entry(&id.value).or_default().insert(index);
            }
        }
        let mut names = BTreeMap::new();
        for (id, files_of_id) in places.iter().filter(|(_, files)| files.len() > 1) {
            for index in files_of_id {
                // A name that is too long stays as it is, and is then reported as standing there twice.
                let name = format!("{}-{id}", files[*index].origin.id).parse();
                names.insert((*index, (*id).clone()), name.unwrap_or_else(|_| (*id).clone()));
            }
        }
        Self { names }
    }

    fn name(&self, file: usize, id: &Id) -> Id {
        self.names.get(&(file, id.clone())).unwrap_or(id).clone()
    }
}

/// Every name that a reference may lead to.
struct Known {
    competencies: BTreeSet<Id>,
    companions: BTreeSet<Id>,
    levels: BTreeSet<Id>,
    questions: BTreeSet<Id>,
}

impl Known {
    fn new(bank: &Bank, files: &[RawBank], renamed: &Renamed) -> Self {
        let questions = files.iter().enumerate().flat_map(|(index, file)| {
            let ids = file.questions.iter().filter_map(|question| question.id.as_ref());
            ids.map(move |id| renamed.name(index, &id.value))
        });
        Self {
            competencies: bank
                .competencies
                .iter()
                .map(|Competency { id, .. }| id.clone())
                .collect(),
            companions: bank.companions.iter().map(|Companion { id, .. }| id.clone()).collect(),
            levels: bank.levels.iter().map(|Level { id, .. }| id.clone()).collect(),
            questions: questions.collect(),
        }
    }

    fn role(&self, role: RawRole, file: usize, renamed: &Renamed, sink: &mut Sink) -> Option<Role> {
        let mut asked = |ids: Vec<Spanned<Id>>| {
            let rename = |id: Spanned<Id>| Spanned { value: renamed.name(file, &id.value), ..id };
            let ids = ids.into_iter().map(rename).collect();
            lead(ids, "question", &self.questions, sink)
        };
        let must_ask = asked(role.must_ask);
        let leave_out = asked(role.leave_out);
        let level = lead(role.level.into_iter().collect(), "level", &self.levels, sink);
        let level = level.into_iter().next()?;
        Some(Role { id: role.id?.value, title: role.title?, level, must_ask, leave_out })
    }

    fn question(
        &self,
        raw: RawQuestion,
        file: usize,
        renamed: &Renamed,
        bank: &Bank,
        sink: &mut Sink,
    ) -> Option<Question> {
        let levels = lead(raw.levels, "level", &self.levels, sink);
        let competencies = lead(raw.competencies, "competency", &self.competencies, sink);
        let companions = lead(raw.companions, "companion", &self.companions, sink);
        for anchor in &raw.anchors {
            if !bank.scale.is_empty() && usize::from(anchor.value.score.0) > bank.scale.len() {
                let message = format!("the scale has no score {}", anchor.value.score);
                let fault = Diagnostic::error("out-of-range", message).at(anchor.span.clone());
                sink.push(fault.help(format!("it goes from 1 to {}", bank.scale.len())));
            }
        }
        let own = raw.id?;
        let id = renamed.name(file, &own.value);
        if id != own.value && bank.question(&id).is_some() {
            let message = format!("the question `{id}` is there twice");
            sink.push(Diagnostic::error("duplicate-id", message).at(own.span));
            return None;
        }
        Some(Question {
            id,
            number: raw.number?.value,
            ask: raw.ask?,
            theme: raw.theme?,
            also: raw.also,
            levels,
            competencies,
            kind: raw.kind?,
            minutes: raw.minutes?,
            companions,
            rubric_label: raw.rubric_label,
            rubric: raw.rubric,
            follow_up: raw.follow_up,
            probes: raw.probes,
            watch_for: raw.watch_for,
            anchors: raw.anchors.into_iter().map(|anchor| anchor.value).collect(),
        })
    }
}

/// References that lead somewhere; any other is a fault.
fn lead(ids: Vec<Spanned<Id>>, what: &str, known: &BTreeSet<Id>, sink: &mut Sink) -> Vec<Id> {
    let mut found: Vec<Id> = Vec::new();
    for id in ids {
        if !known.contains(&id.value) {
            // Where there is nothing to lead to, that is the fault, and it has been reported.
            if known.is_empty() && what != "companion" {
                continue;
            }
            let names: Vec<&str> = known.iter().map(Id::as_str).collect();
            sink.push(unknown(what, id.value.as_str(), &names, id.span));
        } else if found.contains(&id.value) {
            let message = format!("the {what} `{}` is named here twice", id.value);
            sink.push(Diagnostic::error("duplicate-name", message).at(id.span));
        } else {
            found.push(id.value);
        }
    }
    found
}
