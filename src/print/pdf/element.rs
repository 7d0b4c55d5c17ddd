use super::objects::{Array, Dict, Id};
use super::write::Objects;
use crate::base::unit::{Language, Pt};
use crate::print::frame::{HeaderScope, Rect, Role};

/// What an element holds. A large file has a million of them.
#[derive(Clone, Copy)]
pub(super) enum Kid {
    /// Another element.
    Element(Id),
    /// Marked content: the page, and the number there.
    Content(u32, u32),
    /// An annotation, and the page that it is on.
    Annotation(Id, u32),
}

impl Kid {
    /// The page that it is on, unless it is an element.
    pub(super) fn page(self) -> Option<u32> {
        match self {
            Self::Element(_) => None,
            Self::Content(page, _) | Self::Annotation(_, page) => Some(page),
        }
    }
}

/// An element of the structure as the file has it (ISO 32000-1, 14.7.2).
pub(super) struct WholeElement<'e> {
    pub(super) role: Role,
    /// Its language, if it is not that of what is around it.
    pub(super) lang: Option<&'e Language>,
    /// The element around it, or the root.
    pub(super) parent: Id,
    /// What it holds, in reading order.
    pub(super) kids: &'e [Kid],
    /// The logo or the picture that it is.
    pub(super) figure: Option<Figure<'e>>,
}

/// What the logo or a picture shows, and where it is.
#[derive(Clone, Copy)]
pub(super) struct Figure<'e> {
    pub(super) alt: &'e str,
    pub(super) place: Rect,
}

/// What elements name that belongs to the whole file.
#[derive(Clone, Copy)]
pub(super) struct Around<'s> {
    /// The pages.
    pub(super) sheets: &'s [Id],
    /// How tall they are.
    pub(super) height: Pt,
    pub(super) is_right_to_left: bool,
}

impl WholeElement<'_> {
    pub(super) fn write(&self, id: Id, around: Around<'_>, objects: &mut Objects<'_>) {
        // What is on the element's own page need not name the page.
        let own = self.kids.iter().find_map(|kid| kid.page());
        objects.dict(id, |dict| {
            dict.name("S", name_of(self.role)).refer("P", self.parent);
            if let Some(lang) = self.lang {
                dict.text("Lang", lang.as_str());
            }
            attributes(self.role, dict);
            if self.role == Role::Document && around.is_right_to_left {
                // All elements in it inherit it (ISO 32000-1, 14.8.5.4).
                dict.dict("A", |dict| {
                    dict.name("O", "Layout").name("WritingMode", "RlTb");
                });
            }
            if let Some(figure) = self.figure {
                figure.write(around.height, dict);
            }
            if let Some(sheet) = own.and_then(|page| around.sheets.get(page as usize)) {
                dict.refer("Pg", *sheet);
            }
            match self.kids {
                [] => {}
                // A single one needs no array around it (ISO 32000-1, table 323).
                [kid] => {
                    dict.value("K", |value| kid.write(own, around.sheets, value));
                }
                kids => {
                    dict.array("K", |array| {
                        for kid in kids {
                            kid.write(own, around.sheets, array);
                        }
                    });
                }
            }
        });
    }
}

impl Kid {
    fn write(self, own: Option<u32>, sheets: &[Id], array: &mut Array<'_>) {
        let other = |page: u32| sheets.get(page as usize).filter(|_| Some(page) != own);
        match self {
            Self::Element(id) => array.refer(id),
            Self::Content(page, number) => match other(page) {
                None => array.int(number),
                Some(sheet) => array.dict(|dict| {
                    dict.name("Type", "MCR").refer("Pg", *sheet).int("MCID", number);
                }),
            },
            Self::Annotation(id, page) => array.dict(|dict| {
                dict.name("Type", "OBJR").refer("Obj", id);
                if let Some(sheet) = other(page) {
                    dict.refer("Pg", *sheet);
                }
            }),
        }
    }
}

impl Figure<'_> {
    /// Says it (ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3).
    fn write(self, height: Pt, dict: &mut Dict<'_>) {
        let Self { alt, place } = self;
        dict.text("Alt", alt);
        let (bottom, top) = (height - place.bottom(), height - place.at.y);
        dict.dict("A", |dict| {
            dict.name("O", "Layout").name("Placement", "Block");
            dict.reals("BBox", &[place.at.x.0, bottom.0, place.right().0, top.0]);
        });
    }
}

/// An empty cell keeps the others of its row in their columns. Any other element that holds nothing is left out.
pub(super) fn is_kept_empty(role: Role) -> bool {
    matches!(role, Role::Document | Role::Row | Role::Cell | Role::Header(_))
}

fn name_of(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Part => "Part",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::List { .. } => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::Header(_) => "TH",
        Role::Cell => "TD",
        Role::Form => "Form",
        Role::Link => "Link",
        Role::Division => "Div",
        Role::Quote => "BlockQuote",
        Role::Code => "Code",
        Role::Span => "Span",
        Role::Figure => "Figure",
    }
}

fn attributes(role: Role, dict: &mut Dict<'_>) {
    match role {
        Role::Header(scope) => {
            let scope = match scope {
                HeaderScope::Column => "Column",
                HeaderScope::Row => "Row",
            };
            dict.dict("A", |dict| {
                dict.name("O", "Table").name("Scope", scope);
            });
        }
        Role::List { numbered } => {
            let numbering = if numbered { "Decimal" } else { "Disc" };
            dict.dict("A", |dict| {
                dict.name("O", "List").name("ListNumbering", numbering);
            });
        }
        _ => {}
    }
}
