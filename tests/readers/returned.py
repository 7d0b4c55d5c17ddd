"""Fills in one small packet with the same answers by every program that can be had, for `tests/it/form_reader.rs`; or fills in random
answers by the fast ones, and compares what interview-kit reads with them.

Usage: returned.py PROGRAM              writes tests/returned/PRODUCER.pdf, exports, and answers.json
       returned.py PROGRAM --random N   reads back N random fields

Needs what `requirements.txt` and `package.json` name; PyMuPDF, pdftk, pdfcpu, qpdf and Ghostscript are used if they are
there. `MODULES` names the
folder of node_modules.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import filling
import pikepdf
import pypdf

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "tests/returned"
BUILD = ("build", "--limit", "1", "--documents", "scoring,scorecard", "--collate", "--format", "pdf", "--name", "blank")
MODULES = Path(os.environ.get("MODULES", filling.MODULES))

ANSWERS = {
    "candidate": "Ana Müller",
    "interviewer": "Zoë Ångström",
    "intake.rating": "4",
    "scoring.intake.rubric.1": True,
    "scoring.intake.rubric.3": True,
    "scoring.intake.evidence": "Closed intake first (all of it).\nTold the board: two quarters \\ 40 % – “done”.",
    "scorecard.competencies.credibility": "not-assessed",
    "scorecard.competencies.process-discipline": "2",
    "scorecard.recommendation.recommendation": "yes",
    "scorecard.recommendation.notes": "Привет, Ωμέγα, Żółć – 3 × 4 €",
    "scorecard.recommendation.rated-alone": True,
    "scorecard.recommendation.signature": "Z. Å.",
    "scorecard.recommendation.date": "2026-03-02",
}


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stderr or done.stdout}"
    return done.stdout


def run_any(*command):
    """Runs a program that may refuse something."""
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def whole_name(widget):
    parts = []
    while widget is not None:
        if "/T" in widget:
            parts.insert(0, str(widget.T))
        widget = widget.get("/Parent")
    return ".".join(parts)


def states(widget):
    """The states of a box in which it is checked."""
    return [name[1:] for name in widget.AP.N.keys() if name != "/Off"]


def places(blank, values):
    """Where to click: for each box that is to be checked the page, from 0, and its middle."""
    found = defaultdict(list)
    with pikepdf.open(blank) as pdf:
        for number, page in enumerate(pdf.pages):
            for widget in page.get("/Annots", []):
                name = whole_name(widget)
                value = values.get(name)
                if value is None or "/AS" not in widget or (value is not True and value not in states(widget)):
                    continue
                left, bottom, right, top = (float(edge) for edge in widget.Rect)
                found[name].append((number, (left + right) / 2, (bottom + top) / 2))
    return found


def by_pypdf(blank, filled, values):
    writer = pypdf.PdfWriter(clone_from=blank)
    named = {name: "/Yes" if value is True else value for name, value in values.items()}
    boxes = places(blank, values)
    named = {name: f"/{value.lstrip('/')}" if name in boxes else value for name, value in named.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, named, auto_regenerate=False)
    writer.write(filled)


def by_pikepdf(blank, filled, values):
    with pikepdf.open(blank) as pdf:
        for name, field in filling.fields(pdf).items():
            value = values.get(name)
            widgets = list(field.get("/Kids", [field]))
            if value is None:
                continue
            if "/AS" not in widgets[0]:
                field.V = value
                continue
            state = "Yes" if value is True else value
            field.V = pikepdf.Name(f"/{state}")
            for widget in widgets:
                widget.AS = field.V if state in states(widget) else pikepdf.Name.Off
        pdf.save(filled)


def by_pdfium(blank, filled, values):
    """Types and clicks, as a person does in Chromium's viewer."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        boxes = places(blank, values)
        filling.by_pdfium(blank, file.name, {name: value for name, value in values.items() if name not in boxes})
        document = pypdfium2.PdfDocument(file.name)
        document.init_forms()
        pages = list(document)
        for clicks in boxes.values():
            # Its viewer checks the boxes of the same value together.
            number, x, y = clicks[0]
            at = (pages[number], 0, x, y)
            pdfium.FORM_OnMouseMove(document.formenv, *at)
            pdfium.FORM_OnLButtonDown(document.formenv, *at)
            pdfium.FORM_OnLButtonUp(document.formenv, *at)
            pdfium.FORM_ForceToKillFocus(document.formenv)
        document.save(filled)


