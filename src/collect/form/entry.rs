use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::field::{FieldType, FormField, MOST_VALUES, Widget, Written};
use crate::collect::FieldEntry;

/// How many contradictions are told.
const MOST_SEEN: usize = 16;
/// The state of a box that is not checked (ISO 32000-1, 12.7.4.2.3).
pub(super) const EMPTY: &str = "Off";
/// The state of a single box that is checked, in every form of ours.
pub(super) const CHECKED: &str = "Yes";

/// What is filled into a field: what all that the file says of it says together.
pub(super) fn read(field: &FormField) -> FieldEntry {
    if let Some(why) = field.values.iter().find_map(|value| match &**value {
        Written::Unreadable(why) => Some(why),
        _ => None,
    }) {
        return FieldEntry::Unreadable(why.clone());
    }
    if field.has_more {
        let seen = format!("/V says more than {MOST_VALUES} different things");
        return FieldEntry::Conflict(vec![seen]);
    }
    match field.kind {
        FieldType::Text => text(field),
        FieldType::Boxes { is_choice } => boxes(field, is_choice),
        FieldType::Other | FieldType::Unknown => {
            FieldEntry::Unreadable("the file does not say what kind of field it is".to_owned())
        }
    }
}

/// The values of the boxes of a choice, each once. Empty for other fields.
pub(super) fn options(field: &FormField, entry: &FieldEntry) -> Vec<String> {
    if !matches!(field.kind, FieldType::Boxes { .. }) || matches!(entry, FieldEntry::Check(_)) {
        return Vec::new();
    }
    let mut known = BTreeSet::new();
    let widgets = field.widgets.iter().enumerate();
    let options = field.options.as_deref().map(Vec::as_slice);
    let values = widgets.filter_map(|(at, widget)| value_of(widget, at, options).ok().flatten());
    values.filter(|value| known.insert(value.clone())).collect()
}

fn text(field: &FormField) -> FieldEntry {
    let texts = field.values.iter().filter_map(|value| match &**value {
        Written::Text(text) | Written::Name(text) => Some(text),
        Written::Unreadable(_) => None,
    });
    let mut texts: Vec<Option<&String>> =
        texts.map(|text| Some(text).filter(|text| !text.trim().is_empty())).collect();
    texts.dedup();
    match texts.as_slice() {
        [] => FieldEntry::Text(None),
        [text] => FieldEntry::Text(text.cloned()),
        several => {
            let seen = |text: Option<&String>| match text {
                Some(text) => format!("/V says “{text}”"),
                None => "/V says nothing".to_owned(),
            };
            FieldEntry::Conflict(several.iter().copied().map(seen).collect())
        }
    }
}

/// What is said of the boxes of a field.
struct Boxes<'f> {
    field: &'f FormField,
    /// The value of each box, by its widget. `None` if it does not say which it has.
    values: &'f [Option<String>],
    /// The values by the states that stand for them.
    states: BTreeMap<&'f str, &'f str>,
}

fn boxes(field: &FormField, is_choice: bool) -> FieldEntry {
    let mut values = Vec::with_capacity(field.widgets.len());
    for (index, widget) in field.widgets.iter().enumerate() {
        match value_of(widget, index, field.options.as_deref().map(Vec::as_slice)) {
            Ok(value) => values.push(value),
            Err(why) => return FieldEntry::Unreadable(why),
        }
    }
    // A box that does not say its states does not make a choice of the others.
    let mut known = values.iter().flatten();
    let first = known.next();
    let is_choice = is_choice || known.any(|value| Some(value) != first);
    match Boxes::new(field, &values).checked() {
        Checked::Value(value) if !is_choice && first.is_none() && value != CHECKED => {
            let why =
                format!("“{value}” is filled in, and a single box has only {CHECKED} and {EMPTY}");
            FieldEntry::Unreadable(why)
        }
        Checked::Nothing if is_choice => FieldEntry::Choice(None),
        Checked::Nothing => FieldEntry::Check(false),
        Checked::Value(value) if is_choice => FieldEntry::Choice(Some(value)),
        Checked::Value(_) => FieldEntry::Check(true),
        Checked::Conflict(seen) => FieldEntry::Conflict(seen),
        Checked::Unreadable(why) => FieldEntry::Unreadable(why),
    }
}

/// The value of the box that a widget of a field is. `None` if it is no box, or does not say its value.
pub(super) fn value(field: &FormField, widget: usize) -> Option<String> {
    if !matches!(field.kind, FieldType::Boxes { .. }) {
        return None;
    }
    let options = field.options.as_deref().map(Vec::as_slice);
    value_of(field.widgets.get(widget)?, widget, options).ok().flatten()
}

/// The value of a box: the state in which it is checked, or what the list of options has in its place (ISO 32000-1, table 227).
/// `None` if the box does not say its states.
fn value_of(
    widget: &Widget,
    index: usize,
    options: Option<&[String]>,
) -> Result<Option<String>, String> {
    let state = match widget.states.as_deref() {
        None | Some([]) => return Ok(None),
        Some([state]) => state,
        Some(several) => {
            return Err(format!("a box has several checked states: {}", several.join(", ")));
        }
    };
    let Some(options) = options else { return Ok(Some(state.clone())) };
    let own = options.get(index);
    let numbered = state.parse().ok().and_then(|number: usize| options.get(number));
    if own.is_some() && numbered == own {
        Ok(own.cloned())
    } else if own == Some(state) {
        Ok(Some(state.clone()))
    } else {
        Err(format!("the list of values does not go with the box {state}"))
    }
}

