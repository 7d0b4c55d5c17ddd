use datamatrix::SymbolSize;
use datamatrix::errorcode::encode_error;
use datamatrix::placement::MatrixMap;

use crate::document::PageCode;
use crate::print::frame::CellArea;

/// The dark modules of the Data Matrix symbol of a page's code (ISO/IEC 16022).
///
/// Every code fills 16 × 16 modules exactly: they hold 12 codewords, which are one that begins C40, two for each three of the first 15
/// letters, and one for the last (5.2.5.2 d: it needs no codeword that ends C40). The crate's own encoder would look for
/// the shortest of all encodings; here it is known.
pub(super) fn symbol(code: &PageCode) -> Vec<CellArea> {
    const BEGIN_C40: u8 = 230;
    let (triples, rest) = code.letters().as_chunks::<3>();
    let mut codewords = vec![BEGIN_C40];
    for triple in triples {
        let packed = triple.iter().fold(0, |packed, letter| packed * 40 + c40(*letter)) + 1;
        codewords.extend(packed.to_be_bytes());
    }
    codewords.extend(rest.iter().map(|letter| letter + 1));
    codewords.extend(encode_error(&codewords, SymbolSize::Square16));
    let bitmap = MatrixMap::new_with_codewords(&codewords, SymbolSize::Square16).bitmap();
    cover(bitmap.pixels())
}

/// The rows and columns of a symbol.
const SIDE: usize = 16;

/// A small number of areas that cover all dark modules. Each has the first module that is not covered yet, and of all such areas it covers
/// the most. The modules of a row are the bits of a number, from the left.
fn cover(modules: impl Iterator<Item = (usize, usize)>) -> Vec<CellArea> {
    let mut dark = [0_u16; SIDE];
    for (x, y) in modules {
        dark[y] |= 1 << x;
    }
    let mut open = dark;
    let mut areas = Vec::new();
    for row in 0..SIDE {
        while open[row] != 0 {
            let (mask, rows) = widest((&dark, &open), row);
            let (column, columns) = (mask.trailing_zeros(), mask.count_ones());
            areas.push(area(row, column, columns, rows));
            for open in &mut open[row..row + rows] {
                *open &= !mask;
            }
        }
    }
    areas
}

/// The area from a row down that covers most of what is open, with the first open module of the row: its columns, and how many rows.
fn widest((dark, open): (&[u16; SIDE], &[u16; SIDE]), row: usize) -> (u16, usize) {
    let first = open[row].trailing_zeros();
    let is_dark = |column: &u32| dark[row] >> column & 1 == 1;
    let start = (0..first).rev().take_while(is_dark).last().unwrap_or(first);
    let mut best = (0, 0, 0);
    for left in start..=first {
        let columns_of =
            |row: usize| dark.get(row).map_or(0, |dark| (dark >> left).trailing_ones());
        let (mut columns, mut rows) = (columns_of(row), 1);
        // Fewer columns may reach further down.
        while left + columns > first {
            while columns_of(row + rows) >= columns {
                rows += 1;
            }
            let mask = (u16::MAX >> (u16::BITS - columns)) << left;
            let covered = open[row..row + rows].iter().map(|it| (it & mask).count_ones()).sum();
            if covered > best.0 {
                best = (covered, mask, rows);
            }
            columns = columns_of(row + rows);
        }
    }
    (best.1, best.2)
}

#[expect(clippy::expect_used, reason = "a symbol has 16 rows and columns")]
fn area(row: usize, column: u32, columns: u32, rows: usize) -> CellArea {
    let small = |number: usize| u16::try_from(number).expect("a row or a column");
    let number = |number: u32| small(number as usize);
    CellArea {
        row: small(row),
        column: number(column),
        columns: number(columns),
        rows: small(rows),
    }
}

/// The value of a digit or a capital letter in the basic set of C40 (ISO/IEC 16022, table C.1).
fn c40(letter: u8) -> u16 {
    match letter {
        b'0'..=b'9' => u16::from(letter - b'0') + 4,
        _ => u16::from(letter.saturating_sub(b'A')) + 14,
    }
}
