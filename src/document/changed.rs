use super::body::{Body, Shape};
use super::front_matter;
use super::runs::mask;
use super::written::row;
use crate::base::diagnostic::Diagnostics;
use crate::base::source::{Source, Sources, lines};

/// The first line, from 1, of a document that came back that is not as it was built, whatever is filled in. `None` if there is none.
/// Of the front matter only what identifies the document counts.
#[must_use]
pub fn changed_line(returned: &str, built: &str) -> Option<usize> {
    let (start, _, front) = opened(returned);
    let (start_built, list, front_built) = opened(built);
    if front != front_built {
        let heads = lines(&returned[..start]).zip(lines(&built[..start_built]));
        let same = heads.take_while(|(one, other)| one.trim_end() == other.trim_end());
        return Some(same.count() + 1);
    }
    let (returned_below, built_below) = (&returned[start..], &built[start_built..]);
    let masked = [returned_below, built_below].map(|text| mask(text, &[]));
    let compared =
        |text, masked| Body::returned(text, masked, Shape::of_text(masked), Some(&list)).compared();
    let returned_body = compared(returned_below, &masked[0]);
    let built_body = compared(built_below, &masked[1]);
    let above = lines(&returned[..start]).count();
    let mut built_body = built_body.iter().map(|(_, line)| line);
    // Where the line below a heading is changed there is no table any longer, and the heading is compared with its white space.
    let mut first = None;
    for (number, line) in &returned_body {
        let line_built = built_body.next();
        if line_built == Some(line) {
            continue;
        }
        first = first.or(Some(above + number + 1));
        if line_built.is_none_or(|built| row(built, false) != row(line, false)) {
            let is_next = first == Some(above + number);
            return if is_next { Some(above + number + 1) } else { first };
        }
    }
    let end = returned_body.last().map_or(0, |(number, _)| number + 1);
    first.or_else(|| built_body.next().map(|_| above + end + 1))
}

/// Whether a text states the kit and the packet that it belongs to.
#[must_use]
pub fn states_kit(text: &str) -> bool {
    let mut sources = Sources::new();
    let id = sources.add(Source { name: String::new(), text: text.to_owned() });
    let (_, claim, _) = front_matter::read(&sources, id, &mut Diagnostics::new());
    claim.kit.is_some() && claim.document.is_some() && claim.packet.is_some()
}

/// Where the body of a document begins, its list of lines with blanks, and what of its front matter counts.
fn opened(text: &str) -> (usize, String, Vec<String>) {
    let mut sources = Sources::new();
    let id = sources.add(Source { name: String::new(), text: text.to_owned() });
    let (front, claim, start) = front_matter::read(&sources, id, &mut Diagnostics::new());
    let details = claim.details.iter().flat_map(|details| details.value.entries());
    let details = details.map(|(key, value)| format!("{key}: {value}"));
    let list = claim.blanks.map_or_else(String::new, |list| list.value);
    let stated = [claim.kit, claim.document, claim.packet, claim.marks].into_iter().flatten();
    let stated = stated.map(|entry| entry.value).chain(details);
    (start, list.clone(), stated.chain([list, front.foot()]).collect())
}
