//! Brand files and logos as anybody may write them: what is understood, and what every fault is told.

use std::fmt::Write as _;

use interview_kit::base::diagnostic::Checked;
use interview_kit::base::unit::{Mm, Paper, Pt, Rgb};
use interview_kit::packet::brand::{self, Brand, BrandFont};
use interview_kit::print::frame::{Logo, LogoImage, PaintKind};
use interview_kit::print::logo::{read_png, read_svg};

use crate::support::{lines, sources};

fn read(text: &str) -> Brand {
    let (sources, id) = sources(text, "_brand.yml");
    match brand::read(&sources, id) {
        Ok(accepted) => accepted.value,
        Err(rejected) => panic!("{}", lines(&sources, rejected.diagnostics())),
    }
}

#[test]
fn a_file_as_quarto_reads_it_gives_what_has_a_place_on_paper() {
    let brand = read(
        "meta:\n  name: { full: Larkfield Systems, short: Larkfield }\n  link: https://example.com\n\
         logo:\n  images:\n    wide: { path: logos/wide.svg }\n    icon: icon.png\n  small: icon\n  medium: { light: wide, dark: icon }\n\
         color:\n  palette: { teal: \"#0B4F6C\", brand: teal, clay: \"#C8553D\" }\n  primary: brand\n  background: \"#fff\"\n\
         typography:\n  fonts:\n    - { family: Rubik, source: file, files: [{ path: Rubik.ttf, weight: 400 }, Rubik-Bold.ttf] }\n    - { family: Open Sans, source: google, weight: [400, 600] }\n  base: { family: Open Sans, line-height: 1.6, size: 11pt }\n  headings: rubik\n  monospace: { family: Fira Mono, size: 1em }\n  link: { color: purple }\n\
         defaults:\n  quarto: { format: { html: {} } }\n  interview-kit:\n    paper: Letter\n    margins: { side: 2.2cm, top: 30 }\n    text-size: 11pt\n    note-spacing: 9 mm\n",
    );
    assert_eq!(brand.accent, Some(Rgb { red: 0x0B, green: 0x4F, blue: 0x6C }));
    let logo = brand.logo.unwrap();
    assert_eq!((logo.path.value.as_str(), logo.alt.as_str()), ("logos/wide.svg", "Larkfield"));
    assert!(
        matches!(brand.base.unwrap(), BrandFont::Installed(family) if family.value == "Open Sans")
    );
    let BrandFont::Files(files) = brand.headings.unwrap() else {
        panic!("the files of the family")
    };
    let files: Vec<&str> = files.iter().map(|file| file.value.as_str()).collect();
    assert_eq!(files, ["Rubik.ttf", "Rubik-Bold.ttf"]);
    let page = brand.page;
    assert_eq!((page.paper, page.side, page.bottom), (Some(Paper::Letter), Some(Mm(22.0)), None));
    assert_eq!((page.text_size, page.note_spacing), (Some(Pt(11.0)), Some(Mm(9.0))));
}

#[test]
fn a_font_can_be_a_file_and_a_logo_a_path() {
    let brand = read("meta: { name: Ada }\nlogo: a.svg\ntypography: { base: fonts/Text.otf }\n");
    assert!(matches!(brand.base.unwrap(), BrandFont::Files(files) if files.len() == 1));
    assert_eq!(brand.logo.unwrap().alt, "Ada");
}