def by_poppler(blank, filled, values):
    clicks = {name: found if values[name] is not True else True for name, found in places(blank, values).items()}
    filling.by_program(filling.SYSTEM_PYTHON, filling.HERE / "fill_by_poppler.py")(blank, filled, {**values, **clicks})


def by_pymupdf(blank, filled, values):
    import pymupdf

    document = pymupdf.open(blank)
    for page in document:
        for widget in page.widgets():
            value = values.get(widget.field_name)
            if value is None:
                continue
            if widget.field_type == pymupdf.PDF_WIDGET_TYPE_RADIOBUTTON:
                if widget.on_state() != value:
                    continue
                value = value if widget.field_value != value else None
            if value is not None:
                widget.field_value = value
                widget.update()
    document.save(filled, deflate=True)


def by_pdftk(blank, filled, values):
    with tempfile.NamedTemporaryFile("w", suffix=".xfdf", encoding="utf-8") as file:
        file.write(xfdf(values))
        file.flush()
        run("pdftk", blank, "fill_form", file.name, "output", filled)


def by_pdfcpu(blank, filled, values):
    with tempfile.TemporaryDirectory() as name:
        form = Path(name) / "form.json"
        run("pdfcpu", "form", "export", blank, form)
        data = json.loads(form.read_text())
        for fields in data["forms"][0].values():
            for field in fields:
                value = values.get(field.get("name"))
                if value is not None:
                    field["value"] = value
        form.write_text(json.dumps(data))
        run("pdfcpu", "form", "fill", blank, form, filled)


def after_pikepdf(*command):
    """Another program writes the whole file anew."""

    def fill(blank, filled, values):
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            by_pikepdf(blank, file.name, values)
            run(*(part.format(before=file.name, after=filled) for part in command))

    return fill


def xfdf(values):
    """The answers as an export."""
    from xml.sax.saxutils import escape, quoteattr

    tree = {}
    for name, value in values.items():
        at = tree
        for part in name.split("."):
            at = at.setdefault(part, {})
        at[None] = "Yes" if value is True else value

    def written(tree):
        text = ""
        for name, below in tree.items():
            if name is None:
                text += f"<value>{escape(below)}</value>"
            else:
                text += f"<field name={quoteattr(name)}>{written(below)}</field>"
        return text

    return ('<?xml version="1.0" encoding="UTF-8"?>\n<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve">'
            f"<fields>{written(tree)}</fields></xfdf>\n")


def identities(path):
    with pikepdf.open(path) as pdf:
        return {name: str(field.V) for name, field in filling.fields(pdf).items() if name.endswith("identity")}


def producers():
    """The programs that are there, and how to fill in with each."""
    node = ("node", filling.HERE / "fill.mjs")
    all_of = {
        "pypdf": by_pypdf,
        "pikepdf": by_pikepdf,
        "pdfium": by_pdfium,
        "pdf-lib": filling.by_program(*node, "pdf-lib", MODULES) if MODULES.exists() else None,
        "pdf.js": filling.by_program(*node, "pdf.js", MODULES) if MODULES.exists() else None,
        "poppler": by_poppler if filling.has_poppler() else None,
        "mupdf": filling.by_program("mutool", "run", filling.HERE / "fill_by_mupdf.js"),
        "pdftk": by_pdftk,
        "pdfcpu": by_pdfcpu,
        "qpdf": after_pikepdf("qpdf", "--linearize", "--object-streams=disable", "{before}", "{after}"),
        # It writes the operators of all pages anew.
        "mupdf-clean": after_pikepdf("mutool", "clean", "-s", "-z", "{before}", "{after}"),
    }
    needs = {"mupdf": "mutool", "pdftk": "pdftk", "pdfcpu": "pdfcpu", "qpdf": "qpdf", "mupdf-clean": "mutool"}
    try:
        import pymupdf  # noqa: F401

        all_of["pymupdf"] = by_pymupdf
    except ImportError:
        all_of["pymupdf"] = None
    found = {}
    for name, fill in all_of.items():
        if fill is None or (name in needs and shutil.which(needs[name]) is None):
            print(f"skipped: {name} is not there")
        else:
            found[name] = fill
    return found


