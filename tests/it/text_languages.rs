//! Texts of a bank are in its language, and all others in the language of the document: in the Markdown, and for screen readers in
//! the PDF, as another program reads it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::support::{Test, all_documents};

/// A bank in which every text is between two signs.
fn bank(id: &str, language: &str, sign: char) -> String {
    let text = |words: &str| format!("'{sign}{words}{sign}'");
    let mut bank = format!(
        "id: {id}\ntitle: {}\nedition: '2026'\nlanguage: {language}\nsource: {}\neditor: {}\n",
        text("Title of a pack"),
        text("A source"),
        text("An editor"),
    );
    let _ = write!(
        bank,
        "competencies_label: {}\nthemes: [{{id: {id}-one, title: {}}}, {{id: {id}-two, title: {}}}]\n\
         competencies:\n  - {{id: {id}-a, title: {}, definition: {}}}\n  - {{id: {id}-b, title: {}, statement: {}}}\n\
         companions: [{{id: {id}-book, title: {}}}, {{id: {id}-paper, title: {}}}]\n\
         levels: [{{id: lead, title: {}}}]\n\
         roles: [{{id: boss, title: {}, level: lead}}]\n\
         scale: [{{score: 1, label: {}}}, {{score: 2, label: {}}}, {{score: 3, label: {}}}]\nquestions:\n",
        text("What managers show"),
        text("First theme"),
        text("Second theme"),
        text("Credibility"),
        text("A definition"),
        text("Care"),
        text("A statement"),
        text("A book"),
        text("A paper"),
        text("Lead"),
        text("Boss"),
        text("Weak"),
        text("Fair"),
        text("Strong"),
    );
    for (number, theme, competency) in [(1, "one", "a"), (2, "two", "b"), (3, "one", "a")] {
        let _ = write!(
            bank,
            "  - id: {id}-q{number}\n    number: {number}\n    ask: {}\n    theme: {id}-{theme}\n    levels: [lead]\n\
             \x20   competencies: [{id}-{competency}]\n    kind: situational\n    minutes: 8\n    companions: [{id}-book, {id}-paper]\n\
             \x20   rubric_label: {}\n    rubric: [{}, {}]\n    follow_up: {}\n    probes: [{}, {}]\n    watch_for: [{}]\n\
             \x20   anchors: {{1: {}, 3: {}}}\n",
            text(&format!("How would you answer question {number} of these?")),
            text("Listen for"),
            text("A plan"),
            text("A result"),
            text("When did you do it?"),
            text("Who?"),
            text("When?"),
            text("Blames others"),
            text("Says nothing"),
            text("Says all"),
        );
    }
    bank
}

/// The texts of a tagged PDF and the names of its fields, with their languages. What one element holds is one text.
struct Tagged {
    texts: Vec<(String, String)>,
    names: Vec<(String, String)>,
    /// The types of elements that have a language of their own.
    own: Vec<String>,
}

struct Reader<'d> {
    pdf: &'d Document,
    /// The marked contents of pages, by the page and the number there.
    contents: BTreeMap<(ObjectId, i64), String>,
    found: Tagged,
}

fn read(bytes: &[u8]) -> Tagged {
    let pdf = Document::load_mem(bytes).unwrap();
    let mut contents = BTreeMap::new();
    for page in pdf.get_pages().into_values() {
        for (number, text) in marked(&pdf, page) {
            contents.insert((page, number), text);
        }
    }
    let catalog = pdf.catalog().unwrap();
    let lang = string(catalog.get(b"Lang").unwrap());
    let root = pdf.get_dictionary(catalog.get(b"StructTreeRoot").unwrap().as_reference().unwrap());
    let found = Tagged { texts: Vec::new(), names: Vec::new(), own: Vec::new() };
    let mut reader = Reader { pdf: &pdf, contents, found };
    reader.kids(root.unwrap(), &lang, None);
    reader.found
}