#[test]
fn whatever_is_wrong_in_a_brand_file_is_told_with_its_place() {
    let files = [
        "",
        "- a\n",
        "colour: { primary: \"#000\" }\n",
        "color: { primary: \"#0B4F6\" }\n",
        "color: { palette: { teal: \"#0B4F6C\" }, primary: tael }\n",
        "color: { palette: { a: b, b: a }, primary: a }\n",
        "color: { primary: \"#FFC107\" }\n",
        "color:\n  palette:\n    sun: \"#FFC107\"\n  primary: sun\n",
        "color: { primary: \"#777777\" }\n",
        "color: [red]\n",
        "logo: logo.svg\n",
        "meta: { name: A }\nlogo: https://example.com/logo.svg\n",
        "meta: { name: A }\nlogo: { images: { one: a.svg, two: b.svg } }\n",
        "logo: { path: a.svg, alt: A, width: 3 }\n",
        "logo: { alt: A, path: }\n",
        "logo: [a.svg]\n",
        "meta: { nam: A }\n",
        "typography:\n  fonts:\n    - { family: A, source: file }\n    - { source: file, files: [a.ttf] }\n    - { family: B, source: disk }\n    - { family: C, source: file, files: [] }\n",
        "typography: { base: { family: [A] } }\n",
        "typography: { heading: A }\n",
        "defaults: { interview-kit: { paper: A5 } }\n",
        "defaults: { interview-kit: { margins: { side: 12mm, top: 60mm, bottom: x, left: 20mm } } }\n",
        "defaults: { interview-kit: { text-size: 14pt, note-spacing: 3mm, notes: 3 } }\n",
        "defaults: { interview-kit: { text-size: -10pt, note-spacing: 1e1 } }\n",
        "color: { primary: \"#000\"\n",
        "color: { primary: \"#000\" }\ncolor: { primary: \"#111\" }\n",
    ];
    let mut told = String::new();
    for text in files {
        let (sources, id) = sources(text, "_brand.yml");
        let rejected = brand::read(&sources, id).expect_err(text);
        assert!(
            rejected
                .diagnostics()
                .iter()
                .all(|it| it.span.is_some() && !it.help.is_empty() || it.fix.is_some()),
            "{text}"
        );
        writeln!(told, "{text}{}", lines(&sources, rejected.diagnostics())).unwrap();
    }
    insta::assert_snapshot!(told);
}

#[test]
fn the_contrast_is_that_of_wcag() {
    let contrast = |color: &str| color.parse::<Rgb>().unwrap().contrast_with_white();
    assert!((contrast("#000") - 21.0).abs() < 1e-9 && (contrast("#fff") - 1.0).abs() < 1e-9);
    // The well-known grays on both sides of 4.5:1.
    assert!(contrast("#767676") >= 4.5 && contrast("#777777") < 4.5);
    for wrong in ["", "#", "#12", "#12345", "#1234567", "#12345678", "123456", "#12345g", "#１２３"]
    {
        assert!(wrong.parse::<Rgb>().is_err(), "{wrong}");
    }
}

fn svg(body: &str) -> Checked<Logo> {
    let text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 28\">\n{body}\n</svg>\n"
    );
    let (sources, id) = sources(&text, "logo.svg");
    read_svg(&sources, id, "Ada")
}

#[track_caller]
fn paths(body: &str) -> Vec<interview_kit::print::frame::LogoPath> {
    let logo = svg(body).unwrap_or_else(|it| panic!("{it:?}")).value;
    let LogoImage::Paths(paths) = logo.image else { panic!("paths") };
    paths
}

#[test]
fn shapes_are_paths_with_their_colors_rules_and_clips() {
    let all = paths(
        "<style>.a{fill:#f00;fill-rule:evenodd} #b{opacity:.5}</style>\
         <defs><clipPath id='c'><circle r='5'/></clipPath><linearGradient id='unused'/><path id='p' d='M0 0h4v4z'/></defs>\
         <rect class='a' width='9' height='9' rx='2'/><g id='b'><use href='#p' x='3' fill='blue'/></g>\
         <ellipse rx='4' ry='2' clip-path='url(#c)' fill='none' stroke='#0f0' stroke-width='2' stroke-dasharray='3 1'/>\
         <path d='M0 0Q5 5 9 0' style='display:none'/><metadata><x xmlns='y'/></metadata>",
    );
    assert_eq!(all.len(), 3);
    assert_eq!(
        (all[0].paints[0].color, all[0].paints[0].opacity),
        (Rgb { red: 255, green: 0, blue: 0 }, 255)
    );
    assert!(matches!(
        all[0].paints[0].kind,
        PaintKind::Fill(interview_kit::print::frame::FillRule::EvenOdd)
    ));
    assert_eq!(all[1].paints[0].opacity, 128);
    assert_eq!(all[2].clips.len(), 1);
    let PaintKind::Stroke(stroke) = &all[2].paints[0].kind else { panic!("a stroke") };
    // 90 units are 45 mm.
    let unit = Pt::from(Mm(0.5));
    assert!((stroke.width.0 - 2.0 * unit.0).abs() < 1e-3 && stroke.dashes.len() == 2, "{stroke:?}");
}