# Programs that leave nothing to read: by file, the command.
REFUSED = {
    "printed": ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", "{after}", "{before}"),
    "flattened": ("pdftk", "{before}", "output", "{after}", "flatten"),
    "encrypted": ("qpdf", "--encrypt", "", "owner", "256", "--", "{before}", "{after}"),
}


def write_corpus(program):
    OUT.mkdir(exist_ok=True)
    (OUT / "refused").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        run(program, *BUILD, "-o", name)
        [blank] = Path(name).glob("*.pdf")
        shutil.copy(blank, OUT / "blank.pdf")
        for producer, fill in producers().items():
            filled = OUT / f"{producer}.pdf"
            try:
                fill(blank, filled, ANSWERS)
            except (AssertionError, OSError) as error:
                print(f"failed: {producer}: {error}")
                continue
            print(f"{producer}: {filled.stat().st_size // 1024} KB")
        for kind, command in REFUSED.items():
            if shutil.which(command[0]):
                after_pikepdf(*command)(blank, OUT / f"refused/{kind}.pdf", ANSWERS)
            else:
                print(f"skipped: {command[0]} is not there")
        named = {**ANSWERS, **identities(blank)}
        (OUT / "export.xfdf").write_text(xfdf(named), encoding="utf-8")
        if shutil.which("pdftk"):
            run("pdftk", OUT / "pikepdf.pdf", "generate_fdf", "output", OUT / "pdftk.fdf")
    (OUT / "answers.json").write_text(json.dumps(ANSWERS, ensure_ascii=False, indent=2) + "\n")


LETTERS = (
    "abc xyz ABC (){}[]<>/\\%#&;'\"~",
    "äöüßéèçñ€–—“”‚„•…ﬁ™ŁŒŠŸŽıłœšž˘ˇˆ˙˝˛˚˜",
    "Привет Ωμέγα Żółć şğ",
    "مرحبا بالعالم שלום ‏‎",
    "日本語 한국어 中文",
    "😀👩‍👩‍👧🏳️‍🌈𝕏𠀀",
    "\t\n\n",
    "\u0001\u0008\u001b\u007f\u0085\u00a0\u00ad\u200b\u2028\ufeff\ufffd",
)


def random_text(chance):
    length = chance.choice([0, 1, 2, 5, 20, 20, 80, 300, 3000])
    kinds = chance.sample(LETTERS, chance.randint(1, 3))
    return "".join(chance.choice(chance.choice(kinds)) for _ in range(length))


def random_values(blank, chance):
    values = {}
    with pikepdf.open(blank) as pdf:
        for name, field in filling.fields(pdf).items():
            if int(field.get("/Ff", 0)) & filling.READ_ONLY and field.get("/FT") == "/Tx":
                continue
            widgets = list(field.get("/Kids", [field]))
            if "/AS" in widgets[0]:
                all_states = sorted({state for widget in widgets for state in states(widget)})
                state = chance.choice([None, *all_states])
                if state is not None:
                    values[name] = True if state == "Yes" else state
            elif text := random_text(chance):
                values[name] = text
    return values


def normal(value):
    """Ends of lines are line feeds for the reader; white space alone is nothing."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").replace("\r", "\n")
        return value if value.strip() else None
    return value or None


def stored(path):
    """What a file holds, as pikepdf reads it: what programs leave out or change is theirs, and not the reader's."""
    with pikepdf.open(path) as pdf:
        held = {}
        for name, field in filling.fields(pdf).items():
            value = field.get("/V", None)
            held[name] = None if value is None else str(value)
        return held


