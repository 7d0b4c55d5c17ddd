use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Difference, DifferenceKind, count, named, of_interviewer};
use super::kits::most_common;
use super::returned::Found;
use super::sheet::{FieldForm, FieldKey, FieldKind, Sheet, split};

const REBUILD: &str =
    "compare it with the blank print: it is not the document that was built for the other packets";

/// The documents whose fields are compared: those with the same question, whoever asks it; and what is of no question, of the same
/// interviewer.
type Group<'a> = (&'a str, &'a str, Owner<'a>);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Owner<'a> {
    Question(&'a str),
    Interviewer(Option<u32>),
}

/// The fields of one document that belong together, by what they are.
type Fields<'a> = BTreeMap<&'a str, &'a FieldForm>;

/// Names the documents that have other fields than the same documents of other packets: rubric lines, warning signs, ratings, and all
/// others.
pub(super) fn compare(all: &[Found<'_>], differences: &mut Vec<Difference>) {
    let mut groups: BTreeMap<Group<'_>, Vec<(Found<'_>, Fields<'_>)>> = BTreeMap::new();
    for found in all {
        let sheet = found.sheet;
        let mut parts: BTreeMap<Owner<'_>, Fields<'_>> = BTreeMap::new();
        // A document that has lost all fields of its own is compared, too.
        parts.insert(Owner::Interviewer(sheet.part()), Fields::new());
        for ((question, part), form) in &sheet.fields {
            let owner = match question {
                Some(question) => Owner::Question(question),
                None => Owner::Interviewer(sheet.part()),
            };
            parts.entry(owner).or_default().insert(part, form);
        }
        for (owner, fields) in parts {
            let group = (sheet.kit(), sheet.document(), owner);
            groups.entry(group).or_default().push((*found, fields));
        }
    }
    for ((_, _, owner), members) in &groups {
        presence(*owner, members, differences);
        kinds(*owner, members, differences);
    }
    scales(all, differences);
}

/// Names fields that are missing, and those that other packets do not have.
fn presence(
    owner: Owner<'_>,
    members: &[(Found<'_>, Fields<'_>)],
    differences: &mut Vec<Difference>,
) {
    let complete: Vec<&Fields<'_>> = members
        .iter()
        .filter(|(found, _)| found.sheet.is_complete())
        .map(|(_, fields)| fields)
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in complete.iter().flat_map(|fields| fields.keys()) {
        *counts.entry(name).or_default() += 1;
    }
    let usual: BTreeSet<&str> = counts
        .into_iter()
        .filter(|(_, count)| count * 2 >= complete.len())
        .map(|(name, _)| name)
        .collect();
    for (found, fields) in members {
        let has: BTreeSet<&str> = fields.keys().copied().collect();
        let missing: BTreeSet<&str> = usual.difference(&has).copied().collect();
        let missing = if found.sheet.is_complete() { missing } else { BTreeSet::new() };
        let added: BTreeSet<&str> = has.difference(&usual).copied().collect();
        let changed = missing.iter().chain(&added);
        let what = |name: &&&str| What::of(owner, name);
        let whats: BTreeSet<What> = changed.map(|name| what(&name)).collect();
        for what in whats {
            let of = |names: &BTreeSet<&str>| {
                names.iter().filter(|name| What::of(owner, name) == what).count()
            };
            let (is, should) = (of(&has), of(&usual));
            let missing: Vec<&str> =
                missing.iter().copied().filter(|name| What::of(owner, name) == what).collect();
            let added: Vec<&str> =
                added.iter().copied().filter(|name| What::of(owner, name) == what).collect();
            let place = added.iter().find_map(|name| fields.get(name)?.place);
            let message = match what.lines() {
                Some((one, many)) if is != should => {
                    format!("has {} instead of {should}", count(is, one, many))
                }
                _ => match (missing.is_empty(), added.is_empty()) {
                    (false, true) => format!("lacks the fields {}", named(missing)),
                    (true, _) => {
                        format!("has fields that other packets do not have: {}", named(added))
                    }
                    (false, false) => {
                        format!("has the fields {} in place of {}", named(added), named(missing))
                    }
                },
            };
            differences.push(difference(*found, owner, what.kind(), &message).at(place));
        }
    }
}

/// Names fields that are of another kind, such as text in place of a box.
fn kinds(owner: Owner<'_>, members: &[(Found<'_>, Fields<'_>)], differences: &mut Vec<Difference>) {
    let mut known: BTreeMap<&str, Vec<(FieldKind, &[String])>> = BTreeMap::new();
    for (name, form) in members.iter().flat_map(|(_, fields)| fields) {
        if let Some(kind) = form.kind {
            known.entry(name).or_default().push((kind, &form.options));
        }
    }
    let usual: BTreeMap<&str, (FieldKind, Option<&[String]>)> = known
        .into_iter()
        .filter_map(|(name, forms)| {
            let kind = most_common(forms.iter().map(|(kind, _)| *kind))?;
            let options = forms.iter().map(|(_, options)| *options);
            Some((name, (kind, most_common(options.filter(|it| !it.is_empty())))))
        })
        .collect();
    for (found, fields) in members {
        for (name, form) in fields {
            let Some((kind, options)) = usual.get(name) else { continue };
            let what = What::of(owner, name);
            let message = if form.kind.is_some_and(|it| it != *kind) {
                format!(
                    "has {}, where other packets have {}",
                    described(form.kind),
                    described(Some(*kind))
                )
            } else if what != What::Rating
                && !form.options.is_empty()
                && options.is_some_and(|options| *options != form.options)
            {
                "has other boxes to choose from than other packets".to_owned()
            } else {
                continue;
            };
            let message = format!("{message} in the field `{name}`");
            differences.push(difference(*found, owner, what.kind(), &message).at(form.place));
        }
    }
}

fn described(kind: Option<FieldKind>) -> &'static str {
    match kind {
        Some(FieldKind::Check) => "a box",
        Some(FieldKind::Choice) => "a choice",
        Some(FieldKind::Text) | None => "text",
    }
}

