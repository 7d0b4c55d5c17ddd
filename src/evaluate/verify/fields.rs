use std::collections::BTreeMap;

use super::debrief_form;
use super::difference::{At, DifferenceKind, Differences, count, in_words, named, of_interviewer};
use super::found::Found;
use super::sheet::{DEBRIEF, FieldForm, split};
use super::usual::{Apart, most_common, usual};
use crate::collect::FieldKind;

const REBUILD: &str =
    "compare it with the blank print: it is not the document that was built for the other packets";

/// The fields of one document that belong to the same question, or to none.
struct Member<'a> {
    found: Found<'a>,
    question: Option<&'a str>,
    /// Their names, in alphabetical order.
    names: Vec<&'a str>,
    forms: Vec<&'a FieldForm>,
}

impl<'a> Member<'a> {
    fn new(found: Found<'a>, question: Option<&'a str>) -> Self {
        Self { found, question, names: Vec::new(), forms: Vec::new() }
    }

    /// The members that are compared: those with the same question, whoever asks it; and what is of no question, of the same interviewer.
    fn group(&self) -> String {
        let sheet = self.found.sheet;
        let (kit, document) = (sheet.kit(), sheet.document());
        match (self.question, sheet.part()) {
            (Some(question), _) => format!("{kit} {document} {question}"),
            (None, Some(part)) => format!("{kit} {document} /{part}"),
            (None, None) => format!("{kit} {document} /"),
        }
    }

    fn is_complete(&self) -> bool {
        self.found.sheet.is_complete()
    }

    fn is_of_debrief(&self) -> bool {
        self.found.sheet.document() == DEBRIEF
    }

    /// Whether this document has words where others have blanks.
    fn may_print_answers(&self) -> bool {
        self.is_of_debrief() && debrief_form::is_from_records(&self.names)
    }

    fn role(&self, name: &str) -> FieldRole {
        FieldRole::of(self.question.is_some(), name)
    }

    /// Those of these fields that have a role.
    fn of_role<'n>(&self, role: FieldRole, names: &[&'n str]) -> Vec<&'n str> {
        names.iter().copied().filter(|name| self.role(name) == role).collect()
    }

    fn push(
        &self,
        kind: DifferenceKind,
        form: Option<&FieldForm>,
        what: &str,
        differences: &mut Differences,
    ) {
        let sheet = self.found.sheet;
        let question =
            self.question.map_or_else(String::new, |id| format!(" for the question `{id}`"));
        let message = format!(
            "the {}{} {what}{question}",
            in_words(sheet.document()),
            of_interviewer(sheet.part())
        );
        let place = form.and_then(|form| form.place);
        let at = At { question: self.question, place, ..At::of(self.found) };
        differences.push(kind, &at, message, REBUILD);
    }
}

