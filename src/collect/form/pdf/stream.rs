use std::borrow::Cow;

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

/// The data of a picture, and the filter that only pictures have, with its parameters. References in the dictionary must be resolved.
pub(super) fn picture<'d>(
    dict: &'d Dict<'d>,
    data: &'d [u8],
    most: usize,
    budget: &Budget,
) -> Result<PictureData<'d>, FilterError> {
    let names = items(dict.get("Filter"));
    let parameters = items(dict.get("DecodeParms"));
    let last = names.last().and_then(Object::name).filter(|name| OF_PICTURES.contains(name));
    let general = names.len() - usize::from(last.is_some());
    let filters = general_filters(&names[..general], parameters).ok_or(FilterError::Unsupported)?;
    let mut current = Cow::Borrowed(data);
    for filter in filters {
        current = Cow::Owned(decode(&current, filter, most, budget)?);
    }
    let last = last.map(|name| (name, parameters.get(general).and_then(Object::as_dict)));
    Ok(PictureData { data: current, filter: last })
}

/// The data of a picture.
pub(in super::super) struct PictureData<'d> {
    pub(in super::super) data: Cow<'d, [u8]>,
    /// The name of the filter that only pictures have, and its parameters.
    pub(in super::super) filter: Option<(&'d [u8], Option<&'d Dict<'d>>)>,
}

/// The filters that only pictures have, with their short names (ISO 32000-1, tables 6 and 94).
const OF_PICTURES: [&[u8]; 6] =
    [b"DCTDecode", b"DCT", b"JPXDecode", b"CCITTFaxDecode", b"CCF", b"JBIG2Decode"];

/// No stream has more filters than this: each could make a bomb of the next.
const MOST_FILTERS: usize = 3;

fn filters(dict: &Dict<'_>) -> Option<Vec<Filter>> {
    general_filters(items(dict.get("Filter")), items(dict.get("DecodeParms")))
}

/// One object, or those of an array.
fn items<'d>(value: Option<&'d Object<'d>>) -> &'d [Object<'d>] {
    match value {
        None => &[],
        Some(Object::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
    }
}

fn general_filters(names: &[Object<'_>], parameters: &[Object<'_>]) -> Option<Vec<Filter>> {
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
