//! What pages look like: nine kits as pictures, compared with those that were looked at and found good (`tests/looks/`).
//!
//! Where one is different, expected, actual and difference stand side by side in `target/looks/`; if it is better so:
//! `LOOKS=accept cargo test --locked looks`.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a page has few pixels, and what is gray lies between 0 and 255"
)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Test, tool};

/// Gray, a byte a pixel, 255 for paper.
#[derive(Clone)]
struct Picture {
    width: usize,
    gray: Vec<u8>,
}

/// Pixels an inch as a renderer draws: enough that it has nothing to fit to a grid.
const DRAWN: &str = "180";
/// Pixels each way that become one of a picture, which has 60 an inch: small words are just legible.
const TO_ONE: usize = 3;
/// Areas of this many pixels square are compared by how much ink is in them, which how a renderer smooths edges does not change.
const AREA: usize = 6;
/// How much grayer an area may be, of 255: another renderer comes to 14, a shift by a millimetre to 39 and more.
const MAX: f64 = 24.0;

impl Picture {
    fn read(path: &Path) -> Option<Self> {
        let decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(path).ok()?));
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        bytes.truncate(info.buffer_size());
        let gray = bytes.into_iter().step_by(info.color_type.samples()).collect();
        Some(Self { width: info.width as usize, gray })
    }

    fn write(&self, path: &Path) {
        let (width, height) = (self.width as u32, (self.gray.len() / self.width) as u32);
        let mut encoder = png::Encoder::new(fs::File::create(path).unwrap(), width, height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_compression(png::Compression::High);
        encoder.write_header().unwrap().write_image_data(&self.gray).unwrap();
    }

    /// A third as wide and high.
    fn shrunk(&self) -> Self {
        let (width, height) = (self.width / TO_ONE, self.gray.len() / self.width / TO_ONE);
        let mean = |x: usize, y: usize| {
            let pixels = (0..TO_ONE * TO_ONE)
                .map(|it| self.at(x * TO_ONE + it % TO_ONE, y * TO_ONE + it / TO_ONE));
            pixels.sum::<f64>() / (TO_ONE * TO_ONE) as f64
        };
        let gray = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        Self { width, gray: gray.map(|(x, y)| mean(x, y) as u8).collect() }
    }

    fn at(&self, x: usize, y: usize) -> f64 {
        let pixel = (x < self.width).then(|| self.gray.get(y * self.width + x)).flatten();
        f64::from(pixel.copied().unwrap_or(255))
    }

    /// How gray each area is, row by row.
    fn areas(&self) -> Vec<f64> {
        let (columns, rows) =
            (self.width.div_ceil(AREA), (self.gray.len() / self.width).div_ceil(AREA));
        let mean = |column: usize, row: usize| {
            let pixels = (0..AREA * AREA)
                .map(|it| self.at(column * AREA + it % AREA, row * AREA + it / AREA));
            pixels.sum::<f64>() / (AREA * AREA) as f64
        };
        (0..rows)
            .flat_map(|row| (0..columns).map(move |column| (column, row)))
            .map(|(x, y)| mean(x, y))
            .collect()
    }

    /// In what it is not the other, beyond what another renderer would make of the same page.
    fn differs(&self, other: &Self) -> Option<String> {
        if (self.width, self.gray.len()) != (other.width, other.gray.len()) {
            return Some("it has another size".to_owned());
        }
        let (ours, theirs) = (self.areas(), other.areas());
        let apart: Vec<f64> =
            ours.iter().zip(&theirs).map(|(ours, theirs)| (ours - theirs).abs()).collect();
        let most = apart.iter().copied().fold(0.0, f64::max);
        (most > MAX).then(|| format!("one area differs by {most:.0} of 255"))
    }

    /// Expected, actual and difference side by side.
    fn beside(&self, other: &Self) -> Self {
        let (width, height) = (self.width.max(other.width), self.gray.len() / self.width);
        let pixel = |x: usize, y: usize| match x / width {
            0 => other.at(x, y),
            1 => self.at(x - width, y),
            _ => 255.0 - (self.at(x - 2 * width, y) - other.at(x - 2 * width, y)).abs(),
        };
        let gray = (0..height).flat_map(|y| (0..3 * width).map(move |x| (x, y)));
        Self { width: 3 * width, gray: gray.map(|(x, y)| pixel(x, y) as u8).collect() }
    }

    /// The same page with everything on it a little further down.
    fn moved(&self, pixels: usize) -> Self {
        let mut gray = vec![255; pixels * self.width];
        gray.extend(&self.gray[..self.gray.len() - gray.len()]);
        Self { width: self.width, gray }
    }
}

