use super::filter::{Filter, FilterError, Predictor, decode};
use super::object::{Dict, Object};
use super::parser;
use crate::collect::form::limit::{Budget, Limit, STREAM_BYTES};

/// The raw data of a stream that begins at a position. `None` if it does not end where its length says.
pub(super) fn raw(bytes: &[u8], start: usize, length: usize) -> Option<&[u8]> {
    let end = start.checked_add(length)?;
    let data = bytes.get(start..end)?;
    parser::is_at(bytes, end, "endstream").then_some(data)
}

/// Decodes the data of a stream by the filters of its dictionary. References in it must be resolved.
pub(super) fn content(
    dict: &Dict<'_>,
    data: &[u8],
    budget: &Budget,
) -> Result<Vec<u8>, FilterError> {
    let filters = filters(dict).ok_or(FilterError::Unsupported)?;
    let spend = |length| budget.spend(Limit::Filtered, length).map_err(FilterError::Spent);
    spend(data.len())?;
    let mut current: Option<Vec<u8>> = None;
    for filter in filters {
        let decoded = decode(current.as_deref().unwrap_or(data), filter, STREAM_BYTES, budget)?;
        spend(decoded.len())?;
        current = Some(decoded);
    }
    match current {
        Some(decoded) => Ok(decoded),
        None if data.len() > STREAM_BYTES => Err(FilterError::TooLong),
        None => Ok(data.to_vec()),
    }
}

/// No stream has more filters than this: each could make a bomb of the next.
const MOST_FILTERS: usize = 3;

fn filters(dict: &Dict<'_>) -> Option<Vec<Filter>> {
    let names = match dict.get("Filter") {
        None => return Some(Vec::new()),
        Some(Object::Array(names)) => names.as_slice(),
        Some(name) => std::slice::from_ref(name),
    };
    let parameters = match dict.get("DecodeParms") {
        None => &[],
        Some(Object::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
    };
    if names.len() > MOST_FILTERS {
        return None;
    }
    let filter = |(index, name): (usize, &Object<'_>)| match name.name()? {
        b"FlateDecode" | b"Fl" => Some(Filter::Flate(predictor(parameters.get(index))?)),
        b"ASCIIHexDecode" | b"AHx" => Some(Filter::Hexadecimal),
        b"ASCII85Decode" | b"A85" => Some(Filter::Ascii85),
        _ => None,
    };
    names.iter().enumerate().map(filter).collect()
}

fn predictor(parameters: Option<&Object<'_>>) -> Option<Predictor> {
    let dict = match parameters {
        None | Some(Object::Null) => return Some(Predictor::None),
        Some(Object::Dict(dict)) => dict,
        Some(_) => return None,
    };
    let number = |key: &str, otherwise: usize| match dict.get(key) {
        None => Some(otherwise),
        Some(value) => value.size(),
    };
    match number("Predictor", 1)? {
        1 => Some(Predictor::None),
        10..=15 => {
            let bits = number("Colors", 1)?.checked_mul(number("BitsPerComponent", 8)?)?;
            let row = bits.checked_mul(number("Columns", 1)?)?.div_ceil(8);
            // A row is at least a byte, and not longer than the limit of a stream.
            let is_sensible = (1..=STREAM_BYTES).contains(&row);
            is_sensible.then_some(Predictor::Png { row, pixel: bits.div_ceil(8).max(1) })
        }
        _ => None,
    }
}
