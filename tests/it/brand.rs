//! Packets in a brand: where the brand comes from, and that it changes how pages look and nothing else.

use std::sync::Arc;

use interview_kit::base::facts::KnownDetails;
use interview_kit::base::unit::{Mm, Paper, Pt, Rgb, TextSize};
use interview_kit::document::{Document, KitCode, PageIdentity};
use interview_kit::print::frame::{Ink, Logo, Mark, Owner, Pages, Role};
use interview_kit::print::layout::typeset;
use interview_kit::print::logo::read_svg;
use interview_kit::print::{BrandStyle, FontFamily, Fonts, Style, pdf};
use skrifa::FontRef;
use skrifa::raw::TableProvider;

use crate::font_files::{FontFile, outline};
use crate::geometry::is_sound;
use crate::support::{Test, flat, opens_without_complaint, parse, sources, tool};

const LOGO: &str = include_str!("../../examples/brand/logo.svg");
const TEAL: Ink = Ink::Rgb(Rgb { red: 0x0B, green: 0x4F, blue: 0x6C });

fn logo() -> Arc<Logo> {
    let (sources, id) = sources(LOGO, "logo.svg");
    Arc::new(read_svg(&sources, id, "Larkfield").unwrap().value)
}

fn brand() -> BrandStyle {
    BrandStyle { accent: Some(TEAL), logo: Some(logo()), ..BrandStyle::default() }
}

/// A document of a packet.
fn document(markdown: &str, has_marks: bool) -> Document {
    let mut document = parse(markdown);
    document.front.kit = Some(KitCode { code: "SFTZ-6F9R".to_owned(), is_edited: false });
    let (document_id, packet) = ("guide".to_owned(), "3F9TQ".to_owned());
    document.front.identity = Some(PageIdentity {
        document: document_id,
        packet,
        has_marks,
        details: KnownDetails::default(),
    });
    document
}

fn set(document: &Document, brand: &BrandStyle, paper: Paper, text: TextSize) -> Pages {
    let style = Style::new(paper, text).branded(brand, text);
    typeset(document, &style, &Fonts::built_in()).value.to_pages()
}

const GUIDE: &str = "<!-- style: cover-title -->\n\n# AppSec Manager interview\n\n*Guide*\n\n<!-- style: script -->\n\n> Hello.\n\n\
                     ## Notes\n\n```notes\n\n\n```\n";
const FORM: &str = "<!-- style: form-title -->\n\n# Scorecard\n\ntext\n";

#[test]
fn the_first_page_of_a_branded_document_is_as_it_was_looked_at() {
    let pages = set(&document(GUIDE, true), &brand(), Paper::A4, TextSize::Regular);
    is_sound(&pages);
    insta::assert_snapshot!(pages.to_string());
}

/// What a page says, and what is filled in on it.
fn said(pages: &Pages) -> (String, Vec<String>) {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let texts = items.filter_map(|item| match &item.mark {
        Mark::Text(text) => Some(text.run.text.clone()),
        _ => None,
    });
    (
        flat(&texts.collect::<Vec<_>>().join(" ")),
        pages.fields.iter().map(|field| format!("{field:?}")).collect(),
    )
}

#[test]
fn color_and_logo_carry_nothing_that_is_not_there_without_them() {
    for (paper, text) in [(Paper::A4, TextSize::Regular), (Paper::Letter, TextSize::Large)] {
        for document in [document(GUIDE, true), document(GUIDE, false), document(FORM, true)] {
            let plain = set(&document, &BrandStyle::default(), paper, text);
            let branded = set(&document, &brand(), paper, text);
            assert_eq!(said(&plain), said(&branded));
            assert_eq!(plain.pages.len(), branded.pages.len());
        }
    }
}

