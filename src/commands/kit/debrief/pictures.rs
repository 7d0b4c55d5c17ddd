use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::base::files;
use crate::base::text::printed_line;
use crate::cli::terminal::Console;
use crate::cli::{OutputRequest, Target};
use crate::commands::pictures::{PictureFault, PictureReader};
use crate::evaluate::debrief::{Handwriting, WrittenOn};
use crate::packet::{HandwritingView, PacketId, PictureView};

/// The pictures of what is handwritten that forms show.
pub(super) struct FormPictures {
    /// The folder in which the Markdown of the forms is.
    folder: PathBuf,
    /// Where each picture is, by its path from that folder.
    places: BTreeMap<String, PathBuf>,
}

/// The pictures that a form cannot show.
#[derive(Default)]
pub(super) struct LostPictures {
    /// What is wrong with the first of them.
    first: Option<String>,
    count: usize,
}

impl FormPictures {
    pub(super) fn new(output: &OutputRequest) -> Self {
        let folder = match &output.target {
            Target::Folder(folder) => folder.clone(),
            Target::File(path, _) => path.parent().unwrap_or(Path::new("")).to_owned(),
            Target::Stream => PathBuf::new(),
        };
        Self { folder, places: BTreeMap::new() }
    }

    /// Where all pictures are, by their paths in the forms.
    pub(super) fn into_places(self) -> BTreeMap<String, PathBuf> {
        self.places
    }

    /// What a form shows of handwriting. Each picture is read once for that, and is not kept: there may be hundreds of forms.
    pub(super) fn of_form(
        &mut self,
        handwriting: &[Handwriting],
    ) -> (Vec<HandwritingView>, LostPictures) {
        let (mut reader, mut lost) = (PictureReader::new(), LostPictures::default());
        let mut view = |Handwriting { panelist, on, pictures }: &Handwriting| {
            let (question, message, field) = about(on);
            let pictures = pictures.iter().map(|file| {
                let path = match reader.read(Path::new(file)) {
                    Ok(_) => Some(self.path(file)),
                    Err(fault) => {
                        lost.add(fault);
                        None
                    }
                };
                PictureView { path, file: file.clone() }
            });
            let pictures = pictures.collect();
            HandwritingView { interviewer: *panelist, question, message, field, pictures }
        };
        (handwriting.iter().map(&mut view).collect(), lost)
    }

    /// The path of a picture from the folder of the forms.
    fn path(&mut self, file: &str) -> String {
        let path = files::relative(Path::new(file), &self.folder).display().to_string();
        self.places.insert(path.clone(), PathBuf::from(file));
        path
    }
}

impl LostPictures {
    fn add(&mut self, PictureFault { message, .. }: PictureFault) {
        self.first.get_or_insert(message);
        self.count += 1;
    }

    /// Tells which pictures a form does not show.
    pub(super) fn tell(&self, packet: PacketId, console: Console) {
        let Some(first) = &self.first else { return };
        let more = match self.count - 1 {
            0 => String::new(),
            1 => "; 1 more picture is not shown".to_owned(),
            more => format!("; {more} more pictures are not shown"),
        };
        console.error(&format!(
            "warning: packet {packet}: {}{more}\n  help: the form names the file; to show the picture, put the folder of pictures back beside the \
             records, or collect the scans again",
            printed_line(first)
        ));
    }
}

/// What a space for notes is for: a question, a message, and the name of a field, as far as they are needed to say it.
fn about(on: &WrittenOn) -> (Option<String>, Option<&'static str>, Option<String>) {
    match on {
        WrittenOn::Question(id, part) => {
            let message = match part.as_str() {
                // It is what most people write.
                "evidence" => return (Some(id.clone()), None, None),
                "notes" => Some("field-notes"),
                "situation" => Some("notes-situation"),
                "action" => Some("notes-action"),
                "result" => Some("notes-result"),
                _ => None,
            };
            let field = Some(part.clone()).filter(|_| message.is_none());
            (Some(id.clone()), message, field)
        }
        WrittenOn::Field(name) => {
            let message = match name.as_str() {
                "recommendation.notes" => Some("overall-recommendation"),
                "candidate-questions.notes" => Some("closing-questions"),
                _ => None,
            };
            (None, message, Some(name.clone()).filter(|_| message.is_none()))
        }
    }
}
