use std::sync::Arc;

use crate::base::diagnostic::Diagnostic;
use crate::base::files::{InstalledFace, SystemFont, SystemFonts};
use crate::base::source::{Span, Spanned};
use crate::base::threads;
use crate::print::{FontFace, FontFamily, Fonts, pdf};

/// What is wrong with a font, and what to do about it.
pub(super) type FontFault = (String, &'static str);

/// A font of a brand for one kind of text.
pub(super) struct BrandFaces {
    /// The faces that were read so far.
    pub(super) family: FontFamily,
    /// Where its italic faces are, if they are read later.
    italics: Option<InstalledFamily>,
    /// Whether running text is set in it.
    is_text: bool,
    /// Where the brand file names it.
    span: Option<Span>,
}

/// The italic faces of a brand's installed fonts. Most packets have no words in italics, and to check a font takes as long as to lay out a
/// page. So these are read only where they are needed.
pub(super) struct ItalicFaces {
    base: Option<BrandFaces>,
    headings: Option<BrandFaces>,
}

/// A family that is installed on this machine.
#[derive(Clone)]
pub(super) struct InstalledFamily {
    fonts: Arc<SystemFonts>,
    name: Spanned<String>,
}

impl BrandFaces {
    /// The faces of font files, if there is one.
    pub(super) fn of_files(
        faces: Vec<FontFace>,
        is_text: bool,
        span: Option<&Span>,
    ) -> Option<Self> {
        let family = FontFamily::new(faces)?;
        Some(Self { family, italics: None, is_text, span: span.cloned() })
    }

    /// The upright faces of an installed family that can be used, and where the italic ones are.
    pub(super) fn of_installed(
        installed: InstalledFamily,
        fonts: &Fonts,
        is_text: bool,
    ) -> Result<Self, FontFault> {
        let all = installed.faces();
        let (upright, italic) = FontFamily::needed(&all, look);
        let span = Some(installed.name.span.clone());
        if let Some(family) = as_listed(&upright, fonts).and_then(FontFamily::new) {
            let italics = (!italic.is_empty()).then_some(installed);
            return Ok(Self { family, italics, is_text, span });
        }
        // Another face may serve instead of one that cannot be used, or that is not what the list of fonts says.
        let family = FontFamily::new(usable_faces(&all, fonts)?);
        let none = || ("no face of it can be used".to_owned(), "name a font file");
        Ok(Self { family: family.ok_or_else(none)?, italics: None, is_text, span })
    }

    /// Warnings about the faces that running text lacks. Italic faces that are read later are left out.
    pub(super) fn lacks(&self) -> Vec<Diagnostic> {
        let lacks = self.family.lacks().into_iter();
        let is_known = |lack: &&str| self.italics.is_none() || *lack != FontFamily::ITALIC;
        lacks.filter(is_known).filter_map(|lack| self.lacks_of(lack)).collect()
    }

    /// A warning that running text lacks a face, if that is what the font is for and if it does.
    fn lacks_of(&self, face: &str) -> Option<Diagnostic> {
        if !self.is_text || !self.family.lacks().contains(&face) {
            return None;
        }
        let message = format!("the font of running text has no {face} face");
        let help = format!("the built-in font is used for {face} text; name a file that has it");
        let warning = Diagnostic::warning("brand", message).help(help);
        Some(match &self.span {
            Some(span) => warning.at(span.clone()),
            None => warning,
        })
    }

    /// The same with its italic faces, as far as they can be used.
    fn with_italics(&self, fonts: &Fonts) -> Self {
        let mut family = self.family.clone();
        if let Some(installed) = &self.italics {
            let all = installed.faces();
            let (_, needed) = FontFamily::needed(&all, look);
            let italics = as_listed(&needed, fonts).or_else(|| {
                let all: Vec<_> = all.into_iter().filter(|face| face.is_italic()).collect();
                usable_faces(&all, fonts).ok()
            });
            family.extend(italics.into_iter().flatten());
        }
        Self { family, italics: None, is_text: self.is_text, span: self.span.clone() }
    }
}

impl ItalicFaces {
    /// Those of the fonts of running text and of headings, if there are any.
    pub(super) fn of(base: Option<BrandFaces>, headings: Option<BrandFaces>) -> Option<Self> {
        let mut fonts = base.iter().chain(&headings);
        fonts.any(|font| font.italics.is_some()).then_some(Self { base, headings })
    }

    /// The fonts with all faces, and warnings about those that cannot be used.
    pub(super) fn read(&self) -> (Fonts, Vec<Diagnostic>) {
        let fonts = Fonts::built_in();
        let read = |font: &Option<BrandFaces>| font.as_ref().map(|it| it.with_italics(&fonts));
        let (base, headings) = (read(&self.base), read(&self.headings));
        // What else is lacking was told when the upright faces were read.
        let is_news = self.base.as_ref().is_some_and(|font| font.italics.is_some());
        let lacks =
            base.iter().filter(|_| is_news).filter_map(|font| font.lacks_of(FontFamily::ITALIC));
        let warnings = lacks.collect();
        let family = |font: &Option<BrandFaces>| font.as_ref().map(|it| it.family.clone());
        (fonts.branded(family(&base).as_ref(), family(&headings).as_ref()), warnings)
    }
}

impl InstalledFamily {
    /// The family of a name among some fonts, or the installed family whose name is nearest.
    pub(super) fn find(
        fonts: &Arc<SystemFonts>,
        name: &Spanned<String>,
    ) -> Result<Self, Option<String>> {
        fonts.installed(&name.value)?;
        Ok(Self { fonts: Arc::clone(fonts), name: name.clone() })
    }

    #[expect(clippy::expect_used, reason = "`find` has found it")]
    fn faces(&self) -> Vec<InstalledFace<'_>> {
        self.fonts.installed(&self.name.value).expect("the family is among the fonts")
    }
}

fn look(face: InstalledFace<'_>) -> (f32, bool) {
    (face.weight(), face.is_italic())
}

/// Some installed faces, if all of them can be used and are what the list of fonts says.
fn as_listed(installed: &[InstalledFace<'_>], fonts: &Fonts) -> Option<Vec<FontFace>> {
    let faces = usable_faces(installed, fonts).ok()?;
    let listed = installed.iter().copied().map(look);
    faces.iter().map(FontFace::look).eq(listed).then_some(faces)
}

/// Those of some installed faces that can be used. If none can, the reason is that of the first.
fn usable_faces(
    installed: &[InstalledFace<'_>],
    fonts: &Fonts,
) -> Result<Vec<FontFace>, FontFault> {
    let read = threads::all(installed, |installed| {
        let unread = || ("its files cannot be read".to_owned(), "name a font file");
        let SystemFont { data, index, .. } = installed.load().ok_or_else(unread)?;
        usable(fonts, data, index)
    });
    let (mut faces, mut first) = (Vec::new(), None);
    for face in read {
        match face {
            Ok(face) => faces.push(face),
            Err(fault) => first = first.or(Some(fault)),
        }
    }
    match first {
        Some(fault) if faces.is_empty() => Err(fault),
        _ => Ok(faces),
    }
}

/// A face that can be embedded, or why it cannot and what to do.
pub(super) fn usable(fonts: &Fonts, data: Vec<u8>, index: u32) -> Result<FontFace, FontFault> {
    let face = fonts.read(data, index).map_err(|fault| (fault.message, fault.help))?;
    match pdf::check_font(face.face()) {
        Ok(()) => Ok(face),
        Err(error) => Err((error.to_string(), "use another font file")),
    }
}
