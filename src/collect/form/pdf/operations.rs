use super::object::Object;
use super::parser::{Parser, SyntaxError};

/// The operations of a content stream (ISO 32000-1, 7.8.2), or of a map of characters, which is written alike.
pub(in super::super) struct Operations<'a> {
    parser: Parser<'a>,
}

/// An operator and what stands before it.
pub(in super::super) struct Operation<'a> {
    pub(in super::super) operator: &'a [u8],
    pub(in super::super) operands: Vec<Object<'a>>,
}

impl<'a> Operations<'a> {
    /// Those of a stream that is unpacked.
    pub(in super::super) fn new(content: &'a [u8]) -> Self {
        Self { parser: Parser::new(content, 0) }
    }

    /// What it took to read so far, as `Limit::Parsed` counts it.
    pub(in super::super) fn work(&self) -> usize {
        self.parser.work(0)
    }
}

impl<'a> Iterator for Operations<'a> {
    type Item = Result<Operation<'a>, SyntaxError>;

    /// The next one. After an error, what follows means nothing.
    fn next(&mut self) -> Option<Self::Item> {
        let mut operands = Vec::new();
        loop {
            if self.parser.is_at_end() {
                return (!operands.is_empty()).then_some(Err(SyntaxError::Malformed));
            }
            if let Some(operator) = self.parser.operator() {
                return Some(Ok(Operation { operator, operands }));
            }
            match self.parser.object() {
                Ok(operand) => operands.push(operand),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
