//! What is fuzzed: each place at which a stranger's text enters the program, as a function of that text.
//!
//! A function fails by a panic, by taking too long or by taking too much memory. What a text is told, it is told in the words
//! that a person would see, so that no place in it can be pointed at wrongly.

use std::sync::Arc;

use interview_kit::bank;
use interview_kit::bank::{import, review};
use interview_kit::base::diagnostic::{Checked, Diagnostic, Rejected};
use interview_kit::base::page_words::PageWords;
use interview_kit::base::source::{Source, SourceId, Sources};
use interview_kit::base::unit::{Language, Minutes, Paper, TextSize};
use interview_kit::cli::report;
use interview_kit::collect::{
    self, DatedRecord, Kit, Kits, Prefer, ReturnedFile, form as filled_in, paper,
};
use interview_kit::document;
use interview_kit::packet::brand as kit_brand;
use interview_kit::packet::template::{Templates, UserTemplate};
use interview_kit::packet::{
    Content, InterviewDetails, Setting, View, document as kind, locale, lock, roster,
};
use interview_kit::print::layout::typeset;
use interview_kit::print::logo::{read_png, read_svg};
use interview_kit::print::{BrandStyle, FontFamily, Fonts, Style, pdf};
use interview_kit::scan::decode::PictureKind;
use interview_kit::scan::{Gray, find};
use interview_kit::select::{Criteria, select};

fn source(name: &str, text: &str) -> (Sources, SourceId) {
    let mut sources = Sources::new();
    let id = sources.add(Source { name: name.to_owned(), text: text.to_owned() });
    (sources, id)
}

/// What was read, after everything that there is to say of it has been put into words.
fn told<T>(sources: &Sources, read: Checked<T>) -> Option<T> {
    let (diagnostics, value) = match read {
        Ok(accepted) => (accepted.warnings, Some(accepted.value)),
        Err(rejected) => (rejected.diagnostics().to_vec(), None),
    };
    say(sources, &diagnostics);
    value
}

/// Puts faults into the words that a person would see.
fn say(sources: &Sources, diagnostics: &[Diagnostic]) {
    let words = report::render(sources, diagnostics, false);
    assert_eq!(words.is_empty(), diagnostics.is_empty(), "each fault has words");
}

/// A bank: read, reviewed, and made into a kit for half an hour.
pub fn bank(text: &str) {
    let (sources, id) = source("bank.yaml", text);
    let read = bank::load_with_spans(&sources, &[id]);
    let Some((bank, places)) = told(&sources, read) else { return };
    let findings = review::review(&bank, &places);
    say(&sources, &findings);
    let half_an_hour = Criteria { minutes: Some(Minutes(30)), ..Criteria::default() };
    let Ok(selection) = select(&bank, &half_an_hour) else { return };
    let details = InterviewDetails::default();
    let content = Content::of_interview(&selection, &half_an_hour);
    let kit = View::of_interview(&content, Setting::plain(&content, &details));
    let kit = kit.expect("the built-in messages can be put together");
    let mut sources = Sources::new();
    let Ok(templates) = Templates::built_in(&mut sources) else { return };
    let rendered = templates.render(kind("guide").expect("it is in the table"), &kit, &sources);
    // A template that was written here makes of every bank what the next room reads without a fault.
    let guide = rendered.expect("the built-in template takes every bank");
    let (sources, id) = source("guide.md", &guide);
    assert!(
        document::parse(&sources, id, &english_words).is_ok(),
        "the guide of a bank is Markdown of ours:\n{guide}"
    );
}

/// The words beside the text of documents that bring none of their own.
fn english_words(_: &Language) -> Result<PageWords, Rejected> {
    Ok(locale::english().page_words()?)
}

/// A guide as Markdown.
pub fn document(text: &str) {
    let (sources, id) = source("guide.md", text);
    told(&sources, document::parse(&sources, id, &english_words));
}

/// A filled-in document, with and without the one that was built.
pub fn returned_markdown(text: &str) {
    let file = ReturnedFile { path: "returned.md", bytes: text.as_bytes() };
    let Ok(read) = collect::markdown::read(&file, &Kits::default()) else { return };
    let Ok(kit) = Kit::of(read.clone(), Some(text.to_owned())) else { return };
    let again = collect::markdown::read(&file, &Kits::from_iter([kit]));
    assert_eq!(again.as_ref(), Ok(&read), "a document is what it was built as");
}