#[test]
fn the_accent_is_the_ink_of_headings_the_bar_and_the_rule_of_a_script_only() {
    let pages = set(&document(GUIDE, true), &brand(), Paper::A4, TextSize::Regular);
    let mut fills = 0;
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let is_heading = match item.owner {
            Owner::Element(id) => matches!(pages.elements[id.index()].role, Role::Heading(_)),
            Owner::Artifact(_) => false,
        };
        match &item.mark {
            Mark::Text(text) => assert_eq!(text.ink == TEAL, is_heading, "{text:?}"),
            Mark::Fill { ink, .. } if *ink == TEAL => fills += 1,
            Mark::Line { ink, .. } => assert_ne!(*ink, TEAL),
            _ => {}
        }
    }
    // The bar, and the rule.
    assert_eq!(fills, 2);
}

/// The area of the logo: left, top, right and bottom, in millimeters.
fn logo_area(pages: &Pages) -> [f32; 4] {
    let mut logos =
        pages.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.mark {
            Mark::Logo(size) => Some((item.at, *size)),
            _ => None,
        });
    let (at, size) = logos.next().expect("a logo");
    assert!(logos.next().is_none(), "one logo a document");
    [at.x, at.y, at.x + size.width, at.y + size.height].map(|it| it.0 / Pt::from(Mm(1.0)).0)
}

#[test]
fn the_logo_is_beside_the_title_and_moves_no_text() {
    // In large print, a long title has more lines beside a logo.
    let short = &GUIDE.replace("AppSec Manager interview", "Your interview");
    for (markdown, text) in
        [(GUIDE, TextSize::Regular), (FORM, TextSize::Regular), (short, TextSize::Large)]
    {
        for has_marks in [true, false] {
            let document = document(markdown, has_marks);
            let pages = set(&document, &brand(), Paper::A4, text);
            let [left, top, right, bottom] = logo_area(&pages);
            assert!(
                right - left <= 45.01 && bottom - top <= 14.01,
                "{left} {top} {right} {bottom}"
            );
            if markdown == FORM {
                assert!(top >= 9.99 && bottom <= 18.01 && right < 190.01, "{top} {bottom} {right}");
            } else {
                assert!((right - 190.0).abs() < 0.01 && top >= 24.4, "{top} {right}");
            }
            let plain = set(&document, &BrandStyle::default(), Paper::A4, text);
            let tops = |pages: &Pages| -> Vec<String> {
                let items = pages.pages.iter().flat_map(|page| &page.items);
                let texts = items.filter(|item| matches!(item.mark, Mark::Text(_)));
                texts.map(|item| format!("{:.1}", item.at.y.0)).collect()
            };
            assert_eq!(tops(&plain), tops(&pages));
            is_sound(&pages);
        }
    }
}

#[test]
fn the_logo_is_at_the_left_where_a_document_or_its_title_runs_from_right_to_left() {
    for (lang, title, is_left) in [
        ("en", "Interview", false),
        ("en", "ריאיון", true),
        ("he", "ריאיון", true),
        ("he", "Interview", true),
    ] {
        let guide = GUIDE.replace("AppSec Manager interview", title);
        let document = parse(&format!("---\nlang: {lang}\n---\n\n{guide}"));
        let pages = set(&document, &brand(), Paper::A4, TextSize::Regular);
        let [left, _, right, _] = logo_area(&pages);
        let (edge, margin) = if is_left { (left, 20.0) } else { (right, 190.0) };
        assert!((edge - margin).abs() < 0.01, "{lang} {title}: {left} to {right}");
        is_sound(&pages);
    }
}

#[test]
fn a_document_without_a_title_leaves_a_band_for_the_logo() {
    let pages = set(&parse("text\n\nmore\n"), &brand(), Paper::A4, TextSize::Regular);
    let [_, _, _, bottom] = logo_area(&pages);
    let first = pages.pages[0].items.iter().find(|item| matches!(item.mark, Mark::Text(_)));
    assert!(first.unwrap().at.y > Pt::from(Mm(bottom)));
}

