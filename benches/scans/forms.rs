//! Pages with boxes, as they are printed from the built-in questions.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use interview_kit::base::diagnostic::Rejected;
use interview_kit::base::page_words::PageWords;
use interview_kit::base::source::{Source, Sources};
use interview_kit::base::unit::{Language, Paper, Pt, TextSize};
use interview_kit::document;
use interview_kit::packet::locale;
use interview_kit::print::frame::{FieldKind, Mark, Pages};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style};

use super::raster::draw;
use super::scan::{Gray, Point, PrintedBox, find};
use super::sheet::{self, Sheet};

/// A page with boxes.
pub struct Form {
    pub paper: Paper,
    pub rows: Vec<Vec<PrintedBox>>,
    pages: usize,
    page: usize,
}

/// All pages, and how they look in each resolution once somebody asked for that.
pub struct Forms {
    pages: Vec<Pages>,
    pub forms: Vec<Form>,
    drawn: Vec<[OnceLock<Sheet>; RESOLUTIONS.len()]>,
    /// Where pictures of other pages are, on which the boxes have the same places.
    print: Option<PathBuf>,
}

/// In dots per inch.
pub const RESOLUTIONS: [f32; 3] = [150.0, 200.0, 300.0];

/// What is built: each is a packet of its own.
const PACKETS: &[(&str, &str)] = &[
    ("--minutes 60 --documents scoring", "a4"),
    ("--minutes 60 --documents scoring", "letter"),
    ("--minutes 45 --documents scoring --language de", "a4"),
    ("--minutes 90 --documents scoring,scorecard", "letter"),
    ("--minutes 120 --documents scoring,scorecard", "a4"),
];

fn english_words(_: &Language) -> Result<PageWords, Rejected> {
    Ok(locale::english().page_words()?)
}

impl Forms {
    /// The built-in ones on this paper, or on all.
    pub fn built_in(only: Option<Paper>, print: Option<PathBuf>) -> Self {
        let mut forms = Self { pages: Vec::new(), forms: Vec::new(), drawn: Vec::new(), print };
        for (words, paper) in PACKETS {
            if only.is_some_and(|only| Paper::named(paper) != Some(only)) {
                continue;
            }
            let folder = tempfile::tempdir().unwrap();
            let out = folder.path().join("kit");
            let line =
                format!("interview-kit build --quiet --format md --paper {paper} {words} -o");
            let words = line.split(' ').map(Into::into).chain([out.clone().into()]);
            interview_kit::run(words.collect::<Vec<std::ffi::OsString>>());
            let paper = Paper::named(paper).unwrap();
            let files = std::fs::read_dir(out).unwrap().map(|it| it.unwrap().path());
            let mut files: Vec<_> =
                files.filter(|it| it.extension().is_some_and(|it| it == "md")).collect();
            files.sort();
            for file in files {
                forms.add(std::fs::read_to_string(file).unwrap(), paper);
            }
        }
        assert!(forms.forms.len() > 5, "no forms were built");
        forms
    }

    fn add(&mut self, text: String, paper: Paper) {
        let mut sources = Sources::new();
        let id = sources.add(Source { name: "form.md".to_owned(), text });
        let parsed = document::parse(&sources, id, &english_words).unwrap().value;
        let style = Style::new(paper, TextSize::Regular);
        let pages = typeset(&parsed, &style, &Fonts::built_in()).value.to_pages();
        for page in 0..pages.pages.len() {
            let rows = rows(&pages, page);
            let drawn = draw(&pages, &pages.pages[page], RESOLUTIONS[0]);
            let is_marked = Gray::new(drawn.width, drawn.height, drawn.pixels)
                .is_some_and(|gray| find(&gray).is_ok());
            if rows.len() > 2 && is_marked {
                self.forms.push(Form { paper, rows, pages: self.pages.len(), page });
                self.drawn.push(Default::default());
            }
        }
        self.pages.push(pages);
    }

    /// A page as it is printed.
    pub fn sheet(&self, form: usize, resolution: usize) -> &Sheet {
        // One at a time: two would draw the same.
        static DRAWING: Mutex<()> = Mutex::new(());
        let drawn = &self.drawn[form][resolution];
        if drawn.get().is_none() {
            let _alone = DRAWING.lock();
            return drawn.get_or_init(|| self.draw(form, RESOLUTIONS[resolution]));
        }
        drawn.get_or_init(|| self.draw(form, RESOLUTIONS[resolution]))
    }

    fn draw(&self, form: usize, dpi: f32) -> Sheet {
        let own = &self.forms[form];
        let pages = &self.pages[own.pages];
        let drawn = draw(pages, &pages.pages[own.page], dpi);
        let mut sheet =
            Sheet { width: drawn.width, height: drawn.height, dpi, pixels: drawn.pixels };
        if let Some(folder) = &self.print {
            let other = sheet::load(&folder.join(format!("form-{form}-{dpi}.png")), dpi);
            assert_eq!((other.width, other.height), (sheet.width, sheet.height), "form {form}");
            sheet = other;
        }
        sheet
    }

    /// Keeps all pages as pictures, and where their boxes are.
    pub fn write(&self, folder: &Path) {
        let pages: Vec<_> = self
            .forms
            .iter()
            .enumerate()
            .map(|(at, form)| {
                let sizes: Vec<_> = RESOLUTIONS
                    .iter()
                    .zip(0..)
                    .map(|(dpi, resolution)| {
                        let sheet = self.sheet(at, resolution);
                        sheet.save(&folder.join(format!("form-{at}-{dpi}.png")));
                        serde_json::json!([dpi, sheet.width, sheet.height])
                    })
                    .collect();
                let boxes = |row: &Vec<PrintedBox>| -> Vec<_> {
                    row.iter().map(|own| [own.at.x, own.at.y, own.side]).collect()
                };
                let rows: Vec<_> = form.rows.iter().map(boxes).collect();
                serde_json::json!({ "sizes": sizes, "rows": rows })
            })
            .collect();
        std::fs::write(folder.join("forms.json"), serde_json::json!(pages).to_string()).unwrap();
    }
}

/// The boxes of a page, row by row: a choice is a row, and a single box is one of its own.
fn rows(pages: &Pages, page: usize) -> Vec<Vec<PrintedBox>> {
    let mut rows: BTreeMap<usize, Vec<PrintedBox>> = BTreeMap::new();
    let mm = |length: Pt| f64::from(length.0) * 25.4 / 72.0;
    for item in &pages.pages[page].items {
        let Mark::Widget(widget) = &item.mark else { continue };
        let kind = &pages.fields[widget.field.0].kind;
        if matches!(kind, FieldKind::Choice { .. } | FieldKind::Check { .. }) {
            let at = Point { x: mm(item.at.x), y: mm(item.at.y) };
            let side = mm(widget.size.width);
            rows.entry(widget.field.0).or_default().push(PrintedBox { at, side });
        }
    }
    rows.into_values().collect()
}