/// A guide as Markdown, all the way to the PDF, which is what comes back.
pub fn packet(text: &str) -> Option<Vec<u8>> {
    let (sources, id) = source("guide.md", text);
    let document = told(&sources, document::parse(&sources, id, &english_words))?;
    let paper = document.front.paper.unwrap_or(Paper::A4);
    let set = typeset(&document, &Style::new(paper, TextSize::Regular), &Fonts::built_in());
    say(&sources, &set.warnings);
    Some(pdf::write(&set.value.to_pages(), None).expect("every page can be written"))
}

/// A roster, as CSV and as YAML.
pub fn roster(text: &str) {
    for name in ["roster.csv", "roster.yaml"] {
        let (sources, id) = source(name, text);
        let Some(roster) = told(&sources, roster::read(&sources, id)) else { continue };
        for row in roster.rows {
            say(&sources, &row.faults);
            say(&sources, &[Diagnostic::error("row", "here").at(row.places.of("candidate"))]);
        }
    }
}

/// A frozen kit.
pub fn lock(text: &str) {
    let (sources, id) = source("kit.lock", text);
    told(&sources, lock::read(&sources, id));
}

/// The front matter of a guide.
pub fn front_matter(text: &str) {
    document(&format!("---\n{text}\n---\n\n# Guide\n"));
}

/// A user's own template of a guide, in place of the built-in one.
pub fn template(text: &str) {
    let mut sources = Sources::new();
    let id = sources.add(bank::built_in());
    let bank = bank::load(&sources, &[id]).expect("the built-in bank is sound").value;
    let criteria = Criteria::default();
    let selection = select(&bank, &criteria).expect("it holds questions");
    let (content, details) =
        (Content::of_interview(&selection, &criteria), InterviewDetails::default());
    let kit = View::of_interview(&content, Setting::plain(&content, &details));
    let kit = kit.expect("the built-in messages can be put together");
    let own = UserTemplate {
        name: "guide.md".into(),
        path: "own/guide.md".into(),
        text: text.to_owned(),
    };
    let templates = Templates::with_own(&mut sources, vec![own]);
    let Some(templates) = told(&sources, templates) else { return };
    match templates.render(kind("guide").expect("it is in the table"), &kit, &sources) {
        Ok(guide) => document(&guide),
        Err(rejected) => say(&sources, rejected.diagnostics()),
    }
}

/// A brand file.
pub fn brand(text: &str) {
    let (sources, id) = source("_brand.yml", text);
    told(&sources, kit_brand::read(&sources, id));
}

/// A logo: a PNG image or an SVG drawing, all the way to a page that shows it.
pub fn logo(bytes: &[u8]) {
    let logo = if bytes.starts_with(b"\x89PNG") {
        let Ok(logo) = read_png(bytes, "logo") else { return };
        logo
    } else {
        let (sources, id) = source("logo.svg", &String::from_utf8_lossy(bytes));
        let Some(logo) = told(&sources, read_svg(&sources, id, "logo")) else { return };
        logo
    };
    let brand = BrandStyle { logo: Some(Arc::new(logo)), ..BrandStyle::default() };
    let style = Style::new(Paper::A4, TextSize::Regular).branded(&brand, TextSize::Regular);
    print_page(&style, &Fonts::built_in()).expect("every logo that is read can be written");
}

/// A font file, all the way to a page that is set in it.
pub fn font(bytes: &[u8]) {
    let fonts = Fonts::built_in();
    let Ok(face) = fonts.read(bytes.to_vec(), 0) else { return };
    if pdf::check_font(face.face()).is_err() {
        return;
    }
    let family = FontFamily::new(vec![face]);
    let fonts = fonts.branded(family.as_ref(), None);
    let style = Style::new(Paper::A4, TextSize::Regular);
    // A font may have glyphs that cannot be embedded, which is told.
    if let Err(error) = print_page(&style, &fonts) {
        assert!(matches!(error, pdf::PdfError::Font { .. }), "{error}");
    }
}

