use std::collections::HashMap;
use std::rc::Rc;
use std::str::FromStr;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::EMPTY;
use super::fault::damaged;
use super::fdf::RICH_TEXT;
use super::field::{FieldType, FormField, Widget, Written};
use super::limit::{self, Limit, too_large};
use super::pdf::{Dict, Id, Object, PdfFile};
use super::{identity, scope, text};
use crate::base::facts::{Facts, FactsError};
use crate::collect::Fault;

/// The private key under which a document says more of itself than who it is.
const FACTS: &str = "InKt_Facts";
/// How much more memory than their text facts take: a list of short texts.
const FACTS_SIZE: usize = 5;
/// Keys of a field whose value must be beyond doubt.
const KEYS: [&str; 7] = ["T", "V", "FT", "AS", "Kids", "AP", FACTS];
/// Bits 16 and 17 of the flags of a field of boxes: one of several, and a button to press (ISO 32000-1, table 226).
const RADIO: i64 = 1 << 15;
const PUSH_BUTTON: i64 = 1 << 16;

/// All fields of a PDF (ISO 32000-1, 12.7.3), by the tree of the form, and by what else is on the pages.
pub(super) struct Fields<'f, 'a> {
    file: &'f PdfFile<'a>,
    all: Vec<FormField>,
    by_name: HashMap<Rc<str>, usize>,
    /// The field of each widget annotation, and which of its widgets it is (ISO 32000-1, 12.5.6.19).
    widgets: FxHashMap<Id, (usize, usize)>,
    seen: FxHashSet<Id>,
    /// Whether it is read where widgets are.
    has_areas: bool,
}

/// Part of the tree that is still to be read.
struct Node<'f> {
    object: Object<'f>,
    above: Rc<Above>,
}

/// The kinds of fields that a form of ours has (ISO 32000-1, table 220), and all others.
#[derive(Clone, Copy, Debug)]
enum FieldKind {
    Text,
    Button,
    Other,
}

/// What a field has from those above it. Each widget has a copy of it.
#[derive(Clone, Debug, Default)]
struct Above {
    name: Rc<str>,
    kind: Option<FieldKind>,
    flags: i64,
    values: Vec<Rc<Written>>,
    /// The value of a widget that has one of its own. It does not replace the value of its field.
    of_widget: Option<Rc<Written>>,
    options: Option<Rc<Vec<String>>>,
    facts: Option<Rc<Result<Facts, FactsError>>>,
    about: Option<Rc<str>>,
    depth: usize,
}

impl<'f, 'a> Fields<'f, 'a> {
    pub(super) fn new(file: &'f PdfFile<'a>, has_areas: bool) -> Self {
        let (by_name, widgets, seen) = (HashMap::new(), FxHashMap::default(), FxHashSet::default());
        Self { file, all: Vec::new(), by_name, widgets, seen, has_areas }
    }

    /// All fields, without what only the reader needs.
    pub(super) fn into_all(self) -> Vec<FormField> {
        self.all
    }

    /// Reads the fields below the root of a form.
    pub(super) fn read(&mut self, roots: Vec<Object<'f>>) -> Result<(), Fault> {
        let mut next = Vec::new();
        self.push(roots, &Rc::default(), &mut next)?;
        while let Some(node) = next.pop() {
            self.node(node, &mut next)?;
        }
        Ok(())
    }

    /// Puts objects on the list of what is to be read, the first to be read first. What can be no field is left out.
    fn push(
        &self,
        objects: Vec<Object<'f>>,
        above: &Rc<Above>,
        next: &mut Vec<Node<'f>>,
    ) -> Result<(), Fault> {
        self.file.budget.spend(Limit::Nodes, objects.len())?;
        for object in objects.into_iter().rev() {
            if self.file.is_kept(&object)? {
                next.push(Node { object, above: Rc::clone(above) });
            }
        }
        Ok(())
    }

    fn node(&mut self, node: Node<'f>, next: &mut Vec<Node<'f>>) -> Result<(), Fault> {
        let Node { object, above } = node;
        let id = match object {
            Object::Ref(id) => Some(id),
            _ => None,
        };
        if id.is_some_and(|id| !self.seen.insert(id)) {
            return Ok(());
        }
        // A field that is missing is missed when fields are counted.
        let Some(mut dict) = self.file.resolve(object)?.dict() else { return Ok(()) };
        let own = self.own(&mut dict, &above)?;
        let kids = self.file.take(&mut dict, "Kids")?.array().unwrap_or_default();
        if kids.is_empty() {
            return self.add_widget(id, dict, &own);
        }
        if own.depth > limit::TREE_DEPTH {
            return Err(too_large(format!(
                "its fields are nested more than {} deep",
                limit::TREE_DEPTH
            )));
        }
        // Fields below this one have names of their own. Widgets do not: they are this field's.
        self.push(kids, &Rc::new(own), next)
    }

