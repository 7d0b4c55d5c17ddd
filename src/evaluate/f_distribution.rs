/// The value below which an F-distributed number with these degrees of freedom is with this probability. `None` if the degrees of freedom
/// are not positive, or the probability is not between 0 and 1.
#[must_use]
pub fn quantile(probability: f64, above: f64, below: f64) -> Option<f64> {
    let is_valid = above > 0.0 && below > 0.0 && above.is_finite() && below.is_finite();
    if !is_valid || !(0.0..1.0).contains(&probability) {
        return None;
    }
    // The odds are found on a logarithmic scale, so that they are as exact near 0 as far from it. The distribution rises everywhere, and
    // halving an interval cannot miss.
    let (mut low, mut high) = (-700.0_f64, 700.0_f64);
    for _ in 0..BISECTIONS {
        let middle = f64::midpoint(low, high);
        if beta(middle.exp(), above / 2.0, below / 2.0) < probability {
            low = middle;
        } else {
            high = middle;
        }
    }
    let odds = f64::midpoint(low, high).exp();
    Some(odds * below / above).filter(|it| it.is_finite())
}

/// Halvings after which the interval is below the precision of `f64`.
const BISECTIONS: u32 = 64;

/// The regularized incomplete beta function (DLMF 8.17) at a number of which these are the odds: `x / (1 - x)`. Near 1, the odds say
/// more than the number.
fn beta(odds: f64, a: f64, b: f64) -> f64 {
    let (x, rest) = (odds / (1.0 + odds), 1.0 / (1.0 + odds));
    if x <= 0.0 {
        return 0.0;
    }
    if rest <= 0.0 {
        return 1.0;
    }
    let scale = log_gamma(a + b) - log_gamma(a) - log_gamma(b);
    let front = (scale + a * x.ln() + b * rest.ln()).exp();
    // The fraction converges fast on this side of the mean (DLMF 8.17.22).
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(rest, b, a) / b
    }
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22) by the method of Lentz.
#[expect(clippy::many_single_char_names, reason = "they are those of the formulas")]
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    /// In place of a zero that would be divided by.
    const TINY: f64 = 1e-300;
    /// More steps than any degrees of freedom in a table that fits into memory need.
    const STEPS: u32 = 10_000;
    let nonzero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / nonzero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for step in 1..=STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / nonzero(1.0 + even * d);
        c = nonzero(1.0 + even / c);
        value *= c * d;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / nonzero(1.0 + odd * d);
        c = nonzero(1.0 + odd / c);
        let change = c * d;
        value *= change;
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}

/// The logarithm of the gamma function of a positive number, to about 15 digits: the approximation of Lanczos with g = 7 and nine terms.
fn log_gamma(x: f64) -> f64 {
    const G: f64 = 7.0;
    const FIRST: f64 = 0.999_999_999_999_809_9;
    const TERMS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        // The approximation is for numbers from 0.5; Γ(x + 1) = x Γ(x).
        return log_gamma(x + 1.0) - x.ln();
    }
    let x = x - 1.0;
    let mut place = x;
    let series = TERMS.iter().fold(FIRST, |sum, term| {
        place += 1.0;
        sum + term / place
    });
    let shifted = x + G + 0.5;
    0.5 * std::f64::consts::TAU.ln() + (x + 0.5) * shifted.ln() - shifted + series.ln()
}