#[test]
fn measures_of_a_brand_change_the_pages_and_never_make_large_print_smaller() {
    let brand = BrandStyle {
        side: Some(Mm(25.0).into()),
        top: Some(Mm(30.0).into()),
        bottom: Some(Mm(30.0).into()),
        text_size: Some(Pt(9.5)),
        note_spacing: Some(Mm(6.5).into()),
        ..BrandStyle::default()
    };
    let style = |text| Style::new(Paper::A4, text).branded(&brand, text);
    let (regular, large) = (style(TextSize::Regular), style(TextSize::Large));
    assert_eq!((regular.side, regular.body.size), (Mm(25.0).into(), Pt(9.5)));
    assert_eq!(regular.notes.ruling, Mm(6.5).into());
    let designed = Style::new(Paper::A4, TextSize::Large);
    assert_eq!((large.body.size, large.notes.ruling), (designed.body.size, designed.notes.ruling));
    assert_eq!(large.top, Mm(30.0).into());
}

#[test]
fn a_file_with_a_logo_tags_it_as_a_figure_with_its_text_and_takes_little_more_room() {
    let document = document(GUIDE, true);
    let write = |brand: &BrandStyle| {
        pdf::write(&set(&document, brand, Paper::A4, TextSize::Regular), None).unwrap()
    };
    let (plain, branded) = (write(&BrandStyle::default()), write(&brand()));
    assert_eq!(branded, write(&brand()), "the same bytes every time");
    assert!(branded.len() < plain.len() + 15 * 1024, "{} and {}", plain.len(), branded.len());
    let file = lopdf::Document::load_mem(&branded).unwrap();
    let figures = file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|dict| {
        dict.get(b"S").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Figure")
    });
    let figures: Vec<_> = figures.collect();
    let [figure] = figures.as_slice() else { panic!("one figure: {figures:?}") };
    assert_eq!(figure.get(b"Alt").unwrap().as_str().unwrap(), b"Larkfield");
    assert!(figure.get(b"A").is_ok(), "{figure:?}");
}

const BANK: &str = include_str!("../../examples/support-desk.yaml");
const SMALL: &str = "--limit 1 --documents candidate-sheet --format pdf --dry-run --json";

/// The paper of a kit: each brand of the test has another.
#[track_caller]
fn paper(test: &Test, line: &str) -> String {
    let manifest: serde_json::Value = serde_json::from_str(&test.run(line).ok().out).unwrap();
    manifest["options"]["paper"].as_str().unwrap().to_owned()
}

const LETTER: &str = "defaults: { interview-kit: { paper: letter } }\n";
const A4: &str = "defaults: { interview-kit: { paper: a4 } }\n";

#[test]
fn the_command_line_counts_more_than_the_bank_and_the_bank_more_than_the_file_beside_it() {
    let named = format!("brand: own.yml\n{BANK}");
    let test = Test::new().file("bank.yaml", BANK).file("named.yaml", &named);
    let test = test.file("own.yml", A4).file("letter.yml", LETTER);
    assert_eq!(paper(&test, &format!("build --bank bank.yaml {SMALL}")), "a4");
    let test = test.file("_brand.yml", LETTER);
    assert_eq!(paper(&test, &format!("build --bank bank.yaml {SMALL}")), "letter");
    assert_eq!(paper(&test, &format!("build --bank bank.yaml --no-brand {SMALL}")), "a4");
    assert_eq!(paper(&test, &format!("build --bank bank.yaml --paper a4 {SMALL}")), "a4");
    assert_eq!(paper(&test, &format!("build --bank named.yaml {SMALL}")), "a4");
    assert_eq!(
        paper(&test, &format!("build --bank named.yaml --brand letter.yml {SMALL}")),
        "letter"
    );
    // The built-in bank is no file, and nothing is beside it.
    assert_eq!(paper(&test, &format!("build {SMALL}")), "a4");
}