    /// What a field says of itself, and of those below it.
    fn own(&self, dict: &mut Dict<'f>, above: &Above) -> Result<Above, Fault> {
        if let Some(key) = dict.doubled(&KEYS) {
            return Err(damaged(format!("a field has /{key} twice")));
        }
        let mut own = above.clone();
        own.depth += 1;
        let mut is_named = false;
        if let Object::Text(part) = self.file.take(dict, "T")? {
            let part = scope::part(&part, &self.file.budget)?;
            own.name = scope::joined(&own.name, &part, &self.file.budget)?.into();
            // A named field has its own widgets, and its own list of their values.
            is_named = true;
            own.of_widget = None;
            own.options = None;
            own.facts = None;
        }
        if let Object::Name(kind) = self.file.take(dict, "FT")? {
            own.kind = Some(match &*kind {
                b"Tx" => FieldKind::Text,
                b"Btn" => FieldKind::Button,
                _ => FieldKind::Other,
            });
        }
        if let Object::Int(flags) = self.file.take(dict, "Ff")? {
            own.flags = flags;
        }
        if let Some(value) = self.value(dict)? {
            if is_named {
                own.values = vec![Rc::new(value)];
            } else {
                own.of_widget = Some(Rc::new(value));
            }
        }
        if let Object::Array(options) = self.file.take(dict, "Opt")? {
            match self.options(options)? {
                Ok(options) => own.options = Some(Rc::new(options)),
                Err(why) => own.values.push(Rc::new(Written::Unreadable(why))),
            }
        }
        if self.has_areas
            && let Object::Text(about) = self.file.take(dict, "TU")?
        {
            self.file.budget.spend(Limit::Text, about.len())?;
            own.about = text::decode(&about).ok().map(Rc::from);
        }
        // `restore_names` takes the end of the name away.
        if identity::scope(own.name.strip_suffix("-0").unwrap_or(&own.name)).is_some() {
            match self.file.take(dict, FACTS)? {
                Object::Null => {}
                told => own.facts = Some(Rc::new(self.facts(&told)?)),
            }
        }
        Ok(own)
    }

    fn facts(&self, told: &Object<'f>) -> Result<Result<Facts, FactsError>, Fault> {
        let Object::Text(told) = told else { return Ok(Err(FactsError)) };
        self.file.budget.spend(Limit::Text, told.len() * FACTS_SIZE)?;
        let told = text::decode(told).map_err(|_| FactsError);
        Ok(told.and_then(|told| Facts::from_str(&told)))
    }

    fn value(&self, dict: &mut Dict<'f>) -> Result<Option<Written>, Fault> {
        let mut value = self.file.take(dict, "V")?;
        if let Object::Stream(dict, data) = value {
            let Some(bytes) = self.file.content(dict, data)? else {
                let why = "its text is in a stream of an unknown kind".to_owned();
                return Ok(Some(Written::Unreadable(why)));
            };
            value = Object::Text(bytes.into());
        }
        if value == Object::Null && dict.get("RV").is_some() {
            return Ok(Some(Written::Unreadable(RICH_TEXT.to_owned())));
        }
        Written::read(&value, &self.file.budget)
    }

    /// The values of the boxes of a field. The inner error says why one cannot be read.
    fn options(&self, options: Vec<Object<'f>>) -> Result<Result<Vec<String>, String>, Fault> {
        let mut texts = Vec::with_capacity(options.len());
        for option in options {
            // An option that has two texts has its value first (ISO 32000-1, table 231).
            let option = match self.file.resolve(option)? {
                Object::Array(mut pair) if !pair.is_empty() => {
                    self.file.resolve(pair.swap_remove(0))?
                }
                option => option,
            };
            let text = match &option {
                Object::Text(text) => text::decode(text),
                _ => Err("it is no text".to_owned()),
            };
            let text = match text {
                Ok(text) => text,
                Err(why) => {
                    return Ok(Err(format!("the list of its values cannot be read: {why}")));
                }
            };
            self.file.budget.spend(Limit::Text, text.len() + size_of::<String>())?;
            texts.push(text);
        }
        Ok(Ok(texts))
    }