/// The kits: their names, what makes them, the PDF that is made, and which of its pages are kept.
const KITS: [(&str, &str, &str, &[usize]); 9] = [
    (
        "guide",
        "build --question intake --question backlog-bottleneck -o k --name k --date 2026-03-02 --time 9:00",
        "k/k-packet.pdf",
        &[1, 2, 5, 6],
    ),
    (
        "compact",
        "build --minutes 60 --layout compact --paper letter --role appsec-manager --candidate Ana -o k --name k",
        "k/k-packet.pdf",
        &[1, 2, 7],
    ),
    (
        "bank",
        "build --bank BANK --limit 3 --layout combined -o k --name k",
        "k/k-packet.pdf",
        &[1, 3],
    ),
    (
        "candidate",
        "build --minutes 45 --documents candidate-sheet,ground-rules --questions --collate -o k --name k",
        "k/k-packet.pdf",
        &[1, 2, 3],
    ),
    (
        "panel",
        "panel --size 3 --minutes 45 --documents panel-plan,debrief --collate -o k --name k --time 9:00",
        "k/k-packet.pdf",
        &[1, 2, 3],
    ),
    ("large", "build --limit 1 --large-print -o k --name k", "k/k-packet.pdf", &[2, 5]),
    (
        "branded",
        "build --minutes 45 --role appsec-manager --brand BRAND --documents candidate-sheet,guide,scoring --time 9:00 --collate -o k --name k",
        "k/k-packet.pdf",
        &[1, 2, 8],
    ),
    (
        "arabic",
        "build --bank ARABIC --minutes 45 --role support-lead --date 2026-03-02 --time 9:00 --brand BRAND -o k --name k",
        "k/k-packet.pdf",
        &[1, 2, 6],
    ),
    ("dialect", "typeset DIALECT -o k.pdf", "k.pdf", &[1]),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Draws a page of a PDF (its path, the page, where to write the picture), unless the program for it is missing.
type Draw = fn(&str, &str, &str) -> Option<String>;

/// The pages of a kit that are kept, as far as they can be drawn.
fn pages(kit: usize, draw: Draw) -> Vec<(String, Picture)> {
    let (name, line, pdf, pages) = KITS[kit];
    let test = Test::new();
    let line = line.replace("BANK", root().join("examples/support-desk.yaml").to_str().unwrap());
    let line =
        line.replace("ARABIC", root().join("examples/support-desk-ar.yaml").to_str().unwrap());
    let line = line.replace("BRAND", root().join("examples/brand/_brand.yml").to_str().unwrap());
    let line = line.replace("DIALECT", root().join("tests/looks/dialect.md").to_str().unwrap());
    test.run(&line).ok();
    let draw = |page: &usize| {
        let out = test.path("page.png");
        draw(test.path(pdf).to_str().unwrap(), &page.to_string(), out.to_str().unwrap())?;
        Some((format!("{name}-{page}.png"), Picture::read(&out).unwrap().shrunk()))
    };
    pages.iter().map_while(draw).collect()
}

fn poppler(pdf: &str, page: &str, out: &str) -> Option<String> {
    let out = out.strip_suffix(".png").unwrap();
    tool(
        "pdftoppm",
        &["-r", DRAWN, "-gray", "-png", "-singlefile", "-f", page, "-l", page, pdf, out],
    )
}

fn mupdf(pdf: &str, page: &str, out: &str) -> Option<String> {
    tool("mutool", &["draw", "-q", "-r", DRAWN, "-c", "gray", "-o", out, pdf, page])
}

#[test]
fn nine_kits_look_as_they_did_when_somebody_looked_at_them() {
    let shown = root().join("target/looks");
    let is_accepted = std::env::var_os("LOOKS").is_some_and(|it| it == "accept");
    let mut different = String::new();
    for kit in 0..KITS.len() {
        for (name, actual) in pages(kit, poppler) {
            let path = root().join("tests/looks").join(&name);
            let expected = Picture::read(&path);
            let difference = match &expected {
                Some(expected) => actual.differs(expected),
                None => Some("nobody has looked at it yet".to_owned()),
            };
            let Some(difference) = difference else { continue };
            if is_accepted {
                actual.write(&path);
                continue;
            }
            fs::create_dir_all(&shown).unwrap();
            actual.beside(&expected.unwrap_or_else(|| actual.clone())).write(&shown.join(&name));
            different += &format!("  {}: {difference}\n", shown.join(&name).display());
        }
    }
    assert!(
        different.is_empty(),
        "pages look different (expected, actual, difference):\n{different}if they are better so: LOOKS=accept cargo test --locked looks"
    );
}

#[test]
fn another_renderer_draws_pages_that_count_as_alike() {
    for kit in 0..KITS.len() {
        for ((name, ours), (_, theirs)) in pages(kit, poppler).into_iter().zip(pages(kit, mupdf)) {
            assert_eq!(theirs.differs(&ours), None, "{name}");
        }
    }
}

#[test]
fn a_page_that_is_moved_by_a_millimetre_or_lacks_a_line_counts_as_different() {
    for (name, page) in pages(0, poppler) {
        // 60 pixels an inch: 2.4 a millimetre.
        assert_ne!(page.moved(2).differs(&page), None, "{name}");
        let line = page.gray.iter().position(|&gray| gray < 128).unwrap() / page.width;
        let mut lacking = page.clone();
        lacking.gray[line * page.width..(line + 10) * page.width].fill(255);
        assert_ne!(lacking.differs(&page), None, "{name}");
    }
}
