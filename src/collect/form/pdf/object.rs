use std::borrow::Cow;

/// The number of an object and its generation (ISO 32000-1, 7.3.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in super::super) struct Id {
    pub(in super::super) number: u32,
    pub(in super::super) generation: u16,
}

/// An object (ISO 32000-1, 7.3). Texts and names are borrowed from the file where nothing in them is escaped.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Object<'a> {
    Null,
    Bool(bool),
    Int(i64),
    /// A number that is no integer, as it is written.
    Real(Cow<'a, [u8]>),
    Text(Cow<'a, [u8]>),
    Name(Cow<'a, [u8]>),
    Array(Vec<Object<'a>>),
    Dict(Dict<'a>),
    /// A stream, and where its data begin in the file.
    Stream(Dict<'a>, usize),
    Ref(Id),
}

/// A dictionary, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Dict<'a> {
    pub(super) entries: Vec<(Cow<'a, [u8]>, Object<'a>)>,
}

impl<'a> Dict<'a> {
    /// The value of a key. Null is none.
    pub(in super::super) fn get(&self, key: &str) -> Option<&Object<'a>> {
        self.of(key.as_bytes())
    }

    /// The value of a name that stands elsewhere in the file. Null is none.
    pub(in super::super) fn of(&self, name: &[u8]) -> Option<&Object<'a>> {
        let (_, value) = self.entries.iter().find(|(known, _)| **known == *name)?;
        Some(value).filter(|value| **value != Object::Null)
    }

    /// Takes the value of a key out of the dictionary.
    pub(in super::super) fn take(&mut self, key: &str) -> Option<Object<'a>> {
        let at = self.entries.iter().position(|(known, _)| **known == *key.as_bytes())?;
        Some(self.entries.swap_remove(at).1).filter(|value| *value != Object::Null)
    }

    /// The first of these keys that is there twice. Which value counts is up to the viewer then.
    pub(in super::super) fn doubled(&self, keys: &[&'static str]) -> Option<&'static str> {
        let times =
            |key: &str| self.entries.iter().filter(|(known, _)| **known == *key.as_bytes()).count();
        keys.iter().copied().find(|key| times(key) > 1)
    }

    /// The keys, in the order of the file.
    pub(in super::super) fn keys(&self) -> impl Iterator<Item = &[u8]> {
        self.entries.iter().map(|(key, _)| &**key)
    }
}

impl<'a> Object<'a> {
    pub(in super::super) fn name(&self) -> Option<&[u8]> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(in super::super) fn is_name(&self, name: &str) -> bool {
        self.name() == Some(name.as_bytes())
    }

    pub(in super::super) fn int(&self) -> Option<i64> {
        match self {
            Self::Int(int) => Some(*int),
            _ => None,
        }
    }

    /// The number, if it is a position or a count.
    pub(in super::super) fn size(&self) -> Option<usize> {
        usize::try_from(self.int()?).ok()
    }

    /// The number, whole or not.
    pub(in super::super) fn number(&self) -> Option<f64> {
        match self {
            Self::Int(int) => i32::try_from(*int).ok().map(f64::from),
            Self::Real(digits) => std::str::from_utf8(digits).ok()?.parse().ok(),
            _ => None,
        }
    }

    /// Its items, if it is an array.
    pub(in super::super) fn items(&self) -> &[Object<'a>] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// How many bytes of memory it takes.
    pub(super) fn weight(&self) -> usize {
        let copied = |text: &Cow<'_, [u8]>| match text {
            Cow::Owned(bytes) => bytes.capacity(),
            Cow::Borrowed(_) => 0,
        };
        let below = match self {
            Self::Text(text) | Self::Name(text) => copied(text),
            Self::Array(items) => {
                let spare = (items.capacity() - items.len()) * size_of::<Self>();
                spare + items.iter().map(Self::weight).sum::<usize>()
            }
            Self::Dict(dict) | Self::Stream(dict, _) => {
                let entries = &dict.entries;
                let own = entries.capacity() * size_of::<(Cow<'_, [u8]>, Self)>();
                let below = entries.iter().map(|(key, value)| copied(key) + value.weight());
                own + below.sum::<usize>()
            }
            _ => 0,
        };
        size_of::<Self>() + below
    }

    pub(in super::super) fn array(self) -> Option<Vec<Object<'a>>> {
        match self {
            Self::Array(array) => Some(array),
            _ => None,
        }
    }

    /// The dictionary, also that of a stream.
    pub(in super::super) fn as_dict(&self) -> Option<&Dict<'a>> {
        match self {
            Self::Dict(dict) | Self::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }

    /// The dictionary, also that of a stream.
    pub(in super::super) fn dict(self) -> Option<Dict<'a>> {
        match self {
            Self::Dict(dict) | Self::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }
}
