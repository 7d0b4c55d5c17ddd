//! In: what was computed, by what it was computed from. Out: the same again, without computing it.
//!
//! Nothing here may be seen in what comes out: whatever is kept could as well be computed once more. This module knows no other.

use std::borrow::Borrow;
use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

/// Results that were computed before, shared between threads. It is bounded: what is asked for once is not kept at all, and what has
/// not been asked for lately is forgotten. So what is each candidate's own does not push out what all have in common.
#[derive(Debug)]
pub struct Memo<K, V> {
    /// How much it may hold in all.
    most: usize,
    generations: Mutex<Generations<K, V>>,
}

/// What was asked for since the last turn, and what was asked for in the one before.
#[derive(Debug)]
struct Generations<K, V> {
    young: FxHashMap<K, (V, usize)>,
    weight: usize,
    old: FxHashMap<K, (V, usize)>,
    /// The hashes of keys that were offered once. That two keys share one does no harm: the second is kept a little early.
    offered: FxHashSet<u64>,
}

/// So many keys may wait to be offered again: half a megabyte.
const MAX_OFFERED: usize = 32 * 1024;

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// An empty one that may hold so much, in whatever `insert` weighs by.
    #[must_use]
    pub fn new(most: usize) -> Self {
        let generations = Generations {
            young: FxHashMap::default(),
            weight: 0,
            old: FxHashMap::default(),
            offered: FxHashSet::default(),
        };
        Self { most, generations: Mutex::new(generations) }
    }

    /// What was computed from a key, if it is still known.
    pub fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let mut known = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((value, _)) = known.young.get(key) {
            return Some(value.clone());
        }
        let (key, (value, weight)) = known.old.remove_entry(key)?;
        known.keep(key, value.clone(), weight, self.most);
        Some(value)
    }

    /// Offers what was computed from a key: it is remembered from the second time on. The key is copied only then.
    pub fn insert<Q>(&self, key: &Q, value: V, weight: usize)
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = K> + ?Sized,
    {
        let hash = FxBuildHasher.hash_one(key);
        let mut known = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        if known.offered.remove(&hash) {
            known.keep(key.to_owned(), value, weight, self.most);
            return;
        }
        if known.offered.len() >= MAX_OFFERED {
            known.offered.clear();
        }
        known.offered.insert(hash);
    }
}

impl<K: Eq + Hash, V> Generations<K, V> {
    fn keep(&mut self, key: K, value: V, weight: usize, most: usize) {
        if self.weight + weight > most / 2 {
            self.old = std::mem::take(&mut self.young);
            self.weight = 0;
        }
        self.weight += weight;
        self.young.insert(key, (value, weight));
    }
}