#[test]
fn banks_with_different_brands_are_refused_and_a_brand_is_no_part_of_the_kit_code() {
    let one = format!("brand: one.yml\n{BANK}");
    let test = Test::new().file("one.yaml", &one).file("two.yaml", "").file("one.yml", A4);
    let code = |line: &str| {
        let manifest: serde_json::Value = serde_json::from_str(&test.run(line).ok().out).unwrap();
        manifest["files"][0]["code"].clone()
    };
    let plain = Test::new().file("one.yaml", BANK);
    let other: serde_json::Value =
        serde_json::from_str(&plain.run(&format!("build --bank one.yaml {SMALL}")).ok().out)
            .unwrap();
    assert_eq!(code(&format!("build --bank one.yaml {SMALL}")), other["files"][0]["code"]);
    let second = BANK.replacen("id: ", "id: b-", 1);
    std::fs::write(test.path("two.yaml"), format!("brand: two.yml\n{second}")).unwrap();
    let refused = test.run(&format!("build --bank one.yaml --bank two.yaml {SMALL}"));
    assert_eq!(refused.code, 2, "{}", refused.err);
    assert!(refused.err.contains("different brands: one.yml and two.yml"), "{}", refused.err);
}

#[test]
fn what_a_brand_names_and_cannot_be_used_is_told_at_its_place() {
    let brand = "meta: { name: A }\nlogo: missing.svg\ntypography:\n  base: no.ttf\n  headings: No Such Family At All\n";
    let test = Test::new().file("b.yml", brand).file("no.ttf", "this is not a font");
    std::fs::write(test.path("photo.jpg"), b"\xFF\xD8\xFF\xE0").unwrap();
    let test = test.file("jpeg.yml", "meta: { name: A }\nlogo: photo.jpg\n");
    let test = test.file("svg.yml", "meta: { name: A }\nlogo: bad.svg\n").file(
        "bad.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\n<text>A</text></svg>",
    );
    let mut told = String::new();
    for name in ["b.yml", "jpeg.yml", "svg.yml", "none.yml"] {
        let ran = test.run(&format!("build --brand {name} --limit 1 --format pdf -o out"));
        assert_eq!(ran.code, 1);
        told += &ran
            .err
            .replace("The system cannot find the file specified.", "No such file or directory");
    }
    assert!(!test.path("out").exists());
    let ran = test.run("build --brand b.yml --format md -o out");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(told + &ran.err);
}

#[test]
fn the_sample_brand_makes_packets_that_other_programs_read() {
    let test = Test::new().file("logo.svg", LOGO);
    let test = test.file("_brand.yml", include_str!("../../examples/brand/_brand.yml"));
    let ran = test
        .run(
            "panel --size 2 --minutes 45 --brand _brand.yml --collate --format pdf -o out --name k",
        )
        .ok();
    assert_eq!(
        ran.err.lines().filter(|line| line.starts_with("warning")).count(),
        0,
        "{}",
        ran.err
    );
    let file = test.path("out/k-packet.pdf");
    opens_without_complaint(&file);
    if let Some(text) =
        tool("mutool", &["draw", "-F", "txt", "-o", "-", file.to_str().unwrap(), "1"])
    {
        assert!(text.contains("Interview plan"), "{text}");
    }
}

const SANS: &[u8] = include_bytes!("../../assets/fonts/KitSans-Regular.ttf");
const MONO: &[u8] = include_bytes!("../../assets/fonts/KitMono-Regular.ttf");

/// The names of the fonts of each text.
fn fonts_of(markdown: &str, fonts: &Fonts) -> Vec<(String, String)> {
    let style = Style::new(Paper::A4, TextSize::Regular);
    let set = typeset(&parse(markdown), &style, fonts);
    assert_eq!(set.warnings, []);
    let pages = set.value.to_pages();
    pdf::write(&pages, None).unwrap();
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let texts = items.filter_map(|item| match &item.mark {
        Mark::Text(text) => {
            Some((text.run.text.trim().to_owned(), pages.faces[text.face.0].name.clone()))
        }
        _ => None,
    });
    texts.filter(|(text, _)| !text.is_empty()).collect()
}