/// Names the documents that have other fields than the same documents of other packets: rubric lines, warning signs, ratings, and all
/// others.
pub(super) fn compare(all: &[Found<'_>], differences: &mut Differences) {
    let mut groups: BTreeMap<String, Vec<Member<'_>>> = BTreeMap::new();
    for found in all {
        // The fields of no question come first. A document that has lost all of them is compared, too.
        let mut member = Member::new(*found, None);
        for ((question, name), form) in &found.sheet.fields {
            if question.as_deref() != member.question {
                let next = Member::new(*found, question.as_deref());
                let member = std::mem::replace(&mut member, next);
                groups.entry(member.group()).or_default().push(member);
            }
            member.names.push(name);
            member.forms.push(form);
        }
        groups.entry(member.group()).or_default().push(member);
    }
    for members in groups.values() {
        presence(members, differences);
        kinds(members, differences);
    }
    scales(&groups, differences);
}

/// Names fields that are missing, and those that other packets do not have.
fn presence(members: &[Member<'_>], differences: &mut Differences) {
    let Some(expected) = Expected::new(members) else { return };
    for member in members {
        let usual = expected.of(member);
        let Apart { mut missing, mut added } = Apart::new(usual, &member.names);
        if member.may_print_answers() {
            added.retain(|name| expected.is_added(name));
        }
        if !member.is_complete() {
            missing.clear();
            // An export does not show on which of its documents a rating is.
            added.retain(|name| member.role(name) != FieldRole::Rating);
        }
        for role in FieldRole::ALL {
            let (missing, added) = (member.of_role(role, &missing), member.of_role(role, &added));
            if missing.is_empty() && added.is_empty() {
                continue;
            }
            let is = member.of_role(role, &member.names).len();
            let should = member.of_role(role, usual).len();
            let what = match role.lines() {
                Some((one, many)) if is != should => {
                    format!("has {} instead of {should}", count(is, one, many))
                }
                _ => match (missing.is_empty(), added.is_empty()) {
                    (false, true) => format!("lacks the fields {}", named(&missing)),
                    (true, _) => {
                        format!("has fields that other packets do not have: {}", named(&added))
                    }
                    (false, false) => {
                        format!("has the fields {} in place of {}", named(&added), named(&missing))
                    }
                },
            };
            let first = member.names.iter().position(|name| added.contains(name));
            let form = first.map(|at| member.forms[at]);
            member.push(role.kind(), form, &what, differences);
        }
    }
}

/// The fields that the members of a group should have.
struct Expected<'a> {
    all: Vec<&'a str>,
    /// Those of them that are there whatever is known.
    fixed: Vec<&'a str>,
    /// Whether there is a document that asks for everything, so that `all` is known.
    has_blank: bool,
}

impl<'a> Expected<'a> {
    /// What at least half of the documents have. `None` if all are exports: these leave out what is blank, and do not show what there should
    /// be.
    fn new(members: &[Member<'a>]) -> Option<Self> {
        let mut complete = Vec::new();
        for member in members.iter().filter(|member| member.is_complete()) {
            let is_fixed = |name: &&str| !member.is_of_debrief() || !debrief_form::is_answer(name);
            let parts: [Vec<&str>; 2] = member.names.iter().copied().partition(is_fixed).into();
            complete.push((parts, member.may_print_answers()));
        }
        if complete.is_empty() {
            return None;
        }
        let fixed: Vec<&[&str]> = complete.iter().map(|([fixed, _], _)| &**fixed).collect();
        let blank = complete.iter().filter(|(_, may_print_answers)| !may_print_answers);
        let answers: Vec<&[&str]> = blank.map(|([_, answers], _)| &**answers).collect();
        let fixed = usual(&fixed);
        let mut all = [fixed.clone(), usual(&answers)].concat();
        all.sort_unstable();
        Some(Self { all, fixed, has_blank: !answers.is_empty() })
    }

    /// What a document should have.
    fn of(&self, member: &Member<'_>) -> &[&'a str] {
        if member.may_print_answers() { &self.fixed } else { &self.all }
    }

    /// Whether a document that may print answers should not have this field, either.
    fn is_added(&self, name: &str) -> bool {
        if !debrief_form::is_answer(name) {
            return true;
        }
        let is_asked = self.all.contains(&name) || debrief_form::is_only_from_records(name);
        self.has_blank && !is_asked
    }
}

/// Names fields that are of another kind, such as text in place of a box. Exports do not show of which kind a field is.
fn kinds(members: &[Member<'_>], differences: &mut Differences) {
    let complete = || members.iter().filter(|member| member.is_complete());
    let mut known: BTreeMap<&str, [Vec<&str>; 2]> = BTreeMap::new();
    for member in complete() {
        for (name, form) in member.names.iter().zip(&member.forms) {
            let [kinds, options] = known.entry(name).or_default();
            kinds.extend(form.kind.map(FieldKind::words));
            if form.kind.is_some() && !form.options.is_empty() {
                options.push(&form.options);
            }
        }
    }
    let mut usual: BTreeMap<&str, [Option<&str>; 2]> = BTreeMap::new();
    for (name, [kinds, options]) in &known {
        usual.insert(name, [most_common(kinds), most_common(options)]);
    }
    for member in complete() {
        for (name, form) in member.names.iter().zip(&member.forms) {
            let Some([Some(kind), options]) = usual.get(name) else { continue };
            let role = member.role(name);
            let is = form.kind.map(FieldKind::words);
            let what = match is {
                Some(is) if is != *kind => format!("has {is}, where other packets have {kind}"),
                _ if role != FieldRole::Rating
                    && !form.options.is_empty()
                    && options.is_some_and(|options| options != form.options) =>
                {
                    "has other boxes to choose from than other packets".to_owned()
                }
                _ => continue,
            };
            let what = format!("{what} in the field `{name}`");
            member.push(role.kind(), Some(form), &what, differences);
        }
    }
}

/// Names the ratings that have another scale than those of the kit.
fn scales(groups: &BTreeMap<String, Vec<Member<'_>>>, differences: &mut Differences) {
    let mut kits: BTreeMap<&str, Vec<(&Member<'_>, &str, &FieldForm)>> = BTreeMap::new();
    for member in groups.values().flatten() {
        for (name, form) in member.names.iter().zip(&member.forms) {
            let is_rating = member.role(name) == FieldRole::Rating;
            if is_rating && !form.options.is_empty() {
                kits.entry(member.found.sheet.kit()).or_default().push((member, name, form));
            }
        }
    }
    for ratings in kits.values() {
        let scales: Vec<&str> = ratings.iter().map(|(.., form)| form.options.as_str()).collect();
        let Some(usual) = most_common(&scales) else { continue };
        for (member, name, form) in ratings.iter().filter(|(.., form)| form.options != usual) {
            let of = match member.question {
                Some(_) => String::new(),
                None => format!(" in the field `{name}`"),
            };
            let what = format!("has the rating scale {}, and not {usual}{of}", form.options);
            member.push(DifferenceKind::ScaleChanged, Some(form), &what, differences);
        }
    }
}

/// What a field of a document is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FieldRole {
    Rubric,
    WatchFor,
    Probe,
    FollowUp,
    Rating,
    Other,
}

impl FieldRole {
    const ALL: [Self; 6] =
        [Self::Rubric, Self::WatchFor, Self::Probe, Self::FollowUp, Self::Rating, Self::Other];

    fn of(is_of_question: bool, name: &str) -> Self {
        if !is_of_question {
            return if name.starts_with("competencies.") { Self::Rating } else { Self::Other };
        }
        match split(name).0 {
            "rubric" => Self::Rubric,
            "watch-for" => Self::WatchFor,
            "probe" => Self::Probe,
            "follow-up" => Self::FollowUp,
            "rating" => Self::Rating,
            _ => Self::Other,
        }
    }

    fn kind(self) -> DifferenceKind {
        match self {
            Self::Rubric => DifferenceKind::RubricChanged,
            Self::WatchFor => DifferenceKind::WatchForChanged,
            Self::Probe | Self::FollowUp => DifferenceKind::FollowUpChanged,
            Self::Rating => DifferenceKind::ScaleChanged,
            Self::Other => DifferenceKind::FieldsChanged,
        }
    }

    /// How its lines are counted: one, and many.
    fn lines(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Rubric => Some(("line of the rubric", "lines of the rubric")),
            Self::WatchFor => Some(("warning sign", "warning signs")),
            Self::Probe => Some(("probe", "probes")),
            Self::FollowUp => Some(("follow-up", "follow-ups")),
            Self::Rating => Some(("rating", "ratings")),
            Self::Other => None,
        }
    }
}
