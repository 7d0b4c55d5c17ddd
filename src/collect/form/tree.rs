use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::str::FromStr;

use super::entry::EMPTY;
use super::fault::damaged;
use super::field::{FormField, Kind, Widget, Written};
use super::limit::{self, Limit, too_large};
use super::pdf::{Dict, Id, Object, PdfFile};
use super::text;
use crate::base::facts::Facts;
use crate::collect::Fault;

/// The private key under which a document says more of itself than who it is.
const FACTS: &str = "InKt_Facts";
/// Keys of a field whose value must be beyond doubt.
const KEYS: [&str; 7] = ["T", "V", "FT", "AS", "Kids", "AP", FACTS];
/// Bits 16 and 17 of the flags of a field of boxes: one of several, and a button to press (ISO 32000-1, table 226).
const RADIO: i64 = 1 << 15;
const PUSH_BUTTON: i64 = 1 << 16;

/// All fields of a PDF (ISO 32000-1, 12.7.3), by the tree of the form, and by what else is on the pages.
pub(super) struct Fields<'f, 'a> {
    file: &'f PdfFile<'a>,
    pub(super) all: Vec<FormField>,
    by_name: HashMap<String, usize>,
    /// The field of each place, and which of its places it is.
    places: HashMap<Id, (usize, usize)>,
    seen: HashSet<Id>,
}

/// Part of the tree that is still to be read.
struct Node<'f> {
    object: Object<'f>,
    above: Rc<Above>,
}

/// What a field has from those above it.
#[derive(Clone, Debug, Default)]
struct Above {
    name: String,
    kind: Option<String>,
    flags: i64,
    values: Vec<Rc<Written>>,
    /// The value of a place that has one of its own. It does not unsay that of its field.
    of_place: Option<Rc<Written>>,
    options: Option<Rc<Vec<String>>>,
    facts: Option<Rc<Facts>>,
    depth: usize,
}

impl<'f, 'a> Fields<'f, 'a> {
    pub(super) fn new(file: &'f PdfFile<'a>) -> Self {
        let (by_name, places, seen) = (HashMap::new(), HashMap::new(), HashSet::new());
        Self { file, all: Vec::new(), by_name, places, seen }
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

    /// Puts objects on the list of what is to be read, the first to be read first.
    fn push(
        &self,
        objects: Vec<Object<'f>>,
        above: &Rc<Above>,
        next: &mut Vec<Node<'f>>,
    ) -> Result<(), Fault> {
        self.file.budget.spend(Limit::Nodes, objects.len())?;
        let nodes = objects.into_iter().map(|object| Node { object, above: Rc::clone(above) });
        next.extend(nodes.rev());
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
            return self.place(id, dict, &own);
        }
        if own.depth > limit::TREE_DEPTH {
            return Err(too_large(format!(
                "its fields are nested more than {} deep",
                limit::TREE_DEPTH
            )));
        }
        // Fields below this one have names of their own. Places do not: they are this field's.
        self.push(kids, &Rc::new(own), next)
    }

    /// What a field says of itself, and of those below it.
    fn own(&self, dict: &mut Dict<'f>, above: &Rc<Above>) -> Result<Above, Fault> {
        if let Some(key) = dict.doubled(&KEYS) {
            return Err(damaged(format!("a field has /{key} twice")));
        }
        let mut own = Above::clone(above);
        own.depth += 1;
        let mut is_named = false;
        if let Object::Text(part) = self.file.take(dict, "T")? {
            let part = text::decode(&part).map_err(|why| damaged(format!("of a name, {why}")))?;
            if !own.name.is_empty() && !part.is_empty() {
                own.name.push('.');
            }
            own.name.push_str(&part);
            if own.name.len() > limit::NAME_BYTES {
                let most = limit::NAME_BYTES;
                return Err(too_large(format!("the name of a field is longer than {most} bytes")));
            }
            self.file.budget.spend(Limit::Text, own.name.len())?;
            // A named field has its own places, and its own list of them.
            is_named = true;
            own.of_place = None;
            own.options = None;
            own.facts = None;
        }
        if let Object::Name(kind) = self.file.take(dict, "FT")? {
            own.kind = Some(text::of_name(&kind));
        }
        if let Object::Int(flags) = self.file.take(dict, "Ff")? {
            own.flags = flags;
        }
        if let Some(value) = self.value(dict)? {
            if is_named {
                own.values = vec![Rc::new(value)];
            } else {
                own.of_place = Some(Rc::new(value));
            }
        }
        if let Object::Array(options) = self.file.take(dict, "Opt")? {
            own.options = Some(Rc::new(self.options(options)?));
        }
        if let Object::Text(facts) = self.file.take(dict, FACTS)? {
            let facts = text::decode(&facts).ok().and_then(|facts| Facts::from_str(&facts).ok());
            own.facts = facts.map(Rc::new);
        }
        Ok(own)
    }

