use std::collections::BTreeMap;

/// Names of which no two are alike, for those either who take upper and lower case for the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct UniqueNames {
    /// Those that are taken, each with the number from which on the next of that name looks for a free one.
    taken: BTreeMap<String, usize>,
}

impl UniqueNames {
    /// The name itself, or, where it is taken, the first that is free of `name-2`, `name-3` and so on.
    pub fn take(&mut self, name: &str) -> String {
        let key = name.to_lowercase();
        let Some(next) = self.taken.get(&key).copied() else {
            self.taken.insert(key, 2);
            return name.to_owned();
        };
        let mut number = next;
        // The numbered name may be the very name of another; counting on finds a free one.
        while self.taken.contains_key(&format!("{key}-{number}")) {
            number += 1;
        }
        self.taken.insert(format!("{key}-{number}"), 2);
        self.taken.insert(key, number + 1);
        format!("{name}-{number}")
    }
}
