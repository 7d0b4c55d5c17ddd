//! Files that are made to take much time or memory: each is read or refused within both.

use std::time::{Duration, Instant};

use interview_kit::collect::form::read;
use interview_kit::collect::{Fault, FieldEntry, FilledDocument, Kits, RefusalCode, ReturnedFile};

use crate::support::Test;

/// Far more than the slowest takes, and far less than what these files took before there was a limit.
const MOST_TIME: Duration = Duration::from_secs(20);
/// The address space of the program, in KiB: what a file may take, and what the program has anyhow.
const MOST_MEMORY: u32 = 400 << 10;
const IDENTITY: &str = "(7KQ2-M4XD 3F9TQ scoring)";

#[track_caller]
fn read_in_time(bytes: &[u8]) -> Vec<Result<FilledDocument, Fault>> {
    let start = Instant::now();
    let read = read(&ReturnedFile { path: "hostile", bytes }, &Kits::default());
    let time = start.elapsed();
    assert!(time < MOST_TIME, "{time:?}");
    read
}

/// The fault of a file that is refused as a whole, in time.
#[track_caller]
fn refused(bytes: &[u8]) -> (RefusalCode, String) {
    let mut read = read_in_time(bytes);
    assert_eq!(read.len(), 1);
    let fault = read.remove(0).unwrap_err();
    (fault.code, fault.message)
}

/// Runs the program on a file with little memory. If that does not do, it ends with another code than that of a refusal.
#[track_caller]
fn assert_little_memory(name: &str, bytes: &[u8]) {
    assert_little_memory_of_all(&[name.to_owned()], bytes);
}

/// Runs the program on as many files with the same bytes at once, with little memory for all of them together.
#[track_caller]
fn assert_little_memory_of_all(names: &[String], bytes: &[u8]) {
    if !cfg!(target_os = "linux") {
        return;
    }
    let test = Test::new();
    let folder = test.path("returned");
    std::fs::create_dir(&folder).unwrap();
    for name in names {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let program = env!("CARGO_BIN_EXE_interview-kit");
    let line = format!("ulimit -v {MOST_MEMORY}; exec \"$0\" collect \"$1\" -o \"$1.json\"");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line, program]).arg(&folder).env("MALLOC_ARENA_MAX", "1");
    let output = shell.env("RAYON_NUM_THREADS", names.len().to_string()).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(err.contains("refused") && !err.contains("alloc"), "{:?} {err}", output.status);
}