#[test]
fn what_cannot_be_drawn_is_refused_with_its_place() {
    let bomb: String = (1..40).fold("<g id='a0'><path d='M0 0h1v1z'/></g>".to_owned(), |all, n| {
        format!("{all}<g id='a{n}'><use href='#a{0}'/><use href='#a{0}'/></g>", n - 1)
    });
    let deep = format!("{}<path d='M0 0h1v1z'/>{}", "<g>".repeat(99), "</g>".repeat(99));
    // One long path, copied many times.
    let long =
        format!("<path id='l' d='M0 0{}'/>{}", "h1v1".repeat(900), "<use href='#l'/>".repeat(900));
    let many = format!("<path d='M0 0{}'/>", "h1v1".repeat(9000));
    let bodies = [
        "<text>Ada</text>",
        "<image href='data:image/png;base64,AAAA'/>",
        "<image href='https://example.com/a.png'/>",
        "<script>alert(1)</script>",
        "<rect width='9' height='9' onclick='x()'/>",
        "<foreignObject/>",
        "<linearGradient id='g'/><rect width='9' height='9' fill='url(#g)'/>",
        "<rect width='9' height='9' style='fill: url(#g)'/>",
        "<rect width='9' height='9' filter='url(#f)'/>",
        "<rect width='9' height='9' mask='url(#m)'/>",
        "<rect width='9' height='9' style='mix-blend-mode: multiply'/>",
        "<rect width='9' height='9' style='animation: x 1s'/>",
        "<rect width='9' height='9' vector-effect='non-scaling-stroke' stroke='red'/>",
        "<path d='M0 0h9' marker-end='url(#m)' stroke='red'/>",
        "<style>@import url(https://example.com/a.css);</style>",
        "<style>g rect { fill: red }</style>",
        "<style>.a { fill: var(--x) }</style>",
        "<style>.a { fill: red </style>",
        "<style>.a { clip-path: url(#none) }</style><rect class='b a' width='9' height='9'/>",
        "<style>rect { clip-path: url(#none) }</style>",
        "<use href='other.svg#a'/>",
        "<use href='#missing'/>",
        "<g id='a'><use href='#a'/></g>",
        "<pattern><path id='p' d='M0 0h1v1z'/></pattern><use href='#p'/>",
        "<g clip-path='url(#c)'><rect width='9' height='9'/></g>",
        "<clipPath id='c'><rect width='2' height='2'/><rect x='3' width='2' height='2'/></clipPath><rect clip-path='url(#c)' width='9' height='9'/>",
        "<g opacity='.5'><rect width='9' height='9'/><rect x='3' width='9' height='9'/></g>",
        "<g transform='scale(2 1)'><path d='M0 0h9v9' stroke='red'/></g>",
        "<path d='M0 0h9v9' stroke='red' stroke-dasharray='0.001'/>",
        "<path id='a' d='M0 0h9v9'/><path id='a' d='M0 0h9v9'/>",
        "<a href='#x'><path d='M0 0h9v9'/></a>",
        "<animate/>",
        "<rect width='0' height='0'/>",
        "<rect width='9' height='9' fill='notacolor'/>",
        "<rect width='9' height='9' style='FILL:RED'/>",
        "<rect width='9' height='9' style='fill:oklch(50% 0.1 20)'/>",
        "<rect width='9' height='9' style='opacity:abc'/>",
        "<rect width='9' height='9' transform='rotate(abc)'/>",
        "<rect width='9' height='-9'/>",
        "<path d='M0 0h9v9' stroke='red' stroke-width='-1'/>",
        "<path d='M0 0h9v9' stroke-linecap='flat'/>",
        "<path d='L 10 10h9v9'/>",
        "<path d='M0 0h1e400v9'/>",
        "<polygon points='0 0 9 9 1'/>",
        "<g systemLanguage='de'><rect width='9' height='9'/></g>",
        "<rect x='100' width='9' height='9'/>",
        "<clipPath id='c'><rect x='50' width='2' height='2'/></clipPath><rect clip-path='url(#c)' width='9' height='9'/>",
        "<rect width='9' height='9' fill='white'/>",
        "<line x2='9' y2='9'/>",
        "<rect width='9' height='9'",
        "&entity;",
        &bomb,
        &deep,
        &long,
        &many,
    ];
    let mut told = String::new();
    for body in bodies {
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 28\">\n{body}\n</svg>\n"
        );
        let (sources, id) = sources(&text, "logo.svg");
        let rejected = read_svg(&sources, id, "Ada").expect_err(body);
        let shown: String = body.chars().take(80).collect();
        writeln!(told, "{shown}\n{}", lines(&sources, rejected.diagnostics())).unwrap();
    }
    for text in [
        "",
        "<html/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox='0 0 900 1'><path d='M0 0h9v9'/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d='M0 0h9v9'/></svg>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox='0 0 0 0'><path d='M0 0h9v9'/></svg>",
        "<?xml-stylesheet href='a.css'?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox='0 0 9 9'><path d='M0 0h9v9'/></svg>",
        "<?xml version='1.0'?>\n<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox='0 0 9 9'><path d='M0 0h9v9'/></svg>",
    ] {
        let (sources, id) = sources(text, "logo.svg");
        let rejected = read_svg(&sources, id, "Ada").expect_err(text);
        writeln!(told, "{text}\n{}", lines(&sources, rejected.diagnostics())).unwrap();
    }
    insta::assert_snapshot!(told);
}