    fn value(&self, dict: &mut Dict<'f>) -> Result<Option<Written>, Fault> {
        let value = match self.file.take(dict, "V")? {
            Object::Null => return Ok(None),
            Object::Name(name) => Written::Name(text::of_name(&name)),
            Object::Text(bytes) => written(&bytes),
            Object::Stream(dict, data) => match self.file.content(dict, data)? {
                Some(bytes) => written(&bytes),
                None => {
                    Written::Unreadable("its text is in a stream of an unknown kind".to_owned())
                }
            },
            _ => Written::Unreadable("what is filled in is neither text nor a box".to_owned()),
        };
        if let Written::Name(text) | Written::Text(text) = &value {
            self.file.budget.spend(Limit::Text, text.len())?;
        }
        Ok(Some(value))
    }

    fn options(&self, options: Vec<Object<'f>>) -> Result<Vec<String>, Fault> {
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
                Object::Text(text) => text::decode(text).unwrap_or_default(),
                _ => String::new(),
            };
            self.file.budget.spend(Limit::Text, text.len() + size_of::<String>())?;
            texts.push(text);
        }
        Ok(texts)
    }

    /// Enters a place, and with it its field.
    fn place(&mut self, id: Option<Id>, mut dict: Dict<'f>, own: &Above) -> Result<(), Fault> {
        let at = self.by_name.get(&own.name).copied().unwrap_or_else(|| {
            self.all.push(FormField::new(own.name.clone()));
            self.by_name.insert(own.name.clone(), self.all.len() - 1);
            self.all.len() - 1
        });
        let mut widget = self.widget(&mut dict)?;
        let field = &mut self.all[at];
        let kind = match own.kind.as_deref() {
            Some("Tx") => Kind::Text,
            Some("Btn") if own.flags & PUSH_BUTTON != 0 => Kind::Other,
            Some("Btn") => Kind::Boxes { is_choice: own.flags & RADIO != 0 },
            Some(_) => Kind::Other,
            None => field.kind,
        };
        if field.kind == Kind::Unknown {
            field.kind = kind;
        } else if field.kind != kind {
            return Err(damaged(format!("its field {} is of two kinds", own.name)));
        }
        for value in &own.values {
            field.say(value);
        }
        match &own.of_place {
            // A box says with a value of its own whether it is checked itself.
            Some(value) if matches!(kind, Kind::Boxes { .. }) => {
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
            self.places.insert(id, (at, field.widgets.len()));
        }
        // Most fields have one place, for which a list would reserve four.
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
        Ok(Widget { page: None, state, value: None, states })
    }

    /// Enters that an annotation is on a page, from 0. `None` if no field that is known has it.
    pub(super) fn on_page(&mut self, id: Id, page: usize) -> Option<usize> {
        let (field, widget) = *self.places.get(&id)?;
        self.all[field].widgets[widget].page.get_or_insert(page);
        Some(field)
    }

    /// Enters a widget of a page that the tree of the form does not have. Viewers show it, so it counts.
    pub(super) fn stray(
        &mut self,
        id: Option<Id>,
        dict: Dict<'f>,
        page: usize,
    ) -> Result<Option<usize>, Fault> {
        let mut chain = vec![dict];
        let mut parent = chain[0].get("Parent").cloned();
        while let Some(above) = parent {
            if chain.len() > limit::TREE_DEPTH {
                return Err(damaged("fields lead in a circle"));
            }
            let Some(above) = self.file.resolve(above)?.dict() else { break };
            parent = above.get("Parent").cloned();
            chain.push(above);
        }
        let mut own = Rc::new(Above::default());
        for dict in chain.iter_mut().rev() {
            own = Rc::new(self.own(dict, &own)?);
        }
        let widget = chain.swap_remove(0);
        if own.name.is_empty() {
            return Ok(None);
        }
        self.place(id, widget, &own)?;
        let at = self.by_name.get(&own.name).copied();
        if let Some(widget) = at.and_then(|at| self.all[at].widgets.last_mut()) {
            widget.page = Some(page);
        }
        Ok(at)
    }
}

fn written(bytes: &[u8]) -> Written {
    text::decode(bytes).map_or_else(Written::Unreadable, Written::Text)
}