#[test]
fn a_font_of_a_brand_sets_what_it_can_and_the_built_in_fonts_set_the_rest() {
    let fonts = Fonts::built_in();
    let family = || FontFamily::new(vec![fonts.read(MONO.to_vec(), 0).unwrap()]).unwrap();
    assert_eq!(family().lacks(), ["semibold or bold", "italic"]);
    let text = "# Head\n\nplain **strong** *slanted* \u{21D}\n";
    let name = |fonts: &Fonts, wanted: &str| {
        let all = fonts_of(text, fonts);
        all.iter().find(|(text, _)| text == wanted).unwrap_or_else(|| panic!("{all:?}")).1.clone()
    };
    let headings = fonts.clone().branded(None, Some(&family()));
    assert_eq!(name(&headings, "Head"), "KitMono-Regular");
    assert_eq!(name(&headings, "plain"), "KitSans-Regular");
    let both = fonts.clone().branded(Some(&family()), None);
    // Headings are set in the font of running text if they have none of their own.
    assert_eq!(name(&both, "Head"), "KitMono-Regular");
    assert_eq!(name(&both, "plain"), "KitMono-Regular");
    assert_eq!(name(&both, "strong"), "KitSans-Semibold");
    assert_eq!(name(&both, "slanted"), "KitSans-Italic");
    assert_eq!(name(&both, "\u{21D}"), "KitSans-Regular");
}

/// The offset of a table of a font (OpenType, “Table Directory”).
fn table(font: &[u8], tag: [u8; 4]) -> (usize, usize) {
    let entry = font[12..].chunks(16).position(|entry| entry.starts_with(&tag)).unwrap() * 16 + 12;
    let offset = u32::from_be_bytes(font[entry + 8..entry + 12].try_into().unwrap());
    (entry, usize::try_from(offset).unwrap())
}

#[test]
fn a_font_that_cannot_or_must_not_be_embedded_is_refused() {
    let fonts = Fonts::built_in();
    let told = |bytes: Vec<u8>| fonts.read(bytes, 0).map(drop).unwrap_err().message;
    let changed = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut font = SANS.to_vec();
        change(&mut font);
        font
    };
    let (_, os2) = table(SANS, *b"OS/2");
    for (rights, is_refused) in
        [(0x0002, true), (0x0100, true), (0x0200, true), (0x0004, false), (0x000A, false)]
    {
        let font =
            changed(&|font| font[os2 + 8..os2 + 10].copy_from_slice(&u16::to_be_bytes(rights)));
        let read = fonts.read(font, 0);
        assert_eq!(read.is_err(), is_refused, "{rights:04X}");
    }
    assert!(
        told(changed(&|font| font[os2 + 8..os2 + 10].copy_from_slice(&[0, 2]))).contains("license")
    );
    let (gasp, _) = table(SANS, *b"gasp");
    assert!(
        told(changed(&|font| font[gasp..gasp + 4].copy_from_slice(b"fvar"))).contains("variable")
    );
    let (glyf, _) = table(SANS, *b"glyf");
    assert!(
        told(changed(&|font| font[glyf..glyf + 4].copy_from_slice(b"glyg"))).contains("outlines")
    );
    assert!(told(b"wOF2....".to_vec()).contains("web pages"));
    assert!(told(Vec::new()).contains("not a font"));
    assert!(told(SANS[..4000].to_vec()).len() > 5);
    assert!(fonts.read(SANS.to_vec(), 1).is_err());
}

#[test]
fn a_family_that_is_installed_is_found_by_its_name() {
    let test =
        Test::new().file("b.yml", "typography: { base: kit mono }\n").file("g.md", "# Head\n");
    let (variable, home) = crate::support::install_font(&test, "mono.ttf", MONO);
    let line = ["typeset", "g.md", "-o", "g.pdf", "--brand", "b.yml"];
    let mut command = test.command(line);
    let ran = crate::support::Ran::of(command.env(variable, home).output().unwrap()).ok();
    assert!(ran.err.contains("has no italic face"), "{}", ran.err);
    if let Some(fonts) = tool("pdffonts", &[test.path("g.pdf").to_str().unwrap()]) {
        assert!(fonts.contains("KitMono"), "{fonts}");
    }
}

