"""Filling in a form with every library that can be had: each field shows its own text and nothing else, ruled lines do not
strike through it, and long notes stay legible."""

import ctypes
import json
import logging
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

logging.getLogger("fontTools").setLevel(logging.ERROR)
HERE = Path(__file__).parent
# Where `npm ci` put its modules: beside the libraries of Python.
MODULES = Path(sys.prefix) / "node_modules"
# Debian's own Python, which knows poppler's bindings.
SYSTEM_PYTHON = Path("/usr/bin/python3")
READ_ONLY = 1 << 0
NOTES = 1 << 12
SCALE = 2
LONG = 2500
# The distance of two ruled lines, and how much lower the first strip below a label is, in points.
RULING = 8 * 72 / 25.4
CUT = 3 * 72 / 25.4


def fields(pdf):
    """Every terminal field of a form, by its whole name."""
    found = {}

    def walk(field, above):
        name = ".".join(part for part in (above, str(field.get("/T", ""))) if part)
        kids = field.get("/Kids", [])
        if any("/T" in kid for kid in kids):
            for kid in kids:
                walk(kid, name)
        else:
            assert name not in found, f"two fields are called {name}"
            found[name] = field

    for field in pdf.Root.AcroForm.Fields:
        walk(field, "")
    return found


def text_widgets(path):
    """Of each page of a PDF, its text widgets that can be filled in: the field's name, whether it is a space for notes, and the area."""
    with pikepdf.open(path) as pdf:
        names = {}
        for name, field in fields(pdf).items():
            if field.get("/FT") == "/Tx" and not int(field.get("/Ff", 0)) & READ_ONLY:
                for widget in field.get("/Kids", [field]):
                    names[widget.objgen] = name, bool(int(field.get("/Ff", 0)) & NOTES)
        pages = []
        for page in pdf.pages:
            known = (widget for widget in page.get("/Annots", []) if widget.objgen in names)
            pages.append([(*names[it.objgen], [float(edge) for edge in it.Rect]) for it in known])
        return pages


def by_pypdf(blank, filled, values):
    writer = pypdf.PdfWriter(clone_from=blank)
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    writer.write(filled)


def by_program(*command):
    def fill(blank, filled, values):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(values, file)
            file.flush()
            done = subprocess.run([*command, blank, filled, file.name], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr

    return fill


def by_pdfium(blank, filled, values):
    """Types into each field, as a person does in Chromium's viewer."""
    document = pypdfium2.PdfDocument(blank)
    document.init_forms()
    # Chromium opens a page when one of its fields is filled in from another page; this library is asked for none.
    pages = list(document)
    seen = set()
    for page, widgets in zip(pages, text_widgets(blank)):
        for name, _, (left, bottom, right, top) in widgets:
            if name in seen or name not in values:
                continue
            seen.add(name)
            form, at = document.formenv, (page, 0, (left + right) / 2, (bottom + top) / 2)
            pdfium.FORM_OnMouseMove(form, *at)
            pdfium.FORM_OnLButtonDown(form, *at)
            pdfium.FORM_OnLButtonUp(form, *at)
            text = ctypes.create_string_buffer(values[name].encode("utf-16-le") + b"\0\0")
            pdfium.FORM_ReplaceSelection(form, page, ctypes.cast(text, pdfium.FPDF_WIDESTRING))
            pdfium.FORM_ForceToKillFocus(form)
    document.save(filled)


def has_poppler():
    code = "import gi; gi.require_version('Poppler', '0.18'); from gi.repository import Poppler"
    return subprocess.run([SYSTEM_PYTHON, "-c", code], capture_output=True, check=False).returncode == 0


def fillers(skipped):
    """The libraries that are there, and how to fill in with them. What is missing is said."""
    found = {"pypdf": by_pypdf, "PDFium": by_pdfium}
    has_node = shutil.which("node") is not None
    scripts = {
        "pdf-lib": ("node", HERE / "fill.mjs", "pdf-lib", MODULES),
        "pdf.js": ("node", HERE / "fill.mjs", "pdf.js", MODULES),
        "poppler": (SYSTEM_PYTHON, HERE / "fill_by_poppler.py"),
        "mupdf": ("mutool", "run", HERE / "fill_by_mupdf.js"),
    }
    needs = {
        "pdf-lib": (has_node and (MODULES / "pdf-lib").exists(), "Node and `npm ci`, as .ci/run has it"),
        "pdf.js": (has_node and (MODULES / "pdfjs-dist").exists(), "Node and `npm ci`, as .ci/run has it"),
        "poppler": (has_poppler(), "apt-get install python3-gi gir1.2-poppler-0.18"),
        "mupdf": (shutil.which("mutool") is not None, "apt-get install mupdf-tools"),
    }
    for name, (is_there, remedy) in needs.items():
        if is_there:
            found[name] = by_program(*scripts[name])
        else:
            skipped.append(f"filling in by {name}: {remedy}")
    return found


def words_by_poppler(path):
    """Of each page, its words and the middles of them, measured from the lower left."""
    html = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True).stdout
    pages = []
    for page in html.split("<page ")[1:]:
        height = float(re.search(r'height="([\d.]+)"', page)[1])
        words = []
        for edges in re.finditer(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<', page):
            left, top, right, bottom = (float(edge) for edge in edges.groups()[:4])
            words.append((edges[5], (left + right) / 2, height - (top + bottom) / 2))
        pages.append(words)
    return pages


def pictures_by_pdfium(path):
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    return [page.render(scale=SCALE, may_draw_forms=True).to_pil().convert("L") for page in document]


def pictures_by_poppler(path):
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(72 * SCALE), "-gray", "-png", path, f"{folder}/page"]
        subprocess.run(command, check=True, capture_output=True)
        return [Image.open(file).copy() for file in sorted(Path(folder).glob("page*.png"))]


