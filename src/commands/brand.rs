use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bank::LoadedBank;
use crate::base::diagnostic::{Accepted, Diagnostic, Diagnostics};
use crate::base::files::{self, InputError, SystemFonts};
use crate::base::source::{Source, Sources, Span, Spanned};
use crate::base::unit::{Mm, Paper, Pt};
use crate::cli::report::{Failure, warn};
use crate::cli::terminal::Console;
use crate::cli::{BrandRequest, BuildRequest, STREAM, UsageError};
use crate::packet::brand::{self, Brand, BrandFont, BrandLogo, PageSettings};
use crate::print::frame::{Ink, Logo};
use crate::print::logo::{self, MAX_SVG_BYTES};
use crate::print::{BrandStyle, FontFace, FontFamily, Fonts, MAX_FONT_BYTES, pdf};

/// What pages are printed with: the fonts, and what a brand changes about the style.
pub(super) struct LoadedBrand {
    pub(super) fonts: Fonts,
    pub(super) style: BrandStyle,
    /// The paper that the brand asks for.
    pub(super) paper: Option<Paper>,
}

/// The file that is a brand where nothing else is said.
const BESIDE: &str = "_brand.yml";
/// The largest brand file that is read, in bytes.
const MAX_BRAND_BYTES: u64 = 1024 * 1024;
/// The largest PNG image that is read, in bytes.
const MAX_PNG_BYTES: usize = 4 * 1024 * 1024;

impl LoadedBrand {
    /// The brand that a kit is printed in.
    pub(super) fn of_kit(
        request: &BuildRequest,
        banks: &LoadedBank,
        console: Console,
    ) -> anyhow::Result<Self> {
        match &request.brand {
            // Markdown has no brand.
            _ if !request.output.has_pdf() => Ok(Self::none()),
            BrandRequest::None => Ok(Self::none()),
            BrandRequest::File(path) => Self::read(path, console),
            BrandRequest::OfBank => match of_banks(banks)? {
                Some(path) => Self::read(&path, console),
                None => Ok(Self::none()),
            },
        }
    }

    /// The brand that a guide is printed in.
    pub(super) fn of_guide(
        request: &BrandRequest,
        guide: &Path,
        console: Console,
    ) -> anyhow::Result<Self> {
        match request {
            BrandRequest::None => Ok(Self::none()),
            BrandRequest::File(path) => Self::read(path, console),
            BrandRequest::OfBank => {
                // Nothing is beside standard input.
                let beside = (guide.as_os_str() != STREAM).then(|| guide.with_file_name(BESIDE));
                let beside = beside.filter(|path| files::is_file(path));
                beside.map_or_else(|| Ok(Self::none()), |path| Self::read(&path, console))
            }
        }
    }

    fn none() -> Self {
        Self { fonts: Fonts::built_in(), style: BrandStyle::default(), paper: None }
    }

    fn read(path: &Path, console: Console) -> anyhow::Result<Self> {
        let mut sources = Sources::new();
        let text = text_of(path, MAX_BRAND_BYTES)?;
        let id = sources.add(Source { name: path.display().to_string(), text });
        let accepted =
            brand::read(&sources, id).map_err(|rejected| Failure::rejected(&rejected, &sources))?;
        let mut loader = Loader {
            folder: path.parent().map_or_else(PathBuf::new, Path::to_owned),
            sources,
            diagnostics: Diagnostics::new(),
            installed: OnceCell::new(),
        };
        // Each fault on the way is an error, so that nothing incomplete is accepted.
        let brand = loader.load(accepted.value);
        let Loader { sources, mut diagnostics, .. } = loader;
        diagnostics.extend(accepted.warnings);
        match diagnostics.check(Some(brand)) {
            Ok(Accepted { value, warnings }) => {
                warn(&warnings, &sources, console);
                Ok(value)
            }
            Err(rejected) => Err(Failure::rejected(&rejected, &sources).into()),
        }
    }
}