impl Reader<'_> {
    fn kids(&mut self, element: &Dictionary, lang: &str, page: Option<ObjectId>) {
        let Ok(kids) = element.get(b"K") else { return };
        let kids = match kids {
            Object::Array(kids) => kids.clone(),
            kid => vec![kid.clone()],
        };
        let mut own = String::new();
        for kid in kids {
            match &kid {
                Object::Integer(number) => own.push_str(&self.contents[&(page.unwrap(), *number)]),
                Object::Reference(id) => self.element(*id, lang, page),
                Object::Dictionary(kid)
                    if kid.get(b"Type").unwrap().as_name().unwrap() == b"MCR" =>
                {
                    let page = kid.get(b"Pg").unwrap().as_reference().unwrap();
                    let number = kid.get(b"MCID").unwrap().as_i64().unwrap();
                    own.push_str(&self.contents[&(page, number)]);
                }
                Object::Dictionary(kid) => {
                    let id = kid.get(b"Obj").unwrap().as_reference().unwrap();
                    let annotation = self.pdf.get_dictionary(id).unwrap();
                    let name = annotation.get(b"Contents").or(annotation.get(b"TU")).unwrap();
                    self.found.names.push((lang.to_owned(), string(name)));
                }
                other => panic!("{other:?}"),
            }
        }
        if !own.is_empty() {
            self.found.texts.push((lang.to_owned(), own));
        }
    }

    fn element(&mut self, id: ObjectId, lang: &str, page: Option<ObjectId>) {
        let element = self.pdf.get_dictionary(id).unwrap();
        let own = element.get(b"Lang").ok().map(string);
        if own.is_some() {
            let role = element.get(b"S").unwrap().as_name().unwrap();
            self.found.own.push(String::from_utf8_lossy(role).into_owned());
        }
        let page = element.get(b"Pg").ok().map_or(page, |page| page.as_reference().ok());
        self.kids(element, own.as_deref().unwrap_or(lang), page);
    }
}

