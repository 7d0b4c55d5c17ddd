"""Reads what the program made with libraries of another language: fills in a kit, saves it, reads every value back, looks at it
as poppler and PDFium draw it, and walks the structure tree.

Usage: check.py PROGRAM
"""

import concurrent.futures
import json
import logging
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jsonschema
import outloud
import pdfua
import pikepdf
import pypdf
import yaml
from PIL import ImageChops

import free_markdown
import lines
import page_marks
from filling import READ_ONLY, SCALE, check_filling, fields, pictures_by_pdfium, pictures_by_poppler

PROGRAM = Path(sys.argv[1]).resolve()
ROOT = Path(__file__).resolve().parents[2]
logging.getLogger("pypdf").setLevel(logging.ERROR)
TYPED = "Zoë Ångström · Żółć · Ωμέγα · Привет"


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, **options).stdout


def fill_in(blank, filled):
    """Ticks the first box of every kind and writes into every text field, with pypdf, as any other program would."""
    reader = pypdf.PdfReader(blank)
    writer = pypdf.PdfWriter(clone_from=reader)
    values = {}
    for name, field in reader.get_fields().items():
        kind = field.get("/FT")
        if int(field.get("/Ff", 0)) & READ_ONLY and kind == "/Tx":
            continue
        if kind == "/Tx":
            values[name] = TYPED
        elif kind == "/Btn" and "/_States_" in field:
            values[name] = next(state for state in field["/_States_"] if state != "/Off")
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    writer.write(filled)
    return values


def ink_added(before, after, rect, height):
    """Whether something was drawn within an area of a page."""
    left, bottom, right, top = (float(number) for number in rect)
    box = [round(edge * SCALE) for edge in (left, height - top, right, height - bottom)]
    return ImageChops.difference(before.crop(box), after.crop(box)).getbbox() is not None


def check_form(folder, paper):
    run(PROGRAM, "build", "--name", "blank", "--paper", paper, "--force", "-o", folder)
    blank, filled = folder / "blank-packet.pdf", folder / "filled.pdf"
    with pikepdf.open(blank) as pdf:
        form = fields(pdf)
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        assert "scoring.prioritize-vulnerabilities.rubric.2" in form, sorted(form)[:9]
        for name, field in form.items():
            assert str(field.TU), f"{name} has no tooltip"
        ticked = form["scoring.intake.rubric.1"]
        assert set(ticked.AP.N.keys()) == {"/Yes", "/Off"}
        assert all(page.get("/Tabs") == "/S" for page in pdf.pages if "/Annots" in page)
    values = fill_in(blank, filled)
    # 55 rubric lines, 18 ratings, each question's follow-up, probes, watch-fors, and spaces for notes, and what else there is.
    assert len(values) > 300, len(values)
    back = pypdf.PdfReader(filled).get_fields()
    for name, value in values.items():
        assert back[name].get("/V") == value, (name, back[name].get("/V"), value)
    run("qpdf", "--check", filled)
    height = float(pypdf.PdfReader(blank).pages[0].mediabox.height)
    for draw in (pictures_by_pdfium, pictures_by_poppler):
        before, after = draw(blank), draw(filled)
        with pikepdf.open(filled) as pdf:
            for number, page in enumerate(pdf.pages):
                for widget in page.get("/Annots", []):
                    # What only says which page it is was there before.
                    if widget.Subtype != "/Widget" or int(widget.get("/Ff", 0)) & 1:
                        continue
                    is_text = "/AS" not in widget
                    if is_text or widget.AS != "/Off":
                        seen = ink_added(before[number], after[number], widget.Rect, height)
                        what = f"page {number + 1}, {widget.get('/TU')} at {list(widget.Rect)}"
                        assert seen, f"{what} cannot be seen"


def structure(pdf):
    """The words of a PDF in the order of its structure, and the types of its elements."""
    words, types = [], []
    pages = {page.objgen: page for page in pdf.pages}
    contents = {}
    for objgen, page in pages.items():
        contents[objgen] = marked(pdf, page)

    def walk(element, page):
        page = element.get("/Pg", page)
        types.append(str(element.S))
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                words.append(contents[page.objgen][kid])
            elif kid.get("/Type") == "/MCR":
                words.append(contents[kid.get("/Pg", page).objgen][kid.MCID])
            elif kid.get("/Type") != "/OBJR":
                walk(kid, page)
        if str(element.S) in ("/P", "/H1", "/H2", "/H3", "/LI", "/TD", "/TH", "/Lbl"):
            words.append(" ")

    walk(pdf.Root.StructTreeRoot.K if not isinstance(pdf.Root.StructTreeRoot.K, pikepdf.Array)
         else pdf.Root.StructTreeRoot.K[0], None)
    return re.sub(r"\s+", " ", "".join(words)), types


