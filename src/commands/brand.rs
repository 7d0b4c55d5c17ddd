use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bank::{LoadedBank, NamedBrand};
use super::brand_fonts::{BrandFaces, InstalledFamily, ItalicFaces, usable};
use crate::base::diagnostic::{Accepted, Checked, Diagnostic, Diagnostics};
use crate::base::files::{self, InputError, SystemFonts};
use crate::base::source::{Source, Sources, Span, Spanned};
use crate::base::threads;
use crate::base::unit::{Mm, Paper, Pt};
use crate::cli::report::{Failure, warn};
use crate::cli::terminal::Console;
use crate::cli::{BrandRequest, BuildRequest, STREAM, UsageError};
use crate::packet::brand::{self, Brand, BrandFont, BrandLogo, PageSettings};
use crate::print::frame::{Ink, Logo};
use crate::print::logo::{self, MAX_SVG_BYTES};
use crate::print::{BrandStyle, FontFace, Fonts, MAX_FONT_BYTES};

/// What pages are printed with: the fonts, and what a brand changes about the style.
pub(super) struct LoadedBrand {
    pub(super) fonts: Fonts,
    /// The italic faces that are not among them yet.
    italics: Option<ItalicFaces>,
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

/// A brand that was read before anything is told of it.
pub(super) struct ReadBrand {
    loaded: Checked<LoadedBrand>,
    sources: Sources,
}

impl ReadBrand {
    /// The brand that a kit is printed in. It can be read beside whatever needs no fonts: to check those takes as long as to lay out pages.
    pub(super) fn of_kit(request: &BuildRequest, banks: &LoadedBank) -> anyhow::Result<Self> {
        Self::named(request).unwrap_or_else(|| Self::of_banks(banks))
    }

    /// The same, if it is known without the banks.
    fn named(request: &BuildRequest) -> Option<anyhow::Result<Self>> {
        match &request.brand {
            // Markdown has no brand.
            _ if !request.output.has_pdf() => Some(Ok(Self::none())),
            BrandRequest::None => Some(Ok(Self::none())),
            BrandRequest::File(path) => Some(Self::read(path)),
            BrandRequest::OfBank => None,
        }
    }

    /// The brand that banks name, or the one beside them.
    fn of_banks(banks: &LoadedBank) -> anyhow::Result<Self> {
        let mut sources = banks.sources().clone();
        let mut named = Vec::new();
        for brand in banks.brands() {
            match checked_path(brand) {
                Ok(path) => named.push((path, brand)),
                Err(found) => return Err(Failure::rejected(&(*found).into(), &sources).into()),
            }
        }
        if let Some((path, brand)) = named.first() {
            differing(named.iter().map(|(path, _)| *path))?;
            return Ok(Self { loaded: load_named(path, brand, &mut sources), sources });
        }
        let beside = banks.files().map(|bank| bank.with_file_name(BESIDE));
        let beside: Vec<PathBuf> = beside.filter(|path| files::is_file(path)).collect();
        differing(beside.iter().map(PathBuf::as_path))?;
        beside.first().map_or_else(|| Ok(Self::none()), |path| Self::read(path))
    }

    fn none() -> Self {
        let value = LoadedBrand::none();
        Self { loaded: Ok(Accepted { value, warnings: Vec::new() }), sources: Sources::new() }
    }

    /// The brand of a file.
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let mut sources = Sources::new();
        let loaded = load(path, &mut sources)?;
        Ok(Self { loaded, sources })
    }

    /// The brand, if it has no faults. Its warnings are told. What is printed in it may have words in italics.
    pub(super) fn accepted(self, console: Console) -> anyhow::Result<LoadedBrand> {
        self.accepted_for(true, console)
    }

    /// The same for what may have no words in italics.
    pub(super) fn accepted_for(
        self,
        may_have_italics: bool,
        console: Console,
    ) -> anyhow::Result<LoadedBrand> {
        let Self { loaded, sources } = self;
        let Accepted { mut value, mut warnings } =
            loaded.map_err(|rejected| Failure::rejected(&rejected, &sources))?;
        if may_have_italics {
            warnings.extend(value.add_italics());
        }
        warn(&warnings, &sources, console);
        Ok(value)
    }
}