/// A text string (ISO 32000-1, 7.9.2.2).
fn string(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(b"\xFE\xFF") {
        Some(utf_16) => {
            let units = utf_16.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            String::from_utf16(&units.collect::<Vec<_>>()).unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

/// The texts of a page's marked contents, by their numbers.
fn marked(pdf: &Document, page: ObjectId) -> BTreeMap<i64, String> {
    let fonts = pdf.get_page_fonts(page).unwrap();
    let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> =
        fonts.into_iter().map(|(name, font)| (name, characters(pdf, font))).collect();
    let content = Content::decode(&pdf.get_page_content(page)).unwrap();
    let mut texts: BTreeMap<i64, String> = BTreeMap::new();
    let (mut open, mut font) = (Vec::new(), None);
    for operation in content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BMC" => open.push((None, false)),
            "BDC" => {
                let list = operands[1].as_dict().ok();
                let number = list.and_then(|it| it.get(b"MCID").ok()?.as_i64().ok());
                let actual = list.and_then(|it| it.get(b"ActualText").ok()).map(string);
                open.push((number, actual.is_some()));
                let number = open.iter().rev().find_map(|(number, _)| *number);
                if let (Some(number), Some(actual)) = (number, actual) {
                    texts.entry(number).or_default().push_str(&actual);
                }
            }
            "EMC" => drop(open.pop()),
            "Tf" => font = fonts.get(operands[0].as_name().unwrap()),
            "Tj" | "TJ" => {
                let number = open.iter().rev().find_map(|(number, _)| *number);
                let Some(number) = number.filter(|_| open.iter().all(|(_, is_told)| !is_told))
                else {
                    continue;
                };
                let parts = operands[0].as_array().cloned().unwrap_or(vec![operands[0].clone()]);
                for part in parts.iter().filter_map(|part| part.as_str().ok()) {
                    let codes = part.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                    let text: String = codes.map(|code| font.unwrap()[&code].as_str()).collect();
                    texts.entry(number).or_default().push_str(&text);
                }
            }
            _ => {}
        }
    }
    texts
}

/// The characters of a font's codes.
fn characters(pdf: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let mut characters = BTreeMap::new();
    let Ok(map) = font.get(b"ToUnicode").and_then(Object::as_reference) else { return characters };
    let map = pdf.get_object(map).unwrap().as_stream().unwrap().decompressed_content().unwrap();
    let map = String::from_utf8_lossy(&map).into_owned();
    let hex = |text: &str| {
        let bytes = text.trim_matches(['<', '>']).as_bytes().chunks(4);
        let units = bytes.map(|it| u16::from_str_radix(std::str::from_utf8(it).unwrap(), 16));
        units.map(Result::unwrap).collect::<Vec<u16>>()
    };
    let between = |start: &str, end: &str| -> Vec<String> {
        let parts = map.split(start).skip(1).map(|part| part.split(end).next().unwrap());
        parts.flat_map(str::lines).map(str::to_owned).filter(|line| line.contains('<')).collect()
    };
    for line in between("beginbfchar", "endbfchar") {
        let codes: Vec<_> = line.split_inclusive('>').map(str::trim).collect();
        characters.insert(hex(codes[0])[0], String::from_utf16(&hex(codes[1])).unwrap());
    }
    for line in between("beginbfrange", "endbfrange") {
        let codes: Vec<_> = line.split_inclusive('>').map(str::trim).collect();
        let (first, last, start) = (hex(codes[0])[0], hex(codes[1])[0], hex(codes[2]));
        for code in first..=last {
            let mut units = start.clone();
            *units.last_mut().unwrap() += code - first;
            characters.insert(code, String::from_utf16(&units).unwrap());
        }
    }
    characters
}

/// The signs around the texts of banks, and their languages.
const SIGNS: [(char, &str); 2] = [('§', "en"), ('¶', "fr")];

/// A text without the texts of banks in it, and their languages.
fn without_bank(text: &str) -> (String, Vec<&'static str>) {
    let (mut rest, mut languages) = (text.to_owned(), Vec::new());
    for (sign, language) in SIGNS {
        let parts: Vec<&str> = rest.split(sign).collect();
        assert_eq!(parts.len() % 2, 1, "a text of a bank is cut: {text}");
        languages.extend(std::iter::repeat_n(language, parts.len() / 2));
        rest = parts.into_iter().step_by(2).collect();
    }
    (rest, languages)
}

fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

#[test]
fn in_a_german_packet_each_text_of_an_english_or_french_bank_is_in_its_language() {
    let test =
        Test::new().file("en.yaml", &bank("en", "en", '§')).file("fr.yaml", &bank("fr", "fr", '¶'));
    let banks = "--bank en.yaml --bank fr.yaml --language de";
    let all = format!("{banks} --role boss {} --questions --collate=none --quiet", all_documents());
    for (name, order) in [
        ("a", "panel --interviewers Ana:en-one+fr-two,Bo --minutes 60 --shared 0 --time 9:00"),
        ("b", "build --layout combined"),
        ("c", "build --layout compact --large-print"),
    ] {
        test.run(&format!("{order} {all} --format pdf,md -o {name} --name {name}")).ok();
    }
    let (mut own, mut names) = (0, 0);
    for folder in ["a", "b", "c"] {
        for entry in std::fs::read_dir(test.path(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().unwrap() != "pdf" {
                continue;
            }
            let found = read(&std::fs::read(&path).unwrap());
            for (lang, text) in &found.texts {
                let (rest, languages) = without_bank(text);
                let expected = match languages.as_slice() {
                    [] => "de",
                    [only] => only,
                    several => panic!("{several:?} in one element: {text}"),
                };
                assert_eq!(lang, expected, "{}: {text}", path.display());
                assert!(languages.is_empty() || rest.is_empty(), "{}: {text}", path.display());
                own += languages.len();
            }
            for (lang, name) in &found.names {
                let (rest, mut languages) = without_bank(name);
                languages.dedup();
                // A name in two languages is said in that of the document.
                let expected = match languages.as_slice() {
                    [only] if !has_letters(&rest) => only,
                    _ => "de",
                };
                assert_eq!(lang, expected, "{}: {name}", path.display());
                names += usize::from(expected != "de");
            }
            let other = found.own.iter().find(|role| !matches!(role.as_str(), "Span" | "Form"));
            assert_eq!(other, None, "{}", path.display());
            // The Markdown is the document.
            let (markdown, again) = (path.with_extension("md"), test.path("again.pdf"));
            let size = if folder == "c" { "--large-print" } else { "--quiet" };
            let line = [markdown.to_str().unwrap(), "-o", "again.pdf", "--force", size];
            let output = test.command([&["typeset"], &line[..]].concat()).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let same = std::fs::read(&again).unwrap() == std::fs::read(&path).unwrap();
            assert!(same, "{}", path.display());
        }
    }
    assert!(own > 200 && names > 40, "{own} texts and {names} names only");
}

#[test]
fn in_a_packet_of_one_language_no_text_has_a_language_of_its_own() {
    let test = Test::new();
    for (bank, language) in [("en", "en"), ("en", "en-GB"), ("de", "de")] {
        let text = self::bank("bank", bank, '§');
        std::fs::write(test.path("bank.yaml"), text).unwrap();
        let order =
            "panel --size 2 --minutes 60 --bank bank.yaml --quiet --force --collate --name k";
        let all = all_documents();
        test.run(&format!("{order} {all} --language {language} --format pdf,md")).ok();
        let found = read(&test.read("k-packet.pdf"));
        assert_eq!(found.own, Vec::<String>::new(), "{bank} {language}");
        assert!(found.texts.iter().all(|(lang, _)| lang == language), "{bank} {language}");
        for name in test.names().iter().filter(|name| name.ends_with("md")) {
            assert!(!test.text(name).contains("<span"), "{name}");
        }
    }
}

#[test]
fn documents_of_a_roster_in_several_languages_say_theirs_in_one_file() {
    let test = Test::new()
        .file("bank.yaml", &bank("bank", "de", '§'))
        .file("r.csv", "candidate,language\nAna,de\nBo,nl\n");
    let order = "build --bank bank.yaml --roster r.csv --collate=all --format pdf -o all.pdf";
    test.run(&format!("{order} --documents scorecard --quiet")).ok();
    let found = read(&test.read("all.pdf"));
    assert_eq!(found.own.iter().filter(|role| *role == "Part").count(), 1, "{:?}", found.own);
    let frame = |lang: &str, text: &str| {
        let has = |(its, it): &(String, String)| its == lang && it.trim() == text;
        found.texts.iter().any(has)
    };
    assert!(frame("de", "Frage") && frame("nl", "Vraag"), "{:?}", found.texts);
}

#[test]
fn a_template_that_marks_a_text_without_a_language_is_reported_at_its_place() {
    for (call, fault) in [
        ("{{ title | lang(nothing) }}", "`lang` is passed undefined, not the language of the text"),
        ("{{ title | lang(3) }}", "`lang` is passed number, not the language of the text"),
        ("{{ title | lang(\"german\") }}", "`german` is not a valid language tag"),
    ] {
        let test = Test::new();
        std::fs::create_dir(test.path("t")).unwrap();
        std::fs::write(test.path("t/guide.md"), format!("# {call}\n")).unwrap();
        let ran = test.run("build --documents guide --format md -o - --templates t");
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{call}");
        assert!(ran.err.contains(fault) && ran.err.contains("t/guide.md:1"), "{}", ran.err);
    }
}

#[test]
fn a_language_in_a_text_by_hand_is_read_or_reported() {
    let test = Test::new();
    let typeset = |markdown: &str| {
        std::fs::write(test.path("a.md"), format!("---\ntitle: A\nlang: en\n---\n\n{markdown}\n"))
            .unwrap();
        let ran = test.run("typeset a.md -o a.pdf --force --quiet").ok();
        (read(&test.read("a.pdf")).texts, ran.err)
    };
    let text = |lang: &str, text: &str| (lang.to_owned(), text.to_owned());
    let (texts, err) = typeset(
        "He said <span lang=\"de\">guten **Tag** und <span lang='fr'>adieu</span> oder</span> left.",
    );
    assert_eq!(err, "");
    let expected = ["de|guten ", "de|Tag", "de| und ", "fr|adieu", "de| oder", "en|He said  left."];
    let mut found: Vec<String> =
        texts.iter().map(|(lang, text)| format!("{lang}|{text}")).collect();
    found.sort_by_key(|it| expected.iter().position(|expected| expected == it));
    assert_eq!(found, expected);
    for (markdown, fault) in [
        ("a <span lang=\"german\">b</span> c", "`german` is not a valid language tag"),
        ("a <span lang=\"de\" class=\"x\">b</span> c", "HTML is not printed"),
        ("a <span class=\"x\">b</span> c", "HTML is not printed"),
        ("a <span>b</span> c", "HTML is not printed"),
        ("a b</span> c", "HTML is not printed"),
    ] {
        let (texts, err) = typeset(markdown);
        assert_eq!(texts, [text("en", "a b c")], "{markdown}");
        assert!(err.contains(fault), "{markdown}: {err}");
    }
    let (texts, err) = typeset("a <span lang=\"de\">b c\n\nd");
    assert_eq!(texts.len(), 3, "{texts:?}");
    assert!(texts.contains(&text("en", "d")), "the language ends with the paragraph: {texts:?}");
    assert!(err.contains("`<span lang=\"de\">` is not closed"), "{err}");
}
