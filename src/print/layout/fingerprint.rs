use crate::document::{Alignment, Block, Emphasis, Field, Inline, List, Marker, Table, TextStyle};

/// All that decides how a block is set, as bytes: everything but where it stands in its text, and whether it is a heading's
/// byline. Two blocks are set alike if, and only if, these are alike.
pub(super) fn of(block: &Block, byline: bool) -> Vec<u8> {
    let mut print = Print { bytes: Vec::with_capacity(512) };
    print.sign(u8::from(byline));
    print.block(block);
    print.bytes
}

struct Print {
    bytes: Vec<u8>,
}

impl Print {
    fn blocks(&mut self, blocks: &[Block]) {
        self.count(blocks.len());
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                self.sign(1);
                self.sign(heading.level);
                self.some(heading.anchor.as_deref());
                self.inlines(&heading.content);
            }
            Block::Paragraph(content) => {
                self.sign(2);
                self.inlines(content);
            }
            Block::List(list) => {
                self.sign(3);
                self.list(list);
            }
            Block::Table(table) => {
                self.sign(4);
                self.table(table);
            }
            Block::Notes(notes) => {
                self.sign(5);
                self.field(&notes.field);
                self.count(notes.lines);
                self.text(&notes.text);
            }
            Block::Quote(blocks) => {
                self.sign(6);
                self.blocks(blocks);
            }
            Block::Code(text, _) => {
                self.sign(7);
                self.text(text);
            }
            Block::Rule => self.sign(8),
            Block::PageBreak => self.sign(9),
        }
    }

    fn list(&mut self, list: &List) {
        match list.marker {
            Marker::Bullet => self.sign(0),
            Marker::Number(first) => {
                self.sign(1);
                self.bytes.extend_from_slice(&first.to_le_bytes());
            }
        }
        self.sign(u8::from(list.tight));
        self.count(list.items.len());
        for item in &list.items {
            match &item.check {
                None => self.sign(0),
                Some(check) => {
                    self.sign(1 + u8::from(check.checked));
                    self.field(&check.field);
                }
            }
            self.blocks(&item.blocks);
        }
    }

    fn table(&mut self, table: &Table) {
        self.count(table.columns.len());
        for column in &table.columns {
            self.sign(match column {
                Alignment::Start => 0,
                Alignment::Center => 1,
                Alignment::End => 2,
            });
        }
        self.count(table.rows.len());
        for row in std::iter::once(&table.head).chain(&table.rows) {
            self.count(row.len());
            for cell in row {
                self.inlines(cell);
            }
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        self.count(content.len());
        for inline in content {
            match inline {
                Inline::Text { text, style, link, span: _ } => {
                    self.sign(1);
                    self.text(text);
                    self.style(*style);
                    self.some(link.as_deref());
                }
                Inline::LineBreak => self.sign(2),
                Inline::Blank { field, width } => {
                    self.sign(3);
                    self.field(field);
                    self.count(*width);
                }
                Inline::Check(check) => {
                    self.sign(4 + u8::from(check.checked));
                    self.field(&check.field);
                }
                Inline::Option { field, value, label, chosen } => {
                    self.sign(6 + u8::from(*chosen));
                    self.field(field);
                    self.text(value);
                    self.text(label);
                }
            }
        }
    }

    fn style(&mut self, style: TextStyle) {
        let TextStyle { emphasis, code, struck } = style;
        let emphasis = match emphasis {
            Emphasis::Plain => 0,
            Emphasis::Emphasis => 1,
            Emphasis::Strong => 2,
            Emphasis::Both => 3,
        };
        self.sign(emphasis | u8::from(code) << 2 | u8::from(struck) << 3);
    }

    fn field(&mut self, field: &Field) {
        self.text(&field.name);
        self.text(&field.label);
    }

    fn some(&mut self, text: Option<&str>) {
        self.sign(u8::from(text.is_some()));
        self.text(text.unwrap_or_default());
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn count(&mut self, count: usize) {
        self.bytes.extend_from_slice(&count.to_le_bytes());
    }

    fn sign(&mut self, sign: u8) {
        self.bytes.push(sign);
    }
}