/// What a value or a box says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    /// That nothing is checked.
    Nothing,
    /// That the box of this value is.
    Value(String),
}

impl Said {
    fn value(&self) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::Value(value) => Some(value),
        }
    }
}

enum Checked {
    Nothing,
    Value(String),
    Conflict(Vec<String>),
    Unreadable(String),
}

impl<'f> Boxes<'f> {
    fn new(field: &'f FormField, values: &'f [Option<String>]) -> Self {
        let mut states = BTreeMap::new();
        for (widget, value) in field.widgets.iter().zip(values) {
            let state = widget.states.as_deref().and_then(<[String]>::first);
            if let (Some(state), Some(value)) = (state, value) {
                states.entry(state.as_str()).or_insert(value.as_str());
            }
        }
        Self { field, values, states }
    }

    /// What a name or a text stands for: that of a state, the value of its box.
    fn meaning(&self, word: &str) -> Said {
        if word == EMPTY || word.is_empty() {
            return Said::Nothing;
        }
        let value = self.states.get(word).copied().unwrap_or(word);
        Said::Value(value.to_owned())
    }

    fn meaning_of(&self, value: &Written) -> Said {
        match value {
            Written::Name(word) => self.meaning(word),
            // pypdf writes a name as text, with the slash that names have in a file.
            Written::Text(word) => match word.strip_prefix('/') {
                Some(name) if !self.states.contains_key(word.as_str()) => self.meaning(name),
                _ => self.meaning(word),
            },
            Written::Unreadable(_) => Said::Nothing,
        }
    }

    /// What a box shows, or says with a value of its own. The error is that it contradicts itself.
    fn shown(&self, widget: &Widget) -> Result<Option<Said>, String> {
        let state = widget.state.as_deref().map(|state| self.meaning(state));
        let value = widget.value.as_deref().map(|value| self.meaning_of(value));
        match (state, value) {
            (Some(state), Some(value)) if state != value => {
                let words = |said: &Said| said.value().unwrap_or("nothing").to_owned();
                Err(format!("a box shows {}, and its /V says {}", words(&state), words(&value)))
            }
            (state, value) => Ok(state.or(value)),
        }
    }

    fn written(&self) -> Vec<Said> {
        let word = |value: &Rc<Written>| self.meaning_of(value);
        let mut written: Vec<Said> = self.field.values.iter().map(word).collect();
        written.dedup();
        written
    }

    /// What the boxes and the value say together. A box may say nothing of its state, and a form may say nothing of its value; what
    /// is said must agree.
    fn checked(&self) -> Checked {
        let written = self.written();
        let shown: Result<Vec<Option<Said>>, String> =
            self.field.widgets.iter().map(|widget| self.shown(widget)).collect();
        let shown = match shown {
            Ok(shown) => shown,
            Err(contradiction) => return Checked::Conflict(vec![contradiction]),
        };
        let all = written.iter().chain(shown.iter().flatten());
        let said: BTreeSet<&str> = all.filter_map(Said::value).collect();
        let value = match said.len() {
            0 => return Checked::Nothing,
            1 => said.iter().copied().collect::<String>(),
            _ => return Checked::Conflict(self.seen(&written, &shown)),
        };
        let own = self.values.iter().zip(&shown);
        let own = own.filter(|(own, _)| own.as_deref() == Some(value.as_str()));
        let own: Vec<&Option<Said>> = own.map(|(_, shown)| shown).collect();
        if own.is_empty() && self.values.iter().any(Option::is_some) {
            let why = format!("“{value}” is filled in, and no box has this value");
            return Checked::Unreadable(why);
        }
        let is_empty = |shown: &&Option<Said>| **shown == Some(Said::Nothing);
        let contradicts = if written.is_empty() {
            // Some programs check one of two boxes of the same value. Without a value that settles it, they disagree.
            own.iter().any(is_empty)
        } else {
            written.contains(&Said::Nothing) || (!own.is_empty() && own.iter().all(is_empty))
        };
        if contradicts {
            return Checked::Conflict(self.seen(&written, &shown));
        }
        Checked::Value(value)
    }

    /// All that is said, in words.
    fn seen(&self, written: &[Said], shown: &[Option<Said>]) -> Vec<String> {
        let value = |said: &Said| match said {
            Said::Value(value) => format!("/V says {value}"),
            Said::Nothing => "/V says that nothing is checked".to_owned(),
        };
        let mut seen: Vec<String> = written.iter().map(value).collect();
        let boxes = self.field.widgets.iter().zip(self.values).zip(shown);
        let mut is_any_checked = false;
        for ((widget, value), shown) in boxes {
            let Some(Said::Value(shown)) = shown else { continue };
            is_any_checked = true;
            let value = value.as_ref().unwrap_or(shown);
            let page = widget.page.map(|page| format!(" on page {}", page + 1));
            let words = format!("box {value}{} is checked", page.unwrap_or_default());
            if seen.len() < MOST_SEEN && !seen.contains(&words) {
                seen.push(words);
            }
        }
        if !is_any_checked {
            seen.push("no box is checked".to_owned());
        } else if seen.len() == 1 {
            seen.push("another box of the same value is not".to_owned());
        }
        seen
    }
}
