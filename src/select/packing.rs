use std::cell::Cell;
use std::collections::BTreeSet;

use super::budget::TooManyWays;

/// How many steps a search may still take, so that it always ends soon.
pub(super) struct Effort(Cell<usize>);

impl Effort {
    pub(super) fn new(steps: usize) -> Self {
        Self(Cell::new(steps))
    }

    pub(super) fn step(&self) -> Result<(), TooManyWays> {
        let left = self.0.get().checked_sub(1).ok_or(TooManyWays)?;
        self.0.set(left);
        Ok(())
    }
}

/// A set of themes, a bit for each by its place in the bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Themes(u32);

impl Themes {
    /// The theme at a place.
    pub(super) fn only(place: usize) -> Self {
        Self(1 << place)
    }

    /// All of so many themes.
    pub(super) fn all(count: usize) -> Self {
        (0..count).map(Self::only).collect()
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The sets of so many themes that show best whether everything has room: all of them, unless they are too many to look at.
    fn sets(count: usize, bins: &[Bin]) -> Vec<Self> {
        const FEW: usize = 6;
        let all = Self::all(count);
        if count <= FEW {
            return (1..=all.0).map(Self).collect();
        }
        let kept = bins.iter().flat_map(|bin| [bin.themes, all.without(bin.themes)]);
        let sets = (0..count).map(Self::only).chain([all]).chain(kept);
        let sets: BTreeSet<Self> = sets.filter(|set| set.0 != 0).collect();
        sets.into_iter().collect()
    }
}

impl FromIterator<Themes> for Themes {
    fn from_iter<I: IntoIterator<Item = Themes>>(sets: I) -> Self {
        Self(sets.into_iter().fold(0, |bits, set| bits | set.0))
    }
}

/// The time of one interviewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bin {
    pub(super) themes: Themes,
    pub(super) room: u64,
    /// Whether something has to go in, and nothing has so far.
    pub(super) is_bare: bool,
}

/// A question that has to be asked by someone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// The place of its theme in the bank.
    pub(super) theme: usize,
    pub(super) minutes: u64,
}

/// Questions that may go into bare bins in which no item went, one each.
#[derive(Clone, Debug)]
pub(super) struct Spares {
    /// How many there are of each theme that fit a bare bin.
    pub(super) of: Vec<usize>,
    /// How many of them may be used.
    pub(super) most: usize,
}

/// Where everything went.
pub(super) struct Packed {
    /// The bin of each item.
    pub(super) items: Vec<usize>,
    /// Bins with a spare question, and the place of its theme.
    pub(super) spares: Vec<(usize, usize)>,
}

/// Puts every item into a bin that has room and a theme for it, so that no bin stays bare; or proves that there is no way.
pub(super) fn pack(
    bins: Vec<Bin>,
    items: &[Item],
    spares: Spares,
    effort: &Effort,
) -> Result<Option<Packed>, TooManyWays> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&item| (std::cmp::Reverse(items[item].minutes), item));
    let items: Vec<Item> = order.iter().map(|&item| items[item]).collect();
    let sets = Themes::sets(spares.of.len(), &bins);
    let (bin_of, dead) = (Vec::new(), BTreeSet::new());
    let mut search = Search { bins, items, spares, sets, effort, bin_of, dead };
    let Some(filled) = search.run()? else { return Ok(None) };
    let mut places = vec![0; order.len()];
    for (item, bin) in order.into_iter().zip(&search.bin_of) {
        places[item] = *bin;
    }
    Ok(Some(Packed { items: places, spares: filled }))
}

struct Search<'a> {
    bins: Vec<Bin>,
    /// The longest first.
    items: Vec<Item>,
    spares: Spares,
    /// The sets of themes by which it is seen that something has no room.
    sets: Vec<Themes>,
    effort: &'a Effort,
    /// The bins of the items so far.
    bin_of: Vec<usize>,
    /// Bins, in an order of their own, from which so many items cannot be packed.
    dead: BTreeSet<(usize, Vec<Bin>)>,
}

