//! Banks of any size, for tests and benches alike.

/// The text of the built-in bank, with its questions over and over until there are `count` of them.
pub fn bank_of(count: usize) -> String {
    let built_in = interview_kit::bank::built_in().text;
    let (head, questions) = built_in.split_once("questions:\n").unwrap();
    let mut text = format!("{head}questions:\n");
    for copy in 0..count / 18 {
        for line in questions.lines() {
            let line = match (line.strip_prefix("  - id: "), line.strip_prefix("    number: ")) {
                (Some(id), _) if copy > 0 => format!("  - id: {id}-{copy}"),
                (_, Some(number)) => {
                    format!("    number: {}", number.parse::<usize>().unwrap() + copy * 18)
                }
                _ => line.to_owned(),
            };
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}