/// A font of the family “Acme”, with its weight and its rights (OpenType, “OS/2”, `usWeightClass` and `fsType`).
fn of_acme(weight: u16, rights: u16) -> Vec<u8> {
    of_family("Acme", weight, rights)
}

fn of_family(name: &str, weight: u16, rights: u16) -> Vec<u8> {
    let mut font = FontFile::built_in("KitSans-Regular").named(name).file();
    let (_, os2) = table(&font, *b"OS/2");
    font[os2 + 4..os2 + 6].copy_from_slice(&weight.to_be_bytes());
    font[os2 + 8..os2 + 10].copy_from_slice(&rights.to_be_bytes());
    font
}

/// The same font, which says that it is italic.
fn italic(mut font: Vec<u8>) -> Vec<u8> {
    const ITALIC: u8 = 1;
    let (_, os2) = table(&font, *b"OS/2");
    // `fsSelection`.
    font[os2 + 63] = ITALIC;
    font
}

#[test]
fn the_faces_of_an_installed_family_are_the_same_whatever_its_files_are_called() {
    let text = "# Head\n\nText, *slanted*, **bold**, ***and both***\n";
    let build = |names: [&str; 4]| {
        let test = Test::new().file("b.yml", "typography: { base: Acme }\n").file("g.md", text);
        let mut command = test.command(["typeset", "g.md", "-o", "g.pdf", "--brand", "b.yml"]);
        for (name, (weight, is_italic)) in
            names.into_iter().zip([(400, false), (700, false), (400, true), (700, true)])
        {
            let font = if is_italic { italic(of_acme(weight, 0)) } else { of_acme(weight, 0) };
            let (variable, home) = crate::support::install_font(&test, name, &font);
            command.env(variable, home);
        }
        let err = crate::support::Ran::of(command.output().unwrap()).ok().err;
        assert!(!err.contains("has no"), "{err}");
        test.read("g.pdf")
    };
    let named_after =
        build(["Acme.ttf", "Acme-Bold.ttf", "ACME_italic.ttf", "acme bold italic.ttf"]);
    assert_eq!(named_after, build(["1.ttf", "2.ttf", "3.ttf", "4.ttf"]));
    assert_eq!(named_after, build(["Acme.ttf", "Acme-Bold.ttf", "3.ttf", "Acme-BoldItalic.ttf"]));
}

#[test]
fn italic_faces_that_cannot_be_used_are_told_of_where_they_are_needed_and_by_check() {
    const RESTRICTED: u16 = 0x0002;
    let bank = format!("brand: b.yml\n{}", crate::many::bank_of(18));
    let test = Test::new()
        .file("b.yml", "typography: { base: Acme }\n")
        .file("italic.md", "# Head\n\nText, *in italics*\n")
        .file("bank.yaml", &bank);
    let fonts = [
        ("Acme.ttf", of_acme(400, 0)),
        ("Acme-Bold.ttf", of_acme(700, 0)),
        ("Acme-Italic.ttf", italic(of_acme(400, RESTRICTED))),
        ("Acme-BoldItalic.ttf", italic(of_acme(700, RESTRICTED))),
        ("Plain.ttf", of_family("Plain", 400, 0)),
        ("Plain-Italic.ttf", italic(of_family("Plain", 400, 0))),
    ];
    let home = fonts.map(|(name, font)| crate::support::install_font(&test, name, &font));
    let run = |line: &str| {
        let mut command = test.command(line.split(' '));
        command.envs(home.clone());
        let ran = crate::support::Ran::of(command.output().unwrap()).ok();
        ran.out + &ran.err
    };
    let warnings = |err: &str| err.matches("the font of running text has no italic face").count();
    // The emphasized line below a heading is upright.
    assert_eq!(warnings(&run("build --bank bank.yaml -o kit")), 0);
    let err = run("typeset italic.md -o 1.pdf --brand b.yml");
    assert_eq!(warnings(&err), 1, "{err}");
    assert!(err.contains("b.yml:1:21"), "{err}");
    assert_eq!(warnings(&run("check bank.yaml")), 1);
    // What upright text lacks is told once.
    std::fs::write(test.path("b.yml"), "typography: { base: Plain }\n").unwrap();
    for line in ["typeset italic.md -o 2.pdf --brand b.yml", "check bank.yaml"] {
        let err = run(line);
        assert_eq!(err.matches("has no semibold or bold face").count(), 1, "{err}");
        assert_eq!(warnings(&err), 0, "{err}");
    }
}

