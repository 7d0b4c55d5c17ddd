use std::rc::Rc;

use roxmltree::{Document, Node, ParsingOptions};

use super::export::Export;
use super::fault::damaged;
use super::fdf::{NOTES, RICH_TEXT};
use super::field::Written;
use super::limit::{self, Budget, Limit, too_large};
use super::scope;
use super::text::with_line_feeds;
use crate::collect::Fault;

/// The most elements and texts of a file. One of 150 packets has less.
const NODES: u32 = 300_000;
/// The largest file, in bytes. Each becomes a node or text in memory.
const BYTES: usize = 16 << 20;
/// The most attributes of an element. A field has one.
const ATTRIBUTES: usize = 64;
/// The most declarations of namespaces in a file. Those around an element are looked through for each name in it.
const NAMESPACES: usize = 64;
/// The longest tag, in bytes.
const TAG_BYTES: usize = 64 << 10;
/// The element around everything (ISO 19444-1).
const ROOT: &str = "xfdf";

/// Whether a file begins as XML with the root of XFDF, in any encoding that is read.
pub(super) fn is_xfdf(head: &[u8]) -> bool {
    let Some(head) = decoded(head) else { return false };
    let mut rest = head.as_str();
    // Before the root there are declarations and comments.
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        match rest.chars().next() {
            Some('?' | '!') => {}
            _ => {
                return rest.starts_with(ROOT)
                    || rest.split([' ', '>']).next().is_some_and(|tag| tag.ends_with(":xfdf"));
            }
        }
    }
    false
}

/// The text of a file: UTF-8 or UTF-16. What is cut off at the end of a part of it is left out.
fn decoded(bytes: &[u8]) -> Option<String> {
    let units = |unit: fn([u8; 2]) -> u16| {
        bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect()
    };
    let units: Vec<u16> = match bytes {
        [0xFE, 0xFF, ..] | [0, b'<', ..] => units(u16::from_be_bytes),
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => units(u16::from_le_bytes),
        _ => {
            return match std::str::from_utf8(bytes) {
                Ok(text) => Some(text.to_owned()),
                Err(error) if error.error_len().is_none() => {
                    String::from_utf8(bytes[..error.valid_up_to()].to_vec()).ok()
                }
                Err(_) => None,
            };
        }
    };
    String::from_utf16(&units).ok()
}

/// Reads the fields of an XFDF file (ISO 19444-1): a form's data as XML.
pub(super) fn read(bytes: &[u8]) -> Result<Export, Fault> {
    if bytes.len() > BYTES {
        return Err(too_large(format!("it is XML of more than {} MiB", BYTES >> 20)));
    }
    let budget = Budget::of_file(bytes.len(), limit::LIGHT_DATA_BYTES);
    let text = decoded(bytes).ok_or_else(|| damaged("it is neither UTF-8 nor UTF-16"))?;
    let text = text.trim_start_matches('\u{FEFF}');
    check_tags(text)?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, entity_resolver: None };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => {
            too_large(format!("it has more than {NODES} elements and texts"))
        }
        error => damaged(format!("it is not valid XML: {error}")),
    })?;
    let mut export = Export::default();
    let root = document.root_element();
    let notes = root.children().filter(|node| is(node, "annots"));
    if notes.flat_map(|node| node.children()).any(|node| node.is_element()) {
        export.remark(NOTES);
    }
    let mut next: Vec<(Node<'_, '_>, Rc<str>, usize)> = Vec::new();
    let tops = root.children().filter(|node| is(node, "fields"));
    let tops: Vec<_> =
        tops.flat_map(|fields| fields.children().filter(|node| is(node, "field"))).collect();
    next.extend(tops.into_iter().rev().map(|field| (field, "".into(), 0)));
    while let Some((node, above, depth)) = next.pop() {
        if depth > limit::TREE_DEPTH {
            return Err(too_large("its fields are nested too deep"));
        }
        let part = node.attribute("name").unwrap_or_default();
        budget.spend(Limit::Nodes, 1)?;
        let name: Rc<str> = scope::joined(&above, part, &budget)?.into();
        let has = |tag| node.children().any(|node| is(&node, tag));
        if !name.is_empty() && !has("value") {
            if has("value-richtext") {
                export.add(&name, Written::Unreadable(RICH_TEXT.to_owned()));
            } else if !has("field") {
                export.add_blank(&name);
            }
        }
        for value in node.children().filter(|node| is(node, "value")) {
            let texts = value.descendants().filter(Node::is_text).filter_map(|node| node.text());
            let text = with_line_feeds(texts.collect());
            budget.spend(Limit::Text, text.len())?;
            let value = if text.len() > limit::TEXT_BYTES {
                Written::Unreadable(format!(
                    "its text is longer than {} KiB",
                    limit::TEXT_BYTES >> 10
                ))
            } else {
                Written::Text(text)
            };
            export.add(&name, value);
        }
        let below: Vec<_> = node.children().filter(|node| is(node, "field")).collect();
        next.extend(below.into_iter().rev().map(|field| (field, Rc::clone(&name), depth + 1)));
    }
    Ok(export)
}

/// Makes sure that no tag has so many attributes that they take long to compare, nor all tags so many that they take much memory.
fn check_tags(text: &str) -> Result<(), Fault> {
    let (mut rest, mut attributes, mut namespaces) = (text, 0_usize, 0_usize);
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((inside, end)) =
            skipped.iter().find_map(|(start, end)| Some((rest.strip_prefix(start)?, end)))
        {
            rest = inside.find(end).map_or("", |at| &inside[at..]);
            continue;
        }
        let (mut own, mut quote) = (0, None);
        let ends = |(_, byte): &(usize, u8)| {
            match (quote, *byte) {
                (None, b'>') => return true,
                (None, b'"' | b'\'') => quote = Some(*byte),
                (None, b'=') => own += 1,
                (Some(open), byte) if open == byte => quote = None,
                _ => {}
            }
            false
        };
        // What does not end is not valid, and is no work.
        let length = rest.bytes().enumerate().find(ends).map_or(rest.len(), |(at, _)| at);
        let (tag, after) = rest.split_at(length);
        rest = after;
        attributes += own;
        namespaces += tag.matches("xmlns").count();
        if own > ATTRIBUTES || length > TAG_BYTES {
            return Err(too_large("one of its elements has too many attributes"));
        }
        if attributes > NODES as usize || namespaces > NAMESPACES {
            return Err(too_large("it has too many attributes"));
        }
    }
    Ok(())
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}