#[test]
fn values_in_each_form_that_svg_has_are_read() {
    for body in [
        "<rect width='9' height='9' fill='RED'/>",
        "<rect width='9' height='9' fill='rgb(10%, 20%, 30%)' opacity='50%'/>",
        "<rect width='9' height='9' style='fill: hsl(20, 50%, 50%) !important; fill-opacity: .5'/>",
        "<g color='#123'><rect width='9' height='9' fill='currentColor'/></g>",
        "<rect width='50%' height='3mm' rx='auto' fill='inherit'/>",
        "<line x1='1' y1='1' x2='9' y2='9' stroke='#000' stroke-dasharray='3, 1 2'/>",
        "<polygon points='0,0 9,0 9,9'/>",
        "<path d='M1 1 a3 3 0 0 1 3 3 s1 1 2 2 T8 8 z' transform='matrix(1 0 0 1 2 2) rotate(10, 3 3)'/>",
        "<path d='' fill='none'/><path d='M0 0h9v9z' stroke-width='.5' stroke='black' stroke-linejoin='bevel'/>",
        "<line x2='9' stroke='red' stroke-width='2'/>",
    ] {
        assert!(!paths(body).is_empty(), "{body}");
    }
}

/// A PNG image of one color.
fn png(width: u32, height: u32, color: png::ColorType, pixel: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    let data: Vec<u8> = pixel
        .iter()
        .copied()
        .cycle()
        .take(usize::try_from(width * height).unwrap() * pixel.len())
        .collect();
    encoder.write_header().unwrap().write_image_data(&data).unwrap();
    bytes
}

#[test]
fn pixels_are_on_white_and_no_finer_than_a_printer_shows() {
    let read = |bytes: &[u8]| match read_png(bytes, "Ada").unwrap().image {
        LogoImage::Pixels(pixels) => pixels,
        LogoImage::Paths(_) => panic!("pixels"),
    };
    let half = read(&png(2, 1, png::ColorType::Rgba, &[0, 0, 0, 128]));
    assert_eq!((half.width, half.height, half.samples.as_slice()), (2, 1, &[127; 6][..]));
    assert_eq!(read(&png(1, 1, png::ColorType::GrayscaleAlpha, &[9, 255])).samples, [9; 3]);
    let large = read(&png(3000, 1000, png::ColorType::Rgb, &[1, 2, 3]));
    assert_eq!((large.width, large.height), (600, 200));
    assert!(large.samples.chunks(3).all(|pixel| pixel == [1, 2, 3]));
}

#[test]
fn an_image_that_is_too_large_broken_or_white_is_refused() {
    let told = |bytes: &[u8]| read_png(bytes, "Ada").unwrap_err().message;
    let whole = png(4, 4, png::ColorType::Rgb, &[0, 0, 0]);
    assert!(told(&whole[..whole.len() / 2]).starts_with("the PNG image cannot be read"));
    assert!(told(&png(4001, 1, png::ColorType::Rgb, &[0, 0, 0])).contains("4001 × 1 pixels"));
    assert!(told(&png(3, 3, png::ColorType::Rgba, &[0, 0, 0, 0])).contains("nothing on white"));
}
