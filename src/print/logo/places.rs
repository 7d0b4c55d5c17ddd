//! Places of elements, for faults that show only when a drawing is resolved: every element that has no id gets one that says where it is.

use usvg::roxmltree::{Document, Node};

/// What the ids that say a place begin with.
const PREFIX: &str = "at-byte-";

/// The text of a file with an id for each element that has none.
pub(super) fn with_places(document: &Document<'_>) -> String {
    let text = document.input_text();
    let mut placed = String::with_capacity(text.len() * 2);
    let mut done = 0;
    for node in document.descendants().filter(|node| node.is_element() && !node.has_attribute("id"))
    {
        let start = node.range().start;
        let tag = text.get(start..).unwrap_or_default();
        let name = tag.find(|char: char| char.is_whitespace() || matches!(char, '/' | '>'));
        // A style sheet may refer to elements by their names, and to none by these ids.
        if let Some(end) = name.map(|length| start + length).filter(|end| *end >= done) {
            placed.push_str(&text[done..end]);
            placed.extend([" id=\"", PREFIX, start.to_string().as_str(), "\""]);
            done = end;
        }
    }
    placed.push_str(&text[done..]);
    placed
}

/// The element with an id, or the one whose place an id says.
pub(super) fn element<'d, 'i>(document: &'d Document<'i>, id: &str) -> Option<Node<'d, 'i>> {
    let start = id.strip_prefix(PREFIX).and_then(|start| start.parse::<usize>().ok());
    document
        .descendants()
        .filter(Node::is_element)
        .find(|node| node.attribute("id") == Some(id) || Some(node.range().start) == start)
}
