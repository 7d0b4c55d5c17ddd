//! How long each stage takes, from the bank to the PDF: `cargo bench`.
#![expect(
    clippy::disallowed_methods,
    clippy::format_collect,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a bench that cannot go on ends, and may be plainer than the program"
)]

use divan::Bencher;
use interview_kit::bank::{self, Bank};
use interview_kit::base::diagnostic::Rejected;
use interview_kit::base::page_words::PageWords;
use interview_kit::base::source::{Source, SourceId, Sources};
use interview_kit::base::unit::{Language, Paper, TextSize};
use interview_kit::document::{self, Document};
use interview_kit::packet::template::Templates;
use interview_kit::packet::{Content, InterviewDetails, Setting, View, document as kind, locale};
use interview_kit::print::frame::{Artifact, Mark, Owner, Pages};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style, pdf};
use interview_kit::select::{Criteria, select};

#[path = "../tests/it/many.rs"]
mod many;

fn main() {
    divan::main();
}

const COUNTS: [usize; 3] = [18, 180, 1800];

fn source(count: usize) -> (Sources, SourceId) {
    let mut sources = Sources::new();
    let text = many::bank_of(count);
    let id = sources.add(Source { name: "bench.yaml".to_owned(), text });
    (sources, id)
}

fn bank(count: usize) -> Bank {
    let (sources, id) = source(count);
    bank::load(&sources, &[id]).unwrap().value
}

/// Passes the view of a bank's kit on.
fn with_view<T>(bank: &Bank, then: impl FnOnce(&View<'_>) -> T) -> T {
    let (criteria, details) = (Criteria::default(), InterviewDetails::default());
    let selection = select(bank, &criteria).unwrap();
    let content = Content::of_interview(&selection, &criteria);
    then(&View::of_interview(&content, Setting::plain(&content, &details)).unwrap())
}

fn guide(count: usize) -> (Sources, SourceId) {
    let mut sources = Sources::new();
    let templates = Templates::built_in(&mut sources).unwrap();
    let render =
        |view: &View<'_>| templates.render(kind("guide").unwrap(), view, &sources).unwrap();
    let text = with_view(&bank(count), render);
    let mut sources = Sources::new();
    let id = sources.add(Source { name: "guide.md".to_owned(), text });
    (sources, id)
}

/// The words beside the text of documents that bring none of their own.
fn english_words(_: &Language) -> Result<PageWords, Rejected> {
    Ok(locale::english().page_words()?)
}

fn parsed(count: usize) -> Document {
    let (sources, id) = guide(count);
    document::parse(&sources, id, &english_words).unwrap().value
}

fn pages(count: usize) -> Pages {
    typeset(&parsed(count), &Style::new(Paper::A4, TextSize::Regular), &Fonts::built_in())
        .value
        .to_pages()
}

#[divan::bench(args = COUNTS)]
fn a_load_bank(bencher: Bencher<'_, '_>, count: usize) {
    let (sources, id) = source(count);
    bencher.bench(|| bank::load(&sources, &[id]));
}

#[divan::bench(args = COUNTS)]
fn b_render_template(bencher: Bencher<'_, '_>, count: usize) {
    let mut sources = Sources::new();
    let templates = Templates::built_in(&mut sources).unwrap();
    with_view(&bank(count), |view| {
        bencher.bench(|| templates.render(kind("guide").unwrap(), view, &sources));
    });
}

#[divan::bench(args = COUNTS)]
fn c_parse_markdown(bencher: Bencher<'_, '_>, count: usize) {
    let (sources, id) = guide(count);
    bencher.bench(|| document::parse(&sources, id, &english_words));
}

#[divan::bench(args = COUNTS)]
fn d_typeset(bencher: Bencher<'_, '_>, count: usize) {
    let (document, style, fonts) =
        (parsed(count), Style::new(Paper::A4, TextSize::Regular), Fonts::built_in());
    bencher.bench(|| typeset(&document, &style, &fonts));
}

#[divan::bench(args = COUNTS)]
fn e_write_pdf(bencher: Bencher<'_, '_>, count: usize) {
    let pages = pages(count);
    bencher.bench(|| pdf::write(&pages, None));
}

/// The same pages as ink alone, without structure and fields: what those two cost is the difference.
#[divan::bench(args = COUNTS)]
fn f_write_pdf_as_ink_alone(bencher: Bencher<'_, '_>, count: usize) {
    let mut pages = pages(count);
    for page in &mut pages.pages {
        page.items.retain(|item| !matches!(item.mark, Mark::Widget(_) | Mark::Link(_)));
        for item in &mut page.items {
            item.owner = Owner::Artifact(Artifact::Header);
        }
    }
    pages.fields.clear();
    pages.elements.truncate(1);
    bencher.bench(|| pdf::write(&pages, None));
}

/// The whole program on a roster of 200: a guide for each row as PDF and as Markdown, written into a folder.
#[divan::bench(args = [18, 6], sample_count = 10)]
fn g_roster_of_200(bencher: Bencher<'_, '_>, questions: usize) {
    let folder = tempfile::tempdir().unwrap();
    let roster = folder.path().join("roster.csv");
    let rows: String = (0..200).map(|row| format!("Candidate {row}\n")).collect();
    std::fs::write(&roster, format!("candidate\n{rows}")).unwrap();
    let out = folder.path().join("out");
    let words = ["interview-kit", "build", "--quiet", "--force", "--limit"].map(Into::into);
    let words = words.into_iter().chain([questions.to_string().into()]);
    let words = words.chain(["--roster".into(), roster.into(), "-o".into(), out.clone().into()]);
    let words: Vec<std::ffi::OsString> = words.collect();
    bencher.counter(divan::counter::ItemsCount::new(200_usize)).bench_local(|| {
        // What is there already is left alone, which would be another thing to measure.
        let _ = std::fs::remove_dir_all(&out);
        interview_kit::run(words.clone())
    });
}

#[divan::bench]
fn templates_built_in() -> bool {
    Templates::built_in(&mut Sources::new()).is_ok()
}

#[divan::bench]
fn fonts_built_in() -> Fonts {
    Fonts::built_in()
}