def pictures_by_mupdf(path):
    with tempfile.TemporaryDirectory() as folder:
        command = ["mutool", "draw", "-q", "-r", str(72 * SCALE), "-c", "gray", "-o", f"{folder}/page%03d.png", path]
        subprocess.run(command, check=True, capture_output=True)
        return [Image.open(file).convert("L") for file in sorted(Path(folder).glob("page*.png"))]


def lines_of(rect):
    """How many ruled lines a space for notes has."""
    return int((rect[3] - rect[1] + CUT) / RULING)


def rules(picture, rect):
    """How many lines run from side to side of an area."""
    left, bottom, right, top = (edge * SCALE for edge in rect)
    height = picture.height
    # A little less than the whole width, as edges are blurred.
    strip = picture.crop([round(left) + 2, round(height - top), round(right) - 2, round(height - bottom)])
    dark = [max(strip.crop([0, y, strip.width, y + 1]).tobytes()) < 215 for y in range(strip.height)]
    return sum(here and not before for before, here in zip([False, *dark], dark))


def check_blank(blank):
    """Every space for notes is ruled on paper, whatever draws it."""
    for draw in (pictures_by_pdfium, pictures_by_poppler, pictures_by_mupdf):
        if draw is pictures_by_mupdf and shutil.which("mutool") is None:
            continue
        for picture, widgets in zip(draw(blank), text_widgets(blank)):
            for name, is_notes, rect in widgets:
                if is_notes:
                    wanted = lines_of(rect)
                    seen = rules(picture, rect)
                    assert seen == wanted, f"{name} has {seen} lines of {wanted} by {draw.__name__}"


def check_own_text(library, widgets, filled, values):
    """Each field shows its own text and nothing else, and no line strikes through it."""
    with pikepdf.open(filled) as pdf:
        for name, field in fields(pdf).items():
            if name in values:
                # poppler takes each place of a field for a field of its own, and keeps what is filled in there.
                held = {str(place.get("/V", "")) for place in ([field] if "/V" in field else field.Kids)}
                assert held == {values[name]}, f"{library}: {name} holds {held}"
            elif int(field.get("/Ff", 0)) & READ_ONLY:
                assert re.fullmatch(r"[0-9A-Z/-]{9,12} [0-9A-Z]{5} [a-z-]+", str(field.V)), f"{library}: {name} holds {field.V}"
            elif field.get("/FT") == "/Btn":
                assert field.get("/V", "/Off") == "/Off", f"{library}: {name} is ticked"
    shown = words_by_poppler(filled)
    for number, (page, words) in enumerate(zip(widgets, shown), 1):
        owns = [(text, x, y) for text, x, y in words if re.fullmatch(r"own\d+", text)]
        for name, _, (left, bottom, right, top) in page:
            inside = [text for text, x, y in owns if left <= x <= right and bottom <= y <= top]
            assert inside == [values[name]], f"{library}: page {number}, {name} shows {inside}, not {values[name]}"
        assert len(owns) == len(page), f"{library}: page {number} shows {len(owns)} texts in {len(page)} places"
    for picture, page in zip(pictures_by_pdfium(filled), widgets):
        for name, is_notes, rect in page:
            if is_notes:
                assert rules(picture, rect) == 0, f"{library}: lines run through what is typed into {name}"


def typed_size(filled, wanted):
    """How large the words of a field are, by what was written into the file for it."""
    with pikepdf.open(filled) as pdf:
        look = fields(pdf)[wanted].AP.N
        sizes = [float(operands[1]) for operands, operator in pikepdf.parse_content_stream(look) if str(operator) == "Tf"]
    return min(sizes)


def check_long_notes(blank, filled):
    """As much as 2,500 characters, typed into the smallest space of five lines or more, and 350 for each line, typed into a smaller
    one, can be read in Chromium's viewer to the last word."""
    notes = [(lines_of(rect), number, name) for number, page in enumerate(text_widgets(blank))
             for name, is_notes, rect in page if is_notes]
    check_long_text(blank, filled, min(it for it in notes if it[0] >= 5), LONG)
    least = min(notes)
    if least[0] < 5:
        check_long_text(blank, filled, least, 350 * least[0])


def check_long_text(blank, filled, space, length):
    _, number, name = space
    sentence = "When the audit found forty findings open she closed intake first and told the board why it takes two quarters. "
    text = (sentence * 30)[:length - len(" the-last-word")] + " the-last-word"
    by_pdfium(blank, filled, {name: text})
    size = typed_size(filled, name)
    assert size >= 6, f"{name}: {size} pt"
    words = words_by_poppler(filled)[number]
    [(_, _, (left, bottom, right, top))] = [widget for widget in text_widgets(blank)[number] if widget[0] == name]
    inside = [word for word, x, y in words if left <= x <= right and bottom <= y <= top]
    assert inside == text.split(), f"{name}: {len(inside)} of {len(text.split())} words can be seen"


def check_filling(folder, blank, skipped):
    check_blank(blank)
    widgets = text_widgets(blank)
    names = sorted({name for page in widgets for name, _, _ in page})
    values = {name: f"own{number:03}" for number, name in enumerate(names)}
    for library, fill in fillers(skipped).items():
        filled = folder / f"filled-by-{library}.pdf"
        fill(blank, filled, values)
        check_own_text(library, widgets, filled, values)
    check_long_notes(blank, folder / "long.pdf")
