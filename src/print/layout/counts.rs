/// The whole part of a ratio of lengths, which is never more than a page has points.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..10000 first"
)]
pub(super) fn whole(ratio: f32) -> usize {
    ratio.clamp(0.0, 10_000.0) as usize
}

/// A small number of lines or pages, as a factor.
pub(super) fn count(lines: usize) -> f32 {
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX))
}
