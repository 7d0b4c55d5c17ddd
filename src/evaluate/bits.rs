/// A set of numbers below a fixed one, a bit for each.
///
/// Lower numbers have higher bits, so that of two sets of the same size the greater one has the lower numbers first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// No number, of those below `end`.
    pub(super) fn none(end: usize) -> Self {
        Self(vec![0; end.div_ceil(64)])
    }

    /// The numbers of a list, which are below `end`.
    pub(super) fn of(numbers: &[usize], end: usize) -> Self {
        let mut bits = Self::none(end);
        for number in numbers {
            bits.0[number / 64] |= bit(*number);
        }
        bits
    }

    pub(super) fn insert(&mut self, number: usize) {
        self.0[number / 64] |= bit(number);
    }

    pub(super) fn has(&self, number: usize) -> bool {
        self.0[number / 64] & bit(number) != 0
    }

    /// Keeps the numbers that are in another set too.
    pub(super) fn intersect(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= other;
        }
    }

    /// Removes the numbers of another set.
    pub(super) fn remove(&mut self, other: &Self) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= !other;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many numbers two sets have in common.
    pub(super) fn in_common(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(one, two)| (one & two).count_ones() as usize).sum()
    }
}

fn bit(number: usize) -> u64 {
    1 << (63 - number % 64)
}
