use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant};

/// What a message or a term refers to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct References {
    /// The variables that it prints or chooses by.
    pub(super) variables: BTreeSet<String>,
    /// The messages, and attributes of messages, that it contains.
    pub(super) messages: BTreeSet<String>,
    /// The terms that it contains.
    pub(super) terms: BTreeSet<String>,
    /// The functions that it calls.
    pub(super) functions: BTreeSet<String>,
}

/// The variables of a message, with those of the messages that it contains. What `find` does not know is in another file.
pub(super) fn variables<'r>(
    of: &'r References,
    find: impl Fn(&str) -> Option<&'r References>,
) -> BTreeSet<String> {
    let mut variables = of.variables.clone();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut next: Vec<&str> = of.messages.iter().map(String::as_str).collect();
    while let Some(id) = next.pop() {
        if !seen.insert(id) {
            continue;
        }
        if let Some(references) = find(id) {
            variables.extend(references.variables.iter().cloned());
            next.extend(references.messages.iter().map(String::as_str));
        }
    }
    variables
}

impl References {
    /// The references of a pattern. Its depth is bounded: `file::too_deep` refuses deeper ones before they are parsed.
    pub(super) fn of(pattern: &Pattern<&str>) -> Self {
        let mut references = Self::default();
        references.add_pattern(pattern);
        references
    }

    fn add_pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.add_expression(expression);
            }
        }
    }

    fn add_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Select { selector, variants } => {
                self.add_inline(selector);
                for Variant { value, .. } in variants {
                    self.add_pattern(value);
                }
            }
            Expression::Inline(inline) => self.add_inline(inline),
        }
    }

    fn add_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.to_owned());
                arguments.positional.iter().for_each(|it| self.add_inline(it));
            }
            InlineExpression::MessageReference { id, attribute } => {
                let name = match attribute {
                    Some(attribute) => format!("{}.{}", id.name, attribute.name),
                    None => id.name.to_owned(),
                };
                self.messages.insert(name);
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.terms.insert(id.name.to_owned());
                // A term sees only what it is passed, and only literals can be passed by name.
                for argument in arguments.iter().flat_map(|it| &it.positional) {
                    self.add_inline(argument);
                }
            }
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.add_expression(expression),
        }
    }
}