impl LoadedBrand {
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
        let (fonts, style) = (Fonts::built_in(), BrandStyle::default());
        Self { fonts, italics: None, style, paper: None }
    }

    fn read(path: &Path, console: Console) -> anyhow::Result<Self> {
        ReadBrand::read(path)?.accepted(console)
    }

    /// Adds the italic faces that were left for later, and returns warnings about them.
    fn add_italics(&mut self) -> Vec<Diagnostic> {
        let Some(italics) = self.italics.take() else { return Vec::new() };
        let (fonts, warnings) = italics.read();
        self.fonts = fonts;
        warnings
    }
}

/// What is wrong with the brands that banks name, for `check`. Their texts are added to `sources`.
pub(super) fn faults(brands: &[NamedBrand], sources: &mut Sources) -> Vec<Diagnostic> {
    let of_one = |brand: &NamedBrand| match checked_path(brand) {
        Ok(path) => match load_named(path, brand, sources) {
            Ok(Accepted { mut value, mut warnings }) => {
                warnings.extend(value.add_italics());
                warnings
            }
            Err(rejected) => rejected.diagnostics().to_vec(),
        },
        Err(found) => vec![*found],
    };
    brands.iter().flat_map(of_one).collect()
}

/// The path of a brand that a bank names, or why it has none.
fn checked_path(NamedBrand { name, path }: &NamedBrand) -> Result<&Path, Box<Diagnostic>> {
    let fault = |message: String| Diagnostic::error("brand", message).at(name.span.clone());
    if name.value.contains("://") {
        let message = format!("`{}` is a web address, and nothing is downloaded", name.value);
        return Err(Box::new(fault(message).help("download the file, and write its path")));
    }
    path.as_deref().ok_or_else(|| {
        let message = "the folder of a bank on standard input is not known".to_owned();
        Box::new(fault(message).help("use --brand or --no-brand, or name the bank's file"))
    })
}

/// Reads a brand file that a bank names.
fn load_named(path: &Path, brand: &NamedBrand, sources: &mut Sources) -> Checked<LoadedBrand> {
    load(path, sources).unwrap_or_else(|error| {
        let found = Diagnostic::error("brand", error.message()).at(brand.name.span.clone());
        let help = match error {
            InputError::Unreadable(..) => Some("paths are relative to the bank"),
            _ => error.help(),
        };
        Err(help.into_iter().fold(found, Diagnostic::help).into())
    })
}

/// Reads a brand file, whose text is added to `sources`.
fn load(path: &Path, sources: &mut Sources) -> Result<Checked<LoadedBrand>, InputError> {
    let text = files::text(files::read_bytes(path, MAX_BRAND_BYTES)?, path)?;
    let id = sources.add(Source { name: path.display().to_string(), text });
    let read = match brand::read(sources, id) {
        Ok(read) => read,
        Err(rejected) => return Ok(Err(rejected)),
    };
    let mut loader = Loader {
        folder: path.parent().map_or_else(PathBuf::new, Path::to_owned),
        sources,
        diagnostics: Diagnostics::new(),
        installed: OnceCell::new(),
    };
    // Each fault on the way is an error, so that nothing incomplete is accepted.
    let brand = loader.load(read.value);
    let mut diagnostics = loader.diagnostics;
    diagnostics.extend(read.warnings);
    Ok(diagnostics.check(Some(brand)))
}

/// Refuses several brand files: a packet is printed in one.
fn differing<'p>(mut paths: impl Iterator<Item = &'p Path>) -> Result<(), UsageError> {
    let Some(first) = paths.next() else { return Ok(()) };
    match paths.find(|path| files::real_path(first) != files::real_path(path)) {
        None => Ok(()),
        Some(other) => {
            let (first, other) = (first.display(), other.display());
            let message = format!("the banks have different brands: {first} and {other}");
            Err(UsageError::new(message).help("choose one with --brand, or use --no-brand"))
        }
    }
}

/// What is wrong with a file, and what to do about it.
type FileFault = (String, Option<&'static str>);
/// Reads what a brand file names.
struct Loader<'s> {
    /// The folder of the brand file.
    folder: PathBuf,
    sources: &'s mut Sources,
    diagnostics: Diagnostics,
    /// The fonts of this machine, if a family is named that is not complete in files of its name. To find them all takes long.
    installed: OnceCell<Arc<SystemFonts>>,
}

