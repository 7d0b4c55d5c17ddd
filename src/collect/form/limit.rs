//! How much of a file is read before it is refused.
//!
//! The largest file of this program, 100 packets in one, stays below all of it. Together the limits keep a file of any bytes below
//! 200 MiB and a few seconds. A file that takes much memory waits until no other one does, so that a run stays below 200 MiB too.

use std::cell::{Cell, OnceCell};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::collect::{Fault, RefusalCode};

/// The largest file, in bytes. It is in memory as a whole.
pub(super) const FILE_BYTES: usize = 64 << 20;
/// The largest content of a single stream, in bytes. Our largest, a thousand objects in one stream, has a few hundred KiB.
pub(super) const STREAM_BYTES: usize = 16 << 20;
/// The most objects that a file can number. Memory for each is reserved at once.
pub(super) const OBJECTS: u32 = 1 << 19;
/// The most updates of a file, one after the other. Firefox appends one each time a file is saved.
pub(super) const UPDATES: usize = 1000;
/// How deep arrays and dictionaries can be nested within an object. Ours are 4 deep; the program's stack has room for thousands.
pub(super) const NESTING: usize = 64;
/// How deep the trees of fields and of pages can be. Ours are at most 8 deep.
pub(super) const TREE_DEPTH: usize = 64;
/// The most values in a single object of a PDF, at up to 150 bytes each. A page with 60,000 annotations is no page of ours.
pub(super) const VALUES: usize = 1 << 16;
/// The most values in all objects of an FDF file, which are in memory at once.
pub(super) const FDF_VALUES: usize = 1 << 18;
/// The longest text of a field, in bytes. That is a book of 500 pages.
pub(super) const TEXT_BYTES: usize = 1 << 20;
/// How many bytes of an object may have to be copied because they are escaped. Signatures, the longest that are usual, have tens of KiB.
pub(super) const COPIED_BYTES: usize = 8 << 20;
/// The longest words of a page, in bytes. Ours have some thousands.
pub(super) const PAGE_WORDS: usize = 1 << 20;
/// The longest name in an object, in bytes. The standard allows 127.
pub(super) const PDF_NAME_BYTES: usize = 4096;
/// The longest name of a field, in bytes. Ours are made of ids and below 300.
pub(super) const NAME_BYTES: usize = 1024;
/// The most parts of the name of a field. Ours have at most 8.
pub(super) const NAME_PARTS: usize = 16;
/// The most documents of a file. 100 packets of panels have about 2000.
pub(super) const DOCUMENTS: usize = 4096;
/// The most streams that hold objects. Ours hold a thousand objects each.
pub(super) const OBJECT_STREAMS: usize = 1 << 14;
/// How far from where an object or the end of a stream should be it is looked for, in bytes. A line end is usual.
pub(super) const GAP: usize = 1024;
/// How much a value counts beside its bytes, since a value of one byte takes memory and time too.
pub(super) const VALUE_BYTES: usize = 16;
/// The most remarks about a document. Those beyond it are counted.
pub(super) const REMARKS: usize = 100;

/// What is counted over a whole file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Limit {
    /// Bytes of object streams, of objects that wait to be read, and of the characters of fonts: they stay in memory.
    Held,
    /// Bytes that go through the filters of streams, or are compared. Most are looked at and forgotten, so this limits time.
    Filtered,
    /// Bytes of objects that are read, each time that they are. It limits time too.
    Parsed,
    /// Fields, pages, and annotations.
    Nodes,
    /// Bytes of names, texts and facts of fields.
    Text,
    /// Bytes of what is filled in, for each document that shows it.
    Entries,
}

impl Limit {
    const COUNT: usize = 6;

    fn most(self) -> usize {
        match self {
            Self::Held => 32 << 20,
            Self::Filtered => 512 << 20,
            Self::Parsed => 256 << 20,
            Self::Nodes => 120_000,
            Self::Text | Self::Entries => 16 << 20,
        }
    }

    /// How much of it takes little memory. `None` for what limits time.
    fn light(self) -> Option<usize> {
        match self {
            Self::Held | Self::Nodes | Self::Text | Self::Entries => Some(self.most() / 16),
            Self::Filtered | Self::Parsed => None,
        }
    }

    fn words(self) -> String {
        let mib = self.most() >> 20;
        match self {
            Self::Held => format!("its objects take more than {mib} MiB"),
            Self::Filtered => format!("its streams hold more than {mib} MiB"),
            Self::Parsed => {
                format!("its objects refer to each other too often: {mib} MiB were read")
            }
            Self::Nodes => {
                format!("it has more than {} fields, pages and annotations", self.most())
            }
            Self::Text | Self::Entries => format!("its fields hold more than {mib} MiB of text"),
        }
    }
}

/// The largest file, and the largest content of a stream, that are read while others are, in bytes. A packet of an hour has 250 KB, and
/// its largest stream half of that.
pub(super) const LIGHT_BYTES: usize = 1 << 20;
/// The largest data of a form that are read while others are, in bytes. They become objects as a whole.
pub(super) const LIGHT_DATA_BYTES: usize = 1 << 17;
/// The most objects that a file can number and be read while others are. A packet of an hour has 3000.
pub(super) const LIGHT_OBJECTS: u32 = 1 << 15;

/// Held by the thread that reads a file which takes much memory. The limit is that of the whole program, so there is only one.
static TURN: Mutex<()> = Mutex::new(());

/// What a file has used up. A thread must use only one at a time: a second one would wait for the first forever.
#[derive(Debug, Default)]
pub(super) struct Budget {
    spent: [Cell<usize>; Limit::COUNT],
    turn: OnceCell<MutexGuard<'static, ()>>,
}

impl Budget {
    /// The budget of a file of this length. A file that is longer than `light` is read while no other large one is.
    pub(super) fn of_file(length: usize, light: usize) -> Self {
        let budget = Self::default();
        if length > light {
            budget.take_turn();
        }
        budget
    }

    /// Waits until no other file takes much memory, and lets none do so until this budget is dropped.
    pub(super) fn take_turn(&self) {
        // Nothing is left half done by a thread that panicked.
        self.turn.get_or_init(|| TURN.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Counts an amount, unless it is too much.
    pub(super) fn spend(&self, limit: Limit, amount: usize) -> Result<(), Fault> {
        let spent = &self.spent[limit as usize];
        let sum = spent.get().saturating_add(amount);
        spent.set(sum);
        if limit.light().is_some_and(|light| sum > light) {
            self.take_turn();
        }
        if sum > limit.most() { Err(too_large(limit.words())) } else { Ok(()) }
    }
}

/// The fault of a file that is too large in some way.
pub(super) fn too_large(message: impl Into<String>) -> Fault {
    let help =
        "nothing was read from it; if it holds many packets, save each packet as a file of its own";
    Fault::new(RefusalCode::TooLarge, message, help)
}