/// The brand file of banks: the one that they name, or the one beside them.
fn of_banks(banks: &LoadedBank) -> Result<Option<PathBuf>, UsageError> {
    if let Some(brand) = banks.brand_of_stdin() {
        let message =
            format!("a bank on standard input is in no folder to look for its brand `{brand}`");
        return Err(UsageError::new(message).help("use --brand, or --no-brand"));
    }
    let named = banks.files().filter_map(|(bank, brand)| Some(bank.with_file_name(brand?)));
    let beside = banks.files().map(|(bank, _)| bank.with_file_name(BESIDE));
    let named: Vec<PathBuf> = named.collect();
    let found =
        if named.is_empty() { beside.filter(|path| files::is_file(path)).collect() } else { named };
    let first = found.first();
    let is_other = |path: &&PathBuf| {
        first.is_some_and(|first| files::real_path(first) != files::real_path(path))
    };
    if let (Some(first), Some(other)) = (first, found.iter().find(is_other)) {
        let (first, other) = (first.display(), other.display());
        let message = format!("the banks have different brands: {first} and {other}");
        return Err(UsageError::new(message).help("choose one with --brand, or use --no-brand"));
    }
    Ok(first.cloned())
}

/// The text of a file of at most this many bytes.
fn text_of(path: &Path, most: u64) -> anyhow::Result<String> {
    let bytes = files::read_bytes(path, most)?;
    Ok(files::text(bytes, path)?)
}

/// Reads what a brand file names.
struct Loader {
    /// The folder of the brand file.
    folder: PathBuf,
    sources: Sources,
    diagnostics: Diagnostics,
    /// The fonts of this machine, if a family of theirs is named. To find them takes as long as to print a packet.
    installed: OnceCell<SystemFonts>,
}

impl Loader {
    fn load(&mut self, brand: Brand) -> LoadedBrand {
        let Brand { accent, logo, base, headings, page } = brand;
        let built_in = Fonts::built_in();
        let logo = logo.and_then(|logo| self.logo(&logo));
        let is_same = base == headings;
        let base = base.and_then(|font| self.family(&font, true, &built_in));
        let headings = headings.filter(|_| !is_same);
        let headings = headings.and_then(|font| self.family(&font, false, &built_in));
        let PageSettings { paper, side, top, bottom, text_size, note_spacing } = page;
        let style = BrandStyle {
            accent: accent.map(Ink::Rgb),
            logo: logo.map(Arc::new),
            side: side.map(Pt::from),
            top: top.map(Pt::from),
            bottom: bottom.map(Pt::from),
            text_size,
            note_spacing: note_spacing.map(|spacing: Mm| spacing.into()),
        };
        let fonts = built_in.branded(base.as_ref(), headings.as_ref());
        LoadedBrand { fonts, style, paper }
    }

    fn error(&mut self, message: impl Into<String>, span: &Span, help: Option<&str>) {
        let found = Diagnostic::error("brand", message).at(span.clone());
        self.diagnostics.push(match help {
            Some(help) => found.help(help),
            None => found,
        });
    }

    /// The bytes of a file that the brand file names.
    fn bytes(&mut self, path: &Spanned<String>, most: usize) -> Option<(PathBuf, Vec<u8>)> {
        let file = self.folder.join(&path.value);
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        match files::read_bytes(&file, most) {
            Ok(bytes) => Some((file, bytes)),
            Err(error) => {
                let help = match error {
                    InputError::Unreadable(..) => Some("paths are relative to the brand file"),
                    _ => error.help(),
                };
                self.error(error.message(), &path.span, help);
                None
            }
        }
    }

