use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::fields::unzip_spans;
use super::file::RawBank;
use super::known::{Known, KnownIds};
use super::reserved;
use crate::bank::{Bank, Id, Role, RoleSpans, Rule, ScalePoint, Spans, TextLanguages, TextOf};
use crate::base::diagnostic::Diagnostics;
use crate::base::source::{Sources, Span, Spanned};

/// Makes one bank of several. What is named alike in several files is one thing, but for questions: those get their bank's id
/// before their own, in every file, so that the order of the files does not matter. Lists that a file leaves out are those of the
/// others.
pub(super) fn join(
    mut files: Vec<RawBank>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(Bank, Spans)> {
    if files.is_empty() {
        return None;
    }
    if !are_few(&files, diagnostics) {
        return None;
    }
    once_per_file(&files, sources, diagnostics);
    all_there(&files, diagnostics);
    let scale = scale(&files, diagnostics);
    rename(&mut files, sources, diagnostics);
    let languages = languages(&files);
    let themes = unzip_spans(unite(files.iter().flat_map(|file| &file.themes), |it| &it.id)).0;
    let competencies = files.iter().flat_map(|file| file.competencies.iter().flatten());
    let (competencies, competency_spans) = unzip_spans(unite(competencies, |it| &it.id));
    let references = unite(files.iter().flat_map(|file| &file.references), |it| &it.id);
    let levels = files.iter().flat_map(|file| file.levels.iter().flatten());
    let (levels, level_spans) = unzip_spans(unite(levels, |it| &it.id));
    let references = unzip_spans(references).0;
    let known = Known {
        themes: KnownIds::new("theme", themes.iter().map(|it| &it.id)),
        competencies: KnownIds::new("competency", competencies.iter().map(|it| &it.id)),
        references: KnownIds::optional("companion", references.iter().map(|it| &it.id)),
        levels: KnownIds::new("level", levels.iter().map(|it| &it.id)),
        questions: KnownIds::new("question", question_ids(&files).map(|(_, id)| &id.value)),
        scale: scale.len(),
    };
    let (mut origins, mut origin_spans) = (Vec::new(), Vec::new());
    let (mut roles, mut role_spans) = (Vec::new(), Vec::new());
    let (mut questions, mut question_spans) = (Vec::new(), Vec::new());
    for (index, file) in files.into_iter().enumerate() {
        origins.push(file.origin);
        origin_spans.push(file.spans);
        for role in file.roles {
            if let Some(role) = role.resolve(&known, diagnostics) {
                add_role(role, &mut roles, &mut role_spans);
            }
        }
        for question in file.questions {
            let (question, place) = question.resolve(index, &known, diagnostics).unzip();
            questions.extend(question);
            question_spans.extend(place);
        }
    }
    let bank = Bank {
        origins,
        themes,
        competencies,
        references,
        levels,
        roles,
        scale,
        questions,
        languages,
    };
    let spans = Spans {
        origins: origin_spans,
        competencies: competency_spans,
        levels: level_spans,
        roles: role_spans,
        questions: question_spans,
    };
    Some((bank, spans))
}

/// The languages of the texts of several files; nothing where all are in one language. What is named alike in several files comes from
/// the first of them.
fn languages(files: &[RawBank]) -> TextLanguages {
    let mut languages = TextLanguages::default();
    if files.windows(2).all(|pair| pair[0].origin.language == pair[1].origin.language) {
        return languages;
    }
    for file in files {
        let mut add = |text| languages.add(text, &file.origin.language);
        file.themes.iter().for_each(|it| add(TextOf::Theme(&it.value.id)));
        let competencies = file.competencies.iter().flatten();
        competencies.for_each(|it| add(TextOf::Competency(&it.value.id)));
        file.references.iter().for_each(|it| add(TextOf::Reference(&it.value.id)));
        file.levels.iter().flatten().for_each(|it| add(TextOf::Level(&it.value.id)));
        let roles = file.roles.iter().filter_map(|it| it.id.as_ref());
        roles.for_each(|id| add(TextOf::Role(&id.value)));
        let questions = file.questions.iter().filter_map(|it| it.id.as_ref());
        questions.for_each(|id| add(TextOf::Question(&id.value)));
        if file.scale.as_ref().is_some_and(|scale| scale.value.is_some()) {
            add(TextOf::Scale);
        }
    }
    languages
}

/// Adds a role, or extends the role of the same id from a file before.
fn add_role((role, place): (Role, RoleSpans), roles: &mut Vec<Role>, spans: &mut Vec<RoleSpans>) {
    let Some(at) = roles.iter().position(|known| known.id == role.id) else {
        roles.push(role);
        spans.push(place);
        return;
    };
    let (known, known_span) = (&mut roles[at], &mut spans[at]);
    extend(&mut known.must_ask, &mut known_span.must_ask, role.must_ask, place.must_ask);
    extend(&mut known.leave_out, &mut known_span.leave_out, role.leave_out, place.leave_out);
    extend(&mut known.allow, &mut known_span.allow, role.allow, place.allow);
}

/// Whether the files together have no more than is read of one. What is named alike in several of them counts once.
fn are_few(files: &[RawBank], diagnostics: &mut Diagnostics) -> bool {
    let competencies = files.iter().flat_map(|file| file.competencies.iter().flatten());
    let references = files.iter().flat_map(|file| &file.references);
    let levels = files.iter().flat_map(|file| file.levels.iter().flatten());
    let roles = files.iter().flat_map(|file| &file.roles).filter_map(|role| role.id.as_ref());
    let counts = [
        (
            "themes",
            Bank::MAX_THEMES,
            distinct(files.iter().flat_map(|file| &file.themes).map(|it| &it.value.id)),
        ),
        ("competencies", Bank::MAX_ENTRIES, distinct(competencies.map(|it| &it.value.id))),
        ("companions", Bank::MAX_ENTRIES, distinct(references.map(|it| &it.value.id))),
        ("levels", Bank::MAX_ENTRIES, distinct(levels.map(|it| &it.value.id))),
        ("roles", Bank::MAX_ENTRIES, distinct(roles.map(|id| &id.value))),
    ];
    let mut are_few = true;
    for (key, most, count) in counts {
        if let (true, Some(last)) = (count > most, files.last()) {
            are_few = false;
            let message = format!("these banks have {count} {key} in total");
            let fault = Rule::TooMany.diagnostic(message).at(last.spans.start.clone());
            diagnostics.push(fault.help(format!("the maximum is {most}; use fewer banks")));
        }
    }
    are_few
}

fn distinct<'a>(ids: impl Iterator<Item = &'a Id>) -> usize {
    ids.collect::<BTreeSet<_>>().len()
}