def marked(pdf, page):
    """The text of each marked content of a page, by its number, by way of each font's own ToUnicode."""
    maps = {}
    for name, font in page.Resources.Font.items():
        text = font.ToUnicode.read_bytes().decode("latin1")
        table = {}
        for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
            for code, say in re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", block):
                table[int(code, 16)] = bytes.fromhex(say).decode("utf-16-be")
        for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
            for first, last, say in re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", block):
                start = bytes.fromhex(say).decode("utf-16-be")
                for step in range(int(last, 16) - int(first, 16) + 1):
                    table[int(first, 16) + step] = start[:-1] + chr(ord(start[-1]) + step)
        maps[name] = table
    texts, number, actual, font, depth = {}, None, None, None, []
    for operands, operator in pikepdf.parse_content_stream(page):
        operator = str(operator)
        if operator == "BDC":
            properties = operands[1]
            depth.append((number, actual))
            if "/MCID" in properties:
                number = int(properties.MCID)
                texts.setdefault(number, "")
            elif "/ActualText" in properties:
                actual = str(properties.ActualText)
                texts[number] += actual
        elif operator == "EMC":
            number, actual = depth.pop()
        elif operator == "Tf":
            font = str(operands[0])
        elif operator == "TJ" and number is not None and actual is None:
            for part in operands[0]:
                if isinstance(part, pikepdf.String):
                    codes = bytes(part)
                    texts[number] += "".join(
                        maps[font].get(codes[i] << 8 | codes[i + 1], "\uFFFD") for i in range(0, len(codes), 2)
                    )
    return texts


def plain(markdown):
    """The words of a guide's Markdown, roughly: enough to compare letters and digits."""
    body = markdown.split("---\n", 2)[2]
    body = re.sub(r"<[^>]*>", "", body)
    body = re.sub(r"\]\(#[^)]*\)", "]", body)
    return body


def with_ratings(markdown):
    """The Markdown with the number of each rating before what it means, as the PDF has it."""

    def numbered(found):
        cells = found[2].split("|")
        return found[1] + "|".join(f" {number}{cell}" if cell.strip() else cell for number, cell in enumerate(cells, 1))

    return re.sub(r"(^\| \[ \] 1 .*\n\|:.*\n\|)(.*)$", numbered, markdown, flags=re.M)