/// An FDF file of objects, and of fields.
fn fdf(objects: &str, fields: &str) -> Vec<u8> {
    format!("%FDF-1.2\n{objects}1 0 obj\n<</FDF<</Fields[{fields}]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
        .into_bytes()
}

/// A PDF of objects, numbered from 1, each with what stands before it.
fn pdf(objects: &[(&str, &str)]) -> Vec<u8> {
    let (mut text, mut places) = ("%PDF-1.7\n".to_owned(), Vec::new());
    for (number, (before, object)) in (1..).zip(objects) {
        places.push(text.len());
        text += &format!("{before}{number} 0 obj\n{object}\nendobj\n");
    }
    let start = text.len();
    text += &format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in places {
        text += &format!("{place:010} 00000 n \n");
    }
    text += &format!("trailer\n<</Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    text.into_bytes()
}

/// A PDF without anything but a stream that should be its table.
fn table(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let length = data.len();
    let dict = format!("<</Type/XRef/W[1 0 0]/Root 2 0 R/Length {length}{dict}>>");
    bytes.extend(format!("1 0 obj\n{dict}stream\n").bytes());
    bytes.extend(data);
    bytes.extend(b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n");
    bytes
}

fn compressed(data: &[u8]) -> Vec<u8> {
    let mut stream = lopdf::Stream::new(lopdf::Dictionary::new(), data.to_vec());
    stream.compress().unwrap();
    stream.content
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect()
}

#[test]
fn facts_that_many_fields_share_are_counted_for_each() {
    let fields = list(100, |at| format!("{} 0 R ", at + 4));
    let root = format!("<</Pages 2 0 R/AcroForm<</Fields[{fields}]>>>>");
    let facts = format!("(pages: {})", "0123456789ab ".repeat(40_000));
    let file = |name: &str| {
        let objects = [root.clone(), "<</Kids[]>>".into(), facts.clone()];
        let fields =
            (0..100).map(|at| format!("<</FT/Tx/T({name}{at}.identity)/InKt_Facts 3 0 R>>"));
        let objects: Vec<String> = objects.into_iter().chain(fields).collect();
        pdf(&objects.iter().map(|it| ("", it.as_str())).collect::<Vec<_>>())
    };
    let bytes = file("x");
    assert_eq!(refused(&bytes).0, RefusalCode::TooLarge);
    assert_little_memory("facts.pdf", &bytes);
}

#[test]
fn lists_that_wait_to_be_read_take_no_memory() {
    let fat = format!("[{}]", "[0]".repeat(30_000));
    let mut objects =
        vec!["<</Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>".into(), "<</Kids[]>>".into()];
    objects.extend((4..64).map(|id| format!("<</T(a)/Kids[{id} 0 R {fat} <</X {fat}>>]>>")));
    objects.push("<</FT/Tx/T(z)>>".into());
    let objects: Vec<_> = objects.iter().map(|it: &String| ("", it.as_str())).collect();
    let bytes = pdf(&objects);
    assert_eq!(refused(&bytes).0, RefusalCode::TooLarge);
    assert_little_memory("kids.pdf", &bytes);
    let fat = format!("[{}]", "[0]".repeat(120_000));
    let bytes = fdf(&format!("5 0 obj<</T(a)/Kids[5 0 R {fat}]>>endobj\n"), "5 0 R");
    assert_eq!(refused(&bytes).0, RefusalCode::NoFormFields);
    assert_little_memory("kids.fdf", &bytes);
}

#[test]
fn what_is_above_a_field_that_is_only_on_a_page_is_read_one_by_one() {
    let fat = format!("[{}]", "[0]".repeat(30_000));
    let mut objects = vec![
        "<</Pages 2 0 R/AcroForm<</Fields[]>>>>".into(),
        "<</Annots[<</Subtype/Widget/T(z)/FT/Tx/Parent 3 0 R>>]>>".into(),
    ];
    objects.extend((4..64).map(|id| format!("<</T()/Parent {id} 0 R/X {fat}>>")));
    objects.push("<</T(a)>>".into());
    let objects: Vec<_> = objects.iter().map(|it: &String| ("", it.as_str())).collect();
    let bytes = pdf(&objects);
    assert_eq!(refused(&bytes).0, RefusalCode::NotOurs);
    assert_little_memory("parents.pdf", &bytes);
}

#[test]
fn a_name_with_many_parts_or_an_empty_one_is_refused() {
    let many = format!("<</T({})/V{IDENTITY}>>", "a.".repeat(20) + "identity");
    assert_eq!(
        refused(&fdf("", &many)),
        (RefusalCode::TooLarge, "a field name has more than 16 parts".into())
    );
    let empty = format!("<</T(a..identity)/V{IDENTITY}>>");
    let (code, message) = refused(&fdf("", &empty));
    assert_eq!(code, RefusalCode::Damaged);
    assert!(message.contains("`a..identity`"), "{message}");
    let dots = list(8000, |at| format!("<</T({at}{}identity)/V{IDENTITY}>>", ".".repeat(990)));
    assert_little_memory("dots.fdf", &fdf("", &dots));
}

#[test]
fn a_table_of_more_rows_than_objects_is_refused_before_it_is_read() {
    let bytes = table("/Size 16777216/Filter/FlateDecode", &compressed(&vec![0; 16 << 20]));
    assert_eq!(
        refused(&bytes),
        (RefusalCode::TooLarge, "it has object numbers above 524288".into())
    );
    assert_little_memory("table.pdf", &bytes);
}

#[test]
fn filters_of_text_stop_at_the_limit_of_a_stream() {
    let letters = table("/Size 1/Filter/ASCII85Decode", &vec![b'z'; 40 << 20]);
    assert_eq!(refused(&letters).0, RefusalCode::Damaged);
    assert_little_memory("letters.pdf", &letters);
    let value = |data: &str, filter: &str| {
        let stream = format!("<</Filter/{filter}/Length {}>>stream\n{data}\nendstream", data.len());
        let root = "<</Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>";
        pdf(&[("", root), ("", "<</Kids[]>>"), ("", "<</T(a)/V 4 0 R>>"), ("", &stream)])
    };
    let too_long = (RefusalCode::TooLarge, "one of its streams holds more than 16 MiB".to_owned());
    assert_eq!(refused(&value(&"z".repeat(5 << 20), "ASCII85Decode")), too_long);
    assert_eq!(refused(&value(&"61".repeat(17 << 20), "ASCIIHexDecode")), too_long);
    assert_eq!(refused(&value("61626", "ASCIIHexDecode")).0, RefusalCode::NotOurs);
}

/// A PDF in which so many fields have this compressed stream as their value.
fn with_compressed_value(fields: usize, data: &[u8]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let fields = list(fields, |at| format!("<</T(a{at})/V 4 0 R>>"));
    let root = format!("<</Pages 2 0 R/AcroForm<</Fields[{fields}]>>>>");
    let objects = [root.as_str(), "<</Kids[]>>", "null"];
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    places.push(bytes.len());
    let dict = format!("<</Filter/FlateDecode/Length {}>>", data.len());
    bytes.extend(format!("4 0 obj\n{dict}stream\n").bytes());
    bytes.extend([data, b"\nendstream\nendobj\n"].concat());
    let start = bytes.len();
    let rows: Vec<String> = places.iter().map(|at| format!("{at:010} 00000 n \n")).collect();
    let rows = rows.concat();
    let trailer = format!("xref\n1 4\n{rows}trailer\n<</Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    bytes.extend(trailer.bytes());
    bytes
}

#[test]
fn a_compressed_stream_that_ends_too_early_is_damage() {
    let whole = compressed(&b"some text ".repeat(1000));
    assert_eq!(refused(&with_compressed_value(1, &whole)).0, RefusalCode::NotOurs);
    let broken = (
        RefusalCode::Damaged,
        "this file is damaged: one of its streams cannot be unpacked".to_owned(),
    );
    for length in 0..whole.len() {
        assert_eq!(refused(&with_compressed_value(1, &whole[..length])), broken, "{length}");
    }
    // The limit itself is not too long.
    let most = with_compressed_value(1, &compressed(&vec![b' '; 16 << 20]));
    assert_eq!(refused(&most).0, RefusalCode::NotOurs);
    let more = with_compressed_value(1, &compressed(&vec![b' '; (16 << 20) + 1]));
    assert_eq!(refused(&more).0, RefusalCode::TooLarge);
}

#[test]
fn small_files_that_take_much_memory_are_read_one_after_the_other() {
    // The stream is unpacked once for each field.
    let bytes = with_compressed_value(10, &compressed(&vec![b' '; 16 << 20]));
    assert!(bytes.len() < 64 << 10);
    let names: Vec<String> = (0..32).map(|number| format!("{number}.pdf")).collect();
    assert_little_memory_of_all(&names, &bytes);
}

#[test]
fn space_around_objects_counts_and_is_looked_over_only_a_little() {
    let root = "<</Pages 2 0 R/AcroForm<</Fields[<</FT/Tx/T(x)>>]>>>>";
    let page = format!("<</Annots[{}]>>", "4 0 R ".repeat(2000));
    let file = |before: &str, object: &str| {
        pdf(&[("", root), ("", &page), ("", "null"), (before, object)])
    };
    let space = " ".repeat(8 << 20);
    assert_eq!(refused(&file(&space, "<</Subtype/Link>>")).0, RefusalCode::Damaged);
    assert_eq!(refused(&file(" \n", "<</Subtype/Link>>")).0, RefusalCode::NotOurs);
    let after = format!("<</Subtype/Link>>{space}");
    assert_eq!(refused(&file("", &after)).0, RefusalCode::TooLarge);
    let end = format!("<</Length 0>>stream\n{space}\nendstream");
    let value = "<</Subtype/Widget/T(y)/FT/Tx/V 3 0 R>>";
    assert_eq!(
        refused(&pdf(&[("", root), ("", &page), ("", &end), ("", value)])).0,
        RefusalCode::Damaged
    );
}

#[test]
fn streams_of_which_nothing_comes_out_count_too() {
    // Blocks of deflate that hold nothing.
    let mut data = vec![0x78, 0x01];
    data.extend([0, 0, 0, 0xFF, 0xFF].repeat(2 << 20));
    data.extend([1, 0, 0, 0xFF, 0xFF, 0, 0, 0, 1]);
    let fields = "<</T(a)/FT/Tx/V 3 0 R>>".repeat(200);
    let root = format!("<</Pages 2 0 R/AcroForm<</Fields[{fields}]>>>>");
    let mut bytes = format!("%PDF-1.7\n1 0 obj\n{root}\nendobj\n").into_bytes();
    let pages = bytes.len();
    bytes.extend(b"2 0 obj\n<</Kids[]>>\nendobj\n");
    let stream = bytes.len();
    let dict = format!("<</Filter/FlateDecode/Length {}>>", data.len());
    bytes.extend(format!("3 0 obj\n{dict}stream\n").bytes());
    bytes.extend(data);
    bytes.extend(b"\nendstream\nendobj\n");
    let start = bytes.len();
    let rows = [9, pages, stream].map(|at| format!("{at:010} 00000 n \n")).concat();
    bytes.extend(
        format!("xref\n1 3\n{rows}trailer\n<</Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    assert_eq!(
        refused(&bytes),
        (RefusalCode::TooLarge, "its streams hold more than 512 MiB".into())
    );
}

#[test]
fn an_object_of_an_export_is_read_once_however_often_it_is_named() {
    let object = format!("5 0 obj\n<</T(a)/X[{}]>>\nendobj\n", "0 ".repeat(120_000));
    assert_eq!(refused(&fdf(&object, &"5 0 R ".repeat(100_000))).0, RefusalCode::NotOurs);
    // A text that cannot be decoded is no less work each time.
    let text = format!("5 0 obj\n({}\u{1})\nendobj\n", "a".repeat(1 << 19));
    let fields = "<</T(a)/V 5 0 R>>".repeat(20_000);
    assert_eq!(refused(&fdf(&text, &fields)).0, RefusalCode::TooLarge);
}

#[test]
fn fields_that_many_documents_share_count_for_each() {
    let documents = |count| list(count, |at| format!("<</T(a{at}.identity)/V{IDENTITY}>>"));
    let fields = list(20_000, |at| format!("<</T(q{at}.x)/V(a)>>"));
    assert_eq!(
        refused(&fdf("", &(documents(5000) + &fields))),
        (RefusalCode::TooLarge, "it has more than 4096 documents".into())
    );
    assert_eq!(refused(&fdf("", &(documents(4000) + &fields))).0, RefusalCode::TooLarge);
    let text = format!("<</T(candidate)/V({})>>", "a".repeat(1 << 20));
    let bytes = fdf("", &(documents(4000) + &text));
    assert_eq!(refused(&bytes).0, RefusalCode::TooLarge);
    assert_little_memory("shared.fdf", &bytes);
    let few =
        read_in_time(&fdf("", &(documents(100) + &list(100, |at| format!("<</T(q{at})/V(a)>>")))));
    assert!(few.iter().all(|it| it.as_ref().unwrap().fields.len() == 100));
}

#[test]
fn elements_with_many_attributes_or_namespaces_are_refused() {
    let of = |inside: &str| refused(format!("<xfdf><fields>{inside}</fields></xfdf>").as_bytes()).0;
    assert_eq!(
        of(&format!("<a {}/>", list(200_000, |at| format!(" a{at}=''")))),
        RefusalCode::TooLarge
    );
    assert_eq!(of(&format!("<a b='{}'/>", "x".repeat(100 << 10))), RefusalCode::TooLarge);
    assert_eq!(of(&"<a b='' c='' d='' e='' f=''/>".repeat(100_000)), RefusalCode::TooLarge);
    let namespaces = list(20_000, |at| format!("<p{at}:a xmlns:p{at}='u{at}'>"));
    assert_eq!(of(&namespaces), RefusalCode::TooLarge);
    // What is in comments, texts and values is no attribute.
    let equals = "=".repeat(100);
    let inside =
        format!("<!--> <x \" {equals} --><a b=\"> {equals}\"/><![CDATA[ <x {equals}]]>{equals}");
    assert_eq!(of(&inside), RefusalCode::NoFormFields);
}

#[test]
fn a_hidden_table_is_read_once_however_many_tables_name_it() {
    let literal = "a".repeat(4 << 20);
    let dict = format!("<</Type/XRef/W[1 1 1]/Size 0/Length 0/X({literal})>>stream\n\nendstream");
    let mut text = format!("%PDF-1.7\n1 0 obj\n{dict}\nendobj\n");
    let mut before = String::new();
    let mut at = 0;
    for _ in 0..900 {
        at = text.len();
        text += &format!("xref\n0 0\ntrailer\n<</Root 1 0 R/XRefStm 9{before}>>\n");
        before = format!("/Prev {at}");
    }
    text += &format!("startxref\n{at}\n%%EOF\n");
    assert_eq!(
        refused(text.as_bytes()),
        (RefusalCode::Damaged, "this file is damaged: it has no catalog".into())
    );
}

#[test]
fn more_values_than_are_kept_are_a_conflict() {
    let blank = list(16, |at| format!("<</T(candidate)/V({})>>", " ".repeat(at + 1)));
    let identity = format!("<</T(identity)/V{IDENTITY}>>");
    let read = read_in_time(&fdf("", &(identity + &blank + "<</T(candidate)/V(Ana)>>")));
    let entry = &read[0].as_ref().unwrap().fields[0].entry;
    assert!(matches!(entry, FieldEntry::Conflict(_)), "{entry:?}");
}