    fn logo(&mut self, BrandLogo { path, alt }: &BrandLogo) -> Option<Logo> {
        let (file, bytes) = self.bytes(path, MAX_PNG_BYTES.max(MAX_SVG_BYTES))?;
        if bytes.starts_with(b"\x89PNG") {
            return match logo::read_png(&bytes, alt) {
                Ok(logo) => Some(logo),
                Err(fault) => {
                    self.error(fault.message, &path.span, Some(fault.help));
                    None
                }
            };
        }
        let other = [
            (&b"\xFF\xD8\xFF"[..], "a JPEG image"),
            (b"\x1F\x8B", "compressed"),
            (b"%PDF", "a PDF"),
            (b"GIF8", "a GIF image"),
        ];
        if let Some((_, what)) = other.into_iter().find(|(start, _)| bytes.starts_with(start)) {
            let message = format!("{} is {what}", file.display());
            self.error(message, &path.span, Some("use an SVG drawing or a PNG image"));
            return None;
        }
        let text = match files::text(bytes, &file) {
            Ok(text) => text,
            Err(error) => {
                self.error(error.message(), &path.span, Some("use an SVG drawing or a PNG image"));
                return None;
            }
        };
        let id = self.sources.add(Source { name: file.display().to_string(), text });
        match logo::read_svg(&self.sources, id, alt) {
            Ok(accepted) => Some(accepted.value),
            Err(rejected) => {
                self.diagnostics.extend(rejected.diagnostics().iter().cloned());
                None
            }
        }
    }

    /// The faces of a font. Of those of running text, a warning names what they lack.
    fn family(&mut self, font: &BrandFont, is_text: bool, fonts: &Fonts) -> Option<FontFamily> {
        let faces = match font {
            BrandFont::Files(paths) => {
                paths.iter().filter_map(|path| self.face(path, fonts)).collect()
            }
            BrandFont::Installed(family) => self.installed(family, fonts),
        };
        let family = FontFamily::new(faces)?;
        for lack in family.lacks().into_iter().filter(|_| is_text) {
            let message = format!("the font of running text has no {lack} face");
            let help =
                format!("the built-in font is used for {lack} text; name a file that has it");
            let warning = Diagnostic::warning("brand", message).help(help);
            self.diagnostics.push(match font.span() {
                Some(span) => warning.at(span.clone()),
                None => warning,
            });
        }
        Some(family)
    }

    fn face(&mut self, path: &Spanned<String>, fonts: &Fonts) -> Option<FontFace> {
        let (file, bytes) = self.bytes(path, MAX_FONT_BYTES)?;
        match usable(fonts, bytes, 0) {
            Ok(face) => Some(face),
            Err((message, help)) => {
                let message = format!("{}: {message}", file.display());
                self.error(message, &path.span, Some(help));
                None
            }
        }
    }

    /// The faces of an installed family that can be used. If none can, the reason is that of the first.
    fn installed(&mut self, family: &Spanned<String>, fonts: &Fonts) -> Vec<FontFace> {
        let installed = match self.installed.get_or_init(SystemFonts::find).installed(&family.value)
        {
            Ok(installed) => installed,
            Err(nearest) => {
                let message = format!("no font family `{}` is installed", family.value);
                let found = Diagnostic::error("brand", message).at(family.span.clone());
                let found = match nearest {
                    Some(nearest) => found.help(format!("did you mean `{nearest}`?")),
                    None => found,
                };
                let help = "install it, or name its files under `fonts`; nothing is downloaded";
                self.diagnostics.push(found.help(help));
                return Vec::new();
            }
        };
        let (mut faces, mut first) = (Vec::new(), None);
        for font in installed {
            match usable(fonts, font.data, font.index) {
                Ok(face) => faces.push(face),
                Err(fault) => first = first.or(Some(fault)),
            }
        }
        if let (true, Some((message, help))) = (faces.is_empty(), first) {
            self.error(format!("`{}`: {message}", family.value), &family.span, Some(help));
        }
        faces
    }
}

/// A face that can be embedded, or why it cannot and what to do.
fn usable(fonts: &Fonts, data: Vec<u8>, index: u32) -> Result<FontFace, (String, &'static str)> {
    let face = fonts.read(data, index).map_err(|fault| (fault.message, fault.help))?;
    match pdf::check_font(face.face()) {
        Ok(()) => Ok(face),
        Err(error) => Err((error.to_string(), "use another font file")),
    }
}