def entries(record):
    """What a record says, by the names of the fields in the document."""
    found = {"candidate": record["candidate"], "interviewer": record["interviewer"]}
    for question in record["questions"]:
        of = question["id"]
        for part in ("rating", "follow_up", "notes", "evidence"):
            if question[part] is not None:
                found[f"{of}.{part.replace('_', '-')}"] = question[part]
        for part in ("rubric", "watch_for"):
            for number, value in enumerate(question[part], 1):
                found[f"{of}.{part.replace('_', '-')}.{number}"] = value
        for other in question["other"]:
            found[f"{of}.{other['name']}"] = other["value"]
    for competency in record["competencies"]:
        found[f"competencies.{competency['id']}"] = competency["rating"]
    for name, key in (("recommendation.recommendation", "recommendation"), ("recommendation.notes", "reasons")):
        if record[key] is not None:
            found[name] = record[key]
    for other in record["other"]:
        found[other["name"]] = other["value"]
    return found


FAST = ("pypdf", "pikepdf", "pdf-lib", "pdf.js", "pymupdf", "mupdf", "pdfium")
PACKETS = 32


def compare(count, program):
    """Packets of many candidates, each filled in by the next program. What the file holds is right if the program that filled it in left something
    out: it is that program's loss."""
    chance = random.Random(17)
    fillers = [(name, fill) for name, fill in producers().items() if name in FAST]
    counts, told, kept = defaultdict(int), defaultdict(int), defaultdict(int)
    while sum(counts.values()) < count:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "roster.csv").write_text("candidate\n" + "".join(f"Candidate {it}\n" for it in range(PACKETS)))
            run(program, "build", "--roster", folder / "roster.csv", "--minutes", "60", "--format", "pdf", "-o", folder / "blank")
            by = {}
            (folder / "filled").mkdir()
            for index, blank in enumerate(sorted((folder / "blank").glob("**/*.pdf"))):
                producer, fill = fillers[index % len(fillers)]
                values = random_values(blank, chance)
                filled = folder / f"filled/{index}.pdf"
                fill(blank, filled, values)
                by[filled.name] = producer, values, stored(filled)
            run_any(program, "collect", folder / "filled", "--format", "json", "-o", folder / "records.json")
            collected = json.loads((folder / "records.json").read_text())
            assert not collected["refused"], collected["refused"]
            seen = defaultdict(set)
            for record in collected["records"]:
                producer, values, held = by[Path(record["file"]).name]
                names = seen[Path(record["file"]).name]
                for name, entry in entries(record).items():
                    whole = name if name in held else f"{record['document']}.{name}"
                    if whole not in held:
                        # What was known when the packet was built is printed, and no field.
                        continue
                    counts[producer] += 1
                    names.add(whole)
                    if entry["state"] not in ("answered", "blank"):
                        told[producer] += 1
                        continue
                    got, wanted = normal(entry.get("value")), normal(values.get(whole))
                    got = str(got) if isinstance(got, int) and got is not True else got
                    if got != wanted:
                        kept[producer] += 1
                        stored_value = normal(held[whole])
                        assert got == stored_value and isinstance(got, str), f"{producer}: {whole}: {got!r}, not {wanted!r} ({stored_value!r})"
            for file, (producer, _, held) in by.items():
                # The dates of a document are one value of its record.
                elsewhere = ("identity", ".date", ".keep-until")
                lost = {name for name in held if not name.endswith(elsewhere)} - seen[file]
                assert not lost, f"{producer}: fields that no record has: {sorted(lost)}"
            print(f"{sum(counts.values())} fields", flush=True)
    assert sum(told.values()) * 100 < sum(counts.values()), f"one field in a hundred is in doubt: {dict(told)}"
    print(f"fields: {dict(counts)}")
    print(f"told to be in conflict or unreadable: {dict(told)}")
    print(f"changed by the program that filled them in, and read as the file has them: {dict(kept)}")


if __name__ == "__main__":
    if "--random" in sys.argv:
        compare(int(sys.argv[sys.argv.index("--random") + 1]), Path(sys.argv[1]).resolve())
    else:
        write_corpus(Path(sys.argv[1]).resolve())