/// A page with some of everything that a brand changes.
fn print_page(style: &Style, fonts: &Fonts) -> Result<Vec<u8>, pdf::PdfError> {
    let text = "# Affiné 12\n\n*Say it:* **To Ava**, 3 × 4\n\n- [ ] box ____\n";
    let (sources, id) = source("guide.md", text);
    let document = document::parse(&sources, id, &english_words).expect("it is sound").value;
    pdf::write(&typeset(&document, style, fonts).value.to_pages(), None)
}

/// A question pack as plain text. The bank file that is made of it must be one that is read without a fault of form.
pub fn pack(text: &str) {
    let (sources, id) = source("pack.txt", text);
    let Some(imported) = told(&sources, import::read(&sources, id)) else { return };
    let bank = import::bank_file(&imported.pack, "pack.txt");
    let (sources, id) = source("bank.yaml", &bank);
    let Err(rejected) = bank::load(&sources, &[id]) else { return };
    for diagnostic in rejected.diagnostics() {
        assert_ne!(
            diagnostic.code,
            "yaml",
            "{}\n{bank}",
            report::render(&sources, rejected.diagnostics(), false)
        );
    }
}

/// A form that came back: a PDF, FDF or XFDF. What is refused is told in words.
pub fn form(bytes: &[u8]) {
    let file = ReturnedFile { path: "form.pdf", bytes };
    if !filled_in::is_form(bytes) {
        return;
    }
    for document in filled_in::read(&file, &Kits::default()) {
        match document {
            Ok(document) => {
                let record = collect::assemble("form.pdf", "", document);
                let found = vec![DatedRecord { record, changed: None, is_blank: false }];
                let records = collect::settle(found, Vec::new(), &Prefer::Nothing);
                let boxes = records.records.iter().flat_map(|it| &it.questions);
                let boxes: usize = boxes.map(|it| it.rubric.len() + it.watch_for.len()).sum();
                assert!(boxes <= bytes.len() + 10_000, "{boxes} boxes of {} bytes", bytes.len());
            }
            Err(fault) => assert!(!fault.message.is_empty() && !fault.help.is_empty()),
        }
    }
}

/// A scan: a picture, or a PDF of pictures. What cannot be decoded is told in words.
pub fn picture(bytes: &[u8]) {
    let look = |decoded: Result<Gray, String>| match decoded {
        Ok(picture) => {
            drop(paper::read_page(&picture, paper::PaperKind::Originals, &Kits::default()))
        }
        Err(message) => assert!(!message.is_empty()),
    };
    if let Some(kind) = PictureKind::of(bytes) {
        kind.pages(bytes, &mut |decode| {
            look(decode().map_err(|fault| filled_in::fault_of(&fault).message));
        });
    } else if let Err(fault) = filled_in::page_pictures(bytes, &mut |decode| {
        look(decode().map_err(|fault| fault.message));
    }) {
        assert!(!fault.message.is_empty() && !fault.help.is_empty());
    }
}

/// The code of a page, as a printer may have smeared it: each byte is how dark a module is.
pub fn page_code(bytes: &[u8]) {
    // A4 at 100 dots per inch. Lengths are in hundredths of a millimeter.
    let dots = |length: usize| length * 100 / 2540;
    let (width, height) = (dots(21_000), dots(29_700));
    let mut pixels = vec![255; width * height];
    let mut paint = |x: usize, y: usize, side: usize, gray: u8| {
        for row in dots(y)..dots(y + side) {
            pixels[row * width + dots(x)..row * width + dots(x + side)].fill(gray);
        }
    };
    for (x, y) in [(1_000, 1_000), (19_400, 1_000), (19_400, 28_100), (1_000, 28_100)] {
        paint(x, y, 600, 0);
    }
    for (at, gray) in bytes.iter().take(256).enumerate() {
        paint(17_800 + at % 16 * 75, 1_000 + at / 16 * 75, 75, *gray);
    }
    let picture = Gray::new(width, height, pixels).expect("so many pixels were made");
    if let Ok(found) = find(&picture) {
        assert_eq!(found.code.to_string().parse(), Ok(found.code));
    }
}
