//! What the bench is asked for.

use std::path::PathBuf;

use interview_kit::base::unit::Paper;

/// How pages are seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Flatbed,
    Phone,
    Bilevel,
    Copies,
    Blank,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Flatbed, Self::Phone, Self::Bilevel, Self::Copies, Self::Blank];

    pub fn name(self) -> &'static str {
        match self {
            Self::Flatbed => "flatbed",
            Self::Phone => "phone",
            Self::Bilevel => "bilevel",
            Self::Copies => "copies",
            Self::Blank => "blank",
        }
    }
}

pub struct Arguments {
    kind: Option<Kind>,
    /// At least so many boxes are read.
    pub boxes: usize,
    /// The seed of the first page.
    pub first: u64,
    /// The seed of the only page.
    pub only: Option<u64>,
    /// Where the picture of the only page is saved.
    pub save: Option<PathBuf>,
    /// Exactly so many pages are made, however many boxes are read of them.
    pub pages: Option<u64>,
    /// The only paper of the pages.
    pub paper: Option<Paper>,
    /// Where other pages with boxes at the same places are, as pictures.
    pub print: Option<PathBuf>,
    /// Where the pictures of all pages are kept, with what was done to them.
    pub write: Option<PathBuf>,
    /// Whether odd marks are not as rare as they are.
    pub is_hard: bool,
    /// Whether everything that is asked about is printed.
    pub is_verbose: bool,
}

/// The first seed of evaluation: training never gets so far, and what earlier seeds showed has changed the reader.
const EVALUATION: u64 = 8_000_000_000;

impl Arguments {
    pub fn parse(mut words: impl Iterator<Item = String>) -> Self {
        let mut arguments = Self {
            kind: None,
            // A few pages of each kind: whoever runs all benches does not wait for this one.
            boxes: 300,
            first: 0,
            only: None,
            save: None,
            pages: None,
            paper: None,
            print: None,
            write: None,
            is_hard: false,
            is_verbose: false,
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().unwrap_or_else(|| usage(&word));
            match word.as_str() {
                "--kind" => {
                    let name = value();
                    let kind = Kind::ALL.into_iter().find(|it| it.name() == name);
                    arguments.kind = Some(kind.unwrap_or_else(|| usage(&name)));
                }
                "--boxes" => arguments.boxes = number(&value()) as usize,
                "--seed" => {
                    let name = value();
                    arguments.first = match name.as_str() {
                        "evaluation" => EVALUATION,
                        "training" => 0,
                        _ => number(&name),
                    };
                }
                "--mix" => arguments.is_hard = value() == "hard",
                "--only" => arguments.only = Some(number(&value())),
                "--save" => arguments.save = Some(value().into()),
                "--pages" => arguments.pages = Some(number(&value())),
                "--paper" => {
                    let name = value();
                    arguments.paper = Some(Paper::named(&name).unwrap_or_else(|| usage(&name)));
                }
                "--print" => arguments.print = Some(value().into()),
                "--write" => arguments.write = Some(value().into()),
                "--verbose" => arguments.is_verbose = true,
                // Cargo says this to every bench.
                "--bench" => {}
                _ => usage(&word),
            }
        }
        arguments
    }

    pub fn kinds(&self) -> Vec<Kind> {
        self.kind.map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind])
    }
}

fn number(word: &str) -> u64 {
    word.replace('_', "").parse().unwrap_or_else(|_| usage(word))
}

fn usage(word: &str) -> ! {
    eprintln!(
        "{word}? --kind flatbed|phone|bilevel|copies|blank --boxes N --seed evaluation|training|N \
         --mix realistic|hard --only SEED --save FILE.png --verbose --pages N --paper a4|letter \
         --print FOLDER --write FOLDER"
    );
    std::process::exit(2)
}