impl Search<'_> {
    /// The spare questions that fill what is still bare in the end.
    fn run(&mut self) -> Result<Option<Vec<(usize, usize)>>, TooManyWays> {
        self.effort.step()?;
        let next = self.bin_of.len();
        if !self.is_hopeful(next) {
            return Ok(None);
        }
        let Some(&item) = self.items.get(next) else {
            return Ok(self.fill());
        };
        let mut state = self.bins.clone();
        state.sort_unstable();
        if self.dead.contains(&(next, state.clone())) {
            return Ok(None);
        }
        let theme = Themes::only(item.theme);
        let fits = |bin: &Bin| bin.themes.meets(theme) && bin.room >= item.minutes;
        let mut open: Vec<usize> =
            (0..self.bins.len()).filter(|&it| fits(&self.bins[it])).collect();
        // Bare bins first, then the one that is left with the least room.
        open.sort_by_key(|&it| (!self.bins[it].is_bare, self.bins[it].room, it));
        let mut tried: Vec<Bin> = Vec::new();
        for place in open {
            let before = self.bins[place];
            // Bins that are alike need be tried only once.
            if tried.contains(&before) {
                continue;
            }
            tried.push(before);
            self.bins[place] = Bin { room: before.room - item.minutes, is_bare: false, ..before };
            self.bin_of.push(place);
            if let Some(filled) = self.run()? {
                return Ok(Some(filled));
            }
            self.bin_of.pop();
            self.bins[place] = before;
        }
        self.dead.insert((next, state));
        Ok(None)
    }

    /// Whether the items from `next` on may still fit, and bare bins may still be filled, as far as sums can tell.
    fn is_hopeful(&self, next: usize) -> bool {
        let items = &self.items[next..];
        let bare = self.bins.iter().filter(|bin| bin.is_bare).count();
        bare <= items.len() + self.spares.most
            && self.sets.iter().all(|&set| {
                let is_of = |item: &&Item| Themes::only(item.theme).meets(set);
                let needed: u64 = items.iter().filter(is_of).map(|item| item.minutes).sum();
                let bins = self.bins.iter();
                let room: u64 = bins.filter(|bin| bin.themes.meets(set)).map(|bin| bin.room).sum();
                let bins = self.bins.iter();
                let bare = bins.filter(|bin| bin.is_bare && bin.themes.is_within(set)).count();
                let spares = self.spares.of.iter().enumerate();
                let spares = spares.filter(|(theme, _)| Themes::only(*theme).meets(set));
                let spares: usize = spares.map(|(_, count)| count).sum();
                needed <= room && bare <= items.iter().filter(is_of).count() + spares
            })
    }

    /// Gives each bare bin a spare question, if there are enough.
    fn fill(&self) -> Option<Vec<(usize, usize)>> {
        let bare = |&it: &usize| self.bins[it].is_bare;
        let bare: Vec<usize> = (0..self.bins.len()).filter(bare).collect();
        if bare.len() > self.spares.most {
            return None;
        }
        let mut left = self.spares.of.clone();
        let mut given: Vec<(usize, usize)> = Vec::new();
        for bin in bare {
            self.give(bin, &mut left, &mut given, &mut BTreeSet::new()).then_some(())?;
        }
        Some(given)
    }

    /// Gives a bin a spare question, for which others may have to take one of another theme.
    fn give(
        &self,
        bin: usize,
        left: &mut [usize],
        given: &mut Vec<(usize, usize)>,
        tried: &mut BTreeSet<usize>,
    ) -> bool {
        for theme in 0..left.len() {
            if !self.bins[bin].themes.meets(Themes::only(theme)) || !tried.insert(theme) {
                continue;
            }
            if left[theme] > 0 {
                left[theme] -= 1;
                given.push((bin, theme));
                return true;
            }
            let holders: Vec<usize> =
                given.iter().filter(|(_, held)| *held == theme).map(|(bin, _)| *bin).collect();
            for holder in holders {
                if self.give(holder, left, given, tried) {
                    // The holder has another one now, and this bin takes the one that it had.
                    let had = given.iter_mut().find(|(it, held)| *it == holder && *held == theme);
                    if let Some(had) = had {
                        *had = (bin, theme);
                    }
                    return true;
                }
            }
        }
        false
    }
}