#[test]
fn another_face_of_an_installed_family_serves_instead_of_one_that_cannot_be_used() {
    const RESTRICTED: u16 = 0x0002;
    let test =
        Test::new().file("b.yml", "typography: { base: Acme }\n").file("g.md", "# Head\n\nText\n");
    let build = |rights: [u16; 3]| {
        let mut command = test.command(["typeset", "g.md", "-o", "g.pdf", "--brand", "b.yml"]);
        for (weight, rights) in [400, 300, 700].into_iter().zip(rights) {
            let font = of_acme(weight, rights);
            let (variable, home) =
                crate::support::install_font(&test, &format!("{weight}.ttf"), &font);
            command.env(variable, home);
        }
        crate::support::Ran::of(command.arg("--force").output().unwrap())
    };
    let err = build([RESTRICTED, 0, 0]).ok().err;
    assert!(!err.contains("semibold") && err.contains("no italic face"), "{err}");
    let err = build([RESTRICTED; 3]).err;
    assert!(err.contains("`Acme`: the license of the font does not allow it"), "{err}");
}

#[test]
fn of_a_family_with_many_faces_those_that_text_is_set_in_are_read() {
    let named = |name: &str| {
        let is_italic = name.ends_with('i');
        (name.trim_end_matches('i').parse::<u16>().unwrap(), is_italic)
    };
    let needed = |family: &str| {
        let faces: Vec<&str> = family.split(' ').collect();
        let look = |name: &str| (f32::from(named(name).0), named(name).1);
        let (upright, only_italic) = FontFamily::needed(&faces, look);
        format!("{}, {}", upright.join(" "), only_italic.join(" "))
    };
    let all = "100 200 300 400 500 600 700 800 900 100i 400i 500i 600i 700i 900i";
    assert_eq!(needed(all), "400 600, 400i 600i");
    assert_eq!(needed("100 700"), "100 700, ");
    assert_eq!(needed("300i 900i"), "300i, ");
    assert_eq!(needed("500 700 500i"), "500 700, 500i");
}

/// The pages of a form whose running text is set in a font.
fn form_in(font: &[u8]) -> Pages {
    let fonts = Fonts::built_in();
    let family = FontFamily::new(vec![fonts.read(font.to_vec(), 0).unwrap()]).unwrap();
    let style = Style::new(Paper::A4, TextSize::Regular);
    let form = parse("Candidate: ____\n\nquick brown fox\n");
    typeset(&form, &style, &fonts.branded(Some(&family), None)).value.to_pages()
}

#[test]
fn what_is_typed_is_in_the_font_of_the_brand_if_that_has_every_letter_and_may_be_typed_in() {
    let of_form = |font: &[u8]| {
        let pages = form_in(font);
        pages.faces[pages.form_face.0].name.clone()
    };
    let whole = FontFile::built_in("KitSans-Semibold").named("Acme");
    assert_eq!(of_form(&whole.file()), "Acme");
    let english: Vec<(char, char)> = (' '..='~').map(|char| (char, char)).collect();
    assert_eq!(of_form(&whole.clone().showing(&english).file()), "KitSans-Regular");
    for (rights, name) in [(0x0004, "KitSans-Regular"), (0x0008, "Acme"), (0x000C, "Acme")] {
        let mut font = whole.file();
        let (_, os2) = table(&font, *b"OS/2");
        font[os2 + 8..os2 + 10].copy_from_slice(&u16::to_be_bytes(rights));
        assert_eq!(of_form(&font), name, "{rights:04X}");
    }
}