/// Adds what is not there yet, with its spans.
fn extend<T: Clone + Ord>(
    known: &mut Vec<T>,
    spans: &mut Vec<Span>,
    more: Vec<T>,
    there: Vec<Span>,
) {
    let mut seen: BTreeSet<T> = known.iter().cloned().collect();
    for (item, place) in more.into_iter().zip(there) {
        if seen.insert(item.clone()) {
            known.push(item);
            spans.push(place);
        }
    }
}

/// Every list that questions refer to is in one of the files.
fn all_there(files: &[RawBank], diagnostics: &mut Diagnostics) {
    let Some(first) = files.first() else { return };
    let lists = [
        ("competencies", files.iter().any(|file| file.competencies.is_some())),
        ("levels", files.iter().any(|file| file.levels.is_some())),
        ("scale", files.iter().any(|file| file.scale.is_some())),
    ];
    for (key, is_there) in lists {
        if !is_there {
            let message = match files.len() {
                1 => format!("missing key `{key}` in this bank"),
                _ => format!("none of these banks defines `{key}`"),
            };
            let fault = Rule::MissingKey.diagnostic(message).at(first.spans.start.clone());
            diagnostics.push(
                fault.help(format!("add `{key}: …`, or combine it with a bank that defines it")),
            );
        }
    }
}

/// What must be there only once in a file, and files that must be there only once.
fn once_per_file(files: &[RawBank], sources: &Sources, diagnostics: &mut Diagnostics) {
    let banks = files.iter().map(|file| (&file.origin.id, &file.spans.start));
    once("bank", banks, sources, diagnostics);
    for file in files {
        let themes = file.themes.iter().map(|it| (&it.value.id, &it.span));
        once("theme", themes, sources, diagnostics);
        let competencies = file.competencies.iter().flatten().map(|it| (&it.value.id, &it.span));
        once("competency", competencies, sources, diagnostics);
        let references = file.references.iter().map(|it| (&it.value.id, &it.span));
        once("companion", references, sources, diagnostics);
        let levels = file.levels.iter().flatten().map(|it| (&it.value.id, &it.span));
        once("level", levels, sources, diagnostics);
        let roles = file.roles.iter().filter_map(|it| it.id.as_ref());
        once("role", roles.map(|id| (&id.value, &id.span)), sources, diagnostics);
        let questions = file.questions.iter().filter_map(|it| it.id.as_ref());
        once("question", questions.map(|id| (&id.value, &id.span)), sources, diagnostics);
        let numbers = file.questions.iter().filter_map(|it| it.number.as_ref());
        once("question number", numbers.map(|it| (&it.value, &it.span)), sources, diagnostics);
    }
    reserved::check(files, diagnostics);
}

