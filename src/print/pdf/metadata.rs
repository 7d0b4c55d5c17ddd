use time::OffsetDateTime;

use super::objects::{Data, Dict, Id, Objects};
use crate::base::unit::Timestamp;
use crate::print::frame::About;

const PRODUCER: &str = concat!("interview-kit ", env!("CARGO_PKG_VERSION"));

/// What PDF/A asks of a schema that it does not know, which PDF/UA's is to part 2 (ISO 19005-2, 6.6.2.3.2).
const EXTENSION: &str = "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name>\
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>\
    </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>";

/// Writes the document information dictionary (ISO 32000-1, 14.3.3). It says nothing that the XMP metadata does not say too.
pub(super) fn info(about: &About, created: Option<Timestamp>, objects: &mut Objects) -> Id {
    objects.add_dict(|info| {
        info.text("Title", &about.title).text("Producer", PRODUCER).text("Creator", PRODUCER);
        if let Some(author) = &about.author {
            info.text("Author", author);
        }
        if let Some(subject) = &about.subject {
            info.text("Subject", subject);
        }
        if let Some(created) = created {
            let date = pdf_date(created);
            info.text("CreationDate", &date).text("ModDate", &date);
        }
    })
}

/// The XMP metadata (ISO 16684-1), with the identification that PDF/UA-1 asks for (ISO 14289-1, clause 5). It is never
/// compressed, so that tools that know no PDF can read it.
pub(super) fn xmp(about: &About, created: Option<Timestamp>, objects: &mut Objects) -> Id {
    let mut body = String::new();
    let title = escape(&about.title);
    let mut add = |line: &str| {
        body.push_str("   ");
        body.push_str(line);
        body.push('\n');
    };
    add(&format!(
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>"
    ));
    add(&format!(
        "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>",
        escape(about.lang.as_str())
    ));
    if let Some(author) = &about.author {
        add(&format!(
            "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
            escape(author)
        ));
    }
    if let Some(subject) = &about.subject {
        let subject = escape(subject);
        add(&format!(
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>"
        ));
    }
    add("<dc:format>application/pdf</dc:format>");
    add(&format!("<pdf:Producer>{PRODUCER}</pdf:Producer>"));
    add(&format!("<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>"));
    if let Some(created) = created {
        let date = iso_date(created);
        add(&format!("<xmp:CreateDate>{date}</xmp:CreateDate>"));
        add(&format!("<xmp:ModifyDate>{date}</xmp:ModifyDate>"));
    }
    add("<pdfuaid:part>1</pdfuaid:part>");
    add("<pdfaid:part>2</pdfaid:part>");
    add("<pdfaid:conformance>A</pdfaid:conformance>");
    add(EXTENSION);
    let packet = format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n \
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n  \
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
         xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
         xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
         xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n\
         {body}  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    );
    objects.add_stream(Data::Readable(packet.into_bytes()), |dict| {
        dict.name("Type", "Metadata").name("Subtype", "XML");
    })
}

/// Writes the profile of the output intent that PDF/A asks for (ISO 19005-2, 6.2.3): greys are meant as a screen shows them.
pub(super) fn profile(objects: &mut Objects) -> Id {
    const SRGB: &[u8] = include_bytes!("../../../assets/color/srgb.icc");
    objects.add_stream(Data::Plain(SRGB.to_vec()), |dict| {
        dict.int("N", 3);
    })
}

/// The output intent itself.
pub(super) fn output_intent(profile: Id, dict: &mut Dict<'_>) {
    dict.name("Type", "OutputIntent").name("S", "GTS_PDFA1");
    dict.text("OutputConditionIdentifier", "sRGB").text("Info", "sRGB IEC61966-2.1");
    dict.refer("DestOutputProfile", profile);
}

/// A text as XML has it; characters that XML 1.0 cannot hold are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            char if char.is_control() && !matches!(char, '\t' | '\n' | '\r') => {}
            char => escaped.push(char),
        }
    }
    escaped
}

/// A date as the information dictionary has it (ISO 32000-1, 7.9.4).
fn pdf_date(moment: Timestamp) -> String {
    let at = calendar(moment);
    let (year, month, day) = (at.year(), u8::from(at.month()), at.day());
    let (hour, minute, second) = at.to_hms();
    format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z")
}

/// A date as XMP has it (ISO 8601).
fn iso_date(moment: Timestamp) -> String {
    let at = calendar(moment);
    let (year, month, day) = (at.year(), u8::from(at.month()), at.day());
    let (hour, minute, second) = at.to_hms();
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// A moment beyond the year 9999, which no form of date can write, counts as the beginning of time.
fn calendar(Timestamp(seconds): Timestamp) -> OffsetDateTime {
    i64::try_from(seconds)
        .ok()
        .and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok())
        .unwrap_or(OffsetDateTime::UNIX_EPOCH)
}
