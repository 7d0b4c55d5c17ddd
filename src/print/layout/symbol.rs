use std::collections::BTreeSet;

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

/// Few areas that cover all dark modules: each as far to the right, or as far down, as covers more.
fn cover(modules: impl Iterator<Item = (usize, usize)>) -> Vec<CellArea> {
    #[expect(clippy::expect_used, reason = "a symbol has 16 rows and columns")]
    let number = |at: usize| u16::try_from(at).expect("a row or a column");
    let dark: Vec<(u16, u16)> = modules.map(|(x, y)| (number(x), number(y))).collect();
    let mut open: BTreeSet<(u16, u16)> = dark.iter().copied().collect();
    let is_dark = open.clone();
    let mut areas = Vec::new();
    for (x, y) in dark {
        if !open.contains(&(x, y)) {
            continue;
        }
        let right = (x..).map(|x| (x, y)).take_while(|at| is_dark.contains(at));
        let down = (y..).map(|y| (x, y)).take_while(|at| is_dark.contains(at));
        let (right, down): (Vec<_>, Vec<_>) = (right.collect(), down.collect());
        let gain = |cells: &[(u16, u16)]| cells.iter().filter(|at| open.contains(at)).count();
        let (cells, columns, rows) = if gain(&down) > gain(&right) {
            let rows = number(down.len());
            (down, 1, rows)
        } else {
            let columns = number(right.len());
            (right, columns, 1)
        };
        areas.push(CellArea { row: y, column: x, columns, rows });
        for at in cells {
            open.remove(&at);
        }
    }
    areas
}

/// The value of a digit or a capital letter in the basic set of C40 (ISO/IEC 16022, table C.1).
fn c40(letter: u8) -> u16 {
    match letter {
        b'0'..=b'9' => u16::from(letter - b'0') + 4,
        _ => u16::from(letter.saturating_sub(b'A')) + 14,
    }
}
