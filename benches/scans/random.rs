//! Numbers that look random and are the same everywhere.

/// A generator of numbers (PCG, 32 bits).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D);
        random.next();
        random.next();
        random
    }

    pub fn next(&mut self) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mixed = (((self.0 >> 18) ^ self.0) >> 27) as u32;
        mixed.rotate_right((self.0 >> 59) as u32)
    }

    /// A number between two.
    pub fn between(&mut self, least: f32, most: f32) -> f32 {
        least + (most - least) * (self.next() as f32 / u32::MAX as f32)
    }

    pub fn below(&mut self, count: usize) -> usize {
        self.next() as usize % count
    }

    /// Whether something happens that happens so often.
    pub fn is(&mut self, share: f32) -> bool {
        self.between(0.0, 1.0) < share
    }

    /// A number around zero that is seldom farther from it than twice this (the sum of four is nearly a normal distribution).
    pub fn around(&mut self, deviation: f32) -> f32 {
        let sum: f32 = (0..4).map(|_| self.between(-1.0, 1.0)).sum();
        sum * deviation * 0.866
    }
}