fn once<'a, N: Ord + Display + 'a>(
    what: &str,
    names: impl Iterator<Item = (&'a N, &'a Span)>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: BTreeMap<&N, &Span> = BTreeMap::new();
    for (name, span) in names {
        if let Some(first) = seen.get(name) {
            let line = sources.locate(first).line;
            let place = &sources.get(first.source).name;
            let message = format!("duplicate {what} `{name}`");
            let fault = Rule::DuplicateId.diagnostic(message).at(span.clone());
            let change = if what == "question number" { "change" } else { "rename" };
            let help = format!("first defined at {place}:{line}; {change} one of them");
            diagnostics.push(fault.help(help));
        } else {
            seen.insert(name, span);
        }
    }
}

/// The scale of the first file that has one. Ratings on different scales cannot be compared.
fn scale(files: &[RawBank], diagnostics: &mut Diagnostics) -> Vec<ScalePoint> {
    // What is wrong with a scale by itself has been reported, and nothing can be measured by it.
    let mut scales = files.iter().filter_map(|file| {
        let Spanned { value, span } = file.scale.as_ref()?;
        Some((file, value.as_ref()?, span))
    });
    let Some((first, scale, _)) = scales.next() else { return Vec::new() };
    for (other, theirs, span) in scales {
        let (here, there) = (theirs.len(), scale.len());
        if here != there {
            let message = format!(
                "this scale has {here} points, but the scale of `{}` has {there}",
                first.origin.id
            );
            let fault = Rule::Scale.diagnostic(message).at(span.clone());
            diagnostics.push(fault.help("combined banks must use the same scale"));
        } else if theirs != scale && !allows(other, Rule::ScaleLabels) {
            let message = format!(
                "rating labels differ from those of `{}`, which are the ones printed",
                first.origin.id
            );
            let fault = Rule::ScaleLabels.diagnostic(message).at(span.clone());
            diagnostics.push(fault.help("remove this scale, or use the same labels"));
        }
    }
    scale.clone()
}

fn allows(file: &RawBank, rule: Rule) -> bool {
    file.origin.allow.iter().any(|suppression| suppression.rule == rule)
}

fn unite<'a, T: Clone + 'a>(
    all: impl Iterator<Item = &'a Spanned<T>>,
    id: impl Fn(&T) -> &Id,
) -> Vec<Spanned<T>> {
    let mut seen: BTreeSet<&Id> = BTreeSet::new();
    all.filter(|item| seen.insert(id(&item.value))).cloned().collect()
}

/// The ids of all questions, each with the place of its file.
fn question_ids(files: &[RawBank]) -> impl Iterator<Item = (usize, &Spanned<Id>)> {
    files.iter().enumerate().flat_map(|(index, file)| {
        let ids = file.questions.iter().filter_map(|question| question.id.as_ref());
        ids.map(move |id| (index, id))
    })
}

/// Puts a bank's id before the ids of its questions that another file has too, wherever the file mentions them. Reports the questions
/// that have the same name after that.
fn rename(files: &mut [RawBank], sources: &Sources, diagnostics: &mut Diagnostics) {
    let names = new_names(files);
    let name = |file: usize, id: &Id| names.get(&(file, id.clone())).unwrap_or(id).clone();
    // An id that one file has twice was reported before.
    let mut seen = BTreeSet::new();
    let firsts = question_ids(files).filter(|(file, id)| seen.insert((*file, &id.value)));
    let all: Vec<_> = firsts.map(|(file, id)| (name(file, &id.value), id.span.clone())).collect();
    once("question", all.iter().map(|(name, span)| (name, span)), sources, diagnostics);
    for (index, file) in files.iter_mut().enumerate() {
        let roles = file.roles.iter_mut();
        let of_roles = roles.flat_map(|role| role.must_ask.iter_mut().chain(&mut role.leave_out));
        let of_questions = file.questions.iter_mut().filter_map(|question| question.id.as_mut());
        of_roles.chain(of_questions).for_each(|id| id.value = name(index, &id.value));
    }
}

/// The questions whose ids are taken in more than one file, by file and id, with their new ids.
fn new_names(files: &[RawBank]) -> BTreeMap<(usize, Id), Id> {
    let mut files_of: BTreeMap<&Id, BTreeSet<usize>> = BTreeMap::new();
    for (file, id) in question_ids(files) {
        files_of.entry(&id.value).or_default().insert(file);
    }
    let mut names = BTreeMap::new();
    for (id, files_of_id) in files_of.iter().filter(|(_, files)| files.len() > 1) {
        for index in files_of_id {
            // A name that would be too long stays as it is, and is then reported as a duplicate.
            let name = format!("{}-{id}", files[*index].origin.id).parse();
            names.insert((*index, (*id).clone()), name.unwrap_or_else(|_| (*id).clone()));
        }
    }
    names
}
