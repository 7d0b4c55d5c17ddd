use std::collections::BTreeMap;

use super::answers::{AnswerFault, Answers, Ask, AskKind};
use super::sheet::{FieldReading, FoundSheet, Seen};
use crate::base::hash;
use crate::collect::{
    Fault, FieldEntry, FieldKind, FilledDocument, FilledField, FoundPage, Kit, KitField, Kits,
    PageState, Place, RecordPicture, RecordSource, RefusalCode,
};
use crate::document::PageCode;

/// A document that was put together from scanned pages.
#[derive(Clone, Debug)]
pub struct ScannedDocument {
    /// What is filled in.
    pub document: FilledDocument,
    /// Where its pages were found.
    pub pages: Vec<FoundPage>,
    /// Pictures of what is handwritten, and of what is asked about.
    pub pictures: Vec<RecordPicture>,
}

/// What scanned pages make.
#[derive(Debug, Default)]
pub struct PaperDocuments {
    /// The documents, in the order in which their first pages were found.
    pub documents: Vec<ScannedDocument>,
    /// What is asked about, without what is answered.
    pub asks: Vec<Ask>,
    /// What is missing, each with the file of the first page of its document.
    pub faults: Vec<(String, Fault)>,
    /// How many boxes were not read, because they are only for the interviewer's eyes.
    pub small_boxes: usize,
}

/// Puts pages together to the documents that they are of. All pages must be of these kits.
pub fn documents(
    sheets: Vec<FoundSheet>,
    kits: &Kits,
    answers: &mut Answers,
) -> Result<PaperDocuments, AnswerFault> {
    let mut found: Vec<(&Kit, Sheets)> = Vec::new();
    for sheet in sheets {
        let Some((kit, page)) = place(&sheet, kits) else { continue };
        let at = found.iter().position(|(known, _)| known.identity == kit.identity);
        let at = at.unwrap_or_else(|| {
            found.push((kit, Sheets::new()));
            found.len() - 1
        });
        found[at].1.entry(page).or_default().push(sheet);
    }
    let mut all = PaperDocuments::default();
    for (kit, sheets) in &found {
        all.add(kit, sheets, answers)?;
    }
    Ok(all)
}

/// The pages of a document, each as often as it was found, by their numbers from 0.
type Sheets = BTreeMap<u32, Vec<FoundSheet>>;

/// The document of a page, and which of its pages it is.
fn place<'k>(sheet: &FoundSheet, kits: &'k Kits) -> Option<(&'k Kit, u32)> {
    let code: PageCode = sheet.page.code.parse().ok()?;
    let (kit, _) = kits.page(&code).ok()?;
    Some((kit, code.page()))
}

impl PaperDocuments {
    fn add(
        &mut self,
        kit: &Kit,
        sheets: &Sheets,
        answers: &mut Answers,
    ) -> Result<(), AnswerFault> {
        let Some(first) = sheets.values().flatten().next() else { return Ok(()) };
        let file = first.file.clone();
        let (mut fields, mut pictures) = (Vec::new(), Vec::new());
        for field in &kit.fields {
            let Some(page) = page_of(kit, field) else { continue };
            let place = Some(Place { page: Some(page + 1), line: None });
            let entry = match sheets.get(&page) {
                None => FieldEntry::Unreadable(format!("page {} is missing", page + 1)),
                Some(same) => {
                    let readings = readings(same, field);
                    if readings.is_empty() {
                        self.small_boxes += 1;
                        continue;
                    }
                    pictures.extend(readings.iter().filter_map(|(_, reading)| {
                        let picture = reading.picture.clone()?;
                        Some(RecordPicture {
                            field: field.name.to_string(),
                            page: page + 1,
                            picture,
                        })
                    }));
                    self.entry(kit, field, &readings, answers)?
                }
            };
            let (name, options) = (field.name.clone(), field.options.clone());
            fields.push(FilledField { name, place, entry, options });
        }
        // A page on which nothing is filled in is not missed.
        let needed = (0..).zip(&kit.pages).filter(|(_, page)| !page.places.is_empty());
        let missing: Vec<String> = needed
            .filter(|(page, _)| !sheets.contains_key(page))
            .map(|(page, _)| (page + 1).to_string())
            .collect();
        let identity = kit.identity.clone();
        if !missing.is_empty() {
            let pages = if missing.len() == 1 { "page" } else { "pages" };
            let message = format!(
                "{pages} {} of `{}` of packet {} {} missing",
                missing.join(", "),
                identity.document,
                identity.packet,
                if missing.len() == 1 { "is" } else { "are" }
            );
            let help = "scan the missing pages, and give them with the others; what is on them is unreadable in the record";
            let fault = Fault::new(RefusalCode::Incomplete, message, help).of(&identity);
            self.faults.push((file, fault));
        }
        let remarks = twice(sheets, &identity.document);
        let document = FilledDocument {
            source: RecordSource::Scan,
            identity,
            details: Some(kit.details.clone()),
            pages: PageState::Rewritten,
            fields,
            remarks,
        };
        let pages = sheets.iter().flat_map(|(page, same)| {
            same.iter().map(move |sheet| FoundPage {
                page: page + 1,
                file: sheet.file.clone(),
                sha256: sheet.sha256.clone(),
                file_page: sheet.file_page,
            })
        });
        self.documents.push(ScannedDocument { document, pages: pages.collect(), pictures });
        Ok(())
    }