/// Names the ratings that have another scale than those of the kit.
fn scales<'a>(all: &[Found<'a>], differences: &mut Vec<Difference>) {
    let is_rating = |(question, part): &FieldKey| match question {
        Some(_) => part == "rating",
        None => part.starts_with("competencies."),
    };
    let mut scales: BTreeMap<&str, Vec<&[String]>> = BTreeMap::new();
    let is_known =
        |(key, form): &(&FieldKey, &FieldForm)| is_rating(key) && !form.options.is_empty();
    let ratings = |sheet: &'a Sheet| -> Vec<(&'a FieldKey, &'a FieldForm)> {
        sheet.fields.iter().filter(is_known).collect()
    };
    let of_all: Vec<_> = all.iter().map(|found| (found, ratings(found.sheet))).collect();
    for (found, ratings) in &of_all {
        let scales = scales.entry(found.sheet.kit()).or_default();
        scales.extend(ratings.iter().map(|(_, form)| form.options.as_slice()));
    }
    let usual: BTreeMap<&str, &[String]> = scales
        .into_iter()
        .filter_map(|(kit, scales)| Some((kit, most_common(scales.into_iter())?)))
        .collect();
    for (found, ratings) in &of_all {
        let Some(usual) = usual.get(found.sheet.kit()) else { continue };
        for ((question, part), form) in ratings.iter().filter(|(_, form)| form.options != **usual) {
            let owner = match question {
                Some(question) => Owner::Question(question),
                None => Owner::Interviewer(found.sheet.part()),
            };
            let of =
                if question.is_some() { String::new() } else { format!(" in the field `{part}`") };
            let message = format!(
                "has the rating scale {}, and not {}{of}",
                form.options.join(" "),
                usual.join(" ")
            );
            let difference = difference(**found, owner, DifferenceKind::ScaleChanged, &message);
            differences.push(difference.at(form.place));
        }
    }
}

fn difference(
    Found { file, sheet }: Found<'_>,
    owner: Owner<'_>,
    kind: DifferenceKind,
    what: &str,
) -> Difference {
    let (document, whose) = (sheet.document(), of_interviewer(sheet.part()));
    match owner {
        Owner::Question(id) => {
            let message = format!("the {document}{whose} {what} for the question `{id}`");
            Difference::new(kind, message, REBUILD).of(file, sheet).about(id)
        }
        Owner::Interviewer(_) => {
            let message = format!("the {document}{whose} {what}");
            Difference::new(kind, message, REBUILD).of(file, sheet)
        }
    }
}

/// What a field of a document is for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Rubric,
    WatchFor,
    Probe,
    FollowUp,
    Rating,
    Other,
}

impl What {
    fn of(owner: Owner<'_>, name: &str) -> Self {
        if matches!(owner, Owner::Interviewer(_)) {
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
