use std::ops::Range;

/// A cell of a row.
pub(super) struct Cell {
    /// Its text, without the quotes and the spaces around it.
    pub(super) value: String,
    /// Where it is, its quotes included.
    pub(super) bytes: Range<usize>,
}

/// Why the rest of a file cannot be split into cells.
pub(super) enum Broken {
    /// The quote at this byte is closed nowhere.
    Unclosed(usize),
    /// There is more text after the quote that closes a cell.
    TextBehind {
        /// The byte at which the cell's first quote is.
        open: usize,
        /// The text behind the last one.
        behind: Range<usize>,
    },
}

/// The rows of a CSV file, one after the other (RFC 4180). A line may end with a line feed, a carriage return, or both; a
/// cell in quotes may have spaces around it.
pub(super) struct Records<'t> {
    text: &'t str,
    at: usize,
    separator: char,
}

impl<'t> Records<'t> {
    /// The rows from a byte on.
    pub(super) fn new(text: &'t str, from: usize, separator: char) -> Self {
        Self { text, at: from, separator }
    }

    /// The cells of the next row; none at the end of the file.
    pub(super) fn row(&mut self) -> Result<Option<Vec<Cell>>, Broken> {
        if self.rest().is_empty() {
            return Ok(None);
        }
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell()?);
            let rest = self.rest();
            if let Some(end) = ["\r\n", "\n", "\r"].iter().find(|end| rest.starts_with(**end)) {
                self.at += end.len();
                return Ok(Some(cells));
            }
            if rest.is_empty() {
                return Ok(Some(cells));
            }
            self.at += self.separator.len_utf8();
        }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Whether a cell without quotes ends before this character.
    fn is_end(&self, char: char) -> bool {
        char == self.separator || matches!(char, '\r' | '\n')
    }

    fn skip_spaces(&mut self) {
        let rest = self.rest();
        let is_space = |char: char| char.is_whitespace() && !self.is_end(char);
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
    }

    /// Reads to the end of a cell: a separator, the end of the line or that of the file.
    fn cell(&mut self) -> Result<Cell, Broken> {
        self.skip_spaces();
        let start = self.at;
        if self.rest().starts_with('"') {
            return self.quoted();
        }
        let value = self.plain().trim_end();
        Ok(Cell { value: value.to_owned(), bytes: start..start + value.len() })
    }

    /// Text up to the end of a cell. A quote in the middle of it is a letter like any other.
    fn plain(&mut self) -> &'t str {
        let rest = self.rest();
        let length = rest.find(|char| self.is_end(char)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn quoted(&mut self) -> Result<Cell, Broken> {
        let open = self.at;
        let mut value = String::new();
        loop {
            self.at += 1;
            let rest = self.rest();
            let quote = rest.find('"').ok_or(Broken::Unclosed(open))?;
            value.push_str(&rest[..quote]);
            self.at += quote + 1;
            if !self.rest().starts_with('"') {
                break;
            }
            value.push('"');
        }
        let bytes = open..self.at;
        self.skip_spaces();
        let behind = self.at;
        let text = self.plain().trim_end();
        if text.is_empty() {
            Ok(Cell { value: value.trim().to_owned(), bytes })
        } else {
            Err(Broken::TextBehind { open, behind: behind..behind + text.len() })
        }
    }
}
