use std::time::{SystemTime, UNIX_EPOCH};

use crate::base::unit::Date;

/// The day that it is by the clock, in UTC. `None` if the clock shows no day of this calendar.
#[must_use]
pub fn today() -> Option<Date> {
    const SECONDS: u64 = 24 * 60 * 60;
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Date::of_days(since.as_secs() / SECONDS)
}