    /// Enters a widget annotation, and with it its field.
    fn add_widget(&mut self, id: Option<Id>, mut dict: Dict<'f>, own: &Above) -> Result<(), Fault> {
        let at = self.by_name.get(&own.name).copied().unwrap_or_else(|| {
            self.all.push(FormField::new(Rc::clone(&own.name)));
            self.by_name.insert(Rc::clone(&own.name), self.all.len() - 1);
            self.all.len() - 1
        });
        let mut widget = self.widget(&mut dict)?;
        widget.about.clone_from(&own.about);
        let field = &mut self.all[at];
        let kind = match own.kind {
            Some(FieldKind::Text) => FieldType::Text,
            Some(FieldKind::Button) if own.flags & PUSH_BUTTON == 0 => {
                FieldType::Boxes { is_choice: own.flags & RADIO != 0 }
            }
            Some(FieldKind::Button | FieldKind::Other) => FieldType::Other,
            None => field.kind,
        };
        if field.kind == FieldType::Unknown {
            field.kind = kind;
        } else if field.kind != kind {
            return Err(damaged(format!("its field {} is of two kinds", own.name)));
        }
        for value in &own.values {
            field.say(value);
        }
        match &own.of_widget {
            // A box says with a value of its own whether it is checked itself.
            Some(value) if matches!(kind, FieldType::Boxes { .. }) => {
                widget.value = Some(Rc::clone(value));
            }
            Some(value) => field.say(value),
            None => {}
        }
        if field.options.is_none() {
            field.options.clone_from(&own.options);
        }
        if field.facts.is_none() {
            field.facts.clone_from(&own.facts);
        }
        if let Some(id) = id {
            self.widgets.insert(id, (at, field.widgets.len()));
        }
        // Most fields have one widget, for which a list would reserve four.
        if field.widgets.is_empty() {
            field.widgets.reserve_exact(1);
        }
        field.widgets.push(widget);
        Ok(())
    }

    fn widget(&self, dict: &mut Dict<'f>) -> Result<Widget, Fault> {
        let state = match self.file.take(dict, "AS")? {
            Object::Name(state) => Some(text::of_name(&state)),
            _ => None,
        };
        self.file.budget.spend(Limit::Text, state.as_ref().map_or(0, String::len))?;
        let mut states = None;
        if let Object::Dict(mut looks) = self.file.take(dict, "AP")?
            && let Object::Dict(normal) = self.file.take(&mut looks, "N")?
        {
            let names = normal.keys().map(text::of_name).filter(|state| state != EMPTY);
            let names: Vec<String> = names.collect();
            let bytes = names.iter().map(|name| name.len() + size_of::<String>()).sum();
            self.file.budget.spend(Limit::Text, bytes)?;
            states = Some(names);
        }
        let area = if self.has_areas { self.area(dict)? } else { None };
        Ok(Widget { page: None, state, value: None, states, area, about: None })
    }

    fn area(&self, dict: &mut Dict<'f>) -> Result<Option<[f64; 4]>, Fault> {
        let rect = self.file.take(dict, "Rect")?;
        let numbers: Option<Vec<f64>> = rect.items().iter().map(Object::number).collect();
        Ok(numbers.and_then(|numbers| numbers.try_into().ok()))
    }

    /// Enters that an annotation is on a page, from 0. `None` if no field that is known has it.
    pub(super) fn on_page(&mut self, id: Id, page: usize) -> Option<usize> {
        let (field, widget) = *self.widgets.get(&id)?;
        self.all[field].widgets[widget].page.get_or_insert(page);
        Some(field)
    }

    /// Enters a widget of a page that the tree of the form does not have. Viewers show it, so it counts.
    pub(super) fn stray(
        &mut self,
        id: Option<Id>,
        mut dict: Dict<'f>,
        page: usize,
    ) -> Result<Option<usize>, Fault> {
        // Each is read again on the way down, so that only one of them is in memory.
        let mut chain = Vec::new();
        let mut parent = dict.take("Parent");
        while let Some(above) = parent {
            let Object::Ref(id) = above else {
                return Err(damaged("what a field is below is no object of its own"));
            };
            if chain.len() >= limit::TREE_DEPTH {
                return Err(damaged("fields lead in a circle"));
            }
            let Some(mut above) = self.file.resolve(above)?.dict() else { break };
            parent = above.take("Parent");
            chain.push(id);
        }
        let mut own = Above::default();
        for id in chain.into_iter().rev() {
            if let Some(mut above) = self.file.resolve(Object::Ref(id))?.dict() {
                own = self.own(&mut above, &own)?;
            }
        }
        own = self.own(&mut dict, &own)?;
        if own.name.is_empty() {
            return Ok(None);
        }
        self.add_widget(id, dict, &own)?;
        let at = self.by_name.get(&own.name).copied();
        if let Some(widget) = at.and_then(|at| self.all[at].widgets.last_mut()) {
            widget.page = Some(page);
        }
        Ok(at)
    }
}