    /// What is filled into a field. What is asked about is added to the asks, unless it is answered.
    fn entry(
        &mut self,
        kit: &Kit,
        field: &KitField,
        readings: &[(&FoundSheet, &FieldReading)],
        answers: &mut Answers,
    ) -> Result<FieldEntry, AnswerFault> {
        let seen = together(readings);
        let Seen::Asked(why) = seen else { return Ok(entry(seen)) };
        let kind = match field.kind {
            FieldKind::Check => AskKind::Check,
            FieldKind::Choice | FieldKind::Text => AskKind::Choice(field.options.clone()),
        };
        let identity = &kit.identity;
        let id = id(field, readings);
        if let Some(answer) = answers.take(&id, &kind)? {
            return Ok(entry(answer));
        }
        if let Some((sheet, _)) = readings.first() {
            self.asks.push(Ask {
                id,
                file: sheet.file.clone(),
                file_page: sheet.file_page,
                packet: identity.packet.clone(),
                part: identity.part,
                document: identity.document.clone(),
                field: field.name.to_string(),
                about: about(kit, field),
                why: why.clone(),
                kind,
                picture: readings.iter().find_map(|(_, reading)| reading.picture.clone()),
            });
        }
        Ok(FieldEntry::Unreadable(why))
    }
}

/// The first page of a document on which a field is, from 0.
fn page_of(kit: &Kit, field: &KitField) -> Option<u32> {
    let has = |places: &[crate::collect::PrintedPlace]| {
        places.iter().any(|place| place.field == field.name)
    };
    let at = kit.pages.iter().position(|page| has(&page.places))?;
    u32::try_from(at).ok()
}

/// What a field is about, in the words of its document.
fn about(kit: &Kit, field: &KitField) -> Option<String> {
    let places = kit.pages.iter().flat_map(|page| &page.places);
    places.filter(|place| place.field == field.name).find_map(|place| place.about.clone())
}

/// What was read of a field, on each picture of its page.
fn readings<'s>(
    same: &'s [FoundSheet],
    field: &KitField,
) -> Vec<(&'s FoundSheet, &'s FieldReading)> {
    let name = field.name.to_string();
    let of = |sheet: &'s FoundSheet| {
        let own = sheet.page.fields.iter().filter(|reading| reading.name == name);
        own.map(|reading| (sheet, reading)).collect::<Vec<_>>()
    };
    same.iter().flat_map(of).collect()
}

/// By which an answer is known: it is about this field on these very pictures.
fn id(field: &KitField, readings: &[(&FoundSheet, &FieldReading)]) -> String {
    let seen = readings.iter().map(|(sheet, _)| format!("{} {}", sheet.sha256, sheet.file_page));
    let digest = hash::sha256_hex(seen.collect::<Vec<_>>().join("\n").as_bytes());
    let code = readings.first().map_or("", |(sheet, _)| sheet.page.code.as_str());
    format!("{code}:{}:{}", field.name, &digest[..12])
}

/// What several pictures of the same field say together. Nothing is chosen from what differs.
fn together(readings: &[(&FoundSheet, &FieldReading)]) -> Seen {
    let mut all = readings.iter().map(|(_, reading)| &reading.seen);
    let Some(first) = all.next() else { return Seen::Blank };
    if all.clone().all(|other| other == first) {
        return first.clone();
    }
    if std::iter::once(first).chain(all).any(|seen| *seen == Seen::Handwritten) {
        return Seen::Handwritten;
    }
    let said = readings.iter().map(|(sheet, reading)| {
        let said = match &reading.seen {
            Seen::Check(true) => "crossed".to_owned(),
            Seen::Choice(Some(value)) => value.clone(),
            Seen::Check(false) | Seen::Choice(None) | Seen::Blank => "nothing".to_owned(),
            Seen::Handwritten => "handwriting".to_owned(),
            Seen::Asked(why) => why.clone(),
        };
        format!("{said} ({}, page {})", sheet.file, sheet.file_page)
    });
    let said: Vec<String> = said.collect();
    Seen::Asked(format!("the page was found several times, and says: {}", said.join("; ")))
}

fn entry(seen: Seen) -> FieldEntry {
    match seen {
        Seen::Check(is_checked) => FieldEntry::Check(is_checked),
        Seen::Choice(value) => FieldEntry::Choice(value),
        Seen::Blank => FieldEntry::Text(None),
        Seen::Handwritten => FieldEntry::Handwritten,
        Seen::Asked(why) => FieldEntry::Unreadable(why),
    }
}

/// What is told of pages that were found more than once.
fn twice(sheets: &Sheets, document: &str) -> Vec<(String, Option<Place>)> {
    let several = sheets.iter().filter(|(_, same)| same.len() > 1);
    let told = several.map(|(page, same)| {
        let found = same.iter().map(|sheet| format!("{}, page {}", sheet.file, sheet.file_page));
        let found: Vec<String> = found.collect();
        let page = page + 1;
        let remark = format!(
            "page {page} of `{document}` was found {} times: {}",
            found.len(),
            found.join("; ")
        );
        (remark, None)
    });
    told.collect()
}
