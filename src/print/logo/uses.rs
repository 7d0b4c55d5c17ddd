//! References inside an SVG file: each leads to something that is drawn, and what they copy together is bounded.

use std::collections::HashMap;

use usvg::roxmltree::{Document, Node, NodeId};

use super::fault::{SIMPLIFY, SvgFault, fault, head};

/// The most elements that are drawn, with all copies that `<use>` makes.
const MAX_ELEMENTS: usize = 4000;
/// The most copies in copies.
const MAX_DEPTH: usize = 16;

const XLINK: &str = "http://www.w3.org/1999/xlink";
const DRAWABLE: [&str; 11] = [
    "svg", "g", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
];

/// Looks at the references of a file.
pub(super) fn screen(document: &Document<'_>) -> Result<(), SvgFault> {
    let mut by_id: HashMap<&str, Node<'_, '_>> = HashMap::new();
    for node in document.descendants().filter(Node::is_element) {
        if let Some(id) = node.attribute("id")
            && by_id.insert(id, node).is_some()
        {
            return fault(head(node), format!("the id `{id}` is used twice"), "rename one of them");
        }
    }
    let mut counter = Counter { by_id, known: HashMap::new() };
    let count = counter.count(document.root_element(), 0)?;
    if count > MAX_ELEMENTS {
        let message = format!(
            "the drawing has more than {MAX_ELEMENTS} elements, copies by `<use>` included"
        );
        return fault(head(document.root_element()), message, SIMPLIFY);
    }
    Ok(())
}

struct Counter<'d, 'i> {
    by_id: HashMap<&'d str, Node<'d, 'i>>,
    /// How many elements are drawn for an element that is referred to.
    known: HashMap<NodeId, usize>,
}

impl<'d, 'i: 'd> Counter<'d, 'i> {
    /// How many elements are drawn for one, capped.
    fn count(&mut self, node: Node<'d, 'i>, depth: usize) -> Result<usize, SvgFault> {
        let mut count = 1;
        if let Some(clip) = self.clip_of(node)? {
            count += self.count_once(clip, node, depth)?;
        }
        if node.tag_name().name() == "use" {
            let target = self.target(node)?;
            count += self.count_once(target, node, depth)?;
        }
        for child in node.children().filter(Node::is_element) {
            count += self.count(child, depth)?;
            if count > MAX_ELEMENTS {
                return Ok(count);
            }
        }
        Ok(count)
    }

    /// The same for an element that `by` refers to.
    fn count_once(
        &mut self,
        target: Node<'d, 'i>,
        by: Node<'d, 'i>,
        depth: usize,
    ) -> Result<usize, SvgFault> {
        if let Some(known) = self.known.get(&target.id()) {
            return Ok(*known);
        }
        if by.ancestors().any(|it| it == target) || depth >= MAX_DEPTH {
            let message = "this reference leads back to itself, or through too many others";
            return fault(head(by), message, "copy what it refers to in its place");
        }
        let count = self.count(target, depth + 1)?;
        self.known.insert(target.id(), count);
        Ok(count)
    }

    /// What a `<use>` copies.
    fn target(&self, node: Node<'d, 'i>) -> Result<Node<'d, 'i>, SvgFault> {
        let href = node.attribute("href").or_else(|| node.attribute((XLINK, "href")));
        let id = href.and_then(|href| href.trim().strip_prefix('#'));
        let target = id.and_then(|id| self.by_id.get(id)).copied();
        let drawable =
            target.filter(|it| DRAWABLE.contains(&it.tag_name().name()) && is_screened(*it));
        match drawable {
            Some(target) => Ok(target),
            None => fault(
                head(node),
                "this `<use>` refers to nothing that is drawn",
                "correct its `href`, or remove it",
            ),
        }
    }

    /// The clip path of an element, as its attribute or its style names it.
    fn clip_of(&self, node: Node<'d, 'i>) -> Result<Option<Node<'d, 'i>>, SvgFault> {
        let style = node.attribute("style").unwrap_or_default();
        let styled = style.split(';').filter_map(|it| it.split_once(':'));
        let mut styled = styled.filter(|(name, _)| name.trim() == "clip-path");
        let value = styled.next().map(|(_, value)| value).or_else(|| node.attribute("clip-path"));
        let Some(reference) = value.map(str::trim).filter(|value| value.starts_with("url(")) else {
            return Ok(None);
        };
        let id = reference.trim_start_matches("url(").trim_end_matches(')').trim();
        let id = id.trim_matches(['"', '\'']).strip_prefix('#').unwrap_or_default();
        match self
            .by_id
            .get(id)
            .filter(|it| it.tag_name().name() == "clipPath" && is_screened(**it))
        {
            Some(clip) => Ok(Some(*clip)),
            None => fault(
                head(node),
                format!("there is no clip path `{id}`"),
                "correct the reference, or remove it",
            ),
        }
    }
}

/// Whether the elements around one are all looked at: what is inside of a gradient or a pattern is not.
fn is_screened(node: Node<'_, '_>) -> bool {
    const OUTSIDE: [&str; 9] = [
        "linearGradient",
        "radialGradient",
        "pattern",
        "filter",
        "mask",
        "marker",
        "metadata",
        "title",
        "desc",
    ];
    const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");
    node.ancestors()
        .filter(Node::is_element)
        .all(|it| !OUTSIDE.contains(&it.tag_name().name()) && it.tag_name().namespace() == SVG)
}