def with_page_numbers(markdown, path):
    """The Markdown with the numbers of pages that the PDF prints: where the bookmarks of the headings lead."""
    reader = pypdf.PdfReader(path)

    def flat(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield reader.get_destination_page_number(entry) + 1

    anchors = re.findall(r'(?:^<a id="([^"]*)"></a>\s*(?:<!--[^>]*-->\s*)*)?^#+ ', markdown, re.M)
    pages = list(flat(reader.outline))
    assert len(anchors) == len(pages), (anchors, pages)
    pages = dict(zip(anchors, pages))
    return re.sub(r"<!-- page: (\S+) -->", lambda anchor: str(pages[anchor[1]]), markdown)


def letters(text):
    return re.sub(r"[\W_x]+", "", text)


def check_structure(folder):
    for document in ("guide", "scoring", "scorecard", "ground-rules"):
        check_structure_of(document, folder)


def check_structure_of(document, folder):
    run(PROGRAM, "build", "--name", "whole", "--force", "-o", folder, "--candidate", "Zoë “fi” Ångström", "--documents", document)
    with pikepdf.open(folder / "whole.pdf") as pdf:
        words, types = structure(pdf)
        headings = [int(kind[2]) for kind in types if re.fullmatch(r"/H\d", kind)]
        assert headings[0] == 1
        assert all(b <= a + 1 for a, b in zip(headings, headings[1:])), headings
        all_types = ["/Document", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Form", "/Link"]
        # Only the agenda of a guide has links.
        for wanted in all_types if document == "guide" else all_types[:-1]:
            assert wanted in types, (document, wanted)
        widgets = sum(a.Subtype == "/Widget" for page in pdf.pages for a in page.get("/Annots", []))
        assert types.count("/Form") == widgets
        parents = pdf.Root.StructTreeRoot.ParentTree.Nums
        keys = [int(parents[i]) for i in range(0, len(parents), 2)]
        assert keys == sorted(set(keys)) == list(range(int(pdf.Root.StructTreeRoot.ParentTreeNextKey)))
    # What is read out is what the Markdown says, letter by letter; list numbers stand in both.
    said = letters(words)
    markdown = with_page_numbers((folder / "whole.md").read_text(), folder / "whole.pdf")
    written = letters(plain(with_ratings(markdown)))
    said, written = said.replace("notes", ""), written.replace("notes", "")
    assert said == written, next(
        (said[max(0, i - 40):i + 40], written[max(0, i - 40):i + 40])
        for i in range(min(len(said), len(written))) if said[i] != written[i]
    )


def check_conformance(pdf, about=None):
    """Two checkers of accessibility find nothing in a file."""
    found = [finding for finding in pdfua.validate(pdf).findings if finding.confidence == pdfua.Confidence.CERTAIN]
    assert not found, (about or pdf, found)
    result = outloud.check(str(pdf), layers=["conformance"])
    assert not result.error and not result.errors, (about or pdf, [str(it) for it in result.findings])


def check_languages(folder):
    """All documents in each language, around questions in English, every other one in a brand."""
    locales = sorted(path.stem for path in (ROOT / "templates/locales").glob("*.ftl"))
    assert len(locales) > 12, locales
    for number, language in enumerate(locales):
        brand = ["--brand", ROOT / "examples/brand/_brand.yml"] if number % 2 else ["--no-brand"]
        run(PROGRAM, "panel", "--size", "1", "--limit", "1", "--collate", "--questions", "--force", "--language", language, *brand,
            "--date", "2026-03-02", "--time", "9:00", "--candidate", "Zoë", "--format", "pdf", "--name", language, "-o", folder,
            "--documents", "ground-rules,guide,scoring,scorecard,candidate-sheet,panel-plan,debrief")
        pdf = folder / f"{language}-packet.pdf"
        check_conformance(pdf)
        with pikepdf.open(pdf) as read:
            assert read.Root.Lang == language, (language, read.Root.Lang)
            is_mirrored = read.Root.ViewerPreferences.get("/Direction") == "/R2L"
            assert is_mirrored == (language in ("ar", "he")), language


def check_accessibility(folder):
    for line in (["--role", "appsec-manager"], ["--limit", "1", "--paper", "letter"], ["--theme", "people", "--layout", "compact"],
                 ["--minutes", "60", "--layout", "combined"], ["--limit", "2", "--large-print"]):
        run(PROGRAM, "build", "--name", "ua", "--force", "--format", "pdf", "-o", folder, *line)
        check_conformance(folder / "ua-packet.pdf")
    # A packet holds every document, blank backs, and several parts in one structure.
    run(PROGRAM, "panel", "--interviewers", "Ana:people,Bo", "--minutes", "45", "--collate", "--duplex", "--questions", "--force",
        "--documents", "ground-rules,guide,scoring,scorecard,candidate-sheet,panel-plan,debrief", "--format", "pdf", "--name", "ua", "-o", folder)
    check_conformance(folder / "ua-packet.pdf")
    with pikepdf.open(folder / "ua-packet.pdf") as pdf:
        form = fields(pdf)
        assert "interviewer-1.scorecard.recommendation.recommendation" in form, sorted(form)[:9]
        # Each scorecard is in by itself: they are no choice of one.
        assert all(form[f"debrief.scorecards.rubric.{number}"].FT == "/Btn" for number in (1, 2))
        # One plan, one sheet, ground rules, a guide, a scoring form and a scorecard for each of two, and one debrief.
        assert structure(pdf)[1].count("/Part") == 11


def check_markdown(folder, count=300):
    """Free Markdown becomes a file that two checkers of accessibility find nothing in, or is refused."""
    refused = fields_seen = headings_seen = 0
    for name, text, is_sound in free_markdown.documents(13, count):
        source, target = folder / f"{name}.md", folder / f"{name}.pdf"
        source.write_text(text)
        done = subprocess.run([PROGRAM, "typeset", source, "-o", target, "-q"], capture_output=True, text=True, check=False)
        if not is_sound:
            assert done.returncode == 1 and "is not a valid language tag" in done.stderr, (text, done.stderr)
            refused += 1
            continue
        assert done.returncode == 0, (text, done.stderr)
        check_conformance(target, text)
        with pikepdf.open(target) as pdf:
            assert free_markdown.is_tag(str(pdf.Root.Lang)), (text, pdf.Root.Lang)
            assert str(pdf.docinfo.Title).strip(), text
            types = structure(pdf)[1]
            levels = [int(kind[2]) for kind in types if re.fullmatch(r"/H\d", kind)]
            assert all(b <= a + 1 for a, b in zip([0, *levels], levels)), (text, levels)
            for field in fields(pdf).values() if "/AcroForm" in pdf.Root else ():
                assert str(field.get("/TU", "")).strip(), (text, field.get("/T"))
                fields_seen += 1
            headings_seen += len(levels)
    # The generator makes what the checks are about.
    assert refused > count / 20 and fields_seen > count and headings_seen > count / 2, (refused, fields_seen, headings_seen)


def check_lines(folder):
    """No line of any document is lost on an office photocopier."""
    documents = "ground-rules,guide,scoring,scorecard,candidate-sheet,panel-plan,debrief"
    example = Path(__file__).parents[2] / "examples/support-desk.yaml"
    for number, bank in enumerate(([], ["--bank", example])):
        for paper in ("a4", "letter"):
            place = folder / f"lines-{number}-{paper}"
            common = [*bank, "--documents", documents, "--collate=none", "--format", "pdf", "--paper", paper, "--questions", "-o", place]
            run(PROGRAM, "build", "--name", "one", *common)
            run(PROGRAM, "panel", "--size", "2", "--minutes", "45", "--time", "9:00", "--name", "panel", *common)
            made = sorted(place.glob("*.pdf"))
            assert len(made) == 18, made
            assert sum(lines.check(path) for path in made) > 200


def check_manifest(folder):
    """Manifests keep to their JSON Schema."""
    schema = json.loads(run(PROGRAM, "schema", "manifest"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    roster = folder / "roster.csv"
    roster.write_text("candidate,role\nAna,appsec-manager\nBo,nobody\n")
    for line in (
        ["build", "--dry-run"],
        ["panel", "--size", "2", "--minutes", "45", "--collate", "-o", folder / "panel"],
        ["build", "--roster", roster, "--keep-going", "--theme", "people", "-o", folder / "many"],
    ):
        done = subprocess.run([PROGRAM, *line, "--json"], capture_output=True, text=True, check=False)
        validator.validate(json.loads(done.stdout))


def check_schema(folder):
    """Banks are judged by their JSON Schema as an editor would judge them."""
    schema = json.loads(run(PROGRAM, "schema"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)

    def faults(text):
        # An editor sees the keys of a mapping as texts, whatever they look like.
        bank = json.loads(json.dumps(yaml.safe_load(text)))
        return [error.json_path for error in validator.iter_errors(bank)]

    run(PROGRAM, "init", folder / "own")
    good = (folder / "own/bank.yaml").read_text()
    assert json.loads((folder / "own/bank.schema.json").read_text()) == schema
    example = (Path(__file__).parents[2] / "examples/support-desk.yaml").read_text()
    for text in (good, example):
        assert faults(text) == [], faults(text)
    for before, after, place in (
        ("theme: execution", "theme: Exe cution", "$.questions[0].theme"),
        ("    minutes: 8", "    minutes: 800", "$.questions[0].minutes"),
        ("  - id: intake", "  - id: In Take", "$.questions[0].id"),
        ("    number: 1\n", "", "$.questions[0]"),
        ("    probes:", "    prodes:", "$.questions[0]"),
        ("      1: >-", "      one: >-", "$.questions[0].anchors"),
        ("      K102:", "      K999:", "$.questions[4].allow"),
        ("scale:", "scales:", "$"),
        ("language: en", "language: de_DE", "$.language"),
        ("language: en", "language: English", "$.language"),
    ):
        assert before in good, before
        assert place in faults(good.replace(before, after, 1)), (after, faults(good.replace(before, after, 1)))


def check_forms(folder):
    """The guide of everything is filled in by every library that can be had."""
    for paper in ("a4", "letter"):
        check_form(folder, paper)
    skipped = []
    check_filling(folder, folder / "blank-packet.pdf", skipped)
    check_structure(folder)
    return skipped


def check_packet(folder):
    """Every document of a packet is filled in by every library that can be had."""
    run(PROGRAM, "panel", "--size", "2", "--minutes", "45", "--collate", "--questions", "--name", "packet", "-o", folder,
        "--documents", "ground-rules,guide,scoring,scorecard,candidate-sheet,panel-plan,debrief", "--format", "pdf")
    skipped = []
    check_filling(folder, folder / "packet-packet.pdf", skipped)
    return skipped


def check_data(folder):
    page_marks.check(folder, run, PROGRAM)
    check_schema(folder)
    check_manifest(folder)


# Each has a folder of its own, so that they can run at once. The longest come first.
CHECKS = (check_forms, check_packet, check_data, check_markdown, check_languages, check_accessibility, check_lines)


def timed(check):
    """What a check skipped, and how long it took."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        skipped = check(Path(name)) or []
    return skipped, time.monotonic() - start


def main():
    skipped = set()
    # A check that fails says so at once, and ends the others.
    with concurrent.futures.ProcessPoolExecutor() as pool:
        running = {pool.submit(timed, check): check.__name__ for check in CHECKS}
        try:
            for done in concurrent.futures.as_completed(running):
                found, seconds = done.result()
                skipped.update(found)
                print(f"{running[done]}: passed in {seconds:.0f} s", flush=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    for line in sorted(skipped):
        print(f"skipped: {line}")
    if skipped and os.environ.get("CI"):
        sys.exit("nothing may be skipped in CI")
    print(f"{len(CHECKS)} passed, 0 failed, {len(skipped)} skipped")


if __name__ == "__main__":
    main()