impl Loader<'_> {
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
        let family = |font: &Option<BrandFaces>| font.as_ref().map(|it| it.family.clone());
        let fonts = built_in.branded(family(&base).as_ref(), family(&headings).as_ref());
        LoadedBrand { fonts, italics: ItalicFaces::of(base, headings), style, paper }
    }

    fn error(&mut self, message: impl Into<String>, span: &Span, help: Option<&str>) {
        let found = Diagnostic::error("brand", message).at(span.clone());
        self.diagnostics.push(match help {
            Some(help) => found.help(help),
            None => found,
        });
    }

    fn logo(&mut self, BrandLogo { path, alt }: &BrandLogo) -> Option<Logo> {
        let read = bytes(&self.folder, &path.value, MAX_PNG_BYTES.max(MAX_SVG_BYTES));
        let (file, bytes) = match read {
            Ok(read) => read,
            Err((message, help)) => {
                self.error(message, &path.span, help);
                return None;
            }
        };
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
        match logo::read_svg(self.sources, id, alt) {
            Ok(accepted) => Some(accepted.value),
            Err(rejected) => {
                self.diagnostics.extend(rejected.diagnostics().iter().cloned());
                None
            }
        }
    }

    /// The faces of a font. Of those of running text, a warning names what they lack.
    fn family(&mut self, font: &BrandFont, is_text: bool, fonts: &Fonts) -> Option<BrandFaces> {
        let faces = match font {
            BrandFont::Files(paths) => {
                BrandFaces::of_files(self.faces(paths, fonts), is_text, font.span())
            }
            BrandFont::Installed(family) => self.installed(family, is_text, fonts),
        };
        let faces = faces?;
        self.diagnostics.extend(faces.lacks());
        Some(faces)
    }

    /// The faces of font files.
    fn faces(&mut self, paths: &[Spanned<String>], fonts: &Fonts) -> Vec<FontFace> {
        // Side by side: to check a font takes as long as to lay out a page. Rayon's threads fill in documents meanwhile.
        let folder = &self.folder;
        let read = threads::all(paths, |path| face(folder, &path.value, fonts));
        let mut faces = Vec::new();
        for (face, path) in read.into_iter().zip(paths) {
            match face {
                Ok(face) => faces.push(face),
                Err((message, help)) => self.error(message, &path.span, help),
            }
        }
        faces
    }

    /// The faces of an installed family that can be used. If none can, the reason is that of the first.
    fn installed(
        &mut self,
        name: &Spanned<String>,
        is_text: bool,
        fonts: &Fonts,
    ) -> Option<BrandFaces> {
        let named = SystemFonts::named_after(&name.value).map(Arc::new);
        let found = named
            .as_ref()
            .unwrap_or_else(|| self.installed.get_or_init(|| Arc::new(SystemFonts::find())));
        let family = match InstalledFamily::find(found, name) {
            Ok(family) => family,
            Err(nearest) => {
                let message = format!("no font family `{}` is installed", name.value);
                let found = Diagnostic::error("brand", message).at(name.span.clone());
                let found = match nearest {
                    Some(nearest) => found.help(format!("did you mean `{nearest}`?")),
                    None => found,
                };
                let help = "install it, or name its files under `fonts`; nothing is downloaded";
                self.diagnostics.push(found.help(help));
                return None;
            }
        };
        match BrandFaces::of_installed(family, fonts, is_text) {
            Ok(faces) => Some(faces),
            Err((message, help)) => {
                self.error(format!("`{}`: {message}", name.value), &name.span, Some(help));
                None
            }
        }
    }
}

/// The bytes of a file that a brand file names, and its whole path.
fn bytes(folder: &Path, path: &str, most: usize) -> Result<(PathBuf, Vec<u8>), FileFault> {
    let file = folder.join(path);
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    match files::read_bytes(&file, most) {
        Ok(bytes) => Ok((file, bytes)),
        Err(error) => {
            let help = match error {
                InputError::Unreadable(..) => Some("paths are relative to the brand file"),
                _ => error.help(),
            };
            Err((error.message(), help))
        }
    }
}

/// The face of a font file.
fn face(folder: &Path, path: &str, fonts: &Fonts) -> Result<FontFace, FileFault> {
    let (file, bytes) = bytes(folder, path, MAX_FONT_BYTES)?;
    usable(fonts, bytes, 0)
        .map_err(|(message, help)| (format!("{}: {message}", file.display()), Some(help)))
}