#[test]
fn hints_and_names_of_glyphs_make_no_packet_larger_and_no_letter_different() {
    let plain = FontFile::built_in("KitSans-Semibold").named("Acme");
    let hinted = plain.clone().hinted();
    let programs = |font: &FontFile| {
        let pdf = pdf::write(&form_in(&font.file()), None).unwrap();
        let file = lopdf::Document::load_mem(&pdf).unwrap();
        let programs = file.objects.values().filter_map(|object| {
            let stream = object.as_stream().ok()?;
            stream.dict.has(b"Length1").then(|| stream.decompressed_content().unwrap())
        });
        (pdf.len(), programs.collect::<Vec<_>>())
    };
    let [(small, plain), (large, hinted)] = [&plain, &hinted].map(programs);
    assert!(large < small + small / 20, "{small} {large}");
    for (plain, hinted) in plain.iter().zip(&hinted) {
        assert!(hinted.len() > plain.len());
        let glyphs = FontRef::new(plain).unwrap().maxp().unwrap().num_glyphs();
        for glyph in 0..u32::from(glyphs) {
            assert_eq!(outline(plain, 0, glyph), outline(hinted, 0, glyph));
        }
    }
    assert_eq!(plain.len(), 1);
}

#[test]
fn a_font_for_headings_leaves_the_other_text_its_own_fonts() {
    let pairs: Vec<(char, char)> = ('א'..='ת').zip(('A'..='Z').chain('a'..='z')).collect();
    let font = FontFile::built_in("KitSans-Semibold").showing(&pairs).file();
    let test = Test::new().file("_brand.yml", "typography: {headings: h.ttf}\n");
    std::fs::write(test.path("h.ttf"), font).unwrap();
    let line = "build --minutes 30 --documents guide,scorecard --format pdf --language he --brand _brand.yml -o out --quiet";
    let ran = test.run(line).ok();
    assert!(!ran.err.contains("missing-character"), "{}", ran.err);
}

#[test]
fn a_font_whose_tables_are_out_of_order_is_refused() {
    let mut font = FontFile::built_in("KitSans-Regular").file();
    let at = font.windows(4).position(|tag| tag == b"OS/2").unwrap();
    font[at..at + 4].copy_from_slice(b"zzzz");
    let test = Test::new().file("_brand.yml", "typography: {base: f.ttf}\n");
    std::fs::write(test.path("f.ttf"), font).unwrap();
    let ran = test.run("build --limit 1 --format pdf --brand _brand.yml -o out");
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("its tables are out of order") && ran.err.contains("_brand.yml:1:20"),
        "{}",
        ran.err
    );
}

#[test]
fn a_brand_that_a_bank_names_is_reported_at_its_place_by_build_and_check() {
    let bank = |brand: &str| {
        let text = include_str!("../../examples/support-desk.yaml");
        format!("brand: {brand}\n{text}")
    };
    let mut told = String::new();
    let test = Test::new().file("pale.yml", "color: {primary: yellow}\n");
    for brand in ["nope.yml", "https://example.com/b.yml", ".", "pale.yml"] {
        std::fs::write(test.path("bank.yaml"), bank(brand)).unwrap();
        let build = test.run("build --bank bank.yaml --limit 1 --format pdf -o out");
        assert_eq!((build.code, build.out.as_str()), (1, ""), "{}", build.err);
        let check = test.run("check bank.yaml");
        assert_eq!(check.code, 1, "{}", check.out);
        let first = build.err.split("\n\n").next().unwrap().trim_end();
        assert!(check.out.contains(first), "{}\n{}", build.err, check.out);
        told.push_str(&format!("{brand}\n{}\n", build.err));
    }
    let ran = test.run_with("build --bank - --limit 1 --format pdf -o out", &bank("pale.yml"));
    assert_eq!(ran.code, 1);
    told.push_str(&format!("standard input\n{}\n", ran.err));
    insta::assert_snapshot!(told);
    std::fs::write(test.path("bank.yaml"), bank("nope.yml")).unwrap();
    test.run("build --bank bank.yaml --limit 1 --format pdf -o out --no-brand").ok();
}
