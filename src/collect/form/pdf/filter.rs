use std::cell::RefCell;

use flate2::{Decompress, FlushDecompress, Status};

use super::parser::{digit, is_space};
use crate::collect::Fault;
use crate::collect::form::limit::{Budget, LIGHT_BYTES};

/// One step of decoding a stream (ISO 32000-1, 7.4).
#[derive(Clone, Copy, Debug)]
pub(super) enum Filter {
    /// zlib, and a predictor.
    Flate(Predictor),
    /// Pairs of hexadecimal digits.
    Hexadecimal,
    /// Four bytes in five letters.
    Ascii85,
}

/// How the bytes of a table were changed so that they compress better (ISO 32000-1, 7.4.4.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Predictor {
    /// Not at all.
    None,
    /// As those of a PNG image with rows of this many bytes, and pixels of this many.
    Png { row: usize, pixel: usize },
}

/// Why a stream cannot be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum FilterError {
    /// The limit of the whole file is reached.
    Spent(Fault),
    /// It is longer than the limit.
    TooLong,
    /// It is not what its filter makes.
    Broken,
    /// No stream that has to be read has such a filter.
    Unsupported,
}

use FilterError::{Broken, TooLong};

thread_local! {
    /// Making one takes as long as unpacking a short stream, so each thread keeps one.
    static INFLATER: RefCell<Decompress> = RefCell::new(Decompress::new(true));
}

/// How many times longer a stream usually gets when it is unpacked: text and tables compress to about a fifth.
const USUAL_RATIO: usize = 5;
/// How many times longer the data of `ASCII85Decode` can get: `z` stands for four zeros.
const ASCII85_RATIO: usize = 4;

/// Decodes data, up to a limit.
pub(super) fn decode(
    data: &[u8],
    filter: Filter,
    limit: usize,
    budget: &Budget,
) -> Result<Vec<u8>, FilterError> {
    if data.len() > LIGHT_BYTES / ASCII85_RATIO {
        budget.take_turn();
    }
    match filter {
        Filter::Flate(predictor) => {
            let inflated = inflate(data, limit, budget)?;
            match predictor {
                Predictor::None => Ok(inflated),
                Predictor::Png { row, pixel } => unpredicted(&inflated, row, pixel),
            }
        }
        Filter::Hexadecimal => hexadecimal(data, limit),
        Filter::Ascii85 => ascii85(data, limit),
    }
}

fn inflate(data: &[u8], limit: usize, budget: &Budget) -> Result<Vec<u8>, FilterError> {
    INFLATER.with_borrow_mut(|inflater| {
        inflater.reset(true);
        let usual = data.len().saturating_mul(USUAL_RATIO);
        let mut inflated = Vec::with_capacity(usual.clamp(64, LIGHT_BYTES.min(limit) + 1));
        let mut rest = data;
        loop {
            let before = inflater.total_in();
            let status = inflater
                .decompress_vec(rest, &mut inflated, FlushDecompress::Finish)
                .map_err(|_| Broken)?;
            let taken = usize::try_from(inflater.total_in() - before).map_err(|_| Broken)?;
            rest = &rest[taken..];
            let length = inflated.len();
            match status {
                _ if length > limit => return Err(TooLong),
                Status::StreamEnd => return Ok(inflated),
                // There was room, so it is the data that ends too early.
                Status::Ok | Status::BufError if length < inflated.capacity() => {
                    return Err(Broken);
                }
                Status::Ok | Status::BufError => {
                    if length > LIGHT_BYTES / 2 {
                        budget.take_turn();
                    }
                    inflated.reserve_exact(length.min(limit + 1 - length));
                }
            }
        }
    })
}

fn unpredicted(data: &[u8], row: usize, pixel: usize) -> Result<Vec<u8>, FilterError> {
    let rows = data.chunks(row + 1);
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0_u8; row];
    let mut current = vec![0_u8; row];
    for line in rows {
        let (kind, line) = line.split_first().ok_or(Broken)?;
        if line.len() != row {
            return Err(Broken);
        }
        for (at, byte) in line.iter().enumerate() {
            let before = |row: &[u8]| at.checked_sub(pixel).map_or(0, |at| row[at]);
            let (left, up, corner) = (before(&current), above[at], before(&above));
            let guess = match kind {
                0 => 0,
                1 => left,
                2 => up,
                3 => left.midpoint(up),
                4 => paeth(left, up, corner),
                _ => return Err(Broken),
            };
            current[at] = byte.wrapping_add(guess);
        }
        out.extend_from_slice(&current);
        std::mem::swap(&mut above, &mut current);
    }
    Ok(out)
}

/// The one of three neighbors that is nearest to what they let expect (PNG specification, 9.4).
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let expected = i16::from(left) + i16::from(up) - i16::from(corner);
    let distance = |byte: u8| (expected - i16::from(byte)).abs();
    if distance(left) <= distance(up) && distance(left) <= distance(corner) {
        left
    } else if distance(up) <= distance(corner) {
        up
    } else {
        corner
    }
}

fn hexadecimal(data: &[u8], limit: usize) -> Result<Vec<u8>, FilterError> {
    let mut out = Vec::with_capacity((data.len() / 2).min(limit));
    let mut high = None;
    for byte in data.iter().copied().filter(|byte| !is_space(*byte)) {
        if byte == b'>' {
            break;
        }
        let digit = digit(byte).ok_or(Broken)?;
        let Some(first) = high.take() else {
            high = Some(digit);
            continue;
        };
        push(&mut out, &[first << 4 | digit], limit)?;
    }
    if let Some(last) = high {
        push(&mut out, &[last << 4], limit)?;
    }
    Ok(out)
}

/// Adds decoded bytes, unless they are too many.
fn push(out: &mut Vec<u8>, bytes: &[u8], limit: usize) -> Result<(), FilterError> {
    if out.len() + bytes.len() > limit {
        return Err(TooLong);
    }
    out.extend_from_slice(bytes);
    Ok(())
}

fn ascii85(data: &[u8], limit: usize) -> Result<Vec<u8>, FilterError> {
    let mut out = Vec::with_capacity(data.len().min(limit));
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for byte in data.iter().copied().filter(|byte| !is_space(*byte)) {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => push(&mut out, &[0; 4], limit)?,
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => return Err(Broken),
        }
        if group.len() == 5 {
            push(&mut out, &number85(&group)?, limit)?;
            group.clear();
        }
    }
    match group.len() {
        0 => {}
        1 => return Err(Broken),
        length => {
            group.resize(5, 84);
            push(&mut out, &number85(&group)?[..length - 1], limit)?;
        }
    }
    Ok(out)
}

fn number85(group: &[u8]) -> Result<[u8; 4], FilterError> {
    let number = group.iter().fold(0_u64, |number, digit| number * 85 + u64::from(*digit));
    Ok(u32::try_from(number).map_err(|_| Broken)?.to_be_bytes())
}
