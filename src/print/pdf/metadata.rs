use time::OffsetDateTime;
use xmp_writer::{DateTime, LangId, Timezone, XmpWriter};

use super::PdfError;
use super::objects::{Data, Dict, Id};
use super::write::{File, Objects};
use crate::base::unit::Timestamp;
use crate::print::frame::DocumentInfo;

const PRODUCER: &str = concat!("interview-kit ", env!("CARGO_PKG_VERSION"));

/// Writes the document information dictionary (ISO 32000-1, 14.3.3). The XMP metadata has the same values.
pub(super) fn info(
    about: &DocumentInfo,
    created: Option<Timestamp>,
    id: Id,
    file: &mut File,
) -> Result<(), PdfError> {
    file.dict(id, |info| {
        info.text("Title", &about.title).text("Producer", PRODUCER).text("Creator", PRODUCER);
        if let Some(author) = &about.author {
            info.text("Author", author);
        }
        if let Some(subject) = &about.subject {
            info.text("Subject", subject);
        }
        if let Some(date) = created.and_then(calendar) {
            let date = pdf_date(date);
            info.text("CreationDate", &date).text("ModDate", &date);
        }
    })
}

/// Writes the XMP metadata (ISO 16684-1), which identify the file as PDF/UA-1 (ISO 14289-1, clause 5) and PDF/A-2a (ISO 19005-2, 6.6.4).
/// They are not compressed, so that programs that cannot read PDF find them.
pub(super) fn xmp(
    about: &DocumentInfo,
    created: Option<Timestamp>,
    id: Id,
    file: &mut File,
) -> Result<(), PdfError> {
    let mut xmp = XmpWriter::new();
    xmp.title([(None, xml_text(&about.title).as_str())]);
    xmp.language([LangId(about.lang.as_str())]).format("application/pdf");
    if let Some(author) = &about.author {
        xmp.creator([xml_text(author).as_str()]);
    }
    if let Some(subject) = &about.subject {
        xmp.description([(None, xml_text(subject).as_str())]);
    }
    xmp.producer(PRODUCER).creator_tool(PRODUCER);
    if let Some(date) = created.and_then(calendar) {
        let date = xmp_date(date);
        xmp.create_date(date).modify_date(date);
    }
    xmp.pdfua_part(1).pdfa_part(2).pdfa_conformance("A");
    // PDF/A asks for a description of each property that its own part does not define. Part 2 does not define those of PDF/UA
    // (ISO 19005-2, 6.6.2.3.2).
    xmp.extension_schemas().pdfua_id().properties().describe_part();
    let packet = xmp.finish(None);
    file.add_stream(id, &Data::Readable(packet.into_bytes()), |dict| {
        dict.name("Type", "Metadata").name("Subtype", "XML");
    })
}

/// Writes the color profile of the output intent that PDF/A asks for (ISO 19005-2, 6.2.3): grays are meant as a screen shows them.
pub(super) fn profile(objects: &mut Objects<'_>) -> Id {
    const SRGB: &[u8] = include_bytes!("../../../assets/color/srgb.icc");
    objects.add_stream(Data::Plain(SRGB.to_vec()), |dict| {
        dict.int("N", 3);
    })
}

/// Writes the output intent itself.
pub(super) fn output_intent(profile: Id, dict: &mut Dict<'_>) {
    dict.name("Type", "OutputIntent").name("S", "GTS_PDFA1");
    dict.text("OutputConditionIdentifier", "sRGB").text("Info", "sRGB IEC61966-2.1");
    dict.refer("DestOutputProfile", profile);
}

/// A text without the characters that XML 1.0 cannot hold. `xmp-writer` escapes the others.
fn xml_text(text: &str) -> String {
    let is_held = |char: &char| match char {
        '\t' | '\n' | '\r' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        char => !char.is_control(),
    };
    text.chars().filter(is_held).collect()
}

/// A date in the form of the information dictionary (ISO 32000-1, 7.9.4).
fn pdf_date(at: OffsetDateTime) -> String {
    let (year, month, day) = (at.year(), u8::from(at.month()), at.day());
    let (hour, minute, second) = at.to_hms();
    format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z")
}

/// A date in the form of XMP.
#[expect(
    clippy::expect_used,
    reason = "`time` reads no year after 9999, and moments are after 1970"
)]
fn xmp_date(at: OffsetDateTime) -> DateTime {
    let year = u16::try_from(at.year()).expect("the year has four digits");
    let (hour, minute, second) = at.to_hms();
    DateTime::new(year, at.month().into(), at.day(), hour, minute, second, Timezone::Utc)
}

/// The date of a moment. After the year 9999 there is none: neither form of date can write it.
fn calendar(Timestamp(seconds): Timestamp) -> Option<OffsetDateTime> {
    OffsetDateTime::from_unix_timestamp(i64::try_from(seconds).ok()?).ok()
}
