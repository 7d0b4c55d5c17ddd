//! References inside an SVG file: each leads to something that is drawn, and what they copy together is bounded.

use std::collections::HashMap;

use usvg::roxmltree::{Document, Node, NodeId};

use super::css::{self, ClipRule};
use super::fault::{SIMPLIFY, SvgFault, fault, head};
use super::screen::{self, DRAWN, XLINK};

/// The most that is drawn, with all copies that `<use>` makes: elements, and more for those with a long list of points.
const MAX_WEIGHT: usize = 20_000;
/// How many bytes of a list of points weigh as much as an element.
const BYTES_OF_ONE: usize = 32;
/// The most copies in copies.
const MAX_DEPTH: usize = 16;

/// Elements that are drawn, but not by a reference to them.
const NOT_COPIED: [&str; 2] = ["defs", "clipPath"];

/// Looks at the references of a file. `clips` are the rules of its style sheets that clip.
pub(super) fn screen_references(
    document: &Document<'_>,
    clips: &[ClipRule],
) -> Result<(), SvgFault> {
    let mut by_id: HashMap<&str, Node<'_, '_>> = HashMap::new();
    for node in document.descendants().filter(Node::is_element) {
        if let Some(id) = node.attribute("id")
            && by_id.insert(id, node).is_some()
        {
            return fault(head(node), format!("the id `{id}` is used twice"), "rename one of them");
        }
    }
    let mut counter = Counter { by_id, clips, known: HashMap::new() };
    if counter.weigh(document.root_element(), 0)? > MAX_WEIGHT {
        let message = "the drawing has too many parts, copies by `<use>` included";
        return fault(head(document.root_element()), message, SIMPLIFY);
    }
    Ok(())
}

struct Counter<'d, 'i> {
    by_id: HashMap<&'d str, Node<'d, 'i>>,
    clips: &'d [ClipRule],
    /// How much is drawn for an element that is referred to.
    known: HashMap<NodeId, usize>,
}

impl<'d, 'i: 'd> Counter<'d, 'i> {
    /// How much is drawn for an element. It is not counted on beyond the limit.
    fn weigh(&mut self, node: Node<'d, 'i>, depth: usize) -> Result<usize, SvgFault> {
        let points = ["d", "points"].map(|name| node.attribute(name).map_or(0, str::len));
        let mut weight = 1 + points.iter().sum::<usize>() / BYTES_OF_ONE;
        for clip in self.clips_of(node)? {
            weight += self.weigh_once(clip, node, depth)?;
        }
        if node.tag_name().name() == "use" {
            let target = self.target(node)?;
            weight += self.weigh_once(target, node, depth)?;
        }
        for child in node.children().filter(Node::is_element) {
            weight += self.weigh(child, depth)?;
            if weight > MAX_WEIGHT {
                return Ok(weight);
            }
        }
        Ok(weight)
    }

    /// The same for an element that `by` refers to.
    fn weigh_once(
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
        let weight = self.weigh(target, depth + 1)?;
        self.known.insert(target.id(), weight);
        Ok(weight)
    }

    /// What a `<use>` copies.
    fn target(&self, node: Node<'d, 'i>) -> Result<Node<'d, 'i>, SvgFault> {
        // The one without a namespace counts (SVG 2, 16.1.5).
        let mut all = node.attributes().filter(|it| it.name() == "href");
        let plain = all.clone().find(|it| it.namespace().is_none());
        let href = plain.or_else(|| all.find(|it| it.namespace() == Some(XLINK)));
        let href = href.map(|href| href.value());
        let id = href.and_then(|href| href.trim().strip_prefix('#'));
        let target = id.and_then(|id| self.by_id.get(id)).copied();
        let is_copied = |name: &str| DRAWN.contains(&name) && !NOT_COPIED.contains(&name);
        let drawable = target.filter(|it| is_copied(it.tag_name().name()) && is_screened(*it));
        match drawable {
            Some(target) => Ok(target),
            None => fault(
                head(node),
                "this `<use>` refers to nothing that is drawn",
                "correct its `href`, or remove it",
            ),
        }
    }

    /// The clip paths of an element, as its attributes, its style and its classes name them.
    fn clips_of(&self, node: Node<'d, 'i>) -> Result<Vec<Node<'d, 'i>>, SvgFault> {
        let own = node.attribute("clip-path").and_then(css::reference);
        let styled = node.attribute("style").and_then(css::clip_path);
        let classes = node.attribute("class").unwrap_or_default().split_whitespace();
        let named = classes.flat_map(|class| {
            let rules = self.clips.iter().filter(move |(name, _)| name == class);
            rules.map(|(_, id)| id.as_str())
        });
        let clip = |id: &str| {
            let clip = self.by_id.get(id);
            let is_clip =
                |it: &&Node<'_, '_>| it.tag_name().name() == "clipPath" && is_screened(**it);
            let help = "correct the reference, or remove it";
            let missing = || fault(head(node), format!("there is no clip path `{id}`"), help);
            clip.filter(is_clip).map_or_else(missing, |clip| Ok(*clip))
        };
        own.into_iter().chain(styled).chain(named).map(clip).collect()
    }
}

/// Whether the elements around one are all looked at: what is inside of a gradient or a pattern is not.
fn is_screened(node: Node<'_, '_>) -> bool {
    node.ancestors().filter(Node::is_element).all(screen::is_screened)
}
