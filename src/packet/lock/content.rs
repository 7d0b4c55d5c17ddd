use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Lock, LockedSeat};
use crate::packet::{Kit, Named, QuestionView, RatingView};

/// The letters of a code (Crockford's Base32): none of them is taken for another when it is read from paper.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A short code of what a kit asks and how it is rated, as `7KQ2-M4XD`: of two kits with the same code, one in a million
/// million is another. It does not depend on the candidate, the interviewer, the day or the paper.
#[must_use]
pub fn code(kit: &Kit) -> String {
    let order = kit.questions.iter().map(|question| (&question.id, question.shared));
    let order: Vec<_> = order.collect();
    let asked: Vec<_> = kit.questions.iter().map(|question| &question.asked).collect();
    let all = (content(kit), order, asked, &kit.run_of_show);
    let digest = Sha256::digest(json(&all));
    let bits = digest.iter().take(5).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let letter = |place: u32| {
        let index = usize::try_from(bits >> (35 - 5 * place) & 31).unwrap_or_default();
        char::from(LETTERS[index])
    };
    let code: String = (0..8).map(letter).collect();
    format!("{}-{}", &code[..4], &code[4..])
}

/// What a kit is made of, by name, each with a hash of all that is printed of it.
pub(super) fn content(kit: &Kit) -> BTreeMap<String, String> {
    let mut content = BTreeMap::new();
    let mut add = |name: String, value: String| content.insert(name, hash(&value));
    for question in &kit.questions {
        add(format!("question {}", question.id), json(&alone(question)));
    }
    for it in &kit.competencies {
        let texts = (&it.title, &it.statement, &it.definition);
        add(format!("competency {}", it.id), json(&texts));
    }
    for it in &kit.companions {
        add(format!("companion {}", it.id), json(it));
    }
    for it in &kit.banks {
        add(format!("bank {}", it.id), json(it));
    }
    add("scale".to_owned(), json(&kit.scale));
    add("title".to_owned(), json(&(&kit.title, &kit.level, &kit.lang, &kit.competencies_label)));
    content
}

/// How a kit's parts are put together, by name, each with a hash: their order, and whatever else a lock says.
pub(super) fn arrangement(kit: &Kit, lock: &Lock) -> BTreeMap<String, String> {
    // Whoever adds a field to a lock says here how a change of it is found.
    let Lock {
        form: _,
        code: _,
        role,
        level,
        minutes,
        reserve,
        shared,
        seats,
        unmet,
        content: _,
        places: _,
    } = lock;
    let mut parts = BTreeMap::new();
    let mut add = |name: &str, value: String| parts.insert(name.to_owned(), hash(&value));
    let competencies: Vec<&str> = kit.competencies.iter().map(|it| it.id.as_str()).collect();
    let companions: Vec<&str> = kit.companions.iter().map(|it| it.id.as_str()).collect();
    let banks: Vec<&str> = kit.banks.iter().map(|it| it.id.as_str()).collect();
    add("order of competencies", json(&competencies));
    add("order of companions", json(&companions));
    add("order of banks", json(&banks));
    add("role", json(role));
    add("level", json(level));
    add("clock", json(&(minutes, reserve)));
    add("list of shared questions", json(shared));
    add("list of what is unmet", json(unmet));
    for (index, LockedSeat { interviewer, themes, questions }) in seats.iter().enumerate() {
        add(&format!("seat {}", index + 1), json(&(interviewer, themes, questions)));
    }
    parts
}

/// A question by itself: where it stands, who asks it, and what its ratings, competencies and companions are called is said
/// elsewhere.
fn alone(question: &QuestionView) -> QuestionView {
    let untitled = |named: &Named| Named { title: String::new(), ..named.clone() };
    let unlabelled = |rating: &RatingView| RatingView { label: String::new(), ..rating.clone() };
    QuestionView {
        number: 0,
        shared: false,
        asked: Vec::new(),
        competencies: question.competencies.iter().map(untitled).collect(),
        companions: question.companions.iter().map(untitled).collect(),
        ratings: question.ratings.iter().map(unlabelled).collect(),
        ..question.clone()
    }
}

/// Views of texts and numbers can always be written as JSON; were one not to be, it would be like no other.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The first half of a SHA-256, in hexadecimal.
fn hash(text: &str) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(text).iter().take(16) {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
