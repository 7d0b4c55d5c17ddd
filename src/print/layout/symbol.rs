use datamatrix::SymbolSize;
use datamatrix::errorcode::encode_error;
use datamatrix::placement::MatrixMap;

use crate::document::PageCode;
use crate::print::frame::CellRun;

/// The dark modules of the Data Matrix symbol of a page's code (ISO/IEC 16022), row by row from the top.
///
/// Every code fills 16 × 16 modules exactly: they hold 12 codewords, which are one that begins C40, two for each three of the first 15
/// letters, and one for the last (5.2.5.2 d: it needs no codeword that ends C40). The crate's own encoder would look for
/// the shortest of all encodings; here it is known.
pub(super) fn symbol(code: &PageCode) -> Vec<CellRun> {
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
    let mut runs: Vec<CellRun> = Vec::new();
    for (x, y) in bitmap.pixels() {
        #[expect(clippy::expect_used, reason = "a symbol has 16 rows and columns")]
        let [column, row] = [x, y].map(|at| u16::try_from(at).expect("a row or a column"));
        match runs.last_mut() {
            Some(run) if run.row == row && run.column + run.length == column => run.length += 1,
            _ => runs.push(CellRun { row, column, length: 1 }),
        }
    }
    runs
}

/// The value of a digit or a capital letter in the basic set of C40 (ISO/IEC 16022, table C.1).
fn c40(letter: u8) -> u16 {
    match letter {
        b'0'..=b'9' => u16::from(letter - b'0') + 4,
        _ => u16::from(letter.saturating_sub(b'A')) + 14,
    }
}
